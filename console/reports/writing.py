"""Put a report's bytes into a new file, durable, and say what is in it."""

import os
from dataclasses import dataclass
from pathlib import Path

_MODE = 0o600


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its SHA-256 as hex and its size in bytes."""

    path: Path
    sha256: str
    size: int


def write_new(path: Path, data: bytes, sha256: str) -> Written:
    """Write ``data``, of which ``sha256`` is the hash as hex, to ``path``, which must not exist, for its owner alone.

    Raises:
        FileExistsError: something stands there; it is left alone.
        OSError: it cannot be written; what was begun is removed.

    """
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, _MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return Written(path, sha256, len(data))
