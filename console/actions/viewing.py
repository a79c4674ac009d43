"""Opening a case. For sealed matters the look itself is in the log before anything is shown (threats T19, features I-03)."""

from sqlalchemy import select

from console.actions.desk import Desk, Done
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission

_EVERYBODY = "normal"
"""The confidentiality of categories whose every opening need not be kept."""


def view(desk: Desk, case_id: str, last_message_id: str = "", *, command_id: str = "") -> Done:
    """Note that the officer opens a case; call it before showing anything, and when news came on screen.

    Args:
        desk: who looks.
        case_id: the case.
        last_message_id: the citizen's last message on screen; later ones stay unread.
        command_id: see ``Ask``.

    Raises:
        ActionError: it may not be shown.
        StoreError: the look could not be written down; nothing may be shown.

    """
    ask = Ask(case_id, Action.VIEW, Permission.READ, None, command_id)

    def plan(tx: Transaction, case: Case) -> Step:
        if not case.unread and not _sealed(tx, desk, case):
            return Step()
        return Step((e.CaseViewed(last_message_id),))

    return perform(desk, ask, plan)


def _sealed(tx: Transaction, desk: Desk, case: Case) -> bool:
    """Return whether every look counts; what nobody has classified is treated as what it seems to be."""
    code = (
        case.category
        or tx.connection.execute(
            select(t.suggestion.c.category).where(t.suggestion.c.case_id == case.case_id)
        ).scalar()
    )
    category = desk.catalog.categories.get(code or "")
    return category is not None and category.confidentiality != _EVERYBODY
