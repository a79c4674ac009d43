"""The duty book on paper: every happening a line, corrections beside what they put right, nobody named who told of a matter."""

import csv
import io
import shutil
from datetime import timedelta

import pytest

from console.actions import directing, shifts
from console.app.report_parts import ReportError
from console.app.reporting import wished_period
from console.app.workspace import open_workspace
from console.cache import handover_query as q
from console.cache.duty_book import read_book
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.clock import DAY_MS, HOUR_MS, ManualClock
from console.domain.handover import Part
from console.domain.period import PeriodKind
from console.domain.subject import subject
from console.reports.duty_book import COLUMNS
from tests.duty_scene import LONG, add_duty, add_sheet, desk_of
from tests.parcels import cheap_guesses
from tests.reports.conftest import Office
from tests.reports.test_reports import ADMIN, DISTRICT, URGENT, pdf_text
from tests.scene import HANH, NOW, TUAN, scene

TODAY = wished_period(PeriodKind.DAY, local_date(NOW))
SHIFT = "TB-CAT-2026-03-14-0730"
HEADS = [column.head for column in COLUMNS]


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory):
    """Return a profile in which the afternoon and its shift have happened, to be copied."""
    root = tmp_path_factory.mktemp("afternoon") / "profile"
    with scene(root) as workspace:
        add_duty(workspace)
        add_sheet(workspace)
    return root


@pytest.fixture
def office(afternoon, tmp_path, monkeypatch):
    cheap_guesses(monkeypatch)
    shutil.copytree(afternoon, tmp_path / "profile")
    with open_workspace(tmp_path / "profile", demo=True, clock=ManualClock(NOW)) as workspace:
        yield Office(workspace, tmp_path)


