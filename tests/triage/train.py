"""Learn the word weights of triage and measure them honestly.

    python tests/triage/train.py CORPUS.jsonl [--write | --common]

Trains two multinomial logistic models (category, priority) on the labelled corpus and on
`examples.tsv` (lines written by hand, not messages of citizens), each also without marks. The rules'
scores enter as a fixed offset, so the weights learn only what the rules miss. Prints five-fold
cross-validation on the corpus; with --write fits on everything and writes triage-weights.json; --common
only prints the syllables of any talk (`common` of triage-rules.json).
Standard library only; about a minute.
"""

import json
import random
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from console.domain.text import fold
from console.domain.triage_weights import softmax
from console.runtime.resources import load_catalog, load_triage, resource_path

EXAMPLES = Path(__file__).with_name("examples.tsv")
RULE_SCALE = 0.22
PRIORITY_SCALE = 2.0
EPOCHS = 14
RATE = 0.2
DECAY = 5e-4
MIN_COUNT = 2
KEEP = 0.06
COMMON = 0.04
REAL_WEIGHT = 1.8
"""A message of the corpus counts for more than a line written by hand: it is what citizens really write."""


@dataclass
class Example:
    texts: list[str]
    kinds: list[str]
    category: str
    priority: str
    real: bool
    weight: float = 1.0


def load(corpus: Path) -> tuple[list[Example], list[Example]]:
    real = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        messages = row["messages"]
        real.append(
            Example(
                [m["text"] for m in messages if m["type"] == "text"],
                [m["type"] for m in messages],
                row["labels"]["category"],
                row["labels"]["priority"],
                real=True,
                weight=REAL_WEIGHT,
            )
        )
    written = []
    for line in EXAMPLES.read_text(encoding="utf-8").splitlines():
        category, priority, text = line.split("\t")
        written.append(Example([text], ["text"], category, priority, real=False))
    return real, written


def without_marks(examples: Sequence[Example]) -> list[Example]:
    return [
        Example([fold(text) for text in e.texts], e.kinds, e.category, e.priority, e.real, e.weight / 2)
        for e in examples
        if any(not text.isascii() for text in e.texts)
    ]


class Softmax:
    """Sparse multinomial logistic regression with AdaGrad and a fixed offset per class."""

    def __init__(self, classes: Sequence[str]) -> None:
        self.classes = list(classes)
        self.bias = [0.0] * len(classes)
        self.weights: dict[str, list[float]] = {}

    def fit(self, rows: Sequence[tuple[list[str], dict[str, float], str, float]]) -> None:
        counts = Counter(f for features, _, _, _ in rows for f in features)
        size = len(self.classes)
        known = {f for f, n in counts.items() if n >= MIN_COUNT}
        self.weights = {f: [0.0] * size for f in known}
        squares = {f: [1e-2] * size for f in known}
        order = list(range(len(rows)))
        rng = random.Random(7)
        prepared = [
            (
                [f for f in features if f in known],
                [offset.get(c, 0.0) for c in self.classes],
                self.classes.index(target),
                weight,
            )
            for features, offset, target, weight in rows
        ]
        for _ in range(EPOCHS):
            rng.shuffle(order)
            for number in order:
                features, offset, target, weight = prepared[number]
                scores = [b + o for b, o in zip(self.bias, offset, strict=True)]
                for f in features:
                    scores = [s + w for s, w in zip(scores, self.weights[f], strict=True)]
                gradient = softmax(scores)
                gradient[target] -= 1.0
                gradient = [g * weight for g in gradient]
                self.bias = [b - 0.01 * g for b, g in zip(self.bias, gradient, strict=True)]
                active = [(k, g) for k, g in enumerate(gradient) if abs(g) > 0.01]
                scale = RATE / sqrt(len(features) + 1)
                for f in features:
                    w, sq = self.weights[f], squares[f]
                    for k, g in active:
                        sq[k] += g * g
                        w[k] -= scale * g / sqrt(sq[k]) + DECAY * w[k]

    def as_data(self, rule_scale: float) -> dict[str, object]:
        features = {}
        for f in sorted(self.weights):
            flat = []
            for k, w in enumerate(self.weights[f]):
                if abs(w) >= KEEP:
                    flat += [k, round(w * 100)]
            if flat:
                features[f] = flat
        return {
            "classes": self.classes,
            "rule_scale": rule_scale,
            "bias": [round(b, 3) for b in self.bias],
            "features": features,
        }


