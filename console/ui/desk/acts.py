"""What an officer does to the open case: asks what must be asked, runs the action, says what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from console.actions import (
    bulk,
    claims,
    classification,
    closing,
    drafts,
    files,
    merging,
    notes,
    replies,
    settling,
    snoozing,
    tags,
    transfers,
    undoing,
)
from console.actions.desk import ActionError, Desk, Done, Doubtful, ThreadChanged, Words
from console.cache.views import ReplyItem
from console.domain.case import Case, ReplyState
from console.domain.catalog import Category, Priority
from console.domain.events import OutboundFile
from console.domain.gazetteer import place_of
from console.domain.ids import new_id
from console.domain.missing_info import ASKED
from console.runtime.i18n import in_language, look_up, said, tr
from console.ui.common.keymap import key_text
from console.ui.composer.attach import ChosenFile
from console.ui.composer.drafts import ReplyDraft
from console.ui.composer.tabs import ComposerMode
from console.ui.conversation.rows import hold_left_s
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.proofing import doubts_of
from console.ui.desk.undo import Undoable, UndoList
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.transfer import TransferAsk
from console.ui.frame.toasts import Toast, ToastAct

T = TypeVar("T")


def _nothing(_result: object) -> None:
    """Say nothing: it is where it should be."""


_KEPT_MODES = {ComposerMode.REPLY: drafts.Mode.REPLY, ComposerMode.NOTE: drafts.Mode.NOTE}


def say(words: Words) -> str:
    """Return an action's words in the language in force."""
    values = {name: said(one) if isinstance(one, str) else one for name, one in words.values.items()}
    return look_up(words.template, **values)


def _name(one: Category | Priority) -> str:
    return in_language(one.vi, one.en)


def trouble_text(error: Exception) -> str:
    """Return why something was not done, for the officer."""
    if isinstance(error, ActionError):
        return say(error.words)
    return said(getattr(error, "text_vi", "")) or tr(
        "Chưa làm được vì lỗi trong chương trình. Dữ liệu đã lưu không mất; thử lại, rồi báo quản trị."
    )


