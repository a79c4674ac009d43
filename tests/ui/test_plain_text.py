"""A stranger's words are shown as they were written: no widget renders markup (threats T05)."""

import ast
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QTextDocument
from PySide6.QtWidgets import QLabel, QMenu, QTextEdit, QVBoxLayout, QWidget

from console.cache.views import Counts, Health, QueueFilter
from console.domain.clock import ManualClock
from console.ui.common.chips import draw_chip, neutral
from console.ui.common.empty import EmptyState
from console.ui.common.labels import ChipLabel, Heading, PlainLabel, PlainView
from console.ui.common.message import MessageDialog
from console.ui.common.names import Names
from console.ui.common.paint import draw_text
from console.ui.common.tooltip import set_tooltip, tooltip_text
from console.ui.frame.banner import Banner
from console.ui.frame.banner_words import banner_state
from console.ui.frame.status_bar import StatusBar
from console.ui.frame.toasts import Toast, ToastAct, ToastHost
from console.ui.frame.top_bar import TopBar
from console.ui.queue.pane import QueuePane
from console.ui.rail.rail import Rail
from tests.ui.samples import NOW, ROWS, ListSource

UI = Path(__file__).parents[2] / "console" / "ui"
BANNED = {
    "QLabel", "QMessageBox", "QTextEdit", "QTextBrowser", "QErrorMessage", "QProgressDialog", "QInputDialog",
    "QWhatsThis", "QSplashScreen",
}  # fmt: skip


def _magenta(widget):
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y).name() == "#ff00ff"
        for y in range(0, image.height(), 3)
        for x in range(0, image.width(), 3)
    )


def test_the_canary_bites(themed, qtbot, canary):
    """The picture would be seen if anything rendered it."""
    label = QLabel(canary)
    qtbot.addWidget(label)
    label.show()
    assert _magenta(label)


