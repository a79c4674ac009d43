"""Search: folded words over messages, replies and notes; numbers, plates and case numbers in any spacing."""

import re
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, select, text

from console.cache import tables as t
from console.cache.views import SearchHit
from console.cache.visibility import Sight
from console.domain.text import fold, highlight_spans

SEARCH_LIMIT = 50
SNIPPET_BEFORE = 40
SNIPPET_CHARS = 220
_WORD = re.compile(r"\w+")
_CASE_NUMBER = re.compile(r"^(?:(?:cb\s*)?(\d\d)\s*-\s*(\d{1,6})|cb\s*(\d\d)(\d{5,6})|(\d{1,6}))$")

_NEWEST = text(
    "SELECT s.docid, s.case_id, s.kind, s.ref, s.at FROM search_text "
    "JOIN search_source s ON s.docid = search_text.rowid "
    "WHERE search_text MATCH :query ORDER BY search_text.rowid DESC LIMIT :limit"
)
_RANKED = text(
    "SELECT s.docid, s.case_id, s.kind, s.ref, s.at FROM search_text "
    "JOIN search_source s ON s.docid = search_text.rowid "
    "WHERE search_text MATCH :query ORDER BY rank LIMIT :limit"
)
_CASES = select(t.case).where(t.case.c.case_id.in_(bindparam("ids", expanding=True)))
_BY_NUMBER = (
    select(t.case)
    .where(t.case.c.number.like(bindparam("pattern")))
    .order_by(t.case.c.number.desc())
    .limit(20)
)


def match_query(words: str) -> str:
    """Return the FTS5 expression for what an officer typed: every word, the last one as a beginning.

    Words are cut out of the folded text, so no operator or quote of FTS5 survives from the input.
    """
    found = _WORD.findall(fold(words))
    if not found:
        return ""
    return " ".join(f'"{word}"' for word in found[:-1]) + f' "{found[-1]}"*'


def search(
    connection: Connection,
    words: str,
    *,
    sight: Sight,
    ranked: bool = False,
    limit: int = SEARCH_LIMIT,
) -> list[SearchHit]:
    """Return hits for ``words``, newest first or best first; nothing of a case that may not be read (Q-04)."""
    hits = _by_number(connection, words, sight)
    query = match_query(words)
    if not query:
        return hits
    statement = _RANKED if ranked else _NEWEST
    rows = connection.execute(statement, {"query": query, "limit": limit + 20}).all()
    cases = {
        row.case_id: row
        for row in connection.execute(
            _CASES.where(*sight.conditions()), {"ids": list({r.case_id for r in rows})}
        )
    }
    texts = _texts(connection, rows)
    for row in rows:
        case = cases.get(row.case_id)
        content = texts.get((row.kind, row.ref))
        if case is None or content is None or len(hits) >= limit:
            continue
        excerpt, marks = _excerpt(content, words)
        hits.append(
            SearchHit(
                row.case_id,
                case.number,
                case.pseudonym,
                case.category,
                row.kind,
                row.ref,
                row.at,
                excerpt,
                marks,
            )
        )
    return hits


def _by_number(connection: Connection, words: str, sight: Sight) -> list[SearchHit]:
    """Return cases whose number was typed: «CB26-01482», «01482», «1482»."""
    match = _CASE_NUMBER.match(fold(words).strip())
    if not match:
        return []
    year = match[1] or match[3]
    digits = match[2] or match[4] or match[5]
    pattern = f"CB{year or '__'}-%{digits.lstrip('0')}"
    return [
        SearchHit(
            row.case_id,
            row.number,
            row.pseudonym,
            row.category,
            "number",
            row.case_id,
            row.last_activity_at,
            row.number,
            ((0, len(row.number)),),
        )
        for row in connection.execute(_BY_NUMBER.where(*sight.conditions()), {"pattern": pattern})
        if int(row.number.partition("-")[2]) == int(digits)
    ]


def _texts(connection: Connection, rows: Sequence[object]) -> dict[tuple[str, str], str]:
    """Return the text behind each hit by (kind, ref)."""
    found: dict[tuple[str, str], str] = {}
    homes = (
        (("citizen", "outside"), t.message, t.message.c.message_id),
        (("reply",), t.reply, t.reply.c.reply_id),
        (("note",), t.note, t.note.c.note_id),
    )
    for kinds, table, key in homes:
        wanted = {row.ref: row.kind for row in rows if row.kind in kinds}  # type: ignore[attr-defined]
        if not wanted:
            continue
        for ref, content in connection.execute(select(key, table.c.text).where(key.in_(list(wanted)))):
            found[wanted[ref], ref] = content
    return found


def _excerpt(content: str, words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a piece of ``content`` around the first match, and where the matches are in it."""
    spans = sorted({span for word in _WORD.findall(fold(words)) for span in highlight_spans(content, word)})
    start = max(0, spans[0][0] - SNIPPET_BEFORE) if spans else 0
    piece = content[start : start + SNIPPET_CHARS]
    marks = tuple(
        (begin - start, end - begin) for begin, end in spans if begin >= start and end <= start + len(piece)
    )
    return piece, marks