class CaseActs(QObject):
    """Runs actions on a case. The case and the version seen are taken when the officer asks, not when it runs."""

    moved_to = Signal(str)
    """Another case the officer should be at now (a split, a merge)."""

    def __init__(self, window: DeskWindow, bench: Workbench, room: CaseRoom) -> None:
        """Take where results are shown, what runs actions, and the open case."""
        super().__init__(window)
        self._window, self._bench, self._room = window, bench, room
        self._undos = UndoList()
        self._sealed: dict[ChosenFile, OutboundFile] = {}
        composer = window.composer
        composer.reply_requested.connect(self.send)
        composer.note_requested.connect(self.note)
        composer.draft_changed.connect(self.keep_draft)
        composer.file_chosen.connect(self.seal)
        composer.file_dropped.connect(self.discard)
        composer.writing.connect(self.renew)

    # -- running --------------------------------------------------------------------------------------------------

    def run(
        self,
        work: Callable[[Desk], Done],
        said: str | Callable[[Done], tuple[str, str]] = "",
        icon: str = "act.approve",
    ) -> None:
        """Run an action; say it with an undo where there is one, or say why it was not done.

        ``said`` is what is said, or tells it and its icon from what came of the action.
        """

        def done(result: Done) -> None:
            words, sign = said(result) if callable(said) else (said, icon)
            for warning in result.warnings:
                self._window.toasts.show_toast(Toast("warn", "orange", say(warning)))
            if words and result.events:
                acts = self._undo_acts(words, result)
                # An offer to undo goes by itself in the end; Ctrl+Z takes the act back after that, too.
                stay_ms = bulk.UNDO_MS if acts else 0
                self._window.toasts.show_toast(Toast(sign, "green", words, acts=acts, stay_ms=stay_ms))

        self._bench.act(work, done, self.failed)

    def failed(self, error: Exception) -> None:
        """Say why an action was not carried out."""
        self._window.toasts.show_toast(Toast("warn", "red", trouble_text(error)))
        self._room.refresh()

    def _undo_acts(self, said: str, result: Done) -> tuple[ToastAct, ...]:
        undo = result.undo
        if undo is None:
            return ()
        words = tr("Đã hoàn tác: {said}", said=said)
        act = Undoable(said, lambda: self.run(lambda desk: undoing.undo(desk, undo), words, "act.undo"))
        self._undos.add(act)
        return (ToastAct(tr("Hoàn tác"), lambda: self.undo(act), key_text("undo")),)

    def undo(self, act: Undoable | None = None) -> None:
        """Take back a certain act, or the newest (Ctrl+Z). What has gone out to a citizen is never among them."""
        taken = self._undos.take(act)
        if taken is None:
            words = tr("Không còn việc nào để hoàn tác")
            self._window.toasts.show_toast(Toast("act.undo", "accent", words, topic="undo"))
            return
        self._window.toasts.drop_acts(taken.said)
        taken.run()

    def _case(self) -> Case | None:
        return self._room.detail.case if self._room.detail else None

    # -- one step acts --------------------------------------------------------------------------------------------

    def claim_or_release(self) -> None:
        """Take the open case, or give it back if it is mine (F2)."""
        case = self._case()
        if case is None:
            return
        if case.owner == self._bench.officer.officer_id and case.open:
            self.run(
                lambda desk: claims.release(desk, case.case_id),
                tr("Đã trả {number} về hàng đợi", number=case.number),
            )
        else:
            self.claim(case)

    def claim(self, case: Case) -> None:
        """Take a case."""
        self.run(
            lambda desk: claims.claim(desk, case.case_id, expected_version=case.version),
            tr("Bạn đã nhận {number}", number=case.number),
            "act.claim",
        )

    def take_over(self, case: Case, reason: str) -> None:
        """Take a case that somebody else holds."""
        self.run(
            lambda desk: claims.take_over(desk, case.case_id, reason, expected_version=case.version),
            tr("Bạn đã nhận thay {number}", number=case.number),
            "act.claim",
        )

    def renew(self, case_id: str) -> None:
        """Keep the lease because the officer is writing."""
        case = self._case()
        if case and case.case_id == case_id and case.owner == self._bench.officer.officer_id:
            self.run(lambda desk: claims.renew(desk, case_id))

    def classify(self, category: str) -> None:
        """Set the category of the open case."""
        case = self._case()
        if case is not None:
            name = _name(self._bench.catalog.category(category))
            self.run(
                lambda desk: classification.classify(
                    desk, case.case_id, category, expected_version=case.version
                ),
                tr("{number}: {name}", number=case.number, name=name),
            )

    def set_priority(self, priority: str) -> None:
        """Set the priority of the open case."""
        case = self._case()
        if case is not None:
            name = _name(self._bench.catalog.priority(priority))
            self.run(
                lambda desk: classification.set_priority(
                    desk, case.case_id, priority, expected_version=case.version
                ),
                tr("{number}: mức {name}", number=case.number, name=name),
            )

    def set_district(self, district: str, typed: str = "") -> None:
        """Set where it happened: a district, and the place that was typed to find it; without one the place stays."""
        case = self._case()
        if case is None:
            return
        known = self._bench.catalog.districts.get(district)
        place = place_of(known, typed) or case.place
        self.run(lambda desk: classification.set_place(desk, case.case_id, district, place))

    def accept_suggestion(self) -> None:
        """Confirm what the machine proposed."""
        case = self._case()
        if case is not None:
            self.run(
                lambda desk: classification.confirm_suggestion(
                    desk, case.case_id, expected_version=case.version
                ),
                tr("Đã xác nhận gợi ý cho {number}", number=case.number),
            )

    def dismiss_emergency(self) -> None:
        """Say that what the machine took for an emergency is none."""
        case = self._case()
        if case is None:
            return
        if case.emergency is None:
            self._window.toasts.show_toast(
                Toast("act.approve", "green", tr("{number} không có tin máy báo khẩn", number=case.number))
            )
            return
        message_id = case.emergency.message_id
        self.run(
            lambda desk: classification.dismiss_emergency(desk, case.case_id, message_id),
            tr("{number}: không khẩn cấp", number=case.number),
        )

    def change_tags(self, case: Case, added: tuple[str, ...], removed: tuple[str, ...]) -> None:
        """Put tags on and take tags off."""
        self.run(
            lambda desk: tags.set_tags(desk, case.case_id, add=added, remove=removed),
            tr("Đã sửa nhãn của {number}", number=case.number),
            "tag",
        )

    def transfer(self, case: Case, ask: TransferAsk) -> None:
        """Hand the case to another unit."""
        unit = self._bench.catalog.unit(ask.to_unit).name_vi
        self.run(
            lambda desk: transfers.transfer(
                desk,
                case.case_id,
                ask.to_unit,
                ask.reason,
                request=ask.request,
                respond_by=ask.respond_by,
                info_units=ask.info_units,
                files=ask.files,
                expected_version=case.version,
            ),
            tr("Đã chuyển {number} cho {unit}, chờ nơi nhận xác nhận", number=case.number, unit=unit),
            "act.escalate",
        )

    def accept(self, case: Case) -> None:
        """Accept a case handed to this unit."""
        self.run(
            lambda desk: transfers.accept(desk, case.case_id),
            tr("Đã tiếp nhận {number}", number=case.number),
        )

    def snooze(self, case: Case, until_ms: int, reason: str) -> None:
        """Let a case sleep."""
        self.run(
            lambda desk: snoozing.snooze(desk, case.case_id, until_ms, reason, expected_version=case.version),
            tr("Đã hẹn nhắc lại {number}", number=case.number),
            "sla.soon",
        )

    def reopen(self, case: Case, reason: str) -> None:
        """Open a closed case again."""
        self.run(
            lambda desk: closing.reopen(desk, case.case_id, reason),
            tr("Đã mở lại {number}", number=case.number),
        )

    def merge(self, case: Case, into_case_id: str, reason: str) -> None:
        """Let a case live on in another one."""

        def done(_result: Done) -> None:
            self._window.toasts.show_toast(
                Toast("act.approve", "green", tr("Đã gộp {number}", number=case.number))
            )
            self.moved_to.emit(into_case_id)

        self._bench.act(
            lambda desk: merging.merge(desk, case.case_id, into_case_id, reason), done, self.failed
        )

    def split(self, case: Case, message_ids: tuple[str, ...]) -> None:
        """Make a case of its own of some messages."""

        def done(result: Done) -> None:
            self._window.toasts.show_toast(Toast("act.approve", "green", tr("Đã tách thành hồ sơ mới")))
            self.moved_to.emit(result.new_case_id)

        self._bench.act(lambda desk: merging.split(desk, case.case_id, message_ids), done, self.failed)

    def ask_next(self) -> None:
        """Put the approved question for the next thing a report does not tell into the reply; it sends nothing (A-04)."""
        detail = self._room.detail
        if detail is None:
            return
        missing = detail.checklist.missing
        if not missing:
            words = tr("Không còn điều nào trong danh sách phải hỏi")
            self._window.toasts.show_toast(Toast("act.approve", "green", words, topic="ask"))
            return
        ready = self._bench.queries.ready_answers().get(ASKED[missing[0]])
        if ready is not None:
            self._window.composer.insert_ready(ready)

    # -- writing --------------------------------------------------------------------------------------------------

    def keep_draft(self, mode: ComposerMode, case_id: str, text: str, extra: str) -> None:
        """Put what is being written on disk."""
        self._bench.act(
            lambda desk: drafts.save_draft(desk, case_id, _KEPT_MODES[mode], text, extra),
            _nothing,
            self.failed,
        )

    def seal(self, case_id: str, chosen: ChosenFile) -> None:
        """Put a chosen file into the store, sealed, so that the draft keeps it (C-07)."""
        composer = self._window.composer

        def work(desk: Desk) -> OutboundFile:
            sealed = files.attach(desk, Path(chosen.path), chosen.name, chosen.media_type)
            self._sealed[chosen] = sealed
            return sealed

        def done(sealed: OutboundFile) -> None:
            if composer.file_sealed(case_id, chosen, sealed) or self._sealed.pop(chosen, None) is None:
                return
            if self._room.case_id == case_id:
                self.discard(sealed)
            else:
                # The officer went to another case meanwhile.
                shown = partial(composer.file_kept, case_id, sealed)
                self._bench.act(
                    lambda desk: drafts.keep_file(desk, case_id, sealed), lambda _kept: shown(), self.failed
                )

        def failed(error: Exception) -> None:
            composer.file_refused(case_id, chosen, trouble_text(error))

        self._bench.act(work, done, failed)

    def _sealed_copy(self, desk: Desk, chosen: ChosenFile) -> OutboundFile:
        """Return the copy that was sealed when the file was chosen, else seal it now. On the store's thread."""
        known = self._sealed.pop(chosen, None)
        return known or files.attach(desk, Path(chosen.path), chosen.name, chosen.media_type)

    def discard(self, sealed: OutboundFile) -> None:
        """Delete a sealed file that goes with no draft any more."""
        self._bench.act(lambda desk: files.discard(desk, sealed.file_id), _nothing, self.failed)

    def note(self, case_id: str, text: str) -> None:
        """Write an internal note."""
        composer, command_id = self._window.composer, new_id()

        def failed(error: Exception) -> None:
            composer.refused(case_id, trouble_text(error))

        self._bench.act(
            lambda desk: notes.add_note(desk, case_id, text, command_id=command_id),
            lambda _done: composer.note_taken(case_id),
            failed,
        )

    def send(self, draft: ReplyDraft) -> None:
        """Queue a reply. Where it is stopped the text stays in the composer."""
        composer, command_id = self._window.composer, new_id()

        def work(desk: Desk) -> Done:
            chosen = draft.file
            sealed = self._sealed_copy(desk, chosen) if isinstance(chosen, ChosenFile) else chosen
            return replies.queue_reply(
                desk,
                draft.case_id,
                draft.conversation_id,
                draft.text,
                seen_message_id=draft.seen_message_id,
                file=sealed,
                quote_message_id=draft.quote_message_id,
                canned_code=draft.canned_code,
                override_reason=draft.override_reason,
                parts=draft.parts,
                command_id=command_id,
            )

        def done(result: Done) -> None:
            composer.reply_taken(draft.case_id)
            for warning in result.warnings:
                self._window.toasts.show_toast(Toast("warn", "orange", say(warning)))

        def failed(error: Exception) -> None:
            if isinstance(error, ThreadChanged):
                composer.show_stop(say(error.words), error.news)
                self._room.refresh()
            elif isinstance(error, Doubtful):
                words = dict.fromkeys(said(problem.message_vi) for problem in error.problems)
                composer.show_stop(say(error.words), list(words)[1:])
                composer.show_doubts(draft.case_id, draft.text, doubts_of(error.problems))
            else:
                composer.refused(draft.case_id, trouble_text(error))

        self._bench.act(work, done, failed)

    # -- replies on their way -------------------------------------------------------------------------------------

    def cancel_reply(self, case_id: str, reply_id: str) -> None:
        """Take a reply back that is not gone. Within its hold it comes back to be written on; later it is thrown away."""
        item = self._room.reply(reply_id)
        held = item is not None and hold_left_s(item, self._bench.clock.now_ms()) > 0
        if item is not None and held:
            self.edit_reply(case_id, item, tr("Đã hủy, chưa gửi gì cho công dân. Nội dung ở lại ô soạn"))
            return
        self.run(
            lambda desk: settling.cancel_reply(desk, case_id, reply_id, keep=False),
            tr("Đã hủy, chưa gửi gì cho công dân"),
        )

    def approve_reply(self, case_id: str, reply_id: str, text: str) -> None:
        """Let a reply go that waited for a second officer, with another text where he changed it."""
        self.run(
            lambda desk: settling.approve_reply(desk, case_id, reply_id, text),
            tr("Đã sửa và duyệt trả lời") if text else tr("Đã duyệt trả lời"),
        )

    def decline_reply(self, case_id: str, reply_id: str, reason: str) -> None:
        """Do not let a reply go that waited for a second officer."""
        self.run(
            lambda desk: settling.decline_reply(desk, case_id, reply_id, reason),
            tr("Đã trả lại trả lời cho người soạn, chưa gửi gì"),
            "act.return",
        )

    def edit_reply(self, case_id: str, item: ReplyItem, said: str = "") -> None:
        """Put a reply back to be written on; one that still waits is taken back first, or it would go out twice."""
        composer = self._window.composer

        def back(_done: object = None) -> None:
            if said:
                self._window.toasts.show_toast(Toast("act.undo", "green", said))
            if self._room.case_id == case_id:
                composer.start(ComposerMode.REPLY)
                composer.put_reply(item.text, item.extra, item.quote_text)

        if item.state in (ReplyState.QUEUED, ReplyState.AWAITING_APPROVAL):
            self._bench.act(
                lambda desk: settling.cancel_reply(desk, case_id, item.reply_id), back, self.failed
            )
        else:
            back()

    def resolve(self, case_id: str, reply_id: str, reason: str, *, arrived: bool) -> None:
        """Decide what an unknown reply was."""
        self.run(
            lambda desk: settling.resolve_unknown(desk, case_id, reply_id, arrived, reason),
            tr("Đã ghi: trả lời đã tới") if arrived else tr("Đã ghi: trả lời chưa tới"),
        )

    def resend(self, case_id: str, reply_id: str, reason: str, seen_message_id: str) -> None:
        """Send an unsettled reply's text as a new reply, with the risk named."""
        self.run(
            lambda desk: settling.resend_reply(
                desk, case_id, reply_id, reason, seen_message_id=seen_message_id
            ),
            tr("Đã xếp câu trả lời để gửi lại"),
        )
