"""The lock: who left, since when, how much waits, and the PIN (visual-design 09b). Counts only, never content."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.handover import Nudge
from console.domain.names import initials
from console.domain.numerals import number_text
from console.domain.officer import Officer
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_icon, draw_owner, fill_round
from console.ui.common.times import clock_text, date_text, local
from console.ui.signin.fields import PinAsk
from console.ui.signin.ground import CARD_PX, PAD_PX, Ground
from console.ui.theme import current_theme, px, theme_changed


class _Avatar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._letters = ""
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedSize(px(64), px(64))
        self.update()

    def show_name(self, name: str) -> None:
        self._letters = initials(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_owner(QPainter(self), 0, 0, self._letters, mine=True, edge=self.width())


class _Strip(QWidget):
    """Two lines under the card with a sign beside them: red, orange or plain."""

    def __init__(self) -> None:
        super().__init__()
        self._tone, self._icon = "", "inbox"
        row = QHBoxLayout(self)
        self._row = row
        row.setSpacing(0)
        column = QVBoxLayout()
        column.setSpacing(0)
        self.title = PlainLabel("", "body", weight=600, wrap=True)
        self.detail = PlainLabel("", "small", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        row.addLayout(column, 1)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFixedWidth(px(CARD_PX))
        self._row.setContentsMargins(px(54), px(8), px(16), px(8))
        self.update()

    def say(self, tone: str, icon: str, title: str, detail: str) -> None:
        """Show other words; ``tone`` is ``red``, ``orange`` or ""."""
        self._tone, self._icon = tone, icon
        self.title.setText(title)
        self.detail.setText(detail)
        ink = f"{tone}Text" if tone else "text2"
        self.title.set_tone(ink if tone else "text")
        self.detail.set_tone(ink)
        self.update()

    def tone(self) -> str:
        """Return ``red``, ``orange`` or "" for nothing that presses."""
        return self._tone

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        radius = current_theme().radius("card")
        if self._tone:
            painter.save()
            painter.setClipRect(QRectF(0, 0, px(4), box.height()))
            fill_round(painter, box, radius, f"{self._tone}Mark")
            painter.restore()
            painter.save()
            painter.setClipRect(box.adjusted(px(4), 0, 0, 0))
            fill_round(painter, box, radius, f"{self._tone}Subtle", f"{self._tone}Border")
            painter.restore()
        else:
            fill_round(painter, box, radius, "panel", "border")
        edge = px(22)
        ink = f"{self._tone}Text" if self._tone else "text3"
        draw_icon(painter, px(18), (box.height() - edge) / 2, self._icon, edge, ink)


class CountStrip(_Strip):
    """What waits behind the lock, in numbers: red with urgent ones, orange with late ones, else plain."""

    def show_counts(self, urgent: int, waiting: int, late: int, reminders: int = 0) -> None:
        """Say the numbers: urgent ones nobody took, all that wait, those past their time, and what was put off until now."""
        rest = tr("{waiting} hồ sơ chờ, {late} quá hạn", waiting=number_text(waiting), late=number_text(late))
        if reminders:
            rest = tr("{rest}, {count} đến giờ nhắc lại", rest=rest, count=number_text(reminders))
        if urgent:
            title = tr("{count} tin khẩn cấp đang chờ", count=number_text(urgent))
            self.say(
                "red", "octagon-alert", title, tr("{rest}. Mở khóa để xem. Nội dung được ẩn.", rest=rest)
            )
            return
        title = rest if waiting or late or reminders else tr("Không có hồ sơ nào chờ")
        tone, icon = ("orange", "alarm-clock") if late or reminders else ("", "inbox")
        self.say(tone, icon, title, tr("Mở khóa để xem. Nội dung được ẩn."))


class AwakeStrip(_Strip):
    """The question whether anybody is awake, as it stands (officer-day.md §2)."""

    def show_question(self, nudge: Nudge) -> None:
        """Ask, ask again, or say who hears of the silence."""
        detail = tr("Nhấn một phím bất kỳ. Mở khóa để xem tin.")
        match nudge:
            case Nudge.ASK:
                self.say("", "bell", tr("Còn thức?"), detail)
            case Nudge.LOUDER:
                self.say("orange", "bell", tr("Còn thức? Chưa thấy trả lời"), detail)
            case Nudge.OTHERS:
                told = tr("Các bàn khác được báo cho tới khi có người mở khóa.")
                self.say("red", "bell", tr("Không ai trả lời ở bàn này"), told)


class LockScreen(Ground):
    """Opaque over the whole window. ``tried(PIN)`` of who is shown; ``switch_wanted`` when another officer takes the desk."""

    tried = Signal(str)
    switch_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._nudge = Nudge.NONE
        middle = Qt.AlignmentFlag.AlignHCenter
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addStretch(1)
        outer.addWidget(self.card, 0, middle)
        self._gap = px(22)
        outer.addSpacing(self._gap)
        self.counts = CountStrip()
        self.counts.hide()
        outer.addWidget(self.counts, 0, middle)
        self.awake = AwakeStrip()
        self._asked = QWidget()
        under = QVBoxLayout(self._asked)
        under.setContentsMargins(0, px(10), 0, 0)
        under.addWidget(self.awake)
        self._asked.hide()
        outer.addWidget(self._asked, 0, middle)
        outer.addStretch(1)
        column = self.card.column
        self._avatar = _Avatar()
        column.addWidget(self._avatar, 0, middle)
        column.addSpacing(px(12))
        self.who = PlainLabel("", "h2", wrap=True)
        self.since = PlainLabel("", "body", "text3", wrap=True)
        for label in (self.who, self.since):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addSpacing(px(16))
        self.ask = PinAsk(tr("Nhập để mở khóa"), tr("Mở khóa"))
        self.ask.asked.connect(self.tried)
        column.addWidget(self.ask)
        column.addSpacing(px(6))
        self.switch = ActionButton(tr("Đổi cán bộ"), kind="link")
        self.switch.clicked.connect(self.switch_wanted)
        column.addWidget(self.switch, 0, middle)
        self.setTabOrder(self.ask.pin, self.ask.button)
        self.setTabOrder(self.ask.button, self.switch)

    def show_officer(self, officer: Officer, since_ms: int, now_ms: int) -> None:
        """Say who locked the desk and since when.

        Args:
            officer: who is signed in.
            since_ms: when it was locked, UTC ms.
            now_ms: now; a lock of another day also says its date.

        """
        self._avatar.show_name(officer.name)
        self.who.setText(safe_line(officer.title, 80))
        when = clock_text(since_ms)
        if local(since_ms).date() != local(now_ms).date():
            when = f"{when} {date_text(since_ms)}"
        self.since.setText(tr("Màn hình khóa lúc {when} · vẫn nhận tin", when=when))

    def show_counts(self, urgent: int, waiting: int, late: int, reminders: int = 0) -> None:
        """Say how much waits: urgent, waiting in all, past their time, put off until now."""
        self.counts.show_counts(urgent, waiting, late, reminders)
        self.counts.show()
        self.arrange()

    def show_question(self, nudge: Nudge) -> None:
        """Ask whether anybody is awake, or ask no more."""
        if nudge is not self._nudge:
            self._nudge = nudge
            self.awake.show_question(nudge)
            self._asked.setVisible(nudge is not Nudge.NONE)
            self.arrange()

    def show_error(self, words: str, wait_s: int = 0) -> None:
        """Say why it stays locked; for ``wait_s`` seconds nobody can try."""
        self.ask.show_error(words, wait_s)
        self.arrange()

    def tick(self) -> None:
        """One second of the wait is over; called by the owner."""
        self.ask.tick()

    def busy(self, busy: bool) -> None:
        """Show that the PIN is being checked."""
        self.ask.set_busy(busy)
        self.switch.setEnabled(not busy)

    def clear(self) -> None:
        """Forget the typed PIN."""
        self.ask.forget()

    def arrange(self) -> None:
        """Give up space inside the card where the window is low."""
        below = self._gap + self.counts.sizeHint().height()
        if not self._asked.isHidden():
            below += self._asked.sizeHint().height()
        self.card.fit(self.height() - below - px(PAD_PX))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask.pin.setFocus()
