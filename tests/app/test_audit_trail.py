"""Whatever of a sealed matter the window shows, copies or lets out has its event in the log before (threats T19).

Real keys at a real window over a real store. Every way out of the window is watched; at that very moment the log is asked over a
connection of its own, which sees only what is durable.
"""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

import console.app.reporting as reports
from console import failpoint
from console.actions import packing
from console.actions.identity import who_looked
from console.cache import tables as t
from console.cache.database import connect
from console.cache.errors import DiskFullError
from console.cache.store import Transaction
from console.domain import events as e
from console.domain.clock import DAY_MS
from console.domain.subject import subject
from console.ui.common.clipboard import LONG_COPY
from console.ui.conversation import view as conversation_view
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.conversation.selectable import SelectableText
from console.ui.conversation.view import ThreadView
from console.ui.desk import media
from console.ui.dialogs.pass_phrase import PassPhraseDialog
from console.ui.dialogs.reason import ReasonDialog
from console.ui.dialogs.report import ReportDialog
from console.ui.inspector.pane import Inspector
from console.ui.palette.pane import Palette
from console.ui.search.page import SearchPage
from tests.parcels import cheap_guesses, close_with_phrase

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LONG = "toi to giac co nguoi danh bac o to 5 phuong tan giang " * 6
TEXTS = {
    "an": LONG,
    "binh": "toi to giac trom xe may o cho xanh, bien so 11b1",
    "cuc": "toi to giac danh bac o xom ben",
}
WAYS = ("open", "search", "palette", "reveal", "copy", "export", "print")


class Trail:
    """What came out by which way, each checked against the log when it came."""

    def __init__(self, console, monkeypatch):
        self._console = console
        self._at = ""
        self.out = []
        self._monkeypatch = monkeypatch
        self._wrap(ThreadView, "set_thread", self._thread)
        self._wrap(SearchPage, "set_results", lambda _page, _query, hits, **_rest: self._hits("search", hits))
        self._wrap(Palette, "set_hits", lambda _palette, _query, hits: self._hits("palette", hits))
        self._wrap(Inspector, "show_identity", lambda *_: self._counted("reveal", e.IdentityRevealed.KIND))
        self._wrap(packing, "write", lambda *_: self._counted("export", e.CaseExported.KIND))
        self._wrap(reports, "write_new", lambda *_: self._counted("print", e.ReportTaken.KIND))
        self._wrap(media, "copy_private", lambda _text: self._counted("copy", e.CaseCopied.KIND))
        self._wrap(conversation_view, "copy_private", self._short)

    def _wrap(self, owner, name, check):
        real = getattr(owner, name)

        def watched(*args, **named):
            check(*args, **named)
            return real(*args, **named)

        self._monkeypatch.setattr(owner, name, watched)

    def log(self, kind, case_id=""):
        """Return the bodies of a kind (of a case) that are durable now."""
        workspace = self._console.workspace
        connection = connect(workspace.profile.database, workspace.opened.key, read_only=True)
        try:
            rows = connection.execute(
                "SELECT b.body FROM event e JOIN event_body b ON b.seq = e.seq "
                "WHERE e.kind = ? AND e.actor = 'hanh' AND (? = '' OR e.case_id = ?)",
                (kind, case_id, case_id),
            ).fetchall()
        finally:
            connection.close()
        return [body for (body,) in rows]

    def ways(self):
        return {way for way, _ in self.out}

    def _counted(self, way, kind):
        """Each time something goes out this way there must be one event of it more."""
        self.out.append((way, ""))
        times = sum(one == way for one, _ in self.out)
        assert len(self.log(kind)) >= times, f"{way} without an event"

    def _thread(self, _view, case_id, items, *_unread, **_named):
        if not items or case_id == self._at:
            self._at = case_id if items else ""
            return
        self._at = case_id
        self.out.append(("open", case_id))
        times = sum(one == ("open", case_id) for one in self.out)
        assert len(self.log(e.CaseViewed.KIND, case_id)) >= times, "opened without an event"

    def _hits(self, way, hits):
        for case_id in {hit.case_id for hit in hits if hit.text}:
            self.out.append((way, case_id))
            told = self.log(e.HitsShown.KIND)
            assert any(f'"{case_id}"' in body for body in told), (
                f"{way}: words of a sealed case without an event"
            )

    @staticmethod
    def _short(text):
        assert len(text) <= LONG_COPY, "a long copy past the log"


@pytest.fixture
def trail(console, monkeypatch):
    """The console of officer Hạnh with three sealed cases nobody has opened."""
    made = Trail(console, monkeypatch)
    cheap_guesses(monkeypatch)
    for user, text in TEXTS.items():
        console.says(user, text)
    for case_id in case_ids(console):
        append(console, case_id, e.CaseClassified("TO_GIAC"))
    made.out.clear()
    yield made
    failpoint.configure("")
    for kind in (ReasonDialog, PassPhraseDialog, ReportDialog):
        for left in console.window.findChildren(kind):
            left.reject()
    console.settle()


def case_ids(console):
    with console.workspace.store.read() as connection:
        return list(connection.execute(select(t.case.c.case_id).order_by(t.case.c.number)).scalars())


def append(console, case_id, *bodies, actor="system"):
    with console.workspace.store.write() as tx:
        tx.add(case_id, *bodies, actor=actor, unit="TB-CAT")
    console.settle()


