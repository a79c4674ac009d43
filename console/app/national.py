"""The register's fields of one case, for who types them into the national software (features R-07)."""

from console.actions.desk import Desk, Missing
from console.app.reporting import officer_names
from console.cache import tables as t
from console.domain.national import FieldValue
from console.reports import facts as read
from console.reports import national
from console.reports.register import Names


def register_fields(desk: Desk, case_id: str) -> tuple[FieldValue, ...]:
    """Return the fields, the source covered, accused and victims for who may know them. The look is in the log by then.

    Raises:
        Missing: the case is not there for the officer.

    """
    with desk.store.read() as connection:
        now_ms = desk.store.clock.now_ms()
        asked = [t.case.c.case_id == case_id]
        found = read.read_where(connection, desk.rules, desk.sight, now_ms, asked, named=True)
        if not found:
            raise Missing("Không có hồ sơ này, hoặc bạn không được xem")
        return national.values(found[0], Names(desk.rules, officer_names(connection)))
