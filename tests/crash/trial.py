"""One trial: a world drawn from a seed, lives that are killed, and the comparison in the end."""

import json
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from console.gateway.walk import WalkTimes
from tests.crash import judge
from tests.crash.bench import Bench, Ending
from tests.crash.facts import Facts, settle
from tests.crash.officer import Officer, work
from tests.crash.plan import NEVER_MS, Citizens, Plan, draw
from tests.crash.repair import damage, opened

ROUNDS = 30
Log = Callable[[str], None]
Tell = Callable[[str], None]


def nothing(_line: str) -> None:
    """Log nothing."""


@dataclass(slots=True)
class Verdict:
    """What came of a trial. ``violations`` is empty when every promise held."""

    name: str
    """The words that replay it: a seed, or a scenario with its points."""
    kills: int = 0
    lives: int = 0
    violations: list[str] = field(default_factory=list)
    points: Counter[str] = field(default_factory=Counter)
    """Kills by failpoint."""
    deaths: int = 0
    """New consents that were needed."""
    restores: int = 0


class Chronicle:
    """What the lives of one trial told, and the comparison in the end."""

    def __init__(self, bench: Bench, name: str, log: Log = nothing) -> None:
        self.verdict = Verdict(name)
        self.seen: dict[str, None] = {}
        """Failpoints that were passed, in the order of their first time."""
        self._bench = bench
        self._log = log
        self._told: list[dict[str, Any]] = []
        self._dead: set[str] = set()
        self._last_points: list[str] = []
        self._told_before: dict[str, int] = {}
        """How much had been told when a backup was taken, by its time."""
        self._lost_from: int | None = None

    def live(self, life: Callable[[Tell], object], kill: str = "") -> Ending:
        """Run one life and note how it ended and what it told."""
        ending = self._bench.live(life, kill)
        verdict = self.verdict
        verdict.lives += 1
        for line in ending.passed:
            if not line.startswith("!"):
                self.seen[line] = None
            elif line.startswith("!backup "):
                self._told_before[line.removeprefix("!backup ")] = len(self._told)
            elif line == "!restored":
                del self._told[self._lost_from :]
                self._lost_from = None
                verdict.restores += 1
            elif line.startswith("!{"):
                self._told.append(json.loads(line[1:]))
            elif line.startswith("!dead"):
                self._dead.add(line)
        if ending.killed:
            verdict.kills += 1
            verdict.points[ending.last] += 1
            self._last_points.append(ending.last)
        if ending.trouble:
            verdict.violations.append(f"life {verdict.lives}: {ending.trouble}")
        how = "killed at " if ending.killed else ""
        self._log(f"life {verdict.lives}: {len(ending.passed)} lines, {how}{ending.last}")
        return ending

    @property
    def damaged(self) -> bool:
        """Return whether the store was lost and is not open again yet."""
        return self._lost_from is not None

    def damage(self, rng: random.Random) -> bool:
        """Lose the store if there is a backup; return whether that was done."""
        at = damage(self._bench.place, rng)
        if at:
            self._lost_from = self._told_before[str(at)]
            self._log(f"the store is lost; the newest backup is of {at}")
        return bool(at)

    def conclude(self, times: WalkTimes, *, late: set[str], bad: set[str], sweep: bool) -> Verdict:
        """Let the program come to rest without faults, and compare."""
        bench, verdict = self._bench, self.verdict
        bench.world.ask("clear_faults")
        before = judge.model(bench.world)
        path = bench.folder / "facts"
        damaged = self.damaged

        def life(tell: Tell) -> None:
            found: dict[str, Facts] = {}
            desk = opened(bench.place, times, tell, check=True, damaged=damaged)
            settle(desk, sweep=sweep, save=found.__setitem__)
            path.write_text(json.dumps(found), encoding="utf-8")

        self.live(life)
        if verdict.violations:
            return verdict
        # The first consent of all is no loss.
        verdict.deaths = len(self._dead - {"!dead 0"})
        saved = json.loads(path.read_text(encoding="utf-8"))
        verdict.violations += judge.first_look(saved["first"], before, late, bad)
        known = judge.model(bench.world)
        verdict.violations += judge.found_look(saved["found"], known)
        verdict.violations += judge.last_look(
            saved["last"],
            known,
            self._told,
            late=late,
            bad=bad,
            sweep=sweep,
            restored=verdict.restores > 0,
        )
        if not verdict.restores:
            # A backup holds a refresh token that was used since.
            verdict.violations += judge.tokens(saved["last"], known, verdict.deaths, self._last_points)
        return verdict


def run_trial(bench: Bench, seed: int, log: Log = nothing) -> Verdict:
    """Run the trial of a seed."""
    plan = draw(seed)
    chronicle = Chronicle(bench, str(seed), log)
    citizens = Citizens(plan)
    bench.reset(plan.knobs, fresh=plan.fresh)
    bench.world.ask("faults", spec=plan.faults, seed=plan.seed % 1_000_003)
    citizens.arrive(bench.world)
    for number in range(plan.lives):
        citizens.stir(bench.world, bench.clock)
        if number >= plan.loses_at and chronicle.damage(plan.rng):
            plan.loses_at = NEVER_MS
        life = _life(bench, plan, number, damaged=chronicle.damaged)
        chronicle.live(life, _kill(plan.rng, list(chronicle.seen)))
        if chronicle.verdict.violations:
            return chronicle.verdict
    return chronicle.conclude(plan.times, late=citizens.late, bad=citizens.bad, sweep=plan.late)


def _life(bench: Bench, plan: Plan, number: int, *, damaged: bool) -> Callable[[Tell], None]:
    def life(tell: Tell) -> None:
        # The check of every page after a kill takes a third of a life; now and then it is enough.
        desk = opened(bench.place, plan.times, tell, check=number % 8 == 7, damaged=damaged)
        work(desk, Officer(desk, random.Random(f"{plan.seed}:{number}"), f"r{number}"), ROUNDS)

    return life


def _kill(rng: random.Random, seen: list[str]) -> str:
    """Draw the failpoint of the next kill: the k-th of all, or one by its name, so that rare ones are met too."""
    if seen and rng.random() < 0.5:
        return f"{rng.choice(seen)}=kill@{rng.choice((1, 1, 1, 2))};*=kill@{rng.randint(15, 45)}"
    return f"*=kill@{rng.randint(1, rng.choice((6, 12, 24, 60)))}"
