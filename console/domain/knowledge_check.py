"""What is wrong with an entry of the library, and its JSON for export and import."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date

from console.domain.canned import MAX_OUTGOING, utf16_length, validate_outgoing
from console.domain.catalog_load import SLOT
from console.domain.events.knowledge import KnowledgeEntry
from console.domain.jsonread import CatalogError, Node
from console.domain.knowledge import CONFIDENCE, PLACEHOLDER, SHELF_NAMES, Shelf, name_of, told
from console.domain.sentence import joined, sentence

FORMAT = "ban-truc-thu-vien"
FORMAT_VERSION = 1
MOST_ENTRIES = 2_000
MOST_BYTES = 4 * 1024 * 1024
_CODE = re.compile(r"[A-Z0-9][A-Z0-9_-]{0,39}")
_LIMITS = {
    "title": 200,
    "text": 1_500,
    "law": 300,
    "where": 500,
    "time": 200,
    "fee": 300,
    "phone": 60,
    "hours": 100,
}
_LIMITS |= {"address": 300, "link": 300, "note": 1_000}
_PHONE = re.compile(r"[0-9(+][0-9 .()+-]{1,30}")


def trouble(entry: KnowledgeEntry) -> dict[str, str]:
    """Return what is wrong, by field, in Vietnamese; empty when the entry may be saved."""
    found: dict[str, str] = {}
    if entry.shelf not in SHELF_NAMES:
        found["shelf"] = sentence("ngăn phải là một trong: {names}", names=", ".join(SHELF_NAMES))
    if not _CODE.fullmatch(entry.code):
        found["code"] = sentence("mã gồm chữ hoa không dấu, số, «-», «_», tối đa 40 ký tự")
    for name in ("title", "text"):
        if not getattr(entry, name).strip():
            found[name] = sentence("không được để trống")
    for name, limit in _LIMITS.items():
        value = getattr(entry, name)
        if len(value) > limit:
            found[name] = sentence("dài quá {limit} ký tự", limit=limit)
        elif not value.replace("\n", "" if name in ("text", "note") else "\n").isprintable():
            found[name] = sentence("có ký tự không in được")
    if any(not one.strip() or len(one) > 300 for one in entry.documents) or len(entry.documents) > 40:
        found["documents"] = sentence("mỗi giấy tờ một dòng, tối đa 40 dòng, mỗi dòng tối đa 300 ký tự")
    if entry.confidence not in CONFIDENCE:
        found["confidence"] = sentence("phải là một trong: {names}", names=", ".join(CONFIDENCE))
    if entry.phone and not _PHONE.fullmatch(entry.phone) and not PLACEHOLDER.fullmatch(entry.phone):
        found["phone"] = sentence("phải là số điện thoại, hoặc {name} khi chưa có số", name="{{TÊN}}")
    if entry.shelf == Shelf.CONTACT and not (entry.phone or entry.link or entry.address):
        found["phone"] = sentence("cần số điện thoại, liên kết hoặc địa chỉ")
    if entry.confidence == "source" and entry.shelf == Shelf.PROCEDURE and not (entry.law or entry.note):
        found["law"] = sentence("ghi văn bản, vì mức tin cậy là «theo văn bản»")
    if entry.shelf == Shelf.CANNED and "text" not in found:
        found |= _wording_trouble(entry.text)
    found |= _day_trouble(entry)
    if not found and utf16_length(told(entry)) > MAX_OUTGOING:
        found["text"] = sentence("cả mục dài quá {limit} ký tự của một tin Zalo", limit=MAX_OUTGOING)
    return found


def _wording_trouble(text: str) -> dict[str, str]:
    """Say what a ready answer may not hold: a brace that is no slot, a promise, a request for photos of papers (K-05)."""
    bare = SLOT.sub("", text)
    if "{" in bare or "}" in bare:
        words = sentence(
            "dấu {open} hoặc {close} lẻ; ô trống viết {slot}, chữ thường không dấu",
            open="{",
            close="}",
            slot="{ten_o}",
        )
        return {"text": words}
    doubtful = [problem for problem in validate_outgoing(text) if not problem.blocking]
    return {"text": doubtful[0].message_vi} if doubtful else {}


def _day_trouble(entry: KnowledgeEntry) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in ("valid_from", "valid_to"):
        value = getattr(entry, name)
        try:
            good = not value or date.fromisoformat(value).isoformat() == value
        except ValueError:
            good = False
        if not good:
            found[name] = sentence("«{value}» không phải ngày năm-tháng-ngày", value=value[:20])
    if not found and entry.valid_from and entry.valid_to and entry.valid_to < entry.valid_from:
        found["valid_to"] = sentence("trước ngày bắt đầu hiệu lực")
    return found


def entries_to_json(entries: Iterable[KnowledgeEntry]) -> str:
    """Return the file of an export."""
    rows = [{name: value for name, value in asdict(entry).items() if value} for entry in entries]
    return json.dumps(
        {"format": FORMAT, "version": FORMAT_VERSION, "entries": rows}, ensure_ascii=False, indent=1
    )


def entries_from_json(name: str, data: bytes) -> tuple[KnowledgeEntry, ...]:
    """Return the entries of an exported file.

    Raises:
        CatalogError: naming the file, the place inside it and what is wrong there.

    """
    root = Node(name, "", _parsed(name, data))
    if root.get("format").text() != FORMAT:
        raise root.get("format").fail(sentence("cần {name}", name=repr(FORMAT)))
    if root.get("version").whole() != FORMAT_VERSION:
        raise root.get("version").fail(sentence("bản này chỉ đọc version {version}", version=FORMAT_VERSION))
    nodes = tuple(root.get("entries").items())
    if not 1 <= len(nodes) <= MOST_ENTRIES:
        raise root.get("entries").fail(sentence("cần từ 1 đến {most} mục", most=MOST_ENTRIES))
    entries: dict[str, KnowledgeEntry] = {}
    for node in nodes:
        entry = _entry(node)
        for field, words in trouble(entry).items():
            raise node.get(field).fail(words)
        if name_of(entry) in entries:
            raise node.get("code").fail(sentence("mục {name} bị lặp", name=repr(name_of(entry))))
        entries[name_of(entry)] = entry
    return tuple(entries.values())


def _parsed(name: str, data: bytes) -> object:
    if len(data) > MOST_BYTES:
        raise CatalogError(
            joined(": ", (name, sentence("lớn hơn {size} MB", size=MOST_BYTES // 1024 // 1024)))
        )
    try:
        return json.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        words = sentence("không phải UTF-8 (byte thứ {at})", at=error.start)
        raise CatalogError(joined(": ", (name, words))) from error
    except json.JSONDecodeError as error:
        words = sentence("dòng {line}, cột {column}: không phải JSON", line=error.lineno, column=error.colno)
        raise CatalogError(joined(": ", (name, words))) from error
    except (ValueError, RecursionError) as error:
        raise CatalogError(joined(": ", (name, sentence("không phải JSON")))) from error


def _entry(node: Node) -> KnowledgeEntry:
    known = {field.name for field in fields(KnowledgeEntry)}
    for key in node.names():
        if key not in known:
            raise node.get(key).fail(sentence("không có trường này"))
    values = {
        key: node.get(key).texts() if key == "documents" else node.get(key).text() for key in node.names()
    }
    for key in ("shelf", "code", "title", "text"):
        values.setdefault(key, node.get(key).text())
    return KnowledgeEntry(**values)  # type: ignore[arg-type]
