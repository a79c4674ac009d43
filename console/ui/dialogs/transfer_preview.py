"""What the receiving unit will see of a case: its words, pictures and place, never who told of it (features E-03)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.cache.views import CaseDetail, MessageItem, ThreadItem
from console.domain.message import Direction, MessageType
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import Heading, PlainLabel, PlainView
from console.ui.common.names import Names
from console.ui.common.sharing import words_shown
from console.ui.common.times import row_time
from console.ui.theme import px

_PHONE = re.compile(r"(?:\+?84|0)(?:[\s.\-\u200b]?\d){9}")
_MOST_LINES = 40


@dataclass(frozen=True, slots=True)
class TransferPreview:
    """The extract. ``attached`` says how many of what; ``warning`` what of the text may tell who wrote it."""

    alias: str
    text: str
    attached: str
    facts: str
    warning: str
    sealed: bool = False
    """Whether the unit reads it without who told of it, and gets no file that was not let through."""


def attached_words(items: Sequence[ThreadItem]) -> str:
    """Return «3 ảnh, vị trí, ghi âm» for what the citizen sent, "" for nothing."""
    kinds = [
        a.kind
        for item in items
        if isinstance(item, MessageItem) and item.direction is Direction.INBOUND
        for a in item.attachments
    ]
    photos = kinds.count(MessageType.PHOTO)
    videos = kinds.count(MessageType.VIDEO)
    voices = kinds.count(MessageType.VOICE)
    places = kinds.count(MessageType.LOCATION)
    files = len(kinds) - photos - videos - voices - places
    words = (
        tr("{count} ảnh", count=photos) if photos else "",
        tr("{count} video", count=videos) if videos else "",
        tr("vị trí") if places else "",
        tr("ghi âm") if voices else "",
        tr("{count} tệp", count=files) if files else "",
    )
    return ", ".join(filter(None, words))


def told_by_citizen(items: Sequence[ThreadItem]) -> list[MessageItem]:
    """Return the citizen's messages that have words."""
    return [i for i in items if isinstance(i, MessageItem) and i.direction is Direction.INBOUND and i.text]


def make_preview(
    detail: CaseDetail,
    items: Sequence[ThreadItem],
    names: Names,
    now_ms: int,
    read: Sequence[str] | None = None,
) -> TransferPreview:
    """Return what the receiver will see, from what is on this officer's screen.

    Args:
        detail: the case.
        items: its conversation.
        names: of codes.
        now_ms: the present.
        read: the words of ``told_by_citizen(items)`` as the receiver reads them, ``None`` where he reads them as written.

    """
    case = detail.case
    told = told_by_citizen(items)
    texts = [item.text for item in told] if read is None or len(read) != len(told) else read
    lines = [
        f"{row_time(item.at, now_ms)}  {text}"
        for item, text in list(zip(told, texts, strict=True))[-_MOST_LINES:]
    ]
    facts = (
        names.category(case.category),
        words_shown(case.place),
        ", ".join(names.tag(tag) for tag in case.tags),
    )
    warning = ""
    if any(_PHONE.search(text) for text in texts):
        warning = tr("Trong lời kể có số điện thoại: đơn vị nhận sẽ đọc được.")
    elif any(text != item.text for item, text in zip(told, texts, strict=True)):
        warning = tr("Trong lời kể có tên hoặc số của người báo: đơn vị nhận thấy chỗ đã che.")
    return TransferPreview(
        case.pseudonym,
        "\n".join(lines),
        attached_words(items),
        " · ".join(filter(None, facts)),
        warning,
        read is not None,
    )


class PreviewPanel(QWidget):
    """Shows the extract, read-only, and under it which files go along where that is to be chosen."""

    def __init__(self, preview: TransferPreview, choices: QWidget | None = None) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(Heading(tr("Bản đơn vị nhận thấy")))
        column.addWidget(PlainLabel(safe_line(preview.alias, 60), "body", weight=600))
        column.addWidget(PlainLabel(safe_line(preview.facts, 200), "small", "text2", wrap=True))
        self.text = PlainView(preview.text or tr("(không có chữ)"), "body")
        self.text.setAccessibleName(tr("Nội dung đơn vị nhận thấy"))
        column.addWidget(self.text, 1)
        if choices is not None:
            column.addWidget(choices)
        elif preview.attached:
            column.addWidget(
                PlainLabel(tr("Kèm theo: {what}", what=safe_line(preview.attached, 120)), "small", "text2")
            )
        hidden = tr("Không có: tên, số điện thoại, ảnh đại diện, ghi chú nội bộ.")
        column.addWidget(PlainLabel(hidden, "small", "text2", wrap=True))
        if preview.warning:
            column.addWidget(PlainLabel(safe_line(preview.warning, 200), "small", "orangeText", wrap=True))
