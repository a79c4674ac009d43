"""Handing over: line by line, nothing lost, signed by both, and by one where the other has gone (features F-05, R-05, R-06)."""

from collections.abc import Callable, Sequence

from sqlalchemy import select

from console.actions.claims import LEASE_MS
from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, require, require_open
from console.actions.perform import Ask, Step, perform
from console.actions.shifts import require_shift
from console.cache import handover_query as q
from console.cache import tables as t
from console.cache.officer_rows import officer_of
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.events import EventBody
from console.domain.handover import (
    TOPIC,
    Block,
    Part,
    Sheet,
    SheetLine,
    bulk_refused,
    obstacles,
)
from console.domain.officer import Officer, Permission
from console.domain.subject import subject

Verify = Callable[[str, str], bool]
"""Tells whether a secret (a PIN) is that of the officer with this id. It says nothing else and keeps nothing."""


def accept(desk: Desk, keys: Sequence[str]) -> None:
    """Take lines of the sheet over. A case that was held becomes the receiver's own with its line.

    Raises:
        Refused: an urgent line among several (each is taken by itself), or a line that is not there any more.

    """
    require(desk.officer, Permission.SHIFT)
    with desk.store.write() as tx:
        sheet = _sheet(tx, desk)
        lines = [_line(sheet, key) for key in keys]
        if bulk_refused(lines):
            raise Refused("Việc khẩn phải nhận từng dòng")
        for line in lines:
            if line.accepted_by == desk.officer.officer_id:
                continue
            _add(tx, desk, sheet.shift.shift_id, e.ShiftLineAccepted(line.key))
            case = tx.case(line.case_id) if line.case_id else None
            if case is not None and _passes_on(case, line, desk.officer):
                given = e.CaseHandedOver(
                    desk.officer.officer_id, case.owner, tx.now_ms + LEASE_MS, "Nhận bàn giao ca"
                )
                tx.add(case.case_id, given, actor=desk.officer.officer_id, unit=case.unit)


def ask_back(desk: Desk, key: str, question: str) -> None:
    """Ask about a line before taking it; the leaver sees the question at the line."""
    require(desk.officer, Permission.SHIFT)
    words = clean_text(question, "câu hỏi", 300)
    with desk.store.write() as tx:
        sheet = _sheet(tx, desk)
        _add(tx, desk, sheet.shift.shift_id, e.ShiftLineAsked(_line(sheet, key).key, words))


def explain(desk: Desk, key: str, reason: str) -> None:
    """Say why a line that stands against closing stays as it is (giải trình)."""
    require(desk.officer, Permission.SHIFT)
    words = clean_text(reason, "giải trình")
    with desk.store.write() as tx:
        sheet = _sheet(tx, desk)
        _add(tx, desk, sheet.shift.shift_id, e.ShiftExplained(_line(sheet, key).key, words))


def hand_over(desk: Desk, case_id: str, to_officer: str, reason: str = "", *, command_id: str = "") -> Done:
    """Give a case one holds to another officer (giao cho…).

    Raises:
        Refused: somebody else holds it, or the other officer may not know of it.

    """
    words = clean_text(reason, "lý do") if reason.strip() else ""
    ask = Ask(case_id, Action.HAND_OVER, Permission.CLAIM, None, command_id, {"to_officer": to_officer})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        if case.owner != desk.officer.officer_id and not desk.officer.may(Permission.REASSIGN):
            raise Refused("Bạn không giữ {number}", number=case.number)
        other = _officer(tx, to_officer)
        if (
            other is None
            or not desk.seat(other).may(Permission.CLAIM)
            or not desk.sight_of(other).answers_for(case)
        ):
            raise Refused("Không giao được {number} cho cán bộ này", number=case.number)
        if case.owner == to_officer:
            return Step()
        back = e.CaseHandedOver(case.owner, to_officer, case.lease_until, "Hoàn tác")
        return Step(
            (e.CaseHandedOver(to_officer, case.owner, tx.now_ms + LEASE_MS, words),),
            (back,) if case.owner else (),
        )

    return perform(desk, ask, plan)


