"""Biên bản bàn giao ca trực (domain.md §6): the sheet as it stands, with what was accepted, asked and signed."""

from collections.abc import Mapping

from console.domain.handover import Directed, Part, Section, Sheet, SheetLine
from console.domain.numerals import number_text
from console.reports.document import (
    Align,
    Block,
    Column,
    Document,
    Fields,
    Letterhead,
    Paragraph,
    Signature,
    Table,
)
from console.reports.register import Names, date_line, when, when_due

SECTIONS: Mapping[Section, str] = {
    Section.HELD: "Đang giữ",
    Section.PROMISED: "Hứa gọi lại",
    Section.WINDOW: "Cửa sổ trả lời hết trong 12 giờ",
    Section.TRANSFER: "Chuyển cấp chưa nhận",
    Section.LAW: "Hạn luật trong 48 giờ",
    Section.REPLY: "Nháp chưa gửi, tin chưa rõ",
    Section.TROUBLE: "Sự cố hệ thống",
}
_LINES = (
    Column("STT", 0.65, Align.RIGHT),
    Column("Mã vụ việc", 1.45),
    Column("Vì sao bàn giao", 1.8),
    Column("Loại, địa điểm", 1.8),
    Column("Hạn gần nhất", 1.3),
    Column("Việc phải làm", 2.2),
    Column("Người nhận", 1.4),
)
_DIRECTED = (
    Column("STT", 0.65, Align.RIGHT),
    Column("Mã vụ việc", 1.45),
    Column("Đã báo cáo", 2.1),
    Column("Ý kiến chỉ đạo", 2.8),
    Column("Người, giờ chỉ đạo", 1.7),
    Column("Kết quả thực hiện", 2.2),
)


def document(
    sheet: Sheet, names: Names, letterhead: Letterhead, *, digest: str, printed_at: int, mark: str
) -> Document:
    """Return the record of a shift's handover.

    Args:
        sheet: the sheet as it may be printed (``covered.cover_sheet``).
        names: of codes and officers.
        letterhead: the head.
        digest: of the sheet as it was signed, before anything on it was covered.
        printed_at: UTC ms.
        mark: who takes it out, and when.

    """
    shift = sheet.shift
    blocks: list[Block] = [
        Fields(
            (
                ("Đơn vị", names.unit(shift.unit)),
                ("Ca trực", _span(sheet)),
                ("Cán bộ trực", ", ".join(shift.names)),
                ("Số tin trong ca", _figures(sheet)),
                ("Thiết bị, sổ sách", _equipment(shift.things)),
            )
        ),
        Table(
            _LINES,
            tuple(_line(number, line, names) for number, line in enumerate(sheet.lines, start=1)),
            "Việc bàn giao",
            "Không có việc nào phải bàn giao.",
        ),
        Table(
            _DIRECTED,
            tuple(_directed(number, one) for number, one in enumerate(sheet.directed, start=1)),
            "Vụ việc đã báo cáo lãnh đạo, ý kiến chỉ đạo",
            "Không có vụ việc nào báo cáo lãnh đạo, không có ý kiến chỉ đạo.",
        ),
        Table(
            (
                Column("Loại tin", 3),
                *(Column(head, 0.8, Align.RIGHT) for head in ("Tiếp nhận", "Xong", "Còn lại")),
            ),
            tuple(
                (names.category(code), number_text(one.taken), number_text(one.done), number_text(one.left))
                for code, one in sorted(sheet.tallies.items())
            ),
            "Số tin theo loại",
            "Không có tin nào trong ca.",
        ),
        Paragraph("Tình hình nổi bật, ghi chú chung", strong=True),
        Paragraph(shift.remark or "Không."),
    ]
    if shift.absent:
        blocks.append(
            Paragraph("Người giao vắng mặt; người nhận ký một mình, đã báo trực chỉ huy.", strong=True)
        )
    blocks.append(
        Paragraph(f"Mã băm nhật ký lúc in: {sheet.head or 'chưa có sự kiện'}. Mã băm biên bản: {digest}.")
    )
    return Document(
        letterhead,
        "BIÊN BẢN BÀN GIAO CA TRỰC",
        f"Lập lúc {when(printed_at)}",
        date_line=date_line(letterhead, printed_at),
        blocks=tuple(blocks),
        signatures=tuple(_signature(sheet, part, role) for part, role in _PARTS),
        recipients=("Trực chỉ huy", "Lưu: sổ trực ban"),
        mark=mark,
    )


