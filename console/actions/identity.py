"""Who a citizen is: told for a reason, for a minute, and only after the log has it (features I-01, I-02; threats T01, T19).

Where the house's rules ask for two officers (``Confidentiality.needs_two``), one asks, another one lets him, and only then is
it shown, once, to the one who asked. Both are in the case's history.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import func, select

from console.actions.desk import Desk, Done, Missing, Refused
from console.actions.guards import clean_text, require, visible_case
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.review_reads import categories_ever, tags_ever
from console.cache.store import Transaction
from console.cache.views import Revealed
from console.domain import events as e
from console.domain.case import Case, RevealRequest
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.conflict import Action
from console.domain.officer import Officer, Permission
from console.domain.subject import subject
from console.record.tables import event as event_table
from console.record.tables import event_body

REVEAL_MS = MINUTE_MS
_UTC_PLUS_7_MS = 7 * HOUR_MS


class NeedsApproval(Refused):
    """A second officer must let one see it first; ``ask_reveal`` asks him. ``waiting`` says that he was asked already."""

    def __init__(self, *, waiting: bool, number: str) -> None:
        """Take whether a request is waiting for its answer, and the case's number."""
        text = (
            "Yêu cầu xem danh tính {number} đang chờ người thứ hai duyệt"
            if waiting
            else "Xem danh tính {number} cần người thứ hai duyệt: gửi yêu cầu trước"
        )
        super().__init__(text, number=number)
        self.waiting = waiting


