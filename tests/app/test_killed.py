"""The process is killed while somebody writes: what was written two seconds ago is there afterwards (features C-07).

So is what belongs to a reply: the file that was chosen for it, sealed and whole, and which message it quotes.
"""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

from console.app.workspace import open_workspace
from console.cache.keys import MEDIA, subkey
from console.cache.sealed import SealedFiles
from console.cache.views import MessageItem, QueueFilter
from console.ui.composer.drafts import DRAFT_EVERY_MS
from tests.scene import HANH

ROOT = Path(__file__).resolve().parents[2]
WORDS = "dang viet do thi mat dien"
NOTE = "ghi chu chua luu"
PDF = b"%PDF-1.4 " + bytes(range(256)) * 200
DESK = """
import os
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from console.actions.desk import Desk
from console.app.workbench import LocalWorkbench
from console.cache.keys import MEDIA, subkey
from console.cache.sealed import SealedFiles
from console.cache.views import MessageItem, QueueFilter
from console.domain.draft import extra_from_text
from console.runtime.bridge import Bridge
from console.runtime.clock import SystemClock
from console.runtime.jobs import SerialRunner
from console.runtime.resources import load_reply_policy
from console.ui.common.names import Names
from console.ui.composer.tabs import ComposerMode
from console.ui.desk.controller import DeskController
from console.ui.desk.window import DeskWindow
from console.ui.theme import apply_theme
from tests.scene import HANH, scene
from tests.app.conftest import NoPictures

app = QApplication([])
QTimer.singleShot(60_000, lambda: os._exit(1))  # what is never kept must not be waited for for ever
apply_theme(app, "light")
with scene(Path(sys.argv[1])) as workspace:
    bridge = Bridge()
    store = SerialRunner("store", SystemClock().mono, bridge.post)
    files = SealedFiles(workspace.profile.media, subkey(workspace.opened.key, MEDIA))
    desk = Desk(workspace.store, HANH, workspace.rules, load_reply_policy(), files)
    bench = LocalWorkbench(workspace, desk, store, store, bridge, NoPictures(), {})
    window = DeskWindow(bench, Names.from_catalog(bench.catalog))
    controller = DeskController(window, bench, Names.from_catalog(bench.catalog))
    window.show()
    first = bench.queries.queue_index(QueueFilter())[0].case_id
    controller.room.open(first, ComposerMode.REPLY)
    composer = window.composer

    def told(mode, _case, _text, more):
        # In line behind the draft on the store's thread: when this is answered, the draft is on the disk.
        extra = extra_from_text(more)
        what = ["kept", mode, *["file"] * (extra.file is not None), *["quote"] * bool(extra.quote_id)]
        bench.act(lambda _desk: what, lambda done: print(*done, flush=True), print)

    composer.draft_changed.connect(told)
    composer.set_reply_block("")
    QTest.keyClicks(composer.reply_edit, sys.argv[2])
    if len(sys.argv) > 4:
        assert composer.add_file(Path(sys.argv[4]))
        said = next(item for item in controller.room.items if isinstance(item, MessageItem))
        composer.quote_message(said.message_id, said.text)
    if not sys.argv[3]:
        app.exec()
    composer.start(ComposerMode.NOTE)
    QTest.keyClicks(composer.note_edit, sys.argv[3])
    app.exec()
"""


def kill_when_kept(folder, text, note="", *file, last):
    """Run a desk, type, and kill it without warning once it has said ``last`` of a draft; return all it said."""
    child = subprocess.Popen(
        [sys.executable, "-c", DESK, str(folder), text, note, *map(str, file)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    said = []
    with child:
        while not said or said[-1] not in ("", last):  # "" is the end of what it says
            said.append(child.stdout.readline().strip())
        child.send_signal(signal.SIGKILL)
        child.stdout.read()
    assert child.returncode == -signal.SIGKILL
    return said


def drafts(folder):
    with open_workspace(folder, demo=True) as workspace, workspace.store.read() as connection:
        return dict(connection.exec_driver_sql("SELECT mode, text FROM draft").all())


def test_reply_and_note_outlive_kill_9_apart(tmp_path):
    said = kill_when_kept(tmp_path / "p", WORDS, NOTE, last="kept note")
    assert said == ["kept reply", "kept note"]
    assert drafts(tmp_path / "p") == {"reply": WORDS, "note": NOTE}


def test_words_file_and_quote_of_a_draft_outlive_kill_9(tmp_path):
    assert DRAFT_EVERY_MS < 2_000
    file = tmp_path / "mau don.pdf"
    file.write_bytes(PDF)
    said = kill_when_kept(tmp_path / "p", WORDS, "", file, last="kept reply file quote")
    assert said[-1] == "kept reply file quote"
    file.unlink()  # what is in the store is enough
    with open_workspace(tmp_path / "p", demo=True) as workspace:
        queries = workspace.queries(HANH)
        detail = queries.detail(queries.queue_index(QueueFilter())[0].case_id)
        assert detail.draft_reply == WORDS
        quoted = next(item for item in queries.thread(detail.case.case_id) if isinstance(item, MessageItem))
        assert (detail.draft_extra.quote_id, detail.draft_quote) == (quoted.message_id, quoted.text)
        kept = detail.draft_extra.file
        assert (kept.name, kept.sha256) == ("mau don.pdf", hashlib.sha256(PDF).hexdigest())
        files = SealedFiles(workspace.profile.media, subkey(workspace.opened.key, MEDIA))
        assert files.read(kept.file_id, kept.sha256) == PDF
