"""An officer at the keys: one key event at a time, as fast as somebody quick types."""

import random
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.desktop import Console
from console.cache.views import NoteItem, ReplyItem
from console.ui.composer.tabs import ComposerMode

KEY_MS = 30
_PAUSES_MS = (200, 500, 900, 1500)
_K = Qt.Key
_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Stroke = str | tuple[Qt.Key, Qt.KeyboardModifier] | Callable[[], None]


class Hands(QObject):
    """Acts through the window alone. ``seen`` holds the texts of replies and notes that the screen showed as kept."""

    def __init__(self, app: QApplication, console: Console, rng: random.Random) -> None:
        super().__init__(console.controller)
        self.acts = 0
        self.act = ""
        """What is being done, for whoever wonders what took so long."""
        self.seen: dict[str, set[str]] = {"reply": set(), "note": set()}
        self._app, self._console, self._rng = app, console, rng
        self._strokes: Iterator[Stroke] = iter(())
        self._count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._stroke)
        self._timer.start(KEY_MS)

    def stop(self) -> None:
        self._timer.stop()
        self._leave_dialogs()

    def _stroke(self) -> None:
        stroke = next(self._strokes, None)
        if stroke is None:
            self._look()
            self._leave_dialogs()
            self._strokes = self._next_act()
            self.acts += 1
            self._timer.start(self._rng.choice(_PAUSES_MS))
            return
        if self._app.activeWindow() is None:
            # A window manager gives the focus back when a dialog closes; offscreen there is none.
            self._console.window.activateWindow()
        target = self._app.focusWidget() or self._console.window
        if callable(stroke):
            stroke()
        elif isinstance(stroke, str):
            QTest.keyClicks(target, stroke)
        else:
            QTest.keyClick(target, *stroke)
        self._timer.start(KEY_MS)

    def _leave_dialogs(self) -> None:
        for _ in range(4):
            dialog = self._app.activeModalWidget() or self._app.activePopupWidget()
            if dialog is None:
                return
            QTest.keyClick(dialog, _K.Key_Escape)
        raise RuntimeError("a dialog does not close with Esc")

    def _look(self) -> None:
        """Note what the open case shows as kept; it must still be there in the end."""
        for item in self._console.controller.room.items:
            if isinstance(item, ReplyItem):
                self.seen["reply"].add(item.text)
            elif isinstance(item, NoteItem):
                self.seen["note"].add(item.text)

    def _next_act(self) -> Iterator[Stroke]:
        acts = (
            (6, self._answer),
            (2, self._note),
            (2, self._step),
            (1, self._triage),
            (1, self._close),
            (1, self._search),
            (1, self._views),
            (0.3, self._theme),
            (0.5, self._sheets),
        )
        (act,) = self._rng.choices([act for _, act in acts], [weight for weight, _ in acts])
        self.act = act.__name__.strip("_")
        return act()

    def _words(self, kind: str) -> str:
        self._count += 1
        return f"{kind} {self._count:05d}: co quan da nhan duoc tin cua ong ba"

    def _composer(self, mode: ComposerMode) -> Iterator[Stroke]:
        """Go to an empty field of the composer."""
        yield (_K.Key_F7, Qt.KeyboardModifier.NoModifier) if mode is ComposerMode.NOTE else (_K.Key_R, _CTRL)
        yield (_K.Key_A, _CTRL)
        yield (_K.Key_Delete, Qt.KeyboardModifier.NoModifier)

    def _in_case(self) -> bool:
        return self._console.controller.room.detail is not None

    def _answer(self) -> Iterator[Stroke]:
        """Take the most urgent case and answer it."""
        yield (_K.Key_F8, Qt.KeyboardModifier.NoModifier)
        yield from self._rest(6)
        if not self._in_case():
            return
        yield from self._composer(ComposerMode.REPLY)
        yield from self._words("Tra loi")
        yield (_K.Key_Return, _CTRL)
        yield from self._rest(4)

    def _note(self) -> Iterator[Stroke]:
        yield from self._step()
        if not self._in_case():
            return
        yield from self._composer(ComposerMode.NOTE)
        yield from self._words("Ghi chu")
        yield (_K.Key_S, _CTRL)
        yield from self._rest(4)

    def _step(self) -> Iterator[Stroke]:
        """Go down or up some cases and open the last one."""
        key = self._rng.choice((_K.Key_Down, _K.Key_Down, _K.Key_Up))
        for _ in range(self._rng.randint(1, 6)):
            yield (key, _CTRL)
        yield from self._rest(6)

    def _triage(self) -> Iterator[Stroke]:
        yield from self._step()
        yield (_K.Key_Return, _ALT)
        yield (_K(_K.Key_1 + self._rng.randint(0, 5)), _ALT)
        yield (_K(_K.Key_1 + self._rng.randint(0, 2)), _CTRL)
        yield from self._rest(4)

    def _close(self) -> Iterator[Stroke]:
        """Close the open case with the first outcome the dialog offers; whatever else it asks is left."""
        yield (_K.Key_E, _CTRL)
        yield from self._rest(2)
        yield (_K.Key_1, Qt.KeyboardModifier.NoModifier)
        yield (_K.Key_Return, Qt.KeyboardModifier.NoModifier)
        yield from self._rest(4)

    def _search(self) -> Iterator[Stroke]:
        yield (_K.Key_K, _CTRL)
        yield from self._rng.choice(("can cuoc", "mat xe", "cho xanh", "tieng on"))
        yield from self._rest(8)
        yield (_K.Key_Escape, Qt.KeyboardModifier.NoModifier)

    def _views(self) -> Iterator[Stroke]:
        for number in [*self._rng.sample(range(6), 2), 0]:
            yield (_K(_K.Key_1 + number), _CTRL | _ALT)
            yield from self._rest(5)
        yield (_K.Key_F5, Qt.KeyboardModifier.NoModifier)

    def _theme(self) -> Iterator[Stroke]:
        yield (_K.Key_D, _CTRL | _ALT)
        yield from self._rest(10)
        yield (_K.Key_D, _CTRL | _ALT)

    def _sheets(self) -> Iterator[Stroke]:
        """Open what covers the window or changes its frame, and go back."""
        yield (_K.Key_F1, Qt.KeyboardModifier.NoModifier)
        yield from self._rest(8)
        yield (_K.Key_Escape, Qt.KeyboardModifier.NoModifier)
        for _ in range(2):
            yield (_K.Key_I, _CTRL)
            yield from self._rest(4)
        for _ in range(4):
            yield (_K.Key_F6, self._rng.choice((_SHIFT, Qt.KeyboardModifier.NoModifier)))

    def _rest(self, strokes: int) -> Iterator[Stroke]:
        for _ in range(strokes):
            yield _nothing


def _nothing() -> None:
    """Let the fingers rest."""
