"""Sending replies (reliability.md §4.4): at most one POST a reply, ever, and never a claim that is not known.

queued → permitted (committed before the socket opens) → sent | rejected | unknown. Nothing returns to queued.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from console.cache import drafts, outbox
from console.cache.outbox import Anchor, Waiting
from console.cache.sealed import SealedFiles, SealError
from console.cache.store import Store, Transaction
from console.cache.window_query import conversation_window
from console.domain.case import ReplyState
from console.domain.clock import Clock
from console.domain.events import (
    EventBody,
    ReplyCancelled,
    ReplyPermitted,
    ReplyRejected,
    ReplySent,
    ReplyUnknown,
)
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM
from console.domain.window import ZaloRules
from console.failpoint import fp
from console.gateway import quotas
from console.gateway.approvals import Expiry
from console.gateway.lane import Lane
from console.gateway.outgoing import Unsendable, Upload, post, upload
from console.gateway.pages import Pages
from console.gateway.ports import NotConnectedError, Outcome, StoreCall, WaitError
from console.gateway.reconcile import Reconciler
from console.gateway.skew import SkewWatch
from console.record.base import Status
from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, BadArgument, ZaloError
from console.zalo.errors import Outcome as Fate
from console.zalo.payloads import SendReceipt
from console.zalo.rows import RowPage

POST_WITHIN_S = 20.0
"""A permit that has not reached the wire by then is withdrawn (monotonic seconds)."""
_LOOK_S = 1.0
_RETRY_MAX_S = 60.0
_UPLOAD_TRIES = 5
_EMPTY_TRIES = 3

THREAD_CHANGED = (
    "Công dân vừa nhắn thêm nên câu trả lời chưa được gửi. Đọc tin mới rồi gửi lại hoặc sửa câu trả lời."
)
_NO_FILE = "Không đọc được tệp đính kèm đã lưu nên chưa gửi gì. Chọn lại tệp rồi gửi."
_NO_UPLOAD = "Không tải được tệp lên Zalo nên chưa gửi gì. Kiểm tra mạng rồi gửi lại."


@dataclass(slots=True)
class _Try:
    """What the sender remembers of a reply that waits; losing it costs only time."""

    seen_at: float
    not_before: float = 0.0
    failures: int = 0
    empties: int = 0
    upload: Upload | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of a POST, not yet in the store."""

    item: Waiting
    body: EventBody
    receipt: SendReceipt | None = field(default=None, repr=False)


