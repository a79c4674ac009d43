"""What comes again in the statistics of a real store, for who may know of it alone (features R-08)."""

from console.actions.classification import classify, set_place
from console.cache.visibility import sight_of
from console.domain import events as e
from console.domain.calendar import local_date
from console.domain.clock import DAY_MS
from console.domain.period import Period, PeriodKind
from console.reports.facts import read_statistics
from tests.support import HANH, LONG, TUAN, world


def places(w, officer):
    now = w.clock.now_ms()
    period = Period(PeriodKind.RANGE, local_date(now - 10 * DAY_MS), local_date(now))
    with w.store.read() as connection:
        found = read_statistics(connection, w.rules, sight_of(officer, w.rules), period, now)
    return [(one.place, one.times) for one in found.figures.repeats.places]


def test_a_case_somebody_may_not_know_of_is_in_no_repetition_of_his(tmp_path):
    with world(tmp_path) as w:
        ids = []
        for number in range(3):
            case = w.put(f"danh bac {number}", user=f"{number}", name=f"Lý Văn {'ABC'[number]} Páo")
            classify(w.desk(), case.case_id, "TO_GIAC")
            set_place(w.desk(), case.case_id, "TPCB", "nhà Lý Văn A Páo" if number == 0 else "chợ Xanh")
            ids.append(case.case_id)
            w.clock.advance(DAY_MS)
        assert places(w, HANH) == [("chợ Xanh", 2)]
        set_place(w.desk(), ids[0], "TPCB", "chợ Xanh")
        assert places(w, HANH) == [("chợ Xanh", 3)]
        w.add(ids[2], e.ConflictMarked((), ("tuan",), "liên quan", ""))
        assert places(w, TUAN) == [("chợ Xanh", 2)]
        classify(w.desk(LONG), ids[1], "TO_CAO")
        assert places(w, TUAN) == []
        assert places(w, LONG) == [("chợ Xanh", 3)], "who commands reads what is restricted"
