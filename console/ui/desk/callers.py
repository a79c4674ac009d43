"""What calls a desk beside the queue of new cases; the open desk and the lock hear the same (features N-01, B-06)."""

from collections.abc import Container

from console.cache.queries import Queries
from console.domain.alarm import Level, Waiting


def callers(queries: Queries, new: Container[str]) -> tuple[dict[str, Waiting], int]:
    """Return by case what calls although somebody has it, and how many of these are urgent.

    Args:
        queries: reads of who sits here, or of who locked the desk.
        new: the cases nobody has, which ring by themselves and are counted by themselves.

    """
    found: dict[str, Waiting] = {}
    urgent = 0
    for one in queries.called():
        # What another desk handed here, and what its holder let go, is nobody's either until somebody takes it.
        found[one.case_id] = Waiting(one.case_id, Level.URGENT if one.urgent else Level.NOTICE)
        urgent += one.urgent
    for case_id in queries.emergencies():
        urgent += case_id not in found and case_id not in new
        # Somebody may hold it and be asleep: what the citizen wrote now is heard until it was read.
        found[case_id] = Waiting(case_id, Level.URGENT)
    return found, urgent
