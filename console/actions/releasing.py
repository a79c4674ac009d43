"""Covered copies of pictures, and which files of a sealed matter go to a unit (features I-04, E-03).

A copy is a file of its own, sealed like every other; its event names the hash of what it was made from and who made it. What a
unit may read follows from these events alone (``cache.releasing``).
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from sqlalchemy import select

from console.actions.desk import Desk, Done, Refused
from console.actions.files import case_file, sealed_files
from console.actions.guards import clean_text, require, require_open_files, serves, visible_case
from console.actions.perform import Ask, Step, perform
from console.cache import media_queue
from console.cache import tables as t
from console.cache.covering import sealed_marks
from console.cache.errors import StoreError
from console.cache.new_file import seal_new
from console.cache.releasing import Place, copies_of_case, decided_for, files_of_case
from console.cache.sealed import SealError
from console.cache.store import Transaction
from console.cache.visibility import guests
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.message import Direction, MessageType
from console.domain.officer import Permission
from console.domain.picture_bytes import BadPictureError, without_metadata
from console.domain.release import Box, FileRelease, How, are_boxes

LARGEST_COPY = 20 * 1024 * 1024
_COPY_TYPE = "image/jpeg"
_REASON_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Releasable:
    """A file that the citizen sent and an officer may let through; ``at`` UTC ms.

    ``copy_id`` is its newest covered copy, "" for none; ``given`` what one unit gets of it now, ``None`` where nobody decided.
    """

    message_id: str
    number: int
    kind: MessageType
    at: int
    file_id: str
    media_type: str
    size: int
    copy_id: str = ""
    given: How | None = None


def releasable(desk: Desk, case_id: str, unit: str = "") -> tuple[Releasable, ...] | None:
    """Return the stored files of a sealed matter, oldest first; ``None`` where a unit reads them as they came.

    Args:
        desk: who hands it on.
        case_id: the case.
        unit: whose share of them is told beside, "" for nobody's.

    Raises:
        ActionError: he may not hand cases on, or not know of this one.

    """
    require(desk.officer, Permission.TRANSFER)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        if not _is_sealed(tx, desk, case):
            return None
        if case.files_locked:
            return ()
        known = {
            (one.message_id, one.number): one
            for one in files_of_case(tx.connection, desk.rules, desk.sight, case, tx.now_ms)
            if not one.copy
        }
        copies = copies_of_case(tx.connection, case_id)
        decided = decided_for(tx.connection, case_id, unit) if unit else {}
        rows = tx.connection.execute(_INBOUND.where(t.message.c.case_id == case_id)).all()
        return tuple(
            Releasable(
                row.message_id,
                row.number,
                MessageType(row.kind),
                row.at,
                row.file_id,
                row.media_type,
                row.size,
                copies[row.message_id, row.number].file_id if (row.message_id, row.number) in copies else "",
                decided.get((row.message_id, row.number)),
            )
            for row in rows
            if (row.message_id, row.number) in known
        )


def keep_covered(
    desk: Desk, case_id: str, file_id: str, content: bytes, boxes: Sequence[Box], *, command_id: str = ""
) -> Done:
    """Keep a copy of a picture whose ``boxes`` were blackened; the original stays as it came.

    Args:
        desk: who covers; hands cases on.
        case_id: the case.
        file_id: the original.
        content: the copy, as the picture helper drew it.
        boxes: what was blackened.
        command_id: see ``Ask``.

    Raises:
        ActionError: not allowed, not a picture of the case, or nothing was covered; nothing is kept.
        StoreError: the disk refused; nothing is kept.

    """
    require(desk.officer, Permission.TRANSFER)
    kept = sealed_files(desk)
    if not are_boxes(tuple(boxes)):
        raise Refused("Chưa che chỗ nào trên ảnh: kéo chuột hoặc phím để vẽ ô đen")
    try:
        content = without_metadata(content, _COPY_TYPE)
    except BadPictureError as error:
        raise Refused("Không làm được bản che của ảnh này; tệp gốc vẫn được giữ") from error
    if not content or len(content) > LARGEST_COPY:
        raise Refused("Bản che lớn hơn 20 MB: không giữ được; tệp gốc vẫn được giữ")
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        _original(tx, desk, case, file_id)
    sealed = seal_new(desk.store, kept, content, _COPY_TYPE)
    ask = Ask(case_id, Action.NOTE, Permission.TRANSFER, None, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        place, sha256 = _original(tx, desk, case, file_id)
        media_queue.add_file(tx.connection, sealed, tx.now_ms)
        body = e.FileCovered(
            *place, sha256, sealed.file_id, sealed.sha256, sealed.size, sealed.media_type, len(boxes)
        )
        return Step((body,))

    try:
        done = perform(desk, ask, plan)
    except Exception:
        _forget(desk, sealed.file_id)
        raise
    if done.duplicate:
        _forget(desk, sealed.file_id)
    return done


def release_files(
    desk: Desk,
    case_id: str,
    units: tuple[str, ...],
    files: Sequence[FileRelease],
    *,
    command_id: str = "",
) -> Done:
    """Say which files of a sealed matter units get that have it already; what was said of these files before no longer holds.

    Args:
        desk: of the side that handed the matter on.
        case_id: the case.
        units: who has it, was asked or was told of it.
        files: one entry a file.
        command_id: see ``Ask``.

    """
    require(desk.officer, Permission.TRANSFER)
    ask = Ask(case_id, Action.REPORT, Permission.TRANSFER, None, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        strangers = [unit for unit in units if unit != case.unit and unit not in guests(case)]
        if strangers or not units:
            name = desk.catalog.unit_name(strangers[0]) if strangers else "…"
            raise Refused("{unit} không giữ {number}: chuyển trước đã", unit=name, number=case.number)
        if case.transfer is not None and not serves(desk, case.transfer.from_unit):
            raise Refused("Chỉ bên chuyển quyết định tệp gửi kèm của {number}", number=case.number)
        return Step(let_through(tx, desk, case, units, files))

    return perform(desk, ask, plan)


def let_through(
    tx: Transaction, desk: Desk, case: Case, units: tuple[str, ...], files: Sequence[FileRelease]
) -> tuple[e.FilesReleased, ...]:
    """Return the event that lets these files through to units; nothing for a matter that is not sealed.

    Raises:
        Refused: a file is not the case's or not the officer's to give, has no such copy, or goes whole without a reason.

    """
    if not files or not _is_sealed(tx, desk, case):
        return ()
    if case.files_locked and any(one.how is not How.WITHHELD for one in files):
        require_open_files(case)
    known = files_of_case(tx.connection, desk.rules, desk.sight, case, tx.now_ms)
    whole = {(one.message_id, one.number) for one in known if not one.copy}
    copies = {(one.message_id, one.number, one.file_id) for one in known if one.copy}
    checked = []
    for one in files:
        place = (one.message_id, one.number)
        if one.how is How.WHOLE:
            if place not in whole:
                raise Refused("{number} không có tệp này để gửi nguyên", number=case.number)
            why = clean_text(one.reason, "lý do gửi nguyên tệp", _REASON_LIMIT)
            checked.append(replace(one, file_id="", reason=why))
        elif one.how is How.COVERED:
            if (*place, one.file_id) not in copies:
                raise Refused("Tệp này của {number} chưa có bản che", number=case.number)
            checked.append(replace(one, reason=""))
        else:
            checked.append(FileRelease(*place, How.WITHHELD))
    return (e.FilesReleased(tuple(dict.fromkeys(units)), tuple(checked)),)


def _is_sealed(tx: Transaction, desk: Desk, case: Case) -> bool:
    return case.case_id in sealed_marks(tx.connection, desk.rules, [case.case_id])


def _original(tx: Transaction, desk: Desk, case: Case, file_id: str) -> tuple[Place, str]:
    """Return where an original picture stands and its hash. Raises ``Refused`` for anything else."""
    require_open_files(case)
    found = case_file(tx, desk, case, file_id)
    if found.copy or not found.media_type.startswith("image/"):
        raise Refused("Chỉ che được ảnh gốc của công dân")
    return (found.message_id, found.number), found.sha256


def _forget(desk: Desk, file_id: str) -> None:
    """Take a copy back that nothing refers to; what cannot be deleted now is at the next start.

    What failed may have failed after the copy was written down: then it stays.
    """
    with suppress(OSError, SealError, StoreError):
        with desk.store.read() as connection:
            if media_queue.file_by_id(connection, file_id) is not None:
                return
        sealed_files(desk).remove(file_id)


_INBOUND = (
    select(t.attachment, t.message.c.at)
    .join(t.message, t.message.c.message_id == t.attachment.c.message_id)
    .where(t.message.c.direction == Direction.INBOUND.value, t.attachment.c.file_id != "")
    .order_by(t.message.c.at, t.message.c.seq, t.attachment.c.number)
)
