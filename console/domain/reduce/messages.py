"""What came in from Zalo and what became of its attachments; written by the gateway alone: what each event changes in the case."""

from console.domain import events as e
from console.domain.case import Case, CaseState
from console.domain.events import Event
from console.domain.message import Direction, Message
from console.domain.reduce.base import Changes, Rule
from console.domain.reduce.clocks import resumed


def _received(case: Case, _event: Event, body: e.MessageReceived) -> Changes:
    message = body.message
    if message.direction is Direction.OUTBOUND:
        return dict(
            message_count=case.message_count + 1,
            last_outbound_at=max(case.last_outbound_at, message.at),
            first_reply_at=case.first_reply_at or message.at,
            last_activity_at=max(case.last_activity_at, message.at),
        )
    return _with_inbound(case, message, reopens=body.reopens)


def _with_inbound(case: Case, message: Message, *, reopens: bool) -> Changes:
    newest = message.at >= case.last_inbound_at
    # What was waited for may have come; the clocks that stood still for it run again.
    pauses = resumed(case, message.at)
    state = case.state
    free_since, raised = case.free_since, case.raised
    if reopens and not case.open:
        state, free_since, raised = CaseState.NEW, message.at, 0
    elif not case.owner and case.open:
        free_since = free_since or message.at
    return dict(
        state=state,
        free_since=free_since,
        raised=raised,
        pauses=pauses,
        owner="" if reopens and not case.open else case.owner,
        reopened=case.reopened + (1 if reopens and not case.open else 0),
        message_count=case.message_count + 1,
        unread=case.unread + 1,
        first_message_at=min(case.first_message_at or message.at, message.at),
        last_inbound_at=max(case.last_inbound_at, message.at),
        last_inbound_id=message.message_id if newest else case.last_inbound_id,
        last_activity_at=max(case.last_activity_at, message.at),
        snooze_until=0,
        snooze_reason="",
        # Whoever signs must have seen what the citizen wrote last.
        closing=None,
    )


RULES: dict[type, Rule] = {
    e.MessageReceived: _received,
}
