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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
_AMOUNT = re.compile("([0-9]{1,9})(trieu|tr|cu|ty|ti|nghin|k|tuoi|t|kg|lit)([0-9]{0,3})")
"""A number written together with what it counts: 230tr, 3tr5, 15t, 500k."""
_UNITS = {"tr": "trieu", "t": "tuoi"}
BOUNDARY = ""
_SYLLABLE = 16
"""Longer words are not kept in memory; nobody's are worth it."""


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

    def without(self, places: Collection[int]) -> "Words":
        """Return the words without those at ``places``."""
        kept = [place for place in range(len(self.folded)) if place not in places]
        return Words(
            tuple(self.folded[place] for place in kept),
            tuple(self.accented[place] for place in kept),
            tuple(self.raw[place] for place in kept),
        )


@lru_cache(maxsize=16_384)
def _plain(word: str) -> str:
    """Return the word as phrases are compared with it. Vietnamese has some 7,000 syllables, so most are known."""
    plain = fold(word.lower())
    if not plain.isalnum():
        plain = "".join(c for c in plain if c.isalnum())
    return _LONG_REPEAT.sub(r"\1", plain)


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
            plain = _plain(word) if len(word) <= _SYLLABLE else _plain.__wrapped__(word)
            key = None if bare or (mixed and word.isascii()) else accent_key(word.lower())
            shown = word
            for piece in _pieces(plain, shorthand):
                folded.append(piece)
                accented.append(key if piece is plain else None)
                raw.append(shown)
                shown = ""  # a word stands in a quotation once, however many it is spelled out as
        folded.append(BOUNDARY)
        accented.append(None)
        raw.append("")
        if len(folded) > MAX_WORDS:
            break
    return Words(tuple(folded), tuple(accented), tuple(raw))


