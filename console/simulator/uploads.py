"""Uploads of images, gifs and files, with their limits (API document §4)."""

from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.requests import Request

from console.simulator.access import require_token
from console.simulator.state import Upload, of
from console.simulator.wire import Answer, ApiError, invalid, success

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Rule:
    """What one upload call accepts, and how it names the result."""

    kind: str
    starts: dict[str, tuple[bytes, ...]]
    limit: int
    answer: str
    refusal: str


IMAGE = Rule(
    "image",
    {"jpg": (b"\xff\xd8\xff",), "jpeg": (b"\xff\xd8\xff",), "png": (b"\x89PNG\r\n\x1a\n",)},
    MIB,
    "attachment_id",
    "file is invalid. We only support png and jpeg",
)
GIF = Rule(
    "gif", {"gif": (b"GIF87a", b"GIF89a")}, 5 * MIB, "attachment_id", "file is invalid. We only support gif"
)
# A csv has no signature.
FILE = Rule(
    "file",
    {"pdf": (b"%PDF-",), "doc": (b"\xd0\xcf\x11\xe0",), "docx": (b"PK\x03\x04",), "csv": (b"",)},
    5 * MIB,
    "token",
    "file is invalid. We only support pdf, doc and docx",
)


async def image(request: Request) -> Answer:
    """`POST /v2.0/oa/upload/image`: jpg or png up to 1 MB."""
    return await _take(request, IMAGE)


async def gif(request: Request) -> Answer:
    """`POST /v2.0/oa/upload/gif`: gif up to 5 MB."""
    return await _take(request, GIF)


async def file(request: Request) -> Answer:
    """`POST /v2.0/oa/upload/file`: pdf, doc, docx or csv up to 5 MB."""
    return await _take(request, FILE)


async def _take(request: Request, rule: Rule) -> Answer:
    state = of(request)
    require_token(request)
    if state.upload_counts.get(rule.kind, 0) >= state.knobs.upload_quota:
        raise ApiError(-211)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise invalid("file")
    async with request.form() as form:
        part = form.get("file", form.get("image") if rule.kind == "gif" else None)
        if part is None:
            raise invalid("file")
        if not isinstance(part, UploadFile) or "." not in (part.filename or ""):
            # The live service answers success with nothing in it when the part has no usable file name.
            return success({})
        name, content = part.filename or "", await part.read()
    starts = rule.starts.get(name.rpartition(".")[2].lower())
    if starts is None or not content.startswith(starts):
        raise ApiError(-201, rule.refusal)
    if len(content) > rule.limit:
        raise ApiError(-210)
    state.upload_counts[rule.kind] = state.upload_counts.get(rule.kind, 0) + 1
    token = state.token_text()
    state.uploads[token] = Upload(rule.kind, name, content, state.now())
    return success({rule.answer: token})
