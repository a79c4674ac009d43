"""A box with a line around it, for the few things of the inspector that need one."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from console.ui.common.paint import fill_round
from console.ui.theme import current_theme


class Card(QWidget):
    """A rounded box in two colour tokens."""

    fill = "raised"
    border = "border"

    def paintEvent(self, _event: QPaintEvent) -> None:
        radius = current_theme().radius("card")
        fill_round(QPainter(self), QRectF(self.rect()), radius, self.fill, self.border)
