"""Zalo messages into cases: who wrote, which case it belongs to, what it opens or reopens.

A message is taken in once, by its Zalo id. The citizen's identity goes to its own table; the log gets the message
without it (architecture.md, Identity).
"""

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import BindParameter, Connection, Select, bindparam, func, insert, select, update

from console.cache import tables as t
from console.cache.message_reads import GUESSED_FROM
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.case import URGENT, Case, CaseState, Outcome
from console.domain.clock import DAY_MS
from console.domain.ids import derived_id, new_id
from console.domain.message import Direction, Message, MessageType
from console.domain.names import pseudonym, pseudonym_code
from console.domain.officer import SYSTEM
from console.domain.survey import SurveyIntake
from console.record.base import Command

REOPEN_WINDOW_MS = 30 * DAY_MS
"""A closed case takes new messages this long (house rule); after that a new matter begins."""
THANKS_WINDOW_MS = DAY_MS
"""Mere thanks this long after closing does not reopen (features C-14)."""
_MANY = 500
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_IDENTITIES = select(
    t.identity.c.zalo_user_id,
    t.identity.c.conversation_id,
    t.identity.c.pseudonym,
    t.identity.c.display_name,
    t.identity.c.avatar_url,
).where(t.identity.c.zalo_user_id.in_(_IDS))
_BY_PSEUDONYM = select(t.identity.c.conversation_id).where(t.identity.c.pseudonym == bindparam("pseudonym"))
_MESSAGES = select(t.message.c.message_id).where(t.message.c.message_id.in_(_IDS))
_REPLIES = select(t.reply.c.zalo_message_id).where(t.reply.c.zalo_message_id.in_(_IDS))
_RANKED_CASES = (
    select(
        t.case.c.conversation_id,
        t.case.c.case_id,
        func.row_number()
        .over(
            partition_by=t.case.c.conversation_id,
            order_by=(t.case.c.open.desc(), t.case.c.last_activity_at.desc()),
        )
        .label("place"),
    )
    .where(t.case.c.conversation_id.in_(_IDS), t.case.c.state != CaseState.MERGED.value)
    .subquery()
)
_LATEST_CASES = select(_RANKED_CASES.c.conversation_id, _RANKED_CASES.c.case_id).where(
    _RANKED_CASES.c.place == 1
)


@dataclass(frozen=True, slots=True)
class InboundRow:
    """One row of a chat read: the message, and beside it who the citizen is."""

    message: Message
    zalo_user_id: str
    display_name: str = ""
    avatar_url: str = ""


@dataclass(frozen=True, slots=True)
class IntakeResult:
    """What became of the rows: ids taken in now, how many were known, outbound ids that are our own replies."""

    new_ids: tuple[str, ...] = ()
    known: int = 0
    bound: tuple[str, ...] = ()


@dataclass(slots=True)
class _Conversation:
    conversation_id: str
    pseudonym: str
    case: Case | None


