"""What policies, trees of units and proposals are called on the page of rules."""

from console.actions.rulebook import Proposal
from console.domain.catalog import ExtensionRule, Policy
from console.domain.numerals import number_text
from console.runtime.i18n import said, tr
from console.ui.common.times import date_text

CONFIRMED = "source"
"""The confidence of what was seen in a source; everything else must be checked by a lawyer."""


def limit_words(policy: Policy) -> str:
    """Return how long a policy gives: «3 ngày làm việc», «24 giờ», «ngay» for one without a limit."""
    if policy.duration is None or policy.unit is None:
        return tr("không định số")
    if policy.duration == 0:
        return tr("ngay")
    if policy.duration < 0:
        early = span_words(-policy.duration, policy.unit, working=bool(policy.working_days))
        return tr("trước {span}", span=early)
    return span_words(policy.duration, policy.unit, working=bool(policy.working_days))


def span_words(duration: int, unit: str, *, working: bool) -> str:
    """Return a length as it stands in a rule: «3 ngày làm việc», «24 giờ»."""
    count = number_text(duration)
    match unit:
        case "minute":
            return tr("{count} phút", count=count)
        case "hour":
            return tr("{count} giờ", count=count)
        case "month":
            return tr("{count} tháng", count=count)
        case _:
            return tr("{count} ngày làm việc", count=count) if working else tr("{count} ngày", count=count)


def variant_words(policy: Policy) -> str:
    """Return a policy's other limits with the circumstances they are for, "" where it has none."""
    if not policy.variants:
        return ""
    each = (
        f"{said(one.vi) or tr('trường hợp khác')}: "
        + span_words(one.duration, one.unit, working=bool(policy.working_days))
        for one in policy.variants.values()
    )
    return tr("Trường hợp riêng: {names}", names="; ".join(each))


def kind_words(policy: Policy) -> str:
    """Return whose rule it is: the law's, which never pauses, or the house's."""
    if policy.statutory:
        return tr("Luật định")
    return tr("Nội bộ") if policy.kind == "internal" else tr("Quy tắc")


def confidence_words(confidence: str) -> str:
    """Return how sure a rule is."""
    return {
        "source": tr("theo nguồn đã dẫn"),
        "seed": tr("theo tài liệu gốc"),
        "source+memory": tr("một phần theo nguồn"),
        "memory": tr("cần kiểm tra"),
        "check": tr("cần kiểm tra"),
        "house_rule": tr("quy định nội bộ"),
    }.get(confidence, confidence)


def validity_words(policy: Policy) -> str:
    """Return from when to when a policy is in force."""
    first = policy.valid_from.strftime("%d/%m/%Y") if policy.valid_from else ""
    last = policy.valid_to.strftime("%d/%m/%Y") if policy.valid_to else ""
    if not first and not last:
        return tr("chưa xác minh") if policy.statutory else tr("không ghi ngày")
    if not last:
        return tr("từ {day}", day=first)
    return tr("đến {day}", day=last) if not first else f"{first} – {last}"


def extension_words(rules: tuple[ExtensionRule, ...]) -> str:
    """Return whether and how often a limit may be extended."""
    if not rules:
        return tr("không gia hạn")
    each = (tr("{what}, tối đa {count} lần", what=said(rule.vi), count=rule.times) for rule in rules)
    return tr("gia hạn có người duyệt: {rules}", rules="; ".join(each))


def start_words(event: str) -> str:
    """Return from which event a limit is counted; ``CODE.due`` is the end of another limit."""
    if event.endswith(".due"):
        return tr("lúc hết một thời hạn khác")
    return {
        "first_message": tr("tin đầu tiên, theo giờ Zalo"),
        "received": tr("lúc tiếp nhận, theo giờ Zalo"),
        "accepted": tr("từ ngày thụ lý"),
        "decision": tr("lúc ra quyết định"),
        "classified_urgent": tr("lúc xác định là việc khẩn"),
        "breach_detected": tr("lúc phát hiện vi phạm"),
        "event": tr("lúc xảy ra việc"),
    }.get(event, event)


def policy_about(policy: Policy) -> str:
    """Return all of a policy beside its line: citation, start, pausing, extension, variants, note."""
    parts = [
        tr("Căn cứ: {citation}", citation=said(policy.citation)),
        tr("Độ tin cậy: {words}", words=confidence_words(policy.confidence)),
        tr("Tính từ: {start}", start=start_words(policy.starts_at)),
        tr("không bao giờ tạm dừng") if policy.statutory else tr("tạm dừng được, có lý do"),
        extension_words(policy.extensions),
        variant_words(policy),
        "" if policy.enabled else tr("đang tắt"),
        policy.note or "",
    ]
    return " · ".join(filter(None, parts))


def proposal_state(proposal: Proposal) -> str:
    """Return how far a proposal to erase has come."""
    if proposal.ran_at:
        return tr("đã xóa {count} hồ sơ", count=number_text(proposal.erased))
    return tr("đã duyệt, chưa chạy xong") if proposal.approved_at else tr("chờ người thứ hai duyệt")


def proposal_line(proposal: Proposal) -> tuple[str, ...]:
    """Return a proposal as a line of the list."""
    return (
        date_text(proposal.at),
        proposal.by_name,
        number_text(proposal.cases),
        proposal.reason,
        proposal_state(proposal),
    )
