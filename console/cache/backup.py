"""Online backups: the encrypted file as of one commit, the media beside it, and a manifest that says what they are.

A backup is its manifest: written last, so that a killed run leaves no backup at all rather than half of one. Everything
stays under the store's own key; whoever restores needs that key (architecture.md, Names of commands).
"""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from console.cache.copying import (
    Head,
    copy_database,
    link_or_copy,
    remove_database,
    sha256_of,
    verify_copy,
)
from console.cache.database import connect
from console.cache.errors import BackupError, WrongKeyError, known_os_error
from console.cache.key_note import note_of
from console.cache.keys import key_id
from console.cache.pin_file import pins_of
from console.cache.place import sync_folder, write_whole
from console.domain.clock import DAY_MS, HOUR_MS
from console.failpoint import fp

PREFIX = "ban-truc-"
FORMAT = 1
KEEP_HOURLY = 24
KEEP_DAILY = 30
_MEDIA_FOLDER = re.compile(r"media(-[0-9a-f]{16})?\Z")
# What a half-written file of the media store is called; it is not media yet.
_UNFINISHED = (".new", ".tmp", ".part")


@dataclass(frozen=True, slots=True)
class MediaFile:
    """One sealed file of a backup: its path below ``media/``, its bytes' size and SHA-256 in hex."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Backup:
    """One complete backup. ``at`` is the UTC ms it was taken; ``head`` is the end of the log it holds."""

    path: Path
    at: int
    size: int
    sha256: str
    schema_version: int
    key_id: str
    head: Head
    media: tuple[MediaFile, ...]
    media_folder: str = "media"
    """Where its sealed files lie beside it; backups of another key have another folder, for the same names."""

    @property
    def manifest(self) -> Path:
        """Return where its manifest lies."""
        return self.path.with_suffix(".json")


def back_up(database: Path, key: bytes, folder: Path, media: Path, now_ms: int) -> Backup:
    """Write one backup while the store is in use, check it, and forget the oldest ones.

    Args:
        database: the open store.
        key: its 32 raw bytes.
        folder: where backups lie; made if missing.
        media: the folder of sealed files; they never change once written.
        now_ms: UTC ms.

    Raises:
        DiskFullError: no room; older backups are all still there.
        StoreError: any other known trouble; there is no new backup then.

    """
    path = _free_name(folder, now_ms)
    new = path.with_name(path.name + ".new")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise known_os_error(error, str(folder)) from error
    try:
        earlier = list_backups(folder)
        _remove_unfinished(folder, earlier)
        source = connect(database, key, read_only=True)
        try:
            version = int(source.execute("PRAGMA user_version").fetchone()[0])
            copy_database(source, new, key, "backup")
        finally:
            source.close()
        head = verify_copy(new, key)
        # After the database: a file the copy speaks of is on disk by then, for media is stored before its event.
        mine, media_folder = key_id(key), _media_folder(earlier, key_id(key))
        known = next((one.media for one in earlier if one.key_id == mine), ())
        kept = _keep_media(media, folder / media_folder, known)
        fp("backup.rename.before")
        new.replace(path)
        fp("backup.rename.after")
        sync_folder(folder)
        backup = Backup(
            path, now_ms, path.stat().st_size, sha256_of(path), version, mine, head, kept, media_folder
        )
        _keep_passwords(database, folder)
        write_whole(backup.manifest, _to_json(backup), "backup_manifest")
    except OSError as error:
        raise known_os_error(error, str(path)) from error
    finally:
        remove_database(new)
    rotate(folder)
    return backup


def _free_name(folder: Path, now_ms: int) -> Path:
    """Return a name that no complete backup has: its second, and a number from the second one of that second on."""
    stamp = datetime.fromtimestamp(now_ms / 1000, UTC).strftime("%Y%m%d-%H%M%SZ")
    path, number = folder / f"{PREFIX}{stamp}.db", 1
    while path.with_suffix(".json").exists():
        number += 1
        path = folder / f"{PREFIX}{stamp}-{number}.db"
    return path


def is_due(folder: Path, now_ms: int, key: bytes) -> bool:
    """Return whether the newest backup is an hour old, is of another key, or claims to come from the future."""
    backups = list_backups(folder)
    if not backups or backups[0].key_id != key_id(key):
        return True
    return not 0 <= now_ms - backups[0].at < HOUR_MS


def list_backups(folder: Path) -> list[Backup]:
    """Return the complete backups in a folder, newest first. Manifests that cannot be read are none."""
    found = []
    for manifest in folder.glob(f"{PREFIX}*.json"):
        try:
            backup = read_backup(manifest)
        except BackupError:
            continue
        if backup.path.exists():
            found.append(backup)
    # Of one millisecond, or where the clock stood still, the longer log is the newer one.
    return sorted(found, key=_age, reverse=True)


def _age(backup: Backup) -> tuple[int, int, int, str]:
    name = backup.path.stem
    return backup.at, backup.head.seq, len(name), name


def read_backup(path: Path) -> Backup:
    """Return the backup that a manifest, or a database file beside its manifest, belongs to.

    Raises:
        BackupError: there is no manifest, or it is not one.

    """
    manifest = path.with_suffix(".json")
    try:
        data: dict[str, Any] = json.loads(manifest.read_text(encoding="utf-8"))
        if data.pop("format") != FORMAT:
            raise BackupError(str(manifest))
        head = Head(int(data["head"]["seq"]), str(data["head"]["hash"]), int(data["head"]["at"]))
        media = tuple(
            MediaFile(_safe(item["name"]), int(item["size"]), str(item["sha256"])) for item in data["media"]
        )
        return Backup(
            manifest.with_suffix(".db"),
            int(data["at"]),
            int(data["size"]),
            str(data["sha256"]),
            int(data["schema_version"]),
            str(data["key_id"]),
            head,
            media,
            _safe_folder(data.get("media_folder", "media")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise BackupError(str(manifest)) from error


def verify_backup(backup: Backup, key: bytes) -> None:
    """Check every byte of a backup against its manifest and every page of its database.

    Raises:
        WrongKeyError: it belongs to another key.
        BackupError: naming what does not match.
        StoreError: the database in it does not open.

    """
    if backup.key_id != key_id(key):
        raise WrongKeyError(str(backup.path))
    try:
        if sha256_of(backup.path) != backup.sha256:
            raise BackupError(str(backup.path))
        for item in backup.media:
            if sha256_of(backup.path.parent / backup.media_folder / item.name) != item.sha256:
                raise BackupError(f"{backup.path}: media/{item.name}")
    except OSError as error:
        raise BackupError(f"{backup.path}: {error.filename}") from error
    if verify_copy(backup.path, key) != backup.head:
        raise BackupError(str(backup.path))


def rotate(folder: Path) -> list[Path]:
    """Keep the newest 24 backups and the newest of each of the last 30 days; return what was removed.

    Days count back from the newest backup, not from the clock: a wrong date must not delete anything.
    """
    backups = list_backups(folder)
    keep = {backup.path for backup in backups[:KEEP_HOURLY]}
    days: set[int] = set()
    for backup in backups:
        day = backup.at // DAY_MS
        if day not in days and len(days) < KEEP_DAILY:
            days.add(day)
            keep.add(backup.path)
    removed = []
    for backup in backups:
        if backup.path in keep:
            continue
        fp("backup.unlink.before")
        # The manifest first: without it the rest is no backup and the next run clears it away.
        backup.manifest.unlink(missing_ok=True)
        fp("backup.unlink.manifest")
        remove_database(backup.path)
        fp("backup.unlink.after")
        removed.append(backup.path)
    if removed:
        for place in {backup.media_folder for backup in backups}:
            still = [backup for backup in backups if backup.path in keep and backup.media_folder == place]
            _remove_unlisted(folder / place, (item for backup in still for item in backup.media))
    return removed


def _keep_media(media: Path, target: Path, known: tuple[MediaFile, ...]) -> tuple[MediaFile, ...]:
    """Give every sealed file a name in the backups; hash only those that the last backup does not know."""
    target.mkdir(mode=0o700, exist_ok=True)
    hashes = {(item.name, item.size): item.sha256 for item in known}
    kept = []
    for file in sorted(media.rglob("*")):
        if not file.is_file() or file.is_symlink() or file.name.endswith(_UNFINISHED):
            continue
        name, size = file.relative_to(media).as_posix(), file.stat().st_size
        copy = target / name
        digest = hashes.get((name, size), "")
        if not digest or not copy.exists() or copy.stat().st_size != size:
            copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fp("backup.media.before")
            link_or_copy(file, copy)
            fp("backup.media.after")
            digest = sha256_of(copy)
        kept.append(MediaFile(name, size, digest))
    return tuple(kept)


def _remove_unfinished(folder: Path, backups: list[Backup]) -> None:
    """Clear away what a killed run left."""
    complete = {backup.path for backup in backups}
    for file in folder.glob(f"{PREFIX}*.db"):
        if file not in complete and not file.with_suffix(".json").exists():
            remove_database(file)
    for file in folder.glob(f"{PREFIX}*.new"):
        remove_database(file)
    # Nobody has a backup open: these lost their file to a kill in the middle of its removal, or were left by a check.
    for suffix in ("-wal", "-shm", "-journal"):
        for file in folder.glob(f"{PREFIX}*{suffix}"):
            remove_database(file)


def _remove_unlisted(media: Path, listed: Iterable[MediaFile]) -> None:
    names = {item.name for item in listed}
    for file in media.rglob("*"):
        if file.is_file() and file.relative_to(media).as_posix() not in names:
            fp("backup.forget.before")
            file.unlink()
            fp("backup.forget.after")


def _keep_passwords(database: Path, folder: Path) -> None:
    """Keep who may open the store beside its backups; with the keyring's half from the safe a new machine opens them."""
    for file in (note_of(database), pins_of(database)):
        if pins_of(database).exists() and file.exists():
            write_whole(folder / file.name, file.read_bytes(), "backup_keys")


def _media_folder(earlier: list[Backup], key: str) -> str:
    """Return the folder of this key's sealed files: the one its earlier backups have, a new one beside another key's."""
    for backup in earlier:
        if backup.key_id == key:
            return backup.media_folder
    return f"media-{key}" if earlier else "media"


def _safe_folder(name: object) -> str:
    """Return the name of a folder beside a manifest. Raises ``ValueError``."""
    if not isinstance(name, str) or not _MEDIA_FOLDER.match(name):
        raise ValueError("media folder")
    return name


def _safe(name: object) -> str:
    """Return a relative path of a manifest if it stays below its folder. Raises ``ValueError``."""
    if not isinstance(name, str) or not name or "\\" in name or ":" in name:
        raise ValueError("media name")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError("media name")
    return path.as_posix()


def _to_json(backup: Backup) -> bytes:
    data = asdict(backup)
    data["format"] = FORMAT
    data["path"] = backup.path.name
    return json.dumps(data, indent=1, ensure_ascii=False).encode()
