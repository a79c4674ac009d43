"""What the screen reads: order of the queue, rows, counts, search; nothing that may not be seen."""

import pytest

from console.cache.queries import Queries
from console.cache.views import Group, MessageItem, NoteItem, QueueFilter, View
from console.domain import events as e
from console.domain.clock import DAY_MS, HOUR_MS, MINUTE_MS
from console.domain.message import MessageType
from console.domain.officer import Officer, Role
from console.runtime.resources import load_catalog, load_confidentiality, load_roles
from tests.cache.rig import Rig, SmallRules, row

NOW = 1_790_000_000_000
HANH = Officer("hanh", "Nông Thị Hạnh", "TB-CAT")


class Rules(SmallRules):
    """The small rules with what queries ask besides."""

    restricted = ("TO_CAO",)
    sealed_kinds = frozenset({"TO_CAO", "TO_GIAC"})

    def __init__(self, zalo):
        self.zalo = zalo
        self.catalog = load_catalog()
        self.roles = load_roles()
        self.confidential = load_confidentiality()

    def names(self):
        return {"KHAN_CAP": "Tin khẩn cấp", "CAH-TPCB": "CA TP Cao Bằng"}

    def clocks(self, case, priority, now_ms):
        return ()


@pytest.fixture(scope="session")
def zalo():
    from console.runtime.resources import load_zalo_rules

    return load_zalo_rules()


@pytest.fixture
def rig(tmp_path, zalo):
    rig = Rig(tmp_path, Rules(zalo))
    yield rig
    rig.close()


@pytest.fixture
def queries(rig):
    return Queries(rig.reader(), HANH, rig.rules, rig.clock)


def add(rig, case, *bodies, actor="hanh"):
    with rig.store.write() as tx:
        tx.add(case.case_id, *bodies, actor=actor, unit=case.unit)


def numbers(queries, view=View.ALL_OPEN, **kwargs):
    rows = queries.queue_rows([p.case_id for p in queries.queue_index(QueueFilter(view, **kwargs))])
    return [r.number[-1] for r in rows]


def test_order_is_danger_then_clock_then_age(rig, queries):
    rig.take_in(
        row(1, "mới", user="1", at=NOW - 10 * MINUTE_MS),
        row(2, "trễ", user="2", at=NOW - 2 * HOUR_MS),
        row(3, "sắp", user="3", at=NOW - 50 * MINUTE_MS),
        row(4, "cứu", user="4", at=NOW),
    )
    places = queries.queue_index(QueueFilter())
    assert [p.group for p in places] == [Group.URGENT, Group.LATE, Group.SOON, Group.TODAY]
    assert numbers(queries) == ["4", "1", "2", "3"]


def test_a_newer_message_never_pushes_an_older_unread_one_down(rig, queries):
    rig.take_in(row(1, user="1", at=NOW - 20 * MINUTE_MS))
    rig.take_in(row(2, user="2", at=NOW - MINUTE_MS))
    assert numbers(queries) == ["1", "2"]


def test_places_of_some_cases_agree_with_the_whole_queue(rig, queries):
    for n in range(30):
        rig.take_in(row(n, "cứu" if n % 7 == 0 else "alo", user=str(n), at=NOW - n * 7 * MINUTE_MS))
    whole = queries.queue_index(QueueFilter())
    assert whole == sorted(whole)
    some = [p.case_id for p in whole[::3]]
    assert queries.queue_places(some, QueueFilter()) == {p.case_id: p for p in whole[::3]}


@pytest.mark.parametrize("view", [View.ALL_OPEN, View.NEW, View.OVERDUE, View.DONE])
def test_asking_only_what_time_moved_shows_the_same_as_reading_all(rig, queries, view):
    for n in range(24):
        rig.take_in(row(n, "cứu" if n % 7 == 0 else "alo", user=str(n), at=NOW - n * 7 * MINUTE_MS))
    asleep, closed, *_rest = rig.cases()
    add(rig, asleep, e.CaseSnoozed(NOW + 3 * HOUR_MS, "chờ"))
    add(rig, closed, e.CaseClosed("da-tra-loi"))
    wanted = QueueFilter(view)
    shown = {p.case_id: p for p in queries.queue_index(wanted)}
    seen_at, turns = rig.clock.now_ms(), 0
    end = seen_at + 2 * DAY_MS
    while (turn := queries.queue_turn(seen_at)) <= end:
        rig.clock.advance(turn - 1 - rig.clock.now_ms())
        assert shown == {p.case_id: p for p in queries.queue_index(wanted)}
        rig.clock.advance(1)
        moved = queries.queue_turned(seen_at, turn)
        found = queries.queue_places(moved, wanted)
        shown = {i: p for i, p in shown.items() if i not in moved} | found
        assert shown == {p.case_id: p for p in queries.queue_index(wanted)}
        seen_at, turns = turn, turns + 1
    assert turns > 10


