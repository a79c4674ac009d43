"""The packet for the investigation body: by key, whole, hashed, bound to the log, without who told of the matter (E-06)."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from console.actions import exporting
from console.actions.desk import Missing
from console.app.maintenance import export_case
from console.app.packet import INTAKE, THREAD, TRANSFER, with_papers
from console.cache.handover_query import head_hash
from console.domain import events as e
from console.ui.composer.tabs import ComposerMode
from tests.parcels import PHRASE, cheap_guesses, close_with_phrase, opened

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NAME = "Nông Canary Thị Bưởi"
STORY = f"Tôi là {NAME}, 0912.345.678, thấy nhà bên bán ma túy ở tổ 5"


@pytest.fixture
def told(console, monkeypatch):
    """A case with words, a picture, a reply, a note and a transfer."""
    cheap_guesses(monkeypatch)
    console.says("an", STORY, name=NAME)
    console.simulator.control("user", user="an", shared={"name": NAME, "phone": "0912345678"})
    console.says("an", "", type="image", name=NAME)
    for _ in range(4):
        console.gateway.media.tick()
        console.gateway.profile.tick()
    console.key(Qt.Key.Key_F8)
    composer = console.window.composer
    composer.start(ComposerMode.NOTE)
    composer.note_edit.setPlainText("ghi chú nội bộ canary")
    console.key(Qt.Key.Key_S, CTRL)
    with console.workspace.store.write() as tx:
        tx.add(
            console.case().case_id,
            e.CaseClassified("TO_GIAC"),
            e.CaseTransferred("t1", "PC04", f"Ma túy, người báo {NAME}", console.clock.now_ms() + 60_000),
            actor=console.officer.officer_id,
            unit="TB-CAT",
        )
    console.settle()
    return console


def words(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def written(told, place, monkeypatch):
    monkeypatch.setattr(told.controller.media.exporting, "_choose", lambda _parent, chosen: chosen(place))
    told.key(Qt.Key.Key_E, CTRL | ALT)
    dialog = told.app.activeModalWidget()
    assert "Cơ quan điều tra" in dialog.windowTitle()
    dialog.choices[0].setChecked(True)
    dialog.refresh()
    told.key(Qt.Key.Key_Return, CTRL)
    close_with_phrase(told)
    return opened(place)


def test_a_packet_is_whole_hashed_bound_to_the_log_and_names_no_source(told, tmp_path, monkeypatch):
    place = tmp_path / "usb"
    place.mkdir()
    folder = written(told, place, monkeypatch)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    names = {entry["name"] for entry in manifest["files"]}
    assert {path.name for path in folder.iterdir()} == names | {"manifest.json"}
    assert {THREAD, INTAKE, TRANSFER, "messages.json", "nhat-ky.json"} < names
    for entry in manifest["files"]:
        data = (folder / entry["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (entry["size"], entry["sha256"])
        assert entry["media_type"].endswith(entry["name"].rpartition(".")[2].replace("jpg", "jpeg"))
    # The original picture, bit for bit.
    (picture,) = [entry for entry in manifest["files"] if entry["media_type"].startswith("image/")]
    with told.workspace.store.read() as connection:
        rows = connection.exec_driver_sql("SELECT sha256 FROM attachment WHERE sha256 <> ''").scalars().all()
        hashes = connection.exec_driver_sql("SELECT lower(hex(hash)) FROM event").scalars().all()
    assert rows == [picture["sha256"]]
    assert manifest["log_head"] in hashes
    # Its own leaving is the last thing in it; every line can be checked against the chain.
    log = json.loads((folder / "nhat-ky.json").read_text("utf-8"))["log"]
    assert log[-1]["kind"] == "case.exported" and "Cơ quan điều tra" in log[-1]["words"]
    assert {line["sha256"] for line in log} <= set(hashes)
    # What the citizen wrote can be proved without telling who it was.
    messages = json.loads((folder / "messages.json").read_text("utf-8"))["messages"]
    assert messages[0]["sha256_of_text"] == hashlib.sha256(STORY.encode()).hexdigest()
    thread = words(folder / THREAD)
    assert "bán ma túy ở tổ 5" in thread and "[đã che]" in thread
    everything = json.dumps([manifest, log, messages], ensure_ascii=False)
    everything += "".join(words(folder / name) for name in (THREAD, INTAKE, TRANSFER))
    # A hash is chance: four digits of a number stand in one now and then.
    everything = re.sub(r"[0-9a-f]{12,}", "", everything)
    for secret in ("Canary", "0912", "345.678", "ghi chú nội bộ canary"):
        assert secret not in everything, secret


def test_a_packet_is_made_by_command_as_well(told, tmp_path):
    number = told.case().number
    place = tmp_path / "usb"
    place.mkdir()
    who = told.officer.officer_id
    done = export_case(told.workspace, number, place, "theo yêu cầu", who, PHRASE, packet=True)
    assert "3 phiếu" in done.words()
    assert Path(done.path).name.startswith(f"{number}-CQDT-")
    assert hashlib.sha256(Path(done.path).read_bytes()).hexdigest() == done.sha256
    assert (opened(place) / THREAD).exists()


def test_a_case_that_became_hidden_meanwhile_prints_nothing(told):
    desk = told.bench.desk
    package = exporting.plan_packet(desk, told.case().case_id, "chuyển")
    with told.workspace.store.write() as tx:
        tx.add(
            package.case_id,
            e.ConflictMarked((), (told.officer.officer_id,), "nêu tên"),
            actor="thanh",
            unit="PX05",
        )
    with pytest.raises(Missing):
        with_papers(desk, told.workspace.reader(), package)
    with told.workspace.store.read() as connection:
        assert head_hash(connection) != package.head
