"""The handover sheet of a shift (features F-05, R-05, R-06; officer-day.md §2): what is on it, and what stands against closing.

The sheet is not written, it is read: at any moment it says what the next shift must know. Officers add to it what only they
know: the next step of a case, the general remarks, why something stays as it is.
"""

import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.calendar import local_date, local_datetime, start_of_day_ms
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.sentence import sentence

TOPIC = "shift"
WINDOW_MS = 12 * HOUR_MS
LAW_MS = 48 * HOUR_MS
SKEW_MS = MINUTE_MS
"""How far the PC's clock may be from the store's (officer-day.md §2)."""
CHANGE_HOUR_MS = 7 * HOUR_MS + 30 * MINUTE_MS
"""Shifts change at 07:30."""
EQUIPMENT: tuple[str, ...] = (
    sentence("Máy trực"),
    sentence("Điện thoại trực"),
    sentence("Sổ trực ban"),
    sentence("Khóa tủ hồ sơ mật"),
)
CHECKS = ("chuong", "den", "dong-ho")
"""The checks at the start: the alarm was heard, the three lights are green, the clock is right."""


class Section(StrEnum):
    """Why something is on the sheet, in the sheet's order ①–⑦; ⑧ are the general remarks."""

    HELD = "giu"
    PROMISED = "hua"
    WINDOW = "cua-so"
    TRANSFER = "chuyen"
    LAW = "han-luat"
    REPLY = "tin"
    TROUBLE = "su-co"


ORDER = tuple(Section)


class Block(StrEnum):
    """What stands against closing the shift."""

    HELD = "dang-giu"
    UNKNOWN = "chua-ro"
    URGENT_TRANSFER = "khan-chua-nhan"


class Part(StrEnum):
    """Who signs the sheet."""

    GIVER = "giao"
    TAKER = "nhan"
    COMMANDER = "chi-huy"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason why a line is there: by when (UTC ms, 0 = no time), and a name or number that goes with it."""

    section: Section
    at: int = 0
    value: str = ""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line. ``key`` names it for good: ``case:<id>`` or ``trouble:<kind>``.

    ``owner`` holds the case; ``next_step`` is what the next shift must do. ``accepted_by`` took the line, ``question`` is
    what he asked about it, ``explained`` why it stays although it blocks.
    """

    key: str
    reasons: tuple[Reason, ...]
    case_id: str = ""
    number: str = ""
    category: str = ""
    priority: str = ""
    urgent: bool = False
    place: str = ""
    owner: str = ""
    owner_name: str = ""
    started_at: int = 0
    soon_at: int = 0
    due_at: int = 0
    blocks: tuple[Block, ...] = ()
    words: str = ""
    next_step: str = ""
    step_by: str = ""
    accepted_by: str = ""
    accepted_at: int = 0
    question: str = ""
    explained: str = ""

    @property
    def section(self) -> Section:
        """Return where the line stands: the first reason counts."""
        return self.reasons[0].section

    @property
    def needs_step(self) -> bool:
        """Return whether a case still lacks its next step."""
        return bool(self.case_id) and not self.next_step

    @property
    def blocking(self) -> tuple[Block, ...]:
        """Return what stands against closing and nobody has explained."""
        return () if self.explained else self.blocks


@dataclass(frozen=True, slots=True)
class Directed:
    """A matter that was reported to a leader, or one instruction about it (vụ việc đã báo cáo lãnh đạo, ý kiến chỉ đạo).

    ``reported`` are words of whom it was reported to in this shift, with their times (UTC ms). Without an instruction
    ``instruction_id`` is "". ``done`` is what was reported to be done on it, "" while nobody said so; ``closed_at`` is 0 while
    the case is open.
    """

    case_id: str
    number: str
    category: str
    reported: tuple[tuple[int, str], ...] = ()
    instruction_id: str = ""
    words: str = ""
    by: str = ""
    at: int = 0
    done: str = ""
    done_by: str = ""
    done_at: int = 0
    closed_at: int = 0

    @property
    def first_at(self) -> int:
        """Return when it began, UTC ms."""
        return min((at for at in (self.at, *(at for at, _ in self.reported)) if at), default=0)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, and when (UTC ms)."""

    officer: str
    name: str
    at: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Cases of one category in the shift: taken in, done, still open."""

    taken: int = 0
    done: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True)
class ShiftView:
    """A shift. ``shift_id`` is "" where none was opened yet; times are UTC ms."""

    shift_id: str = ""
    unit: str = ""
    officers: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    opened_at: int = 0
    planned_end: int = 0
    closed_at: int = 0
    absent: bool = False
    checks: tuple[str, ...] = ()
    remark: str = ""
    equipment: Mapping[str, bool] = field(default_factory=dict)
    signatures: Mapping[str, Signature] = field(default_factory=dict)

    @property
    def open(self) -> bool:
        """Return whether the shift runs."""
        return bool(self.shift_id) and not self.closed_at

    @property
    def things(self) -> dict[str, bool | None]:
        """Return each thing to hand over: there, missing, or ``None`` where nobody has looked yet.

        What is no longer on the list but was handed over in this shift comes last.
        """
        return {item: self.equipment.get(item) for item in (*EQUIPMENT, *self.equipment)}


