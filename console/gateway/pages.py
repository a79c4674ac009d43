"""Store first, think later: every page that was read becomes durable before anything is concluded from it."""

import hashlib
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

from console.cache import foreign, held, walk_state
from console.cache.intake import InboundRow, Intake
from console.cache.store import Store, Transaction
from console.cache.walk_state import Mark, SetAside
from console.domain.message import Direction
from console.failpoint import fp
from console.gateway.chain import Seen
from console.gateway.ports import StoreCall
from console.gateway.translate import inbound_row
from console.zalo import strict_json
from console.zalo.rows import ChatRow, RowPage, parse_page

UNREADABLE = "walk.unreadable"
"""Kind of the alarm about rows that are set aside."""
_ROW_TROUBLE = (ValueError, TypeError, KeyError, AttributeError, OverflowError)
"""What one odd row can raise in the intake. Anything else (disk, lock) concerns the store, not the row."""
_NEVER = 1 << 53


class Pages:
    """Takes pages in on the store's thread and says how they stand to what is known."""

    def __init__(self, call: StoreCall, intake: Intake) -> None:
        """Take the way to the store and the intake."""
        self._call = call
        self._intake = intake

    def take(self, page: RowPage, source: str, link_before: int | None = None) -> Seen:
        """Make a page durable and say how it stands to what is known.

        ``source`` names the read it came from, for rows that cannot be filed. A page links to covered rows older than
        ``link_before`` (UTC ms), by default the watermark.
        """
        return self._call(lambda store: self._take(store, page, source, link_before))

    def take_in(self, tx: Transaction, rows: Iterable[InboundRow]) -> int:
        """Take rows in within an open transaction, except those that may be a reply in flight; return how many were new."""
        return self._take_ready(tx, held.hold_back(tx.connection, rows))

    def _take_ready(self, tx: Transaction, rows: list[InboundRow]) -> int:
        """Take rows in; what the OA sent since the last linked walk and nobody here wrote raises the alarm (threats T15)."""
        new = set(self._intake.take_in(tx, rows).new_ids)
        mark = walk_state.watermark(tx.connection)
        sent = [
            r.message
            for r in rows
            if r.message.direction is Direction.OUTBOUND and r.message.message_id in new
        ]
        if mark is not None:
            foreign.alarm(tx, [message.at for message in sent if message.at >= mark.at])
        return len(new)

    def release_held(self) -> int:
        """Take in the rows that were held back for replies which are settled by now; return how many."""

        def release(store: Store) -> int:
            with store.read() as connection:
                if not held.has_held(connection):
                    return 0
            with store.write() as tx:
                return self._take_ready(tx, held.take_released(tx.connection))

        return self._call(release)

    def retry_set_aside(self) -> int:
        """Try again to file what was set aside, for a newer program may know how; return how many rows it could."""

        def retry(store: Store) -> int:
            with store.read() as connection:
                kept = walk_state.all_set_aside(connection)
            filed = sum(self._file(store, item) for item in kept)
            if filed == len(kept) > 0:
                with store.write() as tx:
                    walk_state.clear_trouble(tx.connection, UNREADABLE, tx.now_ms)
                    tx.touch_health()
            return filed

        return self._call(retry)

    def _file(self, store: Store, item: SetAside) -> bool:
        try:
            page = parse_page([strict_json.loads(item.raw.encode("utf-8", "surrogatepass"))], item.source)
            with store.write() as tx:
                if page.rows:
                    self.take_in(tx, [inbound_row(page.rows[0])])
                    walk_state.take_back(tx.connection, item.digest)
                    tx.touch_health()
        except _ROW_TROUBLE:
            return False
        return bool(page.rows)

    def _take(self, store: Store, page: RowPage, source: str, link_before: int | None) -> Seen:
        fp("walk.page.before")
        bad = {_digest(row.raw_text): row for row in page.bad}
        with store.read() as connection:
            new = _new_rows(connection, page)
            known_bad = walk_state.set_aside_already(connection, bad)
            if not new and len(known_bad) == len(bad):
                return _seen(connection, page, list(bad), link_before, fresh=0)
        aside = [
            SetAside(digest, source, row.reason, row.raw_text)
            for digest, row in bad.items()
            if digest not in known_bad
        ]
        try:
            with store.write() as tx:
                _set_aside(tx, aside)
                fresh = self.take_in(tx, [inbound_row(row) for row in new])
                seen = _seen(tx.connection, page, list(bad), link_before, fresh=fresh)
        except _ROW_TROUBLE:
            self._one_by_one(store, new, aside, source)
            with store.read() as connection:
                seen = _seen(connection, page, list(bad), link_before, fresh=len(new))
        fp("walk.page.after")
        return seen

    def _one_by_one(
        self, store: Store, rows: Sequence[ChatRow], aside: Sequence[SetAside], source: str
    ) -> None:
        """Take rows in each alone, so that one which the intake cannot digest is set aside and harms no other (I14)."""
        with store.write() as tx:
            _set_aside(tx, aside)
        for row in rows:
            try:
                with store.write() as tx:
                    self.take_in(tx, [inbound_row(row)])
            except _ROW_TROUBLE as error:
                raw = row.raw_json()
                with store.write() as tx:
                    _set_aside(tx, [SetAside(_digest(raw), source, f"intake: {type(error).__name__}", raw)])


def _new_rows(connection: Connection, page: RowPage) -> list[ChatRow]:
    """Return the rows that nobody has stored, oldest first.

    Zalo lists the newest first, also within a millisecond; so the order of one millisecond is kept.
    """
    known = held.stored_ids(connection, [row.message_id for row in page.rows])
    rows = {row.message_id: row for row in reversed(page.rows) if row.message_id not in known}
    digests = {_digest(row.raw_json()): message_id for message_id, row in rows.items()}
    odd = {digests[digest] for digest in walk_state.set_aside_already(connection, digests)}
    return [row for message_id, row in rows.items() if message_id not in odd]


def _set_aside(tx: Transaction, rows: Sequence[SetAside]) -> None:
    if not rows:
        return
    for row in rows:
        walk_state.set_aside(tx.connection, row, tx.now_ms)
    text = "Có tin từ Zalo mà máy không đọc được. Bản gốc đã được giữ lại nguyên vẹn; báo quản trị."
    walk_state.raise_trouble(tx.connection, UNREADABLE, text, tx.now_ms)
    tx.touch_health()


def _seen(
    connection: Connection, page: RowPage, bad: Sequence[str], link_before: int | None, *, fresh: int
) -> Seen:
    """Return how a stored page stands to what earlier walks covered.

    A row that cannot be read may be anything, so a page that holds one never links until a proven chain has passed
    over that very row.
    """
    keys = {row.message_id: row.at_ms for row in page.rows}
    unread = {f"bad:{digest}": 0 for digest in bad}
    covered = walk_state.covered(connection, [*keys, *unread])
    if link_before is None:
        mark = walk_state.watermark(connection)
        link_before = mark.at if mark else 0
    older = [key for key, at in keys.items() if at < link_before]
    return Seen(
        keys=keys | unread,
        rows=page.rows,
        newest=max((Mark(row.at_ms, row.message_id) for row in page.rows), default=None),
        oldest_at=min(keys.values(), default=_NEVER),
        links=bool(older) and covered.issuperset(older) and covered.issuperset(unread),
        touches=not covered.isdisjoint(older),
        meets=bool(covered),
        uncovered=frozenset((keys | unread).keys() - covered),
        fresh=fresh,
    )


def _digest(raw: str) -> str:
    return hashlib.sha256(raw.encode("utf-8", "surrogatepass")).hexdigest()
