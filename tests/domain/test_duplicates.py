"""Which cases may tell of one incident, and why."""

import pytest

from console.domain.clock import MINUTE_MS
from console.domain.duplicates import Told, likeness

FIRE = "Cháy nhà kho gần chợ Xanh, khói đen bốc cao, có người mắc kẹt"


def told(text=FIRE, minutes=0, category="CHAY_CNCH", district="TPCB", place="", spots=(), case_id="c"):
    return Told(case_id, category, district, place, minutes * MINUTE_MS, text, spots)


def test_two_reports_of_one_fire_are_alike_and_it_says_why():
    found = likeness(told(), told("Chay o kho canh cho xanh khoi den mu mit", 8))
    assert found is not None and found.percent >= 75
    assert found.same_place and found.minutes == 8
    assert {"kho", "xanh", "khoi", "chay"} <= set(found.words)
    assert found.why.startswith("cách 8 phút · cùng nơi · cùng từ: ")


@pytest.mark.parametrize(
    "other",
    [
        told(minutes=121),
        told(category="TTHC"),
        told("Cháy rừng ở Pia Oắc", district="NB"),
        told("Mất điện cả tổ", district="HA"),
        told(spots=((22.80, 106.30),)),
    ],
    ids=["late", "kind", "place", "words", "far"],
)
def test_what_is_not_the_same_is_not_proposed(other):
    assert likeness(told(spots=((22.66, 106.25),)), other) is None


def test_locations_within_a_kilometre_are_one_place_whatever_the_words():
    found = likeness(
        told("Có đánh nhau", category="ANTT", district="", spots=((22.6657, 106.2580),)),
        told("đang đánh nhau to", 20, "TO_GIAC", "", spots=((22.6700, 106.2610),)),
    )
    assert found is not None
    assert found.distance_km < 1 and "km" in found.why


def test_hostile_text_is_compared_in_bounded_time():
    assert likeness(told("aa " * 200_000, district=""), told("bb " * 200_000, district="")) is None
    assert likeness(told("\ud800\x00" * 1000, district=""), told("", district="")) is None
