"""What time alone does, as a duty beside the gateway's lanes: steps of the clock, the ladder, transfers that nobody accepts, surveys that are due, the day's signature."""

from collections.abc import Callable

from console.actions import ladder, surveys
from console.app.auditing import sign_today
from console.app.workspace import Workspace
from console.cache.store import Store
from console.runtime.duty import Duty
from console.runtime.resources import load_reply_policy

NAME = "timekeeper"
SURVEY_S = 60.0
WARN_EVERY_S = 600.0
"""Limits of days are looked at so often; the ladder in each round."""


def make_timekeeper(
    workspace: Workspace,
    call: Callable[[Callable[[Store], float]], float],
    failed: Callable[[str, Exception], None],
    *,
    rest_s: float = 0.0,
) -> Duty:
    """Return the duty; ``call`` runs work on the store's thread, ``failed`` hears of a round that did not come through.

    For ``rest_s`` seconds from now only the ladder is looked at: the rest reads the whole store, and its thread is wanted.
    """
    policy = load_reply_policy()
    survey_at = warn_at = workspace.clock.mono() + rest_s

    def work(store: Store) -> float:
        nonlocal survey_at, warn_at
        workspace.clock_watch.look(store)
        wait = ladder.tick(store, workspace.rules)
        now = workspace.clock.mono()
        if now >= warn_at:
            sign_today(store, workspace)
            ladder.warn(store, workspace.rules)
            warn_at = now + WARN_EVERY_S
        if now >= survey_at:
            surveys.send_due(store, workspace.rules, policy)
            survey_at = now + SURVEY_S
        return min(wait, SURVEY_S)

    def step() -> float:
        return call(work)

    return Duty(NAME, step, workspace.clock.mono, failed)
