"""Word weights that correct the rules: a small linear model, learned offline, shipped as data.

The rules say what is known; the weights know which words usually go with what. Both scores are added.
`tests/triage/train.py` builds the file; no learning happens in the console.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp

from console.domain.jsonread import Node
from console.domain.phrases import Words

_LENGTH_STEPS = (1, 2, 4, 8, 16, 32)
_TELLING = 0.15
"""A word of less weight is not worth naming."""
_BARE = 2
"""Letters of a word that says nothing by itself: em, nó, là."""
_COMMON = (
    " anh bac cac chi cho chu chua con cung day den dung duoc gio hay khong minh nay nen nguoi nhu nhung nua roi"
    " sao the thi toi tren trong tui van vay voi "
)
"""Folded words that stand in messages of every kind: named only where nothing better spoke."""


def word_features(words: Words, kinds: Sequence[str], concepts: Iterable[str]) -> list[str]:
    """Return the features of a conversation: words, word pairs, concepts, length, message types."""
    found: dict[str, None] = {}
    previous = ""
    count = messages = 0
    for word in words.folded:
        if not word:
            messages += 1
            previous = ""
            continue
        count += 1
        shown = "#" if word[0].isdigit() else word
        found[shown] = None
        if previous:
            found[f"{previous} {shown}"] = None
        previous = shown
    found[f"@len{sum(count >= step for step in _LENGTH_STEPS)}"] = None
    if messages > 2:
        found["@fragments"] = None
    for kind in kinds:
        if kind != "text":
            found[f"@{kind}"] = None
    for concept in concepts:
        found[f"={concept}"] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class Weights:
    """Feature → class numbers and weights in turn, in hundredths; `rule_scale` is what one rule point is worth.

    One flat array a feature: as many small objects would take ten times the memory.
    """

    classes: tuple[str, ...]
    rule_scale: float
    bias: tuple[float, ...]
    table: Mapping[str, Sequence[int]]

    def scores(self, features: Iterable[str], rules: Mapping[str, float]) -> list[float]:
        """Return the class scores: bias, rules and words together."""
        totals = [
            bias + self.rule_scale * rules.get(code, 0.0)
            for bias, code in zip(self.bias, self.classes, strict=True)
        ]
        for flat in map(self.table.get, features):
            if flat is not None:
                for place in range(0, len(flat), 2):
                    totals[flat[place]] += flat[place + 1] / 100
        return totals

    def telling(self, words: Words, number: int, most: int = 3) -> tuple[str, ...]:
        """Return the citizen's own words that spoke most for class ``number``, as written, in order; maybe none."""
        spoke: list[tuple[float, int, int]] = []
        for end, (previous, word) in enumerate(pairwise(("", *words.folded)), start=1):
            if not word:
                continue
            shown = "#" if word[0].isdigit() else word
            if len(word) > _BARE:
                spoke.append((self._weight(shown, number), end - 1, end))
            if previous:
                before = "#" if previous[0].isdigit() else previous
                spoke.append((self._weight(f"{before} {shown}", number), end - 2, end))
        spoke.sort(key=lambda found: (self._common(words, found), -found[0], found[1], -found[2]))
        chosen: list[tuple[int, int]] = []
        for weight, start, end in spoke:
            if len(chosen) == most or (chosen and self._common(words, (weight, start, end))):
                break
            if weight < _TELLING:
                continue
            if not any(start < other_end and other_start < end for other_start, other_end in chosen):
                chosen.append((start, end))
        if not chosen:
            weight, start, end = max(spoke, default=(0.0, 0, 0))
            chosen = [(start, end)] if weight > 0 else []
        return tuple(dict.fromkeys(words.quote(start, end) for start, end in sorted(chosen)))

    @staticmethod
    def _common(words: Words, found: tuple[float, int, int]) -> bool:
        return all(len(word) <= _BARE or f" {word} " in _COMMON for word in words.folded[found[1] : found[2]])

    def _weight(self, feature: str, number: int) -> float:
        flat = self.table.get(feature)
        if flat is None:
            return 0.0
        return next((flat[n + 1] / 100 for n in range(0, len(flat), 2) if flat[n] == number), 0.0)


def softmax(scores: Sequence[float]) -> list[float]:
    """Return probabilities."""
    top = max(scores)
    raised = [exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]


def parse_weights(file: Node, allowed: Mapping[str, object], name: str) -> Weights:
    """Read one model of `triage-weights.json`.

    Raises:
        CatalogError: an unknown class, or numbers missing.

    """
    classes = tuple(node.one_of(allowed, name) for node in file.get("classes").items())
    bias = tuple(node.number() for node in file.get("bias").items())
    if len(bias) != len(classes):
        raise file.get("bias").fail(f"cần {len(classes)} số, gặp {len(bias)}")
    table: dict[str, Sequence[int]] = {}
    features = file.get("features")
    raw = features.value
    if not isinstance(raw, dict):
        raise features.fail("cần đối tượng")
    for feature, flat in raw.items():
        # Read directly, not through Node: ten thousand small lists on the way to the first window.
        if not isinstance(flat, list) or len(flat) % 2:
            raise features.get(feature).fail("cần danh sách [số lớp, trọng số, …]")
        if not all(isinstance(number, int) and 0 <= number < len(classes) for number in flat[::2]):
            raise features.get(feature).fail("số lớp không hợp lệ")
        try:
            table[feature] = array("h", flat)
        except (TypeError, OverflowError):
            raise features.get(feature).fail("trọng số không phải số nguyên nhỏ") from None
    return Weights(classes, file.get("rule_scale").number(), bias, table)
