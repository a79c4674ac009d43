"""Which cases stand behind a number of the page: what a bar, square, row or cell counts, and nothing else.

All of them were read for who sits here, so that nothing is listed which he may not know of; the numbers were counted over the same.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from console.domain.calendar import local_date, local_datetime
from console.domain.case_facts import CaseFacts
from console.domain.figures import Statistics, SurveyCase
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.statistics.bars import FAMILIES, family_name
from console.ui.statistics.card import Leads, Table
from console.ui.statistics.heat import HOURS, weekday_name
from console.ui.statistics.repeats import REOPENED, place_words, summary_lines
from console.ui.statistics.tables import case_table, skip_words, survey_case_table
from console.ui.statistics.words import span_words
from console.ui.theme import current_theme

SKIPS, LOW, ASKED, MARKS = "skips", "low", "asked", "marks"
"""Parts of the survey beside its marks."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A list of cases: its title, its table, the id behind each row."""

    title: str
    table: Table
    case_ids: tuple[str, ...]


def behind(key: object, shown: Statistics, names: Names) -> Behind | None:
    """Return the cases behind a part of a chart or a cell of its table; ``None`` where there are none."""
    theme = current_theme()
    match key:
        case ("day", date() as day, str(family)):
            title = f"{day:%d/%m/%Y}"
            return _cases(
                f"{title} · {family_name(family)}" if family else title,
                shown,
                names,
                lambda one: (
                    local_date(one.case.opened_at) == day
                    and family in ("", theme.family_of(one.case.category))
                ),
            )
        case ("month", date() as month, str(family)):
            title = span_words(month, monthly=True)
            return _cases(
                f"{title} · {family_name(family)}" if family else title,
                shown,
                names,
                lambda one: (
                    local_date(one.case.opened_at).replace(day=1) == month
                    and family in ("", theme.family_of(one.case.category))
                ),
            )
        case ("unit", str(unit)):
            return _cases(names.unit(unit), shown, names, lambda one: one.case.unit == unit)
        case ("hour", int(weekday), int(hour)):
            title = tr("{day}, {a}–{b} giờ", day=weekday_name(weekday), a=hour, b=hour + 1)
            return _cases(title, shown, names, lambda one: _hour(one) == (weekday, hour))
        case ("repeat", str(part)):
            return _repeat(part, shown, names)
        case ("place", int(number)):
            place = shown.figures.repeats.places[number]
            return _of_ids(place_words(place, names), place.case_ids, shown, names)
        case ("survey", part):
            return _survey(part, shown, names)
    return None


def cases(title: str, found: Iterable[CaseFacts], names: Names) -> Behind | None:
    """Return a list of these cases; ``None`` for none."""
    wanted = list(found)
    if not wanted:
        return None
    return Behind(title, case_table(wanted, names), tuple(one.case.case_id for one in wanted))


def _cases(title: str, shown: Statistics, names: Names, wanted: Callable[[CaseFacts], bool]) -> Behind | None:
    return cases(title, (one for one in shown.facts if not one.void and wanted(one)), names)


def _of_ids(title: str, case_ids: Sequence[str], shown: Statistics, names: Names) -> Behind | None:
    """Return the cases of these ids, in their order."""
    facts = {one.case.case_id: one for one in shown.facts}
    return cases(title, (facts[one] for one in case_ids if one in facts), names)


def _repeat(part: str, shown: Statistics, names: Names) -> Behind | None:
    if part == REOPENED:
        return _cases(tr("Mở lại trong kỳ"), shown, names, lambda one: one.case.reopened > 0)
    return _of_ids(tr("Người gửi nhiều lần"), shown.figures.repeats.people_case_ids, shown, names)


def _survey(part: object, shown: Statistics, names: Names) -> Behind | None:
    wanted: Callable[[SurveyCase], bool]
    match part:
        case int(score):
            title = tr("Khảo sát: {n} sao", n=score)
            wanted = lambda one: one.score == score  # noqa: E731
        case "marks":
            title = tr("Khảo sát: các phiếu, điểm thấp trước")
            wanted = lambda one: one.score > 0  # noqa: E731
        case "low":
            title = tr("Điểm thấp chưa liên hệ lại")
            wanted = lambda one: one.low_open  # noqa: E731
        case "asked":
            title = tr("Khảo sát: đã hỏi")
            wanted = lambda one: one.asked  # noqa: E731
        case "skips":
            title = tr("Không hỏi, có lý do")
            wanted = lambda one: bool(one.rule)  # noqa: E731
        case ("skip", str(rule)):
            title = tr("Không hỏi: {rule}", rule=skip_words(rule))
            wanted = lambda one: one.rule == rule  # noqa: E731
        case _:
            return None
    found = sorted((one for one in shown.survey_cases if wanted(one)), key=lambda one: one.score)
    if not found:
        return None
    ids = tuple(one.facts.case.case_id for one in found)
    return Behind(title, survey_case_table(found, names), ids)


def day_leads(shown: Statistics) -> Leads:
    """Return what each cell of the table of days leads to: a day, or a family of it."""
    days = list(shown.figures.by_day)
    return lambda row, column: ("day", days[row], FAMILIES[column - 1] if 0 < column <= len(FAMILIES) else "")


def waiting_leads(shown: Statistics) -> Leads:
    """Return what each row of the table of first answers leads to: its day."""
    days = list(shown.figures.waiting_by_day)
    return lambda row, _column: ("day", days[row], "")


def unit_leads(shown: Statistics) -> Leads:
    """Return what each row of the table of units leads to."""
    units = [one.unit for one in shown.figures.units]
    return lambda row, _column: ("unit", units[row])


def hour_leads(_shown: Statistics) -> Leads:
    """Return what each cell of the table of hours leads to; the hour's own name leads nowhere."""
    return lambda row, column: ("hour", column - 1, HOURS[row]) if column else None


def survey_leads(shown: Statistics) -> Leads:
    """Return what each row of the survey's table leads to; a mean leads to all marks."""
    parts: Sequence[object] = (
        *range(5, 0, -1),
        MARKS,
        ASKED,
        *(("skip", rule) for rule in sorted(shown.survey.skipped)),
    )
    return lambda row, _column: ("survey", parts[row])


def repeat_leads(shown: Statistics) -> Leads:
    """Return what each row of the table of what comes again leads to."""
    found = shown.figures.repeats
    keys = [key for _name, _value, _detail, key in summary_lines(found)]
    keys += [("place", number) for number in range(len(found.places))]
    return lambda row, _column: keys[row]


def _hour(one: CaseFacts) -> tuple[int, int]:
    local = local_datetime(one.received_at)
    return local.weekday(), local.hour
