"""Papers about one case: phiếu tiếp nhận and phiếu chuyển (domain.md §6). The source is a pseudonym in both."""

from collections.abc import Sequence

from console.domain.case import TransferState
from console.domain.case_facts import CaseFacts
from console.domain.clocks import ELSEWHERE, ENDED, ClockState
from console.domain.people import PersonRole
from console.reports.document import (
    Align,
    Block,
    Column,
    Document,
    Fields,
    Letterhead,
    Paragraph,
    Signature,
    Table,
)
from console.reports.register import (
    CHANNEL,
    Names,
    date_line,
    date_line_of,
    instructions,
    notice,
    people,
    place,
    source,
    when,
    when_due,
)

_TRANSFER_STATES = {
    TransferState.PENDING: "Chờ tiếp nhận",
    TransferState.ACCEPTED: "Đã tiếp nhận",
    TransferState.RETURNED: "Trả lại",
    TransferState.RECALLED: "Đã thu hồi",
    TransferState.TIMED_OUT: "Quá giờ tiếp nhận, trả về bên chuyển",
}


def intake_slip(
    facts: CaseFacts,
    names: Names,
    letterhead: Letterhead,
    *,
    files: Sequence[tuple[str, str]],
    printed_at: int,
    mark: str,
) -> Document:
    """Return the phiếu tiếp nhận of a case.

    Args:
        facts: the case.
        names: of codes and officers.
        letterhead: the head.
        files: what was stored of its attachments: (kind, SHA-256).
        printed_at: UTC ms.
        mark: who takes it out, and when.

    """
    case = facts.case
    tags = ", ".join(names.rules.names().get(tag, tag) for tag in case.tags)
    blocks: tuple[Block, ...] = (
        Fields(
            (
                ("Mã vụ việc, số sổ", case.number),
                ("Kênh", CHANNEL),
                ("Giờ tin đến", when(facts.received_at)),
                ("Giờ nhận việc", when(case.claimed_at)),
                ("Giờ phân loại", when(case.classified_at)),
                ("Loại", names.category(case.category)),
                ("Mức ưu tiên", names.priority(case.priority)),
                ("Nhãn", tags),
                ("Người báo tin", source(facts, names)),
                ("Thời gian xảy ra", case.deed_time),
                ("Địa điểm", place(facts, names)),
                *_people(facts, names),
                ("Tóm tắt nội dung", facts.summary),
                ("Cán bộ tiếp nhận", names.officer(facts.received_by)),
                ("Cán bộ đang xử lý", names.officer(case.owner)),
                ("Đơn vị thụ lý", names.unit(case.unit)),
                ("Đã báo, đã chuyển", told_whom(facts, names)),
                *((("Thông báo Viện kiểm sát", notice(facts)),) if _is_crime_report(facts, names) else ()),
            )
        ),
        Table(
            (Column("STT", 0.5, Align.RIGHT), Column("Loại tệp", 1.2), Column("Mã băm SHA-256", 5)),
            tuple((str(number), kind, digest) for number, (kind, digest) in enumerate(files, start=1)),
            "Tệp kèm theo",
            "Không có tệp kèm theo.",
        ),
        clocks_table(facts.clocks),
        Paragraph(
            "Danh tính người báo tin được giữ kín; chỉ cung cấp theo thẩm quyền bằng phụ lục riêng. "
            "Thời hạn ghi kèm căn cứ, chưa được cơ quan pháp chế xác nhận nếu ghi «cần kiểm tra»."
        ),
    )
    return Document(
        letterhead,
        "PHIẾU TIẾP NHẬN TIN",
        f"Qua trang Zalo chính thức – {case.number}",
        date_line=date_line(letterhead, printed_at),
        blocks=blocks,
        signatures=(Signature("TRỰC BAN"), Signature("TRỰC CHỈ HUY")),
        recipients=("Trực chỉ huy", "Lưu: sổ trực ban"),
        mark=mark,
    )


def _is_crime_report(facts: CaseFacts, names: Names) -> bool:
    known = names.rules.catalog.categories.get(facts.case.category)
    return known is not None and known.crime_report


def _people(facts: CaseFacts, names: Names) -> tuple[tuple[str, str], ...]:
    """Return who is accused and who is a victim; of other matters only what somebody recorded."""
    lines = (
        ("Người bị tố giác", people(facts, PersonRole.ACCUSED)),
        ("Bị hại", people(facts, PersonRole.VICTIM)),
    )
    return tuple(line for line in lines if line[1] or _is_crime_report(facts, names))


