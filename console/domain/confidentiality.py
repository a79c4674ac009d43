"""How an informant is kept from being known: data, with the rules that follow from it (domain.md §5, features I)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from console.domain.case import Case
from console.domain.catalog import Catalog
from console.domain.clock import MINUTE_MS
from console.domain.jsonread import Node, unique
from console.domain.sentence import named, sentence

_LEVELS = frozenset({"normal", "restricted", "secret_source", "secret_identity"})
_WARNS = frozenset({"call", "visit", "transfer", "reply"})
MOVED_TEXT = named("đã chuyển theo kênh bảo mật", "moved through the secure channel")
LOCKED_TEXT = sentence("đã khóa: nghi có bí mật nhà nước, điện trực chỉ huy")
"""What stands in place of a text that went its own way, and of one that may have to (domain.md §5.5)."""
FILES_LOCKED_TEXT = sentence("[tệp đã khóa: hình ảnh xâm hại trẻ em; không xem, không tải, không chuyển]")
"""What stands in place of each file of a case with pictures of the abuse of a child (domain.md §8)."""
COVERED_TEXT = sentence("lời kể được giữ kín: mở hồ sơ để đọc")
"""What stands in place of the first words of a sealed case until it is written down that they are seen (threats T19)."""


def shown_text(case: Case, text: str) -> str:
    """Return the text of a message, reply or note as it may be shown."""
    if not case.locked:
        return text
    return MOVED_TEXT if case.secret is not None and case.secret.moved else LOCKED_TEXT


_WRITTEN = ("reason", "words", "comment")
"""Fields of events in which somebody wrote about a matter."""
_Body = TypeVar("_Body")


def without_writing(body: _Body, instead: str) -> _Body:
    """Return an event's body without what somebody wrote in it about a matter: it may begin with what the citizen wrote.

    Args:
        body: of an event of a case that may hold a state secret.
        instead: what stands in its place, see ``shown_text``.

    """
    hidden = {field: instead for field in _WRITTEN if getattr(body, field, "")}
    return replace(body, **hidden) if hidden else body  # type: ignore[type-var]  # every body is a dataclass


@dataclass(frozen=True, slots=True)
class Restriction:
    """A way not to reach an informant; ``warns`` says at which acts."""

    code: str
    vi: str
    en: str
    warns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Confidentiality:
    """The house's rules. ``*_ms`` are milliseconds; more than ``alert_per_day`` reveals of one officer are told of."""

    shown_ms: int
    use_ms: int
    alert_per_day: int
    levels: frozenset[str]
    tags: frozenset[str]
    restrictions: Mapping[str, Restriction]

    def needs_two(self, case: Case, catalog: Catalog, suggested: str = "") -> bool:
        """Return whether a second officer must let somebody see who the citizen is.

        Args:
            case: the case.
            catalog: the data files.
            suggested: the machine's category, which counts until a person has set one.

        """
        category = catalog.categories.get(case.category or suggested)
        level = category.confidentiality if category else "normal"
        return level in self.levels or case.concerns_police or not self.tags.isdisjoint(case.tags)

    def warned(self, case: Case, act: str) -> tuple[Restriction, ...]:
        """Return the informant's wishes that an act («call», «visit», «transfer», «reply») may go against."""
        found = (self.restrictions.get(limit.code) for limit in case.contact_limits)
        return tuple(one for one in found if one is not None and act in one.warns)


def parse_confidentiality(file: Node, catalog: Catalog) -> Confidentiality:
    """Build the rules from `confidentiality.json`.

    Raises:
        CatalogError: a member is missing or wrong, or names a code that the catalog does not have.

    """
    reveal = file.get("reveal")
    seconds, minutes = reveal.get("seconds").whole(), reveal.get("use_minutes").whole()
    if not 10 <= seconds <= 900:
        raise reveal.get("seconds").fail("từ 10 đến 900 giây")
    if not 1 <= minutes <= 24 * 60:
        raise reveal.get("use_minutes").fail("từ 1 phút đến 24 giờ")
    levels = reveal.get("four_eyes_confidentiality").items()
    tags = reveal.get("four_eyes_tags").items()
    return Confidentiality(
        seconds * 1000,
        minutes * MINUTE_MS,
        reveal.get("alert_per_day").whole(),
        frozenset(item.one_of(_LEVELS, "các độ kín") for item in levels),
        frozenset(item.one_of(catalog.tags, "tags.json") for item in tags),
        {code: _restriction(node) for code, node in unique(file.get("restrictions").items()).items()},
    )


def _restriction(node: Node) -> Restriction:
    warns = frozenset(item.one_of(_WARNS, "các lúc nhắc") for item in node.get("warns").items())
    return Restriction(node.get("code").text(), node.get("vi").text(), node.get("en").text(), warns)
