"""Wires the page of rules: clocks, trees of units, keeping and erasing. Every act is shown first, then asked a ground for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from console.actions import retention
from console.actions.desk import Desk
from console.actions.rulebook import Held, Keeping, Proposal, TreeChange
from console.cache.views import ChangeSet
from console.domain.catalog import Catalog
from console.domain.numerals import number_text
from console.domain.officer import Permission
from console.domain.organisation import UnitChange
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.names import Names
from console.ui.desk.acts import trouble_text
from console.ui.desk.pages import PageSpec
from console.ui.desk.policy_changes import PolicyChanges
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.lifting import lifting_dialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast
from console.ui.law.page import CHANGES, KEEPING, LawPage
from console.ui.law.preview import ChangeDialog

PAGE = "page.law"
NAMED = 4
"""So many officers are named where a tree closes their unit; all of them stand on the page of accounts."""
TOPICS = frozenset({"policy", "org", "retention"})


class Regulating(QObject):
    """The page of rules of one desk."""

    case_wanted = Signal(str)

    def __init__(self, window: DeskWindow, bench: Workbench, names: Names) -> None:
        """Take the window the page stands in, who reads and acts, names for codes."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self._page: LawPage | None = None
        self._tree = bench.catalog.unit_tree
        self.changes = PolicyChanges(window, bench, self.open_changes, self._say)
        bench.news.changed.connect(self._changed)
        window.pages.changed.connect(self._shown)

    @property
    def allowed(self) -> bool:
        """Return whether the officer keeps the rules, or signs second under an erasing or a change of the law's limits."""
        officer = self._bench.officer
        return any(map(officer.may, (Permission.ADMINISTER, Permission.PURGE, Permission.APPROVE_POLICY)))

    def spec(self) -> PageSpec:
        """Return the page for the rail."""
        return PageSpec(PAGE, tr("Quy định"), "scale", self._make)

    def _make(self) -> LawPage:
        page = LawPage(self._bench.catalog)
        page.replace_wanted.connect(self.ask_file)
        page.tree_wanted.connect(self.show_tree)
        page.change_wanted.connect(self.ask_tree)
        page.propose_wanted.connect(self.ask_proposal)
        page.approve_wanted.connect(self.ask_approval)
        page.lift_wanted.connect(self._ask_lift)
        page.open_wanted.connect(self.case_wanted)
        self._page = page
        self.changes.attach(page.changes)
        self.changes.look()
        self.refresh()
        return page

    # -- what is shown --------------------------------------------------------------------------------------------

    def _changed(self, changes: ChangeSet) -> None:
        if changes.topics & TOPICS or (changes.cases and self._window.pages.code == PAGE):
            self.refresh()

    def _shown(self, code: str) -> None:
        if code == PAGE and self._page is not None:
            self.refresh()
            self._page.show_tab(self._page.tab())

    def refresh(self) -> None:
        """Show what the officer may do, the trees, and what is over time, proposed and held."""
        page = self._page
        if page is None:
            return
        officer = self._bench.officer
        page.allow(administers=officer.may(Permission.ADMINISTER), signs=officer.may(Permission.PURGE))
        self.show_tree(self._tree)
        names = {code: one.vi for code, one in self._bench.catalog.categories.items()}
        rule = self._bench.rulebook.retention

        def show(found: Keeping) -> None:
            if self._page is not None:
                self._page.set_keeping(found, rule, names)

        self._bench.act(self._bench.rulebook.keeping, show, self._failed)

    def show_tree(self, code: str) -> None:
        """Show the tree in force or the one that may take its place."""
        page = self._page
        if page is None:
            return
        catalog, other = self._bench.catalog, self._bench.rulebook.next_tree()
        codes = [(catalog.unit_tree, tr("Đang dùng: {tree}", tree=_tree_name(catalog.unit_tree)))]
        if other:
            codes.append((other, tr("Kế tiếp: {tree}", tree=_tree_name(other))))
        self._tree = code if code in (catalog.unit_tree, other) else catalog.unit_tree
        page.set_trees(codes, self._tree, can_change=bool(other))
        shown = catalog if self._tree == catalog.unit_tree else self._bench.rulebook.tree(self._tree)
        if shown is catalog and other:
            others = _successors(self._bench.rulebook.unit_changes(), self._bench.rulebook.tree(other))
        else:
            others = _origins(shown, catalog)
        note = tr("Hồ sơ đã kết thúc giữ mã và tên đơn vị lúc đó; hồ sơ đang mở theo đơn vị thay thế.")
        page.set_units(shown, others, note)

    # -- clocks ---------------------------------------------------------------------------------------------------

    def ask_file(self) -> None:
        """Ask for another file of clocks or holidays."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, tr("Chọn policies.json hoặc holidays.json"), "", "JSON (*.json)"
        )
        if name:
            self.ask_policy(Path(name))

    def ask_policy(self, file: Path) -> None:
        """Show what a file would do, ask the ground, put it in force or propose it to a second person."""
        self.changes.ask_policy(file)

    # -- organisation ---------------------------------------------------------------------------------------------

    def ask_tree(self) -> None:
        """Show what the next tree does, units and open cases, ask the decision's number, put it in force."""
        book, code = self._bench.rulebook, self._bench.rulebook.next_tree()
        if not code:
            return

        def show(found: TreeChange) -> None:
            what = tr(
                "Giải thể {closed}, lập mới {opened}, đổi tên {renamed} đơn vị",
                closed=number_text(found.closed),
                opened=number_text(found.opened),
                renamed=number_text(found.renamed),
            )
            if found.leaving:
                what = tr(
                    "{what}. {count} cán bộ phải đổi đơn vị sau đó (trang Quản trị): {names}",
                    what=what,
                    count=number_text(len(found.leaving)),
                    names=_names(found.leaving),
                )
            dialog = ChangeDialog(
                self._window,
                tr("Chuyển sang tổ chức {tree}?", tree=_tree_name(code)),
                what,
                icon="building-2",
                verb=tr("Sắp xếp tổ chức"),
                heads=(tr("Từ đơn vị"), tr("Sang đơn vị"), tr("Vì sao"), tr("Hồ sơ")),
                widths=(230, 200, 0, 64),
                width=860,
                lines=[(*map(said, parts), number_text(count)) for *parts, count in found.moves],
                empty=tr("Không hồ sơ đang mở nào phải chuyển đơn vị."),
                promise=tr(
                    "Một lần, tất cả hoặc không gì cả. Hồ sơ cũ giữ tên đơn vị cũ. Rồi mở lại chương trình."
                ),
            )
            dialog.requested.connect(
                lambda reason: self._do(
                    lambda desk: book.put_tree(desk, code, reason),
                    tr("Đã sắp xếp tổ chức. Mở lại chương trình"),
                )
            )
            dialog.open()

        self._bench.act(lambda desk: book.try_tree(desk, code), show, self._failed)

    # -- keeping --------------------------------------------------------------------------------------------------

    def ask_proposal(self) -> None:
        """Ask why what is over time is proposed to be erased."""
        book = self._bench.rulebook
        dialog = ReasonDialog(
            self._window,
            tr("Đề nghị xóa nội dung hết thời gian lưu giữ?"),
            tr("Chưa xóa gì: chỉ huy khác phải duyệt"),
            icon="eraser",
            verb=tr("Đề nghị xóa"),
            choices=(tr("Theo định kỳ"), tr("Theo văn bản của cấp trên"), tr("Lý do khác")),
            promise=tr("Số hồ sơ và số liệu còn nguyên; hồ sơ có lệnh giữ không bị xóa."),
            tone="orange",
        )
        dialog.requested.connect(
            lambda reason: self._do(
                lambda desk: book.propose(desk, reason), tr("Đã đề nghị xóa, chờ người thứ hai duyệt")
            )
        )
        dialog.open()

    def ask_approval(self, proposal: Proposal) -> None:
        """Ask the second officer whether what was proposed is to be erased."""
        book = self._bench.rulebook
        erase, look = tr("Đã kiểm tra, duyệt xóa"), tr("Chưa duyệt, để xem lại")
        dialog = ReasonDialog(
            self._window,
            tr("Duyệt xóa nội dung {count} hồ sơ?", count=number_text(proposal.cases)),
            tr("{who} đề nghị: {reason}", who=safe_line(proposal.by_name, 60), reason=proposal.reason),
            icon="check-check",
            verb=tr("Duyệt và xóa"),
            choices=(erase, look),
            promise=tr("Không lấy lại được. Bản sao lưu cũ còn nội dung cho tới khi được thay."),
            tone="red",
            need_words=frozenset(),
        )

        def answered(position: int, _words: str) -> None:
            if position == 0:
                said = tr("Đã xóa nội dung hết thời gian lưu giữ")
                self._do(lambda desk: book.approve(desk, proposal.run), said)

        dialog.answered.connect(answered)
        dialog.open()

    def _ask_lift(self, held: Held) -> None:
        dialog = lifting_dialog(self._window, held.number, held.reason)
        dialog.requested.connect(
            lambda reason: self._do(
                lambda desk: retention.lift_hold(desk, held.case_id, reason),
                tr("Đã thôi giữ {number}", number=held.number),
            )
        )
        dialog.open()

    # -- running --------------------------------------------------------------------------------------------------

    def open_keeping(self) -> None:
        """Show the page at what is kept and erased."""
        self._window.pages.open(PAGE)
        if self._page is not None:
            self._page.show_tab(KEEPING)

    def open_changes(self) -> None:
        """Show the page at the proposals and versions."""
        self._window.pages.open(PAGE)
        if self._page is not None:
            self._page.show_tab(CHANGES)

    def _say(self, words: str) -> None:
        """Say trouble on the page, on a toast where the page was never opened."""
        if self._page is not None:
            self._page.say(words)
        elif words:
            self._window.toasts.show_toast(Toast("warn", "orange", words, topic="law"))

    def _do(self, work: Callable[[Desk], object], said: str) -> None:
        def done(_result: object) -> None:
            if self._page is not None:
                self._page.say("")
            self._window.toasts.show_toast(Toast("act.approve", "green", said, topic="law"))
            self.refresh()

        self._bench.act(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if self._page is not None:
            self._page.say(trouble_text(error))


def _names(people: tuple[str, ...]) -> str:
    shown = ", ".join(safe_line(one, 60) for one in people[:NAMED])
    return shown if len(people) <= NAMED else f"{shown}…"


def _tree_name(code: str) -> str:
    return {"2022": tr("2022, có Công an huyện"), "2025": tr("2025, tỉnh và xã")}.get(code, code)


def _successors(changes: tuple[UnitChange, ...], new: Catalog) -> dict[str, str]:
    """Return for each unit that goes or is renamed what takes its place, in the new tree's names."""
    return {
        one.code: tr("đổi tên thành {unit}", unit=one.after)
        if one.what == "renamed"
        else _into([new.unit_name(code) for code in one.into])
        for one in changes
        if one.what != "opened"
    }


def _into(names: list[str]) -> str:
    if not names:
        return tr("không có ở tổ chức kế tiếp")
    if len(names) == 1:
        return tr("thay bằng {unit}", unit=names[0])
    return tr("thay bằng {count} đơn vị", count=number_text(len(names)))


def _origins(shown: Catalog, before: Catalog) -> dict[str, str]:
    """Return for each unit of a later tree which district it came from."""
    return {
        unit.code: tr("từ {district}", district=before.districts[unit.former_district].name)
        for unit in shown.units.values()
        if unit.former_district and unit.former_district in before.districts
    }
