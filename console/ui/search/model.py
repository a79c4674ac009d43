"""Search hits as cases: what was found in each, and the filters that narrow it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from console.cache.views import SearchHit
from console.domain.case import CaseState
from console.domain.identifiers import identifiers_in, spaced_spans
from console.domain.text import fold, highlight_spans, safe_line
from console.runtime.i18n import tr
from console.ui.common.sharing import name_shown, words_shown

Index = QModelIndex | QPersistentModelIndex
WHERES = ("citizen", "reply", "note", "outside")
LINES_SHOWN = 3


def hit_words(hit: SearchHit, words: str) -> str:
    """Return a match, cut for its place, as it may be seen now; a case's number always may."""
    return words if hit.where == "number" else words_shown(words)


@dataclass(frozen=True, slots=True)
class CaseHits:
    """One case of the results with its hits in the order they were given."""

    case_id: str
    number: str
    pseudonym: str
    category: str
    at: int
    hits: tuple[SearchHit, ...]
    unit: str = ""
    state: str = ""
    priority_rank: int = 0

    @property
    def lines(self) -> tuple[SearchHit, ...]:
        """Return the hits a row shows; a matched number has no line of its own."""
        return tuple(hit for hit in self.hits if hit.where != "number")[:LINES_SHOWN]


@dataclass(frozen=True, slots=True)
class SearchFilters:
    """What part of the results is shown. Empty means all; ``since`` is UTC ms."""

    wheres: frozenset[str] = frozenset(WHERES)
    categories: frozenset[str] | None = None
    since: int = 0
    states: frozenset[str] | None = None
    unit: str = ""


def where_name(where: str) -> str:
    """Return where a hit was found, as the row says it."""
    match where:
        case "citizen":
            return tr("Công dân")
        case "reply":
            return tr("Trả lời")
        case "note":
            return tr("Ghi chú")
        case "outside":
            return tr("Gửi ngoài")
        case "number":
            return tr("Số hồ sơ")
        case _:
            return where


def group_hits(hits: Sequence[SearchHit], filters: SearchFilters) -> list[CaseHits]:
    """Return the hits that pass the filters, by case; a case stands where its first hit stood."""
    by_case: dict[str, list[SearchHit]] = {}
    for hit in hits:
        if hit.where != "number" and hit.where not in filters.wheres:
            continue
        if filters.categories is not None and hit.category not in filters.categories:
            continue
        if hit.at < filters.since or (filters.unit and hit.unit != filters.unit):
            continue
        if filters.states is not None and state_group(hit.state) not in filters.states:
            continue
        by_case.setdefault(hit.case_id, []).append(hit)
    return [
        CaseHits(
            case_id,
            found[0].number,
            found[0].pseudonym,
            found[0].category,
            max(hit.at for hit in found),
            tuple(found),
            found[0].unit,
            found[0].state,
            found[0].priority_rank,
        )
        for case_id, found in by_case.items()
    ]


def state_group(state: str) -> str:
    """Return under which tick a case's state stands: ``open`` or ``closed``."""
    return "closed" if state in (CaseState.CLOSED, CaseState.MERGED) else "open"


@dataclass(frozen=True, slots=True)
class HitCounts:
    """How many cases have hits by place, category, state and unit."""

    wheres: Counter[str]
    categories: Counter[str]
    states: Counter[str]
    units: Counter[str]


def counts(hits: Sequence[SearchHit]) -> HitCounts:
    """Return how many cases have hits, for the ticks."""
    wheres: Counter[str] = Counter()
    categories: Counter[str] = Counter()
    states: Counter[str] = Counter()
    units: Counter[str] = Counter()
    for state, unit, _case in {(state_group(hit.state), hit.unit, hit.case_id) for hit in hits}:
        states[state] += 1
        units[unit] += 1
    for where, _case in {(hit.where, hit.case_id) for hit in hits}:
        wheres[where] += 1
    for category, _case in {(hit.category, hit.case_id) for hit in hits}:
        categories[category] += 1
    return HitCounts(wheres, categories, states, units)


def spans(text: str, query: str) -> list[tuple[int, int]]:
    """Return (start, length) of every word of the query in a text that is shown, without overlaps.

    Marks are found anew because the shown text is not the stored one: hidden characters have been named in it.
    """
    words = {(start, end) for word in set(fold(query).split()) for start, end in highlight_spans(text, word)}
    numbers = {
        span
        for _run, forms in identifiers_in(fold(query))
        for form in forms
        for span in spaced_spans(text, form)
    }
    found = sorted(words | numbers)
    merged: list[tuple[int, int]] = []
    for start, end in found:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)  # words that stand together are one mark
        else:
            merged.append((start, end))
    return [(start, end - start) for start, end in merged]


class ResultModel(QAbstractListModel):
    """The cases of the results."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[CaseHits] = []

    def show(self, rows: Sequence[CaseHits]) -> None:
        """Show other results."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def row(self, position: int) -> CaseHits:
        """Return one case."""
        return self._rows[position]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self._rows[index.row()]
            lines = [f"{where_name(hit.where)}: {hit_words(hit, safe_line(hit.text))}" for hit in row.lines]
            return ". ".join((safe_line(row.number), name_shown(safe_line(row.pseudonym)), *lines))
        return None
