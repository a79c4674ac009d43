"""What a Zalo error code means to the program and to the officer."""

from dataclasses import dataclass
from enum import StrEnum


class Retry(StrEnum):
    """When the same call may make sense again."""

    NEVER = "never"
    AFTER_REFRESH = "after refresh"
    BACKOFF = "backoff"
    NEXT_MINUTE = "next minute"
    LATER = "later"
    REUPLOAD = "reupload"
    NEW_CONSENT = "new consent"


@dataclass(frozen=True, slots=True)
class ErrorEntry:
    """One error code.

    ``text_vi`` says what happened, what is safe and what to do (visual-design.md §8). ``proves_refusal`` tells whether a
    send that ended with this code was surely not accepted; it is false for codes nobody has explained.
    """

    code: int
    symbol: str
    meaning: str
    text_vi: str
    retry: Retry
    proves_refusal: bool = True
