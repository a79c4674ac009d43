"""The 60 px above a conversation: who, what state, who else is looking, and the three verbs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from console.cache.views import CaseDetail, Presence, PresenceKind
from console.domain.case import Case, CaseState
from console.domain.names import initials
from console.domain.officer import Officer, Permission
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.chips import Chip, accent, green, neutral, orange, severity_chip
from console.ui.common.keymap import menu_text
from console.ui.common.labels import ChipLabel, Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.paint import draw_owner, draw_tile, text_width
from console.ui.common.sharing import name_shown
from console.ui.common.times import clock_text, row_time
from console.ui.common.tooltip import set_tooltip
from console.ui.theme import current_theme, px, theme_changed

_WIDE = 760
_ROOM_FOR_VERBS = 600


def state_chip(case: Case, officer_id: str, now_ms: int) -> Chip:
    """Return the chip that says where a case stands."""
    if case.state is CaseState.MERGED:
        return neutral(tr("Đã gộp"), "merge")
    if case.state is CaseState.CLOSED:
        return neutral(tr("Đã đóng"), "act.close")
    if case.snooze_until > now_ms:
        return neutral(tr("Nhắc lại {time}", time=row_time(case.snooze_until, now_ms)), "alarm-clock")
    if case.state is CaseState.TRANSFERRED:
        return orange(tr("Đã chuyển"), "act.escalate")
    if case.owner and case.lease_until > now_ms:
        if case.owner == officer_id:
            return accent(tr("Bạn đang giữ"), "circle-dot")
        return accent(tr("Đang xử lý"), "circle-dot")
    return green(tr("Chưa ai giữ"), "act.claim") if case.open else neutral(tr("Đã đóng"))


class _Tile(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.family = "KH"
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        edge = current_theme().size("tile")
        self.setFixedSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_tile(QPainter(self), 0, 0, self.family)


class _Face(QWidget):
    """The initials of whoever else is at the case."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        edge = current_theme().size("ownerCircle")
        self.setFixedSize(edge, edge)

    def set_name(self, name: str) -> None:
        """Show another officer."""
        self._name = name
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        draw_owner(QPainter(self), 0, 0, initials(self._name), mine=False)


def presence_words(others: Sequence[Presence]) -> str:
    """Return «Tuấn đang xem», «Tuấn đang viết», «Tuấn và 2 người nữa đang xem»; nothing for nobody."""
    if not others:
        return ""
    name = safe_line(others[0].name, 60).split(" ")[-1]
    if others[0].kind is PresenceKind.WRITING:
        return tr("{name} đang viết", name=name)
    if len(others) > 1:
        return tr("{name} và {count} người nữa đang xem", name=name, count=len(others) - 1)
    return tr("{name} đang xem", name=name)


def presence_word(others: Sequence[Presence]) -> str:
    """Return the words beside the initials where the name has no room; nothing for nobody and for several."""
    if len(others) != 1:
        return ""
    return tr("đang viết") if others[0].kind is PresenceKind.WRITING else tr("đang xem")


