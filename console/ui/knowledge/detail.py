"""One entry of the library in full: what it rests on, since when, and the very words a citizen would get."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.domain.canned import validate_outgoing
from console.domain.knowledge import Item, told
from console.domain.text import safe_block, safe_line
from console.runtime.i18n import said, tr
from console.ui.common.chips import neutral
from console.ui.common.labels import ChipLabel, Heading, PlainLabel, PlainView
from console.ui.knowledge.words import confidence_chip, validity_chip, validity_words
from console.ui.theme import px

_ROWS = 10


class EntryDetail(QScrollArea):
    """Shows an item; it can be read with the arrow keys when it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Nội dung mục thư viện"))
        self._page = page = QWidget()
        page.setProperty("clear", True)
        column = QVBoxLayout(page)
        column.setContentsMargins(px(18), px(14), px(18), px(14))
        column.setSpacing(px(8))
        self.title = PlainLabel("", "title", weight=600, wrap=True)
        column.addWidget(self.title)
        chips = QHBoxLayout()
        chips.setSpacing(px(6))
        self.confidence, self.validity = ChipLabel(neutral("")), ChipLabel(neutral(""))
        chips.addWidget(self.confidence)
        chips.addWidget(self.validity)
        chips.addStretch(1)
        column.addLayout(chips)
        self.refusal = PlainLabel("", "body", "redText", weight=600, wrap=True)
        column.addWidget(self.refusal)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        self.rows: list[tuple[PlainLabel, PlainLabel]] = []
        for number in range(_ROWS):
            label = PlainLabel("", "body", "text2")
            value = PlainLabel("", "body", wrap=True)
            label.setMinimumWidth(px(92))
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, number, 1)
            self.rows.append((label, value))
        column.addLayout(grid)
        column.addWidget(Heading(tr("Công dân sẽ nhận")))
        self.words = PlainView(role="body", told=False)
        self.words.setAccessibleName(tr("Công dân sẽ nhận"))
        self.words.setMinimumHeight(px(130))
        column.addWidget(self.words, 1)
        self.gaps = PlainLabel("", "small", "redText", wrap=True)
        column.addWidget(self.gaps)
        self.setWidget(page)

    def show_item(self, item: Item | None, day: date) -> None:
        """Show an item as it stands on a day, or nothing."""
        self._page.setVisible(item is not None)
        if item is None:
            return
        entry = item.entry
        self.title.setText(safe_line(said(entry.title)))
        self.confidence.set_chip(confidence_chip(entry))
        chip = validity_chip(item, day)
        self.validity.setVisible(chip is not None)
        if chip is not None:
            self.validity.set_chip(chip)
        self.refusal.setText(tr("Không chèn được mục này vào trả lời.") if item.refusal else "")
        self.refusal.setVisible(bool(item.refusal))
        version = tr("bản {version}", version=item.current.version) if item.current.version else ""
        facts = (
            (tr("Căn cứ"), entry.law),
            (tr("Hiệu lực"), validity_words(entry)),
            (tr("Lệ phí"), entry.fee),
            (tr("Thời hạn"), entry.time),
            (tr("Nơi làm"), entry.where),
            (tr("Điện thoại"), entry.phone),
            (tr("Giờ trực"), entry.hours),
            (tr("Địa chỉ"), entry.address),
            (tr("Ghi chú"), said(entry.note)),
            (tr("Phiên bản"), version or tr("theo chương trình")),
        )
        for (label, value), (name, text) in zip(self.rows, facts, strict=True):
            label.setVisible(bool(text))
            value.setVisible(bool(text))
            label.setText(name)
            value.setText(safe_block(text, 1_000, 12))
        words = told(entry)
        self.words.setPlainText(safe_block(words, 4_000, 60))
        slots = [words[p.start : p.end] for p in validate_outgoing(words) if p.code == "slot"]
        self.gaps.setVisible(bool(slots))
        self.gaps.setText(
            tr("Chưa có trong thư viện: {slots}. Chèn được, nhưng phải điền hoặc xóa rồi mới gửi.", slots=", ".join(dict.fromkeys(slots)))
        )  # fmt: skip
