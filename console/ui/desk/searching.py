"""The search page at the desk: asks as the officer types, shows what came, opens what he picks (png 11)."""

from PySide6.QtCore import QObject, Signal

from console.cache.views import Found
from console.ui.common.names import Names
from console.ui.desk.pages import DESK
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.search.page import SearchPage

PAGE = "search"
_KEYS_OF_HITS = {"citizen": "m", "outside": "m", "reply": "r", "note": "n"}


class Searching(QObject):
    """Answers the search page. The page is made when it is first opened."""

    case_wanted = Signal(str, str)
    """A case, and the key of the item in it that matched ("" for none)."""

    def __init__(self, window: DeskWindow, bench: Workbench, names: Names) -> None:
        """Take what searches and where the page stands."""
        super().__init__(window)
        self._window, self._bench, self._names = window, bench, names
        self._query = ""
        self._ranked = True

    def make_page(self) -> SearchPage:
        """Return the page, wired."""
        page = SearchPage(self._names)
        page.query_changed.connect(self._ask)
        page.order_requested.connect(self._reorder)
        page.opened.connect(self._go)
        page.closed.connect(lambda: self._window.pages.open(DESK))
        return page

    def page(self) -> SearchPage:
        """Return the page of the window."""
        page = self._window.pages.page(PAGE)
        assert isinstance(page, SearchPage)
        return page

    def open(self, query: str = "") -> None:
        """Show the page with the keyboard in its field."""
        self._window.pages.open(PAGE)
        self.page().start(query)

    def find_again(self, step: int) -> None:
        """Go to the next or previous match: in the page if it is shown, else in the open case (F3)."""
        if self._window.pages.code == PAGE:
            self.page().step(step)
        else:
            self._window.conversation.find_again(step)

    def look_again(self) -> None:
        """Look for the same once more: what was found may not be there any more."""
        if self._query:
            self._ask(self._query)

    def _reorder(self, ranked: bool) -> None:
        self._ranked = ranked
        self._ask(self._query)

    def _ask(self, query: str) -> None:
        self._query = query
        began = self._bench.clock.mono()

        def show(found: Found) -> None:
            if query != self._query:
                return
            took = round(1000 * (self._bench.clock.mono() - began))
            self.page().set_results(
                query,
                found.hits,
                elapsed_ms=took,
                now_ms=self._bench.clock.now_ms(),
                ranked=self._ranked,
                limited=found.limited,
                loose=found.loose,
            )

        if query:
            self._bench.search(query, show, newest=not self._ranked)
        else:
            show(Found(()))

    def _go(self, case_id: str, match: str) -> None:
        kind, _, ref = match.partition(":")
        prefix = _KEYS_OF_HITS.get(kind, "")
        self.case_wanted.emit(case_id, f"{prefix}:{ref}" if prefix else "")
