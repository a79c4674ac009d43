"""The short form of ./dev crash: killed at two thousand points nothing is lost, doubled or claimed, and mistakes are caught.

Every trial is drawn from its number, so a failure names what replays it: ``./dev crash --trial NUMBER``.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.crash import mutants, scenarios

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 900
"""On a machine that does much else; two free cores take about a minute for each of the two long tests."""
pytestmark = pytest.mark.timeout(LONGEST_S)


def crash(*options: str) -> tuple[int, dict, str]:
    """Run the command as a person does; it forks, which a process with Qt and threads must not."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash", *options],
        cwd=ROOT,
        env=os.environ | {"PYTHONHASHSEED": "0"},
        check=False,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
    )
    lines = done.stdout.strip().splitlines()
    return done.returncode, json.loads(lines[-1]) if lines else {}, done.stdout + done.stderr


def test_two_thousand_kills_lose_nothing():
    code, report, told = crash("--points", "2000", "--seed", "1")
    assert code == 0, told
    assert report["violations"] == []
    assert report["kills"] >= 2000


def test_core_mutants_are_caught():
    code, report, told = crash("--mutants", "core", "--points", "2000")
    assert code == 0, told
    assert report["caught"] == report["mutants"] == len(mutants.CORE) == 7


@pytest.mark.parametrize("point", [3, 40, 90])
def test_the_nightly_reading_killed_anywhere_finds_what_no_list_shows(point):
    code, report, told = crash("--trial", f"night:{point}")
    assert (code, report["violations"]) == (0, []), told
    assert report["kills"] == 1


def test_without_the_nightly_reading_that_message_is_lost():
    code, report, told = crash("--trial", "night:3", "--mutant", "no_sweep")
    assert code == 1, told
    assert any(line.startswith("I1 lost") for line in report["violations"])


@pytest.mark.parametrize("mutant", mutants.MUTANTS, ids=lambda mutant: mutant.name)
def test_every_mutant_still_fits_the_product(mutant):
    for where, edits in mutants.by_function(mutant):
        target, changed = mutants.prepare(where, edits)
        assert changed.__code__ != target.__code__


def test_there_are_enough_mutants():
    assert {mutant.scenario for mutant in mutants.MUTANTS} <= {"", *scenarios.BY_NAME}
    assert len({mutant.name for mutant in mutants.MUTANTS}) >= 15
    assert set(mutants.CORE) <= set(mutants.BY_NAME)