def transfer_slip(
    facts: CaseFacts, names: Names, letterhead: Letterhead, *, printed_at: int, mark: str
) -> Document | None:
    """Return the phiếu chuyển of the last transfer, without the source; ``None`` if the case was never handed on."""
    case = facts.case
    transfer = case.transfer
    if transfer is None:
        return None
    slip = transfer.slip
    wanted = names.rules.catalog.escalation.requests.get(transfer.request)
    blocks: tuple[Block, ...] = (
        Paragraph(f"Kính gửi: {names.unit(transfer.to_unit)}", strong=True),
        Fields(
            (
                ("Cơ quan chuyển", names.unit(transfer.from_unit)),
                ("Mã vụ việc", case.number),
                ("Loại nguồn tin", names.category(case.category)),
                ("Mức ưu tiên", names.priority(case.priority)),
                ("Giờ tin đến", when(facts.received_at)),
                ("Thời gian xảy ra", case.deed_time),
                ("Địa điểm", place(facts, names)),
                ("Trích yếu nội dung", facts.summary),
                ("Tài liệu kèm", f"{facts.attachments} tệp" if facts.attachments else "Không có"),
                ("Lý do chuyển", transfer.reason),
                ("Yêu cầu", wanted.vi if wanted else ""),
                ("Tiếp nhận trước", when(transfer.due_at)),
                ("Phản hồi trước", when_due(transfer.respond_by)),
                ("Tình trạng", _TRANSFER_STATES[transfer.state]),
                ("Ý kiến trực chỉ huy", instructions(case.instructions, names)),
            )
        ),
        Paragraph(
            "Phiếu này không ghi danh tính người báo tin. Đề nghị quý đơn vị xác nhận tiếp nhận và thông báo kết quả."
        ),
        Fields(
            (
                ("Người giao", names.officer(transfer.by)),
                ("Giờ giao", when(transfer.at)),
                ("Người nhận", names.officer(transfer.answered_by)),
                ("Giờ nhận", when(transfer.answered_at)),
                ("Lý do trả lại", transfer.answer_reason),
            )
        ),
    )
    return Document(
        letterhead,
        "PHIẾU CHUYỂN NGUỒN TIN",
        case.number,
        number=f"Số: {slip.document}" if slip else f"Số:          /PC-{letterhead.symbol}",
        date_line=date_line_of(letterhead, slip.day)
        if slip and slip.day
        else date_line(letterhead, printed_at),
        blocks=blocks,
        signatures=(
            Signature("NGƯỜI GIAO"),
            Signature("NGƯỜI NHẬN"),
            Signature("TRỰC CHỈ HUY", hint="(Ký tên, đóng dấu)"),
        ),
        recipients=("Như trên", "Lưu: VT, trực ban"),
        mark=mark,
    )


def told_whom(facts: CaseFacts, names: Names) -> str:
    """Return who was told of the case, when and how: the unit it went to and the steps of the urgent report."""
    case, escalation = facts.case, names.rules.catalog.escalation
    said = []
    if case.transfer is not None:
        state = _TRANSFER_STATES[case.transfer.state].lower()
        said.append(f"Chuyển {names.unit(case.transfer.to_unit)} {when(case.transfer.at)} ({state})")
    for one in case.urgent_report.stamps if case.urgent_report else ():
        step = escalation.urgent_steps.get(one.step)
        more = ", ".join(filter(None, (one.to_whom, one.document)))
        said.append(f"{step.vi if step else one.step} {when(one.at)}" + (f" ({more})" if more else ""))
    said += [f"Để biết: {names.unit(code)}" for code in case.info_units]
    return "; ".join(said)


def clocks_table(clocks: Sequence[ClockState]) -> Table:
    """Return a case's deadlines with what they rest on and how sure that is."""
    rows = tuple(
        (
            clock.label,
            when_due(clock.due_ms),
            when(clock.done_ms or 0),
            _result(clock),
            clock.citation,
            _CONFIDENCE.get(clock.confidence, clock.confidence),
        )
        for clock in clocks
    )
    columns = (
        Column("Thời hạn", 2.4),
        Column("Hạn", 1.3),
        Column("Xong lúc", 1.3),
        Column("Kết quả", 0.9),
        Column("Căn cứ", 2.6),
        Column("Độ tin cậy", 1.0),
    )
    return Table(columns, rows, "Thời hạn", "Không có thời hạn nào đang tính.")


def _result(clock: ClockState) -> str:
    if clock.late_at_end:
        return "quá hạn khi kết thúc"
    if clock.state == ELSEWHERE:
        return f"{clock.owner} theo dõi"
    if clock.state == ENDED:
        return "kết thúc khi còn hạn"
    if clock.met is None:
        return "quá hạn" if clock.state == "late" else ""
    return "đúng hạn" if clock.met else "quá hạn"


_CONFIDENCE = {
    "source": "theo nguồn đã dẫn",
    "source+memory": "một phần theo nguồn",
    "memory": "cần kiểm tra",
    "check": "cần kiểm tra",
    "house_rule": "quy định nội bộ",
}
