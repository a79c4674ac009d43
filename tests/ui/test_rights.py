"""How long the right to use the OA lasts, and what is said of it before it ends (features Y-03)."""

from dataclasses import replace

import pytest

from console.cache.views import Health, MessagesLeft
from console.runtime.i18n import set_language
from console.ui.frame.banner_words import banner_state
from console.ui.frame.health_words import token_item
from console.ui.frame.rights_words import expiries, expiry_words, rights_line
from tests.ui.samples import DAY, HEALTH, HOUR, NOW

# NOW is 14 March 2026 in Vietnam.
WHOLE = replace(
    HEALTH,
    token_expires_at=NOW + 21 * HOUR + 5,
    refresh_expires_at=NOW + 74 * DAY + 5,
    package_until="30/11/2026",
    messages_left=MessagesLeft(1990, 2000, "11/02/2027"),
)


@pytest.fixture(autouse=True)
def _vietnamese():
    set_language("vi")


def test_all_ends_are_named():
    line = "Token còn 21 giờ · refresh còn 74 ngày · gói OA hết 30-11-2026 · gói tin còn 1.990/2.000"
    assert rights_line(WHOLE, NOW) == line
    assert token_item(WHOLE, NOW).tip.startswith(line)


@pytest.mark.parametrize(
    ("health", "line"),
    [
        (Health(), ""),
        (replace(HEALTH, refresh_expires_at=0, token_expires_at=NOW + 3 * DAY), "Token còn 3 ngày"),
        (replace(HEALTH, token_expires_at=NOW + 40 * 60_000), "Token còn 40 ph · refresh còn 21 ngày"),
        (replace(HEALTH, token_expires_at=NOW, refresh_expires_at=NOW), "Token đã hết · refresh đã hết"),
        (replace(HEALTH, package_until="mai"), "Token còn 20 giờ · refresh còn 21 ngày"),
        (
            replace(HEALTH, messages_left=MessagesLeft(0, 0, "")),
            "Token còn 20 giờ · refresh còn 21 ngày · gói tin còn 0/0",
        ),
    ],
)
def test_what_is_not_known_is_not_named(health, line):
    assert rights_line(health, NOW) == line


def test_each_right_has_its_end():
    ends = expiries(WHOLE, NOW)
    assert ends["consent"] == 74 * DAY + 5
    assert 261 * DAY < ends["package"] < 262 * DAY
    assert 334 * DAY < ends["messages"] < 335 * DAY
    # Nothing is left that could lapse; the alarm about that is another one.
    assert "messages" not in expiries(replace(WHOLE, messages_left=MessagesLeft(0, 2000, "11/02/2027")), NOW)


@pytest.mark.parametrize("kind", ["consent", "package", "messages"])
def test_words_count_the_days_and_name_who_must_act(kind):
    assert "còn 3 ngày" in expiry_words(kind, 3 * DAY)
    assert "còn 1 ngày" in expiry_words(kind, HOUR)
    assert "đã hết" in expiry_words(kind, 0)
    assert all("quản trị" in expiry_words(kind, left).lower() for left in (-DAY, 0, DAY))


@pytest.mark.parametrize(
    ("days", "tone"),
    [(15, None), (14, None), (4, None), (3, "orange"), (2, "orange"), (1, "red"), (0, "red")],
)
def test_banner_of_the_last_three_days(days, tone):
    state = banner_state(replace(HEALTH, messages_left=MessagesLeft(9, 10, day_after(days))), NOW)
    assert (state.tone if state else None) == tone
    if state:
        assert "Gói tin của OA" in state.title


def day_after(days):
    """Return the day of Vietnam that ends within ``days`` days of NOW (14:39 of 14 March)."""
    return f"{14 + days - 1:02d}/03/2026"
