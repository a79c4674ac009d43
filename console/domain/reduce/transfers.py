"""Handing a case from unit to unit (features E-01): what each event changes in the case."""

from dataclasses import replace

from console.domain import events as e
from console.domain.case import Case, CaseState, Transfer, TransferState
from console.domain.events import Event
from console.domain.reduce.answers import answered
from console.domain.reduce.base import Changes, Rule


def _transferred(case: Case, event: Event, body: e.CaseTransferred) -> Changes:
    transfer = Transfer(
        body.transfer_id,
        case.unit,
        body.to_unit,
        event.actor,
        body.reason,
        event.at,
        body.due_at,
        request=body.request,
        respond_by=body.respond_by,
    )
    infos = tuple(dict.fromkeys((*case.info_units, *body.info_units)))
    changes: Changes = dict(transfer=transfer, info_units=infos, state=CaseState.TRANSFERRED, raised=0)
    if not case.came_back:
        return changes
    # Somebody else than its holder said where what came back goes: he answers for it until it is accepted, so he is told.
    return changes | answered(
        case, event, "route", body.transfer_id, case.owner, granted=True, words=body.reason, code=body.to_unit
    )


def _accepted(case: Case, event: Event, body: e.TransferAccepted) -> Changes:
    done = _ended(case, event, body.transfer_id, TransferState.ACCEPTED)
    if done is None:
        return {}
    return dict(
        transfer=done,
        unit=done.to_unit,
        state=CaseState.NEW,
        owner="",
        assigned="",
        lease_until=0,
        accepted_at=case.accepted_at or event.at,
        free_since=event.at,
        raised=0,
    )


def _returned(case: Case, event: Event, body: e.TransferReturned) -> Changes:
    late = case.transfer
    if late is not None and late.transfer_id == body.transfer_id and late.state is TransferState.ACCEPTED:
        # Accepted first, found to be somebody else's matter later: it is its sender's again, free for that desk.
        back = replace(
            late,
            state=TransferState.RETURNED,
            answered_by=event.actor,
            answered_at=event.at,
            answer_reason=body.reason,
        )
        return dict(
            transfer=back,
            unit=late.from_unit,
            state=CaseState.NEW,
            owner="",
            assigned="",
            lease_until=0,
            free_since=event.at,
            raised=0,
            bounces=case.bounces + 1,
        )
    done = _ended(case, event, body.transfer_id, TransferState.RETURNED, body.reason)
    if done is None:
        return {}
    # What a sender took back himself was written as a return before it had a kind of its own.
    bounced = event.actor != done.by
    return _back(case, event, done) | dict(bounces=case.bounces + int(bounced))


def _recalled(case: Case, event: Event, body: e.TransferRecalled) -> Changes:
    done = _ended(case, event, body.transfer_id, TransferState.RECALLED, body.reason)
    return {} if done is None else _back(case, event, done)


def _timed_out(case: Case, event: Event, body: e.TransferTimedOut) -> Changes:
    done = _ended(case, event, body.transfer_id, TransferState.TIMED_OUT)
    if done is None:
        return {}
    # Free, so that it rings at the whole desk and not only for somebody who may have gone.
    return dict(transfer=done, state=CaseState.NEW, owner="", lease_until=0, free_since=event.at, raised=0)


def _ended(
    case: Case, event: Event, transfer_id: str, state: TransferState, reason: str = ""
) -> Transfer | None:
    transfer = case.transfer
    if transfer is None or transfer.transfer_id != transfer_id or transfer.state is not TransferState.PENDING:
        return None
    return replace(transfer, state=state, answered_by=event.actor, answered_at=event.at, answer_reason=reason)


def _back(case: Case, event: Event, done: Transfer) -> Changes:
    if case.owner:
        return dict(transfer=done, state=CaseState.HELD, raised=0)
    return dict(transfer=done, state=CaseState.NEW, free_since=event.at, raised=0)


def _raised(case: Case, _event: Event, body: e.CaseRaised) -> Changes:
    return dict(raised=max(case.raised, body.level))


def _informed(case: Case, _event: Event, body: e.CaseInformed) -> Changes:
    return dict(info_units=tuple(dict.fromkeys((*case.info_units, *body.units))))


RULES: dict[type, Rule] = {
    e.CaseTransferred: _transferred,
    e.TransferAccepted: _accepted,
    e.TransferReturned: _returned,
    e.TransferRecalled: _recalled,
    e.TransferTimedOut: _timed_out,
    e.CaseRaised: _raised,
    e.CaseInformed: _informed,
}
