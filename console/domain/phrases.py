"""Find many phrases in one pass over the words of a message.

A phrase is written with Vietnamese marks in a data file and is matched against folded words, so that
"danh nhau" and "đánh nhau" are one. Syntax of a phrase:

    (a|b c|)   alternatives, an empty one makes the part optional
    #          a word that starts with a digit
    ~          up to four words in between
    ^word      only where the message carries marks: without them the word may be too many others
               ("lạ" and "là", "cháy" and "chạy")

In a message written with marks every word must carry the right ones (hỏi and ngã count as one, as
people mix them up); in a message without marks none does; in between, only the words that have some.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from unicodedata import normalize

from console.domain.text import fold, nfc

MAX_GAP = 4
MAX_WORDS = 2_000
_WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r"\(([^()]*)\)|([^\s()]+)")
_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_LONG_REPEAT = re.compile(r"(\D)\1{2,}")
BOUNDARY = ""


class PhraseError(ValueError):
    """A phrase of a data file is not well formed."""


@lru_cache(maxsize=16_384)
def accent_key(word: str) -> str:
    """Return the word with its tone at the end, so that "hoà" equals "hòa"."""
    decomposed = normalize("NFD", word)
    tones = "".join(_TONES.findall(decomposed))
    return _TONES.sub("", decomposed) + tones.replace("\u0303", "\u0309")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a conversation, message boundaries included.

    `folded` holds what phrases are compared with (shorthand spelled out), `accented` the tone keys (None
    in a message without marks, where any marks may be meant), `raw` the words as written, `before` how
    each word was introduced by its neighbours in the original text.
    """

    folded: tuple[str, ...]
    accented: tuple[str | None, ...]
    raw: tuple[str, ...]

    def quote(self, start: int, end: int) -> str:
        """Return the citizen's own words of a hit."""
        return " ".join(word for word in self.raw[start:end] if word)


def split_words(texts: Iterable[str], shorthand: Mapping[str, tuple[str, ...]]) -> Words:
    """Split messages into words; teen-code is spelled out through `shorthand`."""
    folded: list[str] = []
    accented: list[str | None] = []
    raw: list[str] = []
    for text in texts:
        words = _WORD.findall(nfc(text[: MAX_WORDS * 12]))[:MAX_WORDS]
        marked = sum(1 for word in words if not word.isascii())
        bare = marked * 5 < len(words)
        mixed = marked * 20 < len(words) * 9
        for word in words:
            lowered = word.lower()
            plain = fold(lowered)
            if not plain.isalnum():
                plain = "".join(c for c in plain if c.isalnum())
            plain = _LONG_REPEAT.sub(r"\1", plain)
            key = None if bare or (mixed and word.isascii()) else accent_key(lowered)
            for piece in shorthand.get(plain, (plain,)):
                folded.append(piece)
                accented.append(key if piece is plain else None)
                raw.append(word if piece is plain or not raw or raw[-1] is not word else "")
        folded.append(BOUNDARY)
        accented.append(None)
        raw.append("")
        if len(folded) > MAX_WORDS:
            break
    return Words(tuple(folded), tuple(accented), tuple(raw))


