"""A console that cannot be opened says so in a window, with what can be done there: the same words and the same work as the
command line (``console restore``), for somebody who started it from an icon.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog

from console.app.error_words import said_error
from console.app.maintenance import MaintenanceError, drill, restore
from console.cache.backup import list_backups
from console.cache.errors import (
    BackupError,
    CorruptedError,
    DiskError,
    KeyFileError,
    KeyringError,
    MigrationError,
    MissingFileError,
    MissingKeyError,
    NotEncryptedError,
    StoreError,
    WrongKeyError,
)
from console.cache.keys import KeySource
from console.runtime.i18n import tr
from console.runtime.jobs import Err, Ok, Runner
from console.runtime.profile import ProfileError, default_root
from console.runtime.settings import SettingsError, Theme
from console.ui.desk.looks import theme_name
from console.ui.dialogs.startup import BackupLine, StartTrouble, StartupDialog
from console.ui.theme import apply_theme

_RESTORE_HELPS = (
    *(CorruptedError, WrongKeyError, MissingFileError, NotEncryptedError),
    *(DiskError, MigrationError, BackupError),
)
_KEY_HELPS = (WrongKeyError, MissingKeyError, KeyringError, KeyFileError)
SCREENLESS = {"offscreen", "minimal"}


@dataclass(slots=True)
class Start:
    """What a start was asked for with; ``key_file`` changes when another key is chosen in the window.

    ``source`` has the key that a password has just opened, so that a restore does not ask for it again. ``slept``: the
    store was closed because the machine slept.
    """

    profile: Path | None
    key_file: Path | None
    demo: bool = False
    source: KeySource | None = None
    slept: bool = False


def start_trouble(error: Exception, start: Start) -> StartTrouble:
    """Return what the window says of an error and offers against it.

    Never a restore where the store may be sound (a second instance, no room, a newer program's file): that would lose what
    came after the backup.
    """
    place = str(start.profile or default_root(demo=start.demo))
    return StartTrouble(
        said_error(error),
        place,
        may_restore=isinstance(error, _RESTORE_HELPS) and not start.demo,
        may_choose_key=isinstance(error, _KEY_HELPS) and not start.demo,
    )


def backup_lines(folder: Path) -> list[BackupLine]:
    """Return the complete backups of a folder, newest first; none where it cannot be read."""
    try:
        found = list_backups(folder)
    except OSError:
        return []
    return [BackupLine(backup.path, backup.at, backup.size, len(backup.media)) for backup in found]


def make_dialog(error: Exception, start: Start, runner: Runner) -> StartupDialog:
    """Return the window for an error, wired: restores and rehearsals run on ``runner``, which delivers on this thread."""
    root = start.profile or default_root(demo=start.demo)
    trouble = start_trouble(error, start)
    dialog = StartupDialog(trouble, backup_lines(root / "backups") if trouble.may_restore else ())

    def run(saying: str, work: Callable[[], tuple[str, bool]], *, restores: bool) -> None:
        def deliver(result: Ok[tuple[str, bool]] | Err) -> None:
            if isinstance(result, Ok):
                words, good = result.value
                dialog.settled(words, good=good, restored=restores and good)
            else:
                dialog.settled(_failed_words(result.error), good=False)

        dialog.busy(saying)
        runner.run(work, deliver)

    def rehearse(path: Path) -> None:
        def work() -> tuple[str, bool]:
            done = drill(path, start.profile, start.key_file, start.source)
            return done.words(), done.ok

        run(tr("Đang diễn tập: khôi phục bên cạnh, kiểm tra rồi xóa bản thử…"), work, restores=False)

    def put_back(path: Path) -> None:
        def work() -> tuple[str, bool]:
            return restore(
                path, start.profile, start.key_file, force=False, source=start.source
            ).words(), True

        run(tr("Đang khôi phục, đừng tắt máy…"), work, restores=True)

    def use_key(path: Path) -> None:
        start.key_file, start.source = path, None
        dialog.accept()

    dialog.rehearse_wanted.connect(rehearse)
    dialog.restore_wanted.connect(put_back)
    dialog.folder_chosen.connect(lambda folder: dialog.show_backups(backup_lines(folder)))
    dialog.key_chosen.connect(use_key)
    return dialog


def _failed_words(error: BaseException) -> str:
    if isinstance(error, StoreError | MaintenanceError | ProfileError | SettingsError):
        return said_error(error)
    return tr(
        "Không làm được: có lỗi trong chương trình ({name}). Kho cũ còn nguyên.", name=type(error).__name__
    )


def try_again(app: QApplication, error: Exception, start: Start, runner: Runner) -> bool:
    """Show the window and wait; return whether the console shall be opened again. Without a screen: no, at once."""
    if app.platformName() in SCREENLESS:
        return False
    apply_theme(app, theme_name(Theme.SYSTEM, 0), 1.0)
    return make_dialog(error, start, runner).exec() == QDialog.DialogCode.Accepted
