"""Every widget of the open case, fed with a stranger's words in every field: shown as written, nothing opened (T05)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMenu, QTextEdit, QWidget

from console.cache.views import (
    CitizenView,
    MediaState,
    Presence,
    PresenceKind,
    Revealed,
    SearchHit,
    SuggestionView,
    WindowView,
)
from console.domain.case import ReplyState
from console.domain.message import MessageType
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.composer.composer import Composer
from console.ui.conversation.pane import ConversationPane
from console.ui.dialogs import reason as reasons
from console.ui.dialogs.closing import CloseDialog
from console.ui.dialogs.merge import MergeDialog, SplitDialog
from console.ui.dialogs.pending import PendingDialog, ReportLine, UrgentDialog
from console.ui.dialogs.pick import PickDialog
from console.ui.dialogs.resolve import ResolveDialog
from console.ui.dialogs.snooze import SnoozeDialog
from console.ui.dialogs.tags import TagDialog
from console.ui.dialogs.transfer import TransferDialog
from console.ui.dialogs.transfer_preview import PreviewPanel, TransferPreview
from console.ui.inspector.facts import PickPopup
from console.ui.inspector.pane import Inspector
from console.ui.palette.pane import Palette
from console.ui.search.page import SearchPage
from tests.ui import desk_samples as samples

INVISIBLE = set("\u202e\u2066\u2067\u200b\x00\x1b\ud800")


def screens(text):
    """Every widget of the open case with ``text`` in every field that can hold it."""
    short = text[:300]
    names = Names({"TO_GIAC": short}, {"CA-TPCB": short}, {"gay-roi": short})
    case = samples.case(pseudonym=short, place=short, category="TO_GIAC", number=short[:40])
    base = samples.detail()
    detail = samples.detail(
        case=case,
        owner_name=short,
        window=WindowView("closed", 0, 8, 0, 0, short),
        citizen=CitizenView(short, short, short, True, True, 3),
        suggestion=SuggestionView("PAKN", "P2", short, "X", ("y",), (short,), (short,)),
        draft_reply=short,
        draft_note=short,
        others=tuple(Presence(short, PresenceKind.VIEWING, samples.NOW + 1) for _ in range(3)),
    )
    items = (
        samples.message(1, 0, text),
        samples.message(2, 0, attachments=(samples.attachment(MessageType.FILE, text, url=text),)),
        samples.message(3, 0, attachments=(samples.photo(0, MediaState.LOST, text),)),
        samples.reply(4, 1, text, ReplyState.REJECTED, reason=text, author_name=text),
        samples.note(5, 1, text, text),
        samples.event(6, 1, "case.tagged", text, text),
        samples.event(7, 1, "case.transferred", text, text, transfer_unit=text),
    )
    pane = ConversationPane(names)
    pane.show_thread()
    pane.thread_view.set_thread("c1", items)
    pane.thread_view.show_key("m:z1")
    pane.header.set_case(detail, "hanh", samples.NOW)
    menu = pane.thread_view.menu(pane.thread_view.currentIndex())
    composer = Composer()
    composer.set_case(detail)
    composer.show_stop(text, [text])
    inspector = Inspector(names)
    inspector.set_choices([Option("a", short, short)], [Option(short, short)])
    inspector.set_case(detail, samples.NOW)
    inspector.show_identity(Revealed(text, text, text, samples.NOW + 60_000), samples.NOW)
    options = [Option("a", short, short, group=short), Option("b", short, short, group=short, enabled=False)]
    popup = PickPopup(inspector)
    popup.open_under(inspector.category, options, "a")
    hits = [
        SearchHit("c1", short, short, "TO_GIAC", kind, kind, 1, text, ())
        for kind in ("citizen", "note", "reply")
    ]
    palette = Palette()
    palette.set_commands(options)
    palette.open_for(short, "TO_GIAC")
    page = SearchPage(names)
    page.set_results(short, hits, elapsed_ms=1, now_ms=samples.NOW)
    dialogs = [
        TransferDialog(
            None,
            case,
            names,
            options,
            samples.NOW,
            suggested="a",
            reason=short,
            requests=options,
            preview=TransferPreview(text, text, text, text, text),
            citizen_words=text,
        ),
        PreviewPanel(TransferPreview(text, text, text, text, text)),
        PendingDialog(None, case, options, text, text),
        UrgentDialog(None, case, options, [ReportLine("phone", text, text, 0)], text, samples.NOW),
        PickDialog(None, text, text, options, verb="x", icon="act.escalate"),
        CloseDialog(None, case),
        TagDialog(None, case, options, ["a"]),
        SnoozeDialog(None, case, samples.NOW),
        reasons.reveal_dialog(None, case),
        reasons.take_over_dialog(None, case, text),
        reasons.ReturnDialog(None, case, text, [(text, False)]),
        reasons.recall_dialog(None, case),
        reasons.accepted_by_dialog(None, case, text),
        reasons.reopen_dialog(None, case),
        MergeDialog(None, case, options),
        SplitDialog(None, case, items[:2]),
        ResolveDialog(None, samples.reply(1, 1, text, ReplyState.UNKNOWN, file_name=text)),
    ]
    assert base.case.case_id == "c1"
    return [pane, composer, inspector, popup, palette, page, *dialogs, menu]


def _magenta(widget):
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y).name() == "#ff00ff"
        for y in range(0, image.height(), 4)
        for x in range(0, image.width(), 4)
    )


def test_no_widget_of_the_open_case_renders_markup(themed, qtbot, canary):
    for shown in screens(canary):
        qtbot.addWidget(shown)
        if not isinstance(shown, QMenu):
            shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
            shown.show()
        assert not _magenta(shown), type(shown).__name__
        for label in shown.findChildren(QLabel):
            assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
            assert not label.openExternalLinks()
        assert shown.findChildren(QTextEdit) == []
        for widget in (shown, *shown.findChildren(QWidget)):
            tip = widget.toolTip()
            assert not tip or (tip.startswith("<qt>") and "<img" not in tip), tip


# The ones that reorder, pile up, overflow or cannot be encoded; each screen has the others in its own tests.
WORST = [text for text in samples.HOSTILE if len(text) > 900 or set(text) & INVISIBLE]


@pytest.mark.parametrize("text", WORST, ids=range(len(WORST)))
def test_hostile_texts_are_drawn_everywhere_and_reorder_nothing(themed, qtbot, text):
    for shown in screens(text):
        qtbot.addWidget(shown)
        if isinstance(shown, QMenu):
            continue
        shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        shown.show()
        shown.grab()
        for label in shown.findChildren(QLabel):
            assert not set(label.text()) & INVISIBLE, type(shown).__name__
