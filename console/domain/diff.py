"""What was changed between two texts, word by word (features C-12)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKENS = re.compile(r"\s+|\w+|[^\w\s]")
_MOST = 4_000
"""More tokens are compared as one piece: nobody reads such a difference, and comparing them takes long."""


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text and what became of it."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces of both texts in order; those that are not ``NEW`` make ``before``, not ``GONE`` make ``after``."""
    old, new = _TOKENS.findall(before), _TOKENS.findall(after)
    if before == after:
        return (Piece(Change.SAME, after),) if after else ()
    if len(old) + len(new) > _MOST:
        return tuple(p for p in (Piece(Change.GONE, before), Piece(Change.NEW, after)) if p.text)
    pieces: list[Piece] = []
    for code, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if code == "equal":
            _add(pieces, Change.SAME, old[a:b])
        else:
            _add(pieces, Change.GONE, old[a:b])
            _add(pieces, Change.NEW, new[c:d])
    return _runs(pieces)


def _runs(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces with neighbouring changes, blanks between them included, as one change each: it reads better so."""
    found: list[Piece] = []
    gone = new = ""
    for number, piece in enumerate(pieces):
        follows = number + 1 < len(pieces) and bool(gone or new)
        if piece.change is Change.SAME and not (follows and piece.text.isspace()):
            found += _change(gone, new)
            gone = new = ""
            found.append(piece)
            continue
        gone += piece.text if piece.change is not Change.NEW else ""
        new += piece.text if piece.change is not Change.GONE else ""
    return (*found, *_change(gone, new))


def _change(gone: str, new: str) -> list[Piece]:
    return [piece for piece in (Piece(Change.GONE, gone), Piece(Change.NEW, new)) if piece.text]


def _add(pieces: list[Piece], change: Change, tokens: Sequence[str]) -> None:
    if tokens:
        pieces.append(Piece(change, "".join(tokens)))
