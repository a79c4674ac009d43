"""Make a report of an open store and write it: read, render, note in the log, write."""

import hashlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, select

from console.actions.desk import Desk
from console.actions.guards import clock_text, require, require_open_text
from console.actions.packing import Package
from console.actions.packing import write as write_closed
from console.actions.reporting import CLOSED, ENCRYPTED, Taken, may_report, note_report, note_slip
from console.app.report_duty_book import BookWish, make_duty_book
from console.app.report_parts import Made, ReportError
from console.app.report_reception import make_reception
from console.cache import handover_query
from console.cache import tables as t
from console.cache.errors import AlreadyThereError
from console.cache.parcel import ENDING
from console.cache.rules import CatalogRules
from console.cache.views import MediaState
from console.domain import figures
from console.domain.calendar import local_date, local_datetime
from console.domain.clock import Clock
from console.domain.jsonread import Node
from console.domain.officer import Permission
from console.domain.pass_phrase import PassPhrase
from console.domain.period import Period, PeriodKind, day_text, period_of
from console.reports import facts as read
from console.reports import handover_record, national, period_report, register, register_paper, slips
from console.reports.covered import cover_remarks, cover_sheet
from console.reports.document import Letterhead, Paragraph
from console.reports.register import Names
from console.reports.writing import Written, write_new
from console.reports.year_list import late_notes
from console.runtime.resources import read_json, resource_path


class Report(StrEnum):
    """What can be made, with its Vietnamese name in ``REPORT_NAMES``."""

    REGISTER = "register"
    PERIOD = "period"
    INTAKE = "intake"
    TRANSFER = "transfer"
    HANDOVER = "handover"
    DUTY_BOOK = "duty-book"
    RECEPTION = "reception"
    PETITIONS = "petitions"
    NATIONAL = "national"
    """The register's fields for the national software, of one case or of what is to be entered (features R-07)."""
    YEAR = "year"
    """The archive of a year, many parts in one file; made by ``year_archive`` (features R-11)."""


