"""The administration page: officers, roles and rights, and what somebody would see («xem như»). It decides nothing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.actions.accounts import SeenAs
from console.cache.views import View
from console.domain.nameless import NamelessAccount
from console.domain.numerals import number_text
from console.domain.officer import Officer, Permission, Role
from console.domain.roles import RoleMatrix
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.accounts.account import RoleBoxes, unit_box
from console.ui.accounts.words import deed, role_name, role_names
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.grid import Grid
from console.ui.common.labels import Heading, Pane, PlainLabel
from console.ui.common.tab_head import tab_head
from console.ui.common.view_names import view_name
from console.ui.theme import px

OFFICERS, RIGHTS, SEEN = range(3)


class AccountsPage(Pane):
    """Everything of the screen.

    Signals:
        add_wanted(); change_wanted(Officer); active_wanted(Officer, bool): disable or enable.
        pin_wanted(Officer): give him a PIN for one sign-in.
        retire_wanted(): let the nameless account of a new store go.
        grant_wanted(Role, Permission, bool): let a role do something, or no more.
        seen_wanted(tuple[Role, ...], str): what would an officer with these roles in this unit see?
    """

    add_wanted = Signal()
    change_wanted = Signal(object)
    active_wanted = Signal(object, bool)
    pin_wanted = Signal(object)
    retire_wanted = Signal()
    grant_wanted = Signal(object, object, bool)
    seen_wanted = Signal(object, str)

    def __init__(
        self,
        units: Mapping[str, str],
        own: str,
        parent: QWidget | None = None,
        former: Callable[[str], str] = str,
    ) -> None:
        """Take the units' names by code, the unit that «xem như» begins with, and what names a unit that is no more."""
        super().__init__("inset", parent=parent)
        self._units, self._former = units, former
        self.officers: tuple[tuple[Officer, bool], ...] = ()
        self.pins: dict[str, bool] = {}
        self.matrix: RoleMatrix | None = None
        self.title = PlainLabel(tr("Quản trị"), "h1")
        self.trouble = PlainLabel("", "body", "redText", weight=600, wrap=True)
        self.trouble.hide()
        self.nameless = PlainLabel("", "body", "orangeText", wrap=True)
        self.retire = ActionButton(tr("Ngừng tài khoản không tên…"), "lock", "warn", "F9")
        self._notice = QWidget()
        self._notice.hide()
        self.tabs = (
            PillButton(tr("Cán bộ")),
            PillButton(tr("Vai trò và quyền")),
            PillButton(tr("Xem như")),
        )
        self.list = Grid(
            tr("Cán bộ"),
            (tr("Họ tên"), tr("Cấp bậc"), tr("Đơn vị"), tr("Vai trò"), tr("PIN"), tr("Tài khoản")),
            (230, 120, 250, 0, 120, 130),
        )
        self.rights = Grid(
            tr("Vai trò và quyền"),
            (tr("Được"), *(role_name(role) for role in Role)),
            (0, *[108] * len(Role)),
            tall=True,
        )
        self.rights.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.add = ActionButton(tr("Thêm cán bộ…"), "user-plus", "primary", "Ins")
        self.change = ActionButton(tr("Sửa…"), "square-pen", "plain", "F4")
        self.active = ActionButton(tr("Ngừng tài khoản…"), "lock", "plain", "Del")
        self.pin = ActionButton(tr("Cấp PIN…"), "key-round", "plain", "F12")
        self.as_him = ActionButton(tr("Xem như"), "eye", "plain", "F7")
        self.grant = ActionButton("", "key-round", "primary", "↵")
        self.about = PlainLabel("", "small", "text2", wrap=True)
        self.roles = RoleBoxes((Role.PROVINCE_DUTY,))
        self.unit = unit_box(units, own)
        self.counts = Grid(tr("Số hồ sơ thấy được"), (tr("Mục"), tr("Số hồ sơ")), (0, 120))
        self.seen_rights = Grid(tr("Được làm"), (tr("Được làm"),), (0,))
        self._stack = QStackedWidget()
        self._build()
        self._connect()

    # -- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(14), px(24), px(16))
        column.setSpacing(px(10))
        column.addLayout(tab_head(self.title, self.tabs, self.show_tab))
        column.addWidget(self.trouble)
        column.addWidget(self._notice)
        for made in (self._officer_tab(), self._right_tab(), self._seen_tab()):
            self._stack.addWidget(made)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self.list)
        self.tabs[OFFICERS].setChecked(True)

    def _officer_tab(self) -> QWidget:
        row = QHBoxLayout(self._notice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(12))
        row.addWidget(self.nameless, 1)
        row.addWidget(self.retire)
        return _tab(self.list, (self.add, self.change, self.pin, self.active, self.as_him))

    def _right_tab(self) -> QWidget:
        return _tab(self.rights, (self.grant, self.about))

    def _seen_tab(self) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(24))
        left = QVBoxLayout()
        left.setSpacing(px(8))
        left.addWidget(Heading(tr("Vai trò")))
        left.addWidget(self.roles)
        left.addWidget(Heading(tr("Đơn vị")))
        left.addWidget(self.unit)
        words = tr("Chỉ có số và quyền, không có nội dung hồ sơ. Không đổi gì.")
        left.addWidget(PlainLabel(words, "small", "text2", wrap=True))
        left.addStretch(1)
        row.addLayout(left, 2)
        row.addWidget(self.counts, 2)
        row.addWidget(self.seen_rights, 2)
        return made

    def _connect(self) -> None:
        self.add.clicked.connect(self.add_wanted)
        self.change.clicked.connect(self._change)
        self.active.clicked.connect(self._active)
        self.pin.clicked.connect(self._pin)
        self.retire.clicked.connect(self.retire_wanted)
        self.as_him.clicked.connect(self._as_him)
        self.grant.clicked.connect(self._grant)
        self.list.doubleClicked.connect(self._change)
        self.rights.doubleClicked.connect(self._grant)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.rights.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.list.model().modelReset.connect(self._show_buttons)
        self.roles.changed.connect(self._ask_seen)
        self.unit.currentIndexChanged.connect(self._ask_seen)
        self.list.installEventFilter(self)
        self.rights.installEventFilter(self)

    # -- what is shown --------------------------------------------------------------------------------------------

    def show_tab(self, number: int) -> None:
        """Show officers (0), rights (1) or what somebody would see (2)."""
        for at, tab in enumerate(self.tabs):
            tab.setChecked(at == number)
        self._stack.setCurrentIndex(number)
        self.say("")
        if number == SEEN:
            self._ask_seen()
        (self.list, self.rights, next(iter(self.roles.boxes.values())))[number].setFocus()

    def set_officers(
        self, officers: Sequence[tuple[Officer, bool]], pins: Mapping[str, bool] | None = None
    ) -> None:
        """Show accounts, each with whether it may sign in; ``pins`` says who has a PIN, and whether for one sign-in."""
        chosen = self.officer()
        self.pins = dict(pins or {})
        self.officers = tuple(officers)
        self.list.show_lines(
            [
                (
                    one.name,
                    one.rank,
                    self._unit_words(one.unit),
                    role_names(one.roles),
                    self._pin_words(one.officer_id),
                    tr("Đang dùng") if active else tr("Đã ngừng"),
                )
                for one, active in officers
            ]
        )
        ids = [one.officer_id for one, _active in officers]
        if chosen is not None and chosen.officer_id in ids:
            self.list.choose(ids.index(chosen.officer_id))

    def _unit_words(self, code: str) -> str:
        return self._units.get(code) or tr("{unit} – đã giải thể, cần đổi", unit=self._former(code))

    def _pin_words(self, officer_id: str) -> str:
        if officer_id not in self.pins:
            return "–"
        return tr("dùng một lần") if self.pins[officer_id] else tr("có")

    def set_matrix(self, matrix: RoleMatrix) -> None:
        """Show which role may do what; the chosen place stays."""
        self.matrix = matrix
        index = self.rights.currentIndex()
        at = (max(0, index.row()), max(1, index.column()))
        self.rights.lines.show(
            [
                (deed(right), *(tr("có") if right in matrix.grants[role] else "–" for role in Role))
                for right in Permission
            ]
        )
        self.rights.setCurrentIndex(self.rights.lines.index(*at))

    def show_seen(self, seen: SeenAs) -> None:
        """Show what somebody would see."""
        lines = [(view_name(view), number_text(seen.counts.views.get(view, 0))) for view in View]
        self.counts.show_lines(lines)
        self.seen_rights.show_lines([(deed(right),) for right in seen.permissions])

    def show_nameless(self, found: NamelessAccount | None) -> None:
        """Say that work is still done under nobody's name, and offer to end it where others can take over."""
        self._notice.setVisible(found is not None)
        if found is None:
            return
        self.retire.setVisible(bool(found.successors))
        if found.successors:
            names = ", ".join(safe_line(one.title, 60) for one in found.successors[:3])
            words = tr("Tài khoản «{name}» không mang tên ai mà vẫn đăng nhập được. {names} đã thay được: ngừng nó để việc nào cũng có tên người làm.", name=found.officer.name, names=names)  # fmt: skip
        else:
            words = tr("Tài khoản «{name}» không mang tên ai mà vẫn đăng nhập được. Thêm cán bộ trực của tỉnh và cấp PIN, rồi ngừng nó ở đây.", name=found.officer.name)  # fmt: skip
        self.nameless.setText(words)

    def say(self, words: str) -> None:
        """Say on the page why something was not done; "" for nothing."""
        self.trouble.setText(safe_line(words, 400))
        self.trouble.setVisible(bool(words))

    def officer(self) -> Officer | None:
        """Return the chosen account."""
        row = self.list.row()
        return self.officers[row][0] if 0 <= row < len(self.officers) else None

    def right(self) -> tuple[Role, Permission, bool] | None:
        """Return the chosen place of the matrix: role, right, and whether it is granted."""
        index = self.rights.currentIndex()
        if self.matrix is None or not index.isValid() or index.column() < 1:
            return None
        role, right = tuple(Role)[index.column() - 1], tuple(Permission)[index.row()]
        return role, right, right in self.matrix.grants[role]

    def _show_buttons(self) -> None:
        row = self.list.row()
        chosen = 0 <= row < len(self.officers)
        for button in (self.change, self.active, self.as_him):
            button.setEnabled(chosen)
        self.pin.setEnabled(chosen and self.officers[row][1])
        if chosen:
            active = self.officers[row][1]
            has = self.officers[row][0].officer_id in self.pins
            self.pin.set_label(tr("Cấp lại PIN…") if has else tr("Cấp PIN…"))
            self.active.set_label(tr("Ngừng tài khoản…") if active else tr("Mở lại tài khoản…"))
            self.active.set_look("plain", "lock" if active else "lock-open")
        place = self.right()
        self.grant.setEnabled(place is not None)
        if place is None:
            return
        role, right, granted = place
        self.grant.set_label(tr("Thôi cho quyền này…") if granted else tr("Cho quyền này…"))
        self.about.setText(f"{role_name(role)} · {deed(right)}")

    # -- keys and buttons -----------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the lists: Ins, F4 or ↵, F12, Del, F7 for officers; ↵ or space in the matrix."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds and not event.modifiers():
            runs = self._rights_keys() if watched is self.rights else self._list_keys()
            run = runs.get(Qt.Key(event.key()))
            if run is not None:
                if event.type() == QEvent.Type.KeyPress:
                    run()
                event.accept()  # on this page the key is the list's, not the window's
                return True
        return super().eventFilter(watched, event)

    def _list_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Insert: self.add_wanted.emit,
            Qt.Key.Key_F4: self._change,
            Qt.Key.Key_Return: self._change,
            Qt.Key.Key_Enter: self._change,
            Qt.Key.Key_Delete: self._active,
            Qt.Key.Key_F7: self._as_him,
            Qt.Key.Key_F12: self._pin,
            Qt.Key.Key_F9: self._retire,
        }

    def _rights_keys(self) -> dict[Qt.Key, Callable[[], object]]:
        return {
            Qt.Key.Key_Return: self._grant,
            Qt.Key.Key_Enter: self._grant,
            Qt.Key.Key_Space: self._grant,
        }

    def _change(self, _index: QModelIndex | bool | None = None) -> None:
        officer = self.officer()
        if officer is not None:
            self.change_wanted.emit(officer)

    def _active(self) -> None:
        if self.officer() is not None:
            officer, active = self.officers[self.list.row()]
            self.active_wanted.emit(officer, not active)

    def _pin(self) -> None:
        officer = self.officer()
        if officer is not None and self.pin.isEnabled():
            self.pin_wanted.emit(officer)

    def _retire(self) -> None:
        if self.retire.isVisible():
            self.retire_wanted.emit()

    def _as_him(self) -> None:
        officer = self.officer()
        if officer is not None:
            self.roles.choose(officer.roles)
            self.unit.setCurrentIndex(self.unit.findData(officer.unit))
            self.show_tab(SEEN)

    def _grant(self, _index: QModelIndex | bool | None = None) -> None:
        place = self.right()
        if place is not None:
            role, right, granted = place
            self.grant_wanted.emit(role, right, not granted)

    def _ask_seen(self) -> None:
        unit = self.unit.currentData()
        if unit and self._stack.currentIndex() == SEEN:
            self.seen_wanted.emit(self.roles.chosen(), unit)


def _tab(grid: QWidget, foot: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(10))
    column.addWidget(grid, 1)
    row = QHBoxLayout()
    row.setSpacing(px(8))
    for widget in foot:
        row.addWidget(widget, int(isinstance(widget, PlainLabel)))
    if not any(isinstance(widget, PlainLabel) for widget in foot):
        row.addStretch(1)
    column.addLayout(row)
    return made
