"""Drives the wizard of the first connection: the same use cases as ``console connect``, ``poll --once`` and the accounts page.

All that waits for Zalo runs on the reader's thread and reaches the store through the store's own; the gateway is at work only
when the wizard has ended, so that nobody else holds the tokens meanwhile.
"""

import secrets
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from console.actions import accounts
from console.actions.desk import ActionError, Desk
from console.actions.founding import enter_first_administrator, require_set_up
from console.app.connecting import Connected, FirstConnection, OtherOaError
from console.app.error_words import said_error
from console.app.first_trial import Posted, UnreadError, post_trial, read_inbox
from console.app.machine_check import check_machine
from console.app.officers import load_officers
from console.app.seats import Works
from console.cache.errors import StoreError
from console.cache.store import Store
from console.cache.trial_query import TrialMessage
from console.domain.case import ReplyState
from console.domain.numerals import number_text
from console.domain.officer import Officer, Role
from console.runtime.i18n import tr
from console.runtime.jobs import Err, Ok
from console.runtime.resources import load_reply_policy
from console.runtime.settings import SettingsError, save_settings
from console.ui.accounts.account import AccountDialog
from console.ui.accounts.words import role_name
from console.ui.common.links import may_open
from console.ui.common.times import clock_text
from console.ui.signin.setup import SetupScreen
from console.ui.signin.setup_state import Check, LinkedOa, Step
from console.zalo.errors import ApiError, CallbackError, NotSent, OutcomeUnknown, ZaloError

T = TypeVar("T")
_APP, _REDIRECT, _SECRET, _CODE = -14002, -14003, -14004, -14005


