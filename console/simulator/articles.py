"""Articles: written asynchronously, read with plain query parameters (API document §6.1, §6.2)."""

from typing import Any

from starlette.requests import Request

from console.simulator.access import require_token
from console.simulator.state import State, of
from console.simulator.wire import Answer, ApiError, a_text, an_object, body_object, invalid, success, whole

PAGE = 50
PARTS = {"text": "content", "image": "url", "video": "", "product": "id"}


async def create(request: Request) -> Answer:
    """`POST /v2.0/article/create`: answers a token to be verified."""
    state = of(request)
    require_token(request)
    article = _checked(await body_object(request))
    if len(state.articles) >= state.knobs.article_quota:
        raise ApiError(-223, "Your OA has reach the limit quota create article")
    now = state.now()
    article |= {
        "id": state.hex_id(),
        "create_date": now,
        "update_date": now,
        "total_view": 0,
        "total_share": 0,
    }
    return _accept(state, article)


async def update(request: Request) -> Answer:
    """`POST /v2.0/article/update`: the whole article again, with its `id`."""
    state = of(request)
    require_token(request)
    body = await body_object(request)
    before = _known(state, a_text(body, "id"))
    return _accept(state, before | _checked(body) | {"update_date": state.now()})


async def verify(request: Request) -> Answer:
    """`POST /v2.0/article/verify`: the id, or -214 while it is being processed."""
    state = of(request)
    require_token(request)
    token = a_text(await body_object(request), "token")
    if token not in state.article_tokens:
        raise invalid("token")
    article_id, pending = state.article_tokens[token]
    if pending > 0:
        state.article_tokens[token] = (article_id, pending - 1)
        raise ApiError(-214)
    return success({"id": article_id})


async def getdetail(request: Request) -> Answer:
    """`GET /v2.0/article/getdetail?id=`."""
    state = of(request)
    require_token(request)
    article = _known(state, request.query_params.get("id", ""))
    hidden = {"create_date", "update_date", "total_view", "total_share"}
    shown = {name: value for name, value in article.items() if name not in hidden}
    if shown["type"] == "video":
        shown["status"] = int(shown["status"] == "show")
    else:
        shown["cite"] = {"url": "", "lablel": ""}
    return success(shown)


async def getslice(request: Request) -> Answer:
    """`GET /v2.0/article/getslice?offset=&limit=&type=`, newest first."""
    state = of(request)
    require_token(request)
    query = request.query_params
    offset, limit, kind = whole(query, "offset"), whole(query, "limit"), query.get("type", "normal")
    if kind not in {"normal", "video"}:
        raise invalid("type")
    if limit > PAGE:
        raise ApiError(-210)
    found = [article for article in reversed(state.articles.values()) if article["type"] == kind]
    names = ("id", "type", "title", "status", "total_view", "total_share", "create_date", "update_date")
    medias = [
        {name: article[name] for name in names}
        | {"thumb": f"{state.base_url}/media/oa.png", "link_view": f"{state.base_url}/d/{article['id']}"}
        for article in found[offset : offset + limit]
    ]
    return success({"medias": medias, "total": len(found)})


async def remove(request: Request) -> Answer:
    """`POST /v2.0/article/remove`."""
    state = of(request)
    require_token(request)
    article = _known(state, a_text(await body_object(request), "id"))
    del state.articles[article["id"]]
    return success()


def _known(state: State, article_id: str) -> dict[str, Any]:
    article = state.articles.get(article_id)
    if article is None:
        raise invalid("id")
    return article


def _accept(state: State, article: dict[str, Any]) -> Answer:
    state.articles[article["id"]] = article
    token = state.token_text()
    state.article_tokens[token] = (article["id"], state.knobs.article_pending)
    return success({"token": token})


def _checked(body: dict[str, Any]) -> dict[str, Any]:
    """Return the members of an article that are kept.

    Raises:
        ApiError: -201 naming the member, or -210 for one that is too long.

    """
    kind = body.get("type")
    article: dict[str, Any] = {
        "type": kind,
        "title": a_text(body, "title", limit=150),
        "description": a_text(body, "description", limit=300),
        "status": _shown(body, "status", "hide"),
        "comment": _shown(body, "comment", "show"),
    }
    if kind == "video":
        return article | {"video_id": a_text(body, "video_id"), "avatar": a_text(body, "avatar")}
    if kind != "normal":
        raise invalid("type")
    parts = body.get("body")
    if not isinstance(parts, list) or not parts:
        raise invalid("body")
    for part in parts:
        if not isinstance(part, dict) or part.get("type") not in PARTS:
            raise invalid("body")
        needed = PARTS[part["type"]]
        if needed:
            a_text(part, needed)
        elif not ("url" in part or "video_id" in part):
            raise invalid("body")
    return article | {
        "author": a_text(body, "author", limit=50, required=False),
        "cover": _cover(body),
        "body": parts,
        "related_medias": body.get("related_medias", []),
    }


def _cover(body: dict[str, Any]) -> dict[str, Any]:
    cover = an_object(body, "cover")
    if cover.get("cover_type") == "photo":
        a_text(cover, "photo_url")
    elif cover.get("cover_type") == "video":
        a_text(cover, "video_id")
    else:
        raise invalid("cover_type")
    return cover


def _shown(body: dict[str, Any], name: str, default: str) -> str:
    value = body.get(name, default)
    if value not in {"show", "hide"}:
        raise invalid(name)
    return str(value)
