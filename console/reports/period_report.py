"""Báo cáo ngày, tuần, tháng, quý: counts by kind, unit, result, time kept; the same facts as the register (features R-04)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from console.domain.calendar import local_date
from console.domain.figures import Figures, Kept, SurveyFigures, Waiting
from console.domain.numerals import NOTHING, decimal, number_text, percent
from console.domain.period import day_text
from console.reports.document import (
    Align,
    Block,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Sheet,
    Signature,
    Table,
)
from console.reports.register import Names, date_line, when

_COUNT = Column("Số tin", 0.8, Align.RIGHT)
_SHARE = Column("Tỷ lệ", 0.8, Align.RIGHT)


def tables(figures: Figures, survey: SurveyFigures, names: Names, today: date) -> tuple[Table, ...]:
    """Return the tables of a report: by kind, priority, unit, day up to today, result, mark of the survey."""
    total = figures.received
    return (
        Table(
            (Column("Loại tin", 3), _COUNT, _SHARE),
            _counted(figures.by_category, names.category, total),
            "Theo loại tin",
        ),
        Table(
            (Column("Mức độ", 3), _COUNT, _SHARE),
            _counted(figures.by_priority, lambda code: names.priority(code) or "Chưa xác định", total),
            "Theo mức độ",
        ),
        Table(
            (
                Column("Đơn vị", 3),
                _COUNT,
                Column("Đúng hạn", 1.2, Align.RIGHT),
                Column("Trả lời đầu, trung vị", 1.2, Align.RIGHT),
                Column("90 % trong", 1.2, Align.RIGHT),
            ),
            tuple(
                (
                    names.unit(one.unit),
                    number_text(one.received),
                    kept_text(one.kept),
                    minutes(one.waiting.median_min),
                    minutes(one.waiting.p90_min),
                )
                for one in figures.units
            ),
            "Theo đơn vị thụ lý",
        ),
        Table(
            (Column("Ngày", 1.4), _COUNT, Column("Trả lời đầu, trung vị", 1.2, Align.RIGHT)),
            tuple(
                (
                    day_text(day),
                    number_text(sum(counts.values())),
                    minutes(figures.waiting_by_day[day].median_min),
                )
                for day, counts in figures.by_day.items()
                if day <= today
            ),
            "Theo ngày",
        ),
        Table(
            (Column("Kết quả", 3), _COUNT, _SHARE),
            _counted(figures.by_outcome, lambda code: names.outcome(code) or "Không ghi", figures.closed),
            "Theo kết quả xử lý",
            "Chưa kết thúc vụ việc nào.",
        ),
        Table(
            (Column("Mức hài lòng", 3), Column("Số phiếu", 0.8, Align.RIGHT), _SHARE),
            tuple(
                (f"{score} sao", number_text(count), percent(count / survey.answered))
                for score in range(5, 0, -1)
                if (count := survey.by_score.get(score, 0))
            ),
            "Theo khảo sát sự hài lòng",
            "Chưa có phiếu nào được trả lời.",
        ),
    )


def summary(figures: Figures, before: Figures, survey: SurveyFigures) -> tuple[str, ...]:
    """Return the sentences a commander reads first."""
    change = figures.received - before.received
    whole = figures.period.before() == before.period
    compared_with = "kỳ trước" if whole else f"cùng số ngày của kỳ trước, {before.period.title}"
    compared = f"{'tăng' if change >= 0 else 'giảm'} {number_text(abs(change))} tin so với {compared_with}"
    late = (
        f"Đang quá hạn {number_text(figures.late)} vụ việc."
        if figures.late
        else "Không có vụ việc nào đang quá hạn."
    )
    return (
        f"Tiếp nhận {number_text(figures.received)} tin ({compared}); "
        f"sổ tiếp nhận có {number_text(figures.lines)} dòng, trong đó {number_text(figures.void)} dòng không dùng.",
        f"Đã kết thúc {number_text(figures.closed)}, đang xử lý {number_text(figures.open)}, "
        f"mở lại {number_text(figures.reopened)}, chuyển đơn vị khác đã nhận {number_text(figures.handed_over)}.",
        _waiting_text(figures.waiting),
        f"Đúng hạn: {kept_text(figures.kept)} trên {number_text(figures.kept.ended)} vụ việc đã hết thời hạn. {late}",
        _survey_text(survey),
    )


def document(
    figures: Figures,
    before: Figures,
    survey: SurveyFigures,
    names: Names,
    letterhead: Letterhead,
    *,
    unit: str,
    remarks: Sequence[str],
    printed_at: int,
    mark: str,
) -> Document:
    """Return the report of a period.

    Args:
        figures: of the period.
        before: of the one it is compared with.
        survey: the answers of the period.
        names: of codes.
        letterhead: the head.
        unit: whose figures, "" for all.
        remarks: what the officer adds, one paragraph each.
        printed_at: UTC ms.
        mark: who takes it out, and when.

    """
    blocks: list[Block] = [Paragraph("1. Tình hình tiếp nhận", strong=True)]
    blocks += [Paragraph(text) for text in summary(figures, before, survey)]
    blocks.append(Paragraph("2. Số liệu", strong=True))
    blocks += tables(figures, survey, names, local_date(printed_at))
    blocks.append(Paragraph("3. Nhận xét, đề xuất", strong=True))
    blocks += [Paragraph(text) for text in remarks] or [Paragraph("Không.")]
    scope = f"Phạm vi: {names.unit(unit) or 'toàn tỉnh'}, trong quyền xem của người lập. Số liệu lúc {when(printed_at)}."
    return Document(
        letterhead,
        "BÁO CÁO",
        f"Kết quả tiếp nhận, xử lý tin qua trang Zalo {figures.period.title}",
        number=f"Số:          /BC-{letterhead.symbol}",
        date_line=date_line(letterhead, printed_at),
        blocks=(
            Paragraph(scope),
            *blocks,
        ),
        signatures=(Signature("NGƯỜI LẬP"), Signature("TRỰC CHỈ HUY", hint="(Ký, ghi rõ họ tên)")),
        recipients=("Lãnh đạo Công an tỉnh", "Phòng Tham mưu", "Lưu: trực ban"),
        mark=mark,
    )


def sheet(
    figures: Figures, survey: SurveyFigures, names: Names, *, unit: str, printed_at: int, mark: str
) -> Sheet:
    """Return the report's tables as sheets of one workbook."""
    notes = (
        f"Báo cáo {figures.period.title}. Phạm vi: {names.unit(unit) or 'toàn tỉnh'}, trong quyền xem của người lập. Số liệu lúc {when(printed_at)}.",
    )
    first, *others = (
        Sheet(table.title, notes, table.columns, table.rows, mark)
        for table in tables(figures, survey, names, local_date(printed_at))
    )
    return Sheet(first.title, first.notes, first.columns, first.rows, mark, tuple(others))


