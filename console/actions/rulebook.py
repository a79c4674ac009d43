"""What the screens of rules are given: what a new file, a new tree, an erasing would do, counted, without a case's number.

Who keeps the rules need not read cases, so that nothing here names one (domain.md §7: an administrator reads no content).
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import Row, func, select

from console.actions.desk import Desk, Refused
from console.actions.policies import Touched, Wish, standing
from console.actions.policies import preview as clocks_moved
from console.actions.retention import preview
from console.cache import tables as t
from console.cache.officer_rows import officer_names
from console.domain import events as e
from console.domain.officer import Permission
from console.domain.organisation import Move
from console.domain.policy_change import Law, Line, unkept
from console.domain.policy_history import PolicyProposal, PolicyVersion
from console.domain.retention import Retention
from console.domain.sentence import Joined
from console.record.local import event_from_row
from console.record.tables import event as event_table
from console.record.tables import event_body

MOST = 100


@dataclass(frozen=True, slots=True)
class Shift:
    """How many running clocks of one policy would move: to end sooner, later, to begin, to go."""

    code: str
    sooner: int
    later: int
    begun: int
    gone: int


@dataclass(frozen=True, slots=True)
class PolicyView:
    """What a change of clocks or holidays is and does, as proposer and approver both see it.

    ``touched`` are the clocks of the cases the reader may know of, ``unseen`` how many more there are; ``unkept`` names the limits
    of the law that would move for open cases too, because the file keeps no version of before.
    """

    wish: Wish
    lines: tuple[Line, ...]
    takes_two: bool
    shifts: tuple[Shift, ...]
    touched: tuple[Touched, ...]
    unseen: int
    unkept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """All versions of the rules, newest first, all proposals, newest first, and what officers are called."""

    versions: tuple[PolicyVersion, ...]
    proposals: tuple[PolicyProposal, ...]
    names: Mapping[str, str]
    waiting: frozenset[str] = frozenset()
    """Ids of the proposals that the reader himself may decide."""
    unseen: frozenset[str] = frozenset()
    """Ids of the reader's own proposals whose end he has not read."""


@dataclass(frozen=True, slots=True)
class TreeChange:
    """What a new tree does: how many units it closes, opens, renames; ``moves`` are (from, to, why, open cases).

    ``leaving`` are the officers whose unit it closes, as they are addressed.
    """

    closed: int
    opened: int
    renamed: int
    moves: tuple[tuple[str, str, str, int], ...]
    leaving: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal to erase. ``approved_at`` and ``ran_at`` are UTC ms, 0 = not yet; ``erased`` cases of ``cases``."""

    run: str
    at: int
    by: str
    by_name: str
    cases: int
    reason: str
    approved_at: int = 0
    ran_at: int = 0
    erased: int = 0


@dataclass(frozen=True, slots=True)
class Held:
    """A case that is kept by order, told only to who may know of it."""

    case_id: str
    number: str
    reason: str


@dataclass(frozen=True, slots=True)
class Keeping:
    """Everything of keeping and erasing: cases over time by category, proposals, what is held, and how many more are."""

    due: Mapping[str, int]
    proposals: tuple[Proposal, ...]
    held: tuple[Held, ...]
    held_hidden: int


def _require_rules(desk: Desk) -> None:
    """Raise ``Refused`` unless the officer keeps the rules or signs second under an erasing or a change of the law's limits."""
    rights = (Permission.ADMINISTER, Permission.PURGE, Permission.APPROVE_POLICY)
    if not any(map(desk.officer.may, rights)):
        raise Refused("Vai trò của bạn không được xem quy định, tổ chức và lưu giữ")


def shifts(touched: Iterable[Touched]) -> tuple[Shift, ...]:
    """Return touched clocks counted by policy."""
    counts: dict[str, Counter[str]] = {}
    for one in touched:
        kind = "begun" if not one.before else "gone" if not one.after else ""
        kind = kind or ("sooner" if one.after < one.before else "later")
        counts.setdefault(one.code, Counter())[kind] += 1
    return tuple(
        Shift(code, found["sooner"], found["later"], found["begun"], found["gone"])
        for code, found in sorted(counts.items())
    )


