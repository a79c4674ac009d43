"""What the administrator does to the library: new versions, an end, an earlier content again, many at once (features K-03, K-04).

Nothing is overwritten: each version stays in the log with who wrote it, when, why and which one it followed.
"""

from dataclasses import replace

from sqlalchemy import Connection

from console.actions.desk import Desk, Refused
from console.actions.guards import clean_text, require
from console.cache import knowledge_query
from console.cache.store import Transaction
from console.domain.calendar import local_date
from console.domain.catalog import CannedReply, Catalog
from console.domain.events import KnowledgeEntry, KnowledgeSaved
from console.domain.ids import new_id
from console.domain.jsonread import CatalogError
from console.domain.knowledge import CODE_MARK, Item, Version, item_on, name_of, shipped
from console.domain.knowledge_check import entries_from_json, trouble
from console.domain.officer import Permission
from console.domain.ready import name_of_ready, ready_of, version_of
from console.domain.subject import subject
from console.record.base import Command, Status

TOPIC = "knowledge"


def save_entry(
    desk: Desk, entry: KnowledgeEntry, reason: str, *, expected_version: int, command_id: str = ""
) -> int:
    """Write a new version of an entry, or a new entry; return its number.

    Args:
        desk: an administrator's.
        entry: the whole content.
        reason: why, in words.
        expected_version: the newest version on the screen, 0 for the shipped one or for a new entry.
        command_id: repeats the request safely; a fresh one when empty.

    Raises:
        ActionError: nothing was written; the words name the field.

    """
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do")
    _require_sound(entry)
    with desk.store.write() as tx:
        return _append(tx, desk, KnowledgeSaved(entry, expected_version, words), command_id)


def end_entry(
    desk: Desk, name: str, last_day: str, reason: str, *, expected_version: int, command_id: str = ""
) -> int:
    """Let an entry count no longer than ``last_day`` (YYYY-MM-DD). Raises ``ActionError``."""
    require(desk.officer, Permission.ADMINISTER)
    with desk.store.read() as connection:
        newest = _history(desk, connection, name)[-1]
    return save_entry(
        desk,
        replace(newest.entry, valid_to=last_day),
        reason,
        expected_version=expected_version,
        command_id=command_id,
    )


def restore_version(
    desk: Desk, name: str, version: int, reason: str, *, expected_version: int, command_id: str = ""
) -> int:
    """Write an earlier version's content as the newest version; return its number. Raises ``ActionError``."""
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do")
    with desk.store.write() as tx:
        wanted = next((one for one in _history(desk, tx.connection, name) if one.version == version), None)
        if wanted is None:
            raise Refused("Mục này không có bản {version}", version=version)
        body = KnowledgeSaved(wanted.entry, expected_version, words, version)
        return _append(tx, desk, body, command_id)


def import_entries(desk: Desk, name: str, data: bytes, reason: str) -> int:
    """Write the entries of an exported file that differ from the newest versions, all or none; return how many.

    Raises:
        ActionError: nothing was written; the words name the file, the place in it and what is wrong.

    """
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do")
    try:
        entries = entries_from_json(name, data)
    except CatalogError as error:
        raise Refused("Chưa nhập mục nào. {error}", error=error.args[0]) from error
    with desk.store.write() as tx:
        newest = {one: history[-1] for one, history in _histories(desk.catalog, tx.connection).items()}
        changed = [one for one in entries if name_of(one) not in newest or newest[name_of(one)].entry != one]
        for entry in changed:
            before = newest[name_of(entry)].version if name_of(entry) in newest else 0
            _append(tx, desk, KnowledgeSaved(entry, before, words), "")
    return len(changed)


def item_for_reply(desk: Desk, tx: Transaction, name: str) -> Item:
    """Return the entry a reply was made from, as it counts now. Raises ``Refused`` where it may not be told to a citizen."""
    return _usable(desk.catalog, tx, name)


def _usable(catalog: Catalog, tx: Transaction, name: str) -> Item:
    histories = _histories(catalog, tx.connection, name)
    if name not in histories:
        raise Refused("Thư viện không có mục «{name}»", name=name)
    item = item_on(local_date(tx.now_ms), histories[name])
    if item.refusal:
        raise Refused(
            "Mục «{title}» không dùng được. {why}. Xóa phần đã chèn hoặc lấy mục khác",
            title=item.entry.title,
            why=item.refusal,
        )
    return item


def ready_answer(catalog: Catalog, tx: Transaction, code: str) -> tuple[CannedReply, str]:
    """Return a ready answer as it is worded today, and what a reply keeps of its version (features K-04).

    Raises:
        Refused: there is none, or its days are over.

    """
    base = catalog.canned.get(code)
    name = name_of_ready(code)
    if base is None and not knowledge_query.versions(tx.connection, name):
        raise Refused("Không có câu mẫu «{code}»", code=code)
    item = _usable(catalog, tx, name)
    ready = ready_of(item, base)
    return ready, version_of(ready, item.current.version)


def is_knowledge(code: str) -> bool:
    """Return whether a reply's source is an entry of the library rather than a ready answer."""
    return CODE_MARK in code


def _require_sound(entry: KnowledgeEntry) -> None:
    for field, words in trouble(entry).items():
        raise Refused("Chưa lưu: {field} – {words}", field=field, words=words)


def _histories(catalog: Catalog, connection: Connection, name: str = "") -> dict[str, list[Version]]:
    """Return the versions of entries by name, oldest first, the shipped one as version 0."""
    found = {name_of(one): [Version(one, 0)] for one in shipped(catalog) if name in ("", name_of(one))}
    for one, written in knowledge_query.versions(connection, name).items():
        found.setdefault(one, []).extend(written)
    return found


def _history(desk: Desk, connection: Connection, name: str) -> list[Version]:
    history = _histories(desk.catalog, connection, name).get(name)
    if not history:
        raise Refused("Thư viện không có mục «{name}»", name=name)
    return history


def _append(tx: Transaction, desk: Desk, body: KnowledgeSaved, command_id: str) -> int:
    """Append one version; say so if somebody else wrote one since."""
    stream = subject(TOPIC, name_of(body.entry))
    command = Command(
        command_id or new_id(),
        stream,
        (body,),
        desk.officer.officer_id,
        desk.officer.unit,
        tx.device,
        tx.now_ms,
        body.previous,
    )
    answer = tx.append(command)
    if answer.status is Status.CONFLICT:
        raise Refused(
            "Chưa lưu: mục này vừa có bản {version} của người khác. Mở lại rồi sửa tiếp",
            version=answer.version,
        )
    return answer.events[-1].case_version
