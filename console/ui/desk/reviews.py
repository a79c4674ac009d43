"""Wires the review screen: what waits, the look that is in the log before anything is shown, verdicts, acknowledgements."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from console.actions import reviewing, signing, viewing
from console.actions.desk import Desk, Done
from console.cache.duty_views import Acknowledgement, ReviewRow
from console.cache.views import ChangeSet
from console.domain.officer import Permission
from console.domain.review import Verdict
from console.runtime.i18n import said, tr
from console.ui.common.names import Names
from console.ui.common.times import row_time
from console.ui.conversation.view import ThreadView
from console.ui.desk.acts import CaseActs, trouble_text
from console.ui.desk.pages import PageSpec
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast, ToastAct
from console.ui.review.judging import Judgement
from console.ui.review.page import ReviewPage

PAGE = "review"
REFRESH_MS = 200


class Reviews(QObject):
    """The review page of one desk."""

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        names: Names,
        acts: CaseActs,
        open_case: Callable[[str], None],
    ) -> None:
        """Take the window the page stands in, who reads and acts, names for codes, what says how acts went, the way to a case."""
        super().__init__(window)
        self._open_case = open_case
        self._unsigned: dict[int, str] = {}
        """Case of each refusal that was told, by the refusal's place in the log."""
        self._window, self._bench, self._names, self._acts = window, bench, names, acts
        self._page: ReviewPage | None = None
        self._told: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        bench.news.changed.connect(self._changed)
        window.pages.changed.connect(self._shown)

    @property
    def allowed(self) -> bool:
        """Return whether the officer reviews or signs at all."""
        officer = self._bench.officer
        return officer.may(Permission.REVIEW) or officer.may(Permission.SIGN_CLOSING)

    def spec(self) -> PageSpec:
        """Return the page for the rail."""
        return PageSpec(PAGE, tr("Kiểm tra hồ sơ"), "audit", self._make)

    def _make(self) -> ReviewPage:
        thread = ThreadView()
        thread.set_unit_names(self._names.unit)
        thread.set_thumbnails(self._bench.thumbnail)
        policy = self._bench.catalog.review
        page = ReviewPage(self._names, self._bench.officer.officer_id, policy, thread)
        page.chosen.connect(self._open)
        page.decided.connect(self._decide)
        self._page = page
        self.refresh()
        return page

    # -- what is shown --------------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        if changes.more_than_looks and not self._timer.isActive():
            self._timer.start()

    def _shown(self, code: str) -> None:
        if code == PAGE and self._page is not None:
            self.refresh()
            self._page.setFocus()

    def refresh(self) -> None:
        """Show what waits now, and say what was found about the officer's own work."""
        rail = self._window.rail.pages.get(PAGE)
        if self.allowed:
            officer = self._bench.officer
            signs, reviews = officer.may(Permission.SIGN_CLOSING), officer.may(Permission.REVIEW)
            rows = [r for r in self._bench.queries.review_rows() if (signs if r.is_proposal else reviews)]
            if rail is not None:
                rail.set_count(len(rows))
            if self._page is not None:
                self._page.set_rows(rows, self._bench.clock.now_ms())
        self._tell_findings()
        self._tell_unsigned()

    def _open(self, row: ReviewRow | None) -> None:
        page = self._page
        if page is None:
            return
        if row is None:
            page.show_sheet(None, self._bench.clock.now_ms())
            return
        shown = page.sheet

        def show(_done: Done) -> None:
            chosen = page.queue.current()
            if chosen is not None and chosen.ref == row.ref:
                page.show_sheet(self._bench.queries.review_sheet(row), self._bench.clock.now_ms())

        if shown is not None and shown.row.ref == row.ref:
            page.show_sheet(self._bench.queries.review_sheet(row), self._bench.clock.now_ms())
            return
        self._bench.act(lambda desk: viewing.view(desk, row.case_id, "-"), show, self._acts.failed)

    # -- deciding -------------------------------------------------------------------------------------------------

    def _decide(self, made: Judgement) -> None:
        page = self._page
        sheet = page.sheet if page is not None else None
        if sheet is None:
            return
        row = sheet.row

        def work(desk: Desk) -> Done:
            if row.is_proposal and made.verdict is Verdict.PASSED:
                return signing.sign_closing(desk, row.case_id, row.ref)
            if row.is_proposal:
                return signing.refuse_closing(desk, row.case_id, row.ref, made.comment)
            return reviewing.give_verdict(
                desk,
                row.case_id,
                row.ref,
                made.verdict,
                comment=made.comment,
                findings=made.findings,
                passed=made.passed,
                failed=made.failed,
            )

        said = {
            Verdict.PASSED: tr("Đã ký đóng {number}", number=row.number)
            if row.is_proposal
            else tr("{number}: đạt", number=row.number),
            Verdict.RETURNED: tr("Không ký đóng {number}, người xử lý đọc được lý do", number=row.number)
            if row.is_proposal
            else tr("Đã trả lại {number} kèm nhận xét", number=row.number),
            Verdict.REOPENED: tr("Đã mở lại {number}, hồ sơ về hàng đợi", number=row.number),
        }[made.verdict]

        def failed(error: Exception) -> None:
            self._window.toasts.show_toast(Toast("warn", "red", trouble_text(error)))
            self.refresh()

        def done(_done: Done) -> None:
            self._window.toasts.show_toast(Toast("act.approve", "green", said, topic="verdict"))
            self.refresh()

        self._bench.act(work, done, failed)

    # -- findings about one's own work ----------------------------------------------------------------------------

    def _tell_findings(self) -> None:
        waiting = self._bench.queries.unacknowledged()
        fresh = [one for one in waiting if one.review_id not in self._told]
        known, self._told = self._told, frozenset(one.review_id for one in waiting)
        for review_id in known - self._told:
            self._window.toasts.dismiss(f"review.{review_id}")  # acknowledged, here or elsewhere
        for one in fresh:
            words = tr("Kiểm tra nhận xét về {number}", number=one.number)
            act = ToastAct(tr("Tiếp thu"), lambda one=one: self._ask_acknowledge(one))  # type: ignore[misc]
            detail = " · ".join(filter(None, (self._names_of(one), self._limit_of(one))))
            self._window.toasts.show_toast(
                Toast("audit", "orange", words, detail, acts=(act,), topic=f"review.{one.review_id}")
            )

    def _tell_unsigned(self) -> None:
        """Say which end was not signed to whoever proposed it: the case is his again."""
        waiting = self._bench.queries.unsigned()
        fresh = [one for one in waiting if one.seq not in self._unsigned]
        known, self._unsigned = self._unsigned, {one.seq: one.case_id for one in waiting}
        for seq, case_id in known.items():
            if seq not in self._unsigned:
                self._window.toasts.dismiss(f"unsigned.{case_id}")  # he has read it, or gone on
        for one in fresh:
            words = tr("Không ký đóng {number}: bạn vẫn giữ hồ sơ", number=one.number)
            act = ToastAct(tr("Mở hồ sơ"), partial(self._open_case, one.case_id))
            detail = tr("Mở hồ sơ để đọc lý do")
            self._window.toasts.show_toast(
                Toast("act.return", "orange", words, detail, acts=(act,), topic=f"unsigned.{one.case_id}")
            )

    def _names_of(self, one: Acknowledgement) -> str:
        """Return the kinds of findings: words of the policy, nothing of the case."""
        findings = self._bench.catalog.review.findings
        return ", ".join(said(findings[code]) for code in one.findings if code in findings)

    def _limit_of(self, one: Acknowledgement) -> str:
        """Return by when the findings are to be put right, "" where nobody said."""
        now_ms = self._bench.clock.now_ms()
        return tr("Sửa trước {time}", time=row_time(one.fix_by, now_ms)) if one.fix_by else ""

    def acknowledge(self) -> None:
        """Ask for the acknowledgement of the oldest findings about the officer's own work."""
        waiting = self._bench.queries.unacknowledged()
        if not waiting:
            words = tr("Không có ý kiến kiểm tra nào chờ tiếp thu")
            self._window.toasts.show_toast(Toast("audit", "green", words, topic="no-findings"))
            return
        self._ask_acknowledge(waiting[0])

    def _ask_acknowledge(self, one: Acknowledgement) -> None:
        kinds = self._names_of(one)
        dialog = ReasonDialog(
            self._window,
            tr("Tiếp thu ý kiến kiểm tra {number}", number=one.number),
            ". ".join(filter(None, (kinds, one.comment, self._limit_of(one)))),
            icon="audit",
            verb=tr("Tiếp thu"),
            choices=(
                tr("Đã rõ, sửa ngay"),
                tr("Đã rõ, rút kinh nghiệm"),
                tr("Chưa thống nhất, đề nghị xem lại"),
                tr("Ý kiến khác"),
            ),
            promise=tr("Người kiểm tra đọc được. Ý kiến vào nhật ký hồ sơ."),
        )
        dialog.requested.connect(
            lambda words: self._acts.run(
                lambda desk: reviewing.acknowledge(desk, one.case_id, one.review_id, words),
                tr("Đã ghi tiếp thu"),
                "audit",
            )
        )
        dialog.open()
