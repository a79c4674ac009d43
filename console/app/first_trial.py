"""Trying a new connection: the inbox is read for real, and one answer goes to who has just sent the code of the wizard."""

from dataclasses import dataclass

from console.actions.trial import queue_trial
from console.app.gateway import make_gateway
from console.app.headless import poll_once
from console.app.workspace import Workspace
from console.cache import trial_query
from console.cache.store import Store
from console.cache.trial_query import TrialMessage
from console.domain.case import ReplyState
from console.domain.officer import Officer
from console.gateway.ports import StoreCall

READ_ROUNDS = 20
"""Rounds of the walk: enough for a first look; what is left is read when the desk is open."""
SEND_ROUNDS = 12
_OPEN = frozenset({ReplyState.QUEUED, ReplyState.PERMITTED})


class UnreadError(Exception):
    """The inbox was not read; ``str`` is Vietnamese and says what Zalo or the network said."""


@dataclass(frozen=True, slots=True)
class Posted:
    """What became of the answer, as far as it is known now; ``trouble`` is what Zalo or the network said."""

    state: ReplyState
    trouble: str = ""


def read_inbox(workspace: Workspace, call: StoreCall, code: str) -> tuple[int, TrialMessage | None]:
    """Walk the inbox once; return how many messages were new, and the one that is the code.

    Raises:
        UnreadError: the walk came to nothing; what it could read is stored.

    """
    polled = poll_once(workspace, call, READ_ROUNDS)
    if polled.trouble and not polled.linked:
        raise UnreadError(polled.trouble)
    return polled.new, call(lambda store: _find(store, code))


def post_trial(workspace: Workspace, call: StoreCall, officer: Officer, code: str) -> Posted:
    """Queue the answer and let the sender take it as far as it goes now. Raises ``ActionError``, ``StoreError``."""
    reply_id = call(lambda store: queue_trial(store, workspace.rules, officer, code))
    gateway = make_gateway(workspace, call)
    try:
        trouble, state = "", ReplyState.QUEUED
        for _ in range(SEND_ROUNDS):
            outcome = gateway.sender.tick()
            trouble = outcome.trouble or trouble
            state = call(lambda store: _state(store, reply_id))
            if state not in _OPEN or not outcome.worked:
                break
        return Posted(state, trouble if state is not ReplyState.SENT else "")
    finally:
        gateway.close()


def _find(store: Store, code: str) -> TrialMessage | None:
    with store.read() as connection:
        return trial_query.find(connection, code)


def _state(store: Store, reply_id: str) -> ReplyState:
    with store.read() as connection:
        return trial_query.reply_state(connection, reply_id) or ReplyState.UNKNOWN
