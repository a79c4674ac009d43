"""Tags on users, as Zalo keeps them (zalo-openapi.md §5)."""

from console.zalo.caller import Caller
from console.zalo.errors import BadBody
from console.zalo.fields import as_text, need_id, need_text

_NAME_LIMIT = 200


class Tags:
    """Puts tags on users and takes them off. Ids go out as strings: a number would tag the wrong person."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def tag(self, user_id: str, tag_name: str) -> None:
        """Tag a user; an unknown tag is created."""
        self._change("/v2.0/oa/tag/tagfollower", user_id, tag_name)

    def untag(self, user_id: str, tag_name: str) -> None:
        """Take a tag off a user."""
        self._change("/v2.0/oa/tag/rmfollowerfromtag", user_id, tag_name)

    def remove(self, tag_name: str) -> None:
        """Delete a tag; it leaves all users."""
        path = "/v2.0/oa/tag/rmtag"
        self._caller.post(path, {"tag_name": need_text(tag_name, path, "tag_name", _NAME_LIMIT)})

    def list(self) -> tuple[str, ...]:
        """Return the names of all tags of the OA."""
        path = "/v2.0/oa/tag/gettagsofoa"
        data = self._caller.get(path)
        if not isinstance(data, list):
            raise BadBody(path, "`data` is not an array")
        return tuple(text for item in data if (text := as_text(item)))

    def _change(self, path: str, user_id: str, tag_name: str) -> None:
        body = {
            "user_id": need_id(user_id, path, "user_id"),
            "tag_name": need_text(tag_name, path, "tag_name", _NAME_LIMIT),
        }
        self._caller.post(path, body)
