"""Checks the log: every row hashed as it was written, every number in its place (threats T18, features U-02).

What is found is located: the first event from which the log cannot be trusted, and why. A rewrite of the whole tail needs
the checkpoint that somebody kept outside.
"""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, Row, select

from console.record import chain
from console.record.tables import event as event_table
from console.record.tables import event_body, register

CHUNK = 2_000
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class ChainReport:
    """What the check found. ``first_bad_seq`` is where it went wrong, ``None`` if nowhere or nowhere in particular."""

    ok: bool
    checked: int
    first_bad_seq: int | None = None
    what: str = ""
    head_seq: int = 0
    head_hash: bytes = chain.GENESIS


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A place of the chain that was noted outside the file (printed in the shift sheet, kept by others)."""

    seq: int
    hash: bytes


def verify_chain(
    connection: Connection, progress: Progress | None = None, checkpoint: Checkpoint | None = None
) -> ChainReport:
    """Check every event from the first on; reads in chunks and changes nothing."""
    prev, seq = chain.GENESIS, 0
    versions: dict[str, int] = {}
    while True:
        rows = connection.execute(
            select(event_table, event_body.c.salt, event_body.c.body)
            .join(event_body, event_body.c.seq == event_table.c.seq, isouter=True)
            .where(event_table.c.seq > seq)
            .order_by(event_table.c.seq)
            .limit(CHUNK)
        ).all()
        if not rows:
            break
        for row in rows:
            trouble = _trouble(row, seq, prev, versions)
            if not trouble and checkpoint and checkpoint.seq == row.seq and checkpoint.hash != row.hash:
                trouble = "khác với mốc kiểm tra đã lưu bên ngoài"
            if trouble:
                return ChainReport(ok=False, checked=seq, first_bad_seq=row.seq, what=trouble)
            seq, prev = row.seq, row.hash
        if progress:
            progress(seq)
    return _conclude(connection, seq, prev, checkpoint)


def _trouble(row: Row[tuple[object, ...]], seq: int, prev: bytes, versions: dict[str, int]) -> str:
    """Return what is wrong with one event after ``seq``, or ""."""
    if row.seq != seq + 1:
        return f"thiếu sự kiện {seq + 1}"
    header = chain.header_of(
        row.seq,
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
    if header != row.header:
        return "các trường của sự kiện đã bị sửa"
    if row.prev != prev:
        return "không nối với sự kiện trước"
    if row.body is not None and chain.hash_body(row.salt, row.body) != row.body_hash:
        return "nội dung sự kiện đã bị sửa"
    if chain.hash_link(prev, row.header, row.body_hash) != row.hash:
        return "mã băm của sự kiện không đúng"
    expected = versions.get(row.case_id, 0) + 1
    versions[row.case_id] = row.case_version
    return "" if row.case_version == expected else f"hồ sơ thiếu phiên bản {expected}"


def _conclude(connection: Connection, seq: int, head: bytes, checkpoint: Checkpoint | None) -> ChainReport:
    if checkpoint and checkpoint.seq > seq:
        return ChainReport(ok=False, checked=seq, first_bad_seq=seq + 1, what="sổ ngắn hơn mốc kiểm tra đã lưu")
    for year, last in connection.execute(select(register.c.year, register.c.last)).all():
        if last < 0:
            return ChainReport(ok=False, checked=seq, what=f"số tiếp nhận năm {year} không đúng")
    return ChainReport(ok=True, checked=seq, head_seq=seq, head_hash=head)
