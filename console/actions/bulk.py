"""One act on many cases (features B-07): each case by its own rules and in its own transaction, never a word to a citizen.

Denunciations and reports of crime are left out: each must be opened and decided by itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select

from console.actions import assigning, claims, classification, snoozing, tags, undoing
from console.actions.desk import ActionError, Desk, Done, Refused, Undo, Words
from console.cache import tables as t
from console.cache.store import Transaction
from console.domain.case import Case
from console.domain.officer import Officer, Permission
from console.domain.sorting import name_key

LIMIT = 200
"""More at once is no act an officer could have looked at."""
SAMPLES = 5
UNDO_MS = 30_000
_SINGLE = frozenset({"secret_source", "secret_identity"})
"""Confidentiality of the categories whose cases are never treated in bulk."""


class BulkKind(StrEnum):
    """What can be done to many cases."""

    CLAIM = "claim"
    ASSIGN = "assign"
    RELEASE = "release"
    TAG = "tag"
    UNTAG = "untag"
    PRIORITY = "priority"
    SNOOZE = "snooze"


@dataclass(frozen=True, slots=True)
class BulkAct:
    """What is to be done. ``value`` is a tag's, a priority's or an officer's code; ``until_ms`` (UTC) and ``reason`` are of a snooze."""

    kind: BulkKind
    value: str = ""
    until_ms: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A case that was left as it is, and why."""

    case_id: str
    number: str
    words: Words


@dataclass(frozen=True, slots=True)
class BulkLook:
    """What an act would meet: the cases it may touch (ids), some of them as samples, those it leaves out, who can be given them."""

    case_ids: tuple[str, ...]
    samples: tuple[Case, ...]
    skipped: tuple[Skipped, ...]
    officers: tuple[Officer, ...] = ()


@dataclass(frozen=True, slots=True)
class BulkDone:
    """What was done: the cases that changed, how to take it back, and those that were left out."""

    changed: tuple[str, ...]
    undo: tuple[Undo, ...]
    skipped: tuple[Skipped, ...]


def look(desk: Desk, case_ids: Sequence[str]) -> BulkLook:
    """Return what a bulk act on these cases would meet.

    Raises:
        Refused: more than ``LIMIT`` at once.

    """
    if len(case_ids) > LIMIT:
        raise Refused("Chọn nhiều nhất {limit} hồ sơ một lần", limit=LIMIT)
    may: list[Case] = []
    skipped: list[Skipped] = []
    with desk.store.write() as tx:
        for case_id in dict.fromkeys(case_ids):
            case = tx.case(case_id)
            if case is None or not desk.sight.sees(case):
                skipped.append(Skipped(case_id, "", Words("Không có hồ sơ này, hoặc bạn không được xem")))
            elif not desk.sight.answers_for(case):
                words = Words("{number} do đơn vị khác xử lý: bạn chỉ được biết", number=case.number)
                skipped.append(Skipped(case_id, case.number, words))
            elif case.emergency is not None:
                words = Words("{number} có tin máy báo khẩn: mở và quyết định riêng", number=case.number)
                skipped.append(Skipped(case_id, case.number, words))
            elif _single(tx, desk, case):
                words = Words(
                    "{number} là tin tố giác, tin báo, tố cáo: mở và quyết định riêng", number=case.number
                )
                skipped.append(Skipped(case_id, case.number, words))
            else:
                may.append(case)
        officers = assigning.assignees(desk, tx.connection) if desk.officer.may(Permission.TAKE_OVER) else []
    ids = tuple(case.case_id for case in may)
    people = tuple(sorted(officers, key=lambda one: name_key(one.name)))
    return BulkLook(ids, tuple(may[:SAMPLES]), tuple(skipped), people)


def run(desk: Desk, case_ids: Sequence[str], act: BulkAct) -> BulkDone:
    """Do one act on many cases; a case whose own rules forbid it is left out and named.

    Raises:
        Refused: more than ``LIMIT`` at once.

    """
    seen = look(desk, case_ids)
    changed: list[str] = []
    undo: list[Undo] = []
    skipped = list(seen.skipped)
    for case_id in seen.case_ids:
        try:
            done = _one(desk, case_id, act)
        except ActionError as error:
            skipped.append(Skipped(case_id, _number(desk, case_id), error.words))
            continue
        if done.events:
            changed.append(case_id)
        if done.undo is not None:
            undo.append(done.undo)
    return BulkDone(tuple(changed), tuple(undo), tuple(skipped))


def take_back(desk: Desk, undo: Sequence[Undo]) -> BulkDone:
    """Take a bulk act back, case by case; one that somebody went on with stays and is named."""
    changed: list[str] = []
    skipped: list[Skipped] = []
    for one in undo:
        try:
            undoing.undo(desk, one)
            changed.append(one.case_id)
        except ActionError as error:
            skipped.append(Skipped(one.case_id, _number(desk, one.case_id), error.words))
    return BulkDone(tuple(changed), (), tuple(skipped))


def _one(desk: Desk, case_id: str, act: BulkAct) -> Done:
    match act.kind:
        case BulkKind.CLAIM:
            return claims.claim(desk, case_id)
        case BulkKind.ASSIGN:
            return assigning.assign(desk, case_id, act.value)
        case BulkKind.RELEASE:
            return claims.release(desk, case_id)
        case BulkKind.TAG:
            return tags.set_tags(desk, case_id, add=(act.value,))
        case BulkKind.UNTAG:
            return tags.set_tags(desk, case_id, remove=(act.value,))
        case BulkKind.PRIORITY:
            return classification.set_priority(desk, case_id, act.value)
        case BulkKind.SNOOZE:
            return snoozing.snooze(desk, case_id, act.until_ms, act.reason)


def _single(tx: Transaction, desk: Desk, case: Case) -> bool:
    """Return whether a case is, or seems to be, one that is never treated in bulk."""
    code = (
        case.category
        or tx.connection.execute(
            select(t.suggestion.c.category).where(t.suggestion.c.case_id == case.case_id)
        ).scalar()
    )
    category = desk.catalog.categories.get(code or "")
    return category is not None and category.confidentiality in _SINGLE


def _number(desk: Desk, case_id: str) -> str:
    with desk.store.read() as connection:
        return str(
            connection.execute(select(t.case.c.number).where(t.case.c.case_id == case_id)).scalar() or ""
        )
