"""The year's archive and the change of the year over a real store (features R-11)."""

import csv
import hashlib
import io
import json
import sys
from datetime import date, datetime

import pytest

from console.actions import shifts
from console.actions.desk import Refused
from console.actions.reporting import ARCHIVE
from console.app.report_parts import ReportError
from console.app.unpack_search import search
from console.app.unpacking import unpack
from console.cache import checkpoints
from console.cache.intake import InboundRow
from console.cli import main
from console.domain import events as e
from console.domain.message import Direction, Message, MessageType
from console.domain.officer import Officer, Role
from console.domain.period import PeriodKind, ended_year, period_of
from tests.parcels import PHRASE, TYPED, cheap_guesses, manifest
from tests.reports.conftest import Office
from tests.scene import VIETNAM, scene

Y2026, Y2027 = (period_of(PeriodKind.YEAR, date(year, 1, 1)) for year in (2026, 2027))
UNIT = Officer("ha", "Lý Thị Hà", "PC04", (Role.UNIT_HEAD,))


def moment(*parts):
    return int(datetime(*parts, tzinfo=VIETNAM).timestamp() * 1000)


class YearOffice(Office):
    """An office over a new year."""

    def come(self, user, text, sent, taken_in):
        """Take in a citizen's message at a time; return its case."""
        message = Message(f"n{user}", Direction.INBOUND, MessageType.TEXT, text, sent, (), "{}")
        self.workspace.clock.wall_ms = taken_in
        with self.workspace.store.write() as tx:
            self.workspace.intake.take_in(tx, [InboundRow(message, user, "Hoàng Thị Canary")])
            return tx.connection.exec_driver_sql(
                "SELECT case_id FROM message WHERE message_id = ?", (f"n{user}",)
            ).scalar_one()

    def add(self, case_id, *bodies):
        with self.workspace.store.write() as tx:
            tx.add(case_id, *bodies, actor="hanh", unit="TB-CAT")

    def archive(self, period=Y2026, **how):
        return self.leave("year", ARCHIVE, period=period, to=how.pop("to", self.folder), **how).path

    def rows(self, period):
        """Return a year's register as (notes, its lines as dictionaries)."""
        found = self.take("register", "csv", period=period).path
        return split(found.read_text("utf-8-sig"))


