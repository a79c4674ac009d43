"""Units are closed, opened and renamed in one act in the window; what becomes of cases, names and desks afterwards (W-05)."""

import pytest
from PySide6.QtCore import Qt

from console.app.officers import save_officer
from console.domain import events as e
from console.domain.case import TransferState
from console.domain.clock import HOUR_MS
from console.domain.officer import Officer, Role
from console.ui.law.page import TREES
from console.ui.law.preview import ChangeDialog
from tests.app.conftest import connected

CTRL = Qt.KeyboardModifier.ControlModifier
ADMIN = Officer("quan-tri", "Lý Thị Mai", "TB-CAT", (Role.ADMIN,), "Thiếu tá")


def case_ids(console):
    with console.workspace.store.read() as connection:
        return dict(
            map(
                tuple,
                connection.exec_driver_sql("SELECT number, case_id FROM case_file ORDER BY number").all(),
            )
        )


def append(console, case_id, actor, *bodies):
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor=actor, unit="TB-CAT")
    console.settle()


def handed(console, case_id, place, transfer):
    append(
        console,
        case_id,
        "hanh",
        e.CaseViewed(),
        e.CaseClassified("TIN_BAO"),
        e.PriorityChanged("P3"),
        e.PlaceSet("TPCB", place),
        e.CaseTransferred(transfer, "CAH-TPCB", "đúng địa bàn", console.clock.now_ms() + HOUR_MS),
    )


def clocks(console, case_id):
    return {(clock.code, clock.due_at) for clock in console.bench.queries.detail(case_id).clocks}


def unit_shown(console):
    """Return the unit of the open case as the inspector names it."""
    return console.window.inspector.unit.accessibleName().removeprefix("Đơn vị: ")


@pytest.fixture
def organised(qapp, tmp_path, simulator):
    """A desk whose tree was changed in the window while cases were in flight, opened again; and the clocks of before."""
    with connected(qapp, tmp_path / "profile", simulator) as console:
        save_officer(console.workspace, ADMIN)
        for user in ("an", "binh", "chi"):
            console.says(user, f"toi bao tin co nguoi danh bac, {user}")
        ended, held, waiting = case_ids(console).values()
        for number, case_id in enumerate((ended, held, waiting)):
            handed(console, case_id, "Tân Giang", f"t{number}")
        append(console, ended, "tuan", e.TransferAccepted("t0"), e.CaseClosed("da-giai-quyet"))
        until = console.clock.now_ms() + HOUR_MS
        append(console, held, "tuan", e.TransferAccepted("t1"), e.CaseClaimed(until))
        before = {case_id: clocks(console, case_id) for case_id in (ended, held)}
        console.sit_down(ADMIN.officer_id)
        console.controller.keyboard.run_command("page.law")
        console.settle()
        page = console.window.pages.page("page.law")
        page.show_tab(TREES)
        page.change.click()
        console.settle()
        dialog = console.app.activeModalWidget()
        assert isinstance(dialog, ChangeDialog)
        assert "1 cán bộ phải đổi đơn vị" in dialog.detail.text() and "Mông Văn Tuấn" in dialog.detail.text()
        assert not dialog.verb.isEnabled(), "a ground is needed"
        dialog.words.edit.setPlainText("Kế hoạch 12/KH-CAT")
        console.key(Qt.Key.Key_Return, CTRL)
        console.sit_down("hanh")
        console.controller.open_case(held)
        console.settle()
        assert unit_shown(console) == "CAP Tân Giang", "also before the program is opened again"
    with connected(qapp, tmp_path / "profile", simulator) as console:
        yield console, (ended, held, waiting), before


def test_open_cases_go_to_the_successor_with_their_clocks_and_ended_ones_keep_the_old_name(organised):
    console, (ended, held, waiting), before = organised
    assert console.bench.catalog.unit_tree == "2025"
    console.controller.open_case(ended)
    console.settle()
    assert console.case().unit == "CAH-TPCB" and unit_shown(console) == "CATP"
    console.controller.open_case(held)
    console.settle()
    assert unit_shown(console) == "CAP Tân Giang"
    assert {case_id: clocks(console, case_id) for case_id in (ended, held)} == before
    transfer = console.bench.queries.detail(waiting).case.transfer
    assert transfer.state is TransferState.RECALLED, "the unit it waited for is no more"
    assert console.bench.queries.detail(waiting).case.unit == "TB-CAT"


def test_what_an_officer_of_a_closed_unit_held_is_back_in_the_queue_and_rings(organised):
    console, (_ended, held, waiting), _before = organised
    case = console.bench.queries.detail(held).case
    assert (case.owner, case.free_since > 0) == ("", True)
    assert {held, waiting} <= console.controller.alarms.known


def test_whose_unit_is_closed_is_told_so_until_an_administrator_moves_him(organised):
    console, (_ended, held, _waiting), _before = organised
    console.sit_down("tuan")
    state = console.controller.no_cases.state
    assert state.isVisible()
    assert "Trực ban Công an Thành phố Cao Bằng không còn" in state.title.text()
    console.sit_down(ADMIN.officer_id)
    console.controller.keyboard.run_command("page.accounts")
    console.settle()
    page = console.window.pages.page("page.accounts")
    at = [officer.officer_id for officer, _active in page.officers].index("tuan")
    assert page.list.lines.lines[at][2] == "Trực ban CATP – đã giải thể, cần đổi"
    page.list.choose(at)
    page.list.setFocus()
    console.key(Qt.Key.Key_F4)
    dialog = console.app.activeModalWidget()
    assert dialog.trouble() == "Chọn đơn vị"
    dialog.unit.setCurrentIndex(dialog.unit.findText("CAP Tân Giang"))
    console.key(Qt.Key.Key_Return, CTRL)
    console.sit_down("tuan")
    assert not console.controller.no_cases.state.isVisible()
    console.key(Qt.Key.Key_F8)
    assert (console.case().case_id, console.case().owner) == (held, "tuan")
