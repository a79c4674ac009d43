"""Two cases that are one matter, and one case that is two (features A-10, C-13).

Cases of one conversation are merged whole: the messages move, the register line stays and points on. Cases of different
citizens are never mixed: each keeps its own messages, number and conversation, so that each citizen is answered apart and
none can learn of the other. There the duplicate is closed as «Trùng vụ việc khác» and named in the case that goes on; if its
citizen writes again it opens again by itself (C-14).
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Row, select

from console.actions.closing import require_settled
from console.actions.desk import Desk, Done, Refused, Words
from console.actions.drafts import move_drafts
from console.actions.guards import (
    clean_text,
    is_urgent,
    priority_of,
    require,
    require_free,
    require_not_merged,
    require_open,
    require_open_text,
    require_work,
    visible_case,
)
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.people_query import written
from console.cache.review_reads import categories_ever
from console.cache.store import Transaction
from console.cache.visibility import barred
from console.domain import events as e
from console.domain.case import CONFLICT_TAG, PICTURES_TAG, SOURCE_TAG, Case, Outcome
from console.domain.conflict import Action
from console.domain.entered import changed_between, filled_of, newest_entry
from console.domain.message import Direction
from console.domain.national import RegisterField
from console.domain.officer import Permission
from console.domain.people import joined_lists, list_of

Rows = Sequence[Row[str, str, int, int]]


def merge(
    desk: Desk,
    case_id: str,
    into_case_id: str,
    reason: str,
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Let a case live on in another one, which must be open. See the module for what happens to messages.

    The version in ``Done`` is that of ``case_id``.
    """
    words = clean_text(reason, "lý do gộp")
    ask = Ask(case_id, Action.MERGE, Permission.MERGE, expected_version, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        into = visible_case(tx, desk, into_case_id)
        require_work(desk, into, Action.MERGE)
        _check_pair(tx, desk, case, into)
        if case.conversation_id == into.conversation_id:
            return _merge_same(tx, desk, case, into, words)
        return _link(tx, desk, case, into, words)

    return perform(desk, ask, plan)


def split(
    desk: Desk,
    case_id: str,
    message_ids: Sequence[str],
    *,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Make some messages of a case a case of their own, with the next number; both keep their clocks' start.

    Returns:
        the answer for ``case_id``; ``new_case_id`` names the new one.

    """
    wanted = tuple(dict.fromkeys(message_ids))
    ask = Ask(case_id, Action.SPLIT, Permission.MERGE, expected_version, command_id, {"messages": wanted})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        require_open_text(case)
        require_free(tx, desk, case)
        rows = _messages(tx, case.case_id)
        going = [row for row in rows if row.message_id in wanted]
        staying = [row for row in rows if row.message_id not in wanted]
        if len(going) != len(wanted) or not wanted:
            raise Refused("Chọn những tin thuộc {number} để tách", number=case.number)
        if not _inbound(going) or not _inbound(staying):
            raise Refused("Mỗi hồ sơ sau khi tách phải còn ít nhất một tin của công dân")
        new_id = ask.new_id("case")
        last = _inbound(staying)[-1]
        out = e.MessagesMovedOut(new_id, wanted, last.at, last.message_id)
        opened = e.CaseOpened(case.conversation_id, case.pseudonym, split_from=case.case_id)
        new = Case(new_id)
        moved = _moved_in(case.case_id, wanted, going, new)
        kept = (*_wall(desk, case), *_protection(tx, desk, case, new))
        # The new case first: what moved is out of the old one before the old one's row is written.
        return Step((out,), before=((new_id, case.unit, (opened, moved, *kept)),))

    return perform(desk, ask, plan)


def _check_pair(tx: Transaction, desk: Desk, case: Case, into: Case) -> None:
    if case.case_id == into.case_id:
        raise Refused("Chọn một hồ sơ khác để gộp vào")
    require_not_merged(case)
    require_open(into)
    for one in (case, into):
        require_free(tx, desk, one)
    require_settled(case)
    if _walls(desk, case) != _walls(desk, into):
        raise Refused("Không gộp hồ sơ hạn chế với hồ sơ thường")


def _wall(desk: Desk, case: Case) -> tuple[e.EventBody, ...]:
    """Return the events that keep what is split off from whom the whole was kept."""
    bodies: list[e.EventBody] = []
    if case.category in desk.rules.restricted:
        bodies.append(e.CaseClassified(case.category))
    if case.conflict is not None:
        found = case.conflict
        bodies.append(e.ConflictMarked(found.units, found.officers, found.reason, found.routed_to))
    if CONFLICT_TAG in case.tags:
        bodies.append(e.Tagged(CONFLICT_TAG))
    return tuple(bodies)


def _protection(tx: Transaction, desk: Desk, case: Case, into: Case) -> tuple[e.EventBody, ...]:
    """Return the events by which messages stay protected in the case they go to.

    The tags that seal the source, what the informant asked for, and an order to keep the content: each was put on by a person
    for these very words (domain.md §5.1, §5.4; features I-06). Where it is the kind of the matter that sealed the source, a label
    does it there, for the kind does not go along.
    """
    rules = desk.rules.confidential
    kinds = categories_ever(tx.connection, case)
    sealed = any(rules.needs_two(replace(case, category=kind), desk.catalog) for kind in kinds)
    tags = dict.fromkeys((*case.tags, *((SOURCE_TAG,) if sealed and SOURCE_TAG in rules.tags else ())))
    going = (*rules.tags, PICTURES_TAG)
    bodies: list[e.EventBody] = [e.Tagged(tag) for tag in tags if tag in going and tag not in into.tags]
    known = {limit.code: limit.words for limit in into.contact_limits}
    for limit in case.contact_limits:
        words = "; ".join(dict.fromkeys(filter(None, (known.get(limit.code, ""), limit.words))))
        if limit.code not in known or words != known[limit.code]:
            bodies.append(e.ContactRestricted(limit.code, words))
    if case.hold and not into.hold:
        bodies.append(e.HoldSet(case.hold))
    return tuple(bodies)


def _walls(desk: Desk, case: Case) -> tuple[bool, frozenset[str], bool]:
    """Return what keeps others from a case: merged cases must have the same, or one would show the other."""
    return case.category in desk.rules.restricted, barred(case), case.locked


def _merge_same(tx: Transaction, desk: Desk, case: Case, into: Case, reason: str) -> Step:
    rows = _messages(tx, case.case_id)
    ids = tuple(row.message_id for row in rows)
    moved = _moved_in(
        case.case_id, ids, rows, into, unread=case.unread, last_outbound_at=case.last_outbound_at
    )
    move_drafts(tx, case.case_id, into.case_id)
    absorbed = e.CaseAbsorbed(case.case_id, case.number)
    kept = (*_people(tx, case, into), *_protection(tx, desk, case, into))
    return Step(
        (e.MessagesMovedOut(into.case_id, ids, 0, ""), e.CaseMerged(into.case_id, into.number, reason)),
        before=((into.case_id, into.unit, (moved, absorbed, *kept)),),
    )


def _people(tx: Transaction, case: Case, into: Case) -> tuple[e.EventBody, ...]:
    """Return the events by which the case that goes on has the accused, the victims and the papers of the other, too."""
    bodies: list[e.EventBody] = list(_entry(case, into))
    known = written(tx.connection, into)
    for more in written(tx.connection, case):
        before = list_of(known, more.role)
        both = joined_lists(before, more)
        if both != before:
            bodies.append(e.PeopleRecorded(both.role.value, both.people, both.others.value))
    notice = case.procuracy
    if notice is not None and into.procuracy is None:
        bodies.append(e.ProcuracyNotified(notice.document, notice.on, notice.informant))
    decided, told = case.decided, case.result_notice
    if decided is not None and into.decided is None:
        bodies.append(e.CrimeDecided(decided.decision, decided.paper.document, decided.paper.on))
    if told is not None and into.result_notice is None:
        bodies.append(e.ResultNotified(told.document, told.on))
    if case.deed_time and not into.deed_time:
        bodies.append(e.DeedTimed(case.deed_time))
    petition, settled = case.petition, case.settled
    if petition is not None and into.petition is None:
        paper = petition.paper
        bodies.append(
            e.PetitionHandled(
                petition.handling,
                petition.category,
                petition.citation,
                paper.document,
                paper.on,
                petition.reason,
            )
        )
    if settled is not None and into.settled is None:
        bodies.append(e.PetitionSettled(settled.document, settled.on))
    return tuple(bodies)


def _entry(case: Case, into: Case) -> tuple[e.EventBody, ...]:
    """Return the event by which the case that goes on is known to be in the national software, so that nobody types it twice.

    Before what comes along with it: what of that is new there is told of as changed, as is what the two cases say differently.
    """
    entry = newest_entry(case)
    if entry is None or newest_entry(into) is not None:
        return ()
    differs = {RegisterField.CONTENT, *changed_between(entry.filled, filled_of(into))}
    stale = tuple(field.value for field in RegisterField if field in differs or field.value in entry.stale)
    return (e.NationalEntered(entry.number, entry.at, stale),)


def _link(tx: Transaction, desk: Desk, case: Case, into: Case, reason: str) -> Step:
    """Close a case of another citizen as a duplicate; nothing of it goes to the other one but its number."""
    require_open(case)
    if case.unread:
        raise Refused(
            "{number} có {count} tin chưa đọc: đọc trước khi gộp", number=case.number, count=case.unread
        )
    if is_urgent(desk, priority_of(tx, case)):
        require(desk.officer, Permission.CLOSE_URGENT)
    warnings: tuple[Words, ...] = ()
    if not case.answered:
        warnings = (Words("Công dân của {number} chưa được trả lời", number=case.number),)
    return Step(
        (e.CaseClosed(Outcome.DUPLICATE.value, f"Trùng {into.number}: {reason}"),),
        warnings=warnings,
        after=((into.case_id, into.unit, (e.CaseAbsorbed(case.case_id, case.number),)),),
    )


def _messages(tx: Transaction, case_id: str) -> Rows:
    m = t.message.c
    return tx.connection.execute(
        select(m.message_id, m.direction, m.at, m.seq).where(m.case_id == case_id).order_by(m.at, m.seq)
    ).all()


def _inbound(rows: Rows) -> Rows:
    return [row for row in rows if row.direction == Direction.INBOUND.value]


def _moved_in(
    from_case: str,
    ids: tuple[str, ...],
    rows: Rows,
    into: Case,
    *,
    unread: int = 0,
    last_outbound_at: int = 0,
) -> e.MessagesMovedIn:
    """Return what the receiving case is told about the messages that come."""
    times = [row.at for row in _inbound(rows)]
    if not times:
        return e.MessagesMovedIn(
            from_case, ids, into.first_message_at, into.last_inbound_at, "", unread, last_outbound_at
        )
    newest = _inbound(rows)[-1]
    later = newest.at >= into.last_inbound_at
    return e.MessagesMovedIn(
        from_case,
        ids,
        times[0],
        newest.at,
        newest.message_id if later else "",
        unread,
        last_outbound_at,
    )
