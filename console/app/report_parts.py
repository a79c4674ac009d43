"""What the makers of reports share: what they give back, and how they say that nothing was made."""

from dataclasses import dataclass

from console.domain.period import Period
from console.reports.document import Document, Sheet


class ReportError(RuntimeError):
    """No report was written; ``str`` says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Made:
    """A report that is not yet a file: as paper, as data where it can be that, and how many lines it has.

    ``case_id`` is that of a slip's case; ``period`` the days it is about where these were not what was wished for.
    """

    document: Document | None
    sheet: Sheet | None
    lines: int
    case_id: str = ""
    period: Period | None = None