def split(text):
    rows = [row for row in csv.reader(io.StringIO(text, newline="")) if row]
    top = next(place for place, row in enumerate(rows) if row[0] == "STT")
    return [row[0] for row in rows[:top]], [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


@pytest.fixture
def office(tmp_path, monkeypatch):
    cheap_guesses(monkeypatch)
    folder = tmp_path / "out"
    folder.mkdir()
    with scene(tmp_path / "profile") as workspace:
        yield YearOffice(workspace, folder)


def test_the_register_begins_anew_with_the_vietnamese_year(office):
    last = moment(2026, 12, 31, 23, 59, 59)
    office.come("1", "việc năm cũ", last - 4_000, last)
    office.come("2", "việc năm mới", last + 1_000, last + 1_000)
    office.come("3", "gửi năm cũ, đến năm mới", last - 60_000, last + 300_000)
    old, new = office.rows(Y2026)[1], office.rows(Y2027)[1]
    assert old[-1]["Số tiếp nhận"] == "CB26-01483" and not old[-1]["Ghi chú"]
    assert [line["Số tiếp nhận"] for line in new] == ["CB27-00001", "CB27-00002"]
    assert not new[0]["Ghi chú"]
    # What Zalo gave late stands in the year in which the desk took it in, with the time it was sent.
    assert new[1]["Ngày giờ tiếp nhận"] == "31/12/2026 23:58"
    assert new[1]["Ghi chú"] == "Tin gửi năm trước, vào sổ lúc 01/01/2027 00:04"


def test_an_archive_holds_the_year_and_its_hashes_go_back_to_the_signed_log(office):
    a, b = (office.come(str(n), "mất xe máy", *[moment(2026, 12, 30, 8, n)] * 2) for n in (1, 2))
    office.come("3", "năm mới", *[moment(2027, 1, 2, 8, 0)] * 2)
    office.add(a, e.CaseMerged(b, "CB26-01469", "cùng việc"))
    office.add(b, e.CaseClosed("da-tra-loi"))
    checks = (shifts.StartCheck("chuong", passed=True), shifts.StartCheck("den", passed=True))
    office.workspace.clock.wall_ms = moment(2026, 12, 31, 7, 30)
    shifts.open_shift(office.desk(), [], checks)
    shifts.note(office.desk(), "Mất điện 5 phút")
    office.workspace.clock.wall_ms = moment(2027, 1, 2, 9, 0)
    path = office.archive(reason="khóa sổ năm")
    assert b"CB26-" not in path.read_bytes()
    folder = office.folder / "opened"
    checked = unpack(path, PHRASE, folder)
    assert (checked.report, checked.reason) == ("Bản lưu năm 2026", "khóa sổ năm")
    contents = (folder / "muc-luc.json").read_bytes()
    told = json.loads(contents)
    names = {part["name"] for part in told["parts"]}
    stems = {"so-tiep-nhan-2026", "vu-viec-2026", "thong-ke-2026"}
    assert {f"{stem}.{form}" for stem in stems for form in ("csv", "xlsx")} <= names
    for part in told["parts"]:
        data = (folder / part["name"]).read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (part["sha256"], part["size"])
        assert b"Canary" not in data
    # The log has the hash of the table of contents; the signed head is that of the log which has it.
    (row,) = office.log("report.taken")
    body = json.loads(row[0])
    assert (body["report"], body["sha256"]) == ("year", hashlib.sha256(contents).hexdigest())
    store = office.workspace.store
    note = checkpoints.read((folder / "diem-doi-chung.checkpoint").read_text(), checkpoints.public_key(store))
    with store.read() as connection:
        head = connection.exec_driver_sql(
            "SELECT kind, lower(hex(hash)) FROM event WHERE seq = ?", (note.head.seq,)
        ).one()
    assert head == ("report.taken", note.head.hash)
    assert manifest(folder)["log_head"] == note.head.hash
    _, lines = split((folder / "so-tiep-nhan-2026.csv").read_text("utf-8-sig"))
    assert len(lines) == told["lines"] == body["lines"] and "CB27" not in str(lines)
    void = next(line for line in lines if line["Ghi chú"].startswith("Dòng không dùng"))
    assert "Mất điện 5 phút" in (folder / "so-truc-ban-2026-TB-CAT.csv").read_text("utf-8-sig")
    _, listed = split((folder / "vu-viec-2026.csv").read_text("utf-8-sig"))
    ends = {line["Số tiếp nhận"]: (line["Tình trạng"], line["Kết quả"]) for line in listed}
    assert ends[void["Số tiếp nhận"]] == ("Dòng không dùng", "")
    assert ("Đã kết thúc", "Đã trả lời") in ends.values() and ("Chưa kết thúc", "") in ends.values()


def test_late_facts_stay_on_the_old_line_and_are_pointed_out(office):
    a = office.come("1", "mất xe máy", *[moment(2026, 12, 30, 8, 1)] * 2)
    b = office.come("2", "hỏi thủ tục", *[moment(2026, 12, 30, 8, 2)] * 2)
    office.workspace.clock.wall_ms = moment(2027, 1, 5, 8, 0)
    first = office.archive()
    office.workspace.clock.wall_ms = moment(2027, 2, 1, 8, 0)
    assert not any("ghi thêm" in note for note in office.rows(Y2026)[0])
    office.add(a, e.CaseClosed("da-tra-loi"))
    office.add(b, e.CaseViewed())
    notes, lines = office.rows(Y2026)
    assert lines[-2]["Ngày kết thúc"] == "01/02/2027 08:00"
    (late,) = (note for note in notes if "ghi thêm" in note)
    assert late.startswith("1 dòng có ghi thêm sau khi lập bản lưu năm 2026 lúc 05/01/2027 08:00: CB26-")
    assert lines[-2]["Số tiếp nhận"] in late and lines[-1]["Số tiếp nhận"] not in late
    assert office.rows(Y2027)[1] == []
    second = office.archive()
    for path, name in ((first, "first"), (second, "second")):
        unpack(path, PHRASE, office.folder / name)
    old = (office.folder / "first" / "muc-luc.json").read_bytes()
    new = json.loads((office.folder / "second" / "muc-luc.json").read_text("utf-8"))
    assert json.loads(old)["replaces"] is None
    assert new["replaces"]["sha256"] == hashlib.sha256(old).hexdigest()
    assert new["changed_since_replaced"] == [lines[-2]["Số tiếp nhận"]]
    notes, listed = split((office.folder / "second" / "vu-viec-2026.csv").read_text("utf-8-sig"))
    assert any(note.startswith("Thay bản lưu lập lúc 05/01/2027 08:00") for note in notes)
    assert [line["So với bản lưu trước"] for line in listed[-2:]] == ["Có ghi thêm", ""]


def test_what_cannot_be_archived_is_said_and_nothing_is_noted(office):
    over = (2027, 1, 1, 0, 0)
    administrator = Officer("qt", "Quản Trị", "TB-CAT", (Role.ADMIN,))
    for day, how, words in (
        ((2026, 12, 31, 23, 59), {}, "chưa kết thúc"),
        (over, {"period": period_of(PeriodKind.YEAR, date(2025, 1, 1))}, "không có số nào"),
        (over, {"officer": UNIT}, "toàn tỉnh"),
        (over, {"reason": " "}, "lý do"),
        (over, {"officer": administrator}, "không được"),
    ):
        office.workspace.clock.wall_ms = moment(*day)
        with pytest.raises(Refused, match=words):
            office.archive(**how)
    with pytest.raises(ReportError, match="thiếu mật khẩu"):
        office.archive(phrase=None)
    assert not list(office.folder.iterdir()) and office.log("report.taken") == []


def test_the_archive_is_searched_without_marks_and_nothing_comes_onto_a_disk(
    office, tmp_path, monkeypatch, capsys
):
    office.come("1", "=Nghi trộm xe máy\x1b[31m ở chợ Xanh", *[moment(2026, 12, 30, 8, 1)] * 2)
    office.come("2", "hỏi thủ tục căn cước", *[moment(2026, 12, 30, 8, 2)] * 2)
    office.workspace.clock.wall_ms = moment(2027, 1, 5, 8, 0)
    path = office.archive()
    opened = []
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{TYPED}\n"))
    watching = True

    def watch(event, args):
        if watching and event == "open" and isinstance(args[0], str) and args[2] & 3:
            opened.append(args[0])

    sys.addaudithook(watch)
    try:
        assert main(["unpack", str(path), "--search", "cho xanh TROM"]) == 0
    finally:
        watching = False
    assert opened == []
    said = capsys.readouterr().out
    assert "so-tiep-nhan-2026.csv" in said and "Nội dung tóm tắt: '=Nghi trộm xe máy" in said
    assert "căn cước" not in said and "\x1b" not in said
    found = search(path, PHRASE, "chợ xanh")
    assert {line.file for line in found.lines} == {"so-tiep-nhan-2026.csv"}
    assert search(path, PHRASE, "xanh canary").lines == ()


def test_the_year_to_archive_is_the_chosen_one_or_the_last_that_is_over():
    today = date(2027, 1, 1)
    assert [ended_year(day, today).first.year for day in (today, date(2026, 5, 1), date(2025, 5, 1))] == [
        2026,
        2026,
        2025,
    ]
