"""What becomes of a reply after it was asked for, as far as officers decide it: taken back, approved, found out."""

from sqlalchemy import Row, select

from console.actions.claims import claim_bodies
from console.actions.desk import Desk, Done, Missing, Refused, ThreadChanged
from console.actions.guards import (
    clean_text,
    is_urgent,
    priority_of,
    require,
    require_open,
    require_open_text,
)
from console.actions.perform import Ask, Step, perform
from console.actions.replies import HOLD_MS
from console.actions.reply_checks import (
    pieces,
    require_own_matter,
    require_seen,
    require_sober,
    require_window,
)
from console.cache import drafts, outbox
from console.cache import tables as t
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case, ReplyState
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.domain.survey import survey_reply_id
from console.domain.text import nfc

_NOT_GONE = frozenset({ReplyState.QUEUED, ReplyState.AWAITING_APPROVAL})
_SURELY_NOT_THERE = frozenset({ReplyState.REJECTED, ReplyState.NOT_SENT, ReplyState.CANCELLED})


def cancel_reply(
    desk: Desk, case_id: str, reply_id: str, reason: str = "", *, keep: bool = True, command_id: str = ""
) -> Done:
    """Take a reply back that nothing has been handed to Zalo of (features C-06); its author or a commander may.

    Text, file and quote go back into the author's draft, unless ``keep`` is false: he threw it away (C-07).
    """
    words = clean_text(reason, "lý do hủy") if reason.strip() else ""
    ask = _ask(case_id, Permission.REPLY, reply_id, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        row = _reply(tx, case, reply_id)
        if row.state not in _NOT_GONE:
            raise Refused("Tin đã chuyển cho Zalo nên không thu lại được")
        mine = desk.officer.officer_id in (row.author, case.owner)
        if not mine and not desk.officer.may(Permission.APPROVE_REPLY):
            raise Refused("Chỉ người soạn hoặc người duyệt hủy được tin này")
        if keep:
            drafts.give_back(tx, reply_id)
        return Step((e.ReplyCancelled(reply_id, words),))

    return perform(desk, ask, plan)


def approve_reply(desk: Desk, case_id: str, reply_id: str, text: str = "", *, command_id: str = "") -> Done:
    """Let a reply go that needs a second officer (features C-12).

    Args:
        desk: who approves.
        case_id: the case.
        reply_id: the reply.
        text: what goes out instead of what its author wrote, "" for as it is; both stay in the log.
        command_id: see ``Ask``.

    Raises:
        Unsendable, Doubtful: the text put in its place cannot go out, or must be looked at again.
        ThreadChanged: the citizen wrote since; the author must look again.
        WindowClosed: Zalo would not take it any more.

    """
    ask = _ask(case_id, Permission.APPROVE_REPLY, reply_id, command_id)
    wording = nfc(text).strip()

    def plan(tx: Transaction, case: Case) -> Step:
        require_open_text(case)
        row = _awaiting(tx, desk, case, reply_id)
        if reply_id != survey_reply_id(case_id):
            require_open(case)
        require_window(tx, desk, case)
        waiting = outbox.reply(tx.connection, reply_id)
        if waiting is not None and not row.override_reason and outbox.unseen_inbound(tx.connection, waiting):
            raise ThreadChanged((), "Công dân nhắn thêm sau khi soạn: trả lại để người soạn xem lại")
        if not wording or wording == row.text:
            return Step((e.ReplyApproved(reply_id),))
        pieces(wording, None, several=False)
        require_own_matter(tx, desk, case, wording)
        require_sober(tx, desk, case, wording)
        return Step((e.ReplyApproved(reply_id, wording),))

    return perform(desk, ask, plan)


def decline_reply(desk: Desk, case_id: str, reply_id: str, reason: str, *, command_id: str = "") -> Done:
    """Refuse approval; the author reads why and has his draft again."""
    words = clean_text(reason, "lý do không duyệt")
    ask = _ask(case_id, Permission.APPROVE_REPLY, reply_id, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        _awaiting(tx, desk, case, reply_id)
        drafts.give_back(tx, reply_id)
        return Step((e.ReplyCancelled(reply_id, words),))

    return perform(desk, ask, plan)


def resolve_unknown(
    desk: Desk, case_id: str, reply_id: str, arrived: bool, reason: str, *, command_id: str = ""
) -> Done:
    """Decide what an unknown reply was, by what the officer found out. The program itself never posts it again."""
    words = clean_text(reason, "lý do xác nhận")
    ask = _ask(case_id, Permission.RESOLVE_UNKNOWN, reply_id, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        _require_unknown(_reply(tx, case, reply_id))
        return Step((e.ReplyResolved(reply_id, arrived, words),))

    return perform(desk, ask, plan)


def resend_reply(
    desk: Desk, case_id: str, reply_id: str, reason: str, *, seen_message_id: str, command_id: str = ""
) -> Done:
    """Ask for the same words to be sent as a new reply.

    Where it is unknown whether the first one arrived the conversation must have been read back (features C-04), and the
    first one counts as not sent from now on.
    """
    words = clean_text(reason, "lý do gửi lại")
    ask = Ask(case_id, Action.REPLY, Permission.REPLY, None, command_id, {"override_reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        held = claim_bodies(tx, desk, case)
        row = _reply(tx, case, reply_id)
        before: tuple[e.EventBody, ...] = ()
        if row.state == ReplyState.UNKNOWN:
            require(desk.officer, Permission.RESOLVE_UNKNOWN)
            if not row.searches:
                raise Refused("Chưa đọc lại hội thoại: đối chiếu trước khi gửi lại")
            before = (e.ReplyResolved(reply_id, arrived=False, reason=words),)
        elif row.state not in _SURELY_NOT_THERE:
            raise Refused("Tin này đang gửi hoặc đã tới: không gửi lần nữa")
        require_window(tx, desk, case)
        require_seen(tx, case, seen_message_id)
        waiting = outbox.reply(tx.connection, reply_id)
        assert waiting is not None
        rule = desk.policy.approval_for(case, priority_of(tx, case), desk.officer, None, row.text)
        hold = 0 if is_urgent(desk, case.priority) else HOLD_MS
        again = e.ReplyQueued(
            ask.new_id("reply"),
            row.text,
            waiting.file,
            row.quote_message_id,
            seen_message_id,
            tx.now_ms + hold,
            needs_approval=rule is not None,
            override_reason=words,
        )
        return Step((*before, *held, again))

    return perform(desk, ask, plan)


def _ask(case_id: str, permission: Permission, reply_id: str, command_id: str) -> Ask:
    return Ask(case_id, Action.SETTLE_REPLY, permission, None, command_id, {"reply_id": reply_id})


def _reply(tx: Transaction, case: Case, reply_id: str) -> Row[tuple[object, ...]]:
    row = tx.connection.execute(
        select(t.reply).where(t.reply.c.reply_id == reply_id, t.reply.c.case_id == case.case_id)
    ).one_or_none()
    if row is None:
        raise Missing("{number} không có tin này", number=case.number)
    return row


def _awaiting(tx: Transaction, desk: Desk, case: Case, reply_id: str) -> Row[tuple[object, ...]]:
    row = _reply(tx, case, reply_id)
    if row.state != ReplyState.AWAITING_APPROVAL:
        raise Refused("Tin này không chờ duyệt")
    if row.author == desk.officer.officer_id:
        raise Refused("Người soạn không tự duyệt tin của mình")
    return row


def _require_unknown(row: Row[tuple[object, ...]]) -> None:
    if row.state != ReplyState.UNKNOWN:
        raise Refused("Tin này không còn ở trạng thái chưa rõ")