def _pieces(plain: str, shorthand: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words that one written word stands for."""
    known = shorthand.get(plain)
    if known is not None:
        return known
    if plain[:1].isdigit() and not plain.isdigit():
        amount = _AMOUNT.fullmatch(plain)
        if amount is not None:
            pieces = (amount[1], _UNITS.get(amount[2], amount[2]), amount[3])
            return tuple(piece for piece in pieces if piece)
    return (plain,)


@dataclass(slots=True)
class _Node:
    """A place in the trie. Most are the last word of one part, so what is empty is one and the same for all."""

    next: "dict[str, _Node]" = field(default_factory=lambda: _NOTHING)
    # (part number, tone keys of its words)
    ends: "tuple[tuple[int, tuple[str | None, ...]], ...]" = ()


_NOTHING: dict[str, _Node] = {}


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: its label and the word positions [start, end)."""

    label: str
    start: int
    end: int


class PhraseBook:
    """All phrases of a rule file, compiled into one word trie.

    A phrase is a chain of segments with gaps in between; a segment is a set of alternative parts; a part
    is a run of words, stored once however many phrases use it.
    """

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """Compile (label, phrase) pairs.

        Raises:
            PhraseError: a phrase is empty or its parentheses do not match.

        """
        self._root = _Node()
        self._labels_of: list[tuple[str, ...]] = []  # part → labels of phrases that are this part alone
        self._segments_of: list[tuple[int, ...]] = []  # part → segments it is an alternative of
        # What was met already; not needed once all is compiled.
        self._parts: dict[tuple[str, ...], int] = {}
        self._segments: dict[frozenset[int], int] = {}
        self._keys: dict[tuple[str | None, ...], tuple[str | None, ...]] = {}
        # first segment → chains: label, segments in order, the same as a set
        self._chains: dict[int, list[tuple[str, tuple[int, ...], frozenset[int]]]] = {}
        for label, phrase in phrases:
            try:
                for chain in parse_phrase(phrase):
                    self._add(label, chain)
            except PhraseError as error:
                raise PhraseError(f"{label}: {error}") from None
        self._parts, self._segments, self._keys = {}, {}, {}

    def __len__(self) -> int:
        return len(self._labels_of)

    def _add(self, label: str, chain: Sequence[frozenset[tuple[str, ...]]]) -> None:
        if len(chain) == 1:
            for words in chain[0]:
                part = self._part(words)
                self._labels_of[part] = (*self._labels_of[part], label)
            return
        numbers = tuple(self._segment(segment) for segment in chain)
        self._chains.setdefault(numbers[0], []).append((label, numbers, frozenset(numbers)))

    def _segment(self, alternatives: frozenset[tuple[str, ...]]) -> int:
        parts = frozenset(self._part(words) for words in alternatives)
        number = self._segments.setdefault(parts, len(self._segments))
        if number == len(self._segments) - 1:
            for part in parts:
                if number not in self._segments_of[part]:
                    self._segments_of[part] = (*self._segments_of[part], number)
        return number

    def _part(self, words: tuple[str, ...]) -> int:
        known = self._parts.get(words)
        if known is not None:
            return known
        number = self._parts[words] = len(self._parts)
        self._labels_of.append(())
        self._segments_of.append(())
        node = self._root
        keys: list[str | None] = []
        for word in words:
            wanted = word.removeprefix("^")
            if wanted == "#":
                plain, key = wanted, None
            else:
                plain, key = _plain_and_key(wanted)
            if node.next is _NOTHING:
                node.next = {}
            following = node.next.get(plain)
            if following is None:
                following = node.next[plain] = _Node()
            node = following
            keys.append(f"^{key}" if key is not None and word != wanted else key)
        kept = tuple(keys)
        node.ends = (*node.ends, (number, self._keys.setdefault(kept, kept)))
        return number

    def find(self, words: Words) -> list[Hit]:
        """Return every phrase found: runs of words in order of appearance, then those with gaps."""
        hits: list[Hit] = []
        segments: dict[int, list[tuple[int, int]]] = {}
        labels_of, segments_of = self._labels_of, self._segments_of
        for part, start, end in self._walk(words):
            for label in labels_of[part]:
                hits.append(Hit(label, start, end))  # noqa: PERF401 - mostly none or one; a generator costs more
            for segment in segments_of[part]:
                if segment in segments:
                    segments[segment].append((start, end))
                else:
                    segments[segment] = [(start, end)]
        for segment in segments:
            for label, numbers, needed in self._chains.get(segment, ()):
                if needed <= segments.keys():
                    span = _chain([segments[number] for number in numbers])
                    if span:
                        hits.append(Hit(label, *span))
        return hits

    def _walk(self, words: Words) -> list[tuple[int, int, int]]:
        """Return (part, start, end) of every part found."""
        folded, accented = words.folded, words.accented
        top = self._root.next
        digits = top.get("#")
        found: list[tuple[int, int, int]] = []
        count = len(folded)
        for start in range(count):
            word = folded[start]
            first = top.get(word)
            nodes = [first] if first is not None else []
            if digits is not None and word[:1].isdigit():
                nodes.append(digits)
            end = start + 1
            while nodes:
                following: list[_Node] = []
                word = folded[end] if end < count else BOUNDARY
                digit = word[:1].isdigit()
                for node in nodes:
                    for part, keys in node.ends:
                        if _same_marks(keys, accented, start):
                            found.append((part, start, end))
                    if word and node.next:
                        next_node = node.next.get(word)
                        if next_node is not None:
                            following.append(next_node)
                        if digit:
                            next_node = node.next.get("#")
                            if next_node is not None:
                                following.append(next_node)
                nodes = following
                end += 1
        return found


@lru_cache(maxsize=16_384)
def _plain_and_key(word: str) -> tuple[str, str]:
    return fold(word), accent_key(nfc(word.lower()))


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
    """Link one hit of every segment, each at most MAX_GAP words after the last; the first chain wins."""
    ends: dict[int, int] = {}  # end position → start of the whole chain
    for start, end in found[0]:
        ends.setdefault(end, start)
    for segment in found[1:]:
        linked: dict[int, int] = {}
        for start, end in segment:
            for gap in range(MAX_GAP + 1):
                if start - gap in ends:
                    linked.setdefault(end, ends[start - gap])
                    break
        if not linked:
            return None
        ends = linked
    end = min(ends)
    return ends[end], end


def parse_phrase(phrase: str) -> Iterator[list[frozenset[tuple[str, ...]]]]:
    """Yield the chains of segments a phrase stands for (several, where an alternative holds a gap).

    Raises:
        PhraseError: unbalanced parentheses, nothing left, or a gap at an end.

    """
    if phrase.count("(") != phrase.count(")") or not phrase.strip():
        raise PhraseError(f"cụm từ {phrase!r} rỗng hoặc lệch dấu ngoặc")
    options: list[list[tuple[str, ...]]] = []
    for group, word in _PART.findall(phrase):
        options.append([(word,)] if word else [tuple(choice.split()) for choice in group.split("|")])
    # Alternatives with a gap inside are taken one by one, the others stay together.
    apart = [
        [[choice] for choice in choices]
        if len(choices) > 1 and any("~" in choice for choice in choices)
        else [choices]
        for choices in options
    ]
    for picked in product(*apart):
        yield _segments(phrase, picked)


def _segments(phrase: str, options: Sequence[list[tuple[str, ...]]]) -> list[frozenset[tuple[str, ...]]]:
    runs: list[list[list[tuple[str, ...]]]] = [[]]
    for choices in options:
        if len(choices) == 1 and "~" in choices[0]:
            pieces = " ".join(choices[0]).split("~")
            runs[-1].append([tuple(pieces[0].split())])
            runs.extend([[tuple(piece.split())]] for piece in pieces[1:])
        else:
            runs[-1].append(choices)
    segments: list[frozenset[tuple[str, ...]]] = []
    for run in runs:
        words = frozenset(tuple(word for piece in choice for word in piece) for choice in product(*run))
        if not words or () in words:
            raise PhraseError(f"cụm từ {phrase!r}: mỗi đoạn quanh ~ phải có chữ")
        segments.append(words)
    return segments
