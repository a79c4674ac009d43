"""Phones, plates, ID and case numbers inside running text, in one form whatever their spacing (features Q-02).

«0912 345 678» and «0912.345.678» are found by «0912345678» and the other way round; «11A1-123.45» by «11a112345».
"""

import re

from console.domain.text import fold_map

LEAST = 5
MOST = 20
_MOST_CHUNKS = 8
_RUN = re.compile(r"\+?\d[a-z0-9]*(?:[ .\-/]{1,2}(?:[a-z]{1,2}[ .\-]{0,2})?\d[a-z0-9]*){0,12}")
_CHUNK = re.compile(r"[a-z0-9]+")
_COUNTRY = "84"


def squeezed_forms(folded: str) -> list[str]:
    """Return the joined forms of what looks like an identifier in a folded text, each once, in order.

    Every part of a run is a beginning too, so that a number is found though another stands before it. A form is between
    ``LEAST`` and ``MOST`` characters and at least half digits.
    """
    found: dict[str, None] = {}
    for match in _RUN.finditer(folded):
        chunks = _CHUNK.findall(match.group())
        for start in range(min(len(chunks), _MOST_CHUNKS)):
            joined = "".join(chunks[start : start + _MOST_CHUNKS])[:MOST]
            if start == 0 and len(chunks) == 1 and not match.group().startswith("+"):
                continue  # a word of its own already
            for form in _spellings(joined):
                if len(form) >= LEAST and sum(c.isdigit() for c in form) * 2 >= len(form):
                    found[form] = None
    return list(found)


def identifiers_in(folded_query: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return the runs of a folded query that may be identifiers: the run as typed, and its joined spellings."""
    found = []
    for match in _RUN.finditer(folded_query):
        joined = "".join(_CHUNK.findall(match.group()))[:MOST]
        if len(joined) >= LEAST and sum(c.isdigit() for c in joined) * 2 >= len(joined):
            found.append((match.group(), _spellings(joined)))
    return found


def _spellings(joined: str) -> tuple[str, ...]:
    """Return a joined form, and with 0 instead of the country's number where it has one."""
    if joined.startswith(_COUNTRY) and joined[2:].isdigit() and 11 <= len(joined) <= 12:
        return (joined, "0" + joined[2:])
    return (joined,)


def spaced_spans(text: str, form: str) -> list[tuple[int, int]]:
    """Return where a joined form stands in a text, whatever signs and spaces lie between its characters."""
    if len(form) < LEAST:
        return []
    folded, index = fold_map(text)
    pattern = r"[ .\-/]{0,2}".join(re.escape(char) for char in form)
    if form.startswith("0"):
        pattern = rf"(?:{pattern})|(?:\+?84[ .\-/]{{0,2}}" + pattern.removeprefix("0") + ")"
    return [
        (index[m.start()], max(index[m.end()], index[m.end() - 1] + 1)) for m in re.finditer(pattern, folded)
    ]
