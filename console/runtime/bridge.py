"""The one way back to the UI thread: a queued signal that carries a closure over frozen data."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class Bridge(QObject):
    """Lives on the UI thread; any thread may post to it."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Make the bridge on the thread that shall receive."""
        super().__init__(parent)
        self._open = True
        self._posted.connect(self._receive, Qt.ConnectionType.QueuedConnection)

    def post(self, work: Callable[[], None]) -> None:
        """Run ``work`` on this object's thread when its event loop comes to it; after ``close``, not at all."""
        if self._open:
            self._posted.emit(work)

    def on_ui(self, listener: Callable[[T], None]) -> Callable[[T], None]:
        """Return a function that any thread may call and that calls ``listener`` on the UI thread."""

        def forward(value: T) -> None:
            self.post(partial(listener, value))

        return forward

    def close(self) -> None:
        """Deliver nothing more: the widgets that listeners speak to are about to go."""
        self._open = False

    @Slot(object)
    def _receive(self, work: Callable[[], None]) -> None:
        if self._open:
            work()
