"""Sổ tiếp nhận: one line a number, in order, void lines with their reason (features R-01; domain.md §6).

The citizen is a pseudonym here; who it is stays sealed (domain.md §5).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from console.cache.rules import CatalogRules
from console.domain.calendar import local_date, local_datetime
from console.domain.case import OUTCOME_NAMES, Case, ExtensionState, Outcome, TransferState
from console.domain.case_facts import CaseFacts
from console.domain.crime import DECISION_NAMES, Paper
from console.domain.entered import changed_since, newest_entry
from console.domain.instruction import Instruction
from console.domain.national import FIELD_NAMES
from console.domain.people import Others, PersonRole, list_of
from console.domain.period import Period
from console.domain.petition import HANDLING_NAMES, RESOLVE_POLICY
from console.reports.document import Align, Column, Letterhead, Sheet

RESOLVE = "CRIME_RESOLVE_20D"
"""The term for checking a crime report and deciding on it (policies.json)."""
_TERMS = frozenset({RESOLVE, *RESOLVE_POLICY.values()})
"""The terms that «hạn giải quyết» means; a matter has one of them at most."""
CHANNEL = "Mạng xã hội (Zalo OA)"
MASKED = "đề nghị giữ bí mật"
_SEALED = frozenset({"restricted", "secret_source", "secret_identity"})
COLUMNS = (
    Column("STT", 0.6, Align.RIGHT),
    Column("Số tiếp nhận", 1.9),
    Column("Ngày giờ tiếp nhận", 1.5),
    Column("Hình thức", 1.2),
    Column("Người tố giác, báo tin", 1.5),
    Column("Nội dung tóm tắt", 3.8),
    Column("Thời gian xảy ra", 1.4),
    Column("Địa điểm", 1.6),
    Column("Người bị tố giác", 1.5),
    Column("Bị hại", 1.4),
    Column("Tài liệu kèm", 0.7, Align.RIGHT),
    Column("Cán bộ tiếp nhận", 1.3),
    Column("Phân loại ban đầu", 1.5),
    Column("Mức độ", 0.9),
    Column("Ý kiến chỉ đạo", 2.4),
    Column("Đơn vị thụ lý", 1.6),
    Column("Đơn vị nhận chuyển", 1.6),
    Column("Giờ chuyển", 1.2),
    Column("Số, ngày phiếu chuyển", 1.5),
    Column("Người nhận", 1.3),
    Column("Giờ nhận", 1.2),
    Column("Thông báo VKS", 1.5),
    Column("Người được phân công", 1.4),
    Column("Trả lời đầu", 1.2),
    Column("Thụ lý đơn", 1.8),
    Column("Hạn gần nhất", 1.2),
    Column("Hạn giải quyết", 1.2),
    Column("Gia hạn", 1.8),
    Column("Quyết định của CQĐT", 1.8),
    Column("Thông báo kết quả", 1.5),
    Column("Kết quả", 1.6),
    Column("Ngày kết thúc", 1.2),
    Column("Ghi chú", 2.0),
)


@dataclass(frozen=True, slots=True)
class Names:
    """What codes and officers are called."""

    rules: CatalogRules
    officers: Mapping[str, str]

    def unit(self, code: str) -> str:
        """Return a unit's name; an old case's unit keeps its code where nobody knows it."""
        return self.rules.catalog.unit_name(code) if code else ""

    def category(self, code: str) -> str:
        """Return a category's name."""
        known = self.rules.catalog.categories.get(code)
        return known.vi if known else code or "Chưa phân loại"

    def priority(self, code: str) -> str:
        """Return a priority's name."""
        known = self.rules.catalog.priorities.get(code)
        return known.vi if known else code

    def district(self, code: str) -> str:
        """Return a district's name."""
        known = self.rules.catalog.districts.get(code)
        return known.name if known else code

    def officer(self, code: str) -> str:
        """Return an officer's name."""
        return self.officers.get(code, code)

    def outcome(self, code: str) -> str:
        """Return an outcome's name."""
        return OUTCOME_NAMES[Outcome(code)] if code in set(Outcome) else code


_NOT_ACCEPTED = {
    TransferState.PENDING: "Đơn vị nhận chuyển chưa tiếp nhận",
    TransferState.RETURNED: "Đơn vị nhận chuyển đã trả lại",
    TransferState.RECALLED: "Đã thu hồi việc chuyển",
    TransferState.TIMED_OUT: "Đơn vị nhận chuyển không tiếp nhận trong hạn",
}
HIDDEN = "Dòng bị ẩn: người in không có quyền xem"
_SUMMARY = 5


