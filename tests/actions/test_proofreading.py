"""A reply is looked over while it is written by the rules that stop it when it is to be sent (features K-05)."""

import pytest

from console.actions.conflicts import mark_conflict
from console.actions.desk import Doubtful, Missing, Refused
from console.actions.proofreading import LONGEST, Proofreader
from console.actions.replies import queue_reply
from console.domain.officer import Officer, Role
from tests.support import LONG, TUAN

TOLD = "Nhà ông Nông Văn Tú đánh bạc"


@pytest.mark.parametrize(
    ("answer", "codes"),
    [
        ("Đã mời Nông Văn Tú lên làm việc", ["accused"]),
        ("Chúng tôi cam kết sẽ bắt ông Tú", ["promise", "accused"]),
        ("Đã nhận tin, xin cảm ơn", []),
    ],
)
def test_it_finds_what_stops_the_reply_and_writes_nothing(w, answer, codes):
    case = w.put(TOLD)
    before = w.events(case.case_id)
    found = Proofreader(w.store.read).look(w.desk(), case.case_id, f"  {answer}\n")
    assert [one.code for one in found] == codes
    assert w.events(case.case_id) == before
    send = (w.desk(), case.case_id, case.conversation_id, answer)
    if not codes:
        assert queue_reply(*send, seen_message_id=case.last_inbound_id).reply_ids
        return
    with pytest.raises(Doubtful) as doubt:
        queue_reply(*send, seen_message_id=case.last_inbound_id)
    assert found == doubt.value.problems
    assert "Tú" not in "".join(one.message_vi for one in found)


def test_whom_a_case_speaks_of_is_read_anew_when_it_changed(w):
    case, reader = w.put("Hàng xóm đánh bạc"), Proofreader(w.store.read)
    answer = "Đã mời Nông Văn Tú"
    assert reader.look(w.desk(), case.case_id, answer) == ()
    w.put(TOLD)
    assert [answer[one.start : one.end] for one in reader.look(w.desk(), case.case_id, answer)] == [
        "Nông Văn Tú"
    ]


def test_it_tells_nobody_who_may_not_answer_or_may_not_know_of_the_case(w):
    case, reader = w.put(TOLD), Proofreader(w.store.read)
    with pytest.raises(Refused, match="Vai trò của bạn không được"):
        reader.look(w.desk(Officer("x", "Người Xem", "TB-CAT", (Role.ADMIN,))), case.case_id, "Nông Văn Tú")
    mark_conflict(w.desk(LONG), case.case_id, (), ("tuan",), "đơn nêu đích danh")
    with pytest.raises(Missing):
        reader.look(w.desk(TUAN), case.case_id, "Nông Văn Tú")
    assert reader.look(w.desk(LONG), case.case_id, "Nông Văn Tú")


def test_a_text_that_cannot_go_out_for_its_length_is_not_read(w):
    case = w.put(TOLD)
    assert Proofreader(w.store.read).look(w.desk(), case.case_id, "Nông Văn Tú " * (LONGEST // 10)) == ()
