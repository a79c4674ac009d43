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


def test_nothing_known_covers_nothing():
    assert mask_source("tôi là Bưởi 0912345678", ()) == "tôi là Bưởi 0912345678"
