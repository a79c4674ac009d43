"""The tab of versions and proposals: who changed which rule when and why, what differs, and the way back (features Y-04)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from console.actions.rulebook import Standing
from console.domain.policy_change import Line
from console.domain.policy_history import PolicyProposal, PolicyVersion, ProposalState
from console.runtime.i18n import tr
from console.ui.common.button_row import button_row
from console.ui.common.buttons import ActionButton
from console.ui.common.grid import Grid
from console.ui.common.labels import Heading, PlainLabel
from console.ui.law.change_words import line_row, proposal_row, version_name, version_row
from console.ui.theme import px


class ChangesTab(QWidget):
    """Proposals, versions, and what differs between two of them.

    Signals:
        decide_wanted(PolicyProposal), withdraw_wanted(PolicyProposal), again_wanted(PolicyProposal): what waits or went stale.
        back_wanted(PolicyVersion): go back to a version. lines_wanted(str, int, int): what differs, file, older and newer number.
    """

    decide_wanted = Signal(object)
    withdraw_wanted = Signal(object)
    again_wanted = Signal(object)
    back_wanted = Signal(object)
    lines_wanted = Signal(str, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.proposals: tuple[PolicyProposal, ...] = ()
        self.versions: tuple[PolicyVersion, ...] = ()
        self._me, self._administers, self._approves = "", False, False
        self._others: list[PolicyVersion] = []
        self.waiting = Grid(
            tr("Đề nghị đổi quy định luật định"),
            (tr("Ngày"), tr("Tệp"), tr("Người đề nghị"), tr("Hạn đổi"), tr("Căn cứ"), tr("Tình trạng")),
            (150, 150, 170, 70, 0, 300),
        )
        self.kept = Grid(
            tr("Các bản đã có hiệu lực"),
            (tr("Bản"), tr("Tệp"), tr("Có hiệu lực"), tr("Người đổi"), tr("Người duyệt"), tr("Căn cứ")),
            (120, 150, 150, 170, 170, 0),
        )
        self.against = QComboBox()
        self.against.setAccessibleName(tr("So với bản"))
        self.differs = Grid(
            tr("Khác nhau giữa hai bản"),
            (tr("Quy định"), tr("Loại"), tr("Điều đổi"), tr("Trước"), tr("Sau")),
            (0, 100, 170, 190, 190),
        )
        self.same = PlainLabel("", "small", "text2", wrap=True)
        self.decide = ActionButton(tr("Xem và duyệt…"), "check-check", "primary", "F4")
        self.again = ActionButton(tr("Đề nghị lại…"), "square-pen", "plain", "Ins")
        self.withdraw = ActionButton(tr("Rút đề nghị…"), "act.return", "plain", "Del")
        self.back = ActionButton(tr("Quay lại bản này…"), "hist", "plain")
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(Heading(tr("Đổi quy định luật định: một người đề nghị, người khác có quyền duyệt")))
        column.addWidget(self.waiting, 2)
        column.addWidget(Heading(tr("Các bản đã có hiệu lực: không bản nào bị xóa hay sửa")))
        column.addWidget(self.kept, 2)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(Heading(tr("Bản đã chọn khác gì so với")))
        row.addWidget(self.against)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.differs, 3)
        column.addWidget(self.same)
        column.addLayout(button_row(self.decide, self.again, self.withdraw, self.back))
        self.decide.clicked.connect(lambda: self._emit(self.decide_wanted, self.proposal()))
        self.again.clicked.connect(lambda: self._emit(self.again_wanted, self.proposal()))
        self.withdraw.clicked.connect(lambda: self._emit(self.withdraw_wanted, self.proposal()))
        self.back.clicked.connect(lambda: self._emit(self.back_wanted, self.version()))
        self.waiting.doubleClicked.connect(lambda _index: self.decide.click())
        self.waiting.selectionModel().currentChanged.connect(lambda *_: self._show_acts())
        self.waiting.lines.modelReset.connect(self._show_acts)
        self.kept.selectionModel().currentChanged.connect(lambda *_: self._offer_others())
        self.against.activated.connect(lambda _at: self._ask_lines())
        self.setFocusProxy(self.waiting)
        self._show_acts()

    @property
    def grids(self) -> tuple[Grid, ...]:
        """Return the lists that take keys."""
        return (self.waiting, self.kept, self.differs)

    @property
    def keys(self) -> dict[Qt.Key, Callable[[], object]]:
        """Return what the keys of the lists do."""
        return {
            Qt.Key.Key_F4: self.decide.click,
            Qt.Key.Key_Insert: self.again.click,
            Qt.Key.Key_Delete: self.withdraw.click,
        }

    def allow(self, me: str, *, administers: bool, approves: bool) -> None:
        """Take who looks and what he may do."""
        self._me, self._administers, self._approves = me, administers, approves
        self.back.setVisible(administers)
        self.again.setVisible(administers)
        self.withdraw.setVisible(administers)
        self.decide.setVisible(approves)
        self._show_acts()

    def show_standing(self, found: Standing) -> None:
        """Show all proposals and versions."""
        newest = {one.file: one.number for one in reversed(found.versions)}
        self.proposals, self.versions = found.proposals, found.versions
        self.waiting.show_lines([proposal_row(one, found.names) for one in found.proposals])
        self.kept.show_lines(
            [version_row(one, found.names, current=newest[one.file] == one.number) for one in found.versions]
        )
        if not found.versions:
            self.same.setText(tr("Chưa ai đổi quy định nào: đang dùng bản đi kèm chương trình."))
        self._offer_others()
        self._show_acts()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show what differs between the chosen version and the other one."""
        self.differs.show_lines([line_row(one) for one in lines])
        self.same.setText("" if lines else tr("Hai bản không khác nhau về thời hạn hay ngày nghỉ."))

    def proposal(self) -> PolicyProposal | None:
        """Return the chosen proposal."""
        row = self.waiting.row()
        return self.proposals[row] if 0 <= row < len(self.proposals) else None

    def version(self) -> PolicyVersion | None:
        """Return the chosen version."""
        row = self.kept.row()
        return self.versions[row] if 0 <= row < len(self.versions) else None

    def choose(self, proposal_id: str) -> None:
        """Choose a proposal."""
        for row, one in enumerate(self.proposals):
            if one.proposal_id == proposal_id:
                self.waiting.choose(row)

    def _emit(self, signal: SignalInstance, value: object) -> None:
        if value is not None:
            signal.emit(value)

    def _show_acts(self) -> None:
        one = self.proposal()
        waits = one is not None and one.state is ProposalState.OPEN
        stale = one is not None and one.state is ProposalState.STALE
        mine = one is not None and one.by == self._me
        self.decide.setEnabled(waits and self._approves and not mine)
        self.withdraw.setEnabled((waits or stale) and self._administers and mine)
        self.again.setEnabled(stale and self._administers)

    def _offer_others(self) -> None:
        """Offer the other versions of the chosen one's file, the one before it first."""
        chosen = self.version()
        self._others = [
            one for one in self.versions if chosen and one.file == chosen.file and one is not chosen
        ]
        self.against.clear()
        self.against.addItems([version_name(one) for one in self._others])
        self.against.setEnabled(bool(self._others))
        newest = {one.file: one.number for one in reversed(self.versions)}
        going = chosen is not None and bool(chosen.content) and newest[chosen.file] != chosen.number
        self.back.setEnabled(going and self._administers)
        if chosen is None or not self._others:
            self.differs.show_lines([])
            return
        before = [at for at, one in enumerate(self._others) if one.number < chosen.number]
        self.against.setCurrentIndex(before[0] if before else len(self._others) - 1)
        self._ask_lines()

    def _ask_lines(self) -> None:
        chosen, at = self.version(), self.against.currentIndex()
        if chosen is None or not 0 <= at < len(self._others):
            return
        pair = sorted((chosen.number, self._others[at].number))
        self.lines_wanted.emit(chosen.file, pair[0], pair[1])
