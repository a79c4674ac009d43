"""The library officers answer from: its shelves, which version of an entry counts on a day, and what a citizen is told.

Entries come with the program (version 0, from the data files) and as the administrator's versions from the log. Nothing is
ever removed: an entry ends by its last day (features K-03).
"""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from console.domain.catalog import Catalog
from console.domain.event_json import to_json
from console.domain.events.knowledge import KnowledgeEntry
from console.domain.sentence import joined, named, sentence


class Shelf(StrEnum):
    """The kinds of entries, in the order they are shown."""

    PROCEDURE = "procedure"
    CONTACT = "contact"
    NEWS = "news"
    SURVEY = "survey"
    CANNED = "canned"


SHELF_NAMES: dict[str, str] = {
    Shelf.PROCEDURE: "Thủ tục",
    Shelf.CONTACT: "Danh bạ",
    Shelf.NEWS: "Mục tin",
    Shelf.SURVEY: "Khảo sát",
    Shelf.CANNED: "Câu mẫu",
}
CONFIDENCE: dict[str, str] = {
    "confirmed": "Đã đối chiếu",
    "source": "Theo văn bản",
    "memory": "Chưa đối chiếu",
    "check": "Cần kiểm tra",
}
"""How far an entry may be trusted, best first."""
SURE = frozenset({"confirmed", "source"})
CODE_MARK = "/"
"""Stands between shelf and code where one word names an entry; no ready answer's code has it."""
_TYPED_DAY = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
PLACEHOLDER = re.compile(r"\{\{[^{}\n]{1,58}\}\}")


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an entry: who wrote it, when (UTC ms) and why; version 0 came with the program."""

    entry: KnowledgeEntry
    version: int
    at: int = 0
    actor: str = ""
    reason: str = ""
    restores: int = -1


@dataclass(frozen=True, slots=True)
class Item:
    """An entry as it stands on a day, and why it may not be given to a citizen then ("" when it may)."""

    current: Version
    refusal: str
    waiting: int = 0
    """The newest version that only counts later, 0 for none."""

    @property
    def entry(self) -> KnowledgeEntry:
        """Return its content."""
        return self.current.entry

    @property
    def name(self) -> str:
        """Return what names it in a reply: shelf and code."""
        return name_of(self.entry)


def name_of(entry: KnowledgeEntry) -> str:
    """Return shelf and code as one word: ``procedure/CC-CAP``."""
    return f"{entry.shelf}{CODE_MARK}{entry.code}"


def shipped(catalog: Catalog) -> tuple[KnowledgeEntry, ...]:
    """Return the entries of the data files, by shelf and in the files' order."""
    procedures = (
        KnowledgeEntry(
            Shelf.PROCEDURE,
            one.code,
            one.name_vi,
            one.summary,
            law=one.law or "",
            where=one.where,
            time=one.processing_time,
            fee=one.fee,
            link=one.link or "",
            documents=one.documents,
            confidence=one.confidence,
            note=one.note or "",
            valid_from=_day(one.valid_from),
            valid_to=_day(one.valid_to),
        )
        for one in catalog.procedures.values()
    )
    contacts = (
        KnowledgeEntry(
            Shelf.CONTACT,
            one.code,
            one.name_vi,
            one.name_vi,
            phone=one.phone or "",
            hours=one.hours or "",
            address=one.address or "",
            link=one.url or "",
            confidence="confirmed" if one.verified else "source" if one.status == "public" else "check",
            note=one.note or "",
            valid_from=_day(one.valid_from),
            valid_to=_day(one.valid_to),
        )
        for one in catalog.contacts.values()
    )
    news = (
        KnowledgeEntry(
            Shelf.NEWS,
            one.code,
            named(one.vi, one.en),
            f"Mời ông/bà xem mục “{one.vi}” trên trang Zalo này.",
            confidence="source",
        )
        for one in sorted(catalog.news.values(), key=lambda one: one.order)
    )
    scale = ", ".join(f"{value} – {label}" for value, label in sorted(catalog.survey.scale.items()))
    survey = (
        KnowledgeEntry(
            Shelf.SURVEY,
            one.code,
            named(one.vi, one.en),
            f"{one.vi}\n({scale})" if one.type == "scale" else "\n".join((one.vi, *one.options)),
            confidence="source",
            note=joined(" ", catalog.survey.rules),
        )
        for one in catalog.survey.questions
    )
    canned = (
        KnowledgeEntry(Shelf.CANNED, one.code, one.title, one.text, confidence="source")
        for one in catalog.canned.values()
    )
    return (*procedures, *contacts, *news, *survey, *canned)


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def items_on(
    day: date, entries: Iterable[KnowledgeEntry], written: Mapping[str, Iterable[Version]]
) -> tuple[Item, ...]:
    """Return every entry as it stands on a day, the shipped ones first in their order, then those added.

    Args:
        day: in Vietnam.
        entries: what came with the program.
        written: the administrator's versions by name.

    """
    histories: dict[str, list[Version]] = {name_of(entry): [Version(entry, 0)] for entry in entries}
    for name in written:
        histories.setdefault(name, []).extend(written[name])
    items = [item_on(day, history) for history in histories.values() if history]
    order = list(Shelf)
    return tuple(sorted(items, key=lambda item: order.index(Shelf(item.entry.shelf))))