class FirstSetup(QObject):
    """One run of the wizard.

    ``ended``: it is over; ``officer`` sits down then, and ``connected`` says whether an OA is connected. ``late``: Zalo consented
    when it was over already.
    """

    ended = Signal()
    late = Signal()

    def __init__(self, works: Works, officer: Officer, *, connected: bool) -> None:
        """Make the screen; ``connected``: an OA is connected already, and only who works here is missing."""
        super().__init__()
        self._works, self.officer = works, officer
        self.connected = connected
        self._over, self._asking = False, False
        self._oa_id = ""
        self._read_from = ""
        workspace = works.workspace
        self._first = FirstConnection(workspace, self._call)
        self._app: tuple[str, str, str] | None = None
        self._code = f"THU{secrets.randbelow(9_000) + 1_000}"
        self.screen = screen = SetupScreen()
        screen.app.app_id.setText(workspace.settings.oa.app_id)
        screen.app.uri.setText(workspace.settings.oa.redirect_uri)
        screen.went_on.connect(self._go_on)
        screen.left.connect(self.leave)
        screen.machine.wanted.connect(self.check)
        screen.consent.browser_wanted.connect(self._browse)
        screen.consent.copied.connect(
            lambda: self._wait(tr("Đã sao chép liên kết lúc {time}.", time=self._now()))
        )
        screen.consent.answered.connect(self._answer)
        screen.consent.new_wanted.connect(self._offer)
        screen.trial.read_wanted.connect(self._read)
        screen.trial.send_wanted.connect(self._send)
        screen.officers.add_wanted.connect(self._ask_account)
        if connected:
            screen.start_at(Step.OFFICERS)
            self._list_officers()
        else:
            self.check()

    def _call(self, work: Callable[[Store], T]) -> T:
        return self._works.store_runner.call(lambda: work(self._works.workspace.store))

    def _run(self, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> None:
        """Do ``work`` beside the window; whoever left the wizard is told nothing any more."""

        def deliver(result: Ok[T] | Err) -> None:
            if not self._over:
                done(result)

        self._works.reader_runner.run(work, deliver)

    def _now(self) -> str:
        return clock_text(self._works.workspace.clock.now_ms())

    # -- 1: the machine -------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Look at the machine."""
        self.screen.machine.wait()
        workspace = self._works.workspace

        def checked(result: Ok[tuple[Check, ...]] | Err) -> None:
            if isinstance(result, Err):
                raise result.error
            self.screen.machine.show_checks(result.value)
            self.screen.settle()

        self._run(lambda: check_machine(workspace), checked)

    # -- 2: the app -----------------------------------------------------------------------------------------------

    def _go_on(self, step: Step) -> None:
        if step is Step.MACHINE:
            self.screen.show_step(Step.APP)
        elif step is Step.APP:
            self._take_app()
        elif step is Step.CONSENT:
            self.screen.show_step(Step.TRIAL)
            if self.screen.trial.code != self._code:
                self.screen.trial.begin(self._code)
                self._read()
        elif step is Step.TRIAL:
            self.screen.show_step(Step.OFFICERS)
            self._list_officers()
        else:
            self.leave()

    def _take_app(self) -> None:
        page = self.screen.app
        app = (page.app_id.text().strip(), page.uri.text().strip(), page.secret.text().strip())
        if app == self._app:
            self.screen.show_step(Step.CONSENT)
            return
        oa = self._works.workspace.settings.oa
        try:
            self._first.use_app(app[0], app[1], api_url=oa.api_url, oauth_url=oa.oauth_url)
        except (ZaloError, ValueError):
            page.refuse(
                tr(
                    "App ID hoặc địa chỉ callback không dùng được. Chưa lưu gì. Chép lại từ trang của ứng dụng."
                )
            )
            return
        self._app = app
        self._first.use_secret(app[2])
        self._offer()
        self.screen.show_step(Step.CONSENT)

    # -- 3: the consent -------------------------------------------------------------------------------------------

    def _offer(self, trouble: str = "") -> None:
        self.screen.consent.offer(self._first.link(), trouble)

    def _wait(self, since: str) -> None:
        self.screen.consent.wait(tr("{since} Mã nhận được chỉ dùng một lần, trong 10 phút.", since=since))

    def _browse(self) -> None:
        link = self.screen.consent.link
        if may_open(link) and QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode)):
            self._wait(tr("Đã mở trình duyệt lúc {time}.", time=self._now()))
        else:
            self._wait(tr("Máy này không mở được trình duyệt: sao chép liên kết, mở ở nơi khác."))

    def _answer(self, pasted: str) -> None:
        self._asking = True
        self.screen.consent.ask()
        self.screen.hold(held=True)
        works, officer = self._works, self.officer

        def work() -> Connected:
            self._call(lambda store: require_set_up(store, works.workspace.rules, officer))
            made = self._first.answer(pasted, officer, only=self._read_from)
            self.connected = True
            return made

        def answered(result: Ok[Connected] | Err) -> None:
            self._asking = False
            if self._over:
                if self.connected:
                    self.late.emit()
                return
            self.screen.hold(held=False)
            if isinstance(result, Err):
                self._offer(consent_trouble(result.error))
                return
            oa = result.value
            self._oa_id = oa.oa_id
            self.screen.consent.show_linked(
                LinkedOa(oa.oa_id, oa.name, oa.verified, oa.official, self._now())
            )
            self.screen.settle()

        self._works.reader_runner.run(work, answered)

    # -- 4: the trial ---------------------------------------------------------------------------------------------

    def _read(self) -> None:
        page, workspace = self.screen.trial, self._works.workspace
        page.read()

        def read(result: Ok[tuple[int, TrialMessage | None]] | Err) -> None:
            if isinstance(result, Err):
                page.show_read(tr("Chưa đọc được hộp thư"), read_trouble(result.error), good=False)
                return
            new, found = result.value
            # What was read is in the store: another OA's would lie among it.
            self._read_from = self._oa_id
            self.screen.consent.card.settle()
            title = tr("Đã đọc hộp thư: {count} tin mới", count=number_text(new))
            words = (
                tr("Tin đã vào hàng đợi, lưu mã hóa trên máy này.") if new else tr("Không có tin nào mới.")
            )
            page.show_read(title, words, good=True)
            if found is not None:
                said = tr("Tới lúc {time}. Có thể trả lời thử đúng hội thoại này.", time=clock_text(found.at))
                page.show_code(said)
            self.screen.settle()

        self._run(lambda: read_inbox(workspace, self._call, self._code), read)

    def _send(self) -> None:
        page, works, officer, code = self.screen.trial, self._works, self.officer, self._code
        page.post()

        def posted(result: Ok[Posted] | Err) -> None:
            if isinstance(result, Err):
                page.show_not_sent(read_trouble(result.error))
            elif result.value.state is ReplyState.SENT:
                title = tr("Đã gửi tin trả lời thử lúc {time}", time=self._now())
                page.show_sent(
                    "green", "check", title, tr("Xem trong Zalo của bạn. Hồ sơ thử nằm trong hàng đợi.")
                )
            elif result.value.state is ReplyState.REJECTED:
                page.show_sent("red", "circle-x", tr("Zalo không nhận tin trả lời thử"), result.value.trouble)
            elif result.value.state is ReplyState.QUEUED:
                words = tr("Máy tự gửi khi bắt đầu trực. {why}", why=result.value.trouble)
                page.show_sent("orange", "send.queued", tr("Tin trả lời thử còn chờ gửi"), words)
            else:
                words = tr("Máy tự đọc lại hội thoại để xác định, không gửi lần thứ hai.")
                page.show_sent("orange", "send.unknown", tr("Chưa rõ tin trả lời thử đã tới hay chưa"), words)

        self._run(lambda: post_trial(works.workspace, self._call, officer, code), posted)

    # -- 5: officers ----------------------------------------------------------------------------------------------

    def _list_officers(self) -> None:
        workspace, names = self._works.workspace, self._works.names

        def listed(result: Ok[list[Officer]] | Err) -> None:
            if isinstance(result, Err):
                self.screen.officers.refuse(said_error(result.error))
                return
            lines = [
                (one, names.unit(one.unit), ", ".join(role_name(role) for role in one.roles))
                for one in result.value
            ]
            roles = workspace.rules.roles
            self.screen.officers.show_officers(lines, administered=roles.administered(result.value))
            self.screen.settle()

        self._run(lambda: self._call(lambda _store: list(load_officers(workspace).values())), listed)

    def _ask_account(self) -> None:
        works = self._works
        workspace = works.workspace
        units = {code: works.names.unit(code) for code in workspace.rules.catalog.units}
        dialog = AccountDialog(self.screen.window(), units, None)
        if not workspace.rules.roles.administered([self.officer]):
            dialog.roles.choose((Role.ADMIN,))
        dialog.unit.setCurrentIndex(dialog.unit.findData(self.officer.unit))
        waiting = [dialog]
        dialog.finished.connect(lambda _result: waiting.clear())

        def wanted(made: Officer) -> None:
            def done(result: Ok[Officer] | Err) -> None:
                if isinstance(result, Err):
                    for form in waiting:
                        form.refused(account_trouble(result.error))
                    return
                self.officer = result.value
                for form in tuple(waiting):
                    form.accept()
                self._list_officers()

            self._run(lambda: self._call(lambda store: self._enter(store, made)), done)

        dialog.requested.connect(wanted)
        dialog.open()

    def _enter(self, store: Store, made: Officer) -> Officer:
        """Make an account; return who sits here from now on: who sets up a new console is its first administrator."""
        workspace, roles = self._works.workspace, self._works.workspace.rules.roles
        if roles.administered([self.officer]):
            accounts.enter_officer(Desk(store, self.officer, workspace.rules, load_reply_policy()), made)
            return self.officer
        enter_first_administrator(store, workspace.rules, self.officer, made)
        settings = replace(workspace.settings, officer=made.officer_id)
        save_settings(workspace.profile.settings, settings)
        workspace.settings = settings
        return made

    # -- the end --------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """End the wizard; not while Zalo is being asked for the tokens, which takes half a minute at most."""
        if not self._over and not self._asking:
            self.abandon()
            self.ended.emit()

    def abandon(self) -> None:
        """Let go of everything that was typed, at once; ``ended`` is not told."""
        self._over = True
        self.screen.forget()
        if not self._asking:
            self._first.forget()


