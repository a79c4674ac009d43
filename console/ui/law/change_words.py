"""What differences between versions of the rules, versions and proposals are called on the page of rules."""

from collections.abc import Mapping
from datetime import date

from console.actions.policies import Touched
from console.domain.numerals import number_text
from console.domain.policy_change import ADDED, DAY, ENDED, LIMIT, Line
from console.domain.policy_history import PolicyProposal, PolicyVersion, ProposalState
from console.domain.text import safe_line
from console.runtime.i18n import look_up, mark, said, tr
from console.ui.common.times import clock_text, date_text, end_text
from console.ui.law.words import confidence_words, span_words, start_words

_FIELDS = {
    LIMIT: mark("Hạn"),
    "name_vi": mark("Tên"),
    "applies_to": mark("Áp dụng cho"),
    "starts_at": mark("Tính từ"),
    "citation": mark("Căn cứ"),
    "confidence": mark("Độ tin cậy"),
    "kind": mark("Loại"),
    "severity": mark("Mức"),
    "owner": mark("Cơ quan chịu hạn"),
    "enabled": mark("Đang dùng"),
    "needs_decision": mark("Cần có quyết định"),
    "note": mark("Ghi chú"),
    "variants": mark("Trường hợp riêng"),
    "display_target_minutes": mark("Phút phải xong, để hiện"),
    "valid_from": mark("Hiệu lực từ"),
    "valid_to": mark("Hiệu lực đến"),
    "extensions": mark("Gia hạn"),
    DAY: mark("Ngày nghỉ, làm bù"),
    "year": mark("Năm có ngày nghỉ"),
}
_FILES = {"policies.json": mark("Thời hạn"), "holidays.json": mark("Ngày nghỉ, làm bù")}
_STATES = {
    ProposalState.OPEN: mark("chờ người thứ hai duyệt"),
    ProposalState.STALE: mark("quy định đã đổi, phải đề nghị lại"),
    ProposalState.APPROVED: mark("đã duyệt"),
    ProposalState.DECLINED: mark("không duyệt"),
    ProposalState.WITHDRAWN: mark("đã rút"),
}


def file_words(name: str) -> str:
    """Return what a data file holds."""
    return look_up(_FILES[name]) if name in _FILES else safe_line(name, 60)


def line_row(line: Line) -> tuple[str, ...]:
    """Return a difference as a line of a list: which rule, whose, what about it, before, after."""
    name = said(line.name) if line.name else _day(line.code)
    field = look_up(_FIELDS.get(line.field, line.field))
    field = {ADDED: tr("thêm"), ENDED: tr("bỏ")}.get(line.what, field)
    kind = tr("Luật định") if line.statutory else tr("Nội bộ")
    return (name, kind, field, _value(line, line.before), _value(line, line.after))


def _value(line: Line, value: str) -> str:
    if line.field == DAY:
        return {"off": tr("nghỉ"), "worked": tr("làm bù")}.get(value, tr("ngày thường"))
    if line.field == LIMIT:
        return _limit(value)
    if line.field in ("enabled", "needs_decision"):
        return tr("có") if value else tr("không")
    if line.field == "kind":
        return {"statutory": tr("Luật định"), "internal": tr("Nội bộ")}.get(value, tr("Quy tắc"))
    if line.field == "confidence":
        return confidence_words(value)
    if line.field == "starts_at":
        return start_words(value)
    return _day(value) if line.field in ("valid_from", "valid_to") else value or "–"


def _limit(value: str) -> str:
    if not value:
        return "–"
    count, unit, *working = value.split()
    return span_words(int(count), unit, working=bool(working)) if count.lstrip("-").isdigit() else value


def _day(value: str) -> str:
    try:
        return f"{date.fromisoformat(value):%d/%m/%Y}"
    except ValueError:
        return value or "–"


def touched_row(one: Touched, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a clock of an open case that would end at another time, as a line of a list."""
    return (one.number, said(names.get(one.code, one.code)), _due(one.before), _due(one.after))


def _due(at_ms: int) -> str:
    return end_text(at_ms) if at_ms else tr("không có")


def moment_text(at_ms: int) -> str:
    """Return a time with its day."""
    return f"{clock_text(at_ms)} {date_text(at_ms)}"


def version_name(one: PolicyVersion) -> str:
    """Return what a version is called: its number, and the day since when it was in force."""
    return tr("Bản {number}, {day}", number=number_text(one.number), day=date_text(one.at))


def version_row(one: PolicyVersion, names: Mapping[str, str], *, current: bool) -> tuple[str, ...]:
    """Return a version as a line of the list."""
    number = number_text(one.number)
    return (
        tr("{number}, đang dùng", number=number) if current else number,
        file_words(one.file),
        moment_text(one.at),
        tr("Đi kèm chương trình") if one.kept and not one.by else safe_line(names.get(one.by, one.by), 60),
        safe_line(names.get(one.approved_by, one.approved_by), 60) if one.approved_by else "–",
        _why(one.reason, one.back_to),
    )


def _why(reason: str, back_to: int) -> str:
    words = safe_line(reason, 300)
    if back_to < 0:
        return words
    return tr("Quay lại bản {number}. {reason}", number=number_text(back_to), reason=words)


def proposal_row(one: PolicyProposal, names: Mapping[str, str]) -> tuple[str, ...]:
    """Return a proposal to change the law's limits as a line of the list."""
    state = look_up(_STATES[one.state])
    if one.decided_by:
        state = tr(
            "{state}, {who}", state=state, who=safe_line(names.get(one.decided_by, one.decided_by), 60)
        )
    if one.words:
        state = tr("{state}: {words}", state=state, words=safe_line(one.words, 200))
    return (
        moment_text(one.at),
        file_words(one.file),
        safe_line(names.get(one.by, one.by), 60),
        number_text(len(one.touched)),
        _why(one.reason, one.back_to),
        state,
    )
