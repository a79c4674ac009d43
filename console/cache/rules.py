"""The domain rules with the data files in them, as the projector and the queries need them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from console.cache.case_rows import Deadline, Guess
from console.domain.calendar import WorkCalendar, end_of_day_ms, local_date, start_of_day_ms
from console.domain.case import Case, ExtensionState, ProcuracyNotice, TransferState
from console.domain.catalog import Catalog, Policy
from console.domain.clock import HOUR_MS, MINUTE_MS
from console.domain.clocks import ENDED, ClockState, clocks_for, due_at, unmet_state
from console.domain.confidentiality import Confidentiality
from console.domain.crime import Paper
from console.domain.message import Message
from console.domain.missing_info import told
from console.domain.petition import FIRST_POLICY, PASS_ON_POLICY, RESOLVE_POLICY, Handling
from console.domain.roles import RoleMatrix
from console.domain.sentence import named
from console.domain.triage import Suggestion
from console.domain.window import ZaloRules

NORMAL_RANK = 3
NORMAL_PRIORITY = "P3"
SOON_MS = HOUR_MS
SOON_SHARE = 0.9
"""A clock is «sắp đến hạn» in its last hour, or in its last tenth when it runs for days (tokens.json, sla.soon)."""
DAY_CLOCK_MS = 24 * HOUR_MS
ACCEPT_POLICY = "SLA_UNIT_ACCEPT"
ACT_POLICY = "SLA_ACT_P1"
TELL_POLICY = "CRIME_URGENT_NOTIFY"
URGENT_VARIANT = "P1"
REMOTE = "REMOTE"
"""Variants of policies (policies.json)."""
_STOPPED = frozenset({"done", "paused", "ended", "elsewhere"})
EVERYBODY = "normal"
"""The confidentiality of categories whose every opening need not be kept."""


class Suggests(Protocol):
    """What makes suggestions; ``domain.triage.Triage`` does, and what loads it when it is first asked."""

    def suggest(self, texts: Sequence[str], *, kinds: Sequence[str] = ()) -> Suggestion:
        """Return what is proposed for a case's inbound messages."""
        ...


