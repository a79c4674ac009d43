"""Two officers for one identity, an informant's wishes, and what may be a state secret."""

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.confiding import (
    allow_contact,
    handle_secret,
    phoned_commander,
    restrict_contact,
    suspect_secret,
)
from console.actions.conflicts import mark_conflict
from console.actions.desk import Doubtful, Missing, Refused
from console.actions.files import export_case, read_file
from console.actions.identity import (
    NeedsApproval,
    answer_reveal,
    ask_reveal,
    reveal,
    reveals_today,
    who_looked,
)
from console.actions.merging import merge, split
from console.actions.replies import queue_reply
from console.actions.tags import tag, toggle_tag, untag
from console.actions.transfers import transfer
from console.actions.viewing import view
from console.cache import media_queue
from console.cache.rebuild import differences
from console.cache.views import QueueFilter
from console.domain import events as e
from console.domain.case import SECRET_TAG
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.confidentiality import LOCKED_TEXT, MOVED_TEXT
from console.domain.message import Attachment, MessageType
from tests.support import DIEP, HANH, LONG, THANH_TRA, TUAN


@pytest.fixture
def tip(w):
    """A tip that HANH holds: its source is secret."""
    case = w.put("Có người bán ma túy", name="Canary Danh Tính", user="889900112233")
    claim(w.desk(HANH), case.case_id)
    classify(w.desk(HANH), case.case_id, "TO_GIAC")
    return w.case(case.case_id)


def asked(w, case, officer=HANH):
    ask_reveal(w.desk(officer), case.case_id, "gọi lại xác minh")
    return next(one for one in w.case(case.case_id).reveals if one.by == officer.officer_id)


def test_one_asks_another_lets_him_and_it_is_shown_once_to_the_one_who_asked(w, tip):
    with pytest.raises(NeedsApproval) as first:
        reveal(w.desk(HANH), tip.case_id, "gọi lại")
    assert not first.value.waiting
    request = asked(w, tip)
    with pytest.raises(NeedsApproval) as second:
        reveal(w.desk(HANH), tip.case_id, "gọi lại")
    assert second.value.waiting
    answer_reveal(w.desk(LONG), tip.case_id, request.request_id, granted=True)
    with pytest.raises(NeedsApproval):
        reveal(w.desk(LONG), tip.case_id, "tôi cũng xem")
    shown = reveal(w.desk(HANH), tip.case_id, "gọi lại")
    assert shown.name == "Canary Danh Tính" and shown.until == w.clock.now_ms() + MINUTE_MS
    with pytest.raises(NeedsApproval):
        reveal(w.desk(HANH), tip.case_id, "lần nữa")
    kinds = [k for k in w.kinds(tip.case_id) if k.startswith("identity.")]
    assert kinds == ["identity.asked", "identity.answered", "identity.revealed"]
    words = [item.words for item in w.queries(HANH).detail(tip.case_id).history]
    assert any(x.startswith("xin xem danh tính") for x in words)
    assert any(x.startswith("duyệt cho xem danh tính") for x in words)
    assert differences(w.store) == ()


def test_nobody_lets_himself_nor_twice_nor_without_a_reason_against_it(w, tip):
    request = asked(w, tip, LONG)
    with pytest.raises(Refused, match="người thứ hai"):
        answer_reveal(w.desk(LONG), tip.case_id, request.request_id, granted=True)
    with pytest.raises(Refused, match="Vai trò"):
        answer_reveal(w.desk(TUAN), tip.case_id, request.request_id, granted=True)
    with pytest.raises(Refused, match="lý do không duyệt"):
        answer_reveal(w.desk(THANH_TRA), tip.case_id, request.request_id, granted=False)
    answer_reveal(w.desk(THANH_TRA), tip.case_id, request.request_id, granted=False, reason="không cần")
    with pytest.raises(Refused, match="đã được trả lời"):
        answer_reveal(w.desk(THANH_TRA), tip.case_id, request.request_id, granted=True)
    with pytest.raises(NeedsApproval):
        reveal(w.desk(LONG), tip.case_id, "gọi lại")
    assert "identity.revealed" not in w.kinds(tip.case_id)


