"""What the window says of the library's shelves, trust and days."""

from datetime import date

from console.domain.events import KnowledgeEntry
from console.domain.knowledge import SURE, Item, Shelf, refusal, shown_day
from console.runtime.i18n import said, tr
from console.ui.common.chips import Chip, green, neutral, orange, solid_red

ICONS = {
    Shelf.PROCEDURE: "file-text",
    Shelf.CONTACT: "phone",
    Shelf.NEWS: "megaphone",
    Shelf.SURVEY: "star",
    Shelf.CANNED: "act.canned",
}


def shelf_name(shelf: str) -> str:
    """Return the name of a shelf."""
    match shelf:
        case Shelf.PROCEDURE:
            return tr("Thủ tục")
        case Shelf.CONTACT:
            return tr("Danh bạ")
        case Shelf.NEWS:
            return tr("Mục tin")
        case Shelf.SURVEY:
            return tr("Khảo sát")
        case Shelf.CANNED:
            return tr("Câu mẫu")
        case _:
            return shelf


def confidence_name(code: str) -> str:
    """Return how far an entry may be trusted, in words."""
    match code:
        case "confirmed":
            return tr("Đã đối chiếu")
        case "source":
            return tr("Theo văn bản")
        case "memory":
            return tr("Chưa đối chiếu")
        case _:
            return tr("Cần kiểm tra")


def confidence_chip(entry: KnowledgeEntry) -> Chip:
    """Return the mark of trust: green or grey when somebody vouches for it, orange when nobody does."""
    name = confidence_name(entry.confidence)
    if entry.confidence not in SURE:
        return orange(name, "circle-alert")
    return green(name, "badge-check") if entry.confidence == "confirmed" else neutral(name, "scale")


def refusal_words(entry: KnowledgeEntry, day: date) -> str:
    """Return why an entry may not be given to a citizen on a day, or ""."""
    return said(refusal(entry, day))


def validity_words(entry: KnowledgeEntry) -> str:
    """Return the days an entry counts."""
    since, until = shown_day(entry.valid_from), shown_day(entry.valid_to)
    if since and until:
        return tr("từ {since} đến {until}", since=since, until=until)
    if since:
        return tr("từ {since}", since=since)
    return tr("đến {until}", until=until) if until else tr("chưa ghi thời hạn")


def validity_chip(item: Item, day: date) -> Chip | None:
    """Return the chip of an entry that may not be given now, or of one that ends; nothing for one without end."""
    words = refusal_words(item.entry, day)
    if words:
        return solid_red(words, "circle-x")
    if item.entry.valid_to:
        return neutral(tr("đến {until}", until=shown_day(item.entry.valid_to)), "calendar")
    return None
