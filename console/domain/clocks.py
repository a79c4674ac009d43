"""Clocks of a case: deadlines from policy data, event times and the working calendar (domain.md §3).

A clock starts when Zalo received the message, not when somebody opened it. Statutory clocks are never
paused and a case that is classified anew keeps its original start.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from console.domain.calendar import WorkCalendar, add_months, end_of_day_ms, local_date
from console.domain.catalog import Policy
from console.domain.clock import HOUR_MS, MINUTE_MS

SOON_SHARE = 0.5
URGENT_SHARE = 0.8
# A limit of zero is a duty "at once": it is shown as urgent while open, and late after this.
AT_ONCE_MS = 15 * MINUTE_MS
_ORDER = {"late": 0, "urgent": 1, "soon": 2, "normal": 3, "paused": 4, "elsewhere": 5, "ended": 6, "done": 7}
ENDED, ELSEWHERE = "ended", "elsewhere"


@dataclass(frozen=True, slots=True)
class ClockState:
    """A running, met or missed deadline. `state`: normal, soon, urgent, late, done, paused, ended or elsewhere.

    `ended`: the case ended (`ended_ms`) with the duty undone, and nothing is counted since; `elsewhere`: a limit of the law on
    another body (`owner`) that goes on there, whatever becomes of the desk's case.
    """

    policy_code: str
    label: str
    started_ms: int
    due_ms: int
    share_used: float
    state: str
    citation: str
    confidence: str
    kind: str
    severity: str | None
    owner: str | None
    done_ms: int | None = None
    calendar_known: bool = True
    ended_ms: int | None = None

    @property
    def late_at_end(self) -> bool:
        """Whether the limit had passed, with the duty undone, when the case ended."""
        return self.state == ENDED and self.ended_ms is not None and self.ended_ms >= self.due_ms

    @property
    def met(self) -> bool | None:
        """Whether the duty was done in time; None while it is open, or where the case ended before the limit did."""
        if self.done_ms is not None:
            return self.done_ms <= self.due_ms
        return False if self.late_at_end else None


def due_at(policy: Policy, start_ms: int, calendar: WorkCalendar, variant: str | None = None) -> int | None:
    """Return the instant the limit ends, None for a rule without a limit.

    Minutes and hours run through. Days exclude the first day and end at 24:00 local time; a last day off
    rolls to the next working day; month limits end on the same date (BLTTHS 2015 Đ134, BLDS 2015
    Đ147–148). A negative limit is counted back from its start event and never rolls forward.

    Args:
        policy: the clock.
        start_ms: instant of its start event.
        calendar: working days.
        variant: a code of `policy.variants`, for example REMOTE; unknown ones are ignored.

    """
    duration, unit = policy.duration, policy.unit
    if variant is not None and variant in policy.variants:
        duration, unit = policy.variants[variant].duration, policy.variants[variant].unit
    if duration is None or unit is None:
        return None
    if unit == "minute":
        return start_ms + duration * MINUTE_MS
    if unit == "hour":
        return start_ms + (
            duration * HOUR_MS or (policy.display_target_minutes or 0) * MINUTE_MS or AT_ONCE_MS
        )
    # A start that is itself the end of a day ("CODE.due") belongs to the day it ends.
    first = local_date(start_ms - 1 if policy.starts_at.endswith(".due") else start_ms)
    if unit == "month":
        last = add_months(first, duration)
    elif policy.working_days:
        last = calendar.add_working_days(first, duration)
    else:
        last = first.fromordinal(first.toordinal() + duration)
    if duration > 0:
        last = calendar.roll_forward(last)
    return end_of_day_ms(last)


def clocks_for(
    category: str,
    priority: str,
    starts: Mapping[str, int],
    policies: Iterable[Policy],
    done: Mapping[str, int],
    *,
    now_ms: int,
    calendar: WorkCalendar,
    tags: Collection[str] = (),
    paused: Mapping[str, int] | Collection[str] = (),
    variants: Mapping[str, str] | None = None,
    stood: Mapping[str, int] | None = None,
    extended: Mapping[str, int] | None = None,
    ended_ms: int | None = None,
) -> tuple[ClockState, ...]:
    """Return the clocks of a case, the most pressing first.

    Args:
        category: its category now; starts stay what they were when it changes.
        priority: its priority now.
        starts: instants of start events (`first_message`, `received`, `accepted`, `decision`, …). House
            clocks that start at "event" take their own code, else `received`.
        policies: all policies; the version in force on the local day of the start counts.
        done: instants at which the duty of a policy was fulfilled.
        now_ms: the present.
        calendar: working days.
        tags: tags of the case; `forwarded` and `escalated` are added by their start events.
        paused: codes of house clocks that are paused (with the instant of pausing, if known).
        stood: policy code → milliseconds for which a house clock has stood still so far.
        extended: policy code → the end that was granted instead of the reckoned one.
        ended_ms: when the case ended, None while it is open. A duty that is undone then is judged by that moment and counts
            no further; a limit of the law on another body that had not passed goes on with that body.
        variants: policy code → variant in force, for example {"CRIME_FORWARD_24H": "REMOTE"}.

    """
    subjects = {category, priority, "*", *tags, *(key for key in ("forwarded", "escalated") if key in starts)}
    running = [policy for policy in policies if policy.enabled and subjects.intersection(policy.applies_to)]
    dues: dict[str, int] = {}
    found: list[ClockState] = []
    # A limit counted from another one's end needs that end first.
    for policy in sorted(running, key=lambda policy: policy.starts_at.endswith(".due")):
        start = _start(policy, starts, dues)
        if (
            start is None
            or not policy.valid_on(local_date(start))
            or (policy.needs_decision and policy.code not in starts)
        ):
            continue
        due = due_at(policy, start, calendar, (variants or {}).get(policy.code))
        if due is None:
            continue
        if not policy.statutory:
            due += (stood or {}).get(policy.code, 0)
        due = (extended or {}).get(policy.code, due)
        dues[policy.code] = due
        found.append(_state(policy, start, due, done.get(policy.code), paused, now_ms, calendar, ended_ms))
    found.sort(key=lambda clock: (_ORDER[clock.state], clock.due_ms, clock.policy_code))
    return tuple(found)


def _start(policy: Policy, starts: Mapping[str, int], dues: Mapping[str, int]) -> int | None:
    if policy.starts_at.endswith(".due"):
        return dues.get(policy.starts_at.removesuffix(".due"))
    if policy.starts_at != "event":
        return starts.get(policy.starts_at)
    for subject in (policy.code, *policy.applies_to):
        if subject in starts:
            return starts[subject]
    # SLA_UNIT_ACCEPT and the like have an event of their own; the rest run from reception.
    return None if {"forwarded", "escalated"}.intersection(policy.applies_to) else starts.get("received")


def _state(
    policy: Policy,
    start: int,
    due: int,
    done_ms: int | None,
    paused: Mapping[str, int] | Collection[str],
    now_ms: int,
    calendar: WorkCalendar,
    ended_ms: int | None,
) -> ClockState:
    frozen = policy.code in paused and not policy.statutory
    at = now_ms
    if frozen and isinstance(paused, Mapping):
        at = paused[policy.code]
    if ended_ms is not None:
        at = min(at, ended_ms)
    if done_ms is not None:
        at = done_ms
    first, last = min(start, due), max(start, due)
    if policy.duration is not None and policy.duration < 0:
        first, last = due - (start - due), due
    share = (at - first) / max(last - first, 1)
    if done_ms is not None:
        state = "done"
    elif ended_ms is not None:
        state = unmet_state(policy, due, ended_ms)
    elif frozen:
        state = "paused"
    elif at >= due:
        state = "late"
    elif share > URGENT_SHARE or policy.duration == 0:
        state = "urgent"
    elif share >= SOON_SHARE:
        state = "soon"
    else:
        state = "normal"
    return ClockState(
        policy_code=policy.code,
        label=policy.name_vi,
        started_ms=start,
        due_ms=due,
        share_used=round(max(share, 0.0), 4),
        state=state,
        citation=policy.citation,
        confidence=policy.confidence,
        kind=policy.kind,
        severity=policy.severity,
        owner=policy.owner,
        done_ms=done_ms,
        calendar_known=calendar.knows(local_date(due - 1)),
        ended_ms=ended_ms if done_ms is None else None,
    )


def unmet_state(policy: Policy, due_ms: int, ended_ms: int) -> str:
    """Return how a limit stands whose duty was undone when the case ended.

    What the law asks of another body (the investigation body, the inspectorate) does not end with the duty desk's case; the file
    of that matter lies there (policies.json, note on `owner`).
    """
    return ELSEWHERE if policy.statutory and policy.owner and due_ms > ended_ms else ENDED
