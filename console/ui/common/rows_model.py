"""Rows that are given whole, as Qt's model: for short lists whose delegate paints each row by itself."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")


class RowsModel(QAbstractListModel, Generic[R]):
    """Holds the rows; a screen reader hears ``spoken`` of each."""

    def __init__(self, spoken: Callable[[R], str]) -> None:
        """Begin without rows; ``spoken`` returns what stands for a row in words, safe for one line."""
        super().__init__()
        self._spoken = spoken
        self._rows: list[R] = []

    def show(self, rows: Sequence[R]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rows(self) -> Sequence[R]:
        """Return all rows, top down."""
        return self._rows

    def row(self, position: int) -> R:
        """Return one row."""
        return self._rows[position]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(self._rows[index.row()])
        return None
