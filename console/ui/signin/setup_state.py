"""What the wizard of the first connection shows, as values: who drives it fills them in."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Step(IntEnum):
    """The five steps, in their order."""

    MACHINE = 0
    APP = 1
    CONSENT = 2
    TRIAL = 3
    OFFICERS = 4


class Found(StrEnum):
    """How a check came out. With ``BAD`` there is no going on, with ``WARN`` there is."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the check of the machine: what was looked at, how it is, and what to do where it is not well."""

    name: str
    found: Found
    words: str


@dataclass(frozen=True, slots=True)
class LinkedOa:
    """The OA that consented; ``name`` comes from Zalo. ``at`` is when, as it is shown."""

    oa_id: str
    name: str
    verified: bool
    official: bool
    at: str
