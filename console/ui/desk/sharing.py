"""The switch «Đang chia sẻ màn hình»: names and words are covered, the desk is marked with who and when (features I-07)."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from console.domain.calendar import local_datetime
from console.runtime.capture import keep_out
from console.runtime.i18n import tr
from console.ui.common.sharing import sharing
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.frame.field_cover import FieldCover, field_of
from console.ui.frame.toasts import Toast
from console.ui.frame.watermark import Watermark

KeepOut = Callable[[int, bool], bool]


class ScreenSharing(QObject):
    """Turns the cover on and off, and keeps the desk out of captures while it is off, where the system can."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, room: CaseRoom, keep: KeepOut | None = None
    ) -> None:
        """Take the window and who sits there; ``keep`` keeps a window out of captures (the system's own for ``None``)."""
        super().__init__(window)
        self._window, self._bench, self._room = window, bench, room
        self._keep = keep or (lambda handle, out: keep_out(handle, out=out))
        self.mark = Watermark(window)
        sharing().switch(on=False)
        sharing().changed.connect(self._apply)
        window.installEventFilter(self)

    def toggle(self) -> None:
        """Say that others see this screen now, or no longer."""
        on = not sharing().on
        sharing().switch(on=on)
        words = (
            tr("Đã che tên và lời kể; ảnh chụp mang tên bạn và giờ")
            if on
            else tr("Thôi chia sẻ màn hình: tên và lời kể hiện lại")
        )
        self._window.toasts.show_toast(Toast("note.hidden", "accent", words, topic="sharing"))

    def minute(self) -> None:
        """Let the mark say the minute of now."""
        if sharing().on:
            self.mark.show_words(self._who_when())
            for mark in _marks():
                mark.show_words(self._who_when())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            if watched is self._window:
                self._guard()
            if sharing().on:
                self._attend(watched)
        return False

    def _attend(self, widget: QWidget) -> None:
        """Cover a field, mark a dialog, as soon as it comes to the screen."""
        if isinstance(widget, QDialog) and not any(isinstance(one, Watermark) for one in widget.children()):
            Watermark(widget, badge=False).show_words(self._who_when())
        field = field_of(widget)
        if field is not None and field.graphicsEffect() is None:
            field.setGraphicsEffect(FieldCover(field))

    def _attend_all(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        app.removeEventFilter(self)
        if sharing().on:
            # Only now: a filter on everything is felt.
            app.installEventFilter(self)
        for widget in app.allWidgets():
            if sharing().on:
                self._attend(widget)
            elif isinstance(widget.graphicsEffect(), FieldCover):
                widget.setGraphicsEffect(None)  # type: ignore[arg-type]  # takes the cover off

    def _who_when(self) -> str:
        return f"{self._bench.officer.title} · {local_datetime(self._bench.clock.now_ms()):%d/%m/%Y %H:%M}"

    def _apply(self) -> None:
        self._guard()
        if sharing().on:
            self.mark.show_words(self._who_when())
        else:
            for mark in _marks():
                mark.hide()
        self._attend_all()
        self._window.pages.changed.emit(self._window.pages.code)  # each page shows its own anew
        self._room.show_again()
        for widget in self._window.findChildren(QWidget):
            widget.update()

    def _guard(self) -> None:
        # A rehearsal shows nobody real; shared with the cover on, the desk is meant to be seen.
        if not self._bench.rehearsal:
            self._keep(int(self._window.window().winId()), not sharing().on)


def _marks() -> list[Watermark]:
    return [one for one in QApplication.allWidgets() if isinstance(one, Watermark)]
