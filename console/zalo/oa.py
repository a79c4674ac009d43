"""The OA itself: profile and quota (zalo-openapi.md §2.6, §6.6)."""

from console.zalo.caller import Caller
from console.zalo.fields import need_id, need_text
from console.zalo.payloads import (
    OaProfile,
    QuotaAsset,
    UserQuota,
    parse_profile,
    parse_quota_assets,
    parse_user_quota,
)

_QUOTA = "/v3.0/oa/quota/message"


class Oa:
    """Reads the OA's profile and what it may still send."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def profile(self) -> OaProfile:
        """Return the OA's profile."""
        path = "/v2.0/oa/getoa"
        return parse_profile(self._caller.get(path), path)

    def user_quota(self, user_id: str) -> UserQuota:
        """Return what may still be sent to one user."""
        body = {"user_id": need_id(user_id, _QUOTA, "user_id")}
        return parse_user_quota(self._caller.post(_QUOTA, body), _QUOTA)

    def quota(
        self, *, owner: str = "OA", product_type: str | None = None, quota_type: str | None = None
    ) -> tuple[QuotaAsset, ...]:
        """Return packages and purchases. ``owner`` OA or APP; the filters cs/transaction and sub_/purchase_/reward_quota."""
        body: dict[str, object] = {"quota_owner": need_text(owner, _QUOTA, "owner", 10)}
        if product_type is not None:
            body["product_type"] = need_text(product_type, _QUOTA, "product_type", 30)
        if quota_type is not None:
            body["quota_type"] = need_text(quota_type, _QUOTA, "quota_type", 30)
        return parse_quota_assets(self._caller.post(_QUOTA, body), _QUOTA)
