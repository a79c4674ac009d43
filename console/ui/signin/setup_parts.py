"""Small parts of the wizard's pages: a line with its sign, a tinted panel, the card of the OA, a field with its name."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.button_row import button_row
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_icon, fill_round
from console.ui.signin.emblem import Emblem
from console.ui.signin.setup_state import Check, Found, LinkedOa
from console.ui.theme import current_theme, font, px, theme_changed

_SIGNS = {
    Found.OK: ("check", "greenText"),
    Found.WARN: ("warn", "orangeText"),
    Found.BAD: ("circle-x", "redText"),
}
WORDS_LIMIT = 400


class Sign(QWidget):
    """A small icon that changes with what it stands for."""

    def __init__(self, icon: str = "", tone: str = "text3", edge: int = 18) -> None:
        super().__init__()
        self._icon, self._tone, self._edge = icon, tone, edge
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(px(self._edge), px(20))
        self.update()

    def set_sign(self, icon: str, tone: str) -> None:
        """Show another icon."""
        self._icon, self._tone = icon, tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._icon:
            edge = px(self._edge)
            draw_icon(QPainter(self), 0, (self.height() - edge) / 2, self._icon, edge, self._tone)


class SignLine(QWidget):
    """A sign, a word in bold, and what is said of it."""

    def __init__(self, icon: str, tone: str, name: str, words: str, *, strong: bool = True) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(2), 0, px(2))
        row.setSpacing(px(10))
        self.sign = Sign(icon, tone)
        self.name = PlainLabel(name, "body", "text" if strong else "text2", weight=600 if strong else 0)
        self.words = PlainLabel(words, "body", "text3", wrap=True)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


class CheckLine(QWidget):
    """One check of the machine; under its name what was found."""

    def __init__(self, name: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(4), 0, px(4))
        row.setSpacing(px(12))
        self.sign = Sign()
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(name, "body", weight=600))
        self.words = PlainLabel("", "body", "text2", wrap=True)
        column.addWidget(self.words)
        row.addLayout(column, 1)
        self.wait()

    def wait(self) -> None:
        """Show that it is being looked at."""
        self.sign.set_sign("send.sending", "text3")
        self.words.setText(tr("Đang kiểm tra…"))
        self.words.set_tone("text3")

    def show_check(self, check: Check) -> None:
        """Show what was found."""
        icon, tone = _SIGNS[check.found]
        self.sign.set_sign(icon, tone)
        self.words.setText(safe_line(check.words, WORDS_LIMIT))
        self.words.set_tone("text2" if check.found is Found.OK else tone)


class Panel(QWidget):
    """A tinted box: a sign, a line in bold, a line below it, and whatever is added to ``column``."""

    def __init__(self, tone: str = "accent") -> None:
        super().__init__()
        self._tone = tone
        row = QHBoxLayout(self)
        row.setContentsMargins(px(18), px(14), px(18), px(14))
        row.setSpacing(px(14))
        self.sign = Sign()
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(px(2))
        self.title = PlainLabel("", "body", weight=600, wrap=True)
        self.words = PlainLabel("", "body", "text2", wrap=True)
        self.column.addWidget(self.title)
        self.column.addWidget(self.words)
        row.addLayout(self.column, 1)
        theme_changed().changed.connect(self.update)

    def say(self, tone: str, icon: str, title: str, words: str = "") -> None:
        """Show a state; ``tone`` is ``accent``, ``green``, ``orange`` or ``red``."""
        self._tone = tone
        self.sign.set_sign(icon, f"{tone}Text")
        self.title.setText(safe_line(title, WORDS_LIMIT))
        self.words.setText(safe_line(words, WORDS_LIMIT))
        self.words.setVisible(bool(words))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill, line = f"{self._tone}Subtle", f"{self._tone}Border"
        fill_round(QPainter(self), QRectF(self.rect()), current_theme().radius("card"), fill, line)


class OaCard(QWidget):
    """Which OA: unknown until its administrator has consented, then its name, kind and number."""

    change_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(14), px(14), px(14))
        row.setSpacing(px(18))
        row.addWidget(Emblem(48))
        column = QVBoxLayout()
        column.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(6))
        self.name = PlainLabel("", "title")
        self.sign = Sign("", "accentText", 16)
        head.addWidget(self.name)
        head.addWidget(self.sign)
        head.addStretch(1)
        column.addLayout(head)
        self.about = PlainLabel("", "body", "text3", wrap=True)
        column.addWidget(self.about)
        row.addLayout(column, 1)
        self._settled = False
        self.change = ActionButton(tr("Đổi OA…"))
        self.change.clicked.connect(self.change_wanted)
        row.addWidget(self.change)
        theme_changed().changed.connect(self.update)
        self.show_oa(None)

    def settle(self) -> None:
        """Offer no other OA any more."""
        self._settled = True
        self.change.hide()

    def show_oa(self, oa: LinkedOa | None) -> None:
        """Show the OA, or that it is not known yet."""
        self.change.setVisible(oa is not None and not self._settled)
        self.sign.set_sign("verified" if oa is not None and oa.verified else "", "accentText")
        if oa is None:
            self.name.setText(tr("Trang OA của đơn vị"))
            self.about.setText(tr("Zalo cho biết tên và số của trang sau khi quản trị viên đồng ý"))
            return
        self.name.setText(safe_line(oa.name, 80) or tr("Trang OA"))
        kind = tr("OA cơ quan nhà nước") if oa.official else tr("OA")
        self.about.setText(tr("{kind} · ID {number}", kind=kind, number=safe_line(oa.oa_id, 40)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill_round(QPainter(self), QRectF(self.rect()), current_theme().radius("card"), "panel", "border")


class NamedField(QLineEdit):
    """One line of text under its name. ``entered``: Enter was pressed in it."""

    entered = Signal()

    def __init__(self, name: str, hint: str, limit: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setMaxLength(limit)
        self.setProperty("big", True)
        self.returnPressed.connect(self.entered)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(font("body"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come into view where the window is too low for the whole page."""
        super().focusInEvent(event)
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(self, 0, px(28))
            above = above.parentWidget()


def add_field(layout: QVBoxLayout, field: QLineEdit, about: str) -> None:
    """Put a field into a page: its name above, where to find it below."""
    layout.addWidget(PlainLabel(field.accessibleName(), "body", weight=600))
    layout.addWidget(field)
    layout.addWidget(PlainLabel(about, "small", "text3", wrap=True))
    layout.addSpacing(px(8))


def links(*buttons: ActionButton) -> QHBoxLayout:
    """Return what a step offers, far enough apart to be read as links."""
    return button_row(*buttons, gap=20)
