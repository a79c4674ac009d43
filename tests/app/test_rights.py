"""The right to use the OA ends, and a new consent from the window brings it back (reliability.md §4.3; features Y-03)."""

import urllib.error
import urllib.request

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import update

from console.cache import tables as t
from console.cache.errors import DiskFullError
from console.cache.store import Transaction
from console.domain.calendar import local_datetime
from console.domain.clock import DAY_MS, HOUR_MS
from console.domain.events import OaConnected
from console.record.local import read_events
from console.simulator.config import APP_ID, OA_ID
from console.ui.dialogs.connect import ConnectDialog

CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_args):
        return None


def approve(link):
    """Do what an administrator's browser does; return the address it ends at."""
    try:
        urllib.request.build_opener(_Stay).open(link, timeout=60)
    except urllib.error.HTTPError as answer:
        answer.close()
        return answer.headers["Location"]
    raise AssertionError("the consent page did not redirect")


def wizards():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, ConnectDialog) and w.isVisible()]


def wizard():
    (dialog,) = wizards()
    return dialog


def answer(console, dialog, pasted):
    dialog.pasted.setText(pasted)
    dialog.decide()
    console.settle()


def connections(console):
    """Return who connected which OA by which app, as the log tells it."""
    with console.workspace.store.read() as connection:
        told = read_events(connection, 1, 1_000_000)
        return [(one.actor, one.body) for one in told if isinstance(one.body, OaConnected)]


def beat(console):
    """A second of the window's own."""
    console.gateway.profile.tick()
    console.controller.refresh_health()
    console.settle()


def test_the_wizard_opens_by_key_and_says_how_long_everything_lasts(console):
    console.walk()
    for _ in range(3):
        beat(console)
    console.key(Qt.Key.Key_K, CTRL_ALT)
    dialog = wizard()
    assert dialog.lasts.text().startswith("Token còn 24 giờ · refresh còn 89 ngày · gói OA hết ")
    assert "gói tin còn " in dialog.lasts.text()
    dialog.reject()


def test_a_dead_grant_turns_the_window_red_and_the_wizard_heals_it(console):
    console.walk()
    console.simulator.control("token", do="revoke")
    console.pass_time(HOUR_MS)
    console.walk()
    beat(console)
    banner = console.window.banner.state()
    assert banner.tone == "red"
    assert "Zalo không còn cho phép truy cập" in banner.title
    console.window.banner.buttons["reconnect"].click()
    dialog = wizard()
    assert "Token đã hết" in dialog.lasts.text()
    answer(console, dialog, "https://example.vn/zalo?error=denied")
    assert dialog.isVisible()
    assert "Làm lại với liên kết mới" in dialog.words.text()
    assert connections(console) == []
    answer(console, dialog, approve(dialog.link.text()))
    assert wizards() == []
    # Whose hand it was is in the log, as after the first connection (threats T15).
    assert connections(console) == [(console.officer.officer_id, OaConnected(APP_ID, OA_ID))]
    console.says("an", "cho em hoi")
    beat(console)
    assert console.window.banner.state() is None
    assert console.window.queue.model.case_count() == 1


def test_a_new_consent_that_cannot_be_noted_says_so_and_works(console, monkeypatch):
    console.walk()
    console.window.status.details_wanted.emit("conn.token")
    dialog = wizard()
    append_all = Transaction.append_all

    def refusing(tx, commands):
        if any(isinstance(body, OaConnected) for one in commands for body in one.bodies):
            raise DiskFullError
        return append_all(tx, commands)

    monkeypatch.setattr(Transaction, "append_all", refusing)
    answer(console, dialog, approve(dialog.link.text()))
    assert "Đã nối lại" in dialog.words.text() and "nhật ký chưa có" in dialog.words.text()
    assert console.gateway.tokens.generation == 2
    assert connections(console) == []
    dialog.reject()


def test_a_link_is_good_for_one_answer_and_one_oa(console):
    console.walk()
    console.window.status.details_wanted.emit("conn.token")
    dialog = wizard()
    first = approve(dialog.link.text())
    answer(console, dialog, first.replace("oa_id=", "oa_id=9"))
    assert "trang OA khác" in dialog.words.text()
    answer(console, dialog, first)
    assert dialog.isVisible(), "the first link's answer must not be taken any more"
    assert console.gateway.tokens.generation == 1
    assert connections(console) == []
    dialog.reject()


@pytest.mark.parametrize("what", ["consent", "package"])
def test_each_step_before_the_end_is_told_once(console, what):
    console.walk()
    beat(console)
    store, told = console.workspace.store, []
    console.window.toasts.show_toast = told.append
    console.controller.alarms._steps.clear()
    for left in (15, 14, 13, 7, 6, 3, 2, 1, 0):
        with store.write() as tx:
            end = tx.now_ms + left * DAY_MS
            tx.connection.execute(
                update(t.token).values(
                    refresh_expires_at=end if what == "consent" else tx.now_ms + 80 * DAY_MS
                )
            )
            day = console.clock.now_ms() + left * DAY_MS
            tx.connection.exec_driver_sql(
                "UPDATE gateway_state SET value = ? WHERE name = 'oa.package_until'",
                (day_of(day if what == "package" else day + 80 * DAY_MS),),
            )
            tx.touch_health()
        console.controller.refresh_health()
        console.settle()
    days = [toast.title for toast in told if toast.topic == f"expiry.{what}"]
    assert len(days) == 5
    assert [toast.tone for toast in told if toast.topic == f"expiry.{what}"] == ["orange"] * 3 + ["red"] * 2


def day_of(at_ms):
    """Return the day of Vietnam before the one of ``at_ms``, as Zalo writes it: its end lies up to a day before."""
    return local_datetime(at_ms - DAY_MS).strftime("%d/%m/%Y")
