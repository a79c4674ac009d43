"""Who may not know of a case, and what else keeps people safe (domain.md §5, features I)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class ConflictMarked:
    """The case concerns police officers: ``units`` (with all below them) and ``officers`` no longer know of it.

    Nobody holds it any more; ``routed_to`` is the code of the role that decides now, "" where nobody at hand is free of
    it. A later mark replaces an earlier one.
    """

    KIND: ClassVar[str] = "case.conflict_marked"
    units: tuple[str, ...]
    officers: tuple[str, ...]
    reason: str
    routed_to: str = ""


@dataclass(frozen=True, slots=True)
class ConflictCleared:
    """Who decides conflicts found that there is none."""

    KIND: ClassVar[str] = "case.conflict_cleared"
    reason: str


@dataclass(frozen=True, slots=True)
class ContactRestricted:
    """The informant asked not to be reached in some way: ``code`` of confidentiality.json, his words as the officer put them."""

    KIND: ClassVar[str] = "contact.restricted"
    code: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ContactAllowed:
    """A restriction no longer holds."""

    KIND: ClassVar[str] = "contact.allowed"
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class RevealAsked:
    """An officer asks a second one to let him see who the citizen is."""

    KIND: ClassVar[str] = "identity.asked"
    request_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class RevealAnswered:
    """The second officer let him or did not; a refusal has its reason."""

    KIND: ClassVar[str] = "identity.answered"
    request_id: str
    granted: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SecretSuspected:
    """The case may hold a state secret: nothing of it is copied, fetched or shown until it is decided (domain.md §5.5)."""

    KIND: ClassVar[str] = "secret.suspected"
    reason: str


@dataclass(frozen=True, slots=True)
class SecretPhoned:
    """The commander was phoned about a suspected secret."""

    KIND: ClassVar[str] = "secret.phoned"
    to_whom: str


@dataclass(frozen=True, slots=True)
class SecretHandled:
    """A suspected secret went its own way (``moved``), and its text stays hidden; or there is none and the case is free."""

    KIND: ClassVar[str] = "secret.handled"
    moved: bool
    reason: str


ConfidentialBody = (
    ConflictMarked
    | ConflictCleared
    | ContactRestricted
    | ContactAllowed
    | RevealAsked
    | RevealAnswered
    | SecretSuspected
    | SecretPhoned
    | SecretHandled
)
