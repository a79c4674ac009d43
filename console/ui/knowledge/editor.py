"""Where the administrator writes a version of an entry, ends it, or brings an earlier one back (features K-04)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from console.domain.events import KnowledgeEntry
from console.domain.knowledge import CONFIDENCE, Shelf, Version, name_of, shown_day, typed_day
from console.domain.knowledge_check import trouble
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.options import Option, OptionList
from console.ui.common.spaced import SpacedEdit
from console.ui.common.times import clock_text, date_text
from console.ui.dialogs.base import Question
from console.ui.knowledge.words import confidence_name, shelf_name
from console.ui.theme import font, px, theme_changed

_LINES = {"text": 4, "documents": 3, "note": 2}
_DAYS = ("valid_from", "valid_to")
_EVERY = ("shelf", "code", "title", "text", "confidence", "valid_from", "valid_to", "note")
_ONLY: dict[str, tuple[str, ...]] = {
    Shelf.PROCEDURE: ("law", "where", "time", "fee", "link", "documents"),
    Shelf.CONTACT: ("phone", "hours", "address", "link"),
    Shelf.NEWS: ("link",),
}
"""What an entry of a shelf has beside what every entry has; the others are hidden unless something stands in them."""


def _field_name(field: str) -> str:
    match field:
        case "shelf":
            return tr("Ngăn")
        case "code":
            return tr("Mã")
        case "title":
            return tr("Tên mục")
        case "text":
            return tr("Nội dung")
        case "law":
            return tr("Căn cứ")
        case "where":
            return tr("Nơi làm")
        case "time":
            return tr("Thời hạn")
        case "fee":
            return tr("Lệ phí")
        case "phone":
            return tr("Điện thoại")
        case "hours":
            return tr("Giờ trực")
        case "address":
            return tr("Địa chỉ")
        case "link":
            return tr("Liên kết")
        case "documents":
            return tr("Giấy tờ, mỗi dòng một thứ")
        case "confidence":
            return tr("Mức tin cậy")
        case "note":
            return tr("Ghi chú cho cán bộ")
        case "valid_from":
            return tr("Hiệu lực từ (ngày/tháng/năm)")
        case _:
            return tr("Hiệu lực đến hết (ngày/tháng/năm)")


class _Block(SpacedEdit):
    def __init__(self, lines: int) -> None:
        super().__init__("body")
        self._lines = lines
        self.setTabChangesFocus(True)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        self.setFont(font("body"))
        self.set_room(px(20 * self._lines + 20))


class EntryEditor(Question):
    """One entry as a form, with its versions beside it.

    Signals:
        requested(KnowledgeEntry, str, int): write this, why, and the newest version that was on the screen.
        restore_requested(str, int, str, int): name, the earlier version, why, the newest one on the screen.
    """

    requested = Signal(object, str, int)
    restore_requested = Signal(str, int, str, int)

    def __init__(self, parent: QWidget | None, history: Sequence[Version]) -> None:
        """Make the form.

        Args:
            parent: owner.
            history: the entry's versions, oldest first; empty for a new entry.

        """
        self._history = tuple(history)
        self._entry = history[-1].entry if history else KnowledgeEntry(Shelf.PROCEDURE, "", "", "")
        new = not history
        super().__init__(
            parent,
            tr("Mục thư viện mới")
            if new
            else tr("Sửa {title}", title=safe_line(said(self._entry.title), 80)),
            "" if new else f"{shelf_name(self._entry.shelf)} · {self._entry.code}",
            icon="book-open",
            verb=tr("Lưu phiên bản mới"),
            width=880,
        )
        self.fields: dict[str, QWidget] = {}
        row = QHBoxLayout()
        row.setSpacing(px(16))
        row.addWidget(self._form(new=new), 3)
        row.addLayout(self._versions(), 2)
        self.body.addLayout(row, 1)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Vì sao sửa, theo văn bản nào"))
        self.reason.setAccessibleName(tr("Lý do"))
        self.reason.setMaxLength(500)
        self.reason.textChanged.connect(lambda _text: self.refresh())
        self.body.addWidget(self.reason)
        self._write(self._entry)
        self._show_fields()
        self.refresh()

    def _form(self, *, new: bool) -> QScrollArea:
        page = QWidget()
        page.setProperty("clear", True)
        self._rows = form = QFormLayout(page)
        form.setContentsMargins(0, 0, px(10), 0)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(px(4))
        for name in ("shelf", "code", "title", "text", "confidence", "law", "valid_from", "valid_to", "where", "time",
                     "fee", "phone", "hours", "address", "link", "documents", "note"):  # fmt: skip
            field = self._field(name)
            field.setAccessibleName(_field_name(name))
            field.setEnabled(new or name not in ("shelf", "code"))
            self.fields[name] = field
            form.addRow(PlainLabel(_field_name(name), "small", "text2", weight=600), field)
        area = QScrollArea()
        area.setAccessibleName(tr("Nội dung mục thư viện"))
        area.setWidgetResizable(True)
        area.setMinimumHeight(px(400))
        area.setWidget(page)
        return area

    def _field(self, name: str) -> QWidget:
        if name == "shelf":
            return self._choice([(shelf.value, shelf_name(shelf)) for shelf in Shelf])
        if name == "confidence":
            return self._choice([(code, confidence_name(code)) for code in CONFIDENCE])
        if name in _LINES:
            block = _Block(_LINES[name])
            block.textChanged.connect(self.refresh)
            return block
        line = QLineEdit()
        line.setMaxLength(400)
        line.textChanged.connect(lambda _text: self.refresh())
        return line

    def _used(self) -> set[str]:
        """Return the fields that mean something on the chosen shelf, and those that hold something."""
        shelf = self.fields["shelf"]
        chosen = str(shelf.currentData()) if isinstance(shelf, QComboBox) else self._entry.shelf
        kept = {name for name in self.fields if getattr(self._entry, name)}
        return {*_EVERY, *_ONLY.get(chosen, ()), *kept}

    def _show_fields(self) -> None:
        used = self._used()
        for name, field in self.fields.items():
            self._rows.setRowVisible(field, name in used)

    def _choice(self, options: Sequence[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        for code, words in options:
            box.addItem(words, code)
        box.currentIndexChanged.connect(lambda _index: self._show_fields())
        box.currentIndexChanged.connect(lambda _index: self.refresh())
        return box

    def _versions(self) -> QHBoxLayout:
        column = QHBoxLayout()
        holder = QWidget()
        inside = QFormLayout(holder)
        inside.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        inside.setContentsMargins(0, 0, 0, 0)
        self.versions = OptionList(lines=2)
        self.versions.setAccessibleName(tr("Các phiên bản"))
        self.versions.setMinimumHeight(px(330))
        self.versions.set_options([_version_option(one) for one in reversed(self._history)])
        self.versions.moved.connect(lambda _code: self.refresh())
        self.restore_button = ActionButton(tr("Khôi phục bản này"), "history")
        self.restore_button.clicked.connect(self._restore)
        inside.addRow(PlainLabel(tr("Các phiên bản"), "small", "text2", weight=600), self.versions)
        inside.addRow(self.restore_button)
        holder.setVisible(bool(self._history))
        column.addWidget(holder)
        return column

    # -- values ---------------------------------------------------------------------------------------------------

    def _write(self, entry: KnowledgeEntry) -> None:
        for name, field in self.fields.items():
            value = getattr(entry, name)
            if isinstance(field, QComboBox):
                field.setCurrentIndex(max(0, field.findData(str(value))))
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText("\n".join(value) if isinstance(value, tuple) else value)
            elif isinstance(field, QLineEdit):
                field.setText(shown_day(value) if name in _DAYS else value)

    def entry(self) -> KnowledgeEntry:
        """Return what the form holds."""
        values: dict[str, object] = {}
        used = self._used()
        for name, field in self.fields.items():
            if name not in used:
                continue  # what was written there for another shelf is no part of it
            if isinstance(field, QComboBox):
                values[name] = str(field.currentData())
            elif isinstance(field, QPlainTextEdit):
                text = field.toPlainText().strip()
                values[name] = text
                if name == "documents":
                    values[name] = tuple(line.strip() for line in text.splitlines() if line.strip())
            elif isinstance(field, QLineEdit):
                values[name] = typed_day(field.text()) if name in _DAYS else field.text().strip()
        return replace(self._entry, **values)  # type: ignore[arg-type]

    def newest(self) -> int:
        """Return the newest version on the screen."""
        return self._history[-1].version if self._history else 0

    def trouble(self) -> str:
        """Return what keeps the form from being saved."""
        entry = self.entry()
        for field, words in trouble(entry).items():
            if field in _DAYS and "-" not in getattr(entry, field):
                return tr("{field}: ghi như 31/12/2026", field=_field_name(field))
            return tr("{field}: {words}", field=_field_name(field), words=said(words))
        if self._history and entry == self._entry:
            return tr("Chưa đổi gì")
        return "" if self.reason.text().strip() else tr("Ghi lý do")

    def promise(self) -> str:
        """Return what the verb does."""
        return tr("Ghi thành bản {version}; các bản cũ còn nguyên", version=self.newest() + 1)

    def refresh(self) -> None:
        """Enable the verbs, or say what is missing."""
        super().refresh()
        chosen = self._chosen()
        self.restore_button.setEnabled(
            chosen is not None and chosen != self.newest() and bool(self.reason.text().strip())
        )

    def _chosen(self) -> int | None:
        option = self.versions.current()
        return int(option.code) if option is not None else None

    def _restore(self) -> None:
        chosen = self._chosen()
        if chosen is None or chosen == self.newest():
            return
        self.restore_requested.emit(name_of(self._entry), chosen, self.reason.text().strip(), self.newest())
        self.accept()

    def act(self) -> None:
        """Hand over the new version."""
        self.requested.emit(self.entry(), self.reason.text().strip(), self.newest())


def _version_option(one: Version) -> Option:
    if not one.version:
        return Option("0", tr("Bản 0 – theo chương trình"))
    when = f"{date_text(one.at)} {clock_text(one.at)}"
    title = tr("Bản {version} · {when} · {who}", version=one.version, when=when, who=safe_line(one.actor, 40))
    detail = safe_line(one.reason, 200)
    if one.restores >= 0:
        detail = tr("khôi phục bản {version}: {reason}", version=one.restores, reason=detail)
    until = shown_day(one.entry.valid_to)
    return Option(
        str(one.version), title, f"{detail} · {tr('đến {until}', until=until)}" if until else detail
    )
