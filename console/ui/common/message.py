"""One question or one statement in a dialog of plain labels.

``QMessageBox`` is not used: its informative text guesses at markup and cannot be told otherwise.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.text import safe_block, safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.sharing import names_shown
from console.ui.theme import px


class MessageDialog(QDialog):
    """A dialog with a title, a text and buttons that say what they do; there is no OK and no Yes."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        text: str,
        verb: str,
        *,
        kind: str = "primary",
        cancel: str | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            title: the question or statement, plain text.
            text: what will happen and what is safe, plain text.
            verb: the button that accepts.
            kind: look of that button.
            cancel: the button that rejects; ``None`` leaves it out.

        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(names_shown(safe_line(title)))
        self.setModal(True)
        self.setMinimumWidth(px(420))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(24), px(20), px(24), px(20))
        outer.setSpacing(px(8))
        outer.addWidget(PlainLabel(safe_line(title), "h2", wrap=True))
        outer.addWidget(PlainLabel(safe_block(text), "body", "text2", wrap=True))
        row = QHBoxLayout()
        row.setContentsMargins(0, px(12), 0, 0)
        row.setSpacing(px(8))
        row.addStretch(1)
        if cancel is not None:
            self.cancel_button = ActionButton(cancel, "", "quiet", "Esc")
            self.cancel_button.clicked.connect(self.reject)
            row.addWidget(self.cancel_button)
        self.verb_button = ActionButton(verb, "", kind)
        self.verb_button.clicked.connect(self.accept)
        self.verb_button.setDefault(kind == "primary")
        row.addWidget(self.verb_button)
        outer.addLayout(row)


def ask(
    parent: QWidget | None,
    title: str,
    text: str,
    verb: str,
    on_accept: Callable[[], None],
    *,
    danger: bool = False,
) -> MessageDialog:
    """Open a question without blocking; ``on_accept`` runs if the officer presses the verb."""
    kind = "danger" if danger else "primary"
    dialog = MessageDialog(parent, title, text, verb, kind=kind, cancel=tr("Hủy"))
    dialog.accepted.connect(on_accept)
    dialog.open()
    return dialog


def tell(parent: QWidget | None, title: str, text: str) -> MessageDialog:
    """Open a statement without blocking."""
    dialog = MessageDialog(parent, title, text, tr("Đã hiểu"))
    dialog.open()
    return dialog
