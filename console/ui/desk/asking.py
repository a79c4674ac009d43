"""The dialogs of the desk: each is opened for the case on screen and its answer goes to ``acts``."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from console.actions import closing
from console.actions.desk import Done
from console.cache.views import Found, MessageItem, SearchHit
from console.domain.case import REPLY_UNSETTLED, Case, CaseState, Outcome, ReplyState, TransferState
from console.domain.events import ClosingProposed
from console.domain.message import Direction
from console.runtime.i18n import in_language, look_up, mark, said, tr
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.common.sharing import words_shown
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_choice import found_cases
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.confiding import Confiding
from console.ui.desk.escalating import Escalating
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.closing import CloseDialog
from console.ui.dialogs.merge import MergeDialog, SplitDialog
from console.ui.dialogs.reason import decline_dialog, reopen_dialog, take_over_dialog
from console.ui.dialogs.resolve import ResolveDialog
from console.ui.dialogs.snooze import SnoozeDialog
from console.ui.dialogs.tags import TagDialog
from console.ui.frame.toasts import Toast

FREQUENT_TAGS = 9

_GROUPS = {
    "topic": mark("Lĩnh vực"),
    "risk": mark("Nguy cơ"),
    "protect": mark("Bảo vệ"),
    "handling": mark("Xử lý"),
}
"""The groups of labels that are shipped; one of the unit's own keeps its name."""


