"""The inspector: facts, clocks, citizen, related cases and history of the open case, in one scroll."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.cache.views import CaseClock, CaseDetail, Revealed
from console.domain.missing_info import Checklist
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.chips import category_chip, outline, severity_chip
from console.ui.common.clipboard import copy_private
from console.ui.common.keymap import follow_key, key_text
from console.ui.common.labels import Heading, Line, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.common.sharing import names_shown, words_shown
from console.ui.inspector.answers import AnswerCard
from console.ui.inspector.asked import ChecklistCard
from console.ui.inspector.blocks import ClockBlock, HistoryRow, RelatedRow
from console.ui.inspector.citizen import CitizenCard
from console.ui.inspector.emergency import EmergencyCard
from console.ui.inspector.facts import FactRow, PickPopup
from console.ui.inspector.people import PeopleRows
from console.ui.inspector.register import RegisterRows
from console.ui.inspector.suggestion import SuggestionCard
from console.ui.inspector.tagrow import TagRow
from console.ui.inspector.words import priority_name
from console.ui.theme import current_theme, px

_HISTORY_SHOWN = 6
_RELATED_SHOWN = 5
_DONE_SHOWN = 1
_LEAST_AREA = 160
"""Px of the facts that stay in sight whatever lies over the lower end."""

W = TypeVar("W", bound=QWidget)


class Inspector(Pane):
    """Facts of the open case.

    Signals:
        category_picked(str), priority_picked(str): a code chosen from the lists of ``set_choices``.
        district_picked(str, str): a district's code, and the words that were typed to find it.
        deed_requested(): when it happened is to be written.
        transfer_requested(): the unit row was pressed; a case changes its unit only by a transfer.
        owner_requested(): the owner row was pressed: claim, or take over.
        tags_requested(), tag_removed(str): the tag picker is wanted, or one tag less.
        suggestion_accepted(): confirm all the machine proposes.
        reveal_requested(), identity_hidden(): see ``CitizenCard``.
        case_requested(str): open a related case. merge_requested(): merge with one.
        link_requested(): link what tells of the same incident.
        history_requested(): show the whole history.
        copied(int): so many characters went to the clipboard.
        closed(): hide the inspector.
    """

    category_picked = Signal(str)
    priority_picked = Signal(str)
    district_picked = Signal(str, str)
    deed_requested = Signal()
    transfer_requested = Signal()
    owner_requested = Signal()
    tags_requested = Signal()
    tag_removed = Signal(str)
    suggestion_accepted = Signal()
    reveal_requested = Signal()
    identity_hidden = Signal()
    case_requested = Signal(str)
    merge_requested = Signal()
    link_requested = Signal()
    history_requested = Signal()
    copied = Signal(int)
    closed = Signal()
    ask_requested = Signal()
    """The next missing question is wanted in the reply."""

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("panel", line="l", parent=parent)
        self._names = names
        self._detail: CaseDetail | None = None
        self._now = 0
        self._categories: tuple[Option, ...] = ()
        self._districts: tuple[Option, ...] = ()
        self._dated: frozenset[str] = frozenset()
        self._popup: PickPopup | None = None
        self._all_done = False
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._head())
        self.setAccessibleName(tr("Hồ sơ bên phải"))
        self.area = QScrollArea()
        self.area.setAccessibleName(tr("Các mục của hồ sơ"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._page = QWidget()
        self._page.setProperty("clear", True)
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(px(16), px(12), px(16), px(16))
        self._column.setSpacing(px(6))
        self._add_facts()
        self._clocks: list[ClockBlock] = []
        self._related: list[RelatedRow] = []
        self._history: list[HistoryRow] = []
        self._add_sections()
        self._column.addStretch(1)
        self.area.setWidget(self._page)
        outer.addWidget(self.area, 1)
        self.set_case(None, 0)

    def keep_free(self, foot: int) -> None:
        """End ``foot`` px above the lower edge: something lies over that, and what is below must be reachable by scrolling."""
        most = self.height() - current_theme().size("convHead") - px(_LEAST_AREA)
        self._outer.setContentsMargins(1, 0, 0, max(0, min(foot, most)))

    # ---- building

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard to the first control, where it can be seen."""
        super().focusInEvent(event)
        self.focusNextChild()

    def _head(self) -> QWidget:
        head = Pane("panel", line="b")
        head.setFixedHeight(current_theme().size("convHead"))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(16), 0, px(10), 0)
        row.setSpacing(px(6))
        row.addWidget(PlainLabel(tr("Hồ sơ"), "title", weight=600))
        self.number = PlainLabel("", "title", "text2", weight=400)
        row.addWidget(self.number)
        self.copy_button = IconButton("act.copy", tr("Sao chép số hồ sơ"), glyph=16)
        self.copy_button.clicked.connect(self._copy_number)
        row.addWidget(self.copy_button)
        row.addStretch(1)
        close = IconButton("act.dismiss", tr("Ẩn hồ sơ"), command="inspector")
        close.clicked.connect(self.closed)
        row.addWidget(close)
        return head

    def _add_facts(self) -> None:
        self.answers = AnswerCard()
        self._column.addWidget(self.answers)
        self.emergency = EmergencyCard()
        self._column.addWidget(self.emergency)
        self.suggestion = SuggestionCard(self._names)
        self.suggestion.accepted.connect(self.suggestion_accepted)
        self._column.addWidget(self.suggestion)
        self.category = FactRow(tr("Loại"))
        self.category.clicked.connect(self._pick_category)
        self.priority = FactRow(tr("Mức độ"))
        self.priority.clicked.connect(self._pick_priority)
        for row, first, last in (
            (self.category, "category.1", "category.6"),
            (self.priority, "priority.1", "priority.3"),
        ):
            follow_key(row, first, partial(_show_range, row, last))
        self.district = FactRow(tr("Địa bàn"), "location", command="place")
        self.district.clicked.connect(self.pick_district)
        self.deed = FactRow(tr("Xảy ra lúc"), "clock", command="deed_time", empty=tr("Chưa ghi"))
        self.deed.clicked.connect(self.deed_requested)
        self.unit = FactRow(tr("Đơn vị"), "unit", command="transfer")
        self.unit.clicked.connect(self.transfer_requested)
        self.owner = FactRow(tr("Phụ trách"), "person", command="claim")
        self.owner.clicked.connect(self.owner_requested)
        facts = QVBoxLayout()
        facts.setSpacing(0)
        for row in (self.category, self.priority, self.district, self.deed, self.unit, self.owner):
            facts.addWidget(row)
        self.trail = PlainLabel("", "small", "text2", wrap=True)
        self.trail.setContentsMargins(0, px(2), 0, px(4))
        facts.addWidget(self.trail)
        self.tags = TagRow(self._names)
        self.tags.add_requested.connect(self.tags_requested)
        self.tags.removed.connect(self.tag_removed)
        facts.addWidget(self.tags)
        self.people = PeopleRows()
        facts.addWidget(self.people)
        self.register = RegisterRows()
        facts.addWidget(self.register)
        self._column.addLayout(facts)
        self.checklist = ChecklistCard()
        self.checklist.ask_requested.connect(self.ask_requested)
        self._column.addWidget(self.checklist)

    def _section(self, title: str, link: str = "") -> ActionButton | None:
        self._column.addSpacing(px(4))
        self._column.addWidget(Line("divider"))
        row = QHBoxLayout()
        row.addWidget(Heading(title), 1)
        button = None
        if link:
            button = ActionButton(link, kind="link", small=True)
            row.addWidget(button)
        self._column.addLayout(row)
        return button

    def _add_sections(self) -> None:
        self._section(tr("Hạn xử lý"))
        self._clock_box = _box(self._column)
        self.finished = ActionButton("", kind="link", small=True)
        self.finished.clicked.connect(self._toggle_finished)
        finished_row = QHBoxLayout()
        finished_row.addWidget(self.finished)
        finished_row.addStretch(1)
        self._column.addLayout(finished_row)
        self.no_clock = PlainLabel(tr("Chưa có hạn nào chạy"), "small", "text3")
        self._column.addWidget(self.no_clock)
        self._section(tr("Công dân"))
        self.citizen = CitizenCard()
        self.citizen.reveal_requested.connect(self.reveal_requested)
        self.citizen.hidden.connect(self.identity_hidden)
        self._column.addWidget(self.citizen)
        merge = self._section(tr("Vụ liên quan"), tr("Gộp…"))
        if merge is not None:
            merge.clicked.connect(self.merge_requested)
        self._related_box = _box(self._column)
        # The sentence wraps and the button is short: neither makes the narrow inspector wider than it is.
        self.alike_words = PlainLabel("", "small", "orangeText", weight=600, wrap=True)
        self._column.addWidget(self.alike_words)
        self.alike = ActionButton(tr("Gắn cùng vụ…"), "merge", "warn", small=True)
        self.alike.clicked.connect(self.link_requested)
        self._column.addWidget(self.alike, alignment=Qt.AlignmentFlag.AlignLeft)
        self.no_related = PlainLabel(tr("Không thấy vụ nào giống"), "small", "text3")
        self._column.addWidget(self.no_related)
        whole = self._section(tr("Lịch sử"), tr("Tất cả"))
        if whole is not None:
            whole.clicked.connect(self.history_requested)
        self._history_box = _box(self._column)

    # ---- what the desk tells

    def set_choices(self, categories: Sequence[Option], districts: Sequence[Option]) -> None:
        """Give what can be chosen, by code."""
        self._categories, self._districts = tuple(categories), tuple(districts)

    def set_crime_reports(self, kinds: frozenset[str]) -> None:
        """Say which categories belong into the register of crime reports: it asks more of them."""
        self._dated = kinds
        self.people.set_kinds(kinds)
        self.register.set_kinds(kinds)

    def set_case(self, detail: CaseDetail | None, now_ms: int) -> None:
        """Show a case; an identity that was revealed is hidden when it is another one. ``now_ms`` is UTC."""
        before = self._detail
        self._detail, self._now = detail, now_ms
        self._page.setVisible(detail is not None)
        self.copy_button.setVisible(detail is not None)
        if detail is None:
            self.number.setText("")
            self.citizen.set_citizen(None)
            self._forget()
            return
        case = detail.case
        self.number.setText(safe_line(case.number, 40))
        if before is None or before.case.case_id != case.case_id:
            self.area.verticalScrollBar().setValue(0)
            self._all_done = False
        clocks = {clock.code: safe_line(said(clock.label), 80) for clock in detail.clocks}
        units = {
            one.answer.code: self._names.unit(one.answer.code)
            for one in detail.told
            if one.answer.kind == "route"
        }
        self.answers.set_told(detail.told, clocks | units)
        self.emergency.set_sign(case.emergency if case.open else None)
        suggestion = detail.suggestion if case.open and not _confirmed(detail) else None
        self.suggestion.set_suggestion(
            suggestion, self._district_name(suggestion.district if suggestion else "")
        )
        chip = category_chip(self._names.category(case.category), case.category) if case.category else None
        self.category.set_value(self._names.category(case.category), chip)
        level = severity_chip(case.priority)
        if level is None and case.priority:
            level = outline(priority_name(case.priority))
        self.priority.set_value(priority_name(case.priority), level)
        where = (case.place, self._district_name(case.district))
        self.district.set_value(words_shown(safe_line(", ".join(filter(None, where)), 120)))
        self.unit.set_value(self._names.unit(case.unit))
        self.owner.set_value(safe_line(detail.owner_name, 60) if case.owner else tr("Chưa ai giữ"))
        self.deed.set_value(words_shown(safe_line(case.deed_time, 120)))
        self.deed.setVisible(case.category in self._dated or bool(case.deed_time))
        for row in (self.category, self.priority, self.district, self.deed, self.unit, self.owner):
            row.set_fixed(not case.open)
        self.people.set_case(case)
        self.register.set_case(case, detail.called)
        self.trail.setText(safe_line(said(detail.trail), 400))
        self.trail.setVisible(bool(detail.trail))
        self.tags.set_tags(case.tags, editable=case.open)
        self.checklist.set_checklist(detail.checklist if case.open else Checklist())
        if before is None or before.case.case_id != case.case_id or before.citizen != detail.citizen:
            self.citizen.set_citizen(detail.citizen)
        self._fill()

    def show_again(self) -> None:
        """Show who wrote as it may be seen now; what was revealed is hidden."""
        if self._detail is not None:
            self.citizen.set_citizen(self._detail.citizen)

    def _forget(self) -> None:
        """Keep nothing of the case that was shown: it may have gone out of the officer's sight."""
        self.people.set_case(None)
        self.register.set_case(None, {})
        self.trail.setText("")
        self.alike_words.setText("")
        self.emergency.set_sign(None)
        self.answers.set_told((), {})
        self.suggestion.set_suggestion(None, "")
        self.tags.set_tags((), editable=False)
        for row in (self.category, self.priority, self.district, self.deed, self.unit, self.owner):
            row.set_value("")
        for rows in (self._clocks, self._related, self._history):
            for widget in rows:
                widget.hide()
                widget.deleteLater()
            rows.clear()

    def _fill(self) -> None:
        detail = self._detail
        if detail is None:
            return
        for clock_row, clock in _pool(self._clock_box, self._clocks, self._shown_clocks(detail), ClockBlock):
            clock_row.set_clock(clock, self._now)
        self.no_clock.setVisible(not detail.clocks)
        related = detail.related[:_RELATED_SHOWN]
        for related_row, case in _pool(self._related_box, self._related, related, self._make_related):
            related_row.set_case(case)
        self.no_related.setVisible(not detail.related)
        self.alike_words.setText(names_shown(safe_line(said(detail.banner), 120)))
        for widget in (self.alike_words, self.alike):
            widget.setVisible(bool(detail.banner))
        history = detail.history[:_HISTORY_SHOWN]
        for history_row, event in _pool(self._history_box, self._history, history, HistoryRow):
            history_row.set_event(event, self._now)

    def _shown_clocks(self, detail: CaseDetail) -> tuple[CaseClock, ...]:
        """Return what runs, what was missed and the step finished last; others in time are folded behind one line."""
        ended = sorted((clock for clock in detail.clocks if clock.done_at), key=lambda c: -c.done_at)
        running = tuple(clock for clock in detail.clocks if not clock.done_at)
        running += tuple(clock for clock in ended if clock.done_at > clock.due_at)
        done = [clock for clock in ended if clock.done_at <= clock.due_at]
        folded = len(done) - _DONE_SHOWN
        self.finished.setVisible(folded > 0)
        if self._all_done:
            self.finished.set_label(tr("Thu gọn các hạn đã xong"))
        else:
            self.finished.set_label(tr("và {count} hạn đã xong", count=folded))
        return (*running, *(done if self._all_done else done[:_DONE_SHOWN]))

    def _toggle_finished(self) -> None:
        self._all_done = not self._all_done
        self._fill()

    def _make_related(self) -> RelatedRow:
        row = RelatedRow()
        row.clicked.connect(lambda: self.case_requested.emit(row.case_id()))
        return row

    def set_now(self, now_ms: int) -> None:
        """Move the clocks; cheap, once a second."""
        self._now = now_ms
        if self._detail is not None:
            for row, clock in zip(self._clocks, self._shown_clocks(self._detail), strict=False):
                row.set_clock(clock, now_ms)

    def set_reveal_block(self, reason: str) -> None:
        """Say why this officer may not reveal; an empty text allows it."""
        self.citizen.set_reveal_block(reason)

    def show_identity(self, who: Revealed, now_ms: int) -> None:
        """Show who the citizen is until ``who.until`` (UTC ms)."""
        self.citizen.show_identity(who, now_ms)

    def hide_identity(self) -> None:
        """Take the identity off the screen now (lock, another case)."""
        self.citizen.hide_identity()

    # ---- what the officer does

    def pick_category(self) -> None:
        """Open the list of categories."""
        self._pick_category()

    def pick_district(self) -> None:
        """Open the list of districts and places (F4)."""
        if self._detail is not None and self._detail.case.open:
            popup = self._open(self.district, self._districts, self._detail.case.district)
            popup.found.connect(self.district_picked)

    def pick_priority(self) -> None:
        """Open the list of priorities."""
        self._pick_priority()

    def _pick_category(self) -> None:
        if self._detail is not None and self._detail.case.open:
            popup = self._open(self.category, self._categories, self._detail.case.category)
            popup.picked.connect(self.category_picked)

    def _pick_priority(self) -> None:
        if self._detail is None or not self._detail.case.open:
            return
        options = [Option(code, priority_name(code)) for code in ("P1", "P2", "P3", "P4")]
        popup = self._open(self.priority, options, self._detail.case.priority)
        popup.picked.connect(self.priority_picked)

    def _open(self, row: FactRow, options: Sequence[Option], current: str) -> PickPopup:
        popup = PickPopup(self)
        popup.open_under(row, options, current)
        self._popup = popup
        return popup

    def _district_name(self, code: str) -> str:
        return next((option.title for option in self._districts if option.code == code), code)

    def _copy_number(self) -> None:
        if self._detail is not None:
            copy_private(self._detail.case.number)
            self.copied.emit(len(self._detail.case.number))

    def sizeHint(self) -> QSize:
        return QSize(current_theme().size("inspectorFull"), px(600))


def _confirmed(detail: CaseDetail) -> bool:
    """Return whether a person has decided, whatever the machine proposes; its word is not repeated after that."""
    return detail.suggestion is None or bool(detail.case.category)


def _box(column: QVBoxLayout) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(px(2))
    column.addLayout(box)
    return box


Item = TypeVar("Item")


def _pool(
    box: QVBoxLayout, rows: list[W], items: Sequence[Item], make: Callable[[], W]
) -> Sequence[tuple[W, Item]]:
    """Return a row for every item, making rows only when there are too few and hiding those too many."""
    while len(rows) < len(items):
        row = make()
        rows.append(row)
        box.addWidget(row)
    for position, row in enumerate(rows):
        row.setVisible(position < len(items))
    return list(zip(rows, items, strict=False))


def _show_range(row: FactRow, last: str, first_key: str) -> None:
    row.set_key(f"{first_key} – {key_text(last)}")
