"""Covering who told of a matter: every spelling of name and number, and nothing else."""

from unicodedata import normalize

import pytest

from console.domain.masking import MASK, mask_source

MARKS = ("Nông Thị Bưởi", "0912345678", "")


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("tôi là Nông Thị Bưởi ở tổ 5", f"tôi là {MASK} ở tổ 5"),
        ("toi la nong thi buoi", f"toi la {MASK}"),
        ("NÔNG  THỊ\nBƯỞI.", f"{MASK}."),
        (normalize("NFD", "Nông Thị Bưởi") + "!", f"{MASK}!"),
        ("gọi 0912.345.678 nhé", f"gọi {MASK} nhé"),
        ("gọi +84 912 345 678", f"gọi {MASK}"),
        ("0912345678 0912-345-678", f"{MASK} {MASK}"),
        ("nong thi buoi0 và quả bưởi", "nong thi buoi0 và quả bưởi"),
        ("số 0987654321 của nó", "số 0987654321 của nó"),
        ("", ""),
    ],
)
def test_what_is_covered(text, covered):
    assert mask_source(text, MARKS) == covered


def test_a_name_of_one_word_is_only_a_word():
    assert mask_source("hoa nở", ("Hoa",)) == "hoa nở"


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Toi la Nong Van Canary 0912345678, thay danh bac", f"Toi la {MASK} {MASK}, thay danh bac"),
        ("tôi là Bưởi 0912345678", f"tôi là {MASK} {MASK}"),
        ("toi la nong thi buoi o to 5", f"toi la {MASK} o to 5"),
        ("tôi tên là lò văn páo, bị đánh", f"tôi tên là {MASK}, bị đánh"),
        ("em tên Ly, sđt của em 0987 654 321", f"em tên {MASK}, sđt của em {MASK}"),
        ("số của tôi là 0988.777.666", f"số của tôi là {MASK}"),
        ("liên hệ với tôi qua số 0912345678", f"liên hệ với tôi qua số {MASK}"),
        ("0912345678 là số của em", f"{MASK} là số của em"),
        ("CCCD của tôi 004123456789", f"CCCD của tôi {MASK}"),
        (
            normalize("NFD", "Tôi là Nông Văn Páo ở đây"),
            f"{normalize('NFD', 'Tôi là ')}{MASK}{normalize('NFD', ' ở đây')}",
        ),
    ],
)
def test_what_a_citizen_tells_of_himself_is_covered_though_the_store_does_not_know_it(text, covered):
    assert mask_source(text, ()) == covered


@pytest.mark.parametrize(
    "text",
    [
        "tôi là công an xã",
        "em là mẹ cháu Lan",
        "tôi là người dân tổ 5",
        "TÔI LÀ NGƯỜI DÂN XÃ HƯNG ĐẠO",
        "số điện thoại của nó là 0988777666",
        "nó gọi cho em từ số 0988777666 đòi tiền",
        "nhà ông Bế Văn Xấu số 0988777666 bán ma túy",
        "liên hệ công an số 0692406112 được không",
    ],
)
def test_what_he_tells_of_others_stays(text):
    assert mask_source(text, ()) == text
