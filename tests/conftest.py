"""What holds for every test: no window and no clipboard outlives it."""

import sys
from functools import partial

import pytest

WAIT_MS = 60_000
"""A test waits for something to come true; how long is felt only by one that fails, so a busy machine may take its time."""


@pytest.fixture
def qtbot(qtbot):
    """pytest-qt's, with patience."""
    for wait in ("waitUntil", "waitSignal", "waitSignals"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=WAIT_MS))
    return qtbot


def _on_screen():
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


@pytest.fixture(autouse=True)
def nothing_of_the_screen_outlives_its_test():
    """Delete what asked to be deleted, and fail a test that leaves a window on the screen.

    Outside of an event loop Qt keeps what called ``deleteLater``. Thousands of widgets came together that way; each change
    of theme went through all of them, and a window left open took the keys of the tests after it.
    """
    before = _on_screen()
    yield
    if "PySide6.QtGui" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent
        from PySide6.QtGui import QGuiApplication

        if isinstance(QCoreApplication.instance(), QGuiApplication):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            # Qt frees what is on the clipboard after Python has ended, and that crashes.
            QGuiApplication.clipboard().clear()
    left = [type(window).__name__ for window in _on_screen() if window not in before]
    assert not left, f"left on the screen: {', '.join(sorted(left))}"
