"""The store opens with keyring and password together, and with neither alone; wrong passwords cost time."""

import json
import shutil

import pytest

from console import failpoint
from console.cache import keys
from console.cache.database import connect
from console.cache.errors import KeyringError, MissingKeyError, PinError, StoreError, WrongKeyError
from console.cache.key_note import note_of, read_note
from console.cache.keys import SystemKeyring, subkey
from console.cache.opening import open_store
from console.cache.pin_file import pins_of, read_pins
from console.cache.pin_tries import FIRST_WAIT_MS, FREE, LONGEST_WAIT_MS, PinTries
from console.cache.pins import PinCost, Pins, PinSource
from console.domain.clock import MINUTE_MS, ManualClock
from console.domain.pin import SHORTEST
from tests.cache.memory_keyring import MemoryKeyring, allow_memory

CHEAP = PinCost(memory_kib=8, passes=1, lanes=1)
NOW = 1_790_000_000_000
PIN, OTHER = "cao-bằng-2207", "khau-vai-1981"
STEPS = (
    "pins.half.before",
    "pins.half.after",
    "pins.fsync.before",
    "pins.fsync.after",
    "pins.rename.before",
    "pins.rename.after",
    "pins.forget.before",
    "pins.forget.after",
)


class Bench:
    """A store in a folder whose key a keyring holds."""

    def __init__(self, folder):
        self.path = folder / "ban-truc.db"
        self.backend = MemoryKeyring()
        self.keyring = SystemKeyring(self.backend)
        store = open_store(self.path, self.keyring, NOW, reserve_bytes=1024)
        with store.engine.connect() as connection:
            connection.exec_driver_sql("INSERT INTO gateway_state VALUES ('mark', 'this very store')")
        store.engine.dispose()
        self.key = store.key
        self.pins = Pins(self.path, self.keyring, CHEAP)

    def opens(self, source):
        store = open_store(self.path, source, NOW, reserve_bytes=1024)
        with store.engine.connect() as connection:
            mark = connection.exec_driver_sql("SELECT value FROM gateway_state WHERE name = 'mark'").scalar()
        store.engine.dispose()
        return mark == "this very store"

    def by(self, officer, pin):
        return PinSource(self.pins, officer, pin, self.keyring.name)


@pytest.fixture
def bench(tmp_path, monkeypatch):
    allow_memory(monkeypatch)
    yield Bench(tmp_path)
    failpoint.configure("")


def test_before_the_first_password_the_keyring_alone_opens(bench):
    assert bench.pins.officers() == ()
    assert bench.opens(bench.keyring)


