"""Every command of the window, once: its code, words, default key, where it works and what right it needs.

Menus, the palette, the key sheet, tooltips, hints on buttons and the dispatch all read this table. Keys follow officer-day.md §4: no
bare letters, no Alt+Z, no bare Ctrl+Shift, because they must survive Telex, VNI, Unikey and EVKey; ``keymap`` holds what an officer
changed.
"""

from dataclasses import dataclass
from enum import StrEnum

from console.domain.officer import Permission
from console.runtime.i18n import look_up, mark, tr


class Group(StrEnum):
    """Heads of the key sheet and the palette."""

    CASE = "case"
    WRITE = "write"
    DESK = "desk"
    GO = "go"
    PROGRAM = "program"


class Where(StrEnum):
    """What must be on the screen for a command to mean something."""

    DESK = "desk"
    CASE = "case"
    OPEN_CASE = "open-case"
    CLOSED_CASE = "closed-case"


class Bound(StrEnum):
    """Who listens for the key."""

    WINDOW = "window"
    FIELD = "field"
    """The field that has the focus, because it must let the input method finish first."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. ``template`` is its Vietnamese text, ``key`` the default in Qt's portable form, "" for none."""

    code: str
    template: str
    key: str
    group: Group
    where: Where = Where.DESK
    icon: str = ""
    permission: Permission | None = None
    bound: Bound = Bound.WINDOW
    repeats: bool = False
    fixed: bool = False
    """Whether the key cannot be changed."""

    @property
    def words(self) -> str:
        """Return the text in the language in force."""
        return look_up(self.template)


_CASE, _WRITE, _DESK, _GO, _PROGRAM = Group
_C, _O = Where.CASE, Where.OPEN_CASE
_P = Permission