class Sender:
    """Posts what the officers asked for, one reply at a time, oldest first. Belongs to one thread."""

    def __init__(
        self,
        lane: Lane,
        pages: Pages,
        call: StoreCall,
        clock: Clock,
        files: SealedFiles,
        zalo: ZaloRules,
        skew: SkewWatch | None = None,
    ) -> None:
        """Take the worker's way to Zalo, the way to the store, the sealed files, Zalo's rules for the reply window, its clock."""
        self._skew = skew
        self._lane = lane
        self._pages = pages
        self._call = call
        self._clock = clock
        self._files = files
        self._zalo = zalo
        self._expiry = Expiry(clock, zalo)
        self._reconciler = Reconciler(lane, pages, call, clock)
        self._tries: dict[str, _Try] = {}
        self._result: _Result | None = None
        self._recovered = False
        self._trouble = ""

    def look_for(self, reply_id: str) -> None:
        """Look for an unknown reply in the next tick: an officer asks. For any thread."""
        self._reconciler.look_for(reply_id)

    def tick(self) -> Outcome:
        """Send one reply if one may go; otherwise look for one unknown reply in its conversation."""
        if not self._recovered:
            self._call(_leave_unknown)
            self._recovered = True
        if self._result is not None:
            # The store refused what a POST had brought. It is tried again before anything else is sent.
            self._keep_result(self._result)
        self._pages.release_held()
        if self._expiry.due:
            self._call(self._expiry.look)
        item = self._next()
        try:
            if item is not None:
                self._send(item)
                return Outcome(0.0, worked=True, trouble=self._trouble)
            worked = self._reconciler.tick()
        except WaitError as wait:
            return Outcome(wait.seconds, trouble=self._trouble)
        except NotConnectedError as error:
            return Outcome(_LOOK_S, trouble=error.text_vi)
        except ZaloError as error:
            self._put_off(item, error)
            return Outcome(_LOOK_S, trouble=error.text_vi)
        return Outcome(0.0 if worked else _LOOK_S, worked=worked)

    # --- which reply ------------------------------------------------------------------------------------------------

    def _next(self) -> Waiting | None:
        """Return the reply to send now, if any."""

        def queued(store: Store) -> list[Waiting]:
            with store.read() as connection:
                return outbox.next_queued(connection)

        waiting = self._call(queued)
        mono = self._clock.mono()
        self._tries = {item.reply_id: self._tries.get(item.reply_id, _Try(mono)) for item in waiting}
        return next((item for item in waiting if self._ripe(item)), None)

    def _ripe(self, item: Waiting) -> bool:
        """Return whether the hold is over. A clock that was set back must not hold a reply: the span counts too."""
        known = self._tries[item.reply_id]
        mono = self._clock.mono()
        if mono < known.not_before:
            return False
        held_s = (item.not_before - item.queued_at) / 1000
        return self._clock.now_ms() >= item.not_before or mono - known.seen_at >= held_s

    def _put_off(self, item: Waiting | None, error: ZaloError) -> None:
        """Try a reply again later; refuse it if the error says that later is no better. Nothing has been posted."""
        self._trouble = error.text_vi
        known = self._tries.get(item.reply_id) if item else None
        if item is not None and _hopeless(error):
            self._reject(item, getattr(error, "code", 0), error.text_vi)
        elif known is not None:
            known.failures += 1
            known.not_before = self._clock.mono() + min(_RETRY_MAX_S, 2.0**known.failures)

    # --- one reply --------------------------------------------------------------------------------------------------

    def _send(self, item: Waiting) -> None:
        """Bring one reply as far as it can go now. Raises ``WaitError`` or ``ZaloError`` while nothing is permitted yet."""
        known = self._tries[item.reply_id]
        try:
            if item.file is not None and known.upload is None:
                known.upload = upload(self._lane, self._files, item)
        except Unsendable as reason:
            self._reject(item, 0, str(reason))
            return
        except (OSError, SealError):
            self._reject(item, 0, _NO_FILE)
            return
        except ZaloError as error:
            if known.failures + 1 >= _UPLOAD_TRIES and not _hopeless(error):
                self._reject(item, 0, _NO_UPLOAD)
                return
            raise
        # The POST is paid for here: a permit must not wait for the limiter.
        page = self._lane.read(lambda api: api.chats.conversation(item.zalo_user_id), "reply.fresh", spare=1)
        self._pages.take(page, "conversation")
        if not page.count and self._doubtful(item, known):
            return
        deadline = self._clock.mono() + POST_WITHIN_S
        if not self._call(lambda store: self._permit(store, item, page)):
            return
        self._trouble = ""
        self._post(item, known.upload, lambda: self._clock.mono() < deadline)

    def _doubtful(self, item: Waiting, known: _Try) -> bool:
        """Return whether an empty conversation is to be read again: somebody wrote in it, after all."""

        def wrote(store: Store) -> bool:
            with store.read() as connection:
                return outbox.has_inbound(connection, item.conversation_id)

        known.empties += 1
        if known.empties >= _EMPTY_TRIES or not self._call(wrote):
            return False
        known.not_before = self._clock.mono() + 2.0
        return True

    def _permit(self, store: Store, item: Waiting, page: RowPage) -> bool:
        """Commit the right to POST once, or the reason why not. True only if this very call made the permit."""
        fp("reply.permit.before")
        with store.write() as tx:
            current = outbox.reply(tx.connection, item.reply_id)
            if current is None or current.state is not ReplyState.QUEUED:
                return False
            stop = self._reason_to_stop(tx, current)
            if stop is not None:
                if _add(tx, current, stop, "reply.stopped"):
                    drafts.give_back(tx, item.reply_id)
                return False
            permitted = _add(tx, current, ReplyPermitted(item.reply_id, tx.now_ms), "reply.permitted")
            newest = max((row.at_ms for row in page.rows), default=0)
            mark = Anchor(tuple(row.message_id for row in page.rows), newest)
            outbox.set_anchor(tx.connection, item.reply_id, mark)
        fp("reply.permit.after")
        return permitted

    def _reason_to_stop(self, tx: Transaction, item: Waiting) -> EventBody | None:
        if not item.override_reason and outbox.unseen_inbound(tx.connection, item):
            return ReplyCancelled(item.reply_id, THREAD_CHANGED)
        if self._skew is not None:
            # The fresh read a moment ago told what Zalo's clock says; where it differs, the reason says so.
            self._skew.keep(tx.connection)
        window = conversation_window(tx.connection, item.conversation_id, self._zalo, tx.now_ms)
        if window.state == "closed":
            return ReplyRejected(item.reply_id, 0, window.reason)
        return None

    def _post(self, item: Waiting, uploaded: Upload | None, still_allowed: Callable[[], bool]) -> None:
        """The one POST, and what it brought."""
        body: EventBody
        receipt = None
        try:
            receipt = self._lane.call(lambda api: post(api, item, uploaded, still_allowed), "reply.post")
            sent_at = receipt.sent_at_ms or self._clock.now_ms()
            body = ReplySent(item.reply_id, receipt.message_id, sent_at)
        except ZaloError as error:
            if error.outcome is Fate.REFUSED:
                body = ReplyRejected(item.reply_id, getattr(error, "code", 0), error.text_vi)
            else:
                body = ReplyUnknown(item.reply_id, error.text_vi)
        self._result = _Result(item, body, receipt)
        self._keep_result(self._result)

    def _keep_result(self, result: _Result) -> None:
        """Write down what a POST brought. Should the store refuse, the next start finds the permit and calls it unknown."""
        self._call(lambda store: _settle(store, result))
        self._result = None

    def _reject(self, item: Waiting, code: int, reason: str) -> None:
        def reject(store: Store) -> None:
            with store.write() as tx:
                current = outbox.reply(tx.connection, item.reply_id)
                if current is not None and current.state is ReplyState.QUEUED:
                    rejected = ReplyRejected(item.reply_id, code, reason)
                    if _add(tx, current, rejected, "reply.stopped"):
                        drafts.give_back(tx, item.reply_id)

        self._call(reject)


