"""Changing the clocks and the calendar: shown before it is applied, and by two people where it is the law's (features G-03, Y-04).

domain.md §7 [P]: a change of a statutory policy takes a second person. Here it is a proposal that changes nothing; who approves
must be another officer with the right to, agrees to exactly the content he was shown, and only while nothing else changed.
"""

import hashlib
from dataclasses import dataclass

from sqlalchemy import select

from console.actions.desk import Desk, Missing, Refused
from console.actions.guards import clean_text, require
from console.cache import tables as t
from console.cache.policy_reads import STREAM, policy_history
from console.cache.rules import CatalogRules
from console.cache.store import Store, Transaction
from console.domain import events as e
from console.domain.ids import new_id
from console.domain.officer import Permission
from console.domain.policy_change import Law, Line, compare, touches_law
from console.domain.policy_history import PolicyHistory, PolicyProposal, ProposalState


@dataclass(frozen=True, slots=True)
class Touched:
    """One clock of an open case that would end at another time (UTC ms); 0 where there is none before or after."""

    case_id: str
    number: str
    code: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Wish:
    """Another text of a data file, with the rules as they are and as they would be. ``back_to``: the version it comes from."""

    file: str
    content: str
    in_force: str
    """The text that is in force."""
    now: CatalogRules
    then: CatalogRules
    back_to: int = -1

    @property
    def sha256(self) -> str:
        """Return the hex hash of the new text: what is approved must be what was shown."""
        return _digest(self.content)

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return what is other in it."""
        return compare(_law(self.now), _law(self.then))

    @property
    def takes_two(self) -> bool:
        """Return whether it changes, adds or ends a limit of the law, or the days such limits are counted by."""
        return touches_law(self.lines, _law(self.now), _law(self.then))


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of a wish: in force at once, or a proposal (its id) that waits for a second person."""

    proposal_id: str
    touched: int

    @property
    def in_force(self) -> bool:
        """Return whether it took effect at once."""
        return not self.proposal_id


def preview(store: Store, now: CatalogRules, then: CatalogRules) -> tuple[Touched, ...]:
    """Return every running clock of an open case that the new rules would move, start or end. Changes nothing."""
    with store.read() as connection:
        ids = [row.case_id for row in connection.execute(select(t.case.c.case_id).where(t.case.c.open == 1))]
        cases = store.projector.cases(connection, ids)
    now_ms = store.clock.now_ms()
    found: list[Touched] = []
    for case_id in sorted(cases):
        case = cases[case_id]
        before = {
            c.policy_code: c.due_ms for c in now.clocks(case, case.priority, now_ms) if c.state != "done"
        }
        after = {
            c.policy_code: c.due_ms for c in then.clocks(case, case.priority, now_ms) if c.state != "done"
        }
        found += [
            Touched(case_id, case.number, code, before.get(code, 0), after.get(code, 0))
            for code in sorted(before.keys() | after.keys())
            if before.get(code) != after.get(code)
        ]
    return tuple(found)


def change(desk: Desk, wish: Wish, reason: str) -> Changed:
    """Put another text in force where only the house's own clocks change, else propose it to a second person.

    Raises:
        ActionError: not allowed, without a reason, the same as what is in force, or what is in force changed meanwhile.

    """
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "căn cứ thay đổi")
    base = _digest(wish.in_force)
    if wish.sha256 == base:
        raise Refused("{file} giống hệt bản đang dùng. Chưa đổi gì", file=wish.file)
    touched = preview(desk.store, wish.now, wish.then)
    with desk.store.write() as tx:
        history = policy_history(tx.connection)
        current = history.in_force(wish.file)
        if current is not None and current.sha256 != base:
            raise Refused("Quy định vừa được đổi: mở lại chương trình rồi xem trước lại. Chưa đổi gì")
        newest = history.newest(wish.file)
        if newest is None or newest.sha256 != base or not newest.content:
            _add(tx, desk, e.PolicyKept(wish.file, base, wish.in_force))
        if not wish.takes_two:
            replaced = e.PolicyReplaced(
                wish.file, wish.sha256, len(touched), words, wish.content, wish.back_to
            )
            _add(tx, desk, replaced)
            return Changed("", len(touched))
        if any(one.sha256 == wish.sha256 for one in history.waiting() if one.file == wish.file):
            raise Refused("Đã có đề nghị y như vậy đang chờ người thứ hai duyệt")
        kept = policy_history(tx.connection).newest(wish.file)
        proposal_id = new_id()
        _add(
            tx,
            desk,
            e.PolicyProposed(
                proposal_id,
                wish.file,
                base,
                kept.number if kept is not None else 0,
                wish.sha256,
                wish.content,
                tuple(f"{one.case_id} {one.code}@{one.before}/{one.after}" for one in touched),
                words,
                wish.back_to,
            ),
        )
    return Changed(proposal_id, len(touched))


