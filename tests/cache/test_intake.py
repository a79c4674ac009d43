"""Messages become cases: once each, in the right one, with the citizen kept apart."""

import pytest

from console.cache.views import ChangeSet
from console.domain import events as e
from console.domain.case import CaseState, Outcome
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.message import Attachment, MessageType
from console.record.local import read_events
from tests.cache.rig import Rig, row


@pytest.fixture
def rig(tmp_path):
    rig = Rig(tmp_path)
    yield rig
    rig.close()


def close(rig, case, outcome=Outcome.ANSWERED):
    with rig.store.write() as tx:
        tx.add(case.case_id, e.CaseClosed(outcome.value), actor="hanh", unit=case.unit)


def test_first_message_opens_a_numbered_case(rig):
    result = rig.take_in(row(1, "Có trộm"))
    (case,) = rig.cases()
    assert result.new_ids == ("m000001",)
    assert (case.number, case.state, case.unread, case.unit) == ("CB26-00001", CaseState.NEW, 1, "TB-CAT")
    assert case.pseudonym.startswith("Công dân ")
    assert rig.changes == [
        ChangeSet(frozenset({case.case_id}), frozenset({case.case_id}), frozenset({case.case_id}))
    ]


def test_the_same_message_is_taken_in_once(rig):
    rig.take_in(row(1))
    again = rig.take_in(row(1), row(2))
    (case,) = rig.cases()
    assert (again.new_ids, again.known) == (("m000002",), 1)
    assert case.message_count == 2


def test_the_same_id_twice_in_one_page_is_one_message(rig):
    result = rig.take_in(row(1), row(1, "khác"))
    assert result.new_ids == ("m000001",)
    assert rig.cases()[0].message_count == 1


def test_two_citizens_are_two_cases_with_two_names(rig):
    rig.take_in(row(1, user="1"), row(2, user="2"))
    first, second = rig.cases()
    assert first.conversation_id != second.conversation_id
    assert first.pseudonym != second.pseudonym


def test_five_hundred_messages_of_one_millisecond_are_all_there(rig):
    rig.take_in(*(row(n, f"tin {n}", at=1_790_000_000_000) for n in range(500)))
    assert rig.cases()[0].message_count == 500


def test_an_open_case_takes_the_next_message(rig):
    rig.take_in(row(1))
    rig.take_in(row(2, "biển số 11B1-123.45", at=1_790_000_060_000))
    (case,) = rig.cases()
    assert (case.message_count, case.last_inbound_id) == (2, "m000002")


def test_a_late_message_with_an_old_time_does_not_become_the_newest(rig):
    rig.take_in(row(2, at=1_790_000_060_000))
    rig.take_in(row(1, at=1_790_000_000_000))
    (case,) = rig.cases()
    assert case.last_inbound_id == "m000002"
    assert case.first_message_at == 1_790_000_000_000


@pytest.mark.parametrize(
    ("text", "after_ms", "state", "number_of_cases"),
    [
        ("Cảm ơn cán bộ", MINUTE_MS, CaseState.CLOSED, 1),
        ("Cảm ơn cán bộ", 2 * DAY_MS, CaseState.NEW, 1),
        ("Nó lại đến rồi", MINUTE_MS, CaseState.NEW, 1),
        ("Tôi muốn hỏi làm căn cước", 31 * DAY_MS, CaseState.CLOSED, 2),
    ],
)
def test_a_message_after_closing(rig, text, after_ms, state, number_of_cases):
    rig.take_in(row(1))
    close(rig, rig.cases()[0])
    rig.take_in(row(2, text, at=rig.clock.now_ms() + after_ms))
    cases = rig.cases()
    assert len(cases) == number_of_cases
    assert cases[0].state is state


def test_reopening_keeps_number_and_history_and_frees_the_holder(rig):
    rig.take_in(row(1))
    case = rig.cases()[0]
    with rig.store.write() as tx:
        tx.add(case.case_id, e.CaseClaimed(rig.clock.now_ms() + 1), actor="hanh", unit="TB-CAT")
    close(rig, case)
    rig.take_in(row(2, "thêm ảnh", at=rig.clock.now_ms() + MINUTE_MS))
    (again,) = rig.cases()
    assert (again.number, again.owner, again.reopened, again.message_count) == (case.number, "", 1, 2)


