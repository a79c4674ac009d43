"""Taking what is most urgent with one key: what nobody holds, and what another desk handed here (officer-day.md §3, F8)."""

from console.actions import claims, transfers
from console.actions.desk import Desk, Done
from console.cache.called_query import Called, called
from console.domain.officer import Permission


def take_next(desk: Desk, *, command_id: str = "") -> Done | None:
    """Accept the urgent case that waits for the officer's unit, else claim what nobody holds, else accept what waits at all.

    Returns:
        ``None`` where nothing is to be taken.

    Raises:
        ActionError: he may neither claim nor accept, or somebody was quicker.

    """
    waiting = _waiting(desk)
    if not waiting:
        return claims.claim_next(desk, command_id=command_id)
    first = waiting[0]
    if not first.urgent and desk.officer.may(Permission.CLAIM):
        done = claims.claim_next(desk, command_id=command_id)
        if done is not None:
            return done
    return transfers.accept(desk, first.case_id, command_id=command_id)


def _waiting(desk: Desk) -> list[Called]:
    """Return what waits for the officer's unit to accept it, the urgent first."""
    if not desk.officer.may(Permission.ACCEPT):
        return []
    with desk.store.read() as connection:
        return [one for one in called(connection, desk.sight, desk.store.clock.now_ms()) if one.ours]