@dataclass(frozen=True, slots=True)
class DutyNotice:
    """What whoever is on duty here must know of a desk.

    ``absent``: ``unit``'s shift was taken over at ``at`` (UTC ms) by ``who`` because the leaver had gone, for the reason in
    ``words``. ``asleep``: nobody of ``who`` has answered «còn thức?» there since ``at``.
    """

    kind: str
    unit: str
    at: int
    who: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet at one moment. ``tallies`` are by category code; ``head`` is the hash of the log's last event."""

    shift: ShiftView
    lines: tuple[SheetLine, ...] = ()
    taken: int = 0
    open: int = 0
    late: int = 0
    unknown: int = 0
    tallies: Mapping[str, Tally] = field(default_factory=dict)
    head: str = ""
    at: int = 0
    directed: tuple[Directed, ...] = ()

    def line(self, key: str) -> SheetLine | None:
        """Return a line by its key."""
        return next((line for line in self.lines if line.key == key), None)

    @property
    def digest(self) -> str:
        """Return the hash of what is signed: lines, next steps, remarks, things handed over, instructions."""
        pieces = [self.shift.shift_id, self.shift.remark, repr(sorted(self.shift.equipment.items()))]
        pieces += [f"{line.key}\x1f{line.next_step}\x1f{line.explained}" for line in self.lines]
        pieces += [
            f"{one.case_id}\x1f{one.instruction_id}\x1f{one.words}\x1f{one.done}" for one in self.directed
        ]
        return hashlib.sha256("\x1e".join(pieces).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Obstacles:
    """What is missing before the shift can be closed; empty tuples mean nothing."""

    blocked: tuple[SheetLine, ...] = ()
    steps: tuple[SheetLine, ...] = ()
    unaccepted: tuple[SheetLine, ...] = ()

    @property
    def to_sign(self) -> bool:
        """Return whether anything stands against the giver's signature."""
        return bool(self.steps)

    @property
    def to_close(self) -> bool:
        """Return whether anything stands against closing."""
        return bool(self.blocked or self.steps or self.unaccepted)


def obstacles(sheet: Sheet, taker: str = "") -> Obstacles:
    """Return what stands against closing. A held case that ``taker`` accepts is his from then on and blocks no more.

    Args:
        sheet: the sheet now.
        taker: who takes over; "" while nobody said so.

    """

    def blocks(line: SheetLine) -> bool:
        taken = bool(taker) and line.accepted_by == taker
        return any(not (taken and block is Block.HELD) for block in line.blocking)

    return Obstacles(
        tuple(line for line in sheet.lines if blocks(line)),
        tuple(line for line in sheet.lines if line.needs_step),
        tuple(line for line in sheet.lines if not line.accepted_by or (taker and line.accepted_by != taker)),
    )


def sort_key(line: SheetLine) -> tuple[bool, int, int, str]:
    """Return the order of lines: urgent first, then by section, then what ends first."""
    first = min((reason.at for reason in line.reasons if reason.at), default=1 << 53)
    return (not line.urgent, ORDER.index(line.section), first, line.key)


def bulk_refused(lines: Collection[SheetLine]) -> bool:
    """Return whether these lines may not be accepted at once: an urgent one is taken by itself (officer-day.md §2)."""
    return len(lines) > 1 and any(line.urgent for line in lines)


def next_change(now_ms: int) -> int:
    """Return the next 07:30 in Vietnam after ``now_ms``, the planned end of a shift that begins now."""
    change = start_of_day_ms(local_date(now_ms)) + CHANGE_HOUR_MS
    # Who takes over an hour before the change takes the shift that begins then.
    return change if change - now_ms > HOUR_MS else change + DAY_MS


def shift_key(unit: str, now_ms: int) -> str:
    """Return the id of a shift of a desk that begins now: ``TB-CAT-2026-03-14-0730``."""
    return f"{unit}-{local_datetime(now_ms):%Y-%m-%d-%H%M%S}"


# --- awake at night ---------------------------------------------------------------------------------------------------

NIGHT_FROM_H, NIGHT_TO_H = 22, 5
AWAKE_EVERY_S = 2 * 3600.0
AWAKE_WAIT_S = 300.0


class Nudge(StrEnum):
    """What to do about an officer nobody has heard of for two hours at night."""

    NONE = ""
    ASK = "hoi"
    LOUDER = "to-hon"
    OTHERS = "bao-ban-khac"


class AwakeWatch:
    """Asks «còn thức?» every two hours of night without a sound; missed once louder, missed twice others are told."""

    def __init__(self, mono: float) -> None:
        """Begin at a monotonic time in seconds."""
        self._last = mono
        self._asked: float | None = None
        self.missed = 0

    @property
    def asking(self) -> bool:
        """Return whether the question stands."""
        return self._asked is not None

    def heard(self, mono: float) -> None:
        """Note that the officer answered, or did anything else at this console."""
        self._last, self._asked, self.missed = mono, None, 0

    def tick(self, mono: float, now_ms: int) -> Nudge:
        """Return what to do now; called each second."""
        if self._asked is not None:
            if mono - self._asked < AWAKE_WAIT_S:
                return Nudge.NONE
            self.missed += 1
            self._asked = mono
            return Nudge.LOUDER if self.missed == 1 else Nudge.OTHERS
        hour = local_datetime(now_ms).hour
        night = hour >= NIGHT_FROM_H or hour < NIGHT_TO_H
        if not night or mono - self._last < AWAKE_EVERY_S:
            return Nudge.NONE
        self._asked = mono
        return Nudge.ASK
