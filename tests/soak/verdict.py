"""Compares, once all is quiet, what the store holds with what the simulated OA knows."""

import time
from collections.abc import Callable
from types import SimpleNamespace

from sqlalchemy import select

from console.app.desktop import Console
from console.cache import tables as t
from console.cache.views import Place
from tests.crash import judge
from tests.crash.facts import Facts, collect
from tests.crash.world import Control

_KINDS = {"lost": ("I1 ",), "doubled": ("I2 ",), "sent_twice": ("I3 ",), "false_sent": ("I4 ",)}


def facts_of(console: Console) -> Facts:
    """Return what the store holds. Call it when nothing works any more."""
    workspace = console.workspace
    place = SimpleNamespace(profile=workspace.profile.root)
    return collect(SimpleNamespace(store=workspace.store, gateway=console.gateway, place=place))


def compare(facts: Facts, control: Control, seen: dict[str, set[str]]) -> tuple[list[str], dict[str, int]]:
    """Return broken promises, and figures."""
    known = judge.model(control)
    broken = judge.whole(facts, known, late=set(), bad=set())
    broken += judge.found_look(facts, known)
    broken += [
        f"I6 the screen showed a reply that is gone: {text}" for text in sorted(seen["reply"] - _texts(facts))
    ]
    broken += [
        f"I6 the screen showed a note that is gone: {text}"
        for text in sorted(seen["note"] - set(facts["notes"]))
    ]
    states: dict[str, int] = {}
    for reply in facts["replies"]:
        states[reply["state"]] = states.get(reply["state"], 0) + 1
    return broken, {
        "listed": sum(m["src"] == 1 and not m["recalled"] for m in known["messages"]),
        "stored": sum(row[1] == "in" for row in facts["messages"]),
        "posts": len(known["received"]),
        "requests": control.ask("health")["requests"],
        "replies": states,
    }


def screen(console: Console) -> list[str]:
    """Return how the queue on the screen differs from a fresh read of the store (I4), a line a case.

    Nothing while a hand is on the list or while a change is still waiting: then rows rightly stand still (features F-07).
    """
    queue = console.window.queue
    if queue.view.hands.on:
        return []
    shown = {place.case_id: (place, row) for row, place in enumerate(queue.model._places)}
    stored = {
        place.case_id: (place, row)
        for row, place in enumerate(console.bench.queries.queue_index(queue.wanted))
    }
    if list(shown) == list(stored) and shown == stored:
        return []
    apart = [case_id for case_id in stored | shown if _place(shown, case_id) != _place(stored, case_id)]
    return [
        f"I4 {case_id}: shown {_where(shown.get(case_id))}, stored {_where(stored.get(case_id))}"
        for case_id in apart
    ] or [f"I4 the same places, but shown in another order: {list(shown)}"]


_Row = tuple[Place, int]


def _place(rows: dict[str, _Row], case_id: str) -> Place | None:
    return rows[case_id][0] if case_id in rows else None


def _where(row: _Row | None) -> str:
    return f"{row[0].group.name} {row[0].order} in row {row[1]}" if row else "nowhere"


class ScreenWatch:
    """Looks again and again whether the queue is what the store holds; what differs for ``LAST_S`` is a lie."""

    LAST_S = 3.0
    MOST = 10

    def __init__(self, console: Console, mono: Callable[[], float] = time.monotonic) -> None:
        """Take the console to look at. On the UI thread."""
        self._console, self._mono = console, mono
        self._since: dict[str, float] = {}
        self.broken: list[str] = []

    def look(self) -> bool:
        """Compare; return whether all is equal now."""
        now, apart = self._mono(), screen(self._console)
        self._since = {line: self._since.get(line, now) for line in apart}
        for line, since in self._since.items():
            if now - since > self.LAST_S and line not in self.broken and len(self.broken) < self.MOST:
                self.broken.append(line)
        return not apart and not self._console.window.queue.view.hands.on


def by_kind(broken: list[str]) -> dict[str, int]:
    """Return how many promises of each kind were broken."""
    return {name: sum(line.startswith(marks) for line in broken) for name, marks in _KINDS.items()}


def _texts(facts: Facts) -> set[str]:
    return {reply["text"] for reply in facts["replies"]}


def at_rest(console: Console, since_ms: int, control: Control) -> str:
    """Return "" once nothing is left to do that does not wait for a person or for a later time; else what is missing."""
    health = console.bench.queries.health()
    if health.linked_at < since_ms or health.catching_up:
        return f"I11 no linked walk since the faults ended (trouble: {health.trouble or 'none'})"
    with console.bench.queries._connect() as connection:
        rows = connection.execute(select(t.reply.c.conversation_id, t.reply.c.state, t.reply.c.text)).all()
    unknown = {row.conversation_id for row in rows if row.state == "unknown"}
    if any(
        row.state == "permitted" or (row.state == "queued" and row.conversation_id not in unknown)
        for row in rows
    ):
        return "I11 replies are still on their way although nothing fails any more"
    known = judge.model(control)
    texts = judge.listed_texts(known)
    if found := [row.text for row in rows if row.state == "unknown" and judge.normal(row.text) in texts]:
        return f"I4 still unknown although their rows can be read: {found}"
    return ""
