"""Suggest category, priority, district and desk for a conversation, with reasons.

The knowledge is data (`triage-rules.json`, `teencode.json`, `gazetteer.json`); this is the small engine
that runs it. A suggestion is marked as such on screen, is confirmed by a person and never hides a case
(domain.md §5.9, §8).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from console.domain.catalog import Catalog
from console.domain.gazetteer import Gazetteer, Place, hidden_by
from console.domain.jsonread import Node
from console.domain.phrases import Hit, PhraseBook, Words, split_words
from console.domain.text import fold
from console.domain.triage_rules import Condition, PriorityRule, TriageRules
from console.domain.triage_weights import Weights, parse_weights, softmax, word_features

UNCLEAR = "CHUA_RO"
EMPTY = "THU_NGHIEM"
ABUSE = "QUAY_ROI"
ABUSIVE = frozenset({"insult", "vulgar"})
"""The concepts whose words are set aside to see what an abusive message says beside them."""
_SHORT_WORDS = 4
_TELLING_WORDS = 3
"""Fewer words than these, none of them known to the rules, tell nothing."""
# What tells nothing by itself: a photo or a voice note may still be the only thing a person could send.
_MEDIA = frozenset({"image", "voice", "location", "file", "video", "link"})
MENU_WEIGHT = 8.0
URGENT_CHANCE = 0.028
"""Chance of the first priority from which it is proposed, however likely another one is."""
EMERGENCY_CHANCE = 0.2
"""The same for the kinds whose usual priority is the first, taken together: where the words leave open which
kind it is, what is left open must not be an emergency."""
UNSIGNED_URGENT = 0.2
UNSIGNED_EMERGENCY = 0.3
"""The same where no sign of danger was found (`danger` of the rules): then only the weights of words speak, which are
often syllables of any talk ("của", "vào", "rồi"). Below the first the rarer words and the pairs must reach
`URGENT_CHANCE` without these (`common`). All four were chosen on the corpus in cross-validation (39 of 39 first
priorities found, 64 alarms) and on hand-written lines, which were seen while choosing."""
MAX_REASONS = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is suggested: a sentence, the citizen's own words, the rule's name."""

    text_vi: str
    matched: str
    rule: str

    @property
    def told(self) -> str:
        """Return the sentence with the words that spoke for it."""
        return f"{self.text_vi} (“{self.matched}”)" if self.matched else self.text_vi


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


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in the texts: words, phrase hits, concepts as bits, rule scores, features."""

    words: Words
    hits: Sequence[Hit]
    found: int
    scores: dict[str, float]
    fired: Sequence[tuple[str, str, Condition, str]]
    features: list[str]
    kinds: Sequence[str]
    mentions: Sequence[Hit]


class Triage:
    """The compiled rules. Build once; `suggest` is pure and may be called from any thread."""

    def __init__(
        self,
        catalog: Catalog,
        rules: TriageRules,
        gazetteer: Gazetteer,
        shorthand: Mapping[str, tuple[str, ...]],
        weights: Node | None = None,
    ) -> None:
        self._catalog = catalog
        self._rules = rules
        self._gazetteer = gazetteer
        self._shorthand = shorthand
        self._book: PhraseBook = rules.book
        self._first = next(iter(catalog.priorities))
        self._category_weights: Weights | None = None
        self._priority_weights: Weights | None = None
        if weights is not None:
            self._category_weights = parse_weights(weights.get("category"), catalog.categories, "categories")
            self._priority_weights = parse_weights(weights.get("priority"), catalog.priorities, "priorities")

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
        seen = self.look(free, kinds)
        words, hits, found, scores = seen.words, seen.hits, seen.found, seen.scores
        if menu is not None:
            scores[menu] = scores.get(menu, 0.0) + MENU_WEIGHT
        chances = self._chances(seen)
        category, confidence = self._choose(seen, chances, kinds, menu)
        found |= self._rules.bit(f"cat:{category}")
        reasons = _telling_something_new(
            Reason(vi, self._quote(condition, hits, words), rule)
            for rule, vi, condition, target in seen.fired
            if target == category
        )
        if menu is not None:
            reasons.append(Reason("người dân đã bấm nút trên trang OA", "", "menu"))
        if not reasons:
            reasons.extend(self._word_reason(self._category_weights, category, words, "loại này"))
        priority, why = self._priority(category, seen, found)
        if priority != self._first and self._maybe_emergency(category, seen, chances):
            priority, why = self._first, None
        level: list[Reason] = []
        if why is not None:
            # A level that follows from the kind of matter rests on the words that told the kind.
            quote = self._quote(why.when, hits, words) or next((r.matched for r in reasons if r.matched), "")
            level.append(Reason(f"mức {priority}: {why.vi}", quote, why.name))
        elif priority == self._catalog.category(category).default_priority:
            level.append(Reason(f"mức {priority}: mức thường của loại này", "", "default"))
        elif priority == self._first:
            quote = self._urgent_words(seen, chances)
            level.append(Reason(f"mức {priority}: chưa loại trừ tin khẩn cấp", quote, "words"))
        else:
            level.extend(self._word_reason(self._priority_weights, priority, words, f"mức {priority}"))
        place = self._gazetteer.locate(words, seen.mentions, locations)
        district, place_reasons = self._district(category, place, known_district)
        # Why this kind is said at length only as far as level and district keep their own reasons.
        kept = reasons[: MAX_REASONS - len(level) - len(place_reasons)]
        reasons = [*kept, *level, *place_reasons]
        tags = self._tags(found, place, category)
        return Suggestion(
            category=category,
            priority=priority,
            district=district,
            unit=self._catalog.desk_for(category, district),
            tags=tags,
            missing=() if district or category in self._rules.no_place else ("place",),
            reasons=tuple(_distinct(reasons)),
            confidence=confidence,
        )

    def look(self, texts: Sequence[str], kinds: Sequence[str]) -> Seen:
        """Return what rules and weights see in the texts, for suggestions and for training."""
        return self._see(self.words(texts), kinds)

    def _see(self, words: Words, kinds: Sequence[str]) -> Seen:
        mentions = self._gazetteer.mentions(words)
        hits = self._hits(words, mentions)
        found = self._rules.mask(hits)
        scores, fired = self._score(found)
        features = word_features(words, kinds, {hit.label for hit in hits})
        return Seen(words, hits, found, scores, fired, features, kinds, mentions)

    def rule_priority(self, category: str, found: int) -> str:
        """Return the priority by rules alone."""
        found |= self._rules.bit(f"cat:{category}")
        return self._ruled(category, found)[0]

    def with_weights(self, file: object) -> "Triage":
        """Return a copy with other word weights (parsed `triage-weights.json`, or None for rules alone)."""
        weights = None if file is None else Node("triage-weights.json", "", file)
        return Triage(self._catalog, self._rules, self._gazetteer, self._shorthand, weights)

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

    def _hits(self, words: Words, mentions: Sequence[Hit]) -> list[Hit]:
        hits: list[Hit] = []
        hidden: dict[str, list[tuple[int, int]]] = {}
        names = [(place.start, place.end) for place in mentions if hidden_by(place)]
        for hit in self._book.find(words):
            if hit.label.startswith("!"):
                for concept in hit.label[1:].split():
                    hidden.setdefault(concept, []).append((hit.start, hit.end))
            elif not names or not any(start <= hit.start and hit.end <= end for start, end in names):
                hits.append(hit)
        if not hidden:
            return hits
        return [
            hit
            for hit in hits
            if hit.label not in hidden
            or not any(start < hit.end and hit.start < end for start, end in hidden[hit.label])
        ]

    def _score(self, found: int) -> tuple[dict[str, float], list[tuple[str, str, Condition, str]]]:
        scores: dict[str, float] = {}
        fired: list[tuple[str, str, Condition, str]] = []
        for rule in self._rules.categories:
            if rule.when.holds(found):
                scores[rule.category] = scores.get(rule.category, 0.0) + rule.weight
                fired.append((rule.name, rule.vi, rule.when, rule.category))
        return scores, fired

    def _chances(self, seen: Seen) -> dict[str, float]:
        """Return how likely each kind is; nothing where there is no word, or no weights."""
        if self._category_weights is None or not any(seen.words.folded):
            return {}
        scores = self._category_weights.scores(seen.features, seen.scores)
        return dict(zip(self._category_weights.classes, softmax(scores), strict=True))

    def _urgent(self, code: str) -> bool:
        return self._catalog.category(code).default_priority == self._first

    def _maybe_emergency(self, category: str, seen: Seen, chances: Mapping[str, float]) -> bool:
        """Tell whether another kind was chosen although it may well be an emergency.

        Insults never hide one (domain.md §8): an abusive message is judged by what is left without them, too.
        """
        if category == ABUSE:
            return any(self._urgent(code) for _, _, _, code in seen.fired) or self._urgent_without_abuse(seen)
        urgent = sum(chance for code, chance in chances.items() if self._urgent(code))
        if self._urgent(category) or self._weakly(seen.found, urgent):
            return False
        return urgent >= EMERGENCY_CHANCE

    def _weakly(self, found: int, chance: float) -> bool:
        """Tell whether an emergency rests on common words alone, or on what is over."""
        unsigned = not self._rules.endangers(found) and chance < UNSIGNED_EMERGENCY
        return unsigned or self._rules.settled(found) is not None

    def _urgent_without_abuse(self, seen: Seen) -> bool:
        abusive = {place for hit in seen.hits if hit.label in ABUSIVE for place in range(hit.start, hit.end)}
        rest = self._see(seen.words.without(abusive), seen.kinds)
        if not rest.hits and sum(1 for word in rest.words.folded if word) < _TELLING_WORDS:
            return False
        chances = self._chances(rest)
        category, _ = self._choose(rest, chances, rest.kinds, None)
        return self._urgent(category) or (
            category != ABUSE and self._maybe_emergency(category, rest, chances)
        )

    def _urgent_words(self, seen: Seen, chances: Mapping[str, float]) -> str:
        """Return the words that spoke for an emergency where another kind was chosen."""
        for _, _, condition, target in seen.fired:
            if self._urgent(target):
                quote = self._quote(condition, seen.hits, seen.words)
                if quote:
                    return quote
        likeliest = max((code for code in chances if self._urgent(code)), key=chances.__getitem__, default="")
        for weights, code in ((self._category_weights, likeliest), (self._priority_weights, self._first)):
            spoke = weights.telling(seen.words, weights.classes.index(code)) if weights and code else ()
            if spoke:
                return ", ".join(spoke)
        return ""

    def _choose(
        self, seen: Seen, chances: Mapping[str, float], kinds: Sequence[str], menu: str | None
    ) -> tuple[str, float]:
        count = sum(1 for word in seen.words.folded if word)
        if not count:
            if menu is not None:
                return menu, 0.9
            return (UNCLEAR, 0.2) if _MEDIA.intersection(kinds) else (EMPTY, 0.5)
        if chances:
            # A rule saw a matter: then the message is no test, however short it is.
            matter = any(code != EMPTY and score > 0 for code, score in seen.scores.items())
            likely = [code for code in chances if not (matter and code == EMPTY)]
            best = max(likely, key=chances.__getitem__)
            if self.rule_priority(best, seen.found) == self._first and self._weakly(
                seen.found, chances[best]
            ):
                best = max((code for code in likely if not self._urgent(code)), key=chances.__getitem__)
            return best, round(min(chances[best], 0.97), 2)
        if seen.scores:
            best_code, score = max(seen.scores.items(), key=lambda item: item[1])
            if score >= self._rules.threshold:
                return best_code, round(min(0.9, score / (score + 6)), 2)
        return (EMPTY, 0.3) if count <= _SHORT_WORDS else (UNCLEAR, 0.2)

    def _ruled(self, category: str, found: int) -> tuple[str, PriorityRule | None]:
        for rule in self._rules.priorities:
            if rule.when.holds(found):
                return rule.priority, rule
        return self._catalog.category(category).default_priority, None

    def _priority(self, category: str, seen: Seen, found: int) -> tuple[str, PriorityRule | None]:
        ruled, rule = self._ruled(category, found)
        if not any(seen.words.folded):
            return self._wordless_priority(ruled, seen.kinds), rule
        if self._priority_weights is None:
            return ruled, rule
        features = [*seen.features, f"=cat:{category}"]
        chances = softmax(self._priority_weights.scores(features, {ruled: 1.0}))
        classes = self._priority_weights.classes
        urgent = classes[0]
        # Missing an emergency is the worst error: it wins well before it is the likeliest.
        heard = chances[0] >= URGENT_CHANCE
        if heard and chances[0] < UNSIGNED_URGENT and not self._rules.endangers(found):
            telling = self._priority_weights.scores(self._rules.telling(features), {ruled: 1.0})
            heard = softmax(telling)[0] >= URGENT_CHANCE
        if heard:
            settled = self._rules.settled(found)
            if settled is not None:
                return settled.priority, settled
            return urgent, rule if ruled == urgent else None
        best = classes[max(range(len(chances)), key=chances.__getitem__)]
        return best, rule if ruled == best else None

    @staticmethod
    def _word_reason(weights: Weights | None, code: str, words: Words, what: str) -> list[Reason]:
        """Return the words that made the weights choose ``code``, where no rule says why."""
        if weights is None:
            return []
        quotes = ", ".join(weights.telling(words, weights.classes.index(code)))
        if quotes:
            return [Reason(f"cách nói thường gặp ở {what}", quotes, "words")]
        return [Reason("không lời nào nói rõ, cần người đọc", "", "words")] if any(words.folded) else []

    def _wordless_priority(self, ruled: str, kinds: Sequence[str]) -> str:
        """Return the priority of a conversation without a word.

        Somebody who sends a voice note or a place and nothing else may be unable to type.
        """
        first, second = tuple(self._catalog.priorities)[:2]
        if "location" in kinds:
            return first
        return second if "voice" in kinds else ruled

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
        spans: list[tuple[int, int]] = []
        for start, end in sorted((hit.start, hit.end) for hit in hits if hit.label in wanted):
            if spans and start < spans[-1][1]:
                spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
            else:
                spans.append((start, end))
        quotes = [words.quote(start, end) for start, end in spans]
        quotes.sort(key=len, reverse=True)
        kept: list[str] = []
        for quote in quotes:
            if quote and not any(quote in longer for longer in kept):
                kept.append(quote)
        return ", ".join(kept[:3])


def _telling_something_new(reasons: Iterable[Reason]) -> list[Reason]:
    """Drop a reason that rests on words an earlier one quoted already: it would tell the officer nothing."""
    kept: dict[str, Reason] = {}
    for reason in reasons:
        kept.setdefault(reason.matched or reason.text_vi, reason)
    return list(kept.values())


def _distinct(reasons: Sequence[Reason]) -> list[Reason]:
    """Drop a reason whose text was given already."""
    return list({reason.text_vi: reason for reason in reversed(reasons)}.values())[::-1]
