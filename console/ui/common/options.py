"""A search-first list: type a few letters without marks, move with the arrows, choose with Enter.

Used wherever an officer picks one thing of many: units, categories, tags, ready answers, commands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from console.domain.text import fold, highlight_spans, safe_line
from console.ui.common.chips import Chip, chip_width, draw_chip
from console.ui.common.paint import draw_icon, draw_key, draw_text, elide, fill_round, text_width
from console.ui.common.sharing import names_shown
from console.ui.theme import color, current_theme, px, theme_changed

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose.

    ``detail`` stands under the title (beside it in a one-line list), ``words`` are further words that find it, ``keys`` the
    keys that do the same, ``group`` the head it stands under. One that is not ``enabled`` says why in ``detail``. ``help`` is
    what it means, shown below the list while it is the current one.
    """

    code: str
    title: str
    detail: str = ""
    icon: str = ""
    tone: str = "text2"
    group: str = ""
    words: str = ""
    keys: tuple[str, ...] = ()
    chip: Chip | None = None
    enabled: bool = True
    help: str = ""


def match_options(options: Sequence[Option], query: str) -> list[Option]:
    """Return the options that hold every word of the query, whatever its marks; the best titles first within a group."""
    wanted = fold(query).split()
    if not wanted:
        return list(options)
    found: list[tuple[int, int, int, Option]] = []
    groups: dict[str, int] = {}
    for position, option in enumerate(options):
        group = groups.setdefault(option.group, len(groups))
        title = fold(option.title)
        whole = f"{title} {fold(option.words)} {fold(option.detail)}"
        if not all(word in whole for word in wanted):
            continue
        if title.startswith(wanted[0]):
            rank = 0
        elif f" {wanted[0]}" in f" {title}":
            rank = 1
        else:
            rank = 2 if wanted[0] in title else 3
        found.append((group, rank, position, option))
    return [option for _, _, _, option in sorted(found, key=lambda entry: entry[:3])]


BOXED_PX = 46
"""Height of a boxed option with the gap around it, at scale 1.0."""


class _OptionModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Option | str] = []

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(row, str):
                return row
            keys = " ".join(row.keys)
            return names_shown(
                safe_line(". ".join(filter(None, (row.title, row.detail, keys, row.help))), 600)
            )
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        row = self.rows[index.row()]
        if isinstance(row, str) or not row.enabled:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def show(self, options: Sequence[Option]) -> None:
        self.beginResetModel()
        self.rows = []
        group = ""
        for option in options:
            if option.group != group:
                group = option.group
                self.rows.append(group)
            self.rows.append(option)
        self.endResetModel()


