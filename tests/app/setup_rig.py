"""A new profile at the real window, with the simulated Zalo behind it, for the tests of the first connection."""

from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from console.app.desktop import open_console
from console.app.gateway import APP_SECRET
from console.app.workspace import open_workspace
from console.cache import keys, vault, walk_state
from console.domain.clock import ManualClock
from console.runtime.profile import open_profile
from console.runtime.settings import OaConnection, Settings, load_settings, save_settings
from console.simulator.config import APP_ID, SECRET_KEY
from console.ui.desk.shell import Shell
from console.ui.signin.setup_state import Step
from tests.app.conftest import CALLBACK, START_MS
from tests.app.test_rights import approve
from tests.cache.test_keys import MemoryKeyring

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
WAIT_MS = 20_000


class NewProfile:
    """A folder in which nothing was ever set up but where the simulator is; every opening is a start."""

    def __init__(self, folder, monkeypatch, simulator):
        self.root, self.simulator = folder / "profile", simulator
        self.clock = ManualClock(START_MS)
        self.backend = MemoryKeyring()
        allowed = (MemoryKeyring.__module__, MemoryKeyring.__qualname__)
        monkeypatch.setattr(keys, "ALLOWED_BACKENDS", (*keys.ALLOWED_BACKENDS, allowed))
        monkeypatch.setattr(keys, "find_backend", lambda: self.backend)
        self.settings_file = open_profile(self.root).settings
        self.point_at(simulator.base_url, simulator.base_url)

    def point_at(self, api_url, oauth_url):
        """Say where Zalo is."""
        save_settings(self.settings_file, Settings(oa=OaConnection("", "", api_url, oauth_url)))

    def settings(self):
        """Return what the file says now."""
        return load_settings(self.settings_file)

    @contextmanager
    def workspace(self):
        with open_workspace(self.root, clock=self.clock) as opened:
            yield opened

    @contextmanager
    def start(self, qapp, qtbot):
        """Open the console as a start does; the wizard comes where it has to."""
        with self.workspace() as workspace, open_console(qapp, workspace, shell=Shell()) as console:
            console.locking.shell.resize(1600, 900)
            console.locking.shell.show()
            console.locking.shell.activateWindow()
            driven = Wizard(qapp, qtbot, console, self)
            console.locking.begin()
            try:
                yield driven
            finally:
                driven.close_dialogs()


class Wizard:
    """What a test drives: keys at one end, the simulator at the other."""

    def __init__(self, app, qtbot, console, profile):
        self.app, self.qtbot, self.console, self.profile = app, qtbot, console, profile
        self.simulator = profile.simulator

    @property
    def screen(self):
        return self.console.locking.setup.screen

    @property
    def shown(self):
        """Whether the wizard stands in the desk's place."""
        return self.console.locking.setup is not None

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=WAIT_MS)

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        if self.app.activeModalWidget() is None and not self.console.locking.shell.isActiveWindow():
            self.console.locking.shell.activateWindow()
            self.app.processEvents()
        QTest.keyClick(self.app.focusWidget() or self.console.locking.shell, key, modifier)
        self.app.processEvents()

    def type(self, text):
        QTest.keyClicks(self.app.focusWidget(), text)
        self.app.processEvents()

    def close_dialogs(self):
        """Close what stands over the window: the self-test of the sound, a statement, a form."""
        for one in QApplication.topLevelWidgets():
            if isinstance(one, QDialog) and one.isVisible():
                one.close()
        self.app.processEvents()

    def from_the_desk(self):
        """Ask for the connection by its key, at the desk."""
        self.wait(lambda: not self.shown and self.console.locking.seat is not None)
        self.close_dialogs()
        self.console.locking.shell.activateWindow()
        self.key(Qt.Key.Key_K, CTRL | ALT)

    def go_on(self):
        self.wait(self.screen.forward.isEnabled)
        self.key(Qt.Key.Key_Return, CTRL)

    def at(self, step):
        self.wait(lambda: self.shown and self.screen.step is step)

    # -- the steps --------------------------------------------------------------------------------------------------

    def pass_machine(self):
        self.at(Step.MACHINE)
        self.go_on()
        self.at(Step.APP)

    def give_app(self, secret=SECRET_KEY, app_id=APP_ID):
        self.screen.app.app_id.setFocus()
        self.type(app_id)
        self.key(Qt.Key.Key_Return)
        self.type(CALLBACK)
        self.key(Qt.Key.Key_Return)
        self.type(secret)
        self.key(Qt.Key.Key_Return)
        self.at(Step.CONSENT)

    def paste(self, address):
        self.screen.consent.pasted.setFocus()
        self.screen.consent.pasted.setText(address)
        self.key(Qt.Key.Key_Return)

    def consent(self):
        self.paste(approve(self.screen.consent.link))
        self.wait(lambda: self.screen.consent.linked)

    def refusal(self):
        """Wait until the consent failed, and return what is said of it."""
        self.wait(lambda: self.screen.consent.panel.title.text() == "Chưa nối được")
        return self.screen.consent.panel.words.text()

    def stored(self):
        """Return the OA the next start would work for, and whether the store holds a secret or tokens."""
        store = self.console.workspace.store

        def look():
            with store.read() as connection:
                return bool(walk_state.state(connection, APP_SECRET)), vault.newest(connection)

        secret, tokens = self.console.store_runner.call(look)
        oa = replace(self.profile.settings().oa, api_url="", oauth_url="")
        return oa, secret, tokens
