"""The right of the review screen: what the machine found, what a person judges, the verdict."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.cache.duty_views import ReviewSheet
from console.domain.review import Check, CheckState, Verdict
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton
from console.ui.common.chips import green, orange
from console.ui.common.labels import ChipLabel, Heading, Line, Pane, PlainLabel
from console.ui.common.paint import draw_focus_ring, draw_icon, draw_text, elide, fill_round, text_width
from console.ui.common.spaced import SpacedEdit
from console.ui.review.words import check_name, check_value
from console.ui.theme import current_theme, font, px, theme_changed

FOOT_GAP = 8
VERDICT_KEYS = {
    Qt.Key.Key_1: Verdict.PASSED,
    Qt.Key.Key_2: Verdict.RETURNED,
    Qt.Key.Key_3: Verdict.REOPENED,
}
"""With Alt (officer-day.md §5)."""
_ROOMY = 400
_CHECK_LOOK = {
    CheckState.OK: ("circle-check", "greenText", "text2"),
    CheckState.BAD: ("warn", "orangeText", "orangeText"),
    CheckState.NONE: ("minus", "text3", "text3"),
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer decided."""

    verdict: Verdict
    comment: str
    findings: tuple[str, ...]
    passed: tuple[str, ...]
    failed: tuple[str, ...]


class CheckLine(QWidget):
    """One line of the machine: state, what was looked at, what was found."""

    def __init__(self, check: Check) -> None:
        super().__init__()
        self._check = check
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        state = {
            CheckState.OK: tr("đạt"),
            CheckState.BAD: tr("chưa"),
            CheckState.NONE: tr("không áp dụng"),
        }[check.state]
        self.setAccessibleName(f"{check_name(check)}: {state}, {check_value(check)}")

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon, tone, ink = _CHECK_LOOK[self._check.state]
        box = QRectF(self.rect())
        bad = self._check.state is CheckState.BAD
        glyph = px(16)
        draw_icon(painter, 0, (box.height() - glyph) / 2, icon, glyph, tone)
        value = elide(check_value(self._check), "small", box.width() * 0.5, 600 if bad else 400)
        width = text_width(value, "small", 600 if bad else 400)
        draw_text(
            painter,
            box.width() - width,
            0,
            value,
            "small",
            ink,
            weight=600 if bad else 400,
            line=box.height(),
        )
        name = elide(check_name(self._check), "body", box.width() - width - px(36), 600 if bad else 400)
        draw_text(painter, px(26), 0, name, "body", "text", weight=600 if bad else 400, line=box.height())


class JudgeButton(QAbstractButton):
    """«Đạt» or «Chưa» of one item."""

    def __init__(self, text: str, icon: str, tone: str) -> None:
        super().__init__()
        self._text, self._icon, self._tone = text, icon, tone
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changed().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(px(72), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, theme = QRectF(self.rect()), current_theme()
        on = self.isChecked()
        fill = f"{self._tone}Subtle" if on else "hover" if self.underMouse() else "raised"
        border = f"{self._tone}Border" if on else "neutralBorder"
        fill_round(painter, box, theme.radius("control"), fill, border)
        ink = f"{self._tone}Text" if on else "text2" if self.isEnabled() else "textDis"
        glyph, weight = px(14), 600 if on else 500
        width = glyph + px(6) + text_width(self._text, "small", weight)
        left = (box.width() - width) / 2
        draw_icon(painter, left, (box.height() - glyph) / 2, self._icon, glyph, ink)
        draw_text(
            painter, left + glyph + px(6), 0, self._text, "small", ink, weight=weight, line=box.height()
        )
        if self.hasFocus():
            draw_focus_ring(painter, box)


class JudgeLine(QWidget):
    """One item a person judges. Nothing is chosen at first."""

    changed = Signal()

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self.code = code
        self.met = JudgeButton(tr("Đạt"), "act.approve", "green")
        self.unmet = JudgeButton(tr("Chưa"), "act.remove", "orange")
        self.met.setAccessibleName(tr("{name}: đạt", name=name))
        self.unmet.setAccessibleName(tr("{name}: chưa", name=name))
        group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(3), 0, px(3))
        row.setSpacing(px(4))
        row.addWidget(PlainLabel(name, "body", elided=True), 1)
        for button in (self.met, self.unmet):
            group.addButton(button)
            button.clicked.connect(self.changed)
            row.addWidget(button)

    def judged(self) -> bool | None:
        """Return whether the item is met; ``None`` while nobody said."""
        if self.met.isChecked():
            return True
        return False if self.unmet.isChecked() else None


