"""Replacing the data files of clocks and holidays: preview first, then the event, then the file (features G-02, G-03)."""

import hashlib
import shutil
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from console.actions.desk import Desk
from console.actions.policies import Touched, note_change, preview
from console.actions.rulebook import Shift, shifts
from console.app.maintenance import MaintenanceError
from console.app.officers import load_officers
from console.app.sighted import seen_by, unnamed_words
from console.app.workspace import Workspace, load_rules
from console.cache.projector import Projector
from console.cache.rebuild import rebuild
from console.domain.calendar import local_datetime
from console.runtime.resources import OVERLAID, load_reply_policy


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """What a new file does to the clocks of open cases.

    ``shifts`` counts all of them by policy, ``touched`` are those of cases the reader may know of; ``unnamed`` says that there
    are more.
    """

    applied: bool
    file: str
    shifts: tuple[Shift, ...]
    touched: tuple[Touched, ...]
    unnamed: tuple[str, ...]

    def values(self) -> dict[str, object]:
        """Return it for a program."""
        return asdict(self)

    def words(self) -> str:
        """Return it for a person."""
        total = sum(x.sooner + x.later + x.begun + x.gone for x in self.shifts)
        lines = [f"{self.file}: {total} thời hạn của hồ sơ đang mở thay đổi."]
        lines += [
            f"{x.code}: {x.sooner} sớm hơn, {x.later} muộn hơn, {x.begun} mới có, {x.gone} không còn"
            for x in self.shifts
        ]
        lines += [f"{x.number} {x.code}: {_time(x.before)} → {_time(x.after)}" for x in self.touched]
        lines += self.unnamed
        lines.append(
            "Đã áp dụng. Mở lại chương trình." if self.applied else "Chưa đổi gì. Thêm --apply để áp dụng."
        )
        return "\n".join(lines)


def change_policy(
    workspace: Workspace, source: Path, officer_id: str, reason: str, *, apply: bool
) -> PolicyChange:
    """Show what a new `policies.json` or `holidays.json` does, or put it in force for this profile.

    Cases are named to who may know of them only.

    Raises:
        MaintenanceError, CatalogError, ActionError: nothing was changed.

    """
    name = source.name
    if name not in OVERLAID:
        raise MaintenanceError(f"Chỉ thay được {' và '.join(OVERLAID)}. Chưa đổi gì.")
    try:
        content = source.read_bytes()
    except OSError as error:
        raise MaintenanceError(f"Không đọc được {name}: {error.strerror}. Chưa đổi gì.") from error
    own = workspace.profile.root / "data"
    tree = workspace.rules.catalog.unit_tree
    with tempfile.TemporaryDirectory() as folder:
        trial = Path(folder)
        for other in OVERLAID:
            if (own / other).exists():
                shutil.copyfile(own / other, trial / other)
        (trial / name).write_bytes(content)
        then = load_rules(tree, trial)
    touched = preview(workspace.store, workspace.rules, then)
    seen = seen_by(workspace, officer_id, (x.case_id for x in touched))
    named = tuple(x for x in touched if x.case_id in seen)
    if apply:
        officer = load_officers(workspace).get(officer_id)
        if officer is None:
            raise MaintenanceError(f"Không có cán bộ {officer_id!r} trong kho. Chưa đổi gì.")
        desk = Desk(workspace.store, officer, workspace.rules, load_reply_policy())
        note_change(desk, name, hashlib.sha256(content).hexdigest(), len(touched), reason)
        own.mkdir(mode=0o700, exist_ok=True)
        part = own / f"{name}.part"
        part.write_bytes(content)
        part.replace(own / name)
        workspace.store.projector = Projector(then)
        rebuild(workspace.store)
    return PolicyChange(
        apply, name, shifts(touched), named, unnamed_words(officer_id, len(touched) - len(named))
    )


def _time(at_ms: int) -> str:
    return local_datetime(at_ms).strftime("%H:%M %d/%m/%Y") if at_ms else "không có"
