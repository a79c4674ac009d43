"""The organisation's change as a command: preview by default, ``--apply`` does it (features W-05)."""

from dataclasses import asdict, dataclass, replace

from console.actions import organisation
from console.actions.desk import Desk
from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.workspace import Workspace
from console.domain.organisation import unit_changes
from console.runtime.resources import load_catalog, load_changes, load_reply_policy
from console.runtime.settings import UnitTree, save_settings


@dataclass(frozen=True, slots=True)
class Organised:
    """What a change does or did."""

    applied: bool
    closed: int
    opened: int
    renamed: int
    moves: tuple[tuple[str, str, str, str], ...]

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        head = f"Giải thể {self.closed}, lập {self.opened}, đổi tên {self.renamed} đơn vị; {len(self.moves)} hồ sơ đang mở chuyển đơn vị."
        lines = [f"{number}: {before} → {after} ({why})" for number, before, after, why in self.moves]
        tail = "Đã áp dụng. Mở lại chương trình." if self.applied else "Chưa đổi gì. Thêm --apply để áp dụng."
        return "\n".join([head, *lines, tail])


def organise(workspace: Workspace, to_tree: str, officer_id: str, reason: str, *, apply: bool) -> Organised:
    """Show what the new tree does to open cases, or put it in force.

    Raises:
        MaintenanceError, ActionError: nothing was changed.

    """
    old = workspace.rules.catalog
    change = next((c for c in load_changes() if (c.from_tree, c.to_tree) == (old.unit_tree, to_tree)), None)
    if change is None:
        raise MaintenanceError(f"Không có dữ liệu sắp xếp từ {old.unit_tree} sang {to_tree}. Chưa đổi gì.")
    new = load_catalog(unit_tree=to_tree)
    moves = organisation.preview(workspace.store, old, new, change)
    kinds = [x.what for x in unit_changes(old, new, change)]
    if apply:
        officer = load_officers(workspace).get(officer_id)
        if officer is None:
            raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa đổi gì.")
        desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
        organisation.apply(desk, new, change, moves, reason)
        workspace.settings = replace(workspace.settings, unit_tree=UnitTree(to_tree))
        save_settings(workspace.profile.settings, workspace.settings)
    return Organised(
        apply,
        kinds.count("closed"),
        kinds.count("opened"),
        kinds.count("renamed"),
        tuple((m.number, m.from_name, new.unit_name(m.to_unit), m.why) for m in moves),
    )
