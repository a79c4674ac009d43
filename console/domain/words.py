"""What happened to a case, in Vietnamese words for the history and the conversation.

Words, not codes; never a citizen's name, never the text of a message. The actor's name stands before them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.domain import events as e
from console.domain.case import OUTCOME_NAMES
from console.domain.message import Direction
from console.domain.officer import ROLE_NAMES
from console.domain.review import VERDICT_WORDS

SHOWN_IN_THREAD = frozenset(
    {
        e.CaseClaimed.KIND,
        e.CaseReleased.KIND,
        e.CaseTakenOver.KIND,
        e.CaseTransferred.KIND,
        e.TransferReturned.KIND,
        e.TransferRecalled.KIND,
        e.TransferTimedOut.KIND,
        e.CaseRaised.KIND,
        e.CaseRehomed.KIND,
        e.IncidentLinked.KIND,
        e.IncidentUnlinked.KIND,
        e.ClockPaused.KIND,
        e.ExtensionRequested.KIND,
        e.ExtensionDecided.KIND,
        e.ClockWarned.KIND,
        e.CaseInformed.KIND,
        e.UrgentReportOpened.KIND,
        e.UrgentReportStamped.KIND,
        e.CitizenGuided.KIND,
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
        e.CaseHandedOver.KIND,
        e.ClosingProposed.KIND,
        e.ClosingRefused.KIND,
        e.ClosingSigned.KIND,
        e.ClosingWithdrawn.KIND,
        e.ReviewGiven.KIND,
        e.ReviewAcknowledged.KIND,
        e.SurveyAsked.KIND,
        e.SurveySkipped.KIND,
        e.SurveyAnswered.KIND,
        e.SurveyFollowed.KIND,
    }
)


def _received(body: e.MessageReceived) -> str:
    if body.message.direction is Direction.OUTBOUND:
        return "ghi nhận tin gửi ngoài hệ thống"
    return "ghi nhận tin mới, mở lại hồ sơ" if body.reopens else "ghi nhận tin mới"


_SENDERS = {
    e.OutsideSender.SELF: "tự gửi",
    e.OutsideSender.COLLEAGUE: "đồng chí khác gửi",
    e.OutsideSender.AUTOMATIC: "tin tự động của trang OA",
    e.OutsideSender.NOBODY: "không ai nhận là đã gửi",
}


def _explained(body: e.OutsideExplained) -> str:
    who = {str(code): words for code, words in _SENDERS.items()}.get(body.who, body.who)
    answered = "đã trả lời công dân" if body.answered else "chưa phải trả lời"
    return f"ghi nguồn tin gửi ngoài hệ thống: {_with_reason(who, body.name)}, {answered}"


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


def _outcome(code: str) -> str:
    known = {str(outcome): name for outcome, name in OUTCOME_NAMES.items()}
    return known.get(code, code)


def _drawn(body: e.ReviewDrawn) -> str:
    return "đưa vào danh sách kiểm tra" if body.reasons else "bốc thăm kiểm tra: không trúng"


def _reviewed(body: e.ReviewGiven) -> str:
    known = {str(verdict): name for verdict, name in VERDICT_WORDS.items()}
    words = known.get(body.verdict, body.verdict)
    return _with_reason(f"sửa kết luận kiểm tra: {words}" if body.corrects else words, body.comment)


def _survey_answered(body: e.SurveyAnswered) -> str:
    return f"ghi nhận khảo sát {body.score}/5" + (", cần chăm sóc lại" if body.low else "")


def _opened_shift(body: e.ShiftOpened) -> str:
    return f"nhận ca, {len(body.officers)} cán bộ trực"


def _closed_shift(body: e.ShiftClosed) -> str:
    return _with_reason("nhận bàn giao, vắng người giao", body.reason) if body.absent else "bàn giao ca"


_PARTS = {"giao": "người giao", "nhan": "người nhận", "chi-huy": "chỉ huy trực"}


def _saved(body: e.KnowledgeSaved) -> str:
    what = f"{body.entry.shelf}/{body.entry.code}"
    if body.restores >= 0:
        return _with_reason(f"khôi phục mục thư viện {what} về bản {body.restores}", body.reason)
    return _with_reason(f"sửa mục thư viện {what}", body.reason)


_RUNGS = {"desk": "bàn trực", "province": "Trực ban Công an tỉnh", "commander": "trực chỉ huy"}
_WHY = {
    "unclaimed": "tin khẩn chưa ai nhận",
    "unaccepted": "đơn vị chưa tiếp nhận tin khẩn",
    "bounced": "bị trả lại nhiều lần",
}
_STEPS = {"phone": "đã điện", "written": "đã báo cáo bằng văn bản", "next": "đã báo cáo tiếp"}


def _raised(body: e.CaseRaised, names: Mapping[str, str]) -> str:
    rung = (
        names.get(body.unit, body.unit) if body.to == "desk" and body.unit else _RUNGS.get(body.to, body.to)
    )
    return f"gọi {rung}: {_WHY.get(body.why, body.why)}"


def _stamped(body: e.UrgentReportStamped, names: Mapping[str, str]) -> str:
    step = _STEPS.get(body.step) or f"đã làm {names.get(body.step, body.step)}"
    return " ".join(filter(None, (step, body.to_whom, f"số {body.document}" if body.document else "")))


_FIELDS = {"name": "họ tên", "rank": "cấp bậc", "unit": "đơn vị"}
_SIGN_INS = {"unlock": "mở khóa màn hình", "switch": "nhận máy từ cán bộ khác"}
_SIGN_OUTS = {
    "key": "khóa màn hình",
    "idle": "màn hình tự khóa khi không thao tác",
    "suspend": "màn hình tự khóa khi máy ngủ",
    "session": "màn hình khóa theo hệ điều hành",
    "switch": "giao máy cho cán bộ khác",
    "close": "đóng chương trình",
    "crash": "thoát khi chương trình dừng đột ngột, ghi ở lần mở sau",
}


def _role(code: str) -> str:
    return {role.value: name for role, name in ROLE_NAMES.items()}.get(code, code)


_WORDS: dict[type, Callable[[Any, Mapping[str, str]], str]] = {
    e.KnowledgeSaved: lambda b, _n: _saved(b),
    e.CaseOpened: lambda b, _n: f"cấp số {b.number}",
    e.MessageReceived: lambda b, _n: _received(b),
    e.OutsideExplained: lambda b, _n: _explained(b),
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
    e.ReplyApproved: lambda b, _n: "sửa lời và duyệt trả lời" if b.text else "duyệt trả lời",
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
    e.TransferRecalled: lambda b, _n: _with_reason("thu hồi hồ sơ đã chuyển", b.reason),
    e.TransferTimedOut: lambda _b, _n: "trả hồ sơ về bên chuyển vì quá giờ tiếp nhận",
    e.ClockPaused: lambda b, n: _with_reason(f"tạm dừng {n.get(b.code, b.code)}", b.reason),
    e.ClockResumed: lambda b, n: f"cho {n.get(b.code, b.code)} chạy tiếp",
    e.ExtensionRequested: lambda b, n: _with_reason(f"đề nghị gia hạn {n.get(b.code, b.code)}", b.reason),
    e.ExtensionDecided: lambda b, _n: _with_reason(
        f"duyệt gia hạn theo {b.document}" if b.granted else "không duyệt gia hạn", b.reason
    ),
    e.ClocksReplaced: lambda b, _n: f"tính lại thời hạn, giữ {len(b.clocks)} thời hạn cũ trong nhật ký",
    e.ClockWarned: lambda b, n: f"nhắc {n.get(b.code, b.code)}: còn {b.days} ngày",
    e.ForeignSent: lambda b, _n: f"có {b.count} tin gửi bằng OA ngoài hệ thống",
    e.ForeignAcknowledged: lambda b, _n: _with_reason(f"xác nhận {b.count} tin gửi ngoài hệ thống", b.reason),
    e.PolicyReplaced: lambda b, _n: _with_reason(f"thay {b.file}, đổi {b.touched} thời hạn", b.reason),
    e.HoldSet: lambda b, _n: _with_reason("lệnh giữ hồ sơ", b.reason),
    e.HoldLifted: lambda b, _n: _with_reason("thôi giữ hồ sơ", b.reason),
    e.RetentionProposed: lambda b, _n: _with_reason(f"đề nghị xóa nội dung {len(b.cases)} hồ sơ", b.reason),
    e.RetentionApproved: lambda _b, _n: "duyệt xóa nội dung hết thời gian lưu giữ",
    e.RetentionRun: lambda b, _n: f"đã xóa nội dung {b.cases} hồ sơ, {b.bodies} mục; để lại {b.skipped}",
    e.CaseErased: lambda _b, _n: "xóa nội dung hết thời gian lưu giữ, giữ số liệu",
    e.IncidentOpened: lambda b, n: f"lập vụ {n.get(b.category, b.category)}",
    e.IncidentLinked: lambda b, _n: _with_reason("gắn vào cùng vụ với hồ sơ khác", b.why),
    e.IncidentUnlinked: lambda b, _n: _with_reason("gỡ khỏi vụ chung", b.reason),
    e.OrganisationChanged: lambda b, _n: _with_reason(
        f"sắp xếp tổ chức {b.from_tree} → {b.to_tree}, chuyển {b.moved} hồ sơ", b.reason
    ),
    e.CaseRehomed: lambda b, n: _with_reason(
        f"chuyển từ {b.from_name} sang {n.get(b.to_unit, b.to_unit)} do sắp xếp tổ chức", b.why
    ),
    e.IdentifierSearched: lambda b, _n: f"tìm theo số {b.masked}",
    e.CaseRaised: _raised,
    e.UrgentReportOpened: lambda b, n: f"mở báo cáo khẩn: {n.get(b.kind_code, b.kind_code)}",
    e.UrgentReportStamped: _stamped,
    e.CaseInformed: lambda b, n: _with_reason(
        f"báo để biết {', '.join(n.get(unit, unit) for unit in b.units)}", b.reason
    ),
    e.CitizenGuided: lambda b, n: f"hướng dẫn công dân tới {n.get(b.body, b.body)}",
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
    e.CaseHandedOver: lambda b, n: _with_reason(
        f"giao hồ sơ cho {n.get(b.to_officer, b.to_officer)}", b.reason
    ),
    e.ClosingProposed: lambda b, _n: _with_reason(f"đề nghị đóng – {_outcome(b.outcome)}", b.reason),
    e.ClosingSigned: lambda _b, _n: "ký duyệt đóng hồ sơ",
    e.ClosingRefused: lambda b, _n: _with_reason("không duyệt đóng hồ sơ", b.reason),
    e.ClosingWithdrawn: lambda _b, _n: "rút đề nghị đóng hồ sơ",
    e.ReviewSeeded: lambda b, _n: f"lấy số bốc thăm kiểm tra tháng {b.period}",
    e.ReportTaken: lambda b, _n: f"xuất báo cáo {b.report} ({b.format}, {b.lines} dòng)",
    e.ReviewDrawn: lambda b, _n: _drawn(b),
    e.ReviewGiven: lambda b, _n: _reviewed(b),
    e.ReviewAcknowledged: lambda b, _n: _with_reason("tiếp thu ý kiến kiểm tra", b.words),
    e.SurveyAsked: lambda _b, _n: "gửi khảo sát hài lòng",
    e.SurveySkipped: lambda b, _n: _with_reason("không gửi khảo sát", b.reason),
    e.SurveyAnswered: lambda b, _n: _survey_answered(b),
    e.SurveyFollowed: lambda b, _n: _with_reason("chăm sóc lại sau khảo sát", b.words),
    e.ShiftOpened: lambda b, _n: _opened_shift(b),
    e.ShiftJoined: lambda b, n: f"thêm {n.get(b.officer, b.officer)} vào ca trực",
    e.ShiftNoted: lambda b, _n: "đính chính sổ trực" if b.corrects else "ghi sổ trực",
    e.ShiftRemarked: lambda _b, _n: "ghi tình hình chung cho ca sau",
    e.ShiftEquipped: lambda b, _n: f"{'bàn giao' if b.present else 'không bàn giao'} {b.item}",
    e.ShiftNextStep: lambda _b, _n: "ghi việc ca sau phải làm",
    e.ShiftLineAccepted: lambda _b, _n: "nhận một dòng bàn giao",
    e.ShiftLineAsked: lambda _b, _n: "hỏi lại một dòng bàn giao",
    e.ShiftExplained: lambda b, _n: _with_reason("giải trình", b.reason),
    e.ShiftSigned: lambda b, _n: f"ký biên bản giao ca ({_PARTS.get(b.part, b.part)})",
    e.ShiftClosed: lambda b, _n: _closed_shift(b),
    e.ShiftAwake: lambda b, _n: (
        f"không trả lời còn thức, lần {b.missed}" if b.missed else "xác nhận còn thức"
    ),
    e.ContactRestricted: lambda b, n: _with_reason(f"ghi yêu cầu liên hệ: {n.get(b.code, b.code)}", b.words),
    e.ContactAllowed: lambda b, n: _with_reason(f"bỏ yêu cầu liên hệ: {n.get(b.code, b.code)}", b.reason),
    e.RevealAsked: lambda b, _n: _with_reason("xin xem danh tính công dân", b.reason),
    e.RevealAnswered: lambda b, _n: _with_reason(
        "duyệt cho xem danh tính" if b.granted else "không duyệt cho xem danh tính", b.reason
    ),
    e.SecretSuspected: lambda b, _n: _with_reason("báo nghi có bí mật nhà nước", b.reason),
    e.SecretPhoned: lambda b, _n: f"đã điện {b.to_whom} về nghi có bí mật nhà nước",
    e.SecretHandled: lambda b, _n: _with_reason(
        "đã chuyển theo kênh bảo mật" if b.moved else "xác định không có bí mật nhà nước", b.reason
    ),
    e.OfficerEntered: lambda b, _n: f"nhập cán bộ {b.name}",
    e.OfficerChanged: lambda b, n: (
        f"sửa {_FIELDS.get(b.field, b.field)} của cán bộ thành {n.get(b.after, b.after)}"
    ),
    e.RoleGiven: lambda b, _n: f"giao vai trò {_role(b.role)}",
    e.RoleTaken: lambda b, _n: f"thu vai trò {_role(b.role)}",
    e.OfficerDisabled: lambda b, _n: _with_reason("ngừng tài khoản cán bộ", b.reason),
    e.OfficerEnabled: lambda b, _n: _with_reason("mở lại tài khoản cán bộ", b.reason),
    e.PinSet: lambda b, _n: _with_reason("cấp PIN dùng một lần", b.reason) if b.once else "đặt PIN",
    e.KeyHalfCopied: lambda b, _n: _with_reason("chép nửa khóa ra tệp để cất két", b.reason),
    e.PinRemoved: lambda _b, _n: "hủy PIN và khóa của cán bộ ở máy này",
    e.SignedIn: lambda b, _n: (
        _SIGN_INS.get(b.how, "đăng nhập") + (f" sau {b.wrong} lần sai" if b.wrong else "")
    ),
    e.SignedOut: lambda b, _n: _SIGN_OUTS.get(b.how, "thoát"),
    e.RoleGrantsChanged: lambda b, _n: _with_reason(f"đổi quyền của vai trò {_role(b.role)}", b.reason),
    e.ClockSteppedBack: lambda b, _n: f"đồng hồ máy bị lùi {(b.from_at - b.to_at) // 1000} giây",
    e.UnknownBody: lambda b, _n: f"việc mà phiên bản này chưa biết ({b.kind})",
}


def words_for(body: e.EventBody, names: Mapping[str, str]) -> str:
    """Return what ``body`` says, without the actor; ``names`` gives the Vietnamese name of a code."""
    return _WORDS[type(body)](body, names)
