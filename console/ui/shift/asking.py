"""Questions of the shift: its start with three checks, a signature, one line of words, an officer to give a case to."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from console.domain.handover import Part
from console.domain.officer import Officer
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.paint import draw_icon, draw_text, elide
from console.ui.common.pin_field import PinField
from console.ui.common.times import clock_text
from console.ui.dialogs.base import Question
from console.ui.theme import px

LINE_LIMIT = 300


class CheckRow(QWidget):
    """One check of the start: passed, failed, or not done yet."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._found = words, ""
        self.passed: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_result(None, "")

    def set_result(self, passed: bool | None, found: str) -> None:
        """Show a result; ``None`` is not done yet."""
        self.passed, self._found = passed, found
        state = tr("chưa thử") if passed is None else tr("đạt") if passed else tr("chưa đạt")
        self.setAccessibleName(f"{self._words}: {state}. {found}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        icon, tone = {
            None: ("circle", "text3"),
            True: ("circle-check", "greenText"),
            False: ("warn", "orangeText"),
        }[self.passed]
        glyph = px(16)
        draw_icon(painter, 0, (box.height() - glyph) / 2, icon, glyph, tone)
        width = draw_text(painter, px(26), 0, self._words, "body", "text", line=box.height())
        room = box.width() - px(36) - width
        found = elide(safe_line(self._found, 160), "small", room)
        draw_text(
            painter,
            px(34) + width,
            0,
            found,
            "small",
            "text3" if self.passed else "orangeText",
            line=box.height(),
        )


