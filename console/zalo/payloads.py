"""What the calls return, other than chat rows. Frozen; unknown members stay in ``raw`` where the document says they vary.

Members that identify a citizen are not in ``repr``.
"""

from dataclasses import dataclass, field
from datetime import date

from console.zalo.errors import BadBody
from console.zalo.fields import (
    as_bool,
    as_date,
    as_id,
    as_int,
    as_list,
    as_object,
    as_text,
    as_time_ms,
)


@dataclass(frozen=True, slots=True)
class SendQuota:
    """Who paid for a message (§3.1). ``quota_type``: reply, sub_quota, purchase_quota, reward_quota."""

    quota_type: str
    remain: int | None = None
    total: int | None = None
    expires: date | None = None
    owner_type: str = ""
    owner_id: str = ""


@dataclass(frozen=True, slots=True)
class SendReceipt:
    """Zalo took the message and gave it this id. ``sent_at_ms`` is UTC milliseconds; both optionals may be absent."""

    message_id: str
    user_id: str = field(default="", repr=False)
    sent_at_ms: int | None = None
    quota: SendQuota | None = None


@dataclass(frozen=True, slots=True)
class SharedInfo:
    """What a citizen chose to tell the OA. Empty text where absent; ``phone`` as digits."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    city: str = field(default="", repr=False)
    district: str = field(default="", repr=False)
    ward: str = field(default="", repr=False)
    user_dob: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class UserDetail:
    """A citizen as Zalo knows them (§2.4). ``is_sensitive``: under 18. ``shared`` is None when Zalo sent none."""

    user_id: str = field(repr=False)
    user_id_by_app: str = field(default="", repr=False)
    external_id: str = field(default="", repr=False)
    display_name: str = field(default="", repr=False)
    alias: str = field(default="", repr=False)
    is_sensitive: bool | None = None
    is_follower: bool | None = None
    last_interaction: date | None = None
    avatar: str = field(default="", repr=False)
    avatars: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    dynamic_param: str = field(default="", repr=False)
    tag_names: tuple[str, ...] = ()
    notes: tuple[str, ...] = field(default=(), repr=False)
    shared: SharedInfo | None = field(default=None, repr=False)
    raw: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class UserList:
    """A page of user ids (§2.5). ``skipped`` counts entries without a usable id."""

    total: int | None
    offset: int | None
    user_ids: tuple[str, ...] = field(repr=False)
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class OaProfile:
    """The OA itself (§2.6). ``oa_type``: 2 business, 4 government."""

    oa_id: str
    name: str = ""
    description: str = ""
    alias: str = ""
    is_verified: bool | None = None
    oa_type: int | None = None
    category: str = ""
    follower_count: int | None = None
    avatar: str = ""
    cover: str = ""
    package_name: str = ""
    package_valid_through: date | None = None
    package_renews: date | None = None
    linked_zca: str = ""
    raw: dict[str, object] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class UserQuota:
    """What may still be sent to one citizen (§6.6). Times in UTC milliseconds."""

    last_interaction_ms: int | None
    reply_remain: int | None
    reply_total: int | None
    promotion_daily_remain: int | None = None
    promotion_daily_total: int | None = None
    promotion_monthly_remain: int | None = None
    promotion_monthly_total: int | None = None


@dataclass(frozen=True, slots=True)
class QuotaAsset:
    """One package or purchase that messages are paid from (§6.6)."""

    asset_id: str
    product_type: str
    quota_type: str
    valid_through: date | None
    total: int | None
    remain: int | None


def need_object(data: object, where: str) -> dict[str, object]:
    """Return ``data`` or raise BadBody when it is not an object."""
    if not isinstance(data, dict):
        raise BadBody(where, "`data` is not an object")
    return data


def need_reply_id(data: object, where: str, *names: str) -> str:
    """Return the first id that ``data`` has under ``names``, or raise BadBody."""
    found = next((text for name in names if (text := as_id(need_object(data, where).get(name)))), "")
    if not found:
        raise BadBody(where, f"no {names[0]} in the reply")
    return found


def parse_send_quota(value: object) -> SendQuota | None:
    """Return the quota of a send, v3 (texts) or v2 (numbers, ``type``); None when absent or odd."""
    quota = as_object(value)
    quota_type = as_text(quota.get("quota_type")) or as_text(quota.get("type"))
    if not quota_type:
        return None
    return SendQuota(
        quota_type,
        as_int(quota.get("remain")),
        as_int(quota.get("total")),
        as_date(quota.get("expired_date")),
        as_text(quota.get("owner_type")),
        as_id(quota.get("owner_id")),
    )


def parse_receipt(data: object) -> SendReceipt | None:
    """Return the receipt, None without a message id. Nothing else in it can make a sent message look unsent."""
    reply = as_object(data)
    message_id = as_id(reply.get("message_id"))
    if not message_id:
        return None
    return SendReceipt(
        message_id,
        as_id(reply.get("user_id")),
        as_time_ms(reply.get("sent_time")),
        parse_send_quota(reply.get("quota")),
    )


def parse_user(data: object, where: str) -> UserDetail:
    """Return a user detail; members may be absent, ``shared_info.phone`` may be 0, a number or text (§9, quirk 5)."""
    user = need_object(data, where)
    labels = as_object(user.get("tags_and_notes_info"))
    avatars = as_object(user.get("avatars"))
    return UserDetail(
        user_id=need_reply_id(user, where, "user_id"),
        user_id_by_app=as_id(user.get("user_id_by_app")),
        external_id=as_text(user.get("user_external_id")),
        display_name=as_text(user.get("display_name")),
        alias=as_text(user.get("user_alias")),
        is_sensitive=as_bool(user.get("is_sensitive")),
        is_follower=as_bool(user.get("user_is_follower")),
        last_interaction=as_date(user.get("user_last_interaction_date")),
        avatar=as_text(user.get("avatar")),
        avatars=tuple((size, as_text(url)) for size, url in sorted(avatars.items())),
        dynamic_param=as_text(user.get("dynamic_param")),
        tag_names=_texts(labels.get("tag_names")),
        notes=_texts(labels.get("notes")),
        shared=_shared(user.get("shared_info")),
        raw=user,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for item in as_list(value) if (text := as_text(item)))


def _shared(value: object) -> SharedInfo | None:
    if not isinstance(value, dict):
        return None
    phone = as_text(value.get("phone"))
    return SharedInfo(
        name=as_text(value.get("name")),
        phone="" if phone == "0" else phone,
        address=as_text(value.get("address")),
        city=as_text(value.get("city")),
        district=as_text(value.get("district")),
        ward=as_text(value.get("ward")),
        user_dob=as_text(value.get("user_dob")),
    )


def parse_user_list(data: object, where: str) -> UserList:
    """Return a page of user ids. The reply's ``count`` only echoes the request and is not read (§2.5)."""
    page = need_object(data, where)
    users = page.get("users")
    if not isinstance(users, list):
        raise BadBody(where, "`data.users` is not an array")
    ids = [as_id(as_object(item).get("user_id")) for item in users]
    known = tuple(user_id for user_id in ids if user_id)
    return UserList(as_int(page.get("total")), as_int(page.get("offset")), known, len(ids) - len(known))


