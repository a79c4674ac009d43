"""The threaded console as it runs at a desk: it opens, takes messages in by itself, and stops cleanly."""

import threading
from dataclasses import replace

import pytest

from console.app.connecting import consent_code
from console.app.desktop import open_console
from console.app.gateway import keep_app_secret, make_gateway
from console.app.workspace import open_workspace
from console.cache.keys import MEDIA, subkey
from console.cache.views import View
from console.runtime.duty import Duty
from console.runtime.settings import OaConnection
from console.simulator.config import APP_ID, OA_ID, SECRET_KEY
from console.zalo.secret import Secret


@pytest.fixture
def workspace(tmp_path, simulator):
    with open_workspace(tmp_path / "profile", demo=True) as opened:
        opened.settings = replace(
            opened.settings, oa=OaConnection(APP_ID, OA_ID, simulator.base_url, simulator.base_url)
        )
        keep_app_secret(opened.store, Secret(SECRET_KEY))
        gateway = make_gateway(opened, lambda work: work(opened.store))
        gateway.tokens.consent(consent_code(simulator.control_url))
        gateway.close()
        yield opened


def test_messages_come_in_by_themselves_and_no_thread_is_left(qapp, qtbot, workspace, simulator):
    simulator.control("inject", user="an", text="cuu voi", times=3, step_ms=10)
    with open_console(qapp, workspace) as console:
        console.window.show()
        qtbot.waitUntil(lambda: console.bench.queries.counts().views[View.ALL_OPEN] == 1)
        console.controller.claim_next()
        qtbot.waitUntil(lambda: console.controller.room.detail is not None)
        assert len([i for i in console.controller.room.items if getattr(i, "text", "") == "cuu voi"]) == 3
        assert console.troubles == []
    names = [thread.name for thread in threading.enumerate()]
    assert not [n for n in names if n in ("store", "reader", "pictures") or n.startswith("gateway-")]


def test_what_opens_files_and_speaks_as_the_oa_is_overwritten_when_every_thread_has_ended(qapp, workspace):
    """Not only let go of: the bytes themselves are zero (adr-lock.md)."""
    with open_console(qapp, workspace) as console:
        gateway = console.gateway
        media, journal = gateway.files._key.use(), gateway._journal._key.use()
        token, app_secret = gateway.tokens.access()._value, gateway._secret._value
        lying = (media, journal, token, app_secret)
        assert app_secret.decode() == SECRET_KEY and all(any(one) for one in lying)
        assert media == subkey(workspace.opened.key, MEDIA)
    assert console.ended
    assert [bytes(one) for one in lying] == [bytes(len(one)) for one in lying]
    with pytest.raises(RuntimeError, match="given up"):
        gateway.files.read("ab" * 16, "")
    assert not gateway.tokens.access()


def test_where_a_thread_hangs_nothing_is_overwritten_under_its_hands(qapp, workspace, monkeypatch):
    stop = Duty.stop

    def hangs(duty, timeout_s):
        return stop(duty, timeout_s) and duty.name != "gateway-media"

    monkeypatch.setattr(Duty, "stop", hangs)
    with open_console(qapp, workspace) as console:
        gateway = console.gateway
    assert not console.ended
    assert gateway.tokens.access()
    assert bytes(gateway.files._key.use()) == subkey(workspace.opened.key, MEDIA)


def test_without_an_oa_the_window_opens_and_says_so(qapp, tmp_path):
    with open_workspace(tmp_path / "p", demo=True) as workspace, open_console(qapp, workspace) as console:
        console.window.show()
        qapp.processEvents()
        assert console.gateway is None
        assert any("console connect" in trouble for trouble in console.troubles)