def policy_view(desk: Desk, wish: Wish) -> PolicyView:
    """Return what a change is and does to open cases. Changes nothing.

    Raises:
        Refused: the officer neither keeps the rules nor approves their change.

    """
    _require_rules(desk)
    touched = clocks_moved(desk.store, wish.now, wish.then)
    with desk.store.read() as connection:
        known = {row.case_id for row in connection.execute(desk.sight.case_ids())} if touched else set()
    seen = tuple(one for one in touched if one.case_id in known)
    lines = wish.lines
    return PolicyView(
        wish,
        lines,
        wish.takes_two,
        shifts(touched),
        seen,
        len(touched) - len(seen),
        unkept(lines, Law(wish.then.catalog, wish.then.calendar)),
    )


def policy_standing(desk: Desk) -> Standing:
    """Return the versions and proposals, the newest first."""
    _require_rules(desk)
    history = standing(desk)
    with desk.store.read() as connection:
        names = officer_names(connection)
    versions = sorted(
        (one for each in history.versions.values() for one in each), key=lambda one: (-one.at, -one.number)
    )
    me, approves = desk.officer.officer_id, desk.officer.may(Permission.APPROVE_POLICY)
    return Standing(
        tuple(versions),
        history.proposals[::-1],
        names,
        frozenset(one.proposal_id for one in history.waiting() if approves and one.by != me),
        frozenset(one.proposal_id for one in history.unseen(me)),
    )


def counted_moves(
    moves: Iterable[Move], unit_name: Mapping[str, str]
) -> tuple[tuple[str, str, str, int], ...]:
    """Return where open cases would go, counted by units; ``unit_name`` are the new tree's names."""
    counts = Counter((m.from_name, unit_name.get(m.to_unit, m.to_unit), _in_short(m.why)) for m in moves)
    return tuple((*key, count) for key, count in sorted(counts.items()))


def _in_short(why: str) -> str:
    """Return the first part of a reason: what may follow, where it happened, is a case's content."""
    return why.parts[0] if isinstance(why, Joined) else why


def keeping(desk: Desk, rule: Retention) -> Keeping:
    """Return what is over time, proposed and held. Changes nothing."""
    _require_rules(desk)
    due = Counter(one.category for one in preview(desk.store, rule))
    with desk.store.read() as connection:
        names = officer_names(connection)
        rows = connection.execute(
            select(event_table, event_body.c.body)
            .join(event_body, event_body.c.seq == event_table.c.seq)
            .where(
                event_table.c.kind.in_(
                    [e.RetentionProposed.KIND, e.RetentionApproved.KIND, e.RetentionRun.KIND]
                )
            )
            .order_by(event_table.c.seq.desc())
            .limit(3 * MOST)
        ).all()
        ids = (
            connection.execute(
                select(t.case.c.case_id).where(func.json_extract(t.case.c.body, "$.hold") != "")
            )
            .scalars()
            .all()
        )
        cases = desk.store.projector.cases(connection, ids)
    held = [case for case in cases.values() if case.hold]
    seen = [case for case in held if desk.sight.sees(case)]
    lines = tuple(Held(c.case_id, c.number, c.hold) for c in sorted(seen, key=lambda c: c.number))
    return Keeping(due, _proposals(rows, names), lines, len(held) - len(seen))


def _proposals(rows: Iterable[Row[tuple[object, ...]]], names: Mapping[str, str]) -> tuple[Proposal, ...]:
    made: dict[str, Proposal] = {}
    approved: dict[str, int] = {}
    ran: dict[str, tuple[int, int]] = {}
    for row in rows:
        event = event_from_row(row)
        stream, body = event.case_id, event.body
        if isinstance(body, e.RetentionApproved):
            approved[stream] = event.at
        elif isinstance(body, e.RetentionRun):
            ran[stream] = (event.at, body.cases)
        elif isinstance(body, e.RetentionProposed):
            made[stream] = Proposal(
                stream.rpartition("/")[2],
                event.at,
                event.actor,
                names.get(event.actor, event.actor),
                len(body.cases),
                body.reason,
            )
    return tuple(
        Proposal(
            p.run, p.at, p.by, p.by_name, p.cases, p.reason, approved.get(stream, 0), *ran.get(stream, (0, 0))
        )
        for stream, p in made.items()
    )
