"""What goes on behind the lock: numbers, sounds, and the question whether anybody is awake (features N-01; officer-day.md §2).

A desk that nobody touches locks after three minutes, so at night this is what keeps watch. It rings for all that the open desk
rings for, and shows no content.
"""

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent
from PySide6.QtWidgets import QApplication, QWidget

from console.actions import shifts
from console.actions.desk import Desk
from console.app.inputs import Inputs
from console.app.seats import Works
from console.cache.queries import Queries
from console.cache.views import Group, QueueFilter, View
from console.domain.alarm import Level, Waiting, is_night, volume
from console.domain.handover import Nudge
from console.domain.officer import Officer
from console.runtime.jobs import Err, Ok
from console.runtime.resources import load_reply_policy
from console.ui.desk.alarms import RED_AGAIN_S, chosen, may_point
from console.ui.desk.badge import tell_system
from console.ui.desk.callers import callers
from console.ui.desk.kept import Kept
from console.ui.frame.banner_words import banner_state

_SIGNS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_STAGES = (Nudge.ASK, Nudge.LOUDER, Nudge.OTHERS)
"""By how often nobody answered."""
_LEVELS = {Nudge.LOUDER: Level.NOTICE, Nudge.OTHERS: Level.URGENT}


@dataclass(frozen=True, slots=True)
class Behind:
    """What the lock knows of the store: numbers and ids, no content."""

    urgent: int
    waiting: int
    late: int
    calls: tuple[Waiting, ...]
    reminders: int
    once: frozenset[str]
    """What rings once: returns and reminders."""
    red: bool


def look_behind(works: Works, officer: Officer) -> Behind:
    """Count on the store's thread, through its own connection: the window's are closed."""
    workspace = works.workspace
    queries = Queries(workspace.store.read, officer, workspace.rules, workspace.clock)
    counts = queries.counts()
    calls = {
        place.case_id: Waiting(place.case_id, Level.URGENT if place.group == Group.URGENT else Level.NOTICE)
        for place in queries.queue_index(QueueFilter(View.NEW))
    }
    calling, urgent = callers(queries, calls)
    reminders = queries.reminders()
    state = banner_state(queries.health(), workspace.clock.now_ms(), works.board.states())
    return Behind(
        counts.new_urgent + urgent,
        counts.views.get(View.NEW, 0),
        counts.views.get(View.OVERDUE, 0),
        tuple((calls | calling).values()),
        len(reminders),
        frozenset((*(one.transfer_id for one in queries.came_back()), *(one.key for one in reminders))),
        state is not None and state.tone == "red",
    )


class Vigil(QObject):
    """Rings and asks while the desk is locked. It lives from a lock to the next sign-in."""

    def __init__(self, app: QApplication, works: Works, officer: Officer, kept: Kept) -> None:
        """Take who locked the desk and what the desk knew."""
        super().__init__()
        self._app, self._works, self.officer, self.kept = app, works, officer, kept
        self._told = kept.returns | kept.reminders
        self._red_at: float | None = None
        self._asked_at = kept.asked_at
        watch = kept.watch
        asking = watch is not None and watch.asking
        self.nudge = _STAGES[min(watch.missed, len(_STAGES) - 1)] if watch and asking else Nudge.NONE
        """How the question stands that nobody has answered."""
        self._owed = bool(watch and watch.missed)
        Inputs.of(app).add(self._heard)

    @property
    def owed(self) -> int:
        """Return when the question was asked (UTC ms) of which the log says that nobody answered, else 0."""
        return self._asked_at if self._owed else 0

    # -- sounds ---------------------------------------------------------------------------------------------------

    def ring(self, behind: Behind, shell: QWidget) -> None:
        """Ring if it is time; ``shell`` is what the system may point at."""
        clock, kept = self._works.workspace.clock, self.kept
        settings = self._works.workspace.settings
        mono, night = clock.mono(), is_night(clock.now_ms())
        waiting = [
            replace(one, level=Level.SOFT) if one.level < Level.URGENT and one.case_id in kept.known else one
            for one in behind.calls
        ]
        urgent = sum(one.level >= Level.URGENT for one in waiting)
        tell_system(urgent if settings.badge else 0)
        ring = kept.board.update(waiting, mono, night=night)
        new, self._told = behind.once - self._told, behind.once
        if ring is not None:
            self._sound(ring.level, shell)
        elif new:
            self._sound(Level.NOTICE, shell)
        elif behind.red and (self._red_at is None or mono - self._red_at >= RED_AGAIN_S):
            self._red_at = mono
            self._sound(Level.NOTICE, shell)
        if not behind.red:
            self._red_at = None

    def _sound(self, level: Level, shell: QWidget) -> None:
        settings = self._works.workspace.settings
        night = is_night(self._works.workspace.clock.now_ms())
        self._works.sounds.play(level, volume(level, chosen(settings), night=night))
        if may_point(settings.flash, level):
            self._app.alert(shell)

    # -- awake ----------------------------------------------------------------------------------------------------

    def second(self, shell: QWidget) -> None:
        """Ask «còn thức?» where it is time: first without a sound, then louder, then so that others hear of it."""
        watch, clock = self.kept.watch, self._works.workspace.clock
        nudge = watch.tick(clock.mono(), clock.now_ms()) if watch is not None else Nudge.NONE
        if watch is None or nudge is Nudge.NONE:
            return
        self.nudge = nudge
        if nudge is Nudge.ASK:
            self._asked_at = clock.now_ms()
            return
        self._owed = True
        self._write_down(self._asked_at, watch.missed)
        self._sound(_LEVELS[nudge], shell)

    def _write_down(self, asked: int, missed: int) -> None:
        workspace, officer = self._works.workspace, self.officer

        def work() -> None:
            desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
            shifts.awake(desk, asked, missed)

        self._works.store_runner.run(work, _told)

    def _heard(self, _watched: QObject, event: QInputEvent) -> bool:
        """Take any key or press as a sign that somebody is there. Who it is only the sign-in proves, which then writes it down."""
        watch = self.kept.watch
        if watch is not None and event.type() in _SIGNS:
            watch.heard(self._works.workspace.clock.mono())
            self.nudge = Nudge.NONE
        return False

    def end(self) -> None:
        """Stop listening: somebody sits down."""
        Inputs.of(self._app).remove(self._heard)


def _told(result: Ok[None] | Err) -> None:
    """What the log could not be told the hooks hear of."""
    if isinstance(result, Err):
        raise result.error
