"""The inspector: facts and pickers, clocks that do not lie, an identity that hides itself."""

from dataclasses import replace
from html import escape

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from console.cache.views import Revealed
from console.domain.case import CaseState, EmergencySign
from console.domain.missing_info import Checklist, Tick
from console.runtime.i18n import in_language, set_language
from console.runtime.resources import load_catalog
from console.ui.common.keymap import keymap
from console.ui.common.options import Option
from console.ui.desk.clocking import clock_options
from console.ui.inspector.blocks import ClockBlock, clock_note, clock_state, clock_words
from console.ui.inspector.pane import Inspector
from console.ui.theme import apply_theme, px
from tests.ui import desk_samples as samples

CATEGORIES = [Option(code, name) for code, name in samples.NAMES.categories.items()]
DISTRICTS = [Option("CB-TP", "TP Cao Bằng"), Option("CB-TK", "Trùng Khánh"), Option("CB-HA", "Hòa An")]


@pytest.fixture
def inspector(themed, qtbot):
    shown = Inspector(samples.NAMES)
    qtbot.addWidget(shown)
    shown.set_choices(CATEGORIES, DISTRICTS)
    shown.resize(344, 900)
    shown.show()
    shown.set_case(samples.detail(), samples.NOW)
    return shown


def test_facts_are_shown_by_name_and_what_is_missing_is_said(inspector):
    assert inspector.category.accessibleName() == "Loại: Tố giác, tin báo"
    assert inspector.priority.accessibleName() == "Mức độ: Khẩn cấp"
    assert inspector.district.accessibleName() == "Địa bàn: TP Cao Bằng"
    bare = samples.case(category="", priority="", district="", owner="")
    inspector.set_case(samples.detail(case=bare), samples.NOW)
    assert inspector.category.accessibleName() == "Loại: Thiếu Loại"
    assert inspector.district.accessibleName() == "Địa bàn: Thiếu Địa bàn"
    assert inspector.owner.accessibleName() == "Phụ trách: Chưa ai giữ"


def test_what_has_no_room_in_a_row_can_be_read_under_the_mouse(inspector):
    place = "sau chợ Xanh, ngõ 12 đường Kim Đồng, phường Tân Giang, <b>thành phố</b>"
    inspector.district.set_value(place)
    assert "ngõ 12 đường Kim Đồng, phường Tân Giang, &lt;b&gt;" in inspector.district.toolTip()
    inspector.district.set_key("Shift+F4")
    assert "(Shift+F4)" in inspector.district.toolTip()
    blocks = [block for block in inspector.findChildren(ClockBlock) if block.isVisible()]
    assert blocks
    assert all(escape(block.accessibleName()) in block.toolTip() for block in blocks)


