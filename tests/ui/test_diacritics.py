"""No Vietnamese mark is cut off, in any kind of widget and any item view, at 100, 125 and 150 % (png 16, features L-03).

Each is drawn with a text whose first line has the tallest stacked capitals and the deepest letters. What it draws is compared
with the same text drawn with room around it: as many rows of ink, or a mark or a tail was cut.
"""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from console.cache.views import SearchHit
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.chips import accent, neutral
from console.ui.common.labels import ChipLabel, Heading, PlainLabel, PlainView
from console.ui.common.options import Option, OptionList
from console.ui.inspector.facts import FactRow
from console.ui.rail.item import RailItem
from console.ui.search.delegate import ResultDelegate
from console.ui.search.model import CaseHits, ResultModel
from console.ui.theme import apply_theme, color, font, metrics

TALL = "ẨỄỆỘẪ gjpqỵ"
TALLEST, DEEPEST = "Ẩ", "ỵ"
SCALES = (1.0, 1.25, 1.5)


@pytest.fixture(params=SCALES, ids=lambda scale: f"{round(100 * scale)}%")
def scaled(request, qapp):
    apply_theme(qapp, "light", request.param)
    yield qapp
    apply_theme(qapp, "light", 1.0)


def ink(image, ground=None):
    """Return the first and the last row that differ clearly from the ground."""
    ground = QColor("white") if ground is None else ground
    rows = []
    for y in range(image.height()):
        for x in range(image.width()):
            if abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 70:
                rows.append(y)
                break
    return (rows[0], rows[-1]) if rows else (0, -1)


