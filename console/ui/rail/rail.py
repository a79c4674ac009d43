"""The rail: views with counts, units, tags, pages. 216 px wide, or 56 px of icons."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from console.cache.views import Counts, QueueFilter, View
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.commands import has_command
from console.ui.common.labels import Heading, Line, Pane
from console.ui.common.view_names import view_name
from console.ui.rail.item import RailItem
from console.ui.theme import px, size, theme_changed

_DOTS = ("TG", "PA", "KS", "TT", "KH")
_ICONS = {
    View.NEW: "view.moi",
    View.MINE: "view.cuatoi",
    View.OVERDUE: "view.quahan",
    View.WAITING: "view.chodan",
    View.TRANSFERRED: "view.dachuyen",
    View.REVIEW: "view.choduyet",
    View.UNENTERED: "upload",
    View.DONE: "view.daxuly",
    View.ALL_OPEN: "view.tatca",
}
VIEW_KEYS = 6
"""So many of the views have a command of their own, ``view.1`` and on."""
# Counts of finished work are no call to act: the narrow rail leaves them out.
_UNCOUNTED_WHEN_NARROW = (View.DONE, View.ALL_OPEN)


class _Section(QWidget):
    """Unit or tag entries under a heading with a button."""

    def __init__(self, title: str, button: IconButton) -> None:
        super().__init__()
        self.items: dict[str, RailItem] = {}
        self._entries: tuple[tuple[str, str], ...] = ()
        head = QHBoxLayout()
        head.setContentsMargins(px(11), px(4), px(6), 0)
        head.addWidget(Heading(title), 1)
        head.addWidget(button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(1))
        self._rows.setContentsMargins(0, px(1), 0, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(8), 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addLayout(self._rows)

    def fill(self, entries: Sequence[tuple[str, str]], make: Callable[[int, str, str], RailItem]) -> None:
        """Show other entries, (code, name) each; where they are those shown, nothing moves under a hand."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        focused = next((code for code, item in self.items.items() if item.hasFocus()), "")
        for item in self.items.values():
            self._rows.removeWidget(item)
            item.hide()
            item.deleteLater()
        self.items = {code: make(number, code, name) for number, (code, name) in enumerate(entries)}
        for item in self.items.values():
            self._rows.addWidget(item)
        if focused in self.items:
            self.items[focused].show()  # what a layout has yet to show takes no focus
            self.items[focused].setFocus()

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the entries."""
        self._column.addWidget(widget)


class Rail(Pane):
    """Where an officer goes. Takes counts and the filter in force, emits what he chose."""

    filter_wanted = Signal(object)
    page_wanted = Signal(str)
    """``settings``, or a page that was added with ``add_page``."""
    units_wanted = Signal()
    tag_editor_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rail", line="r", parent=parent)
        self.setAccessibleName(tr("Mục và đơn vị"))
        self._mini = self._low = False
        self._cases = True
        self._wanted = QueueFilter()
        self._page = ""
        self._units: tuple[tuple[str, str], ...] = ()
        self._tags: tuple[tuple[str, str], ...] = ()
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.views: dict[View, RailItem] = {}
        self.pages: dict[str, RailItem] = {}
        self._unit_search = IconButton("act.search", tr("Tìm đơn vị"), edge=26, glyph=14)
        self._tag_add = IconButton("act.add", tr("Sửa danh mục nhãn"), edge=26, glyph=14)
        self.units = _Section(tr("Đơn vị"), self._unit_search)
        self.tags = _Section(tr("Nhãn"), self._tag_add)
        self.all_units = ActionButton(tr("Tất cả đơn vị…"), "", "link", small=True)
        self.unit_menu_button = RailItem(tr("Đơn vị"), "unit")
        self.tag_menu_button = RailItem(tr("Nhãn"), "tag")
        self.fold_button = RailItem(tr("Đơn vị và nhãn"), "act.more")
        self._build()
        self._connect()
        self._restyle()
        theme_changed().changed.connect(self._restyle)

    def _build(self) -> None:
        self._outer = QVBoxLayout(self)
        self._views = QVBoxLayout()
        self._views.setSpacing(px(1))
        for number, view in enumerate(View, start=1):
            command = f"view.{number}" if number <= VIEW_KEYS else ""
            self.views[view] = RailItem(view_name(view), _ICONS[view], command=command)
            self._views.addWidget(self.views[view])
        self._outer.addLayout(self._views)
        self._outer.addWidget(self._middle(), 1)
        self._narrow_line = Line("border")
        self._outer.addWidget(self._narrow_line)
        self._outer.addWidget(self.unit_menu_button)
        self._outer.addWidget(self.tag_menu_button)
        self._outer.addWidget(self.fold_button)
        self._gap = QWidget()
        self._outer.addWidget(self._gap, 1)
        self._foot_line = Line("border")
        self._outer.addWidget(self._foot_line)
        self._pages = QVBoxLayout()
        self._pages.setContentsMargins(0, px(9), 0, 0)
        self.add_page("settings", tr("Cài đặt"), "nav.caidat")
        self._outer.addLayout(self._pages)

    def _middle(self) -> QScrollArea:
        inside = QWidget()
        inside.setProperty("clear", True)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.units)
        self._link_row = QWidget()
        row = QHBoxLayout(self._link_row)
        row.setContentsMargins(px(37), 0, 0, 0)
        row.addWidget(self.all_units)
        row.addStretch(1)
        self.units.add_below(self._link_row)
        layout.addWidget(self.tags)
        layout.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._scroll.setWidget(inside)
        return self._scroll

    def _connect(self) -> None:
        for view, item in self.views.items():
            item.clicked.connect(lambda _on=False, view=view: self._want(QueueFilter(view)))
        self.all_units.clicked.connect(self.units_wanted)
        self._unit_search.clicked.connect(self.units_wanted)
        self._tag_add.clicked.connect(self.tag_editor_wanted)
        self.unit_menu_button.clicked.connect(lambda: self._pop(self.unit_menu_button, self.make_unit_menu()))
        self.tag_menu_button.clicked.connect(lambda: self._pop(self.tag_menu_button, self.make_tag_menu()))
        self.fold_button.clicked.connect(lambda: self._pop(self.fold_button, self.make_folded_menu()))

    def _restyle(self) -> None:
        self.setFixedWidth(size("railMini" if self._mini else "railFull"))
        side = px(7) if self._mini else px(10)
        self._outer.setContentsMargins(side, px(8) if self._mini else px(12), side, px(11))
        narrow = px(2) if self._low else px(4)
        self._outer.setSpacing(narrow if self._mini else 0)
        for column in (self._views, self._pages):
            column.setSpacing(narrow if self._mini else px(1))

    # -- what the window sets -------------------------------------------------------------------------------------

    def add_page(self, page: str, name: str, icon: str) -> None:
        """Put an entry for a page above «Cài đặt», which stays last; a command of its name lends it its key."""
        item = self.pages[page] = RailItem(name, icon, command=page if has_command(page) else "")
        item.set_mini(self._mini, low=self._low)
        item.clicked.connect(lambda: self._open_page(page))
        self._pages.insertWidget(max(self._pages.count() - 1, 0), item)

    def show_entry(self, page: str, *, shown: bool) -> None:
        """Show or hide the entry of a page, because the officer's rights became others."""
        self.pages[page].setVisible(shown)

    def show_cases(self, *, shown: bool) -> None:
        """Show or hide views, units and tags: who reads no case has no use for counts of none."""
        self._cases = shown
        for item in self.views.values():
            item.setVisible(shown)
        self.set_mini(self._mini, low=self._low)

    def set_mini(self, mini: bool, *, low: bool = False) -> None:
        """Choose the 56 px form, where units and tags are menus; on a low window they are one menu."""
        self._mini, self._low = mini, mini and low
        self._scroll.setVisible(self._cases and not mini)
        self._gap.setVisible(mini or not self._cases)
        self._narrow_line.setVisible(self._cases and mini)
        menus = (self.unit_menu_button, self.tag_menu_button, self.fold_button)
        for button in menus:
            button.setVisible(self._cases and mini and (button is self.fold_button) == self._low)
        for item in (*self.views.values(), *self.pages.values(), *menus):
            item.set_mini(mini, low=self._low)
        for view in _UNCOUNTED_WHEN_NARROW:
            if mini:
                self.views[view].set_count(None)
        self._restyle()

    def set_counts(self, counts: Counts) -> None:
        """Show numbers. New cases and overdue ones are badges, the rest plain digits."""
        badges = {View.NEW: "accent", View.OVERDUE: "red"}
        for view, item in self.views.items():
            number = counts.views.get(view)
            if self._mini and view in _UNCOUNTED_WHEN_NARROW:
                number = None
            item.set_count(number, badges.get(view, "") if number else "")
        for code, item in self.units.items.items():
            item.set_count(counts.units.get(code, 0))
        for code, item in self.tags.items.items():
            item.set_count(counts.tags.get(code, 0))

    def set_units(self, units: Sequence[tuple[str, str]]) -> None:
        """Show units, (code, name) each, in the order given."""
        self._units = tuple(units)

        def make(_number: int, code: str, name: str) -> RailItem:
            item = RailItem(name, "unit", small=True)
            item.clicked.connect(lambda _on=False: self._want(QueueFilter(self._wanted.view, unit=code)))
            return item

        self.units.fill(self._units, make)
        self._mark()

    def set_tags(self, tags: Sequence[tuple[str, str]]) -> None:
        """Show tags, (code, name) each, in the order given."""
        self._tags = tuple(tags)

        def make(number: int, code: str, name: str) -> RailItem:
            item = RailItem(name, small=True)
            item.dot = _DOTS[number % len(_DOTS)]
            item.clicked.connect(lambda _on=False: self._want(QueueFilter(self._wanted.view, tag=code)))
            return item

        self.tags.fill(self._tags, make)
        self._mark()

    def show_filter(self, wanted: QueueFilter) -> None:
        """Mark the view, unit and tag in force; emits nothing."""
        self._wanted, self._page = wanted, ""
        self._mark()

    def show_page(self, page: str) -> None:
        """Mark a page of the bottom instead of a view."""
        self._page = page
        self._mark()

    def _mark(self) -> None:
        """Mark where the officer is: a page, or view, unit and tag."""
        wanted, desk = self._wanted, not self._page
        for view, item in self.views.items():
            item.setChecked(desk and view == wanted.view)
        for code, item in self.units.items.items():
            item.setChecked(desk and code == wanted.unit)
        for code, item in self.tags.items.items():
            item.setChecked(desk and code == wanted.tag)
        for name, item in self.pages.items():
            item.setChecked(name == self._page)
        self.unit_menu_button.setChecked(desk and bool(wanted.unit))
        self.tag_menu_button.setChecked(desk and bool(wanted.tag))
        self.fold_button.setChecked(desk and bool(wanted.unit or wanted.tag))

    # -- inside ---------------------------------------------------------------------------------------------------

    def _want(self, wanted: QueueFilter) -> None:
        self.show_filter(wanted)
        self.filter_wanted.emit(wanted)

    def _open_page(self, page: str) -> None:
        self.show_page(page)
        self.page_wanted.emit(page)

    def make_unit_menu(self) -> QMenu:
        """Return the menu that stands for the unit list in the narrow rail."""
        menu = self._passing_menu()
        self._fill_units(menu)
        return menu

    def make_tag_menu(self) -> QMenu:
        """Return the menu that stands for the tag list in the narrow rail."""
        menu = self._passing_menu()
        self._fill_tags(menu)
        return menu

    def make_folded_menu(self) -> QMenu:
        """Return units and tags as one menu, for a low window."""
        menu = self._passing_menu()
        self._fill_units(menu.addMenu(tr("Đơn vị")))
        self._fill_tags(menu.addMenu(tr("Nhãn")))
        return menu

    def _passing_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _fill_units(self, menu: QMenu) -> None:
        view = self._wanted.view
        self._fill(menu, self._units, self._wanted.unit, lambda code: QueueFilter(view, unit=code))
        menu.addSeparator()
        menu.addAction(tr("Tất cả đơn vị…")).triggered.connect(self.units_wanted)

    def _fill_tags(self, menu: QMenu) -> None:
        view = self._wanted.view
        self._fill(menu, self._tags, self._wanted.tag, lambda code: QueueFilter(view, tag=code))

    def _fill(
        self,
        menu: QMenu,
        entries: Sequence[tuple[str, str]],
        chosen: str,
        wanted: Callable[[str], QueueFilter],
    ) -> None:
        for code, name in entries:
            act = menu.addAction(safe_line(name, 80).replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(code == chosen)
            act.triggered.connect(lambda _on=False, code=code: self._want(wanted(code)))

    def _pop(self, button: RailItem, menu: QMenu) -> None:
        self.show_filter(self._wanted)
        menu.popup(button.mapToGlobal(QPoint(button.width(), 0)))
