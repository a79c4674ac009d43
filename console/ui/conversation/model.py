"""The rows of the open conversation as Qt's model; changes are applied as the few rows they are."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from console.ui.common.sharing import words_shown
from console.ui.conversation.rows import Row, row_key, shown_text

Index = QModelIndex | QPersistentModelIndex


class ThreadModel(QAbstractListModel):
    """Rows by position and by key."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Row] = []
        self._at: dict[str, int] = {}
        self._spoken: dict[str, str] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken.get(row.key) or row.label or words_shown(shown_text(row.item))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._rows[index.row()].item is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def row(self, position: int) -> Row:
        """Return the row at a position."""
        return self._rows[position]

    def rows(self) -> Sequence[Row]:
        """Return all rows."""
        return self._rows

    def position(self, key: str) -> int:
        """Return where a key stands, or -1."""
        return self._at.get(key, -1)

    def speak(self, key: str, words: str) -> None:
        """Keep what a screen reader says of a row; known once the row has been laid out."""
        self._spoken[key] = words

    def reset(self, rows: Sequence[Row]) -> None:
        """Show another conversation."""
        self.beginResetModel()
        self._rows = list(rows)
        self._spoken.clear()
        self._renumber()
        self.endResetModel()

    def update(self, rows: Sequence[Row]) -> None:
        """Show the same conversation as it is now: insert, remove and repaint only what differs."""
        old, new = self._rows, list(rows)
        limit = min(len(old), len(new))
        head = 0
        while head < limit and old[head].key == new[head].key:
            head += 1
        tail = 0
        while tail < limit - head and old[-1 - tail].key == new[-1 - tail].key:
            tail += 1
        changed = [i for i in range(head) if old[i] != new[i]]
        first_tail = len(new) - tail
        changed += [first_tail + i for i in range(tail) if old[len(old) - tail + i] != new[first_tail + i]]
        if head < len(old) - tail:
            self.beginRemoveRows(QModelIndex(), head, len(old) - tail - 1)
            self._rows = old[:head] + old[len(old) - tail :]
            self._renumber()
            self.endRemoveRows()
        if head < first_tail:
            self.beginInsertRows(QModelIndex(), head, first_tail - 1)
            self._rows = new
            self._renumber()
            self.endInsertRows()
        self._rows = new
        if changed:
            self._renumber()
        for position in changed:
            index = self.index(position)
            self.dataChanged.emit(index, index)

    def _renumber(self) -> None:
        self._at = {row.key: position for position, row in enumerate(self._rows)}
        for position, row in enumerate(self._rows):
            for item in row.repeats:
                self._at[row_key(item)] = position
