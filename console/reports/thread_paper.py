"""Bản ghi trao đổi: a case's conversation as a paper, the source covered, internal notes left out (features E-06, R-03)."""

from collections.abc import Callable, Sequence

from console.cache.views import EventItem, MessageItem, NoteItem, ReplyItem, ThreadItem
from console.domain.case import ReplyState
from console.domain.case_facts import CaseFacts
from console.domain.message import Direction
from console.reports.document import Align, Column, Document, Fields, Letterhead, Paragraph, Signature, Table
from console.reports.register import CHANNEL, Names, date_line, place, source, when
from console.reports.slips import clocks_table

_KINDS = {
    "photo": "Ảnh",
    "gif": "Ảnh động",
    "voice": "Ghi âm",
    "video": "Video",
    "file": "Tệp",
    "location": "Vị trí",
    "link": "Liên kết",
    "sticker": "Nhãn dán",
    "card": "Danh thiếp",
}
_COLUMNS = (
    Column("STT", 0.6, Align.RIGHT),
    Column("Giờ", 1.4),
    Column("Bên gửi", 1.6),
    Column("Nội dung", 6.0),
)
_SENT = (ReplyState.SENT, ReplyState.CONFIRMED, ReplyState.UNKNOWN)


def document(
    facts: CaseFacts,
    items: Sequence[ThreadItem],
    names: Names,
    letterhead: Letterhead,
    *,
    cover: Callable[[str], str],
    printed_at: int,
    mark: str,
) -> Document:
    """Return the conversation of a case as a paper.

    Args:
        facts: the case.
        items: its thread, oldest first; internal notes among it are not printed.
        names: of codes and officers.
        letterhead: the head.
        cover: covers who told of the matter in a text.
        printed_at: UTC ms.
        mark: who takes it out, and when.

    """
    case = facts.case
    lines = [line for item in items if (line := _line(item, case.pseudonym, cover)) is not None]
    files = [
        (str(number), _KINDS.get(one.kind.value, one.kind.value), one.sha256 or "chưa tải được")
        for number, one in enumerate(
            (
                a
                for item in items
                if isinstance(item, MessageItem)
                for a in item.attachments
                if a.kind.value != "link"
            ),
            start=1,
        )
    ]
    return Document(
        letterhead,
        "BẢN GHI TRAO ĐỔI QUA TRANG ZALO",
        case.number,
        date_line=date_line(letterhead, printed_at),
        blocks=(
            Fields(
                (
                    ("Mã vụ việc, số sổ", case.number),
                    ("Kênh", CHANNEL),
                    ("Giờ tin đến, theo Zalo", when(facts.received_at)),
                    ("Loại", names.category(case.category)),
                    ("Người báo tin", source(facts, names)),
                    ("Địa điểm", place(facts, names)),
                    ("Đơn vị thụ lý", names.unit(case.unit)),
                )
            ),
            Table(
                _COLUMNS,
                tuple((str(number), *line) for number, line in enumerate(lines, start=1)),
                "Nội dung trao đổi",
                "Không có tin nào.",
            ),
            Table(
                (Column("STT", 0.6, Align.RIGHT), Column("Loại tệp", 1.3), Column("Mã băm SHA-256", 6)),
                tuple(files),
                "Tệp kèm theo, nguyên bản trong cùng thư mục",
                "Không có tệp kèm theo.",
            ),
            clocks_table(facts.clocks),
            Paragraph(
                "Danh tính người báo tin đã che. Mã băm của nguyên văn từng tin ở messages.json, của từng việc đã làm "
                "ở nhat-ky.json. Ghi chú nội bộ không kèm theo."
            ),
        ),
        signatures=(Signature("NGƯỜI LẬP"), Signature("TRỰC CHỈ HUY")),
        recipients=("Cơ quan điều tra", "Lưu: trực ban"),
        mark=mark,
    )


def _line(item: ThreadItem, pseudonym: str, cover: Callable[[str], str]) -> tuple[str, str, str] | None:
    """Return time, side and words of one item; ``None`` for what does not leave."""
    if isinstance(item, NoteItem):
        return None
    if isinstance(item, EventItem):
        return when(item.at), "Hệ thống ghi", cover(f"{item.actor_name}: {item.words}")
    if isinstance(item, ReplyItem):
        if item.state not in _SENT:
            return None
        unsure = " (chưa rõ đã tới)" if item.state is ReplyState.UNKNOWN else ""
        attached = f" [Tệp: {item.file_name}]" if item.file_name else ""
        return when(item.at), f"Công an – {item.author_name}", cover(f"{item.text}{attached}{unsure}")
    side = pseudonym if item.direction is Direction.INBOUND else "Công an (gửi ngoài bàn trực)"
    kinds = "".join(f" [{_KINDS.get(one.kind.value, one.kind.value)}]" for one in item.attachments)
    recalled = " (công dân đã thu hồi trên Zalo)" if item.recalled_at else ""
    return when(item.at), side, cover(f"{item.text}{kinds}{recalled}".strip())
