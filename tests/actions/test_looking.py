"""Opening, revealing, drafts and files."""

import os

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.desk import Desk, Missing, Refused
from console.actions.drafts import Draft, Mode, delete_draft, load_draft, save_draft
from console.actions.files import LARGEST_BYTES, attach, export_file, read_file
from console.actions.identity import REVEAL_MS, NeedsApproval, answer_reveal, ask_reveal, reveal, who_looked
from console.actions.viewing import note_hits, note_rows, view
from console.cache import media_queue
from console.cache.views import Revealed
from console.domain import events as e
from console.domain.case import Case
from console.domain.clock import MINUTE_MS
from console.domain.message import Attachment, MessageType
from console.gateway.media import MediaWorker
from console.zalo.media import MediaPolicy
from tests.support import HANH, LONG, THANH_TRA, TUAN


def test_looking_reads_what_was_on_screen(w):
    case = w.put()
    assert view(w.desk(), case.case_id, case.last_inbound_id).events
    assert w.case(case.case_id).unread == 0
    assert view(w.desk(), case.case_id, case.last_inbound_id).events == ()


def test_what_came_while_the_case_was_opening_stays_unread(w):
    case = w.put()
    w.put("Nó lại đến rồi")
    view(w.desk(), case.case_id, case.last_inbound_id)
    assert w.case(case.case_id).unread == 2


@pytest.mark.parametrize("category", ["TO_GIAC", "ANTT"])
def test_every_look_at_a_sealed_case_is_kept(w, category):
    case = w.put()
    classify(w.desk(), case.case_id, category)
    for officer in (HANH, TUAN, HANH):
        view(w.desk(officer), case.case_id, case.last_inbound_id)
    looks = [x.actor for x in w.events(case.case_id) if isinstance(x.body, e.CaseViewed)]
    assert looks == ["hanh", "tuan", "hanh"]


def test_a_case_that_was_ever_sealed_stays_so_for_every_look(w):
    case = w.put("hỏi làm căn cước")
    classify(w.desk(), case.case_id, "TO_GIAC")
    classify(w.desk(), case.case_id, "TTHC")
    for officer in (HANH, TUAN):
        view(w.desk(officer), case.case_id, case.last_inbound_id)
    looks = [x.actor for x in w.events(case.case_id) if isinstance(x.body, e.CaseViewed)]
    assert looks == ["hanh", "tuan"]
    note_rows(w.desk(), [case.case_id])
    note_hits(w.desk(), [case.case_id])
    seen = [kind for _at, _who, kind in who_looked(w.desk(LONG), case.case_id)]
    assert {e.RowsShown.KIND, e.HitsShown.KIND} <= set(seen)
    (row,) = w.queries(TUAN).queue_rows([case.case_id])
    assert row.sealed, "the queue covers its first words until it is written down that they are seen"
    never = w.put("hỏi đăng ký xe", user="2002")
    classify(w.desk(), never.case_id, "TTHC")
    view(w.desk(), never.case_id, never.last_inbound_id)
    assert not view(w.desk(), never.case_id, never.last_inbound_id).events
    (row,) = w.queries(TUAN).queue_rows([never.case_id])
    assert not row.sealed


def test_what_nobody_classified_is_sealed_if_it_looks_so(w):
    case = w.put("Tôi tố giác tội phạm đánh bạc ở chợ Xanh")
    for _ in range(2):
        assert view(w.desk(), case.case_id, case.last_inbound_id).events


def test_a_look_that_cannot_be_written_down_is_refused(w, failpoints):
    case = w.put()
    failpoints("store.commit.before=raise:28@1")
    with pytest.raises(OSError, match="space"):
        view(w.desk(), case.case_id, case.last_inbound_id)
    failpoints("")
    assert w.case(case.case_id).unread == 1


def test_a_restricted_case_is_missing_for_who_may_not_read_it(w):
    case = w.put()
    classify(w.desk(LONG), case.case_id, "TO_CAO")
    with pytest.raises(Missing):
        view(w.desk(HANH), case.case_id)
    view(w.desk(THANH_TRA), case.case_id)


def test_the_name_is_told_for_a_minute_after_the_log_has_it(w):
    case = w.put()
    claim(w.desk(), case.case_id)
    shown = reveal(w.desk(), case.case_id, "gọi lại xác minh địa điểm")
    assert shown == Revealed("Nguyễn Thị Mười", "", "1001", w.clock.now_ms() + REVEAL_MS)
    last = w.events(case.case_id)[-1]
    assert last.body == e.IdentityRevealed("gọi lại xác minh địa điểm", shown.until)
    assert (last.actor, last.device) == ("hanh", "may-thu")


