"""Painted rows of the inspector: a clock, a related case, a line of history."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from console.cache.views import CaseClock, EventItem, RelatedCase
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.chips import chip_width, draw_chip, neutral, orange
from console.ui.common.paint import (
    draw_focus_ring,
    draw_icon,
    draw_text,
    draw_tile,
    elide,
    fill_round,
    text_width,
)
from console.ui.common.sharing import deed_shown, words_shown
from console.ui.common.times import clock_text, end_text, row_time, span_text
from console.ui.common.tooltip import set_tooltip
from console.ui.theme import current_theme, px, theme_changed

_MINUTE = 60_000


def clock_state(clock: CaseClock, now_ms: int) -> str:
    """Return the clock's state now: one that was in time when it was read may be late since."""
    if clock.done_at:
        return "done" if clock.done_at <= clock.due_at else "missed"
    if clock.state == "elsewhere":
        return clock.state
    if clock.ended_at:
        return "unmet" if clock.ended_at >= clock.due_at else "ended"
    if clock.state == "paused":
        return "paused"
    return "late" if clock.due_at <= now_ms else clock.state


def clock_words(clock: CaseClock, now_ms: int) -> str:
    """Return what stands at the right of a clock; seconds only in the last two minutes."""
    state = clock_state(clock, now_ms)
    if state == "done":
        return tr("xong {time}", time=clock_text(clock.done_at))
    if state == "missed":
        return tr("trễ hạn {time}", time=clock_text(clock.done_at))
    if state == "paused":
        return tr("Tạm dừng")
    if state == "unmet":
        return tr("trễ {span}", span=span_text(clock.ended_at - clock.due_at))
    if state == "ended":
        return tr("đã dừng")
    if state == "elsewhere":
        return tr("{body} theo dõi", body=safe_line(clock.owner, 20))
    left = clock.due_at - now_ms
    if state == "late":
        return tr("quá {span}", span=span_text(left, precise=True))
    if left < 2 * _MINUTE:
        return tr("còn {minutes} ph {seconds:02d} s", minutes=left // _MINUTE, seconds=left % _MINUTE // 1000)
    return tr("còn {span}", span=span_text(left))


def clock_note(clock: CaseClock) -> str:
    """Return what stands before the citation of a clock whose case ended with the duty undone, "" for any other."""
    if clock.done_at or not clock.ended_at:
        return ""
    if clock.state == "elsewhere":
        return tr("{end}, kết thúc hồ sơ không dừng hạn này", end=end_text(clock.due_at))
    if clock.ended_at >= clock.due_at:
        return tr("tính đến lúc kết thúc hồ sơ")
    return tr("kết thúc hồ sơ khi còn {span}", span=span_text(clock.due_at - clock.ended_at))


def _over(clock: CaseClock) -> bool:
    """Return whether nothing is counted any more: done, or the case ended."""
    return bool(clock.done_at or clock.ended_at)


_LOOKS = {
    "late": ("sla.late", "redText", "redMark"),
    "soon": ("sla.soon", "orangeText", "orangeMark"),
    "urgent": ("sla.soon", "orangeText", "orangeMark"),
    "missed": ("sla.late", "redText", ""),
    "done": ("sla.done", "greenText", ""),
    "unmet": ("sla.late", "redText", ""),
    "ended": ("lock", "text2", ""),
    "elsewhere": ("unit", "text2", ""),
    "paused": ("sla.pause", "text2", "neutralBorder"),
}


class ClockBlock(QWidget):
    """Label, what is left, a bar and the rule it comes from; a finished one has no bar."""

    def __init__(self) -> None:
        super().__init__()
        self._clock: CaseClock | None = None
        self._now = 0
        self._said = self._basis = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self.updateGeometry)

    def set_clock(self, clock: CaseClock, now_ms: int) -> None:
        """Show a clock at a time; repaints only when its words change."""
        words = clock_words(clock, now_ms)
        if clock is self._clock and words == self._said:
            self._now = now_ms
            return
        finished = self._clock is None or _over(self._clock) != _over(clock)
        self._clock, self._now, self._said = clock, now_ms, words
        label, citation = safe_line(said(clock.label), 80), safe_line(said(clock.citation), 160)
        self._basis = " · ".join(filter(None, (clock_note(clock), citation)))
        self.setAccessibleName(f"{label}: {words}. {self._basis}")
        set_tooltip(self, self.accessibleName())
        if finished:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        bar = 0 if self._clock is not None and _over(self._clock) else px(8)
        return QSize(px(240), current_theme().line("body") + current_theme().line("small") + bar + px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        clock = self._clock
        if clock is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        state = clock_state(clock, self._now)
        icon, ink, bar = _LOOKS.get(state, ("sla.ok", "text", "accent"))
        width, glyph, line = self.width(), px(16), theme.line("body")
        draw_icon(painter, 0, (line - glyph) / 2, icon, glyph, "text" if state == "normal" else ink)
        words_width = text_width(self._said, "body", 600)
        label = elide(safe_line(said(clock.label), 80), "body", width - words_width - px(30), 500)
        draw_text(painter, px(22), 0, label, "body", "text", weight=500)
        draw_text(painter, width - words_width, 0, self._said, "body", ink, weight=600)
        y: float = line + px(2)
        if bar:
            span = max(1, clock.due_at - clock.started_at)
            share = min(max((self._now - clock.started_at) / span, 0.01), 1.0)
            fill_round(painter, QRectF(0, y, width, px(4)), px(2), "neutralSubtle")
            fill_round(painter, QRectF(0, y, max(px(4), width * share), px(4)), px(2), bar)
            y += px(8)
        small = px(14)
        draw_icon(painter, 0, y + (theme.line("small") - small) / 2, "law", small, "text3")
        citation = elide(self._basis, "small", width - px(22))
        draw_text(painter, px(22), y, citation, "small", "text2")


class RelatedRow(QAbstractButton):
    """Another case that may belong with this one; pressing it opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._case: RelatedCase | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme_changed().changed.connect(self.updateGeometry)

    def set_case(self, case: RelatedCase) -> None:
        """Show a case."""
        self._case = case
        self.setAccessibleName(
            safe_line(
                f"{case.number}. {said(case.why)}. {said(case.detail)} {words_shown(said(case.snippet))}", 400
            )
        )
        self.update()

    def case_id(self) -> str:
        """Return the id of the case that is shown."""
        return self._case.case_id if self._case is not None else ""

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(48))

    def paintEvent(self, _event: QPaintEvent) -> None:
        case = self._case
        if case is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        if self.underMouse():
            fill_round(painter, QRectF(self.rect()), theme.radius("control"), "hover")
        draw_tile(painter, 0, px(6), theme.family_of(case.category), px(28))
        left = px(40)
        draw_text(painter, left, px(4), safe_line(case.number, 40), "body", "link", weight=600)
        why = safe_line(said(case.why), 40)
        chip = orange(why) if why.endswith("%") else neutral(why)
        if why:
            draw_chip(painter, self.width() - chip_width(chip), px(4), chip)
        snippet = words_shown(safe_line(said(case.snippet), 200))
        if not case.open:
            snippet = tr("{snippet} (đã đóng)", snippet=snippet)
        shown = elide(snippet, "small", self.width() - left)
        draw_text(painter, left, px(4) + theme.line("body"), shown, "small", "text2")
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()))


class HistoryRow(QWidget):
    """One line: time, who did what."""

    def __init__(self) -> None:
        super().__init__()
        self._event: EventItem | None = None
        self._now = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self.updateGeometry)

    def set_event(self, event: EventItem, now_ms: int) -> None:
        """Show an event."""
        self._event, self._now = event, now_ms
        self.setAccessibleName(f"{clock_text(event.at)} {self._words()}")
        self.update()

    def _words(self) -> str:
        event = self._event
        return (
            safe_line(f"{said(event.actor_name)} {deed_shown(said(event.words))}".strip(), 300)
            if event is not None
            else ""
        )

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(25))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._event is None:
            return
        painter = QPainter(self)
        dot = px(6)
        height = self.height()
        fill_round(painter, QRectF(px(2), (height - dot) / 2, dot, dot), dot / 2, "text3")
        time = row_time(self._event.at, self._now)
        draw_text(painter, px(18), 0, time, "small", "text3", line=height)
        words = elide(self._words(), "small", self.width() - px(60))
        draw_text(painter, px(60), 0, words, "small", "text2", line=height)
