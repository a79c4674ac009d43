"""Searching for a person by number is a look at him: it is in the log before anything is found (threats T19)."""

from console.actions.desk import Desk
from console.actions.guards import require
from console.domain import events as e
from console.domain.officer import Permission
from console.domain.subject import subject

LEAST_DIGITS = 6
_SHOWN = 3


def identifier_of(words: str) -> str:
    """Return the digits of a search that looks for a person (phone, identity card), "" for any other search."""
    digits = "".join(char for char in words if char.isdigit() and char.isascii())
    return digits if len(digits) >= LEAST_DIGITS else ""


def note_search(desk: Desk, words: str) -> None:
    """Write down that somebody searches for a number; call it before searching. Only its last digits are kept.

    Raises:
        ActionError: the officer may not read.
        StoreError: it could not be written down; nothing may be shown.

    """
    digits = identifier_of(words)
    if not digits:
        return
    require(desk.officer, Permission.READ)
    masked = "•" * (len(digits) - _SHOWN) + digits[-_SHOWN:]
    with desk.store.write() as tx:
        tx.add(
            subject("search"),
            e.IdentifierSearched(masked),
            actor=desk.officer.officer_id,
            unit=desk.officer.unit,
        )
