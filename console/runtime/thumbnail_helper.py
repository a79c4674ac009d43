r"""A throw-away process that decodes one picture a citizen sent (threats T07).

Reads ``WIDTH HEIGHT\\n`` and the file's bytes from stdin, writes ``WIDTH HEIGHT\\n`` and RGB888 rows to stdout. It has no
network, no keys and hard limits; whatever a hostile file does to it, the console only sees an exit code.
"""

import os
import sys
from typing import cast

MAX_BYTES = 20 * 1024 * 1024
MAX_SIDE = 12_000
MAX_PIXELS = 25_000_000
ALLOCATION_MB = 128
CPU_SECONDS = 4
MEMORY_BYTES = 1024 * 1024 * 1024

REFUSED = 3
"""Exit code for a file that is not a picture we show; anything else but 0 is a crash or a limit."""

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
    if os.name != "posix":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def main() -> int:
    """Decode stdin to stdout; return the exit code."""
    size = sys.stdin.buffer.readline(40).split()
    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    kind = kind_of(data)
    if len(size) != 2 or not kind or len(data) > MAX_BYTES:
        return REFUSED
    width, height = int(size[0]), int(size[1])
    from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
    from PySide6.QtGui import QImage, QImageReader

    _limit()
    QImageReader.setAllocationLimit(ALLOCATION_MB)
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    full = reader.size()
    if not full.isValid() or max(full.width(), full.height()) > MAX_SIDE:
        return REFUSED
    if full.width() * full.height() > MAX_PIXELS:
        return REFUSED
    if kind == b"jpeg":
        reader.setScaledSize(
            full.scaled(QSize(width, height) * 2, Qt.AspectRatioMode.KeepAspectRatioByExpanding)
        )
    image = reader.read()
    if image.isNull():
        return REFUSED
    small = image.scaled(
        QSize(width, height),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_RGB888)
    out = sys.stdout.buffer
    out.write(b"%d %d\n" % (small.width(), small.height()))
    for row in range(small.height()):
        line = cast(memoryview, small.constScanLine(row))
        out.write(line[: small.width() * 3])
    return 0


if __name__ == "__main__":
    sys.exit(main())
