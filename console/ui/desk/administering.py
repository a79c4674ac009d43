"""Wires the administration page: accounts, the matrix of roles, and what somebody would see."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.actions import accounts, retiring
from console.actions.accounts import SeenAs
from console.actions.desk import Desk
from console.cache.views import ChangeSet
from console.domain.nameless import NAMELESS, find_nameless, is_nameless
from console.domain.officer import Officer, Permission, Role
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.accounts.account import AccountDialog
from console.ui.accounts.once_pin import OncePinDialog
from console.ui.accounts.page import AccountsPage
from console.ui.accounts.words import deed, role_name
from console.ui.common.names import Names
from console.ui.desk.acts import trouble_text
from console.ui.desk.pages import PageSpec
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast

PAGE = "page.accounts"
TOPICS = frozenset({"officers", "roles"})


class Administering(QObject):
    """The administration page of one desk."""

    def __init__(self, window: DeskWindow, bench: Workbench, names: Names) -> None:
        """Take the window the page stands in, who reads and acts, names for codes."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self._page: AccountsPage | None = None
        bench.news.changed.connect(self._changed)
        window.pages.changed.connect(self._shown)

    @property
    def allowed(self) -> bool:
        """Return whether the officer administers."""
        return self._bench.officer.may(Permission.ADMINISTER)

    def spec(self) -> PageSpec:
        """Return the page for the rail."""
        return PageSpec(PAGE, tr("Quản trị"), "users", self._make)

    def _units(self) -> dict[str, str]:
        return {code: self._names.unit(code) for code in self._bench.catalog.units}

    def _make(self) -> AccountsPage:
        page = AccountsPage(self._units(), self._bench.officer.unit, former=self._names.unit)
        page.add_wanted.connect(lambda: self.ask_account(None))
        page.change_wanted.connect(self.ask_account)
        page.active_wanted.connect(self._ask_active)
        page.pin_wanted.connect(self._ask_pin)
        page.retire_wanted.connect(self.ask_retire)
        page.grant_wanted.connect(self._ask_grant)
        page.seen_wanted.connect(self._see)
        self._page = page
        self.refresh()
        return page

    def _changed(self, changes: ChangeSet) -> None:
        if changes.topics & TOPICS:
            self.refresh()

    def _shown(self, code: str) -> None:
        if code == PAGE and self._page is not None:
            self.refresh()
            self._page.setFocus()

    def refresh(self) -> None:
        """Show accounts and rights as they are now."""
        if self._page is not None and self.allowed:
            queries, holders = self._bench.queries, self._bench.pin_holders()
            officers, matrix = queries.accounts(), queries.role_matrix()
            self._page.set_officers(officers, holders)
            self._page.set_matrix(matrix)
            in_use = [one for one, active in officers if active]
            self._page.show_nameless(find_nameless(in_use, holders, matrix))

    # -- officers -------------------------------------------------------------------------------------------------

    def ask_account(self, officer: Officer | None) -> None:
        """Ask for a new account, or for what of one is to be another."""
        dialog = AccountDialog(self._window, self._units(), officer)
        waiting = [dialog]
        dialog.finished.connect(lambda _result: waiting.clear())

        def wanted(made: Officer) -> None:
            def work(desk: Desk) -> None:
                if officer is None:
                    accounts.enter_officer(desk, made)
                    return
                accounts.set_roles(desk, made.officer_id, made.roles)
                accounts.change_officer(desk, made.officer_id, name=made.name, rank=made.rank, unit=made.unit)

            def done(_none: None) -> None:
                for form in tuple(waiting):
                    form.accept()
                self._say_done(tr("Đã lưu tài khoản {name}", name=safe_line(made.title, 80)))

            def failed(error: Exception) -> None:
                for form in waiting:
                    form.refused(trouble_text(error))
                self.refresh()

            self._bench.act(work, done, failed)

        dialog.requested.connect(wanted)
        dialog.open()

    def ask_retire(self) -> None:
        """Ask whether the nameless account of a new store is to go."""
        dialog = ReasonDialog(
            self._window,
            tr("Ngừng tài khoản không tên?"),
            NAMELESS.officer_id,
            icon="lock",
            verb=tr("Ngừng tài khoản"),
            choices=(tr("Đã có cán bộ trực mang tên mình"), tr("Lý do khác")),
            promise=tr(
                "Không đăng nhập được nữa. Việc đã làm vẫn ở nhật ký; hồ sơ đang giữ về hàng đợi khi hết hạn giữ."
            ),
            tone="orange",
        )
        holders = frozenset(self._bench.pin_holders())
        dialog.requested.connect(
            lambda reason: self._do(
                lambda desk: retiring.retire_nameless(desk, holders, reason),
                tr("Đã ngừng tài khoản không tên"),
            )
        )
        dialog.open()

    def _ask_active(self, officer: Officer, active: bool) -> None:
        if is_nameless(officer) and not active:
            self.ask_retire()
            return
        name = safe_line(officer.title, 80)
        dialog = ReasonDialog(
            self._window,
            tr("Mở lại tài khoản của {name}?", name=name)
            if active
            else tr("Ngừng tài khoản của {name}?", name=name),
            officer.officer_id,
            icon="lock-open" if active else "lock",
            verb=tr("Mở lại") if active else tr("Ngừng tài khoản"),
            choices=(tr("Trở lại công tác"), tr("Ngừng nhầm"), tr("Lý do khác"))
            if active
            else (tr("Chuyển công tác"), tr("Nghỉ dài ngày"), tr("Lý do khác")),
            promise=tr("Đăng nhập lại được ngay.")
            if active
            else tr("Không đăng nhập được nữa. Việc đã làm vẫn mang tên cán bộ này."),
            tone="accent" if active else "orange",
        )
        run = accounts.enable_officer if active else accounts.disable_officer
        said = (
            tr("Đã mở lại tài khoản {name}", name=name)
            if active
            else tr("Đã ngừng tài khoản {name}", name=name)
        )
        dialog.requested.connect(
            lambda reason: self._do(lambda desk: run(desk, officer.officer_id, reason), said)
        )
        dialog.open()

    def _ask_pin(self, officer: Officer) -> None:
        name = safe_line(officer.title, 80)
        dialog = ReasonDialog(
            self._window,
            tr("Cấp PIN dùng một lần cho {name}?", name=name),
            officer.officer_id,
            icon="key-round",
            verb=tr("Cấp PIN"),
            choices=(tr("Cán bộ mới"), tr("Quên PIN"), tr("Nghi lộ PIN"), tr("Lý do khác")),
            promise=tr(
                "PIN đang dùng, nếu có, hết hiệu lực ngay. Máy hiện PIN mới một lần để đọc cho người nhận."
            ),
            tone="orange",
        )

        def show(pin: str) -> None:
            self.refresh()
            OncePinDialog(self._window, officer.title, pin).open()

        dialog.requested.connect(
            lambda reason: self._bench.issue_pin(officer.officer_id, reason, show, self._failed)
        )
        dialog.open()

    # -- rights ---------------------------------------------------------------------------------------------------

    def _ask_grant(self, role: Role, right: Permission, granted: bool) -> None:
        who, what = role_name(role), deed(right)
        dialog = ReasonDialog(
            self._window,
            tr("Cho {role} quyền: {deed}?", role=who, deed=what)
            if granted
            else tr("Thôi cho {role} quyền: {deed}?", role=who, deed=what),
            "",
            icon="key-round",
            verb=tr("Cho quyền") if granted else tr("Thôi cho quyền"),
            choices=(tr("Theo quyết định của chỉ huy"), tr("Theo quy chế trực mới"), tr("Lý do khác")),
            promise=tr("Có hiệu lực ngay với mọi cán bộ có vai trò này. Lý do vào nhật ký."),
            tone="orange",
        )
        given, taken = ((right,), ()) if granted else ((), (right,))
        said = tr("Đã đổi quyền của {role}", role=who)
        dialog.requested.connect(
            lambda reason: self._do(
                lambda desk: accounts.change_grants(desk, role, given, taken, reason), said
            )
        )
        dialog.open()

    # -- what somebody would see ----------------------------------------------------------------------------------

    def _see(self, roles: tuple[Role, ...], unit: str) -> None:
        def show(seen: SeenAs) -> None:
            if self._page is not None:
                self._page.show_seen(seen)

        self._bench.act(lambda desk: accounts.see_as(desk, roles, unit), show, self._failed)

    # -- running --------------------------------------------------------------------------------------------------

    def _do(self, work: Callable[[Desk], object], said: str) -> None:
        self._bench.act(work, lambda _result: self._say_done(said), self._failed)

    def _say_done(self, said: str) -> None:
        if self._page is not None:
            self._page.say("")
        self._window.toasts.show_toast(Toast("act.approve", "green", said, topic="accounts"))

    def _failed(self, error: Exception) -> None:
        if self._page is not None:
            self._page.say(trouble_text(error))
        self.refresh()
