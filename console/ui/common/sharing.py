"""«Đang chia sẻ màn hình»: while others look at this screen, nobody is named on it and no citizen is quoted (features I-07, T21).

What is painted asks here; what is copied, sent or handed over never does. Off at each start, and never kept.
"""

import re

from PySide6.QtCore import QObject, Signal

from console.runtime.i18n import tr

_PSEUDONYM = re.compile(r"\b(?:Công dân|Người báo tin|Citizen|Informant) [0-9A-Z]{3,6}\b")
_DOTS = "••••"


class Sharing(QObject):
    """Whether the screen is being shared. ``changed`` fires after that is so."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.on = False

    def switch(self, *, on: bool) -> None:
        """Say that others see this screen now, or no longer."""
        if on != self.on:
            self.on = on
            self.changed.emit()


_state = Sharing()


def sharing() -> Sharing:
    """Return the one state of this program."""
    return _state


def name_shown(name: str) -> str:
    """Return a citizen's name or pseudonym as it may be seen now."""
    return _DOTS if _state.on and name else name


def words_shown(words: str) -> str:
    """Return what somebody told or wrote as it may be seen now."""
    return tr("[che khi chia sẻ màn hình]") if _state.on and words else words


def deed_shown(words: str) -> str:
    """Return what was done as it may be seen now: the deed, not the reason behind it, which quotes people."""
    return names_shown(words.partition(": ")[0]) if _state.on else words


def names_shown(words: str) -> str:
    """Return words of the program's own as they may be seen now: the pseudonyms in them covered."""
    return _PSEUDONYM.sub(_DOTS, words) if _state.on else words
