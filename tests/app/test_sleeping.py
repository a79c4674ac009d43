"""A sleep of the machine takes the store's key away where a PIN opens the store; whoever comes signs in (threats T03)."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app import desktop, session_linux
from console.app.idle import SLEPT_S, IdleWatch
from console.app.locking import Locking
from console.app.pinning import PinBook, Unlocked
from console.app.seating import give_pin
from console.app.session_linux import BusWatch
from console.app.sleeping import Leaving, Unattended, asleep_words
from console.app.workspace import Workspace
from console.cache.keys import KEY_BYTES
from console.domain.alarm import Level
from console.runtime.clock import slept_s
from console.runtime.settings import Settings
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.alarms import RED_AGAIN_S
from console.ui.desk.controller import DeskController
from console.ui.desk.shell import Shell
from console.ui.desk.window import DeskWindow
from console.ui.signin.lock import LockScreen
from console.ui.signin.login import LoginScreen
from tests.app.bus_rig import needs_bus
from tests.app.pin_rig import PIN, PinRig
from tests.app.test_locking import take_in

LOOK_MS, PATIENCE_MS = 10, 20_000


@pytest.fixture
def rig(tmp_path, monkeypatch):
    monkeypatch.setattr(Locking, "require_check", lambda _locking: None)
    made = PinRig(tmp_path, monkeypatch)
    with made.open() as workspace:
        take_in(workspace, "u1", "cho em hoi")
    return made


@pytest.fixture
def pinned(rig):
    with rig.open() as workspace:
        give_pin(workspace, None, "hanh", PIN)
    return rig


def content():
    """What the one window of the program shows."""
    shells = [one for one in QApplication.topLevelWidgets() if isinstance(one, Shell) and one.isVisible()]
    return shells[0].content if len(shells) == 1 else None


def at_desk():
    return isinstance(content(), DeskWindow)


def open_files(folder):
    found = []
    for one in Path("/proc/self/fd").iterdir():
        try:
            found.append(str(one.readlink()))
        except OSError:
            continue
    return [one for one in found if one.startswith(str(folder / ""))]


def keys_held():
    return [one for one in gc.get_objects() if isinstance(one, Unlocked)]


def play(app, script, **start):
    """Run the program; ``script`` yields what it waits for. Return the exit code."""
    steps, wanted, failed = script(), [lambda: True], []

    def look():
        try:
            if wanted[0]():
                wanted[0] = next(steps)
        except BaseException as error:
            end(error)

    def end(error):
        timer.stop()
        late.stop()
        if not isinstance(error, StopIteration):
            failed.append(error)
        for one in app.topLevelWidgets():
            if isinstance(one, Shell):
                one.close()  # as the officer does; sign-in or desk end by it

    timer, late = QTimer(), QTimer()
    timer.setInterval(LOOK_MS)
    timer.timeout.connect(look)
    late.setSingleShot(True)
    late.setInterval(PATIENCE_MS)
    late.timeout.connect(lambda: end(TimeoutError("the program did not come so far")))
    timer.start()
    late.start()
    code = desktop.run(key_file=None, demo=False, speed=1.0, **start)
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.removePostedEvents(
        app, QEvent.Type.Quit.value
    )  # of the last window; it would end the loops of other tests
    if failed:
        raise failed[0]
    return code


@needs_bus
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks Linux which files are open")
def test_a_sleep_closes_the_store_and_who_comes_back_signs_in_and_finds_his_draft(
    qapp, pinned, bus, logind, monkeypatch
):
    monkeypatch.setattr(session_linux, "watch", lambda why, **more: BusWatch(bus, bus, why, **more))
    at_close, close = [], Workspace.close

    def closed(workspace):
        close(workspace)
        at_close.append(logind.do("held"))

    monkeypatch.setattr(Workspace, "close", closed)
    keys, unlock = [], PinBook.unlock

    def unlocked(book, officer, pin):
        found = unlock(book, officer, pin)
        keys.append(found.key)
        return found

    monkeypatch.setattr(PinBook, "unlock", unlocked)

    def sign_in():
        yield lambda: isinstance(content(), LoginScreen)
        QTest.keyClicks(content().ask.pin, PIN)
        QTest.keyClick(content().ask.pin, Qt.Key.Key_Return)
        yield at_desk

    def open_case():
        room = content().findChild(DeskController).room
        QTest.keyClick(content(), Qt.Key.Key_F8)
        yield lambda: room.detail is not None

    def script():
        yield from sign_in()
        assert logind.do("lend") == "Inhibit sleep delay"
        yield from open_case()
        composer = content().composer
        composer.start(ComposerMode.NOTE)
        QTest.keyClicks(composer.note_edit, "Da goi lai")
        assert composer.note_edit.toPlainText() == "Da goi lai"
        assert open_files(pinned.root)
        assert keys[0] != bytes(KEY_BYTES)
        logind.do("sleep")
        yield lambda: isinstance(content(), LoginScreen)
        assert at_close == ["held"]  # the machine did not go to sleep before
        assert logind.do("wait") == "free"
        assert open_files(pinned.root) == []
        assert keys_held() == []
        assert keys[0] == bytes(KEY_BYTES)  # overwritten, not only let go of
        assert content().rehearsal.text() == asleep_words()
        yield from sign_in()
        logind.do("lend")
        room = content().findChild(DeskController).room
        model = content().queue.model
        yield lambda: any(model.case_at(row) for row in range(model.rowCount()))
        case_id = next(filter(None, map(model.case_at, range(model.rowCount()))))
        content().findChild(DeskController).open_case(case_id)
        yield lambda: room.detail is not None
        assert content().composer.note_edit.toPlainText() == "Da goi lai"

    assert play(qapp, script, profile=pinned.root) == 0


class Desk:
    """A lock that notes what it is told."""

    def __init__(self):
        self.told = []
        self.lock = self.told.append


@pytest.mark.parametrize("by_pin", [True, False])
def test_only_a_store_opened_by_a_pin_is_given_up_and_only_for_a_sleep(qapp, by_pin):
    desk, asleep = Desk(), []
    leaving = Leaving(desk, by_pin=by_pin)
    leaving.asleep.connect(lambda: asleep.append(True))
    for how in ("idle", "suspend", "session"):
        leaving.left(how)
    assert (desk.told, asleep) == (["idle", "suspend", "session"], [])
    leaving.left("sleep")
    assert desk.told[3:] == ["suspend"]
    assert asleep == [True] * by_pin
    leaving.left("sleep")  # as it wakes up
    assert asleep == [True] * by_pin
    leaving.stop()
    leaving.left("idle")
    assert desk.told.count("idle") == 1


def test_a_desk_that_was_locked_before_gives_the_store_up_all_the_same(qapp, pinned):
    unlocked = pinned.book().unlock("hanh", PIN)
    with (
        pinned.open(unlocked) as workspace,
        desktop.open_console(qapp, workspace, unlocked, Shell()) as console,
    ):
        leaving, asleep = Leaving(console.locking, by_pin=True), []
        leaving.asleep.connect(lambda: asleep.append(True))
        leaving.left("idle")
        assert console.locking.seat is None and asleep == []
        assert isinstance(console.locking.shell.content, LockScreen)
        leaving.left("sleep")
        assert asleep == [True]


def test_the_clocks_tell_a_sleep_from_a_gap(qapp, rig):
    slept, left = [100.0], []
    watch = IdleWatch(qapp, rig.clock, lambda: slept[0])
    watch.left.connect(left.append)
    watch.look()
    slept[0] += SLEPT_S / 2  # two clocks are never read at the same instant
    watch.look()
    assert left == []
    slept[0] += 8 * 3600
    rig.clock.jump(8 * 3600_000)
    watch.look()
    rig.clock.jump(8 * 3600_000)  # the hour was set
    watch.look()
    assert left == ["sleep", "suspend"]
    watch.stop()


def test_the_system_says_how_long_it_slept():
    before = slept_s()
    assert before >= -SLEPT_S
    assert abs(slept_s() - before) < SLEPT_S


def test_the_sign_in_after_a_sleep_rings_until_somebody_comes(qapp, rig):
    class Sounds:
        def __init__(self):
            self.played = []

        def play(self, level, loud):
            self.played.append((level, loud > 0))

        def stop(self):
            self.played.append("stop")

    sounds, shell = Sounds(), Shell()
    ringing = Unattended(qapp, shell, rig.clock, sounds, Settings())
    assert ringing._timer.isActive() and ringing._timer.interval() == RED_AGAIN_S * 1000
    ringing._timer.timeout.emit()
    assert sounds.played == [(Level.NOTICE, True)]
    ringing.stop()
    assert sounds.played[1:] == ["stop"] and not ringing._timer.isActive()
    shell.deleteLater()
