"""What the window says of a store that refused: the same in Vietnamese as in logs and on the command line, and whole in English."""

import pytest

from console.actions.desk import Refused
from console.app.desktop import say_failed
from console.app.error_words import said_error
from console.app.signing_in import failed_words
from console.app.starting import Start, start_trouble
from console.cache import errors
from console.cache.views import Health
from console.runtime.i18n import set_language
from console.runtime.parts import PartBoard
from console.ui.desk.acts import trouble_text
from console.ui.frame.banner_words import banner_state
from console.ui.frame.health_words import trouble_lines
from tests.ui.english import VIETNAMESE

PLACE = "/var/x.db"


def family(kind):
    return [kind, *(one for sub in kind.__subclasses__() for one in family(sub))]


KINDS = [kind for kind in dict.fromkeys(family(errors.StoreError)) if kind.__module__ == errors.__name__]


@pytest.fixture
def english():
    set_language("en")
    yield
    set_language("vi")


def made(kind):
    return kind(90_000) if kind is errors.PinWaitError else kind(PLACE)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_every_trouble_of_the_store_is_said_in_english_with_its_place(kind, english):
    error = made(kind)
    for words in (said_error(error), trouble_text(error)):
        assert words and not VIETNAMESE.search(words), words
    assert said_error(error).endswith("[2 min]" if kind is errors.PinWaitError else f"[{PLACE}]")
    assert (PLACE in trouble_text(error)) is kind.NAMES_PLACE


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.KIND)
def test_in_vietnamese_it_is_what_logs_and_commands_say(kind):
    error = made(kind)
    assert said_error(error) == str(error)
    assert trouble_text(error) == error.text_vi


def test_the_places_of_the_window_say_it_in_english(english):
    error = errors.LockedError(PLACE)
    board = PartBoard(lambda: 0.0)
    say_failed(board, "sender", error)
    say_failed(board, "media", ValueError("x"))
    health = Health(cache_ok=False, trouble=error.text_vi)
    banner = banner_state(health, 1)
    refused = banner_state(Health(cache_ok=True), 1, board.states())
    shown = [
        banner.text,
        refused.text,
        *trouble_lines(Health(), board.states()),
        start_trouble(error, Start(None, None)).text,
        failed_words(errors.SignInNeededError(), None, "hanh")[0],
        said_error(Refused("Thiếu {what}", what="x")),
    ]
    assert len(shown) >= 7
    for words in shown:
        assert words and not VIETNAMESE.search(words), words
