"""Makes itself heard until somebody claims, and says nothing of anybody while doing so (features N-01 to N-04, Y-03)."""

from collections import deque
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from console.cache.views import Group, Health, QueueFilter, View
from console.domain.alarm import AlarmBoard, Level, Ring, Waiting, expiry_step, is_night, volume
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.runtime.settings import Settings
from console.ui.common.times import ALARM_MS, clock_text, proof_age
from console.ui.desk.badge import Badge
from console.ui.desk.callers import callers
from console.ui.desk.sound_check import SoundCheck
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.banner_words import SILENT, BannerState
from console.ui.frame.health_words import StatusItem
from console.ui.frame.rights_words import expiries, expiry_words
from console.ui.frame.toasts import Toast

KEPT = 50
MOST_KINDS = 100
FIRST_READ_S = 30.0
"""After the program starts the line may be silent for so long before that counts."""
RED_AGAIN_S = 60.0
"""While the banner is red a sound reminds of it so often."""
_TIP_CATEGORIES = frozenset({"TO_GIAC", "TIN_BAO", "KHAN_CAP", "CHAY_CNCH", "ANTT"})
_MESSAGE_MS = 10_000


class Sounder(Protocol):
    """What plays (``console.runtime.sound.Sounds``)."""

    def play(self, level: int, volume: float) -> None: ...

    def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Heard:
    """A sound that was made, for the list of alarms; without anything of a citizen."""

    at: int
    words: str


def chosen(settings: Settings) -> float:
    """Return how loud the officer wants the alarm, from 0 to 1; ``volume`` says how far that counts."""
    return settings.alarm_volume / 100


def may_point(wanted: bool, level: Level) -> bool:
    """Return whether the system may point at the window: for an emergency always, whatever is switched off (features N-01)."""
    return wanted or level >= Level.URGENT


def alarm_words(ring: Ring) -> str:
    """Return what a notification may say: how many and how urgent (N-03)."""
    if ring.level >= Level.URGENT:
        return tr("{count} tin KHẨN chưa ai nhận", count=number_text(ring.urgent))
    return tr("{count} tin mới", count=number_text(ring.new))


