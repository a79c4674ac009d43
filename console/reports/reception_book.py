"""Sổ tiếp công dân, and the register of complaints and denunciations: the same with what the laws on both ask for (domain.md §6).

The columns are those of form 03 of TT 04/2021/TT-TTCP as an excerpt gave them, unverified; the citation stands on every copy.
Who the citizens are is covered. What the console does not hold is left to be written by hand on paper, empty in data: address,
identity paper, how many people came, which body settled it before.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from console.domain.calendar import local_datetime
from console.domain.case import Case, Outcome, TransferState
from console.domain.case_facts import CaseFacts
from console.domain.period import Period
from console.domain.petition import HANDLING_NAMES, RESOLVE_POLICY, Handling
from console.reports.document import (
    Align,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Sheet,
    Signature,
    Table,
    on_sheet,
)
from console.reports.register import Names, date_line, extended, paper_words, remark, when, when_due

SECRET = frozenset({"secret_source", "secret_identity"})
"""Levels of categories whose source nobody writes on a paper, by hand neither (domain.md §5)."""
_DOTS = "." * 16
_BEFORE = (
    Column("STT", 0.95, Align.RIGHT),
    Column("Ngày tiếp", 1.85),
    Column("Họ tên, địa chỉ, số CMND/hộ chiếu", 3.0),
    Column("Nội dung vụ việc", 5.0),
    Column("Phân loại đơn/số người", 2.2),
    Column("Cơ quan đã giải quyết", 2.0),
    Column("Hướng xử lý: thụ lý", 2.3),
    Column("Hướng xử lý: trả lại đơn và hướng dẫn", 2.5),
    Column("Hướng xử lý: chuyển đơn", 2.5),
)
_STEPS = (
    Column("Ngày thụ lý", 1.85),
    Column("Hạn giải quyết", 1.85),
    Column("Người giải quyết", 2.1),
)
_AFTER = (Column("Theo dõi kết quả giải quyết", 2.6), Column("Ghi chú", 2.0))


@dataclass(frozen=True, slots=True)
class Form:
    """An official form: its citation, how sure that is, and the categories whose cases are lines of it."""

    code: str
    citation: str
    confidence: str
    categories: tuple[str, ...]

    @property
    def basis(self) -> str:
        """Return the sentence that says by what the register is laid out."""
        unsure = "" if self.confidence == "source" else " (chưa đối chiếu với văn bản)"
        return f"Lập theo {self.citation}{unsure}."


@dataclass(frozen=True, slots=True)
class Printing:
    """What a register is printed from. ``steps`` is that of complaints and denunciations."""

    lines: Sequence[CaseFacts]
    form: Form
    names: Names
    period: Period
    unit: str
    printed_at: int
    mark: str
    steps: bool

    @property
    def title(self) -> str:
        """Return what the register is called."""
        return "Sổ theo dõi khiếu nại, tố cáo" if self.steps else "Sổ tiếp công dân"

    @property
    def columns(self) -> tuple[Column, ...]:
        """Return its columns."""
        return (*_BEFORE, *_STEPS, *_AFTER) if self.steps else (*_BEFORE, *_AFTER)


def notes(made: Printing) -> tuple[str, ...]:
    """Return what stands above the lines: the form, the filter, what is covered, what is to be written by hand."""
    return (
        made.form.basis,
        f"Số tiếp nhận cấp trong kỳ: {made.period.title}. Đơn vị: {made.names.unit(made.unit) or 'toàn tỉnh'}. "
        f"{len(made.lines)} dòng. In lúc {when(made.printed_at)}.",
        "Công dân gửi qua trang Zalo; ngày tiếp là ngày tin đến. Chỉ gồm vụ việc người in được xem; "
        "STT đếm trong bản in này.",
        "Danh tính công dân được che. Địa chỉ, số CMND/hộ chiếu, số người, cơ quan đã giải quyết: "
        "máy không giữ, ghi tay trên bản giấy.",
    )


def document(made: Printing, letterhead: Letterhead) -> Document:
    """Return the register as a paper."""
    rows = tuple(_row(number, facts, made, by_hand=True) for number, facts in enumerate(made.lines, start=1))
    return Document(
        letterhead,
        made.title.upper(),
        made.period.title[:1].upper() + made.period.title[1:],
        date_line=date_line(letterhead, made.printed_at),
        blocks=(
            *(Paragraph(text) for text in notes(made)),
            Table(made.columns, rows, "", "Không có vụ việc nào trong kỳ."),
        ),
        signatures=(Signature("NGƯỜI LẬP SỔ"), Signature("TRỰC CHỈ HUY")),
        mark=made.mark,
        landscape=True,
    )


def sheet(made: Printing) -> Sheet:
    """Return the register for a spreadsheet."""
    rows = [_row(number, facts, made, by_hand=False) for number, facts in enumerate(made.lines, start=1)]
    return Sheet(made.title, notes(made), on_sheet(made.columns), rows, made.mark)


def _row(number: int, facts: CaseFacts, made: Printing, *, by_hand: bool) -> tuple[str, ...]:
    case, names = facts.case, made.names
    accepted, returned, passed = _handled(facts, names)
    steps = _steps(facts, names, by_hand=by_hand) if made.steps else ()
    kind = names.category(case.category)
    return (
        str(number),
        f"{local_datetime(facts.received_at):%d/%m/%Y}",
        _citizen(facts, names, by_hand=by_hand),
        case.number if facts.void else f"{case.number}: {facts.summary}",
        f"{kind}\nSố người:\n{_DOTS}" if by_hand else kind,
        _DOTS if by_hand else "",
        accepted,
        returned,
        passed,
        *steps,
        _followed(case, names),
        remark(facts, names),
    )


def _citizen(facts: CaseFacts, names: Names, *, by_hand: bool) -> str:
    """Return who came: a pseudonym, with lines for what is written by hand but where the law keeps the source secret."""
    case = facts.case
    known = names.rules.catalog.categories.get(case.category)
    if known is not None and known.confidentiality in SECRET:
        return f"{case.pseudonym} (giữ bí mật danh tính)"
    if not by_hand:
        return f"{case.pseudonym} (đã che)"
    return f"{case.pseudonym} (đã che)\nĐịa chỉ:\n{_DOTS}\nCMND/hộ chiếu:\n{_DOTS}"


def _handled(facts: CaseFacts, names: Names) -> tuple[str, str, str]:
    """Return what was made of it: taken up, returned with advice, passed on; each "" where it was not that."""
    case = facts.case
    if facts.void:
        return "", "", ""
    accepted, returned, passed = "", "", _passed(case, names)
    known = case.petition
    if known is not None:
        name = {one.value: str(words) for one, words in HANDLING_NAMES.items()}.get(known.handling, "")
        paper = paper_words(known.paper) if known.paper.document else ""
        words = "; ".join(filter(None, (name, known.reason, paper)))
        match known.handling:
            case Handling.TAKEN_UP:
                accepted = words
            case Handling.PASSED_ON:
                passed = "; ".join(filter(None, (words, passed)))
            case _:
                returned = words
    elif case.guided or case.outcome == Outcome.GUIDED:
        body = names.rules.catalog.escalation.guidance.get(case.guided)
        returned = ": ".join(filter(None, ("Đã hướng dẫn", body.vi if body else case.close_reason)))
    return accepted, returned, passed


def _passed(case: Case, names: Names) -> str:
    """Return to which unit the console handed it, and by which slip; "" where nobody has it from there."""
    handed = case.transfer
    if handed is None or handed.state not in (TransferState.ACCEPTED, TransferState.PENDING):
        return ""
    waits = "chưa tiếp nhận" if handed.state is TransferState.PENDING else ""
    return "; ".join(filter(None, (names.unit(handed.to_unit), paper_words(handed.slip), waits)))


def _steps(facts: CaseFacts, names: Names, *, by_hand: bool) -> tuple[str, str, str]:
    """Return the day it was taken up, by when it must be settled, and who settles it."""
    case = facts.case
    if facts.void:
        return "", "", ""
    known, taken = case.petition, ""
    if known is not None and known.handling == Handling.TAKEN_UP:
        taken = f"{known.paper.day:%d/%m/%Y}" if known.paper.day else known.paper.on
    terms = frozenset(RESOLVE_POLICY.values())
    due = when_due(next((clock.due_ms for clock in facts.clocks if clock.policy_code in terms), 0))
    longer = extended(facts)
    who = names.officer(case.assigned) if case.assigned else _DOTS if by_hand else ""
    return (
        taken,
        "; ".join(filter(None, (due, longer and f"gia hạn {longer}"))),
        ("\n" if by_hand else "; ").join(filter(None, (names.unit(case.unit), who))),
    )


def _followed(case: Case, names: Names) -> str:
    settled = paper_words(case.settled)
    closed = (
        f"{names.outcome(case.outcome)}, {when(case.closed_at)}" if not case.open and case.outcome else ""
    )
    open_now = "Đang giải quyết" if case.open and not settled else ""
    return "; ".join(filter(None, (settled and f"Văn bản giải quyết: {settled}", closed, open_now)))
