"""A limit of the law changes by two people and by exactly what was shown; the house's own by one, in the log (domain.md §7)."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from console.actions.classification import classify
from console.actions.desk import Refused
from console.actions.policies import Wish, approve, change, decline, see_answer, standing, withdraw
from console.actions.rulebook import policy_standing, policy_view
from console.cache.policy_reads import policy_history
from console.domain.calendar import local_date
from console.domain.clock import HOUR_MS
from console.domain.event_json import body_from_json
from console.domain.events import PolicyReplaced
from console.domain.officer import Officer, Role
from console.domain.policy_history import ProposalState
from tests.support import LONG

ADMIN = Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))
BOTH = Officer("both", "Hai vai", "CAT", (Role.ADMIN, Role.COMMANDER))
LEADER = Officer("vinh", "Lãnh đạo", "CAT", (Role.LEADER,))
FILE, SHIPPED = "policies.json", "shipped"


def rules(w, **limits):
    """Return the rules with other limits, by code."""
    policies = dict(w.rules.catalog.policies)
    for code, hours in limits.items():
        policies[code] = replace(policies[code], duration=hours)
    catalog = replace(w.rules.catalog, policies=policies, policy_versions=tuple(policies.values()))
    return replace(w.rules, catalog=catalog)


def law(w, hours=12, content="12"):
    return Wish(FILE, content, SHIPPED, w.rules, rules(w, CRIME_FORWARD_24H=hours))


def house(w):
    return Wish(FILE, "house", SHIPPED, w.rules, rules(w, SLA_CLASSIFY=90))


def in_force(w):
    with w.store.read() as connection:
        found = policy_history(connection).in_force(FILE)
    return found.content if found else SHIPPED


def kinds(w):
    return [kind for (kind,) in w.rows("SELECT kind FROM event WHERE case_id = '@policy' ORDER BY seq")]


def proposed(w, **wanted):
    done = change(w.desk(ADMIN), law(w, **wanted), "TT 12 ngày 3/3")
    assert not done.in_force
    return done.proposal_id


def sha(w, proposal_id):
    return next(p.sha256 for p in standing(w.desk(ADMIN)).proposals if p.proposal_id == proposal_id)


def test_a_limit_of_the_law_waits_for_a_second_person_who_is_not_the_first(w):
    case = w.put("Tố giác đánh bạc")
    classify(w.desk(), case.case_id, "TO_GIAC")
    proposal_id = proposed(w)
    assert kinds(w) == ["policy.kept", "policy.proposed"] and in_force(w) == SHIPPED
    (one,) = standing(w.desk(ADMIN)).proposals
    (touched,) = one.touched
    where, code_at = touched.split()
    before, after = map(int, code_at.partition("@")[2].split("/"))
    assert (where, code_at.partition("@")[0]) == (case.case_id, "CRIME_FORWARD_24H")
    assert before - after == 12 * HOUR_MS
    for officer, why in ((ADMIN, "Vai trò"), (w.desk().officer, "Vai trò")):
        with pytest.raises(Refused, match=why):
            approve(w.desk(officer), proposal_id, one.sha256, SHIPPED)
    mine = change(w.desk(BOTH), law(w, 6, "6"), "thử").proposal_id
    with pytest.raises(Refused, match="không tự duyệt"):
        approve(w.desk(BOTH), mine, sha(w, mine), SHIPPED)
    assert in_force(w) == SHIPPED
    approve(w.desk(LEADER), proposal_id, one.sha256, SHIPPED)
    assert in_force(w) == "12"
    with w.store.read() as connection:
        newest = policy_history(connection).in_force(FILE)
    assert (newest.by, newest.approved_by, newest.reason) == ("admin", "vinh", "TT 12 ngày 3/3")
    with pytest.raises(Refused, match="đã được duyệt"):
        approve(w.desk(LEADER), proposal_id, one.sha256, "12")


def test_a_house_clock_changes_by_one_person_and_stands_in_the_log(w):
    with pytest.raises(Refused, match="Vai trò"):
        change(w.desk(), house(w), "x")
    with pytest.raises(Refused, match="Thiếu căn cứ"):
        change(w.desk(ADMIN), house(w), " ")
    assert change(w.desk(ADMIN), house(w), "QĐ 5").in_force
    assert kinds(w) == ["policy.kept", "policy.replaced"] and in_force(w) == "house"
    assert not policy_view(w.desk(ADMIN), house(w)).takes_two


@pytest.mark.parametrize(
    "then",
    [
        lambda w: rules(w, CRIME_FORWARD_24H=12),
        lambda w: drop(w, "PAKN_REPLY"),
        lambda w: alter(w, "PAKN_REPLY", kind="internal"),
        lambda w: alter(w, "SLA_CLASSIFY", kind="statutory"),
        lambda w: alter(w, "CRIME_COMMUNE_PRELIM", enabled=True),
        lambda w: alter(w, "PAKN_REPLY", valid_to=date(2026, 1, 1)),
        lambda w: alter(w, "PAKN_REPLY", citation="điều khác"),
        lambda w: replace(
            w.rules,
            calendar=replace(w.rules.calendar, holidays=w.rules.calendar.holidays | {date(2026, 3, 16)}),
        ),
    ],
    ids=["limit", "gone", "no-longer-law", "now-law", "switched", "ended", "citation", "holiday"],
)
def test_whatever_touches_the_law_takes_two(w, then):
    wish = Wish(FILE, "x", SHIPPED, w.rules, then(w))
    assert wish.takes_two
    assert not change(w.desk(ADMIN), wish, "căn cứ").in_force
    assert in_force(w) == SHIPPED


def alter(w, code, **fields):
    policies = dict(w.rules.catalog.policies)
    policies[code] = replace(policies[code], **fields)
    catalog = replace(w.rules.catalog, policies=policies, policy_versions=tuple(policies.values()))
    return replace(w.rules, catalog=catalog)


def drop(w, code):
    policies = {key: one for key, one in w.rules.catalog.policies.items() if key != code}
    catalog = replace(w.rules.catalog, policies=policies, policy_versions=tuple(policies.values()))
    return replace(w.rules, catalog=catalog)


def test_only_what_was_shown_is_approved_and_a_stale_proposal_must_be_made_anew(w):
    first = proposed(w)
    with pytest.raises(Refused, match="không phải nội dung vừa xem"):
        approve(w.desk(LONG), first, "ab" * 32, SHIPPED)
    with pytest.raises(Refused, match="y như vậy"):
        proposed(w)
    assert change(w.desk(ADMIN), house(w), "QĐ 5").in_force
    (stale,) = standing(w.desk(ADMIN)).proposals
    assert stale.state is ProposalState.STALE
    with pytest.raises(Refused, match="đã đổi sau khi đề nghị"):
        approve(w.desk(LONG), first, stale.sha256, "house")
    with pytest.raises(Refused, match="vừa được đổi"):
        proposed(w, content="13")  # compared with a text that is no longer in force
    anew = Wish(FILE, "12", "house", rules(w, SLA_CLASSIFY=90), rules(w, CRIME_FORWARD_24H=12))
    again = change(w.desk(ADMIN), anew, "TT 12, lập lại").proposal_id
    approve(w.desk(LONG), again, sha(w, again), "house")
    assert in_force(w) == "12"
    # A program that brings another file of its own leaves a proposal made against the old one stale, too.
    assert [p.state for p in standing(w.desk(ADMIN)).proposals] == [
        ProposalState.STALE,
        ProposalState.APPROVED,
    ]


def test_another_shipped_file_makes_a_proposal_stale(w):
    first = proposed(w)
    with pytest.raises(Refused, match="đã đổi sau khi đề nghị"):
        approve(w.desk(LONG), first, sha(w, first), "another release")
    assert in_force(w) == SHIPPED


def test_it_is_declined_with_a_reason_or_withdrawn_by_its_author_and_he_reads_the_end(w):
    first = proposed(w)
    with pytest.raises(Refused, match="Thiếu lý do"):
        decline(w.desk(LONG), first, "")
    with pytest.raises(Refused, match="Vai trò"):
        decline(w.desk(ADMIN), first, "x")
    assert policy_standing(w.desk(LONG)).waiting == {first}
    assert policy_standing(w.desk(ADMIN)).waiting == frozenset()
    decline(w.desk(LONG), first, "chưa có văn bản")
    assert in_force(w) == SHIPPED
    (one,) = standing(w.desk(ADMIN)).proposals
    assert (one.state, one.decided_by, one.words) == (ProposalState.DECLINED, "long", "chưa có văn bản")
    assert policy_standing(w.desk(ADMIN)).unseen == {first}
    see_answer(w.desk(ADMIN), first)
    assert policy_standing(w.desk(ADMIN)).unseen == frozenset()
    second = proposed(w)
    with pytest.raises(Refused, match="Chỉ người đề nghị"):
        withdraw(w.desk(BOTH), second, "x")
    withdraw(w.desk(ADMIN), second, "nhầm số")
    with pytest.raises(Refused, match="rút rồi"):
        approve(w.desk(LONG), second, sha(w, second), SHIPPED)
    assert policy_standing(w.desk(ADMIN)).unseen == frozenset()


def test_names_of_cases_are_for_who_may_read_them(w):
    case = w.put("Tố giác đánh bạc")
    classify(w.desk(), case.case_id, "TO_GIAC")
    shown = policy_view(w.desk(ADMIN), law(w))
    assert (shown.touched, shown.unseen) == ((), 1)
    shown = policy_view(w.desk(LONG), law(w))
    assert ([x.number for x in shown.touched], shown.unseen) == ([case.number], 0)
    assert shown.unkept == (w.rules.catalog.policies["CRIME_FORWARD_24H"].name_vi,)


def test_a_log_of_before_still_tells_its_changes(w):
    old = json.dumps({"file": FILE, "sha256": "ab", "touched": 3, "reason": "TT"})
    assert body_from_json("policy.replaced", old) == PolicyReplaced(FILE, "ab", 3, "TT")
    with w.store.write() as tx:
        tx.add("@policy", PolicyReplaced(FILE, "ab", 3, "TT"), actor="admin", unit="CAT")
    with w.store.read() as connection:
        (version,) = policy_history(connection).versions[FILE]
    assert (version.content, version.touched, version.kept) == ("", 3, False)


def test_open_cases_keep_the_version_valid_at_their_start_where_the_file_keeps_it(w):
    """domain.md §3: a law that changes from a day on moves no clock that began before."""
    case = w.put("Tố giác đánh bạc")
    classify(w.desk(), case.case_id, "TO_GIAC")
    code = "CRIME_FORWARD_24H"
    begun = local_date(w.case(case.case_id).first_message_at)
    old = w.rules.catalog.policies[code]
    new = replace(old, duration=12, valid_from=begun + timedelta(days=1))
    former = replace(old, valid_to=begun)
    policies = w.rules.catalog.policies | {code: new}
    versions = (*(one for one in policies.values() if one.code != code), new, former)
    then = replace(w.rules, catalog=replace(w.rules.catalog, policies=policies, policy_versions=versions))
    shown = policy_view(w.desk(LONG), Wish(FILE, "12", SHIPPED, w.rules, then))
    assert (shown.touched, shown.unseen, shown.unkept) == ((), 0, ())
    assert [(line.what, line.field, line.after) for line in shown.lines] == [
        ("changed", "valid_to", begun.isoformat()),
        ("added", "limit", "12 hour"),
    ]
    assert shown.takes_two
    w.clock.advance(26 * HOUR_MS)
    other = w.put("Tố giác khác", user="1002")
    classify(w.desk(), other.case_id, "TO_GIAC")
    found = {
        one.case_id: next(
            c.due_ms - c.started_ms for c in then.clocks(one, "P3", w.clock.now_ms()) if c.policy_code == code
        )
        for one in (w.case(case.case_id), w.case(other.case_id))
    }
    assert found == {case.case_id: 24 * HOUR_MS, other.case_id: 12 * HOUR_MS}


def test_a_house_limit_far_up_the_line_that_a_limit_of_the_law_is_counted_from_takes_two(w):
    known = dict(w.rules.catalog.policies)
    known["SLA_MIDDLE"] = replace(known["SLA_CLASSIFY"], code="SLA_MIDDLE", starts_at="SLA_CLASSIFY.due")
    known["CRIME_FORWARD_24H"] = replace(known["CRIME_FORWARD_24H"], starts_at="SLA_MIDDLE.due")
    catalog = replace(w.rules.catalog, policies=known, policy_versions=tuple(known.values()))
    now = replace(w.rules, catalog=catalog)
    moved = {**known, "SLA_CLASSIFY": replace(known["SLA_CLASSIFY"], duration=90)}
    then = replace(now, catalog=replace(catalog, policies=moved, policy_versions=tuple(moved.values())))
    assert Wish(FILE, "chain", SHIPPED, now, then).takes_two
