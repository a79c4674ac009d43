"""A list of cases that reaches further than what it was opened with: what is typed is looked for in every case."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.runtime.i18n import tr
from console.ui.common.options import Option, OptionField, OptionList

LEAST_CHARS = 2
"""One letter is in every case and finds none."""


class CaseField(OptionField):
    """The field above a list of cases. ``wanted(str)`` asks for a search; give its answer to the dialog's ``set_found``."""

    wanted = Signal(str)

    def __init__(self, options: OptionList, name: str, parent: QWidget | None = None) -> None:
        """Make the field of a list; ``name`` is what it is called aloud."""
        hint = tr("Số hồ sơ, chữ nhớ được, số điện thoại, biển số; không cần dấu")
        super().__init__(options, hint, name, parent)
        self.textChanged.connect(self._on_typed)

    def query(self) -> str:
        """Return the words as they are looked for."""
        return self.text().strip()

    def _on_typed(self) -> None:
        if len(self.query()) >= LEAST_CHARS:
            self.wanted.emit(self.query())


def with_found(known: Sequence[Option], found: Sequence[Option], query: str) -> list[Option]:
    """Return the options of a list that is filtered by ``query``: those known before, then what else was found.

    A list keeps what holds the words it is asked for. A search finds more (a number in another spacing, a word in the tenth
    message), so whatever it found holds the query from now on.
    """
    hits = {one.code for one in found}
    before = {one.code for one in known}
    more = [one for one in found if one.code not in before]
    return [
        replace(one, words=f"{one.words} {query}") if one.code in hits else one for one in (*known, *more)
    ]
