"""The two reads of messages (zalo-openapi.md §2.1, §2.2)."""

from console.zalo.caller import Caller
from console.zalo.fields import need_id, need_range
from console.zalo.rows import RowPage, parse_page

PAGE = 10
"""Most rows one call gives; asking for more is refused (-210)."""
_MAX_OFFSET = 10_000_000


class Chats:
    """Reads rows, newest first, of the whole OA or of one user; both directions."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list_recent_chat(self, offset: int = 0, count: int = PAGE) -> RowPage:
        """Return rows of all users; ``offset`` 0 is the newest. The list slides while new messages arrive."""
        return self._read("/v2.0/oa/listrecentchat", {}, offset, count)

    def conversation(self, user_id: str, offset: int = 0, count: int = PAGE) -> RowPage:
        """Return rows exchanged with one user."""
        path = "/v2.0/oa/conversation"
        return self._read(path, {"user_id": need_id(user_id, path, "user_id")}, offset, count)

    def _read(self, path: str, data: dict[str, object], offset: int, count: int) -> RowPage:
        data["offset"] = need_range(offset, path, "offset", 0, _MAX_OFFSET)
        data["count"] = need_range(count, path, "count", 1, PAGE)
        # Not `get`: a poisoned row is set aside, it does not refuse the page.
        return parse_page(self._caller.get_body(path, data).get("data"), path)
