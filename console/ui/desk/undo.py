"""What Ctrl+Z takes back: the newest act that can be, and the ones before it."""

from collections.abc import Callable
from dataclasses import dataclass

MOST = 20


@dataclass(frozen=True, slots=True)
class Undoable:
    """An act that can be taken back: what was said of it, and what takes it back."""

    said: str
    run: Callable[[], object]


class UndoList:
    """The acts of this window that can still be taken back, newest last. Replies are never among them."""

    def __init__(self) -> None:
        """Start empty."""
        self._acts: list[Undoable] = []

    def add(self, act: Undoable) -> None:
        """Remember an act; beyond twenty the oldest is forgotten."""
        self._acts = [*self._acts[-(MOST - 1) :], act]

    def take(self, act: Undoable | None = None) -> Undoable | None:
        """Return an act to take back and forget it: a certain one if it is still there, else the newest."""
        if act is None:
            return self._acts.pop() if self._acts else None
        if act not in self._acts:
            return None
        self._acts.remove(act)
        return act
