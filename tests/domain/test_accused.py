"""Whom a citizen names is seen, and found again in an answer; places and the citizen himself are not."""

import pytest

from console.domain.accused import MOST_NAMES, named_people, repeated
from tests.domain.hostile import HOSTILE


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("nhà ông Nông Văn T. tối nào cũng đánh bạc", ("Nông Văn T",)),
        ("facebook tên Long bán pháo hoa", ("Long",)),
        ("Hoàng Văn Bình đánh tôi, thằng Tuấn Anh đứng xem", ("Hoàng Văn Bình", "Tuấn Anh")),
        ("ong nong van tuan ban ma tuy", ("nong van tuan",)),
        ("NHA ONG NGUYEN VAN A DANH BAC", ("NGUYEN VAN A",)),
        ("đối tượng Ha\u0300 Va\u0306n Du\u0303ng cho vay", ("Ha\u0300 Va\u0306n Du\u0303ng",)),
        ("gặp Đại úy Trần Nam, rồi anh Trần Nam nữa", ("Trần Nam",)),
    ],
)
def test_people_are_seen_by_a_word_before_them_or_by_a_whole_name(text, people):
    assert named_people([text]) == people


@pytest.mark.parametrize(
    "text",
    [
        "Tôi là Nông Thị Hoa, số của tôi 0912 000 218",
        "có Công An phường ở đường Hoàng Đình Giong, trường Bế Văn Đàn, bản Hoàng Văn Thụ",
        "anh em nhà đó có con ma túy ở chợ Xanh, ngã ba Sông Bằng, cầu Hoàng Tung",
        "con ma tuy da ban o cho xanh",
        "anh H. hay đánh vợ",
        "",
    ],
)
def test_who_writes_and_where_it_is_are_no_accused(text):
    assert named_people([text]) == ()


def test_a_name_is_found_again_however_it_is_written():
    people = ("Hoàng Văn Bình", "Tuấn")
    text = "Đã mời hoang  van binh. Anh Tuấn, anh Tuần và đối tượng Bình; tuấn, Bình thường"
    assert [text[start:end] for start, end in repeated(text, people)] == ["hoang  van binh", "Tuấn", "Bình"]
    assert repeated(text.encode().decode(), (), "") == []


def test_the_citizen_may_be_called_by_his_own_name():
    assert repeated("Chào anh Tuấn", ("Tuấn",), "Lê Anh Tuấn") == []
    assert repeated("Chào ông Lê Văn Tú", ("Lê Văn Tú",), "Lê Văn Tú") == []
    assert repeated("Chào anh Tuấn", ("Tuấn",), "Lê Văn Tú") == [(9, 13)]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_gives_places_inside_it(text):
    people = named_people([text])
    assert len(people) <= MOST_NAMES
    assert all(0 <= start < end <= len(text) for start, end in repeated(text, (*people, text[:60])))
