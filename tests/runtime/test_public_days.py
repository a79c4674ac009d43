"""The shipped list of public holidays."""

from datetime import date

from console.runtime.public_days import reckon_public_days
from console.runtime.resources import PUBLIC_DAYS, load_calendar, load_public_days, resource_path
from tests.public_days import text


def test_the_file_is_what_the_library_says():
    assert resource_path("data", PUBLIC_DAYS).read_text(encoding="utf-8") == text()


def test_what_is_read_from_it_is_what_was_reckoned():
    assert load_public_days() == reckon_public_days()


def test_tet_is_off_in_a_year_nobody_entered():
    calendar = load_calendar()

    assert not calendar.is_working(date(2035, 2, 8))
    assert calendar.is_working(date(2035, 2, 21))
