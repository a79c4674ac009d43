"""Copies of files with parts of them covered, and which files of a sealed matter go to a unit (features I-04, E-03)."""

from dataclasses import dataclass
from typing import ClassVar

from console.domain.release import FileRelease


@dataclass(frozen=True, slots=True)
class FileCovered:
    """An officer made a copy of a picture with ``boxes`` parts blackened; the original stays as it came.

    ``original`` is the hash of what it was made from, the rest describes the copy; ``size`` in bytes.
    """

    KIND: ClassVar[str] = "file.covered"
    message_id: str
    number: int
    original: str
    file_id: str
    sha256: str
    size: int
    media_type: str
    boxes: int


@dataclass(frozen=True, slots=True)
class FilesReleased:
    """These units get these files of a sealed matter, each as it says; what was said of a file before no longer holds."""

    KIND: ClassVar[str] = "file.released"
    units: tuple[str, ...]
    files: tuple[FileRelease, ...]
