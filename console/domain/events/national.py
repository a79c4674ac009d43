"""Entering a crime report into the national software (phần mềm tin báo), by hand until there is an interface (features R-07)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class NationalSeen:
    """An officer had the register's fields of a case shown to copy them; in the log before they were read (threats T19)."""

    KIND: ClassVar[str] = "national.seen"


@dataclass(frozen=True, slots=True)
class NationalCopied:
    """One field goes to the clipboard; in the log before it is there (threats T19, T21). ``field`` is a code of ``RegisterField``."""

    KIND: ClassVar[str] = "national.copied"
    field: str


@dataclass(frozen=True, slots=True)
class NationalEntered:
    """An officer entered the case there. The newest one counts, earlier ones stay.

    ``number`` is what that software calls it, ``at`` when it was typed in (UTC ms, as he says), ``stale`` the codes of
    ``RegisterField`` whose values had changed here between then and this record.
    """

    KIND: ClassVar[str] = "national.entered"
    number: str
    at: int
    stale: tuple[str, ...] = ()


NationalBody = NationalSeen | NationalCopied | NationalEntered
