"""Another citizen's case or pseudonym is found in a text however it was typed; words that look alike are not."""

import pytest

from console.domain.strangers import Stranger, strangers

OWN = frozenset({"CB26-01482", "CB25-00007"})


def found(text):
    return [
        (one.number or one.name, text[one.start : one.end]) for one in strangers(text, OWN, "Công dân 4F7K")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("vụ CB26-01483 và CB26-01482", [("CB26-01483", "CB26-01483")]),
        ("😀 cb26-01483.", [("CB26-01483", "cb26-01483")]),
        ("số CB 26 – 01483, CB26\u201101484", [("CB26-01483", "CB 26 – 01483"), ("CB26-01484", "CB26\u201101484")]),
        ("CB26-014820", [("CB26-014820", "CB26-014820")]),
        ("như Công dân 9AC6 nói", [("Công dân 9AC6", "Công dân 9AC6")]),
        ("nhu cong dan 9ac6 noi", [("Công dân 9AC6", "cong dan 9ac6")]),
        ("Co\u0302ng da\u0302n KHAN", [("Công dân KHAN", "Co\u0302ng da\u0302n KHAN")]),
        ("Công dân KHAN, rồi CB26-01483", [("Công dân KHAN", "Công dân KHAN"), ("CB26-01483", "CB26-01483")]),
    ],
)  # fmt: skip
def test_what_is_another_s_is_found_where_it_stands(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kính gửi Công dân 4F7K, hồ sơ CB26-01482 (trước là cb25-00007)",
        "công dân 2005, CÔNG DÂN KHANH, công dân được mời, Công dân Cao Bằng",
        "XCB26-01483, CB26-0148, mã 7KD2, 113, +84 912 345 678",
        "",
        "\u0301" * 20_000,
    ],
)
def test_words_numbers_and_what_is_the_reader_s_own_are_let_through(text):
    assert strangers(text, OWN, "Công dân 4F7K") == ()


def test_a_place_counts_characters_of_the_text_as_it_was_given():
    assert strangers("a\u0301 CB26-01483", OWN, "") == (Stranger(3, 13, number="CB26-01483"),)