def dialog(kind):
    (found,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
    return found


def answer(console):
    console.settle()
    dialog(ReasonDialog).choices[0].click()
    console.key(Qt.Key.Key_Return, CTRL)


# --- the ways out -----------------------------------------------------------------------------------------------------


def opened(console, _folder):
    console.controller.open_case(case_ids(console)[0])
    console.settle()


def searched(console, _folder):
    console.controller.searching.open()
    console.controller.searching.page().query_changed.emit("danh bac")  # as after the pause in typing
    console.settle()


def by_palette(console, _folder):
    console.key(Qt.Key.Key_K, CTRL)
    console.controller.finding.palette.query_changed.emit("trom xe")
    console.settle()
    console.key(Qt.Key.Key_Escape)


def revealed(console, folder):
    opened(console, folder)
    case_id = console.controller.room.case_id
    append(console, case_id, e.CaseClaimed(console.clock.now_ms() + DAY_MS), actor="hanh")
    append(console, case_id, e.RevealAsked("q1", "cứu giúp"), actor="hanh")
    append(console, case_id, e.RevealAnswered("q1", granted=True), actor="long")
    console.controller.keyboard.run_command("reveal")
    answer(console)


def copied(console, folder):
    opened(console, folder)
    console.window.conversation.thread_view.perform(Act(ThreadAct.COPY, "m", "Chép", value=LONG))
    console.settle()


def exported(console, folder):
    opened(console, folder)
    console.controller.media.exporting._choose = lambda _parent, done: done(folder)
    console.controller.keyboard.run_command("export")
    answer(console)
    close_with_phrase(console)


def printed(console, folder):
    running = e.ShiftOpened("TB-CAT", ("hanh",), console.clock.now_ms() + DAY_MS, ("chuong=dat",))
    append(console, subject("shift", "TB-CAT-1"), running, actor="hanh")
    console.controller._go_to("handover")
    console.settle()
    console.window.pages.page("handover").write.click()
    console.settle()
    asked = dialog(ReportDialog)
    asked._folder = folder
    asked.words.edit.setPlainText("giao ca")
    console.key(Qt.Key.Key_Return, CTRL)


DEEDS = dict(zip(WAYS, (opened, searched, by_palette, revealed, copied, exported, printed), strict=True))


def test_each_way_out_is_in_the_log_before(console, trail, tmp_path):
    for way in WAYS:
        folder = tmp_path / way
        folder.mkdir()
        DEEDS[way](console, folder)
        assert way in trail.ways()
    assert any((tmp_path / "export").iterdir()) and any((tmp_path / "print").iterdir())


KINDS = {
    "open": e.CaseViewed,
    "search": e.HitsShown,
    "palette": e.HitsShown,
    "reveal": e.IdentityRevealed,
    "copy": e.CaseCopied,
    "export": e.CaseExported,
    "print": e.ReportTaken,
}


def test_what_cannot_be_written_down_does_not_come_out(console, trail, tmp_path, monkeypatch):
    """The store takes everything but the event of the way that is tried."""
    refused, trying = [], []
    append_all = Transaction.append_all

    def refusing(tx, commands):
        kinds = tuple(KINDS[way] for way in trying)
        if any(isinstance(body, kinds) for command in commands for body in command.bodies):
            refused.append(trying[0])
            raise DiskFullError
        return append_all(tx, commands)

    monkeypatch.setattr(Transaction, "append_all", refusing)
    folder = tmp_path / "out"
    folder.mkdir()
    for way in WAYS:
        trying[:] = [way]
        trail.out.clear()
        DEEDS[way](console, folder)
        assert refused and refused[-1] == way, way
        assert way not in trail.ways(), way
        assert not list(folder.iterdir()), way
        for left in [*console.window.findChildren(ReasonDialog), *console.window.findChildren(ReportDialog)]:
            left.reject()
        console.settle()


def test_copies_of_a_selection_searches_again_and_who_looked(console, trail, qtbot):
    opened(console, None)
    thread = console.window.conversation.thread_view
    text = SelectableText(LONG)
    qtbot.addWidget(text)
    text.copy_wanted.connect(thread.copy_wanted)
    text.selectAll()
    text.copy()
    assert QApplication.clipboard().text() == ""
    console.settle()
    assert QApplication.clipboard().text() == LONG
    assert "copy" in trail.ways()
    for _ in range(3):
        searched(console, None)
    assert len(trail.log(e.HitsShown.KIND)) == 1, "once in a sitting"
    found = []
    console.bench.act(lambda desk: who_looked(desk, case_ids(console)[0]), found.extend, found.append)
    console.settle()
    kinds = {kind for _at, _who, kind in found}
    assert {e.HitsShown.KIND, e.CaseCopied.KIND, e.CaseViewed.KIND} <= kinds


def test_whatever_is_pressed_nothing_sealed_is_shown_without_an_event(console, trail):
    """A hundred and twenty random deeds; the trail asserts at each that something comes out."""
    rng = random.Random(20_261_128)
    words = ["danh bac", "trom xe", "11b1", "xom ben", "to 5", "khong co gi"]

    def search():
        console.controller.searching.open()
        console.controller.searching.page().query_changed.emit(rng.choice(words))

    def palette():
        console.controller.finding.palette.query_changed.emit(rng.choice(words))

    def jump():
        console.controller.open_case(rng.choice(case_ids(console)))

    def copy():
        if console.controller.room.case_id:
            thread = console.window.conversation.thread_view
            thread.perform(Act(ThreadAct.COPY, "m", "Chép", value=LONG[: rng.choice((20, 400))]))

    keys = [
        (Qt.Key.Key_Down, CTRL),
        (Qt.Key.Key_Up, CTRL),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_8, CTRL | ALT),
    ]
    deeds = [search, palette, jump, copy, *(lambda one=one: console.key(*one) for one in keys)]
    for _ in range(120):
        rng.choice(deeds)()
        console.settle()
        for left in console.window.findChildren(ReasonDialog):
            left.reject()
    assert {"open", "search", "palette", "copy"} <= trail.ways()
    assert len(trail.out) > 30
