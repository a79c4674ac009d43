"""Let registers, reports and slips leave the store: permission and log first, bytes after (threats T19)."""

from dataclasses import dataclass

from console.actions.desk import Desk, Refused
from console.actions.guards import clean_text, require
from console.actions.perform import Ask, Step, perform
from console.domain import events as e
from console.domain.conflict import Action
from console.domain.events.reports import TOPIC
from console.domain.officer import Permission
from console.domain.subject import subject

CLOSED = frozenset({"xlsx", "csv"})
"""Formats that are data and no paper: they leave as an encrypted export file (threats T12). PDF and DOCX are there to be printed."""


ARCHIVE = "btx"
"""The format of a year's archive: many parts in one encrypted file (features R-11)."""
ENCRYPTED = CLOSED | {ARCHIVE}
"""Formats that need a pass phrase."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is about to leave: see ``ReportTaken``."""

    report: str
    format: str
    first: str
    last: str
    unit: str
    lines: int
    sha256: str
    size: int


def may_report(desk: Desk, reason: str) -> str:
    """Return the reason as it will stand in the log. Raises ``Refused``: the officer may not, or gave no reason."""
    require(desk.officer, Permission.EXPORT)
    return clean_text(reason, "lý do xuất báo cáo")


def may_archive(desk: Desk, reason: str, year: int, this_year: int) -> str:
    """Return the reason for archiving a year, as it will stand in the log.

    Raises:
        Refused: the officer may not, sees a part only, or gave no reason; the year is not over.

    """
    words = may_report(desk, reason)
    if desk.sight.units is not None:
        raise Refused(
            "Bản lưu năm là của cả sổ: chỉ người được xem toàn tỉnh lập được. "
            "Bạn có thể xuất trích sổ của đơn vị mình. Chưa xuất gì"
        )
    if year >= this_year:
        raise Refused(
            "Năm {year} chưa kết thúc: bản lưu lập từ ngày 01/01/{after}. Chưa xuất gì",
            year=year,
            after=year + 1,
        )
    return words


def require_lines(year: int, lines: int) -> None:
    """Raise ``Refused`` where a year has no line in the register: its archive would say that there was nothing."""
    if not lines:
        raise Refused("Năm {year} không có số nào trong sổ tiếp nhận. Chưa xuất gì", year=year)


def note_report(desk: Desk, taken: Taken, reason: str) -> None:
    """Note that a register or report leaves; call it before writing the file.

    Raises:
        Refused: it may not leave; nothing was noted.
        StoreError: nothing was noted.

    """
    words = may_report(desk, reason)
    body = e.ReportTaken(
        taken.report,
        taken.format,
        taken.first,
        taken.last,
        taken.unit,
        taken.lines,
        words,
        taken.sha256,
        taken.size,
    )
    with desk.store.write() as tx:
        tx.add(subject(TOPIC), body, actor=desk.officer.officer_id, unit=desk.officer.unit)


def note_slip(desk: Desk, case_id: str, what: str, sha256: str, reason: str) -> None:
    """Note in the case's own history that a paper about it leaves; call it before writing the file.

    Raises:
        ActionError: it may not leave; nothing was noted.

    """
    words = clean_text(reason, "lý do xuất phiếu")
    ask = Ask(case_id, Action.EXPORT, Permission.EXPORT)
    perform(desk, ask, lambda _tx, _case: Step((e.CaseExported(f"{what} {sha256[:12]}", words),)))
