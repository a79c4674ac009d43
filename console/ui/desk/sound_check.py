"""The self-test of the alarm (features N-02): a digit is shown, and counts only while the sound can be heard."""

import random
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from console.runtime import tones
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question

SOUND_LEVEL = 3
REACTION_MS = 1_500
"""How long after the end of the sound its digit still counts."""
SHOWN = 8


class SoundCheck(Question):
    """Play, hear, press the digit. Whoever heard nothing says so, and then somebody knows."""

    heard = Signal()
    not_heard = Signal()

    def __init__(self, parent: QWidget | None, play: Callable[[], None], log: Sequence[str] = ()) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            play: begins the sound of ``SOUND_LEVEL``.
            log: the alarms so far, newest first.

        """
        super().__init__(
            parent,
            tr("Thử chuông báo"),
            tr("Đầu ca trực: chắc chắn rằng nghe được chuông báo tin khẩn"),
            icon="bell",
            verb=tr("Phát chuông"),
            verb_icon="bell",
        )
        self._play = play
        self._random = random.SystemRandom()
        self.digit = ""
        self.said = PlainLabel(
            tr("Bấm «Phát chuông», rồi bấm phím số hiện ra trong lúc đang nghe."), wrap=True
        )
        self.shown = PlainLabel("", "h1")
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.said)
        self.body.addWidget(self.shown)
        if log:
            self.body.addWidget(Heading(tr("Chuông đã kêu trong lần mở này")))
            for line in log[:SHOWN]:
                self.body.addWidget(PlainLabel(line, "small", "text2"))
        self.cancel.set_label(tr("Không nghe thấy"))
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(round(tones.seconds(SOUND_LEVEL) * 1000) + REACTION_MS)
        self.timer.timeout.connect(self._over)
        self.rejected.connect(self.not_heard)
        self.refresh()

    def decide(self) -> None:
        """Play; the dialog stays until the digit was pressed in time, or nothing was heard."""
        self.digit = str(self._random.randrange(1, 10))
        self.shown.setText(self.digit)
        self.said.setText(tr("Đang phát. Nghe thấy thì bấm phím số này:"))
        self.timer.start()
        self._play()

    def _over(self) -> None:
        self.digit = ""
        self.shown.setText("")
        self.said.setText(tr("Chuông đã hết. Nếu đã nghe, phát lại và bấm phím số trong lúc đang nghe."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.digit and event.text() == self.digit:
            self.timer.stop()
            self.heard.emit()
            self.accept()
        elif self.digit and event.text().isdigit():
            self.timer.stop()
            self._over()
            self.said.setText(tr("Không đúng phím. Phát lại và bấm phím số hiện ra."))
        else:
            super().keyPressEvent(event)
