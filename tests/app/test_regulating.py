"""The page of rules by real keys: clocks with what they rest on, both trees, keeping and erasing by two."""

import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.actions.classification import classify
from console.actions.closing import close
from console.actions.desk import Desk, Refused
from console.actions.retention import hold, propose
from console.actions.viewing import view
from console.app.officers import save_officer
from console.domain import events as e
from console.domain.case import Outcome
from console.domain.clock import DAY_MS
from console.domain.officer import Officer, Permission, Role
from console.runtime.resources import load_catalog, load_reply_policy, load_retention
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import ToastCard
from console.ui.law.page import KEEPING, TREES, LawPage
from console.ui.law.policy_preview import PolicyDialog
from console.ui.law.preview import ChangeDialog
from console.ui.law.words import limit_words, policy_about

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "page.law"
ADMIN = Officer("ha", "Lục Thị Hà", "TB-CAT", (Role.ADMIN,), "Thiếu tá")


@pytest.fixture
def page(console):
    """The page, in front of an officer who administers and commands."""
    save_officer(
        console.workspace,
        Officer(
            console.officer.officer_id, console.officer.name, "TB-CAT", (*console.officer.roles, Role.ADMIN)
        ),
    )
    save_officer(console.workspace, ADMIN)
    console.settle()
    assert console.bench.officer.may(Permission.ADMINISTER)
    console.controller.keyboard.run_command(CODE)
    console.settle()
    made = console.window.pages.page(CODE)
    assert isinstance(made, LawPage)
    yield made
    for kind in (ChangeDialog, PolicyDialog, ReasonDialog):
        for left in console.window.findChildren(kind):
            left.reject()
    console.settle()


def dialog(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def toasts(console):
    return [card.toast.title for card in console.window.findChildren(ToastCard) if card.isVisible()]


def log(console, kind):
    with console.workspace.store.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT body FROM event JOIN event_body USING (seq) WHERE kind = ?", (kind,)
        ).fetchall()
    return [json.loads(row.body) for row in rows]


def ended(console, user):
    console.says(user, "cho hoi lam can cuoc the nao")
    case_id = console.bench.queries.search("lam can cuoc")[0].case_id
    desk = Desk(console.workspace.store, console.officer, console.workspace.rules, load_reply_policy())
    with console.workspace.store.read() as connection:
        (last,) = connection.exec_driver_sql(
            "SELECT message_id FROM message WHERE case_id = ?", (case_id,)
        ).one()
    view(desk, case_id, last)
    classify(desk, case_id, "TTHC")
    close(desk, case_id, Outcome.GUIDED)
    console.settle()
    return case_id, desk


def test_every_policy_shows_what_it_rests_on_and_how_sure_that_is(console, page):
    lines = {line[0]: line for line in page.clocks.lines.lines}
    policies = console.workspace.rules.catalog.policies
    assert len(page.clocks.lines.lines) == len(policies)
    for one in policies.values():
        line = lines[one.name_vi]
        assert line[3].startswith(one.citation[:60])
        assert line[5] in ("theo nguồn đã dẫn", "một phần theo nguồn", "cần kiểm tra", "quy định nội bộ")
    page.clocks.choose(0)
    assert page.policy().statutory, "the law's own come first"
    assert "không bao giờ tạm dừng" in page.about.text() and "Căn cứ" in page.about.text()
    house = next(n for n, one in enumerate(page.policies) if not one.statutory)
    page.clocks.choose(house)
    assert "không bao giờ tạm dừng" not in page.about.text()


def test_what_is_told_of_a_policy_has_no_code_in_it():
    """Officers read it: circumstances are named, not coded (domain.md §3)."""
    told = {code: policy_about(policy) for code, policy in load_catalog().policies.items()}
    assert "vùng rừng núi xa xôi, hẻo lánh: 48 giờ" in told["CRIME_FORWARD_24H"]
    assert "tin khẩn: 5 phút" in told["SLA_UNIT_ACCEPT"]
    assert "nhiều địa điểm: 10 ngày làm việc" in told["TC_FIRST"]
    coded = re.compile(r"variant|\b(REMOTE|COMPLEX|MULTI_PLACE|P1)\b")
    assert {code for code, words in told.items() if coded.search(words)} == set()