@pytest.mark.parametrize(("scale", "width"), [(1.0, 344), (1.0, 296), (1.25, 296), (1.5, 344)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_answers_to_an_emergency_stand_beside_each_other_whole(qapp, qtbot, language, scale, width):
    set_language(language)
    apply_theme(qapp, "light", scale)
    shown = Inspector(samples.NAMES)
    qtbot.addWidget(shown)
    shown.resize(px(width), px(700))
    shown.show()
    sign = EmergencySign("z1", samples.NOW)
    shown.set_case(samples.detail(case=samples.case(emergency=sign)), samples.NOW)
    qapp.processEvents()
    card = shown.emergency
    yes, no = card.yes.geometry(), card.no.geometry()
    assert yes.top() == no.top() and yes.right() < no.left()
    assert all(button.width() >= button.sizeHint().width() for button in (card.yes, card.no))
    assert card.contentsRect().contains(yes.united(no))
    assert shown.area.widget().minimumSizeHint().width() <= shown.area.viewport().width()
    assert card.why.height() >= card.why.heightForWidth(card.why.width())


def test_the_keys_that_answer_for_an_emergency_stand_in_the_words_and_follow(inspector):
    def said():
        return inspector.emergency.why.text().replace("\N{NO-BREAK SPACE}", " ")

    assert "Ctrl 1 khẩn cấp, Ctrl Alt N không khẩn" in said()
    assert inspector.emergency.no.accessibleDescription() == "Ctrl Alt N"
    keymap().use({"no_emergency": "Ctrl+Alt+F9"})
    try:
        assert "Ctrl Alt F9 không khẩn" in said()
    finally:
        keymap().use({})


def test_a_district_is_picked_with_a_few_letters_without_marks(inspector, qtbot):
    picked = []
    inspector.district_picked.connect(lambda *found: picked.append(found))
    inspector.pick_district()
    field = inspector._popup.field
    qtbot.keyClicks(field, "trung kh")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert picked == [("CB-TK", "trung kh")]


def test_every_fact_opens_its_own_choice(inspector, qtbot):
    asked = []
    inspector.category_picked.connect(lambda code: asked.append(("category", code)))
    inspector.priority_picked.connect(lambda code: asked.append(("priority", code)))
    inspector.transfer_requested.connect(lambda: asked.append("transfer"))
    inspector.owner_requested.connect(lambda: asked.append("owner"))
    inspector.tags_requested.connect(lambda: asked.append("tags"))
    inspector.tag_removed.connect(asked.append)
    inspector.merge_requested.connect(lambda: asked.append("merge"))
    qtbot.mouseClick(inspector.category, Qt.MouseButton.LeftButton)
    inspector._popup.list.picked.emit("PAKN")
    qtbot.mouseClick(inspector.priority, Qt.MouseButton.LeftButton)
    qtbot.keyClick(inspector._popup.field, Qt.Key.Key_Down)
    qtbot.keyClick(inspector._popup.field, Qt.Key.Key_Return)
    qtbot.mouseClick(inspector.unit, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inspector.owner, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inspector.tags.add, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(inspector.tags._buttons[1], Qt.MouseButton.LeftButton)
    assert asked == [("category", "PAKN"), ("priority", "P2"), "transfer", "owner", "tags", "co-anh"]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_kind_says_what_it_means_while_one_moves_through_the_list(inspector, qtbot, language):
    catalog = load_catalog()
    set_language(language)
    meant = {c.code: in_language(c.description, c.description_en) for c in catalog.categories.values()}
    assert len(set(meant.values())) == len(meant)
    kinds = [Option(code, code, help=words) for code, words in meant.items()]
    inspector.set_choices(kinds, DISTRICTS)
    QTest.mouseClick(inspector.category, Qt.MouseButton.LeftButton)
    popup = inspector._popup
    high = popup.help.height()
    for option in kinds:
        assert popup.help.text() == meant[popup.list.current().code] or option is kinds[0]
        assert popup.help.heightForWidth(popup.help.width()) <= high
        QTest.keyClick(popup.field, Qt.Key.Key_Down)
    assert popup.help.height() == high, "nothing jumps under the eye"
    popup.field.setText("CAM_ON")
    assert popup.help.text() == meant["CAM_ON"]
    popup.close()
    inspector.pick_district()
    assert not inspector._popup.help.isVisible()
    inspector._popup.close()


def test_a_closed_case_cannot_be_changed_here(inspector):
    closed = samples.case(state=CaseState.CLOSED, closed_at=samples.NOW)
    inspector.set_case(samples.detail(case=closed), samples.NOW)
    assert not inspector.category.isEnabled()
    assert inspector.tags.add.isHidden()
    assert inspector.suggestion.isHidden()


def test_the_suggestion_is_confirmed_by_a_person_and_goes_when_it_is(inspector, qtbot):
    undecided = samples.case(category="", priority="")
    inspector.set_case(samples.detail(case=undecided), samples.NOW)
    assert inspector.suggestion.isVisible()
    assert "cầm dao" in inspector.suggestion.why.text()
    accepted = []
    inspector.suggestion_accepted.connect(lambda: accepted.append(1))
    qtbot.mouseClick(inspector.suggestion.button, Qt.MouseButton.LeftButton)
    assert accepted == [1]
    inspector.set_case(samples.detail(), samples.NOW)
    assert inspector.suggestion.isHidden()


def test_clocks_say_what_is_left_and_turn_late_by_themselves(inspector):
    clock = samples.detail().clocks[0]
    assert clock_words(clock, samples.NOW) == "còn 08 ph"
    assert clock_words(clock, clock.due_at - 65_000) == "còn 1 ph 05 s"
    assert clock_words(clock, clock.due_at + 25 * samples.MINUTE) == "quá 25 ph"
    assert clock_state(clock, clock.due_at) == "late"
    assert clock_words(replace(clock, done_at=samples.AT_1430), samples.NOW) == "xong 14:30"
    late = replace(clock, done_at=clock.due_at + samples.MINUTE)
    assert (clock_state(late, samples.NOW), clock_words(late, samples.NOW)[:8]) == ("missed", "trễ hạn ")
    assert clock_words(replace(clock, state="paused"), clock.due_at + 1) == "Tạm dừng"
    far = clock.due_at + 3_270 * 24 * 60 * samples.MINUTE
    unmet = replace(clock, state="ended", ended_at=clock.due_at + 25 * samples.MINUTE)
    assert (clock_state(unmet, far), clock_words(unmet, far)) == ("unmet", "trễ 25 ph")
    early = replace(clock, state="ended", ended_at=clock.due_at - 25 * samples.MINUTE)
    assert (clock_state(early, far), clock_words(early, far)) == ("ended", "đã dừng")
    assert clock_note(early) == "kết thúc hồ sơ khi còn 25 ph"
    assert clock_note(unmet) == "tính đến lúc kết thúc hồ sơ"
    elsewhere = replace(early, state="elsewhere", owner="CQĐT")
    assert clock_words(elsewhere, far) == "CQĐT theo dõi"
    assert clock_note(elsewhere).endswith(", kết thúc hồ sơ không dừng hạn này")
    assert not clock_note(clock)
    inspector.set_now(clock.due_at + samples.MINUTE)
    assert "quá 01 ph" in inspector._clocks[0].accessibleName()
    assert "QĐ nội bộ: tin khẩn 15 phút" in inspector._clocks[0].accessibleName()


def test_a_missed_limit_is_never_folded_among_those_that_are_done(inspector):
    clock = samples.detail().clocks[0]
    ended = [replace(clock, code=f"IN_TIME_{n}", done_at=clock.due_at - n) for n in range(4)]
    missed = replace(clock, code="MISSED", label="Đơn vị phải nhận", done_at=clock.due_at + 1)
    inspector.set_case(samples.detail(clocks=(*ended, missed)), samples.NOW)
    shown = [block.accessibleName() for block in inspector._clocks if not block.isHidden()]
    assert "Đơn vị phải nhận: trễ hạn" in shown[0]
    assert len(shown) < 5 and inspector.finished.isVisible()


def test_only_what_the_law_lets_be_extended_is_offered(inspector):
    clock = samples.detail().clocks[0]
    law = [replace(clock, code=code, kind="statutory") for code in ("A", "B")]
    house = replace(clock, code="C", kind="internal")
    offered = {o.code: o.enabled for o in clock_options(samples.detail().case, (*law, house), {"B"})}
    assert (offered["extend:A"], offered["extend:B"], offered["extend:C"]) == (False, True, True)
    assert "pause:A" not in offered and offered["pause:C"]


def test_fewer_rows_hide_and_none_says_so(inspector):
    inspector.set_case(samples.detail(clocks=(), related=(), history=()), samples.NOW)
    assert all(row.isHidden() for row in inspector._clocks + inspector._related + inspector._history)
    assert inspector.no_clock.isVisible()
    inspector.set_case(samples.detail(), samples.NOW)
    assert sum(not row.isHidden() for row in inspector._clocks) == 3


def test_related_cases_open_by_key(inspector, qtbot):
    asked = []
    inspector.case_requested.connect(asked.append)
    inspector._related[1].setFocus()
    qtbot.keyClick(inspector._related[1], Qt.Key.Key_Space)
    assert asked == ["c3"]


def test_an_identity_is_asked_for_shown_and_hidden_by_itself(inspector, qtbot):
    asked, hidden = [], []
    inspector.reveal_requested.connect(lambda: asked.append(1))
    inspector.identity_hidden.connect(lambda: hidden.append(1))
    card = inspector.citizen
    assert card.name.text() == "N••••• T•• H•••"
    qtbot.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert asked == [1]
    assert card.name.text() == "N••••• T•• H•••"
    who = Revealed("Nguyễn Thị Hoa", "0912345627", "998877", samples.NOW + 60_000)
    inspector.show_identity(who, samples.NOW)
    assert card.name.text() == "Nguyễn Thị Hoa"
    assert card.hint.text() == "tự ẩn sau 60 giây"
    card._left_ms = 0
    card._timer.timeout.emit()
    assert card.name.text() == "N••••• T•• H•••"
    assert "0912345627" not in card.facts.text()
    assert hidden == [1]


@pytest.mark.parametrize("way", ["button", "another case", "hide", "lock"])
def test_an_identity_never_outlives_its_case_or_the_screen(inspector, qtbot, way):
    inspector.show_identity(Revealed("Hoa", "09", "1", samples.NOW + 60_000), samples.NOW)
    if way == "button":
        qtbot.mouseClick(inspector.citizen.button, Qt.MouseButton.LeftButton)
    elif way == "another case":
        inspector.set_case(samples.detail(case=samples.case(case_id="c2")), samples.NOW)
    elif way == "hide":
        inspector.hide()
    else:
        inspector.hide_identity()
    assert not inspector.citizen.revealed()
    assert "Hoa" not in inspector.citizen.name.text()


def test_an_identity_stays_while_the_same_case_is_refreshed(inspector):
    inspector.show_identity(Revealed("Hoa", "09", "1", samples.NOW + 60_000), samples.NOW)
    inspector.set_case(samples.detail(others=()), samples.NOW)
    assert inspector.citizen.name.text() == "Hoa"


def test_an_identity_whose_time_has_passed_is_not_shown(inspector):
    inspector.show_identity(Revealed("Hoa", "09", "1", samples.NOW), samples.NOW)
    assert inspector.citizen.name.text() == "N••••• T•• H•••"


def test_who_may_not_reveal_reads_why(inspector):
    inspector.set_reveal_block("Chỉ trực chỉ huy được xem người tố cáo")
    assert not inspector.citizen.button.isEnabled()
    assert inspector.citizen.why_not.isVisible()


def test_the_number_is_copied_privately(inspector, qtbot):
    qtbot.mouseClick(inspector.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "CB26-01482"
    mime = QGuiApplication.clipboard().mimeData()
    assert bytes(mime.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_it_fits_the_narrow_width(inspector, themed):
    inspector.resize(296, 700)
    themed.processEvents()
    assert inspector.width() == 296
    assert inspector._page.width() <= 296


def test_the_checklist_says_what_is_known_and_asks_for_the_rest(inspector, qtbot):
    wanted = tuple(Tick)
    inspector.set_case(samples.detail(checklist=Checklist(wanted, (Tick.WHERE, Tick.WHO))), samples.NOW)
    card = inspector.checklist
    assert card.isVisible()
    assert card.title.text() == "Thông tin cần biết 2/5"
    assert "khi nào" in card.accessibleName()
    with qtbot.waitSignal(inspector.ask_requested):
        card.button.click()
    inspector.set_case(samples.detail(checklist=Checklist(wanted, wanted)), samples.NOW)
    assert not card.isVisible()


def test_finished_deadlines_are_folded_behind_one_line(inspector):
    def clock(number, done):
        return replace(samples.detail().clocks[0], code=f"c{number}", label=f"Hạn {number}", done_at=done)

    clocks = (clock(0, 0), *(clock(n, samples.NOW - n * 60_000) for n in range(1, 5)))
    inspector.set_case(samples.detail(clocks=clocks), samples.NOW)
    assert shown_clocks(inspector) == ["Hạn 0", "Hạn 1"]
    assert inspector.finished.label() == "và 3 hạn đã xong"
    inspector.finished.click()
    assert shown_clocks(inspector) == [f"Hạn {n}" for n in range(5)]
    inspector.finished.click()
    assert shown_clocks(inspector) == ["Hạn 0", "Hạn 1"]


def shown_clocks(inspector):
    return [row.accessibleName().split(":")[0] for row in inspector._clocks if not row.isHidden()]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_a_banner_of_likeness_makes_the_inspector_no_wider(qapp, qtbot, scale):
    apply_theme(qapp, "light", scale)
    inspector = Inspector(samples.NAMES)
    qtbot.addWidget(inspector)
    inspector.resize(px(296), px(700))
    inspector.show()
    words = "Có từ 40 trở lên tin giống, cùng nơi, trong 30 phút"
    inspector.set_case(replace(samples.detail(), banner=words), samples.NOW)
    qapp.processEvents()
    assert inspector.alike_words.text() == words
    assert inspector.alike.isVisible()
    assert inspector.area.widget().width() <= inspector.area.viewport().width()
    apply_theme(qapp, "light", 1.0)
