"""Pictures of the abuse of a child: nobody looks at them, fetches them or takes them out; the words stay readable (domain.md §8)."""

import pytest

from console.actions.claims import claim
from console.actions.desk import Refused
from console.actions.exporting import plan_case, plan_file, plan_packet, verify_file
from console.actions.files import export_file, read_file
from console.actions.merging import split
from console.actions.tags import tag, toggle_tag, untag
from console.app.pictures import read_picture
from console.cache import media_queue
from console.cache.rebuild import differences
from console.cache.views import MessageItem
from console.domain import events as e
from console.domain.case import PICTURES_TAG
from console.domain.confidentiality import FILES_LOCKED_TEXT
from console.domain.message import Attachment, MessageType
from tests.support import HANH, LONG

FILE = "f1" * 16
PICTURE = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)


@pytest.fixture
def case(w):
    """A case with words and a picture that is stored, held by HANH."""
    made = w.put("chimxanh", kind=MessageType.PHOTO, attachments=(PICTURE,))
    claim(w.desk(HANH), made.case_id)
    files = w.desk(HANH).files
    with files.writer(FILE) as writer:
        writer.write(b"picture")
        writer.commit()
    with w.store.write() as tx:
        media_queue.add_file(
            tx.connection, media_queue.SealedFile(FILE, writer.sha256, 7, "image/jpeg"), tx.now_ms
        )
        body = e.MediaStored("m000001", 0, FILE, writer.sha256, 7, "image/jpeg")
        tx.add(made.case_id, body, actor="system", unit="TB-CAT")
    return w.case(made.case_id)


def shown(w, officer, case_id):
    return [item for item in w.queries(officer).thread(case_id) if isinstance(item, MessageItem)]


def looks(w, case_id):
    """Return every way to a file's bytes."""
    desk = w.desk(LONG)
    return (
        lambda: read_file(desk, case_id, FILE),
        lambda: read_picture(desk, FILE),
        lambda: export_file(desk, case_id, FILE, "CQĐT yêu cầu"),
        lambda: plan_file(desk, case_id, FILE, "CQĐT yêu cầu"),
        lambda: verify_file(desk, case_id, FILE),
    )


def test_the_words_stay_and_no_file_is_shown_opened_or_taken_out(w, case):
    assert read_file(w.desk(LONG), case.case_id, FILE) == b"picture"
    done = tag(w.desk(HANH), case.case_id, PICTURES_TAG)
    assert done.undo is None
    for officer in (HANH, LONG):
        (item,) = shown(w, officer, case.case_id)
        assert item.text == f"chimxanh\n{FILES_LOCKED_TEXT}" and item.attachments == ()
    for look in looks(w, case.case_id):
        with pytest.raises(Refused, match="hình ảnh xâm hại trẻ em"):
            look()
    assert "case.exported" not in w.kinds(case.case_id)


def test_what_leaves_of_the_case_has_the_words_and_no_file(w, case):
    assert len(plan_case(w.desk(LONG), case.case_id, "CQĐT yêu cầu").files) == 1
    tag(w.desk(HANH), case.case_id, PICTURES_TAG)
    for plan in (plan_case, plan_packet):
        package = plan(w.desk(LONG), case.case_id, "CQĐT yêu cầu")
        assert package.files == () and package.messages[0]["text"] == "chimxanh"


def test_nothing_more_is_fetched(w):
    waiting = w.put("chimxanh", kind=MessageType.PHOTO, attachments=(PICTURE,))
    with w.store.read() as connection:
        assert media_queue.next_due(connection, w.clock.now_ms()) is not None
    tag(w.desk(HANH), waiting.case_id, PICTURES_TAG)
    with w.store.read() as connection:
        assert media_queue.next_due(connection, w.clock.now_ms()) is None


def test_only_who_decides_on_what_is_locked_opens_it_again(w, case):
    tag(w.desk(HANH), case.case_id, PICTURES_TAG)
    for off in (untag, toggle_tag):
        with pytest.raises(Refused, match="không gỡ như nhãn thường"):
            off(w.desk(HANH), case.case_id, PICTURES_TAG)
    untag(w.desk(LONG), case.case_id, PICTURES_TAG)
    assert read_file(w.desk(HANH), case.case_id, FILE) == b"picture"


def test_a_place_is_no_file(w):
    place = Attachment(0, MessageType.LOCATION, latitude=22.66, longitude=106.25, name="Chợ Xanh")
    made = w.put("chimxanh", kind=MessageType.LOCATION, attachments=(place,))
    tag(w.desk(HANH), made.case_id, PICTURES_TAG)
    (item,) = shown(w, HANH, made.case_id)
    assert item.text == "chimxanh" and len(item.attachments) == 1


def test_what_is_split_off_stays_locked(w, case):
    w.put("hai")
    tag(w.desk(HANH), case.case_id, PICTURES_TAG)
    new = split(w.desk(HANH), case.case_id, ("m000001",)).new_case_id
    with pytest.raises(Refused, match="hình ảnh xâm hại trẻ em"):
        read_file(w.desk(LONG), new, FILE)
    assert differences(w.store) == ()
