"""Sign-in, lock and change of officer at the real window: real store, real passwords, a clock that waits for the test."""

import os
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPlainTextEdit, QWidget

from console.app.desktop import asks_sign_in, open_console
from console.app.idle import GAP_MS, IDLE_MS, LOOK_MS, IdleWatch
from console.app.seating import give_pin, seat
from console.app.session import watch_session
from console.app.signing_in import SignIn
from console.app.starting import Start
from console.app.terminal import signed_workspace
from console.cache.intake import InboundRow
from console.cache.pin_tries import FREE
from console.cache.views import View
from console.domain.alarm import Level
from console.domain.message import Direction, Message, MessageType
from console.runtime.jobs import ManualRunner
from console.ui.common import paint
from console.ui.common.clipboard import copy_private
from console.ui.conversation import parts
from console.ui.desk.pin_asking import PinAsking
from console.ui.desk.shell import Shell
from console.ui.desk.sound_check import SoundCheck
from console.ui.dialogs.reason import ReasonDialog
from console.ui.signin.lock import LockScreen
from console.ui.signin.login import LoginScreen
from console.ui.signin.new_pin import NewPinDialog
from tests.app.pin_rig import HANH, OTHER, PIN, TUAN, PinRig

CANARY = "CANARY-mat-trom-xe-may"


def take_in(workspace, user, text):
    """Take a message in as the gateway's worker does: through the store's own connection."""
    now = workspace.clock.now_ms()
    message = Message(f"m-{user}", Direction.INBOUND, MessageType.TEXT, text, now)
    with workspace.store.write() as tx:
        workspace.intake.take_in(tx, [InboundRow(message, user, f"Người {CANARY}")])


@pytest.fixture
def rig(tmp_path, monkeypatch):
    return PinRig(tmp_path, monkeypatch)


@pytest.fixture
def pinned(rig):
    with rig.open() as workspace:
        give_pin(workspace, None, "hanh", PIN)
        give_pin(workspace, HANH, "tuan", OTHER)
    return rig


class Driven:
    """A console as a test drives it."""

    def __init__(self, console, rig):
        self._console, self.rig, self.played = console, rig, None

    def __getattr__(self, name):
        return getattr(self._console, name)


class Played:
    """Notes what would have sounded."""

    def __init__(self, sounds, monkeypatch):
        self.levels = []
        monkeypatch.setattr(sounds, "play", lambda level, _volume: self.levels.append(level))


@pytest.fixture
def desk(qapp, qtbot, pinned, monkeypatch):
    """The console of Hạnh with one case open whose text and citizen are the canary."""
    unlocked = pinned.book().unlock("hanh", PIN)
    with pinned.open(unlocked) as workspace:
        take_in(workspace, "u1", CANARY)
        with open_console(qapp, workspace, unlocked, Shell()) as opened:
            console = Driven(opened, pinned)
            console.played = Played(console.locking._works.sounds, monkeypatch)
            console.locking.shell.show()
            console.controller.claim_next()
            qtbot.waitUntil(lambda: console.controller.room.detail is not None)
            qtbot.waitUntil(lambda: CANARY in everything(console.locking.shell))
            yield console


def texts_of(widget):
    for name in (
        "text",
        "toPlainText",
        "title",
        "placeholderText",
        "toolTip",
        "accessibleName",
        "accessibleDescription",
    ):
        read = getattr(widget, name, None)
        if callable(read):
            yield str(read())


def accessible(interface):
    if interface is None or not interface.isValid():
        return
    for part in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value):
        yield interface.text(part)
    for number in range(interface.childCount()):
        yield from accessible(interface.child(number))


def everything(_shell):
    """Return every text that any widget of the program or its accessibility tree holds, and the titles."""
    found = []
    for top in QApplication.topLevelWidgets():
        found.append(top.windowTitle())
        for widget in (top, *top.findChildren(QWidget)):
            found += texts_of(widget)
        found += accessible(QAccessible.queryAccessibleInterface(top))
    return "\n".join(found)


def lock(console, qtbot, how="key"):
    console.locking.lock(how)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    return console.locking.shell.content


def told(console):
    return console.store_runner.call(lambda: console.rig.events(console.workspace))


def test_only_a_profile_with_passwords_asks_who_signs_in(rig, tmp_path):
    assert not asks_sign_in(Start(rig.root, None))
    with rig.open() as workspace:
        give_pin(workspace, None, "hanh", PIN)
    assert asks_sign_in(Start(rig.root, None))
    assert not asks_sign_in(Start(rig.root, tmp_path / "store.key"))
    assert not asks_sign_in(Start(rig.root / "nowhere", None))


