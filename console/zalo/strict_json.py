"""Parse JSON that may be hostile (threats.md T13).

Depth is checked before parsing, so a body of brackets cannot exhaust the stack. NaN, Infinity, numbers too long to be
anything real, and duplicate keys do not stop the parser: each becomes a ``Poison`` at its place, so that one bad row can
be set aside while its neighbours are kept. Whoever needs the whole value clean asks ``find_poison``.
"""

import json
import math
import re
from dataclasses import dataclass, field

MAX_DEPTH = 32
MAX_DIGITS = 30
"""Longest number kept as one: ids have 19 digits, a coordinate with all its decimals under 30."""

# Strings are skipped whole (possessive, so linear); an unterminated one runs to the end.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[{]|[\]}]', re.DOTALL)


class JsonError(ValueError):
    """The text is not acceptable JSON. The message names what and where, never the text itself."""


@dataclass(frozen=True, slots=True)
class Poison:
    """A value refused inside otherwise readable JSON. ``text`` is its source, shortened, kept as evidence."""

    reason: str
    text: str = field(repr=False)


def _check_depth(text: str) -> None:
    depth = 0
    for match in _TOKEN.finditer(text):
        mark = match.group()
        if mark in {"[", "{"}:
            depth += 1
            if depth > MAX_DEPTH:
                raise JsonError(f"nested deeper than {MAX_DEPTH} at character {match.start()}")
        elif mark in {"]", "}"}:
            depth -= 1


def _integer(text: str) -> int | Poison:
    return Poison("number too long", text[:200]) if len(text) > MAX_DIGITS else int(text)


def _real(text: str) -> float | Poison:
    if len(text) > MAX_DIGITS:
        return Poison("number too long", text[:200])
    value = float(text)
    return value if math.isfinite(value) else Poison("number out of range", text)


def _constant(text: str) -> Poison:
    return Poison("NaN or Infinity", text)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object] | Poison:
    members = dict(pairs)
    if len(members) == len(pairs):
        return members
    return Poison("duplicate key", dump(pairs))


def _as_evidence(value: object) -> dict[str, str]:
    if isinstance(value, Poison):
        return {"refused": value.reason, "text": value.text}
    raise TypeError(type(value).__name__)


# A raw control character inside a string is let through (strict=False): refusing it would cost the whole page.
_DECODER = json.JSONDecoder(
    strict=False, object_pairs_hook=_object, parse_int=_integer, parse_float=_real, parse_constant=_constant
)


def loads(body: bytes) -> object:
    """Parse ``body`` (UTF-8, with or without a BOM).

    Bytes that are not UTF-8 become lone surrogates (``surrogateescape``), so one broken character neither blocks a page
    nor vanishes: ``clean`` shows U+FFFD, ``dump`` keeps the byte.

    Raises ``JsonError``: empty, HTML, too deep, not JSON.
    """
    text = body.decode("utf-8", "surrogateescape").removeprefix("\ufeff").strip(" \t\r\n")
    if not text:
        raise JsonError("empty body")
    if text.startswith("<"):
        raise JsonError("HTML or XML instead of JSON")
    _check_depth(text)
    try:
        value: object = _DECODER.decode(text)
    except json.JSONDecodeError as exc:
        # `from None`: the exception carries the whole document.
        raise JsonError(f"not JSON at character {exc.pos}: {exc.msg}") from None
    return value


def find_poison(value: object, path: str = "") -> str | None:
    """Return ``reason at path`` of the first refused value inside ``value``, or None when all is clean."""
    if isinstance(value, Poison):
        return f"{value.reason} at {path or 'the top'}"
    children: list[tuple[str, object]] = []
    if isinstance(value, dict):
        # Member names come from outside: only plain ones are repeated.
        children = [
            (f".{name}" if re.fullmatch(r"\w{1,40}", name, re.ASCII) else ".?", v)
            for name, v in value.items()
        ]
    elif isinstance(value, list):
        children = [(f"[{index}]", v) for index, v in enumerate(value)]
    for step, child in children:
        found = find_poison(child, path + step)
        if found:
            return found
    return None


def dump(value: object) -> str:
    """Return ``value`` as ASCII JSON text; lone surrogates and NUL stay, escaped; refused values as evidence."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), default=_as_evidence)


def clean(text: str) -> str:
    """Return ``text`` with NUL and lone surrogates as U+FFFD: storable by SQLite and PostgreSQL, and visible."""
    if text.isascii() and "\0" not in text:
        return text
    return _UNSTORABLE.sub("\ufffd", text)


_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
