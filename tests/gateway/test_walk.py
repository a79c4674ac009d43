"""The walk against the simulated OA: nothing lost, nothing doubled, nothing claimed that was not read."""

import json

import pytest

from console.cache import tables as t
from console.cache import walk_state
from console.gateway.limiter import Limiter
from console.gateway.ports import Outcome
from console.gateway.walk import WalkTimes

LIST = "/v2.0/oa/listrecentchat"


def walk_until_idle(walker, most=200):
    """Tick until the walker has nothing to do; return the last outcome."""
    for _ in range(most):
        outcome = walker.tick()
        if outcome.next_in_s > 0 and not outcome.worked:
            return outcome
    raise AssertionError("the walker never came to rest")


def test_first_walk_takes_everything_in(desk):
    desk.say(times=47)
    assert walk_until_idle(desk.walker()) == Outcome(5.0)
    assert desk.stored() == desk.listed()
    assert desk.poll().linked_at == desk.clock.now_ms()
    assert not desk.poll().catching_up


def test_idle_tick_is_one_call(desk):
    desk.say(times=30, step_ms=1)
    walker = desk.walker()
    walk_until_idle(walker)
    before = len(desk.requests())
    walker.tick()
    assert len(desk.requests()) == before + 1


def test_empty_inbox_is_linked(desk):
    walk_until_idle(desk.walker())
    assert desk.poll().linked_at == desk.clock.now_ms()


def test_empty_answer_after_messages_is_not_believed(desk):
    desk.say(times=3)
    walker = desk.walker()
    walk_until_idle(walker)
    linked_at = desk.poll().linked_at
    desk.advance(60_000)
    desk.fault("empty", path=LIST)
    walker.tick()
    assert desk.poll().linked_at == linked_at
    assert desk.poll().failed_ticks == 1
    assert "trống" in desk.poll().trouble
    walker.tick()
    assert desk.poll().linked_at == desk.clock.now_ms()
    assert desk.poll().trouble == ""


def test_burst_larger_than_a_page(desk):
    desk.say(times=12)
    walker = desk.walker()
    walk_until_idle(walker)
    for n in range(200):
        desk.say(user=f"Người {n}", times=1)
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()


@pytest.mark.parametrize("tie_order", ["newest_first", "oldest_first"])
def test_many_messages_in_one_millisecond(desk, tie_order):
    desk.simulator.control("knobs", tie_order=tie_order)
    desk.say(times=40)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.say(times=120, user="Bình")
    walk_until_idle(walker)
    desk.say(times=25, user="An")
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()


def test_pages_slide_while_reading(desk):
    desk.say(times=60, step_ms=1)
    desk.fault("slide:3", path=LIST, times=5)
    walker = desk.walker()
    walk_until_idle(walker)
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()


@pytest.mark.parametrize("recalled", [1, 2, 3, 5])
def test_recalls_between_pages_hide_nothing(desk, recalled):
    ids = desk.say(times=60, step_ms=1)
    walker = desk.walker(times=WalkTimes(pages_per_tick=2))
    walker.tick()
    for message_id in ids[-1 : -1 - recalled : -1]:
        desk.simulator.control("recall", message_id=message_id)
    walk_until_idle(walker)
    assert desk.stored() >= set(ids)


def test_late_message_with_old_time_is_found_by_the_sweep(desk):
    desk.say(times=40, step_ms=1000, time_ms=desk.clock.now_ms() - 3_600_000)
    walker = desk.walker()
    walk_until_idle(walker)
    late = desk.say(user="Muộn", time_ms=desk.clock.now_ms() - 3_590_000)
    walk_until_idle(walker)
    assert not set(late) <= desk.stored()
    desk.advance(3_600_000)
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()


def test_failed_page_leaves_the_watermark(desk):
    desk.say(times=30, step_ms=1)
    walker = desk.walker()
    walk_until_idle(walker)
    with desk.store.read() as connection:
        mark = walk_state.watermark(connection)
    linked_at = desk.poll().linked_at
    desk.advance(1000)
    desk.say(times=30, step_ms=1)
    desk.fault("html:502", path=LIST, skip=1)
    outcome = walker.tick()
    assert outcome.trouble
    with desk.store.read() as connection:
        assert walk_state.watermark(connection) == mark
    assert desk.poll().linked_at == linked_at
    assert desk.poll().failed_ticks == 1
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()
    assert desk.poll().failed_ticks == 0


@pytest.mark.parametrize("pages", range(1, 9))
def test_restart_at_every_page_boundary(desk, pages):
    desk.say(times=20, step_ms=1)
    walk_until_idle(desk.walker())
    desk.advance(1000)
    desk.say(times=50, step_ms=1)
    desk.walker(times=WalkTimes(pages_per_tick=pages)).tick()
    desk.say(user="Sau", times=3)
    walk_until_idle(desk.walker())
    assert desk.stored() == desk.listed()


