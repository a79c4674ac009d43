"""What roles and rights are called on the administration page."""

from console.domain.officer import ROLE_NAMES, Permission, Role
from console.runtime.i18n import look_up, mark, said

DEEDS = {
    Permission.READ: mark("đọc hồ sơ"),
    Permission.READ_RESTRICTED: mark("đọc hồ sơ hạn chế"),
    Permission.CLAIM: mark("nhận việc"),
    Permission.TAKE_OVER: mark("nhận thay"),
    Permission.CLASSIFY: mark("phân loại"),
    Permission.TAG: mark("gắn nhãn"),
    Permission.NOTE: mark("ghi chú"),
    Permission.REPLY: mark("trả lời công dân"),
    Permission.APPROVE_REPLY: mark("duyệt trả lời"),
    Permission.RESOLVE_UNKNOWN: mark("xác nhận tin chưa rõ"),
    Permission.TRANSFER: mark("chuyển hồ sơ"),
    Permission.ACCEPT: mark("tiếp nhận hồ sơ chuyển đến"),
    Permission.SNOOZE: mark("hẹn nhắc lại"),
    Permission.CLOSE: mark("đóng hồ sơ"),
    Permission.CLOSE_URGENT: mark("đóng hồ sơ khẩn"),
    Permission.LOWER_URGENT: mark("hạ mức khẩn"),
    Permission.ROUTE: mark("quyết định nơi xử lý hồ sơ bị trả lại nhiều lần"),
    Permission.REASSIGN: mark("giao hồ sơ người khác đang giữ"),
    Permission.EXTEND: mark("duyệt gia hạn"),
    Permission.INSTRUCT: mark("cho ý kiến chỉ đạo"),
    Permission.ENTER_NATIONAL: mark("nhập phần mềm tin báo"),
    Permission.HOLD: mark("giữ hồ sơ không xóa"),
    Permission.PURGE: mark("duyệt xóa nội dung hết hạn lưu"),
    Permission.ANSWER_FOREIGN: mark("trả lời về tin gửi ngoài hệ thống"),
    Permission.REOPEN: mark("mở lại hồ sơ"),
    Permission.MERGE: mark("gộp hoặc tách hồ sơ"),
    Permission.REVEAL: mark("xem danh tính công dân"),
    Permission.REVEAL_DENOUNCER: mark("xem danh tính người tố cáo"),
    Permission.EXPORT: mark("xuất hồ sơ"),
    Permission.MARK_CONFLICT: mark("đánh dấu hồ sơ liên quan cán bộ"),
    Permission.DECIDE_CONFLICT: mark("quyết định hồ sơ liên quan cán bộ"),
    Permission.APPROVE_REVEAL: mark("duyệt xem danh tính"),
    Permission.RESTRICT_CONTACT: mark("ghi yêu cầu của người báo tin"),
    Permission.SUSPECT_SECRET: mark("báo nghi có bí mật nhà nước"),
    Permission.DECIDE_SECRET: mark("kết luận về bí mật nhà nước"),
    Permission.APPROVE_POLICY: mark("duyệt đổi quy định luật định"),
    Permission.AUDIT: mark("xem nhật ký"),
    Permission.REVIEW: mark("kiểm tra hồ sơ"),
    Permission.SIGN_CLOSING: mark("ký duyệt đóng hồ sơ"),
    Permission.SHIFT: mark("mở và giao ca trực"),
    Permission.SIGN_SHIFT: mark("ký biên bản giao ca với tư cách chỉ huy"),
    Permission.ADMINISTER: mark("quản trị cán bộ, quyền, thư viện"),
}


def deed(permission: Permission) -> str:
    """Return what a right lets one do, in the language in force."""
    return look_up(DEEDS[permission])


def role_name(role: Role) -> str:
    """Return a role's name."""
    return said(ROLE_NAMES[role])


def role_names(roles: tuple[Role, ...]) -> str:
    """Return the names of several roles."""
    return ", ".join(role_name(role) for role in roles)
