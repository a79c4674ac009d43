"""What a unit gets of an informant's pictures and voice: what was let through, by every way to a file (features I-04, E-03)."""

import hashlib

import pytest

from console.actions.claims import claim
from console.actions.classification import classify
from console.actions.desk import Missing, Refused
from console.actions.exporting import plan_case, plan_file, plan_packet, verify_file
from console.actions.files import export_file, read_file
from console.actions.identity import answer_reveal, ask_reveal
from console.actions.merging import split
from console.actions.releasing import keep_covered, releasable, release_files
from console.actions.transfers import accept, inform, transfer
from console.app.pictures import read_picture
from console.cache import media_queue
from console.cache.erasing import erase
from console.cache.rebuild import differences
from console.cache.views import MediaState, MessageItem
from console.domain import events as e
from console.domain.clock import MINUTE_MS
from console.domain.message import Attachment, MessageType
from console.domain.officer import Officer, Role
from console.domain.release import FileRelease, How
from tests.support import DIEP, HANH, LONG

PHOTO, VOICE = "f1" * 16, "f2" * 16
JPEG = b"\xff\xd8\xff\xe0\x00\x04JF\xff\xda\x00\x02pixels\xff\xd9"
GPS = b"\xff\xd8\xff\xe1\x00\x0bGPS 22,66\xff\xda\x00\x02pixels\xff\xd9"
BOX = (1_000, 1_000, 4_000, 5_000)
NAME = "Nông Văn Canary.m4a"
COM = Officer("com", "Lục Văn Cơm", "PC02", (Role.DISTRICT_DUTY,))


def store(w, case_id, message_id, file_id, content, media_type):
    with w.files.writer(file_id) as writer:
        writer.write(content)
        writer.commit()
    with w.store.write() as tx:
        known = media_queue.SealedFile(file_id, writer.sha256, writer.size, media_type)
        media_queue.add_file(tx.connection, known, tx.now_ms)
        body = e.MediaStored(message_id, 0, file_id, writer.sha256, writer.size, media_type)
        tx.add(case_id, body, actor="system", unit="TB-CAT")


@pytest.fixture
def case(w):
    """A tip-off with a photo (m000001) and a recording (m000002), held by HANH at the province."""
    photo = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    voice = Attachment(0, MessageType.VOICE, "https://f20.zdn.vn/a.m4a", name=NAME, fetch=True)
    made = w.put(
        "có đánh bạc ở chợ Xanh", kind=MessageType.PHOTO, attachments=(photo,), name="Nông Văn Canary"
    )
    w.put("", kind=MessageType.VOICE, attachments=(voice,), name="Nông Văn Canary")
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TO_GIAC")
    store(w, made.case_id, "m000001", PHOTO, GPS, "image/jpeg")
    store(w, made.case_id, "m000002", VOICE, b"voice of the informant", "audio/mp4")
    return w.case(made.case_id)


def give(how, message="m000001", file_id="", reason=""):
    return FileRelease(message, 0, how, file_id, reason)


def covered_copy(w, case):
    return keep_covered(w.desk(), case.case_id, PHOTO, JPEG, [BOX]).events[-1].body


def hand(w, case, *files):
    transfer(w.desk(), case.case_id, "TB-TPCB", "thuộc địa bàn", files=files)
    accept(w.desk(DIEP), case.case_id)


def ways(desk, case_id, file_id):
    """Return every way to the bytes of a file."""
    return (
        lambda: read_file(desk, case_id, file_id),
        lambda: read_picture(desk, file_id),
        lambda: export_file(desk, case_id, file_id, "xác minh"),
        lambda: plan_file(desk, case_id, file_id, "xác minh"),
        lambda: verify_file(desk, case_id, file_id),
    )


def assert_closed(desk, case_id, *file_ids):
    for file_id in file_ids:
        for way in ways(desk, case_id, file_id):
            with pytest.raises((Missing, FileNotFoundError)):
                way()


def files_on_screen(w, officer, case_id):
    items = [one for one in w.queries(officer).thread(case_id) if isinstance(one, MessageItem)]
    return [file for one in items for file in one.attachments]


def taken_out(w, officer, case_id):
    desk = w.desk(officer)
    return [
        {file.file_id for file in plan(desk, case_id, "phục vụ điều tra").files}
        for plan in (plan_case, plan_packet)
    ]


def everything(w, officer, case_id):
    """Return all that the unit's screen is told of the files, in one text."""
    return repr(files_on_screen(w, officer, case_id))


