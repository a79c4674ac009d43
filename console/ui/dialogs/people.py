"""Who is accused and who is a victim, one a line (domain.md §6)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from console.domain.numerals import number_text
from console.domain.people import (
    ABOUT_LIMIT,
    MOST,
    NAME_LIMIT,
    Others,
    PeopleList,
    parse_people,
    people_text,
)
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.dialogs.base import Question, ReasonField
from console.ui.theme import px

_TEXT_LIMIT = 4_000


class RoleField(QWidget):
    """The people of one role: a line each, and what is known of others. ``changed`` says that something was written or ticked."""

    changed = Signal()

    def __init__(self, known: PeopleList, label: str, *, unknown: str, nobody: str = "") -> None:
        """Make the field with a list in it; ``nobody`` is the box that says that there is nobody, none without words."""
        super().__init__()
        self._known = known
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        self.field = ReasonField(
            label, _TEXT_LIMIT, hint=tr("Mỗi dòng một người: họ tên, năm sinh, địa chỉ, đặc điểm"), lines=3
        )
        self.field.edit.setPlainText(people_text(known.people))
        column.addWidget(self.field)
        self.unknown = QCheckBox(unknown)
        self.unknown.setChecked(known.others is Others.UNKNOWN)
        column.addWidget(self.unknown)
        self.nobody = QCheckBox(nobody)
        self.nobody.setVisible(bool(nobody))
        self.nobody.setChecked(known.others is Others.NOBODY)
        column.addWidget(self.nobody)
        self.field.edit.textChanged.connect(self._look)
        self.unknown.toggled.connect(self._look)
        self.nobody.toggled.connect(self._look)
        self._look()

    def _look(self) -> None:
        """Let nobody say that there is nobody and name or guess somebody at once."""
        somebody = bool(self.field.text()) or self.unknown.isChecked()
        self.nobody.setEnabled(not somebody)
        if somebody:
            self.nobody.setChecked(False)
        self.changed.emit()

    def value(self) -> PeopleList:
        """Return the list as it is now."""
        others = Others.UNKNOWN if self.unknown.isChecked() else Others.NONE
        if self.nobody.isChecked():
            others = Others.NOBODY
        return PeopleList(self._known.role, parse_people(self.field.text()), others)

    def is_changed(self) -> bool:
        """Return whether it says anything else than before."""
        return self.value() != self._known

    def trouble(self) -> str:
        """Return why the list cannot be recorded, or ""."""
        people = self.value().people
        if len(people) > MOST:
            return tr("Tối đa {count} người một danh sách", count=number_text(MOST))
        if any(not person.name for person in people):
            return tr("Mỗi dòng bắt đầu bằng họ tên")
        if any(len(person.name) > NAME_LIMIT or len(person.about) > ABOUT_LIMIT for person in people):
            return tr("Có dòng quá dài: họ tên rồi dấu phẩy, thông tin ngắn gọn")
        return ""

    def freeze(self) -> None:
        """Let it be read and not written."""
        self.field.edit.setReadOnly(True)
        for box in (self.unknown, self.nobody):
            box.setEnabled(False)


class PeopleDialog(Question):
    """Asks who is accused and who is a victim. ``recorded(tuple[PeopleList, …])`` carries the roles that were changed."""

    recorded = Signal(object)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        accused: PeopleList,
        victims: PeopleList,
        *,
        may_write: bool,
    ) -> None:
        """Take the case's number and its lists; without ``may_write`` they can only be read."""
        super().__init__(
            parent,
            tr("Người bị tố giác, bị hại của {number}", number=safe_line(number, 40)),
            tr("Vào sổ tiếp nhận nguồn tin về tội phạm. Lần xem này đã ghi nhật ký.")
            if accused.people or victims.people
            else tr("Vào sổ tiếp nhận nguồn tin về tội phạm."),
            icon="people",
            verb=tr("Ghi vào hồ sơ"),
            verb_icon="act.approve",
            width=600,
        )
        self._may_write = may_write
        self.accused = RoleField(
            accused, tr("Người bị tố giác"), unknown=tr("Chưa rõ là ai, hoặc còn người khác chưa rõ")
        )
        self.victims = RoleField(
            victims,
            tr("Bị hại"),
            unknown=tr("Chưa rõ ai bị hại, hoặc còn người khác chưa rõ"),
            nobody=tr("Không có bị hại"),
        )
        for field in (self.accused, self.victims):
            field.changed.connect(self.refresh)
            self.body.addWidget(field)
            if not may_write:
                field.freeze()
        self.accused.field.edit.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if not self._may_write:
            return tr("Vai trò của bạn chỉ xem được")
        for field in (self.accused, self.victims):
            if trouble := field.trouble():
                return trouble
        return "" if self._changed() else tr("Chưa thay đổi gì")

    def promise(self) -> str:
        return tr("Lịch sử ghi số người, không ghi tên. Chỉ trực ban tỉnh và đơn vị thụ lý xem được tên.")

    def _changed(self) -> tuple[PeopleList, ...]:
        return tuple(field.value() for field in (self.accused, self.victims) if field.is_changed())

    def act(self) -> None:
        self.recorded.emit(self._changed())
