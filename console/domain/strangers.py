"""What a text for one citizen says of another: a case number, or the name a citizen has on screen (features C-10, T23)."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from console.domain.text import fold_map, nfc

# Any dash, spaces around it or none: numbers are also typed by hand and come out of other programs.
_NUMBER = re.compile(r"(?<![^\W_])cb ?(\d{2}) ?[-\u2010-\u2015] ?(\d{5,})(?!\d)")
_NAME = re.compile(r"(?<![^\W_])cong {1,3}dan {1,3}([a-z0-9]{4,6})(?![^\W_])")
_AS_ON_SCREEN = "Công dân "
_CODE = re.compile("[A-Z0-9]+")
_MIXED = re.compile("(?=.*[0-9])(?=.*[a-z])")


@dataclass(frozen=True, slots=True)
class Stranger:
    """Another's ``number`` or ``name``, the other of the two "", at text[start:end]."""

    start: int
    end: int
    number: str = ""
    name: str = ""


def strangers(text: str, numbers: Collection[str], pseudonym: str) -> tuple[Stranger, ...]:
    """Return what in a text belongs to somebody else than its reader, in the order of the text.

    Without marks and in small letters a pseudonym counts too, but only where its code has letter and digit: "công dân
    2005" and "CÔNG DÂN KHANH" are words.

    Args:
        text: what the citizen would read, or the name of a file he would get.
        numbers: the case numbers that are his.
        pseudonym: his name on screen.

    """
    folded, index = fold_map(text)
    found: list[Stranger] = []
    for match in _NUMBER.finditer(folded):
        number = f"CB{match.group(1)}-{match.group(2)}"
        if number not in numbers:
            found.append(Stranger(index[match.start()], _end(index, match.end()), number=number))
    for match in _NAME.finditer(folded):
        start, end = index[match.start()], _end(index, match.end())
        code, at = match.group(1), index[match.start(1)]
        whole = nfc(text[start:at]) == _AS_ON_SCREEN and _CODE.fullmatch(text[at:end])
        name = f"{_AS_ON_SCREEN}{code.upper()}"
        if (whole or _MIXED.match(code)) and name != pseudonym:
            found.append(Stranger(start, end, name=name))
    return tuple(sorted(found, key=lambda one: one.start))


def _end(index: list[int], folded_end: int) -> int:
    """Return where in the text a folded piece ends: what folds to nothing after its last letter is not of it."""
    return index[folded_end - 1] + 1
