"""The pass phrase an export file is closed with: typed twice, or proposed and written down; and what is lost without it (T12)."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.actions.packing import phrase_trouble
from console.domain.pass_phrase import LONGEST, PassPhrase, Strength, proposed, strength, taken
from console.runtime.i18n import look_up, tr
from console.ui.common.button_row import button_row
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.pin_field import PinField
from console.ui.dialogs.base import Question


class PassPhraseDialog(Question):
    """Asks for a pass phrase twice. ``chosen(PassPhrase)``; what was typed is forgotten when the dialog goes, whichever way."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None, number: str, verb: str) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            number: of the case that leaves.
            verb: what the button does.

        """
        super().__init__(
            parent,
            tr("Đặt mật khẩu cho tệp xuất {number}", number=number),
            tr("Tệp được mã hóa; người nhận mở bằng mật khẩu này, trên máy nào cũng được"),
            icon="lock",
            verb=verb,
            verb_icon="act.export",
        )
        self.first = PinField(tr("Mật khẩu"))
        self.again = PinField(tr("Nhập lại mật khẩu"))
        self.hint = PlainLabel("", "small", "text2", wrap=True)
        self.shown = PlainLabel("", "title", wrap=True)
        self.propose = ActionButton(tr("Đề xuất mật khẩu"), "key-round", "plain", "Ctrl G")
        self.propose.clicked.connect(self._propose)
        for field in (self.first, self.again):
            field.setMaxLength(LONGEST)
            field.textEdited.connect(self._typed)
            field.textChanged.connect(self.refresh)
            field.entered.connect(self._on_enter)
        self.body.addWidget(Heading(self.first.accessibleName()))
        self.body.addWidget(self.first)
        self.body.addWidget(self.hint)
        self.body.addWidget(Heading(self.again.accessibleName()))
        self.body.addWidget(self.again)
        self.body.addLayout(button_row(self.propose))
        self.body.addWidget(self.shown)
        lost = tr(
            "Mật khẩu không được lưu ở đâu. Quên là mất tệp này, không ai mở lại được, kể cả quản trị. "
            "Hồ sơ trong kho còn nguyên và xuất lại được."
        )
        self.body.addWidget(PlainLabel(lost, "small", "orangeText", wrap=True))
        self.finished.connect(self.clear)
        self.first.setFocus()
        self.refresh()

    def _on_enter(self) -> None:
        """Enter goes on to the next empty field, and in the last one decides."""
        missing = next((field for field in (self.first, self.again) if not field.text()), None)
        if missing is not None:
            missing.setFocus()
        else:
            self.decide()

    def _typed(self) -> None:
        """Show a proposal no longer than it is the one that counts."""
        self.shown.setText("")
        self.shown.setVisible(False)

    def _propose(self) -> None:
        phrase = proposed(secrets.randbelow)
        self.shown.setText(phrase)
        self.shown.setVisible(True)
        self.first.setText(phrase)
        self.again.setText(phrase)
        self.verb.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_G and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._propose()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Say how hard the pass phrase is to guess, beside what is missing."""
        super().refresh()
        self.hint.setText(self._strength())
        strong = strength(self.first.text())
        tones = {Strength.STRONG: "greenText", Strength.ENOUGH: "text2"}
        self.hint.set_tone(tones.get(strong, "orangeText") if self.first.text() else "text2")
        self.shown.setVisible(bool(self.shown.text()))

    def _strength(self) -> str:
        if self.shown.text():
            return tr("Độ mạnh: rất khó đoán. Ghi lại mật khẩu dưới đây trước khi xuất.")
        if not self.first.text():
            return tr("Bốn, năm từ không liên quan nhau, có dấu hoặc số, là đủ khó đoán.")
        match strength(self.first.text()):
            case Strength.STRONG:
                return tr("Độ mạnh: rất khó đoán")
            case Strength.ENOUGH:
                return tr("Độ mạnh: đủ. Dài thêm một từ nữa thì tốt hơn.")
        return tr("Độ mạnh: còn yếu")

    def trouble(self) -> str:
        if not self.first.text():
            return tr("Nhập mật khẩu cho tệp xuất")
        weak = phrase_trouble(self.first.text())
        if weak is not None:
            return look_up(weak.template, **weak.values)
        if not self.again.text():
            return tr("Nhập lại mật khẩu một lần nữa")
        if self.first.text() != self.again.text():
            return tr("Hai lần nhập mật khẩu không giống nhau")
        return ""

    def promise(self) -> str:
        return tr("Báo mật khẩu cho người nhận bằng đường khác, không gửi cùng tệp.")

    def act(self) -> None:
        phrase: PassPhrase = taken(self.first.text())
        self.chosen.emit(phrase)

    def clear(self) -> None:
        """Forget everything typed and shown."""
        self.shown.setText("")
        self.first.forget()
        self.again.forget()
