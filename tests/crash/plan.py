"""What one trial is made of, all of it drawn from its seed."""

import random
from dataclasses import dataclass, field
from typing import Any

from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.gateway.walk import WalkTimes

NEVER_MS = 1 << 60
PEOPLE = ("An", "Bình", "Chi", "Dũng", "Én", "Hà một", "Hà hai")
NAMES = {"Hà một": "Hà", "Hà hai": "Hà"}
"""Display names where they differ: two citizens are called the same."""
_ANSWER_FAULTS = (
    "http500={p}",
    "status={p}:429",
    "html={p}",
    "html={h}:502",
    "truncated={p}",
    "garbled={p}",
    "blank={h}",
    "cut={p}",
    "reset={p}",
    "lost_answer={p}",
)
_READ_FAULTS = (
    "rate={p}:-32",
    "short={p}",
    "empty={p}",
    "dup={p}",
    "shuffle={p}",
    "repeat={p}",
    "slide={q}",
    "recall={q}",
    # Many at once, between two pages: only the overlap of the pages tells.
    "recall={p}:4",
    "expire_token={h}",
)
# No garbled or shortened media: HTTP is whole then, and nobody can tell.
_MEDIA_FAULTS = ("http500={p}", "status={p}:429", "cut={p}", "reset={p}", "lost_answer={p}")


@dataclass(slots=True)
class Plan:
    """One trial."""

    seed: int
    rng: random.Random = field(repr=False)
    lives: int
    faults: str
    knobs: dict[str, Any]
    nets: bool
    """Whether the safety nets run beside the walk; without them the walk alone must lose nothing."""
    pages_per_tick: int
    fresh: bool
    """Whether the trial begins without a store."""
    late: bool
    loses_at: int
    """In which life the store is lost, if there is a backup by then."""

    @property
    def times(self) -> WalkTimes:
        if self.nets:
            return WalkTimes(pages_per_tick=self.pages_per_tick)
        return WalkTimes(
            pages_per_tick=self.pages_per_tick,
            hourly_ms=NEVER_MS,
            nightly_ms=NEVER_MS,
            cross_check_ms=NEVER_MS,
        )


def draw(seed: int) -> Plan:
    """Return the trial of a seed."""
    rng = random.Random(seed)
    nets = rng.random() < 0.4
    knobs: dict[str, Any] = {"rate_limit": 1_000_000}
    if rng.random() < 0.12:
        knobs["list_cap"] = rng.choice((10, 20, 30))
        knobs["cap_clips"] = rng.random() < 0.7
    knobs["tie_order"] = rng.choice(("newest_first", "newest_first", "oldest_first"))
    knobs["recall_mode"] = rng.choice(("remove", "remove", "mark"))
    knobs["text_change"] = rng.choice(("none", "none", "trim", "nfd"))
    knobs["echo_delay_ms"] = rng.choice((0, 0, 0, 3_000, 60_000))
    knobs["expired_code"] = rng.choice((-216, -220))
    return Plan(
        seed=seed,
        rng=rng,
        lives=rng.randint(40, 70),
        faults=_mixture(rng),
        knobs=knobs,
        nets=nets,
        pages_per_tick=rng.choice((3, 10, 60)),
        fresh=rng.random() < 0.1,
        # Where the list is cut, only the nightly reading of every conversation finds what comes late with an old time.
        late=nets and rng.random() < 0.7,
        loses_at=rng.randint(10, 40) if rng.random() < 0.15 else NEVER_MS,
    )


def _mixture(rng: random.Random) -> str:
    """Return the random faults of a trial: from none to far more than any service would show."""
    items: list[str] = []
    for where, kinds in (
        ("/v2.0/", _ANSWER_FAULTS + _READ_FAULTS),
        ("/v3.0/oa/message/cs", _ANSWER_FAULTS),
        ("/v3.0/oa/user", _ANSWER_FAULTS),
        ("/v4/", _ANSWER_FAULTS),
        ("/media/", _MEDIA_FAULTS),
    ):
        base = rng.choice((0.0, 0.004, 0.01, 0.02, 0.04))
        if where == "/v3.0/oa/message/cs":
            base *= 2.5
        for kind in kinds:
            rate = 0.0 if rng.random() < 0.3 else base * rng.choice((0.5, 1, 2))
            text = kind.format(p=round(rate, 5), h=round(rate / 2, 5), q=round(rate * 2, 5))
            items.append(text.replace("=", f"[{where}]=", 1))
    return ",".join(items)


class Citizens:
    """What happens at Zalo between two lives."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rng = plan.rng
        self._count = 0
        self.late: set[str] = set()
        """Ids of messages that were listed late, with an old time."""
        self.bad: set[str] = set()
        """Texts of rows that nobody can file."""

    def arrive(self, world: Any) -> None:
        """Make the citizens known to Zalo; two of them are called the same."""
        for who in PEOPLE:
            world.ask("user", user=who, name=NAMES.get(who, who))

    def stir(self, world: Any, clock: Any) -> None:
        """Let a few things happen, and some time pass."""
        rng = self._rng
        for _ in range(rng.choice((0, 0, 1, 1, 2))):
            self._event(world, clock, rng.random())
        clock.advance(rng.choice((0, 500, 5_000, 30_000, 2 * MINUTE_MS)))
        if rng.random() < 0.05:
            clock.advance(rng.choice((HOUR_MS, 11 * HOUR_MS, 26 * HOUR_MS)))

    def _event(self, world: Any, clock: Any, dice: float) -> None:
        rng = self._rng
        if dice < 0.55:
            self._say(world, times=rng.choice((1, 1, 1, 2, 4)))
        elif dice < 0.65:
            times, step_ms = rng.choice((12, 15, 25, 40)), rng.choice((0, 0, 1))
            if rng.random() < 0.02:
                times, step_ms = 500, 0
            self._say(world, times=times, step_ms=step_ms)
            # What comes next must not be older than these, or it would be one of those that come late.
            clock.advance(times * step_ms)
        elif dice < 0.72:
            self._say(world, src=0)
        elif dice < 0.80:
            kind = rng.choice(("photo", "sticker", "voice", "file", "gif"))
            self._say(world, type=kind, **({"name": f"{self._count}.pdf"} if kind == "file" else {}))
        elif dice < 0.90:
            for _ in range(rng.choice((1, 1, 3))):
                self._recall(world)
        elif dice < 0.94 and self._plan.late:
            back = rng.choice((MINUTE_MS, HOUR_MS, DAY_MS, 2 * DAY_MS))
            said = self._say(world, time_ms=clock.now_ms() - back)
            self.late.update(said)
        elif dice < 0.97:
            self._count += 1
            text = f"hỏng {self._count}"
            self.bad.add(text)
            self._say(world, text=text, raw=rng.choice(({"time": "hôm qua"}, {"message_id": None})))
        else:
            world.ask("token", do="expire")

    def _say(self, world: Any, **how: Any) -> list[str]:
        self._count += 1
        given = {"user": self._rng.choice(PEOPLE), "text": f"tin {self._count}.{{n}}", **how}
        return [message["message_id"] for message in world.ask("inject", **given)["messages"]]

    def _recall(self, world: Any) -> None:
        try:
            world.ask("recall", user=self._rng.choice(PEOPLE))
        except ValueError:
            return  # that citizen has written nothing yet
