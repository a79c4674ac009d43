"""Spreads trials over worker processes and adds up what they found."""

import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Self

from tests.crash import mutants, scenarios
from tests.crash.bench import Bench
from tests.crash.mutants import anywhere
from tests.crash.plan import draw
from tests.crash.trial import Verdict, run_trial

SEEDS_APART = 1_000_000
_SAY_EVERY_S = 10.0
Report = dict[str, Any]
Jobs = Callable[[Bench, int], Iterator[Verdict]]
"""What worker ``number`` does on its bench."""
_KINDS = {"lost": "I1", "doubled": "I2", "sent_twice": "I3", "false_sent": "I4"}


def hunt(names: str, points: int, seed: int, workers: int) -> int:
    """Run each mutant until it is caught, at most ``points`` kills; print a table and a JSON line."""
    found = []
    print(f"{'mutant':24} {'kills':>7} {'seconds':>8}  caught by")
    for mutant in mutants.choose(names):
        report = run(points, seed, workers, mutant.name, quiet=True)
        lines = report["violations"]
        caught = lines[0] if lines else ""
        found.append({"mutant": mutant.name, "caught": bool(lines), "kills": report["kills"]})
        print(
            f"{mutant.name:24} {report['kills']:7} {report['seconds']:8}  {caught.strip().splitlines()[-1][:110] if caught else 'NOT CAUGHT'}",
            flush=True,
        )
    missed = [item["mutant"] for item in found if not item["caught"]]
    print(
        json.dumps(
            {"mutants": len(found), "caught": len(found) - len(missed), "missed": missed, "each": found}
        )
    )
    return 1 if missed else 0


@contextmanager
def bench() -> Iterator[Bench]:
    """Make a bench for this process."""
    folder = _memory_folder()
    try:
        made = Bench(folder)
        try:
            yield made
        finally:
            made.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _memory_folder() -> Path:
    """Return a new folder, in memory where the system has such a place: a kill loses nothing that the kernel has."""
    memory = Path("/dev/shm")
    return Path(tempfile.mkdtemp(prefix="crash-", dir=memory if os.access(memory, os.W_OK) else None))


def replay(name: str, mutant: str) -> int:
    """Run one trial by its seed, or a scenario with its points (``reply:3,7``), and print each life."""
    mutants.apply(mutant)

    def log(line: str) -> None:
        print(line, flush=True)

    with bench() as made:
        scenario, _, points = name.partition(":")
        if points:
            kills = tuple(int(number) for number in points.split(","))
            verdict, _ = scenarios.play(made, scenarios.BY_NAME[scenario], kills, log)
        else:
            verdict = run_trial(made, int(name), log)
    for line in verdict.violations:
        print(line)
    print(
        json.dumps(
            {"trial": name, "kills": verdict.kills, "violations": verdict.violations}, ensure_ascii=False
        )
    )
    return 1 if verdict.violations else 0


def run(points: int, seed: int, workers: int, mutant: str = "", *, quiet: bool = False) -> Report:
    """Run random trials until ``points`` kills were survived, or a trial broke a promise; return the figures.

    A mutant with a scenario of its own plays that instead, killed at one point after the other.
    """

    def jobs(made: Bench, number: int) -> Iterator[Verdict]:
        mutants.apply(mutant)
        known = mutants.BY_NAME.get(mutant)
        if known is not None and known.scenario:
            yield from scenarios.each_point(made, known.scenario, number=number, of=workers)
            return
        # A mistake that shows in few trials is looked for in those.
        shows_in = known.shows_in if known is not None else anywhere
        trials = range(seed * SEEDS_APART, (seed + 1) * SEEDS_APART)
        fitting = (trial for trial in trials if shows_in(draw(trial)))
        for trial in islice(fitting, number, None, workers):
            yield run_trial(made, trial)

    report = _add_up(jobs, points, workers, quiet=quiet)
    if report["violations"] and not quiet:
        _tell_how_to_replay(report, mutant)
    return report


