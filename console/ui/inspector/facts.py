"""One fact of a case: label, value, chevron; pressing it opens the list it is chosen from."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.chips import Chip, draw_chip, fitted
from console.ui.common.keymap import follow_key
from console.ui.common.labels import PlainLabel
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.common.paint import draw_focus_ring, draw_icon, draw_text, elide, fill_round
from console.ui.common.tooltip import set_tooltip
from console.ui.theme import current_theme, px, theme_changed

LABEL_PX = 92


class FactRow(QAbstractButton):
    """A fact as a row that can be pressed; a value nobody set is said to be missing, in orange."""

    def __init__(
        self,
        label: str,
        icon: str = "",
        *,
        key: str = "",
        command: str = "",
        empty: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a row; ``empty`` is what stands, quietly, where there is no value yet and that is nothing amiss."""
        super().__init__(parent)
        self._label, self._icon, self._key, self._empty = label, icon, key, empty
        self._value, self._chip, self._fixed = "", None, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if command:
            follow_key(self, command, self.set_key)
        theme_changed().changed.connect(self.updateGeometry)

    def set_key(self, key: str) -> None:
        """Change what the screen reader says of the key."""
        self._key = key
        self.setAccessibleDescription(key)
        self._say_whole()

    _chip: Chip | None

    def set_value(self, value: str, chip: Chip | None = None) -> None:
        """Show a value, as a chip or as a text; empty is missing."""
        self._value, self._chip = safe_line(value, 120), chip
        self.setAccessibleName(f"{self._label}: {self._shown()}")
        self.setAccessibleDescription(self._key)
        self._say_whole()
        self.update()

    def _shown(self) -> str:
        return self._value or self._empty or tr("Thiếu {label}", label=self._label)

    def _say_whole(self) -> None:
        """Let the mouse read what has no room in the row: a place is never known by its first half."""
        set_tooltip(self, self.accessibleName(), self._key)

    def set_fixed(self, fixed: bool) -> None:
        """Say whether the fact cannot be changed here."""
        self._fixed = fixed
        self.setEnabled(not fixed)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        box = QRectF(self.rect())
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill_round(painter, box, theme.radius("control"), "hover")
        draw_text(painter, 0, 0, self._label, "body", "text2", line=box.height())
        left: float = px(LABEL_PX)
        chevron = px(16)
        right = box.width() - chevron - px(4)
        if not self._fixed:
            draw_icon(painter, right, (box.height() - chevron) / 2, "menu.down", chevron, "text2")
        if self._chip is not None:
            shown = fitted(self._chip, right - px(6) - left)
            draw_chip(painter, left, (box.height() - theme.size("chip")) / 2, shown)
        else:
            self._paint_text(painter, left, right - px(6), box.height())
        if self.hasFocus():
            draw_focus_ring(painter, box)

    def _paint_text(self, painter: QPainter, left: float, right: float, height: float) -> None:
        text = self._shown()
        ink = "text" if self._value else "text3" if self._empty else "orangeText"
        if self._icon:
            glyph = px(15)
            draw_icon(painter, left, (height - glyph) / 2, self._icon, glyph, "text2")
            left += glyph + px(5)
        shown = elide(text, "body", right - left, 500)
        draw_text(painter, left, 0, shown, "body", ink, weight=500, line=height)


class PickPopup(QFrame):
    """A search-first list under a fact. ``picked`` carries the code, ``found`` the code and what was typed to find it."""

    picked = Signal(str)
    found = Signal(str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(8), px(8), px(8))
        column.setSpacing(px(6))
        self.list = OptionList(marks="mark")
        self.field = OptionField(self.list, tr("Gõ không dấu cũng được"), tr("Tìm trong danh sách"))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.help = PlainLabel("", "small", "text2", wrap=True)
        self.help.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.help.hide()
        column.addWidget(self.help)
        self._meanings: dict[str, str] = {}
        self.list.moved.connect(self._explain)
        self.list.picked.connect(self._pick)

    def open_under(self, anchor: QWidget, options: Sequence[Option], current: str) -> None:
        """Open under a widget with the current value chosen; what the options mean stands below, one at a time."""
        self._meanings = {option.code: option.help for option in options if option.help}
        width = max(anchor.width(), px(420 if self._meanings else 320))
        helped = self._room_for_help(width - px(16))
        self.help.setVisible(bool(helped))
        self.help.setFixedHeight(helped)
        self.field.clear()
        self.list.set_options(options)
        self.list.select(current)
        self._explain(current)
        heads = len({option.group for option in options if option.group})
        height = min(px(420), px(60) + px(38) * len(options) + px(34) * heads) + helped
        self.resize(width, height)
        corner = anchor.mapToGlobal(QPoint(anchor.width() - width, anchor.height() + px(2)))
        screen = anchor.screen().availableGeometry()
        top = min(corner.y(), screen.bottom() - height)
        self.move(max(screen.left(), corner.x()), max(screen.top(), top))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _room_for_help(self, width: int) -> int:
        """Return the height of the longest meaning, so that nothing jumps while one moves through the list."""
        high = []
        for words in self._meanings.values():
            self.help.setText(words)
            high.append(self.help.heightForWidth(width))
        return max(high, default=0)

    def _explain(self, code: str) -> None:
        self.help.setText(self._meanings.get(code, ""))

    def _pick(self, code: str) -> None:
        typed = self.field.text().strip()
        self.close()
        self.picked.emit(code)
        self.found.emit(code, typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)
