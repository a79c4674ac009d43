"""What belongs to an unfinished reply beside its text (features C-07)."""

import json
from dataclasses import dataclass

from console.domain.event_json import from_plain, to_json
from console.domain.events import OutboundFile

NOTHING = "{}"
"""How a draft without anything beside its text is stored."""


@dataclass(frozen=True, slots=True)
class DraftExtra:
    """The file that lies sealed in the store, the message that is quoted, the ready answer the text came from."""

    file: OutboundFile | None = None
    quote_id: str = ""
    canned_code: str = ""

    def to_text(self) -> str:
        """Return it as it is stored."""
        return NOTHING if self == DraftExtra() else to_json(self)

    def over(self, other: "DraftExtra") -> "DraftExtra":
        """Return what both hold together; where both hold something, this one's counts."""
        return DraftExtra(
            self.file or other.file, self.quote_id or other.quote_id, self.canned_code or other.canned_code
        )


def extra_from_text(text: str) -> DraftExtra:
    """Return what is stored; nothing where it cannot be read. The text of the draft never depends on it."""
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or not data:
            return DraftExtra()
        found: DraftExtra = from_plain(DraftExtra, data)
    except (ValueError, TypeError, KeyError, AttributeError):
        return DraftExtra()
    return found


def joined(text: str, more: str) -> str:
    """Return two texts as one draft, each once; what is being written stays above."""
    if not more or more in text:
        return text
    return f"{text.rstrip()}\n{more}" if text.strip() else more
