"""Internal notes. Nothing here leads to a citizen: no function takes a note and gives a reply (features C-08)."""

from console.actions.desk import Desk, Done
from console.actions.drafts import Mode, drop_draft
from console.actions.guards import clean_text, require_not_merged
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission

NOTE_LIMIT = 10_000


def add_note(
    desk: Desk, case_id: str, text: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Write a note on a case, open or closed; the officer's note draft goes with it."""
    body = clean_text(text, "nội dung ghi chú", NOTE_LIMIT)
    ask = Ask(case_id, Action.NOTE, Permission.NOTE, expected_version, command_id, {"text": body})

    def plan(tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        drop_draft(tx, case_id, desk.officer.officer_id, Mode.NOTE)
        return Step((e.NoteAdded(ask.new_id("note"), body),))

    return perform(desk, ask, plan)
