"""Who sits at this console."""

from console.app.workspace import Workspace
from console.cache.accounts import enter
from console.cache.officer_rows import active_officers
from console.domain.nameless import NAMELESS
from console.domain.officer import Officer, Role

DEMO_OFFICERS = (
    Officer("hanh", "Nông Thị Hạnh", "TB-CAT", (Role.PROVINCE_DUTY, Role.COMMANDER), "Đại úy"),
    Officer("tuan", "Mông Văn Tuấn", "TB-TPCB", (Role.DISTRICT_DUTY,), "Trung úy"),
)
FIRST_OFFICER = NAMELESS


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
    """Make an account."""
    with workspace.store.write() as tx:
        enter(tx, officer)