def hostile_screens(hostile, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    names = Names({"TO_GIAC": hostile}, {"PC02": hostile, "CATP": hostile}, {"gay-roi": hostile})
    rows = [
        (group, replace(row, snippet=hostile, pseudonym=hostile, owner_name=hostile, number=hostile[:30]))
        for group, row in ROWS
    ]
    queue = QueuePane(ListSource(rows), ManualClock(NOW))
    queue.set_names(names)
    queue.show_filter(QueueFilter(unit="PC02"))
    queue.show_filter(QueueFilter())
    queue.header.show_filter(QueueFilter(unit="PC02"))
    menu = queue.header.make_menu()
    rail = Rail()
    rail.set_units([("PC02", hostile)])
    rail.set_tags([("gay-roi", hostile)])
    rail.set_counts(Counts())
    top = TopBar()
    top.set_office(hostile)
    top.set_officer(hostile, hostile)
    top.set_shift(hostile)
    top.set_rehearsal(hostile)
    health = Health(linked_at=NOW - 3_600_000, trouble=hostile)
    banner = Banner()
    banner.show_state(banner_state(health, NOW))
    status = StatusBar(lambda: NOW)
    status.set_health(health)
    status.set_context(hostile, hostile, hostile)
    empty = EmptyState()
    empty.show_state("archive", "neutral", hostile, hostile)
    plain = [
        PlainLabel(hostile),
        PlainLabel(hostile, wrap=True),
        PlainLabel(hostile, elided=True),
        PlainView(hostile),
    ]
    for widget in (
        top,
        banner,
        queue,
        rail,
        status,
        empty,
        *plain,
        Heading(hostile),
        ChipLabel(neutral(hostile)),
    ):
        layout.addWidget(widget)
    set_tooltip(window, hostile)
    host = ToastHost(window)
    host.show_toast(Toast("warn", "red", hostile, hostile, (ToastAct(hostile, lambda: None, hostile),)))
    dialog = MessageDialog(window, hostile, hostile, hostile, cancel=hostile)
    window.resize(1400, 1600)
    window.show()
    return window, [dialog, menu, rail.make_unit_menu(), rail.make_tag_menu()]


def test_no_widget_renders_markup(themed, qtbot, canary):
    window, others = hostile_screens(canary, qtbot)
    for shown in (window, *others):
        if not isinstance(shown, QMenu):
            shown.show()
        assert not _magenta(shown)
        for label in shown.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
        assert shown.findChildren(QTextEdit) == []
        for widget in (shown, *shown.findChildren(QWidget)):
            tip = widget.toolTip()
            assert not tip or (tip.startswith("<qt>") and "<img" not in tip), tip
    for other in others:
        other.close()
        other.deleteLater()


def test_every_row_tooltip_is_escaped(themed, canary):
    pane = QueuePane(ListSource(), ManualClock(NOW))
    pane.set_names(Names(tags={"gay-roi": canary}))
    pane.show_filter(QueueFilter())
    tips = [
        pane.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(pane.model.rowCount())
    ]
    assert any("&lt;img" in tip for tip in tips if tip)
    assert not any("<img" in tip for tip in tips if tip)
    pane.deleteLater()


def test_painters_draw_markup_as_text(themed, canary):
    image = QImage(600, 60, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    draw_text(painter, 0, 0, canary, "body", "text")
    draw_chip(painter, 0, 30, neutral(canary))
    painter.end()
    assert all(image.pixelColor(x, y).name() != "#ff00ff" for x in range(600) for y in range(60))


def test_tooltip_is_one_safe_line():
    assert tooltip_text("<b>a</b>\n\u202ec", "F2") == "<qt>&lt;b&gt;a&lt;/b&gt; ⟦RLO⟧c  (F2)</qt>"
    assert tooltip_text("") == ""


def test_tooltip_text_reads_as_written(qapp):
    document = QTextDocument()
    document.setHtml(tooltip_text("<b>&amp; Ẩ</b>"))
    assert document.toPlainText() == "<b>&amp; Ẩ</b>"


def _offences(tree):
    """Lines that make a rich-text widget, derive from one, or set text that Qt guesses about."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in BANNED:
            yield node.lineno, node.func.id
        if isinstance(node, ast.ClassDef):
            yield from (
                (node.lineno, base.id)
                for base in node.bases
                if isinstance(base, ast.Name) and base.id in BANNED
            )
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called, owner = node.func.attr, node.func.value
            cleared = (
                len(node.args) == 1 and isinstance(node.args[0], ast.Constant) and node.args[0].value == ""
            )
            if not cleared and called in (
                "setToolTip",
                "setHtml",
                "setMarkdown",
                "appendHtml",
                "setWhatsThis",
            ):
                yield node.lineno, called
            if isinstance(owner, ast.Name) and owner.id in BANNED:
                yield node.lineno, f"{owner.id}.{called}"


def test_raw_classes_are_used_in_common_only():
    files = sorted(UI.rglob("*.py"))
    assert len(files) > 20
    allowed = {("common/labels.py", "QLabel"), ("common/tooltip.py", "setToolTip")}
    harmless = "QTextEdit.ExtraSelection"  # a plain text edit marks words with it
    found = [
        f"{path.relative_to(UI)}:{line} {what}"
        for path in files
        for line, what in _offences(ast.parse(path.read_text("utf-8")))
        if (path.relative_to(UI).as_posix(), what) not in allowed and what != harmless
    ]
    assert found == []


def test_the_ban_sees_offences():
    tree = ast.parse("class A(QLabel): pass\nQMessageBox.warning(a)\nQTextEdit()\nw.setToolTip(t)")
    assert {what for _, what in _offences(tree)} == {
        "QLabel",
        "QMessageBox.warning",
        "QTextEdit",
        "setToolTip",
    }


def test_no_colour_and_no_pixel_is_written_in_code():
    """Colours are token names; ``#`` with hex digits appears nowhere in ``ui``."""
    found = []
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and len(node.value) in (4, 7, 9)
            ):
                text = node.value
                if text.startswith("#") and all(char in "0123456789abcdefABCDEF" for char in text[1:]):
                    found.append(f"{path.relative_to(UI)}:{node.lineno} {text}")
    assert found == []
