"""What happened to a case, in Vietnamese words for the history and the conversation.

Words, not codes; never a citizen's name, never the text of a message. The actor's name stands before them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from console.domain import events as e
from console.domain.case import OUTCOME_NAMES
from console.domain.message import Direction
from console.domain.officer import ROLE_NAMES
from console.domain.release import How
from console.domain.review import VERDICT_WORDS
from console.domain.sentence import joined, named, sentence
from console.domain.words_people import PEOPLE_WORDS
from console.domain.words_register import REGISTER_WORDS

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
        e.FilesReleased.KIND,
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
        e.InstructionGiven.KIND,
        e.InstructionWithdrawn.KIND,
        e.InstructionFollowed.KIND,
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
        return sentence("ghi nhận tin gửi ngoài hệ thống")
    return sentence("ghi nhận tin mới, mở lại hồ sơ") if body.reopens else sentence("ghi nhận tin mới")


_SENDERS = {
    e.OutsideSender.SELF: sentence("tự gửi"),
    e.OutsideSender.COLLEAGUE: sentence("đồng chí khác gửi"),
    e.OutsideSender.AUTOMATIC: sentence("tin tự động của trang OA"),
    e.OutsideSender.NOBODY: sentence("không ai nhận là đã gửi"),
}


def _explained(body: e.OutsideExplained) -> str:
    who = {str(code): words for code, words in _SENDERS.items()}.get(body.who, body.who)
    answered = sentence("đã trả lời công dân") if body.answered else sentence("chưa phải trả lời")
    return sentence(
        "ghi nguồn tin gửi ngoài hệ thống: {name}, {answered}",
        name=_with_reason(who, body.name),
        answered=answered,
    )


def _with_reason(words: str, reason: str) -> str:
    return joined(": ", (words, reason))


def _closed(body: e.CaseClosed) -> str:
    known = {str(outcome): name for outcome, name in OUTCOME_NAMES.items()}
    return _with_reason(
        sentence("đóng hồ sơ – {outcome}", outcome=known.get(body.outcome, body.outcome)), body.reason
    )


def _changed(verb: str, now: str, before: str, names: Mapping[str, str]) -> str:
    """Return what somebody set, and what it was before; without a value he took the first one back."""
    previous = names.get(before, before)
    if not now:
        return sentence("bỏ {verb} {previous}", verb=verb, previous=previous)
    set_now = joined(" ", (verb, names.get(now, now)))
    return sentence("{now} (trước là {previous})", now=set_now, previous=previous) if before else set_now


def _placed(body: e.PlaceSet, names: Mapping[str, str]) -> str:
    area = names.get(body.district, body.district)
    said = sentence("đặt địa bàn {district}", district=area) if body.district else ""
    return joined(", ", (said, body.place)) or sentence("bỏ địa bàn")


def _after_wrong(times: int) -> str:
    return sentence("sau {wrong} lần sai", wrong=times) if times else ""


def _outcome(code: str) -> str:
    known = {str(outcome): name for outcome, name in OUTCOME_NAMES.items()}
    return known.get(code, code)


def _drawn(body: e.ReviewDrawn) -> str:
    return (
        sentence("đưa vào danh sách kiểm tra") if body.reasons else sentence("bốc thăm kiểm tra: không trúng")
    )


def _reviewed(body: e.ReviewGiven) -> str:
    known = {str(verdict): name for verdict, name in VERDICT_WORDS.items()}
    words = known.get(body.verdict, body.verdict)
    return _with_reason(
        sentence("sửa kết luận kiểm tra: {words}", words=words) if body.corrects else words, body.comment
    )


def _survey_answered(body: e.SurveyAnswered) -> str:
    said = sentence("ghi nhận khảo sát {score}/5", score=body.score)
    return joined(", ", (said, sentence("cần chăm sóc lại") if body.low else ""))


def _opened_shift(body: e.ShiftOpened) -> str:
    return sentence("nhận ca, {officers} cán bộ trực", officers=len(body.officers))


def _closed_shift(body: e.ShiftClosed) -> str:
    return (
        _with_reason(sentence("nhận bàn giao, vắng người giao"), body.reason)
        if body.absent
        else sentence("bàn giao ca")
    )


_PARTS = {"giao": sentence("người giao"), "nhan": sentence("người nhận"), "chi-huy": sentence("chỉ huy trực")}


def _saved(body: e.KnowledgeSaved) -> str:
    what = f"{body.entry.shelf}/{body.entry.code}"
    if body.restores >= 0:
        return _with_reason(
            sentence("khôi phục mục thư viện {what} về bản {restores}", what=what, restores=body.restores),
            body.reason,
        )
    return _with_reason(sentence("sửa mục thư viện {what}", what=what), body.reason)


_RUNGS = {
    "desk": sentence("bàn trực"),
    "province": sentence("Trực ban Công an tỉnh"),
    "commander": sentence("trực chỉ huy"),
}
_WHY = {
    "unclaimed": sentence("tin khẩn chưa ai nhận"),
    "unaccepted": sentence("đơn vị chưa tiếp nhận tin khẩn"),
    "bounced": sentence("bị trả lại nhiều lần"),
}
_STEPS = {
    "phone": sentence("đã điện"),
    "written": sentence("đã báo cáo bằng văn bản"),
    "next": sentence("đã báo cáo tiếp"),
    "cqdt": sentence("đã báo ngay Cơ quan điều tra"),
}


def _raised(body: e.CaseRaised, names: Mapping[str, str]) -> str:
    rung = (
        names.get(body.unit, body.unit) if body.to == "desk" and body.unit else _RUNGS.get(body.to, body.to)
    )
    return sentence("gọi {rung}: {why}", rung=rung, why=_WHY.get(body.why, body.why))


def _stamped(body: e.UrgentReportStamped, names: Mapping[str, str]) -> str:
    step = _STEPS.get(body.step) or sentence("đã làm {step}", step=names.get(body.step, body.step))
    number = sentence("số {document}", document=body.document) if body.document else ""
    return joined(" ", (step, body.to_whom, number))


_FIELDS = {"name": sentence("họ tên"), "rank": sentence("cấp bậc"), "unit": sentence("đơn vị")}
_SIGN_INS = {"unlock": sentence("mở khóa màn hình"), "switch": sentence("nhận máy từ cán bộ khác")}
_SIGN_OUTS = {
    "key": sentence("khóa màn hình"),
    "idle": sentence("màn hình tự khóa khi không thao tác"),
    "suspend": sentence("màn hình tự khóa khi máy ngủ"),
    "session": sentence("màn hình khóa theo hệ điều hành"),
    "switch": sentence("giao máy cho cán bộ khác"),
    "close": sentence("đóng chương trình"),
    "crash": sentence("thoát khi chương trình dừng đột ngột, ghi ở lần mở sau"),
}


def _role(code: str) -> str:
    return {role.value: name for role, name in ROLE_NAMES.items()}.get(code, code)


def _released(body: e.FilesReleased, names: Mapping[str, str]) -> str:
    counts = {how: sum(one.how is how for one in body.files) for how in How}
    return sentence(
        "gửi kèm cho {units}: {covered} bản che, {whole} tệp nguyên, {withheld} tệp không gửi",
        units=", ".join(names.get(unit, unit) for unit in body.units),
        covered=counts[How.COVERED],
        whole=counts[How.WHOLE],
        withheld=counts[How.WITHHELD],
    )


_WORDS: dict[type, Callable[[Any, Mapping[str, str]], str]] = {
    e.KnowledgeSaved: lambda b, _n: _saved(b),
    e.CaseOpened: lambda b, _n: sentence("cấp số {number}", number=b.number),
    e.MessageReceived: lambda b, _n: _received(b),
    e.OutsideExplained: lambda b, _n: _explained(b),
    e.MessageRecalled: lambda _b, _n: sentence("ghi nhận tin đã bị thu hồi trên Zalo"),
    e.MediaStored: lambda _b, _n: sentence("lưu tệp đính kèm"),
    e.MediaLost: lambda b, _n: _with_reason(sentence("không tải được tệp đính kèm"), b.reason),
    e.AnswerSeen: lambda _b, _n: sentence("đã đọc trả lời cho đề nghị của mình"),
    e.CaseViewed: lambda _b, _n: sentence("mở xem hồ sơ"),
    e.CaseClaimed: lambda _b, _n: named("nhận việc", "claimed the case"),
    e.LeaseRenewed: lambda _b, _n: sentence("tiếp tục giữ hồ sơ"),
    e.CaseReleased: lambda b, _n: _with_reason(sentence("trả hồ sơ về hàng đợi"), b.reason),
    e.CaseTakenOver: lambda b, _n: _with_reason(sentence("nhận thay hồ sơ đang có người giữ"), b.reason),
    e.CaseClassified: lambda b, n: _changed(
        named("phân loại", "classified it as"), b.category, b.previous, n
    ),
    e.PriorityChanged: lambda b, n: _changed(
        named("đặt mức", "set the priority to"), b.priority, b.previous, n
    ),
    e.EmergencySeen: lambda _b, _n: sentence("thấy dấu hiệu khẩn cấp trong tin vừa đến"),
    e.EmergencyDismissed: lambda _b, _n: sentence("đã xem tin máy báo khẩn: không khẩn cấp"),
    e.PlaceSet: _placed,
    e.Tagged: lambda b, n: sentence("gắn nhãn {tag}", tag=n.get(b.tag, b.tag)),
    e.Untagged: lambda b, n: sentence("gỡ nhãn {tag}", tag=n.get(b.tag, b.tag)),
    e.NoteAdded: lambda _b, _n: sentence("ghi chú nội bộ"),
    e.ReplyQueued: lambda b, _n: (
        sentence("soạn trả lời chờ duyệt") if b.needs_approval else sentence("gửi trả lời")
    ),
    e.ReplyApproved: lambda b, _n: (
        sentence("sửa lời và duyệt trả lời") if b.text else named("duyệt trả lời", "approved the reply")
    ),
    e.ReplyCancelled: lambda b, _n: _with_reason(sentence("hủy trả lời trước khi gửi"), b.reason),
    e.ReplyPermitted: lambda _b, _n: sentence("chuyển trả lời cho Zalo"),
    e.ReplySent: lambda b, _n: (
        sentence("đối chiếu: Zalo đã có trả lời")
        if b.reconciled
        else sentence("Zalo xác nhận đã nhận trả lời")
    ),
    e.ReplyRejected: lambda b, _n: _with_reason(sentence("không gửi được trả lời"), b.reason),
    e.ReplyUnknown: lambda _b, _n: sentence("chưa rõ trả lời đã tới công dân hay chưa"),
    e.ReplySearched: lambda b, _n: sentence(
        "đối chiếu hội thoại: thấy {matches} tin trùng", matches=b.matches
    ),
    e.ReplyResolved: lambda b, _n: _with_reason(
        sentence("xác nhận trả lời đã tới") if b.arrived else sentence("xác nhận trả lời chưa tới"), b.reason
    ),
    e.CaseTransferred: lambda b, n: _with_reason(
        sentence("chuyển {to_unit}", to_unit=n.get(b.to_unit, b.to_unit)), b.reason
    ),
    e.TransferAccepted: lambda _b, _n: named("tiếp nhận hồ sơ chuyển đến", "accepted the case"),
    e.TransferReturned: lambda b, _n: _with_reason(sentence("trả lại hồ sơ"), b.reason),
    e.TransferRecalled: lambda b, _n: _with_reason(sentence("thu hồi hồ sơ đã chuyển"), b.reason),
    e.TransferTimedOut: lambda _b, _n: sentence("trả hồ sơ về bên chuyển vì quá giờ tiếp nhận"),
    e.ClockPaused: lambda b, n: _with_reason(
        sentence("tạm dừng {code}", code=n.get(b.code, b.code)), b.reason
    ),
    e.ClockResumed: lambda b, n: sentence("cho {code} chạy tiếp", code=n.get(b.code, b.code)),
    e.ExtensionRequested: lambda b, n: _with_reason(
        sentence("đề nghị gia hạn {code}", code=n.get(b.code, b.code)), b.reason
    ),
    e.ExtensionDecided: lambda b, _n: _with_reason(
        sentence("duyệt gia hạn theo {document}", document=b.document)
        if b.granted
        else sentence("không duyệt gia hạn"),
        b.reason,
    ),
    e.ClocksReplaced: lambda b, _n: sentence(
        "tính lại thời hạn, giữ {clocks} thời hạn cũ trong nhật ký", clocks=len(b.clocks)
    ),
    e.ClockWarned: lambda b, n: sentence(
        "nhắc {code}: còn {days} ngày", code=n.get(b.code, b.code), days=b.days
    ),
    e.ForeignSent: lambda b, _n: sentence("có {count} tin gửi bằng OA ngoài hệ thống", count=b.count),
    e.ForeignAcknowledged: lambda b, _n: _with_reason(
        sentence("xác nhận {count} tin gửi ngoài hệ thống", count=b.count), b.reason
    ),
    e.PolicyKept: lambda b, _n: sentence("giữ bản {file} đang dùng trong sổ", file=b.file),
    e.PolicyReplaced: lambda b, _n: _with_reason(
        sentence("thay {file}, đổi {touched} thời hạn", file=b.file, touched=b.touched), b.reason
    ),
    e.PolicyProposed: lambda b, _n: _with_reason(
        sentence("đề nghị đổi quy định luật định trong {file}", file=b.file), b.reason
    ),
    e.PolicyApproved: lambda _b, _n: sentence("duyệt đổi quy định luật định"),
    e.PolicyDeclined: lambda b, _n: _with_reason(sentence("không duyệt đổi quy định luật định"), b.reason),
    e.PolicyWithdrawn: lambda b, _n: _with_reason(sentence("rút đề nghị đổi quy định luật định"), b.reason),
    e.PolicyAnswerSeen: lambda _b, _n: sentence("đã xem kết quả đề nghị đổi quy định"),
    e.HoldSet: lambda b, _n: _with_reason(sentence("lệnh giữ hồ sơ"), b.reason),
    e.HoldLifted: lambda b, _n: _with_reason(sentence("thôi giữ hồ sơ"), b.reason),
    e.RetentionProposed: lambda b, _n: _with_reason(
        sentence("đề nghị xóa nội dung {cases} hồ sơ", cases=len(b.cases)), b.reason
    ),
    e.RetentionApproved: lambda _b, _n: sentence("duyệt xóa nội dung hết thời gian lưu giữ"),
    e.RetentionRun: lambda b, _n: sentence(
        "đã xóa nội dung {cases} hồ sơ, {bodies} mục; để lại {skipped}",
        cases=b.cases,
        bodies=b.bodies,
        skipped=b.skipped,
    ),
    e.CaseErased: lambda _b, _n: sentence("xóa nội dung hết thời gian lưu giữ, giữ số liệu"),
    e.IncidentOpened: lambda b, n: sentence("lập vụ {category}", category=n.get(b.category, b.category)),
    e.IncidentLinked: lambda b, _n: _with_reason(sentence("gắn vào cùng vụ với hồ sơ khác"), b.why),
    e.IncidentUnlinked: lambda b, _n: _with_reason(sentence("gỡ khỏi vụ chung"), b.reason),
    e.OrganisationChanged: lambda b, _n: _with_reason(
        sentence(
            "sắp xếp tổ chức {from_tree} → {to_tree}, chuyển {moved} hồ sơ",
            from_tree=b.from_tree,
            to_tree=b.to_tree,
            moved=b.moved,
        ),
        b.reason,
    ),
    e.CaseRehomed: lambda b, n: _with_reason(
        sentence(
            "chuyển từ {from_name} sang {to_unit} do sắp xếp tổ chức",
            from_name=b.from_name,
            to_unit=n.get(b.to_unit, b.to_unit),
        ),
        b.why,
    ),
    e.CaseCopied: lambda b, _n: sentence("chép {count} ký tự của hội thoại", count=b.characters),
    e.HitsShown: lambda b, _n: sentence("xem đoạn tìm thấy trong {count} hồ sơ", count=len(b.cases)),
    e.RowsShown: lambda b, _n: sentence("thấy lời kể ở hàng đợi của {count} hồ sơ", count=len(b.cases)),
    e.IdentifierSearched: lambda b, _n: sentence("tìm theo số {masked}", masked=b.masked),
    **PEOPLE_WORDS,
    **REGISTER_WORDS,
    e.FileCovered: lambda b, _n: sentence("làm bản che của một tệp, {boxes} chỗ", boxes=b.boxes),
    e.FilesReleased: _released,
    e.CaseRaised: _raised,
    e.UrgentReportOpened: lambda b, n: (
        sentence("mở báo cáo khẩn: {kind_code}", kind_code=n.get(b.kind_code, b.kind_code))
        if b.kind_code
        else sentence("mở báo cáo khẩn, chưa chọn loại việc")
    ),
    e.UrgentReportStamped: _stamped,
    e.CaseInformed: lambda b, n: _with_reason(
        sentence("báo để biết {units}", units=", ".join(n.get(unit, unit) for unit in b.units)), b.reason
    ),
    e.CitizenGuided: lambda b, n: sentence("hướng dẫn công dân tới {value}", value=n.get(b.body, b.body)),
    e.CaseSnoozed: lambda b, _n: _with_reason(named("hẹn nhắc lại", "snoozed the case"), b.reason),
    e.CaseWoken: lambda _b, _n: sentence("đưa hồ sơ trở lại hàng đợi"),
    e.CaseClosed: lambda b, _n: _closed(b),
    e.CaseReopened: lambda b, _n: _with_reason(named("mở lại hồ sơ", "reopened the case"), b.reason),
    e.CaseMerged: lambda b, _n: _with_reason(
        sentence("gộp vào {into_number}", into_number=b.into_number), b.reason
    ),
    e.CaseAbsorbed: lambda b, _n: sentence("nhận gộp {from_number}", from_number=b.from_number),
    e.MessagesMovedOut: lambda b, _n: sentence(
        "tách {messages} tin thành hồ sơ khác", messages=len(b.messages)
    ),
    e.MessagesMovedIn: lambda b, _n: sentence(
        "nhận {messages} tin tách từ hồ sơ khác", messages=len(b.messages)
    ),
    e.IdentityRevealed: lambda b, _n: _with_reason(
        named("xem danh tính công dân", "saw the citizen's identity"), b.reason
    ),
    e.CaseExported: lambda b, _n: _with_reason(sentence("xuất {what}", what=b.what), b.reason),
    e.ConflictMarked: lambda b, _n: _with_reason(sentence("đánh dấu liên quan cán bộ, chiến sĩ"), b.reason),
    e.ConflictCleared: lambda b, _n: _with_reason(sentence("bỏ dấu liên quan cán bộ, chiến sĩ"), b.reason),
    e.CaseHandedOver: lambda b, n: _with_reason(
        sentence("giao hồ sơ cho {to_officer}", to_officer=n.get(b.to_officer, b.to_officer)), b.reason
    ),
    e.ClosingProposed: lambda b, _n: _with_reason(
        sentence("đề nghị đóng – {outcome}", outcome=_outcome(b.outcome)), b.reason
    ),
    e.ClosingSigned: lambda _b, _n: named("ký duyệt đóng hồ sơ", "signed the closing"),
    e.ClosingRefused: lambda b, _n: _with_reason(sentence("không duyệt đóng hồ sơ"), b.reason),
    e.ClosingWithdrawn: lambda _b, _n: sentence("rút đề nghị đóng hồ sơ"),
    e.ReviewSeeded: lambda b, _n: sentence("lấy số bốc thăm kiểm tra tháng {period}", period=b.period),
    e.ReportTaken: lambda b, _n: sentence(
        "xuất báo cáo {report} ({format}, {lines} dòng)", report=b.report, format=b.format, lines=b.lines
    ),
    e.ReviewDrawn: lambda b, _n: _drawn(b),
    e.ReviewGiven: lambda b, _n: _reviewed(b),
    e.ReviewAcknowledged: lambda b, _n: _with_reason(sentence("tiếp thu ý kiến kiểm tra"), b.words),
    e.SurveyAsked: lambda _b, _n: sentence("gửi khảo sát hài lòng"),
    e.SurveySkipped: lambda b, _n: _with_reason(sentence("không gửi khảo sát"), b.reason),
    e.SurveyAnswered: lambda b, _n: _survey_answered(b),
    e.SurveyFollowed: lambda b, _n: _with_reason(sentence("chăm sóc lại sau khảo sát"), b.words),
    e.ShiftOpened: lambda b, _n: _opened_shift(b),
    e.ShiftJoined: lambda b, n: sentence("thêm {officer} vào ca trực", officer=n.get(b.officer, b.officer)),
    e.ShiftNoted: lambda b, _n: sentence("đính chính sổ trực") if b.corrects else sentence("ghi sổ trực"),
    e.ShiftRemarked: lambda _b, _n: sentence("ghi tình hình chung cho ca sau"),
    e.ShiftEquipped: lambda b, _n: joined(
        " ", (sentence("bàn giao") if b.present else sentence("không bàn giao"), b.item)
    ),
    e.ShiftNextStep: lambda _b, _n: sentence("ghi việc ca sau phải làm"),
    e.ShiftLineAccepted: lambda _b, _n: sentence("nhận một dòng bàn giao"),
    e.ShiftLineAsked: lambda _b, _n: sentence("hỏi lại một dòng bàn giao"),
    e.ShiftExplained: lambda b, _n: _with_reason(sentence("giải trình"), b.reason),
    e.ShiftSigned: lambda b, _n: sentence("ký biên bản giao ca ({part})", part=_PARTS.get(b.part, b.part)),
    e.ShiftClosed: lambda b, _n: _closed_shift(b),
    e.ShiftAwake: lambda b, _n: (
        sentence("không trả lời còn thức, lần {missed}", missed=b.missed)
        if b.missed
        else sentence("xác nhận còn thức")
    ),
    e.ContactRestricted: lambda b, n: _with_reason(
        sentence("ghi yêu cầu liên hệ: {code}", code=n.get(b.code, b.code)), b.words
    ),
    e.ContactAllowed: lambda b, n: _with_reason(
        sentence("bỏ yêu cầu liên hệ: {code}", code=n.get(b.code, b.code)), b.reason
    ),
    e.RevealAsked: lambda b, _n: _with_reason(sentence("xin xem danh tính công dân"), b.reason),
    e.RevealAnswered: lambda b, _n: _with_reason(
        sentence("duyệt cho xem danh tính") if b.granted else sentence("không duyệt cho xem danh tính"),
        b.reason,
    ),
    e.SecretSuspected: lambda b, _n: _with_reason(
        named("báo nghi có bí mật nhà nước", "reported a suspected state secret"), b.reason
    ),
    e.SecretPhoned: lambda b, _n: sentence("đã điện {to_whom} về nghi có bí mật nhà nước", to_whom=b.to_whom),
    e.SecretHandled: lambda b, _n: _with_reason(
        sentence("đã chuyển theo kênh bảo mật") if b.moved else sentence("xác định không có bí mật nhà nước"),
        b.reason,
    ),
    e.OfficerEntered: lambda b, _n: sentence("nhập cán bộ {name}", name=b.name),
    e.OfficerChanged: lambda b, n: sentence(
        "sửa {field} của cán bộ thành {after}",
        field=_FIELDS.get(b.field, b.field),
        after=n.get(b.after, b.after),
    ),
    e.RoleGiven: lambda b, _n: sentence("giao vai trò {role}", role=_role(b.role)),
    e.RoleTaken: lambda b, _n: sentence("thu vai trò {role}", role=_role(b.role)),
    e.OfficerDisabled: lambda b, _n: _with_reason(sentence("ngừng tài khoản cán bộ"), b.reason),
    e.OfficerEnabled: lambda b, _n: _with_reason(sentence("mở lại tài khoản cán bộ"), b.reason),
    e.PinSet: lambda b, _n: (
        _with_reason(sentence("cấp PIN dùng một lần"), b.reason) if b.once else sentence("đặt PIN")
    ),
    e.KeyHalfCopied: lambda b, _n: _with_reason(sentence("chép nửa khóa ra tệp để cất két"), b.reason),
    e.PinRemoved: lambda _b, _n: sentence("hủy PIN và khóa của cán bộ ở máy này"),
    e.SignedIn: lambda b, _n: joined(
        " ", (_SIGN_INS.get(b.how, sentence("đăng nhập")), _after_wrong(b.wrong))
    ),
    e.SignedOut: lambda b, _n: _SIGN_OUTS.get(b.how, sentence("thoát")),
    e.RoleGrantsChanged: lambda b, _n: _with_reason(
        sentence("đổi quyền của vai trò {role}", role=_role(b.role)), b.reason
    ),
    e.ClockSteppedBack: lambda b, _n: sentence(
        "đồng hồ máy bị lùi {to_at} giây", to_at=(b.from_at - b.to_at) // 1000
    ),
    e.OaConnected: lambda b, _n: sentence(
        "nối với trang OA {oa_id} bằng ứng dụng {app_id}", oa_id=b.oa_id, app_id=b.app_id
    ),
    e.UnknownBody: lambda b, _n: sentence("việc mà phiên bản này chưa biết ({kind})", kind=b.kind),
}


def words_for(body: e.EventBody, names: Mapping[str, str]) -> str:
    """Return what ``body`` says, without the actor; ``names`` gives the Vietnamese name of a code."""
    return _WORDS[type(body)](body, names)