def item_on(day: date, history: Iterable[Version]) -> Item:
    """Return an entry as it stands on a day: its newest version among those that have begun, else its newest.

    A version written ahead of a new rule waits for its first day and the one before it counts until then.
    """
    versions = sorted(history, key=lambda one: one.version)
    today = day.isoformat()
    begun = [one for one in versions if one.entry.valid_from <= today]
    current = begun[-1] if begun else versions[-1]
    later = [one.version for one in versions if one.version > current.version]
    return Item(current, refusal(current.entry, day), max(later, default=0))


def refusal(entry: KnowledgeEntry, day: date) -> str:
    """Return why an entry may not be given to a citizen on a day, in Vietnamese, or ""."""
    today = day.isoformat()
    if entry.valid_from and today < entry.valid_from:
        return sentence("Chưa có hiệu lực: từ {day}", day=shown_day(entry.valid_from))
    if entry.valid_to and today > entry.valid_to:
        return sentence("Hết hiệu lực từ sau {day}", day=shown_day(entry.valid_to))
    return ""


def shown_day(day: str) -> str:
    """Return YYYY-MM-DD as dd/MM/yyyy; "" stays."""
    return "/".join(reversed(day.split("-"))) if day else ""


def typed_day(text: str) -> str:
    """Return a day as an officer types it, dd/MM/yyyy, as YYYY-MM-DD; anything else as it is, for the check to refuse."""
    found = _TYPED_DAY.fullmatch(text.strip())
    if found is None:
        return text.strip()
    day, month, year = (int(part) for part in found.groups())
    return f"{year:04}-{month:02}-{day:02}"


def told(entry: KnowledgeEntry) -> str:
    """Return what goes into a reply. What nobody has filled in stays «{{…}}», which blocks sending."""
    if entry.shelf == Shelf.CONTACT:
        phone = entry.phone or ("" if entry.link else f"{{{{SĐT {entry.code}}}}}")
        parts = (f"{entry.text}: {phone}" if phone else entry.text, entry.hours, entry.address, entry.link)
        return ", ".join(part for part in parts if part) + "."
    if entry.shelf != Shelf.PROCEDURE:
        return entry.text
    lines = [f"{entry.title}: {entry.text}"]
    labelled = (
        ("Hồ sơ gồm", "; ".join(entry.documents)),
        ("Nơi làm", entry.where),
        ("Thời hạn", entry.time),
        ("Lệ phí", entry.fee),
        ("Căn cứ", entry.law),
        ("Nộp trực tuyến", entry.link),
    )
    lines += [f"{label}: {value}." for label, value in labelled if value]
    return "\n".join(lines)


def searched(entry: KnowledgeEntry) -> str:
    """Return all words an entry is found by."""
    digits = re.sub(r"\D", "", entry.phone)
    parts = (entry.code, entry.text, entry.law, entry.where, entry.address, entry.note, entry.phone, digits)
    return " ".join((*parts, *entry.documents))


def stamp(version: Version) -> str:
    """Return what a reply keeps of the version it was made from: number and content."""
    return f"{version.version}-{hashlib.sha256(to_json(version.entry).encode()).hexdigest()[:12]}"
