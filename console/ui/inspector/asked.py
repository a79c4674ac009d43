"""What a report tells and what it does not: up to five ticks, and the next question with one key (features A-04, B-04)."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.domain.missing_info import Checklist, Tick
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.common.paint import draw_icon, draw_text, text_width
from console.ui.theme import current_theme, px, theme_changed


def tick_name(tick: Tick) -> str:
    """Return what a tick is called."""
    match tick:
        case Tick.WHERE:
            return tr("ở đâu")
        case Tick.WHEN:
            return tr("khi nào")
        case Tick.NOW:
            return tr("đang diễn ra?")
        case Tick.WHO:
            return tr("ai")
        case Tick.PROOF:
            return tr("ảnh, ghi âm")


class _Ticks(QWidget):
    """The ticks in a row that breaks; told ones with a check, missing ones with an empty ring."""

    def __init__(self) -> None:
        super().__init__()
        self._list = Checklist()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme_changed().changed.connect(self.updateGeometry)

    def show_list(self, found: Checklist) -> None:
        """Show another checklist."""
        self._list = found
        self.updateGeometry()
        self.update()

    def _places(self, width: int) -> list[tuple[Tick, float, float]]:
        places, x, y = [], 0.0, 0.0
        for tick in self._list.wanted:
            wide = px(19) + text_width(tick_name(tick), "small") + px(12)
            if x and x + wide - px(12) > width:
                x, y = 0.0, y + current_theme().line("small") + px(2)
            places.append((tick, x, y))
            x += wide
        return places

    def heightForWidth(self, width: int) -> int:
        places = self._places(width)
        return round(places[-1][2] + current_theme().line("small")) if places else 0

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.heightForWidth(max(self.width(), px(240))))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        line, glyph = current_theme().line("small"), px(14)
        for tick, x, y in self._places(self.width()):
            known = tick in self._list.known
            icon, ink = ("sla.done", "greenText") if known else ("circle", "text3")
            box = QRectF(x, y + (line - glyph) / 2, glyph, glyph)
            draw_icon(painter, box.left(), box.top(), icon, glyph, ink)
            draw_text(painter, x + px(19), y, tick_name(tick), "small", "text2" if known else "text")


class ChecklistCard(QWidget):
    """Hidden where a category has no checklist, and when everything is told. ``ask_requested`` asks the next question."""

    ask_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "small", "text2", weight=600)
        self.button = ActionButton(tr("Hỏi tiếp"), kind="link", command="ask_next", small=True)
        self.button.clicked.connect(self.ask_requested)
        self.ticks = _Ticks()
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(2), 0, 0)
        column.setSpacing(px(2))
        column.addLayout(row)
        column.addWidget(self.ticks)
        self.hide()

    def set_checklist(self, found: Checklist) -> None:
        """Show what is told and what is missing."""
        self.setVisible(bool(found.missing))
        known, total = len(found.known), len(found.wanted)
        self.title.setText(tr("Thông tin cần biết {known}/{total}", known=known, total=total))
        missing = ", ".join(tick_name(tick) for tick in found.missing)
        self.setAccessibleName(
            tr(
                "Đã biết {known} trên {total}. Còn thiếu: {missing}",
                known=known,
                total=total,
                missing=missing,
            )
        )
        self.ticks.show_list(found)
