"""Users (zalo-openapi.md §2.4, §2.5, §2.7)."""

import re
from collections.abc import Mapping

from console.zalo.caller import Caller
from console.zalo.errors import BadArgument
from console.zalo.fields import need_id, need_range, need_text
from console.zalo.payloads import UserDetail, UserList, parse_user, parse_user_list

PAGE = 50
LAST_OFFSET = 9951
_PERIOD = re.compile(r"TODAY|YESTERDAY|L7D|L30D|\d{4}_\d\d_\d\d:\d{4}_\d\d_\d\d", re.ASCII)
_SHARED_MEMBERS = frozenset({"name", "phone", "address", "city_id", "district_id", "user_dob"})


class Users:
    """Reads and edits what the OA knows of its users."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def detail(self, user_id: str) -> UserDetail:
        """Return one user."""
        path = "/v3.0/oa/user/detail"
        return parse_user(self._caller.get(path, {"user_id": need_id(user_id, path, "user_id")}), path)

    def list(
        self,
        *,
        offset: int = 0,
        count: int = PAGE,
        tag_name: str | None = None,
        period: str | None = None,
        is_follower: bool | None = None,
    ) -> UserList:
        """Return a page of user ids.

        ``offset`` 0..9951, ``count`` 1..50; ``period`` is TODAY, YESTERDAY, L7D, L30D or YYYY_MM_DD:YYYY_MM_DD of the last
        interaction (L7D and L30D leave out today).
        """
        path = "/v3.0/oa/user/getlist"
        data: dict[str, object] = {
            "offset": need_range(offset, path, "offset", 0, LAST_OFFSET),
            "count": need_range(count, path, "count", 1, PAGE),
        }
        if tag_name is not None:
            data["tag_name"] = need_text(tag_name, path, "tag_name", 200)
        if period is not None:
            if not _PERIOD.fullmatch(period):
                raise BadArgument(path, "period is none of the documented forms")
            data["last_interaction_period"] = period
        if is_follower is not None:
            data["is_follower"] = is_follower
        return parse_user_list(self._caller.get(path, data), path)

    def update(
        self,
        user_id: str,
        *,
        alias: str | None = None,
        external_id: str | None = None,
        shared_info: Mapping[str, str] | None = None,
    ) -> None:
        """Change what the OA notes about a user; members left out stay. Shared members: name, phone, address, city_id, …"""
        path = "/v3.0/oa/user/update"
        body: dict[str, object] = {"user_id": need_id(user_id, path, "user_id")}
        if alias is not None:
            body["user_alias"] = need_text(alias, path, "alias", 200, empty=True)
        if external_id is not None:
            body["user_external_id"] = need_text(external_id, path, "external_id", 200, empty=True)
        if shared_info is not None:
            if not shared_info.keys() <= _SHARED_MEMBERS:
                raise BadArgument(path, "shared_info has a member the API does not know")
            body["shared_info"] = {
                name: need_text(value, path, name, 500, empty=True) for name, value in shared_info.items()
            }
        if len(body) == 1:
            raise BadArgument(path, "nothing to change")
        self._caller.post(path, body)
