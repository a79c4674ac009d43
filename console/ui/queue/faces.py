"""From a row's facts to what is drawn: stripe, tile, chips and which of them give way when it is narrow."""

from dataclasses import dataclass

from console.cache.views import PresenceKind, QueueRow
from console.domain.case import TransferState
from console.runtime.i18n import tr
from console.ui.common.chips import (
    HOUR_MS,
    Chip,
    chip_width,
    draw_chip,
    orange,
    outline,
    severity_chip,
    sla_chip,
    tag_chip,
    unit_chip,
    window_chip,
)
from console.ui.common.names import Names
from console.ui.common.paint import Stripe
from console.ui.common.times import row_time
from console.ui.theme import current_theme, px

__all__ = ["ChipLine", "RowState", "chip_width", "draw_chip", "fit_chips", "row_state"]

TOP_RUNG = 3
"""The rung of the ladder on which the commander stands."""
_DANGER = "P1"
_HIGH = "P2"


@dataclass(frozen=True, slots=True)
class RowState:
    """Everything about a row that is worked out rather than read."""

    stripe: Stripe
    family: str
    confirmed: bool
    severity: Chip | None
    short_severity: Chip | None
    unit: Chip | None
    tags: tuple[str, ...]
    sla: Chip | None
    window: Chip | None
    window_spare: bool
    unanswered: Chip | None
    follow: Chip | None
    ticks: Chip | None
    marks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ChipLine:
    """The chips of the third line, left part and right part, in reading order."""

    left: tuple[Chip, ...]
    right: tuple[Chip, ...]


def row_state(row: QueueRow, names: Names, now_ms: int) -> RowState:
    """Return what a row shows now.

    A suggestion nobody confirmed keeps its place in the order but is drawn with a question mark.
    """
    priority = row.priority or row.suggested_priority
    stripe = {_DANGER: Stripe.SOLID, _HIGH: Stripe.BROKEN}.get(priority, Stripe.NONE)
    window_left = row.window_until - now_ms
    return RowState(
        stripe=stripe,
        family=current_theme().family_of(row.category or row.suggested_category),
        confirmed=bool(row.category) or not row.suggested_category,
        severity=_severity(row, short=False),
        short_severity=_severity(row, short=True),
        unit=_unit(row, names),
        tags=tuple(names.tag(tag) for tag in row.tags),
        sla=_sla(row, now_ms),
        window=_window(row, window_left),
        window_spare=window_left > 4 * HOUR_MS,
        unanswered=_unanswered(row),
        follow=_follow(row, now_ms),
        ticks=_ticks(row),
        marks=_marks(row, now_ms),
    )


def _severity(row: QueueRow, *, short: bool) -> Chip | None:
    if row.priority:
        return severity_chip(row.priority, short=short) if not short or row.priority == _DANGER else None
    if row.suggested_priority == _DANGER:
        icon = "" if short else "sev.khan"
        return Chip(tr("Khẩn?"), icon, "redText", "redSubtle", "redBorder", 600)
    if row.suggested_priority == _HIGH and not short:
        return Chip(tr("Cao?"), "sev.cao", "orangeText", "", "orangeBorder", 500)
    return None


def _unit(row: QueueRow, names: Names) -> Chip | None:
    if row.raised >= TOP_RUNG:
        return Chip(tr("Đã gọi chỉ huy"), "sev.khan", "redText", "redSubtle", "redBorder", 600)
    if row.transfer_state is TransferState.TIMED_OUT and not row.owner:
        return Chip(
            tr("{unit} không nhận", unit=names.unit(row.transfer_to)),
            "sla.late",
            "redText",
            "redSubtle",
            "redBorder",
            600,
        )
    if row.transfer_state is TransferState.PENDING:
        return orange(tr("Chờ {unit} nhận", unit=names.unit(row.transfer_to)))
    if not row.category:
        return outline(tr("Chưa phân"))
    return unit_chip(names.unit(row.unit)) if row.unit else None


def _sla(row: QueueRow, now_ms: int) -> Chip | None:
    if row.snooze_until > now_ms:
        return sla_chip("paused", 0, 0)
    if not row.due_at:
        return None
    left = row.due_at - now_ms
    if left < 0:
        return sla_chip("late", left, 1)
    span = max(1, row.due_at - row.started_at)
    soon = row.soon_at and now_ms >= row.soon_at
    return sla_chip("soon" if soon else "normal", left, (now_ms - row.started_at) / span)