def run_every(workers: int, *, pairs: bool) -> Report:
    """Kill at every failpoint, or pair of them, of the fixed scenarios; return the figures."""

    def jobs(made: Bench, number: int) -> Iterator[Verdict]:
        return scenarios.every(made, pairs=pairs, number=number, of=workers)

    report = _add_up(jobs, 0, workers, quiet=False)
    if report["violations"]:
        _tell_how_to_replay(report, "")
    return report


def _tell_how_to_replay(report: Report, mutant: str) -> None:
    name = report["violations"][0].split()[1].rstrip(":")
    print(f"replay: ./dev crash --trial {name}" + (f" --mutant {mutant}" if mutant else ""), file=sys.stderr)


def _add_up(jobs: Jobs, points: int, workers: int, *, quiet: bool) -> Report:
    """Collect verdicts until ``points`` kills (0: all there are) or a violation."""
    began = said = time.monotonic()
    total: Counter[str] = Counter()
    where: Counter[str] = Counter()
    violations: list[str] = []
    with _Team(workers, jobs) as team:
        for verdict in team.verdicts():
            total.update(
                kills=verdict["kills"],
                lives=verdict["lives"],
                deaths=verdict["deaths"],
                restores=verdict["restores"],
                trials=1,
            )
            where.update(verdict["points"])
            violations += [f"trial {verdict['name']}: {line}" for line in verdict["violations"]]
            if not quiet and time.monotonic() - said > _SAY_EVERY_S:
                said = time.monotonic()
                rate = total["kills"] / (said - began)
                print(f"{total['kills']} kills, {total['trials']} trials, {rate:.0f}/s", flush=True)
            if violations or 0 < points <= total["kills"]:
                break
    spent = time.monotonic() - began
    report: Report = {
        "points": points or total["kills"],
        "kills": total["kills"],
        "trials": total["trials"],
        "lives": total["lives"],
        "failpoints": len(where),
        "new_consents": total["deaths"],
        "restores": total["restores"],
    }
    for name, mark in _KINDS.items():
        report[name] = sum(f": {mark} " in line for line in violations)
    return report | {
        "violations": violations,
        "seconds": round(spent, 1),
        "kills_per_second": round(total["kills"] / spent, 1),
    }


class _Team:
    """Worker processes, each with a bench of its own, and the pipe they tell their verdicts through."""

    def __init__(self, workers: int, jobs: Jobs) -> None:
        self._pids: list[int] = []
        self._folder = _memory_folder()
        reading, writing = os.pipe()
        self._lines = os.fdopen(reading, encoding="utf-8")
        sys.stdout.flush()
        for number in range(workers):
            own = self._folder / str(number)
            own.mkdir()
            pid = os.fork()
            if pid == 0:
                os.close(reading)
                _work(jobs, number, own, writing)
            os.setpgid(pid, pid)
            self._pids.append(pid)
        os.close(writing)

    def verdicts(self) -> Iterator[dict[str, Any]]:
        for line in self._lines:
            found = json.loads(line)
            if "error" in found:
                raise RuntimeError(found["error"])
            yield found

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for pid in self._pids:
            # The whole group: no simulator and no life is left behind.
            os.killpg(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
        self._lines.close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _work(jobs: Jobs, number: int, folder: Path, writing: int) -> None:
    """Be a worker process, in a group of its own with its simulator and its lives; never returns."""
    os.setpgid(0, 0)
    try:
        for verdict in jobs(Bench(folder), number):
            _tell(writing, _plain(verdict))
    except BaseException:
        _tell(writing, {"error": traceback.format_exc()})
    finally:
        # The simulator has the pipe too, and the parent reads until the last one lets go of it.
        os.close(writing)
        os._exit(0)


def _plain(verdict: Verdict) -> dict[str, Any]:
    return {
        "name": verdict.name,
        "kills": verdict.kills,
        "lives": verdict.lives,
        "deaths": verdict.deaths,
        "restores": verdict.restores,
        "points": dict(verdict.points),
        "violations": [line[:2000] for line in verdict.violations[:8]],
    }


def _tell(writing: int, found: dict[str, Any]) -> None:
    data = json.dumps(found).encode() + b"\n"
    while data:
        data = data[os.write(writing, data) :]
