"""Folding, display-safety and identifier forms of untrusted text.

Every function here takes text as it came from a citizen (or from an API field) and is linear in its
length, whatever it holds: lone surrogates, 20,000 combining marks, a million characters without a space.
"""

import re
import unicodedata
from functools import lru_cache

_TABLE_LIMIT = 20_000
_MAX_MARKS_PER_BASE = 4
# UAX #15, Stream-Safe Text: real text never has more than 30 non-starters in a row, and normalising a
# longer run is quadratic in CPython.
_STREAM_SAFE_RUN = 30
# Everything from the first combining mark on, said by what is below it: that set is compiled in no time.
_MAYBE_LONG_RUN = re.compile(rf"[^\x00-\u02ff]{{{_STREAM_SAFE_RUN + 1},}}")

_BIDI_NAMES = {
    "\u061c": "ALM",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_LINE_BREAKS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r" {2,}")
_NEEDS_CARE = re.compile("[^ -~\n\u00c0-\u02ff\u1ea0-\u1eff\u2010-\u2027\u20ab]")
_NOT_IDENTIFIER = re.compile(r"[\W_]+")


def _fold_char(char: str) -> str:
    """Fold one character to a stable form; see `fold`."""
    category = unicodedata.category(char)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return char if char in "\t\n\r" else " "
    previous = char
    while True:
        decomposed = unicodedata.normalize("NFD", previous.lower())
        kept = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Me", "Cf"})
        folded = kept.replace("đ", "d")
        if folded == previous:
            return folded
        previous = folded


class _FoldTable(dict[int, str]):
    """Code point → folded text, filled as characters turn up."""

    def __missing__(self, code: int) -> str:
        folded = _fold_char(chr(code))
        if len(self) < _TABLE_LIMIT:  # hostile text must not grow it to all of Unicode
            self[code] = folded
        return folded


_FOLD = _FoldTable()


def fold(text: str) -> str:
    """Return the text as search, triage and the palette compare it.

    NFD → marks stripped → đ→d → lower case, character by character, so that composed and decomposed
    Vietnamese fold to the same string. Invisible format characters vanish, control characters become
    spaces and lone surrogates U+FFFD, so the result can always be stored as UTF-8.
    """
    if text.isascii() and text.isprintable():
        return text.lower()
    return text.translate(_FOLD)


def fold_map(text: str) -> tuple[str, list[int]]:
    """Fold and keep the way back.

    Returns:
        The folded text and, for every character of it, the index in `text` it came from; one more
        entry, `len(text)`, closes the list.

    """
    if text.isascii() and text.isprintable():
        return text.lower(), list(range(len(text) + 1))
    table = _FOLD
    pieces: list[str] = []
    index: list[int] = []
    for position, char in enumerate(text):
        folded = table[ord(char)]
        if folded:
            pieces.append(folded)
            index.extend([position] * len(folded))
    index.append(len(text))
    return "".join(pieces), index


def highlight_spans(text: str, query: str) -> list[tuple[int, int]]:
    """Return the spans of `text` whose folded form equals the folded query, without overlaps.

    A span includes the combining marks after its last letter, so that highlighting never tears a
    decomposed letter apart.
    """
    needle = fold(query).strip()
    if not needle:
        return []
    folded, index = fold_map(text)
    spans: list[tuple[int, int]] = []
    start = folded.find(needle)
    while start >= 0:
        end = start + len(needle)
        spans.append((index[start], max(index[end], index[end - 1] + 1)))
        start = folded.find(needle, end)
    return spans


def nfc(text: str) -> str:
    """Return the composed form (NFC); runs of more than 30 marks are normalised piecewise."""
    if text.isascii():
        return text
    if not _MAYBE_LONG_RUN.search(text):
        return unicodedata.normalize("NFC", text)
    pieces: list[str] = []
    start = run = 0
    for position, char in enumerate(text):
        run = run + 1 if unicodedata.combining(char) else 0
        if run > _STREAM_SAFE_RUN:
            pieces.append(unicodedata.normalize("NFC", text[start:position]))
            start, run = position, 1
    pieces.append(unicodedata.normalize("NFC", text[start:]))
    return "".join(pieces)


def squeeze_identifier(text: str) -> str:
    """Return a phone, plate, ID or case number without spacing, punctuation, marks and case.

    "0912 345 678" → "0912345678", "11A1-123.45" → "11a112345", "+84 912…" → "0912…".
    """
    squeezed = _NOT_IDENTIFIER.sub("", fold(text))
    if squeezed.startswith("84") and squeezed.isdigit() and 11 <= len(squeezed) <= 12 and "+" in text:
        return "0" + squeezed[2:]
    return squeezed


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in {"Mn", "Me"}


def _visible(text: str) -> str:
    """Drop or name what would hide, reorder or pile up on screen. Keeps newlines."""
    if not _NEEDS_CARE.search(text):
        return text
    out: list[str] = []
    marks = 0
    for position, char in enumerate(text):
        if " " <= char <= "~" or char == "\n":
            marks = 0
            out.append(char)
        elif _is_mark(char):
            marks += 1
            if marks <= _MAX_MARKS_PER_BASE:
                out.append(char)
        elif char in _BIDI_NAMES:
            out.append(f"⟦{_BIDI_NAMES[char]}⟧")
            marks = 0
        elif char == "\u200d":
            # The joiner of emoji families; between letters it only hides a difference.
            before = text[position - 1] if position else ""
            if before > "\u218f":
                out.append(char)
        elif char in "\t\xa0\u3000":
            out.append(" ")
            marks = 0
        else:
            category = unicodedata.category(char)
            marks = 0
            if category == "Cs":
                out.append("\ufffd")
            elif category not in {"Cc", "Cf"}:
                out.append(char)
    return "".join(out)


def safe_line(text: str, limit: int = 200) -> str:
    """Return untrusted text for a one-line place: a title, a list row, a file name on screen.

    Line breaks become spaces, control characters vanish, direction controls are named (⟦RLO⟧), at most
    four combining marks stay on a letter and the result has at most `limit` characters ("…" when cut).
    """
    window = text[: limit * 8 + 64]
    line = _SPACES.sub(" ", _visible(_LINE_BREAKS.sub(" ", window))).strip()
    if len(line) > limit or len(window) < len(text):
        return line[: max(limit - 1, 0)].rstrip("\u200d") + "…"
    return line


def safe_block(text: str, limit: int = 20_000, max_lines: int = 2_000) -> str:
    r"""Return untrusted text for a plain-text block of several lines.

    As `safe_line`, but line breaks stay (as "\n") up to `max_lines`; "…" ends a text that was cut.
    """
    window = text[: limit * 8 + 64]
    block = _visible(_LINE_BREAKS.sub("\n", window))
    cut = len(window) < len(text)
    if block.count("\n") >= max_lines:
        block, cut = "\n".join(block.split("\n", max_lines)[:max_lines]), True
    if len(block) > limit:
        block, cut = block[: max(limit - 1, 0)], True
    return block + "…" if cut else block
