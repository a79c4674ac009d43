"""The half of the key for the safe: told before it is written, and enough, with a backup and a PIN, for a new machine."""

import shutil

import pytest

from console.actions.desk import ActionError
from console.app import terminal
from console.app.half_key import copy_half, put_half
from console.app.maintenance import MaintenanceError, backup
from console.app.seating import give_pin
from console.app.terminal import set_pin
from console.cache.database import connect
from console.cache.errors import AlreadyThereError, MissingKeyError, StoreError, WrongKeyError
from console.cli import main
from tests.app.pin_rig import ADMIN, HANH, OTHER, PIN, PinRig
from tests.app.test_pinning import Typist
from tests.cache.memory_keyring import MemoryKeyring


@pytest.fixture
def rig(tmp_path, monkeypatch):
    made = PinRig(tmp_path, monkeypatch)
    with made.open() as workspace:
        made.old = workspace.opened.key
    set_pin(made.root, None, ADMIN.officer_id, "", Typist(PIN, PIN))
    return made


def kinds(rig):
    with rig.signed(ADMIN.officer_id, PIN) as workspace, workspace.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind FROM event ORDER BY seq").all()
        return [kind for (kind,) in rows]


def test_the_command_that_sets_the_first_pin_leaves_the_key_of_before_worthless(rig):
    with pytest.raises(WrongKeyError):
        connect(rig.root / "ban-truc.db", rig.old)
    assert "officer.pin_set" in kinds(rig)


def test_it_is_told_before_it_is_written_and_only_for_a_reason_by_who_may(rig, tmp_path):
    file = tmp_path / "half.key"
    with rig.signed(ADMIN.officer_id, PIN) as workspace:
        give_pin(workspace, ADMIN, "hanh", OTHER)
        with pytest.raises(ActionError):
            copy_half(workspace, HANH.officer_id, file, "cất két")
        with pytest.raises(ActionError):
            copy_half(workspace, ADMIN.officer_id, file, " ")
        with pytest.raises(MaintenanceError):
            copy_half(workspace, "ai-do", file, "cất két")
        assert not file.exists()
        with pytest.raises(StoreError):
            copy_half(workspace, ADMIN.officer_id, tmp_path / "no" / "half.key", "cất két")
        copy_half(workspace, ADMIN.officer_id, file, "cất két")
        with pytest.raises(AlreadyThereError):
            copy_half(workspace, ADMIN.officer_id, file, "cất két")
    assert kinds(rig).count("key.half_copied") == 2  # the one that could not be written, too
    assert file.read_text().strip() in rig.backend.kept.values()
    with pytest.raises(WrongKeyError):
        connect(rig.root / "ban-truc.db", bytes.fromhex(file.read_text()))


def test_a_new_machine_comes_back_with_backup_half_and_pin(rig, tmp_path, monkeypatch, capsys):
    half, backups = tmp_path / "half.key", tmp_path / "taken"
    with rig.signed(ADMIN.officer_id, PIN) as workspace:
        copy_half(workspace, ADMIN.officer_id, half, "cất két")
        backup(workspace, None)
    shutil.copytree(rig.root / "backups", backups)
    shutil.rmtree(rig.root)
    rig.backend = MemoryKeyring()
    with pytest.raises(MaintenanceError):
        put_half(rig.root, half, None)
    with pytest.raises(MaintenanceError):
        put_half(rig.root, half, tmp_path)
    monkeypatch.setattr(terminal, "ask_hidden", Typist(PIN))
    profile = ["--profile", str(rig.root)]
    assert main([*profile, "key", "put-half", str(half), "--backups", str(backups)]) == 0
    with pytest.raises(AlreadyThereError):
        put_half(rig.root, half, backups)
    assert main([*profile, "restore", str(backups), "--officer", ADMIN.officer_id]) == 0
    capsys.readouterr()
    assert "key.half_copied" in kinds(rig)
    rig.backend.kept.clear()
    with pytest.raises(MissingKeyError):
        rig.book().unlock(ADMIN.officer_id, PIN)