REPORT_NAMES = {
    Report.REGISTER: "Sổ tiếp nhận",
    Report.PERIOD: "Báo cáo kỳ",
    Report.INTAKE: "Phiếu tiếp nhận",
    Report.TRANSFER: "Phiếu chuyển",
    Report.HANDOVER: "Biên bản bàn giao ca",
    Report.DUTY_BOOK: "Sổ trực ban",
    Report.RECEPTION: "Sổ tiếp công dân",
    Report.PETITIONS: "Sổ theo dõi khiếu nại, tố cáo",
    Report.NATIONAL: "Nhập phần mềm tin báo",
    Report.YEAR: "Bản lưu",
}
FORMATS: dict[Report, tuple[str, ...]] = {
    Report.REGISTER: ("pdf", "docx", "xlsx", "csv"),
    Report.PERIOD: ("pdf", "docx", "xlsx", "csv"),
    Report.INTAKE: ("pdf", "docx"),
    Report.TRANSFER: ("pdf", "docx"),
    Report.HANDOVER: ("pdf", "docx"),
    Report.DUTY_BOOK: ("pdf", "docx", "xlsx", "csv"),
    Report.RECEPTION: ("pdf", "docx", "xlsx", "csv"),
    Report.PETITIONS: ("pdf", "docx", "xlsx", "csv"),
    Report.NATIONAL: ("xlsx", "csv"),
}
"""Of what is one paper; the archive of a year is none."""
_FILE_KINDS = {"photo": "Ảnh", "gif": "Ảnh động", "voice": "Ghi âm", "video": "Video", "file": "Tệp"}
_FILE_NAMES = {
    Report.REGISTER: "so-tiep-nhan",
    Report.PERIOD: "bao-cao",
    Report.INTAKE: "phieu-tiep-nhan",
    Report.TRANSFER: "phieu-chuyen",
    Report.HANDOVER: "bien-ban-ban-giao",
    Report.DUTY_BOOK: "so-truc-ban",
    Report.RECEPTION: "so-tiep-cong-dan",
    Report.PETITIONS: "so-khieu-nai-to-cao",
    Report.NATIONAL: "phan-mem-tin-bao",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted. ``number`` for a slip and one case's fields, ``period`` for the others; ``remarks`` go into a report's last part.

    ``phrase`` opens again what leaves encrypted, which is every format in ``CLOSED``. ``shift`` asks for the duty book of one
    shift, by its id or «now», in place of the period.
    """

    report: Report
    format: str
    reason: str
    period: Period | None = None
    unit: str = ""
    number: str = ""
    remarks: tuple[str, ...] = ()
    phrase: PassPhrase | None = None
    shift: str = ""


def write_report(
    desk: Desk,
    clock: Clock,
    connect: Callable[[], AbstractContextManager[Connection]],
    wish: Wish,
    to: Path,
) -> Written:
    """Make a report and write it to a new file: a paper in the clear, data as an export file that ``console unpack`` opens.

    Args:
        desk: who takes it out; the log is written through it, on its store's thread.
        clock: the present.
        connect: a way to a reader's connection on this thread.
        wish: what is wanted.
        to: the new file, or a folder that gets one under a name without anybody's name; an export file always ends in ``.btx``.

    Raises:
        ReportError: it cannot be made or written; the log then says nothing of it, or that it was to be written.
        ActionError: the officer may not.
        StoreError: the disk refused the export file; the log says that it was to be written.

    """
    prepared = prepare(desk, clock, connect, wish)
    return put(note(desk, prepared), to)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A report's bytes, not yet noted, not yet written; ``sha256`` is theirs, ``name`` of the file that holds them in the clear.

    Of an archive they are its table of contents, ``parts`` all that lies in the file, ``head`` the log's when that was noted.
    """

    wish: Wish
    data: bytes
    sha256: str
    lines: int
    case_id: str
    name: str
    officer_id: str
    at: int
    mark: str
    parts: tuple[tuple[str, bytes], ...] = ()
    head: str = ""


def prepare(
    desk: Desk, clock: Clock, connect: Callable[[], AbstractContextManager[Connection]], wish: Wish
) -> Prepared:
    """Read and render; see ``write_report``. Takes its time: not for the UI thread nor the store's."""
    if wish.report is Report.YEAR:
        from console.app.year_archive import prepare_year

        return prepare_year(desk, clock, connect, wish)
    may_report(desk, wish.reason)
    if wish.report is Report.NATIONAL:
        require(desk.officer, Permission.ENTER_NATIONAL)
    if wish.format not in FORMATS[wish.report]:
        raise ReportError(
            f"{REPORT_NAMES[wish.report]} không có dạng {wish.format}. Chọn: {', '.join(FORMATS[wish.report])}."
        )
    if wish.format in CLOSED and wish.phrase is None:
        raise ReportError("Tệp dữ liệu chỉ ra khỏi máy khi đã mã hóa: thiếu mật khẩu. Chưa xuất gì.")
    now_ms = clock.now_ms()
    officer = desk.officer
    mark = f"{officer.title} · {local_datetime(now_ms):%d/%m/%Y} {clock_text(now_ms)}"
    with connect() as connection:
        connection.exec_driver_sql("BEGIN")
        made = _make(desk, connection, wish, now_ms, mark)
        connection.exec_driver_sql("ROLLBACK")
    if made.period is not None:
        wish = replace(wish, period=made.period)
    data = _bytes(made, wish.format, officer.title)
    about = wish.number or _span(wish)
    name = f"{_FILE_NAMES[wish.report]}_{about}_{local_datetime(now_ms):%Y%m%d-%H%M%S}.{wish.format}"
    digest = hashlib.sha256(data).hexdigest()
    return Prepared(wish, data, digest, made.lines, made.case_id, name, officer.officer_id, now_ms, mark)


def note(desk: Desk, prepared: Prepared) -> Prepared:
    """Put into the log that it leaves, before it does; return what is to be written then. On the store's thread."""
    wish = prepared.wish
    if prepared.case_id:
        note_slip(desk, prepared.case_id, REPORT_NAMES[wish.report], prepared.sha256, wish.reason)
        return prepared
    assert wish.period is not None
    taken = Taken(
        wish.report.value,
        wish.format,
        wish.period.first.isoformat(),
        wish.period.last.isoformat(),
        wish.unit,
        prepared.lines,
        prepared.sha256,
        len(prepared.data),
    )
    note_report(desk, taken, wish.reason)
    if not prepared.parts:
        return prepared
    from console.app.year_archive import signed

    return signed(desk, prepared)


def put(prepared: Prepared, to: Path) -> Written:
    """Write the bytes to a new file, or into a folder; slow where it encrypts, so not on the UI thread nor the store's.

    Raises:
        ReportError, StoreError: it is not there; nothing that stood there is touched.

    """
    path = to / prepared.name if to.is_dir() else to
    if prepared.wish.format in ENCRYPTED:
        return _close(prepared, path)
    try:
        return write_new(path, prepared.data, prepared.sha256)
    except FileExistsError:
        raise ReportError(f"Đã có tệp {path}. Chưa ghi gì; chọn tên khác.") from None
    except OSError as error:
        raise ReportError(f"Không ghi được {path}: {error.strerror or error}. Chưa xuất gì.") from error


def _close(prepared: Prepared, path: Path) -> Written:
    """Write an export file that holds the report, or the parts of an archive, and nothing else. A name that looks like what it holds would be a lie."""
    wish = prepared.wish
    assert wish.phrase is not None
    if path.suffix != ENDING:
        path = path.with_name(path.name + ENDING)
    package = Package(
        "",
        wish.reason.strip(),
        prepared.officer_id,
        prepared.at,
        None,
        (),
        papers=prepared.parts or ((prepared.name, prepared.data),),
        head=prepared.head,
        mark=prepared.mark,
        report=f"{REPORT_NAMES[wish.report]} {wish.number or _title(wish)}",
    )
    try:
        done = write_closed(None, package, path, wish.phrase)
    except AlreadyThereError:
        raise ReportError(f"Đã có tệp {path}. Chưa ghi gì; chọn tên khác.") from None
    return Written(done.path, done.sha256, done.size)


def wished_period(kind: PeriodKind, day: date, until: date | None = None) -> Period:
    """Return the period of a kind around ``day``, or the range ``day``..``until``. Raises ``ReportError``."""
    if kind is not PeriodKind.RANGE:
        return period_of(kind, day)
    if until is None or until < day:
        raise ReportError("Khoảng ngày cần ngày đầu và ngày cuối không trước ngày đầu.")
    return Period(kind, day, until)


def _title(wish: Wish) -> str:
    assert wish.period is not None
    return wish.period.title


def _span(wish: Wish) -> str:
    assert wish.period is not None
    first, last = wish.period.first, wish.period.last
    return first.isoformat() if first == last else f"{first.isoformat()}_{last.isoformat()}"


def _make(desk: Desk, connection: Connection, wish: Wish, now_ms: int, mark: str) -> Made:
    rules = desk.rules
    names = Names(rules, officer_names(connection))
    letterhead = load_letterhead()
    if wish.report in (Report.INTAKE, Report.TRANSFER):
        return _slip(desk, connection, wish, names, letterhead, now_ms, mark)
    if wish.report is Report.NATIONAL and wish.number:
        return _fields_of(desk, connection, wish, names, now_ms, mark)
    if wish.unit and wish.unit not in rules.catalog.units:
        raise ReportError(f"Không có đơn vị {wish.unit}.")
    if wish.report is Report.HANDOVER:
        return _handover(desk, connection, wish.unit, names, letterhead, now_ms, mark)
    period = wish.period
    if period is None:
        raise ReportError("Thiếu kỳ của báo cáo.")
    if period.first > local_date(now_ms):
        raise ReportError(f"Kỳ bắt đầu {day_text(period.first)} chưa tới.")
    if wish.report is Report.DUTY_BOOK:
        book = BookWish(wish.unit, wish.shift, period)
        return make_duty_book(desk, connection, book, names, letterhead, now_ms, mark)
    if wish.report in (Report.RECEPTION, Report.PETITIONS):
        code = wish.report.value
        return make_reception(desk, connection, code, period, wish.unit, names, letterhead, now_ms, mark)
    if wish.report is Report.REGISTER:
        unit, whole = wish.unit, not wish.unit and desk.sight.units is None
        lines = read.read_register(connection, rules, desk.sight, period, now_ms, unit)
        paper = register_paper.document(
            lines, period, names, letterhead, unit=unit, printed_at=now_ms, mark=mark, whole=whole
        )
        sheet = register.sheet(lines, period, names, unit=unit, printed_at=now_ms, mark=mark, whole=whole)
        late = late_notes(connection, lines, period)
        return Made(
            replace(paper, blocks=(*map(Paragraph, late), *paper.blocks)),
            replace(sheet, notes=(*sheet.notes, *late)),
            len(lines),
        )
    if wish.report is Report.NATIONAL:
        found = read.read_period(connection, rules, desk.sight, period, now_ms, wish.unit, named=True)
        waiting = [facts for facts in national.to_enter(found, names) if desk.sight.answers_for(facts.case)]
        about = f"Nguồn tin tiếp nhận {period.title}, chưa nhập hoặc đã sửa sau khi nhập"
        return Made(
            None, national.sheet(waiting, names, about=about, printed_at=now_ms, mark=mark), len(waiting)
        )
    return make_period(desk, connection, wish, period, names, letterhead, now_ms, mark)


def make_period(
    desk: Desk,
    connection: Connection,
    wish: Wish,
    period: Period,
    names: Names,
    letterhead: Letterhead,
    now_ms: int,
    mark: str,
) -> Made:
    """Count a period and the one before, and lay them out."""
    rules, sight = desk.rules, desk.sight
    found = read.answered_for(sight, read.read_period(connection, rules, sight, period, now_ms, wish.unit))
    before = period.before_so_far(local_date(now_ms))
    counted = figures.count(found, period)
    compared = figures.count(
        read.answered_for(sight, read.read_period(connection, rules, sight, before, now_ms, wish.unit)),
        before,
    )
    survey = read.read_survey(connection, desk.sight, period, _within(rules, wish.unit))
    document = period_report.document(
        counted,
        compared,
        survey,
        names,
        letterhead,
        unit=wish.unit,
        remarks=cover_remarks(connection, wish.remarks, found),
        printed_at=now_ms,
        mark=mark,
    )
    sheet = period_report.sheet(counted, survey, names, unit=wish.unit, printed_at=now_ms, mark=mark)
    return Made(document, sheet, len(found))


def _within(rules: CatalogRules, unit: str) -> frozenset[str]:
    """Return a unit and those below it, nothing for all."""
    return frozenset(code for code in rules.catalog.units if unit and rules.catalog.is_within(code, unit))


def _handover(
    desk: Desk,
    connection: Connection,
    unit: str,
    names: Names,
    letterhead: Letterhead,
    now_ms: int,
    mark: str,
) -> Made:
    """Make the record of the shift that runs at a desk; the officer's own where none is named."""
    shift = handover_query.current_shift(connection, unit or desk.officer.unit)
    sheet = handover_query.sheet(connection, shift, desk.sight, desk.rules, now_ms)
    covered = cover_sheet(connection, sheet)
    paper = handover_record.document(
        covered, names, letterhead, digest=sheet.digest, printed_at=now_ms, mark=mark
    )
    return Made(paper, None, len(sheet.lines))


def _fields_of(desk: Desk, connection: Connection, wish: Wish, names: Names, now_ms: int, mark: str) -> Made:
    """Make the register's fields of one case for the national software."""
    found = read.read_case(connection, desk.rules, desk.sight, wish.number, now_ms)
    if found is None:
        raise ReportError(f"Không có hồ sơ {wish.number}, hoặc bạn không được xem. Chưa xuất gì.")
    if found.void or not desk.rules.crime_report(found.case.category):
        raise ReportError(f"{wish.number} không phải nguồn tin về tội phạm trong sổ. Chưa xuất gì.")
    require_open_text(found.case)
    sheet = national.sheet([found], names, about=f"Hồ sơ {wish.number}", printed_at=now_ms, mark=mark)
    return Made(None, sheet, 1, found.case.case_id)


def _slip(
    desk: Desk,
    connection: Connection,
    wish: Wish,
    names: Names,
    letterhead: Letterhead,
    now_ms: int,
    mark: str,
) -> Made:
    if not wish.number:
        raise ReportError("Phiếu cần số hồ sơ: thêm --number. Chưa xuất gì.")
    found = read.read_case(connection, desk.rules, desk.sight, wish.number, now_ms)
    if found is None:
        raise ReportError(f"Không có hồ sơ {wish.number}, hoặc bạn không được xem. Chưa xuất gì.")
    case_id = found.case.case_id
    if wish.report is Report.INTAKE:
        files = stored_files(connection, case_id)
        paper = slips.intake_slip(found, names, letterhead, files=files, printed_at=now_ms, mark=mark)
        return Made(paper, None, 1, case_id)
    slip = slips.transfer_slip(found, names, letterhead, printed_at=now_ms, mark=mark)
    if slip is None:
        raise ReportError(f"{wish.number} chưa được chuyển đi đâu: không có phiếu chuyển.")
    return Made(slip, None, 1, case_id)


def _bytes(made: Made, form: str, author: str) -> bytes:
    # Imported here: the window opens without waiting for what writes files.
    if form == "csv":
        from console.reports.csv_file import csv_bytes

        assert made.sheet is not None
        return csv_bytes(made.sheet)
    if form == "xlsx":
        from console.reports.xlsx_file import xlsx_bytes

        assert made.sheet is not None
        return xlsx_bytes(made.sheet, author)
    assert made.document is not None
    if form == "docx":
        from console.reports.docx_file import docx_bytes

        return docx_bytes(made.document)
    from console.reports.pdf import TEMPLATE, pdf_bytes

    return pdf_bytes(made.document, resource_path("templates", TEMPLATE), resource_path("fonts"))


def load_letterhead() -> Letterhead:
    """Read the head of official papers. Raises ``CatalogError``: a part of it is missing."""
    name = "letterhead.json"
    file = Node(name, "", read_json(resource_path("data", name)))
    return Letterhead(**{field.name: file.get(field.name).text() for field in fields(Letterhead)})


def officer_names(connection: Connection) -> dict[str, str]:
    """Return what officers are called on paper, by id."""
    rows = connection.execute(select(t.officer.c.officer_id, t.officer.c.rank, t.officer.c.name))
    return {row.officer_id: f"{row.rank} {row.name}".strip() for row in rows}


def stored_files(connection: Connection, case_id: str) -> list[tuple[str, str]]:
    """Return the attachments of a case as (kind, SHA-256 or why there is none), oldest first."""
    rows = connection.execute(
        select(t.attachment.c.kind, t.attachment.c.sha256, t.attachment.c.media_type)
        .join(t.message, t.message.c.message_id == t.attachment.c.message_id)
        .where(t.message.c.case_id == case_id, t.attachment.c.state != MediaState.NONE.value)
        .order_by(t.message.c.at, t.attachment.c.number)
    )
    return [
        (_FILE_KINDS.get(row.kind, row.media_type or row.kind), row.sha256 or "chưa tải được") for row in rows
    ]
