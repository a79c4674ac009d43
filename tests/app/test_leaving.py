"""Attachments to their end: not there yet and said so, whole and proven, leaving with a list and in the log first (X-01, X-04)."""

import base64
import hashlib
import json

import pytest
from PySide6.QtCore import Qt

from console.cache.views import MediaState
from console.domain.calendar import local_datetime
from console.domain.file_names import ending_of
from console.ui.common.labels import PlainLabel
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.queue.faces import row_state
from console.zalo.errors import MediaUnreachable
from tests.app.test_desk import PIXEL
from tests.parcels import cheap_guesses, close_with_phrase, opened

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Nguyễn Văn Canary"
TOLD = "toi gui anh, toi la nguyen van canary 0912345678"


@pytest.fixture
def held(console, monkeypatch):
    cheap_guesses(monkeypatch)
    console.says("an", TOLD, name=NAME)
    console.says("an", "", type="image", name=NAME)
    console.says("an", "", type="file", name=NAME, raw={"file_name": f"{NAME} 0912345678.pdf", "message": ""})
    return console


def fetch(console):
    for _ in range(4):
        console.gateway.media.tick()
    console.settle()


def attachments(console):
    return [(i, a) for i in console.controller.room.items for a in getattr(i, "attachments", ())]


def ask(console, kind):
    for item, file in attachments(console):
        console.controller._thread_act(Act(kind, item.message_id, "", file.number))
        console.settle()
        break


def exported(console, place, monkeypatch, start):
    exporting = console.controller.media.exporting
    monkeypatch.setattr(exporting, "_choose", lambda _parent, chosen: chosen(place))
    start()
    console.settle()
    dialog = console.app.activeModalWidget()
    assert not dialog.verb.isEnabled()
    dialog.choices[0].setChecked(True)
    dialog.refresh()
    dialog.decide()
    console.settle()
    close_with_phrase(console)


def events(console):
    with console.workspace.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT kind FROM event WHERE kind = 'case.exported'").all()
    return len(rows)


def test_a_case_leaves_with_its_files_their_hashes_and_no_identity(held, tmp_path, monkeypatch):
    fetch(held)
    held.key(Qt.Key.Key_F8)
    place = tmp_path / "usb"
    place.mkdir()
    exported(held, place, monkeypatch, lambda: held.controller.keyboard.run_command("export"))
    assert events(held) == 1
    folder = opened(place)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = {entry["name"] for entry in manifest["files"]}
    assert {path.name for path in folder.iterdir()} == names | {"manifest.json"}
    assert len(names) == 3
    for entry in manifest["files"]:
        data = (folder / entry["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["size"], entry["sha256"])
    assert manifest["reason"] == "Chuyển cơ quan điều tra"
    everything = "".join(names) + (folder / "messages.json").read_text("utf-8") + json.dumps(manifest)
    assert "canary" not in everything.lower() and "0912" not in everything
    written = json.loads((folder / "messages.json").read_text("utf-8"))
    mark = f"{held.officer.title} · {local_datetime(held.clock.now_ms()):%d/%m/%Y %H:%M}"
    assert (written["case"], written["mark"], manifest["mark"]) == (held.case().number, mark, mark)
    assert written["messages"][0]["text"].startswith("toi gui anh")
    assert written["messages"][0]["sha256_of_text"] == hashlib.sha256(TOLD.encode()).hexdigest()
    types = {entry["name"].rpartition(".")[2]: entry["media_type"] for entry in manifest["files"]}
    assert all(ending == "json" or ending == ending_of(kind) for ending, kind in types.items())


def test_one_file_leaves_alone_and_bit_exact(held, tmp_path, monkeypatch):
    fetch(held)
    held.key(Qt.Key.Key_F8)
    place = tmp_path / "usb"
    place.mkdir()
    (_, file), *_ = attachments(held)
    exported(held, place, monkeypatch, lambda: ask(held, ThreadAct.SAVE_FILE))
    folder = opened(place)
    (written,) = [path for path in folder.iterdir() if path.name != "manifest.json"]
    assert hashlib.sha256(written.read_bytes()).hexdigest() == file.sha256
    assert events(held) == 1


def test_a_kept_file_proves_itself_or_is_named_damaged(held):
    fetch(held)
    held.key(Qt.Key.Key_F8)
    (item, file), *_ = attachments(held)
    ask(held, ThreadAct.VERIFY_FILE)
    said = " ".join(label.text() for label in held.app.activeModalWidget().findChildren(PlainLabel))
    assert file.sha256 in said
    assert item.message_id in said
    held.key(Qt.Key.Key_Escape)
    path = held.gateway.files.path(file.file_id)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    ask(held, ThreadAct.VERIFY_FILE)
    assert held.app.activeModalWidget() is None
    assert "bị hỏng hoặc mất" in held.window.toasts.cards[-1].toast.title


def test_a_damaged_file_stops_the_export_and_leaves_nothing(held, tmp_path, monkeypatch):
    fetch(held)
    held.key(Qt.Key.Key_F8)
    (_, file), *_ = attachments(held)
    held.gateway.files.path(file.file_id).unlink()
    place = tmp_path / "usb"
    place.mkdir()
    exported(held, place, monkeypatch, lambda: held.controller.keyboard.run_command("export"))
    assert list(place.iterdir()) == []
    assert held.window.toasts.cards[-1].toast.tone == "red"


def test_what_cannot_be_fetched_is_marked_in_queue_and_conversation_and_comes_later(held):
    media = held.gateway.media
    works = media._fetch

    def broken(_url, _sink, _policy):
        raise MediaUnreachable("GET media", "refused")

    media._fetch = broken
    fetch(held)
    held.key(Qt.Key.Key_F8)
    case_id = held.case().case_id
    (row,) = held.bench.queries.queue_rows([case_id])
    assert row.media_failed == 2
    assert ("warn", "orangeText") in row_state(row, held.controller._names, held.clock.now_ms()).marks
    assert {(a.state, a.attempts) for _, a in attachments(held)} == {(MediaState.WAITING, 1)}
    view = held.window.conversation.thread_view
    spoken = " ".join(view._delegate.laid(at).spoken for at in range(view._model.rowCount()))
    assert "Chưa tải được, thử lại" in spoken
    media._fetch = works
    held.clock.advance(61_000)
    fetch(held)
    held.controller.room.refresh()
    assert {a.state for _, a in attachments(held)} == {MediaState.STORED}
    assert held.bench.queries.queue_rows([case_id])[0].media_failed == 0


def test_an_attached_picture_goes_out_without_where_it_was_taken(console, tmp_path):
    png = base64.b64decode(PIXEL)
    words = b"GPS 22.6657 106.2580"
    chunk = len(words).to_bytes(4, "big") + b"tEXt" + words + b"\0\0\0\0"
    picture = tmp_path / "anh.png"
    picture.write_bytes(png[:33] + chunk + png[33:])
    console.says("an", "duong vao cho nao a")
    console.key(Qt.Key.Key_F8)
    assert console.window.composer.add_file(picture)
    console.type("Moi xem")
    console.key(Qt.Key.Key_Return, CTRL)
    with console.workspace.store.read() as connection:
        (kept,) = connection.exec_driver_sql("SELECT file_id, sha256 FROM sealed_file").all()
    assert console.gateway.files.read(*kept) == png
