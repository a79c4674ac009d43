"""Names of people a citizen speaks of, and where a text for him repeats one (features K-05: no accused's name).

A person is taken to be named where a word for people stands before the name («ông Nông Văn T.», «thằng Tuấn», «tên Long»)
or where three words or more in capitals begin with a family name («Hoàng Văn Bình»). What the writer says of himself is left
out (``domain.self_told``), so are streets and places that are called after people.

Rules only. They do not see: a name of one or two words with no word for people before it («Tuấn bán ma túy», «Văn Bình»),
a given name without capitals («thang tuan ban ma tuy»), one letter alone («anh H.»), a nickname in quotation marks, a name in
a picture, voice or file, and whoever is described only.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from console.domain.phrases import accent_key
from console.domain.self_told import FAMILY, NO_NAME, told_of_self
from console.domain.text import fold, fold_map, nfc

_PEOPLE = (
    *("ông", "bà", "anh", "chị", "chú", "bác", "cô", "cậu", "mợ", "dì", "thím", "thằng", "con", "kẻ", "tên", "tên là"),
    *("đối tượng", "nghi phạm", "bị can", "bạn", "vợ", "chồng", "đ/c", "đồng chí", "cán bộ", "trưởng thôn", "trưởng xóm"),
    *("thiếu úy", "trung úy", "thượng úy", "đại úy", "thiếu tá", "trung tá", "thượng tá", "đại tá"),
)  # fmt: skip
_PLACES = (
    *("phố", "đường", "phường", "xã", "thôn", "xóm", "bản", "tổ", "làng", "chợ", "huyện", "tỉnh", "trường", "khu", "cầu"),
    *("công ty", "cửa hàng", "quán", "nhà hàng", "khách sạn", "thị trấn", "thành phố", "thpt", "thcs", "tiểu học"),
    *("bệnh viện", "tượng đài", "di tích", "hồ", "sông", "đồn", "ngõ", "quận", "suối"),
)  # fmt: skip
_MIDDLE = frozenset(
    [
        "van",
        "thi",
        "duc",
        "huu",
        "ngoc",
        "minh",
        "quang",
        "xuan",
        "thanh",
        "dinh",
        "hoang",
        "cong",
        "ba",
        "trong",
        "quoc",
        "tien",
        "duy",
        "manh",
        "viet",
        "kim",
        "thu",
        "hong",
        "tuan",
        "the",
    ]
)
"""What stands between family and given name; only that tells a name without capitals from other words («con ma tuy»)."""
_WORD = re.compile(r"[^\W\d_]+")
_MOST_WORDS = 5
_WHOLE = 2
"""Words that make a name by themselves; one alone is looked for only behind a word for people."""
_UNCUED = 3
_BEFORE = 24
"""Letters before a name in which a word for people or places is looked for."""
_FEW_MARKS = 20
"""A text of which not one letter in so many has a mark is written without marks."""
MOST_NAMES = 60
"""Of one case; somebody who lists more names is read by a person."""

Span = tuple[int, int]


def _one_of(words: Iterable[str]) -> str:
    forms = sorted({fold(word) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms) + ")"


_CUE = re.compile(rf"(?<![^\W_])(?P<cue>{_one_of(_PEOPLE)})\s+(?:ten\s+(?:la\s+)?)?(?=[^\W\d_])")
_PLACE = re.compile(rf"(?<![^\W_])(?P<cue>{_one_of(_PLACES)})\s+$")
_PEOPLE_FORMS = frozenset(accent_key(word) for phrase in _PEOPLE for word in phrase.split())
_PLACE_FORMS = frozenset(accent_key(word) for phrase in _PLACES for word in phrase.split())
_ADDRESS = _one_of(_PEOPLE)


def named_people(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the people these texts of one citizen speak of, as first written, each once, at most ``MOST_NAMES``."""
    found: dict[str, str] = {}
    for text in texts:
        own = told_of_self(text)
        for start, end in _names(text):
            if not any(start < stop and begin < end for begin, stop in own):
                found.setdefault(_key(text[start:end]), text[start:end])
        if len(found) >= MOST_NAMES:
            break
    return tuple(found.values())[:MOST_NAMES]


