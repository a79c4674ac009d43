"""The page where keys are changed: find a command, press the new key, see at once whether it may be used."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QLineEdit, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.commands import COMMANDS, Group, command, group_title
from console.ui.common.keymap import caps, normal, problem_among
from console.ui.common.labels import PlainLabel
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.dialogs.base import Question
from console.ui.theme import px

_ORDER = list(Group)
_TEXT = QKeySequence.SequenceFormat.PortableText


class KeyField(QKeySequenceEdit):
    """Takes one stroke. Tab and Esc keep their meaning, so that the keyboard can leave."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self.setAccessibleName(tr("Phím mới: bấm tổ hợp phím"))
        for line in self.findChildren(QLineEdit):
            line.setPlaceholderText(tr("Bấm phím mới"))
            line.setAccessibleName(self.accessibleName())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape) and not (
            event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)


class KeyEditor(Question):
    """All commands with their keys. ``requested(object)`` carries the officer's own keys by command code."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None, overrides: Mapping[str, str]) -> None:
        super().__init__(
            parent,
            tr("Đổi phím"),
            tr("Không chữ đơn, không Alt+Z, không phím trùng: bộ gõ tiếng Việt vẫn chạy"),
            icon="keyboard",
            verb=tr("Áp dụng"),
            width=620,
        )
        self._keys = {one.code: one.key for one in COMMANDS} | dict(overrides)
        self.list = OptionList()
        self.list.setAccessibleName(tr("Lệnh và phím"))
        self.list.setMinimumHeight(px(300))
        self.search = OptionField(self.list, tr("Tìm lệnh, không cần dấu"), tr("Tìm lệnh"))
        self.field = KeyField()
        self.set_button = ActionButton(tr("Đặt phím"))
        self.default_button = ActionButton(tr("Về mặc định"), "act.undo")
        self.all_button = ActionButton(tr("Tất cả về mặc định"), "", "quiet")
        self.said = PlainLabel("", "small", "orangeText", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addWidget(self.field, 1)
        for button in (self.set_button, self.default_button, self.all_button):
            row.addWidget(button)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.said)
        self.list.moved.connect(lambda _code: self._look())
        self.list.picked.connect(lambda _code: self.field.setFocus(Qt.FocusReason.OtherFocusReason))
        self.field.keySequenceChanged.connect(lambda _keys: self._look())
        self.set_button.clicked.connect(self._set)
        self.default_button.clicked.connect(self._reset)
        self.all_button.clicked.connect(self._reset_all)
        self._show()
        self.refresh()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def overrides(self) -> dict[str, str]:
        """Return the keys that differ from the defaults."""
        return {code: key for code, key in self._keys.items() if key != command(code).key}

    def chosen(self) -> str:
        """Return the command that is current, or ""."""
        option = self.list.current()
        return option.code if option is not None else ""

    def promise(self) -> str:
        """Return what the verb does."""
        count = len(self.overrides())
        return tr("{count} phím khác mặc định", count=count) if count else tr("Mọi phím như mặc định")

    def _show(self) -> None:
        """Show the keys as they are; the current command stays."""
        current = self.chosen()
        self.list.set_options(
            [
                Option(
                    one.code,
                    one.words,
                    tr("khác mặc định") if self._keys[one.code] != one.key else "",
                    one.icon,
                    group=group_title(one.group),
                    words=self._keys[one.code],
                    keys=caps(self._keys[one.code]),
                    enabled=not one.fixed,
                )
                for one in sorted(COMMANDS, key=lambda one: _ORDER.index(one.group))
            ]
        )
        if current:
            self.list.select(current)
        self._look()

    def _typed(self) -> str:
        return normal(self.field.keySequence().toString(_TEXT))

    def _look(self) -> None:
        """Say whether what was pressed may be the key of the current command."""
        code, key = self.chosen(), self._typed()
        trouble = problem_among(self._keys, code, key) if code and key else ""
        self.said.setText(trouble)
        self.set_button.setEnabled(bool(code and key and not trouble))
        self.default_button.setEnabled(bool(code) and self._keys.get(code) != command(code).key)
        self.all_button.setEnabled(bool(self.overrides()))

    def _set(self) -> None:
        code, key = self.chosen(), self._typed()
        if not code or problem_among(self._keys, code, key):
            return
        self._keys[code] = key
        self.field.clear()
        self._show()
        self.refresh()

    def _reset(self) -> None:
        code = self.chosen()
        default = command(code).key
        trouble = problem_among(self._keys, code, default) if default else ""
        if trouble:
            self.said.setText(trouble)
            return
        self._keys[code] = default
        self._show()
        self.refresh()

    def _reset_all(self) -> None:
        self._keys = {one.code: one.key for one in COMMANDS}
        self._show()
        self.refresh()

    def act(self) -> None:
        """Hand over the keys."""
        self.requested.emit(self.overrides())
