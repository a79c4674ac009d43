"""The page of rules: clocks with what they rest on, both trees of units, keeping and erasing. It decides nothing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.actions.rulebook import Held, Keeping, Proposal
from console.domain.catalog import Catalog, Policy
from console.domain.numerals import number_text
from console.domain.retention import Retention
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.button_row import button_row
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.grid import Grid
from console.ui.common.labels import Heading, Pane, PlainLabel
from console.ui.common.tab_head import tab_head
from console.ui.law.changes import ChangesTab
from console.ui.law.words import (
    confidence_words,
    kind_words,
    limit_words,
    policy_about,
    proposal_line,
    validity_words,
)
from console.ui.theme import px

CLOCKS, TREES, KEEPING, CHANGES = range(4)


class LawPage(Pane):
    """Everything of the screen.

    Signals:
        replace_wanted(): another file of clocks or holidays.
        tree_wanted(str): the list of another tree. change_wanted(): the guided act of reorganisation.
        propose_wanted(), approve_wanted(Proposal): erasing, by two. lift_wanted(Held), open_wanted(str): what is held.
    """

    replace_wanted = Signal()
    tree_wanted = Signal(str)
    change_wanted = Signal()
    propose_wanted = Signal()
    approve_wanted = Signal(object)
    lift_wanted = Signal(object)
    open_wanted = Signal(str)

    def __init__(self, catalog: Catalog, parent: QWidget | None = None) -> None:
        """Take the data files in force."""
        super().__init__("inset", parent=parent)
        self._catalog = catalog
        self.policies: tuple[Policy, ...] = ()
        self.proposals: tuple[Proposal, ...] = ()
        self.held: tuple[Held, ...] = ()
        self.title = PlainLabel(tr("Quy định"), "h1")
        self.trouble = PlainLabel("", "body", "redText", weight=600, wrap=True)
        self.trouble.hide()
        self.tabs = (
            PillButton(tr("Thời hạn")),
            PillButton(tr("Tổ chức")),
            PillButton(tr("Lưu giữ và xóa")),
            PillButton(tr("Đề nghị và các bản")),
        )
        self.changes = ChangesTab()
        self.clocks = Grid(
            tr("Thời hạn"),
            (tr("Thời hạn"), tr("Loại"), tr("Hạn"), tr("Căn cứ"), tr("Hiệu lực"), tr("Độ tin cậy")),
            (340, 90, 150, 0, 180, 160),
        )
        self.about = PlainLabel("", "small", "text2", wrap=True)
        self.replace = ActionButton(tr("Thay tệp quy định…"), "square-pen", "primary", "F4")
        self.units = Grid(
            tr("Đơn vị"),
            (
                tr("Mã"),
                tr("Tên đơn vị"),
                tr("Cấp trên"),
                tr("Hiệu lực"),
                tr("Độ tin cậy"),
                tr("Đơn vị thay hoặc gốc"),
            ),
            (110, 300, 220, 200, 150, 0),
        )
        self.trees: dict[str, PillButton] = {}
        self.tree_row = QHBoxLayout()
        self.change = ActionButton(tr("Sắp xếp tổ chức…"), "building-2", "primary", "F4")
        self.tree_note = PlainLabel("", "small", "text2", wrap=True)
        self.due = Grid(tr("Hết thời gian lưu giữ"), (tr("Loại"), tr("Giữ"), tr("Đã hết hạn")), (0, 110, 110))
        self.runs = Grid(
            tr("Đề nghị xóa"),
            (tr("Ngày"), tr("Người đề nghị"), tr("Hồ sơ"), tr("Lý do"), tr("Tình trạng")),
            (120, 190, 70, 0, 190),
        )
        self.holds = Grid(tr("Đang giữ, không xóa"), (tr("Số"), tr("Lý do giữ")), (130, 0))
        self.hold_note = PlainLabel("", "small", "text2", wrap=True)
        self.propose = ActionButton(tr("Đề nghị xóa…"), "eraser", "plain", "Ins")
        self.approve = ActionButton(tr("Duyệt và xóa…"), "check-check", "primary", "F4")
        self.lift = ActionButton(tr("Thôi giữ…"), "archive", "plain", "Del")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._fill_clocks()

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(14), px(24), px(16))
        column.setSpacing(px(10))
        column.addLayout(tab_head(self.title, self.tabs, self.show_tab))
        column.addWidget(self.trouble)
        for made in (self._clock_tab(), self._tree_tab(), self._keeping_tab(), self.changes):
            self._stack.addWidget(made)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.clocks)
        self.tabs[CLOCKS].setChecked(True)

    def _clock_tab(self) -> QWidget:
        made, column = _tab()
        column.addWidget(self.clocks, 1)
        column.addWidget(self.about)
        column.addLayout(button_row(self.replace))
        return made

    def _tree_tab(self) -> QWidget:
        made, column = _tab()
        self.tree_row.setSpacing(px(8))
        column.addLayout(self.tree_row)
        column.addWidget(self.units, 1)
        column.addWidget(self.tree_note)
        column.addLayout(button_row(self.change))
        return made

    def _keeping_tab(self) -> QWidget:
        made, column = _tab()
        row = QHBoxLayout()
        row.setSpacing(px(24))
        left, right = QVBoxLayout(), QVBoxLayout()
        for side in (left, right):
            side.setSpacing(px(8))
        left.addWidget(Heading(tr("Thời gian giữ nội dung, và số hồ sơ đã hết hạn")))
        left.addWidget(self.due, 1)
        right.addWidget(Heading(tr("Đề nghị xóa: một người đề nghị, chỉ huy khác duyệt")))
        right.addWidget(self.runs, 3)
        right.addWidget(Heading(tr("Lệnh giữ: không xóa dù hết hạn")))
        right.addWidget(self.holds, 2)
        right.addWidget(self.hold_note)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        column.addLayout(row, 1)
        column.addLayout(button_row(self.propose, self.approve, self.lift))
        return made

    def _connect(self) -> None:
        self.replace.clicked.connect(self.replace_wanted)
        self.change.clicked.connect(self.change_wanted)
        self.propose.clicked.connect(self.propose_wanted)
        self.approve.clicked.connect(self._approve)
        self.lift.clicked.connect(self._lift)
        self.holds.doubleClicked.connect(self._open)
        for grid in (self.clocks, self.runs, self.holds):
            grid.selectionModel().currentChanged.connect(lambda *_: self._show_chosen())
            grid.lines.modelReset.connect(self._show_chosen)
        for grid in (self.clocks, self.units, self.due, self.runs, self.holds, *self.changes.grids):
            grid.installEventFilter(self)

    # -- what is shown --------------------------------------------------------------------------------------------

    def show_tab(self, number: int) -> None:
        """Show clocks (0), trees (1), keeping (2) or proposals and versions (3)."""
        for at, tab in enumerate(self.tabs):
            tab.setChecked(at == number)
        self._stack.setCurrentIndex(number)
        self.say("")
        (self.clocks, self.units, self.runs, self.changes)[number].setFocus()

    def tab(self) -> int:
        """Return which tab is shown."""
        return self._stack.currentIndex()

    def allow(self, *, administers: bool, signs: bool) -> None:
        """Offer what the officer's roles let him do; the rest is there to be read."""
        for button in (self.replace, self.change, self.propose):
            button.setVisible(administers)
        for button in (self.approve, self.lift):
            button.setVisible(signs)

    def _fill_clocks(self) -> None:
        self.policies = tuple(
            sorted(
                self._catalog.policies.values(),
                key=lambda one: (not one.statutory, said(one.name_vi), one.code),
            )
        )
        self.clocks.show_lines(
            [
                (
                    said(one.name_vi),
                    kind_words(one),
                    limit_words(one),
                    said(one.citation),
                    validity_words(one),
                    confidence_words(one.confidence),
                )
                for one in self.policies
            ]
        )

    def set_trees(self, codes: Sequence[tuple[str, str]], shown: str, *, can_change: bool) -> None:
        """Offer the trees there are, as (code, words), with one of them shown."""
        for code, words in codes:
            if code not in self.trees:
                pill = PillButton(words)
                pill.clicked.connect(lambda _on=False, code=code: self.tree_wanted.emit(code))
                self.trees[code] = pill
                self.tree_row.addWidget(pill)
        if self.tree_row.count() == len(self.trees):
            self.tree_row.addStretch(1)
        for code, pill in self.trees.items():
            pill.setChecked(code == shown)
        self.change.setEnabled(can_change)

    def set_units(self, catalog: Catalog, others: Mapping[str, str], note: str) -> None:
        """Show a tree; ``others`` says for a unit what takes its place, or what it came from."""
        self.units.show_lines(
            [
                (
                    unit.code,
                    unit.name_vi,
                    catalog.unit_name(unit.parent) if unit.parent else "",
                    _days(unit.valid_from, unit.valid_to),
                    confidence_words(unit.confidence),
                    others.get(unit.code, ""),
                )
                for unit in catalog.units.values()
            ]
        )
        self.tree_note.setText(safe_line(note, 300))

    def set_keeping(self, found: Keeping, rule: Retention, names: Mapping[str, str]) -> None:
        """Show what is over time, proposed and held."""
        lines = [
            (
                name,
                tr("{count} ngày", count=number_text(rule.days(code))),
                number_text(found.due[code]) if found.due.get(code) else "",
            )
            for code, name in names.items()
        ]
        if unsorted := found.due.get(""):
            days = tr("{count} ngày", count=number_text(rule.default_days))
            lines.append((tr("Chưa phân loại"), days, number_text(unsorted)))
        self.due.show_lines(lines)
        self.proposals, self.held = found.proposals, found.held
        self.runs.show_lines([proposal_line(one) for one in found.proposals])
        self.holds.show_lines([(one.number, one.reason) for one in found.held])
        hidden = found.held_hidden
        self.hold_note.setText(
            tr("và {count} hồ sơ ngoài quyền xem của bạn", count=number_text(hidden)) if hidden else ""
        )
        self.hold_note.setVisible(bool(hidden))
        total = sum(found.due.values())
        self.propose.setEnabled(total > 0)
        self.propose.set_label(
            tr("Đề nghị xóa {count} hồ sơ…", count=number_text(total)) if total else tr("Chưa có gì hết hạn")
        )
        self._show_chosen()

    def say(self, words: str) -> None:
        """Say on the page why something was not done; "" for nothing."""
        self.trouble.setText(safe_line(words, 400))
        self.trouble.setVisible(bool(words))

    def policy(self) -> Policy | None:
        """Return the chosen policy."""
        row = self.clocks.row()
        return self.policies[row] if 0 <= row < len(self.policies) else None

    def proposal(self) -> Proposal | None:
        """Return the chosen proposal."""
        row = self.runs.row()
        return self.proposals[row] if 0 <= row < len(self.proposals) else None

    def _held(self) -> Held | None:
        row = self.holds.row()
        return self.held[row] if 0 <= row < len(self.held) else None

    def _show_chosen(self) -> None:
        policy, proposal = self.policy(), self.proposal()
        self.about.setText(safe_line(policy_about(policy), 600) if policy is not None else "")
        self.approve.setEnabled(proposal is not None and not proposal.ran_at)
        self.lift.setEnabled(self._held() is not None)

    # -- keys and buttons -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the lists: F4 for the tab's act; Ins proposes, Del lifts a hold, ↵ opens a held case; Ctrl+Tab the next tab."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds and not event.modifiers():
            run = self._keys(watched).get(Qt.Key(event.key()))
            if run is not None:
                if event.type() == QEvent.Type.KeyPress:
                    run()
                event.accept()  # on this page the key is the list's, not the window's
                return True
        return super().eventFilter(watched, event)

    def _keys(self, watched: QObject) -> dict[Qt.Key, Callable[[], object]]:
        if self.tab() == CHANGES:
            return self.changes.keys
        button = (self.replace, self.change, self.approve)[self.tab()]
        keys: dict[Qt.Key, Callable[[], object]] = {Qt.Key.Key_F4: button.click}
        if self.tab() == KEEPING:
            keys |= {Qt.Key.Key_Insert: self.propose.click, Qt.Key.Key_Delete: self.lift.click}
        if watched is self.holds:
            keys |= {Qt.Key.Key_Return: self._open, Qt.Key.Key_Enter: self._open}
        return keys

    def _approve(self) -> None:
        proposal = self.proposal()
        if proposal is not None:
            self.approve_wanted.emit(proposal)

    def _lift(self) -> None:
        held = self._held()
        if held is not None:
            self.lift_wanted.emit(held)

    def _open(self, _index: object = None) -> None:
        held = self._held()
        if held is not None:
            self.open_wanted.emit(held.case_id)


def _tab() -> tuple[QWidget, QVBoxLayout]:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(10))
    return made, column


def _days(first: object, last: object) -> str:
    parts = [f"{day:%d/%m/%Y}" if day else "…" for day in (first, last)]
    return " – ".join(parts) if first or last else tr("không ghi ngày")