def book(office, **how):
    """Return the lines of a book by their heads."""
    how.setdefault("period", TODAY)
    text = office.take("duty-book", "csv", **how).path.read_text("utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    return [dict(zip(HEADS, row, strict=True)) for row in rows if len(row) == len(HEADS) and row[0].isdigit()]


def desk(office, officer=HANH):
    return desk_of(office.workspace, officer)


def case_id(office, number=URGENT):
    with office.workspace.store.read() as connection:
        return connection.exec_driver_sql(
            "SELECT case_id FROM case_file WHERE number = ?", (number,)
        ).scalar_one()


def numbers_in(lines):
    return {line["Nguồn tin"].split(";")[0] for line in lines if line["Nguồn tin"].startswith("CB26-")}


def test_the_columns_are_those_of_the_book():
    """By domain.md §6, with the number of the line before them."""
    assert [head.lower() for head in HEADS] == [
        "stt", "ca", "giờ", "nguồn tin", "nội dung", "đã xử lý", "báo cáo ai", "kết quả", "người ghi",
    ]  # fmt: skip


def test_what_came_in_what_was_done_and_how_it_ended_each_have_their_line(office):
    directing.instruct(desk(office, LONG), case_id(office), "Cử tổ công tác xuống ngay")
    lines = [line for line in book(office) if line["Nguồn tin"].startswith(URGENT)]
    came = next(line for line in lines if line["Đã xử lý"] == f"Cấp số {URGENT}")
    assert "Công dân 4F7K (đề nghị giữ bí mật)" in came["Nguồn tin"]
    assert "gần chợ Xanh" in came["Nội dung"]
    assert came["Ca"] == "07:30; 14/03/2026" and came["Giờ"] == "14:30; 14/03/2026"
    assert any(line["Đã xử lý"].startswith("Chuyển") for line in lines)
    assert any(line["Kết quả"] == "Tiếp nhận hồ sơ chuyển đến" for line in lines)
    told = lines[-1]
    assert "Cho ý kiến chỉ đạo: Cử tổ công tác xuống ngay" in told["Nội dung"]
    assert told["Người ghi"] == "Trung tá Hoàng Đức Long"


def test_a_wrong_line_stays_and_the_one_that_puts_it_right_says_which(office):
    wrong = shifts.note(desk(office), "Mất điện 5 phút")
    shifts.note(desk(office, TUAN), "Mất điện 15 phút", corrects=wrong)
    lines = book(office)
    at = next(n for n, line in enumerate(lines, start=1) if line["Nội dung"] == "Mất điện 5 phút")
    right = next(line for line in lines if line["Nội dung"].endswith("Mất điện 15 phút"))
    assert right["Nội dung"] == f"Đính chính dòng {at}: Mất điện 15 phút"
    assert lines[at - 1]["Kết quả"] == f"đã đính chính ở dòng {right['STT']}"
    assert [line["STT"] for line in lines] == [str(n) for n in range(1, len(lines) + 1)]


def test_a_correction_of_another_day_is_known_on_both_papers(office):
    wrong = shifts.note(desk(office), "Mất điện 5 phút")
    office.workspace.clock.wall_ms = NOW + DAY_MS
    shifts.note(desk(office), "Mất điện 15 phút", corrects=wrong)
    before = next(line for line in book(office) if line["Nội dung"] == "Mất điện 5 phút")
    assert before["Kết quả"] == "đã đính chính ở dòng ghi lúc 14:39 15/03/2026"
    tomorrow = wished_period(PeriodKind.DAY, local_date(NOW) + timedelta(days=1))
    (after,) = book(office, period=tomorrow)
    assert after["Nội dung"] == "Đính chính dòng ghi lúc 14:39 14/03/2026: Mất điện 15 phút"


def test_no_line_is_left_out_however_many_there_are(office):
    """The screen shows the last five hundred; the paper is the book."""
    with office.workspace.store.write() as tx:
        many = [e.ShiftNoted(f"n{n}", f"việc thứ {n}") for n in range(600)]
        tx.add(subject("shift", SHIFT), *many, actor="hanh", unit="TB-CAT")
    written = [line["Nội dung"] for line in book(office) if line["Nguồn tin"] == "Trực ban"]
    assert {f"việc thứ {n}" for n in range(600)} <= set(written)
    assert len(shifts.read_log(desk(office))) == 500


def test_what_happened_while_no_shift_ran_is_in_the_book_of_the_day(office):
    """A shift that nobody opened loses no line."""
    whole = book(office)
    assert {line["Ca"] for line in whole} == {"07:30; 14/03/2026"}
    with office.workspace.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE shift SET opened_at = opened_at + ?", (4 * HOUR_MS,))
    later = book(office)
    assert len(later) == len(whole)
    assert {line["Ca"] for line in later} == {"ngoài ca", "11:30; 14/03/2026"}


def test_the_book_of_a_shift_has_what_the_screen_has(office):
    shown = shifts.read_log(desk(office))
    assert not [line for line in shown if line.corrected]
    assert book(office, shift=SHIFT) == book(office, shift="now")
    reader = desk(office)
    with office.workspace.store.read() as connection:
        opened = q.shift_by_id(connection, SHIFT).opened_at
        printed = read_book(connection, "TB-CAT", reader.sight, opened, NOW + 1, SHIFT)
    # The afternoon of the scene was in the log before its shift was; the screen reads from there.
    since = next(line.event.seq for line in printed.lines if isinstance(line.event.body, e.ShiftOpened))
    assert [line.event.seq for line in printed.lines if line.event.seq >= since] == [one.seq for one in shown]


def test_who_told_is_named_in_no_line_whoever_wrote_him_down(office):
    shifts.note(desk(office), "Bà nong thi hoa, 0912 345 627, hỏi kết quả")
    shifts.remark(desk(office), "Nông Thị Hoa sẽ gọi lại")
    for text in (
        office.take("duty-book", "csv", period=TODAY).path.read_text("utf-8-sig"),
        pdf_text(office.take("duty-book", "pdf", shift="now", period=TODAY).path),
    ):
        assert "Bà [đã che], [đã che], hỏi kết quả" in text
        assert "nong thi hoa" not in text and "Nông Thị Hoa" not in text and "0912 345 627" not in text


def test_a_case_the_reader_may_not_know_of_has_no_line(office):
    hidden = case_id(office)
    assert URGENT in numbers_in(book(office, officer=TUAN))
    with office.workspace.store.write() as tx:
        tx.add(hidden, e.CaseClassified("TO_CAO"), actor="hanh", unit="TB-CAT")
    text = office.take("duty-book", "csv", period=TODAY, officer=TUAN).path.read_text("utf-8-sig")
    assert URGENT not in text and "4F7K" not in text
    assert URGENT in numbers_in(book(office, officer=LONG))


def test_what_may_be_a_state_secret_is_not_in_the_words_of_any_line(office):
    secret = case_id(office)
    with office.workspace.store.write() as tx:
        tx.add(
            secret,
            e.CaseTransferred("t9", "TB-TPCB", "kho đạn ở hang Ngườm Ngao", NOW + HOUR_MS),
            e.SecretSuspected("nghi ngờ"),
            actor="hanh",
            unit="TB-CAT",
        )
    text = office.take("duty-book", "csv", period=TODAY).path.read_text("utf-8-sig")
    assert URGENT in text and "Ngườm Ngao" not in text and "đánh nhau" not in text
    assert "đã khóa: nghi có bí mật nhà nước" in text


def test_the_marks_of_who_signed_stand_on_the_paper(office):
    assert "NGƯỜI GIAO (chưa ký)" in pdf_text(office.take("duty-book", "pdf", shift="now", period=TODAY).path)
    with office.workspace.store.write() as tx:
        signed = e.ShiftSigned(Part.COMMANDER.value, "h", "s")
        tx.add(subject("shift", SHIFT), signed, actor="long", unit="TB-CAT")
    for how in ({"shift": SHIFT}, {}):
        text = pdf_text(office.take("duty-book", "pdf", period=TODAY, **how).path)
        assert "Hoàng Đức Long" in text and "(đã ký trên máy lúc 14/03/2026 14:39)" in text
    assert "Ký biên bản giao ca (chỉ huy trực)" in {line["Nội dung"] for line in book(office)}


def test_a_shift_that_is_not_there_and_a_desk_that_is_not_ones_business_are_said(office):
    with pytest.raises(ReportError, match=f"không có ca la. Các ca gần nhất: {SHIFT}"):
        book(office, shift="la")
    with pytest.raises(ReportError, match="chưa mở ca trực"):
        book(office, shift="now", officer=DISTRICT)
    with pytest.raises(ReportError, match="không thuộc phạm vi của bạn"):
        book(office, unit="TB-CAT", officer=DISTRICT)
    assert numbers_in(book(office, officer=DISTRICT)) == set()


def test_the_book_of_another_desk_tells_of_its_cases_alone(office):
    """What the province's officer may know of elsewhere is not what happened at that desk."""
    there = numbers_in(book(office, unit="TB-TPCB"))
    assert URGENT in there and there < numbers_in(book(office))


def test_who_may_not_take_out_takes_no_book(office):
    with pytest.raises(Exception, match="không được"):
        book(office, officer=ADMIN)
    assert office.log("report.taken") == []
