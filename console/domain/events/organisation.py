"""The organisation itself (``@org``), and what a change of it does to a case (features W-05)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class OrganisationChanged:
    """One tree of units took the place of another. ``changes`` are ``closed|opened|renamed CODE name>name>successors``."""

    KIND: ClassVar[str] = "org.changed"
    from_tree: str
    to_tree: str
    valid_from: str
    citation: str
    changes: tuple[str, ...]
    moved: int
    reason: str


@dataclass(frozen=True, slots=True)
class CaseRehomed:
    """The case's unit is no more; another one has it now. ``from_name`` is what the old one was called then."""

    KIND: ClassVar[str] = "case.rehomed"
    from_unit: str
    from_name: str
    to_unit: str
    why: str