class StartDialog(Question):
    """The start of a shift. ``opened(tuple, str, str)``: other officers, what failed with the bell, with the lights."""

    opened = Signal(object, str, str)
    sound_wanted = Signal()

    def __init__(
        self,
        parent: QWidget | None,
        *,
        planned_end: int,
        heard: bool | None,
        lights: Sequence[tuple[str, bool]],
        clock: tuple[bool, str],
        others: Sequence[Officer],
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            planned_end: when the shift will end (UTC ms).
            heard: whether the alarm was heard; ``None`` while it was not tried.
            lights: the three lights, name and whether it is green.
            clock: whether the clock is right, and what was found.
            others: officers who may be on the shift too.

        """
        super().__init__(
            parent,
            tr("Mở ca trực"),
            tr("Hết ca lúc {time}", time=clock_text(planned_end)),
            icon="nav.giaoca",
            verb=tr("Mở ca"),
            verb_icon="act.login",
        )
        self.bell = CheckRow(tr("Nghe được chuông báo"))
        self.lights = CheckRow(tr("Ba đèn xanh: Zalo, kho, bản lưu"))
        self.clock = CheckRow(tr("Đồng hồ máy đúng trong 60 giây"))
        self.try_bell = ActionButton(tr("Thử chuông…"), "bell", "plain", small=True)
        self.try_bell.clicked.connect(self.sound_wanted)
        row = QHBoxLayout()
        row.addWidget(self.bell, 1)
        row.addWidget(self.try_bell)
        self.body.addWidget(Heading(tr("Kiểm tra đầu ca")))
        self.body.addLayout(row)
        self.body.addWidget(self.lights)
        self.body.addWidget(self.clock)
        self.failed = QLineEdit()
        self.failed.setMaxLength(LINE_LIMIT)
        self.failed.setPlaceholderText(tr("Điều chưa đạt là gì, đã báo ai"))
        self.failed.setAccessibleName(tr("Tình trạng chưa đạt"))
        self.failed.textChanged.connect(self.refresh)
        self.body.addWidget(self.failed)
        self.boxes = {one.officer_id: QCheckBox(safe_line(one.title, 60)) for one in others}
        if others:
            self.body.addWidget(Heading(tr("Cùng trực")))
            for box in self.boxes.values():
                self.body.addWidget(box)
        off = [name for name, green in lights if not green]
        words = tr("chưa xanh: {names}", names=", ".join(off)) if off else ""
        self.lights.set_result(not off, words)
        self.clock.set_result(*clock)
        self.set_heard(heard)

    def set_heard(self, heard: bool | None) -> None:
        """Show what came of the sound check."""
        self.bell.set_result(heard, "" if heard else tr("bấm «Thử chuông»"))
        self.refresh()

    def _bad(self) -> bool:
        return any(row.passed is False for row in (self.bell, self.lights, self.clock))

    def trouble(self) -> str:
        self.failed.setVisible(self._bad())
        if self.bell.passed is None:
            return tr("Thử chuông trước khi mở ca")
        if self._bad() and not self.failed.text().strip():
            return tr("Có mục chưa đạt: ghi tình trạng rồi vẫn mở được ca")
        return ""

    def promise(self) -> str:
        return tr("Giờ mở ca, người trực và kết quả kiểm tra vào sổ trực.")

    def act(self) -> None:
        words = self.failed.text().strip()
        others = tuple(code for code, box in self.boxes.items() if box.isChecked())
        self.opened.emit(others, "" if self.bell.passed else words, "" if self.lights.passed else words)


class LineDialog(Question):
    """Asks for one line of words. ``answered(str)``."""

    answered = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        *,
        icon: str,
        verb: str,
        label: str,
        promise: str,
        tone: str = "accent",
    ) -> None:
        super().__init__(parent, title, detail, icon=icon, verb=verb, verb_icon=icon, tone=tone)
        self._promise = promise
        self.field = QLineEdit()
        self.field.setMaxLength(LINE_LIMIT)
        self.field.setAccessibleName(label)
        self.field.textChanged.connect(self.refresh)
        self.field.returnPressed.connect(self.decide)
        self.body.addWidget(Heading(label))
        self.body.addWidget(self.field)
        self.field.setFocus()
        self.refresh()

    def trouble(self) -> str:
        return "" if self.field.text().strip() else tr("Chưa ghi gì")

    def promise(self) -> str:
        return self._promise

    def act(self) -> None:
        self.answered.emit(self.field.text().strip())


class OfficerDialog(Question):
    """Asks which officer a case is given to. ``picked(str)`` carries his id."""

    picked = Signal(str)

    def __init__(self, parent: QWidget | None, number: str, officers: Sequence[Officer]) -> None:
        super().__init__(
            parent,
            tr("Giao {number} cho ai?", number=number),
            "",
            icon="person",
            verb=tr("Giao hồ sơ"),
            verb_icon="act.approve",
        )
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        for one in officers:
            button = QRadioButton(safe_line(one.title, 60))
            self._group.addButton(button)
            self.choices[one.officer_id] = button
            self.body.addWidget(button)
        self._group.buttonClicked.connect(self.refresh)
        if self.choices:
            next(iter(self.choices.values())).setFocus()
        self.refresh()

    def trouble(self) -> str:
        if not self.choices:
            return tr("Không có cán bộ nào khác ở bàn này")
        return "" if self._group.checkedButton() else tr("Chọn một cán bộ")

    def promise(self) -> str:
        return tr("Đồng chí ấy giữ hồ sơ từ lúc này và thấy ngay ở «Của tôi».")

    def act(self) -> None:
        chosen = next(code for code, button in self.choices.items() if button.isChecked())
        self.picked.emit(chosen)


class SignDialog(Question):
    """A signature with one's own PIN. ``signed(str, str, str)``: who, the PIN, and the reason where the giver is absent."""

    signed = Signal(str, str, str)

    def __init__(
        self,
        parent: QWidget | None,
        part: Part,
        signers: Sequence[Officer],
        *,
        detail: str,
        asks_pin: bool,
        absent: bool = False,
        wrong: Callable[[], str] | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            part: as what is signed.
            signers: who can sign here; the first one is proposed.
            detail: one line about the sheet.
            asks_pin: whether officers have PINs at this desk.
            absent: the leaver has gone; a reason is asked for.
            wrong: what was wrong with the last try, "" for nothing.

        """
        names = {
            Part.GIVER: tr("Ký giao ca"),
            Part.TAKER: tr("Nhận ca, vắng người giao") if absent else tr("Ký nhận ca"),
            Part.COMMANDER: tr("Chỉ huy trực ký"),
        }
        super().__init__(parent, names[part], detail, icon="act.sign", verb=tr("Ký"), verb_icon="act.sign")
        self._absent, self._asks_pin = absent, asks_pin
        self._part = part
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        column = QVBoxLayout()
        for one in signers:
            button = QRadioButton(safe_line(one.title, 60))
            self._group.addButton(button)
            self.choices[one.officer_id] = button
            column.addWidget(button)
        if self.choices:
            next(iter(self.choices.values())).setChecked(True)
        self.body.addWidget(Heading(tr("Người ký")))
        self.body.addLayout(column)
        self.reason = QLineEdit()
        self.reason.setMaxLength(LINE_LIMIT)
        self.reason.setAccessibleName(tr("Vì sao vắng người giao"))
        self.reason.textChanged.connect(self.refresh)
        if absent:
            self.body.addWidget(Heading(tr("Vì sao vắng người giao")))
            self.body.addWidget(self.reason)
        self.pin = PinField(tr("PIN của người ký"))
        self.pin.textChanged.connect(self.refresh)
        self.pin.entered.connect(self.decide)
        self.finished.connect(self.pin.forget)
        if asks_pin:
            self.body.addWidget(Heading(tr("PIN của người ký")))
            self.body.addWidget(self.pin)
        self.wrong = PlainLabel(wrong() if wrong else "", "small", "redText", wrap=True)
        self.wrong.setVisible(bool(self.wrong.text()))
        self.body.addWidget(self.wrong)
        (self.reason if absent else self.pin if asks_pin else self.verb).setFocus()
        self.refresh()

    def trouble(self) -> str:
        if not self.choices:
            return tr("Không có ai ký được ở bàn này")
        if self._absent and not self.reason.text().strip():
            return tr("Ghi vì sao vắng người giao")
        if self._asks_pin and not self.pin.text():
            return tr("Nhập PIN của người ký")
        return ""

    def promise(self) -> str:
        if self._absent:
            return tr("Nhật ký ghi «vắng người giao» và báo chỉ huy.")
        if self._part is Part.TAKER:
            return tr("Ca này đóng lại. Hồ sơ đã nhận là của người nhận.")
        return tr("Chữ ký kèm mã nhật ký lúc ký.")

    def act(self) -> None:
        who = next(code for code, button in self.choices.items() if button.isChecked())
        self.signed.emit(who, self.pin.text(), self.reason.text().strip())
