"""The register as a bound book has it: facing pages with every column the official layout asks for (domain.md §6).

The list of columns follows the field list of domain.md, which is unverified like the form's number. What the desk keeps for itself
beside it (priority, first reply, nearest term) is in the spreadsheet alone.
"""

from collections.abc import Mapping, Sequence

from console.domain.case_facts import CaseFacts
from console.domain.period import Period
from console.reports.document import (
    Align,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Signature,
    Spread,
)
from console.reports.register import COLUMNS, Names, date_line, line, notes

Printed = tuple[Column, tuple[str, ...]]
"""A column on paper, and the spreadsheet's columns that stand in it, the filled ones beside each other."""
_KEPT: tuple[Printed, ...] = (
    (Column("STT", 0.75, Align.RIGHT), ("STT",)),
    (Column("Số tiếp nhận", 1.55), ("Số tiếp nhận",)),
)
"""What stands on both pages, so that a line is found again."""
_LEFT: tuple[Printed, ...] = (
    (Column("Ngày giờ tiếp nhận", 1.6), ("Ngày giờ tiếp nhận",)),
    (Column("Hình thức tiếp nhận", 1.2), ("Hình thức",)),
    (Column("Người tố giác, báo tin", 1.6), ("Người tố giác, báo tin",)),
    (Column("Nội dung tóm tắt", 4.1), ("Nội dung tóm tắt",)),
    (Column("Thời gian xảy ra", 1.4), ("Thời gian xảy ra",)),
    (Column("Địa điểm xảy ra", 1.7), ("Địa điểm",)),
    (Column("Người bị tố giác", 1.9), ("Người bị tố giác",)),
    (Column("Bị hại", 1.7), ("Bị hại",)),
    (Column("Tài liệu, đồ vật kèm", 1.1, Align.RIGHT), ("Tài liệu kèm",)),
    (Column("Cán bộ tiếp nhận", 1.4), ("Cán bộ tiếp nhận",)),
)
_RIGHT: tuple[Printed, ...] = (
    (Column("Phân loại ban đầu", 1.4), ("Phân loại ban đầu",)),
    (Column("Ý kiến chỉ đạo", 2.6), ("Ý kiến chỉ đạo",)),
    (Column("Đơn vị thụ lý", 1.5), ("Đơn vị thụ lý",)),
    (Column("Cơ quan, đơn vị nhận chuyển", 1.6), ("Đơn vị nhận chuyển",)),
    (Column("Số, ngày phiếu chuyển", 1.5), ("Số, ngày phiếu chuyển",)),
    (Column("Người nhận, giờ nhận", 1.5), ("Người nhận", "Giờ nhận")),
    (Column("Số, ngày thông báo VKS", 1.5), ("Thông báo VKS",)),
    (Column("Người được phân công", 1.4), ("Người được phân công",)),
    (Column("Hạn giải quyết, gia hạn", 1.6), ("Hạn giải quyết", "Gia hạn")),
    (Column("Kết quả", 2.2), ("Kết quả", "Quyết định của CQĐT", "Thụ lý đơn")),
    (Column("Số, ngày thông báo người báo tin", 1.5), ("Thông báo kết quả",)),
    (Column("Ghi chú", 1.9), ("Ghi chú",)),
)


def document(
    lines: Sequence[CaseFacts | None],
    period: Period,
    names: Names,
    letterhead: Letterhead,
    *,
    unit: str,
    printed_at: int,
    mark: str,
    whole: bool,
) -> Document:
    """Return the register as a paper: a cover, then every line over two facing pages; see ``register.notes`` for the arguments."""
    said = notes(lines, period, names.unit(unit), printed_at, whole=whole)
    rows = tuple(printed(line(number, one, names)) for number, one in enumerate(lines, start=1))
    return Document(
        letterhead,
        "SỔ TIẾP NHẬN TIN QUA TRANG ZALO" if whole else "TRÍCH SỔ TIẾP NHẬN TIN QUA TRANG ZALO",
        period.title[:1].upper() + period.title[1:],
        date_line=date_line(letterhead, printed_at),
        blocks=(
            *(Paragraph(text) for text in said),
            Spread(
                tuple(column for column, _ in (*_KEPT, *_LEFT)),
                tuple(column for column, _ in _RIGHT),
                len(_KEPT),
                rows,
                "Không có tin nào trong kỳ.",
            ),
        ),
        signatures=(Signature("NGƯỜI LẬP SỔ"), Signature("TRỰC CHỈ HUY")),
        mark=mark,
        landscape=True,
    )


def printed(cells: Sequence[str]) -> tuple[str, ...]:
    """Return a line of the spreadsheet as the paper has it, the left page's cells first."""
    by_head: Mapping[str, str] = {column.head: cell for column, cell in zip(COLUMNS, cells, strict=True)}
    return tuple(
        "; ".join(filter(None, (by_head[head] for head in heads))) for _, heads in (*_KEPT, *_LEFT, *_RIGHT)
    )
