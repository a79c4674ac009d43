"""What may be asked of whom and when: the checks that many actions share."""

from datetime import date

from sqlalchemy import Connection, select

from console.actions.desk import Desk, HeldByOther, Missing, Refused
from console.cache import tables as t
from console.cache.identity_marks import source_marks
from console.cache.store import Transaction
from console.cache.visibility import Sight
from console.domain.calendar import local_date, local_datetime
from console.domain.case import Case, CaseState, TransferState
from console.domain.conflict import Action
from console.domain.masking import mask_source
from console.domain.officer import SYSTEM, Officer, Permission
from console.domain.sentence import sentence

REASON_LIMIT = 1_000
DEEDS = {
    Permission.ADMINISTER: sentence("sửa thư viện và cài đặt chung"),
    Permission.READ: sentence("xem hồ sơ"),
    Permission.CLAIM: "nhận việc",
    Permission.TAKE_OVER: "nhận thay",
    Permission.CLASSIFY: "phân loại",
    Permission.TAG: "gắn nhãn",
    Permission.NOTE: "ghi chú",
    Permission.REPLY: "trả lời công dân",
    Permission.APPROVE_REPLY: "duyệt trả lời",
    Permission.RESOLVE_UNKNOWN: "xác nhận tin chưa rõ",
    Permission.TRANSFER: "chuyển hồ sơ",
    Permission.ACCEPT: "tiếp nhận hồ sơ chuyển đến",
    Permission.SNOOZE: "hẹn nhắc lại",
    Permission.CLOSE: "đóng hồ sơ",
    Permission.CLOSE_URGENT: "đóng hồ sơ khẩn",
    Permission.LOWER_URGENT: "hạ mức khẩn",
    Permission.ROUTE: "quyết định nơi xử lý hồ sơ bị trả lại nhiều lần",
    Permission.REASSIGN: "giao hồ sơ người khác đang giữ",
    Permission.EXTEND: "duyệt gia hạn",
    Permission.INSTRUCT: "cho ý kiến chỉ đạo",
    Permission.ENTER_NATIONAL: sentence("nhập phần mềm tin báo"),
    Permission.HOLD: "giữ hồ sơ không xóa",
    Permission.PURGE: "duyệt xóa nội dung hết hạn lưu",
    Permission.ANSWER_FOREIGN: "trả lời về tin gửi ngoài hệ thống",
    Permission.REOPEN: "mở lại hồ sơ",
    Permission.MERGE: "gộp hoặc tách hồ sơ",
    Permission.REVEAL: "xem danh tính công dân",
    Permission.REVEAL_DENOUNCER: "xem danh tính người tố cáo",
    Permission.EXPORT: "xuất hồ sơ",
    Permission.MARK_CONFLICT: "đánh dấu hồ sơ liên quan cán bộ",
    Permission.DECIDE_CONFLICT: "quyết định hồ sơ liên quan cán bộ",
    Permission.SIGN_CLOSING: "ký duyệt đóng hồ sơ",
    Permission.SHIFT: "mở và giao ca trực",
    Permission.SIGN_SHIFT: "ký biên bản giao ca với tư cách chỉ huy",
    Permission.APPROVE_REVEAL: "duyệt xem danh tính",
    Permission.RESTRICT_CONTACT: sentence("ghi yêu cầu liên hệ của người báo tin"),
    Permission.SUSPECT_SECRET: "báo nghi có bí mật nhà nước",
    Permission.DECIDE_SECRET: sentence("xử lý tin nghi có bí mật nhà nước"),
    Permission.APPROVE_POLICY: sentence("duyệt đổi quy định luật định"),
    Permission.AUDIT: "xem nhật ký",
    Permission.READ_RESTRICTED: "đọc hồ sơ hạn chế",
    Permission.REVIEW: "kiểm tra hồ sơ",
}


def require(officer: Officer, permission: Permission) -> None:
    """Raise ``Refused`` unless the officer's roles grant ``permission``."""
    if not officer.may(permission):
        raise Refused("Vai trò của bạn không được {deed}", deed=sentence(DEEDS[permission]))


