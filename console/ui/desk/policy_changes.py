"""Changing the clocks and the calendar at the desk: shown, proposed, decided by a second person, told (domain.md §7, Y-04)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from console.actions import policies
from console.actions.desk import Desk
from console.actions.policies import Changed
from console.actions.rulebook import PolicyView, Standing
from console.cache.views import ChangeSet
from console.domain.numerals import number_text
from console.domain.officer import Permission
from console.domain.policy_history import PolicyProposal, PolicyVersion, ProposalState
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.keymap import key_text
from console.ui.desk.acts import trouble_text
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast, ToastAct
from console.ui.law.change_words import file_words
from console.ui.law.changes import ChangesTab
from console.ui.law.policy_preview import DecideDialog, PolicyDialog

PAGE = "page.law"
TOPIC = "policy"


class PolicyChanges(QObject):
    """The tab of proposals and versions of one desk, what waits for its officer, and what he is told."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, open_tab: Callable[[], None], say: Callable[[str], None]
    ) -> None:
        """Take the window, who acts, the way to the tab, and what says trouble on the page."""
        super().__init__(window)
        self._window, self._bench, self._open_tab, self._say = window, bench, open_tab, say
        self._tab: ChangesTab | None = None
        self._told: set[str] = set()
        self.standing = Standing((), (), {})
        bench.news.changed.connect(self._changed)
        self.look()

    @property
    def _wanted(self) -> bool:
        officer = self._bench.officer
        return officer.may(Permission.ADMINISTER) or officer.may(Permission.APPROVE_POLICY)

    def attach(self, tab: ChangesTab) -> None:
        """Take the tab once it is made."""
        self._tab = tab
        tab.decide_wanted.connect(self.ask_decision)
        tab.withdraw_wanted.connect(self.ask_withdrawal)
        tab.again_wanted.connect(self._ask_again)
        tab.back_wanted.connect(self.ask_back)
        tab.lines_wanted.connect(self._ask_lines)

    # -- what stands -----------------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        if TOPIC in changes.topics or "officers" in changes.topics:
            self.look()

    def look(self) -> None:
        """Read what stands: fill the tab, count what waits for the officer at the page's entry, tell what is new."""
        if self._wanted:
            self._bench.act(self._bench.rulebook.policies, self._show, self._failed)

    def _show(self, found: Standing) -> None:
        self.standing = found
        officer = self._bench.officer
        if self._tab is not None:
            self._tab.allow(
                officer.officer_id,
                administers=officer.may(Permission.ADMINISTER),
                approves=officer.may(Permission.APPROVE_POLICY),
            )
            self._tab.show_standing(found)
        rail = self._window.rail.pages.get(PAGE)
        if rail is not None:
            rail.set_count(len(found.waiting) or None, "accent" if found.waiting else "")
        self._tell(found)

    def _tell(self, found: Standing) -> None:
        for one in found.proposals:
            topic = f"policy.{one.proposal_id}"
            if one.proposal_id in found.waiting and topic not in self._told:
                who = safe_line(found.names.get(one.by, one.by), 60)
                self._toast(
                    topic,
                    "orange",
                    tr("Có đề nghị đổi quy định luật định chờ bạn duyệt"),
                    tr("{who}: {reason}", who=who, reason=safe_line(one.reason, 160)),
                    ToastAct(tr("Xem và duyệt"), partial(self.ask_decision, one), key_text("approve")),
                )
            elif one.proposal_id not in found.waiting and topic in self._told:
                self._told.discard(topic)
                self._window.toasts.dismiss(topic)  # it is decided, here or elsewhere
            if one.proposal_id in found.unseen:
                self._tell_end(one, safe_line(found.names.get(one.decided_by, one.decided_by), 60))

    def _tell_end(self, one: PolicyProposal, who: str) -> None:
        title, detail, tone = {
            ProposalState.APPROVED: (
                tr("Đề nghị đổi quy định của bạn đã được duyệt"),
                tr("{who} duyệt. Mở lại chương trình để dùng quy định mới.", who=who),
                "green",
            ),
            ProposalState.DECLINED: (
                tr("Đề nghị đổi quy định của bạn không được duyệt"),
                tr("{who}: {reason}", who=who, reason=safe_line(one.words, 200)),
                "orange",
            ),
        }.get(
            one.state,
            (
                tr("Đề nghị đổi quy định của bạn đã cũ"),
                tr("Quy định đã đổi sau đó: xem trước rồi đề nghị lại."),
                "orange",
            ),
        )
        act = ToastAct(tr("Đã xem"), partial(self._seen, one))
        self._toast(f"policy.end.{one.proposal_id}.{one.state}", tone, title, detail, act)

    def _toast(self, topic: str, tone: str, title: str, detail: str, act: ToastAct) -> None:
        if topic not in self._told:
            self._told.add(topic)
            self._window.toasts.show_toast(Toast("scale", tone, title, detail, (act,), topic))

    def _seen(self, one: PolicyProposal) -> None:
        self._bench.act(
            lambda desk: policies.see_answer(desk, one.proposal_id), lambda _done: None, self._failed
        )
        self._open_tab()

    # -- changing --------------------------------------------------------------------------------------------------

    def ask_policy(self, file: Path) -> None:
        """Show what a file would change and do, ask the ground, put it in force or propose it."""
        book = self._bench.rulebook
        self._bench.act(lambda desk: book.try_policy(desk, file), self._ask_change, self._failed)

    def ask_back(self, version: PolicyVersion) -> None:
        """Show what going back to a version would change and do, and ask the ground."""
        book = self._bench.rulebook
        self._bench.act(
            lambda desk: book.try_back(desk, version.file, version.number), self._ask_change, self._failed
        )

    def _ask_again(self, stale: PolicyProposal) -> None:
        book = self._bench.rulebook
        self._bench.act(lambda desk: book.try_proposal(desk, stale), self._ask_change, self._failed)

    def _ask_change(self, view: PolicyView) -> None:
        book, wish = self._bench.rulebook, view.wish
        what = file_words(wish.file)
        title = tr("Thay quy định: {name}?", name=what)
        if wish.back_to >= 0:
            title = tr("Quay lại bản {number}: {name}?", number=number_text(wish.back_to), name=what)
        dialog = PolicyDialog(
            self._window,
            title,
            tr("Có đổi quy định luật định: phải có người thứ hai duyệt")
            if view.takes_two
            else tr("Chỉ đổi quy định nội bộ"),
            view,
            self._names(),
            verb=tr("Đề nghị thay quy định") if view.takes_two else tr("Thay quy định"),
            promise=tr("Chưa đổi gì. Người thứ hai có quyền xem đúng nội dung này rồi duyệt hoặc không.")
            if view.takes_two
            else tr("Căn cứ và nội dung vào nhật ký trước. Mở lại chương trình để dùng quy định mới."),
        )

        def done(changed: Changed) -> None:
            words = tr("Đã thay {name}. Mở lại chương trình", name=what)
            if not changed.in_force:
                words = tr("Đã đề nghị thay {name}, chờ người thứ hai duyệt", name=what)
            self._said(words)
            if not changed.in_force:
                self._open_tab()

        dialog.requested.connect(
            lambda reason: self._bench.act(
                lambda desk: book.put_policy(desk, view, reason), done, self._failed
            )
        )
        dialog.open()

    # -- deciding --------------------------------------------------------------------------------------------------

    def ask_next(self) -> bool:
        """Bring the oldest proposal that waits for the officer; return whether there is one."""
        waiting = [one for one in self.standing.proposals if one.proposal_id in self.standing.waiting]
        if waiting:
            self.ask_decision(waiting[-1])
        return bool(waiting)

    def ask_decision(self, proposal: PolicyProposal) -> None:
        """Show a proposal as its proposer saw it, as it looks now, and ask whether it takes effect."""
        book = self._bench.rulebook

        def show(view: PolicyView) -> None:
            names = self.standing.names
            who = safe_line(names.get(proposal.by, proposal.by), 60)
            now = len(view.touched) + view.unseen
            detail = tr("{who} đề nghị: {reason}", who=who, reason=safe_line(proposal.reason, 200))
            if now != len(proposal.touched):
                detail = tr(
                    "{what}. Lúc đề nghị có {then} thời hạn đổi, bây giờ {now}",
                    what=detail,
                    then=number_text(len(proposal.touched)),
                    now=number_text(now),
                )
            dialog = DecideDialog(
                self._window,
                tr("Duyệt đổi quy định luật định?"),
                detail,
                view,
                self._names(),
                verb=tr("Ghi quyết định"),
                promise=tr("Có hiệu lực ngay, đúng nội dung trên. Mở lại chương trình để dùng quy định mới."),
                label=tr("Lý do không duyệt"),
            )
            dialog.decided.connect(partial(self._decide, proposal, view))
            dialog.open()

        self._bench.act(lambda desk: book.try_proposal(desk, proposal), show, self._failed)

    def _decide(self, proposal: PolicyProposal, view: PolicyView, agreed: bool, words: str) -> None:
        book = self._bench.rulebook

        def work(desk: Desk) -> None:
            if agreed:
                book.approve_policy(desk, proposal, view)
            else:
                policies.decline(desk, proposal.proposal_id, words)

        words_done = (
            tr("Đã duyệt, quy định mới có hiệu lực. Mở lại chương trình")
            if agreed
            else tr("Đã ghi không duyệt, quy định giữ nguyên")
        )
        self._bench.act(work, lambda _done: self._said(words_done), self._failed)

    def ask_withdrawal(self, proposal: PolicyProposal) -> None:
        """Ask why a proposal of one's own is taken back."""
        dialog = ReasonDialog(
            self._window,
            tr("Rút đề nghị đổi quy định?"),
            safe_line(proposal.reason, 200),
            icon="act.return",
            verb=tr("Rút đề nghị"),
            choices=(tr("Nội dung còn sai"), tr("Không còn cần"), tr("Lý do khác")),
            promise=tr("Quy định giữ nguyên; đề nghị vẫn nằm trong nhật ký."),
            tone="orange",
        )
        dialog.requested.connect(
            lambda reason: self._bench.act(
                lambda desk: policies.withdraw(desk, proposal.proposal_id, reason),
                lambda _done: self._said(tr("Đã rút đề nghị đổi quy định")),
                self._failed,
            )
        )
        dialog.open()

    # -- what differs ----------------------------------------------------------------------------------------------

    def _ask_lines(self, name: str, older: int, newer: int) -> None:
        tab, book = self._tab, self._bench.rulebook
        if tab is not None:
            self._bench.act(
                lambda desk: book.policy_lines(desk, name, older, newer), tab.show_lines, self._failed
            )

    def _names(self) -> dict[str, str]:
        return {code: said(policy.name_vi) for code, policy in self._bench.catalog.policies.items()}

    def _said(self, words: str) -> None:
        self._say("")
        self._window.toasts.show_toast(Toast("act.approve", "green", words, topic="law"))

    def _failed(self, error: Exception) -> None:
        self._say(trouble_text(error))
