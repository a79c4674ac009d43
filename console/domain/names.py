"""Pseudonyms and masks: how people are shown before their identity is revealed."""

import random
from collections.abc import Collection

from console.domain.text import safe_line

# No 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V: codes are read over the phone and copied by hand.
ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
CODE_LENGTH = 4
_DOT = "•"


def pseudonym_code(rng: random.Random, taken: Collection[str] = frozenset()) -> str:
    """Return a free code of four characters.

    Args:
        rng: where chance comes from; the same seed gives the same codes.
        taken: codes in use. When four characters are nearly used up a fifth is added.

    """
    length = CODE_LENGTH
    tries = 0
    while True:
        code = "".join(rng.choice(ALPHABET) for _ in range(length))
        if code not in taken:
            return code
        tries += 1
        if tries % 64 == 0:
            length += 1


def pseudonym(code: str) -> str:
    """Return the name a citizen has on screen: "Công dân 4F7K"."""
    return f"Công dân {code}"


_RANKS = {
    (step, kind) for step in ("hạ", "thượng", "thiếu", "trung", "đại") for kind in ("sĩ", "úy", "tá", "tướng")
}
"""Ranks of the police, Luật Công an nhân dân 2018, Điều 21."""


def initials(name: str) -> str:
    """Return up to two initials for an avatar without those of a rank before the name, "?" for a name without letters."""
    words = [word for word in safe_line(name, 120).split() if word[0].isalnum()]
    if len(words) > 2 and (words[0].casefold(), words[1].casefold()) in _RANKS:
        words = words[2:]
    if not words:
        return "?"
    if len(words) == 1:
        return words[0][0].upper()
    return (words[0][0] + words[-1][0]).upper()


def mask_name(name: str) -> str:
    """Return the name with everything but the first letters hidden: "N••••• T•• H•••"."""
    words = safe_line(name, 120).split()
    return " ".join(word[0] + _DOT * (len(word) - 1) for word in words) or _DOT * 3


def mask_phone(phone: str) -> str:
    """Return a phone number with only the last two digits: "••••••••78"."""
    digits = [char for char in phone if char.isdigit()]
    if len(digits) < 6:
        return _DOT * max(len(digits), 3)
    return _DOT * (len(digits) - 2) + "".join(digits[-2:])
