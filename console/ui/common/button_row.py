"""Buttons side by side, from the left."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.ui.theme import px


def button_row(*buttons: QWidget, gap: int = 8) -> QHBoxLayout:
    """Return the buttons in a row, ``gap`` px of the design apart; what is left over stays at the right."""
    row = QHBoxLayout()
    row.setSpacing(px(gap))
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
