"""Answering for messages that the OA sent without this console (threats T15, features F-06)."""

from console.actions.desk import Desk, Refused
from console.actions.guards import clean_text, require
from console.cache import foreign
from console.domain import events as e
from console.domain.officer import Permission
from console.domain.subject import subject


def acknowledge(desk: Desk, reason: str) -> None:
    """Put into the log who sent them and why, or that nobody of ours did; the alarm ends.

    Raises:
        Refused: not a commander, no reason, or nothing is open; nothing was changed.

    """
    # Who lets replies go out answers for what goes out in the OA's name.
    require(desk.officer, Permission.APPROVE_REPLY)
    words = clean_text(reason, "ai gửi và vì sao")
    with desk.store.write() as tx:
        open_one = foreign.burst(tx.connection)
        if open_one is None:
            raise Refused("Cảnh báo này đã có người xác nhận")
        body = e.ForeignAcknowledged(open_one.count, open_one.first_at, open_one.last_at, words)
        tx.add(subject(foreign.TOPIC), body, actor=desk.officer.officer_id, unit=desk.officer.unit)
        foreign.close(tx)
