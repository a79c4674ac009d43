"""Which fields of the register say something else than when the case was entered into the national software (features R-07)."""

from console.domain.case import Case, CaseState, Outcome
from console.domain.crime import Paper
from console.domain.national import Filled, NationalEntry, RegisterField


def is_for_national(case: Case, *, crime_report: bool) -> bool:
    """Return whether a case belongs into the national software: a crime report that lives on as itself.

    What was merged, or closed as told of before, is in the case it belongs to; of what was erased nothing can be typed.
    """
    if not crime_report or case.state is CaseState.MERGED or case.erased_at:
        return False
    return case.open or case.outcome != Outcome.DUPLICATE


def newest_entry(case: Case) -> NationalEntry | None:
    """Return the entry that counts, ``None`` where nobody has entered the case."""
    return case.national[-1] if case.national else None


def filled_of(case: Case) -> tuple[Filled, ...]:
    """Return what the fields of a case say, as far as it can change after it was received.

    People are told by who wrote the list when: their names are not in the case. What the citizen writes or sends later counts for
    the content: that is what the summary and the evidence are made from.
    """
    transfer = case.transfer
    slip = transfer.slip if transfer else None
    said = {
        RegisterField.CONTENT: case.last_inbound_id,
        RegisterField.TIME: case.deed_time,
        RegisterField.PLACE: "|".join(filter(None, (case.place, case.district))),
        RegisterField.ACCUSED: _people(case, "accused"),
        RegisterField.VICTIM: _people(case, "victim"),
        RegisterField.KIND: case.category,
        RegisterField.INSTRUCTION: "|".join(one.instruction_id for one in case.instructions),
        RegisterField.UNIT: f"{transfer.to_unit}|{transfer.state}" if transfer else "",
        RegisterField.SLIP: _paper(slip),
        RegisterField.TAKER: transfer.answered_by if transfer else "",
        RegisterField.PROCURACY: f"{case.procuracy.document}|{case.procuracy.on}" if case.procuracy else "",
        RegisterField.ASSIGNED: case.assigned,
        RegisterField.EXTENSION: "|".join(f"{one.extension_id}:{one.state}" for one in case.extensions),
        RegisterField.DECISION: (
            f"{case.decided.decision}|{_paper(case.decided.paper)}" if case.decided else ""
        ),
        RegisterField.TOLD: _paper(case.result_notice),
    }
    return tuple(Filled(field.value, value) for field, value in said.items() if value)


def changed_between(before: tuple[Filled, ...], now: tuple[Filled, ...]) -> tuple[RegisterField, ...]:
    """Return the fields that do not say the same, in the register's order."""
    then, here = ({one.field: one.value for one in filled} for filled in (before, now))
    return tuple(field for field in RegisterField if then.get(field.value, "") != here.get(field.value, ""))


def changed_since(case: Case) -> tuple[RegisterField, ...]:
    """Return the fields that were changed after the case was entered, in the register's order; nothing where it was not."""
    entry = newest_entry(case)
    if entry is None:
        return ()
    changed = changed_between(entry.filled, filled_of(case))
    return tuple(field for field in RegisterField if field in changed or field.value in entry.stale)


def _people(case: Case, role: str) -> str:
    mark = next((one for one in case.people if one.role == role), None)
    return f"{mark.count}|{mark.others}|{mark.by}|{mark.at}" if mark is not None else ""


def _paper(paper: Paper | None) -> str:
    return f"{paper.document}|{paper.on}" if paper is not None else ""
