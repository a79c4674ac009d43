"""The sign-in: who starts here and his PIN (visual-design 09a). It shows nothing of the queue."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from console.domain.officer import Officer
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Glyph, Line, PlainLabel
from console.ui.common.names import Names
from console.ui.signin.emblem import Emblem
from console.ui.signin.fields import PinAsk
from console.ui.signin.ground import CARD_PX, PAD_PX, Ground
from console.ui.theme import color, icon, px, theme_changed

SIDE_BY_SIDE_PX = 960
"""Narrower than this at scale 1.0 the card stands alone."""
LEFT_SHARE, RIGHT_SHARE = 0.078, 0.099
"""Space left of the name and right of the card, of the window's width."""


class _OfficerBox(QComboBox):
    """``settled``: an officer was taken, with Enter or from the opened list; the arrows alone go on through the officers.

    A long line is cut with an ellipsis; a styled box of Qt's cuts through letters.
    """

    settled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._listed = False
        self.activated.connect(self._on_activated)

    def showPopup(self) -> None:
        self._listed = True
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._listed = False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit()
        else:
            super().keyPressEvent(event)

    def _on_activated(self) -> None:
        if self._listed:
            self._listed = False
            self.settled.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.width() - self.iconSize().width() - px(60)
        shown = self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)
        option.currentText = shown or self.placeholderText()
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


