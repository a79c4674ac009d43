"""Marks on top of a case, who looked, too many identities in a day, keeping by order: at the desk, by real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.app.officers import save_officer
from console.domain import events as e
from console.domain.clock import DAY_MS
from console.domain.officer import Officer, Role
from console.domain.subject import subject
from console.ui.dialogs.conflict import ConflictDialog
from console.ui.dialogs.looked import LookedDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.dialogs.report import ReportDialog
from console.ui.frame.toasts import ToastCard
from tests.ui.desk_samples import HOSTILE

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")


@pytest.fixture
def at_case(console):
    """The console of officer Hạnh, a commander, with a case open."""
    save_officer(console.workspace, BINH)
    console.says("an", "co nguoi danh bac o to 5")
    console.key(Qt.Key.Key_F8)
    yield console
    for kind in (LookedDialog, ReasonDialog, ReportDialog):
        for left in console.window.findChildren(kind):
            left.reject()
    console.settle()


def append(console, *bodies, actor="hanh"):
    with console.workspace.store.write() as tx:
        tx.add(console.controller.room.case_id, *bodies, actor=actor, unit="TB-CAT")
    console.settle()


def strip(console):
    return console.window.conversation.marks


def codes(console):
    return [mark.code for mark in strip(console).marks]


def dialog(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def answer(console, position, words=""):
    console.settle()
    asked = dialog(ReasonDialog)
    asked.choices[position].click()
    asked.words.edit.setPlainText(words)
    console.key(Qt.Key.Key_Return, CTRL)


def toasts(console):
    return [card.toast for card in console.window.findChildren(ToastCard) if card.isVisible()]


def test_marks_stand_on_top_with_word_and_shape_and_go_again(at_case):
    assert not strip(at_case).isVisible()
    append(at_case, e.ContactRestricted("dung-goi-so-nay", "gọi chị gái"), e.ContactRestricted("khac", ""))
    assert strip(at_case).isVisible()
    (mark,) = strip(at_case).marks
    assert mark.words == "Đừng gọi số này (gọi chị gái) · Yêu cầu khác"
    assert mark.chip.icon
    append(at_case, e.SecretSuspected("dấu Mật trên ảnh"), e.HoldSet("viện kiểm sát yêu cầu"))
    assert codes(at_case) == ["secret", "wishes", "hold"]
    assert "Chưa điện trực chỉ huy" in strip(at_case).marks[0].words
    append(at_case, e.SecretPhoned("Đ/c Long"))
    assert "Đã điện Đ/c Long" in strip(at_case).marks[0].words
    append(at_case, e.SecretHandled(moved=True, reason="đã chuyển"))
    assert "kênh bảo mật" in strip(at_case).marks[0].words
    append(
        at_case,
        e.ContactAllowed("dung-goi-so-nay", "nghe nhầm"),
        e.ContactAllowed("khac", "nghe nhầm"),
        e.HoldLifted("đã xong"),
    )
    assert codes(at_case) == ["secret"]


def test_a_matter_about_police_is_marked_for_who_may_still_see_it(at_case):
    append(at_case, e.ConflictMarked(("PC02",), (), "nói về cán bộ PC02"))
    assert codes(at_case) == ["conflict"]


def test_a_wish_in_a_strangers_words_stays_words(at_case):
    for words in HOSTILE[:6]:
        append(at_case, e.ContactRestricted("khac", words))
        assert words in strip(at_case).marks[0].words


def test_a_secret_is_decided_by_command_after_the_phone_call(at_case):
    run = at_case.controller.keyboard.run_command
    run("secret_decide")
    assert any("không bị nghi" in toast.title for toast in toasts(at_case))
    append(at_case, e.SecretSuspected("dấu Mật trên ảnh"))
    run("secret_decide")
    assert not dialog(ReasonDialog).verb.isEnabled()
    answer(at_case, 0)
    assert any("Điện trực chỉ huy" in toast.title for toast in toasts(at_case)), toasts(at_case)
    assert not at_case.case().secret.moved
    append(at_case, e.SecretPhoned("Đ/c Long"))
    run("secret_decide")
    answer(at_case, 0, "số 12")
    assert at_case.case().secret.moved


def test_no_secret_after_all_opens_the_case_again(at_case):
    append(at_case, e.SecretSuspected("dấu Mật trên ảnh"))
    at_case.controller.keyboard.run_command("secret_decide")
    answer(at_case, 1)
    assert at_case.case().secret is None
    assert codes(at_case) == []


def test_a_case_is_kept_by_order_and_let_go_with_one_key(at_case):
    at_case.key(Qt.Key.Key_P, CTRL | ALT)
    answer(at_case, 2, "thanh tra yêu cầu")
    assert at_case.case().hold == "Lý do khác: thanh tra yêu cầu"
    at_case.key(Qt.Key.Key_P, CTRL | ALT)
    assert "thanh tra yêu cầu" in dialog(ReasonDialog).detail.text()
    answer(at_case, 0)
    assert at_case.case().hold == ""


def test_who_looked_is_shown_newest_first_with_what_and_when(at_case):
    append(at_case, e.CaseViewed(), actor="binh")
    append(at_case, e.IdentityRevealed("gọi lại", 1), actor="binh")
    at_case.key(Qt.Key.Key_X, CTRL | ALT)
    lines = dialog(LookedDialog).grid.lines.lines
    assert [line[1:] for line in lines if line[1] == BINH.name] == [
        ("Bế Thị Bình", "Hiện danh tính"),
        ("Bế Thị Bình", "Mở xem hồ sơ"),
    ]
    assert all(line[0] for line in lines)
    at_case.key(Qt.Key.Key_Escape)
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, LookedDialog) and w.isVisible()]


def test_who_looked_is_in_the_menu_of_those_who_may(at_case):
    def offered():
        return any(
            "Ai đã xem" in action.text() for action in at_case.window.conversation.header.menu().actions()
        )

    assert offered()
    header = at_case.window.conversation.header
    header.set_officer(Officer("x", "X", "TB-CAT"))
    assert offered(), "who holds the case is told"
    append(at_case, e.CaseReleased("hết ca"))
    assert not offered()


def test_more_than_five_identities_in_a_day_are_told_of_until_midnight(at_case):
    oversight = at_case.controller.oversight

    def warned():
        oversight.look()
        at_case.settle()
        return [item.text for item in at_case.window.status.items() if item.icon == "fingerprint-pattern"]

    for _ in range(5):
        append(at_case, e.IdentityRevealed("gọi lại", 1), actor="binh")
    assert warned() == []
    append(at_case, e.IdentityRevealed("gọi lại", 1), actor="binh")
    assert warned() == ["Xem nhiều danh tính: Thượng úy Bế Thị Bình: 6"]
    told = [toast for toast in toasts(at_case) if toast.icon == "fingerprint-pattern"]
    assert [toast.title for toast in told] == ["Thượng úy Bế Thị Bình đã xem 6 danh tính hôm nay"]
    assert told[0].stays
    at_case.clock.advance(DAY_MS)
    assert warned() == []


def test_the_record_of_the_shift_is_written_from_its_page(at_case, tmp_path):
    at_case.key(Qt.Key.Key_P, CTRL)
    assert any("Chưa mở ca" in toast.title for toast in toasts(at_case))
    opened = e.ShiftOpened("TB-CAT", ("hanh",), at_case.clock.now_ms() + DAY_MS, ("chuong=dat",))
    with at_case.workspace.store.write() as tx:
        tx.add(subject("shift", "TB-CAT-1"), opened, actor="hanh", unit="TB-CAT")
    at_case.controller._go_to("handover")
    at_case.settle()
    page = at_case.window.pages.page("handover")
    assert page.write.isVisible()
    page.write.click()
    at_case.settle()
    asked = dialog(ReportDialog)
    assert [asked.report.itemData(n) for n in range(asked.report.count())] == ["handover"]
    asked._folder = tmp_path
    asked.words.edit.setPlainText("giao ca")
    at_case.key(Qt.Key.Key_Return, CTRL)
    assert len(list(tmp_path.glob("*.pdf"))) == 1, toasts(at_case)


def test_whom_a_case_concerns_is_found_by_letters_without_marks_and_keys(at_case):
    case_id = at_case.controller.room.case_id
    at_case.controller.keyboard.run_command("conflict")
    at_case.settle()
    asked = dialog(ConflictDialog)
    assert not asked.verb.isEnabled()
    at_case.type("tra linh")
    at_case.key(Qt.Key.Key_Return)
    assert asked.list.ticked() == ()  # no such unit: nothing is chosen in its place
    for typed in ("pc02", "be thi binh"):
        asked.field.clear()
        at_case.type(typed)
        at_case.key(Qt.Key.Key_Return)
    assert "Bế Thị Bình" in asked.chosen.text()
    asked.words.edit.setFocus()
    at_case.type("nguoi bao neu dich danh")
    at_case.key(Qt.Key.Key_Return, CTRL)
    with at_case.workspace.store.write() as tx:
        conflict = tx.case(case_id).conflict
    assert conflict.officers == ("binh",)
    assert conflict.units == ("PC02",)
    assert conflict.reason == "nguoi bao neu dich danh"


def test_nobody_chosen_is_on_record_as_not_known_and_the_root_is_no_choice(at_case):
    case_id = at_case.controller.room.case_id
    at_case.controller.keyboard.run_command("conflict")
    at_case.settle()
    asked = dialog(ConflictDialog)
    codes_shown = [one.code for one in asked.list.options()]
    assert "unit:CAT" not in codes_shown
    assert codes_shown[0].startswith("unit:") and "officer:binh" in codes_shown
    assert "chưa rõ" in asked.chosen.text()
    asked.words.edit.setFocus()
    at_case.type("noi ve mot can bo")
    at_case.key(Qt.Key.Key_Return, CTRL)
    with at_case.workspace.store.write() as tx:
        assert tx.case(case_id).conflict.units == ()
        assert tx.case(case_id).concerns_police


def test_a_wish_is_taken_off_again_with_its_reason_by_key_and_from_the_menu(at_case):
    def offered():
        actions = at_case.window.conversation.header.menu().actions()
        return [a.text().split("\t")[0] for a in actions if "liên hệ" in a.text()]

    assert offered() == ["Yêu cầu liên hệ của người báo tin…"]
    at_case.key(Qt.Key.Key_V, CTRL | ALT)
    assert "không có yêu cầu liên hệ" in toasts(at_case)[-1].title
    append(at_case, e.ContactRestricted("dung-goi-so-nay", "gọi chị gái"), e.ContactRestricted("khac", ""))
    assert offered() == ["Bỏ yêu cầu liên hệ…"]
    at_case.key(Qt.Key.Key_V, CTRL | ALT)
    asked = dialog(ReasonDialog)
    assert [one.text() for one in asked.choices] == ["Đừng gọi số này (gọi chị gái)", "Yêu cầu khác"]
    assert not asked.verb.isEnabled()
    asked.choices[0].click()
    assert not asked.verb.isEnabled(), "a reason is needed"
    answer(at_case, 0, "chị ấy nhắn lại là gọi được")
    assert [one.code for one in at_case.case().contact_limits] == ["khac"]
    at_case.key(Qt.Key.Key_V, CTRL | ALT)
    assert dialog(ReasonDialog).choices[0].isChecked()
    answer(at_case, 0, "hiểu nhầm")
    assert at_case.case().contact_limits == ()
    assert codes(at_case) == []
