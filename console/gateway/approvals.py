"""Replies nobody approved in time: once Zalo takes no answer any more they go back to their authors (features C-12)."""

from console.cache import drafts, outbox
from console.cache.store import Store
from console.cache.window_query import conversation_window
from console.domain.case import ReplyState
from console.domain.clock import Clock
from console.domain.events import ReplyCancelled
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM
from console.domain.window import ZaloRules
from console.failpoint import fp

EVERY_S = 30.0


class Expiry:
    """Looks now and then. Belongs to the sender's thread."""

    def __init__(self, clock: Clock, zalo: ZaloRules) -> None:
        """Take the clock and Zalo's rules for the reply window."""
        self._clock, self._zalo = clock, zalo
        self._looked: float | None = None

    @property
    def due(self) -> bool:
        """Return whether it is time to look."""
        return self._looked is None or self._clock.mono() - self._looked >= EVERY_S

    def look(self, store: Store) -> None:
        """Give back what can only be refused now."""
        self._looked = self._clock.mono()
        with store.read() as connection:
            waiting = outbox.in_state(connection, ReplyState.AWAITING_APPROVAL)
        for item in waiting:
            fp("reply.expire.before")
            with store.write() as tx:
                current = outbox.reply(tx.connection, item.reply_id)
                window = conversation_window(tx.connection, item.conversation_id, self._zalo, tx.now_ms)
                late = window.state == "closed" and not window.wrong_clock
                if current is None or current.state is not ReplyState.AWAITING_APPROVAL or not late:
                    continue
                case = tx.case(item.case_id)
                reason = f"Hết cửa sổ trả lời trước khi có người duyệt. {window.reason}"
                drafts.give_back(tx, item.reply_id)
                tx.add(
                    item.case_id,
                    ReplyCancelled(item.reply_id, reason),
                    actor=SYSTEM,
                    unit=case.unit if case else "",
                    command_id=derived_id("reply.expired", item.reply_id),
                )
            fp("reply.expire.after")
