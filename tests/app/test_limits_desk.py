"""The limits of a case at the desk: paused with a reason, extended by another officer, kept through a new category (G-04, G-07)."""

from datetime import datetime

import pytest
from PySide6.QtCore import Qt

from console.app.officers import save_officer
from console.domain import events as e
from console.domain.calendar import LOCAL, local_datetime
from console.domain.case import ExtensionState
from console.domain.officer import Officer, Role
from console.simulator.config import Config
from console.simulator.server import Running
from tests.app import conftest
from tests.app.conftest import connected

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
BINH = Officer("binh", "Bế Thị Bình", "TB-CAT", (Role.PROVINCE_DUTY,), "Thượng úy")
LONG = Officer("long", "Hoàng Đức Long", "TB-CAT", (Role.COMMANDER,), "Thượng tá")


@pytest.fixture
def begun(qapp, tmp_path, monkeypatch):
    """Return what opens a desk on a day of the calendar, a report just received, held and of a kind."""
    opened = []

    def begin(day, text, *bodies):
        start = round(datetime.fromisoformat(day).replace(tzinfo=LOCAL).timestamp() * 1000)
        monkeypatch.setattr(conftest, "START_MS", start)
        running = Running(Config(seed=5, wall=lambda: start))
        opened.append(running)
        desk = connected(qapp, tmp_path / "profile", running.__enter__())
        opened.append(desk)
        console = desk.__enter__()
        for officer in (BINH, LONG):
            save_officer(console.workspace, officer)
        console.says("an", text)
        console.key(Qt.Key.Key_F8)
        with console.workspace.store.write() as tx:
            tx.add(console.case().case_id, *bodies, actor="hanh", unit="TB-CAT")
        console.settle()
        return console

    yield begin
    for one in reversed(opened):
        one.__exit__(None, None, None)


def limits(console):
    """Return when each limit of the open case ends, in local time, and its state."""
    return {
        clock.code: (local_datetime(clock.due_at).isoformat()[:16], clock.state)
        for clock in console.controller.room.detail.clocks
    }


def choose(console, act):
    """Open the list of what can be done to the limits and take the first of a kind; returns what was offered."""
    console.controller.keyboard.run_command("clocks")
    console.settle()
    dialog = console.app.activeModalWidget()
    offered = {one.code.partition(":")[0]: one for one in dialog.list.options()}
    if act:
        dialog.list.select(offered[act].code)
        console.key(Qt.Key.Key_Return)
    else:
        console.key(Qt.Key.Key_Escape)
    return offered


def answer(console, words):
    console.type(words)
    console.key(Qt.Key.Key_Return, CTRL)
    return console.window.toasts.cards[-1].toast.title


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        # Off 14–22/02/2026 for Tết: three working days after Friday the 13th are the 23rd to the 25th.
        ("2026-02-13T16:00:00", {"CRIME_NOTIFY_VKS": "2026-02-26T00:00", "CRIME_FORWARD_24H": "2026-02-14T16:00"}),
        ("2026-01-28T09:00:00", {"CRIME_RESOLVE_20D": "2026-02-24T00:00"}),
        ("2027-02-03T10:00:00", {"CRIME_NOTIFY_VKS": "2027-02-16T00:00"}),
        # 31/8 is off in exchange for Saturday 22/8; the end of a month is no end of a limit.
        ("2026-08-28T08:00:00", {"CRIME_NOTIFY_VKS": "2026-09-08T00:00", "CRIME_RESOLVE_20D": "2026-09-18T00:00"}),
    ],
)  # fmt: skip
def test_the_window_shows_the_ends_of_the_golden_file_around_holidays(begun, day, ends):
    console = begun(
        day, "toi to giac nguoi trom xe may", e.CaseClassified("TO_GIAC"), e.PriorityChanged("P3")
    )
    shown = limits(console)
    assert {code: shown[code][0] for code in ends} == ends


def test_a_house_limit_stands_still_with_a_reason_and_a_statutory_one_cannot(begun):
    console = begun("2026-02-12T15:00:00", "toi muon phan anh")
    offered = choose(console, "pause")
    assert offered["pause"].code == "pause:SLA_CLASSIFY"
    assert answer(console, "cho bo sung dia chi") == "CB26-00001: thời hạn nội bộ tạm dừng"
    assert limits(console)["SLA_CLASSIFY"][1] == "paused"
    console.pass_time(1_800_000)
    assert choose(console, "resume")["resume"].title.startswith("Cho chạy tiếp")
    assert limits(console)["SLA_CLASSIFY"] == ("2026-02-12T16:30", "normal"), (
        "the time it stood does not count"
    )
    console.key(Qt.Key.Key_2, ALT)
    assert "PAKN_REPLY" in limits(console)
    assert "pause" not in choose(console, ""), "only statutory limits run now"


def test_an_extension_is_asked_by_one_and_granted_by_a_commander_who_reads_until_when(begun):
    console = begun("2026-02-12T15:00:00", "toi muon phan anh")
    case_id = console.case().case_id
    choose(console, "extend")
    said = answer(console, "cho ket qua xac minh")
    assert said == "CB26-00001: đã đề nghị gia hạn, hạn chưa đổi cho tới khi duyệt"
    assert limits(console)["SLA_CLASSIFY"][0] == "2026-02-12T16:00"
    offered = choose(console, "")
    assert (
        not offered["grant"].enabled and offered["grant"].detail == "Bạn đã đề nghị: trực chỉ huy khác duyệt"
    )
    console.sit_down("binh")
    console.controller.open_case(case_id)
    console.settle()
    offered = choose(console, "")
    assert not offered["refuse"].enabled and offered["refuse"].detail == "Chờ trực chỉ huy duyệt"
    console.sit_down("long")
    assert "Có đề nghị gia hạn CB26-00001 chờ duyệt" in [
        card.toast.title for card in console.window.toasts.cards
    ]
    console.controller.open_case(case_id)
    console.settle()
    offered = choose(console, "grant")
    told = "đến 17:00 12/02/2026 thay vì 16:00 12/02/2026: cho ket qua xac minh"
    assert offered["grant"].enabled and offered["grant"].detail == told
    assert answer(console, "12/QD") == "CB26-00001: đã duyệt gia hạn"
    assert limits(console)["SLA_CLASSIFY"][0] == "2026-02-12T17:00"
    (asked,) = console.case().extensions
    assert (asked.state, asked.decided_by, asked.document) == (ExtensionState.GRANTED, "long", "12/QD")


def test_another_kind_gives_other_limits_and_the_first_ones_come_back_as_they_were(begun):
    console = begun("2026-01-31T10:00:00", "toi to giac nguoi trom xe may", e.CaseClassified("TO_GIAC"))
    before = limits(console)
    console.pass_time(5 * 3_600_000)
    console.key(Qt.Key.Key_2, ALT)
    assert "CRIME_RESOLVE_20D" not in limits(console)
    assert limits(console)["PAKN_REPLY"][0] == "2026-02-14T00:00", "ten working days after the first message"
    console.key(Qt.Key.Key_1, ALT)
    after = limits(console)
    assert {code: after[code][0] for code in before if code in after} == {
        code: before[code][0] for code in before if code in after
    }
    assert {"CRIME_RESOLVE_20D", "CRIME_NOTIFY_VKS", "CRIME_FORWARD_24H"} <= after.keys()