def repeated(text: str, people: Iterable[str], citizen: str = "") -> list[Span]:
    """Return where (start, end) a text for a citizen names one of ``people``, in the order of the text.

    A whole name is found with or without its marks; the given name alone only in capitals, with the same marks, behind a word
    for people («anh Tuấn») and unless the citizen is called so himself.

    Args:
        text: what the citizen would read.
        people: as ``named_people`` gives them, or the names of officers a matter concerns.
        citizen: the name the citizen himself goes by, "" where nobody knows it.

    """
    folded, index = fold_map(text)
    own = fold(citizen).split()
    spans: list[Span] = []
    for person in people:
        words = _WORD.findall(fold(person))
        if not words or words == own:
            continue
        if len(words) >= _WHOLE:
            whole = r"(?<![^\W_])" + r"\s+".join(map(re.escape, words)) + r"(?![^\W_])"
            spans += [_span(index, *match.span()) for match in re.finditer(whole, folded)]
        if len(words[-1]) > 1 and words[-1] not in own[-1:]:
            spans += _by_given_name(text, folded, index, _WORD.findall(person)[-1])
    return _apart(spans)


def _by_given_name(text: str, folded: str, index: Sequence[int], given: str) -> Iterator[Span]:
    called = rf"(?<![^\W_]){_ADDRESS}\s+(?P<name>{re.escape(fold(given))})(?![^\W_])"
    for match in re.finditer(called, folded):
        start, end = _span(index, *match.span("name"))
        if text[start].isupper() and (given.isascii() or _key(text[start:end]) == _key(given)):
            yield start, end


def _names(text: str) -> list[Span]:
    """Return where people are named."""
    folded, index = fold_map(text)
    spans: list[Span] = []
    for cue in _CUE.finditer(folded):
        words = _name_at(text, folded, index, cue.end())
        # One letter alone («anh H.») is nobody's name that could be found again.
        enough = bool(words) and len(words[-1].group()) + len(words) > _WHOLE
        if enough and _meant(text, index, cue.span("cue"), _PEOPLE_FORMS):
            spans.append(_span(index, words[0].start(), words[-1].end()))
    for word in _WORD.finditer(folded):
        if word.group() not in FAMILY or not text[index[word.start()]].isupper():
            continue
        words = _capitals(text, folded, index, word.start())
        place = _PLACE.search(folded, max(0, word.start() - _BEFORE), word.start())
        if len(words) >= _UNCUED and not (place and _meant(text, index, place.span("cue"), _PLACE_FORMS)):
            spans.append(_span(index, words[0].start(), words[-1].end()))
    return _apart(spans)


def _meant(text: str, index: Sequence[int], span: Span, forms: frozenset[str]) -> bool:
    """Return whether words of ours are meant: with their own marks, without any only in a text that has next to none."""
    start, end = _span(index, *span)
    bare = sum(not char.isascii() for char in text) * _FEW_MARKS < len(text)
    for word in nfc(text[start:end]).lower().split():
        if accent_key(word) not in forms and not (bare and word.isascii()):
            return False
    return True


def _run(folded: str, at: int) -> list[re.Match[str]]:
    words: list[re.Match[str]] = []
    while len(words) < _MOST_WORDS and (word := _WORD.match(folded, at)) is not None:
        words.append(word)
        at = word.end()
        while at < len(folded) and folded[at] in " \t":
            at += 1
    return words


def _capitals(text: str, folded: str, index: Sequence[int], at: int) -> list[re.Match[str]]:
    """Return the words in capitals from ``at`` on; none in a text that is all capitals, where they say nothing."""
    words = _run(folded, at)
    upper = [text[index[word.start()]].isupper() for word in words]
    upto = next((number for number, high in enumerate(upper) if not high), len(words))
    return words[:upto] if text != text.upper() else []


def _name_at(text: str, folded: str, index: Sequence[int], at: int) -> list[re.Match[str]]:
    """Return the words of the name that begins at ``at`` of the folded text; none where no name does."""
    words = _capitals(text, folded, index, at)
    if words:
        first = words[0].group()
        return words if first not in NO_NAME or first in FAMILY else []
    words = _run(folded, at)[:_UNCUED]
    whole = len(words) == _UNCUED and words[0].group() in FAMILY and words[1].group() in _MIDDLE
    return words if whole else []


def _span(index: Sequence[int], start: int, end: int) -> Span:
    """Return where in the text a folded piece stands: what folds to nothing after its last letter is of it."""
    return index[start], max(index[end - 1] + 1, index[end])


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order; of two that overlap the one that begins first, the longer one where both do."""
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _key(name: str) -> str:
    return " ".join(accent_key(word.lower()) for word in _WORD.findall(nfc(name)))
