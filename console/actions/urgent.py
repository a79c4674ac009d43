"""The urgent report (features E-05) and telling a citizen where else to turn (E-07)."""

from sqlalchemy import select

from console.actions.desk import Desk, Done, Refused
from console.actions.guards import clean_text, require, require_open
from console.actions.perform import Ask, Step, perform
from console.cache import tables as t
from console.cache.identity_marks import source_marks
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.calendar import local_datetime
from console.domain.case import Case
from console.domain.conflict import Action
from console.domain.masking import mask_source
from console.domain.message import Direction
from console.domain.officer import Permission

_NAME_LIMIT = 120
_TEXT_LIMIT = 2_000


def open_report(
    desk: Desk, case_id: str, kind: str, *, expected_version: int | None = None, command_id: str = ""
) -> Done:
    """Say which matter of those that must be reported at once it is; clocks run from when the report was first opened."""
    require(desk.officer, Permission.TRANSFER)
    if kind not in desk.catalog.escalation.urgent_kinds:
        raise Refused("Chọn loại việc trong danh mục báo cáo khẩn")
    ask = Ask(case_id, Action.REPORT, Permission.TRANSFER, expected_version, command_id, {"kind_code": kind})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_open(case)
        if case.urgent_report is not None and case.urgent_report.kind == kind:
            return Step()
        return Step((e.UrgentReportOpened(kind),))

    return perform(desk, ask, plan)


def stamp(
    desk: Desk,
    case_id: str,
    step: str,
    *,
    to_whom: str = "",
    document: str = "",
    command_id: str = "",
) -> Done:
    """Note that a line of the checklist was done now: «đã điện lúc». Opens the checklist where nobody has yet.

    It is opened with the kind the tags name, else with none.

    Args:
        desk: who did it.
        case_id: the case.
        step: a code of `escalation.json`: phone, cqdt, written, next.
        to_whom: who was told.
        document: the number of the written report.
        command_id: see ``Ask``.

    """
    if step not in desk.catalog.escalation.urgent_steps:
        raise Refused("Không có bước «{code}» trong báo cáo khẩn", code=step)
    who = clean_text(to_whom, "người được báo", _NAME_LIMIT) if to_whom.strip() else ""
    number = clean_text(document, "số văn bản", _NAME_LIMIT) if document.strip() else ""
    ask = Ask(case_id, Action.REPORT, Permission.TRANSFER, None, command_id, {"step": step})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_open(case)
        bodies: tuple[e.EventBody, ...] = (e.UrgentReportStamped(step, who, number),)
        if case.urgent_report is None:
            # A stamp is one key and waits for no choice: what its tags do not name is said later (``open_report``).
            bodies = (e.UrgentReportOpened(desk.catalog.escalation.urgent_hint(case.tags)), *bodies)
        return Step(bodies)

    return perform(desk, ask, plan)


def draft_report(desk: Desk, case_id: str) -> str:
    """Return the urgent report's text, pre-filled; who told of it is not in it. For the officer to finish.

    Raises:
        ActionError: the case may not be seen.

    """
    drafted: list[str] = []

    def plan(tx: Transaction, case: Case) -> Step:
        drafted.append(_draft(tx, desk, case))
        return Step()

    perform(desk, Ask(case_id, Action.REPORT, Permission.TRANSFER), plan)
    return drafted[0]


def _draft(tx: Transaction, desk: Desk, case: Case) -> str:
    escalation, catalog = desk.catalog.escalation, desk.catalog
    m = t.message.c
    texts = tx.connection.execute(
        select(m.text)
        .where(m.case_id == case.case_id, m.direction == Direction.INBOUND.value, m.text != "")
        .order_by(m.at, m.seq)
    ).scalars()
    # Who told of it is often in his own words: «tôi là …, số …».
    marks = source_marks(tx.connection, case.conversation_id)
    kind = case.urgent_report.kind if case.urgent_report else ""
    kind = kind or escalation.urgent_hint(case.tags)
    named = escalation.urgent_kinds.get(kind)
    category = catalog.categories.get(case.category)
    district = catalog.districts.get(case.district)
    done = []
    if case.transfer is not None:
        done.append(f"chuyển {catalog.unit_name(case.transfer.to_unit)} lúc {_time(case.transfer.at)}")
    for one in case.urgent_report.stamps if case.urgent_report else ():
        words = escalation.urgent_steps[one.step].vi if one.step in escalation.urgent_steps else one.step
        done.append(f"{words.lower()} lúc {_time(one.at)}" + (f" ({one.to_whom})" if one.to_whom else ""))
    values = {
        "number": case.number,
        "kind": named.vi if named else category.vi if category else "chưa phân loại",
        "received": local_datetime(case.first_message_at or case.opened_at).strftime("%H:%M %d/%m/%Y"),
        "deed_time": mask_source(case.deed_time, marks) or "chưa rõ",
        "place": mask_source(", ".join(filter(None, (case.place, district.name if district else ""))), marks)
        or "chưa rõ",
        "text": mask_source(" / ".join(texts), marks)[:_TEXT_LIMIT] or "(không có chữ)",
        "done": "; ".join(done) or "chưa có",
    }
    # One pass: what a citizen wrote is never scanned for slots.
    return escalation.report_template.format_map(values)


def guide(desk: Desk, case_id: str, body: str, *, command_id: str = "") -> tuple[Done, str]:
    """Note where a citizen is sent, and return the answer to send: the body, with its number where it may be told (E-07).

    Nothing goes out by this: the officer sends the text as any reply.
    """
    require(desk.officer, Permission.REPLY)
    guidance = desk.catalog.escalation.guidance.get(body)
    if guidance is None:
        raise Refused("Không có cơ quan «{code}» trong danh bạ hướng dẫn", code=body)
    contact = desk.catalog.contacts.get(guidance.contact or "")
    phone = contact.public_phone if contact else None
    ask = Ask(case_id, Action.GUIDE, Permission.REPLY, None, command_id, {"body": body})

    def plan(_tx: Transaction, case: Case) -> Step:
        require_open(case)
        return Step((e.CitizenGuided(body, guidance.contact or ""),))

    done = perform(desk, ask, plan)
    text = desk.catalog.escalation.guidance_text.format_map(
        {"body": guidance.vi, "phone": f", điện thoại {phone}" if phone else ""}
    )
    return done, text


def _time(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M %d/%m")
