"""The right of the handover screen: the paper that is signed, as it stands now."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.handover import Part, Sheet, Tally
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.labels import Line, PlainLabel
from console.ui.common.names import Names
from console.ui.common.paint import fill_round
from console.ui.common.sharing import told_line
from console.ui.common.times import clock_text
from console.ui.shift.words import directed_lines, long_span
from console.ui.theme import current_theme, px

STEPS_SHOWN = 12
_HEAD_CHARS = 16


def _centred(text: str, weight: int = 400) -> PlainLabel:
    label = PlainLabel(text, "caption", "text", weight=weight, wrap=True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def _things(things: Mapping[str, bool | None]) -> list[str]:
    """Say what is handed over, and by name what is missing or was not looked at: the paper is signed."""
    there = sum(1 for state in things.values() if state)
    lines = [tr("Trang bị: đủ {there}/{whole} mục", there=there, whole=len(things))]
    missing = [said(item) for item, state in things.items() if state is False]
    unseen = [said(item) for item, state in things.items() if state is None]
    if missing:
        lines.append(tr("Thiếu: {items}", items=", ".join(missing)))
    if unseen:
        lines.append(tr("Chưa kiểm: {items}", items=", ".join(unseen)))
    return lines


class Paper(QWidget):
    """The sheet as it is printed: letterhead, names, figures, what is handed over, remarks, signatures."""

    def __init__(self, names: Names, office: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names, self._office = names, office
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(20), px(20), px(20))
        self._column.setSpacing(px(4))
        self._inside: QWidget | None = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill_round(painter, QRectF(self.rect()), current_theme().radius("card"), "raised", "border")

    def show_sheet(self, sheet: Sheet, taker: str) -> None:
        """Show the sheet; ``taker`` is the name of who takes over, "" while nobody said so."""
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        column.addLayout(self._letterhead())
        column.addSpacing(px(10))
        title = PlainLabel(tr("BIÊN BẢN GIAO CA"), "body", weight=700)
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(title)
        column.addWidget(_centred(long_span(sheet.shift)))
        column.addSpacing(px(8))
        column.addLayout(self._people(sheet, taker))
        column.addWidget(self._head(tr("1. Số liệu trong ca")))
        column.addLayout(self._table(sheet))
        column.addWidget(self._head(tr("2. Việc giao lại ca sau")))
        for words in self._steps(sheet):
            column.addWidget(PlainLabel(f"–  {words}", "small", elided=True))
        column.addWidget(self._head(tr("3. Đã báo cáo lãnh đạo, ý kiến chỉ đạo")))
        for words in directed_lines(sheet.directed):
            column.addWidget(PlainLabel(f"–  {words}", "small", wrap=True))
        column.addWidget(self._head(tr("4. Tình hình chung, trang bị")))
        for words in self._remarks(sheet):
            column.addWidget(PlainLabel(f"–  {words}", "small", wrap=True))
        column.addStretch(1)
        column.addSpacing(px(14))
        column.addLayout(self._signatures(sheet))
        head = sheet.head[:_HEAD_CHARS]
        column.addSpacing(px(6))
        column.addWidget(PlainLabel(tr("Mã nhật ký: {head}", head=head), "caption", "text3"))
        self._column.addWidget(self._inside, 1)

    def _letterhead(self) -> QHBoxLayout:
        row = QHBoxLayout()
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, lines in (
            (left, (self._office.upper(), tr("TRỰC BAN – BÀN TRỰC ZALO"))),
            (right, (tr("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), tr("Độc lập - Tự do - Hạnh phúc"))),
        ):
            column.setSpacing(0)
            column.addWidget(_centred(lines[0], 400 if column is left else 600))
            column.addWidget(_centred(lines[1], 600))
            column.addStretch(1)
        row.addLayout(left, 9)
        row.addSpacing(px(4))
        row.addLayout(right, 11)
        return row

    def _people(self, sheet: Sheet, taker: str) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(0)
        commander = sheet.shift.signatures.get(Part.COMMANDER.value)
        rows = (
            (tr("Người giao"), ", ".join(sheet.shift.names)),
            (tr("Người nhận"), taker or tr("chưa có")),
            (tr("Chỉ huy trực"), commander.name if commander else tr("chưa ký")),
        )
        for number, (label, value) in enumerate(rows):
            grid.addWidget(PlainLabel(label, "small", "text2"), number, 0)
            grid.addWidget(PlainLabel(safe_line(value, 120), "small", weight=500), number, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _head(self, text: str) -> PlainLabel:
        label = PlainLabel(text, "small", weight=700)
        label.setContentsMargins(0, px(8), 0, px(2))
        return label

    def _table(self, sheet: Sheet) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(1))
        rows: list[tuple[str, Tally | None]] = [(tr("Loại tin"), None)]
        rows += [
            (self._names.category(code) or tr("Chưa phân loại"), tally)
            for code, tally in sorted(sheet.tallies.items(), key=lambda item: -item[1].taken)
        ]
        whole = list(sheet.tallies.values())
        total = Tally(sum(t.taken for t in whole), sum(t.done for t in whole), sum(t.left for t in whole))
        rows.append((tr("Cộng"), total))
        heads = (tr("Nhận"), tr("Xong"), tr("Còn"))
        for number, (name, tally) in enumerate(rows):
            weight = 600 if number in (0, len(rows) - 1) else 400
            tone = "text2" if number == 0 else "text"
            grid.addWidget(PlainLabel(name, "small", tone, weight=weight, elided=True), 2 * number, 0)
            values = (
                heads if tally is None else tuple(map(number_text, (tally.taken, tally.done, tally.left)))
            )
            for column, value in enumerate(values, start=1):
                label = PlainLabel(value, "small", tone, weight=weight)
                label.setAlignment(Qt.AlignmentFlag.AlignRight)
                grid.addWidget(label, 2 * number, column)
            grid.addWidget(Line("divider"), 2 * number + 1, 0, 1, 4)
        grid.setColumnStretch(0, 1)
        return grid

    def _steps(self, sheet: Sheet) -> list[str]:
        lines = [line for line in sheet.lines if line.case_id]
        steps = [
            f"{line.number}: {told_line(line.next_step, 160) or tr('chưa ghi việc ca sau')}"
            for line in lines[:STEPS_SHOWN]
        ]
        if len(lines) > STEPS_SHOWN:
            steps.append(tr("và {count} hồ sơ khác, xem danh sách", count=len(lines) - STEPS_SHOWN))
        return steps or [tr("Không có")]

    def _remarks(self, sheet: Sheet) -> list[str]:
        shift = sheet.shift
        remarks = [told_line(part, 300) for part in shift.remark.splitlines() if part.strip()]
        return remarks + _things(shift.things)

    def _signatures(self, sheet: Sheet) -> QHBoxLayout:
        row = QHBoxLayout()
        heads = (
            (Part.GIVER, tr("NGƯỜI GIAO")),
            (Part.TAKER, tr("NGƯỜI NHẬN")),
            (Part.COMMANDER, tr("CHỈ HUY TRỰC")),
        )
        for part, head in heads:
            column = QVBoxLayout()
            column.setSpacing(px(2))
            column.addWidget(_centred(head, 600))
            signed = sheet.shift.signatures.get(part.value)
            words = (
                tr("{name}, {time}", name=signed.name, time=clock_text(signed.at))
                if signed
                else tr("chưa ký")
            )
            label = _centred(words)
            label.set_tone("greenText" if signed else "text3")
            column.addWidget(label)
            row.addLayout(column, 1)
        return row
