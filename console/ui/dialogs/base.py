"""The dialog: one question, a verb that says what it does, «Hủy» with Esc. There is no OK and no Yes."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSpinBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.labels import Heading, Line, Pane, PlainLabel
from console.ui.common.paint import draw_icon, fill_round
from console.ui.common.sharing import names_shown
from console.ui.common.spaced import SpacedEdit
from console.ui.dialogs.body import DialogBody
from console.ui.theme import current_theme, font, px, theme_changed

_LEAST_ROOM_PX = 480
"""A window that is lower than this is no measure for its dialogs."""


def indent_digits(spin: QAbstractSpinBox) -> None:
    """Keep what stands in a spin box off its border: the style sheet's padding does not reach the inner field."""
    spin.lineEdit().setTextMargins(px(9), 0, 0, 0)


class _Badge(QWidget):
    def __init__(self, icon: str, tone: str) -> None:
        super().__init__()
        self._icon, self._tone = icon, tone
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedSize(px(40), px(40))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_round(painter, self.rect().toRectF(), current_theme().radius("tile"), f"{self._tone}Subtle")
        glyph = px(20)
        inset = (self.width() - glyph) / 2
        draw_icon(painter, inset, inset, self._icon, glyph, f"{self._tone}Text")


class Question(QDialog):
    """Head, body, foot. Subclasses and callers fill ``body``; ``trouble`` says why the verb cannot be pressed.

    Ctrl+↵ is the verb, Esc cancels, Enter alone does nothing by itself. It is opened with ``open()`` and deletes itself.
    """

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        *,
        icon: str,
        verb: str,
        verb_icon: str = "",
        kind: str = "primary",
        tone: str = "accent",
        width: int = 520,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            title: the question; names its object.
            detail: one line about the object.
            icon: icon of the head.
            verb: what the button does.
            verb_icon: icon on the button.
            kind: look of the button, ``primary`` or ``danger``.
            tone: hue of the head's icon, ``accent``, ``orange`` or ``red``.
            width: at scale 1.0.

        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(names_shown(safe_line(title)))
        self.setMinimumWidth(px(width))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._head(title, detail, icon, tone))
        outer.addWidget(Line("border"))
        self._middle = DialogBody(names_shown(safe_line(title)))
        self.body = self._middle.column
        self.body.setContentsMargins(px(24), px(16), px(24), px(16))
        self.body.setSpacing(px(8))
        outer.addWidget(self._middle, 1)
        self._outer, self._preferred = outer, 0
        self._decided = False
        foot = Pane("panel", line="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(24), px(12), px(24), px(12))
        row.setSpacing(px(8))
        self.consequence = PlainLabel("", "small", "text2", wrap=True)
        row.addWidget(self.consequence, 1)
        self.cancel = ActionButton(tr("Hủy"), "", "plain", "Esc")
        self.cancel.clicked.connect(self.reject)
        row.addWidget(self.cancel)
        self.verb = ActionButton(verb, verb_icon, kind, "Ctrl ↵")
        self.verb.clicked.connect(self.decide)
        row.addWidget(self.verb)
        outer.addWidget(foot)

    def _head(self, title: str, detail: str, icon: str, tone: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(px(24), px(16), px(16), px(14))
        row.setSpacing(px(14))
        row.addWidget(_Badge(icon, tone), alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlainLabel(safe_line(title), "h2", wrap=True))
        self.detail = PlainLabel(safe_line(detail, 300), "small", "text2", wrap=True)
        self.detail.setVisible(bool(detail))
        column.addWidget(self.detail)
        row.addLayout(column, 1)
        self._cross = IconButton("act.dismiss", tr("Đóng, không làm gì"), "Esc")
        self._cross.clicked.connect(self.reject)
        row.addWidget(self._cross, alignment=Qt.AlignmentFlag.AlignTop)
        return row

    def prefer_height(self, height: int) -> None:
        """Be at least so high, in px, where the window has room for it."""
        self._preferred = height

    def _wanted(self, width: int) -> int:
        """Return the height in px that shows all, but never more than the window behind: the verb must stay in sight."""
        least = self._outer.totalMinimumSize().height()
        whole = self._outer.totalHeightForWidth(width) if self._outer.hasHeightForWidth() else 0
        whole = max(whole, self._outer.totalSizeHint().height() if not whole else 0, self._preferred)
        parent = self.parentWidget()
        # A parent is there always in the program, None only where a dialog stands alone.
        most = parent.window().height() if isinstance(parent, QWidget) else self._free()
        return max(min(whole, max(most, px(_LEAST_ROOM_PX))), least)

    def _free(self) -> int:
        return self.screen().availableGeometry().height() - px(40)

    def setVisible(self, visible: bool) -> None:
        """Take the size of the content before it is shown."""
        if visible and not self.isVisible():
            self._outer.activate()
            width = max(self.minimumWidth(), self._outer.totalMinimumSize().width())
            self.resize(width, self._wanted(width))
        super().setVisible(visible)

    def event(self, event: QEvent) -> bool:
        """Grow with the content as far as there is room."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            wanted = self._wanted(self.width())
            if wanted > self.height():
                self.resize(self.width(), wanted)
        return done

    def showEvent(self, event: QShowEvent) -> None:
        if self.focusWidget() is None:
            self._first().setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        super().showEvent(event)

    def _first(self) -> QWidget:
        """Return what the keyboard starts at: the first field of the body, never the cross that closes."""
        buttons = (self._cross, self.cancel, self.verb)
        step = self.nextInFocusChain()
        while step is not None and step is not self:
            tabbed = step.focusPolicy() & Qt.FocusPolicy.TabFocus
            if tabbed and step.isEnabled() and step not in buttons and step.isVisibleTo(self):
                return step
            step = step.nextInFocusChain()
        return self.verb if self.verb.isEnabled() else self.cancel

    def trouble(self) -> str:
        """Return why the verb cannot be pressed now, or an empty text. Subclasses say more."""
        return ""

    def refresh(self) -> None:
        """Enable the verb, or say beside it what is missing."""
        trouble = self.trouble()
        self.verb.setEnabled(not trouble)
        self.consequence.setText(trouble or self.promise())
        self.consequence.set_tone("orangeText" if trouble else "text2")

    def promise(self) -> str:
        """Return what will happen, for the foot."""
        return ""

    def act(self) -> None:
        """Hand over what was decided. Called once, when nothing is missing."""

    def decide(self) -> None:
        """Do the verb if nothing is missing, then close."""
        if self.trouble():
            self.refresh()
            return
        if not self._decided:  # a field's own Enter and the dialog's Ctrl+Enter may be one press
            self._decided = True
            self.act()
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if not event.isAutoRepeat():
                self.decide()
        elif enter:
            event.accept()  # Enter alone never decides
        else:
            super().keyPressEvent(event)


class ReasonField(QWidget):
    """A labelled field of several lines with a counter."""

    def __init__(self, label: str, limit: int = 1_000, *, hint: str = "", lines: int = 3) -> None:
        super().__init__()
        self._limit = limit
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        row = QHBoxLayout()
        row.addWidget(Heading(label), 1)
        self._count = PlainLabel("", "small", "text3")
        row.addWidget(self._count)
        column.addLayout(row)
        self.edit = SpacedEdit("body")
        self.edit.setAccessibleName(label)
        self.edit.setPlaceholderText(hint)
        self.edit.setTabChangesFocus(True)
        self.edit.set_room(px(20 * lines + 20))
        self.edit.textChanged.connect(self._on_changed)
        theme_changed().changed.connect(self._restyle)
        column.addWidget(self.edit)
        self._restyle()
        self._on_changed()

    def _restyle(self) -> None:
        self.edit.setFont(font("body"))

    def _on_changed(self) -> None:
        used = len(self.text())
        self._count.setText(tr("{used} / {limit}", used=number_text(used), limit=number_text(self._limit)))
        self._count.set_tone("redText" if used > self._limit else "text3")

    def text(self) -> str:
        """Return the text without spaces around it."""
        return self.edit.toPlainText().strip()

    def too_long(self) -> bool:
        """Return whether the text is longer than allowed."""
        return len(self.text()) > self._limit
