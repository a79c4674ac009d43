"""The question why a case need not be kept any longer beyond its time (features I-06)."""

from PySide6.QtWidgets import QWidget

from console.runtime.i18n import tr
from console.ui.common.sharing import told_line
from console.ui.dialogs.reason import ReasonDialog


def lifting_dialog(parent: QWidget, number: str, reason: str) -> ReasonDialog:
    """Return the dialog, not yet open.

    Args:
        parent: the window.
        number: the case, ``CB26-01482``.
        reason: why it is kept now, as it was written.

    """
    return ReasonDialog(
        parent,
        tr("Thôi giữ {number}?", number=number),
        tr("Đang giữ vì: {reason}", reason=told_line(reason, 200)),
        icon="archive",
        verb=tr("Thôi giữ"),
        choices=(
            tr("Nơi yêu cầu giữ đã có văn bản thôi giữ"),
            tr("Khiếu nại, tố cáo đã giải quyết xong"),
            tr("Lý do khác"),
        ),
        promise=tr("Hết hạn lưu thì hồ sơ lại được đề nghị xóa, vẫn phải hai người duyệt."),
        tone="orange",
    )
