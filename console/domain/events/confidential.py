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