def test_long_catch_up_says_so_and_shows_new_messages_first(desk):
    desk.say(times=200, step_ms=1, time_ms=desk.clock.now_ms() - 1000)
    walker = desk.walker(times=WalkTimes(pages_per_tick=4))
    assert walker.tick() == Outcome(0.0, worked=True)
    assert desk.poll().catching_up
    assert desk.poll().linked_at == 0
    new = desk.say(user="Mới")
    walker.tick()
    assert not set(new) <= desk.stored()
    desk.advance(5000)
    walker.tick()
    assert set(new) <= desk.stored()
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()
    assert not desk.poll().catching_up


@pytest.mark.parametrize(
    "fault",
    [
        "short:1",
        "short",
        "dup:3",
        "shuffle",
        "repeat",
        "truncated",
        "garbled",
        "lost_answer",
        "http500",
        "rate",
    ],
)
def test_walk_survives_odd_pages(desk, fault):
    desk.say(times=45, step_ms=1)
    walker = desk.walker()
    for skip in range(6):
        desk.fault(fault, path=LIST, skip=skip)
    for _ in range(30):
        walker.tick()
        desk.advance(10_000)
    desk.say(times=45, step_ms=1, user="Bình")
    for skip in range(6):
        desk.fault(fault, path=LIST, skip=skip)
    for _ in range(30):
        walker.tick()
        desk.advance(10_000)
    assert desk.stored() == desk.listed()


def test_bad_row_is_set_aside_and_harms_no_other(desk):
    desk.say(times=15, step_ms=1)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.advance(1000)
    desk.say(raw={"time": None})
    good = desk.say(times=3, step_ms=1)
    walk_until_idle(walker)
    assert set(good) <= desk.stored()
    assert len(desk.column(t.quarantine.c.digest)) == 1
    walk_until_idle(walker)
    assert len(desk.column(t.quarantine.c.digest)) == 1


def test_page_with_an_unknown_bad_row_does_not_link(desk):
    desk.say(times=30, step_ms=1)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.advance(1000)
    desk.say(raw={"message_id": ""})
    before = len(desk.requests(LIST))
    walker.tick()
    assert len(desk.requests(LIST)) == before + 2
    walker.tick()
    assert len(desk.requests(LIST)) == before + 3


def test_row_the_intake_cannot_digest_is_set_aside(desk, monkeypatch):
    desk.say(times=3, step_ms=1)
    walker = desk.walker()
    poison = desk.say(text="độc")[0]
    taken = walker._pages._intake.take_in

    def choke(tx, rows):
        if any(row.message.text == "độc" for row in rows):
            raise ValueError("cannot")
        return taken(tx, rows)

    monkeypatch.setattr(walker._pages._intake, "take_in", choke)
    walk_until_idle(walker)
    assert desk.stored() == desk.listed() - {poison}
    assert desk.column(t.quarantine.c.reason) == ["intake: ValueError"]
    walker.tick()
    assert len(desk.column(t.quarantine.c.digest)) == 1


def test_raw_row_has_nothing_of_the_person(desk):
    desk.say(name="Trần Thị Bí Mật")
    walk_until_idle(desk.walker())
    log = " ".join(str(row) for row in desk.column(t.identity.c.display_name))
    assert "Bí Mật" in log
    from console.record.tables import event_body

    bodies = " ".join(desk.column(event_body.c.body))
    assert "Bí Mật" not in bodies
    assert desk.column(t.identity.c.zalo_user_id)[0] not in bodies


# --- a list that shows only its newest rows ---------------------------------------------------------------------------


@pytest.fixture(params=[True, False], ids=["cut at the cap", "empty past the cap"])
def capped(desk, request):
    """An OA whose list shows ten rows and no more (zalo-openapi.md §11.1)."""
    desk.simulator.control("knobs", list_cap=10, cap_clips=request.param)
    return desk


def test_capped_list_is_read_user_by_user(capped):
    for n in range(40):
        capped.say(user=f"Người {n % 8}", text=f"tin {n}", time_ms=capped.clock.now_ms() - 60_000 + n)
    walk_until_idle(capped.walker())
    assert capped.stored() == capped.listed()
    assert capped.column(t.gap.c.closed_at) == [capped.clock.now_ms()]
    assert not capped.poll().catching_up


def test_a_capped_list_is_known_though_something_was_recalled_while_it_was_read_first(desk):
    desk.simulator.control("knobs", list_cap=20, cap_clips=True)
    ids = [
        desk.say(user=f"Người {n % 3}", text=f"tin {n}", time_ms=desk.clock.now_ms() - 60_000 + n)[0]
        for n in range(40)
    ]
    walker = desk.walker(times=WalkTimes(pages_per_tick=1))
    walker.tick()
    desk.simulator.control("recall", message_id=ids[-3])
    walk_until_idle(walker)
    assert desk.stored() == set(ids)
    assert all(desk.column(t.gap.c.closed_at))


