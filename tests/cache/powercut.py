"""A disk whose power goes: what was written but not synced arrives sector by sector, or not at all.

An SQLite VFS in memory. Writes are kept as pending 512-byte sectors until ``xSync``; ``after_cut`` gives the files as a
machine would find them: everything synced, and of the rest a random selection. Names are made and removed at once, which
is kinder than a real disk; SQLite syncs the folder itself, through calls a Python VFS does not see.
"""

import random
from pathlib import Path

import apsw

SECTOR = 512


class PowerCutError(Exception):
    """The power is off."""


class DiskFile:
    """One file: what is surely on the platter, what a reader sees now, and the sectors between the two."""

    def __init__(self):
        self.durable = b""
        self.seen = bytearray()
        self.pending: list[tuple[int, bytes]] = []
        self.cut_to: int | None = None

    def write(self, data: bytes, offset: int) -> None:
        if len(self.seen) < offset + len(data):
            self.seen.extend(bytes(offset + len(data) - len(self.seen)))
        self.seen[offset : offset + len(data)] = data
        first, last = offset // SECTOR, (offset + len(data) - 1) // SECTOR
        for sector in range(first, last + 1):
            self.pending.append((sector * SECTOR, bytes(self.seen[sector * SECTOR : (sector + 1) * SECTOR])))

    def truncate(self, size: int) -> None:
        del self.seen[size:]
        self.cut_to = size

    def sync(self) -> None:
        self.durable, self.pending, self.cut_to = bytes(self.seen), [], None

    def after_cut(self, chance: random.Random) -> bytes:
        found = bytearray(self.durable)
        if self.cut_to is not None and chance.random() < 0.5:
            del found[self.cut_to :]
        kept = [sector for sector in self.pending if chance.random() < 0.5]
        chance.shuffle(kept)
        for offset, data in kept:
            if len(found) < offset + len(data):
                found.extend(bytes(offset + len(data) - len(found)))
            found[offset : offset + len(data)] = data
        return bytes(found)


class Disk(apsw.VFS):
    """A VFS of such files. ``cut_after`` says how many more writes and syncs there are before the power goes."""

    def __init__(self, name: str):
        self.name = name
        self.files: dict[str, DiskFile] = {}
        self.left = -1
        self.cut = False
        super().__init__(name, "")

    def cut_after(self, operations: int) -> None:
        self.left = operations

    def operate(self) -> None:
        self.cut = self.cut or self.left == 0
        if self.cut:
            raise PowerCutError
        self.left -= 1

    def xOpen(self, name, flags):
        path = name if isinstance(name, str) or name is None else name.filename()
        return OpenFile(
            self, self.files.setdefault(path or f"temporary-{len(self.files)}", DiskFile()), flags
        )

    def xDelete(self, filename, syncdir):
        self.operate()
        self.files.pop(filename, None)

    def xAccess(self, pathname, flags):
        return pathname in self.files

    def xFullPathname(self, name):
        return name

    def save(self, folder: Path, chance: random.Random) -> None:
        """Write the files as the machine finds them after the cut."""
        for name, file in self.files.items():
            (folder / Path(name).name).write_bytes(file.after_cut(chance))


class OpenFile:
    """An open file of ``Disk``. Locks are not played: there is one connection."""

    def __init__(self, disk: Disk, file: DiskFile, flags: list[int]):
        self.disk, self.file = disk, file
        del flags[2:]

    def xRead(self, amount, offset):
        return bytes(self.file.seen[offset : offset + amount])

    def xWrite(self, data, offset):
        self.disk.operate()
        self.file.write(bytes(data), offset)

    def xTruncate(self, newsize):
        self.disk.operate()
        self.file.truncate(newsize)

    def xSync(self, flags):
        self.disk.operate()
        self.file.sync()

    def xFileSize(self):
        return len(self.file.seen)

    def xLock(self, level): ...

    def xUnlock(self, level): ...

    def xCheckReservedLock(self):
        return False

    def xFileControl(self, op, ptr):
        return False

    def xSectorSize(self):
        return SECTOR

    def xDeviceCharacteristics(self):
        return 0

    def xClose(self): ...