def test_a_photo_without_words_reopens_even_soon_after_closing(rig):
    rig.take_in(row(1))
    close(rig, rig.cases()[0])
    photo = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    rig.take_in(row(2, "", kind=MessageType.PHOTO, attachments=[photo], at=rig.clock.now_ms() + MINUTE_MS))
    assert rig.cases()[0].state is CaseState.NEW


def test_a_reply_written_elsewhere_answers_the_case(rig):
    rig.take_in(row(1, at=1_790_000_000_000))
    rig.take_in(row(2, "Dạ đã nhận", outbound=True, at=1_790_000_100_000))
    (case,) = rig.cases()
    assert case.answered
    assert case.unread == 1


def test_a_conversation_the_oa_began_is_not_work(rig):
    rig.take_in(row(1, "Thông báo", outbound=True))
    (case,) = rig.cases()
    assert not case.open


def test_media_is_queued_and_links_are_not(rig):
    photo = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    link = Attachment(1, MessageType.LINK, "https://evil.example/")
    rig.take_in(row(1, "", kind=MessageType.PHOTO, attachments=[photo, link]))
    with rig.store.read() as connection:
        tasks = connection.exec_driver_sql("SELECT message_id, number, url FROM media_task").all()
    assert tasks == [("m000001", 0, "https://f20.zdn.vn/a.jpg")]


def test_identity_is_not_in_the_log(rig):
    rig.take_in(row(1, "chào", user="8211223344556677889", name="Canary Họ Tên"))
    with rig.store.read() as connection:
        stored = connection.exec_driver_sql("SELECT body FROM event_body").scalars().all()
        who = connection.exec_driver_sql("SELECT zalo_user_id, display_name FROM identity").all()
    assert who == [("8211223344556677889", "Canary Họ Tên")]
    assert not [b for b in stored if "Canary" in b or "8211223344556677889" in b or "zadn" in b]


def test_a_new_name_is_kept_and_the_pseudonym_stays(rig):
    rig.take_in(row(1, name="Lan"))
    before = rig.cases()[0].pseudonym
    rig.take_in(row(2, name="Lan Chi"))
    with rig.store.read() as connection:
        name = connection.exec_driver_sql("SELECT display_name FROM identity").scalar_one()
    assert (name, rig.cases()[0].pseudonym) == ("Lan Chi", before)


def test_a_failed_transaction_leaves_nothing(rig):
    with pytest.raises(RuntimeError, match="cut"), rig.store.write() as tx:
        rig.intake.take_in(tx, [row(1)])
        raise RuntimeError("cut")
    assert rig.cases() == []
    rig.take_in(row(2))
    assert rig.cases()[0].number == "CB26-00001"


def test_numbers_begin_again_each_year_in_vietnam(rig):
    # 31 December 2026, 17:30 UTC is already 2027 at the desk.
    rig.clock.wall_ms = 1_798_738_200_000
    rig.take_in(row(1, user="1"))
    rig.clock.wall_ms -= DAY_MS
    rig.take_in(row(2, user="2"))
    assert sorted(c.number for c in rig.cases()) == ["CB26-00001", "CB27-00001"]


def test_an_emergency_is_seen_before_anybody_classified_it(rig):
    rig.take_in(row(1, "cứu tôi với"))
    with rig.store.read() as connection:
        rank = connection.exec_driver_sql("SELECT priority_rank FROM case_file").scalar_one()
    assert rank == 1


def test_every_event_can_be_read_back(rig):
    rig.take_in(row(1), row(2, outbound=True, at=1_790_000_000_001))
    with rig.store.read() as connection:
        kinds = [event.kind for event in read_events(connection, 1, 100)]
    assert kinds == ["case.opened", "gw.message_received", "gw.message_received"]