def test_a_walk_that_needs_its_whole_budget_leaves_a_turn_to_the_gap(desk):
    desk.simulator.control("knobs", list_cap=30)
    for n in range(44):
        desk.say(user=f"Người {n % 4}", text=f"tin {n}", time_ms=desk.clock.now_ms() - 60_000 + n)
    desk.advance(60_000)
    # The newest twenty share a millisecond: the walk goes past all of them each time, which takes three pages.
    desk.say(user="Người 0", times=20, text="cùng lúc {n}", time_ms=desk.clock.now_ms())
    walker = desk.walker(times=WalkTimes(pages_per_tick=3))
    for _ in range(60):
        walker.tick()
        desk.advance(40)
    assert desk.stored() == desk.listed()
    assert all(desk.column(t.gap.c.closed_at))
    assert not desk.poll().catching_up


def test_a_known_row_of_the_same_millisecond_is_no_end_of_the_gap(desk):
    """A capped list that shows the older rows of a millisecond first hides the newer ones below a row that is covered."""
    desk.simulator.control("knobs", list_cap=20, tie_order="oldest_first")
    then = desk.clock.now_ms() - 60_000
    for n in range(3):
        desk.say(user=f"Người {n}", time_ms=then - 1000 + n)
    desk.say(user="Người 0", time_ms=then)
    walker = desk.walker()
    walk_until_idle(walker)
    for n in range(40):
        desk.say(user=f"Người {n % 3}", text=f"tin {n}", time_ms=then)
    desk.say(user="Người 1", time_ms=then + 1)
    desk.advance(60_000)
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()
    assert all(desk.column(t.gap.c.closed_at))


def test_a_gap_that_an_earlier_start_left_open_is_said_from_the_first_walk_on(capped):
    for n in range(40):
        capped.say(user=f"Người {n % 8}", text=f"tin {n}", time_ms=capped.clock.now_ms() - 60_000 + n)
    killed = capped.walker(times=WalkTimes(pages_per_tick=5))
    while not capped.poll().catching_up:
        killed.tick()
    assert capped.column(t.gap.c.closed_at) == [0]
    capped.advance(60_000)
    again = capped.walker(times=WalkTimes(pages_per_tick=1))
    again.tick()  # the walk links with the only page of its budget; the gap has not been looked at
    assert (capped.poll().linked_at, capped.poll().catching_up) == (0, True)
    walk_until_idle(again)
    assert capped.stored() == capped.listed()
    again.tick()
    assert (capped.poll().linked_at, capped.poll().catching_up) == (capped.clock.now_ms(), False)


def test_burst_past_the_cap_opens_a_gap_and_closes_it(capped):
    capped.say(times=5)
    walker = capped.walker()
    walk_until_idle(walker)
    capped.advance(60_000)
    for n in range(35):
        capped.say(user=f"Người {n % 5}", text=f"tin {n}", time_ms=capped.clock.now_ms() - 100 + n)
    assert walker.tick()
    walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert all(capped.column(t.gap.c.closed_at))
    walker.tick()
    assert capped.poll().linked_at == capped.clock.now_ms()


def test_one_user_fills_the_whole_capped_list(capped):
    capped.say(times=5, user="Người 0", step_ms=1)
    walker = capped.walker()
    walk_until_idle(walker)
    capped.advance(60_000)
    capped.say(times=40, step_ms=1, user="Người 0", time_ms=capped.clock.now_ms() - 100)
    walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert all(capped.column(t.gap.c.closed_at))


def test_gap_that_cannot_be_proven_stays_open_and_says_so(capped):
    capped.simulator.control("knobs", conversation_cap=10)
    capped.say(times=5, user="Người 0")
    walker = capped.walker()
    walk_until_idle(walker)
    capped.advance(60_000)
    capped.say(times=25, step_ms=1, user="Người 0", time_ms=capped.clock.now_ms() - 100)
    walk_until_idle(walker)
    assert capped.column(t.gap.c.closed_at) == [0]
    assert capped.column(t.trouble.c.kind) == ["walk.gap"]
    assert not capped.poll().catching_up


def test_open_gap_is_read_again_after_a_restart(capped):
    capped.say(times=5)
    walk_until_idle(capped.walker())
    capped.advance(60_000)
    for n in range(35):
        capped.say(user=f"Người {n % 5}", text=f"tin {n}", time_ms=capped.clock.now_ms() - 100 + n)
    interrupted = capped.walker(times=WalkTimes(pages_per_tick=8))
    while not capped.column(t.gap.c.gap_id):
        interrupted.tick()
    walk_until_idle(capped.walker())
    assert capped.stored() == capped.listed()
    assert all(capped.column(t.gap.c.closed_at))


