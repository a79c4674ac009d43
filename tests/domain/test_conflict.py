"""What may come between looking and acting."""

import pytest

from console.domain import events as e
from console.domain.conflict import HARMLESS, Action, clashes
from console.domain.events import Event
from console.domain.message import Direction, Message, MessageType
from tests.domain.test_events import BODIES, sample


def event(body, actor="tuan", device="may-2"):
    return Event(1, "e1", "c1", 1, "TB-CAT", actor, device, 0, 0, body)


def found(action, *bodies, actor="tuan", device="may-2"):
    return [x.body for x in clashes(action, [event(b, actor, device) for b in bodies], "hanh", "may-1")]


def test_every_action_is_decided():
    assert set(HARMLESS) == set(Action)


@pytest.mark.parametrize("action", [x for x in Action if x is not Action.VIEW])
def test_a_case_that_is_gone_or_a_kind_nobody_knows_stops_everything(action):
    gone = (e.CaseMerged("c2", "CB26-00002", "x"), e.UnknownBody("later", "{}"))
    assert found(action, *gone) == list(gone)


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize(
    "kind", [e.CaseViewed, e.LeaseRenewed, e.NoteAdded, e.Tagged, e.MediaStored, e.IdentityRevealed]
)
def test_looking_and_writing_beside_stops_nothing(action, kind):
    assert found(action, sample(kind)) == []


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.CLAIM, e.CaseClaimed),
        (Action.CLAIM, e.CaseTakenOver),
        (Action.CLAIM, e.CaseClosed),
        (Action.CLASSIFY, e.CaseClassified),
        (Action.PRIORITISE, e.PriorityChanged),
        (Action.LOCATE, e.PlaceSet),
        (Action.REPLY, e.ReplyQueued),
        (Action.REPLY, e.CaseTransferred),
        (Action.REPLY, e.CaseClaimed),
        (Action.TRANSFER, e.CaseClassified),
        (Action.TRANSFER, e.CaseTransferred),
        (Action.ANSWER_TRANSFER, e.TransferReturned),
        (Action.SNOOZE, e.MessageReceived),
        (Action.CLOSE, e.MessageReceived),
        (Action.CLOSE, e.ReplyUnknown),
        (Action.CLOSE, e.PriorityChanged),
        (Action.MERGE, e.MessageReceived),
        (Action.REVEAL, e.CaseClassified),
        (Action.RELEASE, e.CaseTakenOver),
    ],
)
def test_what_makes_a_difference_stops_the_act(action, kind):
    assert found(action, sample(kind)) == [sample(kind)]


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        (Action.CLASSIFY, e.MessageReceived),
        (Action.CLASSIFY, e.PriorityChanged),
        (Action.CLAIM, e.MessageReceived),
        (Action.NOTE, e.CaseClosed),
        (Action.TAG, e.CaseTransferred),
        (Action.CLOSE, e.ReplySent),
        (Action.REPLY, e.CaseClassified),
    ],
)
def test_what_makes_none_lets_it_through(action, kind):
    assert found(action, sample(kind)) == []


def test_an_answer_from_outside_stops_a_reply_and_an_inbound_message_is_compared_elsewhere():
    inbound, outbound = (
        e.MessageReceived(Message("m", d, MessageType.TEXT, "x", 1))
        for d in (Direction.INBOUND, Direction.OUTBOUND)
    )
    assert found(Action.REPLY, inbound, outbound) == [outbound]


@pytest.mark.parametrize("kind", BODIES)
def test_ones_own_acts_at_the_same_machine_are_known(kind):
    assert found(Action.CLOSE, sample(kind), actor="hanh", device="may-1") == []


def test_ones_own_acts_at_another_machine_are_not():
    assert found(Action.CLOSE, e.ReplyQueued("r", "x"), actor="hanh", device="may-2")
