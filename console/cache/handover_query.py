"""Reads of the shift: which one runs, its handover sheet as it is now, its log (features R-05, R-06)."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select

from console.cache import tables as t
from console.cache import tables_duty as d
from console.cache.case_rows import NO_DUE
from console.cache.directed_query import KINDS as DIRECTED
from console.cache.directed_query import directed
from console.cache.health_query import health
from console.cache.officer_rows import officer_names
from console.cache.rules import CatalogRules
from console.cache.views import EventItem, WindowView
from console.cache.visibility import Sight
from console.cache.window_query import outbound_times, quota_answers, window_of
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.case import SECRET_TAG, Case, ReplyState, Transfer, TransferState
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.confidentiality import LOCKED_TEXT, without_writing
from console.domain.event_json import from_plain
from console.domain.handover import (
    LAW_MS,
    TOPIC,
    WINDOW_MS,
    Block,
    Reason,
    Section,
    Sheet,
    SheetLine,
    ShiftView,
    Signature,
    Tally,
    sort_key,
)
from console.domain.officer import SYSTEM
from console.domain.sentence import sentence
from console.domain.subject import subject
from console.domain.words import words_for
from console.record.local import event_from_row
from console.record.tables import event as event_table
from console.record.tables import event_body

URGENT_RANK = 1
LOG_LIMIT = 500
MOST_CASES = 1_000
LOGGED = (
    e.CaseOpened,
    e.PriorityChanged,
    e.CaseTransferred,
    e.TransferAccepted,
    e.TransferReturned,
    e.CaseClosed,
    e.CaseReopened,
    e.ClosingProposed,
    e.ClosingRefused,
    e.ReviewGiven,
    e.CaseHandedOver,
    e.IdentityRevealed,
    e.UrgentReportOpened,
    e.UrgentReportStamped,
    e.CaseInformed,
    e.CaseRaised,
    e.InstructionGiven,
    e.InstructionWithdrawn,
    e.InstructionFollowed,
)
"""What of the cases is a line of the duty book."""
SHIFT_KINDS = (
    e.ShiftOpened,
    e.ShiftJoined,
    e.ShiftNoted,
    e.ShiftLineAsked,
    e.ShiftExplained,
    e.ShiftSigned,
    e.ShiftClosed,
    e.ShiftAwake,
)


def current_shift(connection: Connection, unit: str) -> ShiftView:
    """Return the shift that runs at a desk; an empty one where none does."""
    row = connection.execute(
        select(d.shift)
        .where(d.shift.c.unit == unit, d.shift.c.closed_at == 0)
        .order_by(d.shift.c.opened_at.desc())
        .limit(1)
    ).one_or_none()
    return _view(connection, row) if row else ShiftView(unit=unit)


def shift_by_id(connection: Connection, shift_id: str) -> ShiftView | None:
    """Return a shift, open or closed."""
    row = connection.execute(select(d.shift).where(d.shift.c.shift_id == shift_id)).one_or_none()
    return _view(connection, row) if row else None


def _view(connection: Connection, row: Row[tuple[object, ...]]) -> ShiftView:
    officers = tuple(name for name in row.officers.split(",") if name)
    names = officer_names(connection)
    signed = connection.execute(
        select(d.shift_signature).where(d.shift_signature.c.shift_id == row.shift_id)
    ).all()
    return ShiftView(
        row.shift_id,
        row.unit,
        officers,
        tuple(names.get(one, one) for one in officers),
        row.opened_at,
        row.planned_end,
        row.closed_at,
        bool(row.absent),
        tuple(check for check in row.checks.split(",") if check),
        row.remark,
        json.loads(row.equipment),
        {s.part: Signature(s.officer, names.get(s.officer, s.officer), s.at) for s in signed},
    )


def head_hash(connection: Connection) -> str:
    """Return the hash of the log's last event, as it is printed on the sheet (features U-02)."""
    found = connection.execute(
        select(event_table.c.hash).order_by(event_table.c.seq.desc()).limit(1)
    ).scalar()
    return found.hex() if found else ""


def clock_ahead(connection: Connection, now_ms: int) -> int:
    """Return by how many ms the record's newest time lies ahead of the PC's clock; 0 where the clock is right."""
    newest = connection.execute(select(func.max(event_table.c.at))).scalar() or 0
    return max(0, int(newest) - now_ms)


