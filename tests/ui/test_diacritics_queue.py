"""No Vietnamese mark is cut off in a row of the queue, at 100, 125 and 150 %, in both themes and both densities (features L-03)."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from console.cache.views import Group
from console.ui.common.names import Names
from console.ui.queue.delegate import QueueDelegate, draw_group_header
from console.ui.queue.model import GroupHeader, QueueModel
from console.ui.queue.words import group_name
from console.ui.theme import apply_theme, color, px
from tests.ui.samples import EMPTY, NOW, ListSource
from tests.ui.test_diacritics import free_height

TALL = "ẾỖẶẨỄ gjpqỵ"
"""Two marks over a capital, a mark under one, and the deepest letters; drawn white on nothing the ink is as tall as it gets."""
BESIDE = QColor(255, 0, 255)
"""What no row is painted with: what lies beside a row must stay so."""
MARGIN = 40
NAMES = Names(categories={"TO_GIAC": TALL}, units={"X": TALL}, tags={"t": TALL})
BARE = replace(EMPTY, case_id="c1", last_at=0)
LINES = {
    "alias": ({"pseudonym": TALL}, "body", 500),
    "alias unread": ({"pseudonym": TALL, "unread": 1}, "body", 700),
    "number": ({"pseudonym": "-", "number": TALL}, "small", 0),
    "snippet": ({"snippet": TALL}, "body", 400),
    "snippet unread": ({"snippet": TALL, "unread": 2}, "body", 500),
    "unit": ({"unit": "X", "category": "TO_GIAC"}, "small", 0),
    "tags": ({"tags": ("t",), "category": "TO_GIAC"}, "small", 0),
}
COMPACT = ("alias", "alias unread", "snippet", "snippet unread")


@pytest.fixture(
    params=[(theme, scale) for theme in ("light", "dark") for scale in (1.0, 1.25, 1.5)],
    ids=lambda look: f"{look[0]}-{round(100 * look[1])}%",
)
def look(request, qapp):
    apply_theme(qapp, *request.param)
    yield
    apply_theme(qapp, "light", 1.0)


def painted(row, *, compact=False):
    """Return a row as the delegate paints it, with ``MARGIN`` untouched px above and below, and the row's height."""
    source = ListSource([(Group.TODAY, row)])
    model = QueueModel(source.queue_rows, lambda: NOW)
    model.set_names(NAMES)
    model.set_places(sorted(source.places.values()))
    delegate = QueueDelegate()
    delegate.compact = compact
    option = QStyleOptionViewItem()
    option.rect = QRect(0, MARGIN, px(900), delegate.row_height())
    image = QImage(option.rect.width(), delegate.row_height() + 2 * MARGIN, QImage.Format.Format_RGB32)
    image.fill(BESIDE)
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(1, 0))
    painter.end()
    return image, delegate.row_height()


def rows_that_differ(one, other, left, right):
    """Return the first and the last row of the px that two pictures do not share, clearly."""
    found = [
        y
        for y in range(one.height())
        if any(
            abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 60
            for x in range(left, right)
        )
    ]
    return (found[0], found[-1]) if found else (0, -1)


def untouched(image, height):
    outside = (*range(MARGIN), *range(MARGIN + height, image.height()))
    return all(image.pixelColor(x, y) == BESIDE for y in outside for x in range(0, image.width(), 3))


def inked(change, *, compact=False):
    """Return the rows of ink a change of the row's facts makes, right of tile and stripe."""
    bare, height = painted(BARE, compact=compact)
    image, _ = painted(replace(BARE, **change), compact=compact)
    assert untouched(image, height)
    return rows_that_differ(image, bare, px(58), px(230))


@pytest.mark.parametrize("line", list(LINES))
def test_no_line_of_a_row_is_cut(look, line):
    change, role, weight = LINES[line]
    first, last = inked(change)
    assert last - first + 1 >= free_height(role, weight, TALL) - 1


@pytest.mark.parametrize("line", COMPACT)
def test_no_line_of_a_compact_row_is_cut(look, line):
    change, role, weight = LINES[line]
    first, last = inked(change, compact=True)
    assert last - first + 1 >= free_height(role, weight, TALL) - 1


@pytest.mark.parametrize("compact", [False, True], ids=["comfort", "compact"])
def test_no_line_reaches_into_the_next(look, compact):
    _, alias = inked({"pseudonym": TALL, "unread": 1}, compact=compact)
    snippet, end = inked({"snippet": TALL, "unread": 1}, compact=compact)
    assert alias < snippet
    if not compact:
        chips, _ = inked({"unit": "X", "category": "TO_GIAC"})
        assert end < chips


def test_a_group_header_cuts_no_mark(look, monkeypatch):
    monkeypatch.setattr("console.ui.queue.delegate.group_name", lambda _group: TALL)
    assert group_name(Group.TODAY) != TALL
    height = px(28)
    pictures = []
    for name in (TALL, ""):
        monkeypatch.setattr("console.ui.queue.delegate.group_name", lambda _group, name=name: name)
        image = QImage(px(400), height + 2 * MARGIN, QImage.Format.Format_RGB32)
        image.fill(BESIDE)
        painter = QPainter(image)
        draw_group_header(painter, QRectF(0, MARGIN, px(400), height), GroupHeader(Group.TODAY, 3))
        painter.end()
        assert untouched(image, height)
        pictures.append(image)
    first, last = rows_that_differ(*pictures, 0, px(160))
    assert last - first + 1 >= free_height("small", 600, TALL) - 1
    assert color("inset") != BESIDE
