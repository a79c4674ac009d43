"""The wizard of the first connection as a screen: steps on the left, one page, and the two buttons (visual-design 09c).

It only shows and asks. Who drives it answers each signal and moves it with ``show_step``.
"""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Glyph, Line, PlainLabel
from console.ui.common.paint import fill_round
from console.ui.signin.emblem import Emblem
from console.ui.signin.ground import Card, Ground
from console.ui.signin.setup_pages import AppPage, ConsentPage, MachinePage, SetupPage
from console.ui.signin.setup_state import Step
from console.ui.signin.setup_steps import StepList
from console.ui.signin.setup_trial import OfficersPage, TrialPage
from console.ui.theme import current_theme, px, theme_changed

WIDE_PX, HIGH_PX, SIDE_PX = 1080, 640, 300
EDGE_PX = 20


class _WideCard(Card):
    """The card of two parts."""

    def _restyle(self) -> None:
        self.column.setContentsMargins(0, 0, 0, 0)
        self.update()

    def fit_to(self, wide: int, high: int) -> None:
        """Take the size of the design, or what the window has."""
        self.setFixedSize(min(px(WIDE_PX), wide - 2 * px(EDGE_PX)), min(px(HIGH_PX), high - 2 * px(EDGE_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        painter.setClipRect(0, 0, px(SIDE_PX), self.height())
        line = "border" if theme.dark else ""
        fill_round(painter, QRectF(self.rect()), theme.radius("auth"), "rail", line)


class SetupScreen(Ground):
    """``went_on(Step)`` and ``left``: what was asked for at the foot and at the side; the pages have signals of their own."""

    went_on = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_WideCard())
        self.machine, self.app, self.consent = MachinePage(), AppPage(), ConsentPage()
        self.trial, self.officers = TrialPage(), OfficersPage()
        self.pages: tuple[SetupPage, ...] = (
            self.machine,
            self.app,
            self.consent,
            self.trial,
            self.officers,
        )
        self.step = Step.MACHINE
        self._lowest, self._held = Step.MACHINE, False
        self._build()
        for page in self.pages:
            page.changed.connect(self.refresh)
            page.done.connect(self.go_on)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            self._shortcut(key).activated.connect(self.go_on)
        self._shortcut("F5").activated.connect(self._look_again)
        self._shortcut("Ins").activated.connect(self._add)
        theme_changed().changed.connect(self.arrange)
        self.show_step(Step.MACHINE)

    def _shortcut(self, key: str) -> QShortcut:
        made = QShortcut(QKeySequence(key), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setAutoRepeat(False)
        return made

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.card, 0, Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addWidget(Line("border", vertical=True))
        row.addLayout(self._right(), 1)
        self.card.column.addLayout(row)

    def _side(self) -> QWidget:
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(px(30), px(26), px(24), px(20))
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(px(12))
        head.addWidget(Emblem(36))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(PlainLabel(tr("Kết nối Zalo OA"), "title"))
        words.addWidget(PlainLabel(tr("Thiết lập lần đầu"), "small", "text3"))
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(px(28))
        self.steps = StepList()
        column.addWidget(self.steps)
        column.addStretch(1)
        self.leave = ActionButton(tr("Để sau, về bàn trực"), kind="link")
        self.leave.clicked.connect(self.left)
        column.addWidget(self.leave)
        return self.side

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(px(40), px(32), px(40), px(12))
        top.setSpacing(0)
        self.number = PlainLabel("", "small", "text3", weight=600)
        self.title = PlainLabel("", "h1")
        self.intro = PlainLabel("", "msg", "text2", wrap=True)
        top.addWidget(self.number)
        top.addWidget(self.title)
        top.addWidget(self.intro)
        column.addLayout(top)
        self.stack = QStackedWidget()
        for page in self.pages:
            self.stack.addWidget(self._scrolled(page))
        column.addWidget(self.stack, 1)
        column.addWidget(Line("border"))
        foot = QHBoxLayout()
        foot.setContentsMargins(px(40), px(14), px(40), px(14))
        foot.setSpacing(px(8))
        self.back = ActionButton(tr("Quay lại"), "chevron-left", "plain", "Esc")
        self.back.clicked.connect(self.go_back)
        foot.addWidget(self.back)
        foot.addSpacing(px(12))
        self.lock = Glyph("lock", "text3")
        foot.addStretch(1)
        foot.addWidget(self.lock)
        self.why = PlainLabel("", "small", "text3")
        foot.addWidget(self.why)
        foot.addSpacing(px(8))
        self.forward = ActionButton(tr("Tiếp tục"), "", "primary", "Ctrl ↵")
        self.forward.clicked.connect(self.go_on)
        foot.addWidget(self.forward)
        column.addLayout(foot)
        return column

    def _scrolled(self, page: SetupPage) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(40), px(8), px(40), px(16))
        column.addWidget(page)
        area.setWidget(inside)
        return area

    # -- moving ---------------------------------------------------------------------------------------------------

    @property
    def page(self) -> SetupPage:
        """Return the page that is shown."""
        return self.pages[self.step]

    def start_at(self, step: Step) -> None:
        """Begin at a later step; there is no going back before it."""
        self._lowest = step
        self.show_step(step)

    def show_step(self, step: Step) -> None:
        """Show a step."""
        self.step = step
        self.steps.set_step(step)
        self.number.setText(tr("Bước {number} / 5", number=step + 1))
        self.title.setText(self.page.title)
        self.intro.setText(self.page.intro)
        self.stack.setCurrentIndex(step)
        self.refresh()
        self._focus_first()

    def settle(self) -> None:
        """Take the keyboard to where it is wanted now that something came; a form over the wizard keeps it."""
        self.refresh()
        if self.isActiveWindow():
            self._focus_first()

    def _focus_first(self) -> None:
        wanted = self.page.first()
        if wanted is not None and wanted.isEnabled():
            wanted.setFocus()
        elif self.forward.isEnabled():
            self.forward.setFocus()
        else:
            self.setFocus()

    def refresh(self) -> None:
        """Say whether one may go on, and if not, why."""
        trouble = self.page.trouble()
        self.forward.setEnabled(not trouble)
        if self.forward.label() != self.page.verb():
            self.forward.set_label(self.page.verb())
        self.back.setVisible(self.step > self._lowest)
        self.lock.setVisible(not trouble)
        self.why.setText(trouble or tr("Khóa được mã hóa và chỉ lưu trên máy này"))
        self.why.set_tone("text2" if trouble else "text3")

    def go_on(self) -> None:
        """Ask to go on, if one may."""
        if self.page.trouble():
            self.refresh()
        else:
            self.went_on.emit(self.step)

    def hold(self, *, held: bool) -> None:
        """Let nobody go back or leave while Zalo is being asked."""
        self._held = held
        self.back.setEnabled(not held)
        self.leave.setEnabled(not held)

    def go_back(self) -> None:
        """Go one step back; from the first one, leave."""
        if self._held:
            return
        if self.step > self._lowest:
            self.show_step(Step(self.step - 1))
        else:
            self.left.emit()

    def _look_again(self) -> None:
        button = {Step.MACHINE: self.machine.again, Step.TRIAL: self.trial.again}.get(self.step)
        if button is not None:
            button.click()

    def _add(self) -> None:
        if self.step is Step.OFFICERS:
            self.officers.add.click()

    def forget(self) -> None:
        """Let go of everything that was typed."""
        for field in (*self.app.fields, self.consent.pasted):
            field.blockSignals(True)
            field.clear()
            field.blockSignals(False)

    # -- looks ----------------------------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Fit the card into the window."""
        assert isinstance(self.card, _WideCard)
        self.card.fit_to(self.width(), self.height())
        self.side.setFixedWidth(px(SIDE_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            QTimer.singleShot(
                0, self, self.go_back
            )  # after the key's own event: the field that got it may go away
        else:
            super().keyPressEvent(event)
