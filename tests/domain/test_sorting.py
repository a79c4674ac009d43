"""Vietnamese order, and people by their given names."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.sorting import name_key, vietnamese_key

IN_ORDER = [
    ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "b"],
    ["da", "đa", "e", "ê", "i"],
    ["o", "ọ", "ô", "ố", "ơ", "ở", "p"],
    ["u", "ư", "ứ", "v", "y", "ỵ"],
    ["an", "An Giang", "anh", "ăn", "ân"],
    ["hoa", "hoà", "hoá", "hoan", "hòan", "hoàng"],
    ["Bảo Lạc", "Bảo Lâm", "Cao Bằng", "Hà Quảng", "Hạ Lang", "Hòa An", "Nguyên Bình", "Quảng Hòa", "Thạch An", "Trùng Khánh"],
    ["xã 2", "xã A", "xã Á"],
]  # fmt: skip


@pytest.mark.parametrize("words", IN_ORDER, ids=lambda words: words[0])
def test_letters_first_then_tones(words):
    mixed = words[:]
    random.Random(1).shuffle(mixed)
    assert sorted(mixed, key=vietnamese_key) == words


def test_composed_and_decomposed_letters_stand_at_the_same_place():
    for word in ("Trùng Khánh", "Bằng Giang", "Đặng", "Ướt"):
        composed, decomposed = (vietnamese_key(unicodedata.normalize(form, word)) for form in ("NFC", "NFD"))
        assert composed[0] == decomposed[0]


def test_people_are_sorted_by_their_given_names():
    people = [
        "Nông Thị Hạnh",
        "Bế Văn Thành",
        "Lê Anh Tuấn",
        "Hoàng Đức Long",
        "Nguyễn Thị Hạnh",
        "Đàm Ân",
        "Mông Văn An",
    ]
    assert sorted(people, key=name_key) == [
        "Mông Văn An", "Đàm Ân", "Nguyễn Thị Hạnh", "Nông Thị Hạnh", "Hoàng Đức Long", "Bế Văn Thành", "Lê Anh Tuấn"
    ]  # fmt: skip
    assert sorted(["", "An"], key=name_key) == ["", "An"]


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_has_a_place(one, other):
    assert (vietnamese_key(one) < vietnamese_key(other)) or (vietnamese_key(other) <= vietnamese_key(one))