def _counted(
    counts: Mapping[str, int], name: Callable[[str], str], total: int
) -> tuple[tuple[str, ...], ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        (name(code), number_text(count), percent(count / total if total else None))
        for code, count in ordered
        if count
    )


def _waiting_text(waiting: Waiting) -> str:
    if not waiting.answered:
        return "Chưa có tin nào được trả lời trong kỳ."
    return (
        f"Đã trả lời {number_text(waiting.answered)} tin; trả lời đầu tiên trung vị {minutes(waiting.median_min)}, "
        f"90 % trong {minutes(waiting.p90_min)}."
    )


def _survey_text(survey: SurveyFigures) -> str:
    skipped = f"không hỏi {number_text(sum(survey.skipped.values()))}, có lý do"
    if not survey.answered:
        return f"Khảo sát sự hài lòng: đã hỏi {number_text(survey.asked)}, {skipped}; chưa có phiếu trả lời."
    return (
        f"Khảo sát sự hài lòng: đã hỏi {number_text(survey.asked)}, {skipped}; {number_text(survey.answered)} phiếu trả lời, "
        f"điểm trung bình {decimal(survey.mean)} / 5, điểm thấp chưa liên hệ lại {number_text(survey.low_open)}."
    )


def kept_text(kept: Kept) -> str:
    """Return the share kept in time, or a dash where no clock has ended."""
    return percent(kept.share)


def minutes(value: float | None) -> str:
    """Return a time in minutes, hours or days as the screen writes it: ``6 ph``, ``2 g 05 ph``, ``3 ngày``."""
    if value is None:
        return NOTHING
    whole = round(value)
    if whole < 60:
        return f"{whole} ph"
    if whole < 24 * 60:
        return f"{whole // 60} g {whole % 60:02d} ph"
    return f"{decimal(value / 1440)} ngày"
