"""The shift: opened with its checks, written in while it runs (features R-05; officer-day.md §2)."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from console.actions.desk import Desk, Refused
from console.actions.guards import clean_text, require
from console.cache import handover_query as q
from console.cache import tables as t
from console.cache import tables_duty as d
from console.cache.officer_rows import officer_names
from console.cache.store import Transaction
from console.cache.views import EventItem
from console.domain import events as e
from console.domain.events import EventBody
from console.domain.handover import (
    CHECKS,
    EQUIPMENT,
    SKEW_MS,
    TOPIC,
    Sheet,
    ShiftView,
    next_change,
    shift_key,
)
from console.domain.ids import derived_id, new_id
from console.domain.officer import Permission
from console.domain.subject import subject

TEXT_LIMIT = 2_000
LONGEST_MS = 26 * 3_600_000
"""A planned end further away than this is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class StartCheck:
    """Result of one check at the start; ``words`` say what was found where it failed."""

    code: str
    passed: bool
    words: str = ""


def read_shift(desk: Desk) -> ShiftView:
    """Return the shift that runs at the officer's desk."""
    with desk.store.read() as connection:
        return q.current_shift(connection, desk.officer.unit)


def read_sheet(desk: Desk) -> Sheet:
    """Return the handover sheet as it is now; it needs nothing of the officer who leaves (R-06)."""
    require(desk.officer, Permission.READ)
    with desk.store.read() as connection:
        shift = q.current_shift(connection, desk.officer.unit)
        return q.sheet(connection, shift, desk.sight, desk.rules, desk.store.clock.now_ms())


def read_log(desk: Desk, shift_id: str = "") -> list[EventItem]:
    """Return the duty book of a shift, the running one by default."""
    require(desk.officer, Permission.READ)
    with desk.store.read() as connection:
        shift = (
            q.shift_by_id(connection, shift_id)
            if shift_id
            else q.current_shift(connection, desk.officer.unit)
        )
        if shift is None or not shift.shift_id:
            return []
        names = desk.rules.names() | officer_names(connection)
        return q.shift_log(connection, shift, desk.sight, names)


def clock_check(desk: Desk) -> StartCheck:
    """Return whether the PC's clock agrees with the record's within a minute."""
    with desk.store.read() as connection:
        ahead = q.clock_ahead(connection, desk.store.clock.now_ms())
    words = f"đồng hồ máy chậm {ahead // 1000} giây so với kho" if ahead > SKEW_MS else ""
    return StartCheck("dong-ho", ahead <= SKEW_MS, words)


def open_shift(
    desk: Desk,
    officers: Sequence[str],
    checks: Sequence[StartCheck],
    *,
    planned_end: int = 0,
    command_id: str = "",
) -> str:
    """Open a shift at the officer's desk and return its id.

    A failed check does not keep anybody from duty, but it is in the duty book with what was found.

    Args:
        desk: who opens; he is on the shift.
        officers: who else is.
        checks: the results of all ``CHECKS``; that of the clock is taken anew here.
        planned_end: UTC ms; 0 is the next change at 07:30.
        command_id: makes a repeated request one.

    Raises:
        Refused: a shift runs already, a check is missing, or the end is not a plausible one.

    """
    require(desk.officer, Permission.SHIFT)
    results = {check.code: check for check in (*checks, clock_check(desk))}
    missing = [code for code in CHECKS if code not in results]
    if missing:
        raise Refused("Chưa đủ kiểm tra đầu ca: thử chuông, ba đèn, đồng hồ")
    unsaid = [check for check in results.values() if not check.passed and not check.words.strip()]
    if unsaid:
        raise Refused("Kiểm tra đầu ca chưa đạt: ghi rõ tình trạng")
    with desk.store.write() as tx:
        end = planned_end or next_change(tx.now_ms)
        if not tx.now_ms < end <= tx.now_ms + LONGEST_MS:
            raise Refused("Giờ hết ca phải ở sau lúc này và trong vòng 26 giờ")
        running = q.current_shift(tx.connection, desk.officer.unit)
        if running.open:
            raise Refused("Ca trước chưa bàn giao: nhận bàn giao trước khi mở ca mới")
        people = tuple(dict.fromkeys((desk.officer.officer_id, *officers)))
        unknown = set(people) - set(_active_officers(tx))
        if unknown:
            raise Refused("Không có cán bộ «{who}» trong danh sách", who=min(unknown))
        last = tx.connection.execute(
            select(d.shift.c.shift_id)
            .where(d.shift.c.unit == desk.officer.unit)
            .order_by(d.shift.c.opened_at.desc())
            .limit(1)
        ).scalar()
        told = tuple(
            f"{code}={'dat' if results[code].passed else 'chua'}" for code in CHECKS if code in results
        )
        shift_id = f"{shift_key(desk.officer.unit, tx.now_ms)}-{new_id()[:4]}"
        body = e.ShiftOpened(desk.officer.unit, people, end, told, last or "")
        notes = tuple(
            e.ShiftNoted(derived_id(shift_id, check.code), check.words.strip())
            for check in results.values()
            if not check.passed
        )
        _add(tx, desk, shift_id, body, *notes, command_id=command_id)
        return shift_id


