"""Search: folded words over messages, replies and notes; numbers, plates and case numbers in any spacing.

The newest matches are taken, so many as a screen can use, and put in order here: exact marks first, then whole words that
stand together, then the newest. Ranking all matches of a common word would read half the index at every key.
"""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, column, select, table, text

from console.cache import tables as t
from console.cache.covering import Marks
from console.cache.search_words import loose_query, match_query, words_of
from console.cache.views import Found, SearchHit
from console.cache.visibility import Sight
from console.domain.case import SECRET_TAG
from console.domain.identifiers import identifiers_in, spaced_spans
from console.domain.masking import mask_source
from console.domain.text import fold, highlight_spans, nfc

SEARCH_LIMIT = 50
POOL = 300
"""So many matches are looked at; a search that has more says so."""
SNIPPET_BEFORE = 40
SNIPPET_CHARS = 220
_WORD = re.compile(r"\w+")
_CASE_NUMBER = re.compile(r"^(?:(?:cb\s*)?(\d\d)\s*-\s*(\d{1,6})|cb\s*(\d\d)(\d{5,6})|(\d{1,6}))$")

_TEXT = table("search_text", column("rowid"))
_SOURCE = t.search_source
_CASE_COLUMNS = (
    t.case.c.number,
    t.case.c.pseudonym,
    t.case.c.category,
    t.case.c.unit,
    t.case.c.state,
    t.case.c.priority_rank,
)
_MATCHES = (
    select(_SOURCE.c.docid, _SOURCE.c.case_id, _SOURCE.c.kind, _SOURCE.c.ref, _SOURCE.c.at, *_CASE_COLUMNS)
    .select_from(
        _TEXT.join(_SOURCE, _SOURCE.c.docid == _TEXT.c.rowid).join(
            t.case, t.case.c.case_id == _SOURCE.c.case_id
        )
    )
    .where(text("search_text MATCH :query"))
    .order_by(_TEXT.c.rowid.desc())
)
_BY_NUMBER = (
    select(t.case)
    .where(t.case.c.number.like(bindparam("pattern")))
    .order_by(t.case.c.number.desc())
    .limit(20)
)


def search(
    connection: Connection,
    words: str,
    *,
    sight: Sight,
    ranked: bool = False,
    limit: int = SEARCH_LIMIT,
) -> list[SearchHit]:
    """Return hits for ``words``, newest first or best first; nothing of a case that may not be read (Q-04)."""
    found = find(connection, words, sight=sight, ranked=ranked, limit=limit, forgiving=False)
    return list(found.hits)


def find(
    connection: Connection,
    words: str,
    *,
    sight: Sight,
    ranked: bool = True,
    limit: int = POOL,
    forgiving: bool = True,
    covered: Callable[[Collection[str]], Marks] = lambda _case_ids: {},
) -> Found:
    """Look for ``words``; nothing of a case that may not be read is found, counted or hinted at (Q-04).

    With ``forgiving``, where no text has all the words, those that have all but one are found. ``covered`` gives the marks of
    cases that are read without their source: what is found only in what is covered there is not found.
    """
    numbers = _by_number(connection, words, sight)
    query = match_query(words)
    if not query:
        return Found(tuple(numbers))
    rows = _matches(connection, query, sight, limit)
    loose = False
    if forgiving and not rows and not numbers and (wanted := loose_query(words)):
        rows = _matches(connection, wanted, sight, limit)
        loose = bool(rows)
    limited = len(rows) > limit
    rows = rows[:limit]
    texts = _texts(connection, rows)
    found = [(row, texts[row.kind, row.ref]) for row in rows if (row.kind, row.ref) in texts]
    if marks := covered({row.case_id for row in rows}):
        found = list(_without_source(found, marks, words))
    if ranked:
        judge = _Judge(words)
        found.sort(
            key=lambda pair: judge.rank(pair[1])
        )  # stable: the newest stay before the older among equals
    hits = [_hit(row, row.kind, row.ref, row.at, *_excerpt(content, words)) for row, content in found]
    return Found((*numbers, *hits)[: limit + len(numbers)], limited, loose)


