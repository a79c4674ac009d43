"""Looking at what is sealed and letting it out (threats T19)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class IdentityRevealed:
    """Somebody asked to see who the citizen is. In the log before anything is shown (threats T19)."""

    KIND: ClassVar[str] = "identity.revealed"
    reason: str
    until: int
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class CaseExported:
    """A copy of the case left the store."""

    KIND: ClassVar[str] = "case.exported"
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class CaseCopied:
    """So many characters of a conversation were about to go to the clipboard (T19). In the log before they are there."""

    KIND: ClassVar[str] = "case.copied"
    characters: int


@dataclass(frozen=True, slots=True)
class HitsShown:
    """Places of these cases, whose every look counts, were about to be shown among what a search found (``@search``)."""

    KIND: ClassVar[str] = "search.hits_shown"
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowsShown:
    """First words of these cases, whose every look counts, were about to be shown in the queue (``@queue``)."""

    KIND: ClassVar[str] = "queue.rows_shown"
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IdentifierSearched:
    """Somebody searched for a phone or identity number (``@search``). ``masked`` shows its last digits only."""

    KIND: ClassVar[str] = "search.identifier"
    masked: str
