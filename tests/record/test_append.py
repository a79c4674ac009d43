"""The log takes commands once, in order, and hands out numbers without a gap."""

import pytest
import sqlalchemy.exc

from console.domain import events as e
from console.domain.ids import new_id
from console.record.base import Command, CommandReusedError, Status
from console.record.local import LocalRecord, read_case, read_events
from console.record.verify import verify_chain

T0 = 1_790_000_000_000
NEW_YEAR_2027 = 1_798_736_400_000
"""Midnight in Vietnam, 17:00 UTC the day before."""


def command(case_id, *bodies, command_id="", expected=None, actor="hanh"):
    return Command(command_id or new_id(), case_id, bodies, actor, "TB-CAT", "may-1", T0, expected)


def append(w, *commands, at=T0):
    with w.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        answers = LocalRecord(connection, at).append_all(commands)
        connection.exec_driver_sql("COMMIT")
    return answers


def opened(case_id, **more):
    return command(case_id, e.CaseOpened("c" + case_id, "Công dân 4F7K"), **more)


def test_events_get_one_order_and_each_case_its_own_versions(w):
    answers = append(
        w, opened("a"), opened("b"), command("a", e.Tagged("x"), e.Tagged("y")), command("b", e.Tagged("z"))
    )
    assert [[(x.seq, x.case_version) for x in a.events] for a in answers] == [
        [(1, 1)],
        [(2, 1)],
        [(3, 2), (4, 3)],
        [(5, 2)],
    ]


def test_what_was_written_is_read_back_the_same(w):
    (answer,) = append(w, command("a", e.NoteAdded("n1", "chữ «có dấu» \n😀"), e.CaseClaimed(5)))
    with w.engine.connect() as connection:
        assert tuple(read_events(connection, 1, 9)) == answer.events
        assert read_case(connection, "a", 1) == [answer.events[1]]


def test_a_repeated_command_is_a_duplicate_with_the_first_answer(w):
    first = append(w, opened("a", command_id="k"))[0]
    again = append(w, opened("a", command_id="k"), at=T0 + 9_999)[0]
    assert (again.status, again.events) == (Status.DUPLICATE, first.events)
    inside = append(
        w, command("a", e.Tagged("x"), command_id="m"), command("a", e.Tagged("x"), command_id="m")
    )
    assert [a.status for a in inside] == [Status.APPLIED, Status.DUPLICATE]
    assert inside[0].events == inside[1].events


@pytest.mark.parametrize(
    "other", [command("a", e.Tagged("y"), command_id="k"), command("b", e.Tagged("x"), command_id="k")]
)
def test_a_command_id_with_other_content_is_refused_and_nothing_written(w, other):
    append(w, command("a", e.Tagged("x"), command_id="k"))
    with pytest.raises(CommandReusedError):
        append(w, command("a", e.Tagged("before")), other)
    assert w.rows("SELECT count(*) FROM event") == [(1,)]


def test_compare_and_set_lets_one_of_two_through(w):
    append(w, opened("a"))
    first, second = append(
        w, command("a", e.CaseClaimed(1), expected=1), command("a", e.CaseClaimed(2), expected=1)
    )
    assert (first.status, second.status, second.version, second.events) == (
        Status.APPLIED,
        Status.CONFLICT,
        2,
        (),
    )
    assert append(w, command("a", e.CaseClaimed(3), expected=0))[0].status is Status.CONFLICT


def test_a_conflict_takes_no_number(w):
    append(w, opened("a"))
    append(w, opened("x", expected=5))
    assert append(w, opened("b"))[0].events[0].body.number == "CB26-00002"


def test_numbers_have_no_gap_and_begin_again_each_vietnamese_year(w):
    numbers = [
        append(w, opened(str(n)), at=at)[0].events[0].body.number
        for n, at in enumerate([T0, T0, NEW_YEAR_2027 - 1, NEW_YEAR_2027, NEW_YEAR_2027 + 1])
    ]
    assert numbers == ["CB26-00001", "CB26-00002", "CB26-00003", "CB27-00001", "CB27-00002"]


def test_a_transaction_that_is_rolled_back_takes_no_number(w):
    with w.engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        LocalRecord(connection, T0).append(opened("a"))
        connection.exec_driver_sql("ROLLBACK")
    assert append(w, opened("b"))[0].events[0].body.number == "CB26-00001"


def test_the_clock_of_the_machine_only_labels(w):
    append(w, command("a", e.Tagged("x")), at=T0)
    append(w, command("a", e.Tagged("y")), at=T0 - 86_400_000)
    with w.engine.connect() as connection:
        assert [x.body.tag for x in read_case(connection, "a")] == ["x", "y"]
        assert verify_chain(connection).ok


@pytest.mark.parametrize(
    "statement",
    ["UPDATE event SET actor = 'x'", "DELETE FROM event", "UPDATE event_body SET body = '{}'"],
)
def test_the_file_itself_refuses_to_change_the_log(w, statement):
    append(w, opened("a"))
    with w.engine.connect() as connection, pytest.raises(sqlalchemy.exc.IntegrityError):
        connection.exec_driver_sql(statement)


def test_a_kind_nobody_knows_yet_is_kept_as_it_is(w):
    append(w, command("a", e.UnknownBody("later.kind", '{"x":1}')))
    with w.engine.connect() as connection:
        (event,) = read_case(connection, "a")
        assert event.body == e.UnknownBody("later.kind", '{"x":1}')
        assert event.kind == "later.kind"
        assert verify_chain(connection).ok