def visible_case(tx: Transaction, desk: Desk, case_id: str) -> Case:
    """Return a case this officer may know of (``cache.visibility``). Raises ``Missing``."""
    case = tx.case(case_id)
    if case is None or not desk.sight.sees(case):
        raise Missing("Không có hồ sơ này, hoặc bạn không được xem")
    return case


def serves(desk: Desk, unit: str) -> bool:
    """Return whether the officer's unit is ``unit``, lies below it or above it."""
    own = desk.officer.unit
    return desk.catalog.is_within(own, unit) or desk.catalog.is_within(unit, own)


_SENDERS = frozenset(
    {
        Action.REPLY,
        Action.SETTLE_REPLY,
        Action.SURVEY,
        Action.REPORT,
        Action.GUIDE,
        Action.CLAIM,
        Action.RELEASE,
    }
)
"""What a desk may still do to a case that a unit took from it: it goes on talking with the citizen where it was asked to."""
_READERS = frozenset(
    {
        Action.VIEW,
        Action.NOTE,
        Action.REVEAL,
        Action.EXPORT,
        Action.MARK_CONFLICT,
        Action.RESTRICT_CONTACT,
        Action.SECRET,
        Action.ANSWER_TRANSFER,
        Action.RELEASE,
        Action.HAND_OVER,
        Action.REVIEW,
        Action.ACKNOWLEDGE,
        Action.SIGN_CLOSING,
        Action.HOLD,
        Action.PEOPLE,
    }
)
"""What whoever reads a case may do, by his role: look, say what he knows or fears, answer what he was asked; whose names he may
write down is judged with them."""


def may_work(sight: Sight, case: Case, action: Action) -> bool:
    """Return whether somebody may do this to a case he sees: whose unit was only told of it answers for nothing (features E-02)."""
    if action in _READERS or sight.answers_for(case):
        return True
    transfer = case.transfer
    if transfer is None or transfer.state is not TransferState.ACCEPTED or sight.units is None:
        return False
    return transfer.from_unit in sight.units and action in _SENDERS


def require_work(desk: Desk, case: Case, action: Action) -> None:
    """Raise ``Refused`` where the officer's unit does not answer for the case and this is not for who only reads it."""
    if may_work(desk.sight, case, action):
        return
    transfer = case.transfer
    if (
        transfer is not None
        and transfer.state is TransferState.PENDING
        and transfer.to_unit in desk.sight.own
    ):
        raise Refused("Tiếp nhận {number} trước khi xử lý", number=case.number)
    unit = desk.catalog.unit_name(case.unit)
    raise Refused("Đơn vị của bạn chỉ được biết {number}: {unit} xử lý", number=case.number, unit=unit)


KEPT_ACTS = frozenset({Action.VIEW, Action.RELEASE, Action.REVIEW, Action.ACKNOWLEDGE})
"""What may still be done to a case whose content was erased: look at what is left, end what was begun."""


def require_kept(case: Case, action: Action) -> None:
    """Raise ``Refused`` where a case's content was erased and there is nothing left that this could be done to (features I-06)."""
    if case.erased_at and action not in KEPT_ACTS:
        raise Refused(
            "Nội dung {number} đã xóa ngày {day} theo thời hạn lưu: chỉ còn số liệu, không làm gì thêm được",
            number=case.number,
            day=f"{local_date(case.erased_at):%d/%m/%Y}",
        )


def require_open(case: Case) -> None:
    """Raise ``Refused`` unless the case asks for work."""
    require_not_merged(case)
    if case.state is CaseState.CLOSED:
        raise Refused("{number} đã đóng: mở lại trước khi làm tiếp", number=case.number)


def require_not_merged(case: Case) -> None:
    """Raise ``Refused`` if the case lives on in another one."""
    if case.state is CaseState.MERGED:
        raise Refused("{number} đã gộp vào hồ sơ khác: làm ở hồ sơ đó", number=case.number)


def require_free(tx: Transaction, desk: Desk, case: Case) -> None:
    """Raise ``HeldByOther`` while another officer's lease runs (features F-03)."""
    if case.held_by_other(desk.officer.officer_id, tx.now_ms):
        raise held_by_other(tx, case)


