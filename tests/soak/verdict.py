"""Compares, once all is quiet, what the store holds with what the simulated OA knows."""

from types import SimpleNamespace

from sqlalchemy import select

from console.app.desktop import Console
from console.cache import tables as t
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
    """Return where the queue on the screen differs from a fresh read of the store (I4)."""
    queue = console.window.queue
    shown = [place.case_id for place in queue.model._places]
    stored = [place.case_id for place in console.bench.queries.queue_index(queue.wanted)]
    if shown == stored:
        return []
    return [f"I4 the queue shows {len(shown)} cases, the store has {len(stored)}, or in another order"]


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
