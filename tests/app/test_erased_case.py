"""A case whose content was erased by law offers nothing that is gone: no identity, no note, no way out (features I-06)."""

from dataclasses import MISSING, fields

from console.domain import events as e
from console.ui.common.commands import COMMANDS, Where
from console.ui.composer.tabs import ComposerMode


def test_nothing_that_is_gone_is_offered_and_it_says_why(console):
    console.says("an", "Co nguoi danh bac o cho xanh")
    console.controller.keyboard.run_command("claim_next")
    console.settle()
    card = console.window.inspector.citizen
    assert card.button.isEnabled() and not card.why_not.isVisibleTo(card)
    case_id = console.controller.room.case_id
    with console.workspace.store.write() as tx:
        unit = tx.case(case_id).unit
        closed = e.CaseClosed("rac-thu-nghiem")
        tx.add(case_id, e.CaseClassified("TIN_BAO"), closed, actor="hanh", unit=unit)
        case = tx.case(case_id)
        needed = [one.name for one in fields(e.CaseErased) if one.default is MISSING]
        facts = {name: getattr(case, name, "") for name in needed}
        tx.add(case_id, e.CaseErased(**facts), actor="system", unit=unit)
    console.settle()
    case = console.controller.room.detail.case
    assert case.erased_at
    assert not card.button.isEnabled()
    assert "đã xóa" in card.why_not.text() and card.why_not.isVisibleTo(card)
    composer = console.window.composer
    for mode, field in (
        (ComposerMode.NOTE, composer.note_edit),
        (ComposerMode.REPLY, composer.reply_edit),
    ):
        composer.set_mode(mode)
        assert field.isReadOnly()
    why_not = console.controller.keyboard.why_not
    offered = {one.code for one in COMMANDS if one.where is not Where.DESK and not why_not(one.code)}
    assert offered <= {"find", "who_looked", "copy_number", "inspector", "older"}, offered
    assert "đã xóa" in why_not("reveal") and "đã xóa" in why_not("reopen") and "đã xóa" in why_not("people")
    header = console.window.conversation.header
    shown = [action.text() for action in header.menu().actions() if not action.isSeparator()]
    assert all("đã xem" in text for text in shown), shown
    inspector = console.window.inspector
    for row in (*inspector.people.findChildren(type(inspector.people.accused)), inspector.register.slip):
        assert not row.isEnabled()
