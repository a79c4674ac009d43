"""The first connection at the window, by real keys against the simulated Zalo: five steps, each failure, what is left behind."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from console.actions.desk import Refused
from console.actions.founding import enter_first_administrator, require_set_up
from console.actions.trial import TEXT
from console.app.officers import load_officers, save_officer
from console.cache import tables as t
from console.domain.officer import Officer, Role
from console.record.tables import event
from console.runtime.settings import OaConnection, save_settings
from console.simulator.config import APP_ID, OA_ID, SECRET_KEY
from console.ui.accounts.account import AccountDialog
from console.ui.common.message import MessageDialog
from console.ui.signin.lock import LockScreen
from console.ui.signin.setup_state import Found, Step
from tests.app.pin_rig import ADMIN, HANH
from tests.app.setup_rig import CTRL, NewProfile
from tests.app.test_rights import approve

NOTHING = (OaConnection(), False, None)


@pytest.fixture
def profile(tmp_path, monkeypatch, simulator):
    return NewProfile(tmp_path, monkeypatch, simulator)


@pytest.fixture
def wizard(qapp, qtbot, profile):
    with profile.start(qapp, qtbot) as driven:
        yield driven


def form():
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, AccountDialog) and w.isVisible()]
    return dialog


def enter_administrator(wizard):
    wizard.wait(lambda: wizard.screen.officers.list.count() > 0)
    wizard.key(Qt.Key.Key_Insert)
    dialog = form()
    assert dialog.roles.chosen() == (Role.ADMIN,)
    wizard.type("CB-2201")
    dialog.name.setFocus()
    wizard.type("Ly Thi Mai")
    wizard.key(Qt.Key.Key_Return, CTRL)
    wizard.wait(lambda: wizard.screen.page.trouble() == "")


def test_five_steps_by_keys_and_the_gateway_begins_without_a_restart(qapp, qtbot, profile):
    with profile.start(qapp, qtbot) as wizard:
        wizard.at(Step.MACHINE)
        wizard.wait(lambda: wizard.screen.page.trouble() == "")
        found = [check.found for check in wizard.screen.machine.checks]
        assert found.count(Found.BAD) == 0
        assert "127.0.0.1" in wizard.screen.machine.lines[0].words.text()
        wizard.pass_machine()
        wizard.give_app()
        assert wizard.screen.app.secret.displayText() == "●" * len(SECRET_KEY)
        assert wizard.stored() == NOTHING
        wizard.consent()
        oa, secret, tokens = wizard.stored()
        assert (oa.app_id, oa.oa_id, secret, tokens.generation) == (APP_ID, OA_ID, True, 1)
        assert OA_ID in wizard.screen.consent.card.about.text()
        assert not wizard.console.duties, "nobody else may use the tokens while they are tried"
        wizard.go_on()
        wizard.at(Step.TRIAL)
        page = wizard.screen.trial
        wizard.wait(lambda: page.trouble() == "")
        assert not page.send.isEnabled()
        wizard.simulator.control("inject", user="an", text="cho em hỏi")
        wizard.simulator.control("inject", user="minh", text=f" {page.code.lower()} ")
        wizard.key(Qt.Key.Key_F5)
        wizard.wait(page.send.isEnabled)
        assert "2 tin mới" in page.reading.title.text()
        page.send.setFocus()
        wizard.key(Qt.Key.Key_Space)
        wizard.wait(lambda: "Đã gửi" in page.sending.title.text())
        (post,) = wizard.simulator.control("received")["received"]
        assert post["body"]["message"]["text"] == TEXT
        minh = wizard.simulator.control("user", user="minh")["user_id"]
        assert post["body"]["recipient"]["user_id"] == minh
        wizard.go_on()
        wizard.at(Step.OFFICERS)
        assert wizard.screen.page.trouble()
        enter_administrator(wizard)
        wizard.go_on()
        wizard.wait(lambda: not wizard.shown and wizard.console.locking.seat is not None)
        assert wizard.console.seat.officer.officer_id == "CB-2201"
        assert "page.accounts" in wizard.console.window.rail.pages
        assert sorted(wizard.console.duties) == ["media", "profile", "sender", "tokens", "walk"]
        wizard.simulator.control("inject", user="binh", text="mất xe")
        profile.clock.advance(60_000)
        wizard.close_dialogs()
        wizard.key(Qt.Key.Key_F5)
        wizard.wait(lambda: "mất xe" in texts(wizard.console))
    with profile.workspace() as workspace:
        assert load_officers(workspace)["CB-2201"].roles == (Role.ADMIN,)
        with workspace.store.read() as connection:
            rows = connection.execute(select(event.c.kind, event.c.actor).order_by(event.c.seq)).all()
        assert [row for row in rows if row.kind in ("oa.connected", "reply.queued", "officer.entered")] == [
            ("officer.entered", "system"),
            ("oa.connected", "truc-ban"),
            ("reply.queued", "truc-ban"),
            ("officer.entered", "truc-ban"),
        ]
    assert no_secret_in_files(profile.root)
    with profile.start(qapp, qtbot) as again:
        assert not again.shown
        assert again.console.gateway.tokens.generation == 1
        assert again.console.seat.officer.officer_id == "CB-2201"


def texts(console):
    """Return the texts of all messages in the store."""

    def look():
        with console.workspace.store.read() as connection:
            return set(connection.execute(select(t.message.c.text)).scalars())

    return console.store_runner.call(look)


def no_secret_in_files(root):
    files = [p for p in Path(root).rglob("*") if p.is_file() and p.name != "reserve"]
    assert len(files) > 3
    return not [p for p in files if SECRET_KEY.encode() in p.read_bytes()]


def test_a_wrong_secret_says_where_it_is_mended_and_leaves_nothing(wizard):
    wizard.pass_machine()
    wizard.give_app(secret="sai-khoa-bi-mat")
    wizard.paste(approve_link(wizard))
    said = wizard.refusal()
    assert "khóa bí mật" in said
    assert "Chưa lưu gì" in said
    assert wizard.stored() == NOTHING
    wizard.key(Qt.Key.Key_Escape)
    wizard.at(Step.APP)
    wizard.screen.app.secret.setFocus()
    wizard.key(Qt.Key.Key_Escape)
    wizard.type(SECRET_KEY)
    wizard.key(Qt.Key.Key_Return)
    wizard.at(Step.CONSENT)
    wizard.consent()
    assert wizard.stored()[0].oa_id == OA_ID


def approve_link(wizard):
    return approve(wizard.screen.consent.link)


def test_a_refused_consent_and_an_answer_to_an_older_link_are_not_taken(wizard):
    wizard.pass_machine()
    wizard.give_app()
    first = approve_link(wizard)
    wizard.paste("http://127.0.0.1/cb?error=access_denied")
    assert "chưa đồng ý" in wizard.refusal()
    wizard.screen.consent.panel.title.setText("")
    wizard.paste(first)
    assert "chưa đồng ý" in wizard.refusal()
    assert wizard.stored() == NOTHING


def test_without_a_network_the_first_step_stops_and_a_later_break_stores_nothing(qapp, qtbot, profile):
    here = profile.simulator.base_url
    profile.point_at(here, "http://127.0.0.1:9")
    with profile.start(qapp, qtbot) as wizard:
        wizard.wait(lambda: bool(wizard.screen.machine.checks))
        assert wizard.screen.machine.checks[0].found is Found.BAD
        assert "Kiểm tra mạng" in wizard.screen.machine.lines[0].words.text()
        wizard.key(Qt.Key.Key_Return, CTRL)
        assert wizard.screen.step is Step.MACHINE
        workspace = wizard.console.workspace
        workspace.settings = replace(workspace.settings, oa=OaConnection("", "", here, here))
        wizard.key(Qt.Key.Key_F5)
        wizard.pass_machine()
        wizard.give_app()
        link = approve_link(wizard)
        wizard.simulator.control("fault", path="/v4/oa/access_token", fault="reset", times=1)
        wizard.paste(link)
        said = wizard.refusal()
        assert "Mạng đứt giữa chừng" in said
        assert "chưa lưu gì" in said
        assert "liên kết mới" in said
        assert wizard.stored() == NOTHING
        wizard.consent()


def test_whoever_leaves_half_way_is_asked_again_and_nothing_is_half_stored(qapp, qtbot, profile):
    with profile.start(qapp, qtbot) as wizard:
        wizard.pass_machine()
        wizard.give_app()
        wizard.key(Qt.Key.Key_Escape)
        wizard.at(Step.APP)
        wizard.key(Qt.Key.Key_Escape)
        assert wizard.screen.app.secret.text() == ""
        wizard.key(Qt.Key.Key_Escape)
        wizard.at(Step.MACHINE)
        wizard.key(Qt.Key.Key_Escape)
        wizard.wait(lambda: not wizard.shown)
        assert wizard.console.gateway is None
        assert wizard.stored() == NOTHING
        wizard.from_the_desk()
        wizard.at(Step.MACHINE)
        assert wizard.screen.app.secret.text() == ""
        wizard.screen.leave.click()
        wizard.wait(lambda: not wizard.shown)
    with profile.start(qapp, qtbot) as again:
        again.at(Step.MACHINE)


def test_an_oa_that_is_connected_stays_so_when_the_rest_is_left(wizard):
    wizard.pass_machine()
    wizard.give_app()
    wizard.consent()
    wizard.screen.leave.click()
    wizard.wait(lambda: not wizard.shown and wizard.console.locking.seat is not None)
    assert wizard.console.gateway.tokens.generation == 1
    assert wizard.console.duties
    wizard.from_the_desk()
    wizard.at(Step.OFFICERS)
    enter_administrator(wizard)
    wizard.go_on()
    wizard.wait(lambda: not wizard.shown)
    assert wizard.console.seat.officer.officer_id == "CB-2201"


def test_another_oa_is_taken_until_the_inbox_was_read_and_not_after(wizard):
    wizard.pass_machine()
    wizard.give_app()
    wizard.consent()
    wizard.screen.consent.card.change.click()
    assert not wizard.screen.forward.isEnabled()
    wizard.consent()
    assert wizard.stored()[2].generation == 2
    wizard.go_on()
    wizard.at(Step.TRIAL)
    wizard.wait(lambda: wizard.screen.trial.trouble() == "")
    wizard.key(Qt.Key.Key_Escape)
    wizard.at(Step.CONSENT)
    assert wizard.screen.consent.card.change.isHidden()
    wizard.screen.consent.new_wanted.emit()
    wizard.paste(approve_link(wizard).replace("oa_id=", "oa_id=9"))
    assert f"hộp thư của trang {OA_ID}" in wizard.refusal()
    oa, _secret, tokens = wizard.stored()
    assert (oa.oa_id, tokens.generation) == (OA_ID, 2)


def test_an_inbox_that_cannot_be_read_is_told_and_the_connection_stays(wizard):
    wizard.pass_machine()
    wizard.give_app()
    wizard.consent()
    wizard.simulator.control("fault", path="/v2.0/oa/listrecentchat", fault="http500", times=2)
    wizard.go_on()
    wizard.at(Step.TRIAL)
    page = wizard.screen.trial
    wizard.wait(lambda: page.reading.title.text() == "Chưa đọc được hộp thư")
    assert "Việc nối vẫn giữ" in page.reading.words.text()
    assert not wizard.screen.forward.isEnabled()
    wizard.simulator.control("clear_faults")
    wizard.profile.clock.advance(120_000)
    wizard.key(Qt.Key.Key_F5)
    wizard.wait(lambda: page.trouble() == "")


def test_no_answer_goes_out_when_something_else_came_after_the_code(wizard):
    wizard.pass_machine()
    wizard.give_app()
    wizard.consent()
    wizard.go_on()
    wizard.at(Step.TRIAL)
    page = wizard.screen.trial
    wizard.wait(lambda: page.trouble() == "")
    wizard.simulator.control("inject", user="minh", text=page.code)
    wizard.simulator.control("inject", user="minh", text="có trộm, cứu với")
    wizard.key(Qt.Key.Key_F5)
    wizard.wait(page.send.isEnabled)
    page.send.click()
    wizard.wait(lambda: page.sending.title.text() == "Chưa gửi tin thử")
    assert "tin mới sau mã" in page.sending.words.text()
    assert wizard.simulator.control("received")["received"] == []


def test_only_an_administrator_connects_once_there_is_one(qapp, qtbot, profile):
    with profile.workspace() as workspace:
        save_officer(workspace, HANH)
        save_officer(workspace, ADMIN)
    with profile.start(qapp, qtbot) as wizard:
        assert not wizard.shown
        wizard.from_the_desk()
        (told,) = [
            w for w in QApplication.topLevelWidgets() if isinstance(w, MessageDialog) and w.isVisible()
        ]
        told.close()
        assert not wizard.shown
    save_settings(profile.settings_file, replace(profile.settings(), officer=ADMIN.officer_id))
    with profile.start(qapp, qtbot) as wizard:
        wizard.at(Step.MACHINE)


def test_the_lock_takes_the_wizard_away_with_what_was_typed(wizard):
    wizard.pass_machine()
    wizard.screen.app.secret.setFocus()
    wizard.type("bi-mat-da-go")
    field = wizard.screen.app.secret
    wizard.key(Qt.Key.Key_L, CTRL)
    wizard.wait(lambda: isinstance(wizard.console.locking.shell.content, LockScreen))
    assert not wizard.shown
    assert field.text() == ""
    assert wizard.stored() == NOTHING


def test_a_second_administrator_is_not_made_by_who_is_none(profile):
    with profile.workspace() as workspace:
        save_officer(workspace, HANH)
        require_set_up(workspace.store, workspace.rules, HANH)
        other = Officer("moi", "Người Mới", "TB-CAT", (Role.PROVINCE_DUTY,))
        with pytest.raises(Refused, match="vai trò Quản trị"):
            enter_first_administrator(workspace.store, workspace.rules, HANH, other)
        enter_first_administrator(workspace.store, workspace.rules, HANH, ADMIN)
        with pytest.raises(Refused, match="Đã có người quản trị"):
            enter_first_administrator(workspace.store, workspace.rules, HANH, other)
        with pytest.raises(Refused, match="việc của người quản trị"):
            require_set_up(workspace.store, workspace.rules, HANH)
        require_set_up(workspace.store, workspace.rules, ADMIN)
        assert not workspace.queries(HANH).may_set_up()
