"""A case that turns out to be about the officer at the desk leaves his whole screen at once: panes, pages, dialogs, notices."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListView, QPlainTextEdit, QWidget

from console.cache.accounts import OFFICERS
from console.cache.views import QueueFilter
from console.domain import events as e
from console.domain.clock import DAY_MS, MINUTE_MS
from console.domain.officer import Role
from console.domain.subject import subject
from console.ui.composer.tabs import ComposerMode
from console.ui.frame.toasts import Toast, ToastAct

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAME = "Nông Canary Thị Bưởi"
STORY = "chimxanh can bo truc nhan tien o to 5"


def words_of(widget: QWidget) -> list[str]:
    """Return every word a widget shows or tells to a screen reader."""
    found = [widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
    text = getattr(widget, "text", None)
    if callable(text):
        found.append(str(text()))
    if isinstance(widget, QPlainTextEdit):
        found.append(widget.toPlainText())
    if isinstance(widget, QLineEdit):
        found.append(widget.text())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        model = widget.model()
        columns = 1 if isinstance(widget, QListView) else model.columnCount()
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.UserRole)
        found += [
            repr(model.index(row, column).data(role))
            for row in range(model.rowCount())
            for column in range(columns)
            for role in roles
        ]
    return found


def on_screen() -> list[tuple[str, str]]:
    """Return all that any window of the program says, shown now or behind another page, each with the kind of its widget."""
    tops = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    every = [w for top in tops for w in (top, *top.findChildren(QWidget))]
    return [(type(w).__name__, word) for w in every for word in words_of(w) if word]


def said(secret: str) -> bool:
    return any(secret.casefold() in word.casefold() for _kind, word in on_screen())


@pytest.fixture
def told(console):
    """The duty officer's console with a case everywhere: open, written about, searched, in review, on the sheet, in toasts."""
    console.says("an", STORY, name=NAME)
    console.key(Qt.Key.Key_F8)
    case = console.case()
    with console.workspace.store.write() as tx:
        tx.add(
            subject("shift", "s1"),
            e.ShiftOpened(
                "TB-CAT", (console.officer.officer_id,), console.clock.now_ms() + DAY_MS, ("chuong=dat",)
            ),
            actor=console.officer.officer_id,
            unit="TB-CAT",
        )
        tx.add(
            case.case_id,
            e.CaseClassified("TO_GIAC"),
            e.PriorityChanged("P1"),
            e.RevealAsked("q1", "chimxanh xin xem"),
            actor="binh",
            unit="TB-CAT",
        )
    console.settle()
    composer = console.window.composer
    composer.start(ComposerMode.REPLY)
    composer.reply_edit.setPlainText("chimxanh nhap")
    composer.flush()
    for code in ("handover", "statistics", "review", "search"):
        if console.window.pages.has(code):
            console.window.pages.open(code)
            console.settle()
    console.window.pages.open("desk")
    console.controller.open_case(case.case_id)
    console.settle()
    return console, case


def mark(console, case):
    body = e.ConflictMarked((), (console.officer.officer_id,), "chimxanh nêu tên")
    with console.workspace.store.write() as tx:
        tx.add(case.case_id, body, actor="thanh", unit="PX05")
    console.clock.advance(MINUTE_MS)
    console.settle()
    console.controller.pulse.minute_passed.emit()
    console.settle()
    # What was thrown away is gone at the next turn of a real loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def left(case) -> list[tuple[str, str]]:
    secrets = [one.casefold() for one in (case.number, case.pseudonym, "chimxanh", NAME, case.case_id)]
    return [(kind, word) for kind, word in on_screen() if any(one in word.casefold() for one in secrets)]


def test_the_screen_says_nothing_any_more(told):
    console, case = told
    assert said(case.number) and said("chimxanh")
    mark(console, case)
    assert console.controller.room.case_id == ""
    assert left(case) == []


@pytest.mark.parametrize("key", ["transfer", "close", "reveal", "tags", "palette", "urgent", "who_looked"])
def test_what_stands_over_the_desk_about_it_goes_too(told, key):
    console, case = told
    console.controller.keyboard.run_command(key)
    console.settle()
    if key == "palette":
        console.controller.finding.palette.field.setText("chimxanh")
        console.settle()
    assert said(case.number)
    mark(console, case)
    assert left(case) == []


def test_a_toast_about_it_goes_and_others_stay(told):
    console, case = told
    other = console.says("binh", "hoi can cuoc")
    assert other
    toasts = console.window.toasts
    for card in list(toasts.cards):
        toasts.withdraw(card)
    act = (ToastAct("Hoàn tác", lambda: None),)
    toasts.show_toast(Toast("act.approve", "accent", f"Đã nhận {case.number}", acts=act))
    toasts.show_toast(Toast("act.approve", "accent", "Đã nhận CB26-00002", acts=act))
    mark(console, case)
    assert [card.toast.title for card in toasts.cards] == ["Đã nhận CB26-00002"]


def test_the_clipboard_forgets_what_was_copied_of_it(told):
    console, case = told
    console.window.conversation.thread_view._copy(STORY)
    mark(console, case)
    assert "chimxanh" not in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("page", ["handover", "review", "statistics", "search"])
def test_a_page_that_is_open_drops_it(told, page):
    console, case = told
    if not console.window.pages.has(page):
        pytest.fail(f"no page {page}")
    console.window.pages.open(page)
    console.settle()
    if page == "search":
        console.controller.searching.open()
        console.window.pages.page("search").field.setText("can bo truc")
        console.settle()
    mark(console, case)
    assert left(case) == []


def test_who_marks_a_matter_about_himself_still_reads_who_must_be_told(told):
    """The case leaves with everything that names it; the one sentence that says what to do now stays."""
    console, _case = told
    console.controller.keyboard.run_command("conflict")
    console.settle()
    dialog = console.app.activeModalWidget()
    console.type("nong thi hanh")
    console.key(Qt.Key.Key_Return)
    dialog.words.edit.setPlainText("cong dan neu ten")
    console.key(Qt.Key.Key_Return, CTRL)
    assert console.controller.room.case_id == "" and console.bench.queries.queue_index(QueueFilter()) == []
    titles = [card.toast.title for card in console.window.toasts.cards]
    assert any("Viện kiểm sát bằng văn bản ngay" in title for title in titles), titles
    assert console.window.composer.mode is ComposerMode.REPLY


def test_who_makes_a_case_a_denunciation_reads_who_has_it_now(told):
    """A duty officer does not see what he put into the restricted queue; that it went there must stay on the screen."""
    console, _case = told
    with console.workspace.store.write() as tx:
        tx.add(OFFICERS, e.RoleTaken("hanh", Role.COMMANDER.value), actor="quan-tri", unit="TB-CAT")
    console.settle()
    console.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    assert console.controller.room.case_id == ""
    titles = [card.toast.title for card in console.window.toasts.cards]
    assert any("trực chỉ huy và thanh tra xử lý" in title for title in titles), titles
