"""The queue pane: head, proof strip, list, empty states, the pill for what came in above."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from console.cache.views import ChangeSet, Group, Place, QueueFilter, View
from console.domain.clock import Clock
from console.domain.queue_filter import ParsedFilter, Vocabulary
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.empty import EmptyState
from console.ui.common.keymap import menu_text
from console.ui.common.labels import Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.times import ALARM_MS, DEAD_MS
from console.ui.common.view_names import view_name
from console.ui.queue.bulk_bar import BulkBar
from console.ui.queue.filter_strip import FilterStrip
from console.ui.queue.header import QueueHeader
from console.ui.queue.marks import Marks
from console.ui.queue.model import QueueModel
from console.ui.queue.source import QueueSource
from console.ui.queue.view import QueueView
from console.ui.queue.words import proof_line
from console.ui.theme import px

MINUTE_MS = 60_000
_TONES = {"green": "list", "orange": "orangeSubtle", "red": "redSubtle"}


class ProofStrip(Pane):
    """One line under the head when the list may be missing messages; the pane says so, not only the status bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("orangeSubtle", line="b", parent=parent)
        self.label = PlainLabel("", "small", "orangeText", weight=500, wrap=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), px(3), px(14), px(4))
        layout.addWidget(self.label)
        self.hide()

    def show_line(self, text: str, tone: str) -> None:
        """Show the line; ``tone`` is ``orange`` or ``red``, ``green`` hides it."""
        self.setVisible(tone != "green")
        self.set_pane_tone(_TONES[tone])
        self.label.set_tone("redText" if tone == "red" else "orangeText")
        self.label.setText(text)