def _window(row: QueueRow, left_ms: int) -> Chip | None:
    if not row.window_until or not row.open or row.answered:
        return None
    closed = left_ms <= 0 or row.free_left == 0
    return window_chip("closed" if closed else "open", left_ms)


def _unanswered(row: QueueRow) -> Chip | None:
    """Say that a case somebody handled still waits for its answer: a note is none (features C-09)."""
    handled = bool(row.owner or row.category) and not row.unread
    if not row.open or row.answered or not handled:
        return None
    return Chip(tr("Chưa trả lời"), "act.reply", "text2")


def _follow(row: QueueRow, now_ms: int) -> Chip | None:
    """Return what somebody still owes: a bad mark to follow up, findings to put right and by when, what was put off until now."""
    if row.low_score:
        return orange(tr("{score}/5 sao: liên hệ lại", score=row.low_score))
    if row.fix_by:
        words = tr("Sửa trước {time}", time=row_time(row.fix_by, now_ms))
        if row.fix_by <= now_ms:
            return Chip(words, "sla.late", "redText", "redSubtle", "redBorder", 600)
        return orange(words)
    if _reminds(row, now_ms):
        return orange(tr("Đến giờ nhắc {time}", time=row_time(row.snooze_until, now_ms)))
    return None


def _reminds(row: QueueRow, now_ms: int) -> bool:
    """Return whether the case was put off until now and nobody has said yet that it is done (features B-08)."""
    return row.open and 0 < row.snooze_until <= now_ms


def _ticks(row: QueueRow) -> Chip | None:
    """Return how much of a report is told, ``3/5``, while something is missing (features B-04)."""
    total, known = len(row.checklist.wanted), len(row.checklist.known)
    if not row.open or known == total:
        return None
    return Chip(f"{known}/{total}", "act.select", "text2")


def _marks(row: QueueRow, now_ms: int) -> tuple[tuple[str, str], ...]:
    marks = []
    here = [other.kind for other in row.others if other.until > now_ms]
    if PresenceKind.WRITING in here:
        marks.append(("pencil", "orangeText"))
    elif here:
        marks.append(("act.reveal", "text2"))
    if _reminds(row, now_ms):
        marks.append(("alarm-clock", "orangeText"))
    if row.has_draft:
        marks.append(("draft", "text3"))
    if row.media_failed:
        marks.append(("warn", "orangeText"))
    if row.unknown_replies:
        marks.append(("send.unknown", "orangeText"))
    return tuple(marks)


def fit_chips(state: RowState, room: float, *, selected: bool) -> ChipLine:
    """Return the chips that fit into ``room`` px.

    Tags go first, one by one into "+n"; then what is missing in the report; then the reply window if more than four hours are
    left; then that nobody answered yet; then the unit. Severity, what is owed and the clock never go.
    """
    window, unit, ticks, unanswered = state.window, state.unit, state.ticks, state.unanswered
    while True:
        right = tuple(chip for chip in (ticks, window, state.sla) if chip is not None)
        fixed = tuple(chip for chip in (state.severity, state.follow, unit, unanswered) if chip is not None)
        taken = sum(chip_width(chip) + px(6) for chip in right) + sum(
            chip_width(chip) + px(5) for chip in fixed
        )
        left = room - taken
        if left >= 0 or (window is None and unit is None and ticks is None and unanswered is None):
            return ChipLine((*fixed, *_fit_tags(state.tags, left, selected=selected)), right)
        if ticks is not None:
            ticks = None
        elif window is not None and state.window_spare:
            window = None
        elif unanswered is not None:
            unanswered = None
        elif unit is not None:
            unit = None
        else:
            window = None


def _fit_tags(tags: tuple[str, ...], room: float, *, selected: bool) -> tuple[Chip, ...]:
    chips: list[Chip] = []
    for count, tag in enumerate(tags):
        chip = tag_chip(tag, selected=selected)
        after = len(tags) - count - 1
        reserve = chip_width(_more(after)) + px(5) if after else 0
        if chip_width(chip) + px(5) + reserve > room:
            more = _more(len(tags) - count)
            return (*chips, more) if chip_width(more) <= room else tuple(chips)
        room -= chip_width(chip) + px(5)
        chips.append(chip)
    return tuple(chips)


def _more(count: int) -> Chip:
    return Chip(f"+{count}", "", "text3")
