"""What Qt's own widgets say, in the window's language: the menu of a text field, the field for a key.

Qt brings no Vietnamese for them, and an English «Paste» or «Press shortcut» in a Vietnamese window is nobody's language.
"""

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from console.runtime.i18n import look_up, mark

_TEXTS = {
    "Undo": mark("Hoàn tác"),
    "Redo": mark("Làm lại"),
    "Cut": mark("Cắt"),
    "Copy": mark("Sao chép"),
    "Paste": mark("Dán"),
    "Delete": mark("Xóa"),
    "Select All": mark("Chọn tất cả"),
    "Step up": mark("Tăng"),
    "Step down": mark("Giảm"),
    "Press shortcut": mark("Bấm phím mới"),
}
_WIDGETS = frozenset({"QLineEdit", "QWidgetTextControl", "QKeySequenceEdit", "QAbstractSpinBox"})


class QtTexts(QTranslator):
    """Asked by Qt for every text of its own."""

    def translate(  # None is Qt's null text: «not mine»; "" would be shown as it is
        self, context: str, source: str, _disambiguation: str | None = None, _count: int = -1
    ) -> str | None:
        """Return the text, ``None`` where Qt shall say it itself."""
        known = _TEXTS.get(source.replace("&", "")) if context in _WIDGETS else None
        return look_up(known) if known is not None else None

    def isEmpty(self) -> bool:
        """Return that there are texts: Qt takes no translator without."""
        return False


def say_qt_texts(app: QApplication) -> None:
    """Let Qt's widgets speak the window's language from now on; once for an application."""
    if app.findChild(QtTexts) is None:
        app.installTranslator(QtTexts(app))
