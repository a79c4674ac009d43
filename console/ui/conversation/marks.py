"""What must be known before anything is done with the open case: a strip under the header, with shape and word.

A suspected state secret, a matter about police officers, an informant's wishes, an order to keep the case (domain.md §5).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.chips import Chip, neutral, orange, solid_red
from console.ui.common.keymap import key_text
from console.ui.common.labels import ChipLabel, Pane, PlainLabel
from console.ui.common.sharing import told_line
from console.ui.common.times import clock_text, date_text, row_time
from console.ui.theme import px

_WORDS = 200


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of the strip: what it is, and what follows from it."""

    code: str
    chip: Chip
    words: str


def marks_of(case: Case, wishes: Mapping[str, str], now_ms: int = 0, bounces: int = 0) -> tuple[Mark, ...]:
    """Return what stands on top of a case, the gravest first.

    Args:
        case: the case.
        wishes: the words of each wish's code.
        now_ms: what time it is, UTC.
        bounces: after so many returns the commander decides where the case goes; 0 = never.

    """
    marks: list[Mark] = []
    if case.locked:
        marks.append(Mark("secret", solid_red(tr("Nghi có bí mật nhà nước"), "lock"), _secret_words(case)))
    elif case.files_locked:
        words = tr(
            "Tệp đã khóa: không xem, tải hay chuyển. Điện ngay PC02, PA05; không xin thêm ảnh, tư vấn gọi 111"
        )
        marks.append(Mark("pictures", solid_red(tr("Hình ảnh xâm hại trẻ em"), "lock"), words))
    if case.concerns_police:
        words = tr("Người và đơn vị liên quan không thấy hồ sơ này; không trao đổi ngoài chỉ huy, thanh tra")
        marks.append(Mark("conflict", orange(tr("Liên quan cán bộ, chiến sĩ"), "scale"), words))
    if case.contact_limits:
        said = [
            f"{wishes.get(one.code, one.code)} ({told_line(one.words, _WORDS)})"
            if one.words
            else wishes.get(one.code, one.code)
            for one in case.contact_limits
        ]
        marks.append(Mark("wishes", orange(tr("Người báo tin yêu cầu"), "hand"), " · ".join(said)))
    if bounces and case.waits_for_commander(bounces):
        words = tr("Trực chỉ huy quyết định nơi xử lý: bàn trực không chuyển tiếp được")
        chip = orange(tr("Bị trả lại {count} lần", count=case.bounces), "act.return")
        marks.append(Mark("bounced", chip, words))
    if case.snooze_until and case.open:
        marks.append(_put_off(case, now_ms))
    if case.hold:
        marks.append(Mark("hold", neutral(tr("Giữ, không xóa"), "archive"), told_line(case.hold, _WORDS)))
    if case.erased_at:
        words = tr(
            "Xóa ngày {day} vì hết thời gian lưu giữ: không còn tin, tệp, ghi chú, danh tính. Số tiếp nhận, phân loại và số liệu vẫn còn",
            day=date_text(case.erased_at),
        )
        marks.append(Mark("erased", neutral(tr("Đã xóa nội dung"), "archive"), words))
    return tuple(marks)


def _put_off(case: Case, now_ms: int) -> Mark:
    """Return until when the case was put off and why: every desk sees it, and before the time as well (features B-08)."""
    time, reason = row_time(case.snooze_until, now_ms), told_line(case.snooze_reason, _WORDS)
    if case.snooze_until > now_ms:
        return Mark("asleep", neutral(tr("Nhắc lại {time}", time=time), "alarm-clock"), reason)
    words = tr("{reason} · xong thì bấm {key}", reason=reason, key=key_text("wake"))
    return Mark("reminder", orange(tr("Đến giờ nhắc lại {time}", time=time), "alarm-clock"), words)


def _secret_words(case: Case) -> str:
    secret = case.secret
    if secret is None:
        return tr("Nội dung đã khóa theo nhãn của hồ sơ")
    if secret.moved:
        return tr("Đã chuyển theo kênh bảo mật; nội dung không hiện ở đây")
    if secret.phoned_at:
        return tr(
            "Nội dung đã khóa. Đã điện {who} lúc {time} ngày {day}, chờ kết luận",
            who=safe_line(secret.phoned_to, 60),
            time=clock_text(secret.phoned_at),
            day=date_text(secret.phoned_at),
        )
    return tr("Nội dung đã khóa. Chưa điện trực chỉ huy: điện ngay rồi ghi lại")


class _Row(QWidget):
    def __init__(self, mark: Mark) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(ChipLabel(mark.chip), alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(mark.words, "small", "text", wrap=True), 1)
        self.setAccessibleName(f"{mark.chip.text}. {mark.words}")


class MarkStrip(Pane):
    """Shows the marks of a case; away where there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("inset", line="b", parent=parent)
        self.setAccessibleName(tr("Điều phải biết về hồ sơ này"))
        self.marks: tuple[Mark, ...] = ()
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(6), px(16), px(6))
        self._column.setSpacing(px(4))
        self.hide()

    def set_case(self, case: Case | None, wishes: Mapping[str, str], now_ms: int, bounces: int = 0) -> None:
        """Show what stands on top of a case at a time (UTC ms); nothing for none. ``bounces``: see ``marks_of``."""
        marks = marks_of(case, wishes, now_ms, bounces) if case is not None else ()
        if marks != self.marks:
            self.marks = marks
            for row in self._rows:
                self._column.removeWidget(row)
                row.hide()
                row.deleteLater()
            self._rows = [_Row(mark) for mark in marks]
            for row in self._rows:
                self._column.addWidget(row)
        self.setVisible(bool(marks))
