"""Where the OA's tokens live (reliability.md §4.3): rows by generation, and the journal of an answer not yet filed.

A refresh token works once. From the moment the answer that replaces it is in this process until the new row is committed,
the journal file is the only durable home of the OA's access; it is sealed like the database and gone a moment later.
"""

import base64
import contextlib
import json
import os
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, delete, func, insert, select, update

from console.cache import tables as t
from console.cache.keys import HeldKey
from console.cache.place import sync_folder
from console.cache.sealed import SealError, open_bytes, seal_bytes
from console.domain.clock import DAY_MS
from console.failpoint import fp

REFRESH_LIFE_MS = 90 * DAY_MS
"""Three months (zalo-openapi.md §1.2)."""
SPENT_KEPT_MS = 30 * DAY_MS
_CONTEXT = b"token-journal"


class TokenState(StrEnum):
    """Life of one generation. ``DEAD``: its refresh token is refused; the access token still works until it expires."""

    ACTIVE = "ACTIVE"
    ROTATING = "ROTATING"
    SPENT = "SPENT"
    DEAD = "DEAD"


@dataclass(frozen=True, slots=True)
class Grant:
    """One generation of tokens. Times are UTC ms."""

    generation: int
    state: TokenState
    attempt: str
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    issued_at: int
    expires_at: int
    refresh_expires_at: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal holds: the whole answer of the token service to one attempt."""

    generation: int
    attempt: str
    at: int
    body: bytes = field(repr=False)


def newest(connection: Connection) -> Grant | None:
    """Return the newest generation, or ``None`` before the first consent."""
    row = connection.execute(select(t.token).order_by(t.token.c.generation.desc()).limit(1)).one_or_none()
    if row is None:
        return None
    return Grant(
        row.generation,
        TokenState(row.state),
        row.attempt,
        row.access_token,
        row.refresh_token,
        row.issued_at,
        row.expires_at,
        row.refresh_expires_at,
    )


def begin(connection: Connection, generation: int, attempt: str, now_ms: int) -> bool:
    """T1: note that the refresh token of ``generation`` is about to be used; return whether it may be."""
    result = connection.execute(
        update(t.token)
        .where(
            t.token.c.generation == generation,
            t.token.c.state.in_([TokenState.ACTIVE.value, TokenState.ROTATING.value]),
        )
        .values(state=TokenState.ROTATING.value, attempt=attempt, changed_at=now_ms)
    )
    return result.rowcount == 1


def set_state(connection: Connection, generation: int, new: TokenState, now_ms: int) -> None:
    """Note what became of a generation."""
    connection.execute(
        update(t.token)
        .where(t.token.c.generation == generation)
        .values(state=new.value, attempt="", changed_at=now_ms)
    )


def end_access(connection: Connection, generation: int, now_ms: int) -> None:
    """Note that Zalo refuses the access token of a generation already, whatever life it was promised."""
    connection.execute(
        update(t.token)
        .where(t.token.c.generation == generation, t.token.c.expires_at > now_ms)
        .values(expires_at=now_ms, changed_at=now_ms)
    )


def file_pair(
    connection: Connection, after: int, access: str, refresh: str, life_ms: int, issued_at: int, now_ms: int
) -> int | None:
    """T2: file a new pair as the generation after ``after``; return its number, ``None`` if that one exists already."""
    latest = connection.execute(select(func.max(t.token.c.generation))).scalar() or 0
    if latest > after:
        return None
    connection.execute(
        update(t.token)
        .where(t.token.c.state != TokenState.SPENT.value)
        .values(state=TokenState.SPENT.value, changed_at=now_ms)
    )
    connection.execute(
        insert(t.token).values(
            generation=latest + 1,
            state=TokenState.ACTIVE.value,
            access_token=access,
            refresh_token=refresh,
            issued_at=issued_at,
            expires_at=issued_at + life_ms,
            refresh_expires_at=issued_at + REFRESH_LIFE_MS,
            changed_at=now_ms,
        )
    )
    connection.execute(
        delete(t.token).where(
            t.token.c.state == TokenState.SPENT.value, t.token.c.changed_at < now_ms - SPENT_KEPT_MS
        )
    )
    return latest + 1


class Journal:
    """The file ``vault.j`` of a profile."""

    def __init__(self, profile: Path, key: bytes) -> None:
        """Take the profile's folder and the 32-byte key of this purpose."""
        self._path = profile / "vault.j"
        self._part = profile / "vault.j.tmp"
        self._key = HeldKey(key)

    def forget(self) -> None:
        """Overwrite the key."""
        self._key.wipe()

    def write(self, entry: Entry) -> None:
        """Make an answer durable before anybody reads it. Raises ``OSError``."""
        plain = {
            "generation": entry.generation,
            "attempt": entry.attempt,
            "at": entry.at,
            "body": base64.b64encode(entry.body).decode(),
        }
        sealed = seal_bytes(self._key.use(), json.dumps(plain).encode(), _CONTEXT)
        descriptor = os.open(
            self._part, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600
        )
        with open(descriptor, "wb") as file:  # noqa: PTH123 - takes the descriptor
            file.write(sealed)
            file.flush()
            fp("token.journal.fsync.before")
            os.fsync(file.fileno())
            fp("token.journal.fsync.after")
        fp("token.journal.rename.before")
        self._part.replace(self._path)
        fp("token.journal.rename.after")
        sync_folder(self._path.parent)

    def read(self) -> Entry | None:
        """Return the answer that was kept, also from a file that was complete but not yet renamed."""
        for path in (self._path, self._part):
            try:
                plain = json.loads(open_bytes(self._key.use(), path.read_bytes(), _CONTEXT))
            except (OSError, SealError):
                continue
            return Entry(plain["generation"], plain["attempt"], plain["at"], base64.b64decode(plain["body"]))
        return None

    def clear(self) -> None:
        """Forget the answer: it is filed."""
        for path in (self._path, self._part):
            fp("token.journal.unlink.before")
            path.unlink(missing_ok=True)
            fp("token.journal.unlink.after")

    def keep_unread(self) -> None:
        """Put an answer aside that this program cannot read; a newer one may find the tokens in it."""
        with contextlib.suppress(FileNotFoundError):
            fp("token.journal.aside.before")
            self._path.replace(self._path.with_name("vault.j.unread"))
            fp("token.journal.aside.after")
        fp("token.journal.part_unlink.before")
        self._part.unlink(missing_ok=True)
        fp("token.journal.part_unlink.after")
