"""Suggest category, priority, district and desk for a conversation, with reasons.

The knowledge is data (`triage-rules.json`, `teencode.json`, `gazetteer.json`); this is the small engine
that runs it. A suggestion is marked as such on screen, is confirmed by a person and never hides a case
(domain.md §5.9, §8).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from console.domain.catalog import Catalog
from console.domain.gazetteer import Gazetteer, Place
from console.domain.phrases import Hit, PhraseBook, Words, split_words
from console.domain.text import fold
from console.domain.triage_rules import Condition, PriorityRule, TriageRules

UNCLEAR = "CHUA_RO"
EMPTY = "THU_NGHIEM"
_SHORT_WORDS = 4
# What tells nothing by itself: a photo or a voice note may still be the only thing a person could send.
_MEDIA = frozenset({"image", "voice", "location", "file", "video", "link"})
MENU_WEIGHT = 3.0
MAX_REASONS = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested: a sentence, the citizen's own words, the rule's name."""

    text_vi: str
    matched: str
    rule: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the rules propose; every field may be None or empty. `confidence` is between 0 and 1."""

    category: str | None
    priority: str | None
    district: str | None
    unit: str | None
    tags: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    confidence: float


class Triage:
    """The compiled rules. Build once; `suggest` is pure and may be called from any thread."""

    def __init__(
        self,
        catalog: Catalog,
        rules: TriageRules,
        gazetteer: Gazetteer,
        shorthand: Mapping[str, tuple[str, ...]],
    ) -> None:
        self._catalog = catalog
        self._rules = rules
        self._gazetteer = gazetteer
        self._shorthand = shorthand
        self._book: PhraseBook = rules.book

    def words(self, texts: Sequence[str]) -> Words:
        """Return the words the rules see."""
        return split_words(texts, self._shorthand)

    def suggest(
        self,
        texts: Sequence[str],
        *,
        kinds: Sequence[str] = (),
        known_district: str | None = None,
        locations: Sequence[tuple[float, float]] = (),
    ) -> Suggestion:
        """Return the suggestion for the inbound messages of a conversation.

        Args:
            texts: the citizen's texts, oldest first (menu button texts included).
            kinds: message types beside text: image, voice, location, sticker, file, link.
            known_district: district known from elsewhere (an earlier case), used when none is named.
            locations: shared (latitude, longitude), used when nothing is named.

        """
        menu, free = self._split_menu(texts)
        words = self.words(free)
        hits = self._hits(words)
        found = self._rules.mask(hits)
        scores, fired = self._score(found)
        if menu is not None:
            scores[menu] = scores.get(menu, 0.0) + MENU_WEIGHT
        category, confidence = self._choose(scores, words, kinds, menu)
        found |= self._rules.bit(f"cat:{category}")
        reasons = [
            Reason(f"có dấu hiệu: {vi}", self._quote(condition, hits, words), rule)
            for rule, vi, condition, target in fired
            if target == category
        ]
        if menu is not None:
            reasons.append(Reason("người dân đã bấm nút trên trang OA", "", "menu"))
        priority, why = self._priority(category, found)
        if why is not None:
            reasons.append(Reason(f"mức {priority}: {why.vi}", self._quote(why.when, hits, words), why.name))
        place = self._gazetteer.locate(words, locations)
        district, place_reasons = self._district(category, place, known_district)
        reasons.extend(place_reasons)
        tags = self._tags(found, place, category)
        return Suggestion(
            category=category,
            priority=priority,
            district=district,
            unit=self._catalog.desk_for(category, district),
            tags=tags,
            missing=() if district or category in self._rules.no_place else ("place",),
            reasons=tuple(_distinct(reasons)[:MAX_REASONS]),
            confidence=confidence,
        )

    def _split_menu(self, texts: Sequence[str]) -> tuple[str | None, list[str]]:
        menu: str | None = None
        free: list[str] = []
        for text in texts:
            button = self._rules.menu.get(fold(text.strip(" #\n\t."))) if len(text) < 60 else None
            if button is None:
                free.append(text)
            else:
                menu = button
        return menu, free

    def _hits(self, words: Words) -> list[Hit]:
        hits: list[Hit] = []
        hidden: dict[str, list[tuple[int, int]]] = {}
        for hit in self._book.find(words):
            if hit.label.startswith("!"):
                for concept in hit.label[1:].split():
                    hidden.setdefault(concept, []).append((hit.start, hit.end))
            else:
                hits.append(hit)
        if not hidden:
            return hits
        return [
            hit
            for hit in hits
            if not any(start < hit.end and hit.start < end for start, end in hidden.get(hit.label, ()))
        ]

    def _score(self, found: int) -> tuple[dict[str, float], list[tuple[str, str, Condition, str]]]:
        scores: dict[str, float] = {}
        fired: list[tuple[str, str, Condition, str]] = []
        for rule in self._rules.categories:
            if rule.when.holds(found):
                scores[rule.category] = scores.get(rule.category, 0.0) + rule.weight
                fired.append((rule.name, rule.vi, rule.when, rule.category))
        return scores, fired

    def _choose(
        self, scores: Mapping[str, float], words: Words, kinds: Sequence[str], menu: str | None
    ) -> tuple[str, float]:
        if scores:
            ordered = sorted(scores.items(), key=lambda item: -item[1])
            best, score = ordered[0]
            second = ordered[1][1] if len(ordered) > 1 else 0.0
            if score >= self._rules.threshold or menu is not None:
                margin = (score - second) / (score + second)
                return best, round(min(0.97, 0.35 + 0.6 * margin * min(1.0, score / 8)), 2)
        count = sum(1 for word in words.folded if word)
        if count <= _SHORT_WORDS and not _MEDIA.intersection(kinds):
            return EMPTY, 0.3
        return UNCLEAR, 0.2

    def _priority(self, category: str, found: int) -> tuple[str, PriorityRule | None]:
        for rule in self._rules.priorities:
            if rule.when.holds(found):
                return rule.priority, rule
        return self._catalog.category(category).default_priority, None

    def _district(self, category: str, place: Place, known: str | None) -> tuple[str | None, list[Reason]]:
        if place.district is not None and category not in self._rules.ignore_place:
            name = self._catalog.districts[place.district].name
            return place.district, [Reason(f"địa bàn {name}", place.matched, "place")]
        if place.ambiguous and category not in self._rules.no_place:
            names = ", ".join(self._catalog.districts[code].name for code in place.ambiguous)
            return known, [Reason(f"tên xã có ở nhiều nơi ({names}): cần hỏi lại", place.matched, "place")]
        if known is not None and not place.elsewhere:
            return known, [Reason("địa bàn đã biết từ vụ việc trước", "", "known")]
        if place.elsewhere and category not in self._rules.no_place:
            return None, [Reason("có thể ở ngoài tỉnh", place.elsewhere, "place")]
        return None, []

    def _tags(self, found: int, place: Place, category: str) -> tuple[str, ...]:
        tags = [rule.tag for rule in self._rules.tags if rule.when.holds(found)]
        if place.elsewhere and place.district is None and category not in self._rules.no_place:
            tags.append("ngoai-tinh")
        return tuple(dict.fromkeys(tags))

    def _quote(self, condition: Condition, hits: Sequence[Hit], words: Words) -> str:
        wanted = self._rules.concepts_of(condition)
        quotes = [words.quote(hit.start, hit.end) for hit in hits if hit.label in wanted]
        quotes.sort(key=len, reverse=True)
        kept: list[str] = []
        for quote in quotes:
            if quote and not any(quote in longer for longer in kept):
                kept.append(quote)
        return ", ".join(kept[:3])


def _distinct(reasons: Sequence[Reason]) -> list[Reason]:
    """Drop a reason whose text was given already."""
    return list({reason.text_vi: reason for reason in reversed(reasons)}.values())[::-1]
