"""Lock, unlock and change of officer over the open store (threats T03; officer-day.md §2; adr-lock.md)."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from console.actions import sitting
from console.app.behind import Behind, Vigil, look_behind
from console.app.lock_key import LockKey, close_over
from console.app.pinning import Unlocked
from console.app.seating import seat as sit_down
from console.app.seats import Seat, Spot, Works
from console.app.signing_in import SECOND_MS, ask_new_pin, failed_words, must_choose_words, show_signers
from console.domain.officer import Officer
from console.runtime.i18n import tr
from console.runtime.jobs import Err, Ok
from console.ui.common.clipboard import wipe_clipboard
from console.ui.common.keymap import keymap
from console.ui.common.paint import clear_caches
from console.ui.desk.shell import Shell
from console.ui.desk.workbench import SetUp
from console.ui.signin.lock import LockScreen
from console.ui.signin.login import LoginScreen

if TYPE_CHECKING:  # the wizard and the gateway are read when they are needed
    from console.app.first_setup import FirstSetup
    from console.gateway.service import Gateway


class Locking(QObject):
    """Owns the seat and the shell. ``lock`` may be called by anybody on the UI thread, the system's own lock too."""

    locked = Signal(str)
    seated = Signal()
    failed = Signal(str)
    again = Signal()
    """The program is to be started anew, by sign-in: the first PIN gave the store another key."""

    def __init__(self, app: QApplication, works: Works, officer: Officer, shell: Shell | None = None) -> None:
        """Take a seat for the officer; ``shell`` is the window of the sign-in, made when it is first needed else."""
        super().__init__()
        self._app, self._works = app, works
        self._shell = shell
        self._officer = officer
        self._spot: Spot | None = None
        self._locked_at = 0
        self._screen: LockScreen | None = None
        self._login: LoginScreen | None = None
        self._vigil: Vigil | None = None
        self._looking = False
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.second)
        self._key = LockKey(app)
        # After the key's own event: the window that got it goes away.
        self._key.pressed.connect(lambda: QTimer.singleShot(0, self, self.lock))
        self.seat: Seat | None = None
        self._setup: FirstSetup | None = None
        self._check_after = False
        self._take_seat(officer)

    @property
    def officer(self) -> Officer:
        """Return who sits here, or who locked the desk."""
        return self._officer

    @property
    def shell(self) -> Shell:
        """Return the window that holds desk and lock; the desk is put into it now if it stood alone."""
        if self._shell is None:
            self._shell = Shell()
            if self.seat is not None:
                self._shell.put(self.seat.window)
        return self._shell

    def _take_seat(self, officer: Officer) -> None:
        self._officer = officer
        self.seat = seat = Seat(self._works, officer)
        self._key.over(seat.window)
        seat.controller.pins.first_set.connect(self.again)
        seat.controller.lock_wanted.connect(lambda: QTimer.singleShot(0, self, self.lock))
        seat.controller.connection.setup_wanted.connect(lambda: QTimer.singleShot(0, self, self.set_up))
        if self._shell is not None:
            self._shell.put(seat.window)
        self.seated.emit()

    # -- lock -----------------------------------------------------------------------------------------------------

    def lock(self, how: str = "key") -> None:
        """Take the desk away until somebody proves who he is; ``how`` is one of ``sitting.SIGN_OUTS``."""
        seat, setup = self.seat, self._setup
        if seat is None and setup is None:
            return
        works = self._works
        self._locked_at = works.workspace.clock.now_ms()
        if seat is not None:
            self._take_away(seat, self._show_lock)
        elif setup is not None:
            self._end_setup(setup)
            close_over(self._app, (self._shell,))
            wipe_clipboard()
            self._show_lock()
        officer = self._officer
        works.store_runner.run(lambda: sitting.sign_out(works.workspace.store, officer, how), self._told)
        self._second.start()
        self.second()
        self.locked.emit(how)

    def _take_away(self, seat: Seat, show: Callable[[], None]) -> None:
        """Take the desk away with all that it shows, and let ``show`` put something in its place."""
        self._spot = seat.spot()
        self._vigil = Vigil(self._app, self._works, seat.officer, seat.controller.kept())
        self.seat = None
        self._key.over(None)
        geometry, standing_alone = seat.window.geometry(), self._shell is None
        seat.leave()
        close_over(self._app, (self._shell, seat.window))
        wipe_clipboard()
        clear_caches()
        if self._shell is None:
            self._shell = Shell()
            self._shell.setGeometry(geometry)
        show()
        if standing_alone:
            seat.window.deleteLater()
            self._shell.show()

    def _show_lock(self) -> None:
        assert self._shell is not None
        self._login = None
        self._screen = screen = LockScreen()
        clock = self._works.workspace.clock
        screen.show_officer(self._officer, self._locked_at, clock.now_ms())
        if self._works.workspace.pins.in_use:
            screen.tried.connect(lambda pin: self._try(self._officer.officer_id, pin, "unlock"))
            screen.switch_wanted.connect(self._show_login)
        else:
            screen.switch.hide()
            screen.show_error(
                tr("Máy này chưa đặt PIN nên ai nhấn Enter cũng mở được. Đặt PIN trong Cài đặt.")
            )
            screen.ask.pin.entered.connect(lambda: QTimer.singleShot(0, self, self._open_without))
        self._shell.put(screen)

    def second(self) -> None:
        """Show the numbers and ring; called each second while the desk is locked."""
        for screen in (self._screen, self._login):
            if screen is not None:
                screen.tick()
        if self._vigil is not None:
            self._vigil.second(self.shell)
            if self._screen is not None:
                self._screen.show_question(self._vigil.nudge)
        if self._looking:
            return
        self._looking = True
        works, officer = self._works, self._officer
        works.store_runner.run(lambda: look_behind(works, officer), self._looked)

    def _looked(self, result: Ok[Behind] | Err) -> None:
        self._looking = False
        if self.seat is not None:
            return
        if isinstance(result, Err):
            raise result.error
        behind = result.value
        if self._screen is not None:
            self._screen.show_counts(behind.urgent, behind.waiting, behind.late, behind.reminders)
        if self._vigil is not None:
            self._vigil.ring(behind, self.shell)

    # -- the first connection ---------------------------------------------------------------------------------------

    def begin(self) -> None:
        """After the first picture of a start: connect an OA if there is none and this officer may; then check the sound."""
        if self.seat is None:
            return
        if self._works.lanes.gateway is None and self.seat.bench.setup is SetUp.OPEN:
            self._check_after = True
            self.set_up()
        else:
            self.require_check()

    def set_up(self) -> None:
        """Show the wizard in the desk's place."""
        seat = self.seat
        if seat is None:
            return
        from console.app.first_setup import FirstSetup

        officer, connected = seat.officer, self._works.lanes.gateway is not None

        def show() -> None:
            self._setup = setup = FirstSetup(self._works, officer, connected=connected)
            setup.ended.connect(lambda: QTimer.singleShot(0, self, self._set_up_done))
            setup.late.connect(lambda: self._start_gateway(self._sit_again))
            lock = QShortcut(QKeySequence(keymap().key("lock")), setup.screen)
            lock.activated.connect(lambda: QTimer.singleShot(0, self, self.lock))
            self.shell.put(setup.screen)

        self._take_away(seat, show)

    @property
    def setup(self) -> "FirstSetup | None":
        """Return the wizard while it is shown."""
        return self._setup

    def _end_setup(self, setup: "FirstSetup") -> None:
        """Take its officer over, and let the gateway begin if an OA came to be connected; the desk comes later."""
        self._setup = None
        self._officer = setup.officer
        setup.abandon()
        if setup.connected:
            self._start_gateway(self._sit_again)

    def _set_up_done(self) -> None:
        setup, self._setup = self._setup, None
        if setup is None:
            return
        if setup.connected:
            self._start_gateway(lambda: self._sit_after(setup.officer))
        else:
            self._sit_after(setup.officer)

    def _sit_after(self, officer: Officer) -> None:
        if self.seat is None:
            self._sit(officer)
        if self._check_after:
            self._check_after = False
            self.require_check()

    def _sit_again(self) -> None:
        """Build the desk anew over the gateway that came meanwhile; a locked one stays locked."""
        seat = self.seat
        if seat is not None:
            self._take_away(seat, lambda: self._sit(seat.officer))

    def _start_gateway(self, then: Callable[[], None]) -> None:
        """Let the gateway begin to receive and send, without a restart, unless it did; then go on."""
        works = self._works

        def made(result: "Ok[Gateway] | Err") -> None:
            if isinstance(result, Ok) and works.lanes.gateway is None:
                works.lanes.take(result.value)
                works.lanes.start()
            elif isinstance(result, Ok):
                result.value.close()
            then()
            if isinstance(result, Err):
                from console.app.first_setup import gateway_trouble

                self.tell(gateway_trouble(result.error))

        if works.lanes.gateway is not None:
            then()
        else:
            # Beside the window, behind whatever the wizard still asks of Zalo.
            works.reader_runner.run(works.lanes.make, made)

    # -- unlock and change ----------------------------------------------------------------------------------------

    def _show_login(self) -> None:
        """Let another officer sign in; «Thoát» goes back to the lock."""
        assert self._shell is not None
        self._screen = None
        self._login = login = LoginScreen()
        workspace = self._works.workspace
        office = workspace.rules.catalog.unit("CAT").name_vi
        login.show_office(office, workspace.machine, "")
        show_signers(login, workspace.pins, self._works.names, self._officer.officer_id)
        login.tried.connect(
            lambda who, pin: self._try(who, pin, "unlock" if who == self._officer.officer_id else "switch")
        )
        login.quit_wanted.connect(lambda: QTimer.singleShot(0, self, self._show_lock))
        self._shell.put(login)

    def _open_without(self) -> None:
        if self.seat is not None:
            return
        works, officer = self._works, self._officer
        works.store_runner.run(lambda: sitting.sign_in(works.workspace.store, officer, "unlock"), self._told)
        self._sit(officer)

    def _try(self, officer_id: str, pin: str, how: str) -> None:
        screen = self._screen or self._login
        assert screen is not None
        screen.busy(True)
        screen.clear()
        works, before = self._works, self._officer
        workspace = works.workspace
        named = self._login.officer.currentText() if self._login is not None else before.title

        def opened(result: Ok[Unlocked] | Err) -> None:
            if isinstance(result, Err):
                refused(result)
                return
            unlocked = result.value
            if unlocked.once:
                assert self._shell is not None
                ask_new_pin(
                    self._shell, named, pin, lambda new: begin(replace(unlocked, new_pin=new)), given_up
                )
            else:
                begin(unlocked)

        def begin(unlocked: Unlocked) -> None:
            works.store_runner.run(lambda: sit(unlocked), seated)

        def given_up() -> None:
            screen.busy(False)
            screen.show_error(must_choose_words())

        def sit(unlocked: Unlocked) -> Officer:
            if how == "switch":
                sitting.sign_out(workspace.store, before, "switch")
            return sit_down(workspace, unlocked, how)

        def seated(result: Ok[Officer] | Err) -> None:
            if isinstance(result, Err):
                refused(result)
            else:
                self._sit(result.value)

        def refused(result: Err) -> None:
            screen.busy(False)
            screen.show_error(*failed_words(result.error, workspace.pins, officer_id))

        # Beside the store's thread: the gateway goes on while the password is checked.
        works.reader_runner.run(lambda: workspace.pins.unlock(officer_id, pin), opened)

    def _sit(self, officer: Officer) -> None:
        self._second.stop()
        self._screen = self._login = None
        spot, self._spot = self._spot, None
        vigil, self._vigil = self._vigil, None
        self._works.sounds.stop()
        self._take_seat(officer)
        assert self.seat is not None
        if vigil is not None:
            vigil.end()
            if vigil.owed:
                self.seat.controller.shifts.answered(vigil.owed)
            if officer.officer_id == vigil.officer.officer_id:
                self.seat.controller.resume(vigil.kept)
        if self.seat.bench.settings.officer != officer.officer_id and self._works.workspace.pins.in_use:
            self.seat.bench.keep_settings(replace(self.seat.bench.settings, officer=officer.officer_id))
        if spot is not None:
            self.seat.go_to(spot)

    def _told(self, result: Ok[None] | Err) -> None:
        """The log could not be told: the desk stays locked or open as it is, and the hooks hear of it."""
        if isinstance(result, Err):
            raise result.error

    def require_check(self) -> None:
        """Ask for the self-test of the sound, unless the desk was locked meanwhile."""
        if self.seat is not None:
            self.seat.controller.alarms.require_check()

    def tell(self, words: str) -> None:
        """Say what went wrong outside any request, where a desk can show it."""
        if self.seat is not None:
            self.seat.bench.news.trouble.emit(words)

    # -- end ------------------------------------------------------------------------------------------------------

    def close(self) -> None:
        """Give up the window at the end of the program; the log hears who left, unless the lock told it already."""
        self._second.stop()
        works, officer = self._works, self._officer
        seated = self.seat is not None or self._setup is not None
        if self._setup is not None:
            self._setup.abandon()
        if seated and works.workspace.pins.in_use:
            # In its turn on the store's thread, which finishes what it was given before it stops. What the store takes no
            # more, the next start notes as a crash.
            works.store_runner.submit(lambda: sitting.sign_out(works.workspace.store, officer, "close"))
        self._key.stop()
        if self._vigil is not None:
            self._vigil.end()
        if self.seat is not None:
            self.seat.window.close()
            self.seat.window.deleteLater()
        if self._shell is not None:
            self._shell.close()
            self._shell.deleteLater()
        self.deleteLater()