class QueuePane(QWidget):
    """What an officer works through. It reads the cache through a ``QueueSource`` and asks for acts by signals."""

    case_opened = Signal(str)
    case_entered = Signal(str)
    filter_changed = Signal(object)
    proof_changed = Signal(str)
    """``green``, ``orange`` (nearly a minute old, as the bar) or ``red`` (3 min, or never read; then it sounds)."""
    act_wanted = Signal(str, str)
    """An act (``claim transfer tags snooze``) and the case it was asked for, fixed when the menu opened."""

    def __init__(self, source: QueueSource, clock: Clock, parent: QWidget | None = None) -> None:
        """Make an empty pane; call ``show_filter`` to fill it.

        Args:
            source: local reads.
            clock: wall time for ages and deadlines.
            parent: owner.

        """
        super().__init__(parent)
        self._source, self._clock = source, clock
        self._wanted = QueueFilter()
        self._names = Names()
        self._vocabulary = Vocabulary()
        self._waiting = ChangeSet()
        self._doubted = False
        self._true_at = 0
        self._turn_at: int | None = None
        self._linked_at = 0
        self._above = 0
        self._tone = ""
        self.model = QueueModel(source.queue_rows, clock.now_ms, self)
        self.view = QueueView(self.model)
        self.header = QueueHeader()
        self.strip = ProofStrip()
        self.strip_filter = FilterStrip(self.vocabulary)
        self.bulk = BulkBar()
        self.empty = EmptyState()
        self.widen = ActionButton(tr("Bỏ bộ lọc"), "act.remove")
        self.empty.add_button(self.widen)
        self.news = ActionButton("", "", "primary", small=True, parent=self.view)
        self.news.hide()
        self._ground = Pane("list")
        self._stack = QStackedWidget()
        self._build()
        self._connect()
        self._proof_ends = QTimer(self)
        self._proof_ends.setSingleShot(True)
        self._proof_ends.timeout.connect(self._show_proof)
        self._minute = QTimer(self)
        self._minute.setInterval(MINUTE_MS)
        self._minute.timeout.connect(self.tick)
        self._minute.start()

    def _build(self) -> None:
        inner = QVBoxLayout(self._ground)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.empty)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._ground)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.strip_filter)
        layout.addWidget(self.strip)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bulk)

    def _connect(self) -> None:
        self.view.case_opened.connect(self.case_opened)
        self.view.case_entered.connect(self.case_entered)
        self.view.menu_wanted.connect(self._open_menu)
        self.view.hands.off.connect(self._settle)
        self.view.scrolled_to_top.connect(self._news_seen)
        self.news.clicked.connect(self._go_to_news)
        self.header.filter_changed.connect(self.show_filter)
        self.header.density_toggled.connect(self._toggle_density)
        self.header.typing_wanted.connect(self.strip_filter.start)
        self.header.marking_wanted.connect(self.toggle_mark)
        self.strip_filter.parsed.connect(self._typed)
        self.strip_filter.closed.connect(self._untyped)
        self.strip_filter.entered.connect(self._to_list)
        self.marks.changed.connect(lambda: self.bulk.show_count(len(self.marks)))
        self.bulk.cleared.connect(self.marks.clear)
        self.model.modelReset.connect(self._forget_gone)
        self.model.rowsRemoved.connect(self._forget_gone)
        self.widen.clicked.connect(lambda: self.show_filter(QueueFilter(self._wanted.view)))

    # -- what the window sets -------------------------------------------------------------------------------------

    def set_names(self, names: Names) -> None:
        """Give names for codes."""
        self._names = names
        self.model.set_names(names)
        self.header.set_names(names)

    @property
    def marks(self) -> Marks:
        """Return the cases marked for an act on many."""
        return self.view.marks

    def vocabulary(self) -> Vocabulary:
        """Return the names a typed filter may use."""
        return self._vocabulary

    def set_vocabulary(self, vocabulary: Vocabulary) -> None:
        """Give the names a typed filter may use."""
        self._vocabulary = vocabulary

    def toggle_mark(self) -> None:
        """Mark the selected case for an act on many, or take its mark away."""
        self.view.toggle_mark()

    def _forget_gone(self) -> None:
        if len(self.marks):
            self.marks.keep(self.model.case_ids())

    def _typed(self, parsed: ParsedFilter, typed: str) -> None:
        self.show_filter(replace(self._wanted, terms=parsed.terms, typed=typed))

    def _untyped(self) -> None:
        if self._wanted.typed:
            self.show_filter(replace(self._wanted, terms=(), typed=""))
        self._to_list()

    def _to_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_officer(self, officer_id: str) -> None:
        """Say who sits here; his cases wear a blue ring."""
        self.view.queue_delegate.officer_id = officer_id
        self.view.viewport().update()

    def set_compact(self, compact: bool) -> None:
        """Choose 58 px rows instead of 82 px."""
        self.view.set_compact(compact)
        self.header.set_compact(compact)

    def set_proof(self, linked_at: int) -> None:
        """Say when the inbox was last read without a gap (UTC ms, 0 = never)."""
        self._linked_at = linked_at
        self._show_proof()

    @property
    def wanted(self) -> QueueFilter:
        """Return what the list shows."""
        return self._wanted

    def show_filter(self, wanted: QueueFilter) -> None:
        """Show another list; the selection stays on its case if the case is in it."""
        changed = wanted != self._wanted
        self._wanted = wanted
        self.header.show_filter(wanted)
        self.strip_filter.show_text(wanted.typed)
        self.refresh()
        if changed:
            self.view.verticalScrollBar().setValue(0)
            self.filter_changed.emit(wanted)

    def refresh(self) -> None:
        """Read the whole list again and show it from scratch, for another view or another officer."""
        places = self._read_all()

        def work() -> list[str]:
            self.model.set_places(places)
            return []

        self.view.change(work)
        self._news_seen()
        self._show_count()

    def apply_changes(self, changes: ChangeSet) -> None:
        """Take in what a write changed: contents at once, places when no hand is on the list."""
        if not changes.cases:
            return
        self.model.forget(changes.cases)
        self._waiting |= changes
        self._turn_at = None
        self._settle()

    def pass_time(self) -> bool:
        """Let time alone move cases: a deadline passed, a snooze ended, a day began. Return whether one may have.

        Called every second; what it costs while nothing is due is one comparison.
        """
        now = self._clock.now_ms()
        if now < self._true_at:
            self.compare()
            return True
        if self._turn_at is None:
            self._turn_at = self._source.queue_turn(self._true_at)
        if now < self._turn_at:
            return False
        moved = self._source.queue_turned(self._true_at, now)
        self._true_at, self._turn_at = now, None
        self.apply_changes(ChangeSet(moved))
        return True

    def compare(self) -> None:
        """Put right what differs from the store, for whatever reason it may; under a hand when that is gone."""
        self._doubted = True
        self._settle()

    def choose(self, case_id: str, *, open_now: bool = False) -> bool:
        """Put the selection on a case; return whether the list has it."""
        return self.view.choose(case_id, open_now=open_now)

    def follow(self, case_id: str) -> None:
        """Select the case that is being opened from elsewhere; opens nothing."""
        self.view.follow(case_id)

    def chosen(self) -> str:
        """Return the selected case."""
        return self.view.chosen()

    def step(self, by: int) -> None:
        """Move the selection ``by`` cases, for keys that work from every pane."""
        self.view.step(by)

    def tick(self) -> None:
        """Repaint ages and deadlines; runs by itself once a minute."""
        self.view.viewport().update()
        self._show_proof()

    # -- inside ---------------------------------------------------------------------------------------------------

    def _read_all(self) -> Sequence[Place]:
        self._waiting, self._doubted = ChangeSet(), False
        self._true_at, self._turn_at = self._clock.now_ms(), None
        return self._source.queue_index(self._wanted)

    def _settle(self) -> None:
        """Let rows move if no hand is on the list."""
        if self.view.hands.on:
            return
        if self._doubted:
            changes = self._waiting
            self._move(changes, self.model.differing(self._read_all()))
        elif self._waiting.cases:
            changes, self._waiting = self._waiting, ChangeSet()
            found = self._source.queue_places(changes.cases, self._wanted)
            self._move(changes, {case_id: found.get(case_id) for case_id in changes.cases})

    def _move(self, changes: ChangeSet, moved: Mapping[str, Place | None]) -> None:
        fresh = changes.opened | changes.inbound

        def work() -> list[str]:
            return [case_id for case_id in self.model.apply(moved) if case_id in fresh]

        self._above += self.view.change(work)
        urgent = [
            case_id for case_id in fresh if (place := moved.get(case_id)) and place.group is Group.URGENT
        ]
        self.view.pulse(urgent)
        self._show_count()
        self._show_news()

    def _show_count(self) -> None:
        count = self.model.case_count()
        self.header.set_count(count)
        self._stack.setCurrentIndex(0 if count else 1)
        self._show_proof()

    def _show_proof(self) -> None:
        now = self._clock.now_ms()
        line = proof_line(self._linked_at, now)
        self.strip.show_line(line.text, line.tone if self.model.case_count() else "green")
        narrowed = self._wanted != QueueFilter(self._wanted.view)
        self.widen.setVisible(narrowed)
        if narrowed or self._wanted.view in (View.DONE, View.REVIEW, View.UNENTERED):
            title = tr("Không có hồ sơ nào trong mục {view}", view=view_name(self._wanted.view))
        elif line.tone == "green":
            title = tr("Không còn tin mới")
        else:
            title = tr("Không thấy tin nào")
        icon = "view.daxuly" if line.tone == "green" else "conn.off"
        self._ground.set_pane_tone(_TONES[line.tone])
        self._say_tone(line.tone)
        self.empty.show_state(icon, line.tone, title, line.text)
        # The proof ages while nothing else happens: look again right when it stops being true.
        if self._linked_at and line.tone != "red":
            end = DEAD_MS if line.tone == "green" else ALARM_MS
            self._proof_ends.start(max(0, self._linked_at + end - now) + 1)

    def _say_tone(self, tone: str) -> None:
        if tone != self._tone:
            self._tone = tone
            self.proof_changed.emit(tone)

    def _show_news(self) -> None:
        self.news.setVisible(self._above > 0)
        if self._above:
            self.news.set_label(tr("{count} tin mới ↑", count=self._above))
            self._place_news()

    def _place_news(self) -> None:
        hint = self.news.sizeHint()
        self.news.setGeometry((self.view.width() - hint.width()) // 2, px(34), hint.width(), hint.height())
        self.news.raise_()

    def _go_to_news(self) -> None:
        self.view.verticalScrollBar().setValue(0)
        self._news_seen()

    def _news_seen(self) -> None:
        self._above = 0
        self._show_news()

    def _toggle_density(self) -> None:
        self.set_compact(not self.view.queue_delegate.compact)

    def _open_menu(self, case_id: str, place: QPoint) -> None:
        self.make_menu(case_id).popup(place)

    def make_menu(self, case_id: str) -> QMenu:
        """Return the menu of acts for one case; what is chosen in it is for that case, wherever rows went since."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for act in ("claim", "transfer", "tags", "snooze"):
            entry = menu.addAction(menu_text(act))
            entry.triggered.connect(lambda _on=False, act=act: self.act_wanted.emit(act, case_id))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_news()