def rows_for(triage, examples: Sequence[Example]):
    category, priority = [], []
    for e in examples:
        seen = triage.look(e.texts, e.kinds)
        category.append(
            (seen.features, {c: RULE_SCALE * s for c, s in seen.scores.items()}, e.category, e.weight)
        )
        rule = triage.rule_priority(e.category, seen.found)
        category_feature = f"=cat:{e.category}"
        priority.append(([*seen.features, category_feature], {rule: PRIORITY_SCALE}, e.priority, e.weight))
    return category, priority


def train(triage, catalog, examples: Sequence[Example]) -> tuple[Softmax, Softmax]:
    rows = rows_for(triage, [*examples, *without_marks(examples)])
    categories, priorities = Softmax(list(catalog.categories)), Softmax(list(catalog.priorities))
    categories.fit(rows[0])
    priorities.fit(rows[1])
    return categories, priorities


def data_of(models: tuple[Softmax, Softmax]) -> dict[str, object]:
    return {
        "version": 1,
        "note": "Built by tests/triage/train.py; do not edit by hand. Weights are hundredths.",
        "category": models[0].as_data(RULE_SCALE),
        "priority": models[1].as_data(PRIORITY_SCALE),
    }


def measure(triage, test: Sequence[Example]) -> Counter:
    result = Counter()
    for e in test:
        s = triage.suggest(e.texts, kinds=e.kinds)
        result["n"] += 1
        result["category"] += s.category == e.category
        result["priority"] += s.priority == e.priority
        result["P1"] += e.priority == "P1"
        result["P1 found"] += e.priority == "P1" == s.priority
        result["P1 false"] += s.priority == "P1" != e.priority
    return result


def common_syllables(triage, examples: Sequence[Example]) -> list[str]:
    """Return what stands in at least COMMON of the messages that are no emergency, without marks, numbers as #."""
    calm = [e for e in examples if e.priority != "P1"]
    counts = Counter(word for e in calm for word in {w for w in triage.words(e.texts).folded if w})
    return sorted({"#", *(w for w, n in counts.items() if n >= COMMON * len(calm) and not w.isdigit())})


def main() -> None:
    corpus = Path(sys.argv[1])
    real, written = load(corpus)
    base, catalog = load_triage(), load_catalog()
    if "--common" in sys.argv:
        print(*common_syllables(base, real))
        return
    total = Counter()
    folds = 5
    if "--no-cv" not in sys.argv:
        for fold_number in range(folds):
            test = [e for i, e in enumerate(real) if i % folds == fold_number]
            rest = [e for i, e in enumerate(real) if i % folds != fold_number]
            models = train(base, catalog, [*rest, *written])
            total += measure(base.with_weights(data_of(models)), test)
        n = total["n"]
        print(
            f"cross-validated on {n}: category {total['category'] / n:.3f}, priority {total['priority'] / n:.3f}, "
            f"P1 {total['P1 found']}/{total['P1']}, false P1 {total['P1 false']}"
        )
    if "--write" in sys.argv:
        path = resource_path("data", "triage-weights.json")
        text = json.dumps(
            data_of(train(base, catalog, [*real, *written])), ensure_ascii=False, separators=(",", ":")
        )
        path.write_text(text.replace('],"', '],\n"') + "\n", encoding="utf-8")
        print(path, len(text))


if __name__ == "__main__":
    main()
