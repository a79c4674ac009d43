"""Numbers of the statistics page as words, the way Vietnamese write them."""

from datetime import date

from console.domain.figures import Kept
from console.domain.numerals import NOTHING, decimal, number_text, percent
from console.runtime.i18n import tr


def span_words(day: date, *, monthly: bool) -> str:
    """Return what a bar or a point stands for: a day, or the month that begins with it."""
    return tr("tháng {month}/{year}", month=day.month, year=day.year) if monthly else f"{day:%d/%m/%Y}"


def minutes(value: float | None) -> str:
    """Return ``6 ph``, ``2 g 05 ph`` or ``3,0 ngày``; a dash for nothing."""
    if value is None:
        return NOTHING
    whole = round(value)
    if whole < 60:
        return tr("{n} ph", n=whole)
    if whole < 24 * 60:
        return tr("{h} g {m} ph", h=whole // 60, m=f"{whole % 60:02d}")
    return tr("{n} ngày", n=decimal(value / 1440))


def kept_text(kept: Kept) -> str:
    """Return the share kept in time without decimals, as the table of units has it."""
    return percent(kept.share, 0)


def signed(value: float, digits: int = 0) -> str:
    """Return a change with its sign, ``+8`` or ``−2,1``."""
    size = decimal(abs(value), digits) if digits else number_text(abs(round(value)))
    return f"{'−' if value < 0 else '+'}{size}"