@dataclass(frozen=True, slots=True)
class CatalogRules:
    """Deadlines, ranks, triage and permissions over one catalogue. Implements ``projector.Rules``."""

    catalog: Catalog
    calendar: WorkCalendar
    triage: Suggests
    zalo: ZaloRules
    roles: RoleMatrix
    confidential: Confidentiality

    def with_roles(self, roles: RoleMatrix) -> "CatalogRules":
        """Return the same rules with another matrix of roles."""
        return replace(self, roles=roles)

    def crime_report(self, category: str) -> bool:
        """Return whether a category belongs into the register of crime reports; "" and unknown ones do not."""
        known = self.catalog.categories.get(category)
        return known is not None and known.crime_report

    def priority_rank(self, priority: str) -> int:
        """Return 1 for the most urgent priority; that of a normal one for "" or an unknown code."""
        known = self.catalog.priorities.get(priority)
        return known.rank if known else NORMAL_RANK

    def deadline(self, case: Case, priority: str) -> Deadline:
        """Return the nearest running clock of the case; statutory and house clocks alike (features G-05)."""
        nearest = Deadline()
        for clock in self.clocks(case, priority, case.last_activity_at):
            if clock.due_ms is None or clock.state in _STOPPED or clock.due_ms >= nearest.due_at:
                continue
            nearest = Deadline(
                clock.label, clock.started_ms, soon_at(clock.started_ms, clock.due_ms), clock.due_ms
            )
        return nearest

    def clocks(self, case: Case, priority: str, now_ms: int) -> tuple[ClockState, ...]:
        """Return all clocks of the case at ``now_ms``; ``priority`` is a suggested one where nobody has set one.

        A case that ended counts no further. Of an erased one its last event tells how they stood; where an older one does not,
        only what was done is known: what else had happened is gone with the content.
        """
        if case.erased_at and case.ended_clocks:
            return tuple(self._ended_clock(case, text) for text in case.ended_clocks)
        found = self._reckoned(case, priority, now_ms)
        return tuple(clock for clock in found if clock.done_ms) if case.erased_at else found

    def ended_clocks(self, case: Case, priority: str) -> tuple[str, ...]:
        """Return how the limits of a case that ended stand, as its erasing keeps them; ``priority`` as in ``clocks``."""
        found = self.clocks(case, priority, case.closed_at)
        return tuple(f"{c.policy_code}@{c.started_ms}/{c.due_ms}/{c.done_ms or 0}" for c in found)

    def _ended_clock(self, case: Case, text: str) -> ClockState:
        code, _, times = text.partition("@")
        started, due, done = map(int, times.split("/"))
        policy = self.policy_of(case, code) if code in self.catalog.policies else None
        state = "done" if done else unmet_state(policy, due, case.closed_at) if policy else ENDED
        return ClockState(
            code,
            policy.name_vi if policy else code,
            started,
            due,
            1.0,
            state,
            policy.citation if policy else "",
            policy.confidence if policy else "",
            policy.kind if policy else "",
            policy.severity if policy else None,
            policy.owner if policy else None,
            done or None,
            ended_ms=None if done else case.closed_at,
        )

    def _reckoned(self, case: Case, priority: str, now_ms: int) -> tuple[ClockState, ...]:
        return clocks_for(
            case.category,
            priority or NORMAL_PRIORITY,
            self._starts(case, priority),
            self._policies(case),
            self._done(case),
            now_ms=now_ms,
            calendar=self.calendar,
            tags=case.tags,
            variants=self._variants(case, priority),
            paused={pause.code: pause.at for pause in case.pauses if not pause.until},
            stood=_stood(case, now_ms),
            extended={x.code: x.until for x in case.extensions if x.state is ExtensionState.GRANTED},
            ended_ms=case.closed_at if not case.open and case.closed_at else None,
        )

    def _policies(self, case: Case) -> Iterable[Policy]:
        known: Iterable[Policy] = self.catalog.policy_versions or self.catalog.policies.values()
        petition = case.petition
        if petition is None or petition.handling == Handling.PASSED_ON or petition.category != case.category:
            return known
        # What its own body takes up or turns down is not to be passed on to another one (Luật Tố cáo 2018 Đ24(2)).
        return [policy for policy in known if policy.code != PASS_ON_POLICY]

    def policy_of(self, case: Case, code: str) -> Policy:
        """Return the version of a clock that was valid when the case began."""
        day = local_date(case.first_message_at or case.opened_at)
        fitting = [p for p in self.catalog.policy_versions if p.code == code and p.valid_on(day)]
        return fitting[0] if fitting else self.catalog.policies[code]

    def _done(self, case: Case) -> dict[str, int]:
        done = dict(_done(case))
        if case.urgent_report is not None:
            for step in self.catalog.escalation.urgent_steps.values():
                stamp = case.urgent_report.stamp(step.code)
                if stamp is None:
                    continue
                code = step.policy or ACT_POLICY
                done[code] = min(stamp.at, done.get(code, stamp.at))
        return done

    def _starts(self, case: Case, priority: str) -> dict[str, int]:
        starts = dict(_starts(case))
        if self.priority_rank(priority) == 1:
            # A crime that goes on or is about to happen is to be told of at once, with or without an urgent report
            # (TTLT 01/2017 Đ8(5)). A priority that only the machine proposed counts from when a person named the kind.
            since = case.urgent_at if case.priority else 0
            since = since or case.classified_at or starts["received"]
            starts["classified_urgent"] = min(since, starts.get("classified_urgent", since))
        return starts

    def _variants(self, case: Case, priority: str) -> dict[str, str]:
        """Return the limits that the circumstances change: remote districts (features E-06), urgent transfers (E-01)."""
        found: dict[str, str] = {}
        if self.is_remote(case):
            found[self.catalog.escalation.remote_policy] = REMOTE
        if self.priority_rank(priority) == 1:
            found[ACCEPT_POLICY] = URGENT_VARIANT
        return found

    def is_remote(self, case: Case) -> bool:
        """Return whether the matter lies in the mountains: by where it happened, else by the desk that has it."""
        unit = self.catalog.units.get(case.unit)
        district = case.district or (unit.geo or unit.former_district or "" if unit else "")
        return district in self.catalog.escalation.remote_districts

    def accept_by(self, priority: str, now_ms: int) -> int:
        """Return until when (UTC ms) a unit that is handed a case of this priority now must accept it."""
        policy = self.catalog.policies[ACCEPT_POLICY]
        variant = URGENT_VARIANT if self.priority_rank(priority) == 1 else None
        return due_at(policy, now_ms, self.calendar, variant) or now_ms

    def guess(self, texts: Sequence[str], kinds: Sequence[str]) -> Guess:
        """Return what the triage rules make of these messages."""
        found = self.triage.suggest(texts, kinds=kinds)
        detail = {
            "tags": found.tags,
            "missing": found.missing,
            "ticks": told(texts, kinds, placed=bool(found.district)),
            "reasons": [reason.told for reason in found.reasons],
        }
        return Guess(
            found.category or "",
            found.priority or "",
            found.district or "",
            found.unit or "",
            json.dumps(detail, ensure_ascii=False),
        )

    def is_emergency(self, message: Message) -> bool:
        """Return whether the triage rules see an emergency in this message alone."""
        return self.priority_rank(self.guess((message.text,), (message.type.value,)).priority) == 1

    def names(self) -> dict[str, str]:
        """Return the Vietnamese names of all codes an event can hold."""
        catalog = self.catalog
        return (
            {code: unit.short_vi or unit.name_vi for code, unit in catalog.former_units.items()}
            | {code: unit.short_vi or unit.name_vi for code, unit in catalog.units.items()}
            | {code: district.name for code, district in catalog.districts.items()}
            | {code: named(tag.vi, tag.en) for code, tag in catalog.tags.items()}
            | {code: named(category.vi, category.en) for code, category in catalog.categories.items()}
            | {code: named(priority.vi, priority.en) for code, priority in catalog.priorities.items()}
            | {code: policy.name_vi for code, policy in catalog.policies.items()}
            | {code: kind.vi for code, kind in catalog.escalation.urgent_kinds.items()}
            | {code: body.vi for code, body in catalog.escalation.guidance.items()}
            | {code: named(wish.vi, wish.en) for code, wish in self.confidential.restrictions.items()}
        )

    @property
    def sealed_kinds(self) -> frozenset[str]:
        """Return the categories whose every look is kept in the log (threats T19)."""
        return frozenset(c.code for c in self.catalog.categories.values() if c.confidentiality != EVERYBODY)

    @property
    def restricted(self) -> tuple[str, ...]:
        """Return the categories only the few may read (domain.md §5.3)."""
        return tuple(
            c.code for c in self.catalog.categories.values() if c.confidentiality == "secret_identity"
        )


