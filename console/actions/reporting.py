"""Let registers, reports and slips leave the store: permission and log first, bytes after (threats T19)."""

from dataclasses import dataclass

from console.actions.desk import Desk
from console.actions.guards import clean_text, require
from console.actions.perform import Ask, Step, perform
from console.domain import events as e
from console.domain.conflict import Action
from console.domain.events.reports import TOPIC
from console.domain.officer import Permission
from console.domain.subject import subject

CLOSED = frozenset({"xlsx", "csv"})
"""Formats that are data and no paper: they leave as an encrypted export file (threats T12). PDF and DOCX are there to be printed."""


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
