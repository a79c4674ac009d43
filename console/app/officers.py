"""Who sits at this console."""

from sqlalchemy.dialects.sqlite import insert as upsert

from console.app.workspace import Workspace
from console.cache import tables as t
from console.cache.officer_rows import active_officers
from console.cache.store import Transaction
from console.domain.officer import Officer, Role

DEMO_OFFICERS = (
    Officer("hanh", "Nông Thị Hạnh", "TB-CAT", (Role.PROVINCE_DUTY, Role.COMMANDER), "Đại úy"),
    Officer("tuan", "Mông Văn Tuấn", "TB-TPCB", (Role.DISTRICT_DUTY,), "Trung úy"),
)
FIRST_OFFICER = Officer("truc-ban", "Trực ban", "TB-CAT", (Role.PROVINCE_DUTY,))
"""Who works until an administrator enters the officers by name."""


def ensure_officer(workspace: Workspace) -> Officer:
    """Return the officer who signed in last, the demo's one, or the nameless duty officer of a new store."""
    known = load_officers(workspace)
    if not known:
        for officer in DEMO_OFFICERS if workspace.profile.is_demo else (FIRST_OFFICER,):
            save_officer(workspace, officer)
        known = load_officers(workspace)
    return known.get(workspace.settings.officer) or next(iter(known.values()))


def load_officers(workspace: Workspace) -> dict[str, Officer]:
    """Return all active officers by id, in the order they were entered."""
    with workspace.store.read() as connection:
        return {officer.officer_id: officer for officer in active_officers(connection)}


def save_officer(workspace: Workspace, officer: Officer) -> None:
    """Enter or change an officer."""
    with workspace.store.write() as tx:
        put_officer(tx, officer)


def put_officer(tx: Transaction, officer: Officer) -> None:
    """Enter or change an officer in an open transaction."""
    values = {
        "officer_id": officer.officer_id,
        "name": officer.name,
        "rank": officer.rank,
        "unit": officer.unit,
        "roles": ",".join(officer.roles),
        "active": 1,
    }
    statement = upsert(t.officer).values(**values)
    tx.connection.execute(statement.on_conflict_do_update(index_elements=["officer_id"], set_=values))
