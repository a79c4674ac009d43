"""The hostile strings in every place that can hold one: taken in, seen, searched, noted, answered, exported, logged."""

import hashlib
import json
import logging
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QMimeData, Qt, qWarning
from PySide6.QtWidgets import QLabel, QTextEdit, QWidget

from console.actions import tags
from console.actions.desk import ActionError, Refused
from console.app.maintenance import export_case, verify
from console.app.unpacking import unpack
from console.cache.views import MessageItem, NoteItem, ReplyItem
from console.domain.canned import fill_slots
from console.domain.case import ReplyState
from console.domain.text import fold, nfc
from console.runtime.hooks import install_hooks
from console.runtime.logs import open_log
from console.ui.composer.tabs import ComposerMode
from console.zalo.strict_json import clean
from tests.hostile.strings import HOSTILE
from tests.hostile.watch import Pace, watching
from tests.parcels import PHRASE, cheap_guesses

BIG = 20_000
STALL_MS = 100
"""What a hostile string may cost the window's thread beyond what an ordinary one costs in the same turn of its loop."""


class Officer:
    """Works at the console and notes the longest turn of the window's loop."""

    def __init__(self, console):
        self.console = console
        self.longest_ms = 0.0

    def do(self, act, *args):
        """Do something and let everything happen that follows; the store's work does not count, it has its own thread."""
        pace = Pace(self.console.app)
        act(*args)
        for _ in range(6):
            pace.turn()
            self.console.runner.run_all()
        self.longest_ms = max(self.longest_ms, pace.longest_ms)

    def receives(self, user, **message):
        """Let a citizen write and the next walk read it; return the message's id."""
        self.console.pass_time(20_000)
        told = self.console.simulator.control("inject", user=user, **message)["messages"][0]
        self.console.walk()
        assert self.console.gateway.walker.poll.trouble == ""
        return told["message_id"]

    def opens(self, message_id):
        """Open the case of a message and return the message as it is shown."""
        (case_id,) = rows(self.console, "SELECT case_id FROM message WHERE message_id = ?", message_id)[0]
        self.do(self.console.controller.open_case, case_id)
        items = self.console.controller.room.items
        return next(i for i in items if isinstance(i, MessageItem) and i.message_id == message_id)

    def pastes(self, editor, text):
        """Paste, as from a page somewhere."""
        mime = QMimeData()
        mime.setText(clean(text))
        mime.setHtml("<b>" + clean(text)[:1000])
        editor.insertFromMimeData(mime)

    def items(self, kind):
        return [item for item in self.console.controller.room.items if isinstance(item, kind)]


def rows(console, sql, *values):
    with console.workspace.store.read() as connection:
        return connection.exec_driver_sql(sql, values).all()


def is_plain(widget):
    """Paint a widget with all that is on it; fail if anything under it could render markup."""
    widget.grab()
    for label in widget.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()[:80]
    assert widget.findChildren(QTextEdit) == []
    for each in (widget, *widget.findChildren(QWidget)):
        tip = each.toolTip()
        assert not tip or (tip.startswith("<qt>") and "<img" not in tip), tip


@pytest.fixture(autouse=True)
def _cheap(monkeypatch):
    cheap_guesses(monkeypatch)


@pytest.fixture(scope="module")
def addresses(simulator):
    """Where the console may connect to."""
    return [("127.0.0.1", int(url.rpartition(":")[2])) for url in (simulator.base_url, simulator.control_url)]


@pytest.fixture(scope="module")
def usual_ms(console):
    """What ordinary words cost, after everything was loaded and drawn once."""
    for name in ("Nguyễn Văn Bình", "Hoàng Thị Mười"):
        officer = Officer(console)
        officer.opens(officer.receives(name, text="Cho em hỏi thủ tục", name=name))
        search(officer, "thủ tục")
        note(officer, "đã gọi")
        answer(officer, "đã nhận")
    return officer.longest_ms


def search(officer, text):
    """Type a text into the palette; close it again."""
    finding = officer.console.controller.finding
    officer.do(finding.open_palette)
    officer.do(finding.palette.field.setText, text)
    is_plain(finding.palette)
    officer.do(finding.palette.close)
    return officer.console.bench.queries.search(text, ranked=True)


