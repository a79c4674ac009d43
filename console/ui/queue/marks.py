"""Which cases of the queue are marked for an act on many. By id: rows may go where they like meanwhile."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Marks(QObject):
    """A set of case ids that tells when it changes."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: dict[str, None] = {}

    def __contains__(self, case_id: object) -> bool:
        """Return whether a case is marked."""
        return case_id in self._ids

    def __len__(self) -> int:
        """Return how many are marked."""
        return len(self._ids)

    def ids(self) -> tuple[str, ...]:
        """Return the marked cases in the order they were marked."""
        return tuple(self._ids)

    def toggle(self, case_id: str) -> None:
        """Mark a case, or take its mark away."""
        if not case_id:
            return
        if case_id in self._ids:
            del self._ids[case_id]
        else:
            self._ids[case_id] = None
        self.changed.emit()

    def add(self, case_ids: Iterable[str]) -> None:
        """Mark cases."""
        before = len(self._ids)
        self._ids.update((case_id, None) for case_id in case_ids if case_id)
        if len(self._ids) != before:
            self.changed.emit()

    def keep(self, case_ids: Iterable[str]) -> None:
        """Forget what is no longer in the list: nobody acts on what he does not see."""
        kept = self._ids.keys() & set(case_ids)
        if len(kept) != len(self._ids):
            self._ids = {case_id: None for case_id in self._ids if case_id in kept}
            self.changed.emit()

    def clear(self) -> bool:
        """Take every mark away; return whether there was one."""
        had = bool(self._ids)
        self._ids = {}
        if had:
            self.changed.emit()
        return had