def test_a_permission_to_look_does_not_keep(w, tip):
    request = asked(w, tip)
    answer_reveal(w.desk(LONG), tip.case_id, request.request_id, granted=True)
    w.clock.advance(w.rules.confidential.use_ms + 1)
    claim(w.desk(HANH), tip.case_id)
    with pytest.raises(NeedsApproval):
        reveal(w.desk(HANH), tip.case_id, "gọi lại")


def test_what_nobody_has_classified_is_treated_as_what_it_seems_to_be(w):
    case = w.put("Tôi tố giác có người bán ma túy ở tổ 5, đề nghị giữ bí mật")
    assert w.rows("SELECT category FROM suggestion")[0].category in ("TO_GIAC", "TIN_BAO")
    claim(w.desk(HANH), case.case_id)
    with pytest.raises(NeedsApproval):
        reveal(w.desk(HANH), case.case_id, "gọi lại")


def test_an_ordinary_question_takes_one_officer(w):
    case = w.put("Làm căn cước ở đâu")
    claim(w.desk(HANH), case.case_id)
    classify(w.desk(HANH), case.case_id, "TTHC")
    assert reveal(w.desk(HANH), case.case_id, "gọi lại").name == "Nguyễn Thị Mười"
    with pytest.raises(Refused, match="không cần người thứ hai"):
        ask_reveal(w.desk(HANH), case.case_id, "gọi lại")


def test_more_than_five_a_day_are_told_of(w):
    case = w.put("Làm căn cước ở đâu")
    claim(w.desk(HANH), case.case_id)
    classify(w.desk(HANH), case.case_id, "TTHC")
    told = []
    for _ in range(6):
        reveal(w.desk(HANH), case.case_id, "gọi lại")
        told.append(reveals_today(w.desk(LONG), HANH.officer_id))
    assert told[4:] == [(5, False), (6, True)]
    with pytest.raises(Refused, match="Vai trò"):
        reveals_today(w.desk(TUAN), HANH.officer_id)
    assert reveals_today(w.desk(HANH), HANH.officer_id) == (6, True)
    w.clock.advance(DAY_MS)
    assert reveals_today(w.desk(LONG), HANH.officer_id) == (0, False)


def test_who_looked_is_told_to_the_holder_and_the_audit_alone(w, tip):
    view(w.desk(TUAN), tip.case_id)
    asked(w, tip)
    rows = who_looked(w.desk(HANH), tip.case_id)
    assert [(name, kind) for _, name, kind in rows] == [
        (HANH.name, "identity.asked"),
        (TUAN.name, "case.viewed"),
    ]
    assert who_looked(w.desk(LONG), tip.case_id) == rows
    with pytest.raises(Refused, match="Vai trò"):
        who_looked(w.desk(TUAN), tip.case_id)
    mark_conflict(w.desk(HANH), tip.case_id, (), (LONG.officer_id,), "nêu tên")
    with pytest.raises(Missing):
        who_looked(w.desk(LONG), tip.case_id)


# --- an informant's wishes -------------------------------------------------------------------------------------------


def test_a_wish_is_on_the_case_until_somebody_takes_it_off_with_a_reason(w, tip):
    restrict_contact(w.desk(HANH), tip.case_id, "dung-goi-so-nay", "chồng nghe máy")
    restrict_contact(w.desk(HANH), tip.case_id, "dung-goi-so-nay", "chồng nghe máy")
    (limit,) = w.case(tip.case_id).contact_limits
    assert (limit.code, limit.words, limit.by) == ("dung-goi-so-nay", "chồng nghe máy", "hanh")
    assert w.kinds(tip.case_id).count("contact.restricted") == 1
    with pytest.raises(Refused, match="lý do"):
        allow_contact(w.desk(HANH), tip.case_id, "dung-goi-so-nay", " ")
    allow_contact(w.desk(HANH), tip.case_id, "dung-goi-so-nay", "người báo tin nhắn lại")
    assert w.case(tip.case_id).contact_limits == ()
    with pytest.raises(Refused, match="Không có yêu cầu"):
        restrict_contact(w.desk(HANH), tip.case_id, "tự-nghĩ")


