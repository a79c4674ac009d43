"""Covered copies of files, and which unit gets which file."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert

from console.cache.tables_release import covered_file, file_release
from console.domain import events as e
from console.domain.case import Case
from console.domain.events import Event


def _covered(connection: Connection, _case: Case | None, event: Event, body: e.FileCovered) -> None:
    connection.execute(
        insert(covered_file).values(
            file_id=body.file_id,
            message_id=body.message_id,
            number=body.number,
            original=body.original,
            sha256=body.sha256,
            size=body.size,
            media_type=body.media_type,
            made_by=event.actor,
            made_at=event.at,
            seq=event.seq,
            case_id=event.case_id,
        )
    )


def _released(connection: Connection, _case: Case | None, event: Event, body: e.FilesReleased) -> None:
    c = file_release.c
    for one in body.files:
        connection.execute(
            delete(file_release).where(
                c.message_id == one.message_id, c.number == one.number, c.unit.in_(body.units)
            )
        )
        for unit in dict.fromkeys(body.units):
            connection.execute(
                insert(file_release).values(
                    message_id=one.message_id,
                    number=one.number,
                    unit=unit,
                    how=one.how.value,
                    file_id=one.file_id,
                    case_id=event.case_id,
                )
            )


def _erased(connection: Connection, _case: Case | None, event: Event, _body: e.CaseErased) -> None:
    for table in (covered_file, file_release):
        connection.execute(delete(table).where(table.c.case_id == event.case_id))


HANDLERS: Mapping[type, Any] = {
    e.FileCovered: _covered,
    e.FilesReleased: _released,
    e.CaseErased: _erased,
}
