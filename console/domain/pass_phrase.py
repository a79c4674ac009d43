"""What the pass phrase of an export file has to be (threats T12). Whoever holds the file may guess without anybody noticing.

So it is longer than a PIN, which a delay protects: the guesses are slowed down by Argon2id alone.
"""

import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from console.domain.text import fold

SHORTEST = 12
"""Characters at least."""
LONGEST = 128
"""Characters at most; a longer paste is cut."""
LEAST_BITS = 40
"""Guesses as a power of two, as ``bits`` counts them; at half a second each, out of reach of who finds a stick."""
STRONG_BITS = 65
_OF_WORDS = 0.65
"""What a letter of ordinary words is worth beside one that was drawn by lot."""
_LEAST_KINDS = 5
_GROUPS, _GROUP = 5, 4
_ALPHABET = "23456789abcdefghjkmnpqrstvwxyz"
"""Letters and digits that nobody mistakes for another one when they are read out or copied by hand."""
_KNOWN = re.compile(
    r"matkhau|password|passphrase|congan|trucban|bantruc|caobang|vietnam|baomat|hoso|zalo|"
    r"admin|secret|letmein|welcome|qwerty|asdfgh|zxcvbn|(?:19|20)\d\d"
)
"""Words that are tried first; each counts as one character."""


class Strength(StrEnum):
    """How hard a pass phrase is to guess, or why it is not taken."""

    SHORT = "short"
    ALIKE = "alike"
    """The same few characters again and again."""
    WEAK = "weak"
    """Made of what is tried first: usual words, years, keys in a row."""
    ENOUGH = "enough"
    STRONG = "strong"

    @property
    def taken(self) -> bool:
        """Return whether an export may be closed with it."""
        return self in (Strength.ENOUGH, Strength.STRONG)


@dataclass(frozen=True, slots=True)
class PassPhrase:
    """A pass phrase as it was typed; its text is in no ``repr``. Only ``taken`` makes one for closing."""

    text: str = field(repr=False)

    @property
    def secret(self) -> bytes:
        """Return what the key is made of: the same for every keyboard, input method and number of spaces."""
        return normal(self.text).encode()


def normal(typed: str) -> str:
    """Return a pass phrase without the differences that nobody sees: NFKC, one space between words, none around."""
    return " ".join(unicodedata.normalize("NFKC", typed).split())


def bits(typed: str) -> float:
    """Return how many guesses it may withstand, as a power of two: its characters, without what is tried first."""
    text = normal(typed).replace(" ", "")
    kinds = (
        (10, str.isdigit),
        (26, lambda char: char.isascii() and char.islower()),
        (26, lambda char: char.isascii() and char.isupper()),
        (40, lambda char: not char.isascii()),
        (20, lambda char: char.isascii() and not char.isalnum()),
    )
    pool = sum(size for size, has in kinds if any(has(char) for char in text))
    if not pool:
        return 0.0
    rest = _KNOWN.sub("\0", fold(text))
    # Characters that only go on as those before (abc, 321, aaa) are nothing new.
    new = 1 + sum(1 for before, char in pairwise(rest) if abs(ord(char) - ord(before)) > 1)
    # A piece that comes again adds little: «abc1abc1abc1» is not three times as hard as «abc1».
    pieces = {rest[at : at + 3] for at in range(len(rest) - 2)}
    fresh = min((len(pieces) + 2) / len(rest), 1.0)
    letters = sum(char.isalpha() for char in text)
    words = _OF_WORDS if letters >= 0.8 * len(text) else 1.0
    return new * fresh * words * math.log2(pool)


def strength(typed: str) -> Strength:
    """Return how hard a pass phrase is to guess."""
    text = normal(typed)
    if len(text) < SHORTEST:
        return Strength.SHORT
    if len(set(text)) < _LEAST_KINDS:
        return Strength.ALIKE
    found = bits(text)
    if found < LEAST_BITS:
        return Strength.WEAK
    return Strength.STRONG if found >= STRONG_BITS else Strength.ENOUGH


def taken(typed: str) -> PassPhrase:
    """Return a pass phrase to close an export with. Raises ``ValueError``: it is too easy; ask ``strength`` why."""
    if not strength(typed).taken:
        raise ValueError("too easy")
    return PassPhrase(typed)


def proposed(below: Callable[[int], int]) -> str:
    """Return a pass phrase nobody guesses, to be written down: twenty characters, 98 bits.

    Args:
        below: returns a random number below the given one, each as likely (``secrets.randbelow``).

    """
    groups = ("".join(_ALPHABET[below(len(_ALPHABET))] for _ in range(_GROUP)) for _ in range(_GROUPS))
    return "-".join(groups)
