"""Asking for replies, and what becomes of them as far as officers decide."""

from dataclasses import replace

import pytest

from console.actions.claims import LEASE_MS, claim
from console.actions.classification import classify, set_priority
from console.actions.conflicts import mark_conflict
from console.actions.desk import (
    Conflict,
    Doubtful,
    HeldByOther,
    Missing,
    Refused,
    ThreadChanged,
    Unsendable,
    WindowClosed,
)
from console.actions.drafts import Mode, load_draft, save_draft
from console.actions.notes import add_note
from console.actions.people import record
from console.actions.replies import HOLD_MS, queue_reply
from console.actions.reply_checks import split_outgoing
from console.actions.settling import (
    approve_reply,
    cancel_reply,
    decline_reply,
    resend_reply,
    resolve_unknown,
)
from console.actions.tags import tag
from console.cache import outbox
from console.cache.rebuild import rebuild
from console.domain import events as e
from console.domain.canned import utf16_length
from console.domain.case import CaseState, ReplyState
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.draft import extra_from_text
from console.domain.events import OutboundFile
from console.domain.people import PeopleList, Person, PersonRole
from console.gateway.approvals import Expiry
from console.record.base import CommandReusedError
from tests.support import DIEP, HANH, LONG, THANH_TRA, TUAN

PDF = OutboundFile("f" * 32, "mau-don.pdf", "application/pdf", 1200, "ab" * 32)
PHOTO = OutboundFile("e" * 32, "so-do.jpg", "image/jpeg", 1200, "cd" * 32)


def reply(w, case, text="Công an tỉnh đã nhận tin", officer=HANH, **more):
    more.setdefault("seen_message_id", case.last_inbound_id)
    return queue_reply(w.desk(officer), case.case_id, case.conversation_id, text, **more)


def state(w, case, done):
    return w.case(case.case_id).reply_state(done.reply_ids[0])


def test_a_reply_waits_for_its_hold_and_its_author_holds_the_case(w):
    case = w.put()
    done = reply(w, case)
    body = w.events(case.case_id)[-1].body
    assert (body.text, body.not_before) == ("Công an tỉnh đã nhận tin", w.clock.now_ms() + HOLD_MS)
    assert state(w, case, done) is ReplyState.QUEUED
    assert w.case(case.case_id).owner == "hanh"
    with w.store.read() as connection:
        assert [item.reply_id for item in outbox.next_queued(connection)] == list(done.reply_ids)


def test_an_urgent_reply_is_not_held(w):
    case = w.put()
    set_priority(w.desk(), case.case_id, "P1")
    reply(w, case)
    assert w.events(case.case_id)[-1].body.not_before == w.clock.now_ms()


def test_a_composer_bound_to_another_conversation_sends_nothing(w):
    mine, other = w.put(user="1"), w.put(user="2")
    with pytest.raises(Refused, match="hội thoại khác"):
        queue_reply(
            w.desk(), mine.case_id, other.conversation_id, "chào", seen_message_id=mine.last_inbound_id
        )
    assert w.rows("SELECT count(*) FROM reply") == [(0,)]


def test_another_citizen_s_number_or_name_stops_a_reply_in_its_words_and_its_file_s_name(w):
    mine, other = w.put(user="1"), w.put(user="2")
    for text in (f"Hồ sơ {other.number.lower()}", f"Theo {other.pseudonym} báo"):
        with pytest.raises(Refused, match="kiểm tra người nhận"):
            reply(w, mine, text)
    with pytest.raises(Refused, match=other.number):
        reply(w, mine, "Gửi ông bà", file=replace(PDF, name=f"phieu-{other.number}.pdf"), parts=True)
    assert w.rows("SELECT count(*) FROM reply") == [(0,)]
    reply(w, mine, f"Hồ sơ {mine.number} của {mine.pseudonym}")


def test_words_that_came_meanwhile_stop_the_reply_and_are_shown(w):
    case = w.put()
    w.put("Nó lại đến rồi")
    with pytest.raises(ThreadChanged, match="vừa nhắn thêm 1 tin") as stopped:
        reply(w, case)
    assert stopped.value.news == ("Nó lại đến rồi",)
    done = reply(w, case, override_reason="Tin mới không liên quan")
    assert w.events(case.case_id)[-1].body.override_reason == "Tin mới không liên quan"
    assert state(w, case, done) is ReplyState.QUEUED


