"""What versions, proposals and differences are called on the command line."""

from collections.abc import Mapping

from console.domain.calendar import local_datetime
from console.domain.policy_change import ADDED, DAY, ENDED, LIMIT, Line
from console.domain.policy_history import PolicyProposal, PolicyVersion, ProposalState

_STATES = {
    ProposalState.OPEN: "chờ người thứ hai duyệt",
    ProposalState.STALE: "quy định đã đổi, phải đề nghị lại",
    ProposalState.APPROVED: "đã duyệt",
    ProposalState.DECLINED: "không duyệt",
    ProposalState.WITHDRAWN: "đã rút",
}


def line_words(line: Line) -> str:
    """Return one difference: whose rule, which one, what about it, from what to what."""
    kind = "[luật định] " if line.statutory else ""
    what = {ADDED: "thêm", ENDED: "bỏ"}.get(line.what, "đổi")
    field = "" if line.field in (LIMIT, DAY) else f" {line.field}"
    name = f"{line.code} {line.name}".strip()
    return f"{kind}{what} {name}{field}: {line.before or '(không)'} → {line.after or '(không)'}"


def version_words(one: PolicyVersion, names: Mapping[str, str]) -> str:
    """Return one version: its number, when, by whom, why."""
    head = f"{one.file} bản {one.number}, {_day(one.at)}"
    if one.kept:
        return f"{head}: đi kèm chương trình"
    who = names.get(one.by, one.by)
    second = f", {names.get(one.approved_by, one.approved_by)} duyệt" if one.approved_by else ""
    back = f", quay lại bản {one.back_to}" if one.back_to >= 0 else ""
    return f"{head}: {who}{second}{back}. {one.reason}"


def proposal_words(one: PolicyProposal, names: Mapping[str, str]) -> str:
    """Return one proposal: its id, file, who, why, how far it has come."""
    words = f" ({one.words})" if one.words else ""
    return (
        f"Đề nghị {one.proposal_id}, {one.file}, {_day(one.at)}, {names.get(one.by, one.by)}: {one.reason}. "
        f"{_STATES[one.state].capitalize()}{words}"
    )


def _day(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M %d/%m/%Y")
