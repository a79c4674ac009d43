"""The library at the desk: opens the panel, puts an entry into the reply, lets the administrator write versions."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from console.actions import knowledge
from console.actions.desk import Desk
from console.cache.views import ChangeSet
from console.domain.canned import rank_canned
from console.domain.catalog import CannedReply
from console.domain.events import KnowledgeEntry
from console.domain.knowledge import Item, Shelf, told
from console.domain.knowledge_check import MOST_BYTES, entries_to_json
from console.domain.officer import Permission
from console.domain.ready import ready_of
from console.runtime.i18n import said, tr
from console.ui.desk.acts import trouble_text
from console.ui.desk.window import DeskWindow
from console.ui.desk.workbench import Workbench
from console.ui.dialogs.reason import ReasonDialog
from console.ui.frame.toasts import Toast
from console.ui.knowledge.editor import EntryEditor
from console.ui.knowledge.panel import KnowledgePanel

RIGHTS = frozenset({"officers", "roles"})
"""Topics of changes after which somebody may do more or less."""
SUGGESTED_NAME = "thu-vien.json"


class Library(QObject):
    """Answers the panel and its editor."""

    def __init__(self, window: DeskWindow, bench: Workbench) -> None:
        """Take the window to lie over and what reads and writes."""
        super().__init__(window)
        self._window, self._bench = window, bench
        self.panel = KnowledgePanel(window, may_edit=self._may_edit)
        self._ready: dict[str, CannedReply] = {}
        self.panel.insert_requested.connect(self._insert)
        self.panel.edit_requested.connect(self._edit)
        bench.news.changed.connect(self._changed)

    @property
    def _may_edit(self) -> bool:
        """Return whether who sits here now writes entries; roles and rights change while the desk is open."""
        return self._bench.officer.may(Permission.ADMINISTER)

    def open(self) -> None:
        """Open the panel with the entries as they stand today."""
        queries = self._bench.queries
        self.panel.set_may_edit(self._may_edit)
        self.panel.open_with(queries.library(), queries.today(), self._window.composer.insert_block())

    def _changed(self, changes: ChangeSet) -> None:
        if changes.topics & RIGHTS:
            self.panel.set_may_edit(self._may_edit)
        if knowledge.TOPIC in changes.topics and self.panel.isVisible():
            queries = self._bench.queries
            self.panel.set_items(queries.library(), queries.today(), self._window.composer.insert_block())

    def rank(self, query: str, category: str | None) -> Sequence[CannedReply]:
        """Return the best ready answers for a few letters, worded as they are today; read anew whenever the list opens."""
        if not query:
            self._ready = self._bench.queries.ready_answers()
        return rank_canned(query, self._ready.values(), category=category)

    def _insert(self, item: Item) -> None:
        if item.entry.shelf == Shelf.CANNED:
            base = self._bench.catalog.canned.get(item.entry.code)
            self._window.composer.insert_ready(ready_of(item, base))
            return
        self._window.composer.insert_answer(item.name, told(item.entry))

    # -- the administrator's --------------------------------------------------------------------------------------

    def _edit(self, name: str) -> None:
        history = self._bench.queries.knowledge_history(name) if name else ()
        editor = EntryEditor(self.panel, history)
        editor.requested.connect(self._save)
        editor.restore_requested.connect(self._restore)
        editor.open()

    def _save(self, entry: KnowledgeEntry, reason: str, newest: int) -> None:
        self._do(
            lambda desk: knowledge.save_entry(desk, entry, reason, expected_version=newest),
            lambda version: tr("Đã lưu “{title}”, bản {version}", title=said(entry.title), version=version),
        )

    def _restore(self, name: str, version: int, reason: str, newest: int) -> None:
        self._do(
            lambda desk: knowledge.restore_version(desk, name, version, reason, expected_version=newest),
            lambda made: tr("Đã khôi phục bản {version} thành bản {made}", version=version, made=made),
        )

    def export(self) -> None:
        """Ask for a file and write every entry's newest version into it."""
        name, _kind = QFileDialog.getSaveFileName(
            self._window, tr("Xuất thư viện"), SUGGESTED_NAME, "JSON (*.json)"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write every entry as it stands today."""
        items = self._bench.queries.library()
        try:
            path.write_text(entries_to_json(item.entry for item in items), encoding="utf-8")
        except OSError as error:
            self._say("red", tr("Không ghi được tệp: {why}. Thư viện còn nguyên.", why=error.strerror or "?"))
            return
        self._say("green", tr("Đã xuất {count} mục", count=len(items)))

    def import_file(self) -> None:
        """Ask for a file and a reason, and write what differs."""
        name, _kind = QFileDialog.getOpenFileName(self._window, tr("Nhập thư viện"), "", "JSON (*.json)")
        if name:
            self.import_from(Path(name))

    def import_from(self, path: Path) -> None:
        """Read a file of entries, ask why, and write what differs, all or nothing."""
        try:
            with path.open("rb") as file:
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            self._say("red", tr("Không đọc được tệp: {why}. Chưa nhập gì.", why=error.strerror or "?"))
            return
        dialog = ReasonDialog(
            self._window,
            tr("Nhập thư viện từ tệp {name}?", name=path.name),
            tr("Mục nào khác bản đang dùng sẽ có phiên bản mới; sai một chỗ thì không nhập mục nào"),
            icon="act.export",
            verb=tr("Nhập"),
            choices=(tr("Theo văn bản mới"), tr("Chép từ máy khác"), tr("Lý do khác")),
            promise=tr("Các phiên bản cũ còn nguyên, khôi phục được."),
        )
        dialog.requested.connect(
            lambda reason: self._do(
                lambda desk: knowledge.import_entries(desk, path.name, data, reason),
                lambda count: (
                    tr("Đã nhập {count} mục", count=count) if count else tr("Tệp không có gì khác thư viện")
                ),
            )
        )
        dialog.open()

    def _do(self, work: Callable[[Desk], int], words: Callable[[int], str]) -> None:
        self._bench.act(
            work,
            lambda number: self._say("green", words(number)),
            lambda error: self._say("red", trouble_text(error)),
        )

    def _say(self, tone: str, words: str) -> None:
        self._window.toasts.show_toast(Toast("book-open", tone, words, topic="library"))
