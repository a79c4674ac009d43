"""What Zalo says may still be sent (features C-02, Y-03): its answers correct our own count."""

import json
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables as t
from console.cache import walk_state
from console.cache.health_query import MESSAGES_LEFT
from console.cache.views import MessagesLeft
from console.domain.calendar import local_datetime
from console.zalo.payloads import QuotaAsset, SendReceipt, UserQuota


def from_receipt(connection: Connection, conversation_id: str, receipt: SendReceipt, now_ms: int) -> None:
    """Keep the free replies left that the answer to a send names (zalo-openapi.md §3.1)."""
    quota = receipt.quota
    if quota is None or quota.quota_type != "reply" or quota.remain is None:
        return
    _keep(connection, conversation_id, {"remain": quota.remain, "total": quota.total or 0, "at": now_ms})


def from_answer(connection: Connection, conversation_id: str, answer: UserQuota, now_ms: int) -> None:
    """Keep Zalo's answer about one citizen (zalo-openapi.md §6.6)."""
    if answer.reply_remain is None:
        return
    _keep(
        connection,
        conversation_id,
        {
            "remain": answer.reply_remain,
            "total": answer.reply_total or 0,
            "last_interaction_at": answer.last_interaction_ms or 0,
            "at": now_ms,
        },
    )


def messages_left(assets: Iterable[QuotaAsset], today: date) -> MessagesLeft | None:
    """Return what the OA's packages and purchases still pay for together; ``None`` if Zalo names none that count.

    They are used up one after the other, so what is left ends with the last of them.
    """
    counted = [
        a for a in assets if a.remain is not None and not (a.valid_through and a.valid_through < today)
    ]
    if not counted:
        return None
    ends = [asset.valid_through for asset in counted if asset.remain]
    last = max((end for end in ends if end is not None), default=None)
    return MessagesLeft(
        sum(max(0, a.remain or 0) for a in counted),
        sum(max(0, a.total or 0) for a in counted),
        last.strftime("%d/%m/%Y") if last and None not in ends else "",
    )


def keep_assets(connection: Connection, assets: Iterable[QuotaAsset], now_ms: int) -> MessagesLeft | None:
    """Keep what is left for the status bar, and return it."""
    left = messages_left(assets, local_datetime(now_ms).date())
    walk_state.set_state(connection, MESSAGES_LEFT, json.dumps(left) if left else "")
    return left


def _keep(connection: Connection, conversation_id: str, values: dict[str, int]) -> None:
    statement = upsert(t.quota).values(conversation_id=conversation_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["conversation_id"], set_=values))