class Intake:
    """Takes rows in."""

    def __init__(
        self,
        unit: str,
        is_mere_thanks: Callable[[str], bool],
        rng: random.Random | None = None,
        make_id: Callable[[], str] = new_id,
        survey: SurveyIntake | None = None,
        is_emergency: Callable[[Message], bool] | None = None,
    ) -> None:
        """Take the code of the desk that new cases start at, the thanks rule, and what makes pseudonyms and ids.

        ``survey`` knows the answers to the satisfaction survey; without it they are messages as all others. ``is_emergency``
        reads a message of a case that a person has decided on; without it nothing more is looked for there.
        """
        self._unit = unit
        self._is_mere_thanks = is_mere_thanks
        self._rng = rng or random.SystemRandom()
        self._new_id = make_id
        self._survey = survey
        self._is_emergency = is_emergency

    def take_in(self, tx: Transaction, rows: Sequence[InboundRow]) -> IntakeResult:
        """Store what is new among ``rows`` (any order, both directions) in this transaction."""
        by_id = {row.message.message_id: row for row in rows}
        known = _known(tx.connection, by_id)
        bound = _our_replies(tx.connection, [i for i in by_id if i not in known])
        new = [row for row in by_id.values() if row.message.message_id not in known | bound]
        new.sort(key=lambda row: row.message.at)
        conversations = self._conversations(tx, new)
        commands = [self._command(tx, conversations[row.zalo_user_id], row.message) for row in new]
        tx.append_all(commands)
        return IntakeResult(tuple(row.message.message_id for row in new), len(known), tuple(sorted(bound)))

    def conversation_of(self, tx: Transaction, row: InboundRow) -> str:
        """Return the conversation of a citizen, made if it is not known yet."""
        return self._conversations(tx, [row])[row.zalo_user_id].conversation_id

    def _conversations(self, tx: Transaction, rows: Iterable[InboundRow]) -> dict[str, _Conversation]:
        latest = {row.zalo_user_id: row for row in rows}
        found: dict[str, _Conversation] = {}
        for chunk in _chunks(list(latest)):
            identities = tx.connection.execute(_IDENTITIES, {"ids": chunk}).all()
            cases = _latest_cases(tx, [known.conversation_id for known in identities])
            for known in identities:
                _update_name(tx.connection, known, latest[known.zalo_user_id])
                case = cases.get(known.conversation_id)
                found[known.zalo_user_id] = _Conversation(known.conversation_id, known.pseudonym, case)
        self._add_identities(tx, [row for user, row in latest.items() if user not in found], found)
        return found

    def _add_identities(
        self, tx: Transaction, rows: Sequence[InboundRow], found: dict[str, _Conversation]
    ) -> None:
        fresh = []
        taken: set[str] = set()
        for row in rows:
            code = self._free_code(tx.connection, taken)
            taken.add(code)
            conversation = _Conversation(self._new_id(), pseudonym(code), None)
            found[row.zalo_user_id] = conversation
            fresh.append(
                {
                    "conversation_id": conversation.conversation_id,
                    "zalo_user_id": row.zalo_user_id,
                    "pseudonym": conversation.pseudonym,
                    "display_name": row.display_name,
                    "avatar_url": row.avatar_url,
                    "first_seen_at": tx.now_ms,
                }
            )
        if fresh:
            tx.connection.execute(insert(t.identity), fresh)

    def _free_code(self, connection: Connection, taken: set[str]) -> str:
        while True:
            code = pseudonym_code(self._rng, frozenset(taken))
            if connection.execute(_BY_PSEUDONYM, {"pseudonym": pseudonym(code)}).first() is None:
                return code
            taken.add(code)

    def _command(self, tx: Transaction, conversation: _Conversation, message: Message) -> Command:
        """Return the command that takes one message in, and follow what it does to the conversation's case."""
        case = conversation.case
        bodies: tuple[e.EventBody, ...]
        if case is None or _is_another_matter(case, message):
            case = Case(self._new_id(), unit=self._unit, conversation_id=conversation.conversation_id)
            opened = e.CaseOpened(conversation.conversation_id, conversation.pseudonym)
            bodies = (opened, e.MessageReceived(message))
            if message.direction is Direction.OUTBOUND:
                closed = e.CaseClosed(Outcome.ANSWERED.value, "Hội thoại do trang OA bắt đầu")
                bodies = (*bodies, closed)
                case = replace(case, state=CaseState.CLOSED, closed_at=tx.now_ms)
        else:
            answered = self._answer(case, message)
            reopens = message.direction is Direction.INBOUND and self._reopens(case, message, answered)
            bodies = (e.MessageReceived(message, reopens),)
            if answered is not None:
                bodies = (*bodies, answered)
                case = replace(case, survey_at=0)
            if self._raises(case, message):
                bodies = (*bodies, e.EmergencySeen(message.message_id))
            if reopens:
                case = replace(case, state=CaseState.NEW)
        conversation.case = case
        return Command(
            derived_id("message", message.message_id),
            case.case_id,
            bodies,
            SYSTEM,
            case.unit,
            tx.device,
            tx.now_ms,
        )

    def _answer(self, case: Case, message: Message) -> e.SurveyAnswered | None:
        """Return the event that ties an answer to its case (features V-01), or ``None``."""
        found = self._survey.answer(case, message) if self._survey else None
        if found is None or self._survey is None:
            return None
        return e.SurveyAnswered(message.message_id, found.score, found.more, self._survey.is_low(found))

    def _reopens(self, case: Case, message: Message, answered: e.SurveyAnswered | None) -> bool:
        """Return whether a message opens its closed case again (features C-14).

        A good mark in the survey does not; a low one does, so that somebody follows it up, and so does what says more.
        """
        if case.state is not CaseState.CLOSED:
            return False
        if answered is not None:
            return answered.more or answered.low
        soon = message.at - case.closed_at <= THANKS_WINDOW_MS
        return not (soon and self._says_only_thanks(message))

    def _raises(self, case: Case, message: Message) -> bool:
        """Return whether a message makes an emergency of a case whose kind or priority a person gave it without that message.

        A case nobody has decided on is read as a whole when it is shown (``projector``).
        """
        decided = bool(case.category or case.priority) or case.message_count >= GUESSED_FROM
        if self._is_emergency is None or message.direction is not Direction.INBOUND or not decided:
            return False
        return case.priority != URGENT and self._is_emergency(message)

    def _says_only_thanks(self, message: Message) -> bool:
        if not message.text:
            return message.type is MessageType.STICKER
        return message.type is MessageType.TEXT and self._is_mere_thanks(message.text)


def _is_another_matter(case: Case, message: Message) -> bool:
    long_ago = message.at - case.closed_at > REOPEN_WINDOW_MS
    return case.state is CaseState.CLOSED and message.direction is Direction.INBOUND and long_ago


def _latest_cases(tx: Transaction, conversation_ids: Sequence[str]) -> dict[str, Case]:
    """Return each conversation's open case that moved last, else its closed one that moved last."""
    rows = tx.connection.execute(_LATEST_CASES, {"ids": conversation_ids}).all()
    cases = tx.cases([row.case_id for row in rows])
    return {row.conversation_id: cases[row.case_id] for row in rows}


def _update_name(connection: Connection, known: Any, row: InboundRow) -> None:
    name = row.display_name or known.display_name
    avatar = row.avatar_url or known.avatar_url
    if (name, avatar) != (known.display_name, known.avatar_url):
        connection.execute(
            update(t.identity)
            .where(t.identity.c.conversation_id == known.conversation_id)
            .values(display_name=name, avatar_url=avatar)
        )


def _known(connection: Connection, ids: Iterable[str]) -> set[str]:
    return _found(connection, _MESSAGES, list(ids))


def _our_replies(connection: Connection, ids: Sequence[str]) -> set[str]:
    return _found(connection, _REPLIES, ids)


def _found(connection: Connection, statement: Select[Any], ids: Sequence[str]) -> set[str]:
    found: set[str] = set()
    for chunk in _chunks(ids):
        found.update(connection.execute(statement, {"ids": chunk}).scalars())
    return found


def _chunks(items: Sequence[str]) -> Iterable[Sequence[str]]:
    return (items[start : start + _MANY] for start in range(0, len(items), _MANY))
