"""Articles of the OA (zalo-openapi.md §6.1-6.3)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from console.zalo.caller import Caller
from console.zalo.errors import BadArgument, BadBody, EmptyUpload
from console.zalo.fields import (
    as_id,
    as_int,
    as_list,
    as_object,
    as_text,
    as_time_ms,
    need_id,
    need_range,
    need_text,
)
from console.zalo.payloads import need_object, need_reply_id
from console.zalo.secret import Secret

VIDEO_LIMIT = 50 * 1024 * 1024
_TEXT_LIMITS = {"title": 150, "author": 50, "description": 300}
_VIDEO_TYPES = {"mp4": "video/mp4", "avi": "video/x-msvideo"}


@dataclass(frozen=True, slots=True)
class Article:
    """An article's head line, or with ``body`` the whole (§6.1). Times in UTC milliseconds."""

    article_id: str
    type: str = ""
    title: str = ""
    author: str = ""
    description: str = ""
    status: str = ""
    comment: str = ""
    thumb: str = ""
    link_view: str = ""
    total_view: int | None = None
    total_share: int | None = None
    created_at_ms: int | None = None
    updated_at_ms: int | None = None
    body: tuple[dict[str, object], ...] = field(default=(), repr=False)
    raw: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """A slice of the article list; ``skipped`` counts entries without an id."""

    articles: tuple[Article, ...]
    total: int | None
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class VideoStatus:
    """A video on its way (§6.3). ``status``: 0 unknown, 1 ready, 2 locked, 3 processing, 4 failed, 5 deleted."""

    status: int | None
    video_id: str = ""
    percent: int | None = None
    error_code: int | None = None
    message: str = ""


class Articles:
    """Writes and reads articles. Writing is asynchronous: ``create`` gives a token, ``verify`` turns it into an id."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def create(self, article: Mapping[str, object]) -> str:
        """Hand in an article (members of §6.1; ``type`` is normal or video); return the token to verify."""
        path = "/v2.0/article/create"
        return need_reply_id(self._caller.post(path, _checked(article, path)), path, "token")

    def update(self, article_id: str, article: Mapping[str, object]) -> str:
        """Replace an article; return the token to verify."""
        path = "/v2.0/article/update"
        body = {**_checked(article, path), "id": need_id(article_id, path, "article_id")}
        return need_reply_id(self._caller.post(path, body), path, "token")

    def verify(self, token: str) -> str:
        """Return the article's id; ApiError -214 (retry BACKOFF) while it is being processed."""
        path = "/v2.0/article/verify"
        return need_reply_id(self._caller.post(path, {"token": need_id(token, path, "token")}), path, "id")

    def detail(self, article_id: str) -> Article:
        """Return one article in full."""
        path = "/v2.0/article/getdetail"
        return parse_article(
            self._caller.get_plain(path, {"id": need_id(article_id, path, "article_id")}), path
        )

    def slice(self, offset: int = 0, limit: int = 10, article_type: str = "normal") -> ArticlePage:
        """Return part of the list; ``article_type`` is normal or video. The largest ``limit`` is not documented."""
        path = "/v2.0/article/getslice"
        if article_type not in {"normal", "video"}:
            raise BadArgument(path, "article_type is normal or video")
        params = {
            "offset": str(need_range(offset, path, "offset", 0, 1_000_000)),
            "limit": str(need_range(limit, path, "limit", 1, 100)),
            "type": article_type,
        }
        return parse_article_page(self._caller.get_plain(path, params), path)

    def remove(self, article_id: str) -> None:
        """Delete an article."""
        path = "/v2.0/article/remove"
        self._caller.post(path, {"id": need_id(article_id, path, "article_id")})

    def prepare_video(self, name: str, content: bytes) -> Secret:
        """Upload an mp4 or avi of at most 50 MiB; return the token for ``verify_video``."""
        path = "/v2.0/article/upload_video/preparevideo"
        ending = need_text(name, path, "file name", 200).rpartition(".")[2].casefold()
        if ending not in _VIDEO_TYPES:
            raise BadArgument(path, "file name must end in mp4 or avi")
        if not content or len(content) > VIDEO_LIMIT:
            raise BadArgument(path, f"file has {len(content)} bytes, 1 to {VIDEO_LIMIT} are allowed")
        token = as_id(as_object(self._caller.upload(path, name, content, _VIDEO_TYPES[ending])).get("token"))
        if not token:
            raise EmptyUpload(path, "no token for the uploaded video")
        return Secret(token)

    def verify_video(self, token: Secret) -> VideoStatus:
        """Return how far the conversion has come; the token travels in a header (§6.3)."""
        path = "/v2.0/article/upload_video/verify"
        return parse_video(self._caller.get_plain(path, headers={"token": token}), path)


def _checked(article: Mapping[str, object], path: str) -> dict[str, object]:
    if article.get("type") not in {"normal", "video"}:
        raise BadArgument(path, "type is normal or video")
    for name, limit in _TEXT_LIMITS.items():
        value = article.get(name, "")
        if not isinstance(value, str):
            raise BadArgument(path, f"{name} is not text")
        need_text(value, path, name, limit, empty=name != "title")
    return dict(article)


def parse_article(data: object, where: str) -> Article:
    """Return one article, from the list or in full."""
    item = need_object(data, where)
    cover = as_object(item.get("cover"))
    return Article(
        article_id=need_reply_id(item, where, "id"),
        type=as_text(item.get("type")),
        title=as_text(item.get("title")),
        author=as_text(item.get("author")),
        description=as_text(item.get("description")),
        status=as_text(item.get("status")),
        comment=as_text(item.get("comment")),
        thumb=as_text(item.get("thumb")) or as_text(cover.get("photo_url")),
        link_view=as_text(item.get("link_view")),
        total_view=as_int(item.get("total_view")),
        total_share=as_int(item.get("total_share")),
        created_at_ms=as_time_ms(item.get("create_date")),
        updated_at_ms=as_time_ms(item.get("update_date")),
        body=tuple(part for part in map(as_object, as_list(item.get("body"))) if part),
        raw=item,
    )


def parse_article_page(data: object, where: str) -> ArticlePage:
    """Return a slice of the article list; entries without an id are counted, not fatal."""
    page = need_object(data, where)
    medias = page.get("medias")
    if not isinstance(medias, list):
        raise BadBody(where, "`data.medias` is not an array")
    good = [item for item in map(as_object, medias) if as_id(item.get("id"))]
    return ArticlePage(
        tuple(parse_article(item, where) for item in good), as_int(page.get("total")), len(medias) - len(good)
    )


def parse_video(data: object, where: str) -> VideoStatus:
    """Return how far a video upload has come."""
    video = need_object(data, where)
    return VideoStatus(
        as_int(video.get("status")),
        as_id(video.get("video_id")),
        as_int(video.get("convert_percent")),
        as_int(video.get("convert_error_code")),
        as_text(video.get("status_message")),
    )
