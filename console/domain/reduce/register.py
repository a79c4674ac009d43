"""What the register asks for, and the written steps of a petition: what each event changes in the case."""

from dataclasses import replace

from console.domain import events as e
from console.domain.case import Case
from console.domain.crime import Paper
from console.domain.entered import filled_of
from console.domain.events import Event
from console.domain.instruction import Instruction
from console.domain.national import NationalEntry
from console.domain.petition import Petition
from console.domain.reduce.base import Changes, Rule


def _timed(_case: Case, _event: Event, body: e.DeedTimed) -> Changes:
    return dict(deed_time=body.words)


def _instructed(case: Case, event: Event, body: e.InstructionGiven) -> Changes:
    return dict(
        instructions=(
            *case.instructions,
            Instruction(body.instruction_id, body.words, event.actor, event.at),
        )
    )


def _withdrawn(case: Case, _event: Event, body: e.InstructionWithdrawn) -> Changes:
    return dict(
        instructions=tuple(one for one in case.instructions if one.instruction_id != body.instruction_id)
    )


def _followed(case: Case, event: Event, body: e.InstructionFollowed) -> Changes:
    return dict(
        instructions=tuple(
            replace(one, done=body.words, done_by=event.actor, done_at=event.at)
            if one.instruction_id == body.instruction_id
            else one
            for one in case.instructions
        )
    )


def _numbered(case: Case, event: Event, body: e.SlipNumbered) -> Changes:
    if case.transfer is None or case.transfer.transfer_id != body.transfer_id:
        return {}
    return dict(transfer=replace(case.transfer, slip=Paper(body.document, body.on, event.actor, event.at)))


def _assigned(_case: Case, _event: Event, body: e.OfficerAssigned) -> Changes:
    return dict(assigned=body.officer)


def _handled(_case: Case, event: Event, body: e.PetitionHandled) -> Changes:
    paper = Paper(body.document, body.on, event.actor, event.at)
    return dict(petition=Petition(body.handling, body.category, body.reason, body.citation, paper))


def _settled(_case: Case, event: Event, body: e.PetitionSettled) -> Changes:
    return dict(settled=Paper(body.document, body.on, event.actor, event.at))


def _entered(case: Case, event: Event, body: e.NationalEntered) -> Changes:
    entry = NationalEntry(body.number, body.at, event.actor, event.at, body.stale, filled_of(case))
    earlier = tuple(replace(one, filled=()) for one in case.national)
    return dict(national=(*earlier, entry))


RULES: dict[type, Rule] = {
    e.DeedTimed: _timed,
    e.InstructionGiven: _instructed,
    e.InstructionWithdrawn: _withdrawn,
    e.InstructionFollowed: _followed,
    e.SlipNumbered: _numbered,
    e.OfficerAssigned: _assigned,
    e.PetitionHandled: _handled,
    e.PetitionSettled: _settled,
    e.NationalEntered: _entered,
}
