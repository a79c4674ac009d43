"""The written steps of a denunciation (tố cáo) and of a complaint (khiếu nại), which end their terms (domain.md §2, §3).

Whether a matter is taken up decides the body that is competent, outside this program and in writing; what is recorded here
is its paper, and on which citation of policies.json it rests. A later record takes the place of an earlier one.
"""

from datetime import date

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import (
    clean_text,
    received_on,
    require,
    require_day,
    require_not_merged,
    without_source,
)
from console.actions.perform import Ask, Step, perform
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.officer import Permission
from console.domain.petition import (
    HANDLINGS,
    WITHOUT_PAPER,
    WITHOUT_REASON,
    Handling,
    policy_of,
)

DOCUMENT_LIMIT = 120
REASON_LIMIT = 500


def handle(
    desk: Desk,
    case_id: str,
    handling: Handling,
    document: str,
    on: date,
    reason: str = "",
    *,
    settled: tuple[str, date] | None = None,
    expected_version: int | None = None,
    command_id: str = "",
) -> Done:
    """Record what was made of a denunciation or complaint, and by which paper it was settled in the end.

    It ends the term for taking it up (TC_FIRST: Luật Tố cáo 2018 Đ24(1); KN_ACCEPT: Luật Khiếu nại 2011 Đ27); what is taken up
    has its term for settling from the paper's day, which ``settled`` ends.

    Args:
        desk: who records; whoever classifies the matter may, if he may know of it.
        case_id: a denunciation or complaint, open or closed.
        handling: what was decided.
        document: the paper's number; may be "" only where the law asks for none.
        on: its day in Vietnam.
        reason: why it was not taken up, or to whom it went; needed for everything but taking up.
        settled: number and day of the conclusion or decision; ``None`` while there is none.
        expected_version: see ``Ask``.
        command_id: see ``Ask``.

    Raises:
        Refused: a number or reason is missing, a day cannot be, or another kind of matter; nothing was recorded.

    """
    require(desk.officer, Permission.CLASSIFY)
    number = document.strip()
    if number or handling not in WITHOUT_PAPER:
        number = clean_text(document, "số văn bản", DOCUMENT_LIMIT)
    why = reason.strip()
    if why or handling not in WITHOUT_REASON:
        why = without_source(desk, case_id, clean_text(reason, "lý do", REASON_LIMIT))
    end = (clean_text(settled[0], "số văn bản giải quyết", DOCUMENT_LIMIT), settled[1]) if settled else None
    if end is not None and handling is not Handling.TAKEN_UP:
        raise Refused("Chỉ việc đã thụ lý mới có văn bản giải quyết")
    wish = {"document": number} if end is None else {}
    ask = Ask(case_id, Action.REPORT, Permission.CLASSIFY, expected_version, command_id, wish)

    def plan(tx: Transaction, case: Case) -> Step:
        require_not_merged(case)
        if handling not in HANDLINGS.get(case.category, ()):
            raise Refused("{number} không phải tố cáo, khiếu nại xử lý như vậy", number=case.number)
        today = local_date(tx.now_ms)
        require_day(on, received_on(case), today)
        citation = desk.rules.policy_of(case, policy_of(case.category, handling)).citation
        wanted = e.PetitionHandled(handling.value, case.category, citation, number, on.isoformat(), why)
        bodies: list[e.EventBody] = []
        if _known(case) != wanted:
            bodies.append(wanted)
        if end is not None:
            require_day(end[1], on, today)
            ended = e.PetitionSettled(end[0], end[1].isoformat())
            before = case.settled
            if before is None or (before.document, before.on) != (ended.document, ended.on):
                bodies.append(ended)
        return Step(tuple(bodies))

    return perform(desk, ask, plan)


def _known(case: Case) -> e.PetitionHandled | None:
    """Return the event that says what the case knows already."""
    one = case.petition
    if one is None:
        return None
    return e.PetitionHandled(
        one.handling, one.category, one.citation, one.paper.document, one.paper.on, one.reason
    )
