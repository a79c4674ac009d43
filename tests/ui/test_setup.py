"""The wizard of the first connection as a screen: names for a screen reader, the walk by Tab, small windows, foreign words."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.runtime.i18n import set_language
from console.ui.signin.setup_state import LinkedOa, Step
from console.ui.theme import apply_theme
from tests.setup_shots import CHECKS, SCREENS, at
from tests.ui.desk_samples import HOSTILE
from tests.ui.english import VIETNAMESE
from tests.ui.english import shown as shown_texts
from tests.ui.test_accessibility import nameless


@pytest.fixture
def show(themed):
    """Show a screen at a size, and take it away at the end."""
    shown = []

    def put(screen, width=1920, height=1000):
        screen.resize(width, height)
        screen.show()
        screen.activateWindow()
        themed.processEvents()
        shown.append(screen)
        return screen

    yield put
    for screen in shown:
        screen.close()
        screen.deleteLater()
    themed.processEvents()


@pytest.mark.parametrize("name", SCREENS)
def test_all_that_can_be_pressed_has_a_name(show, name):
    assert nameless(show(SCREENS[name]())) == []


def test_tab_walks_the_page_then_the_foot_and_comes_round(show):
    screen = show(at(Step.APP))
    screen.app.app_id.setFocus()
    walked = []
    for _ in range(8):
        focused = QApplication.focusWidget()
        if focused in walked:
            break
        walked.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert walked[:3] == list(screen.app.fields)
    assert {screen.back, screen.leave} <= set(walked)
    assert QApplication.focusWidget() in walked


@pytest.mark.parametrize(
    ("scale", "width", "height"), [(1.0, 1366, 696), (1.25, 1366, 696), (1.5, 1920, 1000)]
)
def test_the_foot_stays_in_a_small_window_and_the_field_comes_into_view(qapp, show, scale, width, height):
    apply_theme(qapp, "light", scale)
    screen = show(SCREENS["setup_3_consent"](), width, height)
    window = QRect(0, 0, width, height)
    for part in (screen.back, screen.forward, screen.leave, screen.consent.pasted, screen.consent.send):
        place = QRect(part.mapTo(screen, QPoint(0, 0)), part.size())
        assert window.contains(place), part
    area = screen.stack.currentWidget()
    top = screen.consent.pasted.mapTo(area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top <= area.viewport().height() - screen.consent.pasted.height()


@pytest.mark.parametrize("words", [HOSTILE[0], HOSTILE[7], HOSTILE[12]])
def test_what_zalo_calls_the_oa_is_shown_plain_and_short(show, words):
    screen = show(at(Step.CONSENT))
    before = screen.card.size()
    screen.consent.show_linked(LinkedOa(words, words, True, True, "09:16"))
    assert len(screen.consent.card.name.text()) <= 80
    assert "\n" not in screen.consent.card.name.text()
    assert screen.consent.card.name.textFormat() is Qt.TextFormat.PlainText
    assert screen.card.size() == before


def test_the_wizard_is_english_where_the_window_is(show):
    set_language("en")
    for step in Step:
        screen = show(at(step))
        texts = [screen.steps.accessibleName(), *shown_texts(screen)]
        sample = {check.words for check in CHECKS}
        left = [words for words in texts if VIETNAMESE.search(words) and words not in sample]
        assert left == []
        assert len(texts) > 10
