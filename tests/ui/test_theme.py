"""Tokens, fonts, icons, style sheet."""

import re
from math import ceil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase, QImage, QPainter, QRawFont
from PySide6.QtWidgets import QListWidget, QRadioButton, QSlider, QTreeWidget, QTreeWidgetItem

from console.runtime import settings
from console.runtime.resources import resource_path
from console.ui.common.labels import PlainLabel
from console.ui.theme import SCALES, apply_theme, color, current_theme, font, icon_pixmap, make_theme, metrics
from console.ui.theme import qss as style
from console.ui.theme.fonts import FILES
from console.ui.theme.icons import svg_source
from console.ui.theme.tokens import load_tokens

VIETNAMESE = (
    "".join(map(chr, range(0x1EA0, 0x1EFA)))
    + "ĂăÂâÊêÔôƠơƯưĐđàáãạ"
    + "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
)
TALL = "ẨỄỆỘẪ gjpqỵ"


def _luminance(hex_color):
    value = QColor(hex_color)
    parts = [channel / 255 for channel in (value.red(), value.green(), value.blue())]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one, other):
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_contrast_of_every_pair(name):
    theme = make_theme(name)
    pairs = load_tokens().contrast
    assert len(pairs) >= 75
    low = [
        (fg, bg, round(_contrast(theme.hex(fg), theme.hex(bg)), 2))
        for fg, bg, least in pairs
        if _contrast(theme.hex(fg), theme.hex(bg)) < least
    ]
    assert low == []


def test_both_looks_have_the_same_tokens():
    colors = load_tokens().colors
    assert colors["light"].keys() == colors["dark"].keys()


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("name", ["light", "dark"])
def test_style_sheet_is_complete(qapp, name, scale):
    sheet = style.build(make_theme(name, scale))
    assert "@" not in sheet
    for path in re.findall(r'url\("([^"]+)"\)', sheet):
        assert "currentColor" not in Path(path).read_text("utf-8")


def test_every_scale_that_can_be_chosen_can_be_shown(themed):
    for scale in settings.SCALES:
        assert apply_theme(themed, "light", scale).scale == scale
    assert 2.0 in settings.SCALES  # officer-day.md §7: 200 % without loss


def test_unknown_scale_is_refused():
    with pytest.raises(ValueError, match="scale"):
        make_theme("light", 1.3)


def test_unknown_token_is_refused():
    with pytest.raises(KeyError):
        make_theme("light").hex("purple")


@pytest.mark.parametrize("scale", SCALES)
def test_line_boxes_hold_stacked_marks(scale):
    theme = make_theme("light", scale)
    for role, kind in theme.tokens.types.items():
        assert theme.line(role) >= kind.px * theme.scale * 1.346 - 1, role


def test_fonts_cover_vietnamese(themed):
    for name in FILES:
        raw = QRawFont(str(resource_path("fonts", name)), 16)
        lacking = [char for char in VIETNAMESE if not all(raw.glyphIndexesForString(char))]
        assert lacking == [], name
        assert b"tnum" in bytes(raw.fontTable("GSUB").data())
        assert b"mark" in bytes(raw.fontTable("GPOS").data())


def test_digits_have_one_width(themed):
    assert "Inter" in QFontDatabase.families()
    for weight in (400, 500, 600, 700):
        widths = {round(metrics("body", weight).horizontalAdvance(digit * 10), 2) for digit in "0123456789"}
        assert len(widths) == 1, weight


def test_every_named_icon_is_shipped():
    for name in load_tokens().icons:
        assert 'stroke="currentColor"' in svg_source(name), name


def test_icon_takes_colour_and_size(themed):
    pixmap = icon_pixmap("sla.late", 16, QColor("#C2241C"), 2.0, canvas=20)
    assert (pixmap.width(), pixmap.height()) == (40, 32)
    image = pixmap.toImage()
    inked = [
        image.pixelColor(x, y) for x in range(40) for y in range(32) if image.pixelColor(x, y).alpha() > 200
    ]
    assert inked
    assert all(abs(ink.red() - 0xC2) < 4 for ink in inked)


def test_missing_icon_is_an_error(themed):
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", 16, QColor("black"))


def test_theme_switches_at_run_time(themed):
    label = PlainLabel("x", "body", "text")
    before = font("body").pixelSize()
    apply_theme(themed, "dark", 1.5)
    assert current_theme().dark
    assert color("canvas").name().upper() == "#181F27"
    assert label.font().pixelSize() == round(before * 1.5)
    assert themed.palette().window().color() == color("canvas")


def _ink_rows(image, ground):
    rows = [
        y
        for y in range(image.height())
        if any(image.pixelColor(x, y).lightness() < ground - 60 for x in range(image.width()))
    ]
    return rows[0], rows[-1]


@pytest.mark.parametrize("role", ["small", "body", "msg", "title", "h1"])
@pytest.mark.parametrize("elided", [False, True])
def test_label_does_not_clip_marks(themed, qtbot, role, elided):
    label = PlainLabel(TALL, role, "text", weight=400, elided=elided)
    qtbot.addWidget(label)
    label.resize(300, label.sizeHint().height())
    whole = _free_ink_height_for(role)
    first, last = _ink_rows(label.grab().toImage(), 255)
    assert last - first + 1 >= whole - 1


def _free_ink_height_for(role):
    image = QImage(600, 160, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font(role, 400))
    painter.setPen(color("text"))
    painter.drawText(10, 100, TALL)
    painter.end()
    first, last = _ink_rows(image, 255)
    return last - first + 1


@pytest.mark.parametrize("scale", SCALES)
def test_item_views_do_not_clip_marks(qapp, qtbot, themed, scale):
    apply_theme(themed, "light", scale)
    needed = ceil(1.346 * font("body").pixelSize())
    items = QListWidget()
    items.addItem(TALL)
    tree = QTreeWidget()
    tree.addTopLevelItem(QTreeWidgetItem([TALL]))
    for view in (items, tree):
        qtbot.addWidget(view)
        view.resize(300, 200)
        view.ensurePolished()
        assert view.sizeHintForRow(0) >= needed


def _corner(image, ground):
    """Return whether the corner of what is drawn in a picture is cut off: a circle leaves its box empty there."""
    inked = [
        (x, y)
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y).name() != ground
    ]
    left, top = min(x for x, _y in inked), min(y for _x, y in inked)
    return image.pixelColor(left, top).name() == ground and image.pixelColor(left + 1, top).name() == ground


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("checked", [True, False])
def test_what_is_to_be_round_is_round_at_every_scale(qapp, qtbot, themed, scale, checked):
    """A radio button that looks like a box to tick says that several may be chosen."""
    apply_theme(themed, "light", scale)
    button = QRadioButton()
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(50)
    button.setAutoExclusive(False)
    button.setChecked(checked)
    for widget in (button, slider):
        qtbot.addWidget(widget)
        widget.setAutoFillBackground(True)
        widget.resize(160, 80)
    ground = button.palette().window().color().name()
    assert _corner(button.grab().toImage(), ground)
    above_the_groove = slider.grab().toImage().copy(0, 0, 160, 40 - current_theme().px(4))
    assert _corner(above_the_groove, ground)
