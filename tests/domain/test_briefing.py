"""The summary of a shift: every figure and every open end of the sheet, and nothing that names a citizen."""

from datetime import datetime

from console.domain.briefing import summary
from console.domain.calendar import LOCAL
from console.domain.handover import Reason, Section, Sheet, SheetLine, ShiftView, Tally

KINDS = {"TIN_BAO": "Tin báo về tội phạm", "TTHC": "Thủ tục hành chính"}


def at(hour, minute=0, day=29):
    return int(datetime(2026, 11, day, hour, minute, tzinfo=LOCAL).timestamp() * 1000)


def line(number, *reasons, urgent=False):
    return SheetLine(
        f"case:{number}",
        reasons,
        number,
        number,
        urgent=urgent,
        place="sau chợ Xanh",
        words="Nguyễn Văn Quý",
        next_step="gọi anh Quý",
        owner_name="Nông Thị Hạnh",
    )


def sheet(*lines, **figures):
    return Sheet(ShiftView("s1", "TB-CAT", opened_at=at(19, 30, 28)), lines, at=at(5, 40), **figures)


def of(made):
    return summary(made, lambda code: KINDS.get(code, ""))


def test_a_quiet_night_is_two_lines():
    assert of(sheet()) == (
        "Từ 19:30 28/11 đến 05:40 29/11: tiếp nhận 0 tin; đang mở 0, quá hạn 0.\n"
        "Không còn tin khẩn cấp nào mở."
    )


def test_it_tells_figures_and_open_ends_soonest_first_and_no_citizen():
    words = of(
        sheet(
            line("CB26-00002", Reason(Section.LAW, at(0, 0, 30)), Reason(Section.REPLY, 0, "nhap")),
            line("CB26-00001", Reason(Section.LAW, at(16)), urgent=True),
            line("CB26-00003", Reason(Section.PROMISED, at(8), "gọi anh Quý")),
            SheetLine("trouble:gap", (Reason(Section.TROUBLE, 0, "2"),)),
            taken=1_204,
            open=3,
            late=1,
            unknown=1,
            tallies={
                "TTHC": Tally(1_200, 1_199, 1),
                "TIN_BAO": Tally(3, 1, 2),
                "": Tally(1),
                "PAKN": Tally(0, 4),
            },
        )
    )
    assert words.splitlines() == [
        "Từ 19:30 28/11 đến 05:40 29/11: tiếp nhận 1.204 tin (Thủ tục hành chính 1.200, Tin báo về tội phạm 3, "
        "chưa phân loại 1); đang mở 3, quá hạn 1.",
        "Khẩn cấp còn mở: CB26-00001.",
        "Hạn luật trong 48 giờ: CB26-00001 (16:00 29/11), CB26-00002 (hết 29/11).",
        "Đã hứa gọi lại: CB26-00003 (08:00 29/11).",
        "Tin gửi chưa rõ kết quả: 1.",
        "Sự cố hệ thống còn lại: 1, ghi ở biên bản.",
    ]


def test_a_flood_is_said_as_a_number():
    words = of(sheet(*(line(f"CB26-{n:05}", Reason(Section.LAW, at(9)), urgent=True) for n in range(1, 30))))
    assert "CB26-00008 và 21 vụ việc nữa." in words
    assert "CB26-00009" not in words