def test_without_an_event_there_is_no_name(w, failpoints):
    case = w.put()
    claim(w.desk(), case.case_id)
    failpoints("store.commit.before=raise:28@1")
    with pytest.raises(OSError, match="space"):
        reveal(w.desk(), case.case_id, "gọi lại")
    failpoints("")
    assert "identity.revealed" not in w.kinds(case.case_id)


def test_after_the_event_a_failure_leaves_the_event(w, failpoints):
    case = w.put()
    claim(w.desk(), case.case_id)
    failpoints("store.commit.after=raise:5@1")
    with pytest.raises(OSError):
        reveal(w.desk(), case.case_id, "gọi lại")
    failpoints("")
    assert "identity.revealed" in w.kinds(case.case_id)


def test_only_the_holder_or_a_commander_asks_and_gives_a_reason(w):
    case = w.put()
    with pytest.raises(Refused, match="người đang giữ"):
        reveal(w.desk(), case.case_id, "tò mò")
    claim(w.desk(), case.case_id)
    with pytest.raises(Refused, match="Thiếu lý do xem danh tính"):
        reveal(w.desk(), case.case_id, " ")
    with pytest.raises(Refused, match="không được xem danh tính công dân"):
        reveal(w.desk(THANH_TRA), case.case_id, "kiểm tra")
    w.clock.advance(11 * MINUTE_MS)
    with pytest.raises(Refused, match="người đang giữ"):
        reveal(w.desk(), case.case_id, "hết phiên giữ")
    assert reveal(w.desk(LONG), case.case_id, "chỉ huy xác minh").name == "Nguyễn Thị Mười"


def test_denouncers_are_known_to_few(w):
    case = w.put()
    claim(w.desk(), case.case_id)
    classify(w.desk(LONG), w.put(user="2").case_id, "TO_CAO")
    w.add(case.case_id, e.CaseClassified("TO_CAO"))
    with pytest.raises(Missing):
        reveal(w.desk(HANH), case.case_id, "gọi lại")
    with pytest.raises(NeedsApproval):
        reveal(w.desk(THANH_TRA), case.case_id, "xử lý đơn")
    ask_reveal(w.desk(THANH_TRA), case.case_id, "xử lý đơn")
    (request,) = w.case(case.case_id).reveals
    answer_reveal(w.desk(LONG), case.case_id, request.request_id, granted=True)
    assert reveal(w.desk(THANH_TRA), case.case_id, "xử lý đơn").zalo_user_id == "1001"


def test_asking_again_with_the_same_id_shows_no_longer_than_the_first_time(w):
    case = w.put()
    claim(w.desk(), case.case_id)
    first = reveal(w.desk(), case.case_id, "gọi lại", command_id="c1")
    w.clock.advance(30_000)
    assert reveal(w.desk(), case.case_id, "gọi lại", command_id="c1").until == first.until
    w.clock.advance(30_000)
    with pytest.raises(Refused, match="hết thời gian"):
        reveal(w.desk(), case.case_id, "gọi lại", command_id="c1")
    assert w.kinds(case.case_id).count("identity.revealed") == 1


def test_the_log_and_what_the_screen_is_given_never_hold_the_name(w):
    case = w.put(name="Canary Danh Tính", user="889900112233")
    claim(w.desk(), case.case_id)
    reveal(w.desk(), case.case_id, "gọi lại")
    told = repr(w.rows("SELECT body FROM event_body")) + repr(w.rows("SELECT * FROM case_file"))
    told += repr(w.queries().detail(case.case_id)) + repr(w.queries().thread(case.case_id))
    assert "Canary" not in told
    assert "889900112233" not in told


def test_drafts_are_each_officers_own_and_survive_everything(w):
    case = w.put()
    save_draft(w.desk(), case.case_id, Mode.REPLY, "đang viết")
    save_draft(w.desk(), case.case_id, Mode.REPLY, "đang viết dở", '{"canned":"XN_CHUNG"}')
    save_draft(w.desk(TUAN), case.case_id, Mode.REPLY, "của Tuấn")
    w.add(case.case_id, e.CaseClosed("da-giai-quyet"))
    assert load_draft(w.desk(), case.case_id, Mode.REPLY) == Draft(
        "đang viết dở", '{"canned":"XN_CHUNG"}', w.clock.now_ms()
    )
    assert load_draft(w.desk(TUAN), case.case_id, Mode.REPLY).text == "của Tuấn"
    assert load_draft(w.desk(), case.case_id, Mode.NOTE) is None
    assert w.queries().detail(case.case_id).draft_reply == "đang viết dở"


def test_the_queue_learns_when_a_draft_appears_and_goes(w):
    case = w.put()
    seen = []
    w.store.on_change(seen.append)
    for text in ("a", "ab", "", ""):
        save_draft(w.desk(), case.case_id, Mode.REPLY, text)
    delete_draft(w.desk(), case.case_id, Mode.REPLY)
    assert len(seen) == 2
    assert w.case(case.case_id).version == case.version


