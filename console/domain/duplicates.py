"""Which cases may tell of one incident: kind, place, time and words (features A-10, domain.md §8). It proposes; a person links."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from console.domain.clock import MINUTE_MS
from console.domain.sentence import joined, sentence
from console.domain.text import fold

WINDOW_MS = 120 * MINUTE_MS
"""Two reports of one incident come within two hours of each other."""
NEAR_KM = 1.0
CLOSE_MS = 30 * MINUTE_MS
LEAST_PERCENT = 60
_MOST_WORDS = 400
_WORD = re.compile(r"[^\W_]+")
_EARTH_KM = 6371.0
INCIDENTS = frozenset({"KHAN_CAP", "CHAY_CNCH", "TO_GIAC", "TIN_BAO", "ANTT", "GIAO_THONG"})
"""Kinds of which several people may report the same."""
_EMPTY_WORDS = frozenset(
    [
        "va",
        "la",
        "cua",
        "co",
        "cho",
        "em",
        "anh",
        "chi",
        "toi",
        "minh",
        "oi",
        "a",
        "ah",
        "u",
        "da",
        "thi",
        "ma",
        "voi",
        "den",
        "di",
        "nay",
        "kia",
        "do",
        "o",
        "tai",
        "bi",
        "duoc",
        "dang",
        "roi",
        "xin",
        "giup",
        "nhe",
        "cac",
        "nhung",
        "mot",
        "hai",
        "ba",
        "nguoi",
        "cong",
        "an",
        "ban",
        "bao",
        "tin",
        "can",
        "nhanh",
        "len",
        "ra",
        "vao",
        "khong",
        "ko",
        "chua",
        "rat",
        "qua",
        "nhieu",
        "day",
        "vay",
    ]
)


@dataclass(frozen=True, slots=True)
class Told:
    """What one case tells. ``at`` is when its first message came (UTC ms), ``spots`` are shared locations (degrees)."""

    case_id: str
    category: str
    district: str
    place: str
    at: int
    text: str
    spots: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two cases are: ``percent``, and why in parts. ``same_place`` is certain by location or by words."""

    percent: int
    minutes: int
    same_place: bool
    distance_km: float | None
    words: tuple[str, ...]

    @property
    def why(self) -> str:
        """Return the reasons in Vietnamese; only words that both wrote are named."""
        parts: list[str] = [sentence("cách {minutes} phút", minutes=self.minutes)]
        if self.distance_km is not None:
            parts.append(sentence("cách {km} km", km=f"{self.distance_km:.1f}".replace(".", ",")))
        elif self.same_place:
            parts.append(sentence("cùng nơi"))
        if self.words:
            parts.append(sentence("cùng từ: {words}", words=", ".join(self.words[:6])))
        return joined(" · ", parts)


def likeness(one: Told, other: Told) -> Likeness | None:
    """Return how alike two cases are, ``None`` where they cannot be one incident."""
    span = abs(one.at - other.at)
    if span > WINDOW_MS or not {one.category, other.category} <= INCIDENTS:
        return None
    kind = 1.0 if one.category == other.category else 0.6
    distance = _distance(one, other)
    if distance is not None and distance > NEAR_KM:
        return None
    said, heard = _tokens(one.text), _tokens(other.text)
    place = _place(one, other, distance, said, heard)
    mine, theirs = _words(said), _words(heard)
    common = sorted(mine.keys() & theirs.keys(), key=lambda word: mine[word])
    words = len(common) / max(1, min(len(mine), len(theirs))) if len(common) > 1 else 0.0
    if place == 0.0 and words < 0.5:
        return None
    time = 1.0 - span / WINDOW_MS
    percent = round(100 * (0.25 * kind + 0.35 * place + 0.1 * time + 0.3 * words))
    if percent < LEAST_PERCENT:
        return None
    return Likeness(percent, round(span / MINUTE_MS), place == 1.0, distance, tuple(common))


def _place(
    one: Told, other: Told, distance: float | None, said: Sequence[str], heard: Sequence[str]
) -> float:
    if distance is not None:
        return 1.0
    named_here, named_there = _tokens(one.place), _tokens(other.place)
    common = _pairs([*named_here, *said]) & _pairs([*named_there, *heard])
    same_district = bool(one.district) and one.district == other.district
    if common and (same_district or common & (_pairs(named_here) | _pairs(named_there))):
        return 1.0
    return 0.5 if same_district else 0.0


def _distance(one: Told, other: Told) -> float | None:
    spans = [_km(a, b) for a in one.spots for b in other.spots]
    return min(spans) if spans else None


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the great-circle distance of two points in degrees."""
    south, north = radians(a[0]), radians(b[0])
    half = sin((north - south) / 2) ** 2
    half += cos(south) * cos(north) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))


def _tokens(text: str) -> list[str]:
    return _WORD.findall(fold(text))[:_MOST_WORDS]


def _words(tokens: Iterable[str]) -> dict[str, int]:
    """Return the telling words with their first place."""
    found: dict[str, int] = {}
    for position, word in enumerate(tokens):
        if len(word) > 1 and word not in _EMPTY_WORDS:
            found.setdefault(word, position)
    return found


def _pairs(tokens: Iterable[str]) -> set[tuple[str, str]]:
    return set(pairwise(word for word in tokens if word not in _EMPTY_WORDS))
