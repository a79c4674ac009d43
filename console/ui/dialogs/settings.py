"""The settings of this machine, drawn from their declarations (``runtime.settings``): one control for each, by its kind."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from console.runtime.i18n import look_up, tr
from console.runtime.setting_kinds import TEXT_LIMIT, Choice, Flag, Spec, Tab, Text, Texts, Whole
from console.runtime.settings import Settings, declared
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question, indent_digits
from console.ui.theme import px


class SettingsDialog(Question):
    """One control a setting.

    Signals:
        requested(Settings): the settings as they shall be.
        keys_requested(): the page where keys are changed.
        pin_requested(): where the officer's PIN is set.
    """

    requested = Signal(object)
    keys_requested = Signal()
    pin_requested = Signal()

    def __init__(self, parent: QWidget | None, settings: Settings) -> None:
        super().__init__(
            parent,
            tr("Cài đặt"),
            tr("Chỉ đổi trên máy này, cho người dùng máy này"),
            icon="nav.caidat",
            verb=tr("Áp dụng"),
        )
        self._settings = settings
        self.controls: dict[str, QWidget] = {}
        self._reads: dict[str, Callable[[], object]] = {}
        for tab in Tab:
            specs = {name: spec for name, spec in declared().items() if spec.tab is tab}
            if tab is Tab.HIDDEN or not specs:
                continue
            self.body.addWidget(PlainLabel(look_up(tab.value), "title", weight=600))
            for name, spec in specs.items():
                self._add(name, spec, getattr(settings, name))
            self.body.addSpacing(px(4))
        keys = ActionButton(tr("Đổi phím…"), "keyboard", "plain", command="edit_keys")
        keys.clicked.connect(self._to_keys)
        self.body.addWidget(keys)
        pin = ActionButton(tr("Đặt PIN…"), "key-round", "plain", command="set_pin")
        pin.clicked.connect(self._to_pin)
        self.body.addWidget(pin)
        self.refresh()
        first = next(iter(self.controls.values())).findChild(PillButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, name: str, spec: Spec, value: object) -> None:
        title = look_up(spec.title)
        if spec.restart:
            title = tr("{title} (khi mở lại chương trình)", title=title)
        if not isinstance(spec.kind, Flag):
            self.body.addWidget(Heading(title))
        control, read = _control(spec, title, value)
        self.controls[name], self._reads[name] = control, read
        self.body.addWidget(control)
        if spec.help:
            self.body.addWidget(PlainLabel(look_up(spec.help), "small", "text2", wrap=True))

    def values(self) -> dict[str, object]:
        """Return what the controls say, by setting."""
        return {name: read() for name, read in self._reads.items()}

    def trouble(self) -> str:
        """Return what a control holds that its declaration forbids."""
        for name, value in self.values().items():
            try:
                declared()[name].kind.read(name, value)
            except ValueError as error:
                return str(error)
        return ""

    def promise(self) -> str:
        """Return what the verb does."""
        return tr("Ghi vào hồ sơ cài đặt của máy này")

    def _to_keys(self) -> None:
        self.reject()
        self.keys_requested.emit()

    def _to_pin(self) -> None:
        self.reject()
        self.pin_requested.emit()

    def act(self) -> None:
        """Hand over the settings."""
        kinds = declared()
        values = {name: kinds[name].kind.read(name, value) for name, value in self.values().items()}
        self.requested.emit(replace(self._settings, **values))  # type: ignore[arg-type]


def _control(spec: Spec, title: str, value: object) -> tuple[QWidget, Callable[[], object]]:
    """Return the control of a kind and what reads it."""
    kind = spec.kind
    if isinstance(kind, Choice):
        return _pills(kind, title, value)
    if isinstance(kind, Flag):
        tick = QCheckBox(look_up(kind.words).replace("&", "&&"))
        tick.setChecked(bool(value))
        return tick, tick.isChecked
    if isinstance(kind, Whole):
        spin = QSpinBox()
        indent_digits(spin)
        spin.setRange(kind.low, kind.high)
        spin.setValue(value if isinstance(value, int) else kind.low)
        spin.setAccessibleName(title)
        return spin, spin.value
    if isinstance(kind, Text):
        field = QLineEdit(str(value))
        field.setMaxLength(TEXT_LIMIT)
        field.setAccessibleName(title)
        return field, field.text
    assert isinstance(kind, Texts)
    raise TypeError("texts by name have a page of their own")


def _pills(kind: Choice, title: str, value: object) -> tuple[QWidget, Callable[[], object]]:
    box = QWidget()
    box.setAccessibleName(title)
    group, row = QButtonGroup(box), QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(8))
    for number, (option, words) in enumerate(kind.options):
        pill = PillButton(look_up(words))
        pill.setChecked(option == value)
        group.addButton(pill, number)
        row.addWidget(pill)
    row.addStretch(1)

    def read() -> object:
        chosen = group.checkedId()
        return kind.options[chosen][0] if chosen >= 0 else value

    return box, read
