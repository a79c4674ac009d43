"""Find phones, plates, identity numbers, amounts, times and links in a message.

Patterns have bounded repeats and no nested quantifiers, so the search is linear in the text. What is
found is a hint for fields and highlighting; the citizen's text is never changed.
"""

import re
from dataclasses import dataclass

from console.domain.text import fold_map, squeeze_identifier

MAX_TEXT = 20_000

_PATTERNS = (
    ("url", re.compile(r"(?:https?://|www\.)[^\s<>\"']{1,500}")),
    (
        "plate",
        # Car 11A-123.45, motorbike 11B1-123.45 or 11-B1 123.45, old four digits, army KK-12-34.
        re.compile(
            r"(?<![a-z0-9])(?:[1-9]\d[ .-]?[a-z][a-z0-9]?[ .-]{0,3}(?:\d{3}[ .]?\d{2}|\d{4})|[a-z]{2}-\d{2}-\d{2})"
            r"(?![0-9])"
        ),
    ),
    ("phone", re.compile(r"(?<![\d.,])(?:\+ ?84|84|0)(?:[ .-]?\d){9}(?![\d])")),
    ("id_number", re.compile(r"(?<!\d)(?:0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}|\d{9})(?!\d)")),
    (
        "money",
        re.compile(
            r"(?<![\d.,])\d{1,3}(?:[.,]\d{3}){1,4} ?(?:d|dong|vnd|vnđ|usd|te)?(?![\w.,]\d)"
            r"|(?<![\w.,])\d{1,6}(?:[.,]\d{1,2})? ?"
            r"(?:trieu|tr\d{0,3}|cu|nghin|ngan|k|ty|ti|dong|vnd|usd|te|chai|lit(?= tien))(?!\w)"
        ),
    ),
    (
        "time",
        re.compile(
            r"(?<![\w])(?:\d{1,2} ?- ?)?\d{1,2} ?(?:h|g|gio|:) ?(?:[0-5]\d|ruoi)?(?: ?(?:p|phut))?"
            r"(?: ?(?:sang|trua|chieu|toi|dem|khuya))?(?: ?(?:nay|qua|mai|mot|hom qua|hom nay|hom sau))?(?!\w)"
            r"|(?<!\w)(?:sang|trua|chieu|toi|dem|khuya|ngay) (?:nay|qua|mai|mot|kia|hom qua|hom nay)(?!\w)"
            r"|(?<!\w)(?:hom qua|hom nay|hom kia|ngay mai|rang sang|nua dem|vua xong|vua nay|luc nay)(?!\w)"
            r"|(?<!\d)[0-3]?\d[/-][01]?\d(?:[/-](?:20)?\d{2})?(?![\d/])"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Entity:
    """A piece of the text: `text[start:end]` as written, `value` in a form that can be compared."""

    kind: str
    text: str
    start: int
    end: int
    value: str


def find_entities(text: str) -> tuple[Entity, ...]:
    """Return what was found in the first 20,000 characters, in order, without overlaps."""
    head = text[:MAX_TEXT]
    folded, index = fold_map(head)
    taken: list[tuple[int, int]] = []
    found: list[Entity] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            span = match.span()
            if any(span[0] < end and start < span[1] for start, end in taken):
                continue
            start, end = index[span[0]], index[span[1]]
            written = head[start:end].strip()
            if kind in {"phone", "id_number", "plate"} and not _plausible(kind, written):
                continue
            taken.append(span)
            found.append(Entity(kind, written, start, start + len(written), _value(kind, written)))
    found.sort(key=lambda entity: entity.start)
    return tuple(found)


def _plausible(kind: str, written: str) -> bool:
    digits = sum(1 for char in written if char.isdigit())
    if kind == "phone":
        return digits in {10, 11}
    if kind == "id_number":
        return digits in {9, 12}
    return digits >= 4


def _value(kind: str, written: str) -> str:
    if kind in {"phone", "plate", "id_number"}:
        squeezed = squeeze_identifier(written)
        if kind == "phone" and squeezed.startswith("84"):
            return "0" + squeezed[2:]
        return squeezed
    return written
