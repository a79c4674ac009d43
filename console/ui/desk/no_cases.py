"""What stands in the desk's place for an officer whose roles read no case: why the queue would be empty, and where his work is.

An administrator reads no message (domain.md §7). An empty queue would tell him that nobody has written, and figures of none would
say the same; so he sees neither.
"""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout

from console.domain.officer import ROLE_NAMES, Officer, Permission
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton
from console.ui.common.commands import command
from console.ui.common.empty import EmptyState
from console.ui.common.keymap import key_text
from console.ui.common.labels import Pane
from console.ui.desk.pages import DESK
from console.ui.desk.reporting import CODE as STATISTICS
from console.ui.desk.searching import PAGE as SEARCH
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.theme import px, theme_changed

DOORS = ("page.accounts", "page.law", "knowledge", "connect")
"""Commands of who administers, in the order of their buttons."""
WIDE = 680
"""The column is no wider, px at scale 1.0."""
OF_CASES = (SEARCH, STATISTICS)


class _Page(Pane):
    """The ground of the page, with one column of readable width in its middle."""

    def __init__(self) -> None:
        super().__init__("canvas")
        self.state = EmptyState(stacked=True)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addWidget(self.state, WIDE)
        row.addStretch(1)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.state.setMaximumWidth(px(WIDE))


class NoCases:
    """Shows the desk to who reads cases, and the page to who does not; again whenever his rights become others."""

    def __init__(self, window: DeskWindow, bench: Workbench, run: Callable[[str], None]) -> None:
        """Take the window, who sits there, and what runs a command."""
        self._window, self._bench, self._run = window, bench, run
        self.page = _Page()
        self.state = self.page.state
        self.doors: dict[str, ActionButton] = {}

    def look(self) -> None:
        """Show what the officer's rights are for now."""
        officer, window = self._bench.officer, self._window
        reads = officer.may(Permission.READ) and not self._homeless(officer)
        window.rail.show_cases(shown=reads)
        for code in OF_CASES:
            window.rail.show_entry(code, shown=reads)
            if not reads and window.pages.code == code:
                window.pages.open(DESK)
        if reads:
            window.pages.stand_in(None)
            return
        self._fill(officer)
        window.pages.stand_in(self.page)
        if window.pages.code == DESK:
            window.focus_pane(1)

    def _homeless(self, officer: Officer) -> bool:
        """Return whether the officer's unit is closed: its cases went to others, and an empty queue would not say so (W-05)."""
        return not officer.province and officer.unit not in self._bench.catalog.units

    def _fill(self, officer: Officer) -> None:
        if not self.doors:
            for code in DOORS:
                self.doors[code] = self._door(code)
                self.state.add_button(self.doors[code])
        administers = officer.may(Permission.ADMINISTER)
        for door in self.doors.values():
            door.setVisible(administers)
        self.page.setFocusProxy(self.doors[DOORS[0]] if administers else self.state)
        if officer.may(Permission.READ):
            unit = self._bench.catalog.unit_name(officer.unit)
            title = tr("{unit} không còn trong tổ chức đang dùng", unit=unit)
            self.state.show_state("building-2", "neutral", title, _moved_words())
            return
        self.state.show_state(
            "users" if administers else "lock", "neutral", _title(officer, administers), _words(administers)
        )

    def _door(self, code: str) -> ActionButton:
        one = command(code)
        button = ActionButton(one.words, one.icon, "primary" if code == DOORS[0] else "plain", command=code)
        button.setAutoDefault(True)  # Enter opens as Space does
        button.clicked.connect(lambda: self._run(code))
        return button


def _moved_words() -> str:
    return tr(
        "Hồ sơ đang mở của đơn vị đã sang đơn vị thay thế, không mất; máy vẫn nhận tin. Nhờ người quản trị đổi đơn vị "
        "cho tài khoản của bạn, hoặc {key} để người khác đăng nhập.",
        key=key_text("lock"),
    )


def _title(officer: Officer, administers: bool) -> str:
    if administers:
        return tr(
            "Vai trò {role} không đọc hồ sơ", role=", ".join(said(ROLE_NAMES[x]) for x in officer.roles)
        )
    return tr("Tài khoản của bạn không còn quyền nào")


def _words(administers: bool) -> str:
    if administers:
        return tr(
            "Ở đây không thấy tin của công dân, kể cả số lượng: không phải là không có tin. Máy vẫn nhận tin, "
            "người trực thấy và xử lý. Việc của bạn là cán bộ và quyền, quy định, thư viện, kết nối Zalo OA."
        )
    return tr(
        "Máy vẫn nhận tin và người trực khác vẫn thấy. Nhờ người quản trị giao vai trò, hoặc {key} để người khác đăng nhập.",
        key=key_text("lock"),
    )