def soon_at(started_ms: int, due_ms: int) -> int:
    """Return when a clock becomes «sắp đến hạn»."""
    length = due_ms - started_ms
    if length > DAY_CLOCK_MS:
        return started_ms + round(length * SOON_SHARE)
    return max(started_ms, due_ms - min(SOON_MS, length // 2 + MINUTE_MS))


def _stood(case: Case, now_ms: int) -> dict[str, int]:
    """Return for how long each house clock has stood still."""
    found: dict[str, int] = {}
    for pause in case.pauses:
        found[pause.code] = found.get(pause.code, 0) + max(0, (pause.until or now_ms) - pause.at)
    return found


def _starts(case: Case) -> Mapping[str, int]:
    """Return the start events that have happened. The first message starts all: the clock ran if nobody looked."""
    first = case.first_message_at or case.opened_at
    starts = {"first_message": first, "received": first, "event": first}
    petition = case.petition if case.petition and case.petition.category == case.category else None
    if petition is not None and petition.handling == Handling.TAKEN_UP and petition.paper.day is not None:
        # The term for settling runs from taking the matter up, not from a unit's accepting the case (Luật Tố cáo 2018 Đ30).
        starts["accepted"] = start_of_day_ms(petition.paper.day)
    if case.transfer is not None:
        starts["forwarded"] = case.transfer.at
    if case.decided is not None and case.decided.paper.day is not None:
        starts["decision"] = start_of_day_ms(case.decided.paper.day)
    if case.urgent_report is not None:
        # That the matter is on the list of those to be reported at once is said by opening the report.
        starts |= dict.fromkeys(("escalated", "classified_urgent"), case.urgent_report.at)
    return starts


def _done(case: Case) -> Mapping[str, int]:
    """Return which clocks the case's own history has stopped, and when."""
    done: dict[str, int] = {}
    seen = case.claimed_at or case.classified_at or case.first_reply_at
    if seen:
        done |= dict.fromkeys(("SLA_ACK_P1", "SLA_ACK_P2", "SLA_ACK_P3", "SLA_ACK_P4", "CRIME_RECEIVE"), seen)
    if case.classified_at:
        done |= dict.fromkeys(("SLA_CLASSIFY", "CRIME_CLASSIFY_24H"), case.classified_at)
    if case.procuracy is not None and case.procuracy.informant:
        done["CRIME_NOTIFY_VKS"] = _dated(case.procuracy)
    if case.decided is not None:
        ended = ("CRIME_RESOLVE_20D", "CRIME_RESOLVE_2M", "CRIME_EXT_REQUEST_5D")
        done |= dict.fromkeys(ended, _dated(case.decided.paper))
    if case.result_notice is not None:
        done["CRIME_RESULT_NOTICE"] = _dated(case.result_notice)
    done |= _petition_done(case)
    if case.first_reply_at:
        done["SLA_TTHC_REPLY"] = case.first_reply_at
    if case.closed_at and case.last_outbound_at:
        # The law asks for the result: that a petition was received is no answer to it (Luật Tiếp công dân Đ28). What was told
        # before the matter was closed stays told when the citizen writes again.
        told = min(case.closed_at, case.last_outbound_at)
        done |= dict.fromkeys(("PAKN_REPLY", "PAKN_TTHC_REPLY"), told)
    transfer = case.transfer
    if transfer is not None:
        if transfer.state in (TransferState.PENDING, TransferState.ACCEPTED):
            # What came back has reached nobody who acts on it.
            done |= dict.fromkeys((ACT_POLICY, TELL_POLICY), transfer.at)
        if transfer.state is TransferState.ACCEPTED:
            done |= dict.fromkeys(
                ("SLA_UNIT_ACCEPT", "CRIME_FORWARD_24H", "TC_TRANSFER"), transfer.answered_at
            )
        elif transfer.state is not TransferState.PENDING:
            done["SLA_UNIT_ACCEPT"] = transfer.answered_at
    return done


def _petition_done(case: Case) -> Mapping[str, int]:
    """Return which terms of a denunciation or complaint its papers have ended; what another law said of it counts for nothing."""
    petition = case.petition
    if petition is None or petition.category != case.category or case.category not in FIRST_POLICY:
        return {}
    done = {FIRST_POLICY[case.category]: _dated(petition.paper)}
    if petition.handling == Handling.PASSED_ON:
        done[PASS_ON_POLICY] = _dated(petition.paper)
    if petition.handling == Handling.TAKEN_UP and case.settled is not None:
        done[RESOLVE_POLICY[case.category]] = _dated(case.settled)
    return done


def _dated(paper: Paper | ProcuracyNotice) -> int:
    """Return when a paper was written: the end of the day it bears, not the day on which somebody found time to record it."""
    return min(paper.at, end_of_day_ms(paper.day) - 1) if paper.day else paper.at
