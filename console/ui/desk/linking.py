"""Incidents of the open case: link what tells of the same, unlink what does not (features A-10)."""

from collections.abc import Collection

from PySide6.QtCore import QObject

from console.actions import incidents
from console.cache.views import SAME_INCIDENT, Found, QueueFilter, SearchHit, View
from console.domain.case import Case, CaseState
from console.runtime.i18n import said, tr
from console.ui.common.chips import orange
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.common.sharing import name_line, told_line, words_shown
from console.ui.common.times import row_time
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_choice import MOST_FOUND, found_cases
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.incident import IncidentDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast

MOST = 200
"""So many other open cases stand in the list from the start, the most pressing of the queue; a search reaches the others."""
SURE_PERCENT = 80
"""What is at least so alike is ticked at once; the officer still decides."""
_RESTRICTED = "secret_identity"
"""Categories with this mark are read by the few only (domain.md §5.3); the action judges again."""


class Linking(QObject):
    """Opens the dialogs."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, names: Names, room: CaseRoom, acts: CaseActs
    ) -> None:
        """Take the open case, what other cases there are, names for codes, and what carries the answers out."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self._room, self._acts = room, acts
        self._asking: IncidentDialog | None = None

    def link(self) -> None:
        """Ask which cases tell of the same incident: those the machine proposes, other open ones, any that is looked for."""
        detail = self._room.detail
        if detail is None:
            return
        proposed = {r.case_id: r for r in detail.related if r.why.endswith("%")}
        linked_already = {r.case_id for r in detail.related if r.why == SAME_INCIDENT}
        others = self._others(detail.case, {*proposed, *linked_already})
        if not proposed and not others and not self._bench.queries.queue_index(QueueFilter(View.DONE)):
            words = tr("Không còn hồ sơ nào khác để gắn với {number}", number=detail.case.number)
            self._window.toasts.show_toast(Toast("merge", "accent", words, topic="incident"))
            return
        options = [
            Option(
                r.case_id,
                f"{r.number} · {told_line(said(r.snippet), 80)}",
                words_shown(said(r.detail)),  # it tells which words are the same
                group=tr("Máy thấy giống"),
                chip=orange(r.why),
            )
            for r in proposed.values()
        ]
        sure = [r.case_id for r in proposed.values() if int(r.why.split()[0]) >= SURE_PERCENT]
        case = detail.case
        dialog = IncidentDialog(self._window, case, [*options, *others], sure)

        def linked(ids: tuple[str, ...]) -> None:
            why = {
                i: (int(proposed[i].why.split()[0]), proposed[i].detail) if i in proposed else (0, "")
                for i in ids
            }
            self._acts.run(
                lambda desk: incidents.link(desk, case.case_id, why),
                tr("Đã gắn {number} cùng vụ với {count} hồ sơ", number=case.number, count=len(ids)),
                "merge",
            )

        dialog.requested.connect(linked)
        self._asking = dialog
        dialog.finished.connect(self._asked)
        dialog.search_wanted.connect(lambda query: self._look(case, dialog, query, linked_already))
        dialog.open()

    def _asked(self) -> None:
        self._asking = None

    def _look(self, case: Case, dialog: IncidentDialog, query: str, linked: Collection[str]) -> None:
        """Look for words in every case the officer may open, those that ended too: who wrote first may be answered already."""
        restricted = self._is_restricted(case.category)

        def why_not(hit: SearchHit) -> str:
            if hit.state == CaseState.MERGED:
                return tr("Đã gộp vào hồ sơ khác: gắn hồ sơ đó")
            if self._is_restricted(hit.category) != restricted:
                return tr("Hồ sơ hạn chế không gắn với hồ sơ thường")
            return tr("Đã cùng vụ") if hit.case_id in linked else ""

        def show(found: Found) -> None:
            if self._asking is dialog:
                now_ms = self._bench.clock.now_ms()
                hits = found_cases(found, self._names, now_ms, without={case.case_id}, why_not=why_not)
                dialog.set_found(query, hits, limited=found.limited or len(hits) >= MOST_FOUND)

        self._bench.search(query, show)

    def _is_restricted(self, category: str) -> bool:
        known = self._bench.catalog.categories.get(category)
        return known is not None and known.confidentiality == _RESTRICTED

    def _others(self, case: Case, without: Collection[str]) -> list[Option]:
        """Return the other open cases, by what needs no look at their words (threats T19)."""
        queries, now_ms = self._bench.queries, self._bench.clock.now_ms()
        found = [place.case_id for place in queries.queue_index(QueueFilter(View.ALL_OPEN))]
        ids = [one for one in found if one != case.case_id and one not in without][:MOST]
        restricted = self._is_restricted(case.category)
        return [
            Option(
                row.case_id,
                f"{row.number} · {name_line(row.pseudonym)}",
                f"{self._names.category(row.category) or tr('Chưa phân loại')} · {row_time(row.last_at, now_ms)}",
                group=tr("Hồ sơ đang mở khác"),
            )
            for row in queries.queue_rows(ids)
            if self._is_restricted(row.category) == restricted
        ]

    def unlink(self) -> None:
        """Ask why the case tells of something else."""
        detail = self._room.detail
        if detail is None:
            return
        case = detail.case
        if not case.incident:
            words = tr("{number} không thuộc vụ chung nào", number=case.number)
            self._window.toasts.show_toast(Toast("merge", "accent", words, topic="incident"))
            return
        dialog = ReasonDialog(
            self._window,
            tr("Gỡ {number} khỏi vụ chung?", number=case.number),
            told_line(case.place, 80),
            icon="act.return",
            verb=tr("Gỡ khỏi vụ"),
            choices=(),
            promise=tr("Các hồ sơ khác không đổi. Lý do vào nhật ký."),
        )
        dialog.requested.connect(
            lambda reason: self._acts.run(
                lambda desk: incidents.unlink(desk, case.case_id, reason),
                tr("Đã gỡ {number} khỏi vụ chung", number=case.number),
                "act.return",
            )
        )
        dialog.open()