def line(number: int, facts: CaseFacts | None, names: Names) -> tuple[str, ...]:
    """Return the register's line of a case, or what stands for one the printer may not know of.

    ``number`` counts the lines of this print.
    """
    if facts is None:
        return tuple(
            str(number) if column == 0 else HIDDEN if column == _SUMMARY else ""
            for column in range(len(COLUMNS))
        )
    case = facts.case
    transfer = case.transfer
    due = min((clock.due_ms for clock in facts.clocks if clock.done_ms is None), default=0)
    return (
        str(number),
        case.number,
        when(facts.received_at),
        CHANNEL,
        source(facts, names),
        "" if facts.void else facts.summary,
        "" if facts.void else case.deed_time,
        place(facts, names),
        people(facts, PersonRole.ACCUSED),
        people(facts, PersonRole.VICTIM),
        str(facts.attachments) if facts.attachments else "",
        names.officer(facts.received_by),
        names.category(facts.first_category or case.category),
        names.priority(case.priority),
        instructions(case.instructions, names),
        names.unit(case.unit),
        names.unit(transfer.to_unit) if transfer else "",
        when(transfer.at) if transfer else "",
        paper_words(transfer.slip) if transfer else "",
        names.officer(transfer.answered_by) if transfer and facts.accepted_unit else "",
        when(transfer.answered_at) if transfer and facts.accepted_unit else "",
        notice(facts),
        names.officer(case.assigned) if case.assigned and not facts.void else "",
        when(case.first_reply_at),
        handled(facts),
        when_due(due) if case.open else "",
        when_due(next((c.due_ms for c in facts.clocks if c.policy_code in _TERMS), 0)),
        extended(facts),
        decided(facts),
        paper_words(case.result_notice) if not facts.void else "",
        names.outcome(case.outcome) if not case.open else "",
        when(case.closed_at) if not case.open else "",
        remark(facts, names),
    )


def source(facts: CaseFacts, names: Names) -> str:
    """Return who reported, as a pseudonym; with the wish for secrecy where the kind of matter has it."""
    known = names.rules.catalog.categories.get(facts.case.category)
    sealed = known is not None and known.confidentiality in _SEALED
    return f"{facts.case.pseudonym} ({MASKED})" if sealed else facts.case.pseudonym


def place(facts: CaseFacts, names: Names) -> str:
    """Return where it happened: the place's words and the district."""
    return ", ".join(part for part in (facts.case.place, names.district(facts.case.district)) if part)


def people(facts: CaseFacts, role: PersonRole) -> str:
    """Return who is accused, or a victim: names, «chưa rõ», «không có», how many where they are covered; "" if nobody said."""
    mark = next((one for one in facts.case.people if one.role == role.value), None)
    if mark is None or facts.void:
        return ""
    known = list_of(facts.people, role).people
    said = [person.line for person in known]
    if len(known) < mark.count:
        said = [f"{mark.count} người, đã che"]
    if mark.others == Others.UNKNOWN:
        said.append("người khác chưa rõ" if mark.count else "Chưa rõ")
    if mark.others == Others.NOBODY:
        said.append("Không có")
    return "; ".join(said)


def notice(facts: CaseFacts) -> str:
    """Return number and day of the written notice to the procuracy; "" while there is none."""
    told = facts.case.procuracy
    if told is None or facts.void:
        return ""
    day = f"{told.day:%d/%m/%Y}" if told.day else told.on
    return f"Số {told.document}, ngày {day}" + ("" if told.informant else "; chưa thông báo người báo tin")


def decided(facts: CaseFacts) -> str:
    """Return what the investigation body decided, with the decision's number and day; "" while nobody recorded it."""
    known = facts.case.decided
    if known is None or facts.void:
        return ""
    name = {one.value: str(words) for one, words in DECISION_NAMES.items()}.get(
        known.decision, known.decision
    )
    return f"{name}; {paper_words(known.paper)}"


def instructions(given: Sequence[Instruction], names: Names) -> str:
    """Return what those with command said is to be done, each with his name and when, the first one first."""
    return "; ".join(f"{one.words} ({names.officer(one.by)}, {when(one.at)})" for one in given)


def handled(facts: CaseFacts) -> str:
    """Return what was made of a denunciation or complaint, why, and by which paper; "" while nobody recorded it."""
    known = facts.case.petition
    if known is None or facts.void:
        return ""
    name = {one.value: str(words) for one, words in HANDLING_NAMES.items()}.get(
        known.handling, known.handling
    )
    paper = paper_words(known.paper) if known.paper.document else ""
    settled = paper_words(facts.case.settled)
    return "; ".join(filter(None, (name, paper, known.reason, settled and f"giải quyết: {settled}")))


def extended(facts: CaseFacts) -> str:
    """Return until when the term for checking was extended, and by which papers."""
    granted = [
        one
        for one in facts.case.extensions
        if one.code in _TERMS and one.state is ExtensionState.GRANTED and not facts.void
    ]
    return "; ".join(f"đến {when_due(one.until).removeprefix('hết ')} ({one.document})" for one in granted)


def paper_words(paper: Paper | None) -> str:
    """Return number and day of a paper, "" where there is none."""
    if paper is None:
        return ""
    day = f"{paper.day:%d/%m/%Y}" if paper.day else paper.on
    return f"Số {paper.document}, ngày {day}"


