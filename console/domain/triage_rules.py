"""Parse the triage rules: concepts, decoys, conditions.

A condition is a line of words: they are joined by AND; `a|b` is "one of", `!a|b` is "none of". Concepts
are bits of one integer, so a condition costs a few machine operations.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from console.domain.catalog import Catalog
from console.domain.jsonread import Node
from console.domain.phrases import Hit, PhraseBook, PhraseError
from console.domain.text import fold


@dataclass(frozen=True, slots=True)
class Condition:
    """Clauses that must all hold: (bits, wanted)."""

    clauses: tuple[tuple[int, bool], ...]

    def holds(self, found: int) -> bool:
        for bits, wanted in self.clauses:  # noqa: SIM110 - a generator costs three times as much
            if bool(found & bits) is not wanted:
                return False
        return True

    @property
    def wanted_bits(self) -> int:
        """The concepts that can make the condition true."""
        bits = 0
        for mask, wanted in self.clauses:
            if wanted:
                bits |= mask
        return bits


@dataclass(frozen=True, slots=True)
class CategoryRule:
    """When the condition holds, the category gains the weight."""

    name: str
    category: str
    weight: float
    when: Condition
    vi: str


@dataclass(frozen=True, slots=True)
class PriorityRule:
    """When the condition holds (first match wins), the priority is this one."""

    name: str
    priority: str
    when: Condition
    vi: str


@dataclass(frozen=True, slots=True)
class TagRule:
    """When the condition holds, the tag is proposed."""

    tag: str
    when: Condition


class TriageRules:
    """All rules of `triage-rules.json`, compiled."""

    def __init__(self, file: Node, catalog: Catalog) -> None:
        """Compile.

        Raises:
            CatalogError: naming the place in the file: unknown concept, category, priority or tag,
                malformed phrase.

        """
        self._bits: dict[str, int] = {}
        phrases = self._concepts(file)
        derived_nodes = list(file.get("derived").items())
        for node in derived_nodes:
            self._name_bit(node.get("name").text())
        for code in catalog.categories:
            self._name_bit(f"cat:{code}")
        phrases.extend(self._decoys(file))
        try:
            self.book = PhraseBook(phrases)
        except PhraseError as error:
            raise file.fail(str(error)) from error
        self._derived = [
            (self._bits[node.get("name").text()], self._condition(node.get("when"))) for node in derived_nodes
        ]
        self._quotable: dict[Condition, frozenset[str]] = {}
        self._primary = {
            self._bits[node.get("name").text()]: condition.wanted_bits
            for node, (_, condition) in zip(derived_nodes, self._derived, strict=True)
        }
        categories = catalog.categories
        self.categories = tuple(
            CategoryRule(
                name=f"{node.get('category').text()}/{number}",
                category=node.get("category").one_of(categories, "categories"),
                weight=node.get("weight").number(),
                when=self._condition(node.get("when")),
                vi=node.get("vi").text(),
            )
            for number, node in enumerate(file.get("categories").items(), start=1)
        )
        self.priorities = self._levels(file.get("priorities"), "priority", catalog)
        self.tags = tuple(
            TagRule(node.get("tag").one_of(catalog.tags, "tags"), self._condition(node.get("when")))
            for node in file.get("tags").items()
        )
        menu = file.get("menu")
        self.menu: Mapping[str, str] = {
            fold(text): menu.get(text).one_of(categories, "categories") for text in menu.names()
        }
        self.no_place = self._codes(file.get("no_place"), catalog)
        self.ignore_place = self._codes(file.get("ignore_place"), catalog)
        self.threshold = file.get("threshold").number()
        self._danger = 0
        for node in file.get("danger").items():
            self._danger |= self._bits[node.one_of(self._bits, "concepts")]
        self._common = frozenset(file.get("common").texts())
        self._settled = self._levels(file.get("settled"), "settled", catalog)

    @staticmethod
    def _codes(node: Node, catalog: Catalog) -> frozenset[str]:
        return frozenset(code.one_of(catalog.categories, "categories") for code in node.items())

    def _levels(self, node: Node, name: str, catalog: Catalog) -> tuple[PriorityRule, ...]:
        return tuple(
            PriorityRule(
                name=f"{name}/{number}",
                priority=rule.get("priority").one_of(catalog.priorities, "priorities"),
                when=self._condition(rule.get("when")),
                vi=rule.get("vi").text(),
            )
            for number, rule in enumerate(node.items(), start=1)
        )

    def _name_bit(self, name: str) -> None:
        self._bits.setdefault(name, 1 << len(self._bits))

    def _concepts(self, file: Node) -> list[tuple[str, str]]:
        concepts = file.get("concepts")
        phrases: list[tuple[str, str]] = []
        for name in concepts.names():
            self._name_bit(name)
            phrases.extend((name, phrase) for phrase in concepts.get(name).texts())
        return phrases

    def _decoys(self, file: Node) -> list[tuple[str, str]]:
        decoys = file.get("decoys")
        phrases: list[tuple[str, str]] = []
        for names in decoys.names():
            for name in names.split():
                if name not in self._bits:
                    raise decoys.get(names).fail(f"khái niệm {name!r} không có trong concepts")
            phrases.extend((f"!{names}", phrase) for phrase in decoys.get(names).texts())
        return phrases

    def _condition(self, node: Node) -> Condition:
        clauses: list[tuple[int, bool]] = []
        for clause in node.text().split():
            bits = 0
            for name in clause.removeprefix("!").split("|"):
                if name not in self._bits:
                    raise node.fail(f"khái niệm {name!r} không có trong concepts hay derived")
                bits |= self._bits[name]
            clauses.append((bits, not clause.startswith("!")))
        return Condition(tuple(clauses))

    def bit(self, name: str) -> int:
        """Return the bit of a concept or of `cat:CODE`."""
        return self._bits[name]

    def endangers(self, found: int) -> bool:
        """Tell whether any of the concepts found is a sign that somebody may be in danger."""
        return bool(found & self._danger)

    def telling(self, features: Iterable[str]) -> list[str]:
        """Return the features without the syllables that stand in messages of every kind."""
        return [feature for feature in features if feature not in self._common]

    def settled(self, found: int) -> PriorityRule | None:
        """Return why nobody needs help at once, if so: it is past and over, or all were brought away."""
        return next((rule for rule in self._settled if rule.when.holds(found)), None)

    def mask(self, hits: Sequence[Hit]) -> int:
        """Return the concepts found, derived ones included."""
        found = 0
        for hit in hits:
            found |= self._bits[hit.label]
        for bit, condition in self._derived:
            if condition.holds(found):
                found |= bit
        return found

    def concepts_of(self, condition: Condition) -> frozenset[str]:
        """Return the names of the concepts that can make the condition true, for quoting."""
        known = self._quotable.get(condition)
        if known is None:
            bits = condition.wanted_bits
            for bit, members in self._primary.items():
                if bits & bit:
                    bits |= members
            known = frozenset(name for name, bit in self._bits.items() if bits & bit)
            self._quotable[condition] = known
        return known