class _OptionDelegate(QStyledItemDelegate):
    """Paints options; ``radio`` puts a round mark before each, ``marks`` is the look of a match, ``boxed`` a frame around."""

    def __init__(
        self, model: _OptionModel, *, lines: int, radio: bool, marks: str, boxed: bool = False
    ) -> None:
        super().__init__()
        self._boxed = boxed
        self._model, self._lines, self._radio, self._marks = model, lines, radio, marks
        self.query = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        if isinstance(self._model.rows[index.row()], str):
            return QSize(0, px(34))
        if self._boxed:
            return QSize(0, px(BOXED_PX))
        return QSize(0, px(38) if self._lines == 1 else px(56))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = self._model.rows[index.row()]
        box = QRectF(option.rect)
        painter.save()
        if isinstance(row, str):
            top = box.bottom() - px(24)
            draw_text(painter, box.left() + px(12), top, row, "small", "text2", weight=600)
        else:
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            self._paint_option(painter, box, row, selected=selected, hovered=hovered)
        painter.restore()

    def _paint_option(
        self, painter: QPainter, box: QRectF, row: Option, *, selected: bool, hovered: bool
    ) -> None:
        theme = current_theme()
        if self._boxed:
            ground, edge = ("sel", "accentBorder") if selected else ("raised", "border")
            ground = "hover" if hovered and row.enabled and not selected else ground
            fill_round(painter, box.adjusted(0, px(2), -1, -px(2)), theme.radius("control"), ground, edge)
        elif selected:
            border = "accent" if self._radio else ""
            fill_round(painter, box.adjusted(0, 1, 0, -1), theme.radius("control"), "sel", border, 2)
            if not self._radio:
                painter.fillRect(
                    QRectF(box.left(), box.top() + px(4), px(3), box.height() - px(8)), color("accent")
                )
        elif hovered and row.enabled:
            fill_round(painter, box.adjusted(0, 1, 0, -1), theme.radius("control"), "hover")
        left = box.left() + px(14)
        right = box.right() - px(12)
        for key in reversed(row.keys):
            right = draw_key(painter, right, box.center().y(), key) - px(4)
        two = self._lines == 2 and bool(row.detail)
        top = box.top() + (px(9) if two else (box.height() - theme.line("body")) / 2)
        full = right
        if row.chip is not None:
            width = chip_width(row.chip)
            draw_chip(painter, right - width, top, row.chip)
            right -= width + px(8)
        if self._radio:
            self._paint_radio(painter, left, top + px(2), on=selected)
            left += px(30)
        elif row.icon:
            glyph = px(18)
            ink = row.tone if row.enabled else "textDis"
            draw_icon(painter, left, top + (theme.line("body") - glyph) / 2, row.icon, glyph, ink)
            left += px(32)
        self._paint_title(painter, left, top, right - left, row, selected=selected)
        if self._lines == 2 and row.detail:
            detail = elide(safe_line(row.detail, 300), "small", full - left)
            tone = "text2" if row.enabled else "orangeText"
            draw_text(painter, left, top + theme.line("body"), detail, "small", tone)

    def _paint_title(
        self, painter: QPainter, left: float, top: float, room: float, row: Option, *, selected: bool
    ) -> None:
        theme = current_theme()
        weight = 600 if selected or self._boxed else 500
        title = elide(safe_line(row.title), "body", room, weight)
        ink = "text" if row.enabled else "textDis"
        for start, end in highlight_spans(title, self.query) if self.query else ():
            x = left + text_width(title[:start], "body", weight)
            width = text_width(title[start:end], "body", weight)
            line = theme.line("body")
            if self._marks == "mark":
                painter.fillRect(QRectF(x, top, width, line), color("mark"))
            tone = "markLine" if self._marks == "mark" else "accentText"
            painter.fillRect(QRectF(x, top + line - px(2), width, max(1, px(2))), color(tone))
        used = draw_text(painter, left, top, title, "body", ink, weight=weight)
        if row.detail and self._lines == 1 and room - used > px(60):
            y = top + (theme.line("body") - theme.line("small")) / 2
            detail = elide(safe_line(row.detail, 300), "small", room - used - px(12))
            draw_text(
                painter, left + used + px(12), y, detail, "small", "text2" if row.enabled else "orangeText"
            )

    def _paint_radio(self, painter: QPainter, x: float, y: float, *, on: bool) -> None:
        edge = px(16)
        outer = QRectF(x, y, edge, edge)
        fill_round(painter, outer, edge / 2, "raised", "accent" if on else "borderStrong", px(2))
        if on:
            inset = px(4)
            fill_round(painter, outer.adjusted(inset, inset, -inset, -inset), edge / 2, "accent")