def test_a_reply_that_names_the_report_is_stopped_until_somebody_means_it(w, tip):
    restrict_contact(w.desk(HANH), tip.case_id, "dung-den-nha")
    send = {"seen_message_id": tip.last_inbound_id}
    text = f"Vụ {tip.number} của bạn đã nhận"
    with pytest.raises(Doubtful):
        queue_reply(w.desk(HANH), tip.case_id, tip.conversation_id, text, **send)
    assert queue_reply(
        w.desk(HANH), tip.case_id, tip.conversation_id, text, override_reason="người dân hỏi số", **send
    ).reply_ids


def test_a_place_the_machine_read_gives_the_report_away_too(w):
    case = w.put("Sòng bạc ở huyện Hòa An, đừng gọi số này")
    claim(w.desk(HANH), case.case_id)
    restrict_contact(w.desk(HANH), case.case_id, "dung-goi-so-nay")
    assert w.case(case.case_id).district == ""
    send = {"seen_message_id": case.last_inbound_id}
    with pytest.raises(Doubtful, match="giữ kín"):
        queue_reply(w.desk(HANH), case.case_id, case.conversation_id, "Da nhan tin ve huyen Hoa An", **send)
    assert queue_reply(w.desk(HANH), case.case_id, case.conversation_id, "Đã nhận tin", **send).reply_ids


def test_a_transfer_warns_of_wishes_that_concern_it(w, tip):
    restrict_contact(w.desk(HANH), tip.case_id, "dung-goi-so-nay")
    restrict_contact(w.desk(HANH), tip.case_id, "dung-chuyen-xa")
    done = transfer(w.desk(HANH), tip.case_id, "CAH-TPCB", "địa bàn")
    told = [str(one) for one in done.warnings]
    assert any("đừng chuyển về xã" in one for one in told)
    assert not any("đừng gọi" in one for one in told)


# --- state secrets ---------------------------------------------------------------------------------------------------


def everything(w, officer, case_id):
    queries = w.queries(officer)
    found = [
        queries.thread(case_id),
        queries.queue_rows([case_id]),
        queries.search("chimxanh"),
        queries.detail(case_id).history,
    ]
    return repr(found)


def test_what_may_be_a_state_secret_is_neither_shown_nor_fetched_nor_taken_out(w):
    picture = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    case = w.put("chimxanh", kind=MessageType.PHOTO, attachments=(picture,))
    claim(w.desk(HANH), case.case_id)
    transfer(
        w.desk(HANH), case.case_id, "PC02", "Tin báo: chimxanh"
    )  # the dialog begins with the citizen's words
    assert "chimxanh" in everything(w, HANH, case.case_id)
    with w.store.read() as connection:
        assert media_queue.next_due(connection, w.clock.now_ms()) is not None
    suspect_secret(w.desk(HANH), case.case_id, "có dấu văn bản")
    suspect_secret(w.desk(HANH), case.case_id, "có dấu văn bản")
    for officer in (HANH, LONG):
        found = everything(w, officer, case.case_id)
        assert "chimxanh" not in found and "zdn.vn" not in found and LOCKED_TEXT in found
    with w.store.read() as connection:
        assert media_queue.next_due(connection, w.clock.now_ms()) is None
    with pytest.raises(Refused, match="bí mật nhà nước"):
        export_case(w.desk(LONG), case.case_id, "CQĐT yêu cầu")
    with pytest.raises(Refused, match="bí mật nhà nước"):
        read_file(w.desk(LONG), case.case_id, "f1")
    assert w.kinds(case.case_id).count("secret.suspected") == 1


