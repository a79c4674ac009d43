"""What the composer is made of: tabs, two editors, the lines around them. It decides nothing; ``composer`` does."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import PlainLabel
from console.ui.composer.canned import CannedPopup
from console.ui.composer.drafts import DraftWatch
from console.ui.composer.editor import ComposerEdit
from console.ui.composer.enclosed import Enclosed
from console.ui.composer.foot import ComposerFoot
from console.ui.composer.head import ComposerHead
from console.ui.composer.proof import ProofWatch
from console.ui.composer.quote import QuoteStrip
from console.ui.composer.stop import StopPanel
from console.ui.composer.tabs import ComposerMode
from console.ui.composer.words import save_hint, send_hint
from console.ui.theme import current_theme, px

PROBLEM_LIMIT = 300


class ComposerParts(QWidget):
    """The widgets of the composer in one column, and how high the field is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = ComposerMode.REPLY
        self._compact = False
        self._build()

    def _build(self) -> None:
        # It follows the conversation's width and folds what does not fit.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.head = ComposerHead()
        self.problem = PlainLabel("", "small", "redText", weight=600, wrap=True)
        self.way = PlainLabel("", "small", "text2", wrap=True)
        self.way.hide()
        self.stop = StopPanel()
        self.stop.hide()
        self.reply_edit = ComposerEdit(tr("Trả lời công dân"), "send", "save_note", send_hint, self)
        name = tr("Ghi chú nội bộ, công dân không thấy")
        self.note_edit = ComposerEdit(name, "save_note", "send", save_hint, self)
        self.note_edit.setProperty("note", True)
        self._editors = QStackedWidget()
        self._editors.addWidget(self.reply_edit)
        self._editors.addWidget(self.note_edit)
        self.foot = ComposerFoot()
        self.popup = CannedPopup(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(px(8))
        self._column.addWidget(self.stop)
        self._column.addWidget(self.head)
        self.quote = QuoteStrip()
        self._column.addWidget(self.quote)
        self._column.addWidget(self._editors)
        self._column.addWidget(self.way)
        self._column.addWidget(self.problem)
        self._column.addWidget(self.foot)
        self._column.setContentsMargins(px(16), px(10), px(16), px(8))
        self._with = Enclosed(self.quote)
        self._reply_draft = DraftWatch(ComposerMode.REPLY, self.reply_edit.toPlainText, self, self._with.text)
        self._proof = ProofWatch(self.reply_edit.text, self)
        self._note_draft = DraftWatch(ComposerMode.NOTE, self.note_edit.toPlainText, self)

    def _editor(self) -> ComposerEdit:
        return self.reply_edit if self._mode is ComposerMode.REPLY else self.note_edit

    def _focus_editor(self) -> None:
        self._editor().setFocus(Qt.FocusReason.OtherFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the open field: the composer itself writes nothing."""
        super().focusInEvent(event)
        self._focus_editor()

    def _say(self, problem: str, tone: str = "redText") -> None:
        self.problem.setText(safe_line(problem, PROBLEM_LIMIT))
        self.problem.set_tone(tone)
        self.problem.setVisible(bool(problem))

    def _fit(self) -> None:
        """Let the field grow with its text, between the design's height and some six lines."""
        least = px(36) if self._compact and not self._editor().hasFocus() else px(58)
        editor = self._editor()
        wanted = max(editor.lines_height() + editor.note_height(), least)
        self._editors.setFixedHeight(min(wanted, px(150)))

    def sizeHint(self) -> QSize:
        theme = current_theme()
        return QSize(px(420), theme.size("composerOneLine" if self._compact else "composer"))