def test_views(rig, queries):
    for n in range(1, 6):
        rig.take_in(row(n, user=str(n)))
    mine, closed, _answered, moved, _new = rig.cases()
    add(rig, mine, e.CaseClaimed(NOW + HOUR_MS))
    add(rig, closed, e.CaseClosed("da-tra-loi"))
    rig.take_in(row(9, "dạ", user="3", outbound=True, at=NOW + 1))
    add(rig, moved, e.CaseTransferred("t", "CAH-TPCB", "địa bàn", NOW + 5))
    rig.clock.advance(10)
    counts = queries.counts().views
    assert {v: sorted(numbers(queries, v)) for v in View} == {
        View.NEW: ["3", "5"],
        View.MINE: ["1"],
        View.OVERDUE: [],
        View.WAITING: ["3"],
        View.TRANSFERRED: ["4"],
        View.REVIEW: [],
        View.UNENTERED: [],
        View.DONE: ["2"],
        View.ALL_OPEN: ["1", "3", "4", "5"],
    }
    assert counts == {v: len(numbers(queries, v)) for v in View}


def test_snoozed_cases_leave_the_new_view_and_come_back(rig, queries):
    rig.take_in(row(1))
    add(rig, rig.cases()[0], e.CaseSnoozed(NOW + HOUR_MS, "chờ sáng"))
    assert numbers(queries, View.NEW) == []
    assert numbers(queries, View.ALL_OPEN) == ["1"]
    rig.clock.advance(HOUR_MS)
    assert numbers(queries, View.NEW) == ["1"]


def test_what_was_put_off_until_now_stands_at_the_head_of_what_is_due_soon_until_it_is_done(rig, queries):
    rig.take_in(row(1, user="1", at=NOW), row(2, user="2", at=NOW + 1), row(3, user="3", at=NOW + 2))
    first, _second, case = rig.cases()
    third = case.case_id
    before = [place.group for place in queries.queue_index(QueueFilter(View.ALL_OPEN))]
    assert before == [Group.TODAY] * 3 and numbers(queries, View.ALL_OPEN) == ["1", "2", "3"]
    add(rig, case, e.CaseSnoozed(NOW + 20 * MINUTE_MS, "gọi lại"))
    rig.clock.advance(20 * MINUTE_MS - 1)
    assert [(p.case_id, p.group) for p in queries.queue_index(QueueFilter(View.ALL_OPEN))][-1] == (
        third,
        Group.OLDER,
    )
    rig.clock.advance(1)
    places = queries.queue_index(QueueFilter(View.ALL_OPEN))
    assert (places[0].case_id, places[0].group, places[1].case_id) == (third, Group.SOON, first.case_id)
    assert [one.case_id for one in queries.reminders()] == [third]
    add(rig, case, e.CaseWoken())
    assert [place.group for place in queries.queue_index(QueueFilter(View.ALL_OPEN))] == [Group.TODAY] * 3
    assert queries.reminders() == ()


def test_a_colleague_who_is_at_work_is_reminded_of_his_own_and_others_only_once_he_is_gone(rig, queries):
    rig.take_in(row(1))
    (case,) = rig.cases()
    claimed = e.CaseClaimed(NOW + 2 * HOUR_MS)
    add(rig, case, claimed, e.CaseSnoozed(NOW + HOUR_MS, "gọi lại"), actor="tuan")
    rig.clock.advance(HOUR_MS)
    assert queries.reminders() == ()
    rig.clock.advance(HOUR_MS)
    assert [one.case_id for one in queries.reminders()] == [case.case_id]