def test_a_broken_file_changes_nothing_and_says_so_on_the_page(console, page, tmp_path):
    file = tmp_path / "policies.json"
    file.write_text("{}", "utf-8")
    console.controller.regulating.ask_policy(file)
    console.settle()
    assert page.trouble.isVisible() and page.trouble.text()
    assert log(console, "policy.replaced") == []


def test_both_trees_are_there_and_the_next_one_is_a_guided_act(console, page):
    console.says("an", "co nguoi danh bac o Tra Linh")
    case_id = console.bench.queries.search("danh bac")[0].case_id
    with console.workspace.store.write() as tx:
        tx.add(case_id, e.CaseTransferred("t1", "CAH-TK", "địa bàn", 0), actor="hanh", unit="TB-CAT")
        tx.add(case_id, e.TransferAccepted("t1"), actor="x", unit="CAH-TK")
    console.settle()
    page.tabs[TREES].click()
    now = {line[0]: line for line in page.units.lines.lines}
    assert "CAH-TK" in now and "thay bằng" in now["CAH-TK"][5]
    page.trees["2025"].click()
    console.settle()
    then = {line[0]: line for line in page.units.lines.lines}
    assert "CAH-TK" not in then and len(then) > len(now)
    assert then["BGD"][4] == "cần kiểm tra", "what no source says is not told as if one did"
    assert any("từ Huyện Trùng Khánh" in line[5] for line in then.values())
    page.units.setFocus()
    console.key(Qt.Key.Key_F4)
    shown = dialog(ChangeDialog)
    assert shown.effect.lines.lines, "the open case of a district that goes"
    # Who keeps the rules need not read cases: neither their numbers nor where something happened.
    assert "CB26" not in str(shown.effect.lines.lines)
    assert all(":" not in line[2] for line in shown.effect.lines.lines)
    console.type("QD 99 ngay 1/7/2025")
    console.key(Qt.Key.Key_Return, CTRL)
    (noted,) = log(console, "org.changed")
    assert noted["to_tree"] == "2025"
    assert console.workspace.settings.unit_tree.value == "2025"
    with console.workspace.store.write() as tx:
        assert tx.case(case_id).unit != "CAH-TK"


def test_erasing_takes_two_and_a_held_case_stays(console, page):
    kept, desk = ended(console, "an")
    hold(desk, kept, "VKS yêu cầu, công văn 7")
    gone, _desk = ended(console, "binh")
    console.clock.advance(load_retention().days("TTHC") * DAY_MS + DAY_MS)
    page.tabs[KEEPING].click()
    console.controller.regulating.refresh()
    console.settle()
    assert ("1",) in [line[2:] for line in page.due.lines.lines]
    assert [line[1] for line in page.holds.lines.lines] == ["VKS yêu cầu, công văn 7"]
    page.runs.setFocus()
    console.key(Qt.Key.Key_Insert)
    dialog(ReasonDialog).choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert [line[4] for line in page.runs.lines.lines] == ["chờ người thứ hai duyệt"]
    # Whoever proposed it cannot sign second.
    page.runs.setFocus()
    console.key(Qt.Key.Key_F4)
    dialog(ReasonDialog).choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert "không tự duyệt" in page.trouble.text()
    other = Desk(console.workspace.store, ADMIN, console.workspace.rules, load_reply_policy())
    propose(other, load_retention(), "định kỳ")
    console.settle()
    page.runs.choose(0)
    console.key(Qt.Key.Key_F4)
    dialog(ReasonDialog).choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert page.runs.lines.lines[0][4] == "đã xóa 1 hồ sơ"
    with console.workspace.store.write() as tx:
        assert tx.case(gone).erased_at and not tx.case(kept).erased_at
    page.holds.setFocus()
    console.key(Qt.Key.Key_Delete)
    dialog(ReasonDialog).choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert page.holds.lines.lines == []


def test_who_may_neither_keep_rules_nor_sign_has_no_such_page(console):
    binh = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
    desk = Desk(console.workspace.store, binh, console.workspace.rules, load_reply_policy())
    with pytest.raises(Refused):
        console.bench.rulebook.keeping(desk)
    with pytest.raises(Refused):
        console.bench.rulebook.try_tree(desk, "2025")
    console.bench._desk = desk
    assert not console.controller.regulating.allowed


def test_a_limit_before_another_ends_says_so():
    policy = next(
        one for one in load_catalog().policies.values() if one.duration is not None and one.duration < 0
    )
    assert limit_words(policy) == "trước 5 ngày"
