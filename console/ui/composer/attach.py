"""Choosing a file to send: only what Zalo takes, told before anything is uploaded (features C-01)."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from console.domain.numerals import number_text
from console.domain.text import safe_line
from console.runtime.i18n import tr

MIB = 1024 * 1024
# OA API v3, upload image and upload file.
_LIMITS = {
    ".jpg": ("image/jpeg", 1 * MIB),
    ".jpeg": ("image/jpeg", 1 * MIB),
    ".png": ("image/png", 1 * MIB),
    ".pdf": ("application/pdf", 5 * MIB),
    ".doc": ("application/msword", 5 * MIB),
    ".docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 5 * MIB),
}
_STARTS = {
    "image/jpeg": b"\xff\xd8\xff",
    "image/png": b"\x89PNG\r\n\x1a\n",
    "application/pdf": b"%PDF-",
    "application/msword": b"\xd0\xcf\x11\xe0",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": b"PK\x03\x04",
}
IMAGE_PATTERN = "*.jpg *.jpeg *.png"
FILE_PATTERN = "*.pdf *.doc *.docx"


class RefusedFileError(ValueError):
    """The file cannot be sent; its text says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class ChosenFile:
    """A file of this machine that was looked at and may be sent. ``size`` in bytes."""

    path: Path
    name: str
    size: int
    media_type: str

    @property
    def is_image(self) -> bool:
        """Return whether it goes out as a picture."""
        return self.media_type.startswith("image/")


def check_file(path: Path) -> ChosenFile:
    """Look at a file's name, size and first bytes.

    Raises:
        RefusedFileError: kind, size or content is not what Zalo takes, or the file cannot be read.

    """
    known = _LIMITS.get(path.suffix.lower())
    if known is None:
        raise RefusedFileError(tr("Zalo chỉ nhận ảnh JPG, PNG và tệp PDF, DOC, DOCX"))
    media_type, limit = known
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            start = stream.read(8)
    except OSError as error:
        raise RefusedFileError(tr("Không đọc được tệp: {reason}", reason=error.strerror or "")) from error
    if size > limit:
        raise RefusedFileError(
            tr(
                "Tệp {size} KB, Zalo nhận tối đa {limit} KB với kiểu này",
                size=number_text(-(-size // 1024)),
                limit=number_text(limit // 1024),
            )
        )
    if not start.startswith(_STARTS[media_type]):
        raise RefusedFileError(tr("Nội dung tệp không đúng với đuôi {ending}", ending=path.suffix.lower()))
    return ChosenFile(path, safe_line(path.name, 120), size, media_type)


def choose_file(parent: QWidget, pattern: str, chosen: Callable[[Path], object]) -> None:
    """Open the file dialog without blocking; ``chosen`` gets the path, if one is chosen."""
    dialog = QFileDialog(parent, tr("Chọn tệp gửi công dân"), "", pattern)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.open()
