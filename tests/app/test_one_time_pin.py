"""PINs of other officers: given for one sign-in at the accounts page, changed at the first one, worth nothing else."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.actions.desk import Refused
from console.app.desktop import open_console
from console.app.maintenance import MaintenanceError
from console.app.seating import give_pin, issue_pin, one_time_pin, seat
from console.app.signing_in import SignIn
from console.app.terminal import signed_workspace
from console.cache.errors import OncePinError, PinError
from console.cache.pin_tries import FREE
from console.domain.pin import ONCE_DIGITS
from console.runtime.jobs import ManualRunner
from console.ui.accounts.once_pin import OncePinDialog
from console.ui.desk.shell import Shell
from console.ui.dialogs.reason import ReasonDialog
from console.ui.signin.lock import LockScreen
from console.ui.signin.new_pin import NewPinDialog
from tests.app.pin_rig import ADMIN, HANH, OTHER, PIN, TUAN, PinRig
from tests.app.test_pinning import Typist

OWN = "trung-khanh-77"


@pytest.fixture
def rig(tmp_path, monkeypatch):
    made = PinRig(tmp_path, monkeypatch)
    with made.open() as workspace:
        give_pin(workspace, None, ADMIN.officer_id, PIN)
    return made


def issue(rig, officer_id="hanh"):
    with rig.signed(ADMIN.officer_id, PIN) as workspace:
        return issue_pin(workspace, ADMIN, officer_id, "Cán bộ mới")


def dialog(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def choose(own):
    form = dialog(NewPinDialog)
    form.new.setText(own)
    form.again.setText(own)
    return form


def test_it_is_digits_that_nobody_tries_first():
    made = [one_time_pin() for _ in range(50)]
    assert all(len(one) == ONCE_DIGITS and one.isdigit() for one in made)
    assert len(set(made)) == 50


def test_without_a_pin_of_ones_own_nobody_gives_one(tmp_path, monkeypatch):
    fresh = PinRig(tmp_path / "fresh", monkeypatch)
    with fresh.open() as workspace:
        with pytest.raises(Refused, match="Đặt PIN của mình trước"):
            issue_pin(workspace, ADMIN, "hanh", "Cán bộ mới")
        assert not workspace.pins.in_use


def test_only_an_administrator_gives_one_and_not_to_himself(rig):
    with rig.signed(ADMIN.officer_id, PIN) as workspace:
        with pytest.raises(Refused, match="Chỉ quản trị"):
            issue_pin(workspace, TUAN, "hanh", "Quên PIN")
        with pytest.raises(Refused, match="tự đổi"):
            issue_pin(workspace, ADMIN, ADMIN.officer_id, "Quên PIN")
        assert [one.officer_id for one in workspace.pins.signers()] == [ADMIN.officer_id]


def test_it_ends_the_wait_after_wrong_ones_and_is_told_with_its_reason(rig):
    once = issue(rig)
    for _ in range(FREE):
        with pytest.raises(PinError):
            rig.book().unlock("hanh", "sai-sai-sai")
    assert rig.book().wait_ms("hanh") > 0
    again = issue(rig)
    assert again != once and rig.book().wait_ms("hanh") == 0
    with pytest.raises(PinError):
        rig.book().unlock("hanh", once)
    with rig.signed(ADMIN.officer_id, PIN) as workspace:
        assert rig.events(workspace)[-1] == (
            "officer.pin_set",
            ADMIN.officer_id,
            {"officer_id": "hanh", "once": True, "reason": "Cán bộ mới"},
        )
        assert not any(once in str(one) or again in str(one) for one in rig.events(workspace))


def test_it_seats_nobody_and_signs_nothing_until_it_is_changed(rig, qapp):
    unlocked = rig.book().unlock("hanh", issue(rig))
    assert unlocked.once
    with rig.open(unlocked) as workspace:
        with pytest.raises(OncePinError):
            seat(workspace, unlocked, "start")
        assert [kind for kind, _actor, _body in rig.events(workspace)].count("officer.signed_in") == 0


def test_at_the_start_the_officer_chooses_his_own(rig, shell):
    once = issue(rig)
    runner = ManualRunner()
    asking = SignIn(shell, rig.book(), runner, "2022", "hanh")
    shell.show()
    screen = shell.content

    def enter(pin):
        QTest.keyClicks(screen.ask.pin, pin)
        QTest.keyClick(screen.ask.pin, Qt.Key.Key_Return)
        runner.run_all()

    enter(once)
    assert asking.unlocked is None
    dialog(NewPinDialog).reject()
    assert asking.unlocked is None and "PIN dùng một lần" in screen.ask.error.label.text()
    enter(once)
    form = choose(once)
    assert not form.verb.isEnabled() and "khác PIN dùng một lần" in form.consequence.text()
    choose(OWN).verb.click()
    unlocked = asking.wait()
    with rig.open(unlocked) as workspace:
        assert seat(workspace, unlocked, "start").officer_id == "hanh"
        assert [(kind, actor) for kind, actor, _body in rig.events(workspace)[-2:]] == [
            ("officer.pin_set", "hanh"),
            ("officer.signed_in", "hanh"),
        ]
    with pytest.raises(PinError):
        rig.book().unlock("hanh", once)
    assert not rig.book().unlock("hanh", OWN).once


def test_the_terminal_asks_for_ones_own(rig):
    once = issue(rig)
    with (
        pytest.raises(MaintenanceError),
        signed_workspace(rig.root, None, "hanh", Typist(once, OWN, OWN + "x")),
    ):
        pass
    with pytest.raises(PinError), signed_workspace(rig.root, None, "hanh", Typist(once, once, once)):
        pass
    assert rig.book().unlock("hanh", once).once
    typist = Typist(once, OWN, OWN)
    with signed_workspace(rig.root, None, "hanh", typist):
        pass
    assert typist.questions == ["PIN của hanh: ", "PIN mới của hanh: ", "Nhập lại PIN mới: "]
    assert not rig.book().unlock("hanh", OWN).once


def test_the_page_gives_one_by_key_and_the_lock_asks_for_a_new_one(rig, qapp, qtbot):
    unlocked = rig.book().unlock(ADMIN.officer_id, PIN)
    with rig.open(unlocked) as workspace, open_console(qapp, workspace, unlocked, Shell()) as console:
        console.locking.shell.show()
        console.window.pages.open("page.accounts")
        page = console.window.pages.page("page.accounts")
        ids = [one.officer_id for one, _active in page.officers]
        page.list.choose(ids.index("hanh"))
        assert [line[4] for line in page.list.lines.lines][ids.index("hanh")] == "–"
        page.list.setFocus()
        QTest.keyClick(page.list, Qt.Key.Key_F12)
        dialog(ReasonDialog).choices[0].click()
        dialog(ReasonDialog).verb.click()
        qtbot.waitUntil(lambda: any(isinstance(w, OncePinDialog) for w in QApplication.topLevelWidgets()))
        shown = dialog(OncePinDialog)
        once = shown.shown.text().replace(" ", "")
        assert page.list.lines.lines[ids.index("hanh")][4] == "dùng một lần"
        shown.verb.click()
        assert shown.shown.text() == ""
        with pytest.raises(OncePinError):
            console.store_runner.call(lambda: console.bench.verify_pin("hanh", once))
        console.locking.lock()
        console.locking.shell.content.switch.click()
        login = console.locking.shell.content
        login.officer.setCurrentIndex(login.officer.findData("hanh"))
        QTest.keyClicks(login.ask.pin, once)
        QTest.keyClick(login.ask.pin, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: any(isinstance(w, NewPinDialog) for w in QApplication.topLevelWidgets()))
        assert console.locking.seat is None
        choose(OWN).verb.click()
        qtbot.waitUntil(lambda: console.locking.seat is not None)
        assert console.bench.officer.officer_id == HANH.officer_id
        assert console.bench.pin_holders() == {ADMIN.officer_id: False, "hanh": False}
        failed = []
        console.bench.issue_pin("tuan", "Quên PIN", failed.append, failed.append)
        qtbot.waitUntil(lambda: failed != [])
        assert isinstance(failed[0], Refused)  # Hạnh administers nothing
        console.locking.lock()
        assert isinstance(console.locking.shell.content, LockScreen)
    with pytest.raises(PinError):
        rig.book().unlock("hanh", once)
    assert rig.book().unlock("hanh", OWN).officer_id == "hanh"
    with pytest.raises(PinError):
        rig.book().unlock("hanh", OTHER)
