"""After a restore: what the backup still calls unsent may have been sent since it was taken (reliability.md I3)."""

from console.cache import outbox
from console.cache.store import Store
from console.cache.walk_state import set_state, state
from console.domain.case import ReplyState
from console.domain.events import ReplyUnknown
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM
from console.failpoint import fp

_CAUSE = (
    "Kho vừa được khôi phục từ bản sao lưu nên chưa rõ tin này đã được gửi sau bản sao lưu hay chưa. "
    "Máy đang đọc lại để đối chiếu."
)


def doubt_waiting_replies(store: Store) -> int:
    """Call every reply unknown that waits in a store which was just restored; return how many.

    None of them may go out by itself. Call it before anything is read or sent: an echo is then held back for its reply.
    """
    with store.read() as connection:
        if not state(connection, outbox.RESTORED):
            return 0
        waiting = outbox.in_state(connection, ReplyState.QUEUED, ReplyState.AWAITING_APPROVAL)
    fp("restored.doubt.before")
    with store.write() as tx:
        for item in waiting:
            case = tx.case(item.case_id)
            tx.add(
                item.case_id,
                ReplyUnknown(item.reply_id, _CAUSE),
                actor=SYSTEM,
                unit=case.unit if case else "",
                command_id=derived_id("reply.unknown", item.reply_id),
            )
        set_state(tx.connection, outbox.RESTORED, "")
        tx.touch_health()
    fp("restored.doubt.after")
    return len(waiting)
