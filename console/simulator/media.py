"""Media as the CDN serves them: no token, correct bytes, gone after a while (API document §9.9, §10.9)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.responses import Response

from console.simulator import pictures

MIME = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "amr": "audio/amr",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mp4": "video/mp4",
}


@dataclass(slots=True)
class MediaFile:
    """One file behind a media address; its bytes are made when first asked for."""

    make: Callable[[], bytes]
    mime: str
    born_ms: int
    expired: bool = False
    fetched: int = 0
    content: bytes | None = None

    def read(self) -> bytes:
        """Return the bytes, the same ones each time."""
        if self.content is None:
            self.content = self.make()
        return self.content


@dataclass(slots=True)
class MediaStore:
    """Every media file by its path, such as `/media/4b1fd03c9ae27715d0c2.jpg`."""

    files: dict[str, MediaFile] = field(default_factory=dict)

    def add(self, name: str, make: Callable[[], bytes], born_ms: int) -> str:
        """Keep a file under `/media/<name>` and return that path; the extension decides its type."""
        path = f"/media/{name}"
        mime = MIME.get(name.rpartition(".")[2], "application/octet-stream")
        self.files[path] = MediaFile(make, mime, born_ms)
        return path

    def serve(self, path: str, now_ms: int, life_ms: int) -> Response:
        """Return the file, or 404 when it never was or is no longer there."""
        file = self.files.get(path)
        if file is None or file.expired or now_ms - file.born_ms >= life_ms:
            return Response("Not Found", 404, media_type="text/plain")
        file.fetched += 1
        return Response(file.read(), media_type=file.mime)

    def expire(self, path: str | None) -> int:
        """Let one file, or all that exist now, expire; return how many did."""
        gone = [self.files[path]] if path in self.files else list(self.files.values()) if path is None else []
        for file in gone:
            file.expired = True
        return len(gone)


def picture(seed: int, *, small: bool = False) -> Callable[[], bytes]:
    """Return a maker of a JPEG; the small one is its thumbnail."""
    return (lambda: pictures.jpeg(seed, 20, 15)) if small else (lambda: pictures.jpeg(seed))


def document(name: str) -> Callable[[], bytes]:
    """Return a maker of a file that fits the extension of `name`."""
    extension = name.rpartition(".")[2].lower()
    makers: dict[str, Callable[[], bytes]] = {
        "pdf": lambda: pictures.pdf(name),
        "docx": lambda: pictures.docx(name),
        "mp4": pictures.mp4,
        "gif": pictures.gif,
        "png": lambda: pictures.png(len(name)),
        "jpg": lambda: pictures.jpeg(len(name)),
        "jpeg": lambda: pictures.jpeg(len(name)),
        "amr": lambda: pictures.amr(3),
    }
    return makers.get(extension, lambda: f"{name}\n".encode("utf-8", "replace"))
