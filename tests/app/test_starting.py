"""The window that says why the console did not open: really damaged stores, a second instance, keys, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from console.app import desktop
from console.app.maintenance import backup
from console.app.starting import Start, make_dialog, start_trouble
from console.app.workspace import open_workspace
from console.cache import walk_state
from console.cache.errors import (
    CorruptedError,
    DiskFullError,
    InUseError,
    MissingFileError,
    MissingKeyError,
    StoreError,
    TooNewError,
    WrongKeyError,
)
from console.cache.keys import create_key_file
from console.runtime.jobs import ManualRunner
from console.ui.common.message import MessageDialog

PAGE = 4096


@pytest.fixture
def start(tmp_path):
    """A profile that has worked and was backed up once, with its key in a file."""
    key = tmp_path / "store.key"
    create_key_file(key)
    with open_workspace(tmp_path / "profile", key) as workspace:
        write(workspace, "before")
        backup(workspace, None)
        write(workspace, "after")
    return Start(tmp_path / "profile", key)


def write(workspace, text):
    with workspace.store.write() as tx:
        walk_state.set_state(tx.connection, "probe", text)


def read(start):
    with open_workspace(start.profile, start.key_file) as workspace, workspace.store.read() as connection:
        return walk_state.state(connection, "probe")


def why_not(start):
    """Return why the profile does not open."""
    with pytest.raises(StoreError) as caught, open_workspace(start.profile, start.key_file):
        pass
    return caught.value


def damage(start):
    """Spoil every page but the first; leave the file as long as it was."""
    with (start.profile / "ban-truc.db").open("rb+") as file:
        for page in range(1, file.seek(0, 2) // PAGE):
            file.seek(page * PAGE + 100)
            file.write(b"\0\0\0\0")


@pytest.fixture
def opened(qapp, start):
    """Return what shows the window for an error, and close every one at the end."""
    runner, dialogs = ManualRunner(), []

    def show(error):
        dialog = make_dialog(error, start, runner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialog.runner = runner
        dialogs.append(dialog)
        dialog.open()
        qapp.processEvents()
        return dialog

    yield show
    for dialog in dialogs:
        dialog.close()
        dialog.deleteLater()
    qapp.processEvents()


def confirm(dialog, accept=True):
    """Answer the question that stands before the window."""
    (question,) = dialog.findChildren(MessageDialog)
    button = question.verb_button if accept else question.cancel_button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents(question, 0)


def test_a_damaged_store_comes_back_from_the_window_and_the_console_opens_again(opened, start):
    damage(start)
    spoilt = (start.profile / "ban-truc.db").read_bytes()
    error = why_not(start)
    assert isinstance(error, CorruptedError)
    dialog = opened(error)
    assert dialog.words.text() == str(error)
    assert dialog.backups.count() == 1
    QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    confirm(dialog, accept=False)
    assert dialog.runner.run_all() == 0
    assert (start.profile / "ban-truc.db").read_bytes() == spoilt
    QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    dialog.findChildren(MessageDialog)[-1].verb_button.click()
    assert not dialog.verb.isEnabled()
    dialog.reject()
    assert dialog.isVisible()
    dialog.runner.run_all()
    assert "Đã khôi phục về lúc" in dialog.said.text()
    assert not dialog.restore.isEnabled()
    (kept,) = start.profile.glob("ban-truc.db.replaced-*Z")
    assert kept.read_bytes() == spoilt
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert read(start) == "before"


def test_a_truncated_store_can_be_rehearsed_first_and_nothing_is_replaced(opened, start):
    database = start.profile / "ban-truc.db"
    database.write_bytes(database.read_bytes()[: 3 * PAGE + 77])
    before = database.read_bytes()
    dialog = opened(why_not(start))
    QTest.keyClick(dialog, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    dialog.runner.run_all()
    assert "Diễn tập khôi phục đạt" in dialog.said.text()
    assert database.read_bytes() == before
    assert list(start.profile.glob("*replaced*")) == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_a_second_instance_is_told_so_and_nothing_can_be_restored_under_the_first(opened, start):
    with open_workspace(start.profile, start.key_file):
        error = why_not(start)
        assert isinstance(error, InUseError)
        dialog = opened(error)
        assert dialog.words.text() == str(error)
        assert not dialog.restore.isVisible()
        QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert dialog.findChildren(MessageDialog) == []
        assert dialog.runner.run_all() == 0
    assert read(start) == "after"


def test_a_wrong_key_is_answered_with_the_right_one(opened, start, tmp_path):
    right = start.key_file
    start.key_file = tmp_path / "other.key"
    create_key_file(start.key_file)
    error = why_not(start)
    assert isinstance(error, WrongKeyError)
    dialog = opened(error)
    assert dialog.key.isVisible()
    dialog.key_chosen.emit(right)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert read(start) == "after"


def test_a_refused_restore_says_why_and_may_be_tried_with_another_backup(opened, start, tmp_path):
    (start.profile / "ban-truc.db").unlink()
    error = why_not(start)
    assert isinstance(error, MissingFileError)
    dialog = opened(error)
    made = dialog.chosen().path
    usb = tmp_path / "usb"
    usb.mkdir()
    for file in (made, made.with_suffix(".json")):
        (usb / file.name).write_bytes(file.read_bytes())
    made.write_bytes(made.read_bytes()[:-PAGE])
    dialog.restore_wanted.emit(made)
    dialog.runner.run_all()
    assert "Bản sao lưu này không dùng được" in dialog.said.text()
    assert not (start.profile / "ban-truc.db").exists()
    dialog.folder_chosen.emit(usb)
    assert dialog.chosen().path == usb / made.name
    dialog.restore_wanted.emit(dialog.chosen().path)
    dialog.runner.run_all()
    assert read(start) == "before"


def test_the_text_can_be_copied_whole(opened, start):
    error = DiskFullError(str(start.profile))
    dialog = opened(error)
    QTest.keyClick(
        dialog, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    copied = QGuiApplication.clipboard().text()
    assert str(error) in copied
    assert str(start.profile) in copied


@pytest.mark.parametrize(
    ("error", "restore", "key"),
    [
        (CorruptedError("x"), True, False),
        (WrongKeyError("x"), True, True),
        (MissingKeyError("x"), False, True),
        (TooNewError("x"), False, False),
        (DiskFullError("x"), False, False),
        (InUseError("x"), False, False),
    ],
)
def test_only_what_helps_is_offered(tmp_path, error, restore, key):
    trouble = start_trouble(error, Start(tmp_path, None))
    assert (trouble.may_restore, trouble.may_choose_key) == (restore, key)
    demo = start_trouble(error, Start(tmp_path, None, demo=True))
    assert not demo.may_restore


def test_without_a_screen_the_terminal_says_it_and_the_program_ends_with_1(qapp, start, capsys):
    damage(start)
    code = desktop.run(profile=start.profile, key_file=start.key_file, demo=False, speed=1.0)
    assert code == 1
    assert "console restore" in capsys.readouterr().err


def test_with_a_screen_the_same_words_stand_in_a_window_until_it_is_closed(qapp, start, capsys, monkeypatch):
    damage(start)
    shown = []

    def close(dialog):
        shown.append(dialog.words.text())
        return QDialog.DialogCode.Accepted if len(shown) == 1 else QDialog.DialogCode.Rejected

    monkeypatch.setattr("console.app.starting.SCREENLESS", set())
    monkeypatch.setattr("console.app.starting.StartupDialog.exec", close)
    assert desktop.run(profile=start.profile, key_file=start.key_file, demo=False, speed=1.0) == 1
    assert len(shown) == 2
    assert capsys.readouterr().err.splitlines() == shown