def test_the_first_screen_lets_in_with_the_right_password_only(shell, pinned):
    runner = ManualRunner()
    book = pinned.book()
    asking = SignIn(shell, book, runner, "2022", "tuan")
    shell.show()
    screen = shell.content
    assert isinstance(screen, LoginScreen)
    assert shell.focusWidget() is screen.ask.pin
    assert screen.officer.currentData() == "tuan"
    assert "Nông Thị Hạnh" in screen.officer.itemText(0)
    screen.officer.setCurrentIndex(0)
    for number in range(FREE):
        QTest.keyClicks(screen.ask.pin, "sai-sai")
        QTest.keyClick(screen.ask.pin, Qt.Key.Key_Return)
        assert screen.ask.pin.text() == "" and not screen.officer.isEnabled()
        runner.run_all()
        assert asking.unlocked is None
        assert "Sai PIN" in screen.ask.error.label.text()
        assert screen.ask.button.label() == ("Thử lại sau 15:00" if number == FREE - 1 else "Đăng nhập")
    QTest.keyClicks(screen.ask.pin, PIN)
    QTest.keyClick(screen.ask.pin, Qt.Key.Key_Return)
    runner.run_all()
    assert asking.unlocked is None
    # Another start knows of the wait, too.
    again = SignIn(shell, pinned.book(), runner, "2022", "hanh")
    shell.content.tried.emit("hanh", PIN)
    runner.run_all()
    assert again.unlocked is None and shell.content.ask.button.label().startswith("Thử lại sau")
    shell.content.tried.emit("tuan", OTHER)
    runner.run_all()
    assert again.wait().officer_id == "tuan"


def test_who_signed_in_works_with_his_own_rights_and_the_log_tells(desk):
    assert desk.bench.officer.officer_id == "hanh" and desk.bench.officer.province
    assert desk.workspace.settings.officer == "hanh"
    assert told(desk)[-1] == ("officer.signed_in", "hanh", {"officer_id": "hanh", "how": "start", "wrong": 0})


def test_the_lock_leaves_nothing_to_read(desk, qtbot):
    copy_private(CANARY)
    readers = list(desk.workspace._readers)
    assert len(readers) == 3
    dialog = NewPinDialog(desk.window, CANARY)
    dialog.open()
    desk.bench.queries.counts()
    assert readers[0].pool.checkedin() + readers[0].pool.checkedout() == 1
    screen = lock(desk, qtbot)
    assert isinstance(screen, LockScreen) and screen.isVisible()
    assert CANARY not in everything(desk.locking.shell)
    assert desk.locking.shell.windowTitle() == "Bàn trực"
    assert desk.locking.seat is None
    assert CANARY not in QGuiApplication.clipboard().text()
    desk.locking._works.reader_runner.call(lambda: None)
    assert desk.workspace._readers == []
    assert [one.pool.checkedin() + one.pool.checkedout() for one in readers] == [0, 0, 0]
    assert told(desk)[-1] == ("officer.signed_out", "hanh", {"officer_id": "hanh", "how": "key"})


def test_the_lock_forgets_what_was_laid_out_to_be_drawn(desk, qtbot):
    asked = (("text", CANARY, "msg", 400), ("wrapped", CANARY, "msg", 321, ()))
    keepers = {"text": paint._width, "wrapped": parts._wrapped}
    for name, *how in asked:
        keepers[name](*how)
    lock(desk, qtbot)
    for name, *how in asked:
        missed = keepers[name].cache_info().misses
        keepers[name](*how)
        assert keepers[name].cache_info().misses == missed + 1, name


def test_ctrl_l_locks(desk, qtbot):
    desk.locking.shell.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(desk.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.locking.seat is None)
    assert isinstance(desk.locking.shell.content, LockScreen)


def unlock(console, qtbot):
    console.locking.shell.content.tried.emit(PIN)
    qtbot.waitUntil(lambda: console.locking.seat is not None)


def test_the_bell_is_asked_for_at_the_desk_and_not_behind_the_lock(desk, qtbot):
    lock(desk, qtbot)
    desk.locking.require_check()
    assert not [
        one for one in QApplication.topLevelWidgets() if isinstance(one, SoundCheck) and one.isVisible()
    ]

    unlock(desk, qtbot)
    desk.locking.require_check()
    assert desk.seat.window.findChildren(SoundCheck)


