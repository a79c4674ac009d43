"""What a window shows, and what of it is Vietnamese that the program itself said: data (texts, names, units, laws) is taken out first."""

import json
import re
from pathlib import Path

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

DATA = Path(__file__).resolve().parents[2] / "resources" / "data"
VIETNAMESE = re.compile(
    "[ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE
)
_MOST_ROWS = 60
WORDS = {
    *("roles", "categories", "tags", "teencode", "thanks", "triage-rules", "triage-weights"),
    *("gazetteer", "holidays", "retention", "confidentiality"),
}
"""Data the program reads by or has English for: its words would hide a sentence of the program."""
ENGLISH = {"policies", "review", "approval", "escalation", "news-categories", "survey"}
"""Data whose Vietnamese must not be seen where its English stands beside it; the others hold what citizens read and proper names."""


def shipped_texts():
    """Return every text of the shipped data files."""
    found = set()

    def walk(node, *, english):
        if isinstance(node, str):
            found.add(node)
        elif isinstance(node, dict):
            for name, value in node.items():
                in_both = (name.endswith("vi") and f"{name[:-2]}en" in node) or f"{name}_en" in node
                if not (english and in_both):
                    walk(value, english=english)
        elif isinstance(node, list):
            for value in node:
                walk(value, english=english)

    for path in DATA.glob("*.json"):
        if path.stem in WORDS:
            continue
        walk(json.loads(path.read_text("utf-8")), english=path.stem in ENGLISH)
    return found


def shown(window):
    """Return every text of the widgets of a window that can be seen, and of the rows of its lists as a screen reader has them."""
    found = set()
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        found |= {widget.accessibleName(), widget.toolTip(), widget.accessibleDescription()}
        if isinstance(widget, QLabel | QAbstractButton):
            found.add(widget.text())
        full = getattr(widget, "full_text", None)
        if callable(full):
            found.add(full())
        if isinstance(widget, QLineEdit | QPlainTextEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(n) for n in range(widget.count())}
        if isinstance(widget, QAbstractSpinBox):
            found.add(widget.text())
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            found |= rows(widget.model())
        label = getattr(widget, "label", None)
        if callable(label) and isinstance(said := label(), str):
            found.add(said)
    return {str(text) for text in found if text}


def rows(model):
    found = set()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        columns = model.columnCount() if isinstance(model, QAbstractTableModel) else 1
        for column in range(columns):
            index = model.index(row, column)
            for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
                said = index.data(role)
                if isinstance(said, str):
                    found.add(said)
    return found


def _shared(known, rest):
    """Return how much of a text stands in another, which was cut."""
    return next(end for end in range(len(known), 0, -1) if known[:end] in rest)


class Foreign:
    """Tells which texts are Vietnamese of the program's own."""

    def __init__(self, data):
        """Take the texts that are data; the longer ones are looked for first."""
        words = {one.strip() for one in data if VIETNAMESE.search(one)}
        self._data = sorted(words, key=len, reverse=True)

    def of(self, texts):
        """Return the texts that keep Vietnamese letters once all data is out of them, with what is left."""
        found = {}
        for text in texts:
            rest = text
            for known in self._data:
                if known in rest:
                    rest = rest.replace(known, " ")
                elif known[:40] in rest and "…" in rest:
                    rest = rest.replace(known[: _shared(known, rest)], " ")
                if not VIETNAMESE.search(rest):
                    break
            if VIETNAMESE.search(rest):
                found[text] = rest
        return found
