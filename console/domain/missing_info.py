"""What a report should say and does not say yet: where, when, who, is it going on, any proof (features A-04, B-04).

Ticks come from the citizen's own messages and from what officers filled in. A tick says that something was said, never that it is true.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from console.domain.entities import find_entities
from console.domain.message import MessageType
from console.domain.text import fold

MAX_TEXT = 4_000
"""Of each message; a report says these things early or not at all."""


class Tick(StrEnum):
    """One thing to know, in the order it is asked for."""

    WHERE = "where"
    WHEN = "when"
    NOW = "now"
    WHO = "who"
    PROOF = "proof"


ASKED: dict[Tick, str] = {
    Tick.WHERE: "HOI_TG_DD",
    Tick.WHEN: "HOI_TG_DD",
    Tick.NOW: "HOI_DANG_DIEN_RA",
    Tick.WHO: "HOI_DAC_DIEM",
    Tick.PROOF: "XIN_ANH",
}
"""The ready answer that asks for each; all are approved texts of ``canned-replies.json``."""

_ALL = tuple(Tick)
WANTED: dict[str, tuple[Tick, ...]] = {
    "TO_GIAC": _ALL,
    "TIN_BAO": _ALL,
    "KHAN_CAP": (Tick.WHERE, Tick.WHEN, Tick.NOW, Tick.WHO),
    "CHAY_CNCH": (Tick.WHERE, Tick.WHEN, Tick.NOW),
    "ANTT": _ALL,
    "GIAO_THONG": _ALL,
    "PAKN": (Tick.WHERE, Tick.WHEN, Tick.PROOF),
}
"""Which categories have a checklist, at most five ticks each; questions about procedures have none.

Nobody in an emergency is asked for pictures."""

_PROOF = {MessageType.PHOTO, MessageType.VIDEO, MessageType.VOICE, MessageType.GIF, MessageType.FILE}
_NOW = re.compile(
    r"\b(?:dang|van con|con dang|vua (?:xong|moi|nay|chay)|luc nay|bay gio|ngay luc|hom qua|hom kia|dem qua|toi qua"
    r"|sang nay|chieu qua|da xong|xong roi|het roi|thuong xuyen|hang (?:dem|ngay)|(?:toi|dem|ngay) nao cung)\b"
)
_WHO = re.compile(
    r"\b(?:nhom|thanh nien|dan ong|phu nu|nam gioi|nu gioi|ten la|doi tuong|bon no|bon chung|bon ho|thang|ong|ba ta|mat mac"
    r"|chu (?:quan|nha|xe)|hang xom|lai xe|bien so|\d+ (?:nguoi|ten|doi tuong|xe)|tai khoan|so dien thoai)\b"
)
_PLACE = re.compile(
    r"\b(?:gan|o|tai|cho|ngo|duong|pho|thon|xom|to \d+|xa|phuong|ben xe|truong|cau|nga (?:ba|tu)|quan|nha (?:nghi|tro))\s+\w+"
)


@dataclass(frozen=True, slots=True)
class Checklist:
    """The ticks a category asks for, and those that are there; both in the order of ``Tick``."""

    wanted: tuple[Tick, ...] = ()
    known: tuple[Tick, ...] = ()

    @property
    def missing(self) -> tuple[Tick, ...]:
        """Return what is still to be asked, in the order it is asked."""
        return tuple(tick for tick in self.wanted if tick not in self.known)


def told(texts: Sequence[str], kinds: Iterable[str], *, placed: bool = False) -> tuple[Tick, ...]:
    """Return what the citizen's messages tell.

    Args:
        texts: of the inbound messages.
        kinds: their types (``MessageType`` values).
        placed: whether a place was found in them by the gazetteer.

    """
    kinds = set(kinds)
    found: set[Tick] = set()
    if placed or MessageType.LOCATION in kinds:
        found.add(Tick.WHERE)
    if kinds & _PROOF:
        found.add(Tick.PROOF)
    for text in texts:
        head = text[:MAX_TEXT]
        words = fold(head)
        entities = {entity.kind for entity in find_entities(head)}
        if "time" in entities:
            found.add(Tick.WHEN)
        if _NOW.search(words):
            found |= {Tick.NOW, Tick.WHEN}
        if _WHO.search(words) or entities & {"plate", "phone"}:
            found.add(Tick.WHO)
        if _PLACE.search(words):
            found.add(Tick.WHERE)
    return tuple(tick for tick in Tick if tick in found)


def checklist(category: str, said: Collection[str], *, placed: bool, tags: Collection[str]) -> Checklist:
    """Return the checklist of a case.

    Args:
        category: the case's, or the suggested one while nobody has said; "" has no checklist.
        said: ticks of ``told``.
        placed: whether an officer set place or district.
        tags: the case's.

    """
    wanted = WANTED.get(category, ())
    known = set(said)
    if placed:
        known.add(Tick.WHERE)
    if "dang-dien-ra" in tags:
        known |= {Tick.NOW, Tick.WHEN}
    return Checklist(wanted, tuple(tick for tick in wanted if tick in known))
