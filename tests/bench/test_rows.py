"""Which rows a call of the bench measures, and how its figures are drawn from many runs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.__main__ import chosen, parsed
from tests.bench.measure import Cost, Found, late, line
from tests.bench.works import GROUPS, WORKS

ROOT = Path(__file__).parents[2]


def names(*arguments: str) -> list[str]:
    return [work.name for work in chosen(parsed(arguments))]


def test_ui_is_what_an_officer_waits_for_with_the_million_messages():
    found = names("ui")

    assert sorted(found) == sorted(GROUPS["ui"])
    assert {"start", "scroll", "next", "open-5000", "search-million", "stall", "memory"} <= set(found)
    assert not {"intake", "walk"} & set(found)


def test_a_group_and_a_row_together_name_each_row_once():
    found = names("ui", "walk", "start")

    assert len(found) == len(set(found)) == len(GROUPS["ui"]) + 1


def test_the_million_messages_are_left_out_of_a_short_run():
    assert "search-million" not in names()
    assert "search-million" in names("--full")
    assert "memory" not in names("--quick")


def test_a_row_that_is_not_there_is_refused(capsys):
    with pytest.raises(SystemExit):
        names("uí")

    assert "uí" in capsys.readouterr().err


def test_one_of_twenty_frames_may_take_longer():
    frames = [Cost(float(n)) for n in range(1, 101)]

    assert late(frames[::-1]).value == 95
    assert late(frames[:1]).value == 1


def test_a_row_says_how_often_it_takes_what_the_bare_view_takes_and_when_it_is_over():
    work = next(work for work in WORKS if work.name == "scroll")
    kept = Found(work, [Cost(4.0, 0.004)], [Cost(2.0, 0.002)])
    broken = Found(work, [Cost(40.0, 0.04)], [Cost(2.0, 0.002)])

    assert line(kept)[1:] == ("4.00 ms", "2.00 ms", "2.0", "16.7 ms", "4.00 ms", "ok")
    assert line(broken)[-1] == "OVER"


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.name)
def test_both_sides_of_a_row_are_there(work):
    assert callable(work.sample("ours")) and callable(work.sample("floor"))


def test_a_floor_holds_nothing_of_the_console():
    """What its process reads counts as its memory; it held the whole console once."""
    program = "import sys; from tests.bench import bare; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )

    read = done.stdout.split()
    assert "sqlcipher3" in read
    assert not [name for name in read if name.startswith(("console", "sqlalchemy", "pytest"))]
