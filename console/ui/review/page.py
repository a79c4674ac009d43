"""The review screen (png 06): what waits on the left, the case read-only in the middle, the checklist on the right."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.cache.duty_views import ReviewRow, ReviewSheet
from console.cache.views import ThreadItem
from console.domain.review import ReviewPolicy
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.chips import accent
from console.ui.common.empty import EmptyState
from console.ui.common.labels import ChipLabel, Heading, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.paint import draw_icon, draw_tile
from console.ui.common.sharing import name_shown, told_block, told_line, words_shown
from console.ui.common.times import clock_text, row_time, span_text
from console.ui.review.judging import VERDICT_KEYS, JudgingPane
from console.ui.review.queue import ReviewQueue
from console.ui.review.words import outcome_name, reason_words
from console.ui.theme import current_theme, px, size, theme_changed

WIDE_FROM = 1400
TIGHT_BELOW = 1040


class Thread(Protocol):
    """What shows a conversation; the desk gives its own kind of view."""

    def set_thread(self, case_id: str, items: Sequence[ThreadItem], unread: int = 0) -> None: ...

    def set_now(self, now_ms: int) -> None: ...

    def clear(self) -> None: ...


def _in_words(names: Mapping[str, str]) -> dict[str, str]:
    return {code: said(name) for code, name in names.items()}


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.category = ""
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(size("tile"), size("tile"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_tile(QPainter(self), 0, 0, current_theme().family_of(self.category))


class _ReadOnly(QWidget):
    """«Chỉ đọc» with its eye."""

    def sizeHint(self) -> QSize:
        return QSize(px(20), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        glyph = px(16)
        draw_icon(QPainter(self), 0, (self.height() - glyph) / 2, "act.reveal", glyph, "text2")


class Fact(QWidget):
    """One fact of how a case ended: a label, and a value or that it is missing."""

    def __init__(self, label: str) -> None:
        super().__init__()
        self._missing = False
        self.value = PlainLabel("", "body", weight=500, elided=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        self.name = PlainLabel(label, "body", "text2", elided=True)
        # An elided label asks for no room, and a layout would give it none, whatever width is set.
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self.name)
        self.set_tight(tight=False)
        self.mark = QWidget()
        self.mark.setFixedSize(px(16), px(20))
        self.mark.installEventFilter(self)
        row.addWidget(self.mark)
        row.addWidget(self.value, 1)
        self.setAccessibleName(label)

    def set_tight(self, *, tight: bool) -> None:
        """Leave the value more room than the label."""
        self.name.setFixedWidth(px(84 if tight else 118))

    def set_value(self, text: str) -> None:
        """Show a value; an empty one is said to be missing."""
        self._missing = not text
        self.value.setText(safe_line(text, 200) if text else tr("Chưa nhập"))
        self.value.set_tone("orangeText" if self._missing else "text")
        self.mark.setVisible(self._missing)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.mark and event.type() == QEvent.Type.Paint:
            painter = QPainter(self.mark)
            draw_icon(painter, 0, px(2), "warn", px(16), "orangeText")
            return True
        return super().eventFilter(watched, event)


class ReviewPage(Pane):
    """Everything of the screen. It decides nothing.

    Signals:
        chosen(ReviewRow | None): an entry is to be shown.
        decided(Judgement): a verdict on the entry that is shown.
    """

    chosen = Signal(object)
    decided = Signal(object)

    def __init__(
        self, names: Names, officer: str, policy: ReviewPolicy, thread: QWidget, parent: QWidget | None = None
    ) -> None:
        """Take names for codes, who reviews, the policy, and a view that shows conversations (``Thread``)."""
        super().__init__("canvas", parent=parent)
        self._names, self._thread_widget = names, thread
        self._sheet: ReviewSheet | None = None
        self.queue = ReviewQueue(names, officer)
        self.judging = JudgingPane(_in_words(policy.items), _in_words(policy.findings), policy.fix_hours)
        self.title = PlainLabel("", "title", weight=600)
        self.under = PlainLabel("", "small", "text2", elided=True)
        self.kind = ChipLabel(accent("", "view.choduyet"))
        self._tile = _Tile()
        self.facts = {
            "outcome": Fact(tr("Kết quả")),
            "unit": Fact(tr("Đơn vị xử lý")),
            "reason": Fact(tr("Căn cứ, lý do")),
            "place": Fact(tr("Địa bàn")),
            "answered": Fact(tr("Trả lời công dân")),
            "who": Fact(tr("Người xử lý")),
        }
        self.empty = EmptyState()
        self._middle = QStackedWidget()
        self._build()
        self.queue.chosen.connect(self.chosen)
        self.judging.decided.connect(self.decided)

    @property
    def conversation(self) -> Thread:
        """Return the view of the conversation."""
        return self._thread_widget  # type: ignore[return-value]  # a widget that is one

    @property
    def sheet(self) -> ReviewSheet | None:
        """Return what is shown."""
        return self._sheet

    def _build(self) -> None:
        case = QWidget()
        column = QVBoxLayout(case)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._thread_widget, 1)
        column.addWidget(self._closing())
        self.empty.show_state("view.choduyet", "neutral", tr("Chưa chọn hồ sơ"), "")
        self._middle.addWidget(case)
        self._middle.addWidget(self.empty)
        self._middle.setCurrentIndex(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.queue)
        row.addWidget(self._middle, 1)
        row.addWidget(self.judging)
        self.setFocusProxy(self.queue.view)
        self._fit()

    def _head(self) -> QWidget:
        head = Pane("canvas", line="b")
        head.setFixedHeight(size("convHead"))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), px(6), px(16), px(6))
        row.setSpacing(px(12))
        row.addWidget(self._tile)
        words = QVBoxLayout()
        words.setSpacing(0)
        first = QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.title)
        first.addWidget(self.kind)
        first.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.under)
        row.addLayout(words, 1)
        row.addWidget(_ReadOnly())
        row.addSpacing(px(-6))
        row.addWidget(PlainLabel(tr("Chỉ đọc"), "small", "text2"))
        return head

    def _closing(self) -> QWidget:
        pane = Pane("panel", line="t")
        column = QVBoxLayout(pane)
        column.setContentsMargins(px(20), px(10), px(20), px(12))
        column.setSpacing(px(6))
        column.addWidget(Heading(tr("Nội dung đóng hồ sơ")))
        grid = QGridLayout()
        self._facts_grid, self._closing_column = grid, column
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        for number, fact in enumerate(self.facts.values()):
            grid.addWidget(fact, number // 2, number % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self.why = PlainLabel("", "small", "text3", elided=True)
        column.addWidget(self.why)
        return pane

    # -- what is shown --------------------------------------------------------------------------------------------

    def set_rows(self, rows: Sequence[ReviewRow], now_ms: int) -> None:
        """Show what waits."""
        self.queue.set_rows(rows, now_ms)

    def show_sheet(self, sheet: ReviewSheet | None, now_ms: int) -> None:
        """Show one entry, or that there is none."""
        self._sheet = sheet
        self.judging.show_sheet(sheet)
        self._middle.setCurrentIndex(0 if sheet else 1)
        if sheet is None:
            self.conversation.clear()
            return
        case, row = sheet.case, sheet.row
        self._tile.category = case.category
        self._tile.update()
        self.title.setText(safe_line(f"{case.number} · {name_shown(case.pseudonym)}", 120))
        words = tr("Chờ ký đóng") if row.is_proposal else tr("Chờ kiểm tra")
        self.kind.set_chip(accent(words, "act.sign" if row.is_proposal else "view.choduyet"))
        taken = case.closed_at or row.since
        span = span_text(taken - (case.first_message_at or case.opened_at), precise=True)
        self.under.setText(
            tr(
                "{category} · {who} xử lý · {span} từ lúc nhận",
                category=self._names.category(case.category) or tr("Chưa phân loại"),
                who=said(row.handler_name),
                span=span,
            )
        )
        # The id of the entry and not of the case: the view begins anew where the same case comes back.
        self.conversation.set_thread(row.ref, sheet.items)
        self.conversation.set_now(now_ms)
        self._show_facts(sheet, now_ms)

    def _show_facts(self, sheet: ReviewSheet, now_ms: int) -> None:
        case, facts = sheet.case, self.facts
        facts["outcome"].set_value(outcome_name(sheet.outcome))
        facts["unit"].set_value(self._names.unit(sheet.transfer_unit or case.unit))
        facts["reason"].set_value(told_block(sheet.reason, 200).replace("\n", " "))
        facts["place"].set_value(words_shown(sheet.place))
        answered = sheet.replied_at
        day = row_time(answered, now_ms)
        clock = clock_text(answered) if answered else ""
        when = clock if day == clock else f"{day} {clock}"
        facts["answered"].set_value(tr("{when} qua Zalo", when=when) if answered else "")
        facts["who"].set_value(", ".join(sheet.handlers))
        earlier = f" · {said(sheet.verdicts[0].words)}" if sheet.verdicts else ""
        self.why.setText(
            tr(
                "Vì sao kiểm tra: {reasons}{earlier}",
                reasons=reason_words(sheet.row),
                earlier=told_line(earlier, 200),
            )
        )

    # -- keys and width -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take the keys of this screen before the window's own shortcuts do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._own_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event):
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat() and event.key() in VERDICT_KEYS:
            return
        if event.key() in VERDICT_KEYS:
            self.judging.decide(VERDICT_KEYS[Qt.Key(event.key())])
        else:
            self.queue.step(1 if event.key() == Qt.Key.Key_Down else -1)

    @staticmethod
    def _own_key(event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.AltModifier:
            return event.key() in VERDICT_KEYS
        steps = (Qt.Key.Key_Up, Qt.Key.Key_Down)
        return modifiers == Qt.KeyboardModifier.ControlModifier and event.key() in steps

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= px(WIDE_FROM)
        tight = self.width() < px(TIGHT_BELOW)
        self.queue.setFixedWidth(px(228) if tight else size("queueFull" if wide else "queueCompact"))
        self._facts_grid.setHorizontalSpacing(px(8 if tight else 24))
        self._closing_column.setContentsMargins(
            px(10 if tight else 20), px(10), px(10 if tight else 20), px(12)
        )
        for fact in self.facts.values():
            fact.set_tight(tight=tight)
        self.queue.set_narrow(narrow=not wide, tight=tight)
        self.judging.setFixedWidth(px(414) if tight else px(420) if wide else px(384))