def consent_trouble(error: BaseException) -> str:
    """Return what happened to a consent, what is safe, and what to do, in words of this wizard."""
    again = tr("Làm lại với liên kết mới ở dưới.")
    if isinstance(error, ApiError) and error.code == _SECRET:
        return tr(
            "Zalo không nhận khóa bí mật của ứng dụng. Chưa lưu gì. Bấm Quay lại, nhập lại khóa, rồi làm với liên kết mới."
        )
    if isinstance(error, ApiError) and error.code in (_APP, _REDIRECT):
        return tr(
            "Zalo không nhận App ID hoặc địa chỉ callback. Chưa lưu gì. Bấm Quay lại, chép lại từ trang của ứng dụng."
        )
    if isinstance(error, ApiError) and error.code == _CODE:
        return tr("Mã đồng ý đã hết hạn hoặc đã dùng. Chưa lưu gì. {again}", again=again)
    if isinstance(error, CallbackError):
        return tr(
            "Địa chỉ vừa dán không mang mã đồng ý của liên kết này: quản trị viên chưa đồng ý, hoặc dán nhầm. Chưa lưu gì. {again}",
            again=again,
        )
    if isinstance(error, OtherOaError):
        return tr(
            "Liên kết được đồng ý cho trang OA khác, mà hộp thư của trang {oa} đã đọc vào máy này. Chưa đổi gì. {again}",
            oa=str(error),
            again=again,
        )
    if isinstance(error, NotSent):
        return tr(
            "Không nối được tới Zalo nên chưa gửi gì và chưa lưu gì. Kiểm tra mạng. {again}", again=again
        )
    if isinstance(error, OutcomeUnknown):
        return tr(
            "Mạng đứt giữa chừng, chưa rõ Zalo đã cấp khóa hay chưa. Máy này chưa lưu gì nên làm lại được. {again}",
            again=again,
        )
    if isinstance(error, ZaloError):
        return tr("{zalo} Chưa lưu gì. {again}", zalo=error.text_vi, again=again)
    if isinstance(error, ActionError | StoreError | SettingsError):
        return tr("Zalo chưa được nối: {why} {again}", why=said_error(error), again=again)
    return tr(
        "Chưa nối được: có lỗi trong chương trình ({name}). Dữ liệu đã lưu vẫn an toàn. {again}",
        name=type(error).__name__,
        again=again,
    )


def read_trouble(error: BaseException) -> str:
    """Return why the inbox was not read or nothing was sent, and what to do."""
    if isinstance(error, UnreadError):
        return tr("{zalo} Việc nối vẫn giữ; bấm «Đọc lại».", zalo=str(error))
    if isinstance(error, ActionError | StoreError):
        return said_error(error)
    return tr(
        "Có lỗi trong chương trình ({name}). Việc nối vẫn giữ; dữ liệu đã lưu vẫn an toàn.",
        name=type(error).__name__,
    )


def account_trouble(error: BaseException) -> str:
    """Return why an account was not made."""
    if isinstance(error, ActionError | StoreError | SettingsError):
        return said_error(error)
    return tr("Chưa lưu: có lỗi trong chương trình ({name}).", name=type(error).__name__)


def gateway_trouble(error: BaseException) -> str:
    """Return why nothing is received yet though an OA is connected."""
    why = said_error(error) if isinstance(error, StoreError) else type(error).__name__
    return tr(
        "Đã nối Zalo OA nhưng chưa bắt đầu nhận tin được: {why}. Việc nối vẫn giữ. Đóng và mở lại chương trình.",
        why=why,
    )
