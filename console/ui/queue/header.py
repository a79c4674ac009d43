"""The head of the queue: which view, how many, in what order, narrowed to what."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolTip, QVBoxLayout, QWidget

from console.cache.views import QueueFilter
from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import in_language, tr
from console.ui.common.buttons import ActionButton, IconButton, PillButton
from console.ui.common.keymap import menu_text
from console.ui.common.labels import Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.tooltip import set_tooltip, tooltip_text
from console.ui.common.view_names import view_name
from console.ui.queue.words import filter_words, order_explained
from console.ui.theme import current_theme, px, size, theme_changed

FAMILIES = ("TG", "PA", "TT", "KS")


def family_codes(family: str) -> tuple[str, ...]:
    """Return the category codes of a family, as the token file groups them."""
    families = current_theme().tokens.category_families
    return tuple(sorted(code for code, of in families.items() if of == family))


FAMILY_NAMES = {
    "TG": ("Tố giác", "Crime"),
    "PA": ("Phản ánh", "Feedback"),
    "TT": ("Thủ tục", "Procedure"),
    "KS": ("Khảo sát", "Survey"),
}
"""What the families are called, Vietnamese and English; a typed filter takes either."""


def family_words() -> dict[str, str]:
    """Return what the families are called on the pills; "" is all of them."""
    return {"": tr("Mọi loại")} | {family: in_language(*names) for family, names in FAMILY_NAMES.items()}


class QueueHeader(Pane):
    """Title and count, order, filters and density."""

    filter_changed = Signal(object)
    density_toggled = Signal()
    typing_wanted = Signal()
    marking_wanted = Signal()
    saved_wanted = Signal(str)
    """The name of a filter of the officer's own; ``forget_wanted`` keeps it no longer."""
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("list", line="b", parent=parent)
        self._wanted = QueueFilter()
        self._names = Names()
        self.title = PlainLabel("", "title", elided=True)
        self.count = PlainLabel("", "title", "text3", weight=400)
        self.order = ActionButton(tr("Gấp trước"), "act.sort", "quiet", small=True)
        set_tooltip(self.order, order_explained())
        self.order.clicked.connect(self._explain_order)
        self._saved: tuple[str, ...] = ()
        self._compact = False
        self.filter = IconButton("act.filter", tr("Lọc, bộ lọc đã lưu, cỡ dòng"), edge=28, glyph=16)
        self.filter.clicked.connect(self._open_menu)
        self.select = IconButton("act.select", tr("Chọn nhiều hồ sơ"), command="mark", edge=28, glyph=16)
        self.select.clicked.connect(self.marking_wanted)
        self.narrowed = PillButton("", "act.remove")
        self.narrowed.setChecked(True)
        self.narrowed.clicked.connect(self._widen)
        self.narrowed.hide()
        self.pills: dict[str, PillButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._build()
        self.show_filter(self._wanted)
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(px(4))
        top.addWidget(self.title, 1)
        top.addWidget(self.count)
        top.addStretch(0)
        top.addWidget(self.order)
        top.addWidget(self.filter)
        top.addWidget(self.select)
        pills = QHBoxLayout()
        pills.setContentsMargins(0, 0, 0, 0)
        pills.setSpacing(px(6))
        pills.addWidget(self.narrowed)
        for family, word in family_words().items():
            pill = PillButton(word)
            pill.clicked.connect(lambda _checked=False, family=family: self._choose_family(family))
            self._group.addButton(pill)
            self.pills[family] = pill
            pills.addWidget(pill)
        pills.addStretch(1)
        self._layout = QVBoxLayout(self)
        self._layout.addLayout(top)
        self._layout.addLayout(pills)

    def _restyle(self) -> None:
        self.setFixedHeight(size("queueHead"))
        self._layout.setContentsMargins(px(14), px(7), px(10), px(10))
        self._layout.setSpacing(px(5))

    def set_names(self, names: Names) -> None:
        """Give the names used by the filter menu and the narrowing pill."""
        self._names = names
        self.show_filter(self._wanted)

    def show_filter(self, wanted: QueueFilter) -> None:
        """Show what the list is narrowed to; emits nothing."""
        self._wanted = wanted
        self.title.setText(view_name(wanted.view))
        self.setAccessibleName(view_name(wanted.view))
        words = filter_words(wanted, self._names)
        self.narrowed.setVisible(bool(words))
        self.narrowed.set_label(words)
        self.narrowed.setAccessibleName(tr("Bỏ lọc {what}", what=words))
        family = next((fam for fam in FAMILIES if wanted.categories == family_codes(fam)), "")
        mixed = bool(wanted.categories) and not family
        self._group.setExclusive(False)
        for fam, pill in self.pills.items():
            pill.setChecked(not mixed and fam == family)
        self._group.setExclusive(True)
        self.filter.set_icon("act.filter", "accentText" if mixed else "text2")
        self._fit_pills()

    def set_count(self, count: int) -> None:
        """Show how many cases the view holds."""
        self.count.setText(number_text(count))
        self.count.setAccessibleName(tr("{count} hồ sơ", count=number_text(count)))
        self._fit_title()

    def set_compact(self, compact: bool) -> None:
        """Remember which density is on, for the menu."""
        self._compact = compact

    def set_saved(self, names: tuple[str, ...]) -> None:
        """Give the names of the officer's own filters."""
        self._saved = names

    def _choose_family(self, family: str) -> None:
        self._change(family_codes(family) if family else ())

    def _change(self, categories: tuple[str, ...]) -> None:
        wanted = self._wanted
        self.filter_changed.emit(replace(wanted, categories=categories))

    def _widen(self) -> None:
        self.narrowed.setChecked(True)
        self.filter_changed.emit(replace(self._wanted, unit="", tag=""))

    def _explain_order(self) -> None:
        place = self.order.mapToGlobal(QPoint(0, self.order.height()))
        QToolTip.showText(place, tooltip_text(order_explained()), self.order)

    def _open_menu(self) -> None:
        self.make_menu().popup(self.filter.mapToGlobal(QPoint(0, self.filter.height())))

    def make_menu(self) -> QMenu:
        """Return the menu of single categories; it goes away when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(menu_text("filter", tr("Gõ bộ lọc…"))).triggered.connect(self.typing_wanted)
        self._add_saved(menu)
        density = menu.addAction(tr("Dòng gọn"))
        density.setCheckable(True)
        density.setChecked(self._compact)
        density.triggered.connect(self.density_toggled)
        menu.addSeparator()
        everything = menu.addAction(tr("Bỏ lọc loại"))
        everything.setEnabled(bool(self._wanted.categories))
        everything.triggered.connect(lambda: self._change(()))
        menu.addSeparator()
        for code in self._names.categories:
            act = menu.addAction(self._names.category(code).replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(code in self._wanted.categories)
            act.triggered.connect(lambda on, code=code: self._toggle(code, on=on))
        return menu

    def _add_saved(self, menu: QMenu) -> None:
        if not self._saved:
            return
        kept = menu.addMenu(tr("Bộ lọc đã lưu"))
        drop = menu.addMenu(tr("Bỏ bộ lọc đã lưu"))
        for name in self._saved:
            shown = safe_line(name, 60).replace("&", "&&")
            kept.addAction(shown).triggered.connect(lambda _on=False, name=name: self.saved_wanted.emit(name))
            drop.addAction(shown).triggered.connect(
                lambda _on=False, name=name: self.forget_wanted.emit(name)
            )

    def _toggle(self, code: str, *, on: bool) -> None:
        kept = [other for other in self._wanted.categories if other != code]
        self._change(tuple(sorted([*kept, code] if on else kept)))

    def _fit_pills(self) -> None:
        """Hide the pills that would be cut, from the right; the chosen one stays."""
        room = (
            self.width()
            - px(24)
            - (self.narrowed.sizeHint().width() + px(6) if self.narrowed.isVisibleTo(self) else 0)
        )
        for pill in self.pills.values():
            room -= pill.sizeHint().width() + px(6)
            pill.setVisible(room + px(6) >= 0 or pill.isChecked())

    def _fit_title(self) -> None:
        title = self.title.fontMetrics().horizontalAdvance(self.title.text()) + px(6)
        self.title.setMaximumWidth(title)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_pills()
        self._fit_title()