def sheet(connection: Connection, shift: ShiftView, sight: Sight, rules: CatalogRules, now_ms: int) -> Sheet:
    """Return the sheet of a shift as it is at this moment.

    It needs nothing of the officer who leaves: whoever comes opens it. Cases that are not there for the reader are not on it.
    """
    found = _cases(connection, sight, rules, now_ms)
    lines = [_case_line(one, shift, rules, now_ms) for one in found]
    lines += _troubles(connection, now_ms)
    written_down = _marks(connection, shift.shift_id)
    written = [_with_marks(line, *written_down) for line in lines if line.reasons]
    figures = _figures(connection, shift, sight, now_ms)
    return Sheet(
        shift,
        tuple(sorted(written, key=sort_key)),
        *figures,
        tallies=_tallies(connection, shift, sight),
        head=head_hash(connection),
        at=now_ms,
        directed=directed(
            connection, shift, sight, rules, _in_shift(connection, shift, DIRECTED), MOST_CASES
        ),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """An open case that can have a place on the sheet, with what lies beside it."""

    case: Case
    rank: int
    owner_name: str
    started_at: int
    soon_at: int
    due_at: int
    window: WindowView
    draft: bool


def _cases(connection: Connection, sight: Sight, rules: CatalogRules, now_ms: int) -> list[_Found]:
    """Return the open cases that can have a place on the sheet, and closed ones with a reply nobody knows of."""
    c = t.case.c
    drafts = set(connection.execute(select(t.draft.c.case_id).where(t.draft.c.text != "")).scalars())
    # Only what lies between these times can have a window that ends within twelve hours.
    shortest, longest = HOUR_MS, 40 * DAY_MS
    near: ColumnElement[bool] = or_(
        c.owner != "",
        c.snooze_until > 0,
        c.transfer_to != "",
        c.unknown_replies > 0,
        c.awaiting_approval > 0,
        c.priority_rank == URGENT_RANK,
        c.due_at <= now_ms + LAW_MS,
        c.case_id.in_(sorted(drafts)),
        and_(c.answered == 0, c.last_inbound_at.between(now_ms - longest, now_ms - shortest)),
    )
    rows = connection.execute(
        select(
            c.conversation_id,
            c.body,
            c.started_at,
            c.soon_at,
            c.due_at,
            c.priority_rank,
            t.officer.c.name,
            t.officer.c.rank,
        )
        .join(t.officer, t.officer.c.officer_id == c.owner, isouter=True)
        .where(or_(and_(c.open == 1, near), and_(c.open == 0, c.unknown_replies > 0)), *sight.conditions())
        .order_by(c.priority_rank, c.due_at, c.case_id)
        .limit(MOST_CASES)
    ).all()
    conversations = [row.conversation_id for row in rows]
    sent, quotas = outbound_times(connection, conversations), quota_answers(connection, conversations)
    found = []
    for row in rows:
        case: Case = from_plain(Case, json.loads(row.body))
        conversation = row.conversation_id
        window = window_of(
            case.last_inbound_at, sent.get(conversation, []), quotas.get(conversation), rules.zalo, now_ms
        )
        owner = f"{row.rank or ''} {row.name or case.owner}".strip()
        times = (row.started_at, row.soon_at, row.due_at)
        found.append(_Found(case, row.priority_rank, owner, *times, window, case.case_id in drafts))
    return found


def _case_line(found: _Found, shift: ShiftView, rules: CatalogRules, now_ms: int) -> SheetLine:
    case, urgent = found.case, found.rank == URGENT_RANK
    unknown = any(mark.state is ReplyState.UNKNOWN for mark in case.replies)
    blocks = (
        *((Block.HELD,) if case.open and case.owner in shift.officers else ()),
        *((Block.UNKNOWN,) if unknown else ()),
        *((Block.URGENT_TRANSFER,) if urgent and _pending(case) is not None else ()),
    )
    district = rules.catalog.districts.get(case.district)
    return SheetLine(
        f"case:{case.case_id}",
        tuple(_reasons(found, rules, now_ms)),
        case.case_id,
        case.number,
        case.category,
        case.priority,
        urgent,
        case.place or (district.name if district else ""),
        case.owner if case.open else "",
        found.owner_name if case.open else "",
        found.started_at,
        0 if found.soon_at >= NO_DUE else found.soon_at,
        0 if found.due_at >= NO_DUE else found.due_at,
        blocks,
    )


def _pending(case: Case) -> Transfer | None:
    transfer = case.transfer
    return transfer if case.open and transfer and transfer.state is TransferState.PENDING else None


def _reasons(found: _Found, rules: CatalogRules, now_ms: int) -> Iterable[Reason]:
    case = found.case
    states = {mark.state for mark in case.replies}
    if not case.open:
        yield Reason(Section.REPLY, 0, "chua-ro")
        return
    pending = _pending(case)
    # An urgent case nobody holds is the next shift's first business.
    if case.owner or (found.rank == URGENT_RANK and pending is None):
        yield Reason(Section.HELD, 0, found.owner_name)
    if case.snooze_until:
        # A promise whose time has passed is owed all the more.
        yield Reason(Section.PROMISED, case.snooze_until, case.snooze_reason)
    ends = [
        at for at in (found.window.free_until, found.window.closes_at) if now_ms < at <= now_ms + WINDOW_MS
    ]
    if ends and not case.answered:
        yield Reason(Section.WINDOW, min(ends))
    if pending is not None:
        yield Reason(Section.TRANSFER, pending.due_at, pending.to_unit)
    clocks = [
        clock
        for clock in rules.clocks(case, case.priority, now_ms)
        if clock.kind == "statutory" and clock.done_ms is None and clock.due_ms <= now_ms + LAW_MS
    ]
    if clocks:
        first = min(clocks, key=lambda clock: clock.due_ms)
        yield Reason(Section.LAW, first.due_ms, first.label)
    if ReplyState.UNKNOWN in states:
        yield Reason(Section.REPLY, 0, "chua-ro")
    if ReplyState.AWAITING_APPROVAL in states or case.closing is not None:
        yield Reason(Section.REPLY, 0, "cho-duyet")
    if found.draft:
        yield Reason(Section.REPLY, 0, "nhap")


def _troubles(connection: Connection, now_ms: int) -> list[SheetLine]:
    """Return what is wrong with the system itself; a fault is a line as a case is (⑦)."""
    state = health(connection, now_ms)
    lines = [
        SheetLine(f"trouble:{one.kind}", (Reason(Section.TROUBLE, one.at),), words=one.words)
        for one in state.troubles
    ]
    if state.gaps:
        reason = Reason(Section.TROUBLE, 0, str(state.gaps))
        lines.append(SheetLine("trouble:gap", (reason,)))
    if state.media_waiting:
        reason = Reason(Section.TROUBLE, 0, str(state.media_waiting))
        lines.append(SheetLine("trouble:media", (reason,)))
    return lines


Marks = Mapping[tuple[str, str], Row[tuple[object, ...]]]


def _marks(
    connection: Connection, shift_id: str
) -> tuple[Marks, Mapping[str, Row[tuple[object, ...]]], Mapping[str, str]]:
    marks = connection.execute(select(d.shift_mark).where(d.shift_mark.c.shift_id == shift_id)).all()
    steps = connection.execute(select(d.shift_step).where(d.shift_step.c.shift_id == shift_id)).all()
    return (
        {(mark.line, mark.kind): mark for mark in marks},
        {step.case_id: step for step in steps},
        officer_names(connection),
    )


def _with_marks(
    line: SheetLine, marks: Marks, steps: Mapping[str, Row[tuple[object, ...]]], names: Mapping[str, str]
) -> SheetLine:
    accepted, asked, explained = (marks.get((line.key, kind)) for kind in ("accepted", "asked", "explained"))
    step = steps.get(line.case_id)
    return replace(
        line,
        next_step=step.text if step else "",
        step_by=names.get(step.author, step.author) if step else "",
        accepted_by=accepted.author if accepted else "",
        accepted_at=accepted.at if accepted else 0,
        question=asked.text if asked else "",
        explained=explained.text if explained else "",
    )


def _figures(
    connection: Connection, shift: ShiftView, sight: Sight, now_ms: int
) -> tuple[int, int, int, int]:
    """Return how many cases were taken in, are open, late, and have a reply nobody knows of."""
    c = t.case.c

    def count(*conditions: ColumnElement[bool]) -> int:
        statement = select(func.count()).select_from(t.case).where(*conditions, *sight.conditions())
        return int(connection.execute(statement).scalar_one())

    return (
        count(c.case_id.in_(_taken(connection, shift))),
        count(c.open == 1),
        count(c.open == 1, c.due_at <= now_ms, c.snooze_until <= now_ms),
        count(c.unknown_replies > 0),
    )


def _first_seq(connection: Connection, shift: ShiftView) -> int:
    """Return the place of the shift's beginning in the log, so that nothing older is read."""
    found = connection.execute(
        select(func.min(event_table.c.seq)).where(event_table.c.case_id == subject(TOPIC, shift.shift_id))
    ).scalar()
    return int(found) if found else 1 << 53


def _taken(connection: Connection, shift: ShiftView) -> Select[tuple[str]]:
    return _in_shift(connection, shift, (e.CaseOpened.KIND,))


def _in_shift(connection: Connection, shift: ShiftView, kinds: Sequence[str]) -> Select[tuple[str]]:
    """Return the statement for the ids of cases to which one of these events happened in the shift."""
    c = event_table.c
    until = shift.closed_at or 1 << 53
    return select(c.case_id).where(c.seq > _first_seq(connection, shift), c.kind.in_(kinds), c.at <= until)


def _tallies(connection: Connection, shift: ShiftView, sight: Sight) -> dict[str, Tally]:
    """Return the numbers of the shift's own cases by category."""
    c = t.case.c
    rows = connection.execute(
        select(c.category, func.count(), func.sum(c.open))
        .where(c.case_id.in_(_taken(connection, shift)), *sight.conditions())
        .group_by(c.category)
    )
    return {category: Tally(count, count - int(left), int(left)) for category, count, left in rows}


def shift_log(
    connection: Connection, shift: ShiftView, sight: Sight, names: Mapping[str, str]
) -> list[EventItem]:
    """Return the lines of the duty book of a shift, oldest first: one a happening, corrections as lines of their own."""
    until = shift.closed_at or (1 << 53)
    kinds = [body.KIND for body in (*LOGGED, *SHIFT_KINDS)]
    c = event_table.c
    rows = connection.execute(
        select(event_table, event_body.c.body, t.officer.c.name, t.case.c.number)
        .join(event_body, event_body.c.seq == c.seq, isouter=True)
        .join(t.officer, t.officer.c.officer_id == c.actor, isouter=True)
        .join(t.case, t.case.c.case_id == c.case_id, isouter=True)
        .where(
            c.seq >= _first_seq(connection, shift),
            c.kind.in_(kinds),
            or_(
                c.case_id == subject(TOPIC, shift.shift_id),
                and_(c.at.between(shift.opened_at, until), c.case_id.in_(sight.case_ids())),
            ),
        )
        .order_by(c.seq.desc())
        .limit(LOG_LIMIT)
    )
    events = [(row, event_from_row(row)) for row in rows]
    notes = {x.body.line_id: x for _, x in events if isinstance(x.body, e.ShiftNoted)}
    corrected = {x.body.corrects for x in notes.values() if isinstance(x.body, e.ShiftNoted)} - {""}
    tagged = t.case_tag.c
    locked = set(connection.execute(select(tagged.case_id).where(tagged.tag == SECRET_TAG)).scalars())
    items = []
    for row, event in events:
        ref = ""
        actor = sentence("Hệ thống") if event.actor == SYSTEM else row.name or event.actor
        body = without_writing(event.body, LOCKED_TEXT) if row.case_id in locked else event.body
        words = words_for(body, names)
        if isinstance(event.body, e.ShiftNoted):
            ref, words = event.body.line_id, event.body.text
            if event.body.corrects:
                wrong = notes.get(event.body.corrects)
                if wrong is not None:
                    when = f"{local_datetime(wrong.at):%H:%M}"
                    words = sentence("Đính chính dòng {time}: {words}", time=when, words=words)
                else:
                    words = sentence("Đính chính: {words}", words=words)
        elif row.number and not isinstance(event.body, e.CaseOpened):
            words = f"{row.number}: {words}"
        items.append(
            EventItem(event.seq, event.at, event.kind, actor, words, ref=ref, corrected=ref in corrected)
        )
    return sorted(items, key=lambda item: (item.at, item.seq))
