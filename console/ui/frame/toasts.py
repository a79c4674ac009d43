"""Toasts: what just happened, at the bottom right, with undo where there is one. Never a name, never a snippet."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsDropShadowEffect, QHBoxLayout, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_icon, fill_round
from console.ui.common.sharing import names_shown, sharing, words_shown
from console.ui.theme import color, px, size

STAY_MS = 6000
AT_MOST = 3
_BESIDE = 12
_MOVES = (QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
_EDGES = {"red": "redMark", "green": "green", "accent": "accent", "orange": "orangeMark"}
_INKS = {"red": "redText", "green": "greenText", "accent": "accentText", "orange": "orangeText"}


@dataclass(frozen=True, slots=True)
class ToastAct:
    """A button of a toast."""

    text: str
    run: Callable[[], None]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Toast:
    """What a toast says.

    ``tone`` is ``red orange green accent``. Red ones and ones with an act stay until they are dealt with, the others go after
    six seconds; ``topic`` lets a newer toast take the place of an older one about the same thing. ``stay_ms`` lets one with an act
    go by itself after that time.
    """

    icon: str
    tone: str
    title: str
    detail: str = ""
    acts: tuple[ToastAct, ...] = ()
    topic: str = ""
    stay_ms: int = 0

    @property
    def stays(self) -> bool:
        """Return whether it waits for the officer."""
        return not self.stay_ms and (self.tone == "red" or bool(self.acts))


class ToastCard(QWidget):
    """One toast on the screen."""

    closed = Signal()

    def __init__(self, toast: Toast, parent: QWidget) -> None:
        super().__init__(parent)
        self.toast = toast
        self.setFixedWidth(size("toastWidth"))
        self.close_button = IconButton("act.dismiss", tr("Đóng thông báo"), edge=26, glyph=16)
        self.close_button.clicked.connect(self.closed)
        self.buttons: list[ActionButton] = []
        words = QVBoxLayout()
        words.setSpacing(px(1))
        self.title = PlainLabel("", "body", weight=600, wrap=True)
        words.addWidget(self.title)
        self.detail = PlainLabel("", "body", "text2", wrap=True)
        words.addWidget(self.detail)
        self._say()
        sharing().changed.connect(self._say)
        if toast.acts:
            row = QHBoxLayout()
            row.setSpacing(px(16))
            for act in toast.acts:
                button = ActionButton(act.text, "", "link", act.key, small=True)
                button.clicked.connect(lambda _on=False, act=act: self._run(act))
                self.buttons.append(button)
                row.addWidget(button)
            row.addStretch(1)
            words.addLayout(row)
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(size("toastEdge") + px(40), px(9), px(8), px(10))
        layout.addLayout(words, 1)
        layout.addWidget(self.close_button, alignment=Qt.AlignmentFlag.AlignTop)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(px(20))
        shadow.setOffset(0, px(4))
        ink = QColor(color("shadow"))
        ink.setAlpha(70)
        shadow.setColor(ink)
        self.setGraphicsEffect(shadow)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(toast.stay_ms or STAY_MS)
        self.timer.timeout.connect(self.closed)
        if not toast.stays:
            self.timer.start()

    def _say(self) -> None:
        """Say it as it may be seen now."""
        title, detail = names_shown(self.toast.title), words_shown(self.toast.detail)
        self.setAccessibleName(f"{title}. {detail}" if detail else title)
        self.title.setText(title)
        self.detail.setText(detail)
        self.detail.setVisible(bool(self.toast.detail))

    @property
    def least(self) -> int:
        """Return the width in px below which a button or a word would be cut."""
        return self._row.minimumSize().width()

    def _run(self, act: ToastAct) -> None:
        self.closed.emit()
        act.run()

    def enterEvent(self, _event: QEvent) -> None:
        self.timer.stop()  # what is being read does not go away

    def leaveEvent(self, _event: QEvent) -> None:
        if not self.toast.stays:
            self.timer.start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        radius = px(8)
        fill_round(painter, box, radius, "raised", "border")
        edge = size("toastEdge")
        painter.save()
        painter.setClipRect(QRectF(0, 0, edge, box.height()))
        fill_round(painter, QRectF(0, 0, edge + 2 * radius, box.height()), radius, _EDGES[self.toast.tone])
        painter.restore()
        draw_icon(painter, edge + px(14), px(12), self.toast.icon, px(18), _INKS[self.toast.tone])


class ToastHost(QObject):
    """Stacks toasts over the bottom right corner of a window, newest lowest, three at most.

    ``placed(QRect)``: what the stack covers now, in px of the window; null without a toast.
    """

    placed = Signal(QRect)

    def __init__(self, window: QWidget, bottom_gap: int = 0, clear: QWidget | None = None) -> None:
        """Attach to a window.

        Args:
            window: the window the toasts lie over.
            bottom_gap: px at scale 1.0 kept free at the bottom (the status bar).
            clear: what must stay in sight (whom a reply goes to, how long the window is open, the verb): toasts stand right of it
                where there is room for them, else above it.

        """
        super().__init__(window)
        self._window, self._gap, self._clear = window, bottom_gap, clear
        self.cards: list[ToastCard] = []
        window.installEventFilter(self)
        if clear is not None:
            clear.installEventFilter(self)

    def show_toast(self, toast: Toast) -> None:
        """Show a toast. Beyond three the oldest that does not wait for the officer goes, else the oldest."""
        for card in [card for card in self.cards if toast.topic and card.toast.topic == toast.topic]:
            self._drop(card)
        while len(self.cards) >= AT_MOST:
            self._drop(next((card for card in self.cards if not card.toast.stays), self.cards[0]))
        card = ToastCard(toast, self._window)
        card.closed.connect(lambda: self._drop(card))
        self.cards.append(card)
        self._place()
        card.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(card, card.accessibleName()))

    def drop_acts(self, title: str) -> None:
        """Take the newest toast with this title away: what it offered has been done by its key."""
        card = next((card for card in reversed(self.cards) if card.toast.title == title), None)
        if card is not None:
            self._drop(card)

    def dismiss(self, topic: str) -> None:
        """Take away what a topic says; it is settled."""
        for card in [card for card in self.cards if card.toast.topic == topic]:
            self._drop(card)

    def withdraw(self, card: ToastCard) -> None:
        """Take one toast away: what it says is nothing for this officer any more."""
        self._drop(card)

    def _drop(self, card: ToastCard) -> None:
        if card in self.cards:
            self.cards.remove(card)
            card.hide()
            card.deleteLater()
            self._place()

    def _room(self) -> tuple[int, int]:
        """Return how wide the toasts may be and where the lowest one ends, in px of the window."""
        width, bottom = size("toastWidth"), self._window.height() - px(self._gap) - px(16)
        if self._clear is None or not self._clear.isVisible():
            return width, bottom
        corner = self._clear.mapTo(self._window, self._clear.rect().topRight())
        beside = self._window.width() - corner.x() - 1 - 2 * px(_BESIDE)
        if beside >= max((card.least for card in self.cards), default=0):
            return min(width, beside), bottom
        return width, min(bottom, corner.y() - px(_BESIDE))

    def _place(self) -> None:
        width, bottom = self._room()
        right = self._window.width() - px(16 if width == size("toastWidth") else _BESIDE)
        for card in reversed(self.cards):
            card.setFixedWidth(width)
            card.adjustSize()
            height = card.heightForWidth(card.width()) if card.hasHeightForWidth() else card.height()
            card.setFixedHeight(height)
            bottom -= height
            card.move(QPoint(right - card.width(), bottom))
            card.raise_()
            bottom -= px(10)
        covered = QRect()
        for card in self.cards:
            covered = covered.united(card.geometry())
        self.placed.emit(covered)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize or (watched is self._clear and event.type() in _MOVES):
            self._place()
        return False
