"""A shift is handed over at one machine by two officers, each in his seat: every line, every obstacle, both names (R-05, R-06)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.actions import transfers
from console.app.officers import save_officer
from console.domain import events as e
from console.domain.clock import MINUTE_MS
from console.domain.handover import Part
from console.domain.officer import Officer, Role

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")


def append(console, case_id, *bodies, actor="hanh"):
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor=actor, unit="TB-CAT")
    console.settle()


def page(console):
    console.key(Qt.Key.Key_8, CTRL | ALT)
    return console.window.pages.page("handover")


def press(console, row, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key on a line of the sheet."""
    handover = console.window.pages.page("handover")
    handover.list.setFocus()
    handover.list.setCurrentIndex(handover.list.lines.index(row))
    console.key(key, modifier)


def lines(console):
    return console.window.pages.page("handover").list.lines._lines


def signed(console):
    """Press the key that signs and, where it asks, sign."""
    handover = console.window.pages.page("handover")
    handover.list.setFocus()
    console.key(Qt.Key.Key_Return, CTRL)
    dialog = console.app.activeModalWidget()
    if dialog is None:
        return False
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    console.settle()
    return True


@pytest.fixture
def late(console):
    """The end of officer Hạnh's shift: an urgent transfer nobody took, a reply of unknown fate, a question, all held by her."""
    save_officer(console.workspace, BINH)
    console.controller.alarms._checked(heard=True)
    page(console).start.click()
    console.settle()
    dialog = console.app.activeModalWidget()
    dialog.failed.setText("một đèn chưa rõ, đã báo")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    console.settle()
    for user, text in (
        ("an", "Chay nha o cho xanh, co nguoi mac ket"),
        ("binh", "co nguoi danh bac o to 5"),
        ("chi", "cho em hoi lam can cuoc"),
    ):
        console.says(user, text)
    with console.workspace.store.read() as connection:
        query = "SELECT case_id FROM case_file ORDER BY number"
        ids = connection.exec_driver_sql(query).scalars().all()
    now = console.clock.now_ms()
    for case_id, kind, priority in zip(ids, ("TIN_BAO", "TIN_BAO", "TTHC"), ("P1", "P3", "P3"), strict=True):
        bodies = (e.CaseViewed(), e.CaseClassified(kind), e.PriorityChanged(priority))
        append(console, case_id, *bodies, e.CaseClaimed(now + 10 * MINUTE_MS))
    append(console, ids[0], e.CaseTransferred("t1", "CAH-TPCB", "khẩn", now + 5 * MINUTE_MS))
    append(
        console,
        ids[1],
        e.ReplyQueued("r1", "Đã nhận"),
        e.ReplyPermitted("r1", now),
        e.ReplyUnknown("r1", "x"),
    )
    page(console)
    for row in range(3):
        press(console, row, Qt.Key.Key_F4)
        console.type("xem lai truoc 9 gio")
        console.key(Qt.Key.Key_Return)
    return console, ids


def test_a_shift_closes_when_every_line_is_taken_every_obstacle_answered_and_both_have_signed(late):
    console, ids = late
    assert signed(console)
    console.sit_down("binh")
    handover = page(console)
    assert not signed(console), "nothing is taken yet"
    assert handover.trouble_text() == "Còn 3 dòng chưa nhận"
    press(console, 0, Qt.Key.Key_F9, SHIFT)
    console.type("ai dang o hien truong?")
    console.key(Qt.Key.Key_Return)
    assert lines(console)[0].question == "ai dang o hien truong?"
    for row in range(3):
        press(console, row, Qt.Key.Key_Return)
    assert [line.accepted_by for line in lines(console)] == ["binh"] * 3
    assert [console.bench.queries.detail(case_id).case.owner for case_id in ids] == ["binh"] * 3
    assert handover.trouble_text() == "Còn 2 dòng chặn đóng ca: giao, trả hoặc giải trình"
    assert not signed(console), "the fire is nobody's yet, and a reply may not have arrived"
    console.sit_down("tuan")
    answer = []
    console.bench.act(lambda desk: transfers.accept(desk, ids[0]), answer.append, answer.append)
    console.sit_down("binh")
    handover = page(console)
    assert handover.trouble_text().startswith("Còn 1 dòng chặn")
    press(console, [bool(line.blocks) for line in lines(console)].index(True), Qt.Key.Key_F7)
    console.type("da bao truc chi huy, cho Zalo")
    console.key(Qt.Key.Key_Return)
    assert handover.trouble_text() == ""
    assert signed(console)
    with console.workspace.store.read() as connection:
        query = (
            "SELECT actor, json_extract(body, '$.part') FROM event JOIN event_body USING (seq) "
            "WHERE kind = ? ORDER BY seq"
        )
        rows = connection.exec_driver_sql(query, (e.ShiftSigned.KIND,)).all()
    assert [tuple(row) for row in rows] == [("hanh", Part.GIVER.value), ("binh", Part.TAKER.value)]
    assert not console.bench.queries.shift().open


def test_where_the_leaver_has_gone_the_comer_signs_alone_but_closes_nothing_that_is_in_the_way(late):
    console, _ids = late
    console.sit_down("binh")
    handover = page(console)
    assert handover.absent.isVisible()
    handover.absent.click()
    console.settle()
    dialog = console.app.activeModalWidget()
    assert dialog.trouble() == "Ghi vì sao vắng người giao"
    dialog.reason.setText("đi cấp cứu")
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    console.settle()
    again = console.app.activeModalWidget()
    assert again.wrong.text() == "Còn 3 dòng chưa nhận: nhận từng dòng trước khi ký"
    again.reject()
    console.settle()
    for row in range(3):
        press(console, row, Qt.Key.Key_Return)
    for row, line in enumerate(list(lines(console))):
        if line.blocks:
            press(console, row, Qt.Key.Key_F7)
            console.type("da bao truc chi huy")
            console.key(Qt.Key.Key_Return)
    handover.absent.click()
    console.settle()
    dialog = console.app.activeModalWidget()
    dialog.reason.setText("đi cấp cứu")
    assert "báo chỉ huy" in dialog.promise()
    QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    console.settle()
    assert not console.bench.queries.shift().open
    told = [item.text for item in console.window.status.items() if item.text.startswith("Vắng người giao")]
    assert told, "the commander sees it wherever he sits"
