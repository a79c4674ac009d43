"""Accused, victims and the procuracy's notice: what each event changes in the case. Names stay out of it."""

from console.domain import events as e
from console.domain.case import Case, ProcuracyNotice
from console.domain.crime import Decided, Paper
from console.domain.events import Event
from console.domain.people import PeopleMark
from console.domain.reduce.base import Changes, Rule


def _recorded(case: Case, event: Event, body: e.PeopleRecorded) -> Changes:
    kept = tuple(mark for mark in case.people if mark.role != body.role)
    if body.people or body.others:
        kept += (PeopleMark(body.role, len(body.people), body.others, event.actor, event.at),)
    return dict(people=tuple(sorted(kept, key=lambda mark: mark.role)))


def _notified(_case: Case, event: Event, body: e.ProcuracyNotified) -> Changes:
    return dict(procuracy=ProcuracyNotice(body.document, body.on, body.informant, event.actor, event.at))


def _decided(_case: Case, event: Event, body: e.CrimeDecided) -> Changes:
    return dict(decided=Decided(body.decision, Paper(body.document, body.on, event.actor, event.at)))


def _told(_case: Case, event: Event, body: e.ResultNotified) -> Changes:
    return dict(result_notice=Paper(body.document, body.on, event.actor, event.at))


RULES: dict[type, Rule] = {
    e.PeopleRecorded: _recorded,
    e.ProcuracyNotified: _notified,
    e.CrimeDecided: _decided,
    e.ResultNotified: _told,
}
