"""The library's panel and editor: found without marks, never given past its day, written by the administrator alone."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from console.domain.events import KnowledgeEntry
from console.domain.jsonread import CatalogError
from console.domain.knowledge import Item, Shelf, Version, refusal, shipped, told
from console.domain.knowledge_check import entries_from_json
from console.runtime.i18n import said, set_language
from console.runtime.resources import load_catalog
from console.ui.common.chips import Chip
from console.ui.knowledge.editor import EntryEditor
from console.ui.knowledge.panel import KnowledgePanel
from console.ui.knowledge.words import confidence_chip, validity_chip, validity_words

DAY = date(2026, 3, 14)


def item(entry, version=0):
    return Item(Version(entry, version), refusal(entry, DAY))


ENTRIES = {entry.code: entry for entry in shipped(load_catalog())}
ENDED = replace(ENTRIES["CT-TAMTRU"], code="CU", title="Thủ tục cũ", valid_to="2026-01-31")
AHEAD = replace(ENTRIES["CT-TAMTRU"], code="MOI", title="Thủ tục mới", valid_from="2026-07-01")
ITEMS = [item(entry) for entry in (*ENTRIES.values(), ENDED, AHEAD)]


@pytest.fixture
def panel(themed, qtbot):
    shown = KnowledgePanel(may_edit=True)
    qtbot.addWidget(shown)
    shown.open_with(ITEMS, DAY, "")
    return shown


def test_the_english_window_names_sections_questions_and_what_is_wrong(themed, qtbot):
    set_language("en")
    panel = KnowledgePanel(may_edit=True)
    qtbot.addWidget(panel)
    panel.open_with(ITEMS, DAY, "")
    for typed, title in (("current affairs", "Current affairs"), ("answer clear", "Was the answer clear?")):
        panel.field.clear()
        qtbot.keyClicks(panel.field, typed)
        assert panel.list.current().title == title
        assert panel.detail.title.text() == title
        assert title not in told(panel._items[panel.current_name()].entry), "citizens read Vietnamese"
    assert "At most once a case" in panel.detail.rows[8][1].text()
    editor = EntryEditor(None, [Version(ENTRIES["CT-TAMTRU"], 0)])
    qtbot.addWidget(editor)
    editor.fields["title"].setText("")
    assert editor.trouble().endswith("must not be empty")
    with pytest.raises(CatalogError) as caught:
        entries_from_json("x.json", b'{"format": 1}')
    assert said(caught.value.args[0]) == "x.json: format: a text is needed, found int 1"
    assert str(caught.value) == "x.json: format: cần chuỗi, gặp int 1"


def test_everything_is_found_without_marks_and_by_phone(panel, qtbot):
    for typed, code in (
        ("can cuoc the", "procedure/CC-CAP"),
        ("CAP DOI the can cuoc", "procedure/CC-CAP"),
        ("luat cu tru dieu 28", "procedure/CT-TAMTRU"),
        ("0692 406 112".replace(" ", ""), "contact/TB-CAT"),
        ("truc ban bao lac", "contact/TB-BLAC"),
        ("khong ghi thong tin to giac", "survey/Q"),
        ("trong long dan", "news/CA_LONG_DAN"),
    ):
        panel.field.clear()
        qtbot.keyClicks(panel.field, typed)
        assert panel.list.options(), typed
        assert any(option.code.startswith(code) for option in panel.list.options()), typed


def test_enter_asks_for_the_insertion_and_closes(panel, qtbot):
    given = []
    panel.insert_requested.connect(given.append)
    qtbot.keyClicks(panel.field, "an ninh trat tu 113")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert [one.name for one in given] == ["contact/N113"]
    assert not panel.isVisible()


@pytest.mark.parametrize(
    ("typed", "why"),
    [("thu tuc cu", "Hết hiệu lực từ sau 31/01/2026"), ("thu tuc moi", "Chưa có hiệu lực: từ 01/07/2026")],
)
def test_what_has_ended_or_not_begun_refuses_with_the_day(panel, qtbot, typed, why):
    given = []
    panel.insert_requested.connect(given.append)
    qtbot.keyClicks(panel.field, typed)
    assert panel.list.options()[0].detail == why
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert given == []
    assert panel.isVisible()
    assert panel.said.text() == why
    assert not panel.insert_button.isEnabled()


def test_without_a_case_nothing_is_inserted_and_the_reason_stands_there(panel, qtbot):
    given = []
    panel.insert_requested.connect(given.append)
    panel.open_with(ITEMS, DAY, "Mở một hồ sơ trước")
    qtbot.keyClick(panel.field, Qt.Key.Key_Return)
    assert given == []
    assert panel.said.text() == "Mở một hồ sơ trước"


def test_the_detail_says_what_it_rests_on_and_what_is_missing(panel):
    panel.list.select("procedure/CC-CAP")
    rows = {label.text(): value.text() for label, value in panel.detail.rows if label.text() and value.text()}
    assert rows["Căn cứ"] == "Luật Căn cước 2023, Điều 26"
    assert rows["Hiệu lực"] == "từ 01/07/2024"
    assert rows["Thời hạn"] == "7 ngày làm việc"
    assert {"Lệ phí", "Nơi làm", "Phiên bản"} <= rows.keys()
    assert "{{LINK_DVC_CC-CAP}}" in panel.detail.gaps.text()
    assert "Căn cứ: Luật Căn cước 2023" in panel.detail.words.toPlainText()


def test_shelves_narrow_and_nothing_found_says_so(panel, qtbot):
    panel.pills[Shelf.NEWS].click()
    assert {option.code.partition("/")[0] for option in panel.list.options()} == {"news"}
    qtbot.keyClicks(panel.field, "zzz")
    assert panel.nothing.text() == "Thư viện không có “zzz”"
    assert not panel.insert_button.isEnabled()


def test_only_an_administrator_sees_the_buttons(themed, qtbot):
    shown = KnowledgePanel(may_edit=False)
    qtbot.addWidget(shown)
    shown.open_with(ITEMS, DAY, "")
    assert not shown.edit_button.isVisible()
    assert not shown.new_button.isVisible()


def test_trust_and_validity_have_words_and_not_only_colours():
    assert confidence_chip(ENTRIES["CC-VNEID"]).text == "Chưa đối chiếu"
    assert isinstance(validity_chip(item(ENDED), DAY), Chip)
    assert validity_chip(item(ENTRIES["N113"]), DAY) is None
    assert validity_words(ENTRIES["N113"]) == "chưa ghi thời hạn"
    assert validity_words(replace(ENDED, valid_from="2025-01-01")) == "từ 01/01/2025 đến 31/01/2026"


# --- the editor ------------------------------------------------------------------------------------------------------

PHONE = ENTRIES["TB-TPCB"]
HISTORY = (
    Version(PHONE, 0),
    Version(replace(PHONE, phone="113"), 1, 1_790_000_000_000, "admin", "số mới"),
)


@pytest.fixture
def editor(themed, qtbot):
    shown = EntryEditor(None, HISTORY)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_change_with_a_reason_is_handed_over_whole(editor, qtbot):
    given = []
    editor.requested.connect(lambda *args: given.append(args))
    assert editor.trouble() == "Chưa đổi gì"
    editor.fields["phone"].setText("02063 852 940")
    assert editor.trouble() == "Ghi lý do"
    editor.reason.setText("Công văn 12")
    assert editor.trouble() == ""
    editor.verb.click()
    assert given == [(replace(PHONE, phone="02063 852 940"), "Công văn 12", 1)]


def test_what_is_wrong_is_said_beside_the_verb(editor):
    editor.reason.setText("x")
    editor.fields["phone"].setText("gọi anh Ba")
    assert editor.trouble().startswith("Điện thoại: ")
    assert not editor.verb.isEnabled()
    editor.fields["phone"].setText("113")
    editor.fields["valid_to"].setText("cuối năm")
    assert editor.trouble() == "Hiệu lực đến hết (ngày/tháng/năm): ghi như 31/12/2026"
    editor.fields["valid_to"].setText("31/2/2026")
    assert editor.trouble().startswith("Hiệu lực đến hết")
    editor.fields["valid_to"].setText("31/12/2026")
    assert editor.trouble() == ""
    assert editor.entry().valid_to == "2026-12-31"


def test_code_and_shelf_of_an_entry_stay(editor):
    assert not editor.fields["code"].isEnabled()
    assert not editor.fields["shelf"].isEnabled()


def test_an_earlier_version_is_asked_back_with_a_reason(editor):
    given = []
    editor.restore_requested.connect(lambda *args: given.append(args))
    editor.versions.select("1")
    editor.reason.setText("nhầm số")
    assert not editor.restore_button.isEnabled()  # it is the newest
    editor.versions.select("0")
    assert editor.restore_button.isEnabled()
    editor.restore_button.click()
    assert given == [("contact/TB-TPCB", 0, "nhầm số", 1)]


def test_a_new_entry_is_made_from_nothing(themed, qtbot):
    editor = EntryEditor(None, ())
    qtbot.addWidget(editor)
    assert editor.trouble()
    editor.fields["code"].setText("XE-MOI")
    editor.fields["title"].setText("Thủ tục về xe")
    editor.fields["text"].setPlainText("Nộp hồ sơ")
    editor.fields["documents"].setPlainText("Tờ khai\n\n Hóa đơn ")
    editor.reason.setText("Bổ sung")
    assert editor.trouble() == ""
    made = editor.entry()
    assert made == KnowledgeEntry(
        "procedure",
        "XE-MOI",
        "Thủ tục về xe",
        "Nộp hồ sơ",
        documents=("Tờ khai", "Hóa đơn"),
    )


def shown_fields(editor):
    return {name for name, field in editor.fields.items() if not field.isHidden()}


def test_only_what_an_entry_of_the_shelf_has_is_asked_for(themed, qtbot):
    editor = EntryEditor(None, ())
    qtbot.addWidget(editor)
    assert {"law", "fee", "documents"} <= shown_fields(editor)
    assert not {"phone", "hours"} & shown_fields(editor)
    editor.fields["fee"].setText("30.000 đồng")
    shelf = editor.fields["shelf"]
    shelf.setCurrentIndex(shelf.findData("canned"))
    plain = {"shelf", "code", "title", "text", "confidence", "valid_from", "valid_to", "note"}
    assert shown_fields(editor) == plain
    assert editor.entry().fee == ""
    shelf.setCurrentIndex(shelf.findData("contact"))
    assert shown_fields(editor) == plain | {"phone", "hours", "address", "link"}


def test_what_stands_in_an_entry_is_shown_whatever_its_shelf(themed, qtbot):
    odd = KnowledgeEntry("canned", "XIN_CHAO", "Xin chào", "Kính chào ông/bà.", law="Công văn 12")
    editor = EntryEditor(None, (Version(odd, 1, 1_790_000_000_000, "admin", "mới"),))
    qtbot.addWidget(editor)
    assert "law" in shown_fields(editor)
    assert editor.entry() == odd
