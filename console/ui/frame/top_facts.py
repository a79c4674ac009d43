"""Facts of the top bar that are read from two metres away: the time of the store, the emergencies nobody holds."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.numerals import number_text
from console.domain.skew import Skew
from console.runtime.i18n import tr
from console.ui.common.paint import draw_icon, draw_text, fill_round, text_width
from console.ui.common.times import clock_text, date_text, span_text
from console.ui.common.tooltip import set_tooltip
from console.ui.theme import px, size


class Pill(QWidget):
    """A rounded fact in the bar; hidden without a text."""

    def __init__(self, icon: str, ground: str, ink: str) -> None:
        super().__init__()
        self._icon, self._ground, self._ink, self._text = icon, ground, ink, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def set_text(self, text: str) -> None:
        """Show a text, or nothing."""
        self._text = text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return what it says."""
        return self._text

    def sizeHint(self) -> QSize:
        width = px(10) + px(14) + px(3) + text_width(self._text, "small", 500) + px(10)
        return QSize(round(width), size("shiftPill"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = QRectF(self.rect())
        fill_round(painter, box, box.height() / 2, self._ground)
        glyph = px(14)
        draw_icon(painter, px(10), (box.height() - glyph) / 2, self._icon, glyph, self._ink)
        draw_text(painter, px(27), 0, self._text, "small", self._ink, weight=500, line=box.height())


class UrgentCount(Pill):
    """How many urgent cases nobody holds: the number 28 px high, so that it is read from the door (officer-day.md §7)."""

    def __init__(self) -> None:
        super().__init__("sev.khan", "red", "onSolid")
        self._number = self._words = ""
        self._short = False

    def set_count(self, count: int) -> None:
        """Show a number; nothing at 0."""
        self._number = number_text(count)
        whole = tr("{count} khẩn chưa nhận", count=self._number)
        self._words = whole.removeprefix(self._number).strip()
        self.set_text(whole if count else "")
        set_tooltip(self, whole)

    def set_short(self, *, short: bool) -> None:
        """Show the number alone where there is no room for its words; it goes on saying them to whoever listens or points."""
        self._short = short
        self.updateGeometry()
        self.update()

    def _number_width(self) -> float:
        return text_width(self._number, "display", 600)

    def sizeHint(self) -> QSize:
        words = 0.0 if self._short else px(6) + text_width(self._words, "small", 600)
        return QSize(round(px(12) + px(20) + px(6) + self._number_width() + words + px(14)), px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, box = QPainter(self), QRectF(self.rect())
        fill_round(painter, box, px(8), self._ground)
        glyph, left = px(20), float(px(12))
        draw_icon(painter, left, (box.height() - glyph) / 2, self._icon, glyph, self._ink)
        left += glyph + px(6)
        draw_text(painter, left, 0, self._number, "display", self._ink, weight=600, line=box.height())
        if not self._short:
            left += self._number_width() + px(6)
            draw_text(painter, left, 0, self._words, "small", self._ink, weight=600, line=box.height())


class StoreClock(QWidget):
    """The time every record gets, in Vietnam; amber with a mark while it is not Zalo's (features G-06)."""

    def __init__(self) -> None:
        super().__init__()
        self._text, self._wrong = "", False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def wrong(self) -> bool:
        """Return whether it is shown as a time not to be trusted."""
        return self._wrong

    def text(self) -> str:
        """Return what it says: ``14:33``."""
        return self._text

    def set_now(self, now_ms: int, skew: Skew | None) -> None:
        """Show a moment.

        Args:
            now_ms: the time records get, UTC ms.
            skew: what Zalo's last answer told of this clock; ``None`` while Zalo has not answered.

        """
        text, wrong = clock_text(now_ms), skew is not None and skew.wrong
        if (text, wrong) == (self._text, self._wrong) and self.toolTip():
            return
        self._text, self._wrong = text, wrong
        if skew is None:
            compared = tr("chưa so được với đồng hồ của Zalo")
        elif wrong:
            compared = tr("lệch {span} so với đồng hồ của Zalo: chỉnh lại giờ máy", span=span_text(skew.ms))
        else:
            compared = tr("khớp với đồng hồ của Zalo")
        words = tr(
            "Giờ kho {time}, ngày {date} (giờ Việt Nam); {compared}",
            time=text,
            date=date_text(now_ms),
            compared=compared,
        )
        self.setAccessibleName(words)
        set_tooltip(self, words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        mark = px(30) if self._wrong else 0
        return QSize(round(text_width(self._text or "00:00", "h1", 600) + mark) + px(4), px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, height = QPainter(self), float(self.height())
        left, ink = 0.0, "topbarText"
        if self._wrong:
            glyph = px(18)
            fill_round(painter, QRectF(self.rect()), px(6), "orange")
            draw_icon(painter, px(6), (height - glyph) / 2, "warn", glyph, "onOrange")
            left, ink = px(27), "onOrange"
        draw_text(painter, left, 0, self._text, "h1", ink, weight=600, line=height)
