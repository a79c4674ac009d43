"""Words of the review screen."""

from collections.abc import Mapping

from console.cache.duty_views import ReviewRow
from console.domain.case import OUTCOME_NAMES
from console.domain.review import Check, CheckState, Why
from console.runtime.i18n import said, tr
from console.ui.common.times import clock_text, span_text


def check_name(check: Check) -> str:
    """Return what the machine looked at."""
    match check.code:
        case "tra-loi":
            return tr("Công dân đã được trả lời")
        case "phan-loai":
            return tr("Phân loại đúng hạn")
        case "han":
            return tr("Các hạn xử lý được giữ")
        case "danh-tinh":
            return tr("Không lộ danh tính")
        case "chua-ro":
            return tr("Không còn tin chưa rõ")
        case "ket-qua":
            return tr("Có kết quả và lý do đóng")
        case "truong":
            return tr("Đủ trường bắt buộc")
        case _:
            return check.code


def check_value(check: Check) -> str:
    """Return what it found, beside the name."""
    if check.state is CheckState.NONE:
        return tr("không áp dụng")
    if check.code == "truong" and check.state is CheckState.BAD:
        missing = {"loai": tr("thiếu Loại"), "muc": tr("thiếu Mức"), "dia-ban": tr("thiếu Địa bàn")}
        return missing.get(check.value, check.value)
    if check.value:
        return check.value
    if check.span_ms:
        return span_text(check.span_ms, precise=True)
    if check.at:
        return clock_text(check.at)
    return tr("đạt") if check.state is CheckState.OK else tr("chưa")


def reason_words(row: ReviewRow) -> str:
    """Return why an entry is there."""
    if row.is_proposal:
        return said(row.reasons[0]) if row.reasons else ""
    names = {
        Why.CATEGORY: tr("tố giác, tin báo: kiểm tra tất cả"),
        Why.REFUSAL: tr("không tiếp nhận: kiểm tra tất cả"),
        Why.SAMPLE: tr("bốc thăm ngẫu nhiên"),
    }
    known: Mapping[str, str] = {str(why): words for why, words in names.items()}
    return "; ".join(known.get(code, code) for code in row.reasons)


def outcome_name(code: str) -> str:
    """Return how a case ended."""
    known = {str(outcome): name for outcome, name in OUTCOME_NAMES.items()}
    return said(known.get(code, code))