def test_capped_list_that_links_asks_for_nothing_more(capped):
    capped.say(times=3, user="An")
    walker = capped.walker()
    walk_until_idle(walker)
    for n in range(20):
        capped.advance(10_000)
        capped.say(user=f"Người {n}")
        walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert all(capped.column(t.gap.c.closed_at))


def test_cross_check_reads_who_was_active_unseen(desk):
    desk.say(times=3)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.advance(1000)
    desk.say(times=12)
    walk_until_idle(walker)
    # A message with an old time, behind two pages that link at once: only the list of active users gives it away.
    late = desk.say(user="Khuất", time_ms=desk.clock.now_ms() - 900)
    walk_until_idle(walker)
    desk.advance(600_000)
    walk_until_idle(walker)
    assert set(late) <= desk.stored()


def test_rate_limit_is_waited_out(desk):
    desk.say(times=30, step_ms=1)
    walker = desk.walker()
    desk.fault("status:429", path=LIST, retry_after=7)
    assert walker.tick().trouble
    assert 7 <= walker.tick().next_in_s <= 9
    before = len(desk.requests())
    walker.tick()
    assert len(desk.requests()) == before
    desk.advance(10_000)
    walk_until_idle(walker)
    assert desk.stored() == desk.listed()


def test_narrow_rate_still_gets_to_the_end(desk):
    desk.say(times=60, step_ms=1, time_ms=desk.clock.now_ms() - 1000)
    limiter = Limiter(desk.clock.mono, per_minute=60, burst=1, reserve=0)
    walker = desk.walker(desk.lane(limiter=limiter))
    for _ in range(40):
        desk.advance(1000 * round(walker.tick().next_in_s) or 1000)
    assert desk.stored() == desk.listed()
    assert desk.poll().linked_at


# --- recalled messages ------------------------------------------------------------------------------------------------


def recalled(desk):
    with desk.store.read() as connection:
        rows = connection.execute(t.message.select().where(t.message.c.recalled_at > 0))
        return {row.message_id for row in rows}


def test_recalled_message_is_noted_and_kept(desk):
    ids = desk.say(times=15, step_ms=1000, time_ms=desk.clock.now_ms() - 60_000)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.simulator.control("recall", message_id=ids[7])
    desk.advance(3_600_000)
    walk_until_idle(walker)
    assert recalled(desk) == {ids[7]}
    assert ids[7] in desk.stored()
    desk.advance(3_600_000)
    walk_until_idle(walker)
    assert recalled(desk) == {ids[7]}


@pytest.mark.parametrize("fault", ["short:9", "shuffle", "dup:2", "repeat", "slide:2"])
def test_odd_pages_recall_nothing(desk, fault):
    desk.say(times=45, step_ms=1000, time_ms=desk.clock.now_ms() - 60_000)
    walker = desk.walker()
    walk_until_idle(walker)
    desk.advance(3_600_000)
    for skip in (0, 1, 2, 3):
        desk.fault(fault, path=LIST, skip=skip)
    walk_until_idle(walker)
    assert recalled(desk) == set()


def test_message_missing_in_one_read_only_is_not_recalled(desk):
    ids = desk.say(times=15, step_ms=1000, time_ms=desk.clock.now_ms() - 60_000)
    walker = desk.walker()
    walk_until_idle(walker)
    rows = [m["row"] for m in desk.simulator.control("messages")["messages"] if m["message_id"] != ids[14]]
    newest = rows[::-1][:10]
    desk.advance(3_600_000)
    body = json.dumps({"data": newest, "error": 0, "message": "Success"})
    desk.fault(f"body:{body}", path=LIST, skip=1)
    walk_until_idle(walker)
    assert recalled(desk) == set()


def test_job_that_the_store_refused_is_begun_again(capped, failpoints):
    capped.say(times=5)
    walker = capped.walker()
    walk_until_idle(walker)
    capped.advance(60_000)
    for n in range(35):
        capped.say(user=f"Người {n % 5}", text=f"tin {n}", time_ms=capped.clock.now_ms() - 100 + n)
    failpoints("walk.gap.before=raise:28@1")
    with pytest.raises(OSError, match="space"):
        walk_until_idle(walker)
    walk_until_idle(walker)
    assert capped.stored() == capped.listed()
    assert all(capped.column(t.gap.c.closed_at))


def test_a_failed_tick_says_when_it_tries_again(desk):
    walker = desk.walker()
    desk.fault("html")
    rest = walker.tick().next_in_s
    assert walker.poll.retry_at == desk.clock.now_ms() + rest * 1000
    desk.advance(round(rest * 1000))
    walker.tick()
    assert walker.poll.retry_at == 0
