"""The keyring's half of the key, for the safe and back from it: without it every password dies with this machine (T02, T04)."""

import shutil
from pathlib import Path

from console.actions import sitting
from console.app.maintenance import MaintenanceError, officer_named
from console.app.workspace import Workspace
from console.cache.errors import AlreadyThereError
from console.cache.key_note import note_of
from console.cache.keys import KeyFile, SystemKeyring, write_key_file
from console.cache.pin_file import pins_of, read_pins
from console.runtime.profile import open_profile


def copy_half(workspace: Workspace, officer_id: str, to: Path, reason: str) -> str:
    """Write the keyring's half of the key to a new file that only this user may read; the log tells of it first.

    Args:
        workspace: the open profile, which has passwords.
        officer_id: the administrator who takes it.
        to: the file, which must not exist.
        reason: why.

    Returns:
        What to do with it, in Vietnamese.

    Raises:
        ActionError, MaintenanceError: he may not, or there is no half; nothing was written.
        StoreError: it was told and could not be written.

    """
    found = read_pins(pins_of(workspace.profile.database))
    if found is None:
        raise MaintenanceError(
            "Hồ sơ này chưa có PIN nên khóa nằm trọn trong kho khóa của máy. Chưa ghi gì. Đặt PIN trước."
        )
    half = SystemKeyring().load(found.half)
    if half is None:
        raise MaintenanceError("Kho khóa của máy không có nửa khóa của hồ sơ này. Chưa ghi gì.")
    if to.exists():
        raise AlreadyThereError(str(to))
    officer = workspace.rules.roles.seat(officer_named(workspace, officer_id))
    sitting.tell_half_copied(workspace.store, officer, reason)
    write_key_file(to, half)
    return (
        f"Đã ghi nửa khóa vào {to}. Cất vào két, không để cạnh bản sao lưu: có nó, bản sao lưu và một PIN là mở được kho. "
        "Trên máy mới: console key put-half TỆP --backups THƯ-MỤC, rồi console restore."
    )


def put_half(root: Path | None, half_file: Path, backups: Path | None) -> str:
    """Put the half from the safe into this machine's keyring; for a new machine, before a restore.

    Args:
        root: folder of the profile.
        half_file: the file from the safe.
        backups: a folder of backups, which holds ``pins.json`` and ``key.json``, where the profile lost its own.

    Returns:
        What was done, in Vietnamese.

    Raises:
        MaintenanceError: it is not known for which store; nothing was kept.
        AlreadyThereError: the keyring has a half of that store; it is not overwritten.
        StoreError: the file or the keyring cannot be used.

    """
    profile = open_profile(root)
    kept = pins_of(profile.database)
    if not kept.exists() and backups is not None:
        for file in (note_of(profile.database), kept):
            source = backups / file.name
            if not source.exists():
                raise MaintenanceError(f"Không thấy {source}. Chưa thay đổi gì.")
        for file in (note_of(profile.database), kept):
            shutil.copyfile(backups / file.name, file)
            file.chmod(0o600)
    found = read_pins(kept)
    if found is None:
        raise MaintenanceError(
            f"Không thấy {kept.name} trong {profile.root}: thêm --backups với thư mục sao lưu. Chưa thay đổi gì."
        )
    SystemKeyring().save(found.half, KeyFile(half_file).load("") or b"")
    return "Đã đưa nửa khóa vào kho khóa của máy này. Từ nay hồ sơ mở bằng PIN như trên máy cũ."
