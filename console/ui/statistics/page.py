"""The page: period and unit, five numbers, six charts. Numbers, bars and cells lead to cases (png 07)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from console.domain.calendar import local_date
from console.domain.case_facts import CaseFacts
from console.domain.catalog import Catalog
from console.domain.clock import Clock
from console.domain.figures import Statistics, by_month
from console.domain.numerals import decimal, number_text, percent
from console.domain.period import Period, PeriodKind, last_days, period_of
from console.runtime.i18n import tr
from console.ui.common.buttons import ActionButton
from console.ui.common.labels import Pane, PlainLabel
from console.ui.common.names import Names
from console.ui.common.times import span_text
from console.ui.statistics.bars import DayBars
from console.ui.statistics.behind import (
    MARKS,
    Behind,
    behind,
    cases,
    day_leads,
    hour_leads,
    repeat_leads,
    survey_leads,
    unit_leads,
    waiting_leads,
)
from console.ui.statistics.card import ChartCard, Leads, Table
from console.ui.statistics.cards import NumberCard
from console.ui.statistics.heat import HourHeat
from console.ui.statistics.lines import WaitingLines
from console.ui.statistics.numbers import NumbersTable
from console.ui.statistics.repeats import RepeatRows
from console.ui.statistics.survey import SurveyBars
from console.ui.statistics.tables import (
    day_table,
    hour_table,
    repeat_table,
    survey_table,
    unit_table,
    waiting_table,
)
from console.ui.statistics.units import UnitBars
from console.ui.statistics.words import minutes, signed
from console.ui.theme import px

TARGET_SHARE = 0.95
TARGET_MIN = 15
"""House targets of the first answer and of limits kept (domain.md §3, proposals)."""
MOST_DAYS = 100
"""A span of more days is drawn month by month; its table stays day by day."""
_PLACES = ((0, 0, 7), (0, 7, 5), (1, 0, 5), (1, 5, 4), (1, 9, 3), (2, 0, 12))
"""Row, column and width of each chart in a grid of twelve columns."""
Ask = Callable[[Period, str, Callable[[Statistics], None]], None]


class StatisticsPage(Pane):
    """Shows figures; it is given a way to ask for them and reads nothing itself.

    Signals:
        case_wanted(str): the id of a case behind a number.
        export_wanted(object, str): the period and the unit on the screen.
        closed(): Esc.
    """

    case_wanted = Signal(str)
    export_wanted = Signal(object, str)
    closed = Signal()

    def __init__(self, ask: Ask, catalog: Catalog, names: Names, clock: Clock) -> None:
        """Take the way to ask, what codes are called, and the present."""
        super().__init__("panel")
        self._ask, self._catalog, self._names, self._clock = ask, catalog, names, clock
        self._period = last_days(14, clock.now_ms())
        self._unit = ""
        self._shown: Statistics | None = None
        self._number = 0
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setAccessibleName(tr("Thống kê"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        body = Pane("panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(px(20), px(14), px(20), px(20))
        column.setSpacing(px(14))
        column.addLayout(self._head())
        column.addLayout(self._cards())
        column.addLayout(self._charts(), 1)
        scroll.setWidget(body)
        outer.addWidget(scroll)

    # -- building ----------------------------------------------------------------------------------------------------

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(PlainLabel(tr("Thống kê"), "h1"))
        self.about = PlainLabel("", "body", "text2")
        row.addWidget(self.about)
        row.addStretch(1)
        self.period_button = ActionButton("", "calendar", "plain")
        self.period_button.clicked.connect(lambda: self._pop(self.period_menu(), self.period_button))
        self.unit_button = ActionButton("", "unit", "plain")
        self.unit_button.clicked.connect(lambda: self._pop(self.unit_menu(), self.unit_button))
        self.export = ActionButton(tr("Xuất báo cáo"), "act.export", "plain")
        self.export.clicked.connect(lambda: self.export_wanted.emit(self._period, self._unit))
        for button in (self.period_button, self.unit_button, self.export):
            row.addWidget(button)
        return row

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(px(12))
        self.received = NumberCard(tr("Tiếp nhận"))
        self.waiting = NumberCard(tr("Phản hồi đầu – trung vị"))
        self.kept = NumberCard(tr("Đúng hạn"))
        self.late = NumberCard(tr("Đang quá hạn"))
        self.pleased = NumberCard(tr("Hài lòng"))
        for card in (self.received, self.waiting, self.kept, self.late, self.pleased):
            row.addWidget(card, 1)
        self.received.pressed.connect(lambda: self._open_cases(tr("Tiếp nhận trong kỳ"), lambda _one: True))
        self.waiting.pressed.connect(
            lambda: self._open_cases(tr("Chưa trả lời"), lambda one: one.first_reply_ms is None)
        )
        self.kept.pressed.connect(
            lambda: self._open_cases(tr("Không đúng hạn"), lambda one: one.on_time is False)
        )
        self.late.pressed.connect(self._open_late)
        self.pleased.pressed.connect(lambda: self._open_part(("survey", MARKS)))
        return row

    def _charts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(px(12))
        self.days, self.lines, self.hours = DayBars(), WaitingLines(TARGET_MIN), HourHeat()
        self.units, self.survey = UnitBars(self._names), SurveyBars()
        self.repeats = RepeatRows(self._names)
        self.cards = (
            ChartCard(
                tr("Tin tiếp nhận mỗi ngày"),
                tr("xếp theo loại"),
                self.days,
                self._table(day_table, day_leads),
                legend=True,
            ),
            ChartCard(
                tr("Thời gian phản hồi đầu"),
                tr("trung vị và mốc 90 % số tin"),
                self.lines,
                self._table(waiting_table, waiting_leads),
            ),
            ChartCard(
                tr("Theo đơn vị"),
                tr("đơn vị thụ lý, không tính nơi để biết"),
                self.units,
                self._table(unit_table, unit_leads),
            ),
            ChartCard(
                tr("Giờ cao điểm"),
                tr("tin trung bình mỗi giờ – để xếp ca"),
                self.hours,
                self._table(hour_table, hour_leads),
            ),
            ChartCard(tr("Mức hài lòng"), "", self.survey, self._table(survey_table, survey_leads)),
            ChartCard(
                tr("Lặp lại và mở lại"),
                tr("nơi được báo nhiều lần, các lần cách nhau trên 2 giờ; tin cùng một vụ tính một lần"),
                self.repeats,
                self._table(repeat_table, repeat_leads),
            ),
        )
        for number, (row, place, wide) in enumerate(_PLACES):
            grid.addWidget(self.cards[number], row, place, 1, wide)
        for place in range(12):
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(0, 5)
        grid.setRowStretch(1, 5)
        grid.setRowStretch(2, 4)
        for card in self.cards:
            card.table_wanted.connect(self._open_table)
            card.chart.picked.connect(self._open_part)
        return grid

    # -- asking ------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Ask for the figures of the period and unit on the screen; only the newest answer is shown."""
        self._number += 1
        number = self._number

        def take(found: Statistics) -> None:
            if number == self._number:
                self.show_statistics(found)

        self._label()
        self._ask(self._period, self._unit, take)

    def set_period(self, period: Period) -> None:
        """Show another period."""
        self._period = period
        self.refresh()

    def set_unit(self, unit: str) -> None:
        """Show the figures of another unit and those below it; "" for all."""
        self._unit = unit
        self.refresh()

    def period_menu(self) -> QMenu:
        """Return the menu of periods."""
        today = local_date(self._clock.now_ms())
        week = period_of(PeriodKind.WEEK, today)
        month, quarter = period_of(PeriodKind.MONTH, today), period_of(PeriodKind.QUARTER, today)
        return self._menu(
            [
                (tr("Hôm nay"), lambda: self.set_period(period_of(PeriodKind.DAY, today))),
                (tr("7 ngày qua"), lambda: self.set_period(last_days(7, self._clock.now_ms()))),
                (tr("14 ngày qua"), lambda: self.set_period(last_days(14, self._clock.now_ms()))),
                (tr("Tuần này"), lambda: self.set_period(week)),
                (tr("Tuần trước"), lambda: self.set_period(week.before())),
                (tr("Tháng này"), lambda: self.set_period(month)),
                (tr("Tháng trước"), lambda: self.set_period(month.before())),
                (tr("Quý này"), lambda: self.set_period(quarter)),
                (tr("Quý trước"), lambda: self.set_period(quarter.before())),
                (tr("Năm nay"), lambda: self.set_period(period_of(PeriodKind.YEAR, today))),
            ]
        )

    def unit_menu(self) -> QMenu:
        """Return the menu of units that had cases, and all."""
        entries: list[tuple[str, Callable[[], None]]] = [(tr("Mọi đơn vị"), lambda: self.set_unit(""))]
        units = self._shown.figures.units if self._shown and not self._unit else ()
        entries += [(self._names.unit(one.unit), _bind(self.set_unit, one.unit)) for one in units]
        return self._menu(entries)

    def _menu(self, entries: Sequence[tuple[str, Callable[[], None]]]) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in entries:
            action = QAction(words, menu)
            action.triggered.connect(act)
            menu.addAction(action)
        return menu

    def _pop(self, menu: QMenu, button: QWidget) -> None:
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _label(self) -> None:
        first, last = self._period.first, self._period.last
        span = f"{first:%d/%m/%Y}" if first == last else f"{first:%d/%m}–{last:%d/%m/%Y}"
        unit = self._names.unit(self._unit) if self._unit else tr("toàn tỉnh")
        self.about.setText(f"{span} · {unit}")
        self.period_button.set_label(tr("{n} ngày", n=len(self._period.days)))
        self.unit_button.set_label(self._names.unit(self._unit) if self._unit else tr("Mọi đơn vị"))

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_statistics(self, found: Statistics) -> None:
        """Show figures."""
        self._shown = found
        figures, before = found.figures, found.before
        days = len(figures.period.days)
        share = (figures.received - before.received) / before.received if before.received else None
        self.received.show_number(
            number_text(figures.received),
            tr("tin"),
            detail=tr("so với {n} ngày trước", n=len(before.period.days)),
            change="" if share is None else f"{signed(share * 100)} %",
            leads=bool(found.facts),
        )
        self._show_waiting(found)
        self._show_kept(found)
        oldest = max((found.read_at - _due(one) for one in found.late), default=0)
        self.late.show_number(
            number_text(len(found.late)),
            tr("hồ sơ"),
            detail=tr("lâu nhất {span}", span=span_text(oldest)) if found.late else tr("không có hồ sơ nào"),
            change=tr("cần xử lý") if found.late else "",
            tone="red",
            alarm=bool(found.late),
            leads=bool(found.late),
        )
        self._show_pleased(found)
        monthly = days > MOST_DAYS
        self.cards[0].set_about(tr("mỗi cột một tháng, xếp theo loại") if monthly else tr("xếp theo loại"))
        if monthly:
            counts, waits = by_month(found.facts, figures.period)
            self.days.show_days(counts, monthly=True)
            self.lines.show_days(waits, monthly=True)
        else:
            self.days.show_days(figures.by_day)
            self.lines.show_days(figures.waiting_by_day)
        self.units.show_units(figures.units)
        self.hours.show_hours(figures.by_hour, days)
        self.survey.show_survey(found.survey)
        self.repeats.show_repeats(figures.repeats)
        self.cards[4].set_about(tr("{n} phiếu", n=number_text(found.survey.answered)))

    def _show_waiting(self, found: Statistics) -> None:
        now, then = found.figures.waiting, found.before.waiting
        change, tone = "", ""
        if now.median_min is not None and then.median_min is not None:
            moved = round(now.median_min - then.median_min)
            change, tone = tr("{n} ph", n=signed(moved)), "green" if moved <= 0 else "orange"
        self.waiting.show_number(
            minutes(now.median_min),
            "",
            detail=tr("90 % trong {span}", span=minutes(now.p90_min))
            if now.answered
            else tr("chưa trả lời tin nào"),
            change=change,
            tone=tone,
            leads=now.answered < len(found.facts),
        )

    def _show_kept(self, found: Statistics) -> None:
        now, then = found.figures.kept.share, found.before.kept.share
        change, tone = "", ""
        if now is not None and then is not None:
            moved = (now - then) * 100
            change, tone = signed(moved, 1), "green" if moved >= 0 else "orange"
        self.kept.show_number(
            decimal(now * 100 if now is not None else None),
            "%",
            detail=tr("mục tiêu {share}", share=percent(TARGET_SHARE, 0)),
            change=change,
            tone=tone,
            leads=found.figures.kept.kept < found.figures.kept.ended,
        )

    def _show_pleased(self, found: Statistics) -> None:
        now, then = found.survey.mean, found.survey_before.mean
        change, tone = "", ""
        if now is not None and then is not None:
            change, tone = signed(now - then, 1), "green" if now >= then else "orange"
        self.pleased.show_number(
            decimal(now),
            "/ 5",
            detail=tr("{n} phiếu khảo sát", n=number_text(found.survey.answered)),
            change=change,
            tone=tone,
            leads=any(one.score for one in found.survey_cases),
        )

    # -- behind the numbers --------------------------------------------------------------------------------------------

    def _open_part(self, key: object) -> None:
        if self._shown:
            self._list(behind(key, self._shown, self._names))

    def _open_late(self) -> None:
        if self._shown:
            self._list(cases(tr("Đang quá hạn"), self._shown.late, self._names))

    def _open_cases(self, title: str, wanted: Callable[[CaseFacts], bool]) -> None:
        if self._shown:
            found = (one for one in self._shown.facts if not one.void and wanted(one))
            self._list(cases(title, found, self._names))

    def _list(self, found: Behind | None) -> None:
        """Show the cases behind a number; where there are none there is nothing to show."""
        if found is not None:
            heads, rows = found.table
            dialog = NumbersTable(self, found.title, heads, rows, found.case_ids)
            dialog.opened.connect(self.case_wanted)
            dialog.opened.connect(self._close_tables)
            dialog.open()

    def _table(
        self, make: Callable[[Statistics, Names], Table], leads: Callable[[Statistics], Leads]
    ) -> Callable[[], tuple[Table, Leads]]:
        """Return what makes a chart's table of the figures shown then; an empty one before there are any."""

        def made() -> tuple[Table, Leads]:
            shown = self._shown
            return (make(shown, self._names), leads(shown)) if shown else (((), ()), lambda *_: None)

        return made

    def _open_table(self, title: str, table: Table, leads: Leads) -> None:
        heads, rows = table
        dialog = NumbersTable(self, title, heads, rows, leads=leads)
        dialog.picked.connect(self._open_part)
        dialog.open()

    def _close_tables(self) -> None:
        for dialog in self.findChildren(NumbersTable):
            dialog.close()


def _bind(act: Callable[[str], None], value: str) -> Callable[[], None]:
    return lambda: act(value)


def _due(one: CaseFacts) -> int:
    return min((clock.due_ms for clock in one.clocks if clock.state == "late"), default=0)
