"""Numbers as Vietnamese write them."""

from console.domain.numerals import decimal, number_text, percent


def test_thousands_have_dots_and_decimals_a_comma():
    assert number_text(1_284) == "1.284"
    assert number_text(-12_345_678) == "-12.345.678"
    assert decimal(4.649) == "4,6"
    assert percent(0.9421) == "94,2 %"
    assert percent(1.0, 0) == "100 %"


def test_nothing_is_a_dash():
    assert decimal(None) == percent(None) == "–"