class ConversationHeader(Pane):
    """Tile, pseudonym, chips, number · category · time, viewers, verbs.

    Signals: ``tags_requested transfer_requested close_requested claim_requested`` (nothing else to carry: the case is the
    shown one), ``more_requested(str)`` with ``snooze merge split release reopen take_over export``, ``inspector_toggled``.
    """

    tags_requested = Signal()
    transfer_requested = Signal()
    close_requested = Signal()
    claim_requested = Signal()
    more_requested = Signal(str)
    inspector_toggled = Signal()

    def __init__(self, names: Names, parent: QWidget | None = None) -> None:
        super().__init__("canvas", line="b", parent=parent)
        self._names = names
        self._case: Case | None = None
        self._officer = ""
        self._audits = False
        self._answers = True
        self._others: tuple[Presence, ...] = ()
        self._who, self._doing = "", ""
        # What does not fit goes into the menu; the header never keeps the window from getting narrower.
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(12), 0)
        row.setSpacing(px(8))
        self._tile = _Tile()
        row.addWidget(self._tile)
        row.addSpacing(px(4))
        row.addLayout(self._titles(), 1)
        self.face = _Face()
        row.addWidget(self.face)
        self.viewers = PlainLabel("", "small", "text2")
        row.addWidget(self.viewers)
        row.addSpacing(px(4))
        self.claim = ActionButton(tr("Nhận việc"), "act.claim", "primary", command="claim")
        self.claim.clicked.connect(self.claim_requested)
        self.tags = ActionButton(tr("Nhãn"), "tag", command="tags")
        self.tags.clicked.connect(self.tags_requested)
        self.transfer = ActionButton(tr("Chuyển"), "act.escalate", command="transfer")
        self.transfer.clicked.connect(self.transfer_requested)
        self.close_button = ActionButton(tr("Đóng"), "act.close", command="close")
        self.close_button.clicked.connect(self.close_requested)
        for button in (self.claim, self.tags, self.transfer, self.close_button):
            row.addWidget(button)
        self.more = IconButton("act.more", tr("Việc khác với hồ sơ này"))
        self.more.clicked.connect(self._open_menu)
        row.addWidget(self.more)
        self.panel = IconButton("act.panel", tr("Ẩn hoặc hiện hồ sơ"), command="inspector")
        self.panel.clicked.connect(self.inspector_toggled)
        row.addWidget(self.panel)
        theme_changed().changed.connect(self._restyle)
        self._restyle()
        self.set_case(None, "", 0)

    def _titles(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(px(6))
        self.title = PlainLabel("", "title", weight=600)
        line.addWidget(self.title)
        line.addSpacing(px(2))
        self.severity = ChipLabel(neutral(""))
        line.addWidget(self.severity)
        self.state = ChipLabel(neutral(""))
        line.addWidget(self.state)
        line.addStretch(1)
        column.addLayout(line)
        self.detail = PlainLabel("", "small", "text2", elided=True)
        self.detail.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        column.addWidget(self.detail)
        column.addStretch(1)
        return column

    def _restyle(self) -> None:
        self.setFixedHeight(current_theme().size("convHead"))

    def set_officer(self, officer: Officer) -> None:
        """Know who sits here: who may read the audit is offered who looked."""
        self._audits = officer.may(Permission.AUDIT)

    def set_case(self, detail: CaseDetail | None, officer_id: str, now_ms: int) -> None:
        """Show a case; ``officer_id`` is who sits at this desk, ``now_ms`` UTC."""
        self._case = detail.case if detail is not None else None
        self._officer = officer_id
        for widget in (
            self._tile,
            self.severity,
            self.state,
            self.viewers,
            self.claim,
            self.more,
            self.panel,
        ):
            widget.setVisible(detail is not None)
        if detail is None:
            self.title.setText("")
            self.detail.setText("")
            self._who, self._doing = "", ""
            self._others = ()
            self._fit()
            return
        case = detail.case
        self._tile.family = current_theme().family_of(case.category)
        self._tile.update()
        self.title.setText(name_shown(safe_line(case.pseudonym, 60)))
        severity = severity_chip(case.priority)
        self.severity.setVisible(severity is not None)
        if severity is not None:
            self.severity.set_chip(severity)
        self._answers = detail.answers
        told = case.open and not detail.answers and not detail.for_us
        self.state.set_chip(neutral(tr("Để biết"), "eye") if told else state_chip(case, officer_id, now_ms))
        parts = [case.number, self._names.category(case.category) or tr("Chưa phân loại")]
        if case.opened_at:
            parts.append(tr("nhận {time}", time=_received(case.opened_at, now_ms)))
        self.detail.setText(safe_line(" · ".join(part for part in parts if part)))
        self.set_others(detail.others, now_ms)
        held = bool(case.owner) and case.lease_until > now_ms
        self.claim.set_label(tr("Tiếp nhận") if detail.for_us else tr("Nhận việc"))
        self.claim.setVisible(case.open and (detail.for_us or (detail.answers and not held)))
        self._fit()

    def set_others(self, others: Sequence[Presence], now_ms: int) -> None:
        """Say who else is at the case: one who writes before those who look (features F-01)."""
        here = sorted(
            (other for other in others if other.until > now_ms), key=lambda o: o.kind is PresenceKind.VIEWING
        )
        self._others = tuple(others)
        text = presence_words(here)
        self.face.set_name(here[0].name if here else "")
        if text != self._who:
            self._who, self._doing = text, presence_word(here)
            self.viewers.setAccessibleName(text)
            self.viewers.set_tone("orangeText" if here and here[0].kind is PresenceKind.WRITING else "text2")
            self._fit()

    def set_now(self, now_ms: int) -> None:
        """Let those go of whom nothing was heard for a while; cheap, once a second."""
        self.set_others(self._others, now_ms)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() >= px(_WIDE)
        open_case = self._case is not None and self._case.open and self._answers
        self.tags.setVisible(open_case and wide)
        verbs = open_case and self.width() >= px(_ROOM_FOR_VERBS)
        self.transfer.setVisible(verbs)
        self.close_button.setVisible(verbs)
        chips = self._case is not None and wide
        # Who is at the case outranks what state it is in, which the verbs show too; the pseudonym is never cut. The initials
        # stand for the name before the state gives way.
        shown = (
            (self._who, True),
            (self._doing, bool(self._doing)),
            (self._who, False),
            ("", True),
            ("", False),
        )
        for words, state in shown:
            self.viewers.setText(words or self._who)
            self.face.setVisible(bool(self._who) and wide)
            self.viewers.setVisible(bool(words) and wide)
            self.state.setVisible(chips and state)
            if self._room_left() >= 0:
                break
        set_tooltip(self.face, self._who)

    def _room_left(self) -> float:
        """Return the px that are left when nothing of the title is cut; negative when something would be."""
        title = text_width(self.title.text(), "title", 600)
        beside = (self.severity, self.state)
        others = (self.face, self.viewers, self.claim, self.tags, self.transfer, self.close_button)
        taken = sum(w.sizeHint().width() + px(8) for w in (*beside, *others) if not w.isHidden())
        taken += self._tile.width() + self.more.sizeHint().width() + self.panel.sizeHint().width()
        return self.width() - title - taken - px(72)

    def menu(self) -> QMenu:
        """Return the menu of the rarer verbs that make sense for the shown case."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        case = self._case
        if case is None:
            return menu
        self._add_hidden_verbs(menu)
        codes = ["people", "packet", "export"]
        # Who was only told of a case reads it: he puts nothing off and takes nothing over.
        if self._answers:
            doing = ["snooze", "merge", "split"] if case.open else ["reopen"]
            if case.open and case.snooze_until:
                doing.insert(1, "wake")
            codes = doing + codes
        held = self._answers and case.open and bool(case.owner)
        if held and case.owner != self._officer:
            codes.insert(0, "take_over")
        elif held:
            entry = menu.addAction(menu_text("claim", tr("Trả về hàng đợi")))
            entry.triggered.connect(lambda _on=False: self.more_requested.emit("claim"))
        codes.append("contact_allow" if case.contact_limits else "contact_wish")
        if case.erased_at:
            codes = []  # nothing is left that these could be done to; who looked is
        if self._audits or (case.owner and case.owner == self._officer):
            codes.append("who_looked")
        for code in codes:
            entry = menu.addAction(menu_text(code))
            entry.triggered.connect(lambda _on=False, chosen=code: self.more_requested.emit(chosen))
        return menu

    def _add_hidden_verbs(self, menu: QMenu) -> None:
        if self._case is None or not self._case.open or not self._answers:
            return
        for button in (self.tags, self.transfer, self.close_button):
            if button.isHidden():
                menu.addAction(button.label()).triggered.connect(lambda _on=False, verb=button: verb.click())
        menu.addSeparator()

    def _open_menu(self) -> None:
        self.menu().popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


def _received(at_ms: int, now_ms: int) -> str:
    day = row_time(at_ms, now_ms)
    time = clock_text(at_ms)
    return time if day == time else f"{time} {day}"
