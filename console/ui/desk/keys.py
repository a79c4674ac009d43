"""The keys of the desk (officer-day.md §4): one table, used by the window, the palette and the key sheet.

No bare letters, no Alt+Z, no bare Ctrl+Shift: they must survive Telex, VNI, Unikey and EVKey.
"""

from dataclasses import dataclass

from console.runtime.i18n import tr


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a key asks for."""

    code: str
    keys: str
    words: str
    icon: str = ""
    needs_case: bool = False


def commands() -> tuple[Command, ...]:
    """Return all commands in the order of the key sheet, in the language in force."""
    return (
        Command("claim_next", "F8", tr("Lấy tin gấp nhất chưa ai giữ"), "act.claim"),
        Command("peek_next", "Shift+F8", tr("Xem trước tin gấp nhất, không nhận"), "act.reveal"),
        Command("claim", "F2", tr("Nhận việc hoặc trả về hàng đợi"), "act.claim", needs_case=True),
        Command("place", "F4", tr("Địa bàn và bàn trực"), "unit", needs_case=True),
        Command("accept", "Alt+Return", tr("Xác nhận gợi ý của máy"), "act.approve", needs_case=True),
        Command("category.1", "Alt+1", tr("Loại: tin báo, tố giác"), "cat.togiac", needs_case=True),
        Command("category.2", "Alt+2", tr("Loại: phản ánh, kiến nghị"), "cat.phananh", needs_case=True),
        Command("category.3", "Alt+3", tr("Loại: thủ tục hành chính"), "cat.thutuc", needs_case=True),
        Command("category.4", "Alt+4", tr("Loại: khảo sát"), "cat.khaosat", needs_case=True),
        Command("category.5", "Alt+5", tr("Loại: tố cáo, khiếu nại cán bộ"), "cat.chuaphan", needs_case=True),
        Command("category.6", "Alt+6", tr("Loại: cảm ơn, khác"), "cat.chuaphan", needs_case=True),
        Command("priority.1", "Ctrl+1", tr("Mức: khẩn cấp"), "sev.khan", needs_case=True),
        Command("priority.2", "Ctrl+2", tr("Mức: cao"), "sev.cao", needs_case=True),
        Command("priority.3", "Ctrl+3", tr("Mức: thường"), "", needs_case=True),
        Command("transfer", "F9", tr("Chuyển đơn vị"), "act.escalate", needs_case=True),
        Command("return", "Shift+F9", tr("Trả lại có lý do"), "act.return", needs_case=True),
        Command("canned", "Ctrl+J", tr("Câu trả lời mẫu"), "act.canned", needs_case=True),
        Command("reply", "Ctrl+R", tr("Sang ô trả lời công dân"), "act.reply", needs_case=True),
        Command("note", "F7", tr("Ghi chú nội bộ"), "act.note", needs_case=True),
        Command("tags", "Ctrl+T", tr("Nhãn"), "tag", needs_case=True),
        Command("snooze", "Ctrl+D", tr("Nhắc lại lúc…"), "sla.soon", needs_case=True),
        Command("close", "Ctrl+E", tr("Đóng hồ sơ"), "act.close", needs_case=True),
        Command("next", "Ctrl+Down", tr("Hồ sơ sau")),
        Command("previous", "Ctrl+Up", tr("Hồ sơ trước")),
        Command("next_pane", "F6", tr("Sang khung sau")),
        Command("previous_pane", "Shift+F6", tr("Về khung trước")),
        Command("find", "Ctrl+F", tr("Tìm trong hồ sơ này"), "act.search", needs_case=True),
        Command("palette", "Ctrl+K", tr("Bảng lệnh và tìm kiếm"), "act.search"),
        Command("poll", "F5", tr("Đồng bộ ngay"), "conn.poll"),
        Command("connect", "Ctrl+Alt+K", tr("Quyền dùng Zalo OA, nối lại"), "conn.plug"),
        Command("undo", "Ctrl+Z", tr("Hoàn tác việc vừa làm")),
        Command("inspector", "Ctrl+I", tr("Ẩn hoặc hiện hồ sơ bên phải")),
        Command("theme", "Ctrl+Alt+D", tr("Đổi nền sáng, tối"), "theme.dark"),
        Command("keys", "F1", tr("Bảng phím"), "help"),
    )
