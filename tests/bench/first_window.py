"""Start the console, or a bare window, and print the CPU seconds of this process and the monotonic time of its first paint.

Run by path in a process of its own: nothing but what is measured is imported before.
"""

import os
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QApplication


def main(arguments: list[str]) -> None:
    """Show a window; ends the process at its first paint."""
    if arguments[0] == "bare":
        _bare()
    else:
        _console(*arguments[1:])


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    label = QLabel("Bàn trực")
    window.setCentralWidget(label)
    window.resize(1600, 900)
    _end_when_painted(app, lambda widget: widget is label)
    window.show()
    app.exec()


def _console(profile: str, key_file: str) -> None:
    from console import cli

    arguments = ["--profile", profile, "--key-file", key_file]
    # The queue's own painting is watched: a filter over every event would cost more than some of what is measured.
    cli.quicken()
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent

    from console.ui.queue.view import QueueView

    paint = QueueView.paintEvent

    def painted(view: QueueView, event: QPaintEvent) -> None:
        paint(view, event)
        if view.queue_model.case_count() > 0:
            QTimer.singleShot(0, _end)

    QueueView.paintEvent = painted  # type: ignore[method-assign]
    cli.main(arguments)


def _end_when_painted(app: "QApplication", is_it: "Callable[[QObject], bool]") -> None:
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint and is_it(watched):
                # The paint itself comes after this; what is left of it is counted by the timer.
                QTimer.singleShot(0, _end)
            return False

    watch = Watch(app)
    app.installEventFilter(watch)


def _end() -> None:
    print(time.process_time(), time.monotonic(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    main(sys.argv[1:])
