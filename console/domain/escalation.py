"""How work goes from desk to desk: the ladder of who is called, reasons of return, urgent reports, guidance (features E).

All of it is data (`escalation.json`); the code knows only the three rungs of the ladder and the three steps of a report.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from console.domain.jsonread import Node, unique
from console.domain.sentence import named


class Rung(StrEnum):
    """Whom a step of the ladder calls."""

    DESK = "desk"
    PROVINCE = "province"
    COMMANDER = "commander"


@dataclass(frozen=True, slots=True)
class LadderStep:
    """After so many seconds without anybody taking the case this rung is called."""

    level: int
    after_ms: int
    to: Rung
    vi: str


@dataclass(frozen=True, slots=True)
class ReturnReason:
    """Why a unit gives a case back; ``words`` asks for words of its own beside it (features E-04)."""

    code: str
    vi: str
    words: bool


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the receiving unit (png 04)."""

    code: str
    vi: str
    detail: str


@dataclass(frozen=True, slots=True)
class UrgentKind:
    """A kind of matter that must be reported upwards at once; ``tags`` hint at it (domain.md §3, features E-05)."""

    code: str
    vi: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UrgentStep:
    """One line of the urgent report's checklist; ``policy`` is its clock, "" for at once."""

    code: str
    vi: str
    policy: str


@dataclass(frozen=True, slots=True)
class Guidance:
    """A body outside the police that can help (features E-07); ``contact`` is a code of the directory."""

    code: str
    vi: str
    contact: str | None
    categories: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Escalation:
    """The whole file."""

    ladder: tuple[LadderStep, ...]
    bounces: int
    return_reasons: Mapping[str, ReturnReason]
    requests: Mapping[str, Request]
    remote_districts: frozenset[str]
    remote_policy: str
    urgent_kinds: Mapping[str, UrgentKind]
    urgent_steps: Mapping[str, UrgentStep]
    report_template: str
    guidance: Mapping[str, Guidance]
    guidance_text: str

    def due_step(self, since_ms: int, now_ms: int, raised: int) -> LadderStep | None:
        """Return the next rung to be called, or ``None`` while it is not time."""
        for step in self.ladder:
            if step.level > raised:
                return step if now_ms - since_ms >= step.after_ms else None
        return None

    def next_at(self, since_ms: int, raised: int) -> int | None:
        """Return when the next rung is called (UTC ms), ``None`` when all have been."""
        return next((since_ms + step.after_ms for step in self.ladder if step.level > raised), None)

    def urgent_hint(self, tags: Collection[str]) -> str:
        """Return the urgent kind that the tags of a case point to, or ""."""
        for kind in self.urgent_kinds.values():
            if not set(kind.tags).isdisjoint(tags):
                return kind.code
        return ""


def parse_escalation(
    file: Node,
    *,
    districts: Mapping[str, object],
    policies: Mapping[str, object],
    tags: Mapping[str, object],
    contacts: Mapping[str, object],
    categories: Mapping[str, object],
) -> Escalation:
    """Build it from `escalation.json`.

    Raises:
        CatalogError: naming the place in the file that is wrong.

    """
    ladder = tuple(_step(node) for node in file.get("ladder").items())
    if [step.level for step in ladder] != list(range(1, len(ladder) + 1)):
        raise file.get("ladder").fail("các bậc phải là 1, 2, 3… theo thứ tự")
    if any(a.after_ms >= b.after_ms for a, b in pairwise(ladder)):
        raise file.get("ladder").fail("bậc sau phải gọi muộn hơn bậc trước")
    steps = unique(file.get("urgent_steps").items())
    guides = unique(file.get("guidance").items())
    return Escalation(
        ladder=ladder,
        bounces=file.get("bounces").whole(),
        return_reasons={
            code: ReturnReason(
                code, named(node.get("vi").text(), node.get("en").text()), node.get("words").flag()
            )
            for code, node in unique(file.get("return_reasons").items()).items()
        },
        requests={
            code: Request(
                code,
                named(node.get("vi").text(), node.get("en").text()),
                named(node.get("detail").text(), node.get("detail_en").text()),
            )
            for code, node in unique(file.get("requests").items()).items()
        },
        remote_districts=frozenset(
            node.one_of(districts, "districts") for node in file.get("remote_districts").items()
        ),
        remote_policy=file.get("remote_policy").one_of(policies, "policies"),
        urgent_kinds={
            code: UrgentKind(
                code,
                named(node.get("vi").text(), node.get("en").text()),
                tuple(tag.one_of(tags, "tags") for tag in node.get("tags").items()),
            )
            for code, node in unique(file.get("urgent_kinds").items()).items()
        },
        urgent_steps={
            code: UrgentStep(
                code,
                named(node.get("vi").text(), node.get("en").text()),
                _policy(node.get("policy"), policies),
            )
            for code, node in steps.items()
        },
        report_template=file.get("report_template").text(),
        guidance={code: _guide(code, node, contacts, categories) for code, node in guides.items()},
        guidance_text=file.get("guidance_text").text(),
    )


def _step(node: Node) -> LadderStep:
    rungs = {rung.value: rung for rung in Rung}
    return LadderStep(
        node.get("level").whole(),
        node.get("after_s").whole() * 1_000,
        rungs[node.get("to").one_of(rungs, "các bậc")],
        node.get("vi").text(),
    )


def _policy(node: Node, policies: Mapping[str, object]) -> str:
    return "" if node.value == "" else node.one_of(policies, "policies")


def _guide(
    code: str, node: Node, contacts: Mapping[str, object], categories: Mapping[str, object]
) -> Guidance:
    contact = node.get("contact")
    for category in node.get("categories").items():
        if category.text() != "*":
            category.one_of(categories, "categories")
    return Guidance(
        code,
        named(node.get("vi").text(), node.get("en").text()),
        None if contact.value is None else contact.one_of(contacts, "contacts"),
        node.get("categories").texts(),
        node.get("words").text(),
    )