def test_a_late_message_with_an_old_time_stops_the_reply_until_it_is_read(w):
    case = w.put()
    w.put("tin đến muộn", at=case.last_inbound_at - MINUTE_MS)
    with pytest.raises(ThreadChanged, match="1 tin"):
        reply(w, case)
    w.add(case.case_id, e.CaseViewed(case.last_inbound_id), actor="hanh")
    assert reply(w, case).reply_ids


def test_a_reply_without_having_seen_anything_is_stopped(w):
    case = w.put()
    with pytest.raises(ThreadChanged):
        reply(w, case, seen_message_id="")


def test_a_colleagues_reply_meanwhile_is_a_conflict_and_nothing_is_doubled(w):
    case = w.put()
    reply(w, case, "Tôi trả lời trước", officer=TUAN)
    w.clock.advance(LEASE_MS + 1)
    with pytest.raises(Conflict, match=r"Lê Anh Tuấn gửi trả lời\. Xem lại"):
        reply(w, case, expected_version=case.version)
    assert w.rows("SELECT count(*) FROM reply") == [(1,)]


def test_an_answer_from_outside_the_console_is_a_conflict(w):
    case = w.put()
    w.put("Trả lời từ OA Manager", outbound=True)
    with pytest.raises(Conflict, match="tin gửi ngoài hệ thống"):
        reply(w, case, expected_version=case.version)


def test_a_note_meanwhile_is_no_conflict(w):
    case = w.put()
    add_note(w.desk(TUAN), case.case_id, "đã gọi công dân")
    assert reply(w, case, expected_version=case.version).reply_ids


def test_nobody_answers_a_case_in_another_officers_hands(w):
    case = w.put()
    claim(w.desk(TUAN), case.case_id)
    with pytest.raises(HeldByOther):
        reply(w, case)


@pytest.mark.parametrize("text", ["", "   ", "Chào {ho_ten}", "hỏng \ud800"])
def test_a_text_that_cannot_go_out_is_refused(w, text):
    case = w.put()
    with pytest.raises(Unsendable) as refused:
        reply(w, case, text)
    assert refused.value.parts == 0
    assert refused.value.problems


def test_a_long_text_is_split_only_with_consent(w):
    case = w.put()
    text = "\n\n".join(f"Đoạn {n}. " + "Công dân cần mang theo giấy tờ. " * 25 for n in range(6))
    with pytest.raises(Unsendable, match="thành 3 tin") as refused:
        reply(w, case, text)
    assert refused.value.parts == 3
    done = reply(w, case, text, parts=True)
    texts = [x.body.text for x in done.events if isinstance(x.body, e.ReplyQueued)]
    assert len(texts) == len(set(done.reply_ids)) == 3
    assert "".join("".join(texts).split()) == "".join(text.split())
    assert all(utf16_length(part) <= 2_000 for part in texts)


def test_a_split_keeps_every_character_and_every_limit():
    for text in ("x" * 4_001, "😀" * 2_500, "một hai. " * 700, "a\n" * 1_500 + "b" * 2_000):
        parts = split_outgoing(text)
        assert all(0 < utf16_length(part) <= 2_000 for part in parts)
        assert "".join("".join(parts).split()) == "".join(text.split())


def test_a_picture_goes_with_its_words_and_a_file_apart(w):
    case, other = w.put(user="1"), w.put(user="2")
    assert len(reply(w, case, "Sơ đồ", file=PHOTO).reply_ids) == 1
    with pytest.raises(Unsendable, match="thành 2 tin"):
        reply(w, other, "Mẫu đơn", file=PDF)
    done = reply(w, other, "Mẫu đơn", file=PDF, parts=True)
    queued = [x.body for x in done.events if isinstance(x.body, e.ReplyQueued)]
    assert [(q.text, q.file) for q in queued] == [("Mẫu đơn", None), ("", PDF)]


def test_two_files_of_one_name_are_two_replies_and_one_twice_is_stopped(w):
    case = w.put()
    reply(w, case, "", file=PDF)
    with pytest.raises(Refused, match="đang chờ gửi"):
        reply(w, case, "", file=PDF)
    assert reply(w, case, "", file=replace(PDF, sha256="cd" * 32)).reply_ids


def test_a_file_needs_no_words(w):
    case = w.put()
    assert len(reply(w, case, "", file=PDF).reply_ids) == 1


