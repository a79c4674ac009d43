"""The one window at the screen's place: it holds the sign-in, the desk or the lock, one at a time."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.runtime.i18n import tr


class Shell(QWidget):
    """Shows one screen. What it showed before is taken out, hidden, and given up with everything it held."""

    closing = Signal()

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._content: QWidget | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._layout = layout
        self.setWindowTitle(tr("Bàn trực"))

    @property
    def content(self) -> QWidget | None:
        """Return what is shown."""
        return self._content

    def put(self, screen: QWidget) -> None:
        """Show another screen in the place of the one before; the title says nothing of any case."""
        before, self._content = self._content, screen
        if before is not None:
            before.hide()
            self._layout.removeWidget(before)
            before.deleteLater()
        self._layout.addWidget(screen)
        self.setWindowTitle(tr("Bàn trực"))
        screen.show()
        if screen.focusWidget() is None:
            screen.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the desk hand its drafts over first."""
        if self._content is not None:
            self._content.close()
        self.closing.emit()
        super().closeEvent(event)
