"""Changing the rules at the desk by real keys: proposed by one, approved by another after the same preview, and the way back."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from console.actions.classification import classify
from console.actions.desk import Desk
from console.actions.policies import decline
from console.app import policies as laws
from console.app.officers import save_officer
from console.domain.clock import HOUR_MS
from console.domain.officer import Officer, Role
from console.runtime.resources import load_reply_policy, shipped_text
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import ToastCard
from console.ui.law.policy_preview import DecideDialog, PolicyDialog

CTRL = Qt.KeyboardModifier.ControlModifier
ADMIN = Officer("ha", "Lục Thị Hà", "TB-CAT", (Role.ADMIN,), "Thiếu tá")
LEADER = Officer("vinh", "Hoàng Văn Vinh", "CAT", (Role.LEADER,), "Đại tá")
FILE = "policies.json"


@pytest.fixture
def seats(console):
    """An administrator who sits at the desk, a leader who may approve, a case with clocks of the law."""
    for officer in (ADMIN, LEADER):
        save_officer(console.workspace, officer)
    console.says("an", "co nguoi danh bac o to 5")
    case_id = console.bench.queries.search("danh bac")[0].case_id
    classify(desk_of(console, console.officer), case_id, "TO_GIAC")
    yield console
    for kind in (PolicyDialog, ReasonDialog):
        for left in console.window.findChildren(kind):
            left.reject()
    console.settle()


def desk_of(console, officer):
    return Desk(console.workspace.store, officer, console.workspace.rules, load_reply_policy())


def text(**limits):
    """Return the shipped clocks with other limits by code."""
    data = json.loads(shipped_text(FILE))
    for one in data["policies"]:
        one["duration"] = limits.get(one["code"], one["duration"])
    return json.dumps(data, ensure_ascii=False)


def file_of(tmp_path, **limits):
    made = tmp_path / FILE
    made.write_text(text(**limits), "utf-8")
    return made


def dialog(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if type(w) is kind and w.isVisible()]
    return found


def toasts(console):
    return [card.toast for card in console.window.findChildren(ToastCard) if card.isVisible()]


def sit(console, officer):
    console.sit_down(officer.officer_id)
    console.controller.regulating.open_changes()
    console.settle()
    return console.window.pages.page("page.law").changes


def propose(console, wish, reason="TT 12"):
    done = laws.put(console.workspace, desk_of(console, ADMIN), wish, reason)
    console.settle()
    return done.proposal_id


def limit(console, code):
    now = laws.rules_of(console.workspace, laws.in_force(console.workspace))
    return now.catalog.policies[code].duration


def test_the_administrator_proposes_and_a_leader_sees_the_same_and_lets_it_be(seats, tmp_path):
    console = seats
    tab = sit(console, ADMIN)
    console.controller.regulating.ask_policy(file_of(tmp_path, CRIME_FORWARD_24H=12))
    console.settle()
    shown = dialog(PolicyDialog)
    told = shown.lines.lines.lines
    assert [line[1:] for line in told] == [("Luật định", "Hạn", "24 giờ", "12 giờ")]
    assert [line[1] for line in shown.effect.lines.lines] == ["1"]
    assert not shown.cases.lines.lines, "an administrator reads no case"
    assert "Đề nghị" in shown.verb.label() and not shown.verb.isEnabled()
    console.type("TT 12 ngay 3/3")
    console.key(Qt.Key.Key_Return, CTRL)
    assert limit(console, "CRIME_FORWARD_24H") == 24
    assert [line[5] for line in tab.waiting.lines.lines] == ["chờ người thứ hai duyệt"]
    assert not tab.decide.isVisible()
    assert any("chờ người thứ hai duyệt" in toast.title for toast in toasts(console))
    tab = sit(console, LEADER)
    assert any("chờ bạn duyệt" in toast.title for toast in toasts(console))
    assert console.window.rail.pages["page.law"].count() == 1
    console.key(Qt.Key.Key_F4)
    again = dialog(DecideDialog)
    assert again.lines.lines.lines == told, "both see the same"
    (case,) = again.cases.lines.lines
    assert case[0].startswith("CB26-") and case[2] != case[3]
    assert not again.verb.isEnabled()
    again.agree.click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert limit(console, "CRIME_FORWARD_24H") == 12
    assert tab.waiting.lines.lines[0][5].startswith("đã duyệt, ")
    assert not console.window.rail.pages["page.law"].count()
    tab = sit(console, ADMIN)
    (end,) = [toast for toast in toasts(console) if "đã được duyệt" in toast.title]
    end.acts[0].run()
    console.settle()
    tab = sit(console, ADMIN)
    assert not [toast for toast in toasts(console) if "đã được duyệt" in toast.title], (
        "told until it was read"
    )


def test_who_does_not_approve_says_why_and_the_author_reads_it(seats):
    console = seats
    sit(console, LEADER)
    wish = laws.wish_for(console.workspace, FILE, text(CRIME_FORWARD_24H=12))
    propose(console, wish)
    console.controller.keyboard.run_command("approve")
    console.settle()
    shown = dialog(DecideDialog)
    shown.refuse.click()
    assert not shown.verb.isEnabled()
    shown.words.edit.setFocus()
    console.type("chua co van ban")
    console.key(Qt.Key.Key_Return, CTRL)
    assert limit(console, "CRIME_FORWARD_24H") == 24
    sit(console, ADMIN)
    (end,) = [toast for toast in toasts(console) if "không được duyệt" in toast.title]
    assert end.detail.endswith(": chua co van ban")


def test_what_went_stale_can_only_be_proposed_anew(seats):
    console = seats
    tab = sit(console, ADMIN)
    propose(console, laws.wish_for(console.workspace, FILE, text(CRIME_FORWARD_24H=12)))
    house = laws.wish_for(console.workspace, FILE, text(SLA_CLASSIFY=90))
    assert laws.put(console.workspace, desk_of(console, ADMIN), house, "QĐ 5").in_force
    console.settle()
    assert tab.waiting.lines.lines[0][5] == "quy định đã đổi, phải đề nghị lại"
    assert tab.again.isEnabled()
    tab.waiting.setFocus()
    console.key(Qt.Key.Key_Insert)
    shown = dialog(PolicyDialog)
    assert len(shown.lines.lines.lines) == 2, "against what is in force now"
    shown.reject()
    tab.waiting.setFocus()
    console.key(Qt.Key.Key_Delete)
    dialog(ReasonDialog).choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)
    assert tab.waiting.lines.lines[0][5].startswith("đã rút")


def test_versions_differ_line_by_line_and_an_earlier_one_comes_back_as_a_new_one(seats):
    console = seats
    tab = sit(console, ADMIN)
    for minutes in (90, 45):
        wish = laws.wish_for(console.workspace, FILE, text(SLA_CLASSIFY=minutes))
        assert laws.put(console.workspace, desk_of(console, ADMIN), wish, f"QĐ {minutes}").in_force
        console.clock.advance(HOUR_MS)
    console.settle()
    assert [line[0] for line in tab.kept.lines.lines] == ["2, đang dùng", "1", "0"]
    assert tab.kept.lines.lines[2][3] == "Đi kèm chương trình"
    tab.kept.choose(0)
    console.settle()
    assert [line[2:] for line in tab.differs.lines.lines] == [("Hạn", "90 phút", "45 phút")]
    tab.against.setCurrentIndex(1)
    tab.against.activated.emit(1)
    console.settle()
    assert [line[2:] for line in tab.differs.lines.lines] == [("Hạn", "60 phút", "45 phút")]
    assert not tab.back.isEnabled(), "it is in force"
    tab.kept.choose(1)
    console.settle()
    tab.back.click()
    console.settle()
    shown = dialog(PolicyDialog)
    assert [line[2:] for line in shown.lines.lines.lines] == [("Hạn", "45 phút", "90 phút")]
    console.type("bo QD 45")
    console.key(Qt.Key.Key_Return, CTRL)
    assert limit(console, "SLA_CLASSIFY") == 90
    assert [line[0] for line in tab.kept.lines.lines] == ["3, đang dùng", "2", "1", "0"]
    assert tab.kept.lines.lines[0][5] == "Quay lại bản 1. bo QD 45"


def test_going_back_to_another_limit_of_the_law_takes_two_as_well(seats):
    console = seats
    first = propose(console, laws.wish_for(console.workspace, FILE, text(CRIME_FORWARD_24H=12)))
    sha = laws.wish_for(console.workspace, FILE, text(CRIME_FORWARD_24H=12)).sha256
    laws.approve(console.workspace, desk_of(console, LEADER), first, sha)
    tab = sit(console, ADMIN)
    tab.kept.choose(1)
    console.settle()
    tab.back.click()
    console.settle()
    console.type("bai bo")
    console.key(Qt.Key.Key_Return, CTRL)
    assert limit(console, "CRIME_FORWARD_24H") == 12
    (second, _first) = tab.proposals
    assert tab.waiting.lines.lines[0][4] == "Quay lại bản 0. bai bo"
    decline(desk_of(console, LEADER), second.proposal_id, "giữ")
    assert limit(console, "CRIME_FORWARD_24H") == 12
