"""Sample values for the tests of one open case: the conversation and facts of the design pictures."""

from console.cache.views import (
    AttachmentView,
    CaseClock,
    CaseDetail,
    CitizenView,
    EventItem,
    MediaState,
    MessageItem,
    NoteItem,
    Presence,
    PresenceKind,
    RelatedCase,
    ReplyItem,
    SuggestionView,
    WindowView,
)
from console.domain.case import Case, CaseState, ReplyState, TransferState
from console.domain.message import Direction, MessageType
from console.ui.common.names import Names

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
# 14/03/2026 14:39:42 in Vietnam.
NOW = 1_773_473_982_000
AT_1430 = NOW - 9 * MINUTE - 42_000

NAMES = Names(
    categories={
        "TO_GIAC": "Tố giác, tin báo",
        "PAKN": "Phản ánh, kiến nghị",
        "TTHC": "Thủ tục hành chính",
    },
    units={"CA-TPCB": "CA TP Cao Bằng · Tổ 113", "PC02": "PC02 Hình sự"},
    tags={"gay-roi": "Gây rối", "co-anh": "Có ảnh", "co-vi-tri": "Có vị trí"},
)

# threats.md §8: those that can be a name, a text or a file name.
HOSTILE = (
    '<img src="file://10.0.0.9/s/x.png">',
    '<a href="file:///C:/Windows/System32/calc.exe">Xem ảnh</a>',
    "Nguyễn Văn A<table>",
    "&lt;img src=x&gt;",
    "![x](file:///c:/x.png)",
    "https://zalo.me@evil.vn",
    "javascript:alert(1)",
    "báo-cáo\u202egpj.exe",
    "ảnh\u2067\u2066fdp\u2069.exe",
    "../../../../Users/Public/x.bat",
    "CON.png",
    "ễ" * 300,
    "Z" + "\u0301" * 20_000,
    "a" * 100_000,
    "\n" * 10_000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467" * 500,
    "\ufdfd \U00012031",
    "0912\u200b345678",
    "\ud800",
    "a\x00b\x1b[31m\x07\x85\u2028",
    "'; DROP TABLE x;--",
    "%s %n {0.__class__} ${jndi:x}",
    " ",
    "",
)


def photo(number, state=MediaState.STORED, reason=""):
    """One photo of a message."""
    return attachment(
        MessageType.PHOTO,
        number=number,
        state=state,
        file_id=f"f{number}",
        size=120_000,
        media_type="image/jpeg",
        reason=reason,
    )


def attachment(kind, name="", **changes):
    """One attachment of any kind."""
    values = {
        "number": 0,
        "kind": kind,
        "name": name,
        "url": "",
        "latitude": None,
        "longitude": None,
        "state": MediaState.STORED,
        "file_id": "f9",
        "sha256": "",
        "size": 1_400_000,
        "media_type": "",
        "reason": "",
    }
    return AttachmentView(**(values | changes))


def message(number, minute, text="", **changes):
    """One message; the citizen's unless told otherwise. ``minute`` counts from 14:30."""
    values = {
        "seq": number,
        "at": AT_1430 + minute * MINUTE,
        "message_id": f"z{number}",
        "direction": Direction.INBOUND,
        "type": MessageType.TEXT,
        "text": text,
        "attachments": (),
        "recalled_at": 0,
        "outside": False,
    }
    return MessageItem(**(values | changes))


def reply(number, minute, text, state=ReplyState.SENT, **changes):
    """One reply of officer Hạnh."""
    at = AT_1430 + minute * MINUTE
    values = {
        "seq": number,
        "at": at,
        "reply_id": f"r{number}",
        "author": "hanh",
        "author_name": "Hạnh",
        "text": text,
        "file_name": "",
        "state": state,
        "not_before": at,
        "permit_at": at,
        "settled_at": at,
        "code": 0,
        "reason": "",
        "searches": 0,
        "searched_at": 0,
        "matches": 0,
        "propose_not_sent": False,
    }
    return ReplyItem(**(values | changes))


def event(number, minute, kind, words, name="Hạnh", **changes):
    """One event line."""
    return EventItem(number, AT_1430 + minute * MINUTE, kind, name, words, **changes)


def note(number, minute, text, name="Hạnh"):
    """One internal note."""
    return NoteItem(number, AT_1430 + minute * MINUTE, f"n{number}", "hanh", name, text)


def _place():
    return attachment(
        MessageType.LOCATION,
        "Gần Chợ Xanh, P. Tân Giang",
        latitude=22.6657,
        longitude=106.258,
        state=MediaState.NONE,
    )