def test_another_citizens_number_or_name_in_the_text_stops_it(w):
    case, other = w.put(user="1"), w.put(user="2")
    for text in (f"Hồ sơ {other.number.lower()} đã xong", f"{other.pseudonym} đã báo", "Xem CB26-99999"):
        with pytest.raises(Refused, match="kiểm tra người nhận"):
            reply(w, case, text, override_reason="gửi luôn")
    assert reply(w, case, f"Mã hồ sơ của ông/bà: {case.number}").reply_ids


def test_promises_and_requests_for_papers_want_a_second_look(w):
    case = w.put()
    with pytest.raises(Doubtful) as doubt:
        reply(w, case, "Chúng tôi cam kết sẽ tìm lại xe")
    assert doubt.value.problems[0].code == "promise"
    assert reply(w, case, "Chúng tôi cam kết sẽ tìm lại xe", override_reason="đã duyệt câu này").reply_ids


@pytest.mark.parametrize(
    ("told", "answer", "stopped"),
    [
        ("Nhà ông Nông Văn Tú đánh bạc", "Đã mời Nông Văn Tú lên làm việc", True),
        ("Nhà ông Nông Văn Tú đánh bạc", "da moi nong van tu", True),
        ("Nhà ông Nông Văn Tú đánh bạc", "Công an đã tới nhà ông Tú", True),
        ("Nhà ông Nông Văn Tú đánh bạc", "Đã nhận tin, xin cảm ơn ông", False),
        ("Tôi là Nông Văn Tú, xóm tôi đánh bạc", "Chào ông Nông Văn Tú, đã nhận tin", False),
    ],
)
def test_whom_the_citizen_accuses_is_not_named_to_him(w, told, answer, stopped):
    case = w.put("hang xom danh bac")
    case = w.put(told)
    if not stopped:
        assert reply(w, case, answer).reply_ids
        return
    with pytest.raises(Doubtful, match="tên người") as doubt:
        reply(w, case, answer)
    (problem,) = doubt.value.problems
    assert problem.code == "accused"
    assert answer[problem.start : problem.end].lower().endswith(("tú", "tu"))
    assert "Tú" not in problem.message_vi
    done = reply(w, case, answer, override_reason="người báo hỏi đích danh")
    assert w.events(case.case_id)[-1].body.override_reason == "người báo hỏi đích danh"
    assert done.reply_ids


def test_a_name_in_a_question_about_papers_may_be_said(w):
    case = w.put("Tôi hỏi căn cước cho con là Nông Văn Tú")
    classify(w.desk(), case.case_id, "TTHC")
    assert reply(w, w.case(case.case_id), "Đưa cháu Nông Văn Tú và giấy khai sinh tới phường").reply_ids


def test_whom_officers_recorded_as_accused_is_not_named_either(w):
    case = w.put("hang xom danh bac")
    record(w.desk(), case.case_id, [PeopleList(PersonRole.ACCUSED, (Person("Hoàng Văn Bình", "1990"),))])
    with pytest.raises(Doubtful) as doubt:
        reply(w, w.case(case.case_id), "Công an đã mời anh Bình lên làm việc")
    assert doubt.value.problems[0].code == "accused"


def test_the_officers_a_matter_concerns_are_not_named(w):
    case = w.put("to cao can bo nhan tien")
    mark_conflict(w.desk(LONG), case.case_id, (), ("tuan",), "đơn nêu đích danh")
    with pytest.raises(Doubtful) as doubt:
        reply(w, w.case(case.case_id), f"Đồng chí {TUAN.name} sẽ giải trình", officer=LONG)
    assert doubt.value.problems[0].code == "accused"


def test_a_reporter_who_must_be_kept_secret_is_not_given_away(w):
    case = w.put("Có đánh bạc ở chợ Xanh")
    w.add(case.case_id, e.PlaceSet("", "chợ Xanh"))
    assert reply(w, case, "Đã nhận tin về chợ Xanh").reply_ids
    tag(w.desk(), case.case_id, "nguy-co-tra-thu")
    with pytest.raises(Doubtful, match="giữ kín"):
        reply(w, case, "Tổ công tác sẽ tới CHO XANH")
    assert reply(w, case, "Đã nhận tin, xin cảm ơn").reply_ids


def test_after_the_window_nothing_is_queued(w):
    case = w.put()
    w.clock.advance(8 * DAY_MS)
    with pytest.raises(WindowClosed, match="Hết cửa sổ trả lời"):
        reply(w, case)


