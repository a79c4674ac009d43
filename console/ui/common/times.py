"""Times and spans as an officer reads them: Vietnam's clock, 24 hours, short Vietnamese units."""

from datetime import UTC, datetime

from console.domain.calendar import LOCAL
from console.runtime.i18n import tr

VIETNAM = LOCAL
_MINUTE = 60_000
_HOUR = 60 * _MINUTE
_DAY = 24 * _HOUR
STALE_MS = 30 * 1000
"""Without a whole read of the inbox for so long, what the window shows is called late; the walk reads every five seconds."""
DEAD_MS = 55 * 1000
"""For so long: red. With the second until the window looks again that is within a minute (reliability.md I11)."""
ALARM_MS = 3 * 60 * 1000
"""For so long: the queue itself turns red and a sound calls (features B-11); before that a hiccup of the line makes no noise."""
_AHEAD_MS = 5 * 1000


def local(at_ms: int) -> datetime:
    """Return a UTC ms time as Vietnam's clock shows it."""
    return datetime.fromtimestamp(at_ms / 1000, UTC).astimezone(LOCAL)


def clock_text(at_ms: int, *, seconds: bool = False) -> str:
    """Return ``14:33`` or ``14:33:07``."""
    return local(at_ms).strftime("%H:%M:%S" if seconds else "%H:%M")


def date_text(at_ms: int) -> str:
    """Return ``14/03/2026``."""
    return local(at_ms).strftime("%d/%m/%Y")


def end_text(at_ms: int) -> str:
    """Return the end of a limit; one at midnight is the end of the day before, as the law says it (BLTTHS 2015 Đ134)."""
    then = local(at_ms)
    if (then.hour, then.minute) == (0, 0):
        return tr("hết ngày {day}", day=local(at_ms - 1).strftime("%d/%m/%Y"))
    return then.strftime("%H:%M %d/%m/%Y")


def row_time(at_ms: int, now_ms: int) -> str:
    """Return what a row says of a time: ``14:38`` today, ``T5`` within six days, else ``07/03``."""
    if not at_ms:
        return ""
    then, now = local(at_ms), local(now_ms)
    days = (now.date() - then.date()).days
    if days == 0:
        return clock_text(at_ms)
    if 0 < days <= 6:
        return _WEEKDAYS[then.weekday()]()
    return then.strftime("%d/%m") if then.year == now.year else then.strftime("%d/%m/%y")


_WEEKDAYS = (
    lambda: tr("T2"),
    lambda: tr("T3"),
    lambda: tr("T4"),
    lambda: tr("T5"),
    lambda: tr("T6"),
    lambda: tr("T7"),
    lambda: tr("CN"),
)


def span_text(span_ms: int, *, precise: bool = False) -> str:
    """Return a length of time in its leading unit: ``08 ph``, ``3 g``, ``20 ngày``.

    Args:
        span_ms: length in ms; the sign is not shown.
        precise: keep the minutes beside the hours (``1 g 12 ph``), up to ten hours.

    """
    span = abs(span_ms)
    if span < _HOUR:
        return tr("{minutes:02d} ph", minutes=span // _MINUTE)
    hours, minutes = span // _HOUR, span % _HOUR // _MINUTE
    if precise and hours < 10 and minutes:
        return tr("{hours} g {minutes} ph", hours=hours, minutes=minutes)
    if span < 2 * _DAY:
        return tr("{hours} g", hours=hours)
    return tr("{days} ngày", days=span // _DAY)


def age_text(span_ms: int) -> str:
    """Return the age of something in the status bar: ``4 s``, ``12 ph``, ``3 g``."""
    if span_ms < _MINUTE:
        return tr("{seconds} s", seconds=max(0, span_ms // 1000))
    return span_text(span_ms)


def proof_age(at_ms: int, now_ms: int) -> int:
    """Return for how many ms a good read has been over; a time that lies ahead proves nothing (the clock was set back)."""
    return now_ms - at_ms if at_ms <= now_ms + _AHEAD_MS else ALARM_MS + 1
