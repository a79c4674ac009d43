"""What the administrator changes in the library the officers answer from (features K-03, K-04, P-05)."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class KnowledgeEntry:
    """One thing to tell citizens: a procedure, a desk of the directory, a section of the news, a text of the survey.

    ``shelf`` and ``code`` name it. ``valid_from`` and ``valid_to`` are days, YYYY-MM-DD, both inclusive, "" for open.
    ``confidence`` is one of ``domain.knowledge.CONFIDENCE``. A ``phone`` or ``link`` nobody has filled in is «{{…}}».
    """

    shelf: str
    code: str
    title: str
    text: str
    law: str = ""
    where: str = ""
    time: str = ""
    fee: str = ""
    phone: str = ""
    hours: str = ""
    address: str = ""
    link: str = ""
    documents: tuple[str, ...] = ()
    confidence: str = "check"
    note: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class KnowledgeSaved:
    """A new version of an entry. The stream's version is the entry's; version 0 is what the program was shipped with.

    ``previous`` is the version it followed, ``restores`` the earlier version whose content it brings back, -1 for none.
    """

    KIND: ClassVar[str] = "knowledge.saved"
    entry: KnowledgeEntry
    previous: int
    reason: str
    restores: int = -1
