"""Ready answers as they are worded today: those of the program, and what the administrator made of them (features K-01, K-04)."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from console.domain.catalog import CannedReply
from console.domain.catalog_load import SLOT
from console.domain.knowledge import CODE_MARK, Item, Shelf


def name_of_ready(code: str) -> str:
    """Return the name of a ready answer in the library."""
    return f"{Shelf.CANNED}{CODE_MARK}{code}"


def ready_of(item: Item, base: CannedReply | None) -> CannedReply:
    """Return the answer an entry words; whom and what it is for comes from the one the program has under its code."""
    entry = item.entry
    slots = tuple(dict.fromkeys(SLOT.findall(entry.text)))
    if base is None:
        return CannedReply(
            entry.code, entry.title, ("*",), "vi", entry.text, None, False, False, False, False, (), slots
        )
    return replace(base, title=entry.title, text=entry.text, slots=slots)


def ready_answers(canned: Mapping[str, CannedReply], items: Iterable[Item]) -> dict[str, CannedReply]:
    """Return by code the answers that may be given today.

    Args:
        canned: what came with the program.
        items: the entries of the library as they stand today.

    """
    return {
        item.entry.code: ready_of(item, canned.get(item.entry.code))
        for item in items
        if item.entry.shelf == Shelf.CANNED and not item.refusal
    }


def version_of(ready: CannedReply, version: int = 0) -> str:
    """Return what a reply keeps of the wording it was made from: the version's number, if it is not the first, and a hash."""
    mark = hashlib.sha256(ready.text.encode()).hexdigest()[:12]
    return f"{version}-{mark}" if version else mark
