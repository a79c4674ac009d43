"""Asking for a reply to be sent. Nothing here sends: the gateway takes what is queued (reliability.md §4.4)."""

from console.actions.claims import claim_bodies
from console.actions.desk import Desk, Done, Refused, Words
from console.actions.drafts import Mode, drop_draft
from console.actions.guards import clean_text, is_urgent, priority_of, require_open, serves
from console.actions.knowledge import is_knowledge, item_for_reply, ready_answer
from console.actions.perform import Ask, Step, perform
from console.actions.reply_checks import (
    Piece,
    pieces,
    require_not_on_its_way,
    require_own_matter,
    require_seen,
    require_sober,
    require_window,
)
from console.cache.store import Transaction
from console.cache.views import WindowView
from console.domain import events as e
from console.domain.case import Case
from console.domain.catalog import CannedReply
from console.domain.conflict import Action
from console.domain.events import OutboundFile
from console.domain.knowledge import stamp
from console.domain.officer import Permission, Role
from console.domain.text import nfc

HOLD_MS = 5_000
"""How long a reply can still be taken back before it goes to Zalo (features C-06); an urgent one goes at once."""
OVERRIDE_LIMIT = 300
_ROLE_CODES = {
    "TRUC_CHI_HUY": Role.COMMANDER,
    "TRUC_LANH_DAO": Role.LEADER,
    "CHI_HUY": Role.UNIT_HEAD,
    "THANH_TRA": Role.INSPECTOR,
}
"""Roles by the codes that ``restricted_to`` of canned-replies.json uses beside units."""


def queue_reply(
    desk: Desk,
    case_id: str,
    conversation_id: str,
    text: str,
    *,
    seen_message_id: str,
    file: OutboundFile | None = None,
    quote_message_id: str = "",
    canned_code: str = "",
    override_reason: str = "",
    hold_ms: int = HOLD_MS,
    parts: bool = False,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Ask for a reply to be sent, once; the case is held from now on and the officer's draft is gone.

    Args:
        desk: who writes.
        case_id: the case.
        conversation_id: the conversation the composer was bound to at the first key (features C-10).
        text: what the citizen reads; may be empty with a file.
        seen_message_id: the citizen's last message that was on screen (F-02).
        file: of ``files.attach``.
        quote_message_id: the message that is quoted.
        canned_code: the ready answer or the entry of the library (``shelf/code``) it was made from.
        override_reason: why it is sent although it was stopped; kept in the log.
        hold_ms: how long it can be taken back.
        parts: the officer agreed to several messages.
        expected_version: see ``Ask``; tells whether a colleague answered meanwhile.
        command_id: see ``Ask``.

    Raises:
        Unsendable: the text cannot go out as it is.
        ThreadChanged, Doubtful: look again; ``override_reason`` sends all the same.
        WindowClosed, HeldByOther, Conflict, Refused, Missing: nothing was queued.

    """
    wording = nfc(text).strip()
    reason = clean_text(override_reason, "lý do vẫn gửi", OVERRIDE_LIMIT) if override_reason.strip() else ""
    wanted = pieces(wording, file, several=parts, quoted=bool(quote_message_id))
    if quote_message_id and wanted[0][1] is not None:
        raise Refused("Zalo không trích dẫn được trong tin chỉ có ảnh hoặc tệp: thêm lời, hoặc bỏ trích dẫn")
    wish = {"text": wanted[0][0], "seen_message_id": seen_message_id}
    ask = Ask(case_id, Action.REPLY, Permission.REPLY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_open(case)
        if conversation_id != case.conversation_id:
            raise Refused("Khung soạn thuộc hội thoại khác: chưa gửi gì. Mở lại hồ sơ rồi gửi")
        held = claim_bodies(tx, desk, case)
        ready, made_from = _ready_answer(desk, tx, canned_code)
        if is_knowledge(canned_code):
            made_from = stamp(item_for_reply(desk, tx, canned_code).current)
        require_own_matter(tx, desk, case, wording, file.name if file is not None else "")
        window = require_window(tx, desk, case)
        require_not_on_its_way(tx, case, wanted)
        if not reason:
            require_seen(tx, case, seen_message_id)
            require_sober(tx, desk, case, wording)
        rule = desk.policy.approval_for(case, priority_of(tx, case), desk.officer, ready, wording)
        hold = 0 if is_urgent(desk, case.priority) else max(0, hold_ms)
        queued = tuple(
            e.ReplyQueued(
                ask.new_id("reply", str(number)),
                piece,
                attached,
                quote_message_id if number == 0 else "",
                seen_message_id,
                tx.now_ms + hold,
                canned_code,
                made_from,
                rule is not None,
                reason,
            )
            for number, (piece, attached) in enumerate(wanted)
        )
        drop_draft(tx, case_id, desk.officer.officer_id, Mode.REPLY)
        return Step((*held, *queued), warnings=_warnings(window, wanted, rule.reason_vi if rule else ""))

    return perform(desk, ask, plan)


def _ready_answer(desk: Desk, tx: Transaction, code: str) -> tuple[CannedReply | None, str]:
    """Return the ready answer a reply was made from, and its version. Raises ``Refused`` if it may not be used, or not by him."""
    if not code or is_knowledge(code):
        return None, ""
    ready, version = ready_answer(desk.catalog, tx, code)
    if not ready.restricted_to:
        return ready, version
    roles = {_ROLE_CODES[name] for name in ready.restricted_to if name in _ROLE_CODES}
    units = (name for name in ready.restricted_to if name in desk.catalog.units)
    if roles.isdisjoint(desk.officer.roles) and not any(serves(desk, unit) for unit in units):
        raise Refused("Câu mẫu «{title}» dành cho bộ phận khác", title=ready.title)
    return ready, version


def _warnings(window: WindowView, wanted: tuple[Piece, ...], approval: str) -> tuple[Words, ...]:
    warnings = []
    if approval:
        warnings.append(Words("Trả lời chờ duyệt: {reason}", reason=approval))
        if window.state == "closing":
            warnings.append(Words("Cửa sổ trả lời sắp hết: báo người duyệt ngay"))
    if 0 <= window.free_left < len(wanted):
        warnings.append(Words("Hết tin miễn phí: tin này có thể tính phí"))
    elif 0 <= window.surely_free < len(wanted):
        warnings.append(Words("Có tin chưa rõ đã tới hay chưa: tin này có thể không còn miễn phí"))
    return tuple(warnings)
