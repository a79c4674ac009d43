"""What a PIN has to be: one place for its limits, whoever asks for it (threats T03, T04)."""

from itertools import pairwise

SHORTEST = 6
"""Characters of a PIN at least; the delay after wrong ones does the rest."""
WORDS_LEAST = 8
"""Characters of a PIN at least that is not of digits alone."""
LIMIT = 64
"""Characters of a PIN at most; a longer paste is cut."""
ONCE_DIGITS = 8
"""Digits of a PIN for one sign-in."""


def all_alike(pin: str) -> bool:
    """Return whether it is one character again and again."""
    return len(set(pin)) == 1


def in_a_row(pin: str) -> bool:
    """Return whether it is digits in their order, up or down (``123456``, ``987654``)."""
    plain = pin.isascii() and pin.isdigit()
    return plain and {int(b) - int(a) for a, b in pairwise(pin)} in ({1}, {-1})
