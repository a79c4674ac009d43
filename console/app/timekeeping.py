"""What time alone does, as a duty beside the gateway's lanes: the ladder and transfers that nobody accepts."""

from collections.abc import Callable

from console.actions import ladder
from console.app.auditing import sign_today
from console.app.workspace import Workspace
from console.cache.store import Store
from console.runtime.duty import Duty

NAME = "timekeeper"


def make_timekeeper(
    workspace: Workspace,
    call: Callable[[Callable[[Store], float]], float],
    failed: Callable[[str, Exception], None],
) -> Duty:
    """Return the duty; ``call`` runs work on the store's thread, ``failed`` hears of a round that did not come through."""

    def step() -> float:
        def work(store: Store) -> float:
            sign_today(store, workspace)
            return ladder.tick(store, workspace.rules)

        return call(work)

    return Duty(NAME, step, workspace.clock.mono, failed)
