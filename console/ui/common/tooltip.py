"""Tooltips that cannot be made to render a stranger's markup."""

from html import escape

from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from console.domain.text import safe_line
from console.ui.common.sharing import names_shown


def tooltip_text(text: str, key: str = "") -> str:
    """Return tooltip text for ``setToolTip`` or a model's ``ToolTipRole``.

    Qt guesses whether a tooltip is rich text, so it is always told: escaped, inside ``<qt>``.

    Args:
        text: any text, also a citizen's.
        key: the key that does the same, shown after it.

    """
    shown = names_shown(safe_line(text, 400))
    if key:
        shown = f"{shown}  ({key})"
    return f"<qt>{escape(shown)}</qt>" if shown else ""


def set_tooltip(widget: QWidget, text: str, key: str = "") -> None:
    """Give a widget a safe tooltip."""
    widget.setToolTip(tooltip_text(text, key))


def set_tray_tooltip(tray: QSystemTrayIcon, words: str) -> None:
    """Say a text of the program at the icon in the tray, which the system draws as plain text."""
    tray.setToolTip(words)
