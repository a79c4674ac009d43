"""What the machine proposes for a case, with its reasons; one key confirms it, a person always does."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.cache.views import SuggestionView
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.names import Names
from console.ui.common.sharing import told_line
from console.ui.inspector.card import Card
from console.ui.inspector.words import priority_name
from console.ui.theme import px


class SuggestionCard(Card):
    """Proposal, reasons, what is missing. ``accepted`` says that the officer confirms all of it."""

    accepted = Signal()
    fill = "accentSubtle"
    border = "accentBorder"

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = names
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(10))
        column.setSpacing(px(2))
        column.addWidget(
            PlainLabel(tr("Đề xuất của máy – cần người xác nhận"), "small", "accentText", weight=600)
        )
        self.what = PlainLabel("", "body", weight=600, wrap=True)
        self.why = PlainLabel("", "small", "text2", wrap=True)
        self.missing = PlainLabel("", "small", "orangeText", wrap=True)
        for label in (self.what, self.why, self.missing):
            column.addWidget(label)
        row = QHBoxLayout()
        self.button = ActionButton(tr("Xác nhận"), "act.approve", key="Alt ↵", small=True)
        self.button.clicked.connect(self.accepted)
        row.addWidget(self.button)
        row.addStretch(1)
        column.addSpacing(px(4))
        column.addLayout(row)

    def set_suggestion(self, suggestion: SuggestionView | None, district: str) -> None:
        """Show a proposal; ``None`` hides the card. ``district`` is the name of the proposed district."""
        self.setVisible(suggestion is not None)
        if suggestion is None:
            return
        parts = [
            self._names.category(suggestion.category),
            priority_name(suggestion.priority),
            district,
            self._names.unit(suggestion.unit),
            *(self._names.tag(tag) for tag in suggestion.tags),
        ]
        self.what.setText(" · ".join(safe_line(part, 80) for part in parts if part))
        reasons = "; ".join(told_line(reason, 160) for reason in suggestion.reasons[:4])
        self.why.setText(tr("Vì: {reasons}", reasons=reasons))
        self.why.setVisible(bool(reasons))
        known = {"place": tr("địa điểm")}
        missing = ", ".join(known.get(word, safe_line(word, 60)) for word in suggestion.missing)
        self.missing.setText(tr("Còn thiếu: {missing}", missing=missing))
        self.missing.setVisible(bool(missing))
