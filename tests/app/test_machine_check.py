"""The first step of the wizard looks for real: the network, Zalo's clock, the key where it is kept, the disk."""

import pytest

from console.app import machine_check
from console.app.machine_check import LEAST_BYTES, LITTLE_BYTES, check_machine
from console.app.officers import save_officer
from console.app.seating import give_pin
from console.app.workspace import open_workspace
from console.cache.keys import create_key_file
from console.domain.clock import MINUTE_MS, ManualClock
from console.ui.signin.setup_state import Found
from console.zalo.reach import reach
from tests.app.pin_rig import CHEAP, HANH, PIN
from tests.app.setup_rig import NewProfile


@pytest.fixture
def profile(tmp_path, monkeypatch, simulator):
    return NewProfile(tmp_path, monkeypatch, simulator)


def found(workspace):
    return [check.found for check in check_machine(workspace)]


def test_a_sound_machine_and_each_thing_that_can_be_wrong(profile, simulator, monkeypatch):
    date = reach(simulator.base_url)
    profile.clock = ManualClock(date)
    with profile.workspace() as workspace:
        assert machine_check.free_bytes(workspace.profile.root) > 0
        monkeypatch.setattr(machine_check, "free_bytes", lambda _folder: LITTLE_BYTES)
        assert found(workspace) == [Found.OK] * 4
        profile.clock.advance(11 * MINUTE_MS)
        late = check_machine(workspace)[1]
        assert (late.found, "nhanh 1" in late.words) == (Found.WARN, True)
        profile.clock.advance(-30 * MINUTE_MS)
        assert "chậm 1" in check_machine(workspace)[1].words
        monkeypatch.setattr(machine_check, "free_bytes", lambda _folder: LITTLE_BYTES - 1)
        assert found(workspace)[3] is Found.WARN
        monkeypatch.setattr(machine_check, "free_bytes", lambda _folder: LEAST_BYTES - 1)
        assert found(workspace)[3] is Found.BAD
        kept = dict(profile.backend.kept)
        profile.backend.kept = dict.fromkeys(kept, "00" * 32)
        assert found(workspace)[2] is Found.BAD
        profile.backend.trouble = RuntimeError("locked")
        assert found(workspace)[2] is Found.BAD
        profile.backend.trouble, profile.backend.kept = None, kept
        assert found(workspace)[2] is Found.OK


def test_a_key_file_and_a_half_under_pins_are_looked_for_where_they_are(profile, tmp_path, monkeypatch):
    monkeypatch.setattr("console.app.pinning.COST", CHEAP)
    key = tmp_path / "store.key"
    create_key_file(key)
    with open_workspace(tmp_path / "server", key, clock=profile.clock) as workspace:
        assert "tệp khóa" in check_machine(workspace)[2].words
        key.unlink()
        assert found(workspace)[2] is Found.BAD
    with profile.workspace() as workspace:
        save_officer(workspace, HANH)
        give_pin(workspace, None, "hanh", PIN)
        assert "PIN" in check_machine(workspace)[2].words
        profile.backend.kept.clear()
        assert found(workspace)[2] is Found.BAD
