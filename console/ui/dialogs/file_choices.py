"""Which files of a sealed matter a unit gets: covered, whole with a reason, or not at all, which is the start (features E-03)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from console.actions.releasing import Releasable
from console.domain.message import MessageType
from console.domain.release import COVERABLE, TELLING, FileRelease, How
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.times import row_time
from console.ui.dialogs.base import Question, ReasonField
from console.ui.theme import px

_REASON_LIMIT = 300


class _Row(QWidget):
    """One file with its three ways."""

    changed = Signal()

    def __init__(self, file: Releasable, number: int, now_ms: int) -> None:
        super().__init__()
        self.file = file
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        self.words = f"{_kind_words(file)} {number} · {row_time(file.at, now_ms)}"
        row.addWidget(PlainLabel(self.words, "small", "text", elided=True), 1)
        self.cover = ActionButton(tr("Che…"), "", "quiet", small=True)
        self.cover.setAccessibleName(tr("Che {file}", file=self.words))
        self.cover.setVisible(file.kind in COVERABLE)
        row.addWidget(self.cover)
        self.ways: dict[How, PillButton] = {}
        group = QButtonGroup(self)
        for how, words in (
            (How.WITHHELD, tr("Không gửi")),
            (How.COVERED, tr("Gửi bản che")),
            (How.WHOLE, tr("Gửi nguyên")),
        ):
            button = PillButton(words)
            button.setAccessibleName(f"{self.words}: {words}")
            button.clicked.connect(self.changed)
            group.addButton(button)
            self.ways[how] = button
            row.addWidget(button)
        self.ways[How.COVERED].setVisible(file.kind in COVERABLE)
        start = file.given
        if start is None or (start is How.COVERED and not file.copy_id):
            start = How.COVERED if file.copy_id else How.WITHHELD
        self.choose(start)

    def choose(self, how: How) -> None:
        self.ways[How.COVERED].setEnabled(bool(self.file.copy_id))
        self.ways[how].setChecked(True)

    @property
    def how(self) -> How:
        return next(how for how, button in self.ways.items() if button.isChecked())


class FileChoices(QWidget):
    """The files, a row each, and the reason for what goes whole.

    ``changed`` tells of another choice; ``cover_wanted(Releasable)`` asks for a picture to be covered.
    """

    changed = Signal()
    cover_wanted = Signal(object)

    def __init__(self, files: Sequence[Releasable], now_ms: int) -> None:
        """Take the files, and the present for their times (UTC ms)."""
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(Heading(tr("Tệp gửi kèm")))
        self.rows: list[_Row] = []
        count: dict[str, int] = {}
        for file in files:
            words = _kind_words(file)
            count[words] = count.get(words, 0) + 1
            row = _Row(file, count[words], now_ms)
            row.changed.connect(self._on_changed)
            row.cover.clicked.connect(lambda _on=False, of=row: self.cover_wanted.emit(of.file))
            self.rows.append(row)
            column.addWidget(row)
        self.warning = PlainLabel("", "small", "orangeText", wrap=True)
        column.addWidget(self.warning)
        self.reason = ReasonField(tr("Vì sao phải gửi nguyên"), _REASON_LIMIT, lines=1)
        self.reason.edit.textChanged.connect(self.changed)
        column.addWidget(self.reason)
        self._on_changed()

    def covered(self, message_id: str, number: int, copy_id: str) -> None:
        """Say that a picture has a covered copy now; that is what goes from here on."""
        for row in self.rows:
            if (row.file.message_id, row.file.number) == (message_id, number):
                row.file = replace(row.file, copy_id=copy_id)
                row.choose(How.COVERED)
        self._on_changed()

    def _on_changed(self) -> None:
        whole = [row for row in self.rows if row.how is How.WHOLE]
        voices = any(row.file.kind in TELLING for row in whole)
        self.warning.setText(
            tr("Giọng nói nhận ra người báo tin: chỉ gửi khi không có cách khác.") if voices else ""
        )
        self.warning.setVisible(voices)
        self.reason.setVisible(bool(whole))
        self.changed.emit()

    def trouble(self) -> str:
        """Return what is missing, or ""."""
        if not any(row.how is How.WHOLE for row in self.rows):
            return ""
        if self.reason.too_long():
            return tr("Lý do gửi nguyên dài quá 300 ký tự")
        return "" if self.reason.text() else tr("Thiếu lý do gửi nguyên tệp")

    def summary(self) -> str:
        """Return what goes, in a few words."""
        counts = [sum(row.how is how for row in self.rows) for how in (How.COVERED, How.WHOLE, How.WITHHELD)]
        return tr(
            "Tệp: {covered} bản che, {whole} nguyên, {withheld} không gửi",
            covered=counts[0],
            whole=counts[1],
            withheld=counts[2],
        )

    def releases(self) -> tuple[FileRelease, ...]:
        """Return what was decided, one entry a file."""
        why = self.reason.text()
        return tuple(
            FileRelease(
                row.file.message_id,
                row.file.number,
                row.how,
                row.file.copy_id if row.how is How.COVERED else "",
                why if row.how is How.WHOLE else "",
            )
            for row in self.rows
        )


def _kind_words(file: Releasable) -> str:
    if file.kind in COVERABLE:
        return tr("Ảnh")
    if file.kind is MessageType.VOICE:
        return tr("Ghi âm")
    return tr("Video") if file.kind is MessageType.VIDEO else tr("Tệp")


class ReleaseDialog(Question):
    """Asks anew which files of a sealed matter a unit gets that has it already. ``requested(tuple)`` carries the decisions."""

    requested = Signal(tuple)

    def __init__(
        self, parent: QWidget | None, number: str, unit: str, files: Sequence[Releasable], now_ms: int
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            number: the case's.
            unit: name of the unit.
            files: the matter's files, each with what the unit gets of it now.
            now_ms: the present, UTC.

        """
        super().__init__(
            parent,
            tr("Tệp của {number} gửi kèm cho đơn vị?", number=number),
            safe_line(unit, 120),
            icon="act.attach",
            verb=tr("Lưu quyết định"),
            width=640,
        )
        self.choices = FileChoices(files, now_ms)
        self.choices.changed.connect(self.refresh)
        self.body.addWidget(self.choices)
        self.refresh()

    def trouble(self) -> str:
        return self.choices.trouble()

    def promise(self) -> str:
        return self.choices.summary()

    def act(self) -> None:
        self.requested.emit(self.choices.releases())
