"""Small fixed scenarios whose every failpoint, or pair of failpoints, is tried: kill there, restart, compare."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from console.cache import tables as t
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.events import ReplyQueued
from console.gateway.walk import WalkTimes
from tests.crash.bench import Bench
from tests.crash.desk import Desk
from tests.crash.repair import make_old, many_backups, opened
from tests.crash.trial import Chronicle, Log, Tell, Verdict, nothing

LIST = "/v2.0/oa/listrecentchat"
SEND = "/v3.0/oa/message/cs"
OAUTH = "/v4/oa/access_token"
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class Scenario:
    """``happen`` changes the world after a first peaceful life; ``replies`` are asked for in every life, once each."""

    name: str
    happen: Callable[[Any, Any], object]
    replies: int = 0
    fresh: bool = False
    pairs: bool = False
    known: int = 1
    """How many messages there are before."""
    harm: Callable[[Chronicle, Bench], object] = lambda _chronicle, _bench: None
    """What befalls the files then."""
    times: WalkTimes = field(default_factory=WalkTimes)


def _messages(world: Any, clock: Any) -> None:
    world.ask("inject", user="An", text="một {n}", times=14, step_ms=1)
    clock.advance(14)
    world.ask("inject", user="Bình", type="photo", description="ảnh")
    world.ask("inject", user="Bình", src=0, text="trả lời từ OA Manager")


def _burst(world: Any, _clock: Any) -> None:
    world.ask("inject", user="An", text="cùng lúc {n}", times=30)


def _question(world: Any, _clock: Any) -> None:
    world.ask("inject", user="An", text="xin hỏi")


def _lost_answer(world: Any, clock: Any) -> None:
    _question(world, clock)
    world.ask("fault", fault="lost_answer", path=SEND)


def _rotation(_world: Any, clock: Any) -> None:
    clock.advance(11 * HOUR_MS)


def _lost_rotation(_world: Any, clock: Any) -> None:
    _rotation(_world, clock)
    _world.ask("fault", fault="lost_answer", path=OAUTH)


def _expired(world: Any, clock: Any) -> None:
    _question(world, clock)
    world.ask("token", do="expire")


def _hour(world: Any, clock: Any) -> None:
    _messages(world, clock)
    clock.advance(HOUR_MS)


def _night(world: Any, clock: Any) -> None:
    """Below the end of the list, and with an old time: only the nightly reading of every conversation finds it."""
    world.ask("knobs", list_cap=10)
    world.ask("inject", user="An", text="muộn", time_ms=clock.now_ms() - HOUR_MS)
    clock.advance(DAY_MS + 7 * HOUR_MS)


def _cut_first_list(world: Any, _clock: Any) -> None:
    """The first list of all is cut, and somebody takes a message back before each of its last pages is read."""
    world.ask("knobs", list_cap=30)
    for who in ("An", "Bình", "Chi"):
        world.ask("inject", user=who, text="trước {n}", times=20, step_ms=1)
    for page in (1, 2, 3):
        world.ask("fault", fault="recall", path=LIST, skip=page)


def _gap(world: Any, clock: Any) -> None:
    """More comes in than the list shows, from several citizens."""
    world.ask("knobs", list_cap=10)
    for who in ("Bình", "Chi", "Dũng"):
        world.ask("inject", user=who, text="dồn {n}", times=5, step_ms=1)
        clock.advance(5)


SCENARIOS = (
    Scenario("first-start", _messages, fresh=True),
    Scenario("walk", _messages),
    Scenario("same-millisecond", _burst),
    Scenario("reply", _question, replies=1, pairs=True),
    Scenario("reply-answer-lost", _lost_answer, replies=2, pairs=True),
    Scenario("token", _rotation, pairs=True),
    Scenario("token-answer-lost", _lost_rotation, pairs=True),
    Scenario("token-expired", _expired, replies=1, pairs=True),
    Scenario("night", _night, known=14),
    Scenario("cut-first-list", _cut_first_list, known=0),
    # A page a tick: what is claimed with the last page of a budget is claimed before anything else is looked at.
    Scenario("gap", _gap, known=5, times=WalkTimes(pages_per_tick=1)),
    Scenario("backup", _hour, harm=lambda _chronicle, bench: many_backups(bench.place)),
    Scenario("restore", _messages, replies=1, harm=lambda chronicle, _bench: chronicle.damage(Random(1))),
    Scenario("migration", _question, harm=lambda _chronicle, bench: make_old(bench.place)),
)
BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}


def play(
    bench: Bench, scenario: Scenario, kills: tuple[int, ...], log: Log = nothing
) -> tuple[Verdict, bool]:
    """Play a scenario, killing its lives at these points; return the verdict, and whether every kill came about."""
    chronicle = Chronicle(bench, f"{scenario.name}:{','.join(map(str, kills))}", log)
    bench.reset({}, fresh=scenario.fresh)
    if scenario.known:
        bench.world.ask("inject", user="An", text="chào {n}", times=scenario.known, step_ms=1)
        bench.clock.advance(scenario.known)
    if not scenario.fresh:
        chronicle.live(_life(bench, scenario, quiet=True))
    scenario.happen(bench.world, bench.clock)
    scenario.harm(chronicle, bench)
    whole = True
    for number in kills:
        life = _life(bench, scenario, damaged=chronicle.damaged)
        whole = chronicle.live(life, f"*=kill@{number}").killed and whole
    if not chronicle.verdict.violations:
        chronicle.live(_life(bench, scenario, damaged=chronicle.damaged))
    if chronicle.verdict.violations:
        return chronicle.verdict, whole
    return chronicle.conclude(scenario.times, late=set(), bad=set(), sweep=False), whole


def every(bench: Bench, *, pairs: bool, number: int, of: int) -> Iterator[Verdict]:
    """Play every point, or every pair, of all scenarios; this worker is ``number`` of ``of``."""
    for scenario in SCENARIOS:
        if pairs and not scenario.pairs:
            continue
        for first in range(1 + number, 10_000, of):
            verdict, whole = play(bench, scenario, (first,))
            if not whole:
                # The life ends before that point: all points have been tried.
                break
            yield verdict
            for second in range(1, 10_000) if pairs else ():
                verdict, whole = play(bench, scenario, (first, second))
                if not whole:
                    break
                yield verdict


def each_point(bench: Bench, name: str, *, number: int, of: int) -> Iterator[Verdict]:
    """Play one scenario killed at each point, and once to its end; this worker is ``number`` of ``of``."""
    for first in range(1 + number, 10_000, of):
        verdict, whole = play(bench, BY_NAME[name], (first,))
        yield verdict
        if not whole:
            return


def _life(
    bench: Bench, scenario: Scenario, *, quiet: bool = False, damaged: bool = False
) -> Callable[[Tell], None]:
    def life(tell: Tell) -> None:
        desk = opened(bench.place, scenario.times, tell, check=False, damaged=damaged)
        for _ in range(_ROUNDS):
            desk.consent()
            desk.round()
            if not quiet:
                _ask_for_replies(desk, scenario.replies)
            desk.sleep()

    return life


def _ask_for_replies(desk: Desk, count: int) -> None:
    """Queue each reply of the scenario unless it is there, once there is a case."""
    for number in range(count):
        reply_id = f"reply-{number}"
        with desk.store.write() as tx:
            there = tx.connection.execute(t.reply.select().where(t.reply.c.reply_id == reply_id)).first()
            found = tx.connection.execute(t.case.select().limit(1)).first()
            if there or not found:
                continue
            text = f"Trả lời {number} của kịch bản"
            body = ReplyQueued(reply_id, text, override_reason="kịch bản")
            tx.add(found.case_id, body, actor="TB-0001", unit=found.unit)
        desk.tell(f'!{{"reply": "{text}"}}')
