"""Two weeks of figures like those of the design picture: invented, always the same."""

import random
from dataclasses import replace
from datetime import date

from console.domain.case import Case, CaseState
from console.domain.case_facts import CaseFacts
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.clocks import ClockState
from console.domain.figures import Statistics, SurveyCase, SurveyFigures, count
from console.domain.period import Period, PeriodKind
from tests.scene import NOW, at

PERIOD = Period(PeriodKind.RANGE, date(2026, 3, 1), date(2026, 3, 14))
_DAYS = (31, 35, 35, 29, 29, 36, 35, 36, 30, 32, 35, 48, 34, 31)
_KINDS = ("TO_GIAC", "TIN_BAO", "PAKN", "TTHC", "TTHC", "TTHC", "KHAO_SAT", "HOI_DAP")
_UNITS = (
    "TB-CAT",
    "TB-CAT",
    "TB-CAT",
    "TB-TPCB",
    "TB-TPCB",
    "PC06",
    "PC06",
    "PC08",
    "CAH-HA",
    "CAH-TK",
    "PC02",
    "CAH-HQ",
)


def facts(seed=14, days=_DAYS, shift_ms=0):
    """Return invented cases of fourteen days, so many a day."""
    rng = random.Random(seed)
    found = []
    for number, many in enumerate(days):
        for _ in range(many):
            hour = min(23, max(0, round(rng.gauss(20 if rng.random() < 0.5 else 9, 2.6))))
            opened = at(hour, rng.randrange(60), day=number + 1) - shift_ms
            waited = round(rng.lognormvariate(1.8, 0.8) * MINUTE_MS)
            case = Case(
                f"{len(found):032x}",
                number=f"CB26-{len(found) + 1000:05d}",
                unit=rng.choice(_UNITS),
                category=rng.choice(_KINDS),
                opened_at=opened,
                first_message_at=opened,
                first_reply_at=opened + waited,
                state=CaseState.CLOSED if rng.random() < 0.9 else CaseState.NEW,
            )
            kept = rng.random() < 0.94
            due = case.first_reply_at + (MINUTE_MS if kept else -MINUTE_MS)
            clock = ClockState(
                "SLA",
                "Trả lời",
                opened,
                due,
                1.0,
                "done",
                "Nội bộ",
                "house_rule",
                "house",
                None,
                None,
                case.first_reply_at,
            )
            found.append(CaseFacts(case, "P3", "", 0, (clock,)))
    return _again(found)


PLACES = {
    "quán karaoke Sao Đêm, tổ 7": ("TPCB", (40, 120, 200, 333, 401)),
    "chợ Xanh": ("TPCB", (30, 150, 410)),
    "bến xe khách": ("TK", (77, 300)),
}
"""Which of the sample's cases came from one place, by its words."""
REOPENED = (5, 60, 61, 250)
OFTEN = (9, 19, 29, 39)


def _again(found):
    """Let some places be told of again, some cases be opened anew, and one citizen write often."""
    changes = {number: dict(reopened=1 + number % 2) for number in REOPENED}
    changes |= {number: dict(conversation_id="often") for number in OFTEN}
    for place, (district, numbers) in PLACES.items():
        changes |= {number: dict(place=place, district=district) for number in numbers}
    return [
        replace(one, case=replace(one.case, **changes[number])) if number in changes else one
        for number, one in enumerate(found)
    ]


def late(number, hours):
    """Return a case that has been overdue for so long."""
    due = NOW - round(hours * HOUR_MS)
    case = Case(
        f"{number:032x}",
        number=f"CB26-{number:05d}",
        unit="PC08",
        category="PAKN",
        opened_at=due - DAY_MS,
        first_message_at=due - DAY_MS,
    )
    clock = ClockState(
        "SLA", "Trả lời", due - DAY_MS, due, 1.2, "late", "Nội bộ", "house_rule", "house", None, None
    )
    return CaseFacts(case, "P2", "", 0, (clock,))


def survey_cases(of):
    """Return what the survey came to in the first of these cases, as many as ``statistics`` counts."""
    rest = iter(of)
    for score, times in {5: 84, 4: 22, 3: 6, 2: 4, 1: 2}.items():
        for number in range(times):
            yield SurveyCase(next(rest), asked=True, score=score, rule="", low_open=score == 1 and number < 2)
    for rule, times in {"": 13, "loai": 96, "can-bo": 3}.items():
        for _ in range(times):
            yield SurveyCase(next(rest), asked=not rule, score=0, rule=rule, low_open=False)


def statistics():
    """Return all that the page shows."""
    now, before = facts(), facts(15, [max(1, n - 3) for n in _DAYS], 14 * DAY_MS)
    return Statistics(
        count(now, PERIOD),
        count(before, PERIOD.before()),
        SurveyFigures(131, {5: 84, 4: 22, 3: 6, 2: 4, 1: 2}, {"loai": 96, "can-bo": 3}, 2),
        SurveyFigures(120, {5: 80, 4: 20, 3: 4, 2: 2, 1: 1}, {}, 0),
        tuple(now),
        (late(1471, 1.2), late(1466, 0.42)),
        NOW,
        tuple(survey_cases(now)),
    )
