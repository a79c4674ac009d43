"""All that the screen reads, in one place: bounded, indexed, local.

A ``Queries`` belongs to one officer and one connection; it never shows a case that is not there for the
officer (``visibility``; features Q-04, W-03).
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sqlalchemy import Connection, select

from console.cache import (
    called_query,
    case_query,
    fate_query,
    handover_query,
    health_query,
    holding_query,
    knowledge_query,
    presence_query,
    queue_query,
    releasing,
    requests_query,
    review_query,
    search_query,
    tables,
    thread_query,
    turn_query,
)
from console.cache.accounts import roles_in_force
from console.cache.called_query import Called, CameBack
from console.cache.covering import Marks, cover_item, covered_for, sealed_of
from console.cache.duty_notices import duty_notices
from console.cache.duty_views import (
    Acknowledgement,
    Change,
    Held,
    Reminder,
    ReviewRow,
    ReviewSheet,
    SampleFigures,
    SurveyFigures,
    Unsigned,
)
from console.cache.errors import StoreError
from console.cache.officer_rows import active_officers, all_officers
from console.cache.rules import CatalogRules
from console.cache.shown_items import shown_item
from console.cache.views import (
    AwaitingReply,
    CaseDetail,
    Counts,
    Found,
    Health,
    MessageItem,
    Place,
    Presence,
    QueueFilter,
    QueueRow,
    RelatedCase,
    ReplyFate,
    Request,
    SearchHit,
    ThreadItem,
    Told,
)
from console.cache.visibility import Sight, barred_of, sight_of
from console.domain.calendar import local_datetime
from console.domain.case import Case, TransferState
from console.domain.catalog import CannedReply
from console.domain.clock import Clock
from console.domain.confidentiality import COVERED_TEXT
from console.domain.handover import DutyNotice, ShiftView
from console.domain.knowledge import Item, Version, items_on, name_of, shipped
from console.domain.masking import mask_source
from console.domain.officer import Officer, Permission
from console.domain.ready import ready_answers
from console.domain.roles import RoleMatrix
from console.domain.sorting import name_key

_Row = TypeVar("_Row", QueueRow, RelatedCase)


class Queries:
    """Reads for one officer."""

    def __init__(
        self,
        connect: Callable[[], AbstractContextManager[Connection]],
        officer: Officer,
        rules: CatalogRules,
        clock: Clock,
    ) -> None:
        """Take a way to a read-only connection, who is reading, and the rules."""
        self._connect = connect
        self._officer = rules.roles.seat(officer)
        self._rules = rules
        self._clock = clock
        self._sight = sight_of(officer, rules)
        self._names = rules.names()
        self._health = Health()
        self._noted: set[str] = set()

    @property
    def officer(self) -> Officer:
        """Return who is reading."""
        return self._officer

    @property
    def sight(self) -> Sight:
        """Return what the officer may know of."""
        return self._sight

    def reseat(self, officer: Officer, roles: RoleMatrix) -> None:
        """Read as this officer by this matrix from now on: his account or the matrix was changed."""
        self._rules = self._rules.with_roles(roles)
        self._officer = roles.seat(officer)
        self._sight = sight_of(self._officer, self._rules)

    def queue_index(self, wanted: QueueFilter) -> list[Place]:
        """Return the places of all cases of a queue, in order."""
        return self._places(wanted, None)

    def queue_places(self, case_ids: Iterable[str], wanted: QueueFilter) -> dict[str, Place]:
        """Return where these cases stand in a queue; those that are not in it are left out."""
        return {place.case_id: place for place in self._places(wanted, case_ids)}

    def queue_turn(self, after_ms: int) -> int:
        """Return when, later than ``after_ms`` (UTC ms), time alone next moves a case of any queue."""
        with self._connect() as connection:
            return turn_query.next_turn(connection, after_ms)

    def queue_turned(self, since_ms: int, until_ms: int) -> frozenset[str]:
        """Return the cases that time alone may have moved; ask ``queue_places`` where they stand now."""
        with self._connect() as connection:
            return turn_query.turned(connection, since_ms, until_ms)

    def _places(self, wanted: QueueFilter, only: Iterable[str] | None) -> list[Place]:
        with self._connect() as connection:
            return queue_query.places(
                connection,
                wanted,
                officer=self._officer.officer_id,
                sight=self._sight,
                now_ms=self._clock.now_ms(),
                only=only,
            )

    def queue_rows(self, case_ids: Sequence[str]) -> list[QueueRow]:
        """Return the queue rows of these cases, in this order."""
        with self._connect() as connection:
            rows = queue_query.rows(
                connection,
                case_ids,
                officer=self._officer.officer_id,
                sight=self._sight,
                zalo=self._rules.zalo,
                now_ms=self._clock.now_ms(),
                sealed=sealed_of(connection, self._rules, case_ids),
            )
            return self._without_source(connection, rows)

    def kinds(self, case_ids: Sequence[str]) -> dict[str, str]:
        """Return the category of each of these cases, the suggested one while nobody has said it."""
        with self._connect() as connection:
            return queue_query.kinds(connection, case_ids, self._sight)

    def counts(self) -> Counts:
        """Return the numbers of the rail."""
        with self._connect() as connection:
            return queue_query.counts(
                connection,
                officer=self._officer.officer_id,
                sight=self._sight,
                now_ms=self._clock.now_ms(),
            )

    def called(self) -> tuple[Called, ...]:
        """Return the cases that somebody has and nobody works on, which call the officer's desk."""
        with self._connect() as connection:
            return called_query.called(connection, self._sight, self._clock.now_ms())

    def emergencies(self) -> tuple[str, ...]:
        """Return the cases in which the machine saw an emergency after a person decided on them, until it was read."""
        with self._connect() as connection:
            return called_query.emergencies(connection, self._sight)

    def requests(self, case_ids: Collection[str] | None = None) -> tuple[Request, ...]:
        """Return what others ask for in these cases, all of them without ``case_ids``, that waits for a second officer."""
        with self._connect() as connection:
            return requests_query.requests(
                connection, self._sight, self._rules.catalog.escalation.bounces, case_ids
            )

    def answers(self, case_ids: Collection[str]) -> tuple[Told, ...]:
        """Return what was answered in these cases to the officer's own requests and he has not read yet."""
        with self._connect() as connection:
            return requests_query.answers(connection, self._sight, self._clock.now_ms(), case_ids)

    def reminders(self) -> tuple[Reminder, ...]:
        """Return what was put off until now and is the officer's or nobody's, the earliest first."""
        with self._connect() as connection:
            return called_query.reminders(connection, self._sight, self._clock.now_ms())

    def held(self) -> dict[str, Held]:
        """Return by case what the officer holds, and until when."""
        with self._connect() as connection:
            return holding_query.held(connection, self._sight, self._clock.now_ms())

    def changed_hands(self, case_ids: Collection[str]) -> tuple[Change, ...]:
        """Return of these cases who holds them now and by whose act."""
        with self._connect() as connection:
            return holding_query.changes(connection, self._sight, case_ids)

    def came_back(self) -> tuple[CameBack, ...]:
        """Return what the officer holds of cases that a unit gave back."""
        with self._connect() as connection:
            return called_query.came_back(connection, self._sight)

    def detail(self, case_id: str) -> CaseDetail | None:
        """Return all that is shown of a case; ``None`` where it is not there or may not be read."""
        with self._connect() as connection:
            found = case_query.detail(
                connection,
                case_id,
                officer=self._officer.officer_id,
                sight=self._sight,
                rules=self._rules,
                names=self._names,
                now_ms=self._clock.now_ms(),
            )
            if found is None:
                return None
            transfer = found.case.transfer
            pending = transfer is not None and transfer.state is TransferState.PENDING
            if pending and transfer is not None and transfer.to_unit in self._sight.own:
                found = replace(found, for_us=True)
            found = replace(
                found,
                related=self._unseen(connection, found.related),
                answers=self._sight.answers_for(found.case),
            )
            if self._sight.units is None:
                return found
            marks = self._covered(connection, [case_id]).get(case_id)
            quote = found.draft_quote if marks is None else mask_source(found.draft_quote, marks)
            related = tuple(self._without_source(connection, found.related))
            # First letters and last digits are enough where everybody knows everybody: a unit gets the pseudonym alone.
            citizen = (
                found.citizen if marks is None else replace(found.citizen, masked_name="", masked_phone="")
            )
            return replace(found, related=related, draft_quote=quote, citizen=citizen)

    def noted(self, case_ids: Iterable[str]) -> None:
        """Show the first words of these sealed cases beside others: it is written down that the officer sees them."""
        self._noted.update(case_ids)

    def _unseen(self, connection: Connection, related: tuple[RelatedCase, ...]) -> tuple[RelatedCase, ...]:
        """Return related cases, the words of sealed ones covered until it is written down that they are seen."""
        ids = [one.case_id for one in related if one.case_id not in self._noted]
        if not ids:
            return related
        hidden = sealed_of(connection, self._rules, ids)
        return tuple(
            replace(one, snippet=COVERED_TEXT, covered=True) if one.case_id in hidden else one
            for one in related
        )

    def thread(self, case_id: str) -> list[ThreadItem]:
        """Return the conversation of a case, oldest first; empty where it may not be read."""
        with self._connect() as connection:
            case = case_query.load_case(connection, case_id)
            if case is None or not self._sight.sees(case):
                return []
            items = thread_query.thread(connection, case, self._names, self._sight)
            return self._as_read(connection, case, items)

    def _as_read(self, connection: Connection, case: Case, items: Sequence[ThreadItem]) -> list[ThreadItem]:
        """Return a conversation as this reader gets it: of a sealed matter without who told, and the files let through."""
        shown = [shown_item(case, item) for item in items]
        marks = self._covered(connection, [case.case_id]).get(case.case_id)
        if marks is None:
            return shown
        given = None
        if not releasing.reads_all(connection, self._rules, self._sight, case, self._clock.now_ms()):
            given = releasing.given_to(connection, self._sight, case.case_id)
        return [_covered_item(item, marks, given) for item in shown]

    def known_numbers(self, numbers: Collection[str]) -> frozenset[str]:
        """Return those of these case numbers that are there for the officer."""
        c = tables.case.c
        wanted = select(c.number).where(c.number.in_(sorted(numbers)), *self._sight.conditions())
        with self._connect() as connection:
            return frozenset(connection.execute(wanted).scalars())

    def withdrawn(self, case_ids: Collection[str]) -> frozenset[str]:
        """Return those of these cases that are kept from the officer, wherever they lie: ids of a change's news, no more."""
        with self._connect() as connection:
            found = connection.execute(barred_of(self._sight), {"ids": sorted(case_ids)})
            return frozenset(found.scalars())

    def reply_fates(self, known: Collection[str]) -> list[ReplyFate]:
        """Return the officer's own replies that are not settled, and those of ``known`` whatever became of them."""
        with self._connect() as connection:
            return fate_query.fates(connection, self._officer.officer_id, known, self._sight)

    def ready_answers(self) -> dict[str, CannedReply]:
        """Return by code the ready answers that may be given today, as they are worded now (features K-04)."""
        return ready_answers(self._rules.catalog.canned, self.library())

    def awaiting(self) -> list[AwaitingReply]:
        """Return the replies that wait for a second officer, whoever wrote them, the most pressing first."""
        with self._connect() as connection:
            return fate_query.awaiting(connection, self._sight, self._rules.zalo, self._clock.now_ms())

    def search(self, words: str, *, ranked: bool = False) -> list[SearchHit]:
        """Return what matches ``words`` in any spelling of the marks."""
        with self._connect() as connection:
            return list(self._find(connection, words, ranked=ranked, forgiving=False).hits)

    def find(self, words: str, *, newest: bool = False) -> Found:
        """Return what a search finds, the best first or the newest, with whether there is more."""
        with self._connect() as connection:
            return self._find(connection, words, ranked=not newest, forgiving=True)

    def _find(self, connection: Connection, words: str, *, ranked: bool, forgiving: bool) -> Found:
        limit = search_query.POOL if forgiving else search_query.SEARCH_LIMIT
        return search_query.find(
            connection,
            words,
            sight=self._sight,
            ranked=ranked,
            limit=limit,
            forgiving=forgiving,
            covered=lambda case_ids: self._covered(connection, case_ids),
        )

    def _covered(self, connection: Connection, case_ids: Collection[str]) -> Marks:
        return covered_for(connection, self._rules, self._sight, case_ids)

    def _without_source(self, connection: Connection, rows: Sequence[_Row]) -> list[_Row]:
        """Return the first words of cases as this reader may read them."""
        marks = self._covered(connection, [row.case_id for row in rows])
        return [
            replace(row, snippet=mask_source(row.snippet, marks[row.case_id]))
            if row.case_id in marks
            else row
            for row in rows
        ]

    def health(self) -> Health:
        """Return what is known of receiving, sending and the store; that it cannot be read is one answer, too."""
        try:
            with self._connect() as connection:
                self._health = health_query.health(connection, self._clock.now_ms(), self._sight)
        except StoreError as error:
            # What was known a moment ago still tells when the last good read was; it must not pass for news.
            return replace(self._health, cache_ok=False, trouble=error.text_vi)
        return self._health

    def library(self) -> tuple[Item, ...]:
        """Return every entry of the library as it stands today."""
        with self._connect() as connection:
            written = knowledge_query.versions(connection)
        return items_on(self.today(), shipped(self._rules.catalog), written)

    def knowledge_history(self, name: str) -> tuple[Version, ...]:
        """Return the versions of an entry, the shipped one first where there is one."""
        with self._connect() as connection:
            written = knowledge_query.versions(connection, name).get(name, ())
        first = tuple(Version(one, 0) for one in shipped(self._rules.catalog) if name_of(one) == name)
        return (*first, *written)

    def today(self) -> date:
        """Return the day in Vietnam."""
        return local_datetime(self._clock.now_ms()).date()

    def others(self, case_ids: Iterable[str]) -> dict[str, tuple[Presence, ...]]:
        """Return who else is at these cases now; cases without anybody are left out."""
        now_ms = self._clock.now_ms()
        with self._connect() as connection:
            return presence_query.of_cases(
                connection, case_ids, officer=self._officer.officer_id, now_ms=now_ms
            )

    def officers(self) -> list[Officer]:
        """Return the officers who can sign in here with what each may do, by their given names (features L-02)."""
        with self._connect() as connection:
            matrix = roles_in_force(connection, self._rules.roles)
            found = [matrix.seat(one) for one in active_officers(connection)]
        return sorted(found, key=lambda one: name_key(one.name))

    def accounts(self) -> list[tuple[Officer, bool]]:
        """Return every account with whether it may sign in, by given names; nothing for who does not administer."""
        if not self._officer.may(Permission.ADMINISTER):
            return []
        with self._connect() as connection:
            return sorted(all_officers(connection), key=lambda one: name_key(one[0].name))

    def may_set_up(self) -> bool:
        """Return whether the officer may set this console up: he administers, or nobody here does yet (``actions.founding``)."""
        if self._officer.may(Permission.ADMINISTER):
            return True
        with self._connect() as connection:
            roles = roles_in_force(connection, self._rules.roles)
            return not roles.administered(active_officers(connection))

    def account(self, officer_id: str) -> Officer | None:
        """Return an officer as his account is now; ``None`` where he may no longer sign in."""
        with self._connect() as connection:
            return next((x for x in active_officers(connection) if x.officer_id == officer_id), None)

    def role_matrix(self, shipped: RoleMatrix | None = None) -> RoleMatrix:
        """Return the matrix of roles with all changes made at this store."""
        with self._connect() as connection:
            return roles_in_force(connection, shipped or self._rules.roles)

    def review_rows(self, only: str = "") -> list[ReviewRow]:
        """Return what waits for a review or a second signature, oldest first; of one case with ``only``."""
        with self._connect() as connection:
            return review_query.rows(connection, self._sight, self._rules, self._clock.now_ms(), only)

    def reviews_waiting(self) -> int:
        """Return how many reviews wait."""
        with self._connect() as connection:
            return review_query.waiting(connection, self._sight)

    def review_sheet(self, row: ReviewRow) -> ReviewSheet | None:
        """Return all a reviewer sees of one entry; ``None`` where it is gone."""
        with self._connect() as connection:
            sheet = review_query.sheet(
                connection,
                row,
                officer=self._officer.officer_id,
                sight=self._sight,
                rules=self._rules,
                names=self._names,
                now_ms=self._clock.now_ms(),
            )
            if sheet is None:
                return None
            return replace(sheet, items=tuple(self._as_read(connection, sheet.case, sheet.items)))

    def unacknowledged(self) -> list[Acknowledgement]:
        """Return the findings about the officer's own work that he has not acknowledged."""
        with self._connect() as connection:
            return review_query.unacknowledged(connection, self._officer.officer_id, self._sight)

    def unsigned(self) -> list[Unsigned]:
        """Return the ends the officer proposed and nobody signs, where he has done nothing in the case since."""
        with self._connect() as connection:
            return review_query.unsigned(connection, self._officer.officer_id, self._sight)

    def sample_figures(self) -> list[SampleFigures]:
        """Return what was drawn for review, month by month."""
        with self._connect() as connection:
            return review_query.sample_figures(connection, self._sight)

    def survey_figures(self, since: int, until: int) -> SurveyFigures:
        """Return what came of the surveys decided in a span of time (UTC ms)."""
        with self._connect() as connection:
            return review_query.survey_figures(connection, self._sight, since, until)

    def duty_notices(self) -> tuple[DutyNotice, ...]:
        """Return what whoever is on duty here must know: a leaver who had gone, a desk that does not answer at night."""
        with self._connect() as connection:
            return duty_notices(connection, self._officer.unit, province=self._officer.province)

    def shift(self) -> ShiftView:
        """Return the shift that runs at the officer's desk."""
        with self._connect() as connection:
            return handover_query.current_shift(connection, self._officer.unit)


def _covered_item(
    item: ThreadItem, marks: tuple[str, ...], given: Mapping[releasing.Place, releasing.Given] | None
) -> ThreadItem:
    """Return a line of a sealed matter as a unit reads it; ``given`` is ``None`` for who gets its files as they came."""
    covered = cover_item(item, marks)
    if given is None or not isinstance(covered, MessageItem):
        return covered
    return releasing.cover_files(covered, given, marks)
