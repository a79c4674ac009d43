"""Videos for articles: handed in, converted for a while, then named by an id (API document §6.3)."""

from dataclasses import dataclass

from starlette.datastructures import UploadFile
from starlette.requests import Request

from console.simulator.access import require_token
from console.simulator.state import Video, of
from console.simulator.wire import Answer, ApiError, invalid, success

LIMIT = 50 * 1024 * 1024
READY, PROCESSING, FAILED = 1, 3, 4


@dataclass(frozen=True, slots=True)
class _Format:
    """Where a video file shows what it is."""

    at: int
    mark: bytes


FORMATS = {"mp4": _Format(4, b"ftyp"), "avi": _Format(0, b"RIFF")}


async def prepare(request: Request) -> Answer:
    """`POST /v2.0/article/upload_video/preparevideo`: avi or mp4 up to 50 MB; answers a token."""
    state = of(request)
    require_token(request)
    if not request.headers.get("content-type", "").startswith("multipart/form-data"):
        raise invalid("file")
    async with request.form() as form:
        part = form.get("file")
        if not isinstance(part, UploadFile):
            raise invalid("file")
        name, content = part.filename or "", await part.read()
    known = FORMATS.get(name.rpartition(".")[2].lower())
    if known is None:
        raise ApiError(-201, "file is invalid. We only support avi and mp4")
    if len(content) > LIMIT:
        raise ApiError(-210)
    token = state.token_text()
    broken = not content.startswith(known.mark, known.at)
    state.videos[token] = Video(name, len(content), state.hex_id(), state.knobs.article_pending, broken)
    return success({"token": token})


async def verify(request: Request) -> Answer:
    """`GET /v2.0/article/upload_video/verify`: how far the conversion is; the token comes in a header of that name."""
    state = of(request)
    require_token(request)
    video = state.videos.get(request.headers.get("token", ""))
    if video is None:
        raise invalid("token")
    status = PROCESSING if video.pending > 0 else FAILED if video.broken else READY
    video.pending = max(video.pending - 1, 0)
    words = {
        PROCESSING: "Video is being converted",
        FAILED: "Video cannot be converted",
        READY: "Video is ready",
    }
    return success(
        {
            "status_message": words[status],
            "video_name": video.name,
            "video_size": video.size,
            "convert_percent": 100 if status == READY else 0,
            "convert_error_code": int(status == FAILED),
            "video_id": video.video_id,
            "status": status,
        }
    )
