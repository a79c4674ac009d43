"""A case that ended counts no further: how its limits stood then is kept, and stays so after erasing (domain.md §3, R-09)."""

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.closing import reopen
from console.actions.retention import approve_and_run, propose
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import CaseState, Outcome
from console.domain.case_facts import CaseFacts
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.officer import Officer, Role
from console.runtime.resources import load_retention
from tests.support import LONG

ADMIN = Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))


def clocks(w, case_id):
    case = w.case(case_id)
    found = w.rules.clocks(case, case.priority or "P3", w.clock.now_ms())
    return {clock.policy_code: clock for clock in found}


def tip(w, wait):
    """Return a crime report that was taken at once and closed after a while, told to nobody."""
    case = w.put("Tố giác đánh bạc")
    view(w.desk(LONG), case.case_id, case.last_inbound_id)
    claim(w.desk(LONG), case.case_id)
    classify(w.desk(LONG), case.case_id, "TO_GIAC")
    w.add(case.case_id, e.PriorityChanged("P3", ""), actor="long")
    w.clock.advance(wait)
    w.add(case.case_id, e.CaseClosed(Outcome.UNFOUNDED.value, "xác minh không có thật"), actor="long")
    return case.case_id


def test_a_limit_that_had_passed_when_the_case_ended_counts_no_further(w):
    case_id = tip(w, 2 * DAY_MS)
    forward = clocks(w, case_id)["CRIME_FORWARD_24H"]
    assert (forward.state, forward.met, forward.late_at_end) == ("ended", False, True)
    late = forward.ended_ms - forward.due_ms
    assert DAY_MS - MINUTE_MS <= late <= DAY_MS + MINUTE_MS
    w.clock.advance(3_270 * DAY_MS)
    after = clocks(w, case_id)["CRIME_FORWARD_24H"]
    assert (after.state, after.ended_ms - after.due_ms) == ("ended", late)
    assert after.share_used == forward.share_used
    assert not [code for code, clock in clocks(w, case_id).items() if clock.state == "late"]


def test_one_that_had_not_passed_is_neither_kept_nor_missed(w):
    case_id = tip(w, HOUR_MS)
    w.clock.advance(30 * DAY_MS)
    forward = clocks(w, case_id)["CRIME_FORWARD_24H"]
    assert (forward.state, forward.met, forward.late_at_end) == ("ended", None, False)
    assert clocks(w, case_id)["CRIME_CLASSIFY_24H"].met is True


def test_what_the_law_asks_of_another_body_goes_on_there_and_is_shown_as_that(w):
    case_id = tip(w, HOUR_MS)
    w.clock.advance(60 * DAY_MS)
    notice = clocks(w, case_id)["CRIME_NOTIFY_VKS"]
    assert (notice.state, notice.owner, notice.met) == ("elsewhere", "CQĐT", None)
    # What had run out in this case's own time was missed in it.
    other = tip(w, 10 * DAY_MS)
    assert clocks(w, other)["CRIME_NOTIFY_VKS"].late_at_end
    assert clocks(w, other)["CRIME_RESOLVE_20D"].state == "elsewhere"


def test_a_reopened_case_runs_on_from_its_own_start(w):
    case_id = tip(w, HOUR_MS)
    w.clock.advance(3 * DAY_MS)
    reopen(w.desk(LONG), case_id, "có tin mới")
    assert clocks(w, case_id)["CRIME_FORWARD_24H"].state == "late"
    assert differences(w.store) == ()


def test_figures_count_what_was_missed_when_the_case_ended_before_and_after_erasing(w):
    case_id = tip(w, 2 * DAY_MS)
    before = clocks(w, case_id)
    assert _facts(w, case_id).on_time is False
    w.clock.advance(load_retention().days("TO_GIAC") * DAY_MS + DAY_MS)
    run, _count = propose(w.desk(ADMIN), load_retention(), "hết hạn")
    assert approve_and_run(w.desk(LONG), load_retention(), run).cases == 1
    assert w.case(case_id).erased_at
    after = clocks(w, case_id)
    assert {code: (c.state, c.due_ms, c.done_ms, c.met) for code, c in after.items()} == {
        code: (c.state, c.due_ms, c.done_ms, c.met) for code, c in before.items()
    }
    assert _facts(w, case_id).on_time is False and not _facts(w, case_id).late
    assert differences(w.store) == ()


def test_of_a_case_erased_before_that_was_kept_only_what_was_done_is_told(w):
    case_id = tip(w, 2 * DAY_MS)
    case = w.case(case_id)
    w.add(
        case_id,
        e.CaseErased(
            *(
                "r1",
                case.number,
                case.unit,
                CaseState.CLOSED.value,
                case.category,
                case.priority,
                "",
                case.outcome,
                "",
            ),
            *(case.opened_at, case.first_message_at, case.last_inbound_at, case.last_outbound_at),
            *(case.classified_at, case.claimed_at, case.first_reply_at, 0, case.closed_at, 1, 0, 0),
        ),
    )
    w.clock.advance(3_270 * DAY_MS)
    found = clocks(w, case_id)
    assert "CRIME_CLASSIFY_24H" in found and "CRIME_FORWARD_24H" not in found
    assert all(clock.state == "done" for clock in found.values())


def _facts(w, case_id):
    case = w.case(case_id)
    found = w.rules.clocks(case, case.priority or "P3", w.clock.now_ms())
    return CaseFacts(case, case.priority, "", 0, found)