def test_ctrl_l_locks_under_a_dialog_and_a_menu_and_keeps_the_draft(desk, qtbot):
    draft = "Chào bà, đang xem lại tin của bà"
    composer = desk.window.composer
    composer.reply_edit.setPlainText(draft)
    dialog = ReasonDialog(
        desk.window, "Đóng?", CANARY, icon="lock", verb="Đóng", choices=("Khác",), promise=CANARY
    )
    dialog.open()
    QTest.keyClicks(dialog.findChild(QPlainTextEdit), CANARY)
    asked = []
    dialog.requested.connect(asked.append)
    kept = dialog.findChild(QPlainTextEdit).document()
    assert QApplication.activeModalWidget() is dialog
    QTest.keyClick(dialog.findChild(QPlainTextEdit), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert kept.toPlainText().endswith(CANARY)  # not within the key's own event
    qtbot.waitUntil(lambda: desk.locking.seat is None)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert isinstance(desk.locking.shell.content, LockScreen)
    assert CANARY not in everything(desk.locking.shell) and draft not in everything(desk.locking.shell)
    assert asked == [] and QApplication.activeModalWidget() is None
    unlock(desk, qtbot)
    qtbot.waitUntil(lambda: desk.window.composer.reply_edit.toPlainText() == draft)

    menu = QMenu(desk.window)
    menu.addAction("Chép")
    menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    assert QApplication.activePopupWidget() is menu
    QTest.keyClick(menu, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.locking.seat is None)
    assert QApplication.activePopupWidget() is None


def test_a_dialog_that_does_not_let_itself_be_closed_is_emptied_and_given_up(desk, qtbot):
    class Stubborn(QDialog):
        def closeEvent(self, event):
            event.ignore()

    dialog = Stubborn()
    field = QLineEdit(CANARY, dialog)
    heard = []
    field.textChanged.connect(heard.append)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.show()
    lock(desk, qtbot)
    assert gone == [True] and heard == []
    assert CANARY not in everything(desk.locking.shell)


def test_the_system_locks_the_desk(desk, qtbot, qapp):
    watching = watch_session(qapp, desk.locking.shell, desk.locking.lock)
    watching.left.emit("suspend")
    assert desk.locking.seat is None
    assert told(desk)[-1] == ("officer.signed_out", "hanh", {"officer_id": "hanh", "how": "suspend"})
    watching.left.emit("suspend")
    assert [kind for kind, _actor, _body in told(desk)].count("officer.signed_out") == 1
    watching.stop()


def test_behind_the_lock_messages_come_in_and_ring_without_content(desk, qtbot):
    screen = lock(desk, qtbot)
    qtbot.waitUntil(lambda: "hồ sơ" in screen.counts.title.text())
    desk.played.levels.clear()
    before = screen.counts.title.text()
    desk.store_runner.call(lambda: take_in(desk.workspace, "u2", f"{CANARY} lần hai"))
    desk.rig.clock.advance(20_000)
    desk.locking.second()
    qtbot.waitUntil(
        lambda: (
            screen.counts.title.text() + screen.counts.detail.text() != before and desk.played.levels != []
        )
    )
    assert desk.played.levels[0] >= Level.NOTICE
    assert CANARY not in everything(desk.locking.shell)


def test_wrong_stays_locked_and_right_goes_on_where_it_was(desk, qtbot):
    case_id = desk.controller.room.case_id
    screen = lock(desk, qtbot)
    screen.tried.emit("sai-sai-sai")
    qtbot.waitUntil(lambda: "Sai PIN" in screen.ask.error.label.text())
    assert desk.locking.seat is None
    screen.tried.emit(PIN)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    qtbot.waitUntil(lambda: CANARY in everything(desk.locking.shell))
    qtbot.waitUntil(lambda: desk.controller.room.case_id == case_id)
    assert desk.locking.shell.content is desk.window
    assert told(desk)[-1] == (
        "officer.signed_in",
        "hanh",
        {"officer_id": "hanh", "how": "unlock", "wrong": 1},
    )
    assert desk.bench.queries.counts().views[View.ALL_OPEN] == 1


def test_another_officer_takes_the_desk_in_his_rights_within_eight_seconds(desk, qtbot):
    screen = lock(desk, qtbot)
    began = time.process_time()
    screen.switch.click()
    login = desk.locking.shell.content
    assert isinstance(login, LoginScreen)
    login.officer.setCurrentIndex(login.officer.findData("tuan"))
    QTest.keyClicks(login.ask.pin, OTHER)
    QTest.keyClick(login.ask.pin, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.locking.seat is not None)
    assert time.process_time() - began < 8.0
    assert desk.bench.officer == TUAN and not desk.bench.officer.province
    assert CANARY not in everything(desk.locking.shell)  # Hạnh's case is none of his unit's
    assert [(kind, actor, body["how"]) for kind, actor, body in told(desk)[-3:]] == [
        ("officer.signed_out", "hanh", "key"),
        ("officer.signed_out", "hanh", "switch"),
        ("officer.signed_in", "tuan", "switch"),
    ]
    assert desk.workspace.settings.officer == "tuan"


def test_from_the_choice_of_officers_one_goes_back_to_the_lock(desk, qtbot):
    lock(desk, qtbot).switch.click()
    desk.locking.shell.content.quit_wanted.emit()
    qtbot.waitUntil(lambda: isinstance(desk.locking.shell.content, LockScreen))
    assert desk.locking.seat is None


def test_without_passwords_enter_opens_and_says_so(qapp, qtbot, rig):
    with rig.open() as workspace, open_console(qapp, workspace) as opened:
        console = Driven(opened, rig)
        console.window.show()
        screen = lock(console, qtbot, "idle")
        assert "chưa đặt PIN" in screen.ask.error.label.text() and not screen.switch.isVisible()
        QTest.keyClick(screen.ask.pin, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: console.locking.seat is not None)
        qtbot.waitUntil(lambda: len(told(console)) == 2)
        assert [(kind, body["how"]) for kind, _actor, body in told(console)] == [
            ("officer.signed_out", "idle"),
            ("officer.signed_in", "unlock"),
        ]


def test_three_minutes_without_input_or_asleep_lock(qapp, qtbot, rig):
    field = QLineEdit()
    qtbot.addWidget(field)
    left = []
    watch = IdleWatch(qapp, rig.clock)
    watch.left.connect(left.append)

    def sit(ms):
        for _ in range(ms // LOOK_MS):
            rig.clock.advance(LOOK_MS)
            watch.look()

    sit(IDLE_MS - 1000)
    QTest.keyClick(field, Qt.Key.Key_A)
    sit(IDLE_MS - 1000)
    assert left == []
    sit(1000)
    assert left == ["idle"]
    rig.clock.jump(GAP_MS - 1)  # a correction of the hour is no sleep
    rig.clock.jump(-600_000)
    watch.look()
    assert left == ["idle"]
    rig.clock.jump(GAP_MS)  # the monotonic clock stood still while the machine slept
    QTest.keyClick(field, Qt.Key.Key_A)
    assert left == ["idle", "suspend"]
    rig.clock.seconds += GAP_MS / 1000  # it went on, and the wall clock was set back meanwhile
    rig.clock.jump(-GAP_MS)
    watch.look()
    assert left == ["idle", "suspend", "suspend"]
    watch.stop()
    rig.clock.advance(IDLE_MS)
    QTest.keyClick(field, Qt.Key.Key_A)
    assert left == ["idle", "suspend", "suspend"]


def test_the_window_sets_the_first_password(qapp, qtbot, rig):
    with rig.open() as workspace, open_console(qapp, workspace) as opened:
        console = Driven(opened, rig)
        console.window.show()
        asking = PinAsking(console.window, console.bench)
        asking.ask()
        dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, NewPinDialog))
        dialog.new.setText(PIN)
        dialog.again.setText(PIN)
        dialog.verb.click()
        qtbot.waitUntil(lambda: console.bench.uses_pins)
        qtbot.waitUntil(lambda: told(console) != [])
        assert [kind for kind, _actor, _body in told(console)] == ["officer.pin_set"]
        assert console.bench.has_pin
    assert rig.book().unlock("hanh", PIN).officer_id == "hanh"


