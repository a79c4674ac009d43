"""Attachments still to be fetched, and which sealed file holds what (features A-08, X-01)."""

from dataclasses import dataclass, field

from sqlalchemy import Connection, delete, insert, select, update

from console.cache import tables as t
from console.cache.views import MediaState
from console.cache.walk_state import set_state, states
from console.domain.case import PICTURES_TAG, SECRET_TAG
from console.domain.clock import HOUR_MS

_ANNOUNCED = "sealing:"
FAR_MS = 2 * HOUR_MS
"""No task is put off for longer; one that seems further away was written by a clock that ran ahead."""

_NOT_FETCHED = (PICTURES_TAG, SECRET_TAG)


@dataclass(frozen=True, slots=True)
class MediaTask:
    """One attachment to fetch. ``case_id`` is the case its message belongs to now."""

    message_id: str
    number: int
    case_id: str
    url: str = field(repr=False)
    attempts: int


@dataclass(frozen=True, slots=True)
class SealedFile:
    """What is known of a sealed file; ``size`` in bytes of the original."""

    file_id: str
    sha256: str
    size: int
    media_type: str


def next_due(connection: Connection, now_ms: int) -> MediaTask | None:
    """Return the task that has waited longest, of those whose time has come."""
    task = t.media_task
    row = connection.execute(
        select(
            task.c.message_id,
            task.c.number,
            t.message.c.case_id,
            task.c.url,
            task.c.attempts,
        )
        .join(t.message, t.message.c.message_id == task.c.message_id)
        .where((task.c.next_at <= now_ms) | (task.c.next_at > now_ms + FAR_MS))
        # What may be a state secret is not fetched (domain.md §5.5), nor pictures of the abuse of a child (§8).
        .where(
            t.message.c.case_id.not_in(select(t.case_tag.c.case_id).where(t.case_tag.c.tag.in_(_NOT_FETCHED)))
        )
        .order_by(task.c.next_at)
        .limit(1)
    ).one_or_none()
    return MediaTask(row.message_id, row.number, row.case_id, row.url, row.attempts) if row else None


def next_at(connection: Connection) -> int | None:
    """Return when the next task is due (UTC ms), ``None`` if there is none."""
    return connection.execute(
        select(t.media_task.c.next_at).order_by(t.media_task.c.next_at).limit(1)
    ).scalar()


def put_off(connection: Connection, task: MediaTask, until_ms: int, reason: str) -> None:
    """Try again at ``until_ms``; ``reason`` is shown meanwhile."""
    connection.execute(
        update(t.media_task)
        .where(t.media_task.c.message_id == task.message_id, t.media_task.c.number == task.number)
        .values(attempts=task.attempts + 1, next_at=until_ms, reason=reason)
    )


def finish(connection: Connection, task: MediaTask) -> bool:
    """Take a task off the queue; return whether it was still there."""
    result = connection.execute(
        delete(t.media_task).where(
            t.media_task.c.message_id == task.message_id, t.media_task.c.number == task.number
        )
    )
    return result.rowcount > 0


def try_again(connection: Connection, message_id: str, number: int, now_ms: int) -> bool:
    """Queue a lost attachment once more, because an officer asks; return whether there was one."""
    row = connection.execute(
        select(t.attachment.c.url, t.message.c.case_id)
        .join(t.message, t.message.c.message_id == t.attachment.c.message_id)
        .where(
            t.attachment.c.message_id == message_id,
            t.attachment.c.number == number,
            t.attachment.c.state == MediaState.LOST.value,
        )
    ).one_or_none()
    if row is None:
        return False
    connection.execute(
        insert(t.media_task).values(
            message_id=message_id, number=number, case_id=row.case_id, url=row.url, next_at=now_ms
        )
    )
    return True


def file_by_hash(connection: Connection, sha256: str) -> SealedFile | None:
    """Return a file with these very bytes, if one is stored already."""
    row = connection.execute(
        select(t.sealed_file).where(t.sealed_file.c.sha256 == sha256).limit(1)
    ).one_or_none()
    return SealedFile(row.file_id, row.sha256, row.size, row.media_type) if row else None


def file_by_id(connection: Connection, file_id: str) -> SealedFile | None:
    """Return what is known of a file."""
    row = connection.execute(select(t.sealed_file).where(t.sealed_file.c.file_id == file_id)).one_or_none()
    return SealedFile(row.file_id, row.sha256, row.size, row.media_type) if row else None


def announce_file(connection: Connection, file_id: str) -> None:
    """Note that a sealed file is about to be written which nothing refers to yet; ``add_file`` takes the note back."""
    set_state(connection, f"{_ANNOUNCED}{file_id}", "1")


def announced_files(connection: Connection) -> list[str]:
    """Return the ids of files that were announced and never added: whatever a crash left of them belongs to nobody."""
    return [name.removeprefix(_ANNOUNCED) for name in states(connection, _ANNOUNCED)]


def forget_announced(connection: Connection, file_id: str) -> None:
    """Take the note of ``announce_file`` back: there is no such file."""
    set_state(connection, f"{_ANNOUNCED}{file_id}", "")


def add_file(connection: Connection, file: SealedFile, now_ms: int) -> None:
    """Note a sealed file, in the transaction that first refers to it."""
    forget_announced(connection, file.file_id)
    connection.execute(
        insert(t.sealed_file).values(
            file_id=file.file_id,
            sha256=file.sha256,
            size=file.size,
            media_type=file.media_type,
            at=now_ms,
        )
    )
