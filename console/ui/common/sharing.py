"""«Đang chia sẻ màn hình»: while others look at this screen, nobody is named on it and no citizen is quoted (features I-07, T21).

What is painted asks here; what is copied, sent or handed over never does. Off at each start, and never kept.

The shared painters, labels, lists, tooltips and titles cover pseudonyms in whatever they are given, and fields nobody is writing in are
covered whole. Free words (told, noted, a place, a reason) come to the screen through ``told_line`` and ``told_block``, names through ``name_line``;
``tests/ui/test_sharing_rules.py`` finds who forgets that.
"""

import re

from PySide6.QtCore import QObject, Signal

from console.domain.text import safe_block, safe_line
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


def told_line(text: str, limit: int = 200) -> str:
    """Return free words of somebody for a one-line place, as they may be seen now; see ``safe_line``."""
    return words_shown(safe_line(text, limit))


def told_block(text: str, limit: int = 20_000, max_lines: int = 2_000) -> str:
    """Return free words of somebody for a block of lines, as they may be seen now; see ``safe_block``."""
    return words_shown(safe_block(text, limit, max_lines))


def name_line(text: str, limit: int = 60) -> str:
    """Return a citizen's name or pseudonym for a one-line place, as it may be seen now."""
    return name_shown(safe_line(text, limit))
