"""What holds for every test: no window and no clipboard outlives it."""

import sys

import pytest


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
