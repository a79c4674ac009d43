"""The organisation's change as a command: preview by default, ``--apply`` does it (features W-05)."""

from dataclasses import asdict, dataclass, replace

from console.actions import organisation
from console.actions.desk import Desk
from console.actions.rulebook import counted_moves
from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.sighted import seen_by, unnamed_words
from console.app.workspace import Workspace
from console.domain.organisation import unit_changes
from console.runtime.resources import load_catalog, load_changes, load_reply_policy
from console.runtime.settings import UnitTree, save_settings


@dataclass(frozen=True, slots=True)
class Organised:
    """What a change does or did.

    ``counted`` are (from, to, why, open cases) of all that move, ``moves`` (number, from, to, why and where) of those the
    reader may know of; ``unnamed`` says that there are more. ``leaving`` are the officers whose unit is closed.
    """

    applied: bool
    closed: int
    opened: int
    renamed: int
    counted: tuple[tuple[str, str, str, int], ...]
    moves: tuple[tuple[str, str, str, str], ...]
    unnamed: tuple[str, ...]
    leaving: tuple[str, ...] = ()

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        total = sum(count for *_, count in self.counted)
        head = f"Giải thể {self.closed}, lập {self.opened}, đổi tên {self.renamed} đơn vị; {total} hồ sơ đang mở chuyển đơn vị."
        lines = [f"{before} → {after} ({why}): {count}" for before, after, why, count in self.counted]
        lines += [f"{number}: {before} → {after} ({why})" for number, before, after, why in self.moves]
        if self.leaving:
            lines.append(f"Đơn vị giải thể, phải đổi đơn vị trên trang Quản trị: {', '.join(self.leaving)}.")
        tail = "Đã áp dụng. Mở lại chương trình." if self.applied else "Chưa đổi gì. Thêm --apply để áp dụng."
        return "\n".join([head, *lines, *self.unnamed, tail])


def organise(workspace: Workspace, to_tree: str, officer_id: str, reason: str, *, apply: bool) -> Organised:
    """Show what the new tree does to open cases, or put it in force; cases are named to who may know of them.

    Raises:
        MaintenanceError, ActionError: nothing was changed.

    """
    old = workspace.rules.catalog
    change = next((c for c in load_changes() if (c.from_tree, c.to_tree) == (old.unit_tree, to_tree)), None)
    if change is None:
        raise MaintenanceError(f"Không có dữ liệu sắp xếp từ {old.unit_tree} sang {to_tree}. Chưa đổi gì.")
    new = load_catalog(unit_tree=to_tree)
    moves = organisation.preview(workspace.store, old, new, change)
    seen = seen_by(workspace, officer_id, (m.case_id for m in moves))
    named = [m for m in moves if m.case_id in seen]
    with workspace.store.read() as connection:
        leaving = organisation.leavers(connection, new)
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
        counted_moves(moves, {m.to_unit: new.unit_name(m.to_unit) for m in moves}),
        tuple((m.number, m.from_name, new.unit_name(m.to_unit), m.why) for m in named),
        unnamed_words(officer_id, len(moves) - len(named)),
        tuple(one.title for one in leaving),
    )