def thread():
    """The conversation of picture 01."""
    return (
        event(1, 0, "case.opened", "cấp số CB26-01482", "Hệ thống"),
        message(
            2,
            0,
            "Các anh ơi, ở gần chợ Xanh có nhóm thanh niên cầm dao đuổi đánh nhau, "
            "có người bị thương rồi. Xin giữ kín tên giúp tôi.",
        ),
        message(3, 0, type=MessageType.PHOTO, attachments=(photo(0), photo(1), photo(2))),
        message(4, 1, type=MessageType.LOCATION, attachments=(_place(),)),
        message(
            5,
            1,
            type=MessageType.VOICE,
            attachments=(attachment(MessageType.VOICE, size=48_000, media_type="audio/amr"),),
        ),
        event(6, 2, "case.claimed", "nhận việc"),
        reply(
            7,
            3,
            "Công an tỉnh Cao Bằng đã nhận tin báo. Tổ tuần tra đang đến nơi. Anh/chị giữ khoảng cách an toàn, "
            "không can thiệp, nếu thấy thêm gì xin nhắn ngay tại đây.",
        ),
        event(
            8,
            3,
            "case.transferred",
            "chuyển CA TP Cao Bằng · Tổ 113",
            transfer_unit="CA-TPCB",
            transfer_state=TransferState.ACCEPTED,
            transfer_due_at=AT_1430 + 18 * MINUTE,
            transfer_answered_at=AT_1430 + 5 * MINUTE,
        ),
        note(
            9,
            6,
            "Đã gọi trực ban CA TP (đ/c Tuấn), tổ 113 xuất phát 14:34. Người báo tin đề nghị giữ bí mật danh tính "
            "– không nhắc tên khi liên lạc hiện trường. @Hoàng Đức Long",
        ),
        message(10, 8, "Bọn họ vừa chạy về hướng cầu Bằng Giang, 2 xe máy, biển số 11B1-xxx.27"),
        reply(
            11,
            9,
            "Cảm ơn anh/chị. Chúng tôi đã báo tổ tuần tra chặn hướng cầu Bằng Giang.",
            ReplyState.UNKNOWN,
        ),
    )


def case(**changes):
    """The case of picture 01."""
    values = {
        "case_id": "c1",
        "version": 9,
        "number": "CB26-01482",
        "conversation_id": "k1",
        "pseudonym": "Công dân 4F7K",
        "unit": "CA-TPCB",
        "state": CaseState.HELD,
        "category": "TO_GIAC",
        "priority": "P1",
        "district": "CB-TP",
        "tags": ("gay-roi", "co-anh", "co-vi-tri"),
        "owner": "hanh",
        "lease_until": NOW + 8 * MINUTE,
        "opened_at": AT_1430,
        "first_message_at": AT_1430,
        "last_inbound_at": AT_1430 + 8 * MINUTE,
        "last_inbound_id": "z10",
        "last_outbound_at": AT_1430 + 3 * MINUTE,
    }
    return Case(**(values | changes))


def _clocks():
    return (
        CaseClock(
            code="don-vi",
            label="Đơn vị phản hồi",
            started_at=AT_1430,
            due_at=NOW + 8 * MINUTE + 5_000,
            done_at=0,
            state="urgent",
            share_used=0.47,
            citation="QĐ nội bộ: tin khẩn 15 phút",
            confidence="",
            kind="internal",
        ),
        CaseClock(
            code="phan-loai",
            label="Phân loại, chuyển",
            started_at=AT_1430,
            due_at=AT_1430 + DAY,
            done_at=AT_1430 + 3 * MINUTE,
            state="done",
            share_used=0.1,
            citation="TT 28/2020/TT-BCA · 24 giờ",
            confidence="",
            kind="law",
        ),
        CaseClock(
            code="giai-quyet",
            label="Giải quyết tin báo",
            started_at=AT_1430,
            due_at=NOW + 20 * DAY + HOUR,
            done_at=0,
            state="normal",
            share_used=0.02,
            citation="Điều 147 BLTTHS 2015 · 20 ngày",
            confidence="",
            kind="law",
        ),
    )


def detail(**changes):
    """Everything known of the case of picture 01."""
    values = {
        "case": case(),
        "owner_name": "Đại úy Nông Thị Hạnh",
        "window": WindowView("open", 6, 8, NOW + 47 * HOUR + 51 * MINUTE, NOW + 6 * DAY, ""),
        "clocks": _clocks(),
        "citizen": CitizenView("Công dân 4F7K", "N••••• T•• H•••", "09•• ••• •27", True, None, 2),
        "suggestion": SuggestionView(
            "TO_GIAC", "P1", "CB-TP", "CA-TPCB", ("gay-roi",), (), ("“cầm dao đuổi đánh nhau”", "“chợ Xanh”")
        ),
        "related": (
            RelatedCase(
                "c2", "CB26-01483", "TO_GIAC", "Đánh nhau gần chợ Xanh, mong công an tới…", "92 %", True
            ),
            RelatedCase("c3", "CB25-09120", "PAKN", "Phản ánh quán bia mở khuya", "cùng người", False),
        ),
        "history": (
            event(8, 5, "transfer.accepted", "tiếp nhận (đ/c Tuấn)", "CA TP"),
            event(7, 3, "case.transferred", "chuyển CA TP · Tổ 113"),
            event(6, 2, "case.prioritised", "đổi mức độ: Cao → Khẩn cấp"),
            event(5, 2, "case.claimed", "nhận việc"),
            event(1, 0, "case.opened", "cấp số CB26-01482", "Hệ thống"),
        ),
        "draft_reply": "",
        "draft_note": "",
        "others": (Presence("Mông Văn Tuấn", PresenceKind.VIEWING, NOW + MINUTE),),
    }
    return CaseDetail(**(values | changes))
