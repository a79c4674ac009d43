"""Answering for messages that the OA sent without this console (threats T15, features F-06)."""

from sqlalchemy import select

from console.actions.desk import Desk, Done, Missing, Refused
from console.actions.guards import clean_text, require, require_not_merged
from console.actions.perform import Ask, Step, perform
from console.cache import foreign
from console.cache import tables as t
from console.cache.outside_query import answer_times, outside_messages
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.message import Direction
from console.domain.officer import Permission
from console.domain.subject import subject

_NAME_CHARS = 200


def acknowledge(desk: Desk, reason: str) -> None:
    """Put into the log who sent them and why, or that nobody of ours did; the alarm ends.

    Raises:
        Refused: not a commander, no reason, or nothing is open; nothing was changed.

    """
    require(desk.officer, Permission.ANSWER_FOREIGN)
    words = clean_text(reason, "ai gửi và vì sao")
    with desk.store.write() as tx:
        open_one = foreign.burst(tx.connection)
        if open_one is None:
            raise Refused("Cảnh báo này đã có người xác nhận")
        body = e.ForeignAcknowledged(open_one.count, open_one.first_at, open_one.last_at, words)
        tx.add(subject(foreign.TOPIC), body, actor=desk.officer.officer_id, unit=desk.officer.unit)
        foreign.close(tx)


def explain(
    desk: Desk,
    case_id: str,
    message_id: str,
    who: e.OutsideSender,
    name: str = "",
    *,
    answered: bool,
    command_id: str = "",
) -> Done:
    """Record who sent one message outside the console and whether it answered the citizen; it may be recorded again.

    Whoever answers citizens may (domain.md §7): he sees the talk. What nobody admits to is no answer and raises the alarm
    for the commander, who alone ends it.

    Args:
        desk: who records.
        case_id: the case.
        message_id: the message.
        who: himself, somebody else, the OA's automatic answer, or nobody.
        name: who it was and how, for somebody else; may say more for the others.
        answered: whether the citizen has his answer by it.
        command_id: see ``Ask``.

    Raises:
        Missing: the case has no such message.
        Refused: it came from the citizen or from this console, or the name is missing; nothing was recorded.

    """
    sender = e.OutsideSender(who)
    words = name.strip()
    if words or sender is e.OutsideSender.COLLEAGUE:
        words = clean_text(name, "họ tên người gửi", _NAME_CHARS)
    counts = answered and sender is not e.OutsideSender.NOBODY
    ask = Ask(case_id, Action.NOTE, Permission.REPLY, None, command_id, {"message_id": message_id})

    def plan(tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        at = _sent_at(tx, case, message_id)
        before = next(x for x in outside_messages(tx.connection, case_id) if x.message_id == message_id)
        last, first = case.last_outbound_at, case.first_reply_at
        if not counts or before.answered is False:
            times = answer_times(tx.connection, case_id, besides=message_id) + ([at] if counts else [])
            last, first = max(times, default=0), min(times, default=0)
        if sender is e.OutsideSender.NOBODY and foreign.burst(tx.connection) is None:
            foreign.alarm(tx, [at])
        return Step((e.OutsideExplained(message_id, sender.value, words, counts, last, first),))

    return perform(desk, ask, plan)


def _sent_at(tx: Transaction, case: Case, message_id: str) -> int:
    """Return when a message was sent outside. Raises ``Missing`` or ``Refused`` if it was not."""
    m = t.message.c
    row = tx.connection.execute(
        select(m.at, m.direction, m.reply_id).where(m.message_id == message_id, m.case_id == case.case_id)
    ).one_or_none()
    if row is None:
        raise Missing("{number} không có tin này", number=case.number)
    if row.direction != Direction.OUTBOUND.value or row.reply_id:
        raise Refused("Tin này không phải tin gửi ngoài hệ thống")
    return int(row.at)
