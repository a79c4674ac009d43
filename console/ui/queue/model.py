"""The queue as a table model: places of all cases in memory, contents of the visible ones.

Group headers are rows of their own. A row is found from a case and a case from a row in O(log n); contents come in pages and
are kept in an LRU, so a hundred thousand cases cost what a screenful costs.
"""

from bisect import bisect_left, insort
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from console.cache.views import Group, Place, QueueRow
from console.domain.text import safe_line
from console.runtime.i18n import said
from console.ui.common.names import Names
from console.ui.common.tooltip import tooltip_text
from console.ui.queue.words import group_name, group_sentence, row_sentence

PAGE = 32
PAGES_KEPT = 32
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
CASE_ROLE = Qt.ItemDataRole.UserRole + 2
# Above this many moved rows one reset is cheaper than the single steps, and the eye cannot follow them anyway.
STEPWISE_LIMIT = 64

_CASE_OF = attrgetter("case_id")

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class GroupHeader:
    """The row above the cases of one group."""

    group: Group
    count: int


class QueueModel(QAbstractTableModel):
    """One column; a row is a ``GroupHeader`` or a ``QueueRow`` (role ``ENTRY_ROLE``).

    Whoever asks for a row looks at it. Where every look at its words is kept, they are covered at first; ``glimpsed`` carries
    whose were asked for, once in a while, and ``uncover`` shows them.
    """

    glimpsed = Signal(object)

    def __init__(
        self,
        fetch_rows: Callable[[Sequence[str]], Sequence[QueueRow]],
        now_ms: Callable[[], int],
        parent: QObject | None = None,
    ) -> None:
        """Make an empty model.

        Args:
            fetch_rows: gives the contents of up to ``PAGE`` cases.
            now_ms: wall time, UTC ms.
            parent: owner.

        """
        super().__init__(parent)
        self._fetch_rows = fetch_rows
        self._now_ms = now_ms
        self._places: list[Place] = []
        self._by_id: dict[str, Place] = {}
        self._counts = [0] * len(Group)
        self._rows: OrderedDict[str, QueueRow | None] = OrderedDict()
        self._names = Names()
        self._uncovered: set[str] = set()
        self._asked: set[str] = set()
        self._asking: list[str] = []

    # -- what views ask -------------------------------------------------------------------------------------------

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._places) + sum(1 for count in self._counts if count)

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.place_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == CASE_ROLE:
            place = self.place_at(index.row())
            return place.case_id if place else ""
        wanted = (
            ENTRY_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        )
        if role not in wanted:
            return None
        entry = self.entry_at(index.row())
        if isinstance(entry, QueueRow) and entry.sealed and role != Qt.ItemDataRole.DisplayRole:
            entry = self._covered(entry)
        if role == ENTRY_ROLE:
            return entry
        if isinstance(entry, GroupHeader):
            return self._header_text(entry, role)
        return self._case_text(entry, role)

    def _covered(self, row: QueueRow) -> QueueRow:
        """Return a row as it may be shown now; its words are asked for where they are covered."""
        if row.case_id in self._uncovered:
            return row
        if row.case_id not in self._asked:
            self._asked.add(row.case_id)
            if not self._asking:
                QTimer.singleShot(0, self, self._ask)
            self._asking.append(row.case_id)
        return replace(row, snippet="", covered=True)

    def _ask(self) -> None:
        asking, self._asking = tuple(self._asking), []
        self.glimpsed.emit(asking)

    def uncover(self, case_ids: Iterable[str]) -> None:
        """Show the first words of these cases from now on: it is written down that they are seen."""
        self._uncovered.update(case_ids)
        self._repaint(case_ids)

    def cover_again(self, case_ids: Iterable[str]) -> None:
        """Ask for the first words of these cases once more when they are looked at the next time."""
        self._asked.difference_update(case_ids)

    def _header_text(self, header: GroupHeader, role: int) -> str | None:
        if role == Qt.ItemDataRole.DisplayRole:
            return group_name(header.group)
        return (
            group_sentence(header.group, header.count) if role == Qt.ItemDataRole.AccessibleTextRole else None
        )

    def _case_text(self, row: QueueRow | None, role: int) -> str | None:
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.number
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_sentence(row, self._names, self._now_ms())
        return tooltip_text(", ".join(self._names.tag(tag) for tag in row.tags)) or None

    # -- what the pane asks ---------------------------------------------------------------------------------------

    @property
    def names(self) -> Names:
        """Names of units, tags and categories."""
        return self._names

    def set_names(self, names: Names) -> None:
        """Give the names that rows and sentences use."""
        self._names = names
        self.touch_all()

    def now_ms(self) -> int:
        """Return the wall time rows are shown at."""
        return self._now_ms()

    def case_count(self) -> int:
        """Return how many cases the view holds."""
        return len(self._places)

    def header_rows(self) -> list[int]:
        """Return the rows that are group headers, top down; at most five."""
        rows, at = [], 0
        for count in self._counts:
            if count:
                rows.append(at)
                at += count + 1
        return rows

    def header_of(self, row: int) -> GroupHeader | None:
        """Return the header of the group a row lies in."""
        at = 0
        for group in Group:
            count = self._counts[group]
            if count and row < at + count + 1:
                return GroupHeader(group, count)
            at += count + 1 if count else 0
        return None

    def place_at(self, row: int) -> Place | None:
        """Return the place of the case in a row, ``None`` for a header or no row."""
        at = before = 0
        for count in self._counts:
            if not count:
                continue
            if at < row <= at + count:
                return self._places[before + row - at - 1]
            at += count + 1
            before += count
        return None

    def case_at(self, row: int) -> str:
        """Return the case in a row, or nothing for a header."""
        place = self.place_at(row)
        return place.case_id if place else ""

    def row_of(self, case_id: str) -> int:
        """Return the row of a case, or -1."""
        place = self._by_id.get(case_id)
        if place is None:
            return -1
        return bisect_left(self._places, place) + self._headers_to(place.group)

    def neighbour(self, place: Place | None, by: int) -> str:
        """Return the case ``by`` cases away from a place, clamped to the ends.

        A place whose case left the list still counts: down from it is what took its row, up is what was before it.
        """
        if not self._places:
            return ""
        at = bisect_left(self._places, place) if place is not None else -1
        gone = place is not None and self._by_id.get(place.case_id) != place
        wanted = at + by - (1 if gone and by > 0 else 0)
        return self._places[min(max(wanted, 0), len(self._places) - 1)].case_id

    def entry_at(self, row: int) -> GroupHeader | QueueRow | None:
        """Return what a row shows; ``None`` while a case is not readable."""
        place = self.place_at(row)
        if place is None:
            return self.header_of(row)
        return self._content(place)

    # -- changes --------------------------------------------------------------------------------------------------

    def set_places(self, places: Sequence[Place]) -> None:
        """Show another list, given in order; everything before is dropped."""
        self.beginResetModel()
        self._places = list(places)
        self._by_id = dict(zip(map(_CASE_OF, self._places), self._places, strict=True))
        # The list is sorted, so a group ends where the next one would begin.
        ends = [bisect_left(self._places, (group + 1,)) for group in Group]
        self._counts = [end - start for start, end in zip([0, *ends], ends, strict=False)]
        self._rows.clear()
        self.endResetModel()

    def forget(self, case_ids: Iterable[str]) -> None:
        """Read changed cases again at the next paint; nothing moves."""
        for case_id in case_ids:
            self._rows.pop(case_id, None)
            self._repaint((case_id,))

    def _repaint(self, case_ids: Iterable[str]) -> None:
        for case_id in case_ids:
            row = self.row_of(case_id)
            if row >= 0:
                at = self.index(row, 0)
                self.dataChanged.emit(at, at)

    def touch_all(self) -> None:
        """Say that every row may look different (a minute passed, names changed)."""
        if self._places:
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def apply(self, changed: Mapping[str, Place | None]) -> list[str]:
        """Put cases where they now belong; contents are read again.

        Args:
            changed: the new place of a case, ``None`` when the view no longer shows it.

        Returns:
            The cases that came in or moved up, as they stand now.

        """
        moved = {case_id: place for case_id, place in changed.items() if self._by_id.get(case_id) != place}
        raised = [
            case_id
            for case_id, place in moved.items()
            if place is not None and (case_id not in self._by_id or place < self._by_id[case_id])
        ]
        if len(moved) > STEPWISE_LIMIT:
            gone = moved.keys() & self._by_id.keys()
            kept = [place for place in self._places if place.case_id not in gone]
            kept.extend(place for place in moved.values() if place is not None)
            self.set_places(sorted(kept))
            return raised
        for case_id, place in moved.items():
            if case_id in self._by_id:
                self._remove(self._by_id[case_id])
            if place is not None:
                self._insert(place)
        self.forget(changed)
        return raised

    def differing(self, places: Sequence[Place]) -> dict[str, Place | None]:
        """Return what ``apply`` needs to make the list this one."""
        changed: dict[str, Place | None] = {
            place.case_id: place for place in places if self._by_id.get(place.case_id) != place
        }
        there = {place.case_id for place in places}
        return changed | {case_id: None for case_id in self._by_id if case_id not in there}

    def loaded_ids(self) -> tuple[str, ...]:
        """Return the cases whose contents are here."""
        return tuple(self._rows)

    def case_ids(self) -> tuple[str, ...]:
        """Return every case of the list, in order."""
        return tuple(place.case_id for place in self._places)

    def _insert(self, place: Place) -> None:
        row = bisect_left(self._places, place) + self._headers_to(place.group)
        first = not self._counts[place.group]
        if first:
            self.beginInsertRows(_ROOT, row, row + 1)
        else:
            self.beginInsertRows(_ROOT, row, row)
        insort(self._places, place)
        self._by_id[place.case_id] = place
        self._counts[place.group] += 1
        self.endInsertRows()
        self._header_changed(place.group)

    def _remove(self, place: Place) -> None:
        row = self.row_of(place.case_id)
        last = self._counts[place.group] == 1
        self.beginRemoveRows(_ROOT, row - 1 if last else row, row)
        del self._places[bisect_left(self._places, place)]
        del self._by_id[place.case_id]
        self._counts[place.group] -= 1
        self._rows.pop(place.case_id, None)
        self.endRemoveRows()
        self._header_changed(place.group)

    def _headers_to(self, group: Group) -> int:
        """Return how many headers stand above the first case of a group, its own included if it has one yet."""
        return sum(1 for count in self._counts[: group + 1] if count)

    def _header_changed(self, group: Group) -> None:
        if self._counts[group]:
            row = sum(count + 1 for count in self._counts[:group] if count)
            at = self.index(row, 0)
            self.dataChanged.emit(at, at)

    def _content(self, place: Place) -> QueueRow | None:
        case_id = place.case_id
        if case_id in self._rows:
            self._rows.move_to_end(case_id)
            return self._rows[case_id]
        start = bisect_left(self._places, place) // PAGE * PAGE
        page = [
            other.case_id for other in self._places[start : start + PAGE] if other.case_id not in self._rows
        ]
        for other in page:
            self._rows[other] = None  # one that is not answered is not asked for at every paint
        for row in self._fetch_rows(page):
            self._rows[row.case_id] = _shown(row)
        while len(self._rows) > PAGE * PAGES_KEPT:
            self._rows.popitem(last=False)
        return self._rows.get(case_id)


def _shown(row: QueueRow) -> QueueRow:
    """Return a row whose outside texts are safe for one line."""
    return replace(
        row,
        snippet=safe_line(said(row.snippet)),
        pseudonym=safe_line(row.pseudonym, 64),
        owner_name=safe_line(row.owner_name, 64),
        others=tuple(replace(other, name=safe_line(other.name, 64)) for other in row.others),
        number=safe_line(row.number, 32),
    )