def test_the_lock_does_not_hang_on_the_tag(w):
    case = w.put("chimxanh")
    suspect_secret(w.desk(HANH), case.case_id, "nghi")
    w.add(case.case_id, e.Untagged(SECRET_TAG))  # as an older console let everybody do who tags
    found = everything(w, HANH, case.case_id)
    assert "chimxanh" not in found and LOCKED_TEXT in found
    assert differences(w.store) == ()


def test_the_machines_reasons_do_not_quote_what_is_locked(w):
    case = w.put("Cháy nhà ở chợ Xanh phường Tân Giang, lửa to lắm")
    w.put("chay nha o cho xanh phuong tan giang lua to lam", user="1002")
    claim(w.desk(HANH), case.case_id)
    before = w.queries(HANH).detail(case.case_id)
    assert before.suggestion.reasons and any(one.detail for one in before.related)
    suspect_secret(w.desk(HANH), case.case_id, "có dấu văn bản")
    after = w.queries(HANH).detail(case.case_id)
    assert after.suggestion.category == before.suggestion.category
    assert after.suggestion.reasons == () and not any(one.detail for one in after.related)


def test_the_commander_is_phoned_before_it_goes_its_own_way(w):
    case = w.put("chimxanh")
    with pytest.raises(Refused, match="không bị nghi"):
        phoned_commander(w.desk(HANH), case.case_id, "Đ/c Long")
    suspect_secret(w.desk(HANH), case.case_id, "có dấu văn bản")
    with pytest.raises(Refused, match="Vai trò"):
        handle_secret(w.desk(HANH), case.case_id, "đã giao", moved=True)
    with pytest.raises(Refused, match="Điện trực chỉ huy"):
        handle_secret(w.desk(LONG), case.case_id, "đã giao", moved=True)
    phoned_commander(w.desk(HANH), case.case_id, "Đ/c Long")
    assert w.case(case.case_id).secret.phoned_to == "Đ/c Long"
    handle_secret(w.desk(LONG), case.case_id, "giao văn thư mật", moved=True)
    assert MOVED_TEXT in everything(w, LONG, case.case_id)
    assert differences(w.store) == ()


def test_where_there_is_none_the_case_is_as_before(w):
    case = w.put("chimxanh")
    suspect_secret(w.desk(HANH), case.case_id, "nghi")
    handle_secret(w.desk(LONG), case.case_id, "chỉ là đơn xin việc", moved=False)
    assert "chimxanh" in everything(w, HANH, case.case_id)
    assert [x for x in w.queries(HANH).queue_index(QueueFilter()) if x.case_id == case.case_id]
    assert w.case(case.case_id).secret is None and "nghi-bmnn" not in w.case(case.case_id).tags


def test_a_looked_at_case_needs_its_event_first(w, tip, failpoints):
    """T19: where the log refuses, nothing is told."""
    request = asked(w, tip)
    answer_reveal(w.desk(LONG), tip.case_id, request.request_id, granted=True)
    failpoints("store.commit.before=raise:28@1")
    with pytest.raises(OSError, match="space"):
        reveal(w.desk(HANH), tip.case_id, "gọi lại")
    failpoints("")
    assert "identity.revealed" not in w.kinds(tip.case_id)
    assert DIEP.officer_id not in {one.by for one in w.case(tip.case_id).reveals}


def test_nobody_gets_round_the_second_officer_by_classifying_anew(w, tip):
    classify(w.desk(HANH), tip.case_id, "TTHC")
    with pytest.raises(NeedsApproval):
        reveal(w.desk(HANH), tip.case_id, "gọi lại")
    assert "identity.revealed" not in w.kinds(tip.case_id)


