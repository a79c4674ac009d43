"""What is reviewed, what takes a second signature, and what the machine can see by itself (features H-01 to H-06).

All numbers and lists are data (`review.json`). Nothing here can be chosen by who handled a case: the sample depends on a
number nobody picks and on the case's id, which is given before anybody sees the case.
"""

import hashlib
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from console.domain.case import REASON_NEEDED, Case, Outcome, ReplyState, TransferState
from console.domain.clock import HOUR_MS
from console.domain.jsonread import Node, unique
from console.domain.sentence import named, sentence
from console.domain.text import fold, squeeze_identifier

PER_MILLE = 1000
_SHORTEST_NAME = 2
_SHORTEST_NUMBER = 8
_NO_ANSWER_EXPECTED = frozenset({Outcome.SPAM, Outcome.DUPLICATE, Outcome.UNREACHABLE})
_CLASSIFYING = frozenset({"SLA_CLASSIFY", "CRIME_CLASSIFY_24H"})


class Verdict(StrEnum):
    """How a review can end (H-03)."""

    PASSED = "dat"
    RETURNED = "can-sua"
    REOPENED = "mo-lai"


VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.PASSED: sentence("kiểm tra: đạt"),
    Verdict.RETURNED: sentence("kiểm tra: cần sửa"),
    Verdict.REOPENED: sentence("kiểm tra: mở lại"),
}


class Why(StrEnum):
    """Why a case is reviewed."""

    CATEGORY = "loai"
    REFUSAL = "khong-tiep-nhan"
    SAMPLE = "mau"


@dataclass(frozen=True, slots=True)
class SignatureRule:
    """Closings that fit all non-empty lists take a second signature.

    ``outside``: only where no unit of the police has accepted the case, so that it leaves them (domain.md §7, two-person rule).
    """

    code: str
    reason_vi: str
    categories: frozenset[str]
    priorities: frozenset[str]
    tags: frozenset[str]
    outcomes: frozenset[str]
    outside: bool = False

    def fits(self, case: Case, priority: str, outcome: str) -> bool:
        """Return whether closing ``case`` as ``outcome`` takes the signature."""
        return (
            (not self.categories or case.category in self.categories)
            and (not self.priorities or priority in self.priorities)
            and (not self.tags or not self.tags.isdisjoint(case.tags))
            and (not self.outcomes or outcome in self.outcomes)
            and not (self.outside and case.transfer and case.transfer.state is TransferState.ACCEPTED)
        )


@dataclass(frozen=True, slots=True)
class ReviewPolicy:
    """The house's rules for reviews. ``items`` and ``findings`` are names by code, in the order of the sheet."""

    categories: frozenset[str]
    outcomes: frozenset[str]
    sample_per_mille: int
    target_hours: int
    fix_hours: int
    items: Mapping[str, str]
    findings: Mapping[str, str]
    signatures: tuple[SignatureRule, ...]

    def reasons(self, categories: Collection[str], outcome: str, drawn: int) -> tuple[Why, ...]:
        """Return why a closing is reviewed, or nothing.

        Args:
            categories: all the case was ever classified as: a change of category does not lead around a review.
            outcome: how it was closed.
            drawn: see ``draw``.

        """
        found = []
        if not self.categories.isdisjoint(categories):
            found.append(Why.CATEGORY)
        if outcome in self.outcomes:
            found.append(Why.REFUSAL)
        if not found and drawn < self.sample_per_mille:
            found.append(Why.SAMPLE)
        return tuple(found)

    def signature_for(self, case: Case, priority: str, outcome: str) -> SignatureRule | None:
        """Return the rule by which closing takes a second signature, or ``None``."""
        return next((rule for rule in self.signatures if rule.fits(case, priority, outcome)), None)

    def due_at(self, closed_at: int) -> int:
        """Return by when a case closed then should be reviewed (UTC ms)."""
        return closed_at + self.target_hours * HOUR_MS


def draw(seed: str, case_id: str) -> int:
    """Return the case's number 0–999 under a seed; anybody can compute it again."""
    digest = hashlib.sha256(f"{seed}\x1f{case_id}".encode()).digest()
    return int.from_bytes(digest[:8], "big") % PER_MILLE


def parse_review_policy(
    file: Node,
    categories: Mapping[str, object],
    priorities: Mapping[str, object],
    tags: Mapping[str, object],
) -> ReviewPolicy:
    """Build the policy from `review.json`.

    Raises:
        CatalogError: a member is missing or wrong, or names a code the other files do not have.

    """
    outcomes = {outcome.value: outcome for outcome in Outcome}
    share = file.get("sample_per_mille")
    if not 0 <= share.whole() <= PER_MILLE:
        raise share.fail("cần từ 0 đến 1000")

    def codes(node: Node, allowed: Mapping[str, object], name: str) -> frozenset[str]:
        return frozenset(item.one_of(allowed, name) for item in node.opt_items())

    def names(node: Node) -> dict[str, str]:
        return {
            code: named(item.get("vi").text(), item.get("en").text())
            for code, item in unique(node.items()).items()
        }

    def rule(code: str, node: Node) -> SignatureRule:
        return SignatureRule(
            code,
            named(node.get("reason_vi").text(), node.get("reason_en").text()),
            codes(node.get("categories"), categories, "categories.json"),
            codes(node.get("priorities"), priorities, "priorities"),
            codes(node.get("tags"), tags, "tags.json"),
            codes(node.get("outcomes"), outcomes, "các kết quả"),
            node.get("outside").flag(),
        )

    return ReviewPolicy(
        codes(file.get("categories"), categories, "categories.json"),
        codes(file.get("outcomes"), outcomes, "các kết quả"),
        share.whole(),
        file.get("target_hours").whole(),
        file.get("fix_hours").whole(),
        names(file.get("items")),
        names(file.get("findings")),
        tuple(rule(code, node) for code, node in unique(file.get("second_signature").items()).items()),
    )


