"""Writing side of the search: folded words into FTS5, beside where they came from.

The index is contentless: it holds words of the folded text and nothing else; what a hit shows is read from the
message, reply or note itself. Folding is ours because SQLite never folds «đ» (architecture.md, measured choices).
"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, update

from console.cache import tables as t
from console.domain.identifiers import squeezed_forms
from console.domain.text import fold
from console.record.bulk import Row, insert_rows

_INSERT_TEXT = "INSERT INTO search_text(rowid, folded) VALUES (?, ?)"


class SearchIndex:
    """Gathers documents of one transaction and writes them in two statements."""

    def __init__(self) -> None:
        """Start empty; the next document number is read from the file at the first ``add``."""
        self._next = 0
        self._sources: list[Row] = []
        self._texts: list[tuple[int, str]] = []

    def forget(self) -> None:
        """Drop what was gathered, after a roll-back."""
        self._next = 0
        self._sources.clear()
        self._texts.clear()

    def add(self, connection: Connection, case_id: str, kind: str, ref: str, at: int, content: str) -> None:
        """Index ``content``; ``kind`` is citizen, outside, reply or note, ``ref`` the id of its row."""
        if not self._next:
            self._next = (connection.execute(select(func.max(t.search_source.c.docid))).scalar() or 0) + 1
        self._sources.append((self._next, case_id, kind, ref, at))
        self._texts.append((self._next, indexed(content)))
        self._next += 1

    def flush(self, connection: Connection) -> None:
        """Write what was gathered."""
        if self._sources:
            insert_rows(connection, t.search_source, ("docid", "case_id", "kind", "ref", "at"), self._sources)
            connection.exec_driver_sql(_INSERT_TEXT, self._texts)
            self._sources.clear()
            self._texts.clear()

    def move(self, connection: Connection, message_ids: Sequence[str], case_id: str) -> None:
        """Let messages that changed their case be found there."""
        self.flush(connection)
        connection.execute(
            update(t.search_source)
            .where(t.search_source.c.ref.in_(message_ids), t.search_source.c.kind.in_(("citizen", "outside")))
            .values(case_id=case_id)
        )


def indexed(content: str) -> str:
    """Return what the index holds of a text: its folded words, and its numbers in one piece each (features Q-02)."""
    folded = fold(content)
    forms = squeezed_forms(folded)
    return f"{folded} {' '.join(forms)}" if forms else folded
