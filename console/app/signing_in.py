"""The sign-in at the start: who, his password, checked beside the window's thread (threats T03, T04)."""

import socket
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QWidget

from console.app.error_words import said_error
from console.app.pinning import PinBook, Unlocked
from console.cache.errors import PinError, PinWaitError, StoreError
from console.domain.officer import Officer
from console.runtime.i18n import tr
from console.runtime.jobs import Err, Ok, Runner
from console.runtime.resources import load_catalog
from console.ui.common.names import Names
from console.ui.desk.shell import Shell
from console.ui.signin.login import LoginScreen
from console.ui.signin.new_pin import NewPinDialog

SECOND_MS = 1_000


def failed_words(error: BaseException, book: PinBook, officer_id: str) -> tuple[str, int]:
    """Return what a sign-in that failed says, and for how many seconds one has to wait."""
    if isinstance(error, PinError | PinWaitError):
        wait = -(-book.wait_ms(officer_id) // 1000)
        if wait:
            return tr("Sai PIN quá nhiều lần nên phải chờ. Dữ liệu vẫn an toàn."), wait
        return tr("Sai PIN, thử lại. Sai nhiều lần sẽ phải chờ."), 0
    if isinstance(error, StoreError):
        return said_error(error), 0
    return tr("Chưa kiểm tra được PIN: có lỗi trong chương trình. Dữ liệu vẫn an toàn, báo quản trị."), 0


def show_signers(screen: LoginScreen, book: PinBook, names: Names, last: str) -> None:
    """List who may sign in; ``last`` is proposed."""
    screen.show_officers(
        [Officer(x.officer_id, x.name, x.unit, (), x.rank) for x in book.signers()], last, names
    )


def ask_new_pin(
    parent: QWidget, who: str, once: str, chosen: Callable[[str], None], given_up: Callable[[], None]
) -> None:
    """Let who came with a PIN for one sign-in choose his own; without it he does not get in."""
    dialog = NewPinDialog(parent, who, once=once)
    dialog.chosen.connect(chosen)
    dialog.rejected.connect(given_up)
    dialog.open()


def must_choose_words() -> str:
    """Return what is said to who did not choose a PIN of his own."""
    return tr("PIN dùng một lần chỉ để đặt PIN của riêng bạn. Nhập lại và đặt PIN mới để vào.")


class SignIn(QObject):
    """Drives the first screen of a start until somebody has signed in or gone away."""

    def __init__(self, shell: Shell, book: PinBook, runner: Runner, unit_tree: str, last: str) -> None:
        """Put the screen into the window.

        Args:
            shell: the window.
            book: the profile's passwords.
            runner: where they are checked; it delivers on this thread.
            unit_tree: for the names of units.
            last: id of who was here last.

        """
        super().__init__()
        self._shell, self._book, self._runner = shell, book, runner
        self._loop = QEventLoop()
        self.unlocked: Unlocked | None = None
        self.screen = LoginScreen()
        catalog = load_catalog(unit_tree=unit_tree)
        self.screen.show_office(catalog.unit("CAT").name_vi, socket.gethostname(), "")
        show_signers(self.screen, book, Names.from_catalog(catalog), last)
        self.screen.tried.connect(self._try)
        self.screen.quit_wanted.connect(self._loop.quit)
        shell.closing.connect(self._loop.quit)
        second = QTimer(self)
        second.setInterval(SECOND_MS)
        second.timeout.connect(self.screen.tick)
        second.start()
        shell.put(self.screen)

    def wait(self) -> Unlocked | None:
        """Return who signed in, or ``None`` when the window was closed."""
        if self.unlocked is None:
            self._loop.exec()
        return self.unlocked

    def _try(self, officer_id: str, pin: str) -> None:
        self.screen.busy(True)
        self.screen.clear()

        def enter(unlocked: Unlocked) -> None:
            self.unlocked = unlocked
            self._loop.quit()

        def given_up() -> None:
            self.screen.busy(False)
            self.screen.show_error(must_choose_words())

        def deliver(result: Ok[Unlocked] | Err) -> None:
            if isinstance(result, Ok) and result.value.once:
                unlocked = result.value
                name = self.screen.officer.currentText()
                ask_new_pin(
                    self._shell, name, pin, lambda new: enter(replace(unlocked, new_pin=new)), given_up
                )
            elif isinstance(result, Ok):
                enter(result.value)
            else:
                self.screen.busy(False)
                self.screen.show_error(*failed_words(result.error, self._book, officer_id))

        self._runner.run(lambda: self._book.unlock(officer_id, pin), deliver)
