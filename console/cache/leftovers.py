"""What a kill leaves of an export or an opening beside its target: taken away by the next one there (ADR-export-file.md).

Only what has the name of such a leftover, is older than what is begun now by the file system's own clock, is worked on by
nobody, and proves by what it holds that it is ours. Whatever cannot be told stays.
"""

import os
import re
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from console.failpoint import fp

if sys.platform != "win32":
    import fcntl

_NAME = re.compile(r".+\.[0-9a-f]{8}\.part", re.DOTALL)
_DAY_NS = 86_400_000_000_000
_READ = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def hold(descriptor: int) -> None:
    """Tell other processes that this is being worked on, until it is closed. Windows keeps an open file by itself."""
    if sys.platform != "win32":
        with suppress(OSError):  # a file system without locks: what is there is never called free either
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def hold_folder(folder: Path) -> int | None:
    """Return a descriptor that holds a folder until it is closed; ``None`` where the system has none for folders."""
    if sys.platform == "win32":
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    hold(descriptor)
    return descriptor


def _free(descriptor: int) -> bool:
    if sys.platform != "win32":
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
    return True


def _older(new: Path, least_ns: int = 0) -> Iterator[tuple[Path, int]]:
    """Yield what is called like a leftover and older than ``new``, with its mode; links are told as links."""
    with suppress(OSError):
        begun = new.lstat().st_mtime_ns
        for path in sorted(new.parent.iterdir()):
            if path != new and _NAME.fullmatch(path.name):
                found = path.lstat()
                if found.st_mtime_ns + least_ns < begun:
                    yield path, found.st_mode


def remove_files(new: Path, head: int, is_ours: Callable[[bytes], bool]) -> None:
    """Take away older unfinished files beside ``new`` whose first ``head`` bytes are ours. What refuses stays; never raises."""
    for path, mode in _older(new):
        if stat.S_ISREG(mode):
            with suppress(OSError):
                with os.fdopen(os.open(path, _READ), "rb") as file:
                    ours = _free(file.fileno()) and is_ours(file.read(head))
                if ours:
                    fp("leftover.file_unlink.before")
                    path.unlink()
                    fp("leftover.file_unlink.after")


def remove_folders(new: Path, proof: str, names_in: Callable[[Path], frozenset[str] | None]) -> None:
    """Take away older unfinished folders beside ``new``; never raises.

    Args:
        new: the folder that is begun now.
        proof: name of the file that lists the others; it goes last, so that a kill leaves a folder that proves itself.
        names_in: reads that file: the names it lists, ``None`` where it is none of ours.

    """
    # Windows has no lock for a folder: there only age tells that nobody is at it.
    for folder, mode in _older(new, _DAY_NS if sys.platform == "win32" else 0):
        if stat.S_ISDIR(mode):
            with suppress(OSError):
                descriptor = None if sys.platform == "win32" else os.open(folder, _READ)
                try:
                    if descriptor is None or _free(descriptor):
                        _remove_folder(folder, proof, names_in)
                finally:
                    if descriptor is not None:
                        os.close(descriptor)


def _remove_folder(folder: Path, proof: str, names_in: Callable[[Path], frozenset[str] | None]) -> None:
    names = names_in(folder / proof)
    found = list(folder.iterdir())
    if names is None or not all(
        path.name in {*names, proof} and stat.S_ISREG(path.lstat().st_mode) for path in found
    ):
        return
    for path in sorted(found, key=lambda one: one.name == proof):
        fp("leftover.listed_unlink.before")
        path.unlink()
        fp("leftover.listed_unlink.after")
    fp("leftover.folder_rmdir.before")
    folder.rmdir()
    fp("leftover.folder_rmdir.after")
