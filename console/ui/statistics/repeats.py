"""What comes again: cases opened anew, citizens who write often, and the places that are reported on more than once."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from console.domain.numerals import number_text, percent
from console.domain.repeats import BAND_HOURS, PERSON_LEAST, PlaceRepeat, Repeats
from console.domain.text import safe_line
from console.runtime.i18n import tr
from console.ui.common.names import Names
from console.ui.common.paint import draw_text, elide, fill_round, text_width
from console.ui.common.sharing import words_shown
from console.ui.common.times import date_text
from console.ui.statistics.chart import Chart, Part, draw_grid_line
from console.ui.theme import px

ROW = 28
HEAD = 26
REOPENED, PEOPLE = "reopened", "people"
Line = tuple[str, str, str, object]
"""Name, number, what it means, what it leads to."""


def place_words(one: PlaceRepeat, names: Names) -> str:
    """Return a place with its district, as an officer wrote it last."""
    return ", ".join(filter(None, (words_shown(safe_line(one.place, 80)), names.district(one.district))))


def band_words(one: PlaceRepeat) -> str:
    """Return the hours most of it fell into."""
    if one.band is None:
        return tr("giờ khác nhau")
    return tr("phần lớn {a}–{b} giờ", a=one.band, b=one.band + BAND_HOURS)


def summary_lines(found: Repeats) -> tuple[Line, ...]:
    """Return the two counts beside the places."""
    share = percent(found.reopened_share, 0)
    return (
        (
            tr("Hồ sơ mở lại"),
            number_text(found.reopened),
            tr(
                "{share} số hồ sơ đã kết thúc, {n} lần mở",
                share=share,
                n=number_text(found.reopenings),
            ),
            ("repeat", REOPENED) if found.reopened else None,
        ),
        (
            tr("Người gửi nhiều lần"),
            number_text(found.people),
            tr(
                "từ {least} hồ sơ trong kỳ, cộng {n} hồ sơ",
                least=number_text(PERSON_LEAST),
                n=number_text(len(found.people_case_ids)),
            ),
            ("repeat", PEOPLE) if found.people else None,
        ),
    )


class RepeatRows(Chart):
    """Two counts at the left, places at the right; picking one gives ``("repeat", part)`` or ``("place", number)``."""

    def __init__(self, names: Names) -> None:
        """Take what codes are called."""
        self._names = names
        self._found = Repeats()
        super().__init__(tr("Lặp lại và mở lại"), 190)

    def show_repeats(self, found: Repeats) -> None:
        """Show other numbers; as many places as fit."""
        self._found = found
        self.arrange()

    def lay_out(self) -> Sequence[Part]:
        counts = [
            Part(self._count(number), f"{name}: {value}. {detail}", key)
            for number, (name, value, detail, key) in enumerate(summary_lines(self._found))
        ]
        places = [
            Part(
                self._row(number),
                tr(
                    "{place}: {n} lần, {hours}, gần nhất {day}",
                    place=place_words(one, self._names),
                    n=number_text(one.times),
                    hours=band_words(one),
                    day=date_text(one.last_at),
                ),
                ("place", number),
            )
            for number, one in enumerate(self._shown())
        ]
        return [*counts, *places]

    def draw(self, painter: QPainter) -> None:
        for number, (name, value, detail, _key) in enumerate(summary_lines(self._found)):
            box = self._count(number)
            draw_text(painter, box.left(), box.top(), name, "small", "text2")
            wide = draw_text(painter, box.left(), box.top() + px(16), value, "h1", "text")
            words = elide(detail, "small", box.width() - wide - px(10))
            draw_text(painter, box.left() + wide + px(10), box.top() + px(26), words, "small", "text3")
        left, second, third, right = self._stops()
        for x, words in ((left, tr("Nơi")), (second, tr("Số lần")), (third, tr("Khung giờ"))):
            draw_text(painter, x, 0, words, "small", "text3")
        words = tr("Gần nhất")
        draw_text(painter, right - text_width(words, "small"), 0, words, "small", "text3")
        draw_grid_line(painter, left, right, px(HEAD) - px(4), strong=False)
        if not self._found.places:
            words = tr("Không nơi nào được báo lặp lại trong kỳ")
            draw_text(painter, left, px(HEAD) + px(6), words, "body", "text3")
        most = max((one.times for one in self._found.places), default=1)
        for number, one in enumerate(self._shown()):
            self._draw_place(painter, self._row(number).top() + px(4), one, most)

    def _draw_place(self, painter: QPainter, y: float, one: PlaceRepeat, most: int) -> None:
        left, second, third, right = self._stops()
        place = elide(place_words(one, self._names), "body", second - left - px(12))
        draw_text(painter, left, y, place, "body", "text")
        count = number_text(one.times)
        room = third - second - px(24) - text_width(count, "body")
        wide = max(px(3), room * one.times / most)
        fill_round(painter, QRectF(second, y + px(5), wide, px(10)), px(3), "accent")
        draw_text(painter, second + wide + px(8), y, count, "body", "text", weight=600)
        day = date_text(one.last_at)
        hours = elide(band_words(one), "body", right - third - text_width(day, "body") - px(12))
        draw_text(painter, third, y, hours, "body", "text2")
        draw_text(painter, right - text_width(day, "body"), y, day, "body", "text2")

    def _shown(self) -> tuple[PlaceRepeat, ...]:
        return self._found.places[: max(1, (self.height() - px(HEAD)) // px(ROW))]

    def _count(self, number: int) -> QRectF:
        return QRectF(0, px(62) * number, self.width() * 0.26, px(54))

    def _row(self, number: int) -> QRectF:
        left, _second, _third, right = self._stops()
        return QRectF(left, px(HEAD) + px(ROW) * number, right - left, px(ROW))

    def _stops(self) -> tuple[float, float, float, float]:
        wide = float(self.width())
        return wide * 0.3, wide * 0.58, wide * 0.76, wide