def parse_profile(data: object, where: str) -> OaProfile:
    """Return the OA's profile; its id is ``oaid`` or ``oa_id`` (§2.6)."""
    oa = need_object(data, where)
    return OaProfile(
        oa_id=need_reply_id(oa, where, "oaid", "oa_id"),
        name=as_text(oa.get("name")),
        description=as_text(oa.get("description")),
        alias=as_text(oa.get("oa_alias")),
        is_verified=as_bool(oa.get("is_verified")),
        oa_type=as_int(oa.get("oa_type")),
        category=as_text(oa.get("cate_name")),
        follower_count=as_int(oa.get("num_follower")),
        avatar=as_text(oa.get("avatar")),
        cover=as_text(oa.get("cover")),
        package_name=as_text(oa.get("package_name")),
        package_valid_through=as_date(oa.get("package_valid_through_date")),
        package_renews=as_date(oa.get("package_auto_renew_date")),
        linked_zca=as_text(oa.get("linked_ZCA")),
        raw=oa,
    )


def parse_user_quota(data: object, where: str) -> UserQuota:
    """Return what may still be sent to one user."""
    quota = need_object(data, where)
    reply, promotion = as_object(quota.get("cs_reply")), as_object(quota.get("promotion"))
    return UserQuota(
        as_time_ms(quota.get("last_interaction")),
        as_int(reply.get("remain")),
        as_int(reply.get("total")),
        as_int(promotion.get("daily_remain")),
        as_int(promotion.get("daily_total")),
        as_int(promotion.get("monthly_remain")),
        as_int(promotion.get("monthly_total")),
    )


def parse_quota_assets(data: object, where: str) -> tuple[QuotaAsset, ...]:
    """Return the OA's packages and purchases."""
    if not isinstance(data, list):
        raise BadBody(where, "`data` is not an array")
    return tuple(
        QuotaAsset(
            as_id(item.get("asset_id")),
            as_text(item.get("product_type")),
            as_text(item.get("quota_type")),
            as_date(item.get("valid_through")),
            as_int(item.get("total")),
            as_int(item.get("remain")),
        )
        for item in map(as_object, data)
        if item
    )
