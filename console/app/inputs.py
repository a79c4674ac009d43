"""The one ear for all input of the program."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QInputEvent

Listener = Callable[[QObject, QInputEvent], bool]
"""Is told who gets an event of keys, mouse, wheel, touch or pen, and the event; returns whether it takes it away."""


class Inputs(QObject):
    """Hands input to who listens, the last who came first.

    A filter over every event of the program costs two microseconds an event whatever it does, and a change of case makes
    hundreds: so there is one for all, and none while nobody listens.
    """

    def __init__(self, app: QObject) -> None:
        """Belong to ``app``; see ``of``."""
        super().__init__(app)
        self._app = app
        self._listeners: list[Listener] = []

    @staticmethod
    def of(app: QObject) -> "Inputs":
        """Return the ear of an application."""
        return app.findChild(Inputs) or Inputs(app)

    def add(self, listener: Listener) -> None:
        """Tell ``listener`` from now on; one that listens already goes on."""
        if listener in self._listeners:
            return
        if not self._listeners:
            self._app.installEventFilter(self)
        self._listeners.insert(0, listener)

    def remove(self, listener: Listener) -> None:
        """Tell ``listener`` no more; harmless when it was not listening."""
        if listener in self._listeners:
            self._listeners.remove(listener)
            if not self._listeners:
                self._app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of input."""
        # The class: to ask an event for its type takes longer.
        if not isinstance(event, QInputEvent):
            return False
        return any(listener(watched, event) for listener in tuple(self._listeners))