class Asking(QObject):
    """Opens dialogs."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs, names: Names
    ) -> None:
        """Take the open case, and what carries its answers out."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts, self._names = window, bench, room, acts, names
        self.escalating = Escalating(window, bench, room, acts, names)
        self.confiding = Confiding(window, bench, room, acts)

    def _with_case(self, ask: Callable[[Case], None]) -> None:
        if self._room.detail is not None:
            ask(self._room.detail.case)

    def close(self) -> None:
        """Ask how the open case ended."""

        def ask(case: Case) -> None:
            unsettled = sum(mark.state in REPLY_UNSETTLED for mark in case.replies)

            def show(signed: dict[Outcome, str]) -> None:
                if self._room.case_id != case.case_id:
                    return
                dialog = CloseDialog(
                    self._window,
                    case,
                    unsettled=unsettled,
                    second=lambda outcome: said(signed.get(outcome, "")),
                )
                dialog.requested.connect(lambda outcome, reason: self._close(case, outcome, reason))
                dialog.open()

            self._bench.act(lambda desk: closing.signatures(desk, case.case_id), show, self._acts.failed)

        self._with_case(ask)

    def _close(self, case: Case, outcome: Outcome, reason: str) -> None:
        """Close a case, or propose its end where a second officer must sign."""

        def told(done: Done) -> tuple[str, str]:
            if any(isinstance(event.body, ClosingProposed) for event in done.events):
                return tr("Đã đề nghị đóng {number}, hồ sơ chưa đóng", number=case.number), "act.sign"
            return tr("Đã đóng {number}. Công dân không nhận thông báo", number=case.number), "act.close"

        self._acts.run(
            lambda desk: closing.close(desk, case.case_id, outcome, reason, expected_version=case.version),
            told,
        )

    def reopen(self) -> None:
        """Ask why a closed case is opened again."""

        def ask(case: Case) -> None:
            dialog = reopen_dialog(self._window, case)
            dialog.requested.connect(lambda reason: self._acts.reopen(case, reason))
            dialog.open()

        self._with_case(ask)

    def tags(self) -> None:
        """Ask which tags the open case has."""

        def ask(case: Case) -> None:
            catalog = self._bench.catalog
            options = [
                Option(
                    tag.code,
                    in_language(tag.vi, tag.en),
                    group=look_up(_GROUPS.get(tag.group) or catalog.tag_groups.get(tag.group, tag.group)),
                    words=f"{tag.vi} {tag.en}",
                )
                for tag in catalog.tags.values()
            ]
            used = self._bench.queries.counts().tags
            frequent = sorted(catalog.tags, key=lambda code: -used.get(code, 0))[:FREQUENT_TAGS]
            dialog = TagDialog(self._window, case, options, frequent)
            dialog.requested.connect(lambda added, removed: self._acts.change_tags(case, added, removed))
            dialog.open()

        self._with_case(ask)

    def transfer(self) -> None:
        """Ask which unit takes the open case, or what to do about one that is on its way (F9)."""
        self.escalating.open()

    def give_back(self) -> None:
        """Ask why a transferred case is given back or recalled (Shift+F9)."""
        self.escalating.give_back()

    def snooze(self) -> None:
        """Ask when the open case shall come back."""

        def ask(case: Case) -> None:
            dialog = SnoozeDialog(self._window, case, self._bench.clock.now_ms())
            dialog.requested.connect(lambda until, reason: self._acts.snooze(case, until, reason))
            dialog.open()

        self._with_case(ask)

    def take_over(self) -> None:
        """Ask why a held case is taken over."""

        def ask(case: Case) -> None:
            holder = self._room.detail.owner_name if self._room.detail else case.owner
            dialog = take_over_dialog(self._window, case, holder)
            dialog.requested.connect(lambda reason: self._acts.take_over(case, reason))
            dialog.open()

        self._with_case(ask)

    def claim(self) -> None:
        """Take the open case, give it back, or ask why it is taken over (F2)."""

        def ask(case: Case) -> None:
            if self._is_for_us(case):
                self._acts.accept(case)
            elif case.held_by_other(self._bench.officer.officer_id, self._bench.clock.now_ms()):
                self.take_over()
            else:
                self._acts.claim_or_release()

        self._with_case(ask)

    def _is_for_us(self, case: Case) -> bool:
        """Return whether the case waits for this officer's own unit to accept it."""
        transfer = case.transfer
        if transfer is None or transfer.state is not TransferState.PENDING:
            return False
        return self._bench.catalog.is_within(self._bench.officer.unit, transfer.to_unit)

    def merge(self) -> None:
        """Ask into which case the open one goes: the related ones first, then whichever is looked for."""
        ended = tr("Đã kết thúc: chỉ gộp vào hồ sơ đang mở")

        def why_not(hit: SearchHit) -> str:
            return ended if hit.state in (CaseState.CLOSED, CaseState.MERGED) else ""

        def ask(case: Case) -> None:
            related = self._room.detail.related if self._room.detail else ()
            options = [
                Option(
                    r.case_id,
                    r.number,
                    words_shown(said(r.snippet)) if r.open else ended,
                    group=said(r.why),
                    enabled=r.open,
                )
                for r in related
            ]
            dialog = MergeDialog(self._window, case, options)
            dialog.requested.connect(lambda into, reason: self._acts.merge(case, into, reason))

            waiting = [dialog]
            dialog.finished.connect(lambda _result: waiting.clear())

            def look(query: str) -> None:
                def show(found: Found) -> None:
                    if not waiting:
                        return
                    names, now_ms = self._names, self._bench.clock.now_ms()
                    hits = found_cases(found, names, now_ms, without={case.case_id}, why_not=why_not)
                    dialog.set_found(query, hits)

                self._bench.search(query, show)

            dialog.search_wanted.connect(look)
            dialog.open()

        self._with_case(ask)

    def split(self) -> None:
        """Ask which messages become a case of their own."""

        def ask(case: Case) -> None:
            messages: Sequence[MessageItem] = [
                item
                for item in self._room.items
                if isinstance(item, MessageItem) and item.direction is Direction.INBOUND
            ]
            dialog = SplitDialog(self._window, case, messages)
            dialog.requested.connect(lambda ids: self._acts.split(case, tuple(ids)))
            dialog.open()

        self._with_case(ask)

    def resolve(self, reply_id: str) -> None:
        """Ask what an unknown reply was (png 10b)."""
        item = self._room.reply(reply_id)
        case = self._room.detail.case if self._room.detail else None
        if item is None or case is None:
            return
        dialog = ResolveDialog(self._window, item, may_resend=item.searches > 0)
        dialog.check_requested.connect(lambda _id: self.check(reply_id))
        dialog.resolve_requested.connect(
            lambda _id, arrived, reason: self._acts.resolve(case.case_id, reply_id, reason, arrived=arrived)
        )
        dialog.resend_requested.connect(
            lambda _id, reason: self._acts.resend(case.case_id, reply_id, reason, case.last_inbound_id)
        )
        dialog.open()

    def decline(self, reply_id: str) -> None:
        """Ask why a reply that waits for approval is not let go."""
        item = self._room.reply(reply_id)
        if item is None or self._room.detail is None:
            return
        case = self._room.detail.case
        dialog = decline_dialog(self._window, case, item.author_name)
        dialog.requested.connect(lambda reason: self._acts.decline_reply(case.case_id, reply_id, reason))
        dialog.open()

    def check(self, reply_id: str) -> None:
        """Look for an unknown reply in the conversation at once."""
        self._bench.look_for_reply(reply_id)
        item = self._room.reply(reply_id)
        if item is not None and item.state is ReplyState.UNKNOWN:
            words = tr("Đang đọc lại hội thoại trên Zalo để đối chiếu")
            self._window.toasts.show_toast(Toast("conn.poll", "accent", words, topic="check"))
