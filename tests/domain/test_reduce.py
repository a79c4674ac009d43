"""The one reducer: pure, total, and right about what each event does to a case."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain import events as e
from console.domain.case import Case, CaseState, ReplyState, TransferState
from console.domain.events import Event
from console.domain.message import Direction, Message, MessageType
from console.domain.reduce import apply, fold
from tests.domain.test_events import BODIES, sample

T0 = 1_000_000


def event(body, version=1, actor="hanh", at=T0, unit="TB-CAT"):
    return Event(version, f"e{version}", "c1", version, unit, actor, "may-1", at, at, body)


def run(*bodies, case=None, actor="hanh"):
    case = case or Case("c1")
    for body in bodies:
        case = apply(case, event(body, case.version + 1, actor, T0 + case.version))
    return case


def message(number, at, direction=Direction.INBOUND):
    return Message(f"m{number}", direction, MessageType.TEXT, "x", at)


def received(number, at, *, reopens=False, direction=Direction.INBOUND):
    return e.MessageReceived(message(number, at, direction), reopens)


OPENED = e.CaseOpened("h1", "Công dân 4F7K", "CB26-00001")


def test_a_case_opens_with_number_and_unit():
    case = run(OPENED)
    assert (case.number, case.unit, case.state, case.open) == ("CB26-00001", "TB-CAT", CaseState.NEW, True)


def test_messages_count_and_the_newest_by_zalos_time_is_the_last():
    case = run(OPENED, received(2, 200), received(1, 100), received(3, 200))
    assert (case.message_count, case.unread, case.first_message_at) == (3, 3, 100)
    assert (case.last_inbound_id, case.last_inbound_at) == ("m3", 200)


def test_an_answer_from_elsewhere_answers_the_case():
    case = run(OPENED, received(1, 100), received(2, 150, direction=Direction.OUTBOUND))
    assert (case.answered, case.first_reply_at, case.unread) == (True, 150, 1)
    assert not run(received(3, 160), case=case).answered


def test_looking_reads_only_what_was_shown():
    case = run(OPENED, received(1, 100), received(2, 200))
    assert run(e.CaseViewed("m1"), case=case).unread == 2
    assert run(e.CaseViewed("m2"), case=case).unread == 0
    assert run(e.CaseViewed(), case=case).unread == 0


def test_holding_and_letting_go():
    held = run(OPENED, e.CaseClaimed(500))
    assert (held.owner, held.state, held.claimed_at) == ("hanh", CaseState.HELD, T0 + 1)
    assert held.held_by_other("tuan", 499)
    assert not held.held_by_other("tuan", 500)
    assert not held.held_by_other("hanh", 0)
    assert run(e.LeaseRenewed(900), case=held, actor="tuan").lease_until == 500
    assert run(e.LeaseRenewed(900), case=held).lease_until == 900
    taken = run(e.CaseTakenOver("hanh", "vắng", 700), case=held, actor="tuan")
    assert (taken.owner, taken.claimed_at) == ("tuan", T0 + 1)
    free = run(e.CaseReleased(), case=taken)
    assert (free.owner, free.state, free.lease_until) == ("", CaseState.NEW, 0)


def test_the_first_classification_counts_until_it_is_taken_back():
    case = run(OPENED, e.CaseClassified("TTHC"), e.CaseClassified("PAKN", "TTHC"))
    assert (case.category, case.classified_at) == ("PAKN", T0 + 1)
    undone = run(e.CaseClassified("", "PAKN"), case=case)
    assert (undone.category, undone.classified_at) == ("", 0)


def test_tags_are_a_set_in_the_order_they_came():
    case = run(OPENED, e.Tagged("b"), e.Tagged("a"), e.Tagged("b"))
    assert case.tags == ("b", "a")
    assert run(e.Untagged("b"), e.Untagged("x"), case=case).tags == ("a",)


@pytest.mark.parametrize(
    ("bodies", "state"),
    [
        ((), ReplyState.QUEUED),
        ((e.ReplyCancelled("r1"),), ReplyState.CANCELLED),
        ((e.ReplyPermitted("r1", 1),), ReplyState.PERMITTED),
        ((e.ReplyPermitted("r1", 1), e.ReplySent("r1", "z1", 9)), ReplyState.SENT),
        ((e.ReplyPermitted("r1", 1), e.ReplyRejected("r1", -213, "x")), ReplyState.REJECTED),
        ((e.ReplyPermitted("r1", 1), e.ReplyUnknown("r1", "x")), ReplyState.UNKNOWN),
        ((e.ReplyUnknown("r1", "x"), e.ReplySearched("r1", 0, 5)), ReplyState.UNKNOWN),
        ((e.ReplyUnknown("r1", "x"), e.ReplyResolved("r1", True, "x")), ReplyState.CONFIRMED),
        ((e.ReplyUnknown("r1", "x"), e.ReplyResolved("r1", False, "x")), ReplyState.NOT_SENT),
    ],
)
def test_the_life_of_a_reply(bodies, state):
    case = run(OPENED, received(1, 100), e.ReplyQueued("r1", "x"), *bodies)
    assert case.reply_state("r1") is state
    assert case.reply_state("r2") is None
    assert case.answered is (state is ReplyState.CONFIRMED)


def test_a_sent_reply_answers_only_what_came_before_it():
    case = run(OPENED, received(1, 100), e.ReplyQueued("r1", "x"), e.ReplySent("r1", "z1", 150))
    assert case.answered
    assert not run(received(2, 151), case=case).answered


def test_a_reply_that_needs_approval_waits():
    case = run(OPENED, e.ReplyQueued("r1", "x", needs_approval=True))
    assert case.reply_state("r1") is ReplyState.AWAITING_APPROVAL
    assert run(e.ReplyApproved("r1"), case=case).reply_state("r1") is ReplyState.QUEUED


def test_the_sender_keeps_the_case_until_it_is_accepted():
    sent = run(OPENED, e.CaseClaimed(500), e.CaseTransferred("t1", "CAH-TK", "vì", 900, ("PC02",)))
    assert (sent.state, sent.unit, sent.owner, sent.info_units) == (
        CaseState.TRANSFERRED,
        "TB-CAT",
        "hanh",
        ("PC02",),
    )
    assert run(e.TransferAccepted("khác"), case=sent).state is CaseState.TRANSFERRED
    back = run(e.TransferReturned("t1", "không phải"), case=sent)
    assert (back.state, back.owner, back.transfer.state) == (CaseState.HELD, "hanh", TransferState.RETURNED)
    taken = run(e.TransferAccepted("t1"), case=sent, actor="diep")
    assert (taken.state, taken.unit, taken.owner) == (CaseState.NEW, "CAH-TK", "")


def test_a_message_wakes_and_reopens():
    asleep = run(OPENED, received(1, 100), e.CaseSnoozed(900, "chờ"))
    assert asleep.snooze_until == 900
    assert run(received(2, 200), case=asleep).snooze_until == 0
    closed = run(e.CaseClosed("da-tra-loi"), case=asleep)
    assert (closed.open, closed.snooze_until) == (False, 0)
    assert not run(received(2, 200), case=closed).open
    opened = run(received(2, 200, reopens=True), case=closed)
    assert (opened.open, opened.reopened, opened.owner) == (True, 1, "")


def test_messages_that_move_take_their_times_along():
    old = run(OPENED, received(1, 100), received(2, 200))
    left = run(e.MessagesMovedOut("c2", ("m2",), 100, "m1"), case=old)
    assert (left.message_count, left.last_inbound_id, left.last_inbound_at) == (1, "m1", 100)
    new = run(OPENED, e.MessagesMovedIn("c1", ("m2",), 200, 200, "m2", 1, 150))
    assert (new.message_count, new.last_inbound_id, new.unread, new.last_outbound_at) == (1, "m2", 1, 150)
    later = run(received(3, 300), e.MessagesMovedIn("c2", ("m0",), 50, 50, ""), case=new)
    assert (later.last_inbound_id, later.first_message_at) == ("m3", 50)


def test_a_merged_case_is_at_an_end():
    case = run(OPENED, received(1, 100), e.CaseMerged("c2", "CB26-00002", "cùng việc"))
    assert (case.state, case.open, case.merged_into, case.unread) == (CaseState.MERGED, False, "c2", 0)


bodies = st.sampled_from(BODIES).map(sample) | st.builds(e.UnknownBody, st.just("later"), st.text(max_size=5))


@given(st.lists(st.tuples(bodies, st.sampled_from(["hanh", "tuan", "system"])), max_size=30))
@settings(max_examples=300, deadline=None)
def test_any_events_in_any_order_make_a_case(steps):
    events = [event(body, n, actor, T0 + n) for n, (body, actor) in enumerate(steps, 1)]
    case = fold("c1", events)
    assert case.version == len(events)
    assert case.unread >= 0
    assert case.message_count >= 0
    assert case == fold("c1", events)


@given(bodies)
@settings(max_examples=100, deadline=None)
def test_an_event_never_changes_the_case_it_is_applied_to(body):
    before = run(OPENED, received(1, 100))
    kept = replace(before)
    apply(before, event(body, before.version + 1))
    assert before == kept


def test_what_nobody_knows_changes_nothing_but_the_version():
    case = run(OPENED)
    assert run(e.UnknownBody("later", "{}"), case=case) == replace(case, version=2)
