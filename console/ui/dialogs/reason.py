"""Questions whose answer is a reason: take over, reveal, give back, reopen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import Heading
from console.ui.dialogs.base import Question, ReasonField

REVEAL_S = 60


class ReasonDialog(Question):
    """Asks for a reason: one of a list, words of one's own, or both.

    ``requested(str)`` carries the reason: the chosen line, then the words after «: ».
    """

    requested = Signal(str)

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        detail: str,
        *,
        icon: str,
        verb: str,
        choices: Sequence[str],
        promise: str,
        tone: str = "accent",
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            title: the question.
            detail: one line about the object.
            icon: of head and verb.
            verb: what the button does.
            choices: usual reasons; the last one («Lý do khác») needs words.
            promise: what will happen, for the foot.
            tone: hue of the head's icon.

        """
        super().__init__(parent, title, detail, icon=icon, verb=verb, verb_icon=icon, tone=tone)
        self._promise = promise
        self.choices: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        self.body.addWidget(Heading(tr("Lý do")))
        for words in choices:
            button = QRadioButton(words)
            self._group.addButton(button)
            self.choices.append(button)
            self.body.addWidget(button)
        self._group.buttonClicked.connect(self.refresh)
        self.words = ReasonField(tr("Nói rõ thêm"), 500, lines=2)
        self.words.edit.textChanged.connect(self.refresh)
        self.body.addWidget(self.words)
        (self.choices[0] if self.choices else self.words.edit).setFocus()
        self.refresh()

    def _chosen(self) -> str:
        button = self._group.checkedButton()
        return button.text() if button is not None else ""

    def trouble(self) -> str:
        chosen, words = self._chosen(), self.words.text()
        if self.words.too_long():
            return tr("Lý do dài quá 500 ký tự")
        if not chosen and not words:
            return tr("Thiếu lý do")
        if self.choices and chosen == self.choices[-1].text() and not words:
            return tr("Nói rõ lý do khác là gì")
        return ""

    def promise(self) -> str:
        return self._promise

    def act(self) -> None:
        self.requested.emit(": ".join(filter(None, (self._chosen(), self.words.text()))))


def take_over_dialog(parent: QWidget | None, case: Case, holder: str) -> ReasonDialog:
    """Ask why a case is taken from the officer who holds it (features F-03)."""
    who = safe_line(holder, 60)
    return ReasonDialog(
        parent,
        tr("Nhận thay {number}?", number=case.number),
        tr("{who} đang giữ hồ sơ này", who=who),
        icon="act.claim",
        verb=tr("Nhận thay"),
        choices=(
            tr("Đồng chí đang giữ vắng mặt"),
            tr("Việc khẩn, cần xử lý ngay"),
            tr("Đã trao đổi và được đồng ý"),
            tr("Lý do khác"),
        ),
        promise=tr("{who} được báo ngay. Bản nháp của đồng chí ấy vẫn còn.", who=who),
        tone="orange",
    )


def reveal_dialog(parent: QWidget | None, case: Case) -> ReasonDialog:
    """Ask why the citizen's identity must be seen (features I-02)."""
    return ReasonDialog(
        parent,
        tr("Hiện danh tính người gửi {number}?", number=case.number),
        safe_line(case.pseudonym, 60),
        icon="act.reveal",
        verb=tr("Hiện danh tính"),
        choices=(
            tr("Cần gọi lại để cứu giúp hoặc ngăn chặn"),
            tr("Xác minh nguồn tin theo phân công"),
            tr("Lập hồ sơ chuyển cơ quan điều tra"),
            tr("Lý do khác"),
        ),
        promise=tr(
            "Hiện {seconds} giây trên máy này rồi tự ẩn. Lý do và tên bạn vào nhật ký.", seconds=REVEAL_S
        ),
    )


def return_dialog(parent: QWidget | None, case: Case, from_unit: str) -> ReasonDialog:
    """Ask why a transferred case is given back (features E-04)."""
    return ReasonDialog(
        parent,
        tr("Trả lại {number}?", number=case.number),
        tr("Nơi chuyển: {unit}", unit=safe_line(from_unit, 80)),
        icon="act.return",
        verb=tr("Trả lại hồ sơ"),
        choices=(
            tr("Không thuộc địa bàn"),
            tr("Không thuộc thẩm quyền"),
            tr("Thiếu thông tin"),
            tr("Trùng hồ sơ khác"),
            tr("Lý do khác"),
        ),
        promise=tr("Nơi chuyển thấy lý do và giữ lại trách nhiệm. Công dân không nhận thông báo."),
        tone="orange",
    )


def reopen_dialog(parent: QWidget | None, case: Case) -> ReasonDialog:
    """Ask why a closed case is opened again."""
    return ReasonDialog(
        parent,
        tr("Mở lại {number}?", number=case.number),
        safe_line(case.pseudonym, 60),
        icon="lock-open",
        verb=tr("Mở lại hồ sơ"),
        choices=(
            tr("Có thông tin mới"),
            tr("Xử lý chưa xong"),
            tr("Kiểm tra yêu cầu làm lại"),
            tr("Lý do khác"),
        ),
        promise=tr("Hồ sơ về hàng đợi của đơn vị. Hạn xử lý tính tiếp, lần đóng trước vẫn trong nhật ký."),
    )


def decline_dialog(parent: QWidget | None, case: Case, author: str) -> ReasonDialog:
    """Ask why a reply is not approved (features C-12)."""
    return ReasonDialog(
        parent,
        tr("Không duyệt trả lời của {number}?", number=case.number),
        tr("Người soạn: {who}", who=safe_line(author, 60)),
        icon="act.return",
        verb=tr("Không duyệt"),
        choices=(
            tr("Lộ thông tin người báo hoặc vụ việc"),
            tr("Hứa hẹn hoặc kết luận quá thẩm quyền"),
            tr("Sai hoặc thiếu nội dung"),
            tr("Lý do khác"),
        ),
        promise=tr("Không gửi gì cho công dân. Người soạn thấy lý do và soạn lại."),
        tone="orange",
    )
