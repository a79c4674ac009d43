"""The papers of the packet for the investigation body: the conversation, the intake slip, the transfer slip (features E-06)."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

from sqlalchemy import Connection

from console.actions.desk import Desk, Missing
from console.actions.packing import Package
from console.app.reporting import load_letterhead, officer_names, stored_files
from console.cache.identity_marks import source_marks
from console.cache.thread_query import thread
from console.domain.masking import mask_source
from console.reports import facts as read
from console.reports import slips, thread_paper
from console.reports.document import Document
from console.reports.register import Names
from console.runtime.resources import resource_path

THREAD, INTAKE, TRANSFER = "ban-ghi-trao-doi.pdf", "phieu-tiep-nhan.pdf", "phieu-chuyen.pdf"


def with_papers(
    desk: Desk, connect: Callable[[], AbstractContextManager[Connection]], package: Package
) -> Package:
    """Return a packet with its papers. Takes its time: not for the UI thread nor the store's.

    Raises:
        Missing: the case is not there for the officer any more.

    """
    # Imported here: the window opens without waiting for what prints.
    from console.reports.pdf import TEMPLATE, pdf_bytes

    rules, now_ms = desk.rules, package.at
    mark = package.mark
    papers: dict[str, Document] = {}
    with connect() as connection:
        facts = read.read_case(connection, rules, desk.sight, package.number, now_ms)
        if facts is None:
            raise Missing("Không có hồ sơ này, hoặc bạn không được xem. Chưa xuất gì")
        case = facts.case
        names, letterhead = Names(rules, officer_names(connection)), load_letterhead()
        marks = source_marks(connection, case.conversation_id)
        items = thread(connection, case, rules.names(), desk.sight, limit=_ALL)
        papers[THREAD] = thread_paper.document(
            facts,
            items,
            names,
            letterhead,
            cover=lambda text: mask_source(text, marks),
            printed_at=now_ms,
            mark=mark,
        )
        files = stored_files(connection, case.case_id)
        papers[INTAKE] = slips.intake_slip(
            facts, names, letterhead, files=files, printed_at=now_ms, mark=mark
        )
        slip = slips.transfer_slip(facts, names, letterhead, printed_at=now_ms, mark=mark)
        if slip is not None:
            papers[TRANSFER] = slip
    template, fonts = resource_path("templates", TEMPLATE), resource_path("fonts")
    made = tuple((name, pdf_bytes(paper, template, fonts)) for name, paper in papers.items())
    return replace(package, papers=made)


_ALL = 100_000
