"""Acts on the marked cases of the queue: looks first, asks, does it, offers to take it back for thirty seconds."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from console.actions import bulk
from console.actions.desk import Desk, Undo
from console.domain.clock import HOUR_MS
from console.domain.numerals import number_text
from console.runtime.i18n import in_language, tr
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.desk.acts import CaseActs, say
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.bulk import BulkChoice, BulkDialog
from console.ui.frame.toasts import Toast, ToastAct


class BulkActs(QObject):
    """What can be done to many cases; none of it reaches a citizen."""

    def __init__(self, window: DeskWindow, bench: Workbench, acts: CaseActs, names: Names) -> None:
        """Take where cases are marked and what runs actions."""
        super().__init__(window)
        self._window, self._bench, self._acts, self._names = window, bench, acts, names
        window.queue.bulk.act_wanted.connect(self.ask)

    def ask(self) -> None:
        """Look at the marked cases and ask what shall be done to them."""
        ids = self._window.queue.marks.ids()
        if not ids:
            words = tr("Chưa chọn hồ sơ nào: Ins hoặc Ctrl+bấm để chọn, Shift+↑↓ để chọn liền nhau")
            self._window.toasts.show_toast(Toast("help", "accent", words, topic="bulk"))
            return
        self._bench.act(lambda desk: bulk.look(desk, ids), self._show, self._acts.failed)

    def _show(self, seen: bulk.BulkLook) -> None:
        catalog = self._bench.catalog
        samples = [
            f"{case.number} · {self._names.category(case.category) or tr('Chưa phân loại')} · {case.pseudonym}"
            for case in seen.samples
        ]
        tags = [
            Option(tag.code, in_language(tag.vi, tag.en), words=f"{tag.vi} {tag.en}")
            for tag in catalog.tags.values()
        ]
        ranked = sorted(catalog.priorities.values(), key=lambda one: one.rank)
        dialog = BulkDialog(
            self._window,
            len(seen.case_ids),
            samples,
            [say(one.words) for one in seen.skipped],
            tags,
            [Option(one.code, in_language(one.vi, one.en), words=f"{one.vi} {one.en}") for one in ranked],
            [
                Option(one.officer_id, one.title, self._names.unit(one.unit), words=one.officer_id)
                for one in seen.officers
            ],
        )
        dialog.requested.connect(lambda choice: self._do(seen.case_ids, choice))
        dialog.open()

    def _do(self, ids: Sequence[str], choice: BulkChoice) -> None:
        until = self._bench.clock.now_ms() + choice.hours * HOUR_MS if choice.hours else 0
        act = bulk.BulkAct(bulk.BulkKind(choice.kind), choice.value, until, choice.reason)

        def work(desk: Desk) -> bulk.BulkDone:
            return bulk.run(desk, ids, act)

        self._bench.act(work, self._done, self._acts.failed)

    def _done(self, done: bulk.BulkDone) -> None:
        self._window.queue.marks.clear()
        said = tr("Đã làm với {count} hồ sơ", count=number_text(len(done.changed)))
        left = tr("{count} hồ sơ bỏ qua", count=number_text(len(done.skipped))) if done.skipped else ""
        first = say(done.skipped[0].words) if done.skipped else ""
        acts: tuple[ToastAct, ...] = ()
        if done.undo:
            acts = (ToastAct(tr("Hoàn tác"), lambda: self._take_back(done.undo)),)
        tone = "green" if done.changed else "orange"
        detail = ": ".join(part for part in (left, first) if part)
        toast = Toast("act.select", tone, said, detail, acts, topic="bulk", stay_ms=bulk.UNDO_MS)
        self._window.toasts.show_toast(toast)

    def _take_back(self, undo: Sequence[Undo]) -> None:
        def done(back: bulk.BulkDone) -> None:
            said = tr("Đã hoàn tác {count} hồ sơ", count=number_text(len(back.changed)))
            first = say(back.skipped[0].words) if back.skipped else ""
            tone = "orange" if back.skipped else "green"
            self._window.toasts.show_toast(Toast("act.undo", tone, said, first, topic="bulk"))

        self._bench.act(lambda desk: bulk.take_back(desk, undo), done, self._acts.failed)
