"""The register's fields of a crime report, to be copied one by one into the national software (features R-07).

Enter or Ctrl+C copies the chosen field and goes on to the next; what was copied is marked. Once it is typed in there, number and time
are written down below, so that nobody types it a second time.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.clock import MINUTE_MS
from console.domain.national import (
    FIELD_NAMES,
    NUMBER_LIMIT,
    FieldValue,
    NationalEntry,
    RegisterField,
    national_number,
)
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton
from console.ui.common.grid import Grid
from console.ui.common.labels import Heading, PlainLabel, PlainView
from console.ui.common.sharing import words_shown
from console.ui.common.times import clock_text, date_text
from console.ui.dialogs.base import Question
from console.ui.dialogs.moment import moment_field, moment_text, parse_moment
from console.ui.dialogs.papers import line_field
from console.ui.theme import px

_LEAST_ROWS = 6
"""On a low window the entry below must stay in sight; on others all room goes to the fields."""


_OF_NOBODY = frozenset(
    {
        *(
            RegisterField.NUMBER,
            RegisterField.RECEIVED,
            RegisterField.MANNER,
            RegisterField.OFFICER,
            RegisterField.KIND,
        ),
        *(
            RegisterField.UNIT,
            RegisterField.SLIP,
            RegisterField.TAKER,
            RegisterField.TAKEN_AT,
            RegisterField.ASSIGNED,
        ),
        *(RegisterField.TERM, RegisterField.EXTENSION, RegisterField.DECISION),
    }
)
"""Fields that name no citizen and quote nobody: they may be seen while the screen is shared, any other may not."""


class FieldGrid(Grid):
    """The fields, one a row. ``copy_wanted`` when one is to be copied."""

    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            tr("Các mục của sổ"), (tr("Mục của sổ"), tr("Nội dung"), tr("Đánh dấu")), (210, 0, 170)
        )
        self.doubleClicked.connect(lambda _index: self.copy_wanted.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        copy = event.key() == Qt.Key.Key_C and pressed == Qt.KeyboardModifier.ControlModifier
        if copy or (enter and pressed == Qt.KeyboardModifier.NoModifier):
            if not event.isAutoRepeat():  # a key that is held down must not run through all fields
                self.copy_wanted.emit()
            event.accept()
        elif enter:
            event.ignore()  # Ctrl+Enter is the dialog's
        else:
            super().keyPressEvent(event)


class NationalDialog(Question):
    """Shows the fields and takes the entry.

    Signals:
        copy_wanted(object): a ``FieldValue`` that is to be copied; ``copied`` answers, or ``tell_trouble``.
        export_wanted(): the same fields as a file.
        entered(str, int): the number there and when it was typed in (UTC ms).
    """

    copy_wanted = Signal(object)
    export_wanted = Signal()
    entered = Signal(str, object)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        values: Sequence[FieldValue],
        entries: Sequence[NationalEntry],
        called: Mapping[str, str],
        *,
        received_ms: int,
        now_ms: int,
        may_export: bool,
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            number: the case's number.
            values: the fields in the register's order.
            entries: earlier entries, the newest last.
            called: officers' names by id.
            received_ms: when the case was received (UTC): nothing was typed in before.
            now_ms: the present, UTC.
            may_export: whether the officer may take a file out.

        """
        super().__init__(
            parent,
            tr("Nhập phần mềm tin báo: {number}", number=safe_line(number, 40)),
            tr(
                "Enter hoặc Ctrl+C chép mục đang chọn rồi sang mục sau; lần xem và mỗi lần chép vào nhật ký. "
                "Người báo tin ghi theo mã như trong sổ, danh tính chỉ xem bằng «Hiện danh tính»."
            ),
            icon="upload",
            verb=tr("Ghi đã nhập"),
            verb_icon="act.approve",
            width=900,
        )
        self._values = tuple(values)
        self._received_ms, self._now_ms = received_ms, now_ms
        self._entry = entries[-1] if entries else None
        self._copied: set[RegisterField] = set()
        self._waiting = False
        self._sure = self._entry is None
        self.warning = PlainLabel("", "body", "orangeText", wrap=True)
        self._warn(entries, called)
        self.body.addWidget(self.warning)
        self.grid = FieldGrid()
        self.grid.setMinimumHeight(px(32) * _LEAST_ROWS + px(40))
        self.grid.copy_wanted.connect(self.copy)
        self.grid.selectionModel().currentRowChanged.connect(lambda _now, _before: self._show_whole())
        self.body.addWidget(self.grid, 1)
        self.whole = PlainView("", "body")
        self.whole.setAccessibleName(tr("Nội dung đầy đủ của mục đang chọn"))
        self.whole.setFixedHeight(px(64))
        self.body.addWidget(self.whole)
        self.state = PlainLabel("", "small", "text2", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.state, 1)
        self.export = ActionButton(tr("Xuất tệp…"), "act.export", "plain", small=True)
        self.export.setVisible(may_export)
        self.export.clicked.connect(self.export_wanted)
        row.addWidget(self.export)
        self.body.addLayout(row)
        self._ask()
        self._fill()
        # What is there already wants mending alone: begin at what has changed.
        self.grid.choose(next((n for n, one in enumerate(self._values) if one.changed), 0))
        self.prefer_height(px(820))
        self.grid.setFocus()
        self.refresh()

    def _ask(self) -> None:
        self.number = line_field(tr("Số do phần mềm tin báo cấp"), self._entry.number if self._entry else "")
        self.number.setMaxLength(NUMBER_LIMIT)
        self.at = moment_field(tr("Nhập lúc, dạng 14:35 14/03/2026"), self._now_ms)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.number, 2)
        row.addWidget(self.at, 1)
        self.body.addWidget(Heading(tr("Đã nhập vào phần mềm tin báo: số, giờ nhập")))
        self.body.addLayout(row)
        for field in (self.number, self.at):
            field.textChanged.connect(self.refresh)

    def _warn(self, entries: Sequence[NationalEntry], called: Mapping[str, str]) -> None:
        """Say that it is there already, and what is to be typed there again."""
        if self._entry is None:
            self.warning.hide()
            return
        lines = [tr("{entry}. Không nhập lại; chỉ sửa mục đã đổi.", entry=entry_text(self._entry, called))]
        changed = [said(FIELD_NAMES[one.field]) for one in self._values if one.changed]
        if changed:
            lines.append(tr("Đã sửa sau khi nhập: {fields}", fields=", ".join(changed)))
        lines += [tr("Trước đó: {entry}", entry=entry_text(one, called)) for one in entries[-4:-1]]
        self.warning.setText("\n".join(lines))

    # -- the fields -----------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.grid.show_lines(
            [
                (said(FIELD_NAMES[one.field]), _seen(one) or tr("(trống)"), self._mark(one))
                for one in self._values
            ]
        )

    def _mark(self, one: FieldValue) -> str:
        if one.field in self._copied:
            return tr("Đã chép")
        return tr("Đã sửa sau khi nhập") if one.changed else ""

    def _show_whole(self) -> None:
        row = self.grid.row()
        self.whole.setPlainText(self._values[row].value if 0 <= row < len(self._values) else "")

    def copy(self) -> None:
        """Ask for the chosen field to be copied; an empty one is passed over.

        Where the case is there already, what was not changed since is copied only when it is asked for again.
        """
        row = self.grid.row()
        if self._waiting or not 0 <= row < len(self._values):
            return
        one = self._values[row]
        if not one.value:
            self._go_on(row)
        elif not (self._sure or one.changed):
            assert self._entry is not None
            self._sure = True
            self._say(
                tr(
                    "Hồ sơ này đã nhập lúc {time} {day}, số {number}. Bấm lần nữa nếu vẫn muốn chép.",
                    time=clock_text(self._entry.at),
                    day=date_text(self._entry.at),
                    number=safe_line(self._entry.number, NUMBER_LIMIT),
                ),
                "orangeText",
            )
        else:
            self._waiting = True
            self.copy_wanted.emit(one)

    def copied(self, field: RegisterField) -> None:
        """Mark a field that is on the clipboard now, and go on to the next."""
        self._waiting = False
        self._copied.add(field)
        row = self.grid.row()
        self._fill()
        self._say(
            tr("Đã chép «{field}»; bộ nhớ tạm tự xóa sau 30 giây.", field=said(FIELD_NAMES[field])),
            "greenText",
        )
        if 0 <= row < len(self._values) and self._values[row].field is field:
            self._go_on(row)

    def tell_trouble(self, words: str) -> None:
        """Say why nothing was copied."""
        self._waiting = False
        self._say(words, "redText")

    def _say(self, words: str, tone: str) -> None:
        self.state.setText(words)
        self.state.set_tone(tone)

    def _go_on(self, row: int) -> None:
        if row + 1 < len(self._values):
            self.grid.choose(row + 1)
        else:
            self.number.setFocus()

    # -- the entry ------------------------------------------------------------------------------------------------

    def trouble(self) -> str:
        if not self.number.text().strip():
            return tr("Nhập xong thì ghi số do phần mềm cấp")
        try:
            national_number(self.number.text())
        except ValueError:
            return tr("Số chỉ gồm chữ, số và các dấu - / . _, có ít nhất một chữ số")
        at = parse_moment(self.at.text())
        if at is None:
            return tr("Giờ nhập ghi dạng 14:35 14/03/2026")
        if at > self._now_ms:
            return tr("Giờ nhập chưa tới")
        if at < self._received_ms // MINUTE_MS * MINUTE_MS:
            return tr("Giờ nhập phải sau lúc tiếp nhận, {time}", time=moment_text(self._received_ms))
        return ""

    def promise(self) -> str:
        if self._entry is not None:
            return tr("Ghi thành lần nhập mới; lần trước vẫn còn trong lịch sử")
        return tr("Vào sổ và lịch sử; hồ sơ ra khỏi mục «Chưa nhập tin báo»")

    def act(self) -> None:
        self.entered.emit(self.number.text().strip(), parse_moment(self.at.text()))


def _seen(one: FieldValue) -> str:
    """Return a value as it may be seen now; what is copied is the value itself."""
    return one.value if one.field in _OF_NOBODY else words_shown(one.value)


def entry_text(entry: NationalEntry, called: Mapping[str, str]) -> str:
    """Return when a case was entered, by which number, and who wrote that down."""
    return tr(
        "Đã nhập lúc {time} {day}, số {number} ({name})",
        time=clock_text(entry.at),
        day=date_text(entry.at),
        number=safe_line(entry.number, NUMBER_LIMIT),
        name=safe_line(called.get(entry.by, entry.by), 60),
    )
