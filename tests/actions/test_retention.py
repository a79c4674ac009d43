"""Erasing by time: two people, nothing readable stays, the chain verifies, figures survive."""

from datetime import date

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.closing import close, reopen
from console.actions.confiding import restrict_contact, suspect_secret
from console.actions.desk import Missing, Refused
from console.actions.directing import instruct
from console.actions.drafts import Mode, load_draft, save_draft
from console.actions.exporting import plan_case, plan_packet
from console.actions.identity import ask_reveal, reveal
from console.actions.merging import merge, split
from console.actions.notes import add_note
from console.actions.people import notify_procuracy
from console.actions.retention import approve_and_run, hold, lift_hold, preview, propose
from console.actions.surveys import follow_up
from console.actions.transfers import number_slip
from console.actions.viewing import view
from console.cache.database import PAGE_BYTES
from console.cache.rebuild import differences
from console.domain import events as e
from console.domain.case import CaseState, Outcome
from console.domain.clock import DAY_MS
from console.domain.officer import Officer, Role
from console.record.verify import verify_chain
from console.runtime.resources import load_retention
from tests.support import HANH, KEY, LONG

ADMIN = Officer("admin", "Quản trị", "CAT", (Role.ADMIN,))
RULE = load_retention()
CANARY = "chimhoangyen"


def plain_pages(path):
    """Decrypt every page, free ones too, as SQLCipher 4 lays it out."""
    data, plain = path.read_bytes(), b""
    for start in range(0, len(data), PAGE_BYTES):
        page = data[start : start + PAGE_BYTES]
        body, vector = page[16 if start == 0 else 0 : -80], page[-80:-64]
        decryptor = Cipher(algorithms.AES(KEY), modes.CBC(vector)).decryptor()
        plain += decryptor.update(body) + decryptor.finalize()
    return plain


def spam(w, user="1001", text=f"quảng cáo {CANARY} 0912345678"):
    case = w.put(text, user=user, name=f"Người {CANARY}")
    claim(w.desk(), case.case_id)
    add_note(w.desk(), case.case_id, f"số máy {CANARY}")
    classify(w.desk(), case.case_id, "SPAM")
    with w.store.write() as tx:
        tx.add(case.case_id, e.CaseViewed(), actor="hanh", unit="TB-CAT")
    close(w.desk(), case.case_id, Outcome.SPAM)
    return w.case(case.case_id)


def run(w):
    made, _count = propose(w.desk(ADMIN), RULE, "hết hạn")
    return approve_and_run(w.desk(LONG), RULE, made)


def test_nothing_readable_stays_and_the_figures_do(w):
    case = spam(w)
    kept = w.put("Hỏi căn cước", user="1002", name="Người ở lại")
    w.clock.advance(31 * DAY_MS)
    assert [x.number for x in preview(w.store, RULE)] == [case.number]
    with w.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()
    assert CANARY.encode() in plain_pages(w.path)
    done = run(w)
    assert (done.cases, done.skipped) == (1, 0)
    assert done.bodies > 0
    assert plain_pages(w.path).count(CANARY.encode()) == 0
    assert w.path.with_name("ban-truc.db-wal").stat().st_size == 0
    after = w.case(case.case_id)
    assert (after.number, after.category, after.outcome, after.state) == (
        case.number, "SPAM", case.outcome, CaseState.CLOSED,
    )  # fmt: skip
    assert (after.first_message_at, after.closed_at, after.message_count) == (
        case.first_message_at, case.closed_at, case.message_count,
    )  # fmt: skip
    assert after.erased_at
    assert w.rows("SELECT display_name FROM identity") == [("Người ở lại",)]
    assert w.rows("SELECT count(*) FROM message WHERE case_id = ?", case.case_id) == [(0,)]
    assert w.rows("SELECT count(*) FROM note") == [(0,)]
    assert w.queries().search(CANARY) == []
    assert w.queries().counts().views
    with w.store.read() as connection:
        report = verify_chain(connection)
    assert report.ok and report.erased == done.bodies
    assert differences(w.store) == ()
    assert preview(w.store, RULE) == ()
    assert w.case(kept.case_id).message_count == 1
    kinds = [k for (k,) in w.rows("SELECT kind FROM event WHERE case_id LIKE '@retention/%' ORDER BY seq")]
    assert kinds == ["retention.proposed", "retention.approved", "retention.run"]


def test_two_people_and_only_those_who_may(w):
    spam(w)
    with pytest.raises(Refused, match="Chưa có hồ sơ nào hết thời gian"):
        propose(w.desk(ADMIN), RULE, "sớm")
    w.clock.advance(31 * DAY_MS)
    with pytest.raises(Refused, match="Vai trò"):
        propose(w.desk(HANH), RULE, "x")
    both = Officer("ca-hai", "Cả Hai", "CAT", (Role.ADMIN, Role.COMMANDER))
    made, count = propose(w.desk(both), RULE, "hết hạn")
    assert count == 1
    with pytest.raises(Refused, match="không tự duyệt"):
        approve_and_run(w.desk(both), RULE, made)
    with pytest.raises(Refused, match="Vai trò"):
        approve_and_run(w.desk(HANH), RULE, made)
    with pytest.raises(Missing):
        approve_and_run(w.desk(LONG), RULE, "khong-co")
    approve_and_run(w.desk(LONG), RULE, made)
    with pytest.raises(Refused, match="đã thực hiện"):
        approve_and_run(w.desk(LONG), RULE, made)


