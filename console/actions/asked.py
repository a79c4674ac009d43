"""What others ask of a commander, in all open cases (features G-07, I-02)."""

from console.actions.desk import Desk
from console.actions.guards import require
from console.cache.requests_query import requests
from console.cache.views import Request
from console.domain.officer import Permission


def asked(desk: Desk) -> tuple[Request, ...]:
    """Return what waits for a second officer; every open case is looked at, so ask beside the UI thread.

    Raises:
        ActionError: he decides neither of a longer limit, nor of who sees a citizen, nor of whose a case is.

    """
    if not desk.officer.may(Permission.APPROVE_REVEAL) and not desk.officer.may(Permission.ROUTE):
        require(desk.officer, Permission.EXTEND)
    with desk.store.read() as connection:
        return requests(connection, desk.sight, desk.catalog.escalation.bounces)