def approve(desk: Desk, proposal_id: str, sha256: str, in_force: str) -> PolicyProposal:
    """Agree to a proposal of somebody else's: the event puts its content in force.

    Args:
        desk: the second officer.
        proposal_id: which one.
        sha256: hash of the content he was shown.
        in_force: the text that is in force now.

    Raises:
        ActionError: not allowed, his own, decided already, not what he was shown, or stale; nothing changed.

    """
    require(desk.officer, Permission.APPROVE_POLICY)
    with desk.store.write() as tx:
        found = _open(policy_history(tx.connection), proposal_id)
        if found.by == desk.officer.officer_id:
            raise Refused("Người đề nghị không tự duyệt đổi quy định luật định")
        if found.state is ProposalState.STALE or found.base != _digest(in_force):
            raise Refused(
                "Quy định đã đổi sau khi đề nghị này được lập, nên không duyệt được nữa. Chưa đổi gì. Người đề nghị xem trước "
                "lại rồi đề nghị lại"
            )
        if not sha256 == found.sha256 == _digest(found.content):
            raise Refused("Nội dung đề nghị không phải nội dung vừa xem. Chưa đổi gì. Mở xem lại rồi duyệt")
        _add(tx, desk, e.PolicyApproved(proposal_id, sha256))
    return found


def decline(desk: Desk, proposal_id: str, reason: str) -> None:
    """Do not agree, with the reason; who proposed sees it."""
    require(desk.officer, Permission.APPROVE_POLICY)
    words = clean_text(reason, "lý do không duyệt")
    with desk.store.write() as tx:
        found = _open(policy_history(tx.connection), proposal_id)
        if found.by == desk.officer.officer_id:
            raise Refused("Đề nghị của chính mình thì rút, không phải không duyệt")
        _add(tx, desk, e.PolicyDeclined(proposal_id, words))


def withdraw(desk: Desk, proposal_id: str, reason: str) -> None:
    """Take one's own proposal back."""
    require(desk.officer, Permission.ADMINISTER)
    words = clean_text(reason, "lý do rút đề nghị")
    with desk.store.write() as tx:
        if _open(policy_history(tx.connection), proposal_id).by != desk.officer.officer_id:
            raise Refused("Chỉ người đề nghị rút được đề nghị này")
        _add(tx, desk, e.PolicyWithdrawn(proposal_id, words))


def see_answer(desk: Desk, proposal_id: str) -> None:
    """Note that who proposed a change has read what became of it."""
    require(desk.officer, Permission.ADMINISTER)
    with desk.store.write() as tx:
        unseen = policy_history(tx.connection).unseen(desk.officer.officer_id)
        if any(one.proposal_id == proposal_id for one in unseen):
            _add(tx, desk, e.PolicyAnswerSeen(proposal_id))


def standing(desk: Desk) -> PolicyHistory:
    """Return all versions and proposals, each as it stands now."""
    if not desk.officer.may(Permission.APPROVE_POLICY) and not desk.officer.may(Permission.PURGE):
        require(desk.officer, Permission.ADMINISTER)
    with desk.store.read() as connection:
        history = policy_history(connection)
    return PolicyHistory(history.versions, tuple(map(history.aged, history.proposals)))


def _open(history: PolicyHistory, proposal_id: str) -> PolicyProposal:
    found = history.proposal(proposal_id)
    if found is None:
        raise Missing("Không có đề nghị đổi quy định nào mang mã này")
    if found.state not in (ProposalState.OPEN, ProposalState.STALE):
        raise Refused("Đề nghị này đã được duyệt, không duyệt hoặc rút rồi")
    return found


def _add(tx: Transaction, desk: Desk, body: e.EventBody) -> None:
    tx.add(STREAM, body, actor=desk.officer.officer_id, unit=desk.officer.unit)


def _law(rules: CatalogRules) -> Law:
    return Law(rules.catalog, rules.calendar)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
