"""Takes out of a text who told of a matter, before it leaves the desk (domain.md §5.1, §5.2)."""

import re
from collections.abc import Iterable

from console.domain.identifiers import LEAST, spaced_spans
from console.domain.self_told import told_of_self
from console.domain.text import fold, fold_map

MASK = "[đã che]"
_SHORTEST_NAME = 2
"""Words a name needs: one alone («Hoa») is too often just a word."""


def mask_source(text: str, marks: Iterable[str]) -> str:
    """Return ``text`` with the citizen's names and numbers covered, however they are spelled, and what he tells of himself.

    Args:
        text: what somebody wrote.
        marks: what the store knows of the citizen: display name, phone, Zalo id; "" is nothing. A name of one word is
            not looked for. A name is found with or without its marks, a number in any spacing, with 0 or +84.

    """
    spans = told_of_self(text)
    for mark in marks:
        digits = "".join(char for char in mark if char.isdigit())
        if digits and len(digits) == len(re.sub(r"[\s.+\-/()]", "", mark)):
            spans += _number(text, digits)
        else:
            spans += _name(text, mark)
    for start, end in sorted(_joined(spans), reverse=True):
        text = text[:start] + MASK + text[end:]
    return text


def _number(text: str, digits: str) -> list[tuple[int, int]]:
    local = f"0{digits[2:]}" if digits.startswith("84") and len(digits) in (11, 12) else digits
    return spaced_spans(text, local) if len(local) >= LEAST else []


def _name(text: str, name: str) -> list[tuple[int, int]]:
    words = fold(name).split()
    if len(words) < _SHORTEST_NAME:
        return []
    folded, index = fold_map(text)
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return [
        (index[m.start()], max(index[m.end()], index[m.end() - 1] + 1)) for m in re.finditer(pattern, folded)
    ]


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans that do not overlap and cover the same."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
