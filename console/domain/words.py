"""What happened to a case, in Vietnamese words for the history and the conversation.

Words, not codes; never a citizen's name, never the text of a message. The actor's name stands before them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.domain import events as e
from console.domain.case import OUTCOME_NAMES
from console.domain.message import Direction

SHOWN_IN_THREAD = frozenset(
    {
        e.CaseClaimed.KIND,
        e.CaseReleased.KIND,
        e.CaseTakenOver.KIND,
        e.CaseTransferred.KIND,
        e.TransferReturned.KIND,
        e.CaseClosed.KIND,
        e.CaseReopened.KIND,
        e.CaseMerged.KIND,
        e.CaseAbsorbed.KIND,
        e.MessagesMovedOut.KIND,
        e.MessagesMovedIn.KIND,
        e.IdentityRevealed.KIND,
        e.CaseSnoozed.KIND,
        e.ConflictMarked.KIND,
        e.ConflictCleared.KIND,
    }
)


def _received(body: e.MessageReceived) -> str:
    if body.message.direction is Direction.OUTBOUND:
        return "ghi nhận tin gửi ngoài hệ thống"
    return "ghi nhận tin mới, mở lại hồ sơ" if body.reopens else "ghi nhận tin mới"


def _with_reason(words: str, reason: str) -> str:
    return f"{words}: {reason}" if reason else words


def _closed(body: e.CaseClosed) -> str:
    known = {str(outcome): name for outcome, name in OUTCOME_NAMES.items()}
    return _with_reason(f"đóng hồ sơ – {known.get(body.outcome, body.outcome)}", body.reason)


def _changed(verb: str, now: str, before: str, names: Mapping[str, str]) -> str:
    """Return what somebody set, and what it was before; without a value he took the first one back."""
    previous = names.get(before, before)
    if not now:
        return f"bỏ {verb} {previous}"
    return f"{verb} {names.get(now, now)}" + (f" (trước là {previous})" if before else "")


_WORDS: dict[type, Callable[[Any, Mapping[str, str]], str]] = {
    e.CaseOpened: lambda b, _n: f"cấp số {b.number}",
    e.MessageReceived: lambda b, _n: _received(b),
    e.MessageRecalled: lambda _b, _n: "ghi nhận tin đã bị thu hồi trên Zalo",
    e.MediaStored: lambda _b, _n: "lưu tệp đính kèm",
    e.MediaLost: lambda b, _n: _with_reason("không tải được tệp đính kèm", b.reason),
    e.CaseViewed: lambda _b, _n: "mở xem hồ sơ",
    e.CaseClaimed: lambda _b, _n: "nhận việc",
    e.LeaseRenewed: lambda _b, _n: "tiếp tục giữ hồ sơ",
    e.CaseReleased: lambda b, _n: _with_reason("trả hồ sơ về hàng đợi", b.reason),
    e.CaseTakenOver: lambda b, _n: _with_reason("nhận thay hồ sơ đang có người giữ", b.reason),
    e.CaseClassified: lambda b, n: _changed("phân loại", b.category, b.previous, n),
    e.PriorityChanged: lambda b, n: _changed("đặt mức", b.priority, b.previous, n),
    e.PlaceSet: lambda b, n: (
        ", ".join(
            filter(None, (f"đặt địa bàn {n.get(b.district, b.district)}" if b.district else "", b.place))
        )
        or "bỏ địa bàn"
    ),
    e.Tagged: lambda b, n: f"gắn nhãn {n.get(b.tag, b.tag)}",
    e.Untagged: lambda b, n: f"gỡ nhãn {n.get(b.tag, b.tag)}",
    e.NoteAdded: lambda _b, _n: "ghi chú nội bộ",
    e.ReplyQueued: lambda b, _n: "soạn trả lời chờ duyệt" if b.needs_approval else "gửi trả lời",
    e.ReplyApproved: lambda _b, _n: "duyệt trả lời",
    e.ReplyCancelled: lambda b, _n: _with_reason("hủy trả lời trước khi gửi", b.reason),
    e.ReplyPermitted: lambda _b, _n: "chuyển trả lời cho Zalo",
    e.ReplySent: lambda b, _n: (
        "đối chiếu: Zalo đã có trả lời" if b.reconciled else "Zalo xác nhận đã nhận trả lời"
    ),
    e.ReplyRejected: lambda b, _n: _with_reason("không gửi được trả lời", b.reason),
    e.ReplyUnknown: lambda _b, _n: "chưa rõ trả lời đã tới công dân hay chưa",
    e.ReplySearched: lambda b, _n: f"đối chiếu hội thoại: thấy {b.matches} tin trùng",
    e.ReplyResolved: lambda b, _n: _with_reason(
        "xác nhận trả lời đã tới" if b.arrived else "xác nhận trả lời chưa tới", b.reason
    ),
    e.CaseTransferred: lambda b, n: _with_reason(f"chuyển {n.get(b.to_unit, b.to_unit)}", b.reason),
    e.TransferAccepted: lambda _b, _n: "tiếp nhận hồ sơ chuyển đến",
    e.TransferReturned: lambda b, _n: _with_reason("trả lại hồ sơ", b.reason),
    e.CaseSnoozed: lambda b, _n: _with_reason("hẹn nhắc lại", b.reason),
    e.CaseWoken: lambda _b, _n: "đưa hồ sơ trở lại hàng đợi",
    e.CaseClosed: lambda b, _n: _closed(b),
    e.CaseReopened: lambda b, _n: _with_reason("mở lại hồ sơ", b.reason),
    e.CaseMerged: lambda b, _n: _with_reason(f"gộp vào {b.into_number}", b.reason),
    e.CaseAbsorbed: lambda b, _n: f"nhận gộp {b.from_number}",
    e.MessagesMovedOut: lambda b, _n: f"tách {len(b.messages)} tin thành hồ sơ khác",
    e.MessagesMovedIn: lambda b, _n: f"nhận {len(b.messages)} tin tách từ hồ sơ khác",
    e.IdentityRevealed: lambda b, _n: _with_reason("xem danh tính công dân", b.reason),
    e.CaseExported: lambda b, _n: _with_reason(f"xuất {b.what}", b.reason),
    e.ConflictMarked: lambda b, _n: _with_reason("đánh dấu liên quan cán bộ, chiến sĩ", b.reason),
    e.ConflictCleared: lambda b, _n: _with_reason("bỏ dấu liên quan cán bộ, chiến sĩ", b.reason),
    e.UnknownBody: lambda b, _n: f"việc mà phiên bản này chưa biết ({b.kind})",
}


def words_for(body: e.EventBody, names: Mapping[str, str]) -> str:
    """Return what ``body`` says, without the actor; ``names`` gives the Vietnamese name of a code."""
    return _WORDS[type(body)](body, names)
