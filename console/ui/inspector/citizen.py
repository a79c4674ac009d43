"""The citizen's card: masked until asked, shown briefly, hidden again by itself (features I-02)."""

from PySide6.QtCore import QElapsedTimer, QRectF, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.cache.views import CitizenView, Revealed
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_text, fill_round, text_width
from console.ui.common.sharing import name_shown, sharing
from console.ui.inspector.card import Card
from console.ui.theme import current_theme, px, theme_changed

_TICK_MS = 1_000


class _Avatar(QWidget):
    """Two letters of the pseudonym, as beside the citizen's messages; never of the name."""

    def __init__(self) -> None:
        super().__init__()
        self._letters = ""
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        edge = current_theme().size("avatar")
        self.setFixedSize(edge, edge)

    def set_letters(self, letters: str) -> None:
        """Show other letters."""
        self._letters = safe_line(letters, 2)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self.width()
        fill_round(painter, QRectF(self.rect()), edge / 2, "neutralSubtle")
        left = (edge - text_width(self._letters, "caption", 600)) / 2
        draw_text(painter, left, 0, self._letters, "caption", "neutralText", weight=600, line=edge)


class CitizenCard(Card):
    """Masks and facts; for a while, after a reason and a log entry, who it is.

    Signals:
        reveal_requested(): the officer pressed «Hiện danh tính»; a reason is asked for next.
        hidden(): the identity is off the screen again.
    """

    reveal_requested = Signal()
    hidden = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._citizen: CitizenView | None = None
        self._left_ms = 0
        self._shown = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(4))
        self.name = PlainLabel("", "body", weight=600, wrap=True)
        self.facts = PlainLabel("", "small", "text2", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(px(10))
        self.avatar = _Avatar()
        head.addWidget(self.avatar)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.facts)
        head.addLayout(words, 1)
        column.addLayout(head)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        self.button = ActionButton(tr("Hiện danh tính"), "act.reveal", small=True)
        self.button.clicked.connect(self._on_pressed)
        row.addWidget(self.button)
        self.hint = PlainLabel(tr("ghi nhật ký"), "small", "text2")
        row.addWidget(self.hint)
        row.addStretch(1)
        column.addLayout(row)
        self.why_not = PlainLabel("", "small", "text2", wrap=True)
        self.why_not.hide()
        column.addWidget(self.why_not)

    def set_citizen(self, citizen: CitizenView | None) -> None:
        """Show a citizen's masks; whatever was revealed is hidden first."""
        self.hide_identity()
        self._citizen = citizen
        self._show_masks()

    def set_reveal_block(self, reason: str) -> None:
        """Say why this officer may not reveal; an empty text allows it."""
        self.button.setEnabled(not reason)
        self.why_not.setText(reason)
        self.why_not.setVisible(bool(reason))

    def _show_masks(self) -> None:
        citizen = self._citizen
        if citizen is None:
            self.name.setText("")
            self.facts.setText("")
            return
        self.avatar.set_letters("" if sharing().on else citizen.pseudonym[-4:-2])
        self.name.setText(name_shown(safe_line(citizen.masked_name, 80) or safe_line(citizen.pseudonym, 80)))
        follows = ""
        if citizen.follower is not None:
            follows = tr("theo dõi OA") if citizen.follower else tr("không theo dõi OA")
        age = tr("dưới 18 tuổi") if citizen.under_age else ""
        cases = tr("{count} hồ sơ", count=citizen.case_count) if citizen.case_count > 1 else ""
        parts = (name_shown(safe_line(citizen.masked_phone, 40)), follows, age, cases)
        self.facts.setText(" · ".join(part for part in parts if part))
        self.button.set_look("plain", "act.reveal")
        self.button.set_label(tr("Hiện danh tính"))
        self.hint.setText(tr("ghi nhật ký"))

    def show_identity(self, who: Revealed, now_ms: int) -> None:
        """Show who it is until ``who.until``; the event is in the log already. ``now_ms`` is UTC."""
        self._left_ms = max(0, who.until - now_ms)
        if not self._left_ms:
            return
        self._shown.start()
        self.name.setText(name_shown(safe_line(who.name, 64)) or tr("Chưa có tên"))
        parts = (
            name_shown(safe_line(who.phone, 40)),
            tr("Zalo {user}", user=name_shown(safe_line(who.zalo_user_id, 40))),
        )
        self.facts.setText(" · ".join(part for part in parts if part))
        self.button.set_look("plain", "note.hidden")
        self.button.set_label(tr("Ẩn ngay"))
        self._timer.start()
        self._tick()

    def revealed(self) -> bool:
        """Return whether an identity is on the screen."""
        return self._timer.isActive()

    def hide_identity(self) -> None:
        """Take the identity off the screen now."""
        if self._timer.isActive():
            self._timer.stop()
            self._show_masks()
            self.hidden.emit()

    def _tick(self) -> None:
        left = self._left_ms - self._shown.elapsed()
        if left <= 0:
            self.hide_identity()
        else:
            self.hint.setText(tr("tự ẩn sau {seconds} giây", seconds=-(-left // 1000)))

    def _on_pressed(self) -> None:
        if self.revealed():
            self.hide_identity()
        else:
            self.reveal_requested.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self.hide_identity()
        super().hideEvent(event)
