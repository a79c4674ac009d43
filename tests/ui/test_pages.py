"""Pages beside the desk: added by a feature, made when first opened, left with Esc."""

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from console.ui.desk.pages import DESK, Pages, PageSpec
from console.ui.rail.rail import Rail
from console.ui.review.page import Fact


def test_a_page_is_made_once_when_it_is_first_opened(qtbot):
    made = []

    def make():
        made.append(1)
        return QLabel("kiểm tra")

    desk = QWidget()
    pages = Pages(desk)
    qtbot.addWidget(pages)
    pages.add(PageSpec("review", "Kiểm tra", "view.choduyet", make))
    shown = []
    pages.changed.connect(shown.append)
    assert (made, pages.code, pages.currentWidget()) == ([], DESK, desk)
    pages.open("review")
    pages.open(DESK)
    pages.open("review")
    assert (made, pages.code) == ([1], "review")
    assert shown == ["review", DESK, "review"]


def test_a_code_is_taken_once(qtbot):
    pages = Pages(QWidget())
    qtbot.addWidget(pages)
    spec = PageSpec("review", "Kiểm tra", "view.choduyet", QWidget)
    pages.add(spec)
    for taken in (spec, PageSpec(DESK, "Bàn", "view.moi", QWidget)):
        with pytest.raises(ValueError, match="there already"):
            pages.add(taken)


def test_an_added_page_stands_above_settings_in_the_rail(themed, qtbot):
    rail = Rail()
    qtbot.addWidget(rail)
    wanted = []
    rail.page_wanted.connect(wanted.append)
    rail.add_page("review", "Kiểm tra", "view.choduyet")
    assert list(rail.pages) == ["settings", "review"]
    rail.pages["review"].click()
    assert wanted == ["review"]
    assert rail.pages["review"].isChecked()


@pytest.mark.parametrize("tight", [True, False])
def test_the_label_of_a_closing_s_fact_stands_beside_its_value(themed, qtbot, tight):
    fact = Fact("Trả lời công dân")
    qtbot.addWidget(fact)
    fact.set_value("13:18 qua Zalo")
    fact.set_tight(tight=tight)
    fact.resize(300, 24)
    fact.show()
    assert fact.name.geometry().right() < fact.value.geometry().left()
    assert fact.name.width() == fact.name.maximumWidth()
    assert fact.value.geometry().right() <= 300
