"""Projections come from events alone: thrown away and rebuilt, they are the same rows."""

import pytest

from console.cache.rebuild import differences, rebuild
from console.domain import events as e
from console.domain.case import ReplyState
from console.domain.message import Attachment, MessageType
from console.domain.subject import subject
from tests.cache.rig import Rig, row


@pytest.fixture
def rig(tmp_path):
    rig = Rig(tmp_path)
    yield rig
    rig.close()


def add(rig, case, *bodies, actor="hanh"):
    with rig.store.write() as tx:
        return tx.add(case.case_id, *bodies, actor=actor, unit=case.unit)


def busy_history(rig):
    """Put one event of nearly every kind into the log."""
    photo = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    rig.take_in(
        row(1, "cứu tôi", user="1"), row(2, "", user="1", kind=MessageType.PHOTO, attachments=[photo])
    )
    rig.take_in(row(3, "làm căn cước", user="2"), row(4, "và tố giác đánh bạc", user="2"))
    first, second = rig.cases()
    add(rig, first, e.CaseViewed("m000002"), e.CaseClaimed(rig.clock.now_ms() + 600_000))
    add(
        rig,
        first,
        e.CaseClassified("KHAN_CAP"),
        e.PriorityChanged("P1"),
        e.Tagged("ma-tuy"),
        e.Tagged("co-bac"),
    )
    rig.take_in(row(5, "cứu nhanh lên", user="1", at=1_790_000_090_000))
    add(rig, first, e.Untagged("co-bac"), e.NoteAdded("n1", "đã gọi 113"), e.PlaceSet("TPCB", "chợ Xanh"))
    add(rig, first, e.MediaStored("m000002", 0, "f1", "ab" * 32, 1234, "image/jpeg"), actor="system")
    for number, last in enumerate(
        (
            e.ReplySent("r0", "z0", 1_790_000_200_000),
            e.ReplyUnknown("r1", "time-out"),
            e.ReplyRejected("r2", -230, "Hết cửa sổ"),
        )
    ):
        reply = f"r{number}"
        add(rig, first, e.ReplyQueued(reply, f"trả lời {number}"))
        add(rig, first, e.ReplyPermitted(reply, rig.clock.now_ms()), last, actor="system")
    add(rig, first, e.ReplySearched("r1", 0, 5), e.ReplyResolved("r1", arrived=False, reason="đã gọi điện"))
    add(rig, first, e.CaseTransferred("t1", "CAH-TPCB", "địa bàn", 1_790_000_900_000, ("PC02",)))
    add(rig, first, e.TransferReturned("t1", "thiếu thông tin"))
    with rig.store.write() as tx:
        tx.add(second.case_id, e.MessagesMovedOut("neu", ("m000004",)), actor="hanh", unit=second.unit)
        opened = e.CaseOpened(second.conversation_id, second.pseudonym, split_from=second.case_id)
        moved = e.MessagesMovedIn(
            second.case_id, ("m000004",), 1_790_000_000_000, 1_790_000_000_000, "m000004"
        )
        tx.add("neu", opened, moved, actor="hanh", unit=second.unit)
    add(rig, second, e.CaseSnoozed(rig.clock.now_ms() + 5, "chờ"), e.CaseWoken(), e.CaseClosed("da-tra-loi"))
    rig.take_in(row(6, "hỏi thêm", user="2", at=rig.clock.now_ms() + 1000))


def test_rebuild_gets_the_same_rows(rig):
    busy_history(rig)
    assert differences(rig.store) == ()
    assert rebuild(rig.store).changed == ()


def test_rebuild_repairs_a_damaged_projection_and_says_which(rig):
    busy_history(rig)
    with rig.store.write() as tx:
        tx.connection.exec_driver_sql("UPDATE message SET text = 'giả' WHERE message_id = 'm000001'")
        tx.connection.exec_driver_sql("DELETE FROM note")
    assert set(differences(rig.store)) == {"message", "note"}
    assert set(rebuild(rig.store).changed) == {"message", "note"}
    assert differences(rig.store) == ()


def test_rebuild_fetches_no_media_again(rig):
    busy_history(rig)
    with rig.store.write() as tx:
        tx.connection.exec_driver_sql("DELETE FROM media_task")
    rebuild(rig.store)
    with rig.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM media_task").scalar_one() == 0


def test_a_failure_in_the_middle_of_a_rebuild_changes_nothing(rig, failpoints):
    busy_history(rig)
    before = rig.cases()
    failpoints("rebuild.commit.before=raise:28@1")
    with pytest.raises(OSError, match="space"):
        rebuild(rig.store)
    failpoints("")
    assert rig.cases() == before
    assert differences(rig.store) == ()


def test_a_reply_is_sent_only_with_a_message_id(rig):
    busy_history(rig)
    with rig.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT state, zalo_message_id FROM reply ORDER BY reply_id").all()
    assert rows == [("sent", "z0"), ("not-sent", None), ("rejected", None)]


def test_a_sent_reply_that_was_read_back_first_is_shown_once(rig):
    rig.take_in(row(1))
    (case,) = rig.cases()
    add(rig, case, e.ReplyQueued("r1", "Đã nhận"))
    add(rig, case, e.ReplyPermitted("r1", 1), actor="system")
    rig.take_in(row(9, "Đã nhận", outbound=True, at=1_790_000_005_000))
    add(rig, case, e.ReplySent("r1", "m000009", 1_790_000_005_000), actor="system")
    again = rig.take_in(row(9, "Đã nhận", outbound=True, at=1_790_000_005_000))
    with rig.store.read() as connection:
        bound = connection.exec_driver_sql(
            "SELECT reply_id FROM message WHERE message_id='m000009'"
        ).scalar_one()
    assert bound == "r1"
    assert again.known == 1
    assert rig.cases()[0].reply_state("r1") is ReplyState.SENT


def test_a_row_of_our_own_reply_is_bound_not_taken_in(rig):
    rig.take_in(row(1))
    (case,) = rig.cases()
    add(rig, case, e.ReplyQueued("r1", "Đã nhận"))
    add(rig, case, e.ReplyPermitted("r1", 1), e.ReplySent("r1", "m000009", 2), actor="system")
    result = rig.take_in(row(9, "Đã nhận", outbound=True))
    assert (result.bound, result.new_ids) == (("m000009",), ())
    assert rig.cases()[0].message_count == 1


def test_a_stream_beside_cases_makes_no_case_and_says_its_topic(rig):
    rig.take_in(row(1, "làm căn cước"))
    changes = []
    rig.store.on_change(changes.append)
    with rig.store.write() as tx:
        tx.add(subject("shift", "2026-11-28"), e.NoteAdded("n1", "giao ca"), actor="hanh", unit="TB-CAT")
    (change,) = changes
    assert (change.topics, change.cases) == ({"shift"}, frozenset())
    assert len(rig.cases()) == 1
    assert differences(rig.store) == ()
