"""What befalls the files of a store, and the administrator who brings it back from the newest backup."""

import json
import os
import random
import shutil
from collections.abc import Callable

from sqlcipher3 import dbapi2

from console.cache.backup import PREFIX, list_backups
from console.cache.copying import remove_companions, remove_database
from console.cache.database import connect, make_engine
from console.cache.errors import StoreError
from console.cache.keys import KeyFile
from console.cache.restore import restore
from console.cache.schema import MIGRATIONS, upgrade_connection
from console.domain.clock import MINUTE_MS
from console.gateway.walk import WalkTimes
from tests.crash.desk import Desk, Place

FIRST_VERSION = 1
_NOT_COPIED = ("alembic_version", "search_text", "sqlite_")


def opened(
    place: Place, times: WalkTimes, tell: Callable[[str], None], *, check: bool, damaged: bool
) -> Desk:
    """Open the program; with ``damaged`` files restore the newest backup first, and tell when it is open again."""
    if not damaged:
        return Desk(place, times, tell, check=check)
    try:
        desk = Desk(place, times, tell, check=True)
    except StoreError:
        # Nothing but a restore makes these files good again, so one that was killed is simply run once more.
        newest = list_backups(place.backups)[0]
        restore(newest.path, key_of(place), place.database, place.media, place.clock.now_ms())
        desk = Desk(place, times, tell, check=True)
    tell("!restored")
    return desk


def key_of(place: Place) -> bytes:
    key = KeyFile(place.key).load("")
    assert key is not None
    return key


def damage(place: Place, rng: random.Random) -> int:
    """Lose the store in one of the ways disks know; return when the newest backup was taken (UTC ms), 0 without one."""
    backups = list_backups(place.backups)
    if not backups or not place.database.exists():
        return 0
    match rng.choice(("gone", "all gone", "cut", "noise")):
        case "gone":
            place.database.unlink()
        case "all gone":
            remove_database(place.database)
        case "cut":
            remove_companions(place.database)
            os.truncate(place.database, place.database.stat().st_size // 2)
        case "noise":
            remove_companions(place.database)
            with place.database.open("r+b") as file:
                for at in range(5000, place.database.stat().st_size, 4096):
                    file.seek(at)
                    file.write(rng.randbytes(16))
    return backups[0].at


def many_backups(place: Place) -> None:
    """Give the folder so many backups that the next one makes the oldest go."""
    newest = list_backups(place.backups)[0]
    for number in range(1, 27):
        path = newest.path.with_name(f"{PREFIX}earlier-{number:02}.db")
        os.link(newest.path, path)
        data = json.loads(newest.manifest.read_text(encoding="utf-8"))
        data["at"] -= number * MINUTE_MS
        path.with_suffix(".json").write_text(json.dumps(data), encoding="utf-8")


def make_old(place: Place) -> None:
    """Turn the store into what the first version of the program would have left, with everything that version knew."""
    key = key_of(place)
    scripts = place.profile.parent / "old-migrations"
    if not scripts.exists():
        (scripts / "versions").mkdir(parents=True)
        for name in ("__init__.py", "env.py"):
            shutil.copy(MIGRATIONS / name, scripts / name)
        (first,) = (MIGRATIONS / "versions").glob("0001_*.py")
        shutil.copy(first, scripts / "versions")
    old = place.database.with_name("old.db")
    engine = make_engine(old, key, create=True, read_only=False)
    with engine.connect() as connection:
        upgrade_connection(connection, scripts, FIRST_VERSION)
    engine.dispose()
    source, target = connect(place.database, key), connect(old, key)
    _copy_rows(source, target)
    source.close()
    target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    target.close()
    remove_database(place.database)
    old.rename(place.database)
    remove_companions(old)


def _copy_rows(source: dbapi2.Connection, target: dbapi2.Connection) -> None:
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN IMMEDIATE")
    tables = target.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if table.startswith(_NOT_COPIED):
            continue
        names = [row[1] for row in target.execute(f'PRAGMA table_info("{table}")')]
        marks = ", ".join("?" * len(names))
        columns = ", ".join(f'"{name}"' for name in names)
        rows = source.execute(f'SELECT {columns} FROM "{table}"').fetchall()
        target.executemany(f'INSERT OR REPLACE INTO "{table}" ({columns}) VALUES ({marks})', rows)
    target.execute("COMMIT")
