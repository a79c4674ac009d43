"""Whatever is done to the log is found, and the place is named."""

import random

import pytest

from console.domain import events as e
from console.record import chain
from console.record.base import Command
from console.record.local import LocalRecord
from console.record.tables import TRIGGERS
from console.record.verify import Checkpoint, verify_chain

EVENTS = 60
TAMPERINGS = 1_000
TEXT_COLUMNS = ("event_id", "case_id", "unit", "kind", "actor", "device")
NUMBER_COLUMNS = ("case_version", "client_at", "at")
BLOB_COLUMNS = ("header", "body_hash", "prev", "hash")


@pytest.fixture
def log(w):
    """A connection to a log of sixty events of five cases, with the triggers that refuse changes taken away."""
    with w.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        record = LocalRecord(connection, 1_790_000_000_000)
        for case in range(5):
            record.append(command(case, 0, e.CaseOpened(f"hội-{case}", "Công dân 4F7K")))
        for number in range(EVENTS - 5):
            record.append(command(number % 5, number + 1, e.NoteAdded(f"n{number}", f"ghi chú {number}")))
        for trigger in TRIGGERS:
            connection.exec_driver_sql(f"DROP TRIGGER {trigger.split()[2]}")
        connection.exec_driver_sql("COMMIT")
        yield connection


def command(case, number, body):
    return Command(f"k{case}-{number}", f"case{case}", (body,), "hanh", "TB-CAT", "may-1", 1, None)


def run(connection, sql, *values):
    connection.exec_driver_sql(sql, values)


def flipped(value, rng):
    place = rng.randrange(len(value))
    changed = bytearray(value)
    changed[place] ^= 1 << rng.randrange(8)
    return bytes(changed)


# Each tampering changes the log and returns the sequence numbers at which finding it is right.


def flip_blob(connection, rng, seq):
    column = rng.choice(BLOB_COLUMNS)
    value = connection.exec_driver_sql(f"SELECT {column} FROM event WHERE seq = ?", (seq,)).scalar_one()
    run(connection, f"UPDATE event SET {column} = ? WHERE seq = ?", flipped(value, rng), seq)
    return {seq}


def change_text(connection, rng, seq):
    run(connection, f"UPDATE event SET {rng.choice(TEXT_COLUMNS)} = ? WHERE seq = ?", "giả", seq)
    return {seq}


def change_number(connection, rng, seq):
    column = rng.choice(NUMBER_COLUMNS)
    run(connection, f"UPDATE event SET {column} = {column} + 1000 WHERE seq = ?", seq)
    return {seq}


def change_type(connection, rng, seq):
    column = rng.choice(BLOB_COLUMNS)
    run(connection, f"UPDATE event SET {column} = 'chữ' WHERE seq = ?", seq)
    return {seq}


def break_encoding(connection, rng, seq):
    table, column = rng.choice([("event", "actor"), ("event", "device"), ("event_body", "body")])
    run(connection, f"UPDATE {table} SET {column} = CAST(x'ff6fff' AS TEXT) WHERE seq = ?", seq)
    return {seq}


def change_body(connection, rng, seq):
    run(connection, "UPDATE event_body SET body = replace(body, 'o', 'a') || ' ' WHERE seq = ?", seq)
    return {seq}


def change_salt(connection, rng, seq):
    salt = connection.exec_driver_sql("SELECT salt FROM event_body WHERE seq = ?", (seq,)).scalar_one()
    run(connection, "UPDATE event_body SET salt = ? WHERE seq = ?", flipped(salt, rng), seq)
    return {seq}


def swap_bodies(connection, rng, seq):
    other = seq % EVENTS + 1
    run(connection, "UPDATE event_body SET seq = -1 WHERE seq = ?", seq)
    run(connection, "UPDATE event_body SET seq = ? WHERE seq = ?", seq, other)
    run(connection, "UPDATE event_body SET seq = ? WHERE seq = -1", other)
    return {min(seq, other)}


def delete_event(connection, rng, seq):
    run(connection, "DELETE FROM event WHERE seq = ?", seq)
    return {seq}


