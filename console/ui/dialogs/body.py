"""The middle of a dialog: as high as what is in it, and scrolled where the window has no room for that."""

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from console.ui.theme import px

_LEAST_PX = 120
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class DialogBody(QScrollArea):
    """Asks for the height of its content at its width; with less it scrolls, so that head and foot stay in sight."""

    def __init__(self, name: str) -> None:
        """Make an empty one; ``name`` is what a screen reader calls it."""
        super().__init__()
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._page = QWidget()
        self._page.setProperty("clear", True)
        self.column = QVBoxLayout(self._page)
        self.setWidget(self._page)
        self._page.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring into sight where the keyboard went, also when no Tab took it there."""
        if new is not None and self._page.isAncestorOf(new):
            top = new.mapTo(self._page, QPoint(0, 0)).y()
            # The whole field, not only its cursor as Qt's own ensureWidgetVisible has it; its head if it is too high.
            self.ensureVisible(0, top + new.height(), 0, px(16))
            self.ensureVisible(0, top, 0, px(16))

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._page.minimumSizeHint().width(), px(_LEAST_PX))

    def hasHeightForWidth(self) -> bool:
        return self.column.hasHeightForWidth()

    def heightForWidth(self, width: int) -> int:
        return self.column.totalHeightForWidth(width)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The arrows belong to the dialog and its lists.
        if event.key() in _PAGES:
            super().keyPressEvent(event)
        else:
            event.ignore()
