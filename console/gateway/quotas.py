"""What Zalo says may still be sent to a citizen (features C-02): its answers correct our own count."""

from sqlalchemy import Connection
from sqlalchemy.dialects.sqlite import insert as upsert

from console.cache import tables as t
from console.zalo.payloads import SendReceipt, UserQuota


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


def _keep(connection: Connection, conversation_id: str, values: dict[str, int]) -> None:
    statement = upsert(t.quota).values(conversation_id=conversation_id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["conversation_id"], set_=values))
