"""The handover screen (png 08): figures, the lines one by one, remarks and things on the left, the paper on the right."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from console.cache.views import EventItem
from console.domain.handover import EQUIPMENT, Block, Part, Sheet, SheetLine, ShiftView, obstacles
from console.domain.numerals import number_text
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.empty import EmptyState
from console.ui.common.labels import Heading, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.spaced import SpacedEdit
from console.ui.common.times import clock_text
from console.ui.shift.book import DutyBook
from console.ui.shift.figure import Figure
from console.ui.shift.lines import ROW, LineList
from console.ui.shift.paper import Paper
from console.ui.shift.words import shift_span
from console.ui.theme import font, px, theme_changed

SAVE_MS = 800
WIDE_FROM = 1400
_FEWEST = 3
"""How many lines the list is high at least."""
_REMARK, _REMARK_MORE = 72, 108
"""px at scale 1.0 of the remarks, and how much more they take where there is room."""
_BESIDE = 450
"""px at scale 1.0 that stand above and below the list: figures, remarks, things."""


class HandoverPage(Pane):
    """Everything of the screen. It decides nothing.

    Signals:
        accept_wanted(tuple[str, ...]): keys of lines to take.
        step_written(str, str): case id and what the next shift must do.
        remark_written(str), equipped(str, bool): the general remarks; a thing.
        sign_wanted(str): ``Part`` value; absent_wanted(): the comer takes over alone.
        start_wanted(): open a shift; note_written(str): a line for the duty book; book_wanted(): show the book.
        record_wanted(): write the record as a paper; summary_wanted(Sheet): put its summary under the remarks; correct_wanted(EventItem): a line of the duty book was wrong.
    """

    accept_wanted = Signal(object)
    step_written = Signal(str, str)
    remark_written = Signal(str)
    equipped = Signal(str, bool)
    sign_wanted = Signal(str)
    correct_wanted = Signal(object)
    absent_wanted = Signal()
    start_wanted = Signal()
    note_written = Signal(str)
    book_wanted = Signal()
    record_wanted = Signal()
    summary_wanted = Signal(object)

    def __init__(self, names: Names, officer: str, office: str, parent: QWidget | None = None) -> None:
        """Take names for codes, who sits here, and the office for the letterhead."""
        super().__init__("inset", parent=parent)
        self._officer = officer
        self._sheet = Sheet(ShiftView())
        self._taker_name = ""
        self.title = PlainLabel(tr("Giao ca"), "h1")
        self.span = PlainLabel("", "body", "text2", elided=True)
        self.tab_sheet = PillButton(tr("Biên bản"))
        self.tab_book = PillButton(tr("Sổ trực"))
        self.figures = (
            Figure(tr("tiếp nhận trong ca")),
            Figure(tr("còn mở, giao lại")),
            Figure(tr("đang quá hạn"), "sla.late", "red"),
            Figure(tr("tin chưa rõ kết quả gửi"), "circle-question-mark", "orange"),
        )
        self.count = PlainLabel("", "title", "text3")
        self.list = LineList(names)
        self.remark = SpacedEdit("msg")
        self.fill_in = ActionButton(tr("Chèn tóm tắt ca máy viết sẵn"), "pencil", "link", small=True)
        self.things = {str(item): QCheckBox(said(item)) for item in EQUIPMENT}
        self.paper = Paper(names, office)
        self.book = DutyBook()
        self.empty = EmptyState()
        self.start = ActionButton(tr("Mở ca trực"), "act.login", "primary", "↵")
        self.start.setAutoDefault(True)  # it has the focus; Enter opens as Space does
        self.giver = PlainLabel("", "body", elided=True)
        self.taker = PlainLabel("", "body", elided=True)
        self.trouble = PlainLabel("", "small", "orangeText", weight=600, wrap=True)
        self.sign = ActionButton("", "act.sign", "primary", "Ctrl ↵")
        self.write = ActionButton(
            tr("In biên bản…"), "printer", "plain", small=True, command="handover_record"
        )
        self.absent = ActionButton(tr("Vắng người giao…"), "", "link")
        self.commander = PlainLabel("", "body", elided=True)
        self.commander_sign = ActionButton(tr("Chỉ huy ký…"), "act.sign", "plain", command="commander_sign")
        self.notices = PlainLabel("", "body", "orangeText", weight=600, wrap=True)
        self.notices.hide()
        self.buttons: dict[str, ActionButton] = {}
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._after_edit = QTimer(self)
        self._after_edit.setSingleShot(True)
        self._after_edit.setInterval(0)
        self._after_edit.timeout.connect(self._written)
        self._pages = QStackedWidget()
        self._tabs = QStackedWidget()
        self._build()
        self._connect()

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left(), 1)
        self._right = self._side()
        row.addWidget(self._right)
        self.empty.show_state(
            "nav.giaoca",
            "neutral",
            tr("Chưa mở ca trực"),
            tr("Mở ca: thử chuông, xem ba đèn, so đồng hồ. Biên bản giao ca tự lập từ lúc đó."),
        )
        self.empty.add_button(self.start)
        self._pages.addWidget(work)
        self._pages.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._pages)

    def _left(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(24), px(14), px(24), px(14))
        column.setSpacing(px(10))
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(self.title)
        head.addWidget(self.span, 1)
        self.tab_sheet.setChecked(True)
        for number, tab in enumerate((self.tab_sheet, self.tab_book)):
            tab.clicked.connect(lambda _on=False, number=number: self.show_tab(number))
            head.addWidget(tab)
        column.addLayout(head)
        column.addWidget(self.notices)
        self._tabs.addWidget(self._sheet_side())
        self._tabs.addWidget(self.book)
        column.addWidget(self._tabs, 1)
        return left

    def _sheet_side(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("clear", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        figures = QHBoxLayout()
        figures.setSpacing(px(8))
        for figure in self.figures:
            figures.addWidget(figure)
        column.addLayout(figures)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(tr("Cần ca sau chú ý"), "title", weight=600))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(
            PlainLabel(
                tr("Máy tự chọn: khẩn, đang giữ, hứa gọi, sắp hết hạn, chờ đơn vị, chưa rõ"), "small", "text3"
            )
        )
        column.addLayout(head)
        card = Pane("raised", line="tblr")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addWidget(self.list)
        inner.addWidget(self._strip())
        column.addWidget(card)
        general = QHBoxLayout()
        general.addWidget(Heading(tr("Tình hình chung, dặn dò")), 1)
        general.addWidget(self.fill_in)
        column.addLayout(general)
        self.remark.setAccessibleName(tr("Tình hình chung, dặn dò"))
        self.remark.setTabChangesFocus(True)
        self.remark.setFont(font("body"))
        column.addWidget(self.remark)
        column.addWidget(Heading(tr("Trang bị bàn giao")))
        things = QHBoxLayout()
        things.setSpacing(px(24))
        for box in self.things.values():
            things.addWidget(box)
        things.addStretch(1)
        column.addLayout(things)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        return area

    def _strip(self) -> QWidget:
        """Return what can be done with the chosen line, each with its key."""
        strip = Pane("panel", line="t")
        row = QHBoxLayout(strip)
        row.setContentsMargins(px(10), px(4), px(10), px(4))
        row.setSpacing(px(4))
        acts = (
            ("accept", tr("Nhận"), "↵"),
            ("ask", tr("Hỏi lại"), "Shift F9"),
            ("step", tr("Việc ca sau"), "F4"),
            ("give", tr("Giao cho…"), "Ctrl G"),
            ("release", tr("Trả hàng đợi"), "F2"),
            ("explain", tr("Giải trình"), "F7"),
            ("open", tr("Mở hồ sơ"), ""),
        )
        for code, words, key in acts:
            button = ActionButton(words, "", "quiet", key, small=True)
            self.buttons[code] = button
            row.addWidget(button)
        row.addStretch(1)
        return strip

    def _side(self) -> QWidget:
        side = Pane("panel", line="l")
        column = QVBoxLayout(side)
        column.setContentsMargins(px(20), px(16), px(20), px(16))
        column.setSpacing(px(8))
        head = QHBoxLayout()
        head.addWidget(PlainLabel(tr("Biên bản giao ca"), "title", weight=600), 1)
        head.addWidget(self.write)
        column.addLayout(head)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(self.paper)
        column.addWidget(area, 1)
        column.addWidget(self.giver)
        column.addWidget(self.taker)
        column.addWidget(self.commander)
        column.addWidget(self.trouble)
        self.sign.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.sign)
        self.commander_sign.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        column.addWidget(self.commander_sign)
        column.addWidget(self.absent, alignment=Qt.AlignmentFlag.AlignHCenter)
        return side

    def _connect(self) -> None:
        lines, buttons = self.list, self.buttons
        lines.accept_wanted.connect(lambda key: self.accept_wanted.emit((key,)))
        lines.lines.step_written.connect(self.step_written)
        lines.itemDelegate().closeEditor.connect(self._edited)
        lines.selectionModel().currentChanged.connect(lambda *_: self._show_acts())
        buttons["accept"].clicked.connect(lambda: self._with(lines.accept_wanted))
        buttons["ask"].clicked.connect(lambda: self._with(lines.ask_wanted))
        buttons["give"].clicked.connect(lambda: self._with(lines.give_wanted))
        buttons["release"].clicked.connect(lambda: self._with(lines.release_wanted))
        buttons["explain"].clicked.connect(lambda: self._with(lines.explain_wanted))
        buttons["open"].clicked.connect(lambda: self._with(lines.open_wanted))
        buttons["step"].clicked.connect(lines.edit_step)
        self.remark.textChanged.connect(self._remark_typed)
        self._saving.timeout.connect(self.save_remark)
        self.fill_in.clicked.connect(lambda: self.summary_wanted.emit(self._sheet))
        for item, box in self.things.items():
            box.clicked.connect(lambda on, item=item: self.equipped.emit(item, on))
        self.sign.clicked.connect(self.sign_now)
        self.absent.clicked.connect(self.absent_wanted)
        self.commander_sign.clicked.connect(lambda: self.sign_wanted.emit(Part.COMMANDER.value))
        self.book.correct_wanted.connect(self.correct_wanted)
        self.write.clicked.connect(self.record_wanted)
        self.start.clicked.connect(self.start_wanted)
        self.book.written.connect(self.note_written)
        theme_changed().changed.connect(self._restyle)
        self.setFocusProxy(self.list)

    def _restyle(self) -> None:
        self.remark.setFont(font("body"))

    def _with(self, signal: object) -> None:
        line = self.list.current()
        if line is not None:
            signal.emit(line.key)  # type: ignore[attr-defined]  # a bound signal

    # -- what is shown --------------------------------------------------------------------------------------------

    def show_tab(self, number: int) -> None:
        """Show the sheet (0) or the duty book (1)."""
        self.tab_sheet.setChecked(number == 0)
        self.tab_book.setChecked(number == 1)
        self._tabs.setCurrentIndex(number)
        if number == 1:
            self.book_wanted.emit()
            self.book.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_book(self, items: Sequence[EventItem]) -> None:
        """Show the lines of the duty book."""
        self.book.set_items(items)

    def set_notices(self, sentences: Sequence[str]) -> None:
        """Say what whoever is on duty must know of this desk or another."""
        self.notices.setText("\n".join(sentences))
        self.notices.setVisible(bool(sentences))

    def set_sheet(self, sheet: Sheet, officer_name: str) -> None:
        """Show the sheet as it is now, to an officer of this name."""
        self._pages.setCurrentIndex(0 if sheet.shift.open else 1)
        self._sheet = sheet
        if not sheet.shift.open:
            return
        shift = sheet.shift
        self._taker_name = "" if self.is_giver else officer_name
        self.span.setText(shift_span(shift))
        for figure, number in zip(
            self.figures, (sheet.taken, sheet.open, sheet.late, sheet.unknown), strict=True
        ):
            figure.set_number(number)
        self.count.setText(number_text(len(sheet.lines)))
        chosen = self.list.current()
        if not self.list.editing:
            # Else what somebody writes just now would be gone; the lines come with the end of his writing.
            self.list.lines.now_ms = sheet.at
            self.list.lines.show(sheet.lines)
            at = self.list.lines.position(chosen.key) if chosen else 0
            if sheet.lines:
                self.list.setCurrentIndex(self.list.lines.index(max(0, at)))
        self._fit_list()
        if not self.remark.hasFocus() and not self._saving.isActive():
            self.remark.blockSignals(True)
            self.remark.setPlainText(shift.remark)
            self.remark.blockSignals(False)
        for item, box in self.things.items():
            box.setChecked(shift.equipment.get(item, False))
        self.paper.show_sheet(sheet, self._taker_name)
        self._show_signing()
        self._show_acts()

    @property
    def is_giver(self) -> bool:
        """Return whether the officer here is on the shift that is handed over."""
        return self._officer in self._sheet.shift.officers

    def _show_acts(self) -> None:
        line = self.list.current()
        giver = self.is_giver
        held = line is not None and Block.HELD in line.blocks
        self.buttons["accept"].setVisible(not giver)
        self.buttons["ask"].setVisible(not giver)
        self.buttons["accept"].setEnabled(line is not None and not line.accepted_by)
        self.buttons["ask"].setEnabled(line is not None)
        self.buttons["step"].setEnabled(bool(line and line.case_id))
        self.buttons["give"].setVisible(held)
        self.buttons["release"].setVisible(held and line is not None and line.owner == self._officer)
        self.buttons["explain"].setVisible(bool(line and line.blocks))
        self.buttons["open"].setEnabled(bool(line and line.case_id))

    def _show_signing(self) -> None:
        shift = self._sheet.shift
        signed = shift.signatures.get(Part.GIVER.value)
        state = tr("đã ký {time}", time=clock_text(signed.at)) if signed else tr("chưa ký")
        self.giver.setText(tr("Người giao: {who} – {state}", who=", ".join(shift.names), state=state))
        who = self._taker_name or tr("ký sau người giao")
        self.taker.setText(tr("Người nhận: {who}", who=who))
        led = shift.signatures.get(Part.COMMANDER.value)
        said = tr("{name}, {time}", name=led.name, time=clock_text(led.at)) if led else tr("chưa ký")
        self.commander.setText(tr("Chỉ huy trực: {who}", who=said))
        self.commander_sign.set_label(tr("Chỉ huy ký lại…") if led else tr("Chỉ huy ký…"))
        self.commander_sign.setEnabled(not obstacles(self._sheet, "").steps)
        trouble = self.trouble_text()
        self.trouble.setText(trouble)
        self.trouble.setVisible(bool(trouble))
        if self.is_giver:
            self.sign.set_label(tr("Ký giao ca") if signed is None else tr("Ký lại"))
        else:
            self.sign.set_label(tr("Ký nhận ca"))
        self.sign.setEnabled(not trouble)
        self.absent.setVisible(not self.is_giver and signed is None)

    def trouble_text(self) -> str:
        """Return what stands against the signature of the officer here, or ""."""
        sheet = self._sheet
        giver = self.is_giver
        left = obstacles(sheet, "" if giver else self._officer)
        if left.steps:
            return tr("Còn {count} hồ sơ chưa ghi việc ca sau", count=len(left.steps))
        if giver:
            return ""
        if Part.GIVER.value not in sheet.shift.signatures:
            return tr("Người giao chưa ký")
        if left.unaccepted:
            return tr("Còn {count} dòng chưa nhận", count=len(left.unaccepted))
        if left.blocked:
            return tr("Còn {count} dòng chặn đóng ca: giao, trả hoặc giải trình", count=len(left.blocked))
        return ""

    def _edited(self) -> None:
        self._after_edit.start()

    def _written(self) -> None:
        """Show the lines as they are now that nobody writes in them any more."""
        if self._sheet.shift.open and not self.list.editing:
            self.set_sheet(self._sheet, self._taker_name)

    # -- asking ---------------------------------------------------------------------------------------------------

    def sign_now(self) -> None:
        """Ask for the signature of the officer here (Ctrl+↵)."""
        if self._sheet.shift.open and not self.trouble_text():
            self.sign_wanted.emit((Part.GIVER if self.is_giver else Part.TAKER).value)

    def line(self, key: str) -> SheetLine | None:
        """Return a line that is shown."""
        return self._sheet.line(key)

    def _remark_typed(self) -> None:
        self._saving.start()

    def add_remark(self, words: str) -> None:
        """Put words under what stands there, as if they had been typed: they can be undone and corrected."""
        cursor = self.remark.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText("\n" + words if self.remark.toPlainText().strip() else words)
        self.remark.setTextCursor(cursor)
        self.remark.setFocus(Qt.FocusReason.OtherFocusReason)

    def save_remark(self) -> None:
        """Keep the remarks now (they keep themselves while one writes)."""
        self._saving.stop()
        self.remark_written.emit(self.remark.toPlainText())

    # -- keys and width -------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Take the keys of this screen before the window's own shortcuts do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = self.list.hasFocus() and self.list.owns(event)
            if mine or self._signs(event):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._signs(event):
            if not event.isAutoRepeat():
                self.sign_now()
            return
        super().keyPressEvent(event)

    @staticmethod
    def _signs(event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(WIDE_FROM)
        self._right.setFixedWidth(px(596) if wide else px(420))
        self._fit_list()

    def _fit_list(self) -> None:
        """Let the list be as high as its lines, but not higher than leaves room for the remarks; those get what is left."""
        room = (self.height() - px(_BESIDE)) // px(ROW)
        rows = max(_FEWEST, min(room, len(self._sheet.lines)))
        self.list.setFixedHeight(px(ROW) * rows)
        spare = self.height() - px(_BESIDE) - px(ROW) * rows
        self.remark.set_room(px(_REMARK) + max(0, min(spare, px(_REMARK_MORE))))
