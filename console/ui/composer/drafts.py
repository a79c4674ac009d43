"""What the composer hands over, and the drafts it reports while they are written."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.draft import NOTHING
from console.domain.events import OutboundFile
from console.ui.composer.attach import ChosenFile
from console.ui.composer.tabs import ComposerMode

# A draft must be on disk within two seconds of the key (features C-07); writing it takes some of that.
DRAFT_EVERY_MS = 1_200


@dataclass(frozen=True, slots=True)
class ReplyDraft:
    """A reply as the officer pressed «Gửi công dân».

    ``case_id`` and ``conversation_id`` were bound at the first keystroke; ``seen_message_id`` is the citizen's last message
    that was on screen; ``override_reason`` is set when the officer sends although something new came in between.
    """

    case_id: str
    conversation_id: str
    text: str
    seen_message_id: str
    file: ChosenFile | OutboundFile | None = None
    canned_code: str = ""
    override_reason: str = ""
    quote_message_id: str = ""
    parts: bool = False
    """Whether the officer agreed to several messages."""


class DraftWatch(QObject):
    """Reports a text that is being written: at most ``DRAFT_EVERY_MS`` after a key, however fast the keys come.

    ``due`` carries mode, case id, text, and what belongs to it (``DraftExtra`` as text).
    """

    due = Signal(object, str, str, str)

    def __init__(
        self, mode: ComposerMode, read: Callable[[], str], parent: QObject, extra: Callable[[], str] = str
    ) -> None:
        super().__init__(parent)
        self._mode, self._read, self._extra = mode, read, extra
        self._case = ""
        self._told = ("", NOTHING)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_EVERY_MS)
        self._timer.timeout.connect(self.flush)

    def begin(self, case_id: str, text: str) -> None:
        """Watch another case's text, which is known as it is with what belongs to it now."""
        self._timer.stop()
        self._case, self._told = case_id, (text, self._extra() or NOTHING)

    def touch(self) -> None:
        """Note that the text changed."""
        if self._case and not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Report now what has not been reported."""
        self._timer.stop()
        now = self._read(), self._extra() or NOTHING
        if self._case and now != self._told:
            self._told = now
            self.due.emit(self._mode, self._case, *now)
