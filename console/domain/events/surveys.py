"""Asking a citizen how content he is, after his matter ended (features V-01 to V-04)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class SurveyAsked:
    """The survey was queued as the reply ``reply_id``; ``version`` tells its wording."""

    KIND: ClassVar[str] = "survey.asked"
    reply_id: str
    canned_code: str
    version: str


@dataclass(frozen=True, slots=True)
class SurveySkipped:
    """A case that is not asked about. ``rule`` says which rule forbids it, "" where an officer decided; skips are reported (V-04)."""

    KIND: ClassVar[str] = "survey.skipped"
    rule: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SurveyAnswered:
    """The citizen's answer on the scale 1–5, read from ``message_id``. ``more``: it says more than a mark.

    ``low`` asks for a follow-up. Written with the message by the gateway.
    """

    KIND: ClassVar[str] = "gw.survey_answered"
    message_id: str
    score: int
    more: bool = False
    low: bool = False


@dataclass(frozen=True, slots=True)
class SurveyFollowed:
    """An officer says what was done about a low score."""

    KIND: ClassVar[str] = "survey.followed"
    words: str
