"""Zalo's reply window: how long and how often the OA may still answer a citizen.

The limits are dated data (`zalo-rules.json`, from Zalo's announcements). What Zalo's own quota answer
says overrides what is counted from the messages known here, because replies may also have been sent
from OA Manager. An error code of a refused reply overrides both, until the citizen writes again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from console.domain.calendar import local_date
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.jsonread import Node


@dataclass(frozen=True, slots=True)
class WindowRule:
    """The limits in force between two local days; `free_messages` None means no limit.

    A refusal with one of `closing_codes` says that Zalo takes no reply, one of `used_up_codes` that none is free any more.
    """

    valid_from: date
    valid_to: date | None
    reply_days: int
    free_hours: int
    free_messages: int | None
    closing_hours: int
    closing_codes: frozenset[int]
    used_up_codes: frozenset[int]
    citation: str
    confidence: str


@dataclass(frozen=True, slots=True)
class ZaloRules:
    """All versions of the rule, oldest first."""

    versions: tuple[WindowRule, ...]

    def at(self, now_ms: int) -> WindowRule:
        """Return the version in force; before the first one, the first."""
        today = local_date(now_ms)
        current = self.versions[0]
        for rule in self.versions:
            if rule.valid_from <= today:
                current = rule
        return current


def parse_zalo_rules(file: Node) -> ZaloRules:
    """Build the rules from `zalo-rules.json`.

    Raises:
        CatalogError: a member is missing or wrong, or versions are out of order.

    """
    versions: list[WindowRule] = []
    for node in file.get("reply_window").items():
        free = node.get("free_messages")
        rule = WindowRule(
            valid_from=node.get("valid_from").day(),
            valid_to=node.get("valid_to").opt_day(),
            reply_days=node.get("reply_days").whole(),
            free_hours=node.get("free_hours").whole(),
            free_messages=None if free.value is None else free.whole(),
            closing_hours=node.get("closing_hours").whole(),
            closing_codes=frozenset(code.whole() for code in node.get("closing_codes").items()),
            used_up_codes=frozenset(code.whole() for code in node.get("used_up_codes").items()),
            citation=node.get("citation").text(),
            confidence=node.get("confidence").text(),
        )
        if versions and rule.valid_from <= versions[-1].valid_from:
            raise node.get("valid_from").fail("phải sau phiên bản đứng trước")
        versions.append(rule)
    if not versions:
        raise file.get("reply_window").fail("cần ít nhất một phiên bản")
    return ZaloRules(tuple(versions))


@dataclass(frozen=True, slots=True)
class QuotaAnswer:
    """What Zalo said about a citizen's window at `at_ms` (zalo-openapi.md §6.6)."""

    remain: int | None
    total: int | None
    last_interaction_ms: int | None
    at_ms: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reply that Zalo refused at `at_ms` and after which the citizen has not written; `reason` is Vietnamese."""

    code: int
    at_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReplyWindow:
    """Whether and how the OA may answer now. `state`: open, closing or closed.

    `free_left` and `free_total` are None when no number of free messages is limited or known. Of `free_left`, `maybe_used`
    are used already if the replies arrived whose outcome nobody knows: what is left is a range, never a number that may be
    too high (reliability.md I4).
    """

    state: str
    free_left: int | None
    free_total: int | None
    free_until_ms: int | None
    closes_at_ms: int | None
    reason: str
    maybe_used: int = 0


def reply_window(
    last_inbound_ms: int | None,
    outbound_times: Sequence[int],
    quota: QuotaAnswer | None,
    rules: ZaloRules,
    now_ms: int,
    refusals: Sequence[Refusal] = (),
    doubtful_times: Sequence[int] = (),
) -> ReplyWindow:
    """Return the window of a conversation.

    Args:
        last_inbound_ms: the citizen's last interaction known here; None if there was none.
        outbound_times: instants of the replies sent, from this desk or another.
        quota: Zalo's latest answer about this citizen, None if never asked.
        rules: dated limits.
        now_ms: the present.
        refusals: what Zalo refused since the citizen's last message, in any order.
        doubtful_times: instants of the replies that were given to Zalo and of which nobody knows whether they arrived.

    """
    rule = rules.at(now_ms)
    last = last_inbound_ms
    if quota is not None and quota.last_interaction_ms is not None:
        last = max(last or 0, quota.last_interaction_ms)
    if last is None:
        return ReplyWindow(
            "closed", 0, rule.free_messages, None, None, "Người dân chưa nhắn cho OA nên chưa thể trả lời."
        )
    closes = last + rule.reply_days * DAY_MS
    free_until = last + rule.free_hours * HOUR_MS
    if now_ms >= closes:
        reason = f"Đã quá {rule.reply_days} ngày từ lần tương tác cuối. Cần người dân nhắn lại hoặc liên hệ cách khác."
        return ReplyWindow("closed", 0, rule.free_messages, free_until, closes, reason)
    later = quota.last_interaction_ms if quota is not None and quota.last_interaction_ms is not None else 0
    standing = [refusal for refusal in refusals if refusal.at_ms >= later]
    refused = max((r for r in standing if r.code in rule.closing_codes), key=lambda r: r.at_ms, default=None)
    if refused is not None:
        return ReplyWindow("closed", 0, rule.free_messages, free_until, closes, refused.reason)
    since, left, total = _free(last, free_until, quota, rule, now_ms)
    maybe = 0
    if any(refusal.code in rule.used_up_codes for refusal in standing):
        left = 0
    if left is not None:
        left = max(left - sum(at > since for at in outbound_times), 0)
        maybe = min(left, sum(at > since for at in doubtful_times))
    state, reason = "open", "Đang trong thời gian trả lời miễn phí."
    if closes - now_ms <= rule.closing_hours * HOUR_MS:
        state, reason = "closing", "Sắp hết hạn trả lời qua Zalo."
    elif now_ms >= free_until:
        reason = f"Đã quá {rule.free_hours} giờ: vẫn trả lời được nhưng có thể tính phí."
    elif left == 0:
        reason = f"Đã dùng hết {total} tin miễn phí: vẫn trả lời được nhưng có thể tính phí."
    elif left is not None and left - maybe <= 2:
        number = f"{left - maybe}–{left}" if maybe else str(left)
        state, reason = "closing", f"Chỉ còn {number} tin miễn phí."
    return ReplyWindow(state, left, total, free_until, closes, reason, maybe)


def _free(
    last: int, free_until: int, quota: QuotaAnswer | None, rule: WindowRule, now_ms: int
) -> tuple[int, int | None, int | None]:
    """Return the instant after which replies count, how many were free then, and of how many."""
    if now_ms >= free_until:
        return last, 0, rule.free_messages
    if quota is not None and quota.remain is not None and quota.at_ms >= last:
        return quota.at_ms, quota.remain, quota.total or rule.free_messages
    if rule.free_messages is None:
        return last, None, None
    return last - 1, rule.free_messages, rule.free_messages
