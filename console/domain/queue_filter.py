"""The typed filter of the queue: ``loại:tố giác -thẻ:ma túy chưa:trả lời`` (features D-03).

The same in English: ``type:crime -tag:drugs not:answered``. Both are understood whatever language the window speaks, so that a kept
filter means one thing; where a word could be of either it is Vietnamese. Marks may be left out (``loai:to giac``). Terms are joined by «and», values of one term parted by commas by «or», a minus before
a term means «not». What is not understood is named with its place, and nothing is filtered by half a sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import zip_longest

from console.domain.sentence import Sentence, joined, named, sentence
from console.domain.text import fold, nfc

LONGEST = 400
_SHOWN = 6
"""Choices that are named where a word is not understood."""


class Field(StrEnum):
    """What a term looks at."""

    CATEGORY = "category"
    PRIORITY = "priority"
    TAG = "tag"
    UNIT = "unit"
    FLAG = "flag"
    NUMBER = "number"


class Flag(StrEnum):
    """Facts of a case a term can ask for."""

    ANSWERED = "answered"
    READ = "read"
    OWNED = "owned"
    MINE = "mine"
    CLASSIFIED = "classified"
    LATE = "late"
    SOON = "soon"
    ASLEEP = "asleep"
    TRANSFERRED = "transferred"
    ENTERED = "entered"
    """Into the national software; «chưa» asks for crime reports alone, for nothing else is entered there."""
    UNKNOWN = "unknown"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: any of ``values`` (codes, flags, or parts of a number), or none of them when ``negated``."""

    field: Field
    values: tuple[str, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class FilterProblem:
    """Something not understood at text[start:end]; ``message_vi`` says what, and what could stand there."""

    message_vi: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ParsedFilter:
    """The terms, in the order they were written; with a problem they must not be used."""

    terms: tuple[Term, ...] = ()
    problems: tuple[FilterProblem, ...] = ()


Named = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The names a value may have: code → name. ``families`` are words that stand for several categories.

    ``english`` are the English names of the same codes, families in the same order.
    """

    categories: Named = field(default_factory=dict)
    tags: Named = field(default_factory=dict)
    units: Named = field(default_factory=dict)
    priorities: Named = field(default_factory=dict)
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    english: "Vocabulary | None" = None


_KEYS: dict[str, str] = {
    "loai": "loại",
    "muc": "mức",
    "the": "thẻ",
    "nhan": "thẻ",
    "don vi": "đơn vị",
    "dv": "đơn vị",
    "chua": "chưa",
    "da": "đã",
    "co": "có",
    "han": "hạn",
    "giu": "giữ",
    "so": "số",
    "type": "loại",
    "kind": "loại",
    "category": "loại",
    "priority": "mức",
    "level": "mức",
    "tag": "thẻ",
    "label": "thẻ",
    "unit": "đơn vị",
    "not": "chưa",
    "is": "đã",
    "has": "có",
    "due": "hạn",
    "held": "giữ",
    "held by": "giữ",
    "number": "số",
}
_KEY_NAMES = {
    "loại": named("loại", "type"),
    "mức": named("mức", "priority"),
    "thẻ": named("thẻ", "tag"),
    "đơn vị": named("đơn vị", "unit"),
    "chưa": named("chưa", "not"),
    "đã": named("đã", "is"),
    "có": named("có", "has"),
    "hạn": named("hạn", "due"),
    "giữ": named("giữ", "held"),
    "số": named("số", "number"),
}
"""What a key is called in either language where it is said what could be typed."""
# Longest first, so that «đơn vị:» is not read as «vị:».
_HEAD = re.compile(
    r"(?<!\S)(-?)(" + "|".join(sorted((re.escape(k) for k in _KEYS), key=len, reverse=True)) + r")\s*:"
)
_Ways = dict[str, tuple[Flag, tuple[str, ...]]]
_STATES: _Ways = {
    named("trả lời", "answered"): (Flag.ANSWERED, ("tra loi", "tl", "answered", "replied")),
    named("đọc", "read"): (Flag.READ, ("doc", "xem", "read", "seen")),
    named("nhận", "taken"): (Flag.OWNED, ("nhan", "giu", "ai giu", "taken", "held", "claimed")),
    named("phân loại", "classified"): (Flag.CLASSIFIED, ("phan loai", "phan", "loai", "classified")),
    named("chuyển", "transferred"): (Flag.TRANSFERRED, ("chuyen", "transferred")),
    named("nhập tin báo", "entered"): (Flag.ENTERED, ("nhap tin bao", "nhap", "nhap phan mem", "entered")),
}
_HAVING: _Ways = {
    named("nháp", "draft"): (Flag.DRAFT, ("nhap", "draft", "a draft")),
    named("chưa rõ", "unknown"): (Flag.UNKNOWN, ("chua ro", "tin chua ro", "unknown", "unknown reply")),
    named("hẹn", "reminder"): (Flag.ASLEEP, ("hen", "hen nhac", "nhac lai", "reminder", "a reminder")),
}
_DUE: _Ways = {
    named("quá", "over"): (Flag.LATE, ("qua", "qua han", "tre", "over", "overdue", "late")),
    named("sắp", "soon"): (Flag.SOON, ("sap", "sap den", "sap den han", "soon")),
}
_HOLDERS: _Ways = {
    named("tôi", "me"): (Flag.MINE, ("toi", "minh", "me")),
    named("ai đó", "somebody"): (Flag.OWNED, ("ai do", "co nguoi", "somebody", "someone", "anybody")),
}
_FLAGS = {"chưa": _STATES, "đã": _STATES, "có": _HAVING, "hạn": _DUE, "giữ": _HOLDERS}
_NUMBER = re.compile(r"(?:cb\d{0,2}-?)?\d{2,8}")


def parse_filter(text: str, names: Vocabulary) -> ParsedFilter:
    """Return what a typed filter asks for.

    Args:
        text: as it was typed, with or without marks.
        names: the names of this province's codes.

    """
    text = nfc(text)
    if len(text) > LONGEST:
        words = sentence("Bộ lọc dài quá {limit} ký tự. Rút gọn rồi thử lại.", limit=LONGEST)
        return ParsedFilter(problems=(FilterProblem(words, LONGEST, len(text)),))
    folded = fold(text)
    if len(folded) != len(text):
        # Positions must agree: what folds to another length is no word of this language.
        return ParsedFilter(
            problems=(FilterProblem(sentence("Bộ lọc có ký tự lạ. Xóa rồi gõ lại."), 0, len(text)),)
        )
    heads = list(_HEAD.finditer(folded))
    terms: list[Term] = []
    problems: list[FilterProblem] = []
    first = heads[0].start() if heads else len(text)
    _bare(folded[:first], text, terms, problems)
    for number, head in enumerate(heads):
        end = heads[number + 1].start() if number + 1 < len(heads) else len(text)
        key = _KEYS[head.group(2)]
        term = _term(key, folded, (head.end(), end), names)
        if isinstance(term, FilterProblem):
            problems.append(term)
        else:
            terms.append(Term(term.field, term.values, term.negated != bool(head.group(1))))
    return ParsedFilter(tuple(dict.fromkeys(terms)), tuple(problems))


def _bare(folded: str, text: str, terms: list[Term], problems: list[FilterProblem]) -> None:
    """Read what stands before the first key: numbers of cases, and nothing else."""
    for match in re.finditer(r"\S+", folded):
        word, negated = match.group(0), match.group(0).startswith("-")
        if _NUMBER.fullmatch(word.lstrip("-")):
            terms.append(Term(Field.NUMBER, (word.lstrip("-").upper(),), negated))
            continue
        said = text[match.start() : match.end()]
        keys = joined(", ", (named(f"{name}:", f"{name.english}:") for name in _KEY_NAMES.values()))
        words = sentence("Không hiểu «{word}». Viết như {keys}", word=said, keys=keys)
        problems.append(FilterProblem(words, match.start(), match.end()))


def _term(key: str, folded: str, span: tuple[int, int], names: Vocabulary) -> Term | FilterProblem:
    start, end = span
    values: list[str] = []
    at = start
    for part in folded[start:end].split(","):
        word = " ".join(part.replace('"', " ").split())
        place = (at, at + len(part))
        at += len(part) + 1
        if not word:
            words = sentence(
                "Thiếu giá trị sau «{key}:». {choices}", key=_KEY_NAMES[key], choices=_could(key, names)
            )
            return FilterProblem(words, start, max(end, start))
        found = _values(key, word, names)
        if not found:
            words = sentence(
                "Không có «{word}» trong «{key}:». {choices}",
                word=word,
                key=_KEY_NAMES[key],
                choices=_could(key, names),
            )
            return FilterProblem(words, *place)
        values.extend(found)
    return Term(_FIELDS[key], tuple(dict.fromkeys(values)), key == "chưa")


_FIELDS = {
    "loại": Field.CATEGORY,
    "mức": Field.PRIORITY,
    "thẻ": Field.TAG,
    "đơn vị": Field.UNIT,
    "số": Field.NUMBER,
    **dict.fromkeys(_FLAGS, Field.FLAG),
}


def _values(key: str, word: str, names: Vocabulary) -> tuple[str, ...]:
    if key in _FLAGS:
        return tuple(flag for flag, ways in _FLAGS[key].values() if word in ways)
    if key == "số":
        return (word.upper(),) if _NUMBER.fullmatch(word) else ()
    both = (names,) if names.english is None else (names, names.english)
    if key == "loại":
        for words in both:
            families = {fold(name): codes for name, codes in words.families.items()}
            if word in families:
                return families[word]
    known = [_of_key(key, words) for words in both]
    # A name as it is before one that only begins so; Vietnamese before English.
    for way in (_exactly, _roughly):
        for one in known:
            if found := way(word, one):
                return found
    return ()


def _of_key(key: str, names: Vocabulary) -> Named:
    return {"loại": names.categories, "mức": names.priorities, "thẻ": names.tags, "đơn vị": names.units}[key]


def _exactly(word: str, known: Named) -> tuple[str, ...]:
    """Return the codes that are the word or whose name is."""
    return tuple(
        code for code, name in known.items() if word in (fold(name), fold(code), fold(code).replace("_", " "))
    )


def _roughly(word: str, known: Named) -> tuple[str, ...]:
    """Return the codes whose name begins with the word, else those that hold its words."""
    folded = {code: fold(name) for code, name in known.items()}
    started = tuple(code for code, name in folded.items() if name.startswith(word))
    if started:
        return started
    parts = word.split()
    return tuple(
        code
        for code, name in folded.items()
        if all(any(w.startswith(part) for w in re.findall(r"\w+", name)) for part in parts)
    )


def _could(key: str, names: Vocabulary) -> Sentence:
    if key == "số":
        return sentence("Viết như số:01482")
    choices: list[str] = []
    if key in _FLAGS:
        choices += _FLAGS[key]
    else:
        english = names.english or Vocabulary()
        if key == "loại":
            pairs = zip_longest(names.families, english.families, fillvalue="")
            choices += [named(vi or en, en) for vi, en in pairs]
        other = _of_key(key, english)
        choices += [named(vi, other.get(code, "")) for code, vi in _of_key(key, names).items()]
    shown = list(dict.fromkeys(choices))
    # The list is cut before it is joined: what is joined can still be said in either language.
    return sentence(
        "Có thể là: {choices}", choices=joined(", ", (*shown[:_SHOWN], "…" if len(shown) > _SHOWN else ""))
    )
