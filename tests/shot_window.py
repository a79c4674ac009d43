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


def shoot_tabs(window, code, names, settled, path):
    """Render each tab of a page; ``names`` are theirs, in order."""
    window.pages.open(code)
    page = window.pages.page(code)
    for number, name in enumerate(names):
        page.show_tab(number)
        settled()
        window.grab().save(str(path(name)))


def shoot_dialogs(app, asks, settled, path):
    """Open each dialog by its name, render it, close it."""
    for name, ask in asks.items():
        ask()
        settled()
        dialog = app.activeModalWidget()
        dialog.grab().save(str(path(name)))
        dialog.close()
        settled()
