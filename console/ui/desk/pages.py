"""Pages that take the place of queue and conversation (review, statistics, handover…), and how another feature adds its own.

A page is made when it is first opened. The rail has an entry for each; Esc or any view of the rail leads back to the desk.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

DESK = "desk"


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page: its code, its entry in the rail (words and icon), and how it is made."""

    code: str
    words: str
    icon: str
    make: Callable[[], QWidget]


class Pages(QStackedWidget):
    """Holds the desk and the pages that were opened."""

    changed = Signal(str)
    """Code of the page that is shown now; ``DESK`` for the desk itself."""

    def __init__(self, desk: QWidget) -> None:
        """Take what is shown when no page is open."""
        super().__init__()
        self._specs: dict[str, PageSpec] = {}
        self._made: dict[str, QWidget] = {DESK: desk}
        self._code = DESK
        self._desk = self._instead = desk
        self.addWidget(desk)

    @property
    def code(self) -> str:
        """Return what is shown now."""
        return self._code

    @property
    def stood_in(self) -> bool:
        """Return whether another widget stands in the desk's place."""
        return self._instead is not self._desk

    def stand_in(self, widget: QWidget | None) -> None:
        """Show a widget wherever the desk would be shown; ``None`` shows the desk again."""
        self._instead = widget or self._desk
        self._made[DESK] = self._instead
        self.addWidget(self._instead)  # a widget that is there already stays where it is
        if self._code == DESK:
            self.setCurrentWidget(self._instead)

    def add(self, spec: PageSpec) -> None:
        """Know a page; raises ``ValueError`` where its code is taken."""
        if spec.code in self._specs or spec.code == DESK:
            raise ValueError(f"a page named {spec.code} is there already")
        self._specs[spec.code] = spec

    def has(self, code: str) -> bool:
        """Return whether a page of that code was added."""
        return code in self._specs

    def page(self, code: str) -> QWidget:
        """Return a page, made now if it was never opened."""
        if code not in self._made:
            self._made[code] = self._specs[code].make()
            self.addWidget(self._made[code])
        return self._made[code]

    def open(self, code: str) -> None:
        """Show a page, or the desk."""
        if code == self._code:
            return
        self.setCurrentWidget(self.page(code))
        self._code = code
        self.changed.emit(code)
