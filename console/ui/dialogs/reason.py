"""Questions whose answer is a reason: take over, reveal, give back, reopen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from console.actions.identity import REVEAL_MS
from console.domain.case import Case
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.labels import Heading
from console.ui.dialogs.base import Question, ReasonField


class ReasonDialog(Question):
    """Asks for a reason: one of a list, words of one's own, or both.

    ``requested(str)`` carries the reason: the chosen line, then the words after «: ».
    """

    requested = Signal(str)
    answered = Signal(int, str)
    """The position of the chosen line, -1 for none, and the words beside it."""

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
        need_words: frozenset[int] | None = None,
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
            need_words: positions of the choices that need words; the last one alone when ``None``.

        """
        super().__init__(parent, title, detail, icon=icon, verb=verb, verb_icon=icon, tone=tone)
        self._promise = promise
        self._need_words = frozenset({len(choices) - 1}) if need_words is None else need_words
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
        position = self._position()
        if position in self._need_words and not words:
            return tr("Nói rõ lý do khác là gì") if position == len(self.choices) - 1 else tr("Nói rõ thêm")
        return ""

    def _position(self) -> int:
        return next((n for n, button in enumerate(self.choices) if button.isChecked()), -1)

    def promise(self) -> str:
        return self._promise

    def act(self) -> None:
        self.requested.emit(": ".join(filter(None, (self._chosen(), self.words.text()))))
        self.answered.emit(self._position(), self.words.text())


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
            "Hiện {seconds} giây trên máy này rồi tự ẩn. Lý do và tên bạn vào nhật ký.",
            seconds=REVEAL_MS // 1000,
        ),
    )


class ReturnDialog(ReasonDialog):
    """Asks why a transferred case is given back: a reason of the province's list (features E-04). ``answered(int, str)``."""

    def __init__(
        self, parent: QWidget | None, case: Case, from_unit: str, reasons: Sequence[tuple[str, bool]]
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            case: the case.
            from_unit: name of the unit that sent it.
            reasons: the list as (words, whether it needs more words).

        """
        super().__init__(
            parent,
            tr("Trả lại {number}?", number=case.number),
            tr("Nơi chuyển: {unit}", unit=safe_line(from_unit, 80)),
            icon="act.return",
            verb=tr("Trả lại hồ sơ"),
            choices=[words for words, _ in reasons],
            promise=tr("Nơi chuyển thấy lý do và giữ lại trách nhiệm. Công dân không nhận thông báo."),
            tone="orange",
            need_words=frozenset(n for n, (_, needs) in enumerate(reasons) if needs),
        )

    def trouble(self) -> str:
        return super().trouble() if self._position() >= 0 else tr("Thiếu lý do")


class DecisionDialog(ReasonDialog):
    """Asks for one of a few decisions, with words where one wants to say more. ``answered(int, str)``; none is proposed."""

    def trouble(self) -> str:
        return super().trouble() if self._position() >= 0 else tr("Chọn một kết luận")


def recall_dialog(parent: QWidget | None, case: Case) -> ReasonDialog:
    """Ask why a case is taken back that nobody accepted yet."""
    return ReasonDialog(
        parent,
        tr("Thu hồi {number}?", number=case.number),
        safe_line(case.pseudonym, 60),
        icon="act.return",
        verb=tr("Thu hồi"),
        choices=(
            tr("Chuyển nhầm đơn vị"),
            tr("Cần bổ sung trước khi chuyển"),
            tr("Việc đã được xử lý"),
            tr("Lý do khác"),
        ),
        promise=tr("Đơn vị nhận không còn thấy hồ sơ. Bạn vẫn giữ việc như trước khi chuyển."),
        tone="orange",
    )


def accepted_by_dialog(parent: QWidget | None, case: Case, unit: str) -> ReasonDialog:
    """Ask who accepted a case by word of mouth, for a unit without a console."""
    dialog = ReasonDialog(
        parent,
        tr("Ai nhận {number}?", number=case.number),
        safe_line(unit, 80),
        icon="unit.offline",
        verb=tr("Ghi đã tiếp nhận"),
        choices=(),
        promise=tr("Tên người nhận vào nhật ký. Trách nhiệm chuyển sang đơn vị nhận từ lúc này."),
    )
    dialog.words.edit.setPlaceholderText(tr("Cấp bậc, họ tên người nhận điện"))
    return dialog


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
