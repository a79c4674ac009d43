"""What a printed document is made of, whatever file it becomes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class Align(StrEnum):
    """How a column's cells stand."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its head and its share of the width (any unit)."""

    head: str
    width: float = 1.0
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of text under heads; ``title`` stands above."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    title: str = ""
    empty: str = "Không có dòng nào."


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text; ``strong`` for a head of a section."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """Labels with values, one under the other; an empty value is printed as dots to fill in by hand."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A table that is too wide for one page: it lies over two facing pages, each row at the same height on both.

    The first ``keep`` columns of the left page are repeated on the right one; a row has the left page's cells, then the right
    one's without those. A paper with a spread has everything else, the signatures too, on its cover.
    """

    left: tuple[Column, ...]
    right: tuple[Column, ...]
    keep: int
    rows: tuple[tuple[str, ...], ...]
    empty: str = "Không có dòng nào."


Block = Table | Paragraph | Fields | Spread

_SHEET_WIDTH = 12.0
LONGEST = 4_000
"""Characters of one text on paper; what is longer is said to go on."""


def printable(text: str) -> str:
    """Return a text that XML can hold: what it cannot is made visible."""
    return "".join(
        "\ufffd"
        if (char < " " and char not in "\n\t") or "\ud800" <= char <= "\udfff" or char in "\ufffe\uffff"
        else char
        for char in text
    )


def shortened(text: str, limit: int = LONGEST) -> str:
    """Return a text as paper holds it: laying out a million letters without a space would never end."""
    return text if len(text) <= limit else f"{text[:limit]}… [còn {len(text) - limit} ký tự]"


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: who in what role, and the name to be printed under it."""

    role: str
    name: str = ""
    hint: str = "(Ký, ghi rõ họ tên)"


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The head of an official paper (domain.md §6), from ``resources/data/letterhead.json``."""

    authority: str
    agency: str
    unit: str
    place: str
    state: str
    motto: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Document:
    """One paper.

    ``number`` and ``date_line`` stand under the head; ``mark`` is printed faintly across every page and in its foot: who
    took the paper out and when.
    """

    letterhead: Letterhead
    title: str
    subtitle: str = ""
    number: str = ""
    date_line: str = ""
    blocks: tuple[Block, ...] = ()
    signatures: tuple[Signature, ...] = ()
    recipients: tuple[str, ...] = ()
    mark: str = ""
    landscape: bool = False


def on_sheet(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns of a landscape page as a spreadsheet has them: there a unit is 13 letters, not a centimetre.

    So the sheet is as wide as an A4 page in letters of its usual size, and is not made small when it is printed.
    """
    whole = sum(column.width for column in columns)
    return tuple(replace(column, width=column.width / whole * _SHEET_WIDTH) for column in columns)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table to work with on a computer: notes above say what it holds and what was left out."""

    title: str
    notes: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    mark: str = ""
    more: tuple["Sheet", ...] = field(default=())
