"""The window that screenshots of the pages are taken of."""

from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from console.ui.common.names import Names
from console.ui.desk.controller import DeskController
from console.ui.desk.window import DeskWindow


@contextmanager
def shot_window(bench, settled, width, height):
    """Show a window of a size with nothing opened, as ``(window, controller)``; take it away at the end.

    Args:
        bench: what the window works with.
        settled: lets everything that was asked for happen.
        width, height: in px.

    """
    names = Names.from_catalog(bench.catalog)
    window = DeskWindow(bench, names)
    controller = DeskController(window, bench, names)
    window.resize(width, height)
    window.show()
    yield window, controller
    window.close()
    settled()
    take_away(window)


def take_away(widget):
    """Delete a closed widget now: outside of an event loop Qt would keep it, and its timers would go on."""
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
