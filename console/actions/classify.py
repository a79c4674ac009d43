"""`console classify`: JSON lines in, a suggestion for every line out.

A line is `{"text": …}`, `{"messages": [{"text": …}, …]}` or a conversation of the corpus' shape; an `id`
is echoed. A bad line gets a message and does not stop the rest.
"""

import json
import re
from collections.abc import Iterable
from typing import TextIO

from console.domain.catalog import Catalog
from console.domain.text import safe_line
from console.domain.triage import Suggestion, Triage

MAX_LINE_CHARS = 4_000_000
_TEXT_KINDS = {"text", ""}
# Bytes that are not UTF-8, as "surrogateescape" keeps them; an escaped surrogate of JSON is no byte and passes.
_NOT_UTF8 = re.compile("[\udc80-\udcff]")


class LineError(ValueError):
    """A line cannot be read; the text says what is wrong and where."""


def run(
    lines: Iterable[str],
    out: TextIO,
    *,
    as_json: bool,
    err: TextIO,
    catalog: Catalog,
    triage: Triage,
) -> int:
    """Classify line by line, flushing after each.

    Args:
        lines: JSON lines, decoded as UTF-8 with ``surrogateescape``; blank ones are skipped.
        out: suggestions, in input order.
        as_json: one object a line instead of text; a bad line gives `{"error": …}` so that order is kept.
        err: messages about bad lines, with the line number.
        catalog: names of codes.
        triage: the rules.

    Returns:
        0, or 1 when any line was bad.

    """
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            row = _read(line)
            suggestion = triage.suggest(
                row.texts, kinds=row.kinds, known_district=None, locations=row.locations
            )
        except LineError as error:
            status = 1
            err.write(f"dòng {number}: {error}\n")
            err.flush()
            if as_json:
                _print_json(out, {"error": f"dòng {number}: {error}"})
            continue
        if as_json:
            _print_json(out, _as_object(row, suggestion))
        else:
            out.write(_as_text(number, row, suggestion, catalog))
        out.flush()
    return status


class _Row:
    """What a line says."""

    def __init__(self) -> None:
        self.id: object = None
        self.texts: list[str] = []
        self.kinds: list[str] = []
        self.locations: list[tuple[float, float]] = []


def _read(line: str) -> _Row:
    if len(line) > MAX_LINE_CHARS:
        raise LineError(f"dài {len(line)} ký tự, quá giới hạn {MAX_LINE_CHARS}")
    broken = _NOT_UTF8.search(line)
    if broken:
        raise LineError(f"không phải UTF-8: cột {broken.start() + 1}")
    try:
        value = json.loads(line.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise LineError(f"không phải JSON: cột {error.colno}: {error.msg}") from None
    except (RecursionError, ValueError):
        raise LineError("JSON lồng nhau quá sâu hoặc có số quá dài") from None
    if not isinstance(value, dict):
        raise LineError(f"cần một đối tượng JSON, gặp {type(value).__name__}")
    row = _Row()
    identity = value.get("id")
    row.id = identity if isinstance(identity, (str, int)) and not isinstance(identity, bool) else None
    if "messages" in value:
        messages = value["messages"]
        if not isinstance(messages, list):
            raise LineError(f"'messages' phải là danh sách, gặp {type(messages).__name__}")
        for position, message in enumerate(messages):
            _read_message(message, f"messages[{position}]", row)
    elif "text" in value:
        _read_message({"text": value["text"]}, "", row)
    else:
        raise LineError("thiếu 'text' hoặc 'messages'")
    return row


def _read_message(message: object, where: str, row: _Row) -> None:
    prefix = f"{where}." if where else ""
    if isinstance(message, str):
        message = {"text": message}
    if not isinstance(message, dict):
        raise LineError(f"'{where}' phải là đối tượng, gặp {type(message).__name__}")
    if message.get("src") == 0:  # a row of the OA itself (zalo-openapi.md §2)
        return
    text = message.get("text")
    if text is not None and not isinstance(text, str):
        raise LineError(f"'{prefix}text' phải là chuỗi, gặp {type(text).__name__}")
    kind = message.get("type", "text")
    row.kinds.append(kind if isinstance(kind, str) else "")
    if text:
        row.texts.append(text)
    elif kind in _TEXT_KINDS and text is None:
        raise LineError(f"thiếu '{prefix}text'")
    if kind == "location":
        latitude, longitude = _number(message.get("lat")), _number(message.get("lon"))
        if latitude is not None and longitude is not None:
            row.locations.append((latitude, longitude))


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if -180.0 <= number <= 180.0 else None


def _print_json(out: TextIO, value: object) -> None:
    # ASCII keeps a lone surrogate or a terminal's encoding from stopping the stream.
    out.write(json.dumps(value, ensure_ascii=True) + "\n")
    out.flush()


def _as_object(row: _Row, suggestion: Suggestion) -> dict[str, object]:
    value: dict[str, object] = {} if row.id is None else {"id": row.id}
    value.update(
        category=suggestion.category,
        priority=suggestion.priority,
        district=suggestion.district,
        unit=suggestion.unit,
        tags=list(suggestion.tags),
        missing=list(suggestion.missing),
        reasons=[
            {"text": reason.text_vi, "matched": reason.matched, "rule": reason.rule}
            for reason in suggestion.reasons
        ],
        confidence=suggestion.confidence,
    )
    return value


def _as_text(number: int, row: _Row, suggestion: Suggestion, catalog: Catalog) -> str:
    name = safe_line(str(row.id), 60) if row.id is not None else f"dòng {number}"
    category = catalog.categories.get(suggestion.category or "")
    priority = catalog.priorities.get(suggestion.priority or "")
    district = catalog.districts.get(suggestion.district or "")
    lines = [
        f"{name}: {category.vi if category else 'chưa rõ'}"
        f" · {priority.vi if priority else '?'} ({suggestion.priority})"
        f" · {district.name if district else 'chưa rõ địa bàn'}"
        f" · {catalog.unit_name(suggestion.unit or '')}"
        f" · gợi ý, tin cậy {suggestion.confidence:.0%}"
    ]
    if suggestion.tags:
        lines.append("  nhãn: " + ", ".join(catalog.tags[tag].vi for tag in suggestion.tags))
    if suggestion.missing:
        lines.append("  cần hỏi thêm: địa điểm")
    for reason in suggestion.reasons:
        quoted = f" (“{safe_line(reason.matched, 80)}”)" if reason.matched else ""
        lines.append(f"  - {reason.text_vi}{quoted}")
    return "\n".join(lines).encode("utf-8", "replace").decode() + "\n"
