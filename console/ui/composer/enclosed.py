"""What goes with a reply beside its text: a file, a quoted message, the ready answer it came from (features C-07, C-16)."""

from console.domain.draft import DraftExtra
from console.domain.events import OutboundFile
from console.ui.composer.attach import ChosenFile
from console.ui.composer.quote import QuoteStrip


class Enclosed:
    """Held for the case that is shown. A file is first one of this machine, then a sealed one in the store."""

    def __init__(self, quote: QuoteStrip) -> None:
        """Take the strip that shows the quote."""
        self._quote = quote
        self.file: ChosenFile | OutboundFile | None = None
        self.canned = ""

    @property
    def file_name(self) -> str:
        """Return the file's name, "" without one."""
        return self.file.name if self.file is not None else ""

    @property
    def media_type(self) -> str:
        """Return the file's kind, "" without one."""
        return self.file.media_type if self.file is not None else ""

    @property
    def sealed(self) -> OutboundFile | None:
        """Return the file if it is in the store."""
        return self.file if isinstance(self.file, OutboundFile) else None

    def extra(self) -> DraftExtra:
        """Return what of it a draft keeps. A file that is not sealed yet is kept a moment later."""
        return DraftExtra(self.sealed, self._quote.message_id, self.canned)

    def text(self) -> str:
        """Return that as it is stored."""
        return self.extra().to_text()

    def load(self, extra: DraftExtra, quote_text: str) -> None:
        """Take what a draft kept."""
        self.file, self.canned = extra.file, extra.canned_code
        if extra.quote_id:
            self._quote.show_quote(extra.quote_id, quote_text)
        else:
            self._quote.clear()

    def add(self, extra: DraftExtra, quote_text: str) -> None:
        """Take what belonged to a reply that comes back; what is here already stays."""
        held = self.extra()
        file = self.file
        text = quote_text if extra.quote_id and not held.quote_id else self._quote.text
        self.load(held.over(extra), text)
        self.file = file or self.file

    def clear(self) -> None:
        """Hold nothing."""
        self.load(DraftExtra(), "")
