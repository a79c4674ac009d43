"""Each chart's numbers as heads and rows; the same values the chart draws."""

from collections.abc import Sequence

from console.domain.case_facts import CaseFacts
from console.domain.figures import Statistics, SurveyCase
from console.domain.numerals import decimal, number_text
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.common.times import clock_text, date_text
from console.ui.statistics.bars import FAMILIES, family_name
from console.ui.statistics.card import Table
from console.ui.statistics.heat import HOURS, weekday_name
from console.ui.statistics.repeats import band_words, place_words, summary_lines
from console.ui.statistics.words import kept_text, minutes
from console.ui.theme import current_theme


def day_table(shown: Statistics, _names: Names) -> Table:
    """Return cases a day by family, with totals."""
    theme = current_theme()
    rows = []
    for day, counts in shown.figures.by_day.items():
        families = [
            sum(n for code, n in counts.items() if theme.family_of(code) == family) for family in FAMILIES
        ]
        rows.append((f"{day:%d/%m/%Y}", *(number_text(n) for n in (*families, sum(families)))))
    return (tr("Ngày"), *(family_name(family) for family in FAMILIES), tr("Cộng")), rows


def waiting_table(shown: Statistics, _names: Names) -> Table:
    """Return first answers a day."""
    rows = [
        (f"{day:%d/%m/%Y}", number_text(one.answered), minutes(one.median_min), minutes(one.p90_min))
        for day, one in shown.figures.waiting_by_day.items()
    ]
    return (tr("Ngày"), tr("Đã trả lời"), tr("Trung vị"), tr("90 % trong")), rows


def unit_table(shown: Statistics, names: Names) -> Table:
    """Return every unit, also those the chart has no room for."""
    rows = [
        (
            names.unit(one.unit),
            number_text(one.received),
            kept_text(one.kept),
            minutes(one.waiting.median_min),
            minutes(one.waiting.p90_min),
        )
        for one in shown.figures.units
    ]
    return (tr("Đơn vị"), tr("Hồ sơ"), tr("Đúng hạn"), tr("Trung vị"), tr("90 % trong")), rows


def hour_table(shown: Statistics, _names: Names) -> Table:
    """Return messages by hour and weekday."""
    counts = shown.figures.by_hour
    rows = [
        (tr("{n} giờ", n=hour), *(number_text(counts.get((weekday, hour), 0)) for weekday in range(7)))
        for hour in HOURS
    ]
    return (tr("Giờ"), *(weekday_name(weekday) for weekday in range(7))), rows


def survey_table(shown: Statistics, _names: Names) -> Table:
    """Return marks, their mean, and why others were not asked."""
    survey = shown.survey
    rows = [(tr("{n} sao", n=score), number_text(survey.by_score.get(score, 0))) for score in range(5, 0, -1)]
    rows.append((tr("Trung bình"), decimal(survey.mean)))
    rows.append((tr("Đã hỏi"), number_text(survey.asked)))
    rows += [
        (tr("Không hỏi: {rule}", rule=skip_words(rule)), number_text(n))
        for rule, n in sorted(survey.skipped.items())
    ]
    return (tr("Mức"), tr("Số phiếu")), rows


def skip_words(rule: str) -> str:
    """Return why a survey was not sent, in words; a rule nobody knows as it is."""
    return {
        "chua-thanh-nien": tr("người chưa thành niên"),
        "loai": tr("loại tin không hỏi"),
        "nhan": tr("nhãn không hỏi"),
        "ket-qua": tr("kết quả không hỏi"),
        "het-cua-so": tr("hết hạn trả lời của Zalo"),
        "qua-han": tr("đóng đã quá lâu"),
        "tin-chua-xong": tr("còn tin chưa gửi xong"),
        "cau-hoi-het-han": tr("câu khảo sát hết hiệu lực"),
        "ho-so-khac": tr("đang có hồ sơ khác mở"),
        "khong-duyet": tr("người duyệt không cho gửi"),
        "can-bo": tr("cán bộ bỏ qua, có lý do"),
    }.get(rule, rule)


def repeat_table(shown: Statistics, names: Names) -> Table:
    """Return what comes again, every place, also those the chart has no room for."""
    found = shown.figures.repeats
    rows = [(name, value, detail, "") for name, value, detail, _key in summary_lines(found)]
    rows += [
        (place_words(one, names), number_text(one.times), band_words(one), date_text(one.last_at))
        for one in found.places
    ]
    return (tr("Mục"), tr("Số lần"), tr("Khung giờ"), tr("Gần nhất")), rows


def case_table(found: Sequence[CaseFacts], names: Names) -> Table:
    """Return the cases behind a number."""
    rows = [
        (
            one.case.number,
            f"{date_text(one.received_at)} {clock_text(one.received_at)}",
            names.category(one.case.category) or tr("Chưa phân loại"),
            names.unit(one.case.unit),
            minutes(one.first_reply_ms / 60_000 if one.first_reply_ms is not None else None),
            tr("quá hạn") if one.late else "",
        )
        for one in found
    ]
    heads = (tr("Số"), tr("Nhận lúc"), tr("Loại"), tr("Đơn vị"), tr("Phản hồi đầu"), tr("Hạn"))
    return heads, rows


def survey_case_table(found: Sequence[SurveyCase], names: Names) -> Table:
    """Return the cases behind a number of the survey, with what it came to in each."""
    heads, rows = case_table([one.facts for one in found], names)
    return (*heads, tr("Khảo sát")), [
        (*row, _survey_words(one)) for row, one in zip(rows, found, strict=True)
    ]


def _survey_words(one: SurveyCase) -> str:
    if one.rule:
        return skip_words(one.rule)
    if not one.score:
        return tr("đã hỏi, chưa trả lời")
    words = tr("{n} sao", n=one.score)
    return tr("{mark}, chưa liên hệ lại", mark=words) if one.low_open else words
