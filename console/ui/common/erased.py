"""A case whose content was erased by law: what is left of it can be looked at, and nothing else is offered (features I-06)."""

from console.domain.case import Case
from console.domain.officer import Permission
from console.runtime.i18n import tr
from console.ui.common.commands import Command
from console.ui.common.times import date_text

_WRITES = frozenset({"people"})
"""Commands that need no more than the right to read and yet lead to something that is gone."""


def erased_words(case: Case) -> str:
    """Return why nothing can be done to a case any more, "" where its content is kept."""
    if not case.erased_at:
        return ""
    return tr(
        "Nội dung đã xóa ngày {day} theo thời hạn lưu: chỉ còn số liệu, không còn danh tính",
        day=date_text(case.erased_at),
    )


def is_for_erased(one: Command) -> bool:
    """Return whether a command on a case still means something once its content is gone; the action judges again."""
    return one.permission in (None, Permission.READ) and one.code not in _WRITES
