"""The palette, the search behind it, and looking at attachments."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout

from console.actions import files, viewing
from console.actions.desk import Done
from console.cache.views import AttachmentView, MediaState, MessageItem, SearchHit
from console.runtime.i18n import tr
from console.ui.common.commands import COMMANDS, Group, group_title
from console.ui.common.keymap import key_caps
from console.ui.common.labels import PlainLabel
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.conversation.parts import Act, ThreadAct
from console.ui.desk.acts import trouble_text
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast
from console.ui.palette.pane import Palette
from console.ui.theme import px

PICTURE_PX = (1200, 800)
_UNLISTED = {"palette", "back"}
"""What makes no sense inside the palette."""
_KEYS_OF_HITS = {"citizen": "m", "outside": "m", "reply": "r", "note": "n"}


class Finding(QObject):
    """Opens the palette and answers it; opens and exports attachments."""

    case_wanted = Signal(str, str)
    """A case, and the key of the item in it that matched ("" for none)."""
    command_wanted = Signal(str)

    def __init__(
        self,
        window: DeskWindow,
        bench: Workbench,
        names: Names,
        room: CaseRoom,
        why_not: Callable[[str], str],
    ) -> None:
        """Take the window to lie over, what searches, the open case, and what says why a command cannot run."""
        super().__init__(window)
        self._room, self._why_not = room, why_not
        self._window, self._bench, self._names = window, bench, names
        self.palette = Palette(window)
        self.palette.query_changed.connect(self._search)
        self.palette.run_requested.connect(self.command_wanted)
        self.palette.case_requested.connect(self._go)

    # -- palette and search ---------------------------------------------------------------------------------------

    def open_palette(self) -> None:
        """Open the palette with the commands of the moment (Ctrl+K); one that cannot run now says why."""
        detail = self._room.detail
        reasons = {one.code: self._why_not(one.code) for one in COMMANDS}
        self.palette.set_commands(
            [
                Option(
                    one.code,
                    one.words,
                    reasons[one.code],
                    one.icon,
                    group=group_title(group),
                    keys=key_caps(one.code),
                    enabled=not reasons[one.code],
                )
                for group in Group
                for one in COMMANDS
                if one.group is group and one.code not in _UNLISTED
            ]
        )
        if detail is None:
            self.palette.open_for()
        else:
            self.palette.open_for(detail.case.number, detail.case.category)

    def _search(self, query: str) -> None:
        def show(hits: list[SearchHit]) -> None:
            self.palette.set_hits(query, hits)

        self._bench.search(query, show)

    def _go(self, case_id: str, match: str) -> None:
        kind, _, ref = match.partition(":")
        prefix = _KEYS_OF_HITS.get(kind, "")
        self.case_wanted.emit(case_id, f"{prefix}:{ref}" if prefix else "")

    # -- attachments ----------------------------------------------------------------------------------------------

    def open_attachment(self, room: CaseRoom, act: Act) -> None:
        """Show a picture larger, export a file, or show a recalled message; each look at a secret source is logged."""
        item = _attachment(room, act)
        if act.kind is ThreadAct.SHOW_RECALLED:
            case_id = room.case_id
            self._bench.act(lambda desk: viewing.view(desk, case_id), _nothing, self._failed)
        elif item is None or item.state is not MediaState.STORED:
            return
        elif act.kind is ThreadAct.OPEN_PHOTO:
            self._show_picture(item)
        elif act.kind is ThreadAct.SAVE_FILE:
            self._ask_export(room, item)

    def _show_picture(self, item: AttachmentView) -> None:
        dialog = QDialog(self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(tr("Ảnh"))
        label = PlainLabel(tr("Đang giải mã ảnh trong tiến trình riêng…"), "body", "text2")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMinimumSize(px(640), px(420))
        QVBoxLayout(dialog).addWidget(label)

        def fill() -> None:
            image = self._bench.thumbnail(item.file_id, *PICTURE_PX)
            if image is not None:
                label.setPixmap(QPixmap.fromImage(image))
                label.setFixedSize(image.size())
                dialog.adjustSize()

        self._bench.news.thumbnail_ready.connect(fill)
        dialog.finished.connect(lambda: self._bench.news.thumbnail_ready.disconnect(fill))
        fill()
        dialog.open()

    def _ask_export(self, room: CaseRoom, item: AttachmentView) -> None:
        detail = room.detail
        if detail is None:
            return
        case = detail.case
        dialog = ReasonDialog(
            self._window,
            tr("Xuất một tệp của {number}?", number=case.number),
            tr("SHA-256 {hash}", hash=item.sha256[:16]),
            icon="act.export",
            verb=tr("Xuất tệp"),
            choices=(tr("Chuyển cơ quan điều tra"), tr("Kiểm tra trên máy riêng"), tr("Lý do khác")),
            promise=tr("Việc xuất được ghi nhật ký. Tệp có thể chứa mã độc: chỉ mở trên máy kiểm tra riêng."),
        )
        dialog.requested.connect(lambda reason: self._export(case.case_id, item, reason))
        dialog.open()

    def _export(self, case_id: str, item: AttachmentView, reason: str) -> None:
        suggested = f"{item.sha256[:12]}.bin"
        name, _kind = QFileDialog.getSaveFileName(self._window, tr("Lưu tệp xuất"), suggested)
        if not name:
            return

        def save(data: bytes) -> None:
            try:
                with Path(name).open("xb") as file:
                    file.write(data)
            except OSError as error:
                words = tr("Không ghi được tệp xuất: {why}. Bản gốc vẫn còn.", why=error.strerror or "?")
                self._window.toasts.show_toast(Toast("warn", "red", words))
                return
            self._window.toasts.show_toast(
                Toast("act.export", "green", tr("Đã xuất tệp, bản gốc giữ nguyên"))
            )

        self._bench.act(
            lambda desk: files.export_file(desk, case_id, item.file_id, reason), save, self._failed
        )

    def _failed(self, error: Exception) -> None:
        self._window.toasts.show_toast(Toast("warn", "red", trouble_text(error)))


def _nothing(_done: Done) -> None:
    """The look is in the log; the conversation shows the text by itself."""


def _attachment(room: CaseRoom, act: Act) -> AttachmentView | None:
    for item in room.items:
        if isinstance(item, MessageItem) and item.message_id == act.ref:
            return next((a for a in item.attachments if a.number == act.number), None)
    return None
