"""The quick look at a found case: every place that matched, with the words marked; F3 and Shift+F3 walk them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from console.cache.views import SearchHit
from console.domain.text import safe_block, safe_line
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.keymap import follow_key, key_text
from console.ui.common.labels import Line, Pane, PlainLabel
from console.ui.common.paint import draw_focus_ring, draw_text, fill_round
from console.ui.common.places import in_qt
from console.ui.common.sharing import name_shown, sharing
from console.ui.common.times import clock_text, date_text
from console.ui.search.model import CaseHits, hit_words, spans, where_name
from console.ui.theme import color, current_theme, font, px, theme_changed

_TEXT_LIMIT = 2_000


class _HitCard(QWidget):
    """One hit with its text broken into lines."""

    def __init__(self) -> None:
        super().__init__()
        self._hit: SearchHit | None = None
        self._query = ""
        self.current = False
        self._layout = QTextLayout()
        self._height = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme_changed().changed.connect(self._relay)

    def set_hit(self, hit: SearchHit, query: str) -> None:
        self._hit, self._query = hit, query
        self.setAccessibleName(
            f"{where_name(hit.where)}: {hit_words(hit, safe_block(hit.text, _TEXT_LIMIT))}"
        )
        self._relay()

    def set_current(self, current: bool) -> None:
        self.current = current
        self.update()

    def _relay(self) -> None:
        if self._hit is None:
            return
        text = hit_words(self._hit, safe_block(self._hit.text, _TEXT_LIMIT, 40))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout = QTextLayout(text.replace("\n", "\u2028"), font("body"))
        self._layout.setTextOption(option)
        line_box = current_theme().line("body")
        self._height = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(px(80), self.width() - px(28)))
            line.setPosition(QPointF(0, self._height + (line_box - line.height()) / 2))
            self._height += line_box
        self._layout.endLayout()
        self.setFixedHeight(round(self._height) + px(14) + current_theme().line("small") + px(6))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._relay()

    def paintEvent(self, _event: QPaintEvent) -> None:
        hit = self._hit
        if hit is None:
            return
        theme = current_theme()
        painter = QPainter(self)
        note = hit.where == "note"
        ours = hit.where in ("reply", "outside")
        body = QRectF(0, 0, self.width(), self._height + px(14))
        if note:
            pen = QPen(color("noteBorder"), theme.scale)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(color("note"))
            painter.drawRect(body.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.fillRect(QRectF(0, 0, px(4), body.height()), color("noteBorder"))
        else:
            fill, border = ("bubbleOut", "bubbleOutBorder") if ours else ("bubbleIn", "bubbleInBorder")
            fill_round(painter, body, theme.radius("bubble"), fill, border)
        look = QTextCharFormat()
        look.setBackground(color("mark"))
        look.setForeground(color("markText"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(color("markLine"))
        formats = []
        shown = self._layout.text()
        for start, length in in_qt(shown, spans(shown, self._query)):
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, look
            formats.append(one)
        painter.setPen(color("text"))
        self._layout.draw(painter, QPointF(px(14), px(7)), formats)
        meta = f"{where_name(hit.where)} · {date_text(hit.at)} {clock_text(hit.at)}"
        draw_text(painter, px(2), body.bottom() + px(2), meta, "small", "noteText" if note else "text2")
        if self.current:
            draw_focus_ring(painter, body, theme.radius("bubble"))


class Preview(Pane):
    """Matches of one case. ``opened(str, str)`` carries the case id and ``kind:ref`` of the current match."""

    opened = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("panel", line="l", parent=parent)
        self._case: CaseHits | None = None
        self._query = ""
        self._at = 0
        self._cards: list[_HitCard] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(18), px(10), px(16), px(10))
        head.addWidget(PlainLabel(tr("Xem nhanh"), "title", weight=600), 1)
        self.open_button = ActionButton(tr("Mở hồ sơ"), "act.open", key="↵")
        self.open_button.clicked.connect(self.open_current)
        head.addWidget(self.open_button)
        outer.addLayout(head)
        outer.addWidget(Line("border"))
        self.title = PlainLabel("", "body", weight=600)
        self.detail = PlainLabel("", "small", "text2")
        facts = QVBoxLayout()
        facts.setContentsMargins(px(18), px(10), px(16), px(6))
        facts.setSpacing(0)
        facts.addWidget(self.title)
        row = QHBoxLayout()
        row.addWidget(self.detail, 1)
        self.keys = PlainLabel("", "small", "text3")
        follow_key(self, "find_next", self._show_keys)
        row.addWidget(self.keys)
        facts.addLayout(row)
        outer.addLayout(facts)
        page = QWidget()
        page.setProperty("clear", True)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(px(18), px(4), px(16), px(16))
        self._column.setSpacing(px(8))
        self._column.addStretch(1)
        self._area = QScrollArea()
        self._area.setAccessibleName(tr("Các chỗ khớp"))
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(page)
        outer.addWidget(self._area, 1)
        self.show_case(None, "")
        sharing().changed.connect(self._show_again)

    def _show_again(self) -> None:
        """Show the same matches as they may be seen now."""
        at = self._at
        self.show_case(self._case, self._query)
        self._at = at
        self._mark()

    def show_case(self, case: CaseHits | None, query: str) -> None:
        """Show the matches of a case."""
        self._case, self._query, self._at = case, query, 0
        hits = [hit for hit in case.hits if hit.where != "number"] if case is not None else []
        self.open_button.setEnabled(case is not None)
        self.title.setText(
            safe_line(f"{case.number} · {name_shown(case.pseudonym)}", 120) if case is not None else ""
        )
        while len(self._cards) < len(hits):
            card = _HitCard()
            self._cards.append(card)
            self._column.insertWidget(self._column.count() - 1, card)
        for position, card in enumerate(self._cards):
            card.setVisible(position < len(hits))
            if position < len(hits):
                card.set_hit(hits[position], query)
        self._mark()

    def _show_keys(self, key: str) -> None:
        """Name the keys that walk the matches; they are no letters, which a Vietnamese input method would eat."""
        self.keys.setText(tr("{key} / {back} chuyển chỗ khớp", key=key, back=key_text("find_previous")))

    def _shown(self) -> int:
        return sum(not card.isHidden() for card in self._cards)

    def _mark(self) -> None:
        total = self._shown()
        for position, card in enumerate(self._cards):
            card.set_current(position == self._at and position < total)
        words = tr("{total} chỗ khớp · đang ở chỗ {at}", total=total, at=self._at + 1)
        self.detail.setText(words if total else "")

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match, round the ends."""
        total = self._shown()
        if total:
            self._at = (self._at + step) % total
            self._mark()
            self._area.ensureWidgetVisible(self._cards[self._at])

    def open_current(self) -> None:
        """Ask for the case at the current match."""
        if self._case is None:
            return
        hits = [hit for hit in self._case.hits if hit.where != "number"]
        ref = f"{hits[self._at].where}:{hits[self._at].ref}" if hits else ""
        self.opened.emit(self._case.case_id, ref)

    def sizeHint(self) -> QSize:
        return QSize(px(440), px(600))
