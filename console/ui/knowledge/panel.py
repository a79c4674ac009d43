"""Knowledge at hand: find a procedure, a desk's number, a section or a survey text; Enter puts it into the reply (features K-03)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.knowledge import Item, Shelf, searched
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.buttons import ActionButton, PillButton
from console.ui.common.labels import Line, Pane, PlainLabel
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.knowledge.detail import EntryDetail
from console.ui.knowledge.words import ICONS, confidence_name, refusal_words, shelf_name
from console.ui.theme import px


class KnowledgePanel(QDialog):
    """Field, shelves, found entries, the current one in full.

    Signals:
        insert_requested(Item): put this into the reply. Never for one that may not be given today.
        edit_requested(str): the administrator wants to change the entry of this name; "" makes a new one.
    """

    insert_requested = Signal(object)
    edit_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, may_edit: bool = False) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Thư viện"))
        self.setModal(True)
        self._items: dict[str, Item] = {}
        self._day = date.min
        self._block = ""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.list = OptionList(lines=2)
        self.list.setAccessibleName(tr("Mục thư viện"))
        self.field = OptionField(
            self.list, tr("Tìm thủ tục, số trực ban, mục tin… không cần dấu"), tr("Tìm trong thư viện")
        )
        outer.addLayout(self._head())
        outer.addWidget(Line("border"))
        body = QHBoxLayout()
        body.setSpacing(0)
        left = QVBoxLayout()
        left.setContentsMargins(px(8), px(6), px(8), px(6))
        left.addWidget(self.list, 1)
        self.nothing = PlainLabel("", "body", "text2", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        left.addWidget(self.nothing, 1)
        body.addLayout(left, 5)
        body.addWidget(Line("border", vertical=True))
        self.detail = EntryDetail()
        body.addWidget(self.detail, 6)
        outer.addLayout(body, 1)
        outer.addWidget(self._foot(may_edit=may_edit))
        self.field.textChanged.connect(lambda _text: self._found())
        self.list.moved.connect(self._show)
        self.list.picked.connect(lambda _code: self.insert())

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(10))
        head.setSpacing(px(8))
        head.addWidget(self.field)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        self._shelves = QButtonGroup(self)
        self.pills: dict[str, PillButton] = {}
        for shelf in ("", *Shelf):
            pill = PillButton(shelf_name(shelf) if shelf else tr("Tất cả"))
            self._shelves.addButton(pill)
            self.pills[shelf] = pill
            pill.clicked.connect(self._fill)
            row.addWidget(pill)
        self.pills[""].setChecked(True)
        row.addStretch(1)
        head.addLayout(row)
        return head

    def set_may_edit(self, may_edit: bool) -> None:
        """Show or hide what writes entries, as whoever sits here now may."""
        for button in (self.new_button, self.edit_button):
            button.setVisible(may_edit)

    def _foot(self, *, may_edit: bool) -> Pane:
        foot = Pane("panel", line="t")
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(16), px(10), px(16), px(10))
        row.setSpacing(px(8))
        self.said = PlainLabel("", "small", "text2", wrap=True)
        row.addWidget(self.said, 1)
        self.new_button = ActionButton(tr("Mục mới"), "act.add")
        self.edit_button = ActionButton(tr("Sửa…"), "pencil")
        self.new_button.clicked.connect(lambda: self.edit_requested.emit(""))
        self.edit_button.clicked.connect(lambda: self.edit_requested.emit(self.current_name()))
        for button in (self.new_button, self.edit_button):
            row.addWidget(button)
        self.set_may_edit(may_edit)
        close = ActionButton(tr("Đóng"), "", "plain", "Esc")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        self.insert_button = ActionButton(tr("Chèn vào trả lời"), "act.reply", "primary", "↵")
        self.insert_button.clicked.connect(self.insert)
        row.addWidget(self.insert_button)
        return foot

    # -- what the desk gives --------------------------------------------------------------------------------------

    def open_with(self, items: Sequence[Item], day: date, block: str) -> None:
        """Open with an empty field.

        Args:
            items: every entry as it stands on ``day``.
            day: today in Vietnam.
            block: why nothing can be put into a reply now, "" when it can.

        """
        self.set_items(items, day, block)
        self.field.clear()
        self.pills[""].setChecked(True)
        self._fill()
        width, height = px(980), px(620)
        owner = self.parentWidget()
        if owner is not None:
            window = owner.window()
            width, height = min(width, window.width() - px(40)), min(height, window.height() - px(60))
            corner = window.mapToGlobal(QPoint((window.width() - width) // 2, 0))
            self.move(corner.x(), corner.y() + max(px(20), (window.height() - height) // 2))
        self.resize(width, height)
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_items(self, items: Sequence[Item], day: date, block: str) -> None:
        """Take the entries as they are now; the current one stays current."""
        name = self.current_name()
        self._items = {item.name: item for item in items}
        self._day, self._block = day, block
        self._fill()
        if name:
            self.list.select(name)

    def current_name(self) -> str:
        """Return the name of the current entry, or ""."""
        option = self.list.current()
        return option.code if option is not None else ""

    # -- inside ---------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        shelf = next((code for code, pill in self.pills.items() if pill.isChecked()), "")
        options = []
        for item in self._items.values():
            entry = item.entry
            if shelf and entry.shelf != shelf:
                continue
            refused = refusal_words(entry, self._day)
            about = refused or " · ".join(
                part
                for part in (entry.phone, entry.law, entry.hours, confidence_name(entry.confidence))
                if part
            )
            options.append(
                Option(
                    item.name,
                    safe_line(said(entry.title)),
                    safe_line(about),
                    ICONS[Shelf(entry.shelf)],
                    "text2" if not refused else "redText",
                    shelf_name(entry.shelf),
                    safe_line(f"{searched(entry)} {said(entry.title)}", 3_000),
                )
            )
        self.list.set_options(options)
        self._found()

    def _found(self) -> None:
        found = bool(self.list.options())
        self.list.setVisible(found)
        self.nothing.setVisible(not found)
        self.nothing.setText(tr("Thư viện không có “{query}”", query=safe_line(self.field.text(), 60)))
        self._show(self.current_name())

    def _show(self, name: str) -> None:
        item = self._items.get(name)
        self.detail.show_item(item, self._day)
        self.edit_button.setEnabled(item is not None)
        trouble = self._trouble(item)
        self.insert_button.setEnabled(item is not None and not trouble)
        self.said.setText(trouble or tr("↵ chèn vào ô trả lời, chưa gửi"))
        self.said.set_tone("orangeText" if trouble else "text2")

    def _trouble(self, item: Item | None) -> str:
        if item is None:
            return ""
        return refusal_words(item.entry, self._day) or self._block

    def insert(self) -> None:
        """Ask for the current entry to be put into the reply, unless it may not be."""
        item = self._items.get(self.current_name())
        if item is None or self._trouble(item):
            self._show(self.current_name())
            return
        self.accept()
        self.insert_requested.emit(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()  # the field and the list have seen it already
        else:
            super().keyPressEvent(event)
