"""Shared by all tests."""

import sys

import pytest

MOST = 20


@pytest.fixture(autouse=True)
def _no_dialog_left():
    """Hide what stands over every window: a modal dialog that a test leaves takes the keys of the tests after it.

    Nothing is closed: what the dialog would tell of that may be gone already.
    """
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return
    for _ in range(MOST):
        left = widgets.QApplication.activeModalWidget()
        if left is None:
            break
        left.hide()
