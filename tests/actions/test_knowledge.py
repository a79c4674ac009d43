"""The administrator's versions: kept, found again, taken back; and a reply knows which one it was made from."""

from dataclasses import replace

import pytest

from console.actions import knowledge, replies
from console.actions.desk import Refused, Unsendable
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.knowledge import name_of, shipped, told
from console.domain.knowledge_check import entries_to_json
from console.domain.officer import Officer, Role
from console.domain.subject import subject
from tests.support import HANH

ADMIN = Officer("admin", "Quản Trị", "CAT", (Role.ADMIN,))
DAY_MS = 24 * 3_600_000


@pytest.fixture
def entry(w):
    return next(one for one in shipped(w.rules.catalog) if name_of(one) == "contact/TB-TPCB")


def item(w, name="contact/TB-TPCB"):
    return next(one for one in w.queries().library() if one.name == name)


def save(w, entry, version, reason="Có số mới", **more):
    return knowledge.save_entry(w.desk(ADMIN), entry, reason, expected_version=version, **more)


def test_a_new_version_counts_at_once_and_the_old_ones_stay(w, entry):
    assert item(w).current.version == 0
    assert save(w, replace(entry, phone="02063 852 940"), 0) == 1
    assert save(w, replace(entry, phone="02063 852 941"), 1) == 2
    assert (item(w).current.version, item(w).entry.phone) == (2, "02063 852 941")
    history = w.queries().knowledge_history("contact/TB-TPCB")
    assert [(one.version, one.actor, one.reason) for one in history] == [
        (0, "", ""), (1, "admin", "Có số mới"), (2, "admin", "Có số mới")
    ]  # fmt: skip
    (first, second) = w.events(subject("knowledge", "contact/TB-TPCB"))
    assert (first.body.previous, second.body.previous, second.actor) == (0, 1, "admin")
    assert differences(w.store) == ()


def test_only_an_administrator_may(w, entry):
    for act in (
        lambda: knowledge.save_entry(w.desk(HANH), entry, "x", expected_version=0),
        lambda: knowledge.end_entry(w.desk(HANH), "contact/TB-TPCB", "2026-01-01", "x", expected_version=0),
        lambda: knowledge.restore_version(w.desk(HANH), "contact/TB-TPCB", 0, "x", expected_version=0),
        lambda: knowledge.import_entries(w.desk(HANH), "x.json", b"{}", "x"),
    ):
        with pytest.raises(Refused, match="Vai trò của bạn không được sửa thư viện"):
            act()
    assert w.rows("SELECT * FROM knowledge") == []


def test_two_administrators_do_not_overwrite_each_other(w, entry):
    save(w, replace(entry, phone="113"), 0)
    with pytest.raises(Refused, match="vừa có bản 1 của người khác"):
        save(w, replace(entry, phone="114"), 0)
    assert item(w).entry.phone == "113"


def test_a_repeated_request_writes_one_version(w, entry):
    assert save(w, replace(entry, phone="113"), 0, command_id="c1") == 1
    assert save(w, replace(entry, phone="113"), 0, command_id="c1") == 1
    assert len(w.rows("SELECT * FROM knowledge")) == 1


def test_what_is_wrong_is_not_saved_and_named(w, entry):
    with pytest.raises(Refused, match="phone"):
        save(w, replace(entry, phone="gọi anh Ba"), 0)
    with pytest.raises(Refused, match="lý do"):
        save(w, entry, 0, reason="  ")
    assert w.rows("SELECT * FROM knowledge") == []


def test_rolling_back_is_a_version_of_its_own(w, entry):
    save(w, replace(entry, phone="113"), 0)
    desk = w.desk(ADMIN)
    assert knowledge.restore_version(desk, "contact/TB-TPCB", 0, "Số sai", expected_version=1) == 2
    assert item(w).entry == entry
    assert item(w).current.restores == 0
    with pytest.raises(Refused, match="không có bản 9"):
        knowledge.restore_version(desk, "contact/TB-TPCB", 9, "x", expected_version=2)


def test_an_ended_entry_is_refused_from_the_next_day_on(w, entry):
    w.clock.advance(0)
    today = w.queries().today()
    knowledge.end_entry(w.desk(ADMIN), "contact/TB-TPCB", today.isoformat(), "Giải thể", expected_version=0)
    assert item(w).refusal == ""
    w.clock.advance(DAY_MS)
    assert item(w).refusal.startswith("Hết hiệu lực")


def test_import_writes_what_differs_all_or_none(w, entry):
    desk = w.desk(ADMIN)
    everything = shipped(w.rules.catalog)
    changed = [replace(one, phone="113") if name_of(one) == name_of(entry) else one for one in everything]
    new = replace(
        entry, code="TB-MOI", title="Trực ban xã mới", text="Trực ban xã mới", phone="02063 852 940"
    )
    data = entries_to_json([*changed, new]).encode()
    assert knowledge.import_entries(desk, "thu-vien.json", data, "Theo công văn 12") == 2
    assert item(w, "contact/TB-MOI").entry == new
    assert knowledge.import_entries(desk, "thu-vien.json", data, "Lần hai") == 0
    bad = entries_to_json([replace(new, code="A1"), replace(new, code="A2", valid_from="mai")]).encode()
    with pytest.raises(Refused, match=r"entries\[1\].valid_from"):
        knowledge.import_entries(desk, "thu-vien.json", bad, "x")
    assert len(w.rows("SELECT * FROM knowledge")) == 2
    assert differences(w.store) == ()


