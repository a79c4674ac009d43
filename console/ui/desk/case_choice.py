"""What a search found, as cases to choose from; each once, open or ended, with why one cannot be chosen (features A-10)."""

from collections.abc import Callable, Collection

from console.cache.views import Found, SearchHit
from console.domain.case import CaseState
from console.domain.text import safe_line
from console.runtime.i18n import said, tr
from console.ui.common.names import Names
from console.ui.common.options import Option
from console.ui.common.sharing import told_line
from console.ui.common.times import row_time

MOST_FOUND = 40
"""So many cases of one search are offered, the best first; whoever looks for another types more."""
_ENDED = (CaseState.CLOSED, CaseState.MERGED)


def found_cases(
    found: Found,
    names: Names,
    now_ms: int,
    *,
    without: Collection[str],
    why_not: Callable[[SearchHit], str],
) -> list[Option]:
    """Return the cases of a search as options; the search has asked who may know of them.

    Args:
        found: what the search found; whoever shows it has had it written down.
        names: names for codes.
        now_ms: the time, for how long ago.
        without: ids of cases that are no choice, such as the one on screen.
        why_not: tells why a case cannot be chosen, "" where it can.

    """
    options: dict[str, Option] = {}
    for hit in found.hits:
        if hit.case_id in options or hit.case_id in without:
            continue
        if len(options) >= MOST_FOUND:
            break
        told = hit.pseudonym if hit.where == "number" else said(hit.text)
        reason = why_not(hit)
        kind = names.category(hit.category) or tr("Chưa phân loại")
        state = tr("Đã kết thúc") if hit.state in _ENDED else tr("Đang mở")
        options[hit.case_id] = Option(
            hit.case_id,
            f"{safe_line(hit.number, 40)} · {told_line(told, 120)}",
            reason or f"{kind} · {state} · {row_time(hit.at, now_ms)}",
            group=tr("Tìm thấy trong mọi hồ sơ"),
            enabled=not reason,
        )
    return list(options.values())