class Alarms(QObject):
    """Looks at what nobody holds and rings. ``look`` is called when cases changed, ``tick`` each second."""

    looked = Signal()
    """What calls was read anew."""
    checked = Signal(bool)
    """The self-test of the sound ended: whether it was heard."""

    def __init__(self, window: DeskWindow, bench: Workbench, sounds: Sounder | None) -> None:
        """Take where to look, where to show, and what plays; ``None`` plays nothing."""
        super().__init__(window)
        self._window, self._bench, self._sounds = window, bench, sounds
        self._waiting: dict[str, Waiting] = {}
        self.calling = 0
        """How many urgent cases somebody has and nobody works on."""
        self._back: frozenset[str] | None = None
        """Returns that were told of; ``None`` before the first look."""
        self.badge = Badge(self)
        window.closing.connect(self.badge.close)
        self._red_since: float | None = None
        self._silent_since: float | None = None
        self._steps: dict[str, int] = {}
        self._check_wanted = False
        self._checked_at = 0
        self._check_failed = False
        self.log: deque[Heard] = deque(maxlen=KEPT)
        self.look()
        self._board = AlarmBoard(self._waiting.values())
        window.top.alarms_wanted.connect(self.open_check)

    @property
    def board(self) -> AlarmBoard:
        """Return what was rung for, so that it goes on behind the lock."""
        return self._board

    @property
    def known(self) -> frozenset[str]:
        """Return the ids of the cases nobody holds that were heard of."""
        return frozenset(self._waiting)

    @property
    def returns(self) -> frozenset[str]:
        """Return the returns that were told of, by their transfers' ids."""
        return self._back or frozenset()

    def resume(self, returns: frozenset[str]) -> None:
        """Tell of what came back since ``returns`` were all: somebody was away meanwhile."""
        self._back = returns
        self._tell_of_returns()

    # -- cases ----------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Read anew what nobody holds."""
        places = self._bench.queries.queue_index(QueueFilter(View.NEW))
        unknown = [p.case_id for p in places if p.case_id not in self._waiting and p.group != Group.URGENT]
        # One sound is made for all of a burst, so some of them are enough to tell how it should be.
        unknown = unknown[:MOST_KINDS]
        kinds = self._bench.queries.kinds(unknown) if unknown else {}
        waiting: dict[str, Waiting] = {}
        for place in places:
            case_id = place.case_id
            known, kind = self._waiting.get(case_id), kinds.get(case_id)
            if place.group == Group.URGENT:
                level = Level.URGENT
            elif kind is not None:
                level = Level.NOTICE if kind in _TIP_CATEGORIES else Level.SOFT
            else:
                level = min(known.level, Level.NOTICE) if known else Level.SOFT
            waiting[case_id] = known if known and known.level is level else Waiting(case_id, level)
        calling, self.calling = callers(self._bench.queries, waiting)
        waiting |= calling
        self._tell_of_returns()
        claimed = any(w.level >= Level.URGENT and i not in waiting for i, w in self._waiting.items())
        self._waiting = waiting
        self._show_badge()
        if claimed and self._sounds is not None:
            self._sounds.stop()
        self.looked.emit()

    def _show_badge(self) -> None:
        urgent = sum(one.level >= Level.URGENT for one in self._waiting.values())
        self.badge.show_count(urgent if self._bench.settings.badge else 0)

    def _tell_of_returns(self) -> None:
        """Say what a unit gave back to whoever sits here and holds it; what nobody holds rings as new."""
        found = {one.transfer_id: one for one in self._bench.queries.came_back()}
        new = [] if self._back is None else [one for key, one in found.items() if key not in self._back]
        self._back = frozenset(found)
        for one in new:
            words = tr("{number} bị trả lại", number=one.number)
            self._window.toasts.show_toast(
                Toast("act.return", "red", words, tr("Mở hồ sơ để xem lý do"), topic=f"back.{one.case_id}")
            )
        if new:
            self._play(Level.NOTICE, tr("Hồ sơ bị trả lại"))
            self._notify(tr("Có hồ sơ bị trả lại"), Level.NOTICE)

    def tick(self, health: Health, banner: BannerState | None) -> None:
        """Ring if it is time."""
        clock = self._bench.clock
        now_ms, mono = clock.now_ms(), clock.mono()
        ring = self._board.update(self._waiting.values(), mono, night=is_night(now_ms))
        if ring is not None:
            words = alarm_words(ring)
            self._play(ring.level, words)
            if ring.level >= Level.URGENT:
                self._notify(words, ring.level)
        elif self._red_is_due(mono, red=self._is_red(health, banner, now_ms, mono)):
            self._play(Level.NOTICE, tr("Thanh đỏ: kiểm tra kết nối"))
            self._notify(tr("Bàn trực có sự cố, mở để xem"), Level.NOTICE)
        self._warn_of_ends(health, now_ms)
        self._show_badge()  # whether it is wanted may have changed

    def _is_red(self, health: Health, banner: BannerState | None, now_ms: int, mono: float) -> bool:
        """Return whether the red bar is worth a sound: a line that is silent only after three minutes (features B-11)."""
        if banner is None or banner.tone != "red":
            self._silent_since = None
            return False
        if banner.icon != SILENT:
            return True
        # The machine may have been off all night: its first read must have had time.
        self._silent_since = mono if self._silent_since is None else self._silent_since
        settled = mono - self._silent_since >= FIRST_READ_S
        return settled and (not health.linked_at or proof_age(health.linked_at, now_ms) > ALARM_MS)

    def _red_is_due(self, mono: float, *, red: bool) -> bool:
        if not red:
            self._red_since = None
            return False
        if self._red_since is not None and mono - self._red_since < RED_AGAIN_S:
            return False
        self._red_since = mono
        return True

    def _warn_of_ends(self, health: Health, now_ms: int) -> None:
        """Tell once at each step, 14, 7, 3 and 1 days before something ends and when it has (Y-03)."""
        for kind, left in expiries(health, now_ms).items():
            step = expiry_step(left)
            if step is None:
                self._steps.pop(kind, None)
            elif step < self._steps.get(kind, 99):
                self._steps[kind] = step
                words = expiry_words(kind, left)
                tone = "orange" if step > 1 else "red"
                self._window.toasts.show_toast(Toast("conn.token", tone, words, topic=f"expiry.{kind}"))
                self._play(Level.NOTICE, words)

    def _play(self, level: Level, words: str) -> None:
        now_ms = self._bench.clock.now_ms()
        self.log.append(Heard(now_ms, words))
        if self._sounds is not None:
            self._sounds.play(level, volume(level, chosen(self._bench.settings), night=is_night(now_ms)))

    def _notify(self, words: str, level: Level) -> None:
        """Make the system point at the window, unless somebody sits in front of it, as far as the officer wants it."""
        if self._window.isActiveWindow():
            return
        settings = self._bench.settings
        if may_point(settings.flash, level):
            QApplication.alert(self._window)
        if self.badge.tray is not None and may_point(settings.system_notices, level):
            icon = QSystemTrayIcon.MessageIcon.Warning
            self.badge.tray.showMessage(tr("Bàn trực"), words, icon, _MESSAGE_MS)

    # -- self-test ------------------------------------------------------------------------------------------------

    @property
    def heard(self) -> bool | None:
        """Return whether the sound was heard in the last self-test of this run; ``None`` if there was none."""
        if self._check_failed:
            return False
        return True if self._checked_at else None

    def notice(self, words: str, told: str) -> None:
        """Sound once for what is no case that waits to be taken: ``words`` for the list of alarms, ``told`` for the system's notice."""
        self._play(Level.NOTICE, words)
        self._notify(told, Level.NOTICE)

    def nudge(self, *, loud: bool) -> None:
        """Sound because nobody answered «còn thức?»; ``loud`` as for an urgent case, so that the next desk hears it."""
        level = Level.URGENT if loud else Level.NOTICE
        self._play(level, tr("Còn thức? chưa trả lời"))
        self._notify(tr("Bàn trực chưa có người trả lời"), level)

    def require_check(self) -> None:
        """Ask for the self-test of the sound that begins a shift; until it is done the status bar says so."""
        self._check_wanted = True
        self._show_bell()
        self.open_check()

    def open_check(self) -> None:
        """Open the self-test, with the alarms of this run under it."""
        lines = [f"{clock_text(heard.at, seconds=True)} · {heard.words}" for heard in reversed(self.log)]
        dialog = SoundCheck(self._window, self._sound_for_check, lines)
        dialog.heard.connect(lambda: self._checked(heard=True))
        dialog.not_heard.connect(lambda: self._checked(heard=False))
        dialog.open()

    def _sound_for_check(self) -> None:
        if self._sounds is not None:
            night = is_night(self._bench.clock.now_ms())
            self._sounds.play(Level.URGENT, volume(Level.URGENT, chosen(self._bench.settings), night=night))

    def _checked(self, *, heard: bool) -> None:
        now_ms = self._bench.clock.now_ms()
        self._checked_at, self._check_failed = (now_ms if heard else 0), not heard
        self._check_wanted = self._check_wanted and not heard
        self.log.append(Heard(now_ms, tr("Thử chuông: nghe rõ") if heard else tr("Thử chuông: không nghe")))
        self._show_bell()
        self.checked.emit(heard)
        if not heard:
            words = tr("Chuông báo không nghe được")
            detail = tr("Kiểm tra loa và âm lượng rồi thử lại. Cho tới lúc đó hãy nhìn màn hình liên tục.")
            self._window.toasts.show_toast(Toast("warn", "red", words, detail, topic="bell"))

    def sound_failed(self, words: str) -> None:
        """Say that the machine could not play a sound, and let the desktop beep at least."""
        QApplication.beep()
        self._check_failed = True
        self._show_bell()
        self._window.toasts.show_toast(Toast("warn", "red", words, topic="bell"))

    def _show_bell(self) -> None:
        notes: tuple[StatusItem, ...] = ()
        if self._check_failed:
            notes = (StatusItem("bell", tr("Chuông hỏng"), "redText", strong=True),)
        elif self._check_wanted:
            notes = (StatusItem("bell", tr("Chuông chưa thử"), "orangeText", strong=True),)
        self._window.status.set_notes(notes)