class LoginScreen(Ground):
    """Who, PIN, «Đăng nhập». ``tried(officer id, PIN)``; the owner answers with ``show_error`` or takes the screen away.

    The owner calls ``tick`` once a second while somebody has to wait, and ``busy`` around the check.
    """

    tried = Signal(str, str)
    quit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.officer = _OfficerBox()
        self.ask = PinAsk("", tr("Đăng nhập"), "act.login")
        self.leave = ActionButton(tr("Thoát"), kind="link")
        self._row = QHBoxLayout(self)
        self._row.setSpacing(0)
        self.brand = QWidget()
        self._fill_brand()
        self._row.addWidget(self.brand, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addStretch(1)
        self._row.addWidget(self.card, 0, Qt.AlignmentFlag.AlignVCenter)
        self._fill_card()
        theme_changed().changed.connect(self._restyle)
        self._restyle()
        self.setTabOrder(self.officer, self.ask.pin)
        self.setTabOrder(self.ask.pin, self.ask.button)
        self.setTabOrder(self.ask.button, self.leave)
        self.show_officers((), "", Names())

    def _fill_brand(self) -> None:
        column = QVBoxLayout(self.brand)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Emblem())
        column.addSpacing(px(24))
        column.addWidget(PlainLabel(tr("Bàn trực Zalo"), "display", "topbarText"))
        self.office = PlainLabel("", "h1", "topbarText", weight=500, wrap=True)
        column.addWidget(self.office)
        column.addSpacing(px(8))
        about = tr(
            "Tiếp nhận tin báo, phản ánh, khảo sát và hỏi đáp thủ tục của người dân qua Zalo Official Account."
        )
        column.addWidget(PlainLabel(about, "msg", "topbarDim", wrap=True))
        column.addSpacing(px(20))
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(Glyph("shield-check", "topbarText"))
        row.addWidget(
            PlainLabel(
                tr("Mọi lần mở hồ sơ và xem danh tính đều ghi nhật ký"), "body", "topbarText", wrap=True
            ),
            1,
        )
        column.addLayout(row)

    def _fill_card(self) -> None:
        column = self.card.column
        column.addWidget(PlainLabel(tr("Đăng nhập ca trực"), "h1"))
        column.addWidget(
            PlainLabel(tr("Chọn tên của bạn, nhập PIN rồi nhấn Enter"), "body", "text3", wrap=True)
        )
        self.rehearsal = PlainLabel("", "body", "orangeText", weight=600, wrap=True)
        self.rehearsal.hide()
        column.addWidget(self.rehearsal)
        column.addSpacing(px(16))
        column.addWidget(PlainLabel(tr("Cán bộ"), "body", weight=500))
        column.addSpacing(px(4))
        self.officer.setAccessibleName(tr("Cán bộ"))
        self.officer.setProperty("big", True)
        self.officer.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.officer.setMinimumContentsLength(10)
        self.officer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.officer.activated.connect(self._on_other)
        self.officer.settled.connect(self._to_pin)
        column.addWidget(self.officer)
        column.addSpacing(px(14))
        self.ask.asked.connect(self._try)
        column.addWidget(self.ask)
        column.addSpacing(px(18))
        column.addWidget(Line())
        column.addSpacing(px(12))
        column.addWidget(
            PlainLabel(tr("Quên PIN: gọi người quản trị để được đặt lại"), "small", "text3", wrap=True)
        )
        foot = QHBoxLayout()
        self.leave.clicked.connect(self.quit_wanted)
        foot.addWidget(self.leave)
        self.machine = PlainLabel("", "small", "text3")
        foot.addStretch(1)
        foot.addWidget(self.machine)
        column.addLayout(foot)

    def _restyle(self) -> None:
        edge = px(18)
        self.officer.setIconSize(QSize(edge, edge))
        self._mark_rows()
        self.arrange()

    def _mark_rows(self) -> None:
        mark = icon("user", px(18), color("text3"))
        for row in range(self.officer.count()):
            self.officer.setItemIcon(row, mark)

    def _on_other(self) -> None:
        """Another officer was chosen: a PIN typed for the last one is not his."""
        self.ask.forget()

    def _to_pin(self) -> None:
        self.ask.pin.setFocus()

    def _try(self, pin: str) -> None:
        self.tried.emit(str(self.officer.currentData()), pin)

    def show_officers(self, officers: Sequence[Officer], last: str, names: Names) -> None:
        """List who may sign in here, as «number · rank and name · unit».

        Args:
            officers: in the order shown.
            last: id of who was signed in last; he is proposed.
            names: names of the units.

        """
        self.officer.clear()
        for one in officers:
            words = (one.officer_id, one.title, names.unit(one.unit))
            self.officer.addItem(" · ".join(safe_line(word, 60) for word in words if word), one.officer_id)
        self._mark_rows()
        position = self.officer.findData(last)
        self.officer.setCurrentIndex(max(0, position) if officers else -1)
        self.officer.setPlaceholderText(tr("Máy này chưa có cán bộ nào, gọi người quản trị"))
        self.officer.setEnabled(bool(officers))
        self.ask.set_open(bool(officers))

    def show_office(self, name: str, machine: str, rehearsal: str) -> None:
        """Say whose desk this is.

        Args:
            name: of the police office.
            machine: name of this computer.
            rehearsal: words that say this is no real duty, "" for a real one.

        """
        self.office.setText(safe_line(name, 80))
        self.machine.setText(tr("Máy {machine}", machine=safe_line(machine, 40)) if machine else "")
        self.rehearsal.setText(safe_line(rehearsal, 120))
        self.rehearsal.setVisible(bool(rehearsal))
        self.arrange()

    def show_note(self, words: str) -> None:
        """Say why the sign-in is here, in the place of the words of a rehearsal."""
        self.rehearsal.setText(safe_line(words, 120))
        self.rehearsal.setVisible(bool(words))
        self.arrange()

    def show_error(self, words: str, wait_s: int = 0) -> None:
        """Say why nobody was signed in; for ``wait_s`` seconds nobody can try."""
        self.ask.show_error(words, wait_s)
        self.arrange()

    def tick(self) -> None:
        """One second of the wait is over; called by the owner."""
        self.ask.tick()

    def busy(self, busy: bool) -> None:
        """Show that the PIN is being checked; nobody else can be chosen meanwhile."""
        self.ask.set_busy(busy)
        self.officer.setEnabled(not busy and self.officer.count() > 0)

    def clear(self) -> None:
        """Forget the typed PIN."""
        self.ask.forget()

    def arrange(self) -> None:
        """Set the margins for the window's width; the name goes where there is no room for it."""
        beside = self.width() >= px(SIDE_BY_SIDE_PX)
        self.brand.setVisible(beside)
        self.brand.setFixedWidth(px(400))
        left = round(self.width() * LEFT_SHARE) if beside else (self.width() - px(CARD_PX)) // 2
        right = round(self.width() * RIGHT_SHARE) if beside else left
        if beside:
            right = min(right, max(px(PAD_PX), self.width() - left - px(400) - px(CARD_PX) - px(PAD_PX)))
        self._row.setContentsMargins(max(0, left), 0, max(0, right), 0)
        self.card.fit(self.height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.ask.pin.setFocus()
