"""Taking an action back, with events of its own: nothing is ever removed from the log."""

from console.actions.desk import Desk, Done, Undo
from console.actions.perform import Ask, Step, perform


def undo(desk: Desk, what: Undo, *, command_id: str = "") -> Done:
    """Take back what ``what`` came from.

    Raises:
        Conflict: somebody has gone on from there; the act stays.

    """
    ask = Ask(what.case_id, what.action, what.permission, what.version, command_id)
    return perform(desk, ask, lambda _tx, _case: Step(what.bodies))
