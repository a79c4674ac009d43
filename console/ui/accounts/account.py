"""One account as a form: its number, name, rank, unit, roles. What an action refuses is said in the form, which stays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGridLayout, QLineEdit, QWidget

from console.domain.officer import Officer, Role
from console.domain.sorting import vietnamese_key
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.accounts.words import role_name
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question
from console.ui.theme import px

NAME_LIMIT = 80
ID_LIMIT = 32


class RoleBoxes(QWidget):
    """A box for each role, in two columns. ``changed()`` when one is ticked."""

    changed = Signal()

    def __init__(self, roles: Sequence[Role] = ()) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(24))
        grid.setVerticalSpacing(px(6))
        self.boxes: dict[Role, QCheckBox] = {}
        for number, role in enumerate(Role):
            box = QCheckBox(role_name(role))
            box.setChecked(role in roles)
            box.clicked.connect(lambda _on=False: self.changed.emit())
            self.boxes[role] = box
            grid.addWidget(box, number // 2, number % 2)

    def chosen(self) -> tuple[Role, ...]:
        """Return the ticked roles."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked())

    def choose(self, roles: Sequence[Role]) -> None:
        """Tick exactly these."""
        for role, box in self.boxes.items():
            box.setChecked(role in roles)


def unit_box(units: Mapping[str, str], chosen: str = "") -> QComboBox:
    """Return a choice of units in the Vietnamese order of their names."""
    box = QComboBox()
    box.setAccessibleName(tr("Đơn vị"))
    for code, name in sorted(units.items(), key=lambda item: vietnamese_key(item[1])):
        box.addItem(safe_line(name, 80), code)
    box.setCurrentIndex(box.findData(chosen))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


class AccountDialog(Question):
    """Asks for an account. ``requested(Officer)``; it stays until ``accept`` or shows what was wrong (``refused``)."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None, units: Mapping[str, str], officer: Officer | None) -> None:
        """Make the form; ``officer`` is ``None`` for a new account."""
        super().__init__(
            parent,
            tr("Thêm cán bộ") if officer is None else tr("Sửa {name}", name=safe_line(officer.title, 80)),
            "" if officer is None else officer.officer_id,
            icon="user-plus" if officer is None else "person",
            verb=tr("Thêm cán bộ") if officer is None else tr("Lưu"),
            width=600,
        )
        self._before = officer or Officer("", "", "", ())
        self.code = QLineEdit(self._before.officer_id)
        self.code.setMaxLength(ID_LIMIT)
        self.name = QLineEdit(self._before.name)
        self.name.setMaxLength(NAME_LIMIT)
        self.rank = QLineEdit(self._before.rank)
        self.rank.setMaxLength(NAME_LIMIT)
        self.unit = unit_box(units, self._before.unit)
        self.roles = RoleBoxes(self._before.roles)
        form = QFormLayout()
        form.setVerticalSpacing(px(8))
        form.setHorizontalSpacing(px(16))
        lines = ((self.code, tr("Số hiệu")), (self.name, tr("Họ tên")), (self.rank, tr("Cấp bậc")))
        for field, words in (*lines, (self.unit, tr("Đơn vị"))):
            if field is self.code and officer is not None:
                continue
            field.setAccessibleName(words)
            form.addRow(PlainLabel(words, "small", "text2", weight=600), field)
        self.body.addLayout(form)
        self.body.addWidget(Heading(tr("Vai trò")))
        self.body.addWidget(self.roles)
        self.wrong = PlainLabel("", "small", "redText", weight=600, wrap=True)
        self.wrong.hide()
        self.body.addWidget(self.wrong)
        for line in (self.code, self.name, self.rank):
            line.textChanged.connect(self._typed)
        self.unit.currentIndexChanged.connect(self._typed)
        self.roles.changed.connect(self._typed)
        (self.code if officer is None else self.name).setFocus()
        self.refresh()

    def _typed(self) -> None:
        self.wrong.hide()
        self.refresh()

    def trouble(self) -> str:
        if not self.code.text().strip():
            return tr("Ghi số hiệu cán bộ")
        if not self.name.text().strip():
            return tr("Ghi họ tên")
        if not self.unit.currentData():
            return tr("Chọn đơn vị")
        return "" if self.roles.chosen() else tr("Chọn ít nhất một vai trò")

    def promise(self) -> str:
        return tr("Có hiệu lực ngay, không cần mở lại chương trình. Việc này vào nhật ký.")

    def act(self) -> None:
        made = replace(
            self._before,
            officer_id=self.code.text().strip(),
            name=self.name.text().strip(),
            rank=self.rank.text().strip(),
            unit=self.unit.currentData(),
            roles=self.roles.chosen(),
        )
        self.requested.emit(made)

    def decide(self) -> None:
        """Hand over what was written; the form stays until it is known that it was done."""
        if self.trouble():
            self.refresh()
        else:
            self.act()

    def refused(self, words: str) -> None:
        """Say in the form why it was not done."""
        self.wrong.setText(safe_line(words, 300))
        self.wrong.show()
