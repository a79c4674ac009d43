"""Taking messages in, and finding them."""

import random
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from console.app.workspace import Workspace
from console.cache.database import connect
from console.cache.search_query import match_query
from console.domain.text import fold
from tests.bench import seed
from tests.bench.measure import Cost, middle, timed

CONVERSATIONS, MESSAGES = 1_000, 10
BATCH = 500
PAGE = 10
# Two pieces of a sentence, a single very common word, a beginning, a number, something nobody wrote.
SEARCHES = ("lừa chuyển khoản", "xe", "ma tú", "0912345678", "11B1-234.56", "trâu bò sổng chuồng")
_REPEATS = 5


@contextmanager
def _fresh() -> Iterator[Workspace]:
    with (
        tempfile.TemporaryDirectory(prefix="bench-") as folder,
        seed.profile(Path(folder) / "p") as workspace,
    ):
        # The first transaction of a store compiles its statements; a desk does that once a day.
        seed.take_in(workspace, list(seed.inbox(CONVERSATIONS + 1, 1))[-1:])
        yield workspace


def take_in(_folder: Path) -> Cost:
    """Events, projections, suggestions and search index of 10,000 messages, 500 in a transaction."""
    rows = list(seed.inbox(CONVERSATIONS, MESSAGES))
    with _fresh() as workspace, timed() as cost:
        for start in range(0, len(rows), BATCH):
            seed.take_in(workspace, rows[start : start + BATCH])
    return cost


def insert_rows(_folder: Path) -> Cost:
    """Write the same rows into the same tables, ready made, with nothing but the driver."""
    with _fresh() as workspace:
        seed.take_in(workspace, seed.inbox(CONVERSATIONS, MESSAGES))
        with closing(connect(workspace.profile.database, seed.KEY)) as raw:
            filled = {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in _tables(raw)}
            texts = _folded(raw)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        with seed.profile(Path(folder) / "p") as workspace:
            path = workspace.profile.database
        with closing(connect(path, seed.KEY)) as raw:
            empty = {
                name: rows
                for name, rows in filled.items()
                if not raw.execute(f"SELECT 1 FROM {name}").fetchone()
            }
            parts = CONVERSATIONS * MESSAGES // BATCH
            with timed() as cost:
                for part in range(parts):
                    _write(raw, empty, texts, part, parts)
    return cost


def _write(raw: Any, filled: dict[str, list[Any]], texts: list[Any], part: int, parts: int) -> None:
    raw.execute("BEGIN IMMEDIATE")
    for name, rows in filled.items():
        share = _share(rows, part, parts)
        if share:
            raw.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(share[0]))})", share)
    raw.executemany("INSERT INTO search_text (rowid, folded) VALUES (?, ?)", _share(texts, part, parts))
    raw.execute("COMMIT")


def _share(rows: list[Any], part: int, parts: int) -> list[Any]:
    return rows[len(rows) * part // parts : len(rows) * (part + 1) // parts]


def _tables(raw: Any) -> list[str]:
    names = raw.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_text%' AND name NOT LIKE 'sqlite_%'"
    )
    return [name for (name,) in names.fetchall()]


def _folded(raw: Any) -> list[tuple[int, str]]:
    rows = raw.execute(
        "SELECT s.docid, m.text FROM search_source s JOIN message m ON m.message_id = s.ref ORDER BY s.docid"
    )
    return [(docid, fold(text)) for docid, text in rows]


def take_in_page(_folder: Path) -> Cost:
    """Take in one page of ten messages in a transaction of its own, as every walk does; median of 100."""
    rows = list(seed.inbox(CONVERSATIONS, 1))
    random.Random(5).shuffle(rows)
    costs = []
    with _fresh() as workspace:
        for start in range(0, 100 * PAGE, PAGE):
            with timed("ms") as cost:
                seed.take_in(workspace, rows[start : start + PAGE])
            costs.append(cost)
    return middle(costs)


def insert_page(_folder: Path) -> Cost:
    """Write ten messages and their index entries in a transaction with the driver alone; median of 100."""
    rows = [row.message for row in seed.inbox(CONVERSATIONS, 1)]
    costs = []
    with _fresh() as workspace, closing(connect(workspace.profile.database, seed.KEY)) as raw:
        for start in range(0, 100 * PAGE, PAGE):
            page = rows[start : start + PAGE]
            with timed("ms") as cost:
                raw.execute("BEGIN IMMEDIATE")
                raw.executemany(
                    "INSERT INTO message (message_id, case_id, conversation_id, direction, type, text, at, seq) "
                    "VALUES (?, 'c', 'v', 'in', 'text', ?, ?, 0)",
                    [(m.message_id, m.text, m.at) for m in page],
                )
                raw.executemany(
                    "INSERT INTO search_text (rowid, folded) VALUES (?, ?)",
                    [(1_000_000 + start + n, fold(m.text)) for n, m in enumerate(page)],
                )
                raw.execute("COMMIT")
            costs.append(cost)
    return middle(costs)


def find_newest(folder: Path) -> Cost:
    """Search for what officers type, newest first; the slowest of the searches counts."""
    return _find(folder, ranked=False)


def find_ranked(folder: Path) -> Cost:
    """Search for what officers type, best first; the slowest of the searches counts."""
    return _find(folder, ranked=True)


def _find(folder: Path, *, ranked: bool) -> Cost:
    with seed.profile(folder) as workspace:
        queries = workspace.queries(seed.OFFICER)
        return _slowest(lambda words: queries.search(words, ranked=ranked))


def match_newest(folder: Path) -> Cost:
    """Run the bare FTS queries and read the texts of the hits."""
    return _match(folder, "search_text.rowid DESC")


def match_ranked(folder: Path) -> Cost:
    """Run the bare FTS queries in order of rank and read the texts of the hits."""
    return _match(folder, "rank")


def _match(folder: Path, order: str) -> Cost:
    statement = (
        "SELECT s.case_id, s.at, m.text FROM search_text JOIN search_source s ON s.docid = search_text.rowid "
        f"JOIN message m ON m.message_id = s.ref WHERE search_text MATCH ? ORDER BY {order} LIMIT 50"
    )
    with closing(connect(folder / seed.DATABASE, seed.KEY, read_only=True)) as raw:
        return _slowest(lambda words: raw.execute(statement, (match_query(words),)).fetchall())


def _slowest(search: Callable[[str], Sequence[object]]) -> Cost:
    assert len(search(SEARCHES[1])) == 50
    worst = []
    for words in SEARCHES:
        costs = []
        for _ in range(_REPEATS):
            with timed("ms") as cost:
                search(words)
            costs.append(cost)
        worst.append(middle(costs))
    return max(worst, key=lambda cost: cost.value)