def sign(desk: Desk, part: Part, signer: str, secret: str, verify: Verify) -> Sheet:
    """Sign the sheet as giver, taker or commander, with the signer's own secret; the taker's signature closes the shift.

    Args:
        desk: where it is signed; the signer need not be signed in here.
        part: as what.
        signer: officer id of who signs.
        secret: his PIN.
        verify: what tells whether it is his.

    Returns:
        The sheet as it was signed.

    Raises:
        Refused: the secret is not his, something stands against it, or it is not his to sign.

    """
    part = Part(part)
    if not verify(signer, secret):
        raise Refused("PIN không đúng. Chưa ký gì")
    with desk.store.write() as tx:
        sheet = _sheet(tx, desk)
        shift = sheet.shift
        person = _officer(tx, signer)
        if person is None:
            raise Refused("Không có cán bộ này trong danh sách đang làm việc")
        left = obstacles(sheet, signer if part is Part.TAKER else "")
        if left.steps:
            raise Refused("Còn {count} hồ sơ chưa ghi việc ca sau", count=len(left.steps))
        if part is Part.COMMANDER:
            if not desk.seat(person).may(Permission.SIGN_SHIFT):
                raise Refused("Chỉ chỉ huy trực ký ô này")
            _add_as(tx, person, shift.shift_id, e.ShiftSigned(part.value, sheet.head, sheet.digest))
            return sheet
        if part is Part.GIVER:
            if signer not in shift.officers:
                raise Refused("Người giao phải là cán bộ của ca này")
            _add_as(tx, person, shift.shift_id, e.ShiftSigned(part.value, sheet.head, sheet.digest))
            return sheet
        require(desk.seat(person), Permission.SHIFT)
        giver = shift.signatures.get(Part.GIVER.value)
        if giver is None:
            raise Refused("Người giao ký trước. Nếu người giao đã về, nhận ca theo cách «vắng người giao»")
        if giver.officer == signer:
            raise Refused("Người giao không tự ký nhận ca của mình")
        _require_nothing_hidden(tx, desk, sheet, giver.officer, person)
        taken = _sheet_for(tx, desk, person)
        _require_clear(taken, person)
        _close(tx, person, taken)
        return taken


def take_over_absent(desk: Desk, secret: str, verify: Verify, reason: str) -> Sheet:
    """Take the shift over alone because the leaver has gone; that is in the log and the commander is told (R-06)."""
    require(desk.officer, Permission.SHIFT)
    words = clean_text(reason, "lý do vắng người giao")
    if not verify(desk.officer.officer_id, secret):
        raise Refused("PIN không đúng. Chưa ký gì")
    with desk.store.write() as tx:
        sheet = _sheet(tx, desk)
        if sheet.shift.officers == (desk.officer.officer_id,):
            raise Refused("Ca này của chính bạn: giao cho người khác")
        _require_clear(sheet, desk.officer)
        _close(tx, desk.officer, sheet, absent=True, reason=words)
        return sheet


def _passes_on(case: Case, line: SheetLine, taker: Officer) -> bool:
    held = case.open and Block.HELD in line.blocks
    return held and case.owner != taker.officer_id and taker.may(Permission.CLAIM)


def _require_clear(sheet: Sheet, taker: Officer) -> None:
    left = obstacles(sheet, taker.officer_id)
    if left.steps:
        raise Refused("Còn {count} hồ sơ chưa ghi việc ca sau", count=len(left.steps))
    if left.unaccepted:
        raise Refused("Còn {count} dòng chưa nhận: nhận từng dòng trước khi ký", count=len(left.unaccepted))
    if left.blocked:
        raise Refused(
            "Chưa đóng ca được: còn {count} dòng đang giữ, chưa rõ hoặc khẩn chưa nơi nào nhận",
            count=len(left.blocked),
        )


def _require_nothing_hidden(tx: Transaction, desk: Desk, sheet: Sheet, giver: str, taker: Officer) -> None:
    """Raise ``Refused`` while the giver holds a case the taker may not know of: nobody would have it from now on."""
    left = _officer(tx, giver)
    if left is None:
        return
    sight = desk.sight_of(taker)
    for line in q.sheet(tx.connection, sheet.shift, desk.sight_of(left), desk.rules, tx.now_ms).lines:
        case = tx.case(line.case_id) if line.case_id and Block.HELD in line.blocking else None
        if case is not None and not sight.sees(case):
            raise Refused("Người giao còn giữ hồ sơ mà người nhận không được xem: giao cho chỉ huy trước")


def _close(tx: Transaction, taker: Officer, sheet: Sheet, *, absent: bool = False, reason: str = "") -> None:
    signed = e.ShiftSigned(Part.TAKER.value, sheet.head, sheet.digest)
    closed = e.ShiftClosed(taker.officer_id, sheet.head, sheet.digest, absent, reason)
    _add_as(tx, taker, sheet.shift.shift_id, signed, closed)


def _sheet(tx: Transaction, desk: Desk) -> Sheet:
    return _sheet_for(tx, desk, desk.officer)


def _sheet_for(tx: Transaction, desk: Desk, officer: Officer) -> Sheet:
    shift = require_shift(tx, desk)
    return q.sheet(tx.connection, shift, desk.sight_of(officer), desk.rules, tx.now_ms)


def _line(sheet: Sheet, key: str) -> SheetLine:
    line = sheet.line(key)
    if line is None:
        raise Refused("Dòng này không còn trên biên bản: việc đã xong hoặc đã đổi")
    return line


def _officer(tx: Transaction, officer_id: str) -> Officer | None:
    row = tx.connection.execute(
        select(t.officer).where(t.officer.c.officer_id == officer_id, t.officer.c.active == 1)
    ).one_or_none()
    return officer_of(row) if row is not None else None


def _add(tx: Transaction, desk: Desk, shift_id: str, *bodies: EventBody) -> None:
    _add_as(tx, desk.officer, shift_id, *bodies)


def _add_as(tx: Transaction, officer: Officer, shift_id: str, *bodies: EventBody) -> None:
    tx.add(subject(TOPIC, shift_id), *bodies, actor=officer.officer_id, unit=officer.unit)
