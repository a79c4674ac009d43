"""Read single members of replies, whose types flip (zalo-openapi.md §9, quirks 4-6).

Each reader takes what the member may be and returns one type; a value it cannot read is absent. Ids never pass through
float.
"""

import re
from datetime import date, datetime

from console.zalo.errors import BadArgument
from console.zalo.strict_json import clean

_ID = re.compile(r"[!-~]{1,200}")
_INT = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_DECIMAL = re.compile(r"[+-]?[0-9]{1,4}(?:\.[0-9]{1,24})?", re.ASCII)
MIN_MS = 100_000_000_000
"""Smaller times (before 1973-03-03) are seconds or nonsense, not milliseconds."""
MAX_MS = 4_102_444_800_000
"""2100-01-01."""


def as_object(value: object) -> dict[str, object]:
    """Return ``value`` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}


def as_list(value: object) -> list[object]:
    """Return ``value`` if it is a JSON array, else an empty one."""
    return value if isinstance(value, list) else []


def as_id(value: object) -> str:
    """Return an id as string, "" when it is none: visible ASCII without spaces, or a JSON integer."""
    if isinstance(value, bool):
        return ""
    text = str(value) if isinstance(value, (int, str)) else ""
    return text if _ID.fullmatch(text) else ""


def as_text(value: object) -> str:
    """Return a text that any store can keep; numbers become digits, everything else ""."""
    if isinstance(value, str):
        return clean(value)
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def as_int(value: object) -> int | None:
    """Return an integer given as number or digits."""
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return None
    text = str(value).strip()
    return int(text) if _INT.fullmatch(text) else None


def as_bool(value: object) -> bool | None:
    """Return a truth value given as bool, 0/1 or text."""
    if isinstance(value, bool):
        return value
    return {"true": True, "1": True, "false": False, "0": False}.get(as_text(value).strip().casefold())


def as_decimal(value: object) -> float | None:
    """Return a coordinate given as number or text."""
    if isinstance(value, bool):
        return None
    if isinstance(value, (int, float)):
        return float(value) if abs(value) <= 360 else None
    text = value.strip() if isinstance(value, str) else ""
    return float(text) if _DECIMAL.fullmatch(text) else None


def as_date(value: object) -> date | None:
    """Return a day written dd/MM/yyyy."""
    try:
        return datetime.strptime(as_text(value), "%d/%m/%Y").date()  # noqa: DTZ007 - a day, not a moment
    except ValueError:
        return None


def as_time_ms(value: object) -> int | None:
    """Return epoch milliseconds between 1973 and 2100, given as integer or digits.

    Smaller numbers are probably seconds. Multiplying would be a guess that changes the order of messages, so the value
    counts as unreadable.
    """
    number = as_int(value)
    return number if number is not None and MIN_MS <= number < MAX_MS else None


def need_id(value: str, where: str, name: str) -> str:
    """Return ``value`` or raise BadArgument when it cannot be an id."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise BadArgument(where, f"{name} is not an id")
    return value


def need_text(value: str, where: str, name: str, limit: int, *, empty: bool = False) -> str:
    """Return ``value`` or raise BadArgument: blank (unless ``empty``), over ``limit`` characters, or holding NUL."""
    if not empty and not value.strip():
        raise BadArgument(where, f"{name} is empty")
    if len(value) > limit:
        raise BadArgument(where, f"{name} has {len(value)} characters, at most {limit} are allowed")
    if clean(value) != value:
        raise BadArgument(where, f"{name} holds NUL or half a character")
    return value


def need_range(value: int, where: str, name: str, low: int, high: int) -> int:
    """Return ``value`` or raise BadArgument when it is outside ``low``..``high``."""
    if isinstance(value, bool) or not low <= value <= high:
        raise BadArgument(where, f"{name} must be {low}..{high}")
    return value
