"""Asking citizens how content they are: by rule, once, through the ordinary way of replies (features V-01 to V-04)."""

from sqlalchemy import and_, select

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, priority_of
from console.actions.knowledge import ready_answer
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache import tables_duty as d
from console.cache.review_reads import categories_ever
from console.cache.rules import CatalogRules
from console.cache.store import Store, Transaction
from console.cache.window_query import conversation_window
from console.domain import events as e
from console.domain.approval import ReplyPolicy
from console.domain.case import REPLY_UNSETTLED, Case, CaseState
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.conflict import Action
from console.domain.officer import SYSTEM, Officer, Permission
from console.domain.survey import survey_reply_id

AT_A_TIME = 50
_FORGET_DAYS = 5
"""A case nobody was asked about for so long beyond the rule's days is not looked at any more."""


def send_due(store: Store, rules: CatalogRules, policy: ReplyPolicy) -> int:
    """Decide about the cases that closed a while ago: queue the survey, or note by which rule it is not asked.

    Run by the program every minute, as «hệ thống»; officers only skip. Returns how many cases were decided.
    """
    survey = rules.catalog.survey_rules
    with store.write() as tx:
        first = tx.now_ms - (survey.within_days + _FORGET_DAYS) * DAY_MS
        last = tx.now_ms - survey.delay_minutes * MINUTE_MS
        c = t.case.c
        ids = tx.connection.execute(
            select(c.case_id)
            .join(d.survey, d.survey.c.case_id == c.case_id, isouter=True)
            .where(
                and_(c.open == 0, c.state == CaseState.CLOSED.value, c.closed_at.between(first, last)),
                d.survey.c.case_id.is_(None),
            )
            .order_by(c.closed_at)
            .limit(AT_A_TIME)
        ).scalars()
        count = 0
        for case in tx.cases(list(ids)).values():
            bodies = _decide(tx, rules, policy, case)
            if bodies:
                tx.add(case.case_id, *bodies, actor=SYSTEM, unit=case.unit)
                count += 1
        return count


def skip(desk: Desk, case_id: str, reason: str, *, command_id: str = "") -> Done:
    """Do not ask this citizen, with a reason; skips are reported (V-04)."""
    words = clean_text(reason, "lý do không gửi khảo sát")
    ask = Ask(case_id, Action.SURVEY, Permission.REPLY, None, command_id, {"reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        if case.open:
            raise Refused("{number} chưa đóng: khảo sát chỉ gửi sau khi đóng", number=case.number)
        known = tx.connection.execute(select(d.survey.c.state).where(d.survey.c.case_id == case_id)).scalar()
        if known:
            raise Refused("Khảo sát của {number} đã gửi hoặc đã bỏ qua", number=case.number)
        return Step((e.SurveySkipped("", words),))

    return perform(desk, ask, plan)


def follow_up(desk: Desk, case_id: str, words: str, *, command_id: str = "") -> Done:
    """Note what was done about a low score."""
    said = clean_text(words, "việc đã làm")
    ask = Ask(case_id, Action.SURVEY, Permission.NOTE, None, command_id, {"words": said})

    def plan(tx: Transaction, case: Case) -> Step:
        low = tx.connection.execute(select(d.survey.c.low).where(d.survey.c.case_id == case_id)).scalar()
        if not low:
            raise Refused("{number} không có khảo sát điểm thấp", number=case.number)
        return Step((e.SurveyFollowed(said),))

    return perform(desk, ask, plan)


def _decide(
    tx: Transaction, catalog_rules: CatalogRules, policy: ReplyPolicy, case: Case
) -> tuple[e.EventBody, ...]:
    """Return the events of the decision, or nothing where it is only too early (at night)."""
    catalog = catalog_rules.catalog
    rules = catalog.survey_rules
    forbidden = rules.forbids(case, categories_ever(tx.connection, case), under_age=_under_age(tx, case))
    if forbidden:
        return (e.SurveySkipped(forbidden),)
    if tx.now_ms - case.closed_at > rules.within_days * DAY_MS:
        return (e.SurveySkipped("qua-han"),)
    if not rules.is_due(case, tx.now_ms):
        return ()
    if not case.last_inbound_at or any(mark.state in REPLY_UNSETTLED for mark in case.replies):
        return (e.SurveySkipped("tin-chua-xong"),)
    if _has_open_case(tx, case):
        return (e.SurveySkipped("ho-so-khac"),)
    window = conversation_window(tx.connection, case.conversation_id, catalog_rules.zalo, tx.now_ms)
    if window.state == "closed" or window.surely_free == 0:
        return (e.SurveySkipped("het-cua-so"),)
    try:
        ready, version = ready_answer(catalog, tx, rules.canned_code)
    except Refused:
        return (e.SurveySkipped("cau-hoi-het-han"),)
    program = Officer(SYSTEM, "Hệ thống", case.unit, ())
    # What a second officer must let go waits for him as any reply does (features C-12); if he does not, nobody is asked.
    approval = policy.approval_for(case, priority_of(tx, case), program, ready, ready.text)
    reply_id = survey_reply_id(case.case_id)
    queued = e.ReplyQueued(
        reply_id,
        ready.text,
        seen_message_id=case.last_inbound_id,
        not_before=tx.now_ms,
        canned_code=ready.code,
        canned_version=version,
        needs_approval=approval is not None,
    )
    return (e.SurveyAsked(reply_id, ready.code, version), queued)


def _under_age(tx: Transaction, case: Case) -> bool:
    known = tx.connection.execute(
        select(t.identity.c.under_age).where(t.identity.c.conversation_id == case.conversation_id)
    ).scalar()
    return bool(known)


def _has_open_case(tx: Transaction, case: Case) -> bool:
    c = t.case.c
    found = tx.connection.execute(
        select(c.case_id).where(c.conversation_id == case.conversation_id, c.open == 1).limit(1)
    ).scalar()
    return found is not None