COMMANDS: tuple[Command, ...] = (
    Command("claim_next", mark("Lấy tin gấp nhất chưa ai giữ"), "F8", _DESK, icon="act.claim", permission=_P.CLAIM),
    Command("peek_next", mark("Xem trước tin gấp nhất, không nhận"), "Shift+F8", _DESK, icon="act.reveal"),
    Command("claim", mark("Nhận việc hoặc trả về hàng đợi"), "F2", _CASE, _O, "act.claim", _P.CLAIM),
    Command("place", mark("Địa bàn và bàn trực"), "F4", _CASE, _O, "location", _P.CLASSIFY),
    Command("deed_time", mark("Thời gian xảy ra…"), "Shift+F4", _CASE, _O, "clock", _P.CLASSIFY),
    Command("accept", mark("Xác nhận gợi ý của máy"), "Alt+Return", _CASE, _O, "act.approve", _P.CLASSIFY),
    Command("category.1", mark("Loại: tin báo, tố giác"), "Alt+1", _CASE, _O, "cat.togiac", _P.CLASSIFY),
    Command("category.2", mark("Loại: phản ánh, kiến nghị"), "Alt+2", _CASE, _O, "cat.phananh", _P.CLASSIFY),
    Command("category.3", mark("Loại: thủ tục hành chính"), "Alt+3", _CASE, _O, "cat.thutuc", _P.CLASSIFY),
    Command("category.4", mark("Loại: khảo sát"), "Alt+4", _CASE, _O, "cat.khaosat", _P.CLASSIFY),
    Command("category.5", mark("Loại: tố cáo, khiếu nại cán bộ"), "Alt+5", _CASE, _O, "cat.chuaphan", _P.CLASSIFY),
    Command("category.6", mark("Loại: cảm ơn, khác"), "Alt+6", _CASE, _O, "cat.chuaphan", _P.CLASSIFY),
    Command("priority.1", mark("Mức: khẩn cấp"), "Ctrl+1", _CASE, _O, "sev.khan", _P.CLASSIFY),
    Command("priority.2", mark("Mức: cao"), "Ctrl+2", _CASE, _O, "sev.cao", _P.CLASSIFY),
    Command("priority.3", mark("Mức: thường"), "Ctrl+3", _CASE, _O, "minus", _P.CLASSIFY),
    Command("no_emergency", mark("Tin máy báo khẩn: không khẩn cấp"), "Ctrl+Alt+N", _CASE, _O, "sev.khan", _P.CLASSIFY),
    Command("transfer", mark("Chuyển đơn vị"), "F9", _CASE, _O, "act.escalate", _P.TRANSFER),
    Command("return", mark("Trả lại có lý do"), "Shift+F9", _CASE, _O, "act.return", _P.TRANSFER),
    Command("urgent", mark("Báo cáo khẩn"), "Ctrl+F9", _CASE, _O, "sev.khan", _P.TRANSFER),
    Command("guide", mark("Hướng dẫn công dân tới nơi khác"), "Ctrl+G", _CASE, _O, "act.escalate", _P.REPLY),
    Command("outside", mark("Ghi ai gửi tin ngoài hệ thống…"), "Ctrl+Alt+O", _CASE, _C, "device", _P.REPLY),
    Command("incident", mark("Gắn các tin cùng một vụ…"), "", _CASE, _C, "merge", _P.MERGE),
    Command("unlink", mark("Gỡ khỏi vụ chung…"), "", _CASE, _C, "act.return", _P.MERGE),
    Command("clocks", mark("Thời hạn: tạm dừng, gia hạn…"), "", _CASE, _O, "sla.pause", _P.CLASSIFY),
    Command("accept_transfer", mark("Tiếp nhận hồ sơ được chuyển tới"), "", _CASE, _O, "act.approve", _P.ACCEPT),
    Command("tags", mark("Nhãn"), "Ctrl+T", _CASE, _O, "tag", _P.TAG),
    Command("snooze", mark("Nhắc lại lúc…"), "Ctrl+D", _CASE, _O, "sla.soon", _P.SNOOZE),
    Command("wake", mark("Xong việc đã hẹn: bỏ nhắc lại"), "Ctrl+Alt+H", _CASE, _O, "alarm-clock", _P.SNOOZE),
    Command("take_over", mark("Nhận thay…"), "", _CASE, _O, "act.claim", _P.TAKE_OVER),
    Command("merge", mark("Gộp với hồ sơ khác…"), "", _CASE, _O, "merge", _P.MERGE),
    Command("split", mark("Tách thành hồ sơ mới…"), "", _CASE, _O, "split", _P.MERGE),
    Command("reveal", mark("Hiện danh tính (ghi nhật ký)"), "", _CASE, _C, "act.reveal", _P.REVEAL),
    Command("reveal_allow", mark("Cho xem danh tính"), "", _CASE, _C, "act.approve", _P.APPROVE_REVEAL),
    Command("reveal_deny", mark("Không cho xem danh tính…"), "", _CASE, _C, "act.return", _P.APPROVE_REVEAL),
    Command("conflict", mark("Liên quan cán bộ, chiến sĩ…"), "", _CASE, _C, "act.reveal", _P.MARK_CONFLICT),
    Command("contact_wish", mark("Yêu cầu liên hệ của người báo tin…"), "", _CASE, _C, "act.reveal", _P.RESTRICT_CONTACT),
    Command("contact_allow", mark("Bỏ yêu cầu liên hệ…"), "Ctrl+Alt+V", _CASE, _C, "act.undo", _P.RESTRICT_CONTACT),
    Command("secret", mark("Nghi có bí mật nhà nước…"), "", _CASE, _C, "lock", _P.SUSPECT_SECRET),
    Command("secret_decide", mark("Kết luận về bí mật nhà nước…"), "", _CASE, _C, "lock-open", _P.DECIDE_SECRET),
    Command("people", mark("Người bị tố giác, bị hại…"), "Ctrl+Alt+M", _CASE, _C, "people", _P.READ),
    Command("procuracy", mark("Ghi thông báo Viện kiểm sát…"), "Ctrl+Alt+R", _CASE, _C, "gavel", _P.CLASSIFY),
    Command("result", mark("Ghi kết quả giải quyết nguồn tin…"), "Ctrl+Alt+I", _CASE, _C, "gavel", _P.CLASSIFY),
    Command("instruct", mark("Ý kiến chỉ đạo…"), "", _CASE, _C, "megaphone", _P.INSTRUCT),
    Command("files", mark("Tệp gửi kèm cho đơn vị…"), "", _CASE, _C, "act.attach", _P.TRANSFER),
    Command("slip", mark("Ghi số phiếu chuyển…"), "", _CASE, _C, "forward", _P.TRANSFER),
    Command("petition", mark("Thụ lý, giải quyết tố cáo, khiếu nại…"), "", _CASE, _C, "scale", _P.CLASSIFY),
    Command("national", mark("Nhập phần mềm tin báo…"), "Ctrl+Alt+C", _CASE, _C, "upload", _P.ENTER_NATIONAL),
    Command("hold", mark("Giữ hồ sơ không xóa, hoặc thôi giữ…"), "Ctrl+Alt+P", _CASE, _C, "archive", _P.HOLD),
    Command("who_looked", mark("Ai đã xem hồ sơ này"), "Ctrl+Alt+X", _CASE, _C, "eye", _P.READ),
    Command("close", mark("Đóng hồ sơ"), "Ctrl+E", _CASE, _O, "act.close", _P.CLOSE),
    Command("export", mark("Xuất hồ sơ…"), "", _CASE, _C, "act.export", _P.EXPORT),
    Command("packet", mark("Bộ hồ sơ chuyển Cơ quan điều tra…"), "Ctrl+Alt+E", _CASE, _C, "gavel", _P.EXPORT),
    Command("hand_over", mark("Giao hồ sơ đang giữ cho…"), "", _CASE, _O, "person", _P.CLAIM),
    Command("withdraw_closing", mark("Rút đề nghị đóng"), "", _CASE, _O, "act.undo", _P.CLOSE),
    Command("survey_skip", mark("Không gửi khảo sát…"), "", _CASE, Where.CLOSED_CASE, "star", _P.REPLY),
    Command("survey_follow", mark("Ghi việc chăm sóc lại sau khảo sát…"), "", _CASE, _C, "star", _P.NOTE),
    Command("reopen", mark("Mở lại hồ sơ…"), "", _CASE, Where.CLOSED_CASE, "history", _P.REOPEN),
    Command("find", mark("Tìm trong hồ sơ này"), "Ctrl+F", _CASE, _C, "act.search"),
    Command("find_next", mark("Chỗ khớp sau"), "F3", _GO, icon="down"),
    Command("find_previous", mark("Chỗ khớp trước"), "Shift+F3", _GO, icon="up"),
    Command("reply", mark("Sang ô trả lời công dân"), "Ctrl+R", _WRITE, _O, "act.reply", _P.REPLY),
    Command("note", mark("Ghi chú nội bộ"), "F7", _WRITE, _C, "act.note", _P.NOTE),
    Command("canned", mark("Câu trả lời mẫu"), "Ctrl+J", _WRITE, _O, "act.canned", _P.REPLY),
    Command("ask_next", mark("Hỏi điều còn thiếu"), "Ctrl+Alt+J", _WRITE, _O, "list-checks", _P.REPLY),
    Command(
        "send", mark("Gửi công dân"), "Ctrl+Return", _WRITE, _O, "act.send", _P.REPLY, bound=Bound.FIELD
    ),
    Command("save_note", mark("Lưu ghi chú"), "Ctrl+S", _WRITE, _C, "act.note", _P.NOTE, bound=Bound.FIELD),
    Command("approve", mark("Xem và duyệt trả lời đang chờ"), "Ctrl+Alt+A", _WRITE, icon="view.choduyet", permission=_P.APPROVE_REPLY),
    Command("undo", mark("Hoàn tác việc vừa làm"), "Ctrl+Z", _WRITE, icon="act.undo"),
    Command("back", mark("Lùi một bước; hủy trả lời đang giữ"), "Esc", _WRITE, fixed=True),
    Command("next", mark("Hồ sơ sau"), "Ctrl+Down", _DESK, repeats=True, icon="arrow-down"),
    Command("previous", mark("Hồ sơ trước"), "Ctrl+Up", _DESK, repeats=True, icon="arrow-up"),
    Command("next_pane", mark("Sang khung sau"), "F6", _DESK, icon="chevron-right"),
    Command("previous_pane", mark("Về khung trước"), "Shift+F6", _DESK, icon="chevron-left"),
    Command("filter", mark("Gõ bộ lọc hàng đợi"), "Ctrl+Alt+F", _DESK, icon="act.filter"),
    Command("mark", mark("Chọn thêm hồ sơ vào nhóm"), "Ins", _DESK, icon="act.select"),
    Command("bulk", mark("Làm theo nhóm với hồ sơ đã chọn"), "Ctrl+Alt+G", _DESK, icon="act.select"),
    Command("inspector", mark("Ẩn hoặc hiện hồ sơ bên phải"), "Ctrl+I", _DESK, icon="act.panel"),
    Command("poll", mark("Đồng bộ ngay"), "F5", _DESK, icon="conn.poll"),
    Command("connect", mark("Nối Zalo OA: lần đầu, quyền còn bao lâu, nối lại"), "Ctrl+Alt+K", _PROGRAM, icon="conn.plug"),
    Command("palette", mark("Bảng lệnh và tìm kiếm"), "Ctrl+K", _GO, icon="act.search"),
    Command("search", mark("Tìm kiếm"), "Ctrl+Alt+S", _GO, icon="act.search", permission=_P.READ),
    Command("view.1", mark("Xem: Mới"), "Ctrl+Alt+1", _GO, icon="view.moi"),
    Command("view.2", mark("Xem: Của tôi"), "Ctrl+Alt+2", _GO, icon="view.cuatoi"),
    Command("view.3", mark("Xem: Quá hạn"), "Ctrl+Alt+3", _GO, icon="view.quahan"),
    Command("view.4", mark("Xem: Chờ dân trả lời"), "Ctrl+Alt+4", _GO, icon="view.chodan"),
    Command("view.5", mark("Xem: Đã chuyển"), "Ctrl+Alt+5", _GO, icon="view.dachuyen"),
    Command("view.6", mark("Xem: Chờ duyệt"), "Ctrl+Alt+6", _GO, icon="view.choduyet"),
    Command("view.unentered", mark("Xem: Chưa nhập tin báo"), "", _GO, icon="upload"),
    Command("knowledge", mark("Thư viện: thủ tục, danh bạ, mục tin, khảo sát"), "Ctrl+Alt+T", _GO, icon="book-open"),
    Command("knowledge_export", mark("Xuất thư viện ra tệp"), "", _PROGRAM, icon="download", permission=_P.ADMINISTER),
    Command("knowledge_import", mark("Nhập thư viện từ tệp"), "", _PROGRAM, icon="upload", permission=_P.ADMINISTER),
    Command("page.review", mark("Kiểm tra hồ sơ"), "Ctrl+Alt+7", _GO, icon="audit"),
    Command("page.handover", mark("Giao ca"), "Ctrl+Alt+8", _GO, icon="nav.giaoca", permission=_P.SHIFT),
    Command("page.law", mark("Quy định: thời hạn, tổ chức, lưu giữ"), "Ctrl+Alt+Q", _GO, icon="scale"),
    Command("page.accounts", mark("Quản trị: cán bộ, vai trò, quyền"), "Ctrl+Alt+U", _GO, icon="users", permission=_P.ADMINISTER),
    Command("handover_record", mark("In biên bản giao ca…"), "Ctrl+P", _GO, icon="printer", permission=_P.EXPORT),
    Command("duty_book", mark("In sổ trực ban của ca…"), "", _GO, icon="printer", permission=_P.EXPORT),
    Command("commander_sign", mark("Chỉ huy ký biên bản giao ca…"), "Ctrl+Alt+Y", _DESK, icon="act.sign", permission=_P.SHIFT),
    Command("shift_note", mark("Ghi sổ trực…"), "Ctrl+Alt+W", _WRITE, icon="act.note", permission=_P.SHIFT),
    Command("acknowledge", mark("Tiếp thu ý kiến kiểm tra"), "", _DESK, icon="audit"),
    Command("contacts", mark("Danh bạ trực"), "", _GO, icon="phone"),
    Command("statistics", mark("Thống kê và báo cáo"), "Ctrl+Alt+9", _GO, icon="nav.thongke", permission=_P.READ),
    Command("theme", mark("Đổi nền sáng, tối"), "Ctrl+Alt+D", _PROGRAM, icon="theme.dark"),
    Command("settings", mark("Cài đặt"), "", _PROGRAM, icon="nav.caidat"),
    Command("share", mark("Đang chia sẻ màn hình: che tên và lời kể"), "Ctrl+Alt+Z", _PROGRAM, icon="note.hidden"),
    Command("lock", mark("Khóa màn hình"), "Ctrl+L", _PROGRAM, icon="lock"),
    Command("set_pin", mark("Đặt PIN…"), "", _PROGRAM, icon="key-round"),
    Command("edit_keys", mark("Đổi phím"), "", _PROGRAM, icon="keyboard"),
    Command("sound_check", mark("Thử chuông báo"), "", _PROGRAM, icon="bell"),
    Command("keys", mark("Bảng phím"), "F1", _PROGRAM, icon="help"),
)  # fmt: skip

_BY_CODE = {command.code: command for command in COMMANDS}


def command(code: str) -> Command:
    """Return one command.

    Raises:
        KeyError: there is none of this code.

    """
    return _BY_CODE[code]


def has_command(code: str) -> bool:
    """Return whether there is a command of this code."""
    return code in _BY_CODE


def group_title(group: Group) -> str:
    """Return the head of a group in the language in force."""
    match group:
        case Group.CASE:
            return tr("Hồ sơ đang mở")
        case Group.WRITE:
            return tr("Viết")
        case Group.DESK:
            return tr("Bàn trực")
        case Group.GO:
            return tr("Đi tới")
        case Group.PROGRAM:
            return tr("Chương trình")
