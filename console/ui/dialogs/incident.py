"""Which cases tell of the same incident (features A-10)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.domain.case import Case
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, PlainLabel
from console.ui.common.options import Option
from console.ui.common.sharing import told_line
from console.ui.dialogs.base import Question
from console.ui.dialogs.checklist import CheckList
from console.ui.dialogs.found import CaseField, with_found
from console.ui.theme import px

_LEAST_SHOWN, _MOST_SHOWN = 4, 6
_NUMBERS_SAID = 6


class IncidentDialog(Question):
    """Asks which cases go into one incident.

    Signals:
        requested(tuple): their ids.
        search_wanted(str): look for these words in every case and answer with ``set_found``.
    """

    requested = Signal(object)
    search_wanted = Signal(str)

    def __init__(
        self, parent: QWidget | None, case: Case, options: Sequence[Option], ticked: Sequence[str]
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case on screen.
            options: the proposed cases, whose ``detail`` says why, and any others that may be chosen.
            ticked: those that are ticked at once.

        """
        super().__init__(
            parent,
            tr("Gắn {number} vào cùng vụ", number=case.number),
            told_line(case.place, 80),
            icon="merge",
            verb=tr("Gắn cùng vụ"),
            verb_icon="merge",
            width=640,
        )
        self._known = list(options)
        self.list = CheckList(lines=2)
        self.field = CaseField(self.list, tr("Tìm hồ sơ"))
        self.field.wanted.connect(self.search_wanted)
        self.body.addWidget(self.field)
        self.body.addWidget(Heading(tr("Chọn hồ sơ nói về cùng một vụ; máy gợi ý, bạn quyết định")))
        self.list.set_choices(options, ticked)
        heads = len({one.group for one in options if one.group})
        rows = max(_LEAST_SHOWN, min(len(options), _MOST_SHOWN))
        self.list.setMinimumHeight(px(56) * rows + px(34) * heads + px(2))
        self.list.changed.connect(self.refresh)
        self.body.addWidget(self.list, 1)
        self.more = PlainLabel("", "small", "text2")
        self.more.hide()
        self.body.addWidget(self.more)
        told = tr("Mỗi người báo vẫn có hồ sơ, số và câu trả lời riêng; không ai biết có người khác báo.")
        self.body.addWidget(PlainLabel(told, "small", "text2", wrap=True))
        self.field.setFocus()
        self.refresh()

    def set_found(self, query: str, found: Sequence[Option], *, limited: bool = False) -> None:
        """Offer what the search found, too; an answer to older words is dropped.

        Args:
            query: what was looked for.
            found: the cases.
            limited: whether more cases have these words than are offered.

        """
        if query != self.field.query():
            return
        ticked = self.list.ticked()
        offered = {one.code for one in self._known}
        # What was ticked stays at hand when other words are typed.
        self._known += [one for one in self.list.choices() if one.code in ticked and one.code not in offered]
        here = self.list.current()
        self.list.set_choices(with_found(self._known, found, query), ticked)
        if here is not None:
            self.list.select(here.code)
        nothing = not self.list.options()
        self.more.setText(
            tr("Không thấy hồ sơ nào bạn được xem")
            if nothing
            else tr("Còn nhiều hồ sơ có chữ này: gõ thêm để thu hẹp")
        )
        self.more.setVisible(nothing or limited)
        self.refresh()

    def promise(self) -> str:
        ticked = self.list.ticked()
        titles = {one.code: one.title.partition(" · ")[0] for one in self.list.choices()}
        numbers = ", ".join(titles[code] for code in ticked[:_NUMBERS_SAID] if code in titles)
        if len(ticked) > _NUMBERS_SAID:
            return tr("Gắn {count} hồ sơ: {numbers}…", count=len(ticked), numbers=numbers)
        return tr("Gắn {count} hồ sơ: {numbers}", count=len(ticked), numbers=numbers)

    def trouble(self) -> str:
        return "" if self.list.ticked() else tr("Chọn ít nhất một hồ sơ")

    def act(self) -> None:
        self.requested.emit(self.list.ticked())