def swap_events(connection, rng, seq):
    other = seq % EVENTS + 1
    run(connection, "UPDATE event SET seq = -1 WHERE seq = ?", seq)
    run(connection, "UPDATE event SET seq = ? WHERE seq = ?", seq, other)
    run(connection, "UPDATE event SET seq = ? WHERE seq = -1", other)
    return {min(seq, other)}


def cut_end(connection, rng, seq):
    run(connection, "DELETE FROM event WHERE seq >= ?", seq)
    return {seq}


def cut_end_and_bodies(connection, rng, seq):
    run(connection, "DELETE FROM event_body WHERE seq >= ?", seq)
    return cut_end(connection, rng, seq)


def put_in(connection, rng, seq):
    """Write one more event after the last that links as it should but belongs to no command."""
    last = connection.exec_driver_sql("SELECT * FROM event ORDER BY seq DESC LIMIT 1").one()
    version = (
        connection.exec_driver_sql("SELECT max(case_version) FROM event WHERE case_id='case0'").scalar_one()
        + 1
    )
    fields = ("giả", "case0", version, "TB-CAT", "note.added", "long", "may-1", 1, last.at)
    header = chain.header_of(last.seq + 1, *fields)
    made = chain.link(last.hash, header, "{}")
    marks = ", ".join("?" * 14)
    run(
        connection,
        f"INSERT INTO event VALUES ({marks})",
        *(last.seq + 1, *fields, made.header, made.body_hash, made.prev, made.hash),
    )
    run(connection, "INSERT INTO event_body VALUES (?, ?, '{}')", last.seq + 1, made.salt)
    return {last.seq + 1}


def reword_in_place(connection, rng, seq):
    """Change a body and hash that event again, without the events after it."""
    row = connection.exec_driver_sql("SELECT * FROM event WHERE seq = ?", (seq,)).one()
    made = chain.link(row.prev, row.header, '{"note_id":"n","text":"giả"}')
    run(
        connection,
        "UPDATE event_body SET salt=?, body=? WHERE seq=?",
        made.salt,
        '{"note_id":"n","text":"giả"}',
        seq,
    )
    run(connection, "UPDATE event SET body_hash=?, hash=? WHERE seq=?", made.body_hash, made.hash, seq)
    return {seq + 1}


TAMPER = (
    flip_blob,
    change_text,
    change_number,
    change_type,
    break_encoding,
    change_body,
    change_salt,
    swap_bodies,
    delete_event,
    swap_events,
    cut_end,
    cut_end_and_bodies,
    put_in,
    reword_in_place,
)


def test_a_good_log_is_good_and_gives_its_head(log):
    steps = []
    report = verify_chain(log, lambda done, total: steps.append((done, total)))
    assert (report.ok, report.checked, report.what, report.first_bad_seq) == (True, EVENTS, "", None)
    assert report.head.seq == EVENTS
    assert steps == [(EVENTS, EVENTS)]


def test_an_empty_log_is_good(w):
    with w.engine.connect() as connection:
        assert verify_chain(connection).head == Checkpoint(0, chain.GENESIS.hex())


def test_a_thousand_changes_are_all_found_where_they_were_made(log):
    """One in fifteen hashes the whole tail anew: only the checkpoint shows that, and both is asserted."""
    head = verify_chain(log).head
    rng = random.Random(20_261_124)
    tried = set()
    for number in range(TAMPERINGS):
        tamper = (*TAMPER, hash_anew)[number % (len(TAMPER) + 1)]
        # The last event has nothing after it that would show a change of its own hash: see the checkpoint.
        seq = rng.randint(6, EVENTS - 1)
        log.exec_driver_sql("BEGIN IMMEDIATE")
        places = tamper(log, rng, seq)
        report = verify_chain(log)
        if tamper is hash_anew:
            assert report.ok
            report = verify_chain(log, checkpoint=head)
        log.exec_driver_sql("ROLLBACK")
        tried.add(tamper)
        assert not report.ok, f"{tamper.__name__} at {seq} was not found"
        assert report.first_bad_seq in places, f"{tamper.__name__} at {seq}: {report}"
        assert report.what
    assert tried == {*TAMPER, hash_anew}
    assert verify_chain(log).ok