def test_a_unit_gets_no_original_unless_somebody_let_it_through(w, case):
    hand(w, case)
    photo, voice = files_on_screen(w, DIEP, case.case_id)
    assert (photo.state, voice.state) == (MediaState.WITHHELD, MediaState.WITHHELD)
    told = everything(w, DIEP, case.case_id)
    for secret in (PHOTO, VOICE, "zdn.vn", "Canary", hashlib.sha256(GPS).hexdigest()):
        assert secret not in told
    assert_closed(w.desk(DIEP), case.case_id, PHOTO, VOICE)
    assert taken_out(w, DIEP, case.case_id) == [set(), set()]
    assert read_file(w.desk(), case.case_id, PHOTO) == GPS, "who took it in reads what came"
    assert [file.state for file in files_on_screen(w, HANH, case.case_id)] == [MediaState.STORED] * 2


def test_the_covered_copy_is_all_a_unit_gets_of_the_picture(w, case):
    copy = covered_copy(w, case)
    assert (copy.original, copy.boxes) == (hashlib.sha256(GPS).hexdigest(), 1)
    assert w.events(case.case_id)[-1].actor == HANH.officer_id
    hand(w, case, give(How.COVERED, file_id=copy.file_id))
    photo, voice = files_on_screen(w, DIEP, case.case_id)
    assert (photo.file_id, photo.sha256, photo.covered) == (copy.file_id, copy.sha256, True)
    assert photo.url == "" and voice.state is MediaState.WITHHELD
    desk = w.desk(DIEP)
    assert read_file(desk, case.case_id, copy.file_id) == JPEG == read_picture(desk, copy.file_id)
    for way in ways(desk, case.case_id, copy.file_id):
        way()
    assert_closed(desk, case.case_id, PHOTO, VOICE)
    assert taken_out(w, DIEP, case.case_id) == [{copy.file_id}] * 2
    assert taken_out(w, HANH, case.case_id) == [{PHOTO, VOICE}] * 2, (
        "the original leaves without the copy beside it"
    )
    assert read_file(w.desk(), case.case_id, PHOTO) == GPS, "the original stays as it came"
    assert differences(w.store) == ()


def test_a_voice_goes_whole_with_a_reason_only_and_under_no_name(w, case):
    with pytest.raises(Refused, match="lý do gửi nguyên"):
        hand(w, case, give(How.WHOLE, "m000002"))
    assert w.case(case.case_id).transfer is None, "nothing went without its decision"
    hand(w, case, give(How.WHOLE, "m000002", reason="cần nhận dạng giọng kẻ đe dọa"))
    photo, voice = files_on_screen(w, DIEP, case.case_id)
    assert (photo.state, voice.state, voice.file_id) == (MediaState.WITHHELD, MediaState.STORED, VOICE)
    assert "Canary" not in voice.name and voice.url == ""
    assert read_file(w.desk(DIEP), case.case_id, VOICE) == b"voice of the informant"
    assert_closed(w.desk(DIEP), case.case_id, PHOTO)
    (leaving,) = plan_case(w.desk(DIEP), case.case_id, "xác minh").files
    assert "Canary" not in leaving.name


def test_who_is_only_told_gets_what_was_let_through_to_him_alone(w, case):
    copy = covered_copy(w, case)
    transfer(
        w.desk(), case.case_id, "TB-TPCB", "địa bàn", info_units=("PC02",),
        files=[give(How.COVERED, file_id=copy.file_id)],
    )  # fmt: skip
    assert [file.state for file in files_on_screen(w, COM, case.case_id)] == [MediaState.WITHHELD] * 2
    assert_closed(w.desk(COM), case.case_id, PHOTO, VOICE, copy.file_id)
    inform(w.desk(), case.case_id, ("PC04",), "để biết", files=[give(How.WHOLE, reason="nhận mặt đối tượng")])
    khac = Officer("khac", "Nông Văn Khác", "PC04", (Role.DISTRICT_DUTY,))
    assert read_file(w.desk(khac), case.case_id, PHOTO) == GPS
    assert_closed(w.desk(COM), case.case_id, PHOTO)


def test_more_is_let_through_later_and_taken_back(w, case):
    hand(w, case)
    release_files(w.desk(), case.case_id, ("TB-TPCB",), [give(How.WHOLE, reason="đơn vị cần rõ mặt")])
    assert read_file(w.desk(DIEP), case.case_id, PHOTO) == GPS
    release_files(w.desk(), case.case_id, ("TB-TPCB",), [give(How.WITHHELD)])
    assert_closed(w.desk(DIEP), case.case_id, PHOTO)
    with pytest.raises(Refused):
        release_files(w.desk(DIEP), case.case_id, ("TB-TPCB",), [give(How.WHOLE, reason="tự mở")])
    with pytest.raises(Refused, match="không giữ"):
        release_files(w.desk(), case.case_id, ("PC04",), [give(How.WITHHELD)])
    assert differences(w.store) == ()


