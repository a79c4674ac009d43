"""The command palette (Ctrl+K): acts on the open case, places, cases, settings; found without marks (png 05)."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.cache.views import SearchHit
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.chips import category_chip, neutral
from console.ui.common.labels import ChipLabel, Line, PlainLabel
from console.ui.common.options import Option, OptionField, OptionList, match_options
from console.ui.common.paint import draw_icon, draw_key, draw_text, fill_round, text_width
from console.ui.common.sharing import name_shown, told_line, words_shown
from console.ui.theme import current_theme, px, theme_changed

_HITS_SHOWN = 6
_TOP_PX = 110


class _Field(OptionField):
    """The palette's large field without a frame."""

    def __init__(self, options: OptionList) -> None:
        super().__init__(options, tr("Gõ việc cần làm, số hồ sơ hoặc nội dung"), tr("Bảng lệnh"))
        self.textChanged.disconnect(options.set_query)
        theme_changed().changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        look = "border: 0; background: transparent; padding: 0; font-weight: 600;"
        self.setStyleSheet(f"QLineEdit, QLineEdit:focus {{ {look} font-size: {px(17)}px; }}")
        self.setFixedHeight(px(40))


class _Foot(QWidget):
    """The keys that work here."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(px(38))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        left: float = px(20)
        parts = ((("↑", "↓"), tr("chọn")), (("↵",), tr("thực hiện")), (("Esc",), tr("đóng")))
        for keys, words in parts:
            for key in keys:
                edge = max(current_theme().size("kbd"), round(text_width(key, "caption")) + px(10))
                draw_key(painter, left + edge, middle, key)
                left += edge + px(4)
            left += px(3)
            left += draw_text(painter, left, 0, words, "small", "text2", line=self.height()) + px(18)
        hint = tr("Tìm không dấu · gõ “>” chỉ tìm lệnh")
        right = self.width() - px(20) - text_width(hint, "small")
        if right > left:
            draw_text(painter, right, 0, hint, "small", "text3", line=self.height())


class Palette(QDialog):
    """A field and a list over the window.

    Signals:
        run_requested(str): code of a command.
        case_requested(str, str): case id and what matched in it (``kind:ref``).
        query_changed(str): ask the search for hits and give them with ``set_hits``; never for «>…».
    """

    run_requested = Signal(str)
    case_requested = Signal(str, str)
    query_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowTitle(tr("Bảng lệnh"))
        self.setModal(True)
        self._commands: tuple[Option, ...] = ()
        self._hits: tuple[SearchHit, ...] = ()
        self.list = OptionList()
        self.field = _Field(self.list)
        self.chip = ChipLabel(neutral(""))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, px(4), 1, px(2))
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(52), px(8), px(20), px(8))
        head.addWidget(self.field, 1)
        head.addWidget(self.chip)
        outer.addLayout(head)
        outer.addWidget(Line("border"))
        body = QVBoxLayout()
        body.setContentsMargins(px(10), px(6), px(10), px(6))
        body.addWidget(self.list)
        self.nothing = PlainLabel("", "body", "text2")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.hide()
        body.addWidget(self.nothing, 1)
        outer.addLayout(body, 1)
        outer.addWidget(Line("border"))
        outer.addWidget(_Foot())
        self.field.textChanged.connect(self._on_typed)
        self.list.picked.connect(self._on_picked)

    def set_commands(self, commands: Sequence[Option]) -> None:
        """Give the commands, by group; one that cannot be run now is not ``enabled`` and says why in ``detail``."""
        self._commands = tuple(commands)
        self._show()

    def set_hits(self, query: str, hits: Sequence[SearchHit]) -> None:
        """Give what the search found; an answer to an older query is dropped."""
        if query == self.field.text().strip():
            self._hits = tuple(hits)
            self._show()

    def forget(self) -> None:
        """Close, and keep nothing of what was found or of the case it was opened for."""
        self.hide()
        self.field.clear()
        self.set_hits("", ())
        self.chip.set_chip(neutral(""))

    def open_for(self, number: str = "", category: str = "") -> None:
        """Open over the window for the case with a number, or for none; the field is empty."""
        self.chip.setVisible(bool(number))
        if number:
            self.chip.set_chip(category_chip(number, category))
        self._hits = ()
        self.field.clear()
        self._show()
        width, height = current_theme().px(720), current_theme().px(586)
        owner = self.parentWidget()
        if owner is not None:
            window = owner.window()
            width, height = min(width, window.width() - px(40)), min(height, window.height() - px(80))
            corner = window.mapToGlobal(QPoint((window.width() - width) // 2, 0))
            top = min(px(_TOP_PX), max(px(20), (window.height() - height) // 2))
            self.move(corner.x(), corner.y() + top)
        self.resize(width, height)
        self.open()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_typed(self, text: str) -> None:
        self._hits = ()
        self._show()
        query = text.strip()
        if len(query) >= 2 and not query.startswith(">"):
            self.query_changed.emit(query)

    def _show(self) -> None:
        text = self.field.text().strip()
        only_commands = text.startswith(">")
        query = text.removeprefix(">").strip()
        shown = match_options(self._commands, query)
        if not only_commands:
            shown += self._hit_options()
        self.list.show_ranked(shown, query)
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        self.nothing.setText(tr("Không thấy “{query}”", query=told_line(query, 60)))

    def _hit_options(self) -> list[Option]:
        group = tr("Hồ sơ, nội dung")
        theme = current_theme()
        options: dict[str, Option] = {}
        for hit in self._hits:
            if len(options) >= _HITS_SHOWN or hit.case_id in options:
                continue
            family = theme.family_of(hit.category)
            options[hit.case_id] = Option(
                f"case:{hit.case_id}:{hit.where}:{hit.ref}",
                safe_line(hit.number, 40),
                name_shown(safe_line(hit.pseudonym, 160))
                if hit.where == "number"
                else words_shown(safe_line(hit.text, 160)),
                icon=theme.tokens.category_icons[family],
                tone=f"cat{family}",
                group=group,
            )
        return list(options.values())

    def _on_picked(self, code: str) -> None:
        self.accept()
        if code.startswith("case:"):
            _, case_id, kind, ref = code.split(":", 3)
            self.case_requested.emit(case_id, f"{kind}:{ref}")
        else:
            self.run_requested.emit(code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = current_theme()
        fill_round(painter, QRectF(self.rect()), theme.radius("dialog"), "raised", "border")
        glyph = px(20)
        draw_icon(
            painter,
            px(22),
            self.field.geometry().center().y() - glyph / 2 + 0.5,
            "act.search",
            glyph,
            "text2",
        )
