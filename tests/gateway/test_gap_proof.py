"""A gap is closed where its conversations are proven whole, though older messages are not listed any more; and only there."""

import pytest
from sqlalchemy import select

from console.cache import tables as t
from console.domain.clock import DAY_MS
from console.domain.events import MessageRecalled
from console.domain.officer import SYSTEM
from console.gateway import chain
from console.gateway.chain import End, Passed, Seen
from console.gateway.depth import Depth
from tests.gateway.test_walk import walk_until_idle

CONVERSATION = "/v2.0/oa/conversation"
SINCE = 1000


@pytest.fixture(params=[True, False], ids=["cut at the cap", "empty past the cap"])
def capped(desk, request):
    """An OA whose list shows ten rows and no more (zalo-openapi.md §11.1)."""
    desk.simulator.control("knobs", list_cap=10, cap_clips=request.param)
    return desk


def burst(desk, **counts):
    """Let citizens write more than the list shows, all in turn."""
    desk.advance(60_000)
    start = desk.clock.now_ms() - 1000
    for n in range(max(counts.values())):
        for place, (user, count) in enumerate(counts.items()):
            if n < count:
                desk.say(user=user, text=f"tin {n}", time_ms=start + 10 * n + place)


def first_words(desk, *users):
    """Let citizens write and be read; return the walker and the message of each."""
    then = desk.clock.now_ms() - 600_000
    ids = [desk.say(user=user, text="trước", time_ms=then + n)[0] for n, user in enumerate(users)]
    desk.say(user=users[-1], text="mốc", time_ms=then + 1000)
    walker = desk.walker()
    walk_until_idle(walker)
    return walker, ids


def gaps(desk):
    """Return whether each gap is closed, and the troubles that stand."""
    with desk.store.read() as connection:
        closed = [at > 0 for at in connection.execute(select(t.gap.c.closed_at)).scalars()]
        kinds = (
            connection.execute(select(t.trouble.c.kind).where(t.trouble.c.cleared_at == 0)).scalars().all()
        )
    return closed, list(kinds)


def test_a_gap_is_proven_though_an_older_message_was_recalled(capped):
    walker, (first, _) = first_words(capped, "An", "Bình")
    capped.simulator.control("recall", message_id=first)
    burst(capped, An=5, Bình=30)
    walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert gaps(capped) == ([True], [])


def test_a_short_conversation_of_ten_is_whole_where_others_are_longer(capped):
    walker, _ = first_words(capped, "Bình")
    burst(capped, An=10, Bình=30)
    walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert gaps(capped) == ([True], [])


def test_nothing_is_proven_where_no_other_conversation_is_longer(capped):
    walker, (first,) = first_words(capped, "An")
    last = capped.simulator.control("messages")["messages"][-1]["message_id"]
    for message_id in (first, last):
        capped.simulator.control("recall", message_id=message_id)
    burst(capped, An=25)
    walk_until_idle(walker)
    assert gaps(capped) == ([False], ["walk.gap"])
    # Known as recalled, they are no sign any more that Zalo lists no deeper: the next night closes the gap.
    with capped.store.write() as tx:
        case_id = tx.connection.execute(select(t.case.c.case_id)).scalar_one()
        for message_id in (first, last):
            tx.add(case_id, MessageRecalled(message_id, tx.now_ms), actor=SYSTEM, unit="")
    capped.advance(DAY_MS)
    walk_until_idle(walker, 600)
    assert gaps(capped) == ([True], [])


@pytest.mark.parametrize("cap", [12, 15])
def test_conversations_that_are_cut_at_the_same_depth_prove_nothing(capped, cap):
    capped.simulator.control("knobs", conversation_cap=cap)
    walker, _ = first_words(capped, "An", "Bình")
    burst(capped, An=30, Bình=40)
    walk_until_idle(walker)
    assert capped.stored() != capped.listed()
    assert gaps(capped) == ([False], ["walk.gap"])


def test_one_empty_answer_about_a_citizen_proves_nothing(capped):
    walker, _ = first_words(capped, "An", "Bình")
    burst(capped, An=20, Bình=20)
    capped.fault("empty", path=CONVERSATION)
    walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert gaps(capped) == ([True], [])


# --- the rule alone ---------------------------------------------------------------------------------------------------


def ended(listed, oldest_at, *, cut=False, end=End.ENDED):
    keys = {f"m{n}" for n in range(listed)}
    return Passed(end, oldest_at=oldest_at, keys=keys, listed=listed, cut=cut)


SHORT = ended(4, 2000)
DEEP = (ended(30, 1500, end=End.LINKED), ended(3, 900, end=End.LINKED))


def proves(passed, *others, older=True):
    depth = Depth()
    for one in (passed, *others):
        depth = depth.with_one(one)
    return depth.proves(passed, SINCE, older=older)


def test_a_longer_list_and_an_older_one_prove_it_each_alone_does_not():
    assert proves(SHORT, *DEEP)
    assert not proves(SHORT, DEEP[0]), "all of them may end at an age"
    assert not proves(SHORT, DEEP[1]), "all of them may end at a number"
    assert not proves(SHORT)
    assert not proves(SHORT, ended(4, 900)), "just as long is no longer"
    assert not proves(SHORT, ended(30, SINCE)), "the begin of the gap itself is not before it"
    assert not proves(SHORT, ended(30, 900, end=End.LOST)), "a list that kept moving tells nothing"


def test_without_anything_older_its_own_end_is_enough_but_after_ten():
    assert proves(SHORT, older=False)
    assert not proves(ended(10, 2000), older=False)
    assert proves(ended(10, 2000), ended(11, 2000), older=False)


def test_what_is_visibly_cut_or_did_not_end_is_never_proven():
    for passed in (ended(4, 2000, cut=True), ended(4, 2000, end=End.LOST), ended(4, 2000, end=End.REACHED)):
        for older in (True, False):
            assert not proves(passed, *DEEP, older=older)


def page(*numbers):
    keys = {f"m{n}": n for n in numbers}
    return Seen(keys=keys, oldest_at=min(keys.values(), default=0))


def test_a_list_of_ten_is_no_whole_one_though_a_row_was_recalled_while_it_was_read():
    """Eleven rows were read of it, ten are listed: what counts is where it ended."""
    steps = chain.walk()
    assert next(steps) == 0
    assert steps.send(page(*range(30, 20, -1))) == 8
    # One of the first ten is gone meanwhile, so the eleventh moved up.
    assert steps.send(page(21, 20)) == 10
    assert steps.send(page()) == 8
    assert steps.send(page(21, 20)) == 10
    with pytest.raises(StopIteration) as stop:
        steps.send(page())
    passed = stop.value.value
    assert (len(passed.keys), passed.listed, passed.cut, passed.end) == (11, 10, False, End.ENDED)
    assert not passed.whole