class OptionList(QListView):
    """The list. ``picked`` carries the code of the option that was chosen; ``moved`` of the one that became current."""

    picked = Signal(str)
    moved = Signal(str)

    def __init__(
        self,
        *,
        lines: int = 1,
        radio: bool = False,
        marks: str = "accent",
        boxed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a list.

        Args:
            lines: 1 puts the detail beside the title, 2 under it.
            radio: show which one is current as a round mark.
            marks: look of a match, ``accent`` (underline) or ``mark`` (cyan).
            boxed: a frame around each, for a handful of ways on (png 10b).
            parent: owner.

        """
        super().__init__(parent)
        self._options: list[Option] = []
        self._limit = 0
        self._model = _OptionModel()
        self._delegate = _OptionDelegate(self._model, lines=lines, radio=radio, marks=marks, boxed=boxed)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { border: 0; background: transparent; }")
        self.clicked.connect(self._on_clicked)
        theme_changed().changed.connect(self.scheduleDelayedItemsLayout)

    def set_options(self, options: Sequence[Option], limit: int = 0) -> None:
        """Show options; ``limit`` > 0 shows only so many of the best."""
        self._options, self._limit = list(options), limit
        self.set_query(self._delegate.query)

    def set_query(self, query: str) -> None:
        """Keep what matches and make the first one current."""
        self._delegate.query = query.strip()
        found = match_options(self._options, query)
        self._model.show(found[: self._limit] if self._limit else found)
        self.select_first()

    def show_ranked(self, options: Sequence[Option], query: str, limit: int = 0) -> None:
        """Show exactly these, in their order, with the query marked; somebody else has ranked them."""
        self._options = list(options)
        self._delegate.query = query.strip()
        self._model.show(self._options[:limit] if limit else self._options)
        self.select_first()

    def options(self) -> list[Option]:
        """Return what is shown, in its order."""
        return [row for row in self._model.rows if isinstance(row, Option)]

    def select_first(self) -> None:
        """Make the first option that can be chosen the current one."""
        self._go(range(len(self._model.rows)))

    def select(self, code: str) -> bool:
        """Make an option current; ``False`` when it is not shown."""
        for position, row in enumerate(self._model.rows):
            if isinstance(row, Option) and row.code == code:
                self._go((position,))
                return True
        return False

    def select_none(self) -> None:
        """Leave nothing current, so that the officer must choose."""
        self.clearSelection()
        self.setCurrentIndex(QModelIndex())

    def step(self, step: int) -> None:
        """Make the next (1) or previous (-1) option current; heads are stepped over, the ends are stops."""
        here = self.currentIndex().row()
        rows = range(here + 1, len(self._model.rows)) if step > 0 else range(here - 1, -1, -1)
        self._go(rows)

    def _go(self, rows: Sequence[int]) -> None:
        for position in rows:
            row = self._model.rows[position]
            if isinstance(row, Option) and row.enabled:
                self.setCurrentIndex(self._model.index(position))
                self.moved.emit(row.code)
                return

    def current(self) -> Option | None:
        """Return the current option."""
        index = self.currentIndex()
        row = self._model.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Option) else None

    def pick_current(self) -> None:
        """Choose the current option."""
        option = self.current()
        if option is not None and option.enabled:
            self.picked.emit(option.code)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the window's title as the list's name where nobody has given it one."""
        if not self.accessibleName():
            self.setAccessibleName(self.window().windowTitle())
        super().showEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        row = self._model.rows[index.row()]
        if isinstance(row, Option) and row.enabled:
            self.moved.emit(row.code)
            self.picked.emit(row.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.pick_current()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            # Digits and letters belong to the dialog around, not to the list's own type-ahead.
            event.ignore()
        else:
            super().keyPressEvent(event)


class OptionField(QLineEdit):
    """The field above an ``OptionList``: typing filters, arrows move, Enter chooses. Focus stays in it.

    ``entered`` says that Enter chose, which a click on the list does not.
    """

    entered = Signal()

    def __init__(self, options: OptionList, hint: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = options
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        if not options.accessibleName():
            options.setAccessibleName(name)
        self.setMaxLength(200)
        self.textChanged.connect(options.set_query)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._list.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            for _ in range(8):
                self._list.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._list.pick_current()
            self.entered.emit()
        else:
            super().keyPressEvent(event)