def send(w, case, text, code):
    return replies.queue_reply(
        w.desk(),
        case.case_id,
        case.conversation_id,
        text,
        seen_message_id=case.last_inbound_id,
        canned_code=code,
    )


def test_a_reply_keeps_which_version_it_was_made_from(w, entry):
    case = w.put()
    send(w, case, "Công an, an ninh trật tự: 113.", "contact/N113")
    save(w, replace(entry, phone="02063 852 940"), 0)
    send(w, w.case(case.case_id), told(item(w).entry), "contact/TB-TPCB")
    bodies = [x.body for x in w.events(case.case_id) if isinstance(x.body, e.ReplyQueued)]
    assert [body.canned_code for body in bodies] == ["contact/N113", "contact/TB-TPCB"]
    assert [body.canned_version.partition("-")[0] for body in bodies] == ["0", "1"]


def test_an_entry_that_has_ended_cannot_go_out(w, entry):
    case = w.put()
    save(w, replace(entry, phone="113", valid_to="2020-01-01"), 0)
    with pytest.raises(Refused, match="Hết hiệu lực"):
        send(w, case, "Trực ban: 113.", "contact/TB-TPCB")
    with pytest.raises(Refused, match="Thư viện không có mục"):
        send(w, case, "Trực ban: 113.", "contact/KHONG-CO")
    assert "reply.queued" not in w.kinds(case.case_id)


def ready(w, code="XN_CHUNG"):
    return next(one for one in shipped(w.rules.catalog) if name_of(one) == f"canned/{code}")


def test_a_ready_answer_is_reworded_ended_and_taken_back_like_any_entry(w):
    case = w.put()
    before = w.queries().ready_answers()["XN_CHUNG"]
    assert before == w.rules.catalog.canned["XN_CHUNG"]
    send(w, case, before.text, "XN_CHUNG")
    save(w, replace(ready(w), text="Đã nhận tin {ma_vu_viec} của ông/bà."), 0)
    now = w.queries().ready_answers()["XN_CHUNG"]
    assert (now.text, now.slots) == ("Đã nhận tin {ma_vu_viec} của ông/bà.", ("ma_vu_viec",))
    assert (now.categories, now.auto_ok) == (before.categories, before.auto_ok)
    with pytest.raises(Unsendable):
        send(w, w.case(case.case_id), now.text, "XN_CHUNG")
    send(w, w.case(case.case_id), "Đã nhận tin 7KD2 của ông/bà.", "XN_CHUNG")
    first, second = [x.body for x in w.events(case.case_id) if isinstance(x.body, e.ReplyQueued)]
    assert "-" not in first.canned_version
    assert second.canned_version.startswith("1-")
    knowledge.end_entry(w.desk(ADMIN), "canned/XN_CHUNG", "2020-01-01", "Thôi dùng", expected_version=1)
    assert "XN_CHUNG" not in w.queries().ready_answers()
    with pytest.raises(Refused, match="Hết hiệu lực"):
        send(w, w.case(case.case_id), "Đã nhận tin 9 của ông/bà.", "XN_CHUNG")
    knowledge.restore_version(w.desk(ADMIN), "canned/XN_CHUNG", 0, "Dùng lại", expected_version=2)
    assert w.queries().ready_answers()["XN_CHUNG"] == before
    assert differences(w.store) == ()


def test_a_new_ready_answer_is_for_every_kind_and_keeps_its_restriction_where_it_had_one(w):
    new = replace(ready(w), code="MOI", title="Câu mới", text="Mời ông/bà tới {noi_lam}.")
    save(w, new, 0)
    assert w.queries().ready_answers()["MOI"].categories == ("*",)
    restricted = next(one for one in w.rules.catalog.canned.values() if one.restricted_to)
    save(w, replace(ready(w, restricted.code), text="Lời mới."), 0)
    case = w.put()
    with pytest.raises(Refused, match="bộ phận khác"):
        send(w, case, "Lời mới.", restricted.code)
    with pytest.raises(Refused, match="Không có câu mẫu"):
        send(w, case, "x", "KHONG_CO")


@pytest.mark.parametrize(
    "text",
    ["Mã {MA} đã nhận", "Mã {ma đã nhận", "Chúng tôi cam kết giải quyết", "Ông bà gửi ảnh căn cước nhé"],
)
def test_a_wording_that_may_not_go_out_is_not_saved(w, text):
    with pytest.raises(Refused, match="Chưa lưu"):
        save(w, replace(ready(w), text=text), 0)
    assert w.rows("SELECT * FROM knowledge") == []
