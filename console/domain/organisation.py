"""Reorganisation: what became of a unit, and where its open cases go (features W-05, domain.md §4).

Units are dated data. When a tree takes the place of another, open cases of units that are gone go to their successors; closed
ones keep the code and the name of then. Nobody is guessed at: where place and data do not name one successor, the province's
duty desk gets the case.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from console.domain.case import Case, TransferState
from console.domain.catalog import Catalog
from console.domain.jsonread import Node
from console.domain.sentence import joined, sentence


@dataclass(frozen=True, slots=True)
class Change:
    """One tree taking the place of another on a day."""

    from_tree: str
    to_tree: str
    valid_from: date
    citation: str
    successors: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class UnitChange:
    """What happens to one unit: ``closed``, ``opened`` or ``renamed``; ``into`` are the codes that take over."""

    what: str
    code: str
    before: str
    after: str
    into: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """One open case that gets another unit, or must be let go.

    ``recalls`` says that a pending transfer to a closed unit is taken back first, ``frees`` that whoever holds it belongs to a
    closed unit, which sees it no more: it goes back to the queue.
    """

    case_id: str
    number: str
    from_unit: str
    from_name: str
    to_unit: str
    why: str
    recalls: bool = False
    frees: bool = False


def parse_changes(file: Node) -> tuple[Change, ...]:
    """Build the changes from `organisation.json`.

    Raises:
        CatalogError: naming the place in the file that is wrong.

    """
    found = []
    for node in file.get("changes").items():
        successors = node.get("successors")
        found.append(
            Change(
                node.get("from").text(),
                node.get("to").text(),
                node.get("valid_from").day(),
                node.get("citation").text(),
                {code: successors.get(code).text() for code in successors.names()},
            )
        )
    return tuple(found)


def unit_changes(old: Catalog, new: Catalog, change: Change) -> tuple[UnitChange, ...]:
    """Return every unit that is closed, opened or renamed, by code."""
    found = []
    for code in sorted(old.units.keys() | new.units.keys()):
        before, after = old.units.get(code), new.units.get(code)
        if before is None and after is not None:
            found.append(UnitChange("opened", code, "", after.name_vi, ()))
        elif after is None and before is not None:
            into = successors_of(code, old, new, change)
            found.append(UnitChange("closed", code, before.name_vi, "", into))
        elif before is not None and after is not None and before.name_vi != after.name_vi:
            found.append(UnitChange("renamed", code, before.name_vi, after.name_vi, ()))
    return tuple(found)


def successors_of(code: str, old: Catalog, new: Catalog, change: Change) -> tuple[str, ...]:
    """Return the units that took over a closed one, none where the data do not say."""
    named = change.successors.get(code)
    if named is not None:
        return (named,) if named in new.units else ()
    unit = old.units.get(code)
    return new.successors(unit.geo) if unit is not None and unit.geo else ()


def plan(
    cases: Iterable[Case], old: Catalog, new: Catalog, change: Change, leaving: Collection[str] = ()
) -> tuple[Move, ...]:
    """Return where the open cases of closed units go, by number. Nothing else of a case changes, its clocks least of all.

    ``leaving`` are the ids of officers whose unit is closed: what they hold is nobody's until somebody takes it.
    """
    moves = []
    for case in cases:
        if not case.open:
            continue
        transfer = case.transfer
        pending = transfer is not None and transfer.state is TransferState.PENDING
        recalls = pending and transfer is not None and transfer.to_unit not in new.units
        frees = bool(case.owner) and case.owner in leaving
        if case.unit in new.units and not recalls and not frees:
            continue
        to_unit = case.unit
        why: str = sentence("đơn vị nhận đang chờ đã giải thể")
        if not recalls:
            why = sentence("người giữ thuộc đơn vị giải thể")
        if case.unit not in new.units:
            to_unit, why = _target(case, old, new, change)
        moves.append(
            Move(case.case_id, case.number, case.unit, old.unit_name(case.unit), to_unit, why, recalls, frees)
        )
    return tuple(sorted(moves, key=lambda move: move.number))


def _target(case: Case, old: Catalog, new: Catalog, change: Change) -> tuple[str, str]:
    into = successors_of(case.unit, old, new, change)
    if len(into) == 1:
        return into[0], sentence("đơn vị kế tiếp duy nhất")
    here = [code for code in new.units_of_place(case.district, case.place) if code in into]
    if len(here) == 1:
        return here[0], joined(": ", (sentence("nơi xảy ra"), case.place))
    desk = new.default_desk().code
    return (
        desk,
        joined(": ", (sentence("không rõ xã, phường"), sentence("Trực ban tỉnh phân lại")))
        if into
        else sentence("không có đơn vị kế tiếp trong dữ liệu"),
    )
