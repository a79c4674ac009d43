"""Fills the panes with what does not hang on a case: names, choices, ready answers, who sits here."""

from console.domain.officer import ROLE_NAMES, Permission
from console.runtime.i18n import in_language, said, tr
from console.runtime.resources import load_place_words
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.library import Library
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.queue.vocabulary import vocabulary_of


class Filling:
    """Gives one window what it offers to choose from."""

    def __init__(
        self, window: DeskWindow, bench: Workbench, names: Names, room: CaseRoom, library: Library
    ) -> None:
        """Take the window to fill, and what there is to choose: ``library`` ranks the ready answers for the case of ``room``."""
        self._window, self._bench, self._names = window, bench, names
        self._room, self._library = room, library

    def fill(self) -> None:
        """Fill every pane; once, before the first picture."""
        window, bench, catalog = self._window, self._bench, self._bench.catalog
        officer = bench.officer
        places = load_place_words()
        window.queue.set_names(self._names)
        window.queue.set_vocabulary(vocabulary_of(catalog))
        window.queue.set_officer(officer.officer_id)
        window.inspector.set_choices(
            [
                Option(
                    c.code,
                    in_language(c.vi, c.en),
                    words=f"{c.vi} {c.en} {c.code}",
                    help=in_language(c.description, c.description_en),
                )
                for c in catalog.categories.values()
            ],
            [
                Option(d.code, d.name, words=f"{' '.join(d.communes)} {places.get(d.code, '')}")
                for d in catalog.districts.values()
            ],
        )
        window.composer.set_canned(
            lambda query: self._library.rank(query, self._category()),
            self._slots(),
        )
        window.top.set_office(catalog.unit("CAT").name_vi)
        self.show_officer()
        window.status.set_context(bench.machine, "", officer.name)

    def show_officer(self) -> None:
        """Show who sits here and what he may do; again when his account or the matrix of roles was changed."""
        window, officer = self._window, self._bench.officer
        may_approve = officer.may(Permission.APPROVE_REPLY)
        may_explain = officer.may(Permission.REPLY)
        window.conversation.thread_view.set_officer(
            officer.officer_id, may_approve=may_approve, may_explain=may_explain
        )
        window.conversation.header.set_officer(officer)
        window.top.set_officer(officer.title, said(ROLE_NAMES[officer.roles[0]]) if officer.roles else "")

    def _category(self) -> str | None:
        detail = self._room.detail
        return (detail.case.category or None) if detail else None

    def _slots(self) -> dict[str, str]:
        """Return what may be filled in without looking: nothing of a citizen, nothing of a case's kind (K-02)."""
        catalog = self._bench.catalog
        return {"co_quan": catalog.unit("CAT").name_vi, "tinh": tr("tỉnh Cao Bằng")}
