"""Which call fails, and how: a random mixture from a specification, and faults queued for the next calls.

A specification is a comma-separated list of ``NAME[PATH]=RATE:PARAMETER@MILLISECONDS``; path, parameter and milliseconds may
be left out::

    rate=0.1:-32,http500=0.05,html=0.02,slow=0.01@5000,lost_answer[/v3.0/oa/message/cs]=0.02

``PATH`` is the beginning of the paths concerned. Queued faults name the same things without a rate.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

WEBHOOK = "webhook"
"""Where the faults of webhooks hit; no path begins like this."""
CHAT_READS = ("/v2.0/oa/listrecentchat", "/v2.0/oa/conversation")


class FaultError(ValueError):
    """A fault specification that cannot be understood; the text names the item."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a fault name means.

    Attributes:
        phase: `instead` answers without any effect, `after` spoils the answer once the effect has happened, `rows` changes
            the rows of a chat read, `aside` changes the simulated OA and lets the call go on, `webhook` concerns events.
        explains: one line for the manual.
        parameter: the default, as text.
        delay_ms: the default of `@`.
        integer: the parameter must be a whole number.

    """

    phase: str
    explains: str
    parameter: str = ""
    delay_ms: int = 0
    integer: bool = True


KINDS: dict[str, Kind] = {
    "rate": Kind("instead", "an error code, -32 unless another is given", "-32"),
    "http500": Kind("instead", "an HTTP error with a JSON body; parameter: the status", "500"),
    "status": Kind("instead", "any HTTP status; 429 gets Retry-After (queued: retry_after seconds)", "503"),
    "html": Kind("instead", "an HTML page; parameter: the status", "200"),
    "body": Kind("instead", "HTTP 200 with exactly this body", integer=False),
    "redirect": Kind("instead", "302 to this address", "http://169.254.169.254/", integer=False),
    "hang": Kind("instead", "no answer until the client leaves"),
    "reset": Kind("instead", "the connection is reset"),
    "endless": Kind("instead", "a body that never ends"),
    "bomb": Kind("instead", "a gzip body that unpacks to this many MiB", "64"),
    "truncated": Kind("after", "HTTP is whole, the JSON is cut; parameter: bytes kept, half if absent"),
    "cut": Kind("after", "the connection closes inside the body; parameter: bytes sent, half if absent"),
    "garbled": Kind("after", "broken bytes inside the body"),
    "blank": Kind("after", "an empty body"),
    "lost_answer": Kind("after", "the effect happens, the connection closes without an answer"),
    "answer": Kind("after", "the effect happens, the body is exactly this one", integer=False),
    "drip": Kind("after", "one byte every @ milliseconds", delay_ms=200),
    "short": Kind("rows", "fewer rows than there are; parameter: rows kept, a random number if absent"),
    "empty": Kind("rows", "no rows although there are some"),
    "dup": Kind("rows", "rows repeated inside the page; parameter: how many", "1"),
    "shuffle": Kind("rows", "rows in another order"),
    "repeat": Kind("rows", "the rows of the page before, again"),
    "slow": Kind("aside", "the answer comes @ milliseconds late", delay_ms=1000),
    "expire_token": Kind("aside", "the access token has just expired"),
    "recall": Kind("aside", "somebody takes one of the newest messages back; parameter: how many", "1"),
    "slide": Kind(
        "aside", "somebody writes between two pages (offset > 0); parameter: how many messages", "1"
    ),
    "webhook_dup": Kind("webhook", "the event is posted twice"),
    "webhook_swap": Kind("webhook", "the event comes after those of the next second"),
}
ALIASES = {"insert_between_pages": "slide"}


@dataclass(slots=True)
class Fault:
    """One fault, random (with `rate`) or queued (with `times` and `skip`)."""

    name: str
    parameter: str
    delay_ms: int
    path: str = ""
    rate: float = 0.0
    times: int = 1
    skip: int = 0
    retry_after: int | None = None

    @property
    def kind(self) -> Kind:
        """What the name means."""
        return KINDS[self.name]

    @property
    def number(self) -> int | None:
        """The parameter as a whole number; None when there is none."""
        return int(self.parameter) if self.parameter else None

    def fits(self, path: str, offset: int) -> bool:
        """Return whether this fault can happen to a call."""
        if (self.kind.phase == "webhook") is not (path == WEBHOOK) or not path.startswith(self.path):
            return False
        if self.kind.phase == "rows" or self.name in {"slide", "recall"}:
            return path in CHAT_READS and (self.name not in {"slide", "repeat"} or offset > 0)
        if self.name in {"rate", "expire_token"}:
            return path.startswith(("/v2.0/", "/v3.0/"))
        return True


_ITEM = re.compile(
    r"(?P<name>\w+)(\[(?P<path>/[^\]]*)\])?=(?P<rate>[^:@]*)(:(?P<parameter>[^@]*))?(@(?P<delay>.*))?",
    re.DOTALL,
)


def parse(spec: str) -> list[Fault]:
    """Read a fault specification.

    Raises:
        FaultError: naming the first item that is wrong, and why.

    """
    found = []
    for item in (part.strip() for part in spec.split(",")):
        if not item:
            continue
        match = _ITEM.fullmatch(item)
        if match is None:
            raise FaultError(
                f"fault {item!r}: expected NAME=RATE, NAME=RATE:PARAMETER or NAME=RATE@MILLISECONDS"
            )
        try:
            rate = float(match["rate"])
        except ValueError:
            raise FaultError(f"fault {item!r}: rate {match['rate']!r} is not a number") from None
        if not 0 <= rate <= 1:
            raise FaultError(f"fault {item!r}: rate {match['rate']} is not between 0 and 1")
        fault = _made(item, match["name"], match["parameter"], match["delay"])
        if not fault.kind.integer and fault.name != "redirect":
            raise FaultError(f"fault {item!r}: {fault.name} can only be queued")
        fault.rate, fault.path = rate, match["path"] or ""
        found.append(fault)
    return found


def queued(given: dict[str, Any]) -> Fault:
    """Read a fault for the next calls: `path`, `fault`, `times`, `skip`, `retry_after`.

    Raises:
        FaultError: naming what is wrong.

    """
    text, path = given.get("fault"), given.get("path", "")
    if not isinstance(text, str) or not isinstance(path, str):
        raise FaultError(f"fault {given!r}: fault and path must be text")
    name, _, parameter = text.partition(":")
    delay = None
    if KINDS.get(name.partition("@")[0], KINDS["hang"]).integer:
        text, _, delay = text.partition("@")
        name, _, parameter = text.partition(":")
    fault = _made(text, name, parameter or None, delay or None)
    fault.path = path
    for member, least in (("times", 1), ("skip", 0), ("retry_after", 0)):
        value = given.get(member)
        if value is None:
            continue
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise FaultError(
                f"fault {text!r}: {member} must be a whole number of at least {least}, not {value!r}"
            )
        setattr(fault, member, value)
    return fault


def _made(item: str, name: str, parameter: str | None, delay: str | None) -> Fault:
    name = ALIASES.get(name, name)
    kind = KINDS.get(name)
    if kind is None:
        raise FaultError(f"fault {item!r}: unknown name {name!r}; there are: {', '.join(sorted(KINDS))}")
    parameter = kind.parameter if parameter is None else parameter
    if kind.integer and parameter and not re.fullmatch(r"-?\d{1,9}", parameter):
        raise FaultError(f"fault {item!r}: parameter {parameter!r} is not a whole number")
    if name in {"status", "http500", "html"} and not 200 <= int(parameter) <= 599:
        raise FaultError(f"fault {item!r}: {parameter} is not an HTTP status")
    if delay is not None and not re.fullmatch(r"\d{1,9}", delay):
        raise FaultError(f"fault {item!r}: {delay!r} is not a number of milliseconds")
    return Fault(name, parameter, kind.delay_ms if delay is None else int(delay))


@dataclass(slots=True)
class Plan:
    """What happens to one call: any number of things aside, and at most one fault of the answer."""

    aside: list[Fault] = field(default_factory=list)
    answer: Fault | None = None

    @property
    def all(self) -> list[Fault]:
        """Every fault of it."""
        return [*self.aside, *([self.answer] if self.answer else [])]

    @property
    def names(self) -> list[str]:
        """The names of all its faults, for the request log."""
        return [fault.name for fault in self.all]


@dataclass(slots=True)
class Faults:
    """The random mixture and the queue."""

    mixture: list[Fault] = field(default_factory=list)
    queue: list[Fault] = field(default_factory=list)

    def plan(self, path: str, offset: int, chance: random.Random) -> Plan:
        """Decide about one call: the first queued fault that fits, otherwise the dice."""
        for fault in self.queue:
            if fault.fits(path, offset):
                if fault.skip > 0:
                    fault.skip -= 1
                    continue
                fault.times -= 1
                if fault.times <= 0:
                    self.queue.remove(fault)
                return _plan([fault])
        return _plan(
            [fault for fault in self.mixture if fault.fits(path, offset) and chance.random() < fault.rate]
        )


def _plan(faults: list[Fault]) -> Plan:
    beside = ("aside", "webhook")
    answers = [fault for fault in faults if fault.kind.phase not in beside]
    return Plan([fault for fault in faults if fault.kind.phase in beside], answers[0] if answers else None)


Rows = list[Any]


def spoil_rows(fault: Fault, rows: Rows, chance: random.Random, earlier: Callable[[], Rows]) -> Rows:
    """Return the rows a chat read shows under a `rows` fault; `earlier` gives those of the page before."""
    match fault.name:
        case "empty":
            return []
        case "short":
            kept = fault.number
            return rows[: kept if kept is not None else chance.randint(1, max(len(rows) - 1, 1))]
        case "dup":
            for _ in range(fault.number or 1) if rows else ():
                place = chance.randrange(len(rows))
                rows = rows[: place + 1] + rows[place:]
            return rows
        case "shuffle":
            return chance.sample(rows, len(rows))
        case _:
            return earlier()
