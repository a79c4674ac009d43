"""The first connection's own fields with the hostile strings in them: plain text, nothing touched, and no way on with them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.ui.signin.setup_pages import ID_LIMIT, LONGEST, SECRET_LIMIT, URI_LIMIT
from console.ui.signin.setup_state import Step
from console.ui.theme import apply_theme
from tests.hostile.strings import HOSTILE
from tests.hostile.test_widgets import offences
from tests.hostile.watch import watching
from tests.setup_shots import at
from tests.ui.english import shown

GOOD = ("4318123456701234567", "https://example.vn/zalo", "0123456789abcdef0123")
LIMITS = (ID_LIMIT, URI_LIMIT, SECRET_LIMIT)


@pytest.fixture(scope="module")
def screen(qapp):
    apply_theme(qapp, "light")
    made = at(Step.APP)
    made.resize(1366, 696)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def steps(screen):
    """Note where the wizard would go on from."""
    gone = []
    screen.went_on.connect(gone.append)
    yield gone
    screen.went_on.disconnect(gone.append)


def put(field, text):
    """Paste a text, as the clipboard would: through the field's own limit."""
    field.setFocus()
    field.clear()
    field.insert(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("number", list(HOSTILE))
def test_the_app_s_number_address_and_secret(qapp, bait, screen, steps, number):
    text = bait.fill(HOSTILE[number])
    screen.show_step(Step.APP)
    with watching() as touched:
        for at_field, field in enumerate(screen.app.fields):
            for other, good in zip(screen.app.fields, GOOD, strict=True):
                other.setText(good)
            del steps[:]
            put(field, text)
            assert len(field.text()) <= LIMITS[at_field]
            assert offences(screen) == []
            if field is screen.app.app_id:
                assert screen.app.trouble()
                assert steps == []
            if field is screen.app.secret and len(text.strip()) > 1:
                assert not any(text.strip() in words for words in shown(screen))
        screen.grab()
    assert touched.nothing, touched
    assert bait.bites() == []


@pytest.mark.parametrize("number", list(HOSTILE))
def test_the_address_the_browser_ended_at(qapp, bait, screen, steps, number):
    text = bait.fill(HOSTILE[number])
    asked = []
    screen.show_step(Step.CONSENT)
    screen.consent.offer("https://oauth.zaloapp.com/v4/oa/permission?app_id=1")
    screen.consent.answered.connect(asked.append)
    with watching() as touched:
        put(screen.consent.pasted, text)
        screen.consent.offer("https://oauth.zaloapp.com/v4/oa/permission?app_id=1", text)
        screen.grab()
        assert offences(screen) == []
    screen.consent.answered.disconnect(asked.append)
    assert all(len(words) <= LONGEST for words in asked)
    assert steps == []
    assert touched.nothing, touched
    assert bait.bites() == []
