"""Lines of a conversation as anybody may see them: without what may be a state secret, without files nobody may look at."""

from dataclasses import replace

from console.cache.views import EventItem, MediaState, MessageItem, ReplyItem, ThreadItem
from console.domain.case import Case
from console.domain.confidentiality import FILES_LOCKED_TEXT, shown_text
from console.domain.draft import DraftExtra
from console.domain.sentence import joined


def shown_item(case: Case, item: ThreadItem) -> ThreadItem:
    """Return a line of the conversation without what may be a state secret, and without files nobody may look at."""
    if not case.files_locked or isinstance(item, EventItem):
        return item
    if not case.locked:
        return _without_files(item)
    if isinstance(item, MessageItem):
        return replace(item, text=shown_text(case, item.text), attachments=())
    if isinstance(item, ReplyItem):
        hidden = shown_text(case, item.text)
        return replace(item, text=hidden, first_text=hidden, file_name="", quote_text="", extra=DraftExtra())
    return replace(item, text=shown_text(case, item.text))


def _without_files(item: ThreadItem) -> ThreadItem:
    """Return a line of the conversation with words in place of its files; a place or a link is no file."""
    if isinstance(item, MessageItem):
        kept = tuple(one for one in item.attachments if one.state is MediaState.NONE)
        if len(kept) == len(item.attachments):
            return item
        files = [FILES_LOCKED_TEXT] * (len(item.attachments) - len(kept))
        return replace(item, text=joined("\n", (item.text, *files)), attachments=kept)
    if isinstance(item, ReplyItem) and item.file_name:
        return replace(
            item, text=joined("\n", (item.text, FILES_LOCKED_TEXT)), file_name="", extra=DraftExtra()
        )
    return item