def _hopeless(error: ZaloError) -> bool:
    """Return whether the same call will fail again, whenever it is made."""
    return isinstance(error, BadArgument) or (
        isinstance(error, ApiError) and error.entry.retry is Retry.NEVER and error.outcome is Fate.REFUSED
    )


def _add(tx: Transaction, item: Waiting, body: EventBody, name: str) -> bool:
    """Append an event about a reply once; return whether it is new."""
    case = tx.case(item.case_id)
    unit = case.unit if case else ""
    appended = tx.add(item.case_id, body, actor=SYSTEM, unit=unit, command_id=derived_id(name, item.reply_id))
    tx.touch_health()
    return appended.status is Status.APPLIED


def _settle(store: Store, result: _Result) -> None:
    fp("reply.settle.before")
    with store.write() as tx:
        current = outbox.reply(tx.connection, result.item.reply_id)
        if current is not None and current.state is ReplyState.PERMITTED:
            unknown = isinstance(result.body, ReplyUnknown)
            added = _add(tx, current, result.body, "reply.unknown" if unknown else "reply.settled")
            if added and isinstance(result.body, ReplyRejected):
                drafts.give_back(tx, current.reply_id)
            if not unknown:
                outbox.forget_anchor(tx.connection, current.reply_id)
            if result.receipt is not None:
                quotas.from_receipt(tx.connection, current.conversation_id, result.receipt, tx.now_ms)
    fp("reply.settle.after")


def _leave_unknown(store: Store) -> None:
    """On start: a permit without an answer may have been used (reliability.md §4.4)."""
    with store.read() as connection:
        left_over = outbox.in_state(connection, ReplyState.PERMITTED)
    for item in left_over:
        cause = "Chương trình dừng đúng lúc đang gửi nên chưa rõ tin đã đi hay chưa. Máy đang đọc lại để đối chiếu."
        fp("reply.recover.before")
        with store.write() as tx:
            _add(tx, item, ReplyUnknown(item.reply_id, cause), "reply.unknown")
        fp("reply.recover.after")