def _matches(connection: Connection, query: str, sight: Sight, limit: int) -> Sequence[Any]:
    # What may be a state secret is found no more (domain.md §5.5).
    locked = select(t.case_tag.c.case_id).where(t.case_tag.c.tag == SECRET_TAG)
    statement = _MATCHES.where(*sight.conditions(), t.case.c.case_id.not_in(locked)).limit(limit + 1)
    return connection.execute(statement, {"query": query}).all()


def _without_source(found: Sequence[tuple[Any, str]], marks: Marks, words: str) -> Iterator[tuple[Any, str]]:
    for row, content in found:
        if row.case_id not in marks:
            yield row, content
            continue
        text_ = mask_source(content, marks[row.case_id])
        if text_ == content or len(match_spans(text_, words)) == len(match_spans(content, words)):
            yield row, text_


def _hit(row: Any, where: str, ref: str, at: int, text: str, marks: tuple[tuple[int, int], ...]) -> SearchHit:
    return SearchHit(
        row.case_id,
        row.number,
        row.pseudonym,
        row.category,
        where,
        ref,
        at,
        text,
        marks,
        row.unit,
        row.state,
        row.priority_rank,
    )


class _Judge:
    """Tells how well a text answers a query."""

    def __init__(self, words: str) -> None:
        self._folded = words_of(words)
        exact = _WORD.findall(nfc(words).lower())
        self._marked = [word for word in exact if not word.isascii()]
        self._phrase = " ".join(self._folded)

    def rank(self, content: str) -> tuple[int, int, int]:
        """Return the sort key of a text, the best lowest: marks that differ, words missing, phrase not in one piece."""
        lower = nfc(content).lower()
        unlike = sum(word not in lower for word in self._marked)
        tokens = _WORD.findall(fold(content))
        whole = set(tokens)
        missing = sum(word not in whole for word in self._folded)
        apart = 0 if self._phrase in " ".join(tokens) else 1
        return unlike, missing, apart


def _by_number(connection: Connection, words: str, sight: Sight) -> list[SearchHit]:
    """Return cases whose number was typed: «CB26-01482», «01482», «1482»."""
    match = _CASE_NUMBER.match(fold(words).strip())
    if not match:
        return []
    year = match[1] or match[3]
    digits = match[2] or match[4] or match[5]
    pattern = f"CB{year or '__'}-%{digits.lstrip('0')}"
    return [
        _hit(row, "number", row.case_id, row.last_activity_at, row.number, ((0, len(row.number)),))
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
    for kinds, home, key in homes:
        wanted = {row.ref: row.kind for row in rows if row.kind in kinds}  # type: ignore[attr-defined]
        if not wanted:
            continue
        for ref, content in connection.execute(select(key, home.c.text).where(key.in_(list(wanted)))):
            found[wanted[ref], ref] = content
    return found


def _excerpt(content: str, words: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a piece of ``content`` around the first match, and where the matches are in it."""
    spans = match_spans(content, words)
    start = max(0, spans[0][0] - SNIPPET_BEFORE) if spans else 0
    piece = content[start : start + SNIPPET_CHARS]
    marks = tuple(
        (begin - start, end - begin) for begin, end in spans if begin >= start and end <= start + len(piece)
    )
    return piece, marks


def match_spans(content: str, words: str) -> list[tuple[int, int]]:
    """Return where the words of a query stand in a text, whole words first; a number in any spacing is one place."""
    spans = {span for word in words_of(words) for span in highlight_spans(content, word)}
    digits = [form for _run, forms in identifiers_in(fold(words)) for form in forms]
    spans |= {span for form in digits for span in spaced_spans(content, form)}
    return sorted(spans)
