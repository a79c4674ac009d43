"""The urgent report and guidance (features E-05, E-07): what each event changes in the case."""

from dataclasses import replace

from console.domain import events as e
from console.domain.case import Case, UrgentReport, UrgentStamp
from console.domain.events import Event
from console.domain.reduce.base import Changes, Rule


def _opened(case: Case, event: Event, body: e.UrgentReportOpened) -> Changes:
    if case.urgent_report is not None:
        return dict(urgent_report=replace(case.urgent_report, kind=body.kind_code), emergency=None)
    return dict(urgent_report=UrgentReport(body.kind_code, event.at, event.actor), emergency=None)


def _stamped(case: Case, event: Event, body: e.UrgentReportStamped) -> Changes:
    report = case.urgent_report
    if report is None:
        return {}
    stamp = UrgentStamp(body.step, event.at, event.actor, body.to_whom, body.document)
    return dict(urgent_report=replace(report, stamps=(*report.stamps, stamp)))


def _guided(_case: Case, _event: Event, body: e.CitizenGuided) -> Changes:
    return dict(guided=body.body)


RULES: dict[type, Rule] = {
    e.UrgentReportOpened: _opened,
    e.UrgentReportStamped: _stamped,
    e.CitizenGuided: _guided,
}
