"""Uploads (zalo-openapi.md §4). The part needs a file name with the right ending, or Zalo answers with empty data."""

from console.zalo.caller import Caller
from console.zalo.errors import BadArgument, EmptyUpload
from console.zalo.fields import as_id, as_object, need_text
from console.zalo.sniff import HEAD, MediaKind, sniff

IMAGE_LIMIT = 1024 * 1024
GIF_LIMIT = 5 * 1024 * 1024
FILE_LIMIT = 5 * 1024 * 1024
_NAME_LIMIT = 200

_MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "csv": "text/csv",
}
# Endings whose content can be told; doc and csv are taken on their word.
_KINDS = {
    "jpg": MediaKind.JPEG,
    "jpeg": MediaKind.JPEG,
    "png": MediaKind.PNG,
    "gif": MediaKind.GIF,
    "pdf": MediaKind.PDF,
    "docx": MediaKind.ZIP,
}


class Uploads:
    """Puts a file on Zalo's servers for seven days; the id returned goes into a message."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def image(self, name: str, content: bytes) -> str:
        """Upload a jpg or png of at most 1 MiB; return its attachment id."""
        return self._upload("/v2.0/oa/upload/image", name, content, ("jpg", "jpeg", "png"), IMAGE_LIMIT)

    def gif(self, name: str, content: bytes) -> str:
        """Upload a gif of at most 5 MiB; return its attachment id."""
        return self._upload("/v2.0/oa/upload/gif", name, content, ("gif",), GIF_LIMIT)

    def file(self, name: str, content: bytes) -> str:
        """Upload a pdf, doc, docx or csv of at most 5 MiB; return its token. The citizen sees ``name``."""
        return self._upload("/v2.0/oa/upload/file", name, content, ("pdf", "doc", "docx", "csv"), FILE_LIMIT)

    def _upload(self, path: str, name: str, content: bytes, endings: tuple[str, ...], limit: int) -> str:
        need_text(name, path, "file name", _NAME_LIMIT)
        ending = name.rpartition(".")[2].casefold() if "." in name else ""
        if ending not in endings:
            raise BadArgument(path, f"file name must end in {', '.join(endings)}")
        if not content or len(content) > limit:
            raise BadArgument(path, f"file has {len(content)} bytes, 1 to {limit} are allowed")
        if ending in _KINDS and sniff(content[:HEAD]) is not _KINDS[ending]:
            raise BadArgument(path, f"content is not what the ending .{ending} says")
        data = as_object(self._caller.upload(path, name, content, _MEDIA_TYPES[ending]))
        # Both names are seen for every kind (§4).
        found = as_id(data.get("attachment_id")) or as_id(data.get("token"))
        if not found:
            raise EmptyUpload(path, "no id for the uploaded file")
        return found
