"""Two cases that are one, one that is two."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.confiding import restrict_contact
from console.actions.desk import HeldByOther, Refused
from console.actions.drafts import Mode, load_draft, save_draft
from console.actions.merging import merge, split
from console.actions.notes import add_note
from console.actions.replies import queue_reply
from console.actions.retention import hold
from console.actions.tags import tag
from console.actions.viewing import view
from console.cache.rebuild import differences
from console.cache.views import MessageItem, NoteItem, ReplyItem
from console.domain import events as e
from console.domain.case import CaseState
from console.domain.clock import MINUTE_MS
from console.domain.draft import DraftExtra
from tests.support import LONG, TUAN


def two_matters(w):
    """Return one case with a question and a report, and the ids of its three messages."""
    w.put("Tôi hỏi làm căn cước")
    w.clock.advance(MINUTE_MS)
    w.put("Với lại tôi tố giác đánh bạc ở chợ Xanh")
    w.clock.advance(MINUTE_MS)
    case = w.put("họ chơi mỗi tối")
    view(w.desk(), case.case_id, case.last_inbound_id)
    return w.case(case.case_id), ("m000001", "m000002", "m000003")


def test_a_split_makes_a_numbered_case_with_its_own_clock(w):
    case, ids = two_matters(w)
    done = split(w.desk(), case.case_id, ids[1:], expected_version=case.version)
    old, new = w.case(case.case_id), w.case(done.new_case_id)
    assert (new.number, new.split_from, new.conversation_id) == (
        "CB26-00002",
        old.case_id,
        old.conversation_id,
    )
    assert (new.last_inbound_id, new.message_count, new.state) == ("m000003", 2, CaseState.NEW)
    assert (old.last_inbound_id, old.message_count) == ("m000001", 1)
    assert new.first_message_at == case.first_message_at + MINUTE_MS
    assert new.version == 2


def test_nothing_of_what_left_is_shown_in_the_old_case(w):
    case, ids = two_matters(w)
    done = split(w.desk(), case.case_id, ids[1:])
    snippets = dict(w.rows("SELECT case_id, snippet FROM case_file"))
    assert snippets == {case.case_id: "Tôi hỏi làm căn cước", done.new_case_id: "họ chơi mỗi tối"}
    texts = [i.text for i in w.queries().thread(case.case_id) if isinstance(i, MessageItem)]
    assert texts == ["Tôi hỏi làm căn cước"]
    assert [hit.case_id for hit in w.queries().search("đánh bạc")] == [done.new_case_id]
    assert differences(w.store) == ()


def test_both_halves_are_answered_apart(w):
    case, ids = two_matters(w)
    new_id = split(w.desk(), case.case_id, ids[1:]).new_case_id
    for case_id, seen in ((case.case_id, ids[0]), (new_id, ids[2])):
        done = queue_reply(w.desk(), case_id, case.conversation_id, f"Trả lời {seen}", seen_message_id=seen)
        assert len(done.reply_ids) == 1


def test_each_half_keeps_a_message_of_the_citizen(w):
    case, ids = two_matters(w)
    w.put("OA trả lời", outbound=True)
    other = w.put(user="2")
    for wanted in ((), ids, ("m000004",), (other.last_inbound_id,), ("lạ",)):
        with pytest.raises(Refused):
            split(w.desk(), case.case_id, wanted)
    assert w.rows("SELECT count(*) FROM case_file") == [(2,)]


def test_a_split_asked_for_twice_happens_once(w):
    case, ids = two_matters(w)
    first = split(w.desk(), case.case_id, ids[1:], command_id="c1")
    again = split(w.desk(), case.case_id, ids[1:], command_id="c1")
    assert again.duplicate
    assert again.new_case_id == first.new_case_id
    assert w.rows("SELECT count(*) FROM case_file") == [(2,)]


def test_merging_back_brings_messages_replies_notes_and_drafts(w):
    case, ids = two_matters(w)
    new_id = split(w.desk(), case.case_id, ids[1:]).new_case_id
    add_note(w.desk(), new_id, "đã báo CSHS")
    (reply_id,) = queue_reply(
        w.desk(), new_id, case.conversation_id, "Đã nhận", seen_message_id=ids[2]
    ).reply_ids
    w.add(new_id, e.ReplyPermitted(reply_id, 1), e.ReplySent(reply_id, "z1", w.clock.now_ms()))
    save_draft(w.desk(), case.case_id, Mode.REPLY, "nháp một", DraftExtra(canned_code="XN_CHUNG").to_text())
    save_draft(w.desk(), new_id, Mode.REPLY, "nháp hai")
    save_draft(w.desk(TUAN), new_id, Mode.NOTE, "nháp của Tuấn")
    merge(w.desk(), new_id, case.case_id, "cùng một việc")
    old, gone = w.case(case.case_id), w.case(new_id)
    assert (gone.state, gone.merged_into, gone.number) == (CaseState.MERGED, case.case_id, "CB26-00002")
    assert (old.last_inbound_id, old.message_count, old.answered) == (ids[2], 3, True)
    shown = w.queries().thread(case.case_id)
    assert {type(item) for item in shown} >= {MessageItem, NoteItem, ReplyItem}
    draft = load_draft(w.desk(), case.case_id, Mode.REPLY)
    assert (draft.text, draft.extra) == ("nháp một\n\nnháp hai", DraftExtra(canned_code="XN_CHUNG").to_text())
    assert load_draft(w.desk(TUAN), case.case_id, Mode.NOTE).text == "nháp của Tuấn"
    assert differences(w.store) == ()


def test_earlier_messages_that_join_do_not_become_the_last_ones(w):
    case, ids = two_matters(w)
    new_id = split(w.desk(), case.case_id, ids[1:]).new_case_id
    merge(w.desk(), case.case_id, new_id, "cùng một việc")
    after = w.case(new_id)
    assert (after.last_inbound_id, after.first_message_at, after.message_count) == (
        ids[2],
        case.first_message_at,
        3,
    )
    reply = queue_reply(w.desk(), new_id, case.conversation_id, "Đã rõ", seen_message_id=ids[2])
    assert reply.reply_ids


def test_what_nobody_has_read_stays_unread_in_the_case_that_goes_on(w):
    case, ids = two_matters(w)
    new_id = split(w.desk(), case.case_id, ids[1:]).new_case_id
    w.put("tin mới")
    unread = max((case.case_id, new_id), key=lambda i: w.case(i).unread)
    read = case.case_id if unread == new_id else new_id
    assert w.case(unread).unread == 1
    merge(w.desk(), unread, read, "cùng việc")
    assert w.case(read).unread == 1
    assert w.case(unread).unread == 0


def test_the_citizens_next_message_goes_to_the_case_that_goes_on(w):
    case, ids = two_matters(w)
    new_id = split(w.desk(), case.case_id, ids[1:]).new_case_id
    merge(w.desk(), case.case_id, new_id, "cùng việc")
    assert w.put("còn nữa").case_id == new_id
    with pytest.raises(Refused, match="đã gộp vào hồ sơ khác"):
        claim(w.desk(), case.case_id)


def two_citizens(w):
    first = w.put("Cháy ở chợ Xanh", user="1")
    second = w.put("Chợ Xanh đang cháy", user="2")
    for case in (first, second):
        view(w.desk(LONG), case.case_id, case.last_inbound_id)
    return first, second


def test_two_citizens_are_never_mixed(w):
    first, second = two_citizens(w)
    save_draft(w.desk(LONG), second.case_id, Mode.REPLY, "riêng cho người thứ hai")
    done = merge(w.desk(LONG), second.case_id, first.case_id, "cùng vụ cháy")
    closed, goes_on = w.case(second.case_id), w.case(first.case_id)
    assert (closed.state, closed.outcome) == (CaseState.CLOSED, "trung-lap")
    assert closed.close_reason == "Trùng CB26-00001: cùng vụ cháy"
    assert "chưa được trả lời" in str(done.warnings[0])
    assert (closed.message_count, goes_on.message_count) == (1, 1)
    assert [i.text for i in w.queries(LONG).thread(first.case_id) if isinstance(i, MessageItem)] == [
        "Cháy ở chợ Xanh"
    ]
    assert load_draft(w.desk(LONG), second.case_id, Mode.REPLY).text == "riêng cho người thứ hai"
    assert load_draft(w.desk(LONG), first.case_id, Mode.REPLY) is None
    assert w.events(first.case_id)[-1].body == e.CaseAbsorbed(second.case_id, "CB26-00002")
    assert differences(w.store) == ()


def test_the_second_citizen_who_writes_again_opens_his_own_case_again(w):
    first, second = two_citizens(w)
    merge(w.desk(LONG), second.case_id, first.case_id, "cùng vụ cháy")
    case = w.put("Có người kẹt bên trong", user="2")
    assert (case.case_id, case.state, case.unread) == (second.case_id, CaseState.NEW, 1)


@pytest.mark.parametrize("why", ["chính nó", "đóng", "người khác giữ", "hạn chế", "chưa gửi xong"])
def test_what_is_not_merged(w, why):
    first, second = two_citizens(w)
    into, error, match = first.case_id, Refused, ""
    if why == "chính nó":
        into, match = second.case_id, "Chọn một hồ sơ khác"
    elif why == "đóng":
        w.add(first.case_id, e.CaseClosed("da-giai-quyet"))
        match = "đã đóng"
    elif why == "người khác giữ":
        claim(w.desk(TUAN), first.case_id)
        error, match = HeldByOther, "đang giữ"
    elif why == "hạn chế":
        classify(w.desk(LONG), second.case_id, "TO_CAO")
        match = "hạn chế với hồ sơ thường"
    else:
        w.add(second.case_id, e.ReplyQueued("r1", "x"))
        match = "đang gửi"
    with pytest.raises(error, match=match):
        merge(w.desk(LONG), second.case_id, into, "cùng vụ")


def test_a_duplicate_nobody_read_or_an_urgent_one_is_not_put_away_by_a_duty_officer(w):
    first, second = w.put("a", user="1"), w.put("b", user="2")
    with pytest.raises(Refused, match="chưa đọc"):
        merge(w.desk(), second.case_id, first.case_id, "cùng vụ")
    view(w.desk(), second.case_id, second.last_inbound_id)
    w.add(second.case_id, e.PriorityChanged("P1"))
    with pytest.raises(Refused, match="khẩn"):
        merge(w.desk(), second.case_id, first.case_id, "cùng vụ")


def protect(w, case_id):
    """Put on a case what persons decided for its citizen and its content."""
    tag(w.desk(), case_id, "nguy-co-tra-thu")
    tag(w.desk(), case_id, "ma-tuy")
    restrict_contact(w.desk(), case_id, "dung-goi-so-nay")
    restrict_contact(w.desk(), case_id, "khac", "chỉ nhắn buổi tối")
    hold(w.desk(LONG), case_id, "VKS yêu cầu")


def protection(case):
    wishes = {limit.code: limit.words for limit in case.contact_limits}
    return "nguy-co-tra-thu" in case.tags, wishes, case.hold


WISHES = {"dung-goi-so-nay": "", "khac": "chỉ nhắn buổi tối"}


def test_what_protects_a_citizen_goes_along_with_what_is_split_off(w):
    case = w.put("một")
    w.put("hai")
    protect(w, case.case_id)
    new = split(w.desk(LONG), case.case_id, ("m000002",)).new_case_id
    assert protection(w.case(new)) == protection(w.case(case.case_id)) == (True, WISHES, "VKS yêu cầu")
    # A topic is no protection: what was split off is another matter.
    assert "ma-tuy" not in w.case(new).tags
    assert differences(w.store) == ()


def test_what_protects_a_citizen_goes_along_into_the_case_that_goes_on(w):
    case = w.put("một")
    w.put("hai")
    into = split(w.desk(LONG), case.case_id, ("m000002",)).new_case_id
    protect(w, case.case_id)
    restrict_contact(w.desk(), into, "khac", "không gọi khi trời mưa")
    merge(w.desk(LONG), case.case_id, into, "cùng việc")
    both = WISHES | {"khac": "không gọi khi trời mưa; chỉ nhắn buổi tối"}
    assert protection(w.case(into)) == (True, both, "VKS yêu cầu")
    assert differences(w.store) == ()


def test_another_citizens_case_takes_nothing_of_it(w):
    case, into = w.put("một", user="1"), w.put("hai", user="2")
    protect(w, case.case_id)
    view(w.desk(LONG), case.case_id)
    merge(w.desk(LONG), case.case_id, into.case_id, "trùng")
    assert protection(w.case(into.case_id)) == (False, {}, "")
