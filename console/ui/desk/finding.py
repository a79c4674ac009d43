"""The palette and the search behind it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from console.cache.views import Found
from console.ui.common.commands import COMMANDS, Group, group_title
from console.ui.common.keymap import key_caps
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.palette.pane import Palette

_UNLISTED = {"palette", "back"}
"""What makes no sense inside the palette."""
_KEYS_OF_HITS = {"citizen": "m", "outside": "m", "reply": "r", "note": "n"}


class Finding(QObject):
    """Opens the palette and answers it."""

    case_wanted = Signal(str, str)
    """A case, and the key of the item in it that matched ("" for none)."""
    command_wanted = Signal(str)

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        names: Names,
        room: CaseRoom,
        why_not: Callable[[str], str],
    ) -> None:
        """Take the window to lie over, what searches, the open case, and what says why a command cannot run."""
        super().__init__(window)
        self._room, self._why_not = room, why_not
        self._window, self._bench, self._names = window, bench, names
        self.palette = Palette(window)
        self.palette.query_changed.connect(self._search)
        self.palette.run_requested.connect(self.command_wanted)
        self.palette.case_requested.connect(self._go)

    # -- palette and search ---------------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Open the palette with the commands of the moment (Ctrl+K); one that cannot run now says why."""
        detail = self._room.detail
        reasons = {one.code: self._why_not(one.code) for one in COMMANDS}
        self.palette.set_commands(
            [
                Option(
                    one.code,
                    one.words,
                    reasons[one.code],
                    one.icon,
                    group=group_title(group),
                    keys=key_caps(one.code),
                    enabled=not reasons[one.code],
                )
                for group in Group
                for one in COMMANDS
                if one.group is group and one.code not in _UNLISTED
            ]
        )
        if detail is None:
            self.palette.open_for()
        else:
            self.palette.open_for(detail.case.number, detail.case.category)

    def _search(self, query: str) -> None:
        def show(found: Found) -> None:
            self.palette.set_hits(query, found.hits)

        self._bench.search(query, show)

    def _go(self, case_id: str, match: str) -> None:
        kind, _, ref = match.partition(":")
        prefix = _KEYS_OF_HITS.get(kind, "")
        self.case_wanted.emit(case_id, f"{prefix}:{ref}" if prefix else "")
