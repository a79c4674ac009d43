"""A time and a day in one field, as ``14:35 14/03/2026``, Vietnam's clock."""

import re
from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from console.ui.common.times import VIETNAM, clock_text, date_text
from console.ui.dialogs.papers import line_field, parse_day

_CLOCK = re.compile(r"(\d{1,2})[:hg](\d{2})")


def moment_text(at_ms: int) -> str:
    """Return a time (UTC ms) as it is written in the field."""
    return f"{clock_text(at_ms)} {date_text(at_ms)}"


def parse_moment(text: str) -> int | None:
    """Return the time that was written, UTC ms; ``None`` where it is none. Day and hour may stand in either order."""
    parts = text.lower().split()
    if len(parts) != 2:
        return None
    first, second = parts
    clock = _CLOCK.fullmatch(first)
    day = parse_day(second)
    if clock is None:
        clock, day = _CLOCK.fullmatch(second), parse_day(first)
    if clock is None or day is None:
        return None
    hour, minute = int(clock[1]), int(clock[2])
    if hour > 23 or minute > 59:
        return None
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=VIETNAM).timestamp() * 1000)


def moment_field(label: str, at_ms: int) -> QLineEdit:
    """Return a field of one line with a time in it, which may be seen while the screen is shared: it names nobody."""
    field = line_field(label, moment_text(at_ms))
    field.setProperty("told", False)
    return field
