"""The bytes of a picture come through a case that the officer may see."""

import pytest

from console.app.pictures import read_picture
from console.domain import events as e
from console.domain.message import Attachment, MessageType
from tests.support import DIEP, store_template, world

__all__ = ["store_template"]
FILE = "a" * 32


@pytest.fixture
def shared(tmp_path, store_template):
    """Two citizens sent the very same picture, which is kept once."""
    with world(tmp_path, store_template) as w:
        with w.files.writer(FILE) as writer:
            writer.write(b"jpeg")
            writer.commit()
        for user in ("1001", "1002"):
            picture = Attachment(0, MessageType.PHOTO, "https://f20.zdn.vn/a.jpg", fetch=True)
            case = w.put("", user=user, kind=MessageType.PHOTO, attachments=[picture])
            w.add(
                case.case_id,
                e.MediaStored(case.last_inbound_id, 0, FILE, writer.sha256, writer.size, "image/jpeg"),
            )
        yield w


def test_a_picture_of_two_cases_is_read(shared):
    assert read_picture(shared.desk(), FILE) == b"jpeg"


def test_a_picture_of_cases_nobody_here_may_see_is_none(shared):
    with pytest.raises(FileNotFoundError):
        read_picture(shared.desk(DIEP), FILE)


def test_an_unknown_picture_is_none(shared):
    with pytest.raises(FileNotFoundError):
        read_picture(shared.desk(), "b" * 32)
