"""Find the district a message speaks of.

The same commune name occurs in several districts and many names are also ordinary words or persons'
names, so every mention is weighed: how it is introduced, how it is written, what else is mentioned. A
name that stays ambiguous gives no district: a wrong desk costs more than one question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians

from console.domain.catalog import District
from console.domain.jsonread import Node
from console.domain.phrases import Hit, PhraseBook, PhraseError, Words
from console.domain.text import fold

_STRONG_PREFIXES = frozenset({"xa", "phuong", "tran", "huyen", "x", "p"})
_DISTRICT_WORDS = ("thành phố ", "huyện ")
_ANCHOR_LIMIT_KM = 15.0
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Place:
    """What the finder concluded: `district` None when nothing or too much was named."""

    district: str | None
    matched: str = ""
    elsewhere: str = ""
    ambiguous: tuple[str, ...] = ()


@dataclass(slots=True)
class _Evidence:
    score: float = 0.0
    first: int = 1_000_000
    matched: str = ""


@dataclass(slots=True)
class _Tally:
    districts: dict[str, _Evidence] = field(default_factory=dict)
    shared: list[tuple[frozenset[str], Hit]] = field(default_factory=list)
    roads: list[frozenset[str]] = field(default_factory=list)
    elsewhere: str = ""

    def add(self, district: str, score: float, hit: Hit, quote: str) -> None:
        evidence = self.districts.setdefault(district, _Evidence())
        if hit.start < evidence.first or not evidence.matched:
            evidence.first, evidence.matched = hit.start, quote
        evidence.score += score


def place_of(district: District | None, typed: str) -> str:
    """Return the place that words typed to find a district stand for: its commune as it is called, else the words.

    Nothing where they are only the district's own name, or a part of it.
    """
    wanted = fold(typed).strip()
    if not wanted or district is None or wanted in fold(district.name):
        return ""
    return next((name for name in district.communes if fold(name).endswith(wanted)), typed.strip())


class Gazetteer:
    """The place finder, compiled once from `geo-2022.json` and `gazetteer.json`."""

    def __init__(self, districts: Mapping[str, District], geo: Node, extra: Node) -> None:
        """Compile the names.

        Raises:
            CatalogError: a file names an unknown district or holds a malformed phrase.

        """
        self._shared: dict[str, frozenset[str]] = {}
        self._weak = frozenset(fold(name) for name in extra.get("weak").texts())
        introduces = [fold(word) for word in extra.get("introduces").texts()]
        self._introduces = frozenset(word.split()[-1] for word in introduces)
        self._introducing_pairs = frozenset(word for word in introduces if word.count(" ") == 1)
        self._titles = frozenset(fold(word).split()[-1] for word in extra.get("titles").texts())
        self._toward = frozenset(fold(word) for word in extra.get("toward").texts())
        self._roads: dict[str, frozenset[str]] = {}
        self._anchors = [
            (anchor[0].one_of(districts, "districts"), anchor[1].number(), anchor[2].number())
            for anchor in (tuple(node.items()) for node in extra.get("anchors").items())
        ]
        self._book = self._compile(districts, geo, extra)

    def _compile(self, districts: Mapping[str, District], geo: Node, extra: Node) -> PhraseBook:
        names: list[tuple[str, str]] = []
        owners: dict[str, set[str]] = {}
        province = fold(geo.get("province").get("name").text())
        for district in districts.values():
            short = district.name
            for word in _DISTRICT_WORDS:
                short = short.removeprefix(word.capitalize())
            # "Cao Bằng" alone is the province as often as the city.
            if fold(short) != province:
                names.append((f"district:{district.code}", short))
                names.append((f"district:{district.code}", f"huyện {short}"))
            for commune in district.communes:
                owners.setdefault(fold(commune), set()).add(district.code)
                if fold(commune) != fold(short):
                    names.append((f"commune:{district.code}", commune))
        self._shared = {name: frozenset(codes) for name, codes in owners.items() if len(codes) > 1}
        for node in geo.get("landmarks").items():
            code = node.get("district").one_of(districts, "districts")
            names.append((f"landmark:{code}", node.get("name").text()))
        aliases = extra.get("aliases")
        for code in aliases.names():
            if code not in districts:
                raise aliases.get(code).fail(f"{code!r} không phải địa bàn nào")
            names.extend((f"landmark:{code}", text) for text in aliases.get(code).texts())
        names.extend(("city:TPCB", text) for text in extra.get("city_weak").texts())
        names.extend(("elsewhere:", text) for text in extra.get("elsewhere").texts())
        roads = extra.get("roads")
        for road in roads.names():
            self._roads[road] = frozenset(
                code.one_of(districts, "districts") for code in roads.get(road).items()
            )
            names.append((f"road:{road}", road))
        try:
            return PhraseBook(names)
        except PhraseError as error:
            raise extra.fail(str(error)) from error

    def mentions(self, words: Words) -> list[Hit]:
        """Return the place names in the words, the longest of overlapping ones."""
        return _longest(self._book.find(words))

    def locate(
        self, words: Words, mentions: Sequence[Hit], locations: Sequence[tuple[float, float]] = ()
    ) -> Place:
        """Return the district the mentions point to, else the one nearest to a shared location."""
        tally = _Tally()
        for hit in mentions:
            kind, _, code = hit.label.partition(":")
            if kind == "road":
                tally.roads.append(self._roads[code])
            elif kind == "elsewhere":
                tally.elsewhere = tally.elsewhere or words.quote(hit.start, hit.end)
            else:
                self._weigh(kind, code, hit, words, tally)
        return self._decide(tally, words, locations)

    def _weigh(self, kind: str, code: str, hit: Hit, words: Words, tally: _Tally) -> None:
        before = words.folded[hit.start - 1] if hit.start else ""
        two_before = words.folded[hit.start - 2] if hit.start > 1 else ""
        name = " ".join(words.folded[hit.start : hit.end])
        quote = words.quote(hit.start, hit.end)
        strong = before in _STRONG_PREFIXES
        if kind == "city":
            tally.add(code, 1.5, hit, quote)
            return
        if kind == "commune" and not strong:
            # "ngã ba" (a junction) ends like "bà": what follows it is a place, not a woman's name.
            titled = before in self._titles and f"{two_before} {before}" not in self._introducing_pairs
            if titled and words.raw[hit.start][:1].isupper():
                return
            if name in self._weak and before not in self._introduces and not _capitals(words, hit):
                return
        if name in self._shared and kind == "commune":
            tally.shared.append((self._shared[name], hit))
            return
        score = {"district": 4.0, "commune": 4.5, "landmark": 4.5}[kind]
        if strong:
            score += 1.0
        if before in self._toward or f"{two_before} {before}" in self._toward:
            score = 1.5
        tally.add(code, score, hit, quote)

    def _decide(self, tally: _Tally, words: Words, locations: Sequence[tuple[float, float]]) -> Place:
        for codes, hit in tally.shared:
            candidates = [code for code in codes if code in tally.districts]
            for road in tally.roads:
                if not candidates and len(codes & road) == 1:
                    candidates = list(codes & road)
            if len(candidates) == 1:
                tally.add(candidates[0], 4.5, hit, words.quote(hit.start, hit.end))
        if tally.districts:
            code, best = max(tally.districts.items(), key=lambda item: (item[1].score, -item[1].first))
            unresolved = [codes for codes, _ in tally.shared if not codes & tally.districts.keys()]
            if best.score > 1.5 or (not tally.elsewhere and not unresolved):
                return Place(code, best.matched, tally.elsewhere)
        if tally.shared:
            codes, hit = tally.shared[0]
            return Place(None, words.quote(hit.start, hit.end), tally.elsewhere, tuple(sorted(codes)))
        if not tally.elsewhere:
            for latitude, longitude in locations:
                code_near = self._nearest(latitude, longitude)
                if code_near:
                    return Place(code_near, f"vị trí {latitude:.3f}, {longitude:.3f}")
        return Place(None, "", tally.elsewhere)

    def _nearest(self, latitude: float, longitude: float) -> str | None:
        best: tuple[float, str | None] = (_ANCHOR_LIMIT_KM, None)
        for code, anchor_lat, anchor_lon in self._anchors:
            east = (longitude - anchor_lon) * cos(radians(anchor_lat))
            distance = hypot(latitude - anchor_lat, east) * _KM_PER_DEGREE
            if distance < best[0]:
                best = (distance, code)
        return best[1]


def hidden_by(mention: Hit) -> bool:
    """Tell whether a mention is a proper name, whose words mean nothing else ("Thượng Thôn")."""
    return mention.label.partition(":")[0] in {"commune", "district", "landmark"}


def _capitals(words: Words, hit: Hit) -> bool:
    """Tell whether every word of the name is capitalised in a text with marks that is not all capitals."""
    raw = words.raw[hit.start : hit.end]
    return (
        words.accented[hit.start] is not None
        and all(word[:1].isupper() for word in raw)
        and not all(word.isupper() for word in raw)
    )


def _longest(hits: list[Hit]) -> list[Hit]:
    """Keep the longest of overlapping hits; of equal spans all (one name, several districts)."""
    kept: list[Hit] = []
    taken: dict[int, tuple[int, int]] = {}
    for hit in sorted(hits, key=lambda h: (h.start - h.end, h.start)):
        span = (hit.start, hit.end)
        if all(taken.get(position, span) == span for position in range(hit.start, hit.end)):
            kept.append(hit)
            for position in range(hit.start, hit.end):
                taken[position] = span
    kept.sort(key=lambda h: h.start)
    return kept