def signs(rig, pin=PIN):
    """Return what the log tells of sitting down and leaving, as a next start finds it."""
    with rig.signed("hanh", pin) as workspace:
        return [
            (kind, actor, body["officer_id"], body["how"])
            for kind, actor, body in rig.events(workspace)
            if kind.startswith("officer.signed")
        ]


def open_and(qapp, rig, do):
    unlocked = rig.book().unlock("hanh", PIN)
    with rig.open(unlocked) as workspace, open_console(qapp, workspace, unlocked, Shell()) as console:
        do(console)


IN, OUT = "officer.signed_in", "officer.signed_out"


def test_closing_is_told_once_and_not_after_a_lock(qapp, pinned):
    open_and(qapp, pinned, lambda _console: None)
    assert signs(pinned) == [(IN, "hanh", "hanh", "start"), (OUT, "hanh", "hanh", "close")]
    open_and(qapp, pinned, lambda console: console.locking.lock("idle"))
    assert signs(pinned)[2:] == [(IN, "hanh", "hanh", "start"), (OUT, "hanh", "hanh", "idle")]


def test_an_end_without_a_word_is_noted_by_the_next_start(pinned):
    unlocked = pinned.book().unlock("hanh", PIN)
    with pinned.open(unlocked) as workspace:
        seat(workspace, unlocked, "start")  # and then the power is cut
    unlocked = pinned.book().unlock("tuan", OTHER)
    with pinned.open(unlocked) as workspace:
        seat(workspace, unlocked, "start")
    assert signs(pinned) == [
        (IN, "hanh", "hanh", "start"),
        (OUT, "system", "hanh", "crash"),
        (IN, "tuan", "tuan", "start"),
    ]
    with signed_workspace(pinned.root, None, "tuan", lambda _question: OTHER):
        pass
    assert signs(pinned)[3:] == [
        (OUT, "system", "tuan", "crash"),
        (IN, "tuan", "tuan", "start"),
        (OUT, "tuan", "tuan", "close"),
    ]