def test_filters_by_suggested_category_unit_and_tag(rig, queries):
    rig.take_in(row(1, "cứu", user="1"), row(2, "alo", user="2"))
    add(rig, rig.cases()[1], e.Tagged("ma-tuy"))
    assert numbers(queries, categories=("KHAN_CAP",)) == ["1"]
    assert numbers(queries, tag="ma-tuy") == ["2"]
    assert numbers(queries, unit="PC02") == []


def test_a_row_tells_all_that_is_painted(rig, queries):
    rig.take_in(row(1, "cứu tôi với", at=NOW - MINUTE_MS))
    (case,) = rig.cases()
    add(rig, case, e.ReplyQueued("r", "đợi"))
    add(rig, case, e.ReplyPermitted("r", NOW), e.ReplyUnknown("r", "time-out"), actor="system")
    (found,) = queries.queue_rows([case.case_id])
    assert (found.suggested_priority, found.snippet, found.unread, found.unknown_replies) == (
        "P1",
        "cứu tôi với",
        1,
        1,
    )
    assert found.window_until == NOW - MINUTE_MS + 7 * DAY_MS
    assert found.due_at == NOW - MINUTE_MS + HOUR_MS // 30


def test_restricted_cases_are_nowhere(rig, queries):
    rig.take_in(row(1, "cán bộ Canary nhận tiền"))
    (case,) = rig.cases()
    add(rig, case, e.CaseClassified("TO_CAO"), e.NoteAdded("n", "Canary ghi chú"))
    assert queries.queue_index(QueueFilter()) == []
    assert queries.queue_rows([case.case_id]) == []
    assert queries.thread(case.case_id) == []
    assert queries.detail(case.case_id) is None
    assert queries.search("canary") == []
    assert queries.search(case.number) == []
    assert queries.counts().views[View.ALL_OPEN] == 0
    inspector = Officer("tt", "Thanh tra", "PX05", (Role.INSPECTOR,))
    theirs = Queries(rig.reader(), inspector, rig.rules, rig.clock)
    assert [hit.where for hit in theirs.search("canary")] == ["note", "citizen"]


def test_thread_is_in_time_order_with_notes_beside(rig, queries):
    rig.take_in(row(1, "một", at=NOW - 3000), row(2, "hai", at=NOW - 2000))
    (case,) = rig.cases()
    add(rig, case, e.NoteAdded("n", "đã gọi"), e.CaseClaimed(NOW + 1))
    items = queries.thread(case.case_id)
    assert [type(i).__name__ for i in items] == ["MessageItem", "MessageItem", "NoteItem", "EventItem"]
    assert [i.text for i in items if isinstance(i, (MessageItem, NoteItem))] == ["một", "hai", "đã gọi"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("danh bac", 1),
        ("Đánh bạc", 1),
        ("ĐÁNH BẠ", 1),
        ("danh bac\u0301", 1),
        ("bac danh", 1),
        ("canh sat", 0),
        ('danh" OR "bac', 0),
        ("NEAR(danh bac)", 0),
        ("*", 0),
        ('"', 0),
        ("danh NOT bac", 0),
        ("'; DROP TABLE message;--", 0),
    ],
)
def test_search_folds_marks_and_knows_no_operators(rig, queries, typed, found):
    rig.take_in(row(1, "Có tụ điểm đánh bạc ở tổ 5", user="1"), row(2, "mất xe", user="2"))
    assert len(queries.search(typed)) == found


def test_search_marks_the_original_text(rig, queries):
    rig.take_in(row(1, "Có tụ điểm đánh bạc ở tổ 5"))
    (hit,) = queries.search("danh bac")
    assert [hit.text[s : s + n] for s, n in hit.marks] == ["đánh", "bạc"]


@pytest.mark.parametrize("typed", ["CB26-00001", "cb2600001", "00001", "1"])
def test_search_by_case_number(rig, queries, typed):
    rig.take_in(row(1, "không có gì"))
    assert "number" in [hit.where for hit in queries.search(typed)]


def test_detail_masks_the_citizen(rig, queries):
    rig.take_in(row(1, name="Nông Thị Hạnh Phúc", kind=MessageType.TEXT))
    found = queries.detail(rig.cases()[0].case_id)
    assert "Hạnh" not in found.citizen.masked_name
    assert found.citizen.masked_name.startswith("N")
    assert found.window.state == "open"
