"""Opening a case. For sealed matters the look itself is in the log before anything is shown (threats T19, features I-03)."""

from collections.abc import Iterable

from console.actions.desk import Desk, Done
from console.actions.guards import require
from console.actions.perform import Ask, Step, perform
from console.cache.covering import sealed_of
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.domain.subject import subject


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
        if not case.unread and not sealed_of(tx.connection, desk.rules, [case.case_id]):
            return Step()
        return Step((e.CaseViewed(last_message_id),))

    return perform(desk, ask, plan)


def note_copy(desk: Desk, case_id: str, characters: int, *, command_id: str = "") -> Done:
    """Note that much of a conversation goes to the clipboard; call it before it is there (threats T19, T21).

    Raises:
        ActionError: the case may not be shown, and so not copied.
        StoreError: it could not be written down; nothing may be copied.

    """
    ask = Ask(case_id, Action.VIEW, Permission.READ, None, command_id)
    return perform(desk, ask, lambda _tx, _case: Step((e.CaseCopied(characters),)))


def note_hits(desk: Desk, case_ids: Iterable[str]) -> None:
    """Note whose cases' words a search is about to show, where every look at them counts; call it before they are shown.

    Raises:
        ActionError: the officer may not read.
        StoreError: it could not be written down; nothing may be shown.

    """
    _note(desk, case_ids, "search", e.HitsShown)


def note_rows(desk: Desk, case_ids: Iterable[str]) -> None:
    """Note whose cases' first words the queue is about to show, where every look at them counts; call it before they are shown.

    Raises:
        ActionError: the officer may not read.
        StoreError: it could not be written down; nothing may be shown.

    """
    _note(desk, case_ids, "queue", e.RowsShown)


def _note(
    desk: Desk, case_ids: Iterable[str], topic: str, kind: type[e.HitsShown] | type[e.RowsShown]
) -> None:
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        asked = tuple(dict.fromkeys(case_ids))
        sealed = sealed_of(tx.connection, desk.rules, asked)
        found = tuple(case_id for case_id in asked if case_id in sealed)
        if found:
            tx.add(subject(topic), kind(found), actor=desk.officer.officer_id, unit=desk.officer.unit)
