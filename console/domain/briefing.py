"""The summary of a shift that is written before anybody asks: what the 07:30 briefing wants to hear (officer-day.md §2)."""

from collections.abc import Callable

from console.domain.calendar import local_datetime
from console.domain.handover import Section, Sheet, SheetLine
from console.domain.numerals import number_text

_MOST = 8
"""Case numbers in one line; more than these are said as a number."""
_OPEN_ENDS = (
    (Section.LAW, "Hạn luật trong 48 giờ"),
    (Section.WINDOW, "Cửa sổ trả lời hết trong 12 giờ"),
    (Section.PROMISED, "Đã hứa gọi lại"),
    (Section.TRANSFER, "Đã chuyển, chưa nơi nào nhận"),
)


def summary(sheet: Sheet, category: Callable[[str], str]) -> str:
    """Return the summary of a shift in the language of its papers, for an officer to correct and complete.

    It names cases by their numbers only: no citizen, no place, nothing anybody wrote.

    Args:
        sheet: the sheet of now.
        category: Vietnamese name of a category's code; "" for what is not classified.

    """
    shift = sheet.shift
    lines = [
        f"Từ {_moment(shift.opened_at)} đến {_moment(sheet.at)}: tiếp nhận {number_text(sheet.taken)} tin"
        f"{_kinds(sheet, category)}; đang mở {number_text(sheet.open)}, quá hạn {number_text(sheet.late)}."
    ]
    urgent = [line for line in sheet.lines if line.urgent]
    lines.append(
        f"Khẩn cấp còn mở: {_numbers(urgent, None)}." if urgent else "Không còn tin khẩn cấp nào mở."
    )
    for section, words in _OPEN_ENDS:
        found = [line for line in sheet.lines if any(reason.section is section for reason in line.reasons)]
        if found:
            lines.append(f"{words}: {_numbers(found, section)}.")
    if sheet.unknown:
        lines.append(f"Tin gửi chưa rõ kết quả: {number_text(sheet.unknown)}.")
    troubles = sum(line.section is Section.TROUBLE for line in sheet.lines)
    if troubles:
        lines.append(f"Sự cố hệ thống còn lại: {number_text(troubles)}, ghi ở biên bản.")
    return "\n".join(lines)


def _moment(at_ms: int) -> str:
    return f"{local_datetime(at_ms):%H:%M %d/%m}"


def _end(at_ms: int) -> str:
    """Return the end of a limit; one at midnight is the end of the day before (BLTTHS 2015 Đ134)."""
    then = local_datetime(at_ms)
    if (then.hour, then.minute) == (0, 0):
        return f"hết {local_datetime(at_ms - 1):%d/%m}"
    return _moment(at_ms)


def _kinds(sheet: Sheet, category: Callable[[str], str]) -> str:
    taken = [(code, tally.taken) for code, tally in sheet.tallies.items() if tally.taken]
    taken.sort(key=lambda pair: (-pair[1], pair[0]))
    words = [f"{category(code) or 'chưa phân loại'} {number_text(count)}" for code, count in taken]
    return f" ({', '.join(words)})" if words else ""


def _numbers(lines: list[SheetLine], section: Section | None) -> str:
    """Return the cases of some lines, each with the moment of its reason; what ends first comes first."""
    timed = sorted((_at(line, section), line.number) for line in lines)
    moment = _end if section is Section.LAW else _moment
    words = [f"{number} ({moment(at)})" if at else number for at, number in timed[:_MOST]]
    more = len(timed) - _MOST
    return ", ".join(words) + (f" và {number_text(more)} vụ việc nữa" if more > 0 else "")


def _at(line: SheetLine, section: Section | None) -> int:
    return min((reason.at for reason in line.reasons if reason.section is section and reason.at), default=0)