def test_half_a_character_costs_no_draft(w):
    case = w.put()
    save_draft(w.desk(), case.case_id, Mode.REPLY, "chào \ud83d bạn")
    assert load_draft(w.desk(), case.case_id, Mode.REPLY).text == "chào  bạn"


def test_no_draft_for_a_case_that_is_not_there(w):
    with pytest.raises(Missing):
        save_draft(w.desk(), "không có", Mode.REPLY, "x")


def test_a_file_to_send_is_sealed_and_known_by_its_hash(w, tmp_path):
    path = tmp_path / "mẫu đơn.pdf"
    content = b"%PDF-" + os.urandom(200_000)
    path.write_bytes(content)
    sealed = attach(w.desk(), path, path.name, "application/pdf")
    assert w.files.read(sealed.file_id, sealed.sha256) == content
    assert (sealed.size, sealed.name) == (len(content), "mẫu đơn.pdf")
    assert w.rows("SELECT file_id, sha256, size FROM sealed_file") == [
        (sealed.file_id, sealed.sha256, sealed.size)
    ]
    assert content[:64] not in b"".join(p.read_bytes() for p in tmp_path.rglob("*.sealed"))


@pytest.mark.parametrize("step", ["sealed.fsync.before", "sealed.rename.after", "store.commit.before"])
def test_a_file_that_was_interrupted_is_cleared_away_by_the_next_start(w, tmp_path, failpoints, step):
    path = tmp_path / "mẫu đơn.pdf"
    path.write_bytes(b"%PDF-1.7")
    kept = attach(w.desk(), path, path.name, "application/pdf")
    failpoints(f"{step}=raise:5@{2 if step.startswith('store') else 1}")
    with pytest.raises(OSError, match="Input/output"):
        attach(w.desk(), path, path.name, "application/pdf")
    failpoints("")
    MediaWorker(lambda work: work(w.store), w.clock, w.files, MediaPolicy()).tick()
    assert [p.name for p in (tmp_path / "media").rglob("*.*")] == [f"{kept.file_id}.sealed"]
    with w.store.read() as connection:
        assert media_queue.announced_files(connection) == []


@pytest.mark.parametrize("size", [0, LARGEST_BYTES + 1, None])
def test_a_file_that_cannot_be_sent_is_not_kept(w, tmp_path, size):
    path = tmp_path / "tệp.pdf"
    if size is not None:
        path.write_bytes(b"x" * size)
    with pytest.raises(Refused):
        attach(w.desk(), path, path.name, "application/pdf")
    assert w.rows("SELECT count(*) FROM sealed_file") == [(0,)]


def photo_case(w) -> tuple[Case, str]:
    picture = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    case = w.put("", kind=MessageType.PHOTO, attachments=[picture])
    with w.files.writer("a" * 32) as writer:
        writer.write(b"jpeg")
        writer.commit()
    w.add(case.case_id, e.MediaStored(case.last_inbound_id, 0, "a" * 32, writer.sha256, 4, "image/jpeg"))
    return case, "a" * 32


def test_a_citizens_file_is_opened_within_its_case_only(w):
    case, file_id = photo_case(w)
    other = w.put(user="2")
    assert read_file(w.desk(), case.case_id, file_id) == b"jpeg"
    for case_id, wanted in ((other.case_id, file_id), (case.case_id, "b" * 32), (case.case_id, "")):
        with pytest.raises(Missing):
            read_file(w.desk(), case_id, wanted)


def test_a_copy_that_leaves_the_store_is_in_the_log_first(w):
    case, file_id = photo_case(w)
    with pytest.raises(Refused, match="Thiếu lý do"):
        export_file(w.desk(), case.case_id, file_id, "")
    assert export_file(w.desk(), case.case_id, file_id, "chuyển CSHS", command_id="c1") == b"jpeg"
    assert export_file(w.desk(), case.case_id, file_id, "chuyển CSHS", command_id="c1") == b"jpeg"
    assert w.kinds(case.case_id).count("case.exported") == 1


def test_a_damaged_copy_is_not_shown_and_not_exported(w):
    case, file_id = photo_case(w)
    path = w.files.path(file_id)
    sealed = path.read_bytes()
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    for act in (
        lambda: read_file(w.desk(), case.case_id, file_id),
        lambda: export_file(w.desk(), case.case_id, file_id, "x"),
    ):
        with pytest.raises(Refused, match="bị hỏng hoặc mất"):
            act()
    assert "case.exported" not in w.kinds(case.case_id)


def test_a_desk_without_files_says_so(w):
    desk = w.desk()
    bare = Desk(desk.store, desk.officer, desk.rules, desk.policy)
    with pytest.raises(Refused, match="không giữ tệp"):
        read_file(bare, "x", "y")