@dataclass(slots=True)
class _Node:
    next: "dict[str, _Node]" = field(default_factory=dict)
    # (phrase number, part number, tone keys of the words)
    ends: "list[tuple[int, int, tuple[str | None, ...]]]" = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its label and the word positions [start, end)."""

    label: str
    start: int
    end: int


class PhraseBook:
    """All phrases of a rule file, compiled into one word trie."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Compile (label, phrase) pairs.

        Raises:
            PhraseError: a phrase is empty or its parentheses do not match.

        """
        self._root = _Node()
        self._labels: list[str] = []
        self._parts: list[int] = []
        for label, phrase in phrases:
            for variant in expand(phrase):
                self._add(label, variant)

    def __len__(self) -> int:
        return len(self._labels)

    def _add(self, label: str, words: Sequence[str]) -> None:
        parts: list[list[str]] = [[]]
        for word in words:
            if word == "~":
                parts.append([])
            else:
                parts[-1].append(word)
        if not all(parts):
            raise PhraseError(f"cụm từ {' '.join(words)!r}: ~ phải nằm giữa hai từ")
        number = len(self._labels)
        self._labels.append(label)
        self._parts.append(len(parts))
        for position, part in enumerate(parts):
            node = self._root
            keys: list[str | None] = []
            for word in part:
                wanted = word.removeprefix("^")
                plain = wanted if wanted == "#" else fold(wanted)
                node = node.next.setdefault(plain, _Node())
                key = None if wanted == "#" else accent_key(nfc(wanted.lower()))
                keys.append(f"^{key}" if key and word != wanted else key)
            node.ends.append((number, position, tuple(keys)))

    def find(self, words: Words) -> list[Hit]:
        """Return every phrase found, in order of appearance (gap phrases last)."""
        hits: list[Hit] = []
        gapped: dict[int, list[list[tuple[int, int]]]] = {}
        labels, parts_of = self._labels, self._parts
        for start, number, part, end in self._walk(words):
            if parts_of[number] == 1:
                hits.append(Hit(labels[number], start, end))
            else:
                found = gapped.setdefault(number, [[] for _ in range(parts_of[number])])
                found[part].append((start, end))
        for number, found in gapped.items():
            if all(found):
                span = _chain(found)
                if span:
                    hits.append(Hit(labels[number], *span))
        return hits

    def _walk(self, words: Words) -> Iterator[tuple[int, int, int, int]]:
        folded, accented = words.folded, words.accented
        top = self._root.next
        digits = top.get("#")
        count = len(folded)
        for start in range(count):
            word = folded[start]
            first = top.get(word)
            stack = [(first, start + 1)] if first is not None else []
            if digits is not None and word[:1].isdigit():
                stack.append((digits, start + 1))
            while stack:
                node, end = stack.pop()
                for number, part, keys in node.ends:
                    if _same_marks(keys, accented, start):
                        yield start, number, part, end
                if node.next and end < count:
                    word = folded[end]
                    following = node.next.get(word)
                    if following is not None:
                        stack.append((following, end + 1))
                    if word[:1].isdigit():
                        following = node.next.get("#")
                        if following is not None:
                            stack.append((following, end + 1))


def _same_marks(keys: tuple[str | None, ...], accented: tuple[str | None, ...], start: int) -> bool:
    for offset, wanted in enumerate(keys):
        if wanted is not None:
            actual = accented[start + offset]
            if actual is None:
                if wanted[0] == "^":
                    return False
            elif actual != wanted and "^" + actual != wanted:
                return False
    return True


def _chain(found: list[list[tuple[int, int]]]) -> tuple[int, int] | None:
    """Link one hit of every part, each at most MAX_GAP words after the last; the first chain wins."""
    ends: dict[int, int] = {}  # end position → start of the whole chain
    for start, end in found[0]:
        ends.setdefault(end, start)
    for part in found[1:]:
        linked: dict[int, int] = {}
        for start, end in part:
            for gap in range(MAX_GAP + 1):
                if start - gap in ends:
                    linked.setdefault(end, ends[start - gap])
                    break
        if not linked:
            return None
        ends = linked
    end = min(ends)
    return ends[end], end


def expand(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the word sequences a phrase stands for.

    Raises:
        PhraseError: unbalanced parentheses or nothing left.

    """
    if phrase.count("(") != phrase.count(")") or not phrase.strip():
        raise PhraseError(f"cụm từ {phrase!r} rỗng hoặc lệch dấu ngoặc")
    options: list[list[tuple[str, ...]]] = []
    for group, word in _PART.findall(phrase):
        options.append([(word,)] if word else [tuple(choice.split()) for choice in group.split("|")])
    for choice in product(*options):
        words = tuple(word for part in choice for word in part)
        if not words:
            raise PhraseError(f"cụm từ {phrase!r} có thể rỗng")
        yield words