def held_by_other(tx: Transaction, case: Case) -> HeldByOther:
    """Return the error that says who holds a case and until when."""
    return HeldByOther(
        case.owner,
        case.lease_until,
        "{who} đang giữ {number} đến {time}. Muốn làm thì nhận thay, có lý do",
        who=officer_name(tx.connection, case.owner),
        number=case.number,
        time=clock_text(case.lease_until),
    )


def priority_of(tx: Transaction, case: Case) -> str:
    """Return the priority a person set, else the suggested one, else ""."""
    if case.priority:
        return case.priority
    found = tx.connection.execute(
        select(t.suggestion.c.priority).where(t.suggestion.c.case_id == case.case_id)
    ).scalar()
    return str(found or "")


def is_urgent(desk: Desk, priority: str) -> bool:
    """Return whether a priority is the highest one."""
    return desk.rules.priority_rank(priority) == 1


def require_open_text(case: Case) -> None:
    """Raise ``Refused`` where a case's texts and files may be a state secret, or went their own way as one."""
    if case.locked:
        raise Refused(
            "{number} nghi có bí mật nhà nước: không mở, sao chép hay xuất nội dung; điện trực chỉ huy",
            number=case.number,
        )


def require_open_files(case: Case) -> None:
    """Raise ``Refused`` where nobody may open, fetch or take out a case's files; of its texts see ``require_open_text``."""
    require_open_text(case)
    if case.files_locked:
        raise Refused(
            "{number} có hình ảnh xâm hại trẻ em: tệp đã khóa, không mở, tải hay chuyển; điện PC02, PA05",
            number=case.number,
        )


def clean_text(text: str, what: str, limit: int = REASON_LIMIT) -> str:
    """Return a text an officer wrote, without blanks around it. Raises ``Refused`` if it is empty, too long or broken."""
    text = text.strip()
    if not text:
        raise Refused("Thiếu {what}", what=what)
    if len(text) > limit:
        raise Refused(
            "{what} dài {length} ký tự, tối đa {limit}", what=what.capitalize(), length=len(text), limit=limit
        )
    if any("\ud800" <= char <= "\udfff" or char == "\0" for char in text):
        raise Refused("{what} có ký tự hỏng. Xóa rồi gõ lại", what=what.capitalize())
    return text


def without_source(desk: Desk, case_id: str, words: str) -> str:
    """Return an officer's words with the citizen's names and numbers covered, as others will read them (domain.md §5.2).

    Raises:
        StoreError: what is known of the citizen cannot be read; nothing may be handed on.

    """
    with desk.store.read() as connection:
        conversation = connection.execute(
            select(t.case.c.conversation_id).where(t.case.c.case_id == case_id)
        ).scalar()
        return mask_source(words, source_marks(connection, str(conversation or "")))


def received_on(case: Case) -> date:
    """Return the day in Vietnam on which a report was received: no paper about it can be older."""
    return local_date(case.first_message_at or case.opened_at)


def require_day(on: date, first: date, today: date) -> None:
    """Raise ``Refused`` unless a paper's day lies between ``first`` and ``today``, both days of Vietnam."""
    if on > today:
        raise Refused("Ngày của văn bản chưa tới")
    if on < first:
        raise Refused("Ngày của văn bản phải từ {first} trở đi", first=f"{first:%d/%m/%Y}")


def officer_name(connection: Connection, officer_id: str) -> str:
    """Return an officer's name, or the id where the name is not known."""
    if officer_id == SYSTEM:
        return "Hệ thống"
    name = connection.execute(select(t.officer.c.name).where(t.officer.c.officer_id == officer_id)).scalar()
    return str(name or officer_id)


def given_name(name: str) -> str:
    """Return what colleagues call a person: the last word of a Vietnamese name."""
    return name.rsplit(maxsplit=1)[-1] if name.strip() else name


def clock_text(ms: int) -> str:
    """Return a time of day in Vietnam, ``14:33``."""
    return local_datetime(ms).strftime("%H:%M")