def join(desk: Desk) -> None:
    """Put the officer on the running shift; nothing happens if he is on it."""
    require(desk.officer, Permission.SHIFT)
    with desk.store.write() as tx:
        shift = require_shift(tx, desk)
        if desk.officer.officer_id not in shift.officers:
            _add(tx, desk, shift.shift_id, e.ShiftJoined(desk.officer.officer_id))


def note(desk: Desk, text: str, corrects: str = "") -> str:
    """Write a line into the duty book and return its id; ``corrects`` names the line it puts right, which stays."""
    require(desk.officer, Permission.SHIFT)
    words = clean_text(text, "nội dung ghi sổ", TEXT_LIMIT)
    with desk.store.write() as tx:
        shift = require_shift(tx, desk)
        if corrects:
            known = tx.connection.execute(
                select(d.shift_note.c.line_id).where(d.shift_note.c.line_id == corrects)
            ).scalar()
            if known is None:
                raise Refused("Không có dòng sổ trực cần đính chính")
        line_id = new_id()
        _add(tx, desk, shift.shift_id, e.ShiftNoted(line_id, words, corrects))
        return line_id


def remark(desk: Desk, text: str) -> None:
    """Keep the general remarks for the next shift; empty ones are remarks too."""
    require(desk.officer, Permission.SHIFT)
    words = clean_text(text, "tình hình chung", TEXT_LIMIT) if text.strip() else ""
    with desk.store.write() as tx:
        shift = require_shift(tx, desk)
        if words != shift.remark:
            _add(tx, desk, shift.shift_id, e.ShiftRemarked(words))


def equip(desk: Desk, item: str, *, present: bool) -> None:
    """Say whether a thing is handed over."""
    require(desk.officer, Permission.SHIFT)
    if item not in EQUIPMENT:
        raise Refused("Không có «{item}» trong danh mục trang bị", item=item)
    with desk.store.write() as tx:
        shift = require_shift(tx, desk)
        if shift.equipment.get(item) != present:
            _add(tx, desk, shift.shift_id, e.ShiftEquipped(item, present))


def next_step(desk: Desk, case_id: str, text: str) -> None:
    """Write what the next shift must do about a case."""
    require(desk.officer, Permission.SHIFT)
    words = clean_text(text, "việc ca sau phải làm")
    with desk.store.write() as tx:
        shift = require_shift(tx, desk)
        case = tx.case(case_id)
        if case is None or not desk.sight.sees(case):
            raise Refused("Không có hồ sơ này, hoặc bạn không được xem")
        _add(tx, desk, shift.shift_id, e.ShiftNextStep(case_id, words))


def awake(desk: Desk, asked_at: int, missed: int = 0) -> None:
    """Write down what became of «còn thức?»; without a running shift there is nobody to ask."""
    require(desk.officer, Permission.SHIFT)
    with desk.store.write() as tx:
        shift = q.current_shift(tx.connection, desk.officer.unit)
        if shift.open:
            _add(tx, desk, shift.shift_id, e.ShiftAwake(asked_at, missed))


def require_shift(tx: Transaction, desk: Desk) -> ShiftView:
    """Return the shift that runs at the officer's desk. Raises ``Refused`` where none does."""
    shift = q.current_shift(tx.connection, desk.officer.unit)
    if not shift.open:
        raise Refused("Chưa mở ca trực: mở ca trước")
    return shift


def _active_officers(tx: Transaction) -> tuple[str, ...]:
    return tuple(
        tx.connection.execute(select(t.officer.c.officer_id).where(t.officer.c.active == 1)).scalars()
    )


def _add(tx: Transaction, desk: Desk, shift_id: str, *bodies: EventBody, command_id: str = "") -> None:
    tx.add(
        subject(TOPIC, shift_id),
        *bodies,
        actor=desk.officer.officer_id,
        unit=desk.officer.unit,
        command_id=command_id,
    )