_PARTS = ((Part.GIVER, "NGƯỜI GIAO"), (Part.TAKER, "NGƯỜI NHẬN"), (Part.COMMANDER, "TRỰC CHỈ HUY"))


def _signature(sheet: Sheet, part: Part, role: str) -> Signature:
    signed = sheet.shift.signatures.get(part)
    if signed is None:
        return Signature(role, hint="(chưa ký)")
    return Signature(role, signed.name, f"(đã ký trên máy lúc {when(signed.at)})")


def _line(number: int, line: SheetLine, names: Names) -> tuple[str, ...]:
    reasons = dict.fromkeys(SECTIONS[reason.section] for reason in line.reasons)
    about = [names.category(line.category) if line.case_id else "", line.place]
    doing = [line.next_step, f"Giải trình: {line.explained}" if line.explained else ""]
    taken = (
        f"{names.officer(line.accepted_by)}, {when(line.accepted_at)}" if line.accepted_by else "chưa nhận"
    )
    asked = f" Hỏi lại: {line.question}" if line.question else ""
    return (
        str(number),
        f"{line.number} (KHẨN)" if line.urgent else line.number,
        "; ".join(reasons),
        ", ".join(part for part in about if part) or line.words or _trouble(line),
        when_due(line.due_at),
        "; ".join(part for part in doing if part),
        taken + asked,
    )


def _directed(number: int, one: Directed) -> tuple[str, ...]:
    """Return the line of an instruction, or of a matter that was reported and got none."""
    told = "\n".join(f"{when(at)}: {words}" for at, words in one.reported)
    given = f"{one.by}\n{when(one.at)}" if one.instruction_id else ""
    return (str(number), one.number, told, one.words or "chưa có ý kiến", given, _followed(one))


def _followed(one: Directed) -> str:
    """Return what was done on an instruction: only what somebody reported."""
    ended = f"hồ sơ đã đóng lúc {when(one.closed_at)}" if one.closed_at else ""
    if not one.instruction_id:
        return ended
    done = f"{one.done} ({one.done_by}, {when(one.done_at)})" if one.done else "chưa báo kết quả"
    return "; ".join(filter(None, (done, ended)))


def _trouble(line: SheetLine) -> str:
    """Return what a fault of the system is, where the line has only a number for it."""
    count = "".join(reason.value for reason in line.reasons)
    known = {
        "trouble:gap": f"{count} khoảng tin chưa đọc hết",
        "trouble:media": f"{count} tệp đính kèm chờ tải",
    }
    return known.get(line.key, count)


def _span(sheet: Sheet) -> str:
    if not sheet.shift.shift_id:
        return "Chưa mở ca trên máy này"
    return f"{when(sheet.shift.opened_at)} – {when(sheet.shift.planned_end)}"


def _figures(sheet: Sheet) -> str:
    return (
        f"tiếp nhận {number_text(sheet.taken)}, đang mở {number_text(sheet.open)}, "
        f"quá hạn {number_text(sheet.late)}, chưa rõ {number_text(sheet.unknown)}"
    )


_THERE = {True: "đủ", False: "THIẾU", None: "chưa kiểm"}


def _equipment(things: Mapping[str, bool | None]) -> str:
    return "; ".join(f"{name}: {_THERE[there]}" for name, there in things.items())
