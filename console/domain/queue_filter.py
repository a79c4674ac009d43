"""The typed filter of the queue: ``loại:tố giác -thẻ:ma túy chưa:trả lời`` (features D-03).

Marks may be left out (``loai:to giac``). Terms are joined by «and», values of one term parted by commas by «or», a minus before
a term means «not». What is not understood is named with its place, and nothing is filtered by half a sentence.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.sentence import sentence
from console.domain.text import fold, nfc

LONGEST = 400


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
    """The names a value may have: code → name. ``families`` are words that stand for several categories."""

    categories: Named = field(default_factory=dict)
    tags: Named = field(default_factory=dict)
    units: Named = field(default_factory=dict)
    priorities: Named = field(default_factory=dict)
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


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
}
# Longest first, so that «đơn vị:» is not read as «vị:».
_HEAD = re.compile(
    r"(?<!\S)(-?)(" + "|".join(sorted((re.escape(k) for k in _KEYS), key=len, reverse=True)) + r")\s*:"
)
_STATES: dict[str, tuple[Flag, tuple[str, ...]]] = {
    "trả lời": (Flag.ANSWERED, ("tra loi", "tl")),
    "đọc": (Flag.READ, ("doc", "xem")),
    "nhận": (Flag.OWNED, ("nhan", "giu", "ai giu")),
    "phân loại": (Flag.CLASSIFIED, ("phan loai", "phan", "loai")),
    "chuyển": (Flag.TRANSFERRED, ("chuyen",)),
}
_HAVING: dict[str, tuple[Flag, tuple[str, ...]]] = {
    "nháp": (Flag.DRAFT, ("nhap",)),
    "chưa rõ": (Flag.UNKNOWN, ("chua ro", "tin chua ro")),
    "hẹn": (Flag.ASLEEP, ("hen", "hen nhac", "nhac lai")),
}
_DUE: dict[str, tuple[Flag, tuple[str, ...]]] = {
    "quá": (Flag.LATE, ("qua", "qua han", "tre")),
    "sắp": (Flag.SOON, ("sap", "sap den", "sap den han")),
}
_HOLDERS: dict[str, tuple[Flag, tuple[str, ...]]] = {
    "tôi": (Flag.MINE, ("toi", "minh")),
    "ai đó": (Flag.OWNED, ("ai do", "co nguoi")),
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
        keys = ", ".join(f"{key}:" for key in dict.fromkeys(_KEYS.values()))
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
            words = sentence("Thiếu giá trị sau «{key}:». {choices}", key=key, choices=_could(key, names))
            return FilterProblem(words, start, max(end, start))
        found = _values(key, word, names)
        if not found:
            words = sentence(
                "Không có «{word}» trong «{key}:». {choices}", word=word, key=key, choices=_could(key, names)
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
    match key:
        case "loại":
            families = {fold(name): codes for name, codes in names.families.items()}
            return families.get(word) or _named(word, names.categories)
        case "mức":
            return _named(word, names.priorities)
        case "thẻ":
            return _named(word, names.tags)
        case "đơn vị":
            return _named(word, names.units)
        case _:
            return (word.upper(),) if _NUMBER.fullmatch(word) else ()


def _named(word: str, known: Named) -> tuple[str, ...]:
    """Return the codes whose name is the word, else those whose name begins with it, else those that hold its words."""
    folded = {code: fold(name) for code, name in known.items()}
    exact = tuple(
        code for code, name in folded.items() if word in (name, fold(code), fold(code).replace("_", " "))
    )
    if exact:
        return exact
    started = tuple(code for code, name in folded.items() if name.startswith(word))
    if started:
        return started
    parts = word.split()
    return tuple(
        code
        for code, name in folded.items()
        if all(any(w.startswith(part) for w in re.findall(r"\w+", name)) for part in parts)
    )


def _could(key: str, names: Vocabulary) -> str:
    choices: Iterable[str]
    if key in _FLAGS:
        choices = _FLAGS[key]
    elif key == "số":
        return sentence("Viết như số:01482")
    else:
        by_key = {"loại": names.categories, "mức": names.priorities, "thẻ": names.tags, "đơn vị": names.units}
        choices = [*(names.families if key == "loại" else ()), *by_key[key].values()]
    shown = list(dict.fromkeys(choices))
    more = ", …" if len(shown) > 6 else ""
    return sentence("Có thể là: {choices}", choices=", ".join(shown[:6]) + more)