def test_free_messages_that_run_out_are_told(w):
    case = w.put()
    for n in range(8):
        w.put(f"ngoài {n}", outbound=True, at=w.clock.now_ms() + n)
    done = reply(w, case)
    assert [str(x) for x in done.warnings] == ["Hết tin miễn phí: tin này có thể tính phí"]


def test_a_closed_case_is_opened_before_it_is_answered(w):
    case = w.put()
    w.add(case.case_id, e.CaseClosed("da-giai-quyet"))
    with pytest.raises(Refused, match="mở lại trước"):
        reply(w, case)


def test_pressing_twice_sends_once(w):
    case = w.put()
    first = reply(w, case, command_id="c1")
    again = reply(w, case, command_id="c1")
    assert again.duplicate
    assert again.reply_ids == first.reply_ids
    with pytest.raises(Refused, match="đang chờ gửi"):
        reply(w, case, "Công an  tỉnh đã nhận tin ")
    with pytest.raises(CommandReusedError):
        reply(w, case, "chữ khác", command_id="c1")
    assert w.rows("SELECT count(*) FROM reply") == [(1,)]


def test_the_draft_goes_with_the_reply_and_stays_when_it_is_stopped(w):
    case = w.put()
    save_draft(w.desk(), case.case_id, Mode.REPLY, "Công an tỉnh đã nhận tin")
    save_draft(w.desk(), case.case_id, Mode.NOTE, "nháp ghi chú")
    with pytest.raises(ThreadChanged):
        reply(w, case, seen_message_id="")
    assert load_draft(w.desk(), case.case_id, Mode.REPLY).text == "Công an tỉnh đã nhận tin"
    reply(w, case)
    assert load_draft(w.desk(), case.case_id, Mode.REPLY) is None
    assert load_draft(w.desk(), case.case_id, Mode.NOTE).text == "nháp ghi chú"


def test_a_ready_answer_is_named_with_its_wording(w):
    case = w.put()
    reply(w, case, canned_code="XN_CHUNG")
    body = w.events(case.case_id)[-1].body
    assert (body.canned_code, len(body.canned_version)) == ("XN_CHUNG", 12)
    with pytest.raises(Refused, match="Không có câu mẫu"):
        reply(w, case, "b", canned_code="KHONG_CO")
    with pytest.raises(Refused, match="dành cho bộ phận khác"):
        reply(w, case, "c", canned_code="HD_TO_CAO")


def test_taking_a_reply_back_within_the_hold(w):
    case = w.put()
    done = reply(w, case)
    (reply_id,) = done.reply_ids
    with pytest.raises(Refused, match="Chỉ người soạn"):
        cancel_reply(w.desk(TUAN), case.case_id, reply_id)
    cancel_reply(w.desk(), case.case_id, reply_id)
    assert state(w, case, done) is ReplyState.CANCELLED
    with pytest.raises(Refused, match="không thu lại được"):
        cancel_reply(w.desk(), case.case_id, reply_id)


def test_what_was_handed_to_zalo_is_not_taken_back(w):
    case = w.put()
    (reply_id,) = reply(w, case).reply_ids
    w.add(case.case_id, e.ReplyPermitted(reply_id, 1))
    with pytest.raises(Refused, match="đã chuyển cho Zalo"):
        cancel_reply(w.desk(), case.case_id, reply_id)
    with pytest.raises(Missing):
        cancel_reply(w.desk(), case.case_id, "khác")


def denunciation(w):
    case = w.put("Tôi tố cáo")
    classify(w.desk(LONG), case.case_id, "TO_CAO")
    return w.case(case.case_id)


def test_a_denunciation_is_answered_with_two_officers(w):
    case = denunciation(w)
    done = reply(w, case, officer=LONG)
    assert str(done.warnings[0]).startswith("Trả lời chờ duyệt")
    assert state(w, case, done) is ReplyState.AWAITING_APPROVAL
    with w.store.read() as connection:
        assert outbox.next_queued(connection) == []
    (reply_id,) = done.reply_ids
    with pytest.raises(Refused, match="không tự duyệt"):
        approve_reply(w.desk(LONG), case.case_id, reply_id)
    with pytest.raises(Refused, match="không được duyệt trả lời"):
        approve_reply(w.desk(THANH_TRA), case.case_id, reply_id)


