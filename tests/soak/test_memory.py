"""The soak's account of memory: the whole drift counts, and beside it stands what it is made of."""

import sys

import pytest

from tests.soak.memory import Memory, Sample, look


def run_of(*samples: Sample) -> Memory:
    return Memory(samples=list(samples))


def test_the_whole_drift_counts_whatever_it_is_made_of():
    memory = run_of(Sample(0, 5, 150), Sample(60, 10, 200, 50, 5, 1000), Sample(600, 210, 212, 53, 10, 1500))
    report = memory.report(30, trimmed=Sample(600, 210, 206))
    assert (report["warm_mb"], report["end_mb"], report["drift_mb"]) == (200, 212, 12)
    assert report["drift_percent"] == 6.0
    assert (report["in_use_drift_mb"], report["idle_drift_mb"], report["python_blocks_drift"]) == (3, 5, 500)
    assert (report["warm_cases"], report["end_cases"], report["mb_per_100_cases"]) == (10, 210, 6.0)
    assert report["trimmed_mb"] == 206


def test_what_came_before_warming_up_is_no_drift():
    memory = run_of(Sample(0, 0, 100), Sample(60, 0, 200), Sample(600, 0, 200))
    assert memory.report(30, trimmed=Sample(600, 0, 200))["drift_mb"] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc tells what is in use")
def test_what_c_code_holds_is_told_while_it_holds_it():
    before = look(0, 0)
    held = bytearray(40_000_000)  # more than Python's own pools take
    during = look(1, 0)
    del held
    after = look(2, 0)
    assert during.in_use_mb - before.in_use_mb > 35
    assert during.in_use_mb - after.in_use_mb > 35
