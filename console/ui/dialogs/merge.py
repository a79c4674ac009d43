"""Two cases that are one, and one that is two (features C-13)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.cache.views import MessageItem
from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.kinds import kind_word
from console.ui.common.labels import Heading
from console.ui.common.options import Option, OptionField, OptionList
from console.ui.common.sharing import told_line
from console.ui.common.times import clock_text
from console.ui.dialogs.base import Question, ReasonField
from console.ui.dialogs.checklist import CheckList
from console.ui.dialogs.found import CaseField, with_found
from console.ui.theme import px


class MergeDialog(Question):
    """Asks which case this one lives on in.

    Signals:
        requested(str, str): its id and the reason.
        search_wanted(str): look for these words in every case and answer with ``set_found``.
    """

    requested = Signal(str, str)
    search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None, case: Case, candidates: Sequence[Option]) -> None:
        """Make the dialog; ``candidates`` have a case id as ``code`` and its number as ``title``."""
        super().__init__(
            parent,
            tr("Gộp {number} vào hồ sơ nào?", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="merge",
            verb=tr("Gộp hồ sơ"),
            verb_icon="merge",
            width=600,
        )
        self._case = case
        self.list = OptionList(lines=2, radio=True, marks="mark")
        self._known = tuple(candidates)
        self.field = CaseField(self.list, tr("Tìm hồ sơ để gộp vào"))
        self.field.wanted.connect(self.search_wanted)
        self.body.addWidget(Heading(tr("Hồ sơ giữ lại")))
        self.body.addWidget(self.field)
        self.list.set_options(candidates)
        self.list.select_none()
        self.list.setMinimumHeight(px(240))
        self.list.moved.connect(self.refresh)
        self.body.addWidget(self.list, 1)
        self.reason = ReasonField(tr("Lý do"), 500, lines=2)
        self.reason.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.reason)
        self.field.textChanged.connect(self.refresh)
        self.field.setFocus()
        self.refresh()

    def set_found(self, query: str, found: Sequence[Option]) -> None:
        """Offer what the search found, too; an answer to older words is dropped."""
        if query != self.field.query():
            return
        here = self.list.current()
        self.list.set_options(with_found(self._known, found, query))
        if here is not None:
            self.list.select(here.code)
        self.refresh()

    def trouble(self) -> str:
        if self.list.current() is None:
            return tr("Chưa chọn hồ sơ để gộp vào")
        if not self.reason.text():
            return tr("Thiếu lý do")
        return tr("Lý do dài quá 500 ký tự") if self.reason.too_long() else ""

    def promise(self) -> str:
        into = self.list.current()
        return tr(
            "{number} ngừng ở đây, dòng sổ của nó vẫn còn. Tin và ghi chú đọc tiếp ở {into}.",
            number=self._case.number,
            into=into.title.partition(" · ")[0] if into is not None else "",
        )

    def act(self) -> None:
        into = self.list.current()
        if into is not None:
            self.requested.emit(into.code, self.reason.text())


def _shown(item: MessageItem) -> str:
    text = told_line(said(item.text), 120)
    return text or f"[{kind_word(item.type) or tr('không có chữ')}]"


class SplitDialog(Question):
    """Asks which messages are another matter. ``requested(tuple)`` carries their ids, oldest first."""

    requested = Signal(object)

    def __init__(self, parent: QWidget | None, case: Case, messages: Sequence[MessageItem]) -> None:
        super().__init__(
            parent,
            tr("Tách tin nào của {number} thành hồ sơ mới?", number=case.number),
            safe_line(case.pseudonym, 60),
            icon="split",
            verb=tr("Tách hồ sơ"),
            verb_icon="split",
            width=600,
        )
        self._order = [item.message_id for item in messages]
        self.list = CheckList()
        self.field = OptionField(self.list, tr("Gõ để lọc tin, ↵ chọn"), tr("Lọc tin để tách"))
        self.body.addWidget(self.field)
        options = [
            Option(
                item.message_id,
                tr("{time} · {text}", time=clock_text(item.at), text=_shown(item)),
            )
            for item in messages
        ]
        self.list.set_choices(options, ())
        self.list.setMinimumHeight(px(300))
        self.list.changed.connect(self.refresh)
        self.body.addWidget(self.list, 1)
        self.field.setFocus()
        self.refresh()

    def trouble(self) -> str:
        chosen = len(self.list.ticked())
        if not chosen:
            return tr("Chưa chọn tin nào")
        if chosen == len(self._order):
            return tr("Để lại ít nhất một tin ở hồ sơ này")
        return ""

    def promise(self) -> str:
        return tr(
            "{count} tin sang hồ sơ mới, có số và hạn xử lý riêng. Công dân không nhận thông báo.",
            count=len(self.list.ticked()),
        )

    def act(self) -> None:
        ticked = set(self.list.ticked())
        self.requested.emit(tuple(message for message in self._order if message in ticked))
