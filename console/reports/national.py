"""The register's fields of a crime report in its order, one by one, as an officer types them into the national software (features R-07).

They are the register's own cells, so that what is typed there is what stands here: the source covered, accused and victims for who
may know them. What the desk keeps for itself beside the official list of domain.md §6 (priority, first answer, the desk's own end)
is left out.
"""

from collections.abc import Iterable, Sequence

from console.domain.case_facts import CaseFacts
from console.domain.entered import changed_since, is_for_national, newest_entry
from console.domain.national import FIELD_NAMES, FieldValue, RegisterField
from console.reports.document import Column, Sheet
from console.reports.register import COLUMNS, Names, line, remark, when

_F = RegisterField
HEADS: dict[RegisterField, str] = {
    _F.NUMBER: "Số tiếp nhận",
    _F.RECEIVED: "Ngày giờ tiếp nhận",
    _F.MANNER: "Hình thức",
    _F.INFORMANT: "Người tố giác, báo tin",
    _F.CONTENT: "Nội dung tóm tắt",
    _F.TIME: "Thời gian xảy ra",
    _F.PLACE: "Địa điểm",
    _F.ACCUSED: "Người bị tố giác",
    _F.VICTIM: "Bị hại",
    _F.EVIDENCE: "Tài liệu kèm",
    _F.OFFICER: "Cán bộ tiếp nhận",
    _F.KIND: "Phân loại ban đầu",
    _F.INSTRUCTION: "Ý kiến chỉ đạo",
    _F.UNIT: "Đơn vị nhận chuyển",
    _F.SLIP: "Số, ngày phiếu chuyển",
    _F.TAKER: "Người nhận",
    _F.TAKEN_AT: "Giờ nhận",
    _F.PROCURACY: "Thông báo VKS",
    _F.ASSIGNED: "Người được phân công",
    _F.TERM: "Hạn giải quyết",
    _F.EXTENSION: "Gia hạn",
    _F.DECISION: "Quyết định của CQĐT",
    _F.TOLD: "Thông báo kết quả",
    _F.REMARK: "Ghi chú",
}
"""Which column of the register says a field."""
_BESIDE = ("Đã nhập lúc", "Số phần mềm tin báo", "Đã sửa sau khi nhập")
_WIDE = {_F.CONTENT: 4.0, _F.INSTRUCTION: 2.5, _F.REMARK: 2.0}


def values(facts: CaseFacts, names: Names) -> tuple[FieldValue, ...]:
    """Return every field of a case as the register prints it, in the register's order; an empty one is there, too."""
    by_head = {column.head: cell for column, cell in zip(COLUMNS, line(1, facts, names), strict=True)}
    said = {field: by_head[head] for field, head in HEADS.items()}
    # When it was entered there is nothing to type there.
    said[_F.REMARK] = remark(facts, names, entry=False)
    changed = set(changed_since(facts.case))
    if _F.CONTENT in changed:
        changed.add(_F.EVIDENCE)
    return tuple(FieldValue(field, said[field], field in changed) for field in RegisterField)


def sheet(found: Sequence[CaseFacts], names: Names, *, about: str, printed_at: int, mark: str) -> Sheet:
    """Return the fields of cases as a table, a case a line and a field a column, and beside them what is known of their entry.

    Args:
        found: the cases.
        names: what codes are called.
        about: which cases these are, one line.
        printed_at: UTC ms.
        mark: who takes it out and when.

    """
    columns = tuple(Column(str(FIELD_NAMES[field]), _WIDE.get(field, 1.4)) for field in RegisterField)
    return Sheet(
        "Nhập phần mềm tin báo",
        (about, f"Theo thứ tự các mục của sổ tiếp nhận nguồn tin về tội phạm. Lập lúc {when(printed_at)}."),
        (*columns, *(Column(head, 1.5) for head in _BESIDE)),
        [_line(facts, names) for facts in found],
        mark,
    )


def _line(facts: CaseFacts, names: Names) -> tuple[str, ...]:
    said = values(facts, names)
    newest = newest_entry(facts.case)
    entered = (when(newest.at), newest.number) if newest is not None else ("", "")
    changed = "; ".join(str(FIELD_NAMES[one.field]) for one in said if one.changed)
    return (*(one.value for one in said), *entered, changed)


def to_enter(found: Iterable[CaseFacts], names: Names) -> list[CaseFacts]:
    """Return those of some cases that belong into the national software and are not in it, or were changed since."""
    return [
        facts
        for facts in found
        if is_for_national(facts.case, crime_report=names.rules.crime_report(facts.case.category))
        and (newest_entry(facts.case) is None or changed_since(facts.case))
    ]
