"""Passwords in the program: the profile opens by them only, commands ask for one, a signature needs the signer's own."""

import json

import pytest

from console.actions.accounts import disable_officer
from console.actions.desk import Desk, Refused
from console.app import terminal
from console.app.maintenance import MaintenanceError, backup, drill
from console.app.officers import load_officers
from console.app.seating import give_pin, seat
from console.app.terminal import set_pin, signed_workspace
from console.app.workbench import LocalWorkbench
from console.cache.errors import KeyringError, PinError, PinWaitError, SignInNeededError, WrongKeyError
from console.cache.keys import create_key_file
from console.cache.pin_tries import FIRST_WAIT_MS, FREE
from console.cache.signers import signers_of
from console.cli import main
from console.domain.clock import MINUTE_MS
from console.runtime.bridge import Bridge
from console.runtime.jobs import ManualRunner
from console.runtime.resources import load_reply_policy
from tests.app.conftest import NoPictures
from tests.app.pin_rig import ADMIN, HANH, OTHER, PIN, TUAN, PinRig


@pytest.fixture
def rig(tmp_path, monkeypatch):
    return PinRig(tmp_path, monkeypatch)


@pytest.fixture
def pinned(rig):
    """A profile whose officer Hạnh has the only password."""
    with rig.open() as workspace:
        give_pin(workspace, None, "hanh", PIN)
    return rig


class Typist:
    """Answers questions at the terminal in order, and keeps the questions."""

    def __init__(self, *answers):
        self.answers, self.questions = list(answers), []

    def __call__(self, question):
        self.questions.append(question)
        return self.answers.pop(0)


def test_without_passwords_the_profile_opens_as_before(rig):
    with rig.open() as workspace:
        assert not workspace.pins.in_use
        assert not signers_of(workspace.profile.database).exists()
    with signed_workspace(rig.root, None, "", Typist()) as workspace:
        assert rig.events(workspace) == []


def test_with_one_it_opens_by_sign_in_only(pinned):
    with pytest.raises(SignInNeededError), pinned.open():
        pass
    with pytest.raises(SignInNeededError), signed_workspace(pinned.root, None, "", Typist()):
        pass
    with pytest.raises(PinError), signed_workspace(pinned.root, None, "hanh", Typist(PIN + "x")):
        pass
    typist = Typist(PIN)
    with signed_workspace(pinned.root, None, "hanh", typist) as workspace:
        assert pinned.events(workspace) == [
            ("officer.pin_set", "system", {"officer_id": "hanh", "once": False, "reason": ""}),
            ("officer.signed_in", "hanh", {"officer_id": "hanh", "how": "start", "wrong": 1}),
        ]
    assert typist.questions == ["PIN của hanh: "]


def test_who_may_sign_in_is_readable_before_and_holds_names_only(pinned):
    assert [(x.officer_id, x.rank, x.name, x.unit) for x in pinned.book().signers()] == [
        ("hanh", "Đại úy", "Nông Thị Hạnh", "TB-CAT")
    ]
    path = signers_of(pinned.root / "ban-truc.db")
    assert json.loads(path.read_text()) == [
        {"officer_id": "hanh", "rank": "Đại úy", "name": "Nông Thị Hạnh", "unit": "TB-CAT"}
    ]
    path.write_text("{spoilt")
    assert [x.name for x in pinned.book().signers()] == ["hanh"]
    with pinned.signed("hanh", PIN) as workspace:
        seat(workspace, pinned.book().unlock("hanh", PIN), "start")
    assert [x.name for x in pinned.book().signers()] == ["Nông Thị Hạnh"]


def test_wrong_ones_make_the_next_wait_and_a_restart_does_not_help(pinned):
    for _ in range(FREE):
        with pytest.raises(PinError):
            pinned.book().unlock("hanh", "sai-sai-sai")
    with pytest.raises(PinWaitError) as caught:
        pinned.book().unlock("hanh", PIN)
    assert caught.value.wait_ms == FIRST_WAIT_MS
    pinned.clock.advance(FIRST_WAIT_MS - MINUTE_MS)
    with pytest.raises(PinWaitError):
        pinned.book().unlock("hanh", PIN)
    pinned.clock.advance(MINUTE_MS)
    assert pinned.book().unlock("hanh", PIN).wrong == FREE
    assert pinned.book().wait_ms("hanh") == 0


def test_a_locked_keyring_is_nobodys_wrong_password(pinned):
    pinned.backend.trouble = RuntimeError("locked")
    for _ in range(FREE + 1):
        with pytest.raises(KeyringError):
            pinned.book().unlock("hanh", PIN)
    pinned.backend.trouble = None
    assert pinned.book().unlock("hanh", PIN).wrong == 0


def test_the_terminal_asks_twice_and_never_takes_a_password_as_an_argument(rig, monkeypatch, capsys):
    profile = ["--profile", str(rig.root)]
    typist = Typist(PIN, OTHER, PIN, PIN, PIN, OTHER, OTHER)
    monkeypatch.setattr(terminal.getpass, "getpass", typist)
    monkeypatch.setattr(terminal.sys.stdin, "isatty", lambda: True, raising=False)
    assert main([*profile, "pin", "set", "--officer", "hanh"]) == 1
    assert "không giống nhau" in capsys.readouterr().err
    assert not rig.book().in_use
    assert main([*profile, "pin", "set", "--officer", "hanh"]) == 0
    assert rig.book().in_use
    # The second time the old one is asked for first.
    assert main([*profile, "pin", "set", "--officer", "hanh"]) == 0
    assert typist.questions[-3:] == [
        "PIN của hanh: ",
        "PIN mới của hanh: ",
        "Nhập lại PIN mới: ",
    ]
    assert rig.book().unlock("hanh", OTHER).officer_id == "hanh"
    with pytest.raises(SystemExit):
        main([*profile, "pin", "set", "--officer", "hanh", "--pin", PIN])
    assert PIN not in capsys.readouterr().out