def test_a_unit_gives_on_no_more_than_it_got(w, case):
    copy = covered_copy(w, case)
    hand(w, case, give(How.COVERED, file_id=copy.file_id))
    desk = w.desk(DIEP)
    assert releasable(desk, case.case_id) == ()
    with pytest.raises(Refused):
        transfer(desk, case.case_id, "PC02", "cần chuyên môn", files=[give(How.WHOLE, reason="cho rõ")])
    with pytest.raises(Missing):
        keep_covered(desk, case.case_id, PHOTO, JPEG, [BOX])
    transfer(desk, case.case_id, "PC02", "cần chuyên môn", files=[give(How.COVERED, file_id=copy.file_id)])
    assert read_file(w.desk(COM), case.case_id, copy.file_id) == JPEG


def test_who_may_see_who_told_of_it_gets_the_files_while_that_is_good(w, case):
    hand(w, case)
    asked = ask_reveal(w.desk(DIEP), case.case_id, "cần ảnh gốc để xác minh").events[-1].body
    assert_closed(w.desk(DIEP), case.case_id, PHOTO)
    answer_reveal(w.desk(LONG), case.case_id, asked.request_id, granted=True)
    assert read_file(w.desk(DIEP), case.case_id, PHOTO) == GPS
    assert [file.state for file in files_on_screen(w, DIEP, case.case_id)] == [MediaState.STORED] * 2
    w.clock.wall_ms += w.rules.confidential.use_ms + MINUTE_MS
    assert_closed(w.desk(DIEP), case.case_id, PHOTO, VOICE)
    assert [file.state for file in files_on_screen(w, DIEP, case.case_id)] == [MediaState.WITHHELD] * 2


def test_it_is_not_opened_by_classifying_it_anew_or_splitting_it(w, case):
    hand(w, case)
    new = split(w.desk(DIEP), case.case_id, ("m000001",)).new_case_id
    for case_id in (case.case_id, new):
        classify(w.desk(DIEP), case_id, "TTHC")
        assert_closed(w.desk(DIEP), case_id, PHOTO, VOICE)


def test_a_matter_that_is_not_sealed_is_read_as_it_came(w):
    photo = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
    made = w.put("làm căn cước ở đâu", kind=MessageType.PHOTO, attachments=(photo,))
    claim(w.desk(), made.case_id)
    classify(w.desk(), made.case_id, "TTHC")
    store(w, made.case_id, "m000001", PHOTO, GPS, "image/jpeg")
    assert releasable(w.desk(), made.case_id) is None
    hand(w, made, give(How.WITHHELD))
    assert read_file(w.desk(DIEP), made.case_id, PHOTO) == GPS
    assert e.FilesReleased.KIND not in w.kinds(made.case_id)


@pytest.mark.parametrize(
    ("content", "boxes"),
    [(JPEG, []), (JPEG, [(5, 5, 5, 9)]), (JPEG, [(0, 0, 10_001, 4)]), (b"no picture", [BOX]), (b"", [BOX])],
)
def test_what_covers_nothing_or_is_no_picture_is_not_kept(w, case, content, boxes):
    before = w.rows("SELECT count(*) FROM sealed_file")
    with pytest.raises(Refused):
        keep_covered(w.desk(), case.case_id, PHOTO, content, boxes)
    with pytest.raises(Refused):
        keep_covered(w.desk(), case.case_id, VOICE, JPEG, [BOX])
    assert w.rows("SELECT count(*) FROM sealed_file") == before
    assert e.FileCovered.KIND not in w.kinds(case.case_id)


def test_what_a_copy_carried_beside_its_pixels_is_not_kept(w, case):
    done = keep_covered(w.desk(), case.case_id, PHOTO, GPS, [BOX]).events[-1].body
    assert b"GPS" not in read_file(w.desk(), case.case_id, done.file_id)


@pytest.mark.parametrize(("point", "kept"), [("before", 0), ("after", 1)])
def test_a_copy_stays_exactly_if_it_was_written_down(w, case, failpoints, point, kept):
    """The third write is that of the event: what fails after it must not take away what it tells of."""
    failpoints(f"store.commit.{point}=raise@3")
    with pytest.raises(Exception, match=r"store\.commit"):
        covered_copy(w, case)
    failpoints("")
    written = [one.body for one in w.events(case.case_id) if isinstance(one.body, e.FileCovered)]
    assert len(written) == kept
    for copy in written:
        assert read_file(w.desk(), case.case_id, copy.file_id) == JPEG
    assert w.rows("SELECT count(*) FROM sealed_file") == [(2 + kept,)]


def test_an_erasure_takes_the_copies_along(w, case):
    copy = covered_copy(w, case)
    with w.store.write() as tx:
        gone = erase(tx.connection, [case.case_id])
    assert set(gone.files) == {PHOTO, VOICE, copy.file_id}
    assert w.rows("SELECT count(*) FROM sealed_file") == [(0,)]
