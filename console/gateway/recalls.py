"""Messages that Zalo listed once and lists no more (features C-15): our copy stays, and says so."""

from console.cache import walk_state
from console.cache.store import Store
from console.cache.walk_state import StoredMessage
from console.domain.events import MessageRecalled
from console.domain.officer import SYSTEM
from console.failpoint import fp
from console.gateway.chain import Passed, Seen
from console.gateway.pages import Pages
from console.gateway.ports import StoreCall
from console.gateway.reading import Steps, of_user, passing
from console.zalo.errors import ZaloError

_MOST = 20


def look_for_recalled(pages: Pages, call: StoreCall, passed: Passed) -> Steps[None]:
    """Note what a proven chain should have shown and did not, if the citizen's own conversation does not show it either.

    One list alone is not believed: a row that a flawed page leaves out would be called recalled for ever.
    """
    for row in call(lambda store: _unlisted(store, passed))[:_MOST]:
        try:
            again = yield from _read_past(pages, row)
        except ZaloError:
            return
        if row.message_id not in again.keys and (again.whole or (again.keys and again.oldest_at < row.at)):
            _note(call, row)


def _read_past(pages: Pages, row: StoredMessage) -> Steps[Passed]:
    """Read a conversation down to rows older than ``row``."""

    def enough(page: Seen, _since_link: int) -> bool:
        return page.newest is not None and page.newest.at < row.at

    return (yield from passing(pages, of_user(row.zalo_user_id), "recalled", enough))


def _unlisted(store: Store, passed: Passed) -> list[StoredMessage]:
    """Return the stored messages inside the span of a chain that the chain did not show."""
    if passed.newest is None:
        return []
    with store.read() as connection:
        stored = walk_state.inbound_between(connection, passed.oldest_at, passed.newest.at)
    return [row for row in stored if row.message_id not in passed.keys]


def _note(call: StoreCall, row: StoredMessage) -> None:
    def note(store: Store) -> None:
        with store.write() as tx:
            case = tx.case(row.case_id)
            unit = case.unit if case else ""
            tx.add(row.case_id, MessageRecalled(row.message_id, tx.now_ms), actor=SYSTEM, unit=unit)

    fp("walk.recalled.before")
    call(note)
    fp("walk.recalled.after")