def test_commands_take_the_officer_and_ask(pinned, monkeypatch, capsys):
    typist = Typist(PIN, PIN)
    monkeypatch.setattr(terminal, "ask_hidden", typist)
    assert main(["--profile", str(pinned.root), "verify"]) == 1
    assert "--officer" in capsys.readouterr().err
    assert main(["--profile", str(pinned.root), "verify", "--officer", "hanh", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"]


def test_a_server_with_a_key_file_goes_on_without_a_password(tmp_path, rig, monkeypatch):
    root, key = tmp_path / "server", tmp_path / "store.key"
    create_key_file(key)
    rig.root = root
    with rig.open(key_file=key) as workspace:
        from console.app.officers import save_officer

        save_officer(workspace, HANH)
    set_pin(root, key, "hanh", "", Typist(PIN, PIN))
    with signed_workspace(root, key, "", Typist()) as workspace:
        assert workspace.pins.in_use
    with pytest.raises(SignInNeededError), rig.open():
        pass
    with rig.signed("hanh", PIN) as workspace:
        assert list(load_officers(workspace)) == ["hanh"]
    other = tmp_path / "other.key"
    create_key_file(other)
    with pytest.raises(WrongKeyError), rig.open(key_file=other):
        pass


def test_who_gives_passwords_to_whom(pinned):
    with pinned.signed("hanh", PIN) as workspace:
        give_pin(workspace, HANH, "quan-tri", OTHER)  # nobody administers with a password yet
        with pytest.raises(Refused):
            give_pin(workspace, HANH, "tuan", OTHER)
        with pytest.raises(Refused):
            give_pin(workspace, HANH, "quan-tri", PIN)
        give_pin(workspace, ADMIN, "tuan", OTHER)
        with pytest.raises(PinError):
            give_pin(workspace, TUAN, "tuan", "ngắn")
        assert [x.officer_id for x in workspace.pins.signers()] == ["hanh", "quan-tri", "tuan"]
        told = [
            body["officer_id"] for kind, _actor, body in pinned.events(workspace) if kind == "officer.pin_set"
        ]
        assert told == ["hanh", "quan-tri", "tuan"]
    with pytest.raises(MaintenanceError):
        set_pin(pinned.root, None, "ai-do", "hanh", Typist(PIN))


def test_who_left_opens_nothing_any_more(pinned):
    with pinned.signed("hanh", PIN) as workspace:
        give_pin(workspace, HANH, "quan-tri", OTHER)
        give_pin(workspace, ADMIN, "tuan", OTHER)
        disable_officer(
            Desk(workspace.store, ADMIN, workspace.rules, load_reply_policy()), "tuan", "chuyển công tác"
        )
    left = pinned.book().unlock("tuan", OTHER)
    with pinned.open(left) as workspace, pytest.raises(PinError):
        seat(workspace, left, "start")
    with signed_workspace(pinned.root, None, "hanh", Typist(PIN)) as workspace:
        assert ("officer.pin_removed", "system", {"officer_id": "tuan"}) in pinned.events(workspace)
    with pytest.raises(PinError):
        pinned.book().unlock("tuan", OTHER)


def test_a_restore_is_rehearsed_with_the_key_a_password_opened(pinned):
    with pinned.signed("hanh", PIN) as workspace:
        made = backup(workspace, None)
    with pytest.raises(SignInNeededError):
        drill(pinned.root / "backups", pinned.root, None)
    done = drill(pinned.root / "backups", pinned.root, None, pinned.book().unlock("hanh", PIN))
    assert done.ok and done.backup in made.path


@pytest.fixture
def bench(qapp, pinned):
    with pinned.signed("hanh", PIN) as workspace:
        give_pin(workspace, HANH, "quan-tri", OTHER)
        desk = Desk(workspace.store, HANH, workspace.rules, load_reply_policy())
        bridge = Bridge()
        yield LocalWorkbench(workspace, desk, ManualRunner(), ManualRunner(), bridge, NoPictures(), {})
        bridge.close()


def test_a_signature_needs_the_signers_own_password(bench):
    assert bench.uses_pins and bench.has_pin
    assert bench.verify_pin("hanh", PIN) and bench.verify_pin("quan-tri", OTHER)
    assert not bench.verify_pin("quan-tri", PIN)
    assert not bench.verify_pin("tuan", PIN)
    for _ in range(FREE):
        assert not bench.verify_pin("hanh", OTHER)
    with pytest.raises(PinWaitError):
        bench.verify_pin("hanh", PIN)


def test_without_passwords_only_who_is_signed_in_signs(qapp, rig):
    with rig.open() as workspace:
        desk = Desk(workspace.store, HANH, workspace.rules, load_reply_policy())
        bridge = Bridge()
        bench = LocalWorkbench(workspace, desk, ManualRunner(), ManualRunner(), bridge, NoPictures(), {})
        assert not bench.uses_pins and not bench.has_pin
        assert bench.verify_pin("hanh", "") and not bench.verify_pin("tuan", "")
        bridge.close()


def test_another_password_needs_the_old_one(bench):
    runner, told = bench._store_runner, []
    bench.give_pin(OTHER, "sai-sai", lambda: told.append("done"), lambda error: told.append(type(error)))
    runner.run_all()
    assert told == [PinError]
    bench.give_pin(OTHER, PIN, lambda: told.append("done"), told.append)
    runner.run_all()
    assert told == [PinError, "done"]
    assert bench.verify_pin("hanh", OTHER) and not bench.verify_pin("hanh", PIN)
