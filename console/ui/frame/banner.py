"""The 44 px strip under the top bar for a state that changes what the officer may trust."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.common.paint import draw_icon
from console.ui.common.tooltip import set_tooltip
from console.ui.frame.banner_words import BannerState
from console.ui.theme import color, px, size, theme_changed

_TONES = {
    "red": ("redSubtle", "redMark", "redText"),
    "orange": ("orangeSubtle", "orangeMark", "orangeText"),
    "accent": ("accentSubtle", "accent", "accentText"),
}


class Banner(Pane):
    """Shows one state or hides."""

    act_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("redSubtle", line="b", parent=parent)
        self._state: BannerState | None = None
        self.title = PlainLabel("", "body", "redText", weight=600)
        self.text = PlainLabel("", "body", "text", elided=True)
        self.buttons: dict[str, ActionButton] = {}
        self._acts = QHBoxLayout()
        self._acts.setSpacing(px(8))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(48), 0, px(16), 0)
        layout.setSpacing(px(8))
        layout.addWidget(self.title)
        layout.addWidget(self.text, 1)
        layout.addLayout(self._acts)
        self._restyle()
        self.hide()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(size("banner"))

    def state(self) -> BannerState | None:
        """Return what is shown."""
        return self._state

    def show_state(self, state: BannerState | None) -> None:
        """Show a state, or nothing. The same state twice changes nothing, so that focus stays on a button."""
        if state == self._state:
            return
        self._state = state
        self.setVisible(state is not None)
        if state is None:
            return
        ground, _bar, ink = _TONES[state.tone]
        self.set_pane_tone(ground)
        self.title.setText(state.title)
        self.title.set_tone(ink)
        self.text.setText(state.text)
        set_tooltip(self.text, state.text)
        self.setAccessibleName(f"{state.title} {state.text}")
        for button in self.buttons.values():
            self._acts.removeWidget(button)
            button.deleteLater()
        self.buttons = {}
        for act in state.acts:
            button = ActionButton(act.text, act.icon, act.kind)
            button.clicked.connect(lambda _on=False, act=act.act: self.act_wanted.emit(act))
            self.buttons[act.act] = button
            self._acts.addWidget(button)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._state is None:
            return
        _ground, bar, ink = _TONES[self._state.tone]
        painter = QPainter(self)
        painter.fillRect(0, 0, size("toastEdge"), self.height(), color(bar))
        glyph = px(18)
        draw_icon(painter, px(18), (self.height() - glyph) / 2, self._state.icon, glyph, ink)
