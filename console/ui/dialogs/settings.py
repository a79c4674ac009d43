"""How the window looks: theme, size of everything, language."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import PillButton
from console.ui.common.labels import Heading
from console.ui.dialogs.base import Question
from console.ui.theme import SCALES, px


class SettingsDialog(Question):
    """``requested(str, float, str)``: theme «light» or «dark», scale, language «vi» or «en»."""

    requested = Signal(str, float, str)

    def __init__(self, parent: QWidget | None, theme: str, scale: float, language: str) -> None:
        super().__init__(
            parent,
            tr("Cài đặt hiển thị"),
            tr("Chỉ đổi cách hiển thị trên máy này"),
            icon="nav.caidat",
            verb=tr("Áp dụng"),
        )
        self._theme = self._choices(tr("Nền"), ((tr("Sáng"), "light"), (tr("Tối"), "dark")), theme)
        scales = tuple((f"{round(100 * s)} %", str(s)) for s in SCALES)
        self._scale = self._choices(tr("Cỡ chữ và nút"), scales, str(scale))
        languages = ((tr("Tiếng Việt"), "vi"), (tr("Tiếng Anh"), "en"))
        self._language = self._choices(tr("Ngôn ngữ (khi mở lại)"), languages, language)
        self.refresh()

    def _choices(self, title: str, options: tuple[tuple[str, str], ...], chosen: str) -> QButtonGroup:
        self.body.addWidget(Heading(title))
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(px(8))
        for name, code in options:
            pill = PillButton(name)
            pill.setProperty("code", code)
            pill.setChecked(code == chosen)
            group.addButton(pill)
            row.addWidget(pill)
        row.addStretch(1)
        self.body.addLayout(row)
        return group

    def act(self) -> None:
        def code(group: QButtonGroup) -> str:
            chosen = group.checkedButton()
            return str(chosen.property("code")) if chosen else ""

        self.requested.emit(code(self._theme), float(code(self._scale)), code(self._language))
