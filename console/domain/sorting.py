"""Vietnamese order: letters a ă â b … đ …, then tones; people by their given name (features L-02, TCVN 6909 order)."""

import unicodedata

from console.domain.text import nfc

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_RANK = {letter: number for number, letter in enumerate(_LETTERS, start=40)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Huyền, hỏi, ngã, sắc, nặng; without a tone comes first."""
_QUALITY = "\u0306\u0302\u031b"
_PLAIN = range(40, 40 + len(_LETTERS))
_DIGIT = 10

Word = tuple[tuple[int, ...], tuple[int, ...]]
Key = tuple[tuple[Word, ...], str]


def vietnamese_key(text: str) -> Key:
    """Return the sort key of a text. Words are compared one after another, in each the letters first, then the tones.

    «an» stands before «An Giang» and that before «anh»; all of «Hà …» before «Hạ …»; digits before letters.
    """
    return tuple(_word_key(word) for word in nfc(text).lower().split()), text


def _word_key(word: str) -> Word:
    letters: list[int] = []
    tones: list[int] = []
    for char in unicodedata.normalize("NFD", word.replace("đ", "\ue000")):
        if char in _TONES and letters:
            tones[-1] = _TONES[char]
        elif char in _QUALITY and letters:
            base = (
                unicodedata.normalize("NFC", _LETTERS[letters[-1] - 40] + char)
                if letters[-1] in _PLAIN
                else ""
            )
            letters[-1] = _RANK.get(base, letters[-1])
        else:
            letters.append(_rank(char))
            tones.append(0)
    return tuple(letters), tuple(tones)


def _rank(char: str) -> int:
    if char == "\ue000":
        return _RANK["đ"]
    if char.isdecimal() and char.isascii():
        return _DIGIT + int(char)
    return _RANK.get(char, 100 + ord(char))


def name_key(name: str) -> tuple[Key, Key]:
    """Return the sort key of a person: the given name (the last word) first, then family and middle names."""
    words = name.split()
    return vietnamese_key(words[-1] if words else ""), vietnamese_key(" ".join(words[:-1]))
