"""Which cases a command may name to who reads it: the one rule of sight, as at the desk (``console.cache.visibility``)."""

from collections.abc import Iterable

from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.workspace import Workspace
from console.cache.visibility import sight_of

NOBODY = "Không nêu số hồ sơ nào vì chưa biết ai xem: thêm --officer."


def seen_by(workspace: Workspace, officer_id: str, case_ids: Iterable[str]) -> frozenset[str]:
    """Return those of the cases the reader may know of: none where nobody says who reads.

    Raises:
        MaintenanceError: there is no such officer; nothing was shown.

    """
    if not officer_id:
        return frozenset()
    officer = load_officers(workspace).get(officer_id)
    if officer is None:
        raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa cho xem gì.")
    sight = sight_of(officer, workspace.rules)
    with workspace.store.read() as connection:
        known: set[str] = {row.case_id for row in connection.execute(sight.case_ids())}
    return frozenset(known.intersection(case_ids))


def unnamed_words(officer_id: str, unnamed: int) -> tuple[str, ...]:
    """Return, as lines, how many were left out of a list, and why; nothing where all stand in it."""
    if not unnamed:
        return ()
    if not officer_id:
        return (NOBODY,)
    return (f"{unnamed} dòng không nêu số hồ sơ: {officer_id} không được xem những hồ sơ đó.",)