def test_with_a_password_it_takes_both(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    assert bench.opens(bench.by("hanh", PIN))
    with pytest.raises(MissingKeyError):
        bench.opens(bench.keyring)
    assert bench.key.hex() not in bench.backend.kept.values()
    with pytest.raises(PinError):
        bench.by("hanh", PIN + "x").load("")


def test_keyring_and_folder_without_a_password_open_nothing(bench):
    """What malware of the same user can take: every secret of the keyring and every byte of the profile's folder."""
    bench.pins.set_pin(bench.key, "hanh", PIN)
    found = read_pins(bench.pins.path)
    kept = [bytes.fromhex(value) for value in bench.backend.kept.values()]
    stolen = [*kept, *(bytes.fromhex(w.sealed)[:32] for w in found.wraps)]
    stolen += [subkey(one, "wrap/hanh") for one in kept]
    for candidate in stolen:
        with pytest.raises(StoreError):
            connect(bench.path, candidate)
    for guess in ("", "123456", "hanh", PIN.upper()):
        with pytest.raises(PinError):
            bench.pins.unlock("hanh", guess)


def test_a_password_without_the_keyring_opens_nothing(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    bench.backend.kept.clear()
    with pytest.raises(MissingKeyError):
        bench.pins.unlock("hanh", PIN)
    other = MemoryKeyring()
    other.kept[(keys.SERVICE, read_pins(bench.pins.path).half)] = "ab" * 32
    with pytest.raises(PinError):
        Pins(bench.path, SystemKeyring(other), CHEAP).unlock("hanh", PIN)
    bench.backend.trouble = RuntimeError("locked")
    with pytest.raises(KeyringError):
        bench.pins.unlock("hanh", PIN)


def test_several_officers_open_the_same_store_each_with_his_own(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    bench.pins.set_pin(bench.key, "tuan", OTHER)
    assert bench.pins.officers() == ("hanh", "tuan")
    assert bench.opens(bench.by("hanh", PIN)) and bench.opens(bench.by("tuan", OTHER))
    with pytest.raises(PinError):
        bench.pins.unlock("tuan", PIN)
    wraps = read_pins(bench.pins.path).wraps
    assert len({w.salt for w in wraps}) == len({w.nonce for w in wraps}) == 2


def test_one_officers_wrap_is_of_no_use_under_anothers_name(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    data = json.loads(bench.pins.path.read_text())
    data["wraps"][0]["officer"] = "tuan"
    bench.pins.path.write_text(json.dumps(data))
    with pytest.raises(PinError):
        bench.pins.unlock("tuan", PIN)


def test_another_password_ends_the_earlier_one(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    bench.pins.set_pin(bench.key, "hanh", OTHER)
    assert bench.opens(bench.by("hanh", OTHER))
    with pytest.raises(PinError):
        bench.pins.unlock("hanh", PIN)
    assert bench.pins.officers() == ("hanh",)


def test_who_is_removed_opens_nothing_and_the_last_one_stays(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    bench.pins.set_pin(bench.key, "tuan", OTHER)
    bench.pins.remove("tuan")
    bench.pins.remove("nobody")
    with pytest.raises(PinError):
        bench.pins.unlock("tuan", OTHER)
    with pytest.raises(PinError):
        bench.pins.remove("hanh")
    assert bench.opens(bench.by("hanh", PIN))


def test_a_password_is_the_same_however_its_marks_are_typed(bench):
    bench.pins.set_pin(bench.key, "hanh", "cao-b\u0103\u0300ng-2207")
    assert bench.pins.unlock("hanh", "cao-b\u1eb1ng-2207") == bench.pins.new_key


def test_short_ones_and_foreign_keys_are_refused(bench):
    with pytest.raises(PinError):
        bench.pins.set_pin(bench.key, "hanh", "x" * (SHORTEST - 1))
    bench.pins.set_pin(bench.key, "hanh", PIN)
    with pytest.raises(WrongKeyError):
        bench.pins.set_pin(bytes(32), "tuan", OTHER)
    assert bench.pins.officers() == ("hanh",)


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"half": "x", "key_id": "y", "wraps": [{}]}', "\ufffd", '{"wraps": 3}']
)
def test_a_spoilt_file_opens_nothing_and_is_not_replaced(bench, text):
    bench.pins.path.write_text(text, encoding="utf-8")
    with pytest.raises(MissingKeyError):
        bench.pins.unlock("hanh", PIN)
    with pytest.raises(MissingKeyError):
        bench.pins.set_pin(bench.key, "hanh", PIN)
    assert bench.pins.path.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("step", STEPS)
def test_killed_anywhere_while_the_first_password_is_set_somebody_can_open(bench, step):
    failpoint.configure(f"{step}=raise:5@1")
    with pytest.raises((OSError, StoreError)):
        bench.pins.set_pin(bench.key, "hanh", PIN)
    failpoint.configure("")
    if bench.pins.officers():
        assert bench.opens(bench.by("hanh", PIN))
        assert bench.key.hex() not in bench.backend.kept.values(), "unlocking ends the move"
    else:
        assert bench.opens(bench.keyring)
        bench.pins.set_pin(bench.key, "hanh", PIN)
        assert bench.opens(bench.by("hanh", PIN))


@pytest.mark.parametrize("step", STEPS[2:6])
def test_killed_anywhere_while_a_password_is_changed_the_old_or_the_new_one_opens(bench, step):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    failpoint.configure(f"{step}=raise:5@1")
    with pytest.raises((OSError, StoreError)):
        bench.pins.set_pin(bench.key, "hanh", OTHER)
    failpoint.configure("")
    opened = []
    for pin in (PIN, OTHER):
        try:
            opened.append(bench.opens(bench.by("hanh", pin)))
        except PinError:
            opened.append(False)
    assert sorted(opened) == [False, True]


def test_the_shipped_cost_is_what_the_threat_model_asks_for():
    cost = PinCost()
    assert cost.memory_kib >= 64 * 1024 and cost.passes >= 3


def test_nothing_of_key_or_password_lies_in_the_file(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    text = pins_of(bench.path).read_text()
    assert bench.key.hex() not in text and PIN not in text
    assert read_note(note_of(bench.path)).entry not in bench.backend.kept


# --- wrong passwords ---------------------------------------------------------------------------------------------------


@pytest.fixture
def clock():
    return ManualClock()


def tries(tmp_path, clock):
    return PinTries(tmp_path / "tries.json", clock)


def test_four_wrong_ones_are_free_and_the_fifth_waits_longer_each_time(tmp_path, clock):
    made = tries(tmp_path, clock)
    left = []
    for _ in range(FREE - 1):
        made.begin("hanh")
        assert made.wait_ms("hanh") == 0
        left.append(made.left("hanh"))
    assert left == [4, 3, 2, 1]
    waits = []
    for _ in range(6):
        made.begin("hanh")
        waits.append(made.wait_ms("hanh"))
        clock.advance(waits[-1])
        assert made.wait_ms("hanh") == 0
    assert waits[:4] == [FIRST_WAIT_MS * n for n in (1, 2, 4, 8)]
    assert waits[4:] == [LONGEST_WAIT_MS] * 2
    assert made.wait_ms("tuan") == 0


def test_a_restart_forgets_neither_the_count_nor_the_wait(tmp_path, clock):
    made = tries(tmp_path, clock)
    for _ in range(FREE):
        made.begin("hanh")
    clock.advance(5 * MINUTE_MS)
    again = PinTries(tmp_path / "tries.json", ManualClock(clock.wall_ms, 0.0))
    assert again.wait_ms("hanh") == FIRST_WAIT_MS - 5 * MINUTE_MS
    again.begin("hanh")
    assert again.wait_ms("hanh") == 2 * FIRST_WAIT_MS


def test_setting_the_clock_back_or_waiting_while_it_stands_gains_nothing(tmp_path, clock):
    made = tries(tmp_path, clock)
    for _ in range(FREE):
        made.begin("hanh")
    clock.jump(60 * MINUTE_MS)
    assert made.wait_ms("hanh") == FIRST_WAIT_MS, "while it runs the wall clock does not count"
    again = PinTries(tmp_path / "tries.json", ManualClock(clock.wall_ms - 3 * 60 * MINUTE_MS, 0.0))
    assert again.wait_ms("hanh") == FIRST_WAIT_MS


def test_the_right_one_forgets_and_says_how_many_were_wrong(tmp_path, clock):
    made = tries(tmp_path, clock)
    for _ in range(3):
        made.begin("hanh")
    made.begin("hanh")
    assert made.succeeded("hanh") == 3
    assert tries(tmp_path, clock).wrong("hanh") == 0


def test_a_try_counts_before_it_is_made_and_one_that_cannot_be_counted_is_not_made(tmp_path, clock):
    made = tries(tmp_path, clock)
    made.begin("hanh")
    assert tries(tmp_path, clock).wrong("hanh") == 1
    failpoint.configure("pin_tries.fsync.before=raise:28@1")
    try:
        with pytest.raises((OSError, StoreError)):
            made.begin("hanh")
    finally:
        failpoint.configure("")
    assert made.wrong("hanh") == 1


def test_a_spoilt_file_of_tries_waits(tmp_path, clock):
    (tmp_path / "tries.json").write_text("{")
    made = tries(tmp_path, clock)
    assert made.wait_ms("hanh") == FIRST_WAIT_MS
    clock.advance(FIRST_WAIT_MS)
    assert made.wait_ms("hanh") == 0


def test_a_copied_folder_keeps_its_count(tmp_path, clock):
    made = tries(tmp_path, clock)
    made.begin("hanh")
    shutil.copyfile(tmp_path / "tries.json", tmp_path / "copy.json")
    assert PinTries(tmp_path / "copy.json", clock).wrong("hanh") == 1


def test_a_password_for_one_sign_in_is_marked_under_its_own_seal(bench):
    bench.pins.set_pin(bench.key, "hanh", PIN)
    bench.pins.set_pin(bench.key, "tuan", "48217730", once=True)
    assert bench.pins.once() == {"tuan"}
    assert bench.pins.unlock("tuan", "48217730") == bench.pins.new_key
    path = pins_of(bench.path)
    kept = path.read_text()
    data = json.loads(kept)
    data["wraps"][1]["once"] = False  # who has the file cannot make it a lasting one
    path.write_text(json.dumps(data))
    with pytest.raises(PinError):
        bench.pins.unlock("tuan", "48217730")
    path.write_text(kept)
    with pytest.raises(PinError):
        bench.pins.set_pin(bench.key, "tuan", "48217730")
    bench.pins.set_pin(bench.key, "tuan", OTHER)
    assert bench.pins.once() == frozenset()
    assert bench.pins.unlock("tuan", OTHER) == bench.pins.new_key
    del data["wraps"][0]["once"]  # a file of before
    path.write_text(json.dumps({**data, "wraps": data["wraps"][:1]}))
    assert bench.pins.unlock("hanh", PIN) == bench.pins.new_key
