"""What is other in a new file of clocks or holidays, record by record, and whether that touches the law (domain.md §7).

A change of a statutory policy takes two people; one of a house clock alone does not. What counts as the law's is judged here, by
both versions: a limit that stops being called statutory was one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date

from console.domain.calendar import WorkCalendar
from console.domain.catalog import Catalog, Policy
from console.domain.sentence import Sentence

ADDED, CHANGED, ENDED = "added", "changed", "ended"
LIMIT = "limit"
"""Duration, unit and working days as one value: «24 hour», «3 day working»."""
DAY = "day"
"""A day of the calendar; its values are ``off``, ``worked`` and ""."""
_OF_LIMIT = frozenset({"duration", "unit", "working_days"})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is other. ``what`` is ``added``, ``changed`` or ``ended``; values are plain words, "" for none.

    ``code`` is a policy's, or the ISO date of a day of the calendar; ``field`` is a field of ``Policy``, ``limit`` or ``day``.
    """

    code: str
    name: str
    statutory: bool
    what: str
    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Law:
    """What a profile's clocks follow: the policies in all their versions, and the calendar they count by."""

    catalog: Catalog
    calendar: WorkCalendar


def compare(before: Law, after: Law) -> tuple[Line, ...]:
    """Return what is other, the law's own first."""
    old, new = _by_code(before.catalog), _by_code(after.catalog)
    lines: list[Line] = []
    for code in sorted(old.keys() | new.keys()):
        lines += _versions(old.get(code, ()), new.get(code, ()))
    lines += _days(before.calendar, after.calendar)
    return tuple(sorted(lines, key=lambda line: not line.statutory))


def touches_law(lines: Iterable[Line], *laws: Law) -> bool:
    """Return whether a change takes two people: of a limit of the law, or of what one is counted from or by.

    Args:
        lines: what is other.
        laws: the versions before and after.

    """
    changed = set()
    for line in lines:
        if line.statutory:
            return True
        changed.add(line.code)
    return any(
        policy.statutory and not changed.isdisjoint(_counted_from(policy, law.catalog.policies))
        for law in laws
        for policy in law.catalog.policies.values()
    )


def _counted_from(policy: Policy, known: Mapping[str, Policy]) -> set[str]:
    """Return the codes of the limits whose end a limit is counted from, and that these are counted from in turn."""
    found: set[str] = set()
    while policy.starts_at.endswith(".due"):
        code = policy.starts_at.removesuffix(".due")
        if code in found or code not in known:
            break
        found.add(code)
        policy = known[code]
    return found


def unkept(lines: Iterable[Line], after: Law) -> tuple[str, ...]:
    """Return the statutory policies whose limit changes though the file keeps no version of before for open cases.

    A case keeps the version that was valid at its start (domain.md §3); without one in the file, running clocks move too.
    """
    kept = {
        policy.code
        for policy in after.catalog.policy_versions
        if policy is not after.catalog.policies.get(policy.code)
    }
    moved = [line for line in lines if line.statutory and line.field == LIMIT and line.what == CHANGED]
    return tuple(dict.fromkeys(line.name for line in moved if line.code not in kept))


def _by_code(catalog: Catalog) -> Mapping[str, tuple[Policy, ...]]:
    found: dict[str, list[Policy]] = {}
    for policy in catalog.policy_versions or catalog.policies.values():
        found.setdefault(policy.code, []).append(policy)
    return {code: tuple(sorted(each, key=_since)) for code, each in found.items()}


def _since(policy: Policy) -> date:
    return policy.valid_from or date.min


def _versions(old: tuple[Policy, ...], new: tuple[Policy, ...]) -> list[Line]:
    """Return what is other between the versions of one policy; those that begin on the same day are compared."""
    known = {_since(policy): policy for policy in old}
    lines: list[Line] = []
    for policy in new:
        before = known.pop(_since(policy), None)
        if before is None:
            lines.append(_line(policy, ADDED, LIMIT, "", limit_of(policy), statutory=policy.statutory))
        else:
            lines += _fields(before, policy)
    lines += [
        _line(policy, ENDED, LIMIT, limit_of(policy), "", statutory=policy.statutory)
        for policy in known.values()
    ]
    return lines


def _fields(before: Policy, after: Policy) -> list[Line]:
    law = before.statutory or after.statutory
    lines = []
    if limit_of(before) != limit_of(after):
        lines.append(_line(after, CHANGED, LIMIT, limit_of(before), limit_of(after), statutory=law))
    for field in fields(Policy):
        old, new = _plain(getattr(before, field.name)), _plain(getattr(after, field.name))
        if old != new and field.name not in _OF_LIMIT:
            lines.append(_line(after, CHANGED, field.name, old, new, statutory=law))
    return lines


def _line(policy: Policy, what: str, field: str, before: str, after: str, *, statutory: bool) -> Line:
    return Line(policy.code, policy.name_vi, statutory, what, field, before, after)


def limit_of(policy: Policy) -> str:
    """Return a policy's limit as one value."""
    if policy.duration is None or policy.unit is None:
        return ""
    return f"{policy.duration} {policy.unit}{' working' if policy.working_days else ''}"


def _plain(value: object) -> str:
    """Return a field's value as words that differ wherever it does, its English too."""
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case Sentence(english=english) if english:
            return f"{value} | {english}"
        case date():
            return value.isoformat()
        case Mapping():
            return "; ".join(f"{key}: {_plain_one(one)}" for key, one in value.items())
        case tuple():
            return "; ".join(_plain_one(one) for one in value)
    return str(value)


def _plain_one(value: object) -> str:
    if isinstance(value, str):
        return value
    names = getattr(type(value), "__dataclass_fields__", {})
    return " ".join(filter(None, (_plain(getattr(value, name)) for name in names if name != "code")))


def _days(before: WorkCalendar, after: WorkCalendar) -> list[Line]:
    """Return the days that are off, worked or neither and were not so: limits of the law are counted by them."""

    def kind(calendar: WorkCalendar, day: date) -> str:
        if day in calendar.makeup_days:
            return "worked"
        return "off" if day in calendar.holidays else ""

    days = before.holidays | before.makeup_days | after.holidays | after.makeup_days
    lines = [
        Line(day.isoformat(), "", True, CHANGED, DAY, kind(before, day), kind(after, day))
        for day in sorted(days)
        if kind(before, day) != kind(after, day)
    ]
    lines += [
        Line(
            str(year),
            "",
            True,
            ADDED if year in after.years else ENDED,
            "year",
            str(year) if year in before.years else "",
            str(year) if year in after.years else "",
        )
        for year in sorted(before.years ^ after.years)
    ]
    return lines
