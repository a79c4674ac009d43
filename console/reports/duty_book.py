"""Sổ trực ban: one line a happening, corrections as lines of their own, with the marks of who signed (domain.md §6).

The columns are domain.md's, unverified as the form is. Who told of a matter is a pseudonym, and covered wherever an officer
wrote his name or number. What the console does not know stays empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from console.cache.duty_book import BookLine, DutyBook, Note
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.case_facts import CaseFacts
from console.domain.confidentiality import shown_text, without_writing
from console.domain.handover import Part, ShiftView
from console.domain.officer import SYSTEM
from console.domain.words import words_for
from console.reports.covered import ManyCovered
from console.reports.document import (
    Align,
    Column,
    Document,
    Fields,
    Letterhead,
    Paragraph,
    Sheet,
    Signature,
    Table,
    on_sheet,
)
from console.reports.register import CHANNEL, Names, date_line, place, source, when

NO_SHIFT = "ngoài ca"
ERASED = "nội dung đã xóa theo thời hạn lưu giữ"
COLUMNS = (
    Column("STT", 0.8, Align.RIGHT),
    Column("Ca", 1.75),
    Column("Giờ", 1.75),
    Column("Nguồn tin", 2.5),
    Column("Nội dung", 6.4),
    Column("Đã xử lý", 4.2),
    Column("Báo cáo ai", 3.0),
    Column("Kết quả", 3.4),
    Column("Người ghi", 2.3),
)
SHIFTS = (
    Column("Ca trực", 3.4),
    Column("Mã ca", 3.2),
    Column("Cán bộ trực", 4.4),
    Column("Người giao", 3.4),
    Column("Người nhận", 3.4),
    Column("Trực chỉ huy", 3.4),
)
_PARTS = (Part.GIVER, Part.TAKER, Part.COMMANDER)
_ROLES = {Part.GIVER: "NGƯỜI GIAO", Part.TAKER: "NGƯỜI NHẬN", Part.COMMANDER: "TRỰC CHỈ HUY"}
_TOLD = (e.UrgentReportStamped, e.CaseRaised, e.CaseInformed)
_RESULTS = (
    e.TransferAccepted,
    e.TransferReturned,
    e.CaseClosed,
    e.ClosingRefused,
    e.ReviewGiven,
    e.InstructionFollowed,
)
_DIRECTED = (e.InstructionGiven, e.InstructionWithdrawn)


@dataclass(frozen=True, slots=True)
class Printing:
    """What a book is printed from: its lines, the cases they are about, what covers, whose and when."""

    book: DutyBook
    cases: Mapping[str, CaseFacts]
    names: Names
    codes: Mapping[str, str]
    """What codes and officers are called in the words of an event."""
    cover: ManyCovered
    title: str
    """Of the span: «ngày 14/03/2026», «ca 14/03/2026 07:30»."""
    printed_at: int
    mark: str


def rows(made: Printing) -> list[tuple[str, ...]]:
    """Return the lines of the book, numbered through this print."""
    numbers = {
        line.event.body.line_id: number
        for number, line in enumerate(made.book.lines, start=1)
        if isinstance(line.event.body, e.ShiftNoted)
    }
    return [_row(number, line, made, numbers) for number, line in enumerate(made.book.lines, start=1)]


def notes(made: Printing) -> tuple[str, ...]:
    """Return what stands above the lines: whose book, which span, how many lines, and how it is kept."""
    written = [line for line in made.book.lines if isinstance(line.event.body, e.ShiftNoted)]
    right = sum(bool(getattr(line.event.body, "corrects", "")) for line in written)
    return (
        f"Bàn trực: {made.names.unit(made.book.unit)}. Sổ {made.title}.",
        f"{len(made.book.lines)} dòng, trong đó {len(written)} dòng trực ban ghi, {right} dòng đính chính. "
        f"In lúc {when(made.printed_at)}.",
        "Mỗi việc một dòng; dòng đã ghi không sửa, không xóa, ghi sai thì có dòng đính chính. "
        "Chỉ gồm hồ sơ người in được xem; người báo tin ghi theo mã.",
    )


def document(made: Printing, letterhead: Letterhead, *, single: bool) -> Document:
    """Return the book as a paper; ``single`` is one shift, whose signatures stand under it as they were given."""
    shifts = made.book.shifts
    return Document(
        letterhead,
        "SỔ TRỰC BAN",
        _upper(made.title),
        date_line=date_line(letterhead, made.printed_at),
        blocks=(
            *(Paragraph(text) for text in notes(made)),
            *(_head(shifts[0], made) if single and shifts else (_shift_table(made),)),
            Table(COLUMNS, tuple(rows(made)), "Các việc trong sổ", "Không có việc nào trong thời gian này."),
        ),
        signatures=(
            tuple(_signature(shifts[0], part) for part in _PARTS)
            if single and shifts
            else (Signature("NGƯỜI LẬP SỔ"), Signature("TRỰC CHỈ HUY"))
        ),
        mark=made.mark,
        landscape=True,
    )


def sheet(made: Printing) -> Sheet:
    """Return the book for a spreadsheet, the shifts with their signatures beside it."""
    shifts = Sheet(
        "Ca trực", (), on_sheet(SHIFTS), [_flat(_shift_row(shift)) for shift in made.book.shifts], made.mark
    )
    lines = [_flat(row) for row in rows(made)]
    return Sheet("Sổ trực ban", notes(made), on_sheet(COLUMNS), lines, made.mark, (shifts,))


def shift_title(shift: ShiftView) -> str:
    """Return what a shift is called: «ca từ 07:30 14/03/2026 đến 07:30 15/03/2026»."""
    until = shift.closed_at or shift.planned_end
    return f"ca từ {_moment(shift.opened_at, ' ')} đến {_moment(until, ' ')}"


def _flat(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.replace("\n", "; " if number else " ") for number, cell in enumerate(cells))


def _moment(at: int, between: str = "\n") -> str:
    return f"{local_datetime(at):%H:%M}{between}{local_datetime(at):%d/%m/%Y}"


def _row(number: int, line: BookLine, made: Printing, numbers: Mapping[str, int]) -> tuple[str, ...]:
    event = line.event
    shift = next((one for one in made.book.shifts if one.shift_id == line.shift_id), None)
    actor = "Hệ thống" if event.actor == SYSTEM else made.names.officer(event.actor)
    where, content, done, told, result = (
        _of_case(line, made) if line.case_id else _of_shift(line, made, numbers)
    )
    return (
        str(number),
        _moment(shift.opened_at) if shift else NO_SHIFT,
        _moment(event.at),
        where,
        content,
        done,
        told,
        result,
        actor,
    )


def _of_shift(line: BookLine, made: Printing, numbers: Mapping[str, int]) -> tuple[str, str, str, str, str]:
    """Return source, content, what was done, who was told and the result of a line of the shift itself."""
    body = line.event.body
    if line.erased:
        return "Ca trực", ERASED, "", "", ""
    if not isinstance(body, e.ShiftNoted):
        return "Ca trực", _upper(made.cover(words_for(body, made.codes))), "", "", ""
    said = made.cover(body.text)
    if body.corrects:
        said = f"Đính chính {_which(body.corrects, made.book.notes, numbers)}: {said}"
    right = [_which(one.line_id, made.book.notes, numbers) for one in made.book.corrections_of(body.line_id)]
    return "Trực ban", said, "", "", f"đã đính chính ở {', '.join(right)}" if right else ""


def _which(line_id: str, known: Mapping[str, Note], numbers: Mapping[str, int]) -> str:
    """Return how a line is found: by its number in this print, else by when it was written."""
    if line_id in numbers:
        return f"dòng {numbers[line_id]}"
    note = known.get(line_id)
    return f"dòng ghi lúc {_moment(note.at, ' ')}" if note is not None else "dòng không có trong kho"


def _of_case(line: BookLine, made: Printing) -> tuple[str, str, str, str, str]:
    """Return source, content, what was done, who was told and the result of a line about a case."""
    facts = made.cases.get(line.case_id)
    if facts is None:
        return "", "", "", "", ""
    case, body = facts.case, line.event.body
    kind = made.names.category(case.category)
    about = f"{kind}, {spot}" if (spot := place(facts, made.names)) else kind
    where = case.number
    if line.erased:
        return where, about, ERASED, "", ""
    if isinstance(body, e.CaseOpened):
        where = f"{where}\n{CHANNEL}\n{source(facts, made.names)}"
        content = "" if facts.void else facts.summary
        return where, f"{about}: {content}" if content else about, f"Cấp số {body.number}", "", ""
    words = _words(facts, body, made)
    if isinstance(body, _DIRECTED):
        return where, f"{about}\n{words}", "", "", ""
    if isinstance(body, _TOLD):
        return where, about, "", words, ""
    if isinstance(body, _RESULTS):
        return where, about, "", "", words
    return where, about, words, "", ""


def _words(facts: CaseFacts, body: e.EventBody, made: Printing) -> str:
    """Return what was done, without what may be a state secret: a reason may begin with the citizen's words."""
    if facts.case.locked:
        body = without_writing(body, str(shown_text(facts.case, "")))
    return _upper(made.cover(words_for(body, made.codes)))


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _head(shift: ShiftView, made: Printing) -> tuple[Fields]:
    return (
        Fields(
            (
                ("Ca trực", shift_title(shift).removeprefix("ca ")),
                ("Mã ca", shift.shift_id),
                ("Cán bộ trực", ", ".join(shift.names)),
                ("Tình hình chung", made.cover(shift.remark) or "Không ghi."),
            )
        ),
    )


