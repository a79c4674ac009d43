"""Handing a case from unit to unit (features E-01): what each event changes in the case."""

from dataclasses import replace

from console.domain import events as e
from console.domain.case import Case, CaseState, Transfer, TransferState
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _transferred(case: Case, event: Event, body: e.CaseTransferred) -> Changes:
    transfer = Transfer(
        body.transfer_id, case.unit, body.to_unit, event.actor, body.reason, event.at, body.due_at
    )
    infos = tuple(dict.fromkeys((*case.info_units, *body.info_units)))
    return dict(transfer=transfer, info_units=infos, state=CaseState.TRANSFERRED)


def _accepted(case: Case, event: Event, body: e.TransferAccepted) -> Changes:
    transfer = case.transfer
    if transfer is None or transfer.transfer_id != body.transfer_id:
        return {}
    done = replace(transfer, state=TransferState.ACCEPTED, answered_by=event.actor, answered_at=event.at)
    return dict(
        transfer=done,
        unit=transfer.to_unit,
        state=CaseState.NEW,
        owner="",
        lease_until=0,
        accepted_at=case.accepted_at or event.at,
    )


def _returned(case: Case, event: Event, body: e.TransferReturned) -> Changes:
    transfer = case.transfer
    if transfer is None or transfer.transfer_id != body.transfer_id:
        return {}
    done = replace(
        transfer,
        state=TransferState.RETURNED,
        answered_by=event.actor,
        answered_at=event.at,
        answer_reason=body.reason,
    )
    state = CaseState.HELD if case.owner else CaseState.NEW
    return dict(transfer=done, state=state)


RULES: dict[type, Rule] = {
    e.CaseTransferred: _transferred,
    e.TransferAccepted: _accepted,
    e.TransferReturned: _returned,
}