def rechain(connection, first):
    """Hash all events from ``first`` on again, as somebody would who can write everything."""
    prev = connection.exec_driver_sql("SELECT prev FROM event WHERE seq = ?", (first,)).scalar_one()
    for row in connection.exec_driver_sql("SELECT * FROM event WHERE seq >= ? ORDER BY seq", (first,)).all():
        header = chain.header_of(*tuple(row)[:10])
        digest = chain.hash_link(prev, header, row.body_hash)
        run(
            connection, "UPDATE event SET header=?, prev=?, hash=? WHERE seq=?", header, prev, digest, row.seq
        )
        prev = digest


def hash_anew(connection, rng, seq):
    """Change an event and hash the whole tail anew: the log is whole, the checkpoint's hash is another."""
    run(connection, "UPDATE event SET actor = 'khác' WHERE seq = ?", seq)
    rechain(connection, seq)
    return {EVENTS}


@pytest.mark.parametrize("seq", [1, 6, 30, EVENTS])
def test_a_log_hashed_anew_is_shown_by_a_checkpoint(log, seq):
    head = verify_chain(log).head
    run(log, "UPDATE event SET actor = 'khác' WHERE seq = ?", seq)
    rechain(log, seq)
    assert verify_chain(log).ok
    report = verify_chain(log, checkpoint=head)
    assert (report.ok, report.first_bad_seq) == (False, EVENTS)


def test_an_end_cut_off_with_all_that_tells_of_it_is_shown_by_a_checkpoint(log):
    head = verify_chain(log).head
    for table, column in (("event", "seq"), ("event_body", "seq"), ("command", "first_seq")):
        run(log, f"DELETE FROM {table} WHERE {column} > 50")
    assert verify_chain(log).ok
    report = verify_chain(log, checkpoint=head)
    assert (report.first_bad_seq, report.what) == (
        51,
        "bị cắt cuối: điểm đối chứng có 60 sự kiện, nhật ký còn 50",
    )


def test_a_checkpoint_of_long_ago_holds(log):
    row = log.exec_driver_sql("SELECT seq, hash FROM event WHERE seq = 20").one()
    assert verify_chain(log, checkpoint=Checkpoint(row.seq, row.hash.hex())).ok


def test_a_body_erased_by_law_leaves_a_log_that_verifies(log):
    run(log, "DELETE FROM event_body WHERE seq IN (3, 7, 60)")
    report = verify_chain(log)
    assert (report.ok, report.erased) == (True, 3)


def test_numbers_of_the_register_have_no_gap(log):
    run(log, "UPDATE register SET last = 6")
    report = verify_chain(log)
    assert (report.ok, report.first_bad_seq) == (False, None)
    assert report.what == "sổ số hồ sơ năm 2026 ghi 6, nhật ký có 5"
    run(log, "DELETE FROM register")
    assert not verify_chain(log).ok


def test_a_number_given_twice_is_found(w):
    with w.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        record = LocalRecord(connection, 1_790_000_000_000)
        record.append(command(0, 0, e.CaseOpened("h", "Công dân 4F7K")))
        record.append(command(1, 0, e.CaseOpened("h", "Công dân 4F7K", "CB26-00001")))
        connection.exec_driver_sql("COMMIT")
        report = verify_chain(connection)
    assert (report.first_bad_seq, report.what) == (
        2,
        "số hồ sơ CB26-00001 không liền: số tiếp theo phải là 2",
    )


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM command WHERE first_seq = 30",
        "UPDATE command SET last_seq = last_seq + 1 WHERE first_seq = 30",
        "UPDATE command SET first_seq = 900, last_seq = 901 WHERE first_seq = 60",
    ],
)
def test_commands_and_events_belong_together(log, sql):
    run(log, sql)
    assert not verify_chain(log).ok


def test_a_long_log_is_read_in_pieces(log, monkeypatch):
    monkeypatch.setattr("console.record.verify.CHUNK", 7)
    assert verify_chain(log).checked == EVENTS
    run(log, "UPDATE event SET actor = CAST(x'ff' AS TEXT) WHERE seq = 29")
    assert verify_chain(log).first_bad_seq == 29
