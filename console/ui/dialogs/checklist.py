"""A search-first list in which several things can be ticked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.ui.common.options import Option, OptionList


class CheckList(OptionList):
    """An ``OptionList`` where choosing ticks and unticks. ``changed`` says that the ticks did."""

    changed = Signal()

    def __init__(self, *, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(lines=lines, marks="mark", parent=parent)
        self._all: list[Option] = []
        self._ticked: dict[str, None] = {}
        self.picked.connect(self.toggle)

    def set_choices(self, options: Sequence[Option], ticked: Iterable[str]) -> None:
        """Show options, some of them ticked."""
        self._all = list(options)
        self._ticked = dict.fromkeys(ticked)
        self._show("")

    def choices(self) -> tuple[Option, ...]:
        """Return everything that can be ticked, whether the words typed show it or not."""
        return tuple(self._all)

    def ticked(self) -> tuple[str, ...]:
        """Return the ticked codes in the order they were ticked."""
        return tuple(self._ticked)

    def toggle(self, code: str) -> None:
        """Tick or untick one; it stays the current one."""
        if code in self._ticked:
            del self._ticked[code]
        else:
            self._ticked[code] = None
        self._show(code)
        self.changed.emit()

    def _show(self, keep: str) -> None:
        shown = [
            replace(option, icon="circle-check", tone="accentText")
            if option.code in self._ticked
            else replace(option, icon="circle", tone="text3")
            for option in self._all
        ]
        place = self.verticalScrollBar().value()
        self.set_options(shown)
        if keep:
            self.select(keep)
            self.verticalScrollBar().setValue(place)
