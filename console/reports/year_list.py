"""The cases of a year with how they ended, and what is said of a year that was archived before (features R-11)."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection

from console.cache.archive_query import Archived, changed_since, newest_archive
from console.domain.calendar import local_date
from console.domain.case_facts import CaseFacts
from console.domain.period import Period
from console.reports.document import Align, Column, Sheet
from console.reports.register import HIDDEN, Names, when

COLUMNS = (
    Column("STT", 0.6, Align.RIGHT),
    Column("Số tiếp nhận", 1.9),
    Column("Ngày giờ vào sổ", 1.5),
    Column("Phân loại", 1.5),
    Column("Đơn vị thụ lý", 1.6),
    Column("Tình trạng", 1.4),
    Column("Kết quả", 1.6),
    Column("Ngày kết thúc", 1.5),
    Column("Lý do", 2.4),
    Column("So với bản lưu trước", 1.6),
)
LATER = "Có ghi thêm"
_SHOWN = 20


def sheet(
    lines: Sequence[CaseFacts | None],
    later: Collection[str],
    period: Period,
    names: Names,
    *,
    notes: Sequence[str],
    mark: str,
) -> Sheet:
    """Return the list of a year's cases.

    Args:
        lines: the register's lines, ``None`` for a hidden one.
        later: ids of the cases that got something new since the archive before.
        period: the year.
        names: what codes are called.
        notes: what stands above the lines.
        mark: who takes it out and when.

    """
    real = [one for one in lines if one is not None and not one.void]
    ended = sum(not one.case.open for one in real)
    count = f"{len(real)} vụ việc: {ended} đã kết thúc, {len(real) - ended} chưa kết thúc."
    return Sheet(
        f"Danh sách vụ việc {period.title}",
        (count, *notes),
        COLUMNS,
        [_line(number, one, later, names) for number, one in enumerate(lines, start=1)],
        mark,
    )


def _line(number: int, facts: CaseFacts | None, later: Collection[str], names: Names) -> tuple[str, ...]:
    if facts is None:
        return (str(number), "", "", "", "", HIDDEN, "", "", "", "")
    case = facts.case
    ended = not case.open and not facts.void
    state = "Dòng không dùng" if facts.void else "Đã kết thúc" if ended else "Chưa kết thúc"
    return (
        str(number),
        case.number,
        when(case.opened_at),
        names.category(case.category),
        names.unit(case.unit),
        state,
        names.outcome(case.outcome) if ended else "",
        when(case.closed_at) if ended else "",
        case.close_reason if ended else "",
        LATER if case.case_id in later else "",
    )


def late_note(year: int, archived_at: int, numbers: Sequence[str]) -> str:
    """Return what a register says of lines that got something new since the year's archive was written; "" for none."""
    if not numbers:
        return ""
    shown = ", ".join(numbers[:_SHOWN]) + ("…" if len(numbers) > _SHOWN else "")
    return (
        f"{len(numbers)} dòng có ghi thêm sau khi lập bản lưu năm {year} lúc {when(archived_at)}: {shown}. "
        "Bản lưu đó chưa có phần ghi thêm; lập lại bản lưu khi cần."
    )


def later_numbers(
    connection: Connection, lines: Sequence[CaseFacts | None], since: Archived | None
) -> dict[str, str]:
    """Return the cases, id by number, that got something new since an archive; those the reader may not know of left out."""
    ids = {one.case.number: one.case.case_id for one in lines if one is not None}
    if since is None:
        return {}
    changed = changed_since(connection, list(ids.values()), since.seq)
    return {number: case_id for number, case_id in ids.items() if case_id in changed}


def late_notes(connection: Connection, lines: Sequence[CaseFacts | None], period: Period) -> tuple[str, ...]:
    """Return what a register says of the years in it that were archived before some of its lines were written on."""
    said = []
    for year in range(period.first.year, period.last.year + 1):
        archived = newest_archive(connection, year)
        of_year = [x for x in lines if x and local_date(x.case.opened_at).year == year]
        if archived is not None:
            numbers = sorted(later_numbers(connection, of_year, archived))
            said.append(late_note(year, archived.at, numbers))
    return tuple(filter(None, said))
