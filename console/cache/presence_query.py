"""Who else is at a case right now: from the beats of their windows and from what they did last (features F-01).

Mere looking is told by a beat that is no event (``actions.presence``). The log knows who looked, claimed or wrote. The newer of the
two says where an officer is; either is believed for a short while only.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, func, select

from console.cache import tables as t
from console.cache.views import PRESENCE_BEAT_MS, Presence, PresenceKind
from console.domain.clock import MINUTE_MS
from console.domain.events import CaseClaimed, CaseTakenOver, CaseViewed, LeaseRenewed, NoteAdded, ReplyQueued
from console.domain.officer import SYSTEM
from console.record.tables import event

BEAT_VIEW_MS = 3 * PRESENCE_BEAT_MS
"""Two beats may be lost before somebody counts as gone."""
VIEW_MS = 3 * MINUTE_MS
WRITE_MS = 3 * MINUTE_MS + 20_000
"""Writing renews the hold, but is written down at most every three minutes."""
_RECENT = 400
"""Events looked back over; on a desk nobody does more in three minutes."""
_LOOKS = {CaseViewed.KIND, CaseClaimed.KIND, CaseTakenOver.KIND}
_ENDS = {NoteAdded.KIND, ReplyQueued.KIND}
_KINDS = sorted({*_LOOKS, *_ENDS, LeaseRenewed.KIND})

_EVENTS = (
    select(event.c.case_id, event.c.kind, event.c.actor, event.c.at, t.officer.c.name)
    .join(t.officer, t.officer.c.officer_id == event.c.actor, isouter=True)
    .where(
        event.c.seq > bindparam("after"),
        event.c.kind.in_(_KINDS),
        event.c.actor.not_in([SYSTEM, ""]),
        event.c.at > bindparam("since"),
    )
    .order_by(event.c.seq.desc())
)

_BEATS = (
    select(t.presence, t.officer.c.name)
    .join(t.officer, t.officer.c.officer_id == t.presence.c.officer, isouter=True)
    .where(t.presence.c.at > bindparam("since"))
)


def presences(connection: Connection, *, officer: str, now_ms: int) -> dict[str, tuple[Presence, ...]]:
    """Return by case who else is there now; each officer is at the case he touched last, and nowhere else.

    Args:
        connection: of the cache.
        officer: who asks; he is not told of himself.
        now_ms: UTC ms.

    """
    last = connection.execute(select(func.max(event.c.seq))).scalar() or 0
    rows = connection.execute(_EVENTS, {"after": last - _RECENT, "since": now_ms - WRITE_MS}).all()
    beats = {row.officer: row for row in connection.execute(_BEATS, {"since": now_ms - BEAT_VIEW_MS})}
    found: dict[str, list[Presence]] = {}
    told: set[str] = {officer}
    for row in rows:
        if row.actor in told:
            continue
        beat = beats.get(row.actor)
        if beat is not None and beat.at >= row.at:
            continue
        told.add(row.actor)
        writing = row.kind == LeaseRenewed.KIND
        until = row.at + (WRITE_MS if writing else VIEW_MS)
        if until > now_ms:
            kind = PresenceKind.WRITING if writing else PresenceKind.VIEWING
            found.setdefault(row.case_id, []).append(Presence(row.name or row.actor, kind, until))
    for who, beat in sorted(beats.items()):
        if who not in told and beat.case_id:
            there = Presence(beat.name or who, PresenceKind(beat.kind), beat.at + BEAT_VIEW_MS)
            found.setdefault(beat.case_id, []).append(there)
    return {case_id: tuple(who) for case_id, who in found.items()}


def of_cases(
    connection: Connection, case_ids: Iterable[str], *, officer: str, now_ms: int
) -> dict[str, tuple[Presence, ...]]:
    """Return ``presences`` of some cases."""
    wanted = set(case_ids)
    everywhere = presences(connection, officer=officer, now_ms=now_ms)
    return {case_id: who for case_id, who in everywhere.items() if case_id in wanted}
