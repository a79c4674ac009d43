"""Places in a text as Qt counts them: in UTF-16 units, of which an emoji takes two."""

from collections.abc import Iterable

Place = tuple[int, int]


def utf16(text: str) -> int:
    """Return how many units Qt counts in a text."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def in_qt(text: str, places: Iterable[Place]) -> list[Place]:
    """Return (start, length) in characters of ``text`` as (start, length) in Qt's units."""
    found = list(places)
    if not found or utf16(text) == len(text):
        return found
    return [(utf16(text[:start]), utf16(text[start : start + length])) for start, length in found]
