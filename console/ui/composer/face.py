"""How the composer looks for the case it shows: which tab, whether a reply may leave, what the foot says. It sends nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from console.cache.views import CaseDetail
from console.domain.canned import MAX_OUTGOING, parts_needed, utf16_length
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.sharing import name_shown
from console.ui.composer.editor import Doubt
from console.ui.composer.foot import FootState
from console.ui.composer.ground import paint_ground
from console.ui.composer.outgoing import Guard, stranger_words
from console.ui.composer.parts import PROBLEM_LIMIT, ComposerParts
from console.ui.composer.tabs import ComposerMode
from console.ui.composer.words import head_words, way_on, window_words

NOTE_LIMIT = 20_000


class ComposerFace(ComposerParts):
    """The state of the composer and its looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail: CaseDetail | None = None
        self._bound: tuple[str, str] = ("", "")
        self._seen = ""
        self._now = 0
        self._online = True
        self._approval = False
        self._block = ""
        self._note_block = ""
        self._guard: Guard = lambda _text: ()
        self._warned = ""
        self._agreed: tuple[str, str] | None = None
        self._busy = False
        self._pressed = QElapsedTimer()

    @property
    def mode(self) -> ComposerMode:
        """Return which tab is open."""
        return self._mode

    def set_mode(self, mode: ComposerMode) -> None:
        """Open a tab. Its own text is shown; nothing is carried over."""
        if mode is not self._mode:
            self.flush()
        self._mode = mode
        self._say("")
        self._editors.setCurrentWidget(self._editor())
        self.quote.setVisible(mode is ComposerMode.REPLY and bool(self.quote.message_id))
        self._refresh()

    def start(self, mode: ComposerMode) -> None:
        """Open a tab and put the cursor in it."""
        self.set_mode(mode)
        self._focus_editor()

    def flush(self) -> None:
        """Report both drafts now, with what is being composed."""
        for editor in (self.reply_edit, self.note_edit):
            editor.end_word()
        self._reply_draft.flush()
        self._note_draft.flush()

    def show_doubts(self, case_id: str, text: str, found: Sequence[Doubt]) -> None:
        """Mark in the reply what is to be looked at twice, and say of the first why (features K-05); it stops nothing.

        Args:
            case_id: the case the text is for.
            text: what was looked over; where another text stands now nothing is marked.
            found: its places and what is said of them, without the names.

        """
        if self._detail is None or self._detail.case.case_id != case_id:
            return
        said = [safe_line(words, PROBLEM_LIMIT) for words in self.reply_edit.doubts()]
        self.reply_edit.show_doubts(text, found)
        if self.problem.text() in said:
            self._say("")
        self._refresh()

    def _bind(self) -> None:
        if self._detail is not None and not self._bound[0]:
            case = self._detail.case
            self._bound = (case.case_id, case.conversation_id)

    def _bind_if_any(self) -> None:
        if self.reply_edit.toPlainText() or self._with.file is not None:
            self._bind()
        else:
            self._bound = ("", "")

    def _parts(self, text: str) -> int:
        """Return how many messages the reply takes."""
        return parts_needed(text, self._with.media_type, quoted=bool(self.quote.message_id))

    def _strange(self, text: str) -> str:
        """Return which detail of another citizen the reply holds, in its words or its file's name, or "" (features C-10)."""
        return stranger_words((*self._guard(text), *self._guard(self._with.file_name)))

    def _reply_reason(self) -> str:
        """Return why nobody can reply now, or an empty text."""
        if self._block:
            return self._block
        if self._detail is not None and self._detail.window.state == "closed":
            return self._detail.window.reason or tr("Hết cửa sổ trả lời – không gửi được tin miễn phí")
        return ""

    def _refresh_head(self) -> None:
        words, tone = head_words(
            self._detail, self._mode, self._now, self._note_block, self._reply_reason(), online=self._online
        )
        plain = self._mode is ComposerMode.REPLY and self._online and not self._reply_reason()
        short = window_words(self._detail.window, self._now, short=True)[0] if plain and self._detail else ""
        self.head.show_words(self._mode, words, tone, short)

    def _refresh(self) -> None:
        note = self._mode is ComposerMode.NOTE
        detail = self._detail
        reason = self._note_block if note else self._reply_reason()
        self._refresh_head()
        self.quote.setVisible(not note and bool(self.quote.message_id))
        closed = not note and detail is not None and detail.window.state == "closed"
        self.way.setText(way_on(detail.window) if closed and detail is not None else "")
        self.way.setVisible(closed)
        self.setEnabled(detail is not None)
        editor = self._editor()
        editor.setReadOnly(bool(reason))
        text = editor.text()
        ready = bool(text) or (not note and self._with.file is not None)
        strange = "" if note else self._strange(text)
        stopped = not note and (not self.stop.isHidden() or bool(editor.slots() or strange))
        case = detail.case if detail is not None else None
        self.foot.show_state(
            FootState(
                note,
                allowed=not reason and case is not None,
                ready=ready and not self._busy and not stopped,
                online=self._online,
                approval=self._approval,
                used=utf16_length(text),
                limit=NOTE_LIMIT if note else MAX_OUTGOING,
                file_name=self._with.file_name,
                parts=1 if note else self._parts(text),
                recipient=safe_line(f"{name_shown(case.pseudonym)} · {case.number}", 80)
                if case is not None
                else "",
            )
        )
        if strange and not reason:
            self._say(strange)
        elif not note and not reason and (slots := editor.slots()):
            self._say(tr("Chưa điền {slots}", slots=", ".join(dict.fromkeys(slots))))
        elif (
            not (note or reason or self.problem.text())
            and self.stop.isHidden()
            and (doubts := editor.doubts())
        ):
            self._say(doubts[0], "orangeText")
        self.update()

    def _restyle(self) -> None:
        self._refresh()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._refresh()

    def paintEvent(self, _event: QPaintEvent) -> None:
        note = self._mode is ComposerMode.NOTE
        quiet = not self._online or bool(self._reply_reason())
        paint_ground(QPainter(self), self, note=note, quiet=quiet)
