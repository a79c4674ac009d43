"""The folder the encrypted file lies in: free room, the reserve, and whether it is on this machine."""

import contextlib
import os
import shutil
import sys
from pathlib import Path

from console.cache.errors import NetworkShareError, known_os_error
from console.failpoint import fp

RESERVE_BYTES = 32 * 1024 * 1024
_NETWORK_TYPES = frozenset(
    {
        *(
            "nfs",
            "nfs4",
            "cifs",
            "smb2",
            "smb3",
            "smbfs",
            "afs",
            "9p",
            "ceph",
            "glusterfs",
            "lustre",
            "gpfs",
            "davfs",
        ),
        *("ncpfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs", "fuse.s3fs"),
    }
)
_DRIVE_REMOTE = 4  # GetDriveTypeW, winbase.h


def require_local(path: Path) -> None:
    """Refuse a path on a network share, where SQLite's locks and fsync promise nothing (reliability.md §4.1).

    Knows Linux (``/proc/self/mountinfo``) and Windows (UNC paths, remote drives); elsewhere it lets every path pass.

    Raises:
        NetworkShareError: the path is on a share.

    """
    resolved = path.resolve()
    if sys.platform == "win32":
        remote = _is_remote_on_windows(resolved)
    else:
        try:
            mounts = Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
        except OSError:
            return
        remote = mount_type(mounts, resolved) in _NETWORK_TYPES
    if remote:
        raise NetworkShareError(str(path))


def mount_type(mountinfo: str, path: Path) -> str:
    """Return the file system type of the mount that holds ``path``, from the text of ``mountinfo`` (proc(5))."""
    best, found = -1, ""
    for line in mountinfo.splitlines():
        before, separator, after = line.partition(" - ")
        if not separator:
            continue
        # proc(5): field 5 is the mount point, with space, tab, newline and backslash as octal escapes.
        point = before.split(" ")[4]
        for code, character in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
            point = point.replace(code, character)
        # Later lines cover earlier ones on the same mount point.
        if path.is_relative_to(point) and len(point) >= best:
            best, found = len(point), after.split(" ")[0]
    return found


def _is_remote_on_windows(path: Path) -> bool:
    if path.drive.startswith("\\\\"):
        return True
    import ctypes

    windll = getattr(ctypes, "windll")  # noqa: B009 - only there on Windows
    return bool(windll.kernel32.GetDriveTypeW(path.drive + "\\") == _DRIVE_REMOTE)


def free_bytes(folder: Path) -> int:
    """Return the room left for this user on the disk of ``folder``, in bytes."""
    return shutil.disk_usage(folder).free


class Reserve:
    """32 MB kept aside, given back when the disk is full, so that small writes still succeed (reliability.md §4.1)."""

    def __init__(self, path: Path, size: int = RESERVE_BYTES) -> None:
        """Take the path of the reserve file, beside the database, and its size in bytes."""
        self.path = path
        self.size = size

    @property
    def held(self) -> bool:
        """Return whether the reserve is there; its absence means that the disk was full."""
        try:
            return self.path.stat().st_size == self.size
        except OSError:
            return False

    def hold(self) -> bool:
        """Create the reserve if twice its size is free. Returns whether it is held; a disk without room is no error."""
        if self.held:
            return True
        try:
            if free_bytes(self.path.parent) < 2 * self.size:
                return False
            fp("reserve.write.before")
            with self.path.open("wb") as file:
                # Real blocks: a sparse file would reserve nothing. Random, lest a file system compresses it away.
                block = os.urandom(1024 * 1024)
                for start in range(0, self.size, len(block)):
                    file.write(block[: self.size - start])
                file.flush()
                fp("reserve.fsync.before")
                os.fsync(file.fileno())
                fp("reserve.fsync.after")
            fp("reserve.write.after")
        except OSError:
            self.release()
            return False
        return True

    def release(self) -> bool:
        """Delete the reserve. Returns whether there was one."""
        with contextlib.suppress(OSError):
            fp("reserve.release.before")
            self.path.unlink()
            fp("reserve.release.after")
            return True
        return False


def sync_folder(folder: Path) -> None:
    """Make renames inside ``folder`` durable. Windows has no such call; NTFS journals them."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fp("folder.fsync.before")
        os.fsync(descriptor)
        fp("folder.fsync.after")
    finally:
        os.close(descriptor)


def sync_file(path: Path) -> None:
    """Make the bytes of ``path`` durable."""
    # Windows only flushes through a handle that may write.
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        fp("file.fsync.before")
        os.fsync(descriptor)
        fp("file.fsync.after")
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes, failpoint: str) -> None:
    """Replace a small file so that a reader, or a crash, sees the old one or the new one, never a part.

    Args:
        path: the file; its folder exists.
        data: the whole new content.
        failpoint: prefix of the failpoints passed on the way.

    Raises:
        StoreError: it could not be written; the old one is still there.

    """
    new = path.with_name(path.name + ".new")
    try:
        descriptor = os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with open(descriptor, "wb") as file:  # noqa: PTH123 - takes the descriptor
            file.write(data)
            file.flush()
            fp(f"{failpoint}.fsync.before")
            os.fsync(file.fileno())
            fp(f"{failpoint}.fsync.after")
        fp(f"{failpoint}.rename.before")
        new.replace(path)
        fp(f"{failpoint}.rename.after")
        sync_folder(path.parent)
    except OSError as error:
        raise known_os_error(error, str(path)) from error
