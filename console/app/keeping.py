"""The hourly backup as a duty of its own thread: beside the store, and never failing in silence (reliability.md §4.7)."""

from collections.abc import Callable

from console.app.workspace import Workspace
from console.cache.backup import back_up, is_due

LOOK_S = 60.0
NAME = "backup"


def backup_step(workspace: Workspace, told: Callable[[str], None]) -> Callable[[], float]:
    """Return one round of the backup's duty: write a backup if the newest is an hour old, return the seconds to rest.

    Args:
        workspace: the open profile; the round reads it over a connection of its own.
        told: hears "" after each round that went well.

    The round raises ``StoreError`` when there is no new backup; older ones are all still there.

    """
    profile, key = workspace.profile, workspace.opened.key

    def step() -> float:
        now_ms = workspace.clock.now_ms()
        if is_due(profile.backups, now_ms, key):
            back_up(profile.database, key, profile.backups, profile.media, now_ms)
        told("")
        return LOOK_S

    return step
