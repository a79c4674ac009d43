"""Covering a picture for a copy, and which files a unit gets: the dialogs and what their answers do (features I-04, E-03)."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from console.actions import files, releasing
from console.actions.desk import Done
from console.actions.releasing import Releasable
from console.domain import events as e
from console.domain.case import Case
from console.domain.release import Box
from console.runtime.i18n import tr
from console.runtime.thumbnails import make_covered
from console.ui.common.keymap import key_text
from console.ui.common.names import Names
from console.ui.common.sharing import sharing
from console.ui.conversation.cover import CoverDialog
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.file_choices import FileChoices, ReleaseDialog
from console.ui.frame.toasts import Toast


def closed_words() -> str:
    """Return why a picture or a voice is not opened while the screen is shared, and how to open it."""
    key = key_text("share")
    return tr(
        "Đang chia sẻ màn hình: ảnh và ghi âm không mở. Thôi chia sẻ ({key}) rồi mở lại.", key=key or "F1"
    )


Kept = Callable[[e.FileCovered], None]


class Covering(QObject):
    """Opens the picture to be covered, has the copy drawn beside the window and kept."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, acts: CaseActs, names: Names
    ) -> None:
        """Take the open case, and what carries answers out."""
        super().__init__(window)
        self._window, self._bench, self._room, self._acts, self._names = window, bench, room, acts, names

    def cover(self, case: Case, file_id: str, kept: Kept | None = None) -> CoverDialog | None:
        """Let an officer black out parts of a picture; ``kept`` hears of the copy. Nothing is opened while the screen is shared."""
        if sharing().on:
            self._window.toasts.show_toast(Toast("note.hidden", "orange", closed_words(), topic="sharing"))
            return None
        dialog = CoverDialog(self._window, case.number, file_id, self._bench.thumbnail)
        ready = self._bench.news.thumbnail_ready
        ready.connect(dialog.show_picture)
        dialog.finished.connect(lambda: ready.disconnect(dialog.show_picture))
        dialog.requested.connect(lambda boxes: self._draw(case, file_id, boxes, kept))
        dialog.open()
        return dialog

    def _draw(self, case: Case, file_id: str, boxes: tuple[Box, ...], kept: Kept | None) -> None:
        failed = self._acts.failed

        def keep(content: bytes) -> None:
            self._bench.act(
                lambda desk: releasing.keep_covered(desk, case.case_id, file_id, content, boxes), done, failed
            )

        def done(made: Done) -> None:
            words = tr("Đã lưu bản che của {number}; ảnh gốc giữ nguyên", number=case.number)
            self._window.toasts.show_toast(Toast("check", "green", words))
            bodies = [event.body for event in made.events if isinstance(event.body, e.FileCovered)]
            if kept is not None and bodies:
                kept(bodies[-1])

        self._bench.act(
            lambda desk: files.read_file(desk, case.case_id, file_id),
            lambda data: self._bench.beside(lambda _desk: make_covered(data, boxes), keep, failed),
            failed,
        )

    def attend(self, case: Case, choices: FileChoices) -> None:
        """Cover the pictures that are asked for while files are chosen."""

        def cover(file: Releasable) -> None:
            self.cover(
                case, file.file_id, lambda made: choices.covered(made.message_id, made.number, made.file_id)
            )

        choices.cover_wanted.connect(cover)

    def release(self) -> None:
        """Ask which files of the open matter its unit gets from now on."""
        detail = self._room.detail
        if detail is None:
            return
        case = detail.case
        unit = case.transfer.to_unit if case.transfer is not None else next(iter(case.info_units), "")
        if not unit:
            self._say(tr("{number} chưa chuyển hay báo cho đơn vị nào", number=case.number))
            return

        def show(found: tuple[Releasable, ...] | None) -> None:
            if found is None:
                self._say(
                    tr("{number} không phải tin giữ kín nguồn: đơn vị đã thấy mọi tệp", number=case.number)
                )
            elif not found:
                self._say(tr("{number} không có tệp nào gửi kèm được", number=case.number))
            else:
                self._ask(case, unit, found)

        self._bench.act(lambda desk: releasing.releasable(desk, case.case_id, unit), show, self._acts.failed)

    def _ask(self, case: Case, unit: str, found: tuple[Releasable, ...]) -> None:
        name = self._names.unit(unit)
        dialog = ReleaseDialog(self._window, case.number, name, found, self._bench.clock.now_ms())
        self.attend(case, dialog.choices)
        dialog.requested.connect(
            lambda wanted: self._acts.run(
                lambda desk: releasing.release_files(desk, case.case_id, (unit,), wanted),
                tr("Đã ghi tệp gửi kèm của {number} cho {unit}", number=case.number, unit=name),
                "act.attach",
            )
        )
        dialog.open()

    def _say(self, words: str) -> None:
        self._window.toasts.show_toast(Toast("warn", "orange", words))