def complaint(w):
    case = w.put("Tôi khiếu nại quyết định xử phạt")
    classify(w.desk(), case.case_id, "KHIEU_NAI")
    return w.case(case.case_id)


def test_approval_lets_a_reply_go_and_refusal_ends_it(w):
    case = complaint(w)
    done = reply(w, case)
    (reply_id,) = done.reply_ids
    approve_reply(w.desk(LONG), case.case_id, reply_id)
    assert state(w, case, done) is ReplyState.QUEUED
    with pytest.raises(Refused, match="không chờ duyệt"):
        approve_reply(w.desk(LONG), case.case_id, reply_id)
    second = reply(w, case, "Lần hai")
    with pytest.raises(Refused, match="Thiếu lý do không duyệt"):
        decline_reply(w.desk(LONG), case.case_id, second.reply_ids[0], " ")
    decline_reply(w.desk(LONG), case.case_id, second.reply_ids[0], "sai thẩm quyền")
    assert state(w, case, second) is ReplyState.CANCELLED


def test_approval_looks_at_what_the_citizen_wrote_since(w):
    case = complaint(w)
    (reply_id,) = reply(w, case).reply_ids
    w.put("Tôi rút khiếu nại")
    with pytest.raises(ThreadChanged, match="trả lại để người soạn xem lại"):
        approve_reply(w.desk(LONG), case.case_id, reply_id)


def test_approval_after_the_window_is_refused(w):
    case = complaint(w)
    (reply_id,) = reply(w, case).reply_ids
    w.clock.advance(8 * DAY_MS)
    with pytest.raises(WindowClosed):
        approve_reply(w.desk(LONG), case.case_id, reply_id)


def test_an_untouched_ready_answer_needs_no_approval_and_a_changed_one_does(w):
    ready = next(r for r in w.rules.catalog.canned.values() if r.auto_ok and "{" not in r.text)
    case = complaint(w)
    assert state(w, case, reply(w, case, ready.text, canned_code=ready.code)) is ReplyState.QUEUED
    changed = reply(w, case, ready.text + " Sẽ có kết quả ngày mai.", canned_code=ready.code)
    assert state(w, case, changed) is ReplyState.AWAITING_APPROVAL


def unknown(w, case, *, searched=True):
    (reply_id,) = reply(w, case).reply_ids
    w.add(case.case_id, e.ReplyPermitted(reply_id, w.clock.now_ms()), e.ReplyUnknown(reply_id, "hết giờ chờ"))
    if searched:
        w.add(case.case_id, e.ReplySearched(reply_id, 0, w.clock.now_ms()))
    return reply_id


def test_an_unknown_reply_is_not_sent_again_before_it_is_found_out(w):
    case = w.put()
    reply_id = unknown(w, case, searched=False)
    with pytest.raises(Refused, match="đối chiếu tin đó trước"):
        reply(w, case)
    with pytest.raises(Refused, match="Chưa đọc lại hội thoại"):
        resend_reply(w.desk(), case.case_id, reply_id, "gửi lại", seen_message_id=case.last_inbound_id)


@pytest.mark.parametrize(("arrived", "becomes"), [(True, ReplyState.CONFIRMED), (False, ReplyState.NOT_SENT)])
def test_an_officer_decides_what_an_unknown_reply_was(w, arrived, becomes):
    case = w.put()
    reply_id = unknown(w, case)
    resolve_unknown(w.desk(), case.case_id, reply_id, arrived, "đã gọi điện hỏi")
    assert w.case(case.case_id).reply_state(reply_id) is becomes
    with pytest.raises(Refused, match="không còn ở trạng thái chưa rõ"):
        resolve_unknown(w.desk(), case.case_id, reply_id, arrived, "lần nữa")


def test_sending_again_is_a_new_reply_and_the_old_one_never_goes(w):
    case = w.put()
    old = unknown(w, case)
    done = resend_reply(
        w.desk(), case.case_id, old, "công dân chưa nhận", seen_message_id=case.last_inbound_id
    )
    (new,) = done.reply_ids
    assert new != old
    after = w.case(case.case_id)
    assert (after.reply_state(old), after.reply_state(new)) == (ReplyState.NOT_SENT, ReplyState.QUEUED)
    with pytest.raises(Refused, match="không gửi lần nữa"):
        resend_reply(w.desk(), case.case_id, new, "nữa", seen_message_id=case.last_inbound_id)


