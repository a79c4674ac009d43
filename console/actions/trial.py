"""The one message that may be sent while an OA is being connected: an answer to who has just sent the code on the screen.

No citizen is ever written to: whoever knows the code sits here, or stands beside who does. What the citizen's side reads is fixed.
"""

from console.actions.desk import Refused
from console.actions.founding import require_set_up
from console.cache import trial_query
from console.cache.rules import CatalogRules
from console.cache.store import Store
from console.domain import events as e
from console.domain.ids import new_id
from console.domain.officer import Officer

TEXT = (
    "Tin thử kết nối của Bàn trực Công an tỉnh. Bạn nhận được tin này là máy đã gửi được. Không cần trả lời."
)


def queue_trial(store: Store, rules: CatalogRules, officer: Officer, code: str) -> str:
    """Ask for the answer to be sent, through the ordinary way of replies; return the reply's id.

    Raises:
        Refused: he may not, nobody sent the code, or something else came in that conversation meanwhile; nothing was queued.

    """
    require_set_up(store, rules, officer)
    with store.write() as tx:
        found = trial_query.find(tx.connection, code)
        if found is None:
            raise Refused(
                "Chưa thấy tin có mã {code}: chưa gửi gì. Nhắn đúng mã tới trang OA rồi tìm lại", code=code
            )
        if not trial_query.is_last(tx.connection, found):
            raise Refused(
                "Hội thoại có tin mới sau mã {code}: chưa gửi gì, để cán bộ trực trả lời", code=code
            )
        reply_id = new_id()
        body = e.ReplyQueued(reply_id, TEXT, seen_message_id=found.message_id, not_before=tx.now_ms)
        tx.add(found.case_id, body, actor=officer.officer_id, unit=officer.unit)
    return reply_id
