"""The head of a page that has tabs: its name, then a pill for each tab."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout

from console.ui.common.buttons import PillButton
from console.ui.common.labels import PlainLabel
from console.ui.theme import px


def tab_head(title: PlainLabel, tabs: Sequence[PillButton], show: Callable[[int], None]) -> QHBoxLayout:
    """Return the row; pressing a pill calls ``show`` with its number from 0."""
    head = QHBoxLayout()
    head.setSpacing(px(8))
    head.addWidget(title)
    head.addSpacing(px(16))
    for number, tab in enumerate(tabs):
        tab.clicked.connect(lambda _on=False, number=number: show(number))
        head.addWidget(tab)
    head.addStretch(1)
    return head
