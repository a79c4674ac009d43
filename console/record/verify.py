"""Check that the log is what was written: nothing altered, left out, put in or cut off (architecture.md, Event log).

Every row is checked against its own header, its salted body, the row before it and its case; then the register and the
table of commands. A body that was erased by law leaves its hash, and that verifies. Cutting off the end leaves a chain that
is whole: only a ``Checkpoint`` kept elsewhere shows it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Row, func, select
from sqlalchemy.exc import OperationalError

from console.domain.events import CaseOpened
from console.record import chain
from console.record.tables import command as command_table
from console.record.tables import event as event_table
from console.record.tables import event_body, register

CHUNK = 2_000
Progress = Callable[[int, int], None]

_ROWS = (
    "SELECT event.*, event_body.salt, event_body.body FROM event "
    "LEFT JOIN event_body ON event_body.seq = event.seq "
    "WHERE event.seq > ? ORDER BY event.seq LIMIT ?"
)
"""Straight from the driver: what somebody put into a column must not be turned into what belongs there."""
_BLOBS = ("header", "body_hash", "prev", "hash")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The head of the chain at some time, kept where the log is not."""

    seq: int
    hash: str


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What a check found. ``what`` says in Vietnamese what is wrong at ``first_bad_seq`` (``None`` where no event is to blame).

    ``head`` is the checkpoint to keep of a good log; ``erased`` counts bodies that were erased by law.
    """

    ok: bool
    checked: int
    first_bad_seq: int | None = None
    what: str = ""
    erased: int = 0
    head: Checkpoint = Checkpoint(0, chain.GENESIS.hex())


class _Bad(Exception):  # noqa: N818 - carries the place to ``verify_chain`` and never leaves this module
    def __init__(self, seq: int | None, what: str) -> None:
        super().__init__(what)
        self.seq = seq
        self.what = what


@dataclass(slots=True)
class _Walk:
    """What is known after the events so far."""

    seq: int = 0
    hash: bytes = chain.GENESIS
    erased: int = 0
    versions: dict[str, int] = field(default_factory=dict)
    numbers: dict[int, int] = field(default_factory=dict)
    unknown_numbers: int = 0


def verify_chain(
    connection: Connection, progress: Progress | None = None, checkpoint: Checkpoint | None = None
) -> ChainReport:
    """Check the whole log, oldest event first, and stop at the first bad place.

    Args:
        connection: any connection to the store; it only reads.
        progress: called with (events checked, events in all) from time to time.
        checkpoint: a head seen before; the log must still hold it.

    """
    total = connection.execute(select(func.count()).select_from(event_table)).scalar_one()
    walk = _Walk()
    try:
        for row in _rows(connection):
            _check(walk, row)
            if checkpoint is not None and row.seq == checkpoint.seq and row.hash.hex() != checkpoint.hash:
                raise _Bad(row.seq, "khác với điểm đối chứng đã giữ: nhật ký đã bị viết lại")
            if progress and (walk.seq % CHUNK == 0 or walk.seq == total):
                progress(walk.seq, total)
        _check_end(walk, checkpoint)
        _check_register(connection, walk)
        _check_bodies(connection, walk)
        _check_commands(connection, walk)
    except _Bad as bad:
        return ChainReport(False, walk.seq, bad.seq, bad.what, walk.erased)
    return ChainReport(True, walk.seq, erased=walk.erased, head=Checkpoint(walk.seq, walk.hash.hex()))


def _rows(connection: Connection) -> Iterator[Row[Any]]:
    """Yield all events with their bodies in pieces, so that a log of a million fits into memory."""
    last, size = -1, CHUNK
    while True:
        try:
            rows = connection.exec_driver_sql(_ROWS, (last, size)).all()
        except OperationalError as error:
            if size == 1:
                raise _Bad(last + 1, "không đọc được sự kiện này") from error
            size = 1
            continue
        if not rows:
            return
        yield from rows
        last = rows[-1].seq


def _check(walk: _Walk, row: Row[Any]) -> None:
    """Check one event against itself, the one before it and its case. Raises ``_Bad``."""
    seq: int = row.seq
    if seq != walk.seq + 1:
        raise _Bad(
            walk.seq + 1,
            f"thiếu sự kiện {walk.seq + 1}" if seq > walk.seq else f"số thứ tự {seq} không hợp lệ",
        )
    if not all(isinstance(getattr(row, name), bytes) for name in _BLOBS):
        raise _Bad(seq, "kiểu dữ liệu bị thay đổi")
    fields = (
        row.event_id,
        row.case_id,
        row.case_version,
        row.unit,
        row.kind,
        row.actor,
        row.device,
        row.client_at,
        row.at,
    )
    if chain.header_of(seq, *fields) != row.header:
        raise _Bad(seq, "các cột không khớp phần đầu đã ký chuỗi")
    if row.prev != walk.hash:
        raise _Bad(seq, "không nối với sự kiện liền trước")
    if chain.hash_link(row.prev, row.header, row.body_hash) != row.hash:
        raise _Bad(seq, "mã băm không khớp nội dung")
    if row.body is None and row.salt is None:
        walk.erased += 1
    elif not _typed(row) or chain.hash_body(row.salt, row.body) != row.body_hash:
        raise _Bad(seq, "nội dung không khớp mã băm đã ký chuỗi")
    version = walk.versions.get(row.case_id, 0) + 1
    if row.case_version != version:
        raise _Bad(seq, f"phiên bản hồ sơ là {row.case_version}, phải là {version}")
    walk.versions[row.case_id] = version
    if row.kind == CaseOpened.KIND:
        _check_number(walk, seq, row.body)
    walk.seq, walk.hash = seq, row.hash


def _typed(row: Row[Any]) -> bool:
    return isinstance(row.body, str) and isinstance(row.salt, bytes)


def _check_number(walk: _Walk, seq: int, body: str | None) -> None:
    """Check that a case has the next number of its year; one that was erased takes its place unseen."""
    if body is None:
        walk.unknown_numbers += 1
        return
    number = json.loads(body)["number"]
    year, count = int(number[2:4]), int(number[5:])
    expected = walk.numbers.get(year, 0) + 1
    if not expected <= count <= expected + walk.unknown_numbers:
        raise _Bad(seq, f"số hồ sơ {number} không liền: số tiếp theo phải là {expected}")
    walk.unknown_numbers -= count - expected
    walk.numbers[year] = count


def _check_end(walk: _Walk, checkpoint: Checkpoint | None) -> None:
    if checkpoint is not None and walk.seq < checkpoint.seq:
        raise _Bad(
            walk.seq + 1, f"bị cắt cuối: điểm đối chứng có {checkpoint.seq} sự kiện, nhật ký còn {walk.seq}"
        )


def _check_register(connection: Connection, walk: _Walk) -> None:
    """Check that the register counts the numbers that were given out; erased ones may be the last of their year."""
    found = {row.year % 100: row.last for row in connection.execute(select(register))}
    for year in sorted(found.keys() | walk.numbers.keys()):
        given, counted = walk.numbers.get(year, 0), found.get(year, 0)
        if not given <= counted <= given + walk.unknown_numbers:
            raise _Bad(None, f"sổ số hồ sơ năm 20{year:02d} ghi {counted}, nhật ký có {given}")


def _check_bodies(connection: Connection, walk: _Walk) -> None:
    stray = connection.execute(
        select(event_body.c.seq)
        .where(~event_body.c.seq.between(1, walk.seq))
        .order_by(event_body.c.seq)
        .limit(1)
    ).scalar()
    if stray is not None:
        raise _Bad(stray, f"có nội dung của sự kiện {stray} mà không có sự kiện đó: nhật ký bị cắt")


def _check_commands(connection: Connection, walk: _Walk) -> None:
    """Check that every event belongs to exactly one command: what is left over shows what was cut off."""
    expected = 1
    rows = connection.execute(
        select(command_table).order_by(command_table.c.first_seq, command_table.c.last_seq)
    )
    for row in rows:
        if row.last_seq == row.first_seq - 1:
            # A command that had nothing to add.
            continue
        if row.first_seq != expected or row.last_seq < row.first_seq:
            raise _Bad(expected, f"bảng lệnh không khớp nhật ký tại sự kiện {expected}")
        if row.last_seq > walk.seq:
            raise _Bad(
                walk.seq + 1, f"bị cắt cuối: lệnh đã ghi tới sự kiện {row.last_seq}, nhật ký còn {walk.seq}"
            )
        expected = row.last_seq + 1
    if expected != walk.seq + 1:
        raise _Bad(expected, f"sự kiện {expected} không thuộc lệnh nào")
