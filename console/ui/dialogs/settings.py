"""The settings of this machine, drawn from their declarations (``runtime.settings``): one control for each, by its kind."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from console.domain.numerals import percent
from console.runtime.i18n import look_up, tr
from console.runtime.setting_kinds import TEXT_LIMIT, Choice, Flag, Percent, Spec, Tab, Text, Texts, Whole
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
        sound_requested(): the self-test of the alarm.
    """

    requested = Signal(object)
    keys_requested = Signal()
    pin_requested = Signal()
    sound_requested = Signal()

    def __init__(self, parent: QWidget | None, settings: Settings) -> None:
        super().__init__(
            parent,
            tr("Cài đặt"),
            tr("Chỉ đổi trên máy này, cho người dùng máy này"),
            icon="nav.caidat",
            verb=tr("Áp dụng"),
            width=900,
        )
        self._settings = settings
        self.controls: dict[str, QWidget] = {}
        self._reads: dict[str, Callable[[], object]] = {}
        # Side by side, so that the dialog is no higher than the window at 200 % either.
        halves = QHBoxLayout()
        halves.setSpacing(px(32))
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(px(8))
            halves.addLayout(column, 1)
        self.body.addLayout(halves)
        for tab in Tab:
            specs = {name: spec for name, spec in declared().items() if spec.tab is tab}
            if tab is Tab.HIDDEN or not specs:
                continue
            column = right if tab is Tab.SOUND else left
            column.addWidget(PlainLabel(look_up(tab.value), "title", weight=600))
            for name, spec in specs.items():
                self._add(column, name, spec, getattr(settings, name))
            column.addSpacing(px(4))
        left.addStretch(1)
        right.addStretch(1)
        self._links()
        self.refresh()
        first = next(iter(self.controls.values())).findChild(PillButton)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _links(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for text, icon, code, page in (
            (tr("Thử chuông…"), "bell", "sound_check", self.sound_requested),
            (tr("Đổi phím…"), "keyboard", "edit_keys", self.keys_requested),
            (tr("Đặt PIN…"), "key-round", "set_pin", self.pin_requested),
        ):
            button = ActionButton(text, icon, "plain", command=code)
            button.clicked.connect(lambda _on=False, page=page: self._leave_for(page))
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def _add(self, column: QVBoxLayout, name: str, spec: Spec, value: object) -> None:
        title = look_up(spec.title)
        if spec.restart:
            title = tr("{title} (khi mở lại chương trình)", title=title)
        if not isinstance(spec.kind, Flag):
            column.addWidget(Heading(title))
        control, read = _control(spec, title, value)
        self.controls[name], self._reads[name] = control, read
        column.addWidget(control)
        if spec.help:
            column.addWidget(PlainLabel(look_up(spec.help), "small", "text2", wrap=True))

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

    def _leave_for(self, page: SignalInstance) -> None:
        self.reject()
        page.emit()

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
    if isinstance(kind, Percent):
        return _slider(kind, title, value)
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


def _slider(kind: Percent, title: str, value: object) -> tuple[QWidget, Callable[[], object]]:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(12))
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setRange(kind.low, kind.high)
    slider.setSingleStep(kind.step)
    slider.setPageStep(2 * kind.step)
    slider.setMinimumHeight(px(28))
    slider.setAccessibleName(title)
    said = PlainLabel("", "body", weight=600)
    said.setFixedWidth(px(56))

    def show(share: int) -> None:
        words = percent(share / 100, 0)
        said.setText(words)
        slider.setAccessibleDescription(words)

    slider.valueChanged.connect(show)
    slider.setValue(value if isinstance(value, int) else kind.high)
    show(slider.value())
    row.addWidget(slider, 1)
    row.addWidget(said)
    return box, slider.value


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
