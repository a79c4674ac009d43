r"""A throw-away process that decodes one picture a citizen sent (threats T07).

Reads ``WIDTH HEIGHT\\n`` and the file's bytes from stdin, writes ``WIDTH HEIGHT\\n`` and RGB888 rows to stdout. After ``cover N\\n`` and
N boxes (four 16-bit numbers each) it writes the whole picture as a JPEG with the boxes blackened, and nothing else of the file: no
place, no comment, no colour profile. It has no network, no files, no keys and hard limits; whatever a hostile file does to it, the
console only sees an exit code.
"""

import math
import os
import struct
import sys
from typing import TYPE_CHECKING, BinaryIO, cast

from console.runtime.confine import ConfineError, confine

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer, QSize
    from PySide6.QtGui import QImageReader

MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 12_000
MAX_PIXELS = 25_000_000
ALLOCATION_MB = 128
CPU_SECONDS = 2
"""For the decoding alone; what starting took is added, for the system counts it, too."""
MEMORY_BYTES = 512 * 1024 * 1024
"""Of address space; program and libraries map a fifth of it before anything is decoded (adr-picture-helper.md)."""
MOST_COVERS = 8
MOST_BOXES = 200
BOX = struct.Struct("<4H")
"""Left, top, right, bottom in ten-thousandths of the picture as it is seen."""
COVER_QUALITY = 90

REFUSED = 3
"""Exit code for a file that is not a picture we show; anything else but 0 is a crash or a limit."""
UNCONFINED = 4
"""Exit code where the system would not cut the process off: nothing was decoded."""

_MAGIC = (
    (b"\xff\xd8\xff", b"jpeg"),
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"GIF87a", b"gif"),
    (b"GIF89a", b"gif"),
)


def kind_of(data: bytes) -> bytes:
    """Return Qt's name of the format by its first bytes, b"" for any other; the name of the file never counts."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return b"webp" if data[:4] == b"RIFF" and data[8:12] == b"WEBP" else b""


def _limit() -> None:
    """Take away what decoding does not need: much processor time, much memory, core dumps, writing, files, network.

    Raises:
        ConfineError: this system should confine the process, but did not.

    """
    if os.name != "posix":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = math.ceil(used.ru_utime + used.ru_stime) + CPU_SECONDS
    for what, most in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        resource.setrlimit(what, (most, most))
    confine()


def main() -> int:
    """Decode stdin to stdout; return the exit code."""
    size = sys.stdin.buffer.readline(40).split()
    if len(size) != 2:
        return REFUSED
    boxes: list[tuple[int, ...]] = []
    if size[0] == b"cover":
        count = int(size[1])
        if not 0 < count <= MOST_BOXES:
            return REFUSED
        boxes = list(BOX.iter_unpack(sys.stdin.buffer.read(count * BOX.size)))
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if not kind_of(data) or len(data) > MAX_BYTES:
        return REFUSED
    if boxes:
        return cover(data, boxes, sys.stdout.buffer)
    return decode(data, int(size[0]), int(size[1]), sys.stdout.buffer)


def _reader(data: bytes) -> "tuple[QImageReader, QSize, QBuffer] | int":
    """Return what decodes the file, how large it is and what it reads from, this process being limited for good; an exit code for no picture."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImageReader, QImageWriter

    kind = kind_of(data)
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    # Loads the decoder of this format, and what writes the covered copy, while files can still be opened; of nothing yet, so
    # that no stranger's byte is read.
    nothing = QBuffer()
    nothing.open(QBuffer.OpenModeFlag.ReadWrite)
    QImageReader(nothing, QByteArray(kind)).canRead()
    QImageWriter(nothing, QByteArray(b"jpeg")).canWrite()
    try:
        _limit()
    except ConfineError:
        return UNCONFINED
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid() or max(full.width(), full.height()) > MAX_SIDE:
        return REFUSED
    return REFUSED if full.width() * full.height() > MAX_PIXELS else (reader, full, buffer)


def decode(data: bytes, width: int, height: int, out: BinaryIO) -> int:
    """Write a picture that covers ``width`` × ``height`` px; return the exit code. Limits this process for good.

    One so long and thin that covering would take more than ``MOST_COVERS`` times as much is fitted into it instead.
    """
    from PySide6.QtCore import QSize, Qt
    from PySide6.QtGui import QImage

    found = _reader(data)
    if isinstance(found, int):
        return found
    reader, full, _buffer = found
    wanted = QSize(width, height)
    cover = full.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
    thin = cover.width() * cover.height() > MOST_COVERS * width * height
    how = Qt.AspectRatioMode.KeepAspectRatio if thin else Qt.AspectRatioMode.KeepAspectRatioByExpanding
    if kind_of(data) == b"jpeg":
        reader.setScaledSize(full.scaled(wanted * 2, how))
    image = reader.read()
    if image.isNull():
        return REFUSED
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(wanted, how, smooth).convertToFormat(QImage.Format.Format_RGB888)
    if small.isNull():
        return REFUSED
    out.write(b"%d %d\n" % (small.width(), small.height()))
    for row in range(small.height()):
        line = cast(memoryview, small.constScanLine(row))
        out.write(line[: small.width() * 3])
    out.flush()
    return 0


def cover(data: bytes, boxes: list[tuple[int, ...]], out: BinaryIO) -> int:
    """Write the whole picture as a JPEG with the boxes blackened; return the exit code. Limits this process for good."""
    from PySide6.QtCore import QBuffer, QByteArray, QRect, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter

    found = _reader(data)
    if isinstance(found, int):
        return found
    reader, _full, _buffer = found
    image = reader.read().convertToFormat(QImage.Format.Format_RGB888)
    if image.isNull():
        return REFUSED
    # The pixels alone: what a picture carries beside them (comments, profile) stays with the original.
    width, height = image.width(), image.height()
    bare = QImage(image.constBits(), width, height, image.bytesPerLine(), QImage.Format.Format_RGB888).copy()
    del image
    painter = QPainter(bare)
    for left, top, right, bottom in boxes:
        # Whole pixels outward: nothing of what was under the edge stays.
        x1, y1 = left * width // 10_000, top * height // 10_000
        x2, y2 = -(-right * width // 10_000), -(-bottom * height // 10_000)
        painter.fillRect(QRect(x1, y1, x2 - x1, y2 - y1), Qt.GlobalColor.black)
    painter.end()
    made = QBuffer()
    made.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(made, QByteArray(b"jpeg"))
    writer.setQuality(COVER_QUALITY)
    if not writer.write(bare):
        return REFUSED
    out.write(made.data().data())
    out.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
