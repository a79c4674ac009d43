"""Tells the other desks where this officer is, and shows where they are (features F-01)."""

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from console.actions import presence
from console.actions.desk import Desk
from console.cache.views import (
    PRESENCE_BEAT_MS,
    PRESENCE_TOPIC,
    CaseDetail,
    ChangeSet,
    Presence,
    PresenceKind,
)
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench

WRITING_MS = 20_000
"""So long after the last keystroke an officer still counts as one who writes."""

SETTLED_MS = 250
"""Who only walks past cases is at none of them."""


class PresenceBeat(QObject):
    """Beats while a case is open and somebody sits in front of it; none of it is an event."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom) -> None:
        """Take the window that is looked at, who carries beats out, and the open case."""
        super().__init__(window)
        self._window, self._bench, self._room = window, bench, room
        self._left = False
        self._said: tuple[str, PresenceKind] | None = None
        self._seen: dict[str, tuple[Presence, ...]] = {}
        self._typed = QElapsedTimer()
        self.timer = QTimer(self)
        self.timer.setInterval(PRESENCE_BEAT_MS)
        self.timer.timeout.connect(self.beat)
        self.timer.start()
        self.soon = QTimer(self)
        self.soon.setSingleShot(True)
        self.soon.setInterval(SETTLED_MS)
        self.soon.timeout.connect(self.beat)
        room.opened.connect(self._opened)
        window.composer.writing.connect(self._wrote)
        window.closing.connect(self._close)
        bench.news.changed.connect(self._changed)

    def beat(self) -> None:
        """Say again where the officer is. A window nobody has in front of him says nothing, and is forgotten by the clock."""
        if self._room.case_id and self._window.isActiveWindow():
            self._say(self._kind())

    def _kind(self) -> PresenceKind:
        writing = self._typed.isValid() and self._typed.elapsed() < WRITING_MS
        return PresenceKind.WRITING if writing else PresenceKind.VIEWING

    def _opened(self, detail: CaseDetail | None) -> None:
        self._typed.invalidate()
        if detail is None:
            self._leave()
        else:
            self.soon.start()

    def _wrote(self, case_id: str) -> None:
        if case_id != self._room.case_id:
            return
        self._typed.start()
        if self._said != (case_id, PresenceKind.WRITING):
            self._say(PresenceKind.WRITING)

    def _say(self, kind: PresenceKind) -> None:
        case_id = self._room.case_id
        self._said = (case_id, kind)

        def work(desk: Desk) -> None:
            presence.be_at(desk, case_id, kind)

        # A beat that fails is no trouble of the officer's: what is wrong with the store says itself elsewhere.
        self._bench.act(work, lambda _done: None, lambda _error: None)

    def _leave(self) -> None:
        if self._said is not None:
            self._said = None
            self._bench.act(presence.leave, lambda _done: None, lambda _error: None)

    def _close(self) -> None:
        """Say good-bye; what is heard after that would open the store again behind a lock."""
        self._left = True
        self.timer.stop()
        self.soon.stop()
        self._leave()

    def _changed(self, changes: ChangeSet) -> None:
        if self._left or PRESENCE_TOPIC not in changes.topics:
            return
        model = self._window.queue.model
        found = self._bench.queries.others((*model.loaded_ids(), self._room.case_id))
        moved = {i for i in found.keys() | self._seen.keys() if found.get(i) != self._seen.get(i)}
        self._seen = found
        if moved:
            model.forget(moved)
        if self._room.case_id in moved:
            others = found.get(self._room.case_id, ())
            self._window.conversation.header.set_others(others, self._bench.clock.now_ms())
