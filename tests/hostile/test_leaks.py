"""A whole duty with marked secrets, then a search for them in every file, log, clipboard, title and notice (T14, T20, T21)."""

import base64
import logging
import os
import sys
import tempfile
import threading
import unicodedata
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from console.app.maintenance import backup, verify
from console.runtime.hooks import install_hooks
from console.runtime.logs import open_log
from console.runtime.settings import save_settings
from console.simulator.config import SECRET_KEY, Config
from console.simulator.server import Running
from console.ui.common import clipboard
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.alarms import Alarms
from tests.app.conftest import START_MS, connected

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Nông Canary Thị Bưởi"
PHONE = "0912345678"
TEXT = "chuyện canary ở ngõ bưởi ba"
NOTE = "ghi chú canary nội bộ sáu"
REPLY = "trả lời canary cho bà bảy"
DRAFT = "nháp canary đang viết tám"


class Sounds:
    """Plays nothing."""

    def play(self, _level, _volume):
        pass

    def stop(self):
        pass


def spellings(secret):
    """Return the bytes a secret may hide as."""
    forms = {unicodedata.normalize(form, secret) for form in ("NFC", "NFD")}
    found = set()
    for form in forms:
        found |= {form.encode(), form.encode("utf-16-le"), form.encode("utf-16-be")}
        found |= {repr(form)[1:-1].encode(), ascii(form)[1:-1].encode(), form.encode("unicode_escape")}
        for cut in range(3):
            # In Base64 a secret looks different at each of three offsets; the ends depend on its neighbours.
            found.add(base64.b64encode(b"x" * cut + form.encode())[4:-4])
    return {form for form in found if len(form) > 6}


def hits(secrets, folders):
    """Return where any secret stands, over every file and every file's name."""
    needles = {form: name for name, secret in secrets.items() for form in spellings(secret)}
    found = []
    for folder in folders:
        for path in [p for p in Path(folder).rglob("*") if p.is_file()]:
            place = os.fsencode(path.name)
            content = path.read_bytes()
            found += [
                f"{name} in {path}" for form, name in needles.items() if form in content or form in place
            ]
    return found


def secrets_of(simulator):
    return {
        "token": simulator.access_token,
        "app secret": SECRET_KEY,
        "name": NAME,
        "phone": PHONE,
        "text": TEXT,
        "note": NOTE,
        "reply": REPLY,
        "draft": DRAFT,
    }


def test_the_search_finds_what_is_there(tmp_path):
    for number, form in enumerate(sorted(spellings(NAME))):
        (tmp_path / str(number)).write_bytes(b"before " + form + b" after")
    assert len({hit.rpartition("/")[2] for hit in hits({"name": NAME}, [tmp_path])}) == len(spellings(NAME))
    (tmp_path / f"{PHONE}.txt").touch()
    assert hits({"phone": PHONE}, [tmp_path]) == [f"phone in {tmp_path / PHONE}.txt"]


@pytest.fixture
def duty(qapp, tmp_path, monkeypatch):
    """A console whose temporary files go to a folder of their own, with its log, after a night's work."""
    temporary = tmp_path / "temp"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", None)
    with (
        Running(Config(seed=5, wall=lambda: START_MS)) as simulator,
        connected(qapp, tmp_path / "profile", simulator) as console,
    ):
        folder = console.workspace.profile.logs
        log = open_log(folder, console.clock.now_ms)
        undo = install_hooks(log, folder)
        try:
            yield console, simulator, log, [tmp_path]
        finally:
            undo()
            log.close()


