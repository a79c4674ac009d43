"""Who is accused and who is a victim, one a line; and the notice to the procuracy (domain.md §6)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from console.domain.case import ProcuracyNotice
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
from console.ui.common.labels import Heading, PlainLabel
from console.ui.dialogs.base import Question, ReasonField
from console.ui.theme import px

_TEXT_LIMIT = 4_000
_DOCUMENT_LIMIT = 120


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


def parse_day(text: str) -> date | None:
    """Return a day that was written as ``14/03/2026``; ``None`` where it is none."""
    parts = text.strip().replace("-", "/").replace(".", "/").split("/")
    try:
        day, month, year = (int(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None


class ProcuracyDialog(Question):
    """Asks number and day of the notice. ``notified(str, date, bool)``: the number, the day, whether the informant had one too."""

    notified = Signal(str, object, bool)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        notice: ProcuracyNotice | None,
        *,
        received: date,
        today: date,
    ) -> None:
        """Take the case's number, what was recorded before, and between which days the notice can lie (Vietnam's)."""
        super().__init__(
            parent,
            tr("Thông báo Viện kiểm sát về {number}", number=safe_line(number, 40)),
            tr("Văn bản thông báo việc tiếp nhận nguồn tin về tội phạm. Máy chỉ ghi số, không gửi văn bản."),
            icon="gavel",
            verb=tr("Ghi vào sổ"),
            verb_icon="act.approve",
        )
        self._received, self._today = received, today
        self.document = _line(tr("Số thông báo"), notice.document if notice else "")
        self.document.setMaxLength(_DOCUMENT_LIMIT)
        day = notice.day if notice and notice.day else today
        self.day = _line(tr("Ngày, dạng 14/03/2026"), f"{day:%d/%m/%Y}")
        self.informant = QCheckBox(tr("Đã thông báo bằng văn bản cho người tố giác, báo tin"))
        self.informant.setChecked(notice is not None and notice.informant)
        for words, field in ((tr("Số thông báo"), self.document), (tr("Ngày"), self.day)):
            self.body.addWidget(Heading(words))
            self.body.addWidget(field)
            field.textChanged.connect(self.refresh)
        self.body.addWidget(self.informant)
        self.body.addWidget(
            PlainLabel(
                tr("Thời hạn 3 ngày làm việc chỉ xong khi cả hai đã được thông báo (TTLT 01/2017 Đ14)."),
                "small",
                "text2",
                wrap=True,
            )
        )
        self.informant.toggled.connect(self.refresh)
        self.document.setFocus()
        self.refresh()

    def trouble(self) -> str:
        if not self.document.text().strip():
            return tr("Thiếu số thông báo")
        day = parse_day(self.day.text())
        if day is None:
            return tr("Ngày ghi dạng 14/03/2026")
        if day > self._today:
            return tr("Ngày thông báo chưa tới")
        return tr("Ngày thông báo trước ngày tiếp nhận tin") if day < self._received else ""

    def promise(self) -> str:
        if self.informant.isChecked():
            return tr("Ghi vào sổ và lịch sử; thời hạn thông báo xong")
        return tr("Ghi vào sổ và lịch sử; thời hạn vẫn chạy tới khi thông báo người báo tin")

    def act(self) -> None:
        day = parse_day(self.day.text())
        assert day is not None
        self.notified.emit(self.document.text().strip(), day, self.informant.isChecked())


def _line(label: str, text: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setAccessibleName(label)
    field.setPlaceholderText(label)
    return field
