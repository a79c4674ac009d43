"""The limits of the open case: pause, run on, ask for an extension, decide one (features G-04, G-07)."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QObject

from console.actions import clocks
from console.actions.desk import Desk, Done
from console.cache.views import CaseClock
from console.domain.case import Case, Extension, ExtensionState
from console.domain.catalog import Catalog
from console.domain.officer import Officer, Permission
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.options import Option
from console.ui.common.sharing import told_line
from console.ui.common.times import end_text
from console.ui.desk.acts import CaseActs
from console.ui.desk.case_room import CaseRoom
from console.ui.desk.window import DeskWindow
from console.ui.dialogs.pick import PickDialog
from console.ui.dialogs.reason import ReasonDialog

HOUSE_MINUTES = 60
"""By how much a house clock is extended at a time."""


class Clocking(QObject):
    """Opens the list of what can be done to the case's limits, and asks for the reason."""

    def __init__(
        self,
        window: DeskWindow,
        room: CaseRoom,
        acts: CaseActs,
        extendable: Callable[[], Collection[str]] = frozenset,
        officer: Callable[[], Officer | None] = lambda: None,
    ) -> None:
        """Take the open case, what carries the answers out, which statutory clocks may be extended now, and who sits here."""
        super().__init__(window)
        self._window, self._room, self._acts, self._extendable = window, room, acts, extendable
        self._officer = officer

    def open(self) -> None:
        """Ask what to do to which limit."""
        detail = self._room.detail
        if detail is None:
            return
        case = detail.case
        options = clock_options(case, detail.clocks, self._extendable(), self._officer())
        dialog = PickDialog(
            self._window,
            tr("Thời hạn của {number}", number=case.number),
            tr("Thời hạn luật định không tạm dừng được; gia hạn do trực chỉ huy duyệt."),
            options,
            verb=tr("Tiếp tục"),
            icon="sla.pause",
        )
        dialog.requested.connect(lambda code: self._chosen(case, code))
        dialog.open()

    def _chosen(self, case: Case, choice: str) -> None:
        act, _, code = choice.partition(":")
        case_id = case.case_id
        if act == "resume":
            self._acts.run(
                lambda desk: clocks.resume(desk, case_id, code), tr("Thời hạn đã chạy tiếp"), "sla.ok"
            )
        elif act == "pause":
            self._ask(
                case,
                tr("Tạm dừng vì sao?"),
                lambda desk, words: clocks.pause(desk, case_id, code, words),
                tr("{number}: thời hạn nội bộ tạm dừng", number=case.number),
            )
        elif act == "extend":
            self._ask(
                case,
                tr("Gia hạn vì sao?"),
                lambda desk, words: clocks.request_extension(
                    desk, case_id, code, words, minutes=HOUSE_MINUTES
                ),
                tr("{number}: đã đề nghị gia hạn, hạn chưa đổi cho tới khi duyệt", number=case.number),
            )
        else:
            granted = act == "grant"
            title = tr("Số văn bản gia hạn?") if granted else tr("Không duyệt vì sao?")
            self._ask(
                case,
                title,
                lambda desk, words: clocks.decide_extension(
                    desk,
                    case_id,
                    code,
                    granted=granted,
                    document=words if granted else "",
                    reason="" if granted else words,
                ),
                tr("{number}: đã duyệt gia hạn", number=case.number)
                if granted
                else tr("{number}: không duyệt gia hạn, hạn cũ còn nguyên", number=case.number),
            )

    def _ask(self, case: Case, title: str, work: Callable[[Desk, str], Done], said: str) -> None:
        dialog = ReasonDialog(
            self._window,
            title,
            case.number,
            icon="sla.pause",
            verb=tr("Ghi"),
            choices=(),
            promise=tr("Vào nhật ký của hồ sơ."),
        )
        dialog.requested.connect(
            lambda words: self._acts.run(
                lambda desk: work(desk, words),
                said,
                "sla.ok",
            )
        )
        dialog.open()


def _may_not_decide(asked: Extension, officer: Officer | None) -> str:
    """Return why somebody cannot decide an extension, "" where he can."""
    if officer is None:
        return ""
    if asked.by == officer.officer_id:
        return tr("Bạn đã đề nghị: trực chỉ huy khác duyệt")
    return "" if officer.may(Permission.EXTEND) else tr("Chờ trực chỉ huy duyệt")


def extendable(catalog: Catalog) -> frozenset[str]:
    """Return the statutory clocks that the law lets be extended."""
    return frozenset(policy.code for policy in catalog.policies.values() if policy.extensions)


def clock_options(
    case: Case,
    running: tuple[CaseClock, ...],
    extendable: Collection[str] = (),
    officer: Officer | None = None,
) -> list[Option]:
    """Return what can be done now, decisions that wait first; codes are ``act:policy`` or ``act:extension``.

    ``extendable`` are the statutory clocks that the law lets be extended at all; ``officer`` is who would decide.
    """
    labels = {clock.code: safe_line(said(clock.label), 80) for clock in running}
    options: list[Option] = []
    for asked in case.extensions:
        if asked.state is ExtensionState.ASKED:
            label = labels.get(asked.code, asked.code)
            why_not = _may_not_decide(asked, officer)
            until = tr(
                "đến {until} thay vì {due}: {reason}",
                until=end_text(asked.until),
                due=end_text(asked.due_at),
                reason=told_line(asked.reason, 200),
            )
            for act, title in (
                ("grant", tr("Duyệt gia hạn: {clock}", clock=label)),
                ("refuse", tr("Không duyệt: {clock}", clock=label)),
            ):
                options.append(
                    Option(f"{act}:{asked.extension_id}", title, why_not or until, enabled=not why_not)
                )
    for clock in running:
        if clock.done_at or clock.ended_at:
            continue
        label = labels[clock.code]
        if clock.state == "paused":
            options.append(Option(f"resume:{clock.code}", tr("Cho chạy tiếp: {clock}", clock=label)))
        elif clock.kind != "statutory":
            options.append(
                Option(f"pause:{clock.code}", tr("Tạm dừng: {clock}", clock=label), tr("chờ bổ sung"))
            )
        longer = clock.kind != "statutory" or clock.code in extendable
        options.append(
            Option(
                f"extend:{clock.code}",
                tr("Đề nghị gia hạn: {clock}", clock=label),
                said(clock.citation) if longer else tr("Không được gia hạn theo quy định"),
                enabled=longer,
            )
        )
    return options