def test_sending_a_declined_reply_again_asks_for_approval_again(w):
    case = complaint(w)
    (reply_id,) = reply(w, case).reply_ids
    decline_reply(w.desk(LONG), case.case_id, reply_id, "sửa lại")
    done = resend_reply(
        w.desk(), case.case_id, reply_id, "xin duyệt lại", seen_message_id=case.last_inbound_id
    )
    assert state(w, case, done) is ReplyState.AWAITING_APPROVAL


def test_sending_again_looks_at_what_the_citizen_wrote_since(w):
    case = w.put()
    old = unknown(w, case)
    w.put("Tôi đã nhận được rồi")
    with pytest.raises(ThreadChanged):
        resend_reply(w.desk(), case.case_id, old, "gửi lại", seen_message_id=case.last_inbound_id)


def test_notes_never_become_replies(w):
    case = w.put()
    add_note(w.desk(), case.case_id, "nghi có liên quan vụ khác")
    add_note(w.desk(), case.case_id, "x" * 10_000)
    with pytest.raises(Refused, match="tối đa 10000"):
        add_note(w.desk(), case.case_id, "x" * 10_001)
    with pytest.raises(Refused, match="Thiếu nội dung ghi chú"):
        add_note(w.desk(), case.case_id, " \n ")
    assert w.rows("SELECT count(*) FROM note") == [(2,)]
    assert w.rows("SELECT count(*) FROM reply") == [(0,)]
    assert w.case(case.case_id).state is CaseState.NEW


def test_a_note_asked_for_twice_with_other_words_is_not_lost_silently(w):
    case = w.put()
    add_note(w.desk(), case.case_id, "một", command_id="c1")
    assert add_note(w.desk(), case.case_id, "một", command_id="c1").duplicate
    with pytest.raises(CommandReusedError):
        add_note(w.desk(), case.case_id, "hai", command_id="c1")


def test_zalos_refusal_closes_the_window_until_the_citizen_writes_again(w):
    case = w.put()
    sent = reply(w, case)
    (reply_id,) = sent.reply_ids
    w.add(
        case.case_id,
        e.ReplyPermitted(reply_id, w.clock.now_ms()),
        e.ReplyRejected(reply_id, -230, "Không gửi được: quá 7 ngày."),
    )
    with pytest.raises(WindowClosed, match="quá 7 ngày"):
        reply(w, case, "Xin gửi lại")
    queries = w.queries()
    assert queries.detail(case.case_id).window.state == "closed"
    assert queries.queue_rows([case.case_id])[0].free_left == 0
    # This machine's clock may stand behind Zalo's: what came after the refusal in the log lifts it.
    again = w.put("Tôi đây", at=case.last_inbound_at + 1)
    assert queries.detail(case.case_id).window.state == "open"
    assert reply(w, again, "Xin gửi lại").reply_ids


def test_replies_from_outside_take_from_the_free_ones(w):
    case = w.put()
    for number in range(3):
        w.clock.advance(1_000)
        w.put(f"Từ OA Manager {number}", outbound=True)
    window = w.queries().detail(case.case_id).window
    assert (window.free_left, window.free_total) == (5, 8)


@pytest.mark.parametrize(("arrived", "left"), [(True, "7"), (False, "8")])
def test_a_reply_nobody_knows_of_may_have_taken_a_free_one(w, arrived, left):
    case = w.put()

    def free():
        window = w.queries().detail(case.case_id).window
        return window.free_words, window.free_total, window.maybe_used

    (reply_id,) = reply(w, case).reply_ids
    assert free() == ("8", 8, 0), "nothing has been given to Zalo yet"
    w.add(case.case_id, e.ReplyPermitted(reply_id, w.clock.now_ms()))
    assert free() == ("7–8", 8, 1)
    w.add(case.case_id, e.ReplyUnknown(reply_id, "timeout"))
    assert free() == ("7–8", 8, 1)
    w.add(case.case_id, e.ReplyResolved(reply_id, arrived, "Đã xem trên OA Manager"))
    assert free() == ((left, 8, 0))


def awaiting_reply(w, text="Đã nhận đơn của ông bà", **more):
    """A case whose reply waits for the commander, and the reply's id."""
    case = w.put()
    classify(w.desk(), case.case_id, "KHIEU_NAI")
    case = w.case(case.case_id)
    done = reply(w, case, text, **more)
    assert state(w, case, done) is ReplyState.AWAITING_APPROVAL
    return case, done.reply_ids[0]