def free_height(role, weight=0, text=TALL):
    """Return how many rows of ink the text has where nothing cuts it."""
    image = QImage(900, 240, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(font(role, weight or None))
    painter.setPen(color("text"))
    painter.drawText(20, 140, text)
    painter.end()
    first, last = ink(image)
    return last - first + 1


def grabbed(widget, qtbot):
    """Return what a widget draws, from inside its frame."""
    qtbot.addWidget(widget)
    widget.ensurePolished()
    widget.resize(widget.sizeHint().expandedTo(QSize(460, 0)))
    widget.show()
    image = widget.grab().toImage()
    edge = 2 if isinstance(widget, FRAMED) else 0
    return image.copy(image.rect().adjusted(4, edge, -4, -edge))


FRAMED = (QPushButton, QAbstractButton, QLineEdit, QComboBox, QSpinBox, QPlainTextEdit)


def text_of(image):
    """Return the rows of the text's ink: the ground is the commonest colour, whatever it is."""
    ground = image.pixelColor(image.width() - 6, image.height() // 2)
    first, last = ink(image, ground)
    return last - first + 1


def radio():
    button = QRadioButton(TALL)
    button.setFixedWidth(460)
    return button


def combo():
    box = QComboBox()
    box.addItem(TALL)
    return box


def line():
    field = QLineEdit(TALL)
    field.setCursorPosition(0)
    return field


def plain(kind=QPlainTextEdit):
    field = kind()
    field.setPlainText(TALL)
    field.setFixedSize(460, 90)
    return field


WIDGETS = {
    "label": (lambda: PlainLabel(TALL, "body"), "body", 0),
    "label small": (lambda: PlainLabel(TALL, "small"), "small", 0),
    "label caption": (lambda: PlainLabel(TALL, "caption"), "caption", 0),
    "label title": (lambda: PlainLabel(TALL, "title", weight=600), "title", 600),
    "label h1": (lambda: PlainLabel(TALL, "h1", weight=600), "h1", 600),
    "label wrapped": (lambda: PlainLabel(TALL, "body", wrap=True), "body", 0),
    "label elided": (lambda: PlainLabel(TALL, "body", elided=True), "body", 0),
    "heading": (lambda: Heading(TALL), "small", 600),
    "chip": (lambda: ChipLabel(neutral(TALL)), "small", 400),
    "chip accent": (lambda: ChipLabel(accent(TALL)), "small", 500),
    "action": (lambda: ActionButton(TALL), "body", 500),
    "action small": (lambda: ActionButton(TALL, small=True), "body", 500),
    "action link": (lambda: ActionButton(TALL, kind="link"), "body", 600),
    "pill": (lambda: PillButton(TALL), "small", 500),
    "rail": (lambda: RailItem(TALL), "body", 0),
    "rail small": (lambda: RailItem(TALL, small=True), "body", 0),
    "push": (lambda: QPushButton(TALL), "body", 0),
    "radio": (radio, "body", 0),
    "check": (lambda: QCheckBox(TALL), "body", 0),
    "line": (line, "body", 0),
    "combo": (combo, "body", 0),
    "plain edit": (plain, "body", 0),
    "plain view": (lambda: plain(PlainView), "msg", 0),
}


@pytest.mark.parametrize("kind", list(WIDGETS))
def test_no_widget_cuts_a_mark(scaled, qtbot, kind):
    make, role, weight = WIDGETS[kind]
    assert text_of(grabbed(make(), qtbot)) >= free_height(role, weight) - 1


def test_a_fact_row_cuts_no_mark(scaled, qtbot):
    row = FactRow("Ẩ")
    row.set_value(TALL)
    assert text_of(grabbed(row, qtbot)) >= free_height("body", 500) - 1


def test_the_numbers_of_a_spin_box_fit(scaled, qtbot):
    spin = QSpinBox()
    spin.setSuffix(f" {TALL}")
    image = grabbed(spin, qtbot)
    assert text_of(image.copy(0, 0, image.width() - 40, image.height())) >= free_height("body") - 1


def views():
    items = QListWidget()
    items.addItem(TALL)
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.addTopLevelItem(QTreeWidgetItem([TALL]))
    table = QTableWidget(1, 1)
    table.horizontalHeader().hide()
    table.verticalHeader().hide()
    table.setColumnWidth(0, 420)
    table.setItem(0, 0, QTableWidgetItem(TALL))
    options = OptionList()
    options.set_options([Option("a", TALL)])
    options.select_none()
    return {"list": items, "tree": tree, "table": table, "options": options}


def row_of(view):
    """Return what the first row draws, without what stands at its edges."""
    view.scheduleDelayedItemsLayout()
    QApplication.processEvents()
    box = view.visualRect(
        view.model().index(0, 0) if view.model().rowCount() == 1 else view.model().index(1, 0)
    )
    return view.viewport().grab(QRect(8, box.top(), 300, box.height() - 1)).toImage()


@pytest.mark.parametrize("kind", ["list", "tree", "table", "options"])
def test_no_item_view_cuts_a_mark(scaled, qtbot, kind):
    view = views()[kind]
    qtbot.addWidget(view)
    view.resize(460, 160)
    view.show()
    if kind != "options":
        view.clearSelection()
        view.setCurrentIndex(view.model().index(-1, -1))
    image = row_of(view)
    weight = 500 if kind == "options" else 0
    assert text_of(image) >= free_height("body", weight) - 1


def test_two_line_options_cut_neither_line(scaled, qtbot):
    options = OptionList(lines=2)
    options.set_options([Option("a", TALL, TALL)])
    options.select_none()
    qtbot.addWidget(options)
    options.resize(460, 160)
    options.show()
    image = row_of(options)
    least = (
        free_height("body", 500) + free_height("small") - 6
    )  # the lines' boxes may overlap by their leading
    assert text_of(image) >= least


def test_results_of_a_search_cut_no_mark(scaled, qtbot):
    hit = SearchHit("c1", TALL, TALL, "TTHC", "citizen", "m1", 1_700_000_000_000, TALL, ())
    model = ResultModel()
    model.show([CaseHits("c1", TALL, TALL, "TTHC", hit.at, (hit,))])
    delegate = ResultDelegate(model, lambda code: code)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 700, delegate.sizeHint(option, model.index(0)).height())
    cut, whole = (painted(delegate, option, model.index(0), room) for room in (0, 60))
    assert cut == whole


def painted(delegate, option, index, room):
    """Return how many rows of ink a delegate makes inside its row; with ``room`` nothing cuts it."""
    image = QImage(option.rect.width(), option.rect.height() + 2 * room, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.translate(0, room)
    if not room:
        painter.setClipRect(option.rect)
    delegate.paint(painter, option, index)
    painter.end()
    first, last = ink(image)
    return last - first


def test_a_message_of_the_conversation_cuts_no_mark(scaled, qtbot):
    from console.ui.conversation.view import ThreadView
    from tests.ui import desk_samples as samples

    view = ThreadView()
    qtbot.addWidget(view)
    view.resize(700, 900)
    view.show()
    view.set_thread("c1", [samples.message(1, 0, TALL)], 0)
    QWidget.repaint(view)
    image = view.viewport().grab().toImage()
    assert text_of(image) >= free_height("msg") - 1


def test_menu_entries_are_tall_enough(scaled, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    action = menu.addAction(TALL)
    menu.popup(menu.pos())
    box = menu.actionGeometry(action)
    image = menu.grab(box).toImage()
    menu.close()
    assert text_of(image.copy(QRect(8, 0, image.width() - 16, image.height()))) >= free_height("body") - 1


def test_tabs_are_tall_enough(scaled, qtbot):
    tabs = QTabWidget()
    qtbot.addWidget(tabs)
    tabs.addTab(QWidget(), TALL)
    tabs.resize(460, 120)
    tabs.show()
    box = tabs.tabBar().tabRect(0)
    image = tabs.tabBar().grab(box).toImage()
    assert text_of(image.copy(QRect(4, 3, image.width() - 8, image.height() - 8))) >= free_height("body") - 1


def test_the_sample_is_the_worst_there_is(scaled):
    """Of all Vietnamese letters none stands higher or hangs lower than those of the sample."""
    measure = metrics("body")
    letters = [chr(code) for code in range(0x1EA0, 0x1EFA)] + list("ĂÂĐÊÔƠƯÀÁẢÃẠỲỴgjpqy")
    worst = measure.tightBoundingRect(TALL)
    assert min(measure.tightBoundingRect(letter).top() for letter in letters) >= worst.top()
    assert max(measure.tightBoundingRect(letter).bottom() for letter in letters) <= worst.bottom()
