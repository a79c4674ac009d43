"""The choice of a new PIN: typed twice, and not one of those that are tried first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.pin import LIMIT, SHORTEST, WORDS_LEAST, all_alike, in_a_row
from console.runtime.i18n import tr
from console.ui.common.labels import Heading
from console.ui.common.pin_field import PinField
from console.ui.dialogs.base import Question


def pin_trouble(pin: str) -> str:
    """Return in words why a PIN is too easy, or "".

    At least six digits, or eight characters of any kind; not one character again and again, and not digits in their order
    (``123456``, ``987654``).
    """
    plain = pin.isascii() and pin.isdigit()
    least = SHORTEST if plain else WORDS_LEAST
    if len(pin) < least:
        return tr(
            "PIN cần ít nhất {digits} chữ số hoặc {characters} ký tự",
            digits=SHORTEST,
            characters=WORDS_LEAST,
        )
    if len(pin) > LIMIT:
        return tr("PIN dài quá {limit} ký tự", limit=LIMIT)
    if all_alike(pin):
        return tr("PIN không được là một ký tự lặp lại")
    if in_a_row(pin):
        return tr("PIN không được là các số liền nhau như 123456")
    return ""


class NewPinDialog(Question):
    """Asks for a new PIN twice. ``chosen(PIN)``, or with the old one asked for ``chosen_with_old(old, new)``.

    What was typed is forgotten when the dialog goes, whichever way.
    """

    chosen = Signal(str)
    chosen_with_old = Signal(str, str)

    def __init__(self, parent: QWidget | None, who: str, *, ask_old: bool = False, once: str = "") -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            who: rank and name of the officer whose PIN it becomes.
            ask_old: whether the old PIN is asked for.
            once: the PIN for one sign-in that he came with; the new one must be another.

        """
        super().__init__(
            parent,
            tr("Đặt PIN của riêng bạn để vào") if once else tr("Đặt PIN mới?"),
            who,
            icon="key-round",
            verb=tr("Đặt PIN"),
            verb_icon="check",
        )
        self._ask_old, self._once = ask_old, once
        self.old = PinField(tr("PIN hiện tại"))  # without a parent, never shown, unless it is asked for
        self.new = PinField(tr("PIN mới"))
        self.again = PinField(tr("Nhập lại PIN mới"))
        self.fields = (self.old, self.new, self.again) if ask_old else (self.new, self.again)
        for field in self.fields:
            self.body.addWidget(Heading(field.accessibleName()))
            self.body.addWidget(field)
            field.textChanged.connect(self.refresh)
            field.entered.connect(self._on_enter)
        for before, after in zip(self.fields, (*self.fields[1:], self.cancel), strict=True):
            self.setTabOrder(before, after)
        self.setTabOrder(self.cancel, self.verb)
        self.finished.connect(self.clear)
        self.fields[0].setFocus()
        self.refresh()

    def _on_enter(self) -> None:
        """Enter goes on to the next empty field, and in the last one decides."""
        missing = next((field for field in self.fields if not field.text()), None)
        if missing is not None:
            missing.setFocus()
        else:
            self.decide()

    def trouble(self) -> str:
        if self._ask_old and not self.old.text():
            return tr("Nhập PIN hiện tại")
        if not self.new.text():
            return tr("Nhập PIN mới")
        weak = pin_trouble(self.new.text())
        if weak:
            return weak
        if not self.again.text():
            return tr("Nhập lại PIN mới một lần nữa")
        if self.new.text() != self.again.text():
            return tr("Hai lần nhập PIN mới không giống nhau")
        if self._ask_old and self.old.text() == self.new.text():
            return tr("PIN mới phải khác PIN hiện tại")
        if self._once and self.new.text() == self._once:
            return tr("PIN mới phải khác PIN dùng một lần")
        return ""

    def promise(self) -> str:
        if self._once:
            return tr("Từ nay chỉ bạn biết PIN này. Nhật ký ghi việc đổi, không ghi PIN.")
        return tr("Dùng PIN mới từ lần đăng nhập sau. Nhật ký ghi việc đổi, không ghi PIN.")

    def act(self) -> None:
        if self._ask_old:
            self.chosen_with_old.emit(self.old.text(), self.new.text())
        else:
            self.chosen.emit(self.new.text())

    def clear(self) -> None:
        """Forget everything typed."""
        self._once = ""
        for field in self.fields:
            field.forget()
