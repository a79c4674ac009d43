"""The whole console of one officer, driven by keys, against the simulator over HTTP; nothing happens unless told."""

import os
from contextlib import contextmanager
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from console.actions.desk import Desk
from console.app.connecting import Reconnection, consent_code
from console.app.gateway import keep_app_secret, make_gateway
from console.app.officers import ensure_officer, load_officers
from console.app.workbench import LocalWorkbench
from console.app.workspace import open_workspace
from console.domain.clock import ManualClock
from console.runtime.bridge import Bridge
from console.runtime.i18n import set_language
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from console.runtime.settings import OaConnection
from console.simulator.config import APP_ID, OA_ID, SECRET_KEY, Config
from console.simulator.server import Running
from console.ui.common.names import Names
from console.ui.desk.controller import DeskController
from console.ui.desk.shell import Shell
from console.ui.desk.window import DeskWindow
from console.ui.theme import apply_theme
from console.zalo.secret import Secret
from tests.app.bus_rig import address, bus, logind

__all__ = ["address", "bus", "logind"]

START_MS = 1_790_000_000_000
CALLBACK = "http://127.0.0.1/cb"


class NoPictures:
    """Decodes nothing."""

    class _Signal:
        def connect(self, _slot):
            pass

    ready = _Signal()

    def thumbnail(self, _file_id, _width, _height):
        return None


class Console:
    """What a test drives: keys at one end, the simulator at the other."""

    def __init__(self, app, workspace, simulator, clock):
        self.app, self.workspace, self.simulator, self.clock = app, workspace, simulator, clock
        self.runner = ManualRunner()
        self.gateway = make_gateway(workspace, lambda work: work(workspace.store))
        self._seat(ensure_officer(workspace))

    def _seat(self, officer):
        """Open the window for an officer."""
        workspace = self.workspace
        self.officer = officer
        desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy(), self.gateway.files)
        self.bridge = Bridge()
        self.bench = LocalWorkbench(
            workspace,
            desk,
            self.runner,
            self.runner,
            self.bridge,
            NoPictures(),
            {},
            reconnection=Reconnection(workspace, self.gateway.tokens, lambda work: work(workspace.store)),
            look_for=self.gateway.sender.look_for,
        )
        names = Names.from_catalog(workspace.rules.catalog)
        self.window = DeskWindow(self.bench, names)
        self.controller = DeskController(self.window, self.bench, names)
        self._stop_time()
        self.window.resize(1700, 900)
        self.window.show()
        self.window.activateWindow()
        self.settle()

    def sit_down(self, officer_id):
        """Let another officer take the seat: the window is made anew on the same store, for what he may do."""
        self._leave()
        self._seat(load_officers(self.workspace)[officer_id])

    def _leave(self):
        self.window.close()
        self.settle()
        self.bench.close()
        self.bridge.close()
        self.window.deleteLater()
        self.app.processEvents()

    def _stop_time(self):
        """Stop what runs by the clock on the wall; what a test wants to happen by time it makes happen."""
        for timer in self.window.findChildren(QTimer):
            if timer.isActive() and not timer.isSingleShot():
                timer.stop()

    def settle(self):
        """Let everything that was asked for happen."""
        for _ in range(6):
            self.app.processEvents()
            self.runner.run_all()
            self.app.processEvents()

    def pass_time(self, ms):
        """Let time pass here and at Zalo."""
        self.clock.advance(ms)
        self.simulator.control("clock", advance_ms=ms)

    def says(self, user, text, **fields):
        """A citizen writes; the next walk takes it in."""
        told = self.simulator.control("inject", user=user, text=text, **fields)
        self.walk()
        return told["messages"][0]

    def walk(self):
        self.clock.advance(10_000)
        self.gateway.walker.tick()
        self.settle()

    def send(self):
        """Give the sender its ticks."""
        for _ in range(3):
            self.clock.advance(6_000)
            self.gateway.sender.tick()
        self.settle()

    def key(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        if self.app.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()  # offscreen nobody gives the activation back when a dialog closes
            self.app.processEvents()
        target = self.app.focusWidget() or self.window
        QTest.keyClick(target, key, modifier)
        self.settle()

    def type(self, text):
        QTest.keyClicks(self.app.focusWidget(), text)
        self.settle()

    def posts(self):
        """What Zalo got, in order."""
        return self.simulator.control("received")["received"]

    def case(self):
        return self.controller.room.detail.case

    def close(self):
        self._leave()
        self.gateway.close()


@pytest.fixture
def simulator():
    with Running(Config(seed=5, wall=lambda: START_MS)) as running:
        yield running


@contextmanager
def connected(app, folder, simulator):
    """Open a console that an administrator has connected to the simulated OA."""
    set_language("vi")
    apply_theme(app, "light")
    clock = ManualClock(START_MS)
    with open_workspace(folder, demo=True, clock=clock) as workspace:
        oa = OaConnection(APP_ID, OA_ID, simulator.base_url, simulator.base_url, CALLBACK)
        workspace.settings = replace(workspace.settings, oa=oa)
        keep_app_secret(workspace.store, Secret(SECRET_KEY))
        gateway = make_gateway(workspace, lambda work: work(workspace.store))
        gateway.tokens.consent(consent_code(simulator.control_url))
        gateway.close()
        made = Console(app, workspace, simulator, clock)
        try:
            yield made
        finally:
            made.close()


@pytest.fixture
def shell(qapp):
    """The program's window, with nothing in it yet."""
    apply_theme(qapp, "light")
    made = Shell()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def console(qapp, tmp_path, simulator):
    with connected(qapp, tmp_path / "profile", simulator) as made:
        yield made
