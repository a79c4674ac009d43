"""The live tree of the whole console with a stranger's markup in every field: nothing in it could render it (T05, §9)."""

import importlib
import pkgutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QErrorMessage,
    QInputDialog,
    QLabel,
    QMessageBox,
    QProgressDialog,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

import console.ui
from console.cache.views import MessageItem, QueueFilter, View
from console.ui.common.commands import COMMANDS
from console.ui.common.sharing import sharing
from console.ui.conversation.parts import Act, ThreadAct
from tests.hostile.watch import Bait, watching

GUESSING = (QTextEdit, QTextBrowser, QMessageBox, QErrorMessage, QProgressDialog, QInputDialog)
MARKUP = '<img src="{file}"><a href="file:///x">Xem</a><b>x</b>'
LEAVE = {"send", "save_note", "close_window", "quit"}
"""Commands that act at once instead of showing something."""


@pytest.fixture(scope="module")
def bait(tmp_path_factory):
    laid = Bait(tmp_path_factory.mktemp("bait"))
    yield laid
    laid.close()


def offences(root):
    """Return what in a tree could render markup or follow a link."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        name = f"{type(root).__name__} › {type(widget).__name__}"
        if isinstance(widget, QLabel):
            if widget.textFormat() != Qt.TextFormat.PlainText:
                found.append(f"{name}: {widget.textFormat()} {widget.text()[:60]!r}")
            if widget.openExternalLinks():
                found.append(f"{name}: opens links")
        if isinstance(widget, GUESSING):
            found.append(f"{name}: guesses")
        tip, what = widget.toolTip(), widget.whatsThis()
        if tip and (not tip.startswith("<qt>") or "<img" in tip or "<a " in tip):
            found.append(f"{name}: tip {tip[:60]!r}")
        if what:
            found.append(f"{name}: what's this {what[:60]!r}")
    return found


def roots():
    """Return our windows and dialogs; other tests of this process may have left theirs."""
    return [w for w in QApplication.topLevelWidgets() if type(w).__module__.startswith("console.")]


def test_the_audit_sees_each_offence(qapp):
    label = QLabel("<b>x</b>")
    links = QLabel("x")
    links.setTextFormat(Qt.TextFormat.PlainText)
    links.setOpenExternalLinks(True)
    tipped = QWidget()
    tipped.setToolTip("<img src=x>")
    for widget in (label, links, tipped, QTextEdit(), QMessageBox()):
        assert offences(widget), type(widget).__name__
        widget.deleteLater()


def open_all(console, seen, found):
    """Show every view, page, dialog, menu and popup, and audit the tree at each step."""

    def audit(what):
        console.settle()
        for root in roots():
            seen.add(type(root).__name__)
            found.extend(f"{what}: {offence}" for offence in offences(root))
            if root.isVisible():
                root.grab()

    def close_dialogs():
        for _ in range(4):
            dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
            if dialog is None:
                break
            dialog.reject() if isinstance(dialog, QDialog) else dialog.close()
            console.settle()

    controller, window = console.controller, console.window
    audit("start")
    for view in View:
        window.queue.show_filter(QueueFilter(view))
        audit(view.value)
    window.queue.show_filter(QueueFilter(View.ALL_OPEN))
    for command in COMMANDS:
        if command.code in LEAVE:
            continue
        controller.keyboard.run_command(command.code)
        audit(command.code)
        close_dialogs()
        if sharing().on:
            controller.sharing.toggle()  # else what comes after it would be looked at with everything covered
    controller.open_case(console.case().case_id)
    console.settle()
    for item in list(controller.room.items):
        if isinstance(item, MessageItem):
            for kind in (
                ThreadAct.OPEN_PHOTO,
                ThreadAct.SAVE_FILE,
                ThreadAct.VERIFY_FILE,
                ThreadAct.OPEN_LINK,
            ):
                controller._thread_act(Act(kind, item.message_id, "", 0, "https://evil.vn/<b>"))
                audit(kind.value)
                close_dialogs()
    for menu in (window.conversation.header.menu(), window.queue.make_menu(console.case().case_id)):
        assert all("<img" not in entry.text() or entry.text().startswith("<") for entry in menu.actions())
        menu.close()
    window.composer.open_canned()
    audit("canned")
    close_dialogs()
    window.composer.show_stop(MARKUP, [MARKUP])
    audit("stop")


def test_no_widget_of_the_live_console_could_render_markup(console, bait, simulator):
    text = bait.fill(MARKUP)
    console.says("an", text, name=text)
    console.says("an", "", type="image", name=text)
    console.says("an", "", type="file", name=text, raw={"file_name": text, "message": ""})
    for _ in range(4):
        console.gateway.media.tick()
    console.settle()
    console.key(Qt.Key.Key_F8)
    case = console.case()
    addresses = [
        ("127.0.0.1", int(url.rpartition(":")[2])) for url in (simulator.base_url, simulator.control_url)
    ]
    found, seen = [], set()
    with watching(console.workspace.profile.root, addresses=addresses) as touched:
        console.controller.asking.confiding._reveal(case, "kiểm tra")
        open_all(console, seen, found)
    assert found == []
    assert bait.bites() == []
    assert touched.links == [] and touched.connections == []
    assert {
        "CloseDialog", "TagDialog", "SnoozeDialog", "TransferDialog", "MergeDialog", "SplitDialog", "ReasonDialog",
        "Palette", "SoundCheck", "PhotoViewer", "MessageDialog", "DeskWindow",
    } <= seen  # fmt: skip


def test_every_dialog_of_the_program_is_one_of_ours():
    """A dialog that derives straight from Qt's would not be plain; each has a base in ``ui`` or is built of plain parts."""
    for module in pkgutil.walk_packages(console.ui.__path__, "console.ui."):
        importlib.import_module(module.name)
    ours = {kind for kind in _below(QWidget) if kind.__module__.startswith("console.ui.")}
    assert len(ours) > 60
    assert [kind for kind in ours if issubclass(kind, GUESSING)] == []


def _below(kind):
    found = set()
    for each in kind.__subclasses__():
        found |= {each} | _below(each)
    return found