def test_nobody_gets_round_the_second_officer_by_taking_the_tag_off(w):
    case = w.put("Làm căn cước ở đâu")
    claim(w.desk(HANH), case.case_id)
    classify(w.desk(HANH), case.case_id, "TTHC")
    tag(w.desk(HANH), case.case_id, "nguy-co-tra-thu")
    untag(w.desk(HANH), case.case_id, "nguy-co-tra-thu")
    with pytest.raises(NeedsApproval):
        reveal(w.desk(HANH), case.case_id, "gọi lại")


def test_nobody_gets_round_the_second_officer_through_what_was_split_off(w, tip):
    w.put("Cho hỏi làm căn cước", user="889900112233")
    done = split(w.desk(HANH), tip.case_id, ("m000002",))
    claim(w.desk(HANH), done.new_case_id)
    classify(w.desk(HANH), done.new_case_id, "TTHC")
    with pytest.raises(NeedsApproval):
        reveal(w.desk(HANH), done.new_case_id, "gọi lại")
    assert "identity.revealed" not in w.kinds(done.new_case_id)


def test_a_second_officer_is_not_asked_for_where_that_would_tell_of_a_hidden_case(w):
    hidden = w.put("Tôi tố cáo")
    w.put("Cho hỏi làm căn cước")
    new = split(w.desk(HANH), hidden.case_id, ("m000002",)).new_case_id
    classify(w.desk(LONG), hidden.case_id, "TO_CAO")
    claim(w.desk(HANH), new)
    classify(w.desk(HANH), new, "TTHC")
    assert reveal(w.desk(HANH), new, "gọi lại").name == "Nguyễn Thị Mười"
    claim(w.desk(LONG), hidden.case_id)
    with pytest.raises(NeedsApproval):
        reveal(w.desk(LONG), new, "gọi lại")


def locked(w, officer, case_id):
    found = everything(w, officer, case_id)
    return "chimxanh" not in found and LOCKED_TEXT in found


def test_the_tag_alone_does_all_that_reporting_a_secret_does(w):
    case = w.put("chimxanh")
    done = tag(w.desk(HANH), case.case_id, SECRET_TAG)
    assert done.undo is None and w.case(case.case_id).secret.by == HANH.officer_id
    assert locked(w, HANH, case.case_id)
    phoned_commander(w.desk(HANH), case.case_id, "Đ/c Long")
    handle_secret(w.desk(LONG), case.case_id, "giao văn thư mật", moved=True)
    assert MOVED_TEXT in everything(w, LONG, case.case_id)


@pytest.mark.parametrize("officer", [HANH, LONG])
@pytest.mark.parametrize("how", [suspect_secret, tag])
@pytest.mark.parametrize("off", [untag, toggle_tag])
def test_a_lock_does_not_come_off_like_a_label(w, officer, how, off):
    case = w.put("chimxanh")
    how(w.desk(HANH), case.case_id, SECRET_TAG if how is tag else "có dấu văn bản")
    with pytest.raises(Refused, match="không gỡ như nhãn thường"):
        off(w.desk(officer), case.case_id, SECRET_TAG)
    assert locked(w, officer, case.case_id)


def test_what_is_locked_is_not_opened_by_splitting_or_merging(w):
    case = w.put("chimxanh")
    w.put("chimxanh hai")
    new = split(w.desk(HANH), case.case_id, ("m000002",)).new_case_id
    suspect_secret(w.desk(HANH), case.case_id, "có dấu văn bản")
    with pytest.raises(Refused, match="hạn chế"):
        merge(w.desk(HANH), case.case_id, new, "cùng người")
    suspect_secret(w.desk(HANH), new, "có dấu văn bản")
    merge(w.desk(HANH), case.case_id, new, "cùng người")
    assert locked(w, HANH, new)
    with pytest.raises(Refused, match="bí mật nhà nước"):
        split(w.desk(HANH), new, ("m000002",))