def _shift_table(made: Printing) -> Table:
    found = tuple(_shift_row(shift) for shift in made.book.shifts)
    return Table(SHIFTS, found, "Các ca trực", "Không có ca nào được mở trên máy này trong thời gian đó.")


def _shift_row(shift: ShiftView) -> tuple[str, ...]:
    until = shift.closed_at or shift.planned_end
    end = _moment(until, " ") if shift.closed_at else f"{_moment(until, ' ')} (chưa bàn giao)"
    return (
        f"{_moment(shift.opened_at, ' ')} –\n{end}",
        shift.shift_id,
        ", ".join(shift.names),
        *(_signed(shift, part) for part in _PARTS),
    )


def _signed(shift: ShiftView, part: Part) -> str:
    signed = shift.signatures.get(part.value)
    if signed is not None:
        return f"{signed.name}\n(đã ký trên máy lúc {when(signed.at)})"
    return "(vắng người giao)" if part is Part.GIVER and shift.absent else "(chưa ký)"


def _signature(shift: ShiftView, part: Part) -> Signature:
    signed = shift.signatures.get(part.value)
    if signed is None:
        return Signature(_ROLES[part], hint="(chưa ký)")
    return Signature(_ROLES[part], signed.name, f"(đã ký trên máy lúc {when(signed.at)})")
