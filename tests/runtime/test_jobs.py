"""Runners: order, waiting, results as values, and an end that loses nothing."""

import threading

import pytest

from console.domain.clock import ManualClock
from console.runtime.duty import Duty, check_workers
from console.runtime.jobs import Err, ManualRunner, Ok, RunnerStoppedError, SerialRunner

WAIT_S = 60


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def runner(clock):
    made = SerialRunner("store", clock.mono)
    yield made
    assert made.stop(WAIT_S)


def test_jobs_run_in_order_on_one_other_thread(runner):
    seen = []
    futures = [
        runner.submit(lambda number=number: seen.append((number, threading.current_thread().name)))
        for number in range(50)
    ]
    for future in futures:
        future.result(WAIT_S)
    assert seen == [(number, "store") for number in range(50)]


def test_call_waits_and_returns_or_raises(runner):
    assert runner.call(lambda: 6 * 7) == 42
    with pytest.raises(KeyError, match="lost"):
        runner.call(lambda: {}["lost"])
    assert runner.call(lambda: "still here") == "still here"


def test_call_from_the_runner_itself_does_not_wait_for_itself(runner):
    assert runner.call(lambda: runner.call(lambda: threading.current_thread().name)) == "store"


def test_results_are_delivered_as_values_through_post(clock):
    posted, told = [], []
    runner = SerialRunner("store", clock.mono, posted.append)
    runner.run(lambda: 1, told.append)
    runner.run(lambda: 1 // 0, told.append)
    assert runner.stop(WAIT_S)
    assert told == []
    for work in posted:
        work()
    assert told[0] == Ok(1)
    assert isinstance(told[1], Err) and isinstance(told[1].error, ZeroDivisionError)


def test_a_job_that_raises_even_system_exit_does_not_end_the_runner(runner):
    def leave():
        raise SystemExit(3)

    with pytest.raises(SystemExit):
        runner.call(leave)
    assert runner.is_alive()
    assert runner.call(lambda: 1) == 1


def test_a_cancelled_job_neither_runs_nor_tells(runner):
    gate, ran, told = threading.Event(), [], []
    runner.submit(gate.wait)
    future = runner.run(lambda: ran.append(1), told.append)
    assert future.cancel()
    gate.set()
    assert runner.call(lambda: 2) == 2
    assert (ran, told) == ([], [])


def test_stop_finishes_what_is_queued_and_refuses_more(clock):
    runner, ran, gate = SerialRunner("store", clock.mono), [], threading.Event()
    runner.submit(gate.wait)
    for number in range(5):
        runner.submit(lambda number=number: ran.append(number))
    assert not runner.stop(0)
    gate.set()
    assert runner.stop(WAIT_S)
    assert ran == [0, 1, 2, 3, 4]
    for refused in (runner.submit, runner.call):
        with pytest.raises(RunnerStoppedError):
            refused(lambda: 1)
    assert runner.restart() is False


def test_overdue_is_the_length_of_the_running_job(runner, clock):
    started, gate = threading.Event(), threading.Event()
    assert runner.overdue_s == 0.0

    def work():
        started.set()
        gate.wait(WAIT_S)

    future = runner.submit(work)
    assert started.wait(WAIT_S)
    clock.advance(61_000)
    assert runner.overdue_s == 61.0
    (alarm,) = check_workers([runner], 60.0)
    assert (alarm.name, alarm.restarted, alarm.overdue_s) == ("store", False, 61.0)
    gate.set()
    future.result(WAIT_S)
    runner.call(lambda: None)
    assert check_workers([runner], 60.0) == []


# --- manual runner --------------------------------------------------------------------------------------------------


def test_manual_runner_runs_when_told():
    runner, told = ManualRunner(), []
    runner.run(lambda: "a", told.append)
    future = runner.run(lambda: "b", told.append)
    cancelled = runner.run(lambda: "c", told.append)
    assert told == []
    runner.run_next()
    assert told == [Ok("a")]
    cancelled.cancel()
    assert runner.call(lambda: "d") == "d"
    assert told == [Ok("a"), Ok("b")]
    assert future.result(0) == "b"
    assert runner.stop()
    with pytest.raises(RunnerStoppedError):
        runner.submit(lambda: 1)


def test_manual_runner_runs_what_jobs_queue():
    runner, seen = ManualRunner(), []
    runner.submit(lambda: runner.submit(lambda: seen.append(2)) and seen.append(1))
    assert runner.run_all() == 2
    assert seen == [1, 2]


# --- duties and the watchdog ----------------------------------------------------------------------------------------


def test_duty_repeats_until_stopped_and_wakes_early(clock):
    rounds = threading.Semaphore(0)

    def step():
        rounds.release()
        return 3600.0

    duty = Duty("walk", step, clock.mono, lambda name, error: None)
    duty.start()
    for _ in range(3):
        assert rounds.acquire(timeout=WAIT_S)
        duty.wake()
    assert duty.stop(WAIT_S)
    assert not duty.is_alive()
    assert duty.restart() is False


def test_a_duty_may_begin_later_and_is_not_overdue_until_then(clock):
    rounds = threading.Semaphore(0)

    def step():
        rounds.release()
        return 3600.0

    duty = Duty("backup", step, clock.mono, lambda name, error: None)
    duty.start(3600.0)
    assert duty.is_alive()
    clock.advance(3_600_000)
    assert duty.overdue_s == 0.0
    clock.advance(5_000)
    assert duty.overdue_s == 5.0
    duty.wake()
    assert rounds.acquire(timeout=WAIT_S)
    assert duty.stop(WAIT_S)
    never = Duty("backup", step, clock.mono, lambda name, error: None)
    never.start(3600.0)
    assert never.stop(WAIT_S)
    assert not rounds.acquire(blocking=False)


def test_a_failing_round_is_told_and_rests_longer_each_time(clock):
    told, results = [], iter([ValueError("1"), OSError("2"), ValueError("3"), 5.0, ValueError("4")])

    def step():
        result = next(results)
        if isinstance(result, Exception):
            raise result
        return result

    duty = Duty("walk", step, clock.mono, lambda name, error: told.append((name, str(error))))
    assert [duty.round() for _ in range(5)] == [1.0, 2.0, 4.0, 5.0, 1.0]
    assert told == [("walk", "1"), ("walk", "2"), ("walk", "3"), ("walk", "4")]


def test_pause_after_failures_has_an_end(clock):
    duty = Duty("walk", lambda: 1 / 0, clock.mono, lambda name, error: None)
    assert max(duty.round() for _ in range(5000)) == 60.0


def test_resting_duty_is_not_overdue_but_a_stuck_one_is(clock):
    duty = Duty("walk", lambda: 10.0, clock.mono, lambda name, error: None)
    duty.round()
    clock.advance(10_000)
    assert duty.overdue_s == 0.0
    clock.advance(61_000)
    assert duty.overdue_s == 61.0


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_watchdog_starts_a_dead_duty_again(clock):
    ended, rounds = threading.Event(), []

    def step():
        rounds.append(1)
        if len(rounds) == 1:
            raise SystemExit  # gets past the duty's own net, as a bug in C code might
        ended.set()
        return 3600.0

    duty = Duty("walk", step, clock.mono, lambda name, error: None)
    duty.start()
    duty._thread.join(WAIT_S)
    assert not duty.is_alive()
    (alarm,) = check_workers([duty], 60.0)
    assert (alarm.name, alarm.restarted) == ("walk", True)
    assert ended.wait(WAIT_S)
    assert check_workers([duty], 60.0) == []
    assert duty.stop(WAIT_S)
