"""Covering parts of a picture for a copy: the boxes, and what happens to the original, which is nothing (features I-04)."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import PlainLabel
from console.ui.conversation.cover_canvas import CoverCanvas
from console.ui.conversation.viewer import PICTURE_PX
from console.ui.dialogs.base import Question
from console.ui.theme import px


class CoverDialog(Question):
    """Shows one picture to be covered. ``requested(tuple)`` carries the boxes."""

    requested = Signal(tuple)

    def __init__(
        self,
        parent: QWidget | None,
        number: str,
        file_id: str,
        picture: Callable[[str, int, int], QImage | None],
    ) -> None:
        """Make the dialog.

        Args:
            parent: window it belongs to.
            number: the case's.
            file_id: the original.
            picture: gives decoded pictures, ``None`` while they are made.

        """
        super().__init__(
            parent,
            tr("Che ảnh của {number}", number=number),
            tr("Bản che là tệp riêng; ảnh gốc giữ nguyên"),
            icon="act.image",
            verb=tr("Lưu bản che"),
            verb_icon="check",
            width=880,
        )
        self._file_id, self._picture = file_id, picture
        self.canvas = CoverCanvas()
        self.canvas.setMinimumHeight(px(420))
        self.canvas.changed.connect(self.refresh)
        self.body.addWidget(self.canvas, 1)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        keys = tr(
            "Kéo chuột để che. Phím: N thêm ô, mũi tên di chuyển, Shift mũi tên đổi cỡ, Space chọn ô kế"
        )
        row.addWidget(PlainLabel(keys, "small", "text2", wrap=True), 1)
        drop = ActionButton(tr("Bỏ ô đang chọn"), "act.remove", "quiet", "Del", small=True)
        drop.clicked.connect(self.canvas.remove)
        row.addWidget(drop)
        self.body.addLayout(row)
        self.prefer_height(px(640))
        self.show_picture()
        self.canvas.setFocus()
        self.refresh()

    def show_picture(self) -> None:
        """Ask for the picture again: it may have been decoded now."""
        self.canvas.set_image(self._picture(self._file_id, *PICTURE_PX))

    def trouble(self) -> str:
        return "" if self.canvas.boxes else tr("Chưa che chỗ nào")

    def promise(self) -> str:
        return tr("Che {count} chỗ. Tên bạn và mã của ảnh gốc đi cùng bản che.", count=len(self.canvas.boxes))

    def act(self) -> None:
        self.requested.emit(tuple(self.canvas.boxes))