class FindingButton(QAbstractButton):
    """A kind of fault that can be put on the findings."""

    def __init__(self, code: str, name: str) -> None:
        super().__init__()
        self.code, self.name = code, name
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme_changed().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return QSize(round(px(6 + 14 + 5 + 8) + text_width(self.name, "small", 500)) + 1, px(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, theme, on = QRectF(self.rect()), current_theme(), self.isChecked()
        fill = "orangeSubtle" if on else "hover" if self.underMouse() else "raised"
        fill_round(painter, box, theme.radius("chip"), fill, "orangeBorder" if on else "neutralBorder")
        ink, glyph = ("orangeText" if on else "text2"), px(14)
        icon = "act.approve" if on else "act.add"
        draw_icon(painter, px(6), (box.height() - glyph) / 2, icon, glyph, ink)
        draw_text(painter, px(25), 0, self.name, "small", ink, weight=500, line=box.height())
        if self.hasFocus():
            draw_focus_ring(painter, box)


class Findings(QWidget):
    """The kinds of faults, wrapped into as many rows as they take."""

    changed = Signal()

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.buttons = [FindingButton(code, name) for code, name in names.items()]
        for button in self.buttons:
            button.setParent(self)
            button.clicked.connect(self.changed)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _arrange(self, width: int, *, place: bool) -> int:
        x = y = 0
        for button in self.buttons:
            hint = button.sizeHint()
            if x and x + hint.width() > width:
                x, y = 0, y + hint.height() + px(6)
            if place:
                button.setGeometry(x, y, hint.width(), hint.height())
            x += hint.width() + px(6)
        return y + px(26)

    def resizeEvent(self, _event: object) -> None:
        self.setFixedHeight(self._arrange(self.width(), place=True))

    def chosen(self) -> tuple[str, ...]:
        """Return the codes that are on."""
        return tuple(button.code for button in self.buttons if button.isChecked())


class JudgingPane(Pane):
    """Checklist, comment and verdict of one entry. ``decided`` carries a ``Judgement``."""

    decided = Signal(object)

    def __init__(
        self,
        items: Mapping[str, str],
        findings: Mapping[str, str],
        fix_hours: int,
        parent: QWidget | None = None,
    ) -> None:
        """Take the names of the policy's items and findings by code, and how long an officer has to put things right."""
        super().__init__("panel", line="l", parent=parent)
        self._fix_hours = fix_hours
        self._sheet: ReviewSheet | None = None
        self._keys = ("Alt+1", "Alt+2", "Alt+3")
        self.chip = ChipLabel(green(""))
        self.checks = QVBoxLayout()
        self.lines = [JudgeLine(code, name) for code, name in items.items()]
        self.findings = Findings(findings)
        self.comment = SpacedEdit("msg")
        self.hint = PlainLabel("", "small", "text3")
        self.effect = PlainLabel("", "small", "text3", wrap=True)
        self._missing = ""
        self.trouble = PlainLabel("", "small", "orangeText", weight=600, wrap=True)
        self.back = ActionButton(tr("Trả lại"), "act.return", "warn", self._keys[1])
        self.again = ActionButton(tr("Mở lại"), "lock-open", "plain", self._keys[2])
        self.good = ActionButton(tr("Duyệt"), "act.approve", "approve", self._keys[0])
        self._build()
        self._connect()
        self.show_sheet(None)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(16), px(18), px(14))
        head.setSpacing(px(8))
        head.addWidget(PlainLabel(tr("Phiếu kiểm tra"), "title", weight=600))
        head.addWidget(self.chip)
        head.addStretch(1)
        self._next = PlainLabel(tr("Ctrl ↑↓ hồ sơ kế"), "small", "text3")
        head.addWidget(self._next)
        inside = QWidget()
        inside.setProperty("clear", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(18), px(14), px(18), px(12))
        column.setSpacing(px(4))
        column.addWidget(Heading(tr("Máy kiểm tra")))
        self.checks.setSpacing(0)
        column.addLayout(self.checks)
        column.addSpacing(px(6))
        column.addWidget(Line("border"))
        column.addSpacing(px(6))
        self._judge_head = Heading(tr("Người kiểm tra đánh giá"))
        column.addWidget(self._judge_head)
        for line in self.lines:
            column.addWidget(line)
        column.addSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(PlainLabel(tr("Nhận xét"), "body", weight=600))
        row.addStretch(1)
        row.addWidget(self.hint)
        column.addLayout(row)
        self.comment.setAccessibleName(tr("Nhận xét"))
        self.comment.setTabChangesFocus(True)
        self.comment.set_room(px(76))
        self.comment.setFont(font("body"))
        self.comment.installEventFilter(self)
        column.addWidget(self.comment)
        column.addSpacing(px(4))
        column.addWidget(self.findings)
        column.addSpacing(px(8))
        column.addWidget(self.effect)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(inside)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(18), px(10), px(18), px(12))
        foot.setSpacing(px(6))
        foot.addWidget(self.trouble)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(FOOT_GAP))
        for button in (self.back, self.again, self.good):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        foot.addLayout(buttons)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addWidget(Line("border"))
        outer.addWidget(area, 1)
        outer.addWidget(Line("border"))
        outer.addLayout(foot)

    def _connect(self) -> None:
        theme_changed().changed.connect(self._restyle)
        for changed in (
            self.comment.textChanged,
            self.findings.changed,
            *(one.changed for one in self.lines),
        ):
            changed.connect(self._answered)
        self.good.clicked.connect(lambda: self.decide(Verdict.PASSED))
        self.back.clicked.connect(lambda: self.decide(Verdict.RETURNED))
        self.again.clicked.connect(lambda: self.decide(Verdict.REOPENED))

    def _restyle(self) -> None:
        self.comment.setFont(font("body"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Alt+1…3 decide while one writes; a text field would take the digit for text."""
        if watched is self.comment and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            verdict = VERDICT_KEYS.get(Qt.Key(event.key()))
            alone = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if verdict is not None and alone == Qt.KeyboardModifier.AltModifier:
                if not event.isAutoRepeat():
                    self.decide(verdict)
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._next.setVisible(self.width() >= px(_ROOMY))

    # -- what is shown --------------------------------------------------------------------------------------------

    def show_sheet(self, sheet: ReviewSheet | None) -> None:
        """Show an entry; what was written about another one is gone."""
        same = sheet is not None and self._sheet is not None and sheet.row.ref == self._sheet.row.ref
        self._sheet = sheet
        while (item := self.checks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for check in sheet.checks if sheet else ():
            self.checks.addWidget(CheckLine(check))
        if not same:
            self._clear()
        proposal = sheet is not None and sheet.row.is_proposal
        self.back.set_label(tr("Không ký") if proposal else tr("Trả lại"))
        self.good.set_label(tr("Ký đóng") if proposal else tr("Duyệt"))
        self.again.setVisible(not proposal)
        self.setEnabled(sheet is not None)
        self._refresh()

    def _clear(self) -> None:
        self._missing = ""
        for line in self.lines:
            group = line.met.group()
            group.setExclusive(False)
            line.met.setChecked(False)
            line.unmet.setChecked(False)
            group.setExclusive(True)
        for button in self.findings.buttons:
            button.setChecked(False)
        self.comment.clear()

    def _answered(self) -> None:
        """Take back what was said to be missing: the officer has gone on."""
        self._missing = ""
        self._refresh()

    def _refresh(self) -> None:
        sheet = self._sheet
        checks = sheet.checks if sheet else ()
        good = sum(check.state is not CheckState.BAD for check in checks)
        good += sum(line.judged() is True for line in self.lines)
        whole = len(checks) + len(self.lines)
        words = tr("{good} / {whole} mục đạt", good=good, whole=whole)
        self.chip.set_chip(green(words, "act.select") if good == whole else orange(words, "act.select"))
        self.chip.setVisible(sheet is not None)
        self.hint.setText(tr("bắt buộc khi trả lại"))
        trouble = self._own()
        # What is missing stays when the entry is only read again.
        self.trouble.setText(trouble or self._missing)
        self.trouble.setVisible(bool(trouble or self._missing))
        for button in (self.back, self.again, self.good):
            button.setEnabled(sheet is not None and not trouble)
        if any(line.judged() is False for line in self.lines):
            self.good.setEnabled(False)
        self.effect.setText(self._effect())

    def _own(self) -> str:
        sheet = self._sheet
        if sheet is None or not sheet.own:
            return ""
        if sheet.row.is_proposal:
            return tr("Đề nghị này của chính bạn: người khác ký")
        return tr("Bạn đã xử lý hồ sơ này: người khác phải kiểm tra")

    def _effect(self) -> str:
        sheet = self._sheet
        if sheet is None:
            return ""
        who = said(sheet.row.handler_name)
        if sheet.row.is_proposal:
            return tr(
                "Ký thì hồ sơ đóng. Không ký thì hồ sơ ở lại với {who} kèm nhận xét. Mọi quyết định ghi vào nhật ký.",
                who=who,
            )
        return tr(
            "Sau khi trả lại, hồ sơ về hàng “Của tôi” của {who}, hạn sửa {hours} giờ. Mọi quyết định ghi vào nhật ký.",
            who=who,
            hours=self._fix_hours,
        )

    # -- deciding -------------------------------------------------------------------------------------------------

    def decide(self, verdict: Verdict) -> None:
        """Decide as a button or its key does. What is missing is said, and the focus goes there.

        Passing without having judged the items one by one judges them all as met: the verdict says so.
        """
        sheet = self._sheet
        if sheet is None or self._own() or (sheet.row.is_proposal and verdict is Verdict.REOPENED):
            return
        comment = self._words()
        if verdict is Verdict.PASSED:
            if any(line.judged() is False for line in self.lines):
                self._say(tr("Còn mục «Chưa»: trả lại, hoặc đánh giá lại"))
                return
            doubtful = any(check.state is CheckState.BAD for check in sheet.checks)
            if doubtful and not comment and not sheet.row.is_proposal:
                self._say(tr("Máy thấy điểm chưa đạt: ghi nhận xét vì sao vẫn duyệt"))
                return
            for line in self.lines:
                line.met.setChecked(True)
        elif not comment:
            self._say(tr("Thiếu nhận xét: ghi cho cán bộ xử lý biết phải sửa gì"))
            return
        passed = tuple(line.code for line in self.lines if line.judged() is True)
        failed = tuple(line.code for line in self.lines if line.judged() is False)
        self.decided.emit(Judgement(verdict, comment, self.findings.chosen(), passed, failed))

    def _words(self) -> str:
        """Return the comment; findings that were only pressed stand for one."""
        written = self.comment.toPlainText().strip()
        pressed = [button.name for button in self.findings.buttons if button.isChecked()]
        return written or ". ".join(pressed)

    def _say(self, words: str) -> None:
        self._missing = words
        self._refresh()
        self.comment.setFocus(Qt.FocusReason.OtherFocusReason)
