"""The middle of a pane that has nothing to show: what that means and what to do next."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_icon, fill_round
from console.ui.theme import px, theme_changed

_TONES = {
    "green": ("greenSubtle", "greenText"),
    "orange": ("orangeSubtle", "orangeText"),
    "red": ("redSubtle", "redText"),
    "neutral": ("neutralSubtle", "neutralText"),
}


class _Disc(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.icon, self.tone = "view.daxuly", "neutral"
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(68), px(68))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ground, ink = _TONES[self.tone]
        box = QRectF(self.rect())
        fill_round(painter, box, box.width() / 2, ground)
        glyph = px(32)
        draw_icon(painter, (box.width() - glyph) / 2, (box.height() - glyph) / 2, self.icon, glyph, ink)


class EmptyState(QWidget):
    """An icon in a disc, a title, a sentence and up to a few buttons, centred."""

    def __init__(self, parent: QWidget | None = None, *, stacked: bool = False) -> None:
        """Make an empty one; ``stacked`` puts the buttons below each other, for a page that leads elsewhere."""
        super().__init__(parent)
        self._disc = _Disc()
        self.title = PlainLabel("", "title", wrap=True)
        self.text = PlainLabel("", "body", "text2", wrap=True)
        for label in (self.title, self.text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._buttons = QVBoxLayout() if stacked else QHBoxLayout()
        self._buttons.setSpacing(px(10))
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(24), px(24), px(24))
        layout.setSpacing(px(6))
        layout.addStretch(2)
        layout.addWidget(self._disc, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(px(12))
        layout.addWidget(self.title)
        layout.addWidget(self.text)
        layout.addSpacing(px(16 if stacked else 8))
        layout.addLayout(self._buttons)
        layout.addStretch(3)

    def show_state(self, icon: str, tone: str, title: str, text: str) -> None:
        """Show a state.

        Args:
            icon: icon name.
            tone: ``green orange red neutral``.
            title: what is so, plain text.
            text: what it means and what to do, plain text.

        """
        self._disc.icon, self._disc.tone = icon, tone
        self._disc.update()
        self.title.setText(title)
        self.text.setText(text)
        self.text.set_tone(_TONES[tone][1] if tone in ("orange", "red") else "text2")

    def add_button(self, button: ActionButton) -> None:
        """Add a button after those that are there."""
        across = (
            Qt.AlignmentFlag.AlignHCenter if isinstance(self._buttons, QVBoxLayout) else Qt.AlignmentFlag(0)
        )
        self._buttons.insertWidget(self._buttons.count() - 1, button, 0, across)
