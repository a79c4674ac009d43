"""The afternoon of ``tests/scene.py`` with somebody who takes reports out of it."""

import hashlib
from dataclasses import dataclass

import pytest

from console.actions.desk import Desk
from console.actions.reporting import CLOSED
from console.app.reporting import Report, Wish, wished_period, write_report
from console.domain.calendar import local_date
from console.domain.period import PeriodKind
from console.reports.facts import read_period
from console.reports.writing import Written
from console.runtime.resources import load_reply_policy
from tests.parcels import PHRASE, cheap_guesses, report_in
from tests.scene import HANH, NOW, scene

MARCH = wished_period(PeriodKind.MONTH, local_date(NOW))


@dataclass
class Office:
    """A store full of cases and ways to report on it."""

    workspace: object
    folder: object
    number: int = 0

    def desk(self, officer=HANH):
        return Desk(self.workspace.store, officer, self.workspace.rules, load_reply_policy())

    def take(self, report, form, **how):
        """Write a report and return it as who gets it reads it: data is opened again."""
        done = self.leave(report, form, **how)
        if form not in CLOSED:
            return done
        inside = report_in(done.path)
        data = inside.read_bytes()
        return Written(inside, hashlib.sha256(data).hexdigest(), len(data))

    def leave(self, report, form, *, officer=HANH, reason="báo cáo chỉ huy", to=None, phrase=PHRASE, **how):
        """Write a report and return what lies on the disk."""
        wish = Wish(Report(report), form, reason, how.pop("period", MARCH), phrase=phrase, **how)
        self.number += 1
        path = to or self.folder / f"{self.number}.{form}"
        return write_report(self.desk(officer), self.workspace.clock, self.workspace.reader(), wish, path)

    def facts(self, period=MARCH, officer=HANH, unit=""):
        desk = self.desk(officer)
        with self.workspace.store.read() as connection:
            return read_period(connection, desk.rules, desk.sight, period, NOW, unit)

    def log(self, kind):
        with self.workspace.store.read() as connection:
            return connection.exec_driver_sql(
                "SELECT body FROM event JOIN event_body USING (seq) WHERE kind = ? ORDER BY seq", (kind,)
            ).fetchall()


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    root = tmp_path_factory.mktemp("office")
    with scene(root / "profile") as workspace:
        yield workspace


@pytest.fixture
def office(whole, tmp_path, monkeypatch):
    cheap_guesses(monkeypatch)
    return Office(whole, tmp_path)