def note(officer, text):
    """Paste a note and save it; return the notes of the case."""
    composer = officer.console.window.composer
    officer.do(composer.start, ComposerMode.NOTE)
    officer.do(officer.pastes, composer.note_edit, text)
    # Two presses within 400 ms count as one; an officer is never so fast from note to note.
    composer._pressed.invalidate()
    officer.do(composer.note_edit.commit)
    return [item.text for item in officer.items(NoteItem)]


def answer(officer, text):
    """Claim the open case, paste a reply and send it; return what Zalo got since."""
    console = officer.console
    composer = console.window.composer
    before = len(console.posts())
    officer.do(console.controller.acts.claim_or_release)
    officer.do(composer.start, ComposerMode.REPLY)
    officer.do(officer.pastes, composer.reply_edit, text)
    composer._pressed.invalidate()
    officer.do(composer.reply_edit.commit)
    # A text with an address is asked about once more.
    composer._pressed.invalidate()
    officer.do(composer.reply_edit.commit)
    console.pass_time(20_000)
    officer.do(console.send)
    return console.posts()[before:]


@pytest.mark.parametrize("number", HOSTILE)
def test_a_hostile_string_is_only_text_in_every_sink(
    console, officer_log, bait, addresses, usual_ms, tmp_path, number
):
    text = bait.fill(HOSTILE[number])
    stored = clean(text)
    officer = Officer(console)
    folders = (console.workspace.profile.root, tmp_path)
    with watching(*folders, addresses=addresses) as touched:
        # As a name: kept as it is, shown as a pseudonym, and revealed as text.
        officer.opens(officer.receives(f"name-{number}", text="xin chào", name=text))
        case = console.case()
        asked = "SELECT display_name FROM identity WHERE conversation_id = ?"
        assert rows(console, asked, case.conversation_id) == [(stored,)]
        officer.do(console.controller.asking.confiding._reveal, case, "kiểm tra")
        is_plain(console.window)

        # As a file's name.
        shown = officer.opens(
            officer.receives(
                f"file-{number}", type="file", name="a.pdf", raw={"file_name": text, "message": ""}
            )
        )
        assert [attachment.name for attachment in shown.attachments] == [stored]
        console.gateway.workers["media"].tick()
        officer.do(console.settle)
        is_plain(console.window)

        # As a message.
        shown = officer.opens(officer.receives(f"text-{number}", text=text, name="Người báo tin"))
        assert shown.text == stored
        is_plain(console.window)
        case = console.case()
        (snippet,) = (row.snippet for row in console.bench.queries.queue_rows([case.case_id]))
        assert len(snippet) <= 400

        # As a search: finds what was written, in whatever way it was.
        hits = search(officer, text)
        if any(char.isalnum() for char in fold(stored)) and len(stored) < 200:
            assert case.case_id in {hit.case_id for hit in hits}

        # As a note.
        wanted = nfc(stored.replace("\r", "\n")).strip()
        notes = note(officer, text)
        if wanted and len(wanted) < 1_000:
            assert [spaces(each) for each in notes] == [spaces(wanted)]
        console.window.composer.note_edit.setPlainText("")

        # As a tag, and as what a ready answer is looked for or filled by: neither invents anything.
        with pytest.raises(ActionError):
            tags.set_tags(console.bench._desk, case.case_id, add=(stored or "?",))
        assert rows(console, "SELECT count(*) FROM case_tag WHERE case_id = ?", case.case_id) == [(0,)]
        composer = console.window.composer
        officer.do(composer.start, ComposerMode.REPLY)
        officer.do(composer.open_canned)
        officer.do(composer.popup.field.setText, text)
        is_plain(composer.popup)
        officer.do(composer.popup.hide)
        filled = fill_slots("{ten}{ma_vu_viec}", {"ten": stored, "ma_vu_viec": "CB26-1"}).text
        assert filled.endswith("CB26-1")
        assert filled.count("CB26-1") == 1
        fill_slots(stored, {"ma_vu_viec": "CB26-1"})

        # As a notice: only that something came.
        console.controller.alarms.look()
        console.controller.alarms.tick(console.bench.queries.health(), None)
        said = [heard.words for heard in console.controller.alarms.log]
        said += [card.accessibleName() for card in console.window.toasts.cards]
        assert not [words for words in said if len(stored.strip()) > 3 and stored.strip()[:40] in words]

        # As a reply: Zalo gets exactly these words, or nothing and the officer is told.
        posts = answer(officer, text)
        replies = officer.items(ReplyItem)
        if posts:
            assert [spaces(post["body"]["message"]["text"]) for post in posts] == [spaces(wanted)]
            assert [item.state for item in replies] == [ReplyState.SENT]
        else:
            assert replies == []
            assert not wanted or console.window.composer.problem.text()
        console.window.composer.reply_edit.setPlainText("")
        officer.do(console.settle)

        # As an export.
        target, parcel = tmp_path / "export", tmp_path / "export.btx"
        reason = stored.strip()[:900] or "-"
        export_case(console.workspace, case.number, parcel, reason, console.officer.officer_id, PHRASE)
        unpack(parcel, PHRASE, target)
        parcel.unlink()
        exported = json.loads((target / "messages.json").read_text(encoding="utf-8"))["messages"]
        # Its words may be covered (a number of the citizen's own); which they were can be proved all the same.
        proof = hashlib.sha256(stored.encode()).hexdigest()
        assert proof in [message["sha256_of_text"] for message in exported]
        assert json.loads((target / "manifest.json").read_text(encoding="utf-8"))["case"] == case.number
        assert {path.parent for path in tmp_path.rglob("*") if path.is_file()} == {target}

        # As a log: nothing of it.
        logged = officer_log(text)
        if len(stored.strip()) > 3:
            assert stored[:40] not in logged
        is_plain(console.window)
    assert touched.nothing, touched
    assert bait.bites() == []
    assert officer.longest_ms < usual_ms + STALL_MS, (officer.longest_ms, usual_ms)
    assert console.simulator.control("health")["bugs"] == []