def test_what_an_approver_changes_goes_out_and_both_wordings_stay(w):
    case, reply_id = awaiting_reply(w)
    approve_reply(w.desk(LONG), case.case_id, reply_id, "Đã nhận đơn, mời ông bà tới trụ sở")
    with w.store.read() as connection:
        assert outbox.reply(connection, reply_id).text == "Đã nhận đơn, mời ông bà tới trụ sở"
    (item,) = [i for i in w.queries(LONG).thread(case.case_id) if getattr(i, "reply_id", "") == reply_id]
    assert (item.text, item.first_text) == ("Đã nhận đơn, mời ông bà tới trụ sở", "Đã nhận đơn của ông bà")
    assert rebuild(w.store).changed == ()


@pytest.mark.parametrize("text", ["Mã {ma_vu_viec} đã nhận", "x" * 2_001, "Chắc chắn sẽ bắt đối tượng"])
def test_an_approver_may_not_put_in_what_no_author_may(w, text):
    case, reply_id = awaiting_reply(w)
    with pytest.raises((Unsendable, Doubtful)):
        approve_reply(w.desk(LONG), case.case_id, reply_id, text)
    assert w.case(case.case_id).reply_state(reply_id) is ReplyState.AWAITING_APPROVAL


def test_what_is_not_approved_is_in_its_authors_draft_again(w):
    case, reply_id = awaiting_reply(w, file=PDF, parts=True, canned_code="XN_CHUNG")
    save_draft(w.desk(), case.case_id, Mode.REPLY, "viết tiếp")
    decline_reply(w.desk(LONG), case.case_id, reply_id, "Thiếu căn cứ")
    draft = load_draft(w.desk(), case.case_id, Mode.REPLY)
    assert draft.text == "viết tiếp\nĐã nhận đơn của ông bà"
    assert extra_from_text(draft.extra).canned_code == "XN_CHUNG"
    assert load_draft(w.desk(LONG), case.case_id, Mode.REPLY) is None


def test_the_approver_is_given_what_closes_first_and_never_his_own(w):
    first, _ = awaiting_reply(w)
    w.clock.advance(MINUTE_MS)
    second = w.put("đơn nữa", user="2")
    classify(w.desk(), second.case_id, "KHIEU_NAI")
    reply(w, w.case(second.case_id), "Đã nhận")
    found = w.queries(LONG).awaiting()
    assert [(one.case_id, one.author) for one in found] == [(first.case_id, "hanh"), (second.case_id, "hanh")]
    assert found[0].closes_at == first.last_inbound_at + 7 * DAY_MS
    assert w.queries(DIEP).awaiting() == []


def test_nobody_approved_until_zalo_closed_and_the_author_has_it_back(w):
    case, reply_id = awaiting_reply(w, file=PDF, parts=True)
    expiry = Expiry(w.clock, w.rules.zalo)
    assert expiry.due
    expiry.look(w.store)
    assert w.case(case.case_id).reply_state(reply_id) is ReplyState.AWAITING_APPROVAL
    assert not expiry.due
    w.clock.advance(7 * DAY_MS)
    assert expiry.due
    expiry.look(w.store)
    assert w.case(case.case_id).reply_state(reply_id) is ReplyState.CANCELLED
    assert "trước khi có người duyệt" in w.events(case.case_id)[-1].body.reason
    assert load_draft(w.desk(), case.case_id, Mode.REPLY).text == "Đã nhận đơn của ông bà"


def test_a_quote_goes_with_words_and_never_gets_lost_with_a_picture(w):
    case = w.put()
    with pytest.raises(Unsendable):
        reply(w, case, "Sơ đồ đây", file=PHOTO, quote_message_id=case.last_inbound_id)
    with pytest.raises(Refused, match="trích dẫn"):
        reply(w, case, "", file=PHOTO, quote_message_id=case.last_inbound_id)
    reply(w, case, "Sơ đồ đây", file=PHOTO, quote_message_id=case.last_inbound_id, parts=True)
    queued = [x.body for x in w.events(case.case_id) if isinstance(x.body, e.ReplyQueued)]
    assert [(b.text, b.file, b.quote_message_id) for b in queued] == [
        ("Sơ đồ đây", None, case.last_inbound_id),
        ("", PHOTO, ""),
    ]
