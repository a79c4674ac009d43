"""The foot of the composer: ready answers, attachments, whom it goes to, how long it is, and the verb."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.numerals import number_text
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton, IconButton
from console.ui.common.labels import PlainLabel
from console.ui.common.sharing import told_line
from console.ui.theme import px

_WARN_SHARE = 0.9
_WIDE = 640
_ROOMY = 440


@dataclass(frozen=True, slots=True)
class FootState:
    """What the foot shows. ``used`` and ``limit`` count characters; ``ready`` enables the verb."""

    note: bool
    allowed: bool
    ready: bool
    online: bool
    approval: bool
    used: int
    limit: int
    file_name: str = ""
    recipient: str = ""
    parts: int = 1
    """How many messages it takes."""


class ComposerFoot(QWidget):
    """A row of widgets; the composer wires them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canned = ActionButton(tr("Mẫu trả lời"), "act.canned", "quiet", command="canned")
        self.canned_small = IconButton("act.canned", tr("Mẫu trả lời"), command="canned")
        self.attach = IconButton("act.attach", tr("Đính kèm tệp PDF, DOC, DOCX đến 5 MB"))
        self.image = IconButton("act.image", tr("Đính kèm ảnh JPG, PNG đến 1 MB"))
        self.file_label = ActionButton("", "act.remove", "quiet", small=True)
        self.recipient = PlainLabel("", "small", "text2")
        self.count = PlainLabel("", "small", "text2")
        self.send = ActionButton(tr("Gửi công dân"), "act.send", "primary", command="send")
        self.save = ActionButton(tr("Lưu ghi chú"), "act.note", "note", command="save_note")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for button in (self.canned, self.canned_small, self.attach, self.image, self.file_label):
            row.addWidget(button)
        row.addStretch(1)
        for widget in (self.recipient, self.count):
            row.addWidget(widget)
            row.addSpacing(px(4))
        for button in (self.send, self.save):
            row.addWidget(button)

    def show_state(self, state: FootState) -> None:
        """Show another state."""
        wide, roomy = self.width() >= px(_WIDE), self.width() >= px(_ROOMY)
        self.canned.setVisible(not state.note and roomy)
        self.canned_small.setVisible(not state.note and not roomy)
        for button in (self.attach, self.image):
            button.setVisible(not state.note)
        self.canned.setEnabled(state.allowed)
        self.canned_small.setEnabled(state.allowed)
        self.attach.setEnabled(state.allowed)
        self.image.setEnabled(state.allowed)
        self.file_label.setVisible(not state.note and bool(state.file_name))
        self.file_label.set_label(told_line(state.file_name, 40))
        self.file_label.setAccessibleName(tr("Bỏ tệp {name}", name=told_line(state.file_name, 40)))
        self.recipient.setText(tr("→ {recipient}", recipient=state.recipient))
        self._count(state)
        self.send.setVisible(not state.note)
        self.save.setVisible(state.note)
        if not state.online:
            self.send.set_look("plain", "send.queued")
            self.send.set_label(tr("Xếp vào hộp gửi"))
        elif state.approval:
            self.send.set_look("primary", "view.choduyet")
            self.send.set_label(tr("Gửi để duyệt"))
        else:
            self.send.set_look("primary", "act.send")
            self.send.set_label(tr("Gửi công dân"))
        # Whom it goes to stands beside the button whole, or only in the head; never cut.
        self.recipient.setVisible(False)
        beside = (self.canned, self.canned_small, self.attach, self.image, self.file_label, self.count)
        taken = sum(w.sizeHint().width() + px(10) for w in (*beside, self.send) if not w.isHidden())
        fits = taken + self.recipient.sizeHint().width() + px(16) <= self.width()
        self.recipient.setVisible(not state.note and bool(state.recipient) and wide and fits)
        self.send.setEnabled(state.allowed and state.ready)
        self.save.setEnabled(state.allowed and state.ready)

    def _count(self, state: FootState) -> None:
        used, limit = number_text(state.used), number_text(state.limit)
        roomy = self.width() >= px(_ROOMY)
        text = tr("{used} / {limit}", used=used, limit=limit) if roomy else used
        if state.parts > 1:
            text = tr("{count} · {parts} tin", count=text, parts=state.parts)
        self.count.setText(text)
        spoken = tr("{used} trên {limit} ký tự", used=used, limit=limit)
        if state.parts > 1:
            spoken = tr("{count}, gửi thành {parts} tin", count=spoken, parts=state.parts)
        self.count.setAccessibleName(spoken)
        if state.used > state.limit:
            self.count.set_tone("redText")
        elif state.used >= state.limit * _WARN_SHARE:
            self.count.set_tone("orangeText")
        else:
            self.count.set_tone("noteText" if state.note else "text2")