def work(console, log):
    """Do what leaves traces."""
    console.says("an", TEXT, name=NAME)
    console.simulator.control("user", user="an", shared={"name": NAME, "phone": PHONE})
    console.says("an", "", type="image", name=NAME)
    console.says("an", "", type="file", name=NAME, raw={"file_name": f"{NAME} {PHONE}.pdf", "message": ""})
    for _ in range(4):
        console.gateway.media.tick()
        console.gateway.profile.tick()
    console.settle()
    console.key(Qt.Key.Key_F8)
    composer = console.window.composer
    composer.start(ComposerMode.NOTE)
    composer.note_edit.setPlainText(NOTE)
    console.key(Qt.Key.Key_S, CTRL)
    composer.start(ComposerMode.REPLY)
    composer.reply_edit.setPlainText(REPLY)
    composer._pressed.invalidate()
    console.key(Qt.Key.Key_Return, CTRL)
    console.send()
    composer.reply_edit.setPlainText(DRAFT)
    composer.flush()
    console.settle()
    console.controller.asking.confiding._reveal(console.case(), "kiểm tra")
    console.settle()
    console.bench.queries.search(TEXT)
    console.controller.finding.open_palette()
    console.controller.finding.palette.field.setText(TEXT)
    console.settle()
    console.controller.finding.palette.close()
    try:
        raise ValueError(f"{NAME} {PHONE} {TEXT} {NOTE} {REPLY} {DRAFT} {console.simulator.access_token}")
    except ValueError as error:
        log.failure("job.failed", error)
        sys.excepthook(type(error), error, error.__traceback__)
        threading.excepthook(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
        logging.getLogger("httpx").exception("%s %s", TEXT, console.simulator.access_token)
    qWarning(f"cannot show '{NAME}' {PHONE} '{TEXT}'")
    save_settings(console.workspace.profile.settings, console.workspace.settings)
    backup(console.workspace, None)
    assert verify(console.workspace).ok


def test_nothing_of_a_citizen_and_no_secret_lies_outside_the_encrypted_store(duty):
    console, simulator, log, folders = duty
    work(console, log)
    profile = console.workspace.profile.root
    kinds = {path.suffix for path in profile.rglob("*") if path.is_file()}
    assert {".db", ".log", ".sealed"} <= kinds
    assert hits(secrets_of(simulator), folders) == []
    # Once more when everything is in the main file and nothing in its log.
    with console.workspace.store.write() as tx:
        tx.touch_health()
    console.workspace.opened.engine.dispose()
    assert hits(secrets_of(simulator), folders) == []


def test_no_title_notice_or_tray_word_says_who_or_what(duty, monkeypatch):
    console, simulator, log, _folders = duty
    shown = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _icon: None)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, words, *_more: shown.append(f"{title} {words}")
    )
    monkeypatch.setattr(QSystemTrayIcon, "setToolTip", lambda _icon, words: shown.append(words))
    monkeypatch.setattr(console.window, "isActiveWindow", lambda: False)
    alarms = Alarms(console.window, console.bench, Sounds())
    work(console, log)
    console.says("binh", "no dang cam dao duoi danh nguoi " + TEXT, name=NAME)
    alarms.look()
    console.clock.advance(30_000)
    alarms.tick(console.bench.queries.health(), None)
    assert any("KHẨN" in words for words in shown)
    said = [*shown, *(heard.words for heard in alarms.log)]
    for card in console.window.toasts.cards:
        said += [card.accessibleName(), card.toast.title, card.toast.detail]
    for window in QApplication.topLevelWidgets():
        said.append(window.windowTitle())
    said.append(QGuiApplication.applicationDisplayName())
    assert len(said) > 5
    for words in said:
        assert not [name for name, secret in secrets_of(simulator).items() if secret in words], words


def test_what_was_copied_is_marked_and_gone_after_half_a_minute(duty):
    console, _simulator, log, _folders = duty
    work(console, log)
    view = console.window.conversation.thread_view
    view._copy(TEXT)
    board = QGuiApplication.clipboard()
    assert board.text() == TEXT
    assert board.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    assert clipboard.CLEAR_AFTER_MS <= 31_000
    clipboard._Held.wiper._timer.timeout.emit()
    assert board.text() == ""