def test_a_hold_stops_it_also_between_proposal_and_run(w):
    first, second = spam(w), spam(w, "1002")
    hold(w.desk(LONG), first.case_id, "VKS yêu cầu")
    w.clock.advance(31 * DAY_MS)
    assert [x.number for x in preview(w.store, RULE)] == [second.number]
    lift_hold(w.desk(LONG), first.case_id, "VKS trả lời")
    made, count = propose(w.desk(ADMIN), RULE, "hết hạn")
    assert count == 2
    hold(w.desk(LONG), first.case_id, "lại cần")
    reopen(w.desk(), second.case_id, "có tin mới")
    done = approve_and_run(w.desk(LONG), RULE, made)
    assert (done.cases, done.skipped) == (0, 2)
    assert w.rows("SELECT count(*) FROM message") == [(2,)]


def test_what_was_split_off_into_a_case_that_is_kept_is_not_erased_with_its_first_case(w):
    case = w.put(f"quảng cáo {CANARY}")
    w.put("và tôi hỏi căn cước")
    second = w.rows("SELECT message_id FROM message ORDER BY seq DESC LIMIT 1")[0][0]
    done = split(w.desk(), case.case_id, [second])
    classify(w.desk(), case.case_id, "SPAM")
    with w.store.write() as tx:
        tx.add(case.case_id, e.CaseViewed(), actor="hanh", unit="TB-CAT")
    close(w.desk(), case.case_id, Outcome.SPAM)
    w.clock.advance(31 * DAY_MS)
    assert run(w).skipped == 1
    assert w.rows("SELECT text FROM message WHERE case_id = ?", done.new_case_id) == [
        ("và tôi hỏi căn cước",)
    ]


def test_a_refused_append_erases_nothing(w, failpoints):
    spam(w)
    w.clock.advance(31 * DAY_MS)
    made, _ = propose(w.desk(ADMIN), RULE, "hết hạn")
    failpoints("store.commit.before=raise@1")
    with pytest.raises(Exception, match=r"store\.commit"):
        approve_and_run(w.desk(LONG), RULE, made)
    failpoints("")
    assert w.rows("SELECT count(*) FROM message") == [(1,)]
    assert w.rows("SELECT count(*) FROM event WHERE kind = 'retention.approved'") == [(0,)]


def read_and_close(w, case_id):
    with w.store.write() as tx:
        tx.add(case_id, e.CaseViewed(), actor="hanh", unit="TB-CAT")
    close(w.desk(), case_id, Outcome.SPAM)


def test_nobody_shortens_the_life_of_a_crime_report_by_calling_it_spam(w):
    case = w.put("Có người bán ma túy")
    classify(w.desk(), case.case_id, "TO_GIAC")
    classify(w.desk(), case.case_id, "SPAM")
    read_and_close(w, case.case_id)
    other = spam(w, "1002")
    w.clock.advance(31 * DAY_MS)
    assert [x.number for x in preview(w.store, RULE)] == [other.number]
    w.clock.advance(RULE.default_days * DAY_MS)
    assert case.number in [x.number for x in preview(w.store, RULE)]


def merged_into_spam(w, category):
    """Return a case that was merged into another one of its citizen, which ended as spam."""
    case = w.put("một", attachments=())
    w.put("hai")
    into = split(w.desk(), case.case_id, ("m000002",)).new_case_id
    if category:
        classify(w.desk(), case.case_id, category)
    merge(w.desk(), case.case_id, into, "cùng việc")
    classify(w.desk(), into, "SPAM")
    read_and_close(w, into)
    return case.case_id, into


def test_what_came_from_a_case_that_is_kept_longer_is_not_erased_with_where_it_went(w):
    merged_into_spam(w, "TO_GIAC")
    w.clock.advance(31 * DAY_MS)
    done = run(w)
    assert (done.cases, done.skipped) == (0, 1)
    w.clock.advance(RULE.default_days * DAY_MS)
    assert run(w).cases == 2


def test_what_was_merged_before_anybody_classified_it_goes_with_the_other(w):
    case_id, into = merged_into_spam(w, "")
    w.clock.advance(31 * DAY_MS)
    assert run(w).cases == 2
    assert w.case(case_id).erased_at and w.case(into).erased_at


ON_ERASED = {
    "reveal": lambda d, c: reveal(d, c, "muốn biết"),
    "ask_reveal": lambda d, c: ask_reveal(d, c, "muốn biết"),
    "note": lambda d, c: add_note(d, c, "thêm"),
    "reopen": lambda d, c: reopen(d, c, "mở lại"),
    "export": lambda d, c: plan_case(d, c, "xuất"),
    "packet": lambda d, c: plan_packet(d, c, "xuất"),
    "hold": lambda d, c: hold(d, c, "giữ lại"),
    "contact": lambda d, c: restrict_contact(d, c, "dung-den-nha"),
    "secret": lambda d, c: suspect_secret(d, c, "nghi"),
    "procuracy": lambda d, c: notify_procuracy(d, c, "12/TB", date(2026, 3, 1), informant=True),
    "slip": lambda d, c: number_slip(d, c, "12", date(2026, 3, 1)),
    "instruct": lambda d, c: instruct(d, c, "xem lại"),
    "survey": lambda d, c: follow_up(d, c, "đã gọi"),
}


@pytest.mark.parametrize("act", ON_ERASED)
def test_nothing_is_done_to_a_case_whose_content_is_gone(w, act):
    case = spam(w)
    other = w.put("Hỏi căn cước", user="1002")  # somebody whose identity is kept
    w.clock.advance(31 * DAY_MS)
    run(w)
    before = w.kinds(case.case_id)
    with pytest.raises(Refused, match="chỉ còn số liệu"):
        ON_ERASED[act](w.desk(LONG), case.case_id)
    assert w.kinds(case.case_id) == before
    save_draft(w.desk(), case.case_id, Mode.NOTE, "nội dung cũ")
    assert load_draft(w.desk(), case.case_id, Mode.NOTE) is None
    view(w.desk(), case.case_id)
    assert other.open