def reveal(
    desk: Desk, case_id: str, reason: str, *, expected_version: int | None = None, command_id: str = ""
) -> Revealed:
    """Return the citizen's identity for as long as the rules say; that it was asked for is durable before it is read.

    Only who holds the case, or a commander, may ask; for denunciations only who may know denouncers.

    Raises:
        NeedsApproval: a second officer must let him first.
        ActionError: not allowed, or a repeated request whose time is over.
        StoreError: the log refused; the identity was not read.

    """
    officer = desk.officer
    # Whoever may know denouncers may ask here; the plan below looks at the case.
    permission = (
        Permission.REVEAL_DENOUNCER if officer.may(Permission.REVEAL_DENOUNCER) else Permission.REVEAL
    )
    words = clean_text(reason, "lý do xem danh tính")
    ask = Ask(case_id, Action.REVEAL, permission, expected_version, command_id, {"reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        _require_right(tx, desk, case)
        request_id = ""
        if _needs_two(tx, desk, case):
            request_id = _granted(desk, case, tx.now_ms).request_id
        until = tx.now_ms + desk.rules.confidential.shown_ms
        return Step((e.IdentityRevealed(words, until, request_id),))

    done = perform(desk, ask, plan)
    until = max(x.body.until for x in done.events if isinstance(x.body, e.IdentityRevealed))
    if until <= desk.store.clock.now_ms():
        raise Refused("Đã hết thời gian xem danh tính. Muốn xem tiếp thì ghi lý do lần nữa")
    with desk.store.read() as connection:
        row = connection.execute(
            select(t.identity)
            .join(t.case, t.case.c.conversation_id == t.identity.c.conversation_id)
            .where(t.case.c.case_id == case_id)
        ).one_or_none()
    if row is None:
        raise Missing("Kho không giữ danh tính của công dân này")
    return Revealed(row.display_name, row.phone, row.zalo_user_id, until)


def ask_reveal(desk: Desk, case_id: str, reason: str, *, command_id: str = "") -> Done:
    """Ask a second officer to let one see who the citizen is; an earlier request of the same officer ends."""
    words = clean_text(reason, "lý do xem danh tính")
    permission = (
        Permission.REVEAL_DENOUNCER if desk.officer.may(Permission.REVEAL_DENOUNCER) else Permission.REVEAL
    )
    ask = Ask(case_id, Action.REVEAL, permission, None, command_id, {"reason": words})

    def plan(tx: Transaction, case: Case) -> Step:
        _require_right(tx, desk, case)
        if not _needs_two(tx, desk, case):
            raise Refused("Xem danh tính {number} không cần người thứ hai", number=case.number)
        return Step((e.RevealAsked(ask.new_id("reveal"), words),))

    return perform(desk, ask, plan)


def answer_reveal(
    desk: Desk, case_id: str, request_id: str, *, granted: bool, reason: str = "", command_id: str = ""
) -> Done:
    """Let another officer see who the citizen is, or do not; a refusal needs a reason.

    Raises:
        Refused: not allowed, one's own request, or one that was answered before.

    """
    require(desk.officer, Permission.APPROVE_REVEAL)
    words = clean_text(reason, "lý do không duyệt") if reason.strip() or not granted else ""
    ask = Ask(case_id, Action.REVEAL, Permission.APPROVE_REVEAL, None, command_id, {"request_id": request_id})

    def plan(_tx: Transaction, case: Case) -> Step:
        found = next((one for one in case.reveals if one.request_id == request_id), None)
        if found is None:
            raise Refused("{number} không có yêu cầu xem danh tính này", number=case.number)
        if found.by == desk.officer.officer_id:
            raise Refused("Người xin xem không tự duyệt: cần người thứ hai")
        if found.granted is not None:
            raise Refused("Yêu cầu này đã được trả lời")
        return Step((e.RevealAnswered(request_id, granted, words),))

    return perform(desk, ask, plan)


def reveals_today(desk: Desk, officer_id: str) -> tuple[int, bool]:
    """Return how often an officer saw an identity since midnight in Vietnam, and whether that is to be told of (T01)."""
    if officer_id != desk.officer.officer_id:
        require(desk.officer, Permission.AUDIT)
    midnight = _midnight_ms(desk.store.clock.now_ms())
    c = event_table.c
    with desk.store.read() as connection:
        count = connection.execute(
            select(func.count()).where(
                c.kind == e.IdentityRevealed.KIND, c.actor == officer_id, c.at >= midnight
            )
        ).scalar_one()
    return int(count), int(count) > desk.rules.confidential.alert_per_day


def reveals_over(desk: Desk) -> Sequence[tuple[str, str, int]]:
    """Return who saw more identities today than the house lets pass without telling: (officer id, name, how many), most first.

    Who may read the audit is told of everybody, anybody else of himself alone (threats T01).
    """
    everybody = desk.officer.may(Permission.AUDIT)
    midnight = _midnight_ms(desk.store.clock.now_ms())
    c = event_table.c
    # The log is in the order of time, give or take a clock that was put right: only today's end of it is read.
    before = select(c.seq).where(c.at < midnight - HOUR_MS).order_by(c.seq.desc()).limit(1).scalar_subquery()
    count = func.count()
    wanted = (
        select(c.actor, t.officer.c.rank, t.officer.c.name, count.label("times"))
        .join(t.officer, t.officer.c.officer_id == c.actor, isouter=True)
        .where(c.seq > func.coalesce(before, 0), c.at >= midnight, c.kind == e.IdentityRevealed.KIND)
        .group_by(c.actor)
        .having(count > desk.rules.confidential.alert_per_day)
        .order_by(count.desc(), c.actor)
    )
    if not everybody:
        wanted = wanted.where(c.actor == desk.officer.officer_id)
    with desk.store.read() as connection:
        rows = connection.execute(wanted).all()
    return [(row.actor, f"{row.rank or ''} {row.name or row.actor}".strip(), int(row.times)) for row in rows]


def _midnight_ms(now_ms: int) -> int:
    """Return the last midnight in Vietnam, UTC ms."""
    return (now_ms + _UTC_PLUS_7_MS) // DAY_MS * DAY_MS - _UTC_PLUS_7_MS


def may_know_lookers(officer: Officer, case: Case) -> bool:
    """Return whether an officer is told who looked into a case: who holds it, and who may read the audit."""
    return case.owner == officer.officer_id or officer.may(Permission.AUDIT)


def who_looked(desk: Desk, case_id: str) -> Sequence[tuple[int, str, str]]:
    """Return who opened, unmasked or exported a case, newest first: (UTC ms, officer's name, kind of event); features I-03.

    Raises:
        Refused: only who holds the case and who may read the audit are told.

    """
    require(desk.officer, Permission.READ)
    with desk.store.write() as tx:
        case = visible_case(tx, desk, case_id)
        if not may_know_lookers(desk.officer, case):
            require(desk.officer, Permission.AUDIT)
        c = event_table.c
        rows = tx.connection.execute(
            select(c.at, c.actor, c.kind, t.officer.c.name)
            .join(t.officer, t.officer.c.officer_id == c.actor, isouter=True)
            .where(c.case_id == case_id, c.kind.in_(_LOOKS))
            .order_by(c.seq.desc())
        ).all()
        # Ids are of letters and digits, so that one stands in the JSON text as it is.
        found = tx.connection.execute(
            select(c.at, c.actor, c.kind, t.officer.c.name)
            .join(event_body, event_body.c.seq == c.seq)
            .join(t.officer, t.officer.c.officer_id == c.actor, isouter=True)
            .where(
                c.case_id.in_([subject("search"), subject("queue")]),
                c.kind.in_([e.HitsShown.KIND, e.RowsShown.KIND]),
                event_body.c.body.contains(f'"{case_id}"', autoescape=True),
            )
        ).all()
    looks = sorted((*rows, *found), key=lambda row: row.at, reverse=True)
    return [(row.at, row.name or row.actor, row.kind) for row in looks]


_LOOKS = (
    e.CaseViewed.KIND,
    e.IdentityRevealed.KIND,
    e.RevealAsked.KIND,
    e.RevealAnswered.KIND,
    e.CaseExported.KIND,
    e.CaseCopied.KIND,
    e.PeopleSeen.KIND,
    e.NationalSeen.KIND,
    e.NationalCopied.KIND,
)


def _require_right(tx: Transaction, desk: Desk, case: Case) -> None:
    officer = desk.officer
    if case.category in desk.rules.restricted:
        require(officer, Permission.REVEAL_DENOUNCER)
        return
    require(officer, Permission.REVEAL)
    holds = case.owner == officer.officer_id and case.lease_until > tx.now_ms
    if not holds and not officer.may(Permission.REVEAL_DENOUNCER):
        raise Refused("Chỉ người đang giữ {number} hoặc trực chỉ huy xem được danh tính", number=case.number)


def _granted(desk: Desk, case: Case, now_ms: int) -> RevealRequest:
    """Return the officer's request that was let and is still good for one look. Raises ``NeedsApproval``."""
    found = next((one for one in case.reveals if one.by == desk.officer.officer_id), None)
    if found is None or found.used:
        raise NeedsApproval(waiting=False, number=case.number)
    if found.granted is None:
        raise NeedsApproval(waiting=True, number=case.number)
    if not found.granted or now_ms > found.answered_at + desk.rules.confidential.use_ms:
        raise NeedsApproval(waiting=False, number=case.number)
    return found


def _needs_two(tx: Transaction, desk: Desk, case: Case) -> bool:
    """Return whether a second officer must let the name be seen.

    What was ever sealed stays so: nobody gets round the second officer by classifying anew, by taking a tag off, or through
    another case of the same citizen. A case the officer may not know of does not count, for it would be told by that.
    """
    rules, catalog = desk.rules.confidential, desk.catalog
    ids = tx.connection.execute(
        select(t.case.c.case_id).where(t.case.c.conversation_id == case.conversation_id)
    ).scalars()
    for one in tx.cases(list(ids)).values():
        if one.case_id != case.case_id and not desk.sight.sees(one):
            continue
        tagged = replace(one, tags=tuple(sorted(tags_ever(tx.connection, one))))
        known = categories_ever(tx.connection, one) or {""}
        if any(
            rules.needs_two(replace(tagged, category=code), catalog, _suggested(tx, one)) for code in known
        ):
            return True
    return False


def _suggested(tx: Transaction, case: Case) -> str:
    if case.category:
        return ""
    found = tx.connection.execute(
        select(t.suggestion.c.category).where(t.suggestion.c.case_id == case.case_id)
    ).scalar()
    return str(found or "")