def remark(facts: CaseFacts, names: Names, *, entry: bool = True) -> str:
    """Return what a reader of the line must know beside: void, split, classified anew, not accepted, reopened, why it ended.

    With ``entry`` also when it was entered into the national software, and what changed after that (features R-07).
    """
    case, transfer = facts.case, facts.case.transfer
    said = []
    if facts.void:
        said.append("Dòng không dùng: đã gộp vào vụ việc khác")
    if local_date(facts.received_at).year < local_date(case.opened_at).year:
        # The number is of the year in which the desk took the report in, whatever time Zalo gives its first message.
        said.append(f"Tin gửi năm trước, vào sổ lúc {when(case.opened_at)}")
    if case.split_from:
        said.append("Tách từ vụ việc khác")
    if facts.first_category and case.category != facts.first_category:
        said.append(f"Phân loại lại: {names.category(case.category)}")
    if transfer is not None and transfer.state in _NOT_ACCEPTED:
        said.append(_NOT_ACCEPTED[transfer.state])
    if case.reopened:
        said.append(f"Mở lại {case.reopened} lần")
    if case.close_reason:
        said.append(case.close_reason)
    if entry and case.national:
        said += entry_words(case)
    return "; ".join(said)


def entry_words(case: Case) -> list[str]:
    """Return when a case was entered into the national software and by which number, and what was changed since."""
    newest = newest_entry(case)
    if newest is None:
        return []
    said = [f"Đã nhập phần mềm tin báo lúc {when(newest.at)}, số {newest.number}"]
    changed = [FIELD_NAMES[field].lower() for field in changed_since(case)]
    if changed:
        said.append(f"Đã sửa sau khi nhập: {', '.join(changed)}")
    return said


def when(at_ms: int) -> str:
    """Return an instant as the register writes it, ``05/03/2026 14:33``; "" for never."""
    return local_datetime(at_ms).strftime("%d/%m/%Y %H:%M") if at_ms else ""


def when_due(at_ms: int) -> str:
    """Return the end of a limit: the last instant of a day is that day, not the next one's midnight."""
    if not at_ms:
        return ""
    local = local_datetime(at_ms)
    if local.hour == local.minute == 0:
        return f"hết {local_datetime(at_ms - 1):%d/%m/%Y}"
    return when(at_ms)


def notes(
    lines: Sequence[CaseFacts | None], period: Period, unit_name: str, printed_at: int, *, whole: bool
) -> tuple[str, ...]:
    """Return what stands above the lines: the filter, the count, which numbers are not in the sequence.

    Args:
        lines: the register's lines, ``None`` for a hidden one.
        period: whose numbers.
        unit_name: of which unit, "" for all.
        printed_at: UTC ms.
        whole: whether every number of the period has a line; else this is an extract.

    """
    facts = [one for one in lines if one is not None]
    hidden = len(lines) - len(facts)
    said = [
        f"Số tiếp nhận cấp trong kỳ: {period.title}. Đơn vị: {unit_name or 'toàn tỉnh'}.",
        f"{len(lines)} dòng, trong đó {sum(one.void for one in facts)} dòng không dùng"
        + (f", {hidden} dòng bị ẩn" if hidden else "")
        + f". In lúc {when(printed_at)}.",
    ]
    if not whole:
        said.append("Trích sổ: chỉ các số trong phạm vi của người in, dãy số không liên tục.")
    elif not hidden and (missing := missing_numbers([one.case.number for one in facts])):
        # Nobody has these: they were never given, or the register was tampered with.
        said.append(
            f"{len(missing)} số trong dãy không có hồ sơ trong kho, cần kiểm tra: {', '.join(missing[:20])}"
            + ("…" if len(missing) > 20 else ".")
        )
    return tuple(said)


def missing_numbers(numbers: Sequence[str]) -> list[str]:
    """Return the register numbers between the first and the last of each year that are not among ``numbers``."""
    by_year: dict[str, set[int]] = {}
    for number in numbers:
        year, _, rest = number.partition("-")
        if rest.isdigit():
            by_year.setdefault(year, set()).add(int(rest))
    return [
        f"{year}-{one:05d}"
        for year, known in sorted(by_year.items())
        for one in range(min(known), max(known) + 1)
        if one not in known
    ]


def sheet(
    lines: Sequence[CaseFacts | None],
    period: Period,
    names: Names,
    *,
    unit: str,
    printed_at: int,
    mark: str,
    whole: bool,
) -> Sheet:
    """Return the register with all its columns, for a spreadsheet."""
    return Sheet(
        "Sổ tiếp nhận" if whole else "Trích sổ tiếp nhận",
        notes(lines, period, names.unit(unit), printed_at, whole=whole),
        COLUMNS,
        [line(number, one, names) for number, one in enumerate(lines, start=1)],
        mark,
    )


def date_line(letterhead: Letterhead, at_ms: int) -> str:
    """Return place and date as the head of a paper has them."""
    return date_line_of(letterhead, local_datetime(at_ms).date())


def date_line_of(letterhead: Letterhead, day: date) -> str:
    """Return place and a day as the head of a paper has them."""
    return f"{letterhead.place}, ngày {day:%d} tháng {day:%m} năm {day.year}"