# --- what the machine sees --------------------------------------------------------------------------------------------


class JudgedClock(Protocol):
    """What a check must know of a clock (``clocks.ClockState``)."""

    @property
    def policy_code(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def due_ms(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def met(self) -> bool | None: ...


class CheckState(StrEnum):
    """Result of a machine check; ``NONE``: does not apply to this case."""

    OK = "dat"
    BAD = "chua"
    NONE = "khong-ap-dung"


@dataclass(frozen=True, slots=True)
class Check:
    """One line the machine ticks. ``value`` is a name from the data, ``span_ms`` how long it took, ``at`` when it was done."""

    code: str
    state: CheckState
    value: str = ""
    span_ms: int = 0
    at: int = 0


def machine_checks(
    case: Case, clocks: Sequence[JudgedClock], told: Iterable[tuple[str, Sequence[str]]]
) -> tuple[Check, ...]:
    """Return what can be seen without a person (officer-day.md §5, «máy kiểm tra trước»).

    Args:
        case: the case, closed or about to be.
        clocks: its clocks as they stood when it was closed.
        told: texts that left the desk (replies, reasons of transfers, the reason of closing), each with the names and
            numbers of the citizen that must not stand in it; those are never shown or kept.

    """
    return (
        _answered(case),
        _classified(case, clocks),
        _clocks_kept(clocks),
        _masked(told),
        _settled(case),
        _reasoned(case),
        _complete(case),
    )


def _answered(case: Case) -> Check:
    if case.outcome in _NO_ANSWER_EXPECTED and not case.first_reply_at:
        return Check("tra-loi", CheckState.NONE)
    if not case.first_reply_at:
        return Check("tra-loi", CheckState.BAD)
    state = CheckState.OK if case.answered else CheckState.BAD
    return Check("tra-loi", state, "", case.first_reply_at - case.first_message_at, case.last_outbound_at)


def _classified(case: Case, clocks: Sequence[JudgedClock]) -> Check:
    limits = [clock for clock in clocks if clock.policy_code in _CLASSIFYING]
    if not case.classified_at:
        return Check("phan-loai", CheckState.BAD)
    late = any(case.classified_at > clock.due_ms for clock in limits)
    span = case.classified_at - (case.first_message_at or case.opened_at)
    return Check("phan-loai", CheckState.BAD if late else CheckState.OK, "", span, case.classified_at)


def _clocks_kept(clocks: Sequence[JudgedClock]) -> Check:
    if not clocks:
        return Check("han", CheckState.NONE)
    missed = [clock for clock in clocks if clock.met is False or clock.state == "late"]
    return Check("han", CheckState.BAD, missed[0].label) if missed else Check("han", CheckState.OK)


def _masked(told: Iterable[tuple[str, Sequence[str]]]) -> Check:
    named = any(_names(text, mark) for text, identity in told for mark in identity)
    return Check("danh-tinh", CheckState.BAD if named else CheckState.OK)


def _names(text: str, mark: str) -> bool:
    """Return whether a text names somebody: his phone or Zalo number, or a name of two words or more.

    One word alone («Hoa») is too often just a word.
    """
    digits = squeeze_identifier(mark)
    if digits.isdigit():
        return len(digits) >= _SHORTEST_NUMBER and digits in squeeze_identifier(text)
    words = fold(mark).split()
    pattern = r"\b" + r"\s+".join(map(re.escape, words)) + r"\b"
    return len(words) >= _SHORTEST_NAME and re.search(pattern, fold(text)) is not None


def _settled(case: Case) -> Check:
    unknown = any(mark.state is ReplyState.UNKNOWN for mark in case.replies)
    return Check("chua-ro", CheckState.BAD if unknown else CheckState.OK)


def _reasoned(case: Case) -> Check:
    outcome = case.outcome or (case.closing.outcome if case.closing else "")
    reason = case.close_reason or (case.closing.reason if case.closing else "")
    wanted = outcome in REASON_NEEDED
    if not outcome:
        return Check("ket-qua", CheckState.BAD)
    return Check("ket-qua", CheckState.BAD if wanted and not reason else CheckState.OK)


def _complete(case: Case) -> Check:
    if not case.category:
        return Check("truong", CheckState.BAD, "loai")
    if not case.priority:
        return Check("truong", CheckState.BAD, "muc")
    if not case.district and not case.place:
        return Check("truong", CheckState.BAD, "dia-ban")
    return Check("truong", CheckState.OK)
