"""Every field for free text says that state secrets are not written there, and what to do at a marking (domain.md §5.5)."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from console.ui.common.commands import COMMANDS
from console.ui.common.labels import PlainView
from console.ui.common.spaced import SpacedEdit
from console.ui.desk.pages import DESK
from console.ui.dialogs.base import ReasonField
from console.ui.theme import apply_theme, metrics
from tests.ui.test_accessibility import desk, open_dialogs  # noqa: F401 - the desk with every screen

WRAP = Qt.TextFlag.TextWordWrap.value
UI = Path(__file__).parents[2] / "console" / "ui"


def boxes(root):
    """Return the fields for several lines under a widget, read-only texts left out."""
    every = [*root.findChildren(QPlainTextEdit), *root.findChildren(QTextEdit)]
    return [box for box in every if not isinstance(box, PlainView)]


def unsaid(root):
    """Return the fields that can be seen and do not show the line."""
    return [
        box.accessibleName()
        for box in boxes(root)
        if box.isVisible()
        and not (
            isinstance(box, SpacedEdit)
            and box.secrecy is not None
            and box.secrecy.isVisible()
            and "bí mật nhà nước" in box.secrecy.text()
            and box.rect().contains(box.secrecy.geometry())
            and box.secrecy.height() >= 12
        )
    ]


def test_every_free_text_box_on_every_screen_and_dialog_says_it(desk):  # noqa: F811
    window, controller, rest = desk
    bare, seen = {}, set()

    def look(place, root):
        bare[place] = unsaid(root)
        seen.update(f"{type(root).__name__}: {box.accessibleName()}" for box in boxes(root))

    look("window", window)
    for one in COMMANDS:
        if controller.keyboard.why_not(one.code) or one.code in ("send", "claim_next", "close_now"):
            continue
        controller.keyboard.run_command(one.code)
        rest()
        dialogs = open_dialogs()
        while dialogs:
            look(one.code, dialogs[0])
            dialogs[0].close()
            rest()
            dialogs = [left for left in open_dialogs() if left is not dialogs[0]]
    for code in list(controller._window.pages._specs):
        window.pages.open(code)
        rest()
        look(code, window)
    window.pages.open(DESK)
    assert {place: names for place, names in bare.items() if names} == {}
    assert len(seen) >= 12, seen


def test_a_field_for_several_lines_is_made_in_one_place_only():
    """Whoever needs a field derives from `SpacedEdit`, and so has the line; what is only read stays so."""
    raw, opened = [], []
    for path in sorted(UI.rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        for node in ast.walk(tree):
            calls = node.func if isinstance(node, ast.Call) else None
            bases = node.bases if isinstance(node, ast.ClassDef) else []
            names = [one.id for one in [calls, *bases] if isinstance(one, ast.Name)]
            if {"QPlainTextEdit", "QTextEdit"} & set(names) and path.name != "spaced.py":
                raw.append(f"{path.relative_to(UI)}:{node.lineno}")
            if isinstance(node, ast.Call) and any(key.arg == "only_read" for key in node.keywords):
                opened.append(path.relative_to(UI).as_posix())
    assert raw == []
    assert opened == ["common/labels.py"]


@pytest.fixture
def field(themed, qtbot):
    box = ReasonField("Lý do", lines=2)
    qtbot.addWidget(box)
    box.resize(420, 120)
    box.show()
    QApplication.processEvents()
    return box


def test_a_marking_is_answered_at_once_and_nothing_is_blocked(field):
    edit = field.edit
    before = edit.height()
    QTest.keyClicks(edit, "bao mat, mat khau, dong dau toi ma")
    assert (edit.secrecy.marking, edit.height()) == ("", before)
    QTest.keyClicks(edit, "t")
    QApplication.processEvents()
    assert edit.secrecy.marking == "Tối mật"
    said = edit.secrecy.text()
    assert "điện thoại" in said and "kênh bảo mật" in said
    assert edit.accessibleDescription() == said
    assert edit.height() > before
    QTest.keyClicks(edit, " viet tiep")
    assert field.text().endswith("toi mat viet tiep")
    edit.clear()
    assert (edit.secrecy.marking, edit.height()) == ("", before)


def test_the_whole_warning_is_read_at_any_scale(themed, qtbot):
    for scale in (1.0, 1.5):
        apply_theme(themed, "light", scale)
        box = ReasonField("Lý do", lines=2)
        qtbot.addWidget(box)
        box.resize(round(300 * scale), round(200 * scale))
        box.show()
        box.edit.setPlainText("MẬT")
        QApplication.processEvents()
        note = box.edit.secrecy
        needed = metrics("small").boundingRect(QRectF(0, 0, note.width(), 9_999), WRAP, note.text())
        assert note.height() >= needed.height()
        assert box.edit.rect().contains(note.geometry())
        assert box.edit.viewport().height() >= 2 * metrics("body").height()
