"""Messages the OA sent that nobody here wrote: one alarm a burst, open until a commander answers for it (threats T15)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from console.cache import walk_state
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.officer import SYSTEM
from console.domain.subject import subject

KIND = "oa.foreign"
TOPIC = "security"


@dataclass(frozen=True, slots=True)
class Burst:
    """What nobody has answered for yet; times are Zalo's, UTC ms."""

    count: int
    first_at: int
    last_at: int


def burst(connection: Connection) -> Burst | None:
    """Return what is open, or ``None``."""
    text = walk_state.state(connection, KIND)
    return Burst(*json.loads(text)) if text else None


def alarm(tx: Transaction, times: Sequence[int]) -> None:
    """Count messages into the open burst; begin one, with its event, where none is open. Nothing of their text is told."""
    if not times:
        return
    known = burst(tx.connection)
    if known is None:
        tx.add(subject(TOPIC), e.ForeignSent(len(times), min(times)), actor=SYSTEM, unit="")
        new = Burst(len(times), min(times), max(times))
    else:
        new = Burst(known.count + len(times), min(known.first_at, *times), max(known.last_at, *times))
    walk_state.set_state(tx.connection, KIND, json.dumps([new.count, new.first_at, new.last_at]))
    words = (
        f"{new.count} tin, từ {_time(new.first_at)} đến {_time(new.last_at)}; từng tin có dấu riêng trong hội thoại. "
        "Hỏi ai gửi; không ai nhận thì đổi mật khẩu quản trị OA và báo chỉ huy."
    )
    walk_state.raise_trouble(tx.connection, KIND, words, tx.now_ms)
    tx.touch_health()


def close(tx: Transaction) -> None:
    """End the burst; the caller has put into the log who answers for it."""
    walk_state.set_state(tx.connection, KIND, "")
    walk_state.clear_trouble(tx.connection, KIND, tx.now_ms)
    tx.touch_health()


def _time(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M %d/%m")
