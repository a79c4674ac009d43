"""Which replies a second officer must let go, and which must not name what was reported (features C-12, domain.md §5.4)."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from console.domain.case import Case
from console.domain.catalog import CannedReply, Catalog
from console.domain.catalog_load import SLOT
from console.domain.jsonread import Node, unique
from console.domain.officer import Officer, Role
from console.domain.sentence import named
from console.domain.text import nfc


@dataclass(frozen=True, slots=True)
class ApprovalRule:
    """Replies that fit all of ``categories``, ``priorities`` and ``tags`` need approval; an empty one fits every case."""

    code: str
    reason_vi: str
    categories: frozenset[str]
    priorities: frozenset[str]
    tags: frozenset[str]
    exempt_roles: frozenset[Role]
    exempt_ready_answers: bool


@dataclass(frozen=True, slots=True)
class ReplyPolicy:
    """The house's rules for replies. A reply in a case with one of ``discreet_tags`` must not name number or place."""

    rules: tuple[ApprovalRule, ...]
    discreet_tags: frozenset[str]

    def approval_for(
        self, case: Case, priority: str, officer: Officer, ready: CannedReply | None, text: str
    ) -> ApprovalRule | None:
        """Return the rule that asks for a second officer, or ``None``.

        Args:
            case: the case replied to.
            priority: the one set, else the suggested one.
            officer: who wrote the reply.
            ready: the ready answer it was made from, if any.
            text: what would go out.

        """
        free = ready is not None and ready.auto_ok and is_unaltered(ready, text)
        for rule in self.rules:
            fits = (
                (not rule.categories or case.category in rule.categories)
                and (not rule.priorities or priority in rule.priorities)
                and (not rule.tags or not rule.tags.isdisjoint(case.tags))
            )
            exempt = not rule.exempt_roles.isdisjoint(officer.roles) or (rule.exempt_ready_answers and free)
            if fits and not exempt:
                return rule
        return None


def is_unaltered(ready: CannedReply, text: str) -> bool:
    """Return whether ``text`` is the ready answer with nothing but its slots filled, each on one line."""
    pieces = SLOT.split(nfc(ready.text))
    # split() alternates between text and slot names.
    pattern = "".join(re.escape(p) if i % 2 == 0 else r"[^\n]{1,200}" for i, p in enumerate(pieces))
    return re.fullmatch(pattern, nfc(text).strip()) is not None


def parse_reply_policy(file: Node, catalog: Catalog) -> ReplyPolicy:
    """Build the policy from `approval.json`.

    Raises:
        CatalogError: a member is missing or wrong, or names a code that the catalog does not have.

    """
    return ReplyPolicy(
        tuple(_rule(code, node, catalog) for code, node in unique(file.get("rules").items()).items()),
        _codes(file.get("discreet_tags").items(), catalog.tags, "tags.json"),
    )


def _rule(code: str, node: Node, catalog: Catalog) -> ApprovalRule:
    roles = {role.value: role for role in Role}
    return ApprovalRule(
        code,
        named(node.get("reason_vi").text(), node.get("reason_en").text()),
        _codes(node.get("categories").opt_items(), catalog.categories, "categories.json"),
        _codes(node.get("priorities").opt_items(), catalog.priorities, "priorities"),
        _codes(node.get("tags").opt_items(), catalog.tags, "tags.json"),
        frozenset(roles[item.one_of(roles, "các vai trò")] for item in node.get("exempt_roles").opt_items()),
        node.get("exempt_ready_answers").flag(),
    )


def _codes(nodes: Iterable[Node], allowed: Mapping[str, object], name: str) -> frozenset[str]:
    return frozenset(node.one_of(allowed, name) for node in nodes)
