"""How long what a citizen told is kept, by category (features I-06). Figures stay; the person goes (R-09)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from console.domain.case import Case, CaseState
from console.domain.clock import DAY_MS
from console.domain.jsonread import Node


@dataclass(frozen=True, slots=True)
class Retention:
    """Days after the end of work, by category."""

    default_days: int
    categories: Mapping[str, int]

    def days(self, category: str) -> int:
        """Return how many days the content of a case of this category is kept."""
        return self.categories.get(category, self.default_days)

    def due(self, case: Case, now_ms: int, ever: Collection[str] = ()) -> bool:
        """Return whether the case's content is to be erased: closed, over time, not held, not erased yet.

        ``ever`` are other categories a person gave the case: the longest time counts, so that nobody shortens the life of a crime
        report by calling it spam.
        """
        known = {case.category, *ever} - {""}
        days = max(self.days(code) for code in known or {""})
        return (
            case.state in (CaseState.CLOSED, CaseState.MERGED)
            and not case.hold
            and not case.erased_at
            and case.closed_at > 0
            and now_ms - case.closed_at >= days * DAY_MS
        )


def parse_retention(file: Node, categories: Mapping[str, object]) -> Retention:
    """Build it from `retention.json`.

    Raises:
        CatalogError: naming the place in the file that is wrong.

    """
    node = file.get("categories")
    for code in node.names():
        if code not in categories:
            raise node.get(code).fail(f"{code!r} không phải loại hồ sơ nào")
    found = {code: node.get(code).whole() for code in node.names()}
    default = file.get("default_days").whole()
    if min((default, *found.values())) < 1:
        raise file.fail("thời gian giữ phải từ một ngày trở lên")
    return Retention(default, found)
