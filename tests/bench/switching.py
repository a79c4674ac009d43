"""Another officer takes a locked desk: from his press of Enter to his queue, with the cost of a PIN as shipped (officer-day.md §2)."""

import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest import MonkeyPatch

from console.app import pinning
from console.app.desktop import open_console
from console.app.seating import give_pin
from console.cache.keys import SystemKeyring
from console.cache.pins import PinCost, Pins
from console.ui.desk.shell import Shell
from tests.app.pin_rig import HANH, OTHER, PIN, TUAN, PinRig
from tests.bench.looking import themed_app
from tests.bench.measure import Cost, timed


def _rig(folder: Path, patch: MonkeyPatch) -> PinRig:
    rig = PinRig(folder, patch)
    patch.setattr(pinning, "COST", PinCost())  # the rig's own is cheap
    with rig.open() as workspace:
        give_pin(workspace, None, HANH.officer_id, PIN)
        give_pin(workspace, HANH, TUAN.officer_id, OTHER)
    return rig


def switch(_folder: Path) -> Cost:
    """Lock, choose the other officer, type his PIN, wait until his desk is painted. ``value`` is wall time here."""
    app = themed_app()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, MonkeyPatch.context() as patch:
        rig = _rig(Path(folder), patch)
        unlocked = rig.book().unlock(HANH.officer_id, PIN)
        with rig.open(unlocked) as workspace, open_console(app, workspace, unlocked, Shell()) as console:
            console.locking.shell.resize(1600, 900)
            console.locking.shell.show()
            app.processEvents()
            console.locking.lock()
            with timed() as cost:
                console.locking.shell.content.switch.click()
                login = console.locking.shell.content
                login.officer.setCurrentIndex(login.officer.findData(TUAN.officer_id))
                QTest.keyClicks(login.ask.pin, OTHER)
                QTest.keyClick(login.ask.pin, Qt.Key.Key_Return)
                _until_seated(app, console)
            assert console.bench.officer.officer_id == TUAN.officer_id
    cost.value = cost.wall
    return cost


def _until_seated(app: QApplication, console) -> None:
    end = time.monotonic() + 60
    while console.locking.seat is None or not console.window.isVisible():
        app.processEvents()
        if time.monotonic() > end:
            sys.exit("nobody was seated in a minute")
        time.sleep(0.002)
    app.processEvents()


def check_pin(_folder: Path) -> Cost:
    """Check one PIN and nothing else: what nobody can do without."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, MonkeyPatch.context() as patch:
        rig = _rig(Path(folder), patch)
        with timed() as cost:
            pins = Pins(rig.root / "ban-truc.db", SystemKeyring(rig.backend))
            pins.unlock(TUAN.officer_id, OTHER)
    cost.value = cost.wall
    return cost
