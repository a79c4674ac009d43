"""The composer: a reply to the citizen or an internal note, never one for the other.

Two editors, two drafts, two verbs with two commands (``send``, ``save_note``). Nothing is carried from one to the
other. The widget sends nothing: it hands a ``ReplyDraft`` or a note over and keeps the text until it is told that it is safe.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from console.cache.views import CaseDetail
from console.domain.catalog import CannedReply
from console.domain.draft import DraftExtra, joined
from console.domain.events import OutboundFile
from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.keymap import key_text
from console.ui.composer.attach import (
    FILE_PATTERN,
    IMAGE_PATTERN,
    ChosenFile,
    RefusedFileError,
    check_file,
    choose_file,
)
from console.ui.composer.canned import RankCanned
from console.ui.composer.drafts import ReplyDraft
from console.ui.composer.face import NOTE_LIMIT, ComposerFace
from console.ui.composer.outgoing import guard_of, judge
from console.ui.composer.tabs import ComposerMode
from console.ui.theme import theme_changed

DOUBLE_PRESS_MS = 400
MOST_PARTS = 4
"""A reply that takes more messages is to be shortened: eight are free in two days."""


class Composer(ComposerFace):
    """Reply and note of the open case.

    Signals:
        reply_requested(ReplyDraft): the officer wants this sent. The text stays until ``reply_taken``.
        note_requested(str, str): case id and text of a note. The text stays until ``note_taken``.
        draft_changed(ComposerMode, str, str, str): mode, case id, text and what belongs to it (``DraftExtra`` as text), at
            most 2 s after a key, and at once on switch or close.
        file_chosen(str, ChosenFile): case id and a file to be sealed into the store; ``file_sealed`` tells when it is.
        file_dropped(OutboundFile): a sealed file was taken off again.
        writing(str): case id; the officer writes (for «đang viết» at other desks and the lease), at most every draft.
        news_read(): the officer pressed «Đã đọc» in the stop panel.
        proof_wanted(str, str): case id and a reply that is being written, to be looked over; ``show_doubts`` tells what was found.
    """

    reply_requested = Signal(object)
    note_requested = Signal(str, str)
    draft_changed = Signal(object, str, str, str)
    file_chosen = Signal(str, object)
    file_dropped = Signal(object)
    writing = Signal(str)
    news_read = Signal()
    proof_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wire()
        theme_changed().changed.connect(self._restyle)
        self.set_case(None)

    # ---- building

    def _wire(self) -> None:
        self.head.chosen.connect(self.set_mode)
        self.foot.send.clicked.connect(self.reply_edit.commit)
        self.foot.save.clicked.connect(self.note_edit.commit)
        self.reply_edit.commit_requested.connect(self._send)
        self.note_edit.commit_requested.connect(self._save)
        self.reply_edit.textChanged.connect(self._on_reply_typed)
        self.note_edit.textChanged.connect(self._on_note_typed)
        self.reply_edit.slash_typed.connect(self.open_canned)
        self.note_edit.slash_typed.connect(lambda: self.note_edit.insertPlainText("/"))
        self.foot.canned.clicked.connect(self.open_canned)
        self.foot.canned_small.clicked.connect(self.open_canned)
        self.popup.chosen.connect(self._insert_canned)
        self.popup.dismissed.connect(self._focus_editor)
        self.foot.attach.clicked.connect(lambda: choose_file(self, FILE_PATTERN, self.add_file))
        self.foot.image.clicked.connect(lambda: choose_file(self, IMAGE_PATTERN, self.add_file))
        self.foot.file_label.clicked.connect(self.drop_file)
        self.quote.dropped.connect(self._reply_draft.touch)
        self.quote.dropped.connect(self._refresh)
        self.stop.read.connect(self._on_news_read)
        self.stop.overridden.connect(self._send)
        for editor in (self.reply_edit, self.note_edit):
            editor.resized.connect(self._fit)
            editor.misfired.connect(self._say)
        self._proof.due.connect(self.proof_wanted)
        for watch in (self._reply_draft, self._note_draft):
            watch.due.connect(self.draft_changed)
            watch.due.connect(lambda _mode, case_id, _text, _extra: self.writing.emit(case_id))

    # ---- what the desk tells

    def set_case(self, detail: CaseDetail | None, mode: ComposerMode | None = None) -> None:
        """Show another case, or the same one as it is now.

        The drafts of the case that was shown are reported first. The same case again changes only what is said around
        the text, never the text.

        Args:
            detail: the case; ``None`` empties the composer.
            mode: which tab to start with when it is another case.

        """
        if detail is None or self._detail is None or detail.case.case_id != self._detail.case.case_id:
            self.flush()
            self._begin(detail)
            if detail is None:
                self.set_mode(
                    ComposerMode.REPLY
                )  # as it was before any case; nothing can be written in either tab
            elif mode is not None:
                self.set_mode(mode)
        elif detail.own_numbers != self._detail.own_numbers:
            self._say("")
            self._watch_for_strangers(detail)
        if (
            detail is not None
            and self._detail is not None
            and detail.case.version != self._detail.case.version
        ):
            self._proof.touch()  # the citizen may have named somebody, the category may be another one
        self._detail = detail
        self._refresh()

    def _watch_for_strangers(self, detail: CaseDetail) -> None:
        self._guard = guard_of(detail)
        self.reply_edit.set_guard(self._guard)

    def _begin(self, detail: CaseDetail | None) -> None:
        case_id = detail.case.case_id if detail is not None else ""
        reply = detail.draft_reply if detail is not None else ""
        note = detail.draft_note if detail is not None else ""
        for watch in (self._reply_draft, self._note_draft):
            watch.begin("", "")
        self._detail = detail
        self._with.clear()
        self._proof.begin(case_id)
        self._bound, self._busy, self._seen = ("", ""), False, ""
        if detail is not None:
            self._watch_for_strangers(detail)
            self._with.load(detail.draft_extra, detail.draft_quote)
        self.reply_edit.set_text(reply)
        self._bind_if_any()
        self.note_edit.set_text(note)
        self._reply_draft.begin(case_id, reply)
        self._note_draft.begin(case_id, note)
        self.stop.hide()
        self._say("")

    def set_seen(self, message_id: str) -> None:
        """Say which message of the citizen is the last the officer has had on screen."""
        self._seen = message_id

    def set_now(self, now_ms: int) -> None:
        """Move the clock of the reply window."""
        self._now = now_ms
        self._refresh_head()

    def set_online(self, online: bool) -> None:
        """Say whether a reply leaves now or waits in the outbox."""
        self._online = online
        self._refresh()

    def set_reply_block(self, reason: str) -> None:
        """Forbid replying and say why («Tuấn đang giữ…», a missing right); an empty text allows it."""
        self._block = reason
        self._refresh()

    def set_note_block(self, reason: str) -> None:
        """Forbid notes and say why; an empty text allows them."""
        self._note_block = reason
        self._refresh()

    def set_needs_approval(self, needed: bool) -> None:
        """Say whether a second officer must let replies of this case go (features C-12)."""
        self._approval = needed
        self._refresh()

    def set_canned(self, rank: RankCanned, values: Mapping[str, str]) -> None:
        """Give the ready answers: a ranking by query, and what is known for their slots in the open case."""
        self.popup.set_source(rank, values)

    def set_compact(self, compact: bool) -> None:
        """Use one line until it has focus (low windows)."""
        self._compact = compact
        self.stop.set_low(compact)
        self._fit()

    def put_reply(
        self, text: str, extra: DraftExtra | None = None, quote_text: str = "", *, quietly: bool = False
    ) -> None:
        """Put a reply back to write on («Sửa», «Soạn lại»), once; what is there already stays above it.

        Args:
            text: its words.
            extra: what belonged to it; a file or quote that is here already stays.
            quote_text: the words of the message it quotes.
            quietly: leave tab and cursor where they are; nobody asked for it just now.

        """
        if not quietly:
            self.set_mode(ComposerMode.REPLY)
        self.reply_edit.set_text(joined(self.reply_edit.toPlainText(), text))
        if extra is not None:
            self._with.add(extra, quote_text)
        self._bind_if_any()
        self._reply_draft.flush()
        self._refresh()
        if not quietly:
            self.reply_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def reply_taken(self, case_id: str) -> None:
        """Say that the reply is durable; only now its text goes away."""
        self._busy = False
        if self._detail is not None and case_id == self._detail.case.case_id:
            self._bound = ("", "")
            self._with.clear()
            self.reply_edit.set_text("")
            self._reply_draft.flush()
            self.stop.hide()
        self._refresh()

    def refused(self, case_id: str, reason: str) -> None:
        """Say that a reply or a note was not taken, and why; the text stays."""
        self._busy = False
        if self._detail is not None and case_id == self._detail.case.case_id:
            self._say(reason)
        self._refresh()

    def note_taken(self, case_id: str) -> None:
        """Say that the note is durable."""
        self._busy = False
        if self._detail is not None and case_id == self._detail.case.case_id:
            self.note_edit.set_text("")
            self._note_draft.flush()
        self._refresh()

    def show_stop(self, title: str, news: Sequence[str], *, may_override: bool = True) -> None:
        """Stop a send because the conversation changed; the text stays (features F-02)."""
        self._busy = False
        self.stop.show_news(title, news, may_override=may_override)
        self._refresh()
        self._fit()

    # ---- what the officer does

    def commit(self, mode: ComposerMode) -> None:
        """Send the reply or save the note, as the key in its own field does; on the other tab only that tab is opened."""
        if mode is not self._mode:
            self.start(mode)
            return
        self._editor().commit()

    def open_canned(self) -> None:
        """Open the ready answers (Ctrl+J, ``/``); they are for replies only."""
        if self._reply_reason() or self._detail is None:
            return
        self.set_mode(ComposerMode.REPLY)
        self.popup.open_above(self)

    def add_file(self, path: Path) -> bool:
        """Attach a file after looking at it; says why not when Zalo would not take it."""
        try:
            chosen = check_file(path)
        except RefusedFileError as error:
            self._say(str(error))
            return False
        self.drop_file()
        self._with.file = chosen
        self._bind()
        self._say("")
        self._refresh()
        if self._detail is not None:
            self.file_chosen.emit(self._detail.case.case_id, chosen)
        return True

    def file_sealed(self, case_id: str, chosen: ChosenFile, sealed: OutboundFile) -> bool:
        """Say that a chosen file is in the store; ``False`` where it is not the one on screen any more."""
        if self._detail is None or self._detail.case.case_id != case_id or self._with.file is not chosen:
            return False
        self._with.file = sealed
        self._reply_draft.flush()
        return True

    def file_kept(self, case_id: str, sealed: OutboundFile) -> None:
        """Show a file that went into the draft of a case while another one was open, if its own is back on screen without it.

        What is on screen is what is kept next: without this the file would be taken out of the draft again.
        """
        if self._detail is not None and self._detail.case.case_id == case_id and self._with.file is None:
            self._with.file = sealed
            self._bind()
            self._reply_draft.flush()
            self._refresh()

    def file_refused(self, case_id: str, chosen: ChosenFile, reason: str) -> None:
        """Say that a chosen file could not be kept, and why; it is taken off."""
        if self._with.file is chosen:
            self._with.file = None
        self.refused(case_id, reason)

    def drop_file(self) -> None:
        """Take the attachment off."""
        dropped = self._with.sealed
        self._with.file = None
        self._reply_draft.flush()
        self._say("")
        if dropped is not None:
            self.file_dropped.emit(dropped)
        self._refresh()

    # ---- inside

    def _on_reply_typed(self) -> None:
        self._bind_if_any()
        self._reply_draft.touch()
        self._proof.touch()
        self._say("")
        self._refresh()
        self._fit()

    def _on_note_typed(self) -> None:
        self._note_draft.touch()
        self._say("")
        self._refresh()
        self._fit()

    def insert_block(self) -> str:
        """Return why nothing can be put into a reply now, or ""."""
        if self._detail is None:
            return tr("Mở một hồ sơ trước")
        return self._reply_reason()

    def insert_answer(self, code: str, text: str) -> None:
        """Put a text of the library at the cursor of the reply, never of the note; nothing is sent.

        Args:
            code: the entry it comes from, kept with the reply.
            text: with «{{…}}» where something is still to be filled in.

        """
        if self.insert_block():
            self._say(self.insert_block(), "orangeText")
            return
        self.set_mode(ComposerMode.REPLY)
        self._put_answer(code, text)

    def quote_message(self, message_id: str, text: str) -> None:
        """Let the reply quote one of the citizen's messages."""
        if self._reply_reason() or self._detail is None:
            return
        self.start(ComposerMode.REPLY)
        self.quote.show_quote(message_id, text)
        self._reply_draft.touch()
        self._refresh()

    def insert_ready(self, reply: CannedReply) -> None:
        """Put a ready answer into the reply, as choosing it in the popup does; what was written stays above it."""
        if self._reply_reason() or self._detail is None:
            self._say(self._reply_reason())
            return
        self.set_mode(ComposerMode.REPLY)
        before = self.reply_edit.toPlainText().rstrip()
        self.reply_edit.moveCursor(QTextCursor.MoveOperation.End)
        if before:
            self.reply_edit.insertPlainText("\n")
        self._insert_canned(reply)

    def _insert_canned(self, reply: CannedReply) -> None:
        self._put_answer(reply.code, self.popup.filled(reply))

    def _put_answer(self, code: str, text: str) -> None:
        self._with.canned = code
        self.reply_edit.insertPlainText(text)
        self.reply_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.reply_edit.textCursor()
        cursor.setPosition(0)
        self.reply_edit.setTextCursor(cursor)
        if not self.reply_edit.select_slot():
            self.reply_edit.moveCursor(cursor.MoveOperation.End)

    def _may_send(self, text: str) -> bool:
        """Return whether a text may go out; says why when it may not, or asks for a second press."""
        verdict = judge(text, has_file=self._with.file is not None, trouble=self._strange(text))
        trouble = self._reply_reason() or verdict.stop
        if trouble:
            self._say(trouble)
            if not self.reply_edit.select_slot():
                self.reply_edit.select_stranger()
            return False
        if verdict.warn and self._warned != text:
            self._warned = text
            self._say(tr("{warning} Bấm lần nữa để vẫn gửi.", warning=verdict.warn), "orangeText")
            return False
        return self._agreed_to_parts(text)

    def _agreed_to_parts(self, text: str) -> bool:
        """Return whether it is one message, or the officer has agreed to several by a second press (features C-01)."""
        parts = self._parts(text)
        if parts > MOST_PARTS:
            self._say(tr("Phải gửi thành {count} tin, quá nhiều. Rút gọn trước khi gửi", count=parts))
            return False
        wanted = (text, self._with.file_name)
        if parts <= 1 or self._agreed == wanted:
            return True
        self._agreed = wanted
        window = self._detail.window if self._detail is not None else None
        left = tr(" (còn {free})", free=window.free_words) if window and window.free_left >= 0 else ""
        words = tr(
            "Phải gửi thành {count} tin, mỗi tin tính một tin miễn phí{left}. Bấm {key} lần nữa để đồng ý.",
            count=parts,
            left=left,
            key=key_text("send"),
        )
        self._say(words, "orangeText")
        return False

    def _pressed_twice(self) -> bool:
        """Return whether this press follows another so closely that the officer meant one."""
        twice = self._pressed.isValid() and self._pressed.elapsed() < DOUBLE_PRESS_MS
        self._pressed.start()
        return twice

    def _send(self, override_reason: str = "") -> None:
        if self._busy or self._detail is None:
            return
        if self._pressed_twice() and not override_reason:
            return
        if not self.stop.isHidden() and not override_reason:
            self._say(tr("Đọc tin mới ở khung cam trước khi gửi"))
            return
        text = self.reply_edit.text()
        if not self._may_send(text):
            return
        self._bind()
        case = self._detail.case
        if self._bound != (case.case_id, case.conversation_id):
            self._say(tr("Nội dung này soạn cho hồ sơ khác, chưa gửi"))
            return
        self._busy = True
        self._refresh()
        draft = ReplyDraft(
            *self._bound,
            text,
            self._seen,
            self._with.file,
            self._with.canned,
            override_reason,
            self.quote.message_id,
            self._parts(text) > 1,
        )
        self.reply_requested.emit(draft)

    def _on_news_read(self) -> None:
        self.stop.hide()
        self.news_read.emit()
        self._refresh()
        self._focus_editor()

    def _save(self) -> None:
        text = self.note_edit.text()
        if self._busy or self._detail is None or not text or self._note_block:
            return
        if len(text) > NOTE_LIMIT:
            self._say(tr("Ghi chú dài quá {limit} ký tự", limit=number_text(NOTE_LIMIT)))
            return
        if self._pressed_twice():
            return
        self._busy = True
        self._refresh()
        self.note_requested.emit(self._detail.case.case_id, text)

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.flush()
        super().closeEvent(event)