def spaces(text):
    """Return a text as an editor gives it back: separators are line ends, invisible controls may be spaces."""
    return text.replace("\u2028", "\n").replace("\x85", "\n").replace("\u2029", "\n")


@contextmanager
def unheard():
    """Keep a line out of the test's report: from a parallel worker half a character could not travel."""
    root = logging.getLogger()
    ears = [handler for handler in root.handlers if type(handler).__module__.startswith("_pytest")]
    for handler in ears:
        root.removeHandler(handler)
    try:
        yield
    finally:
        for handler in ears:
            root.addHandler(handler)


@pytest.fixture
def officer_log(console):
    """Return what makes every kind of log line about a text, and gives those lines."""
    folder = console.workspace.profile.logs
    log = open_log(folder, console.clock.now_ms)
    undo = install_hooks(log, folder)
    file = folder / "ban-truc.log"

    def write(text):
        before = file.stat().st_size
        try:
            raise ValueError(text)
        except ValueError as error:
            log.failure("job.failed", error)
            with unheard():
                logging.getLogger("a.library").exception("cannot take %s", text)
        qWarning(f"cannot open '{clean(text)[:2000].replace(chr(39), ' ')}' now")
        return file.read_bytes()[before:].decode()

    yield write
    undo()
    log.close()


def test_an_export_is_in_the_log_first_and_a_broken_reason_writes_nothing(console, tmp_path):
    officer = Officer(console)
    officer.opens(officer.receives("xuat", text="xin chào"))
    case = console.case()
    kinds = "SELECT count(*) FROM event WHERE case_id = ? AND kind = 'case.exported'"
    before = rows(console, kinds, case.case_id)[0][0]
    target = tmp_path / "out.btx"
    with pytest.raises(Refused):
        export_case(console.workspace, case.number, target, "\ud800", console.officer.officer_id, PHRASE)
    assert not target.exists()
    export_case(console.workspace, case.number, target, "theo yêu cầu", console.officer.officer_id, PHRASE)
    assert rows(console, kinds, case.case_id)[0][0] == before + 1


def test_the_store_is_whole_and_keeps_its_tables(console):
    """Whatever ran before it: the chain and every projection verify, and what was asked to be dropped is there."""
    officer = Officer(console)
    shown = officer.opens(officer.receives("cuoi", text=HOSTILE["29-sql"], name=HOSTILE["29-sql"]))
    assert shown.text == HOSTILE["29-sql"]
    found = verify(console.workspace)
    assert found.ok, found.words()
    assert rows(console, "SELECT count(*) FROM message")[0][0] >= 1
