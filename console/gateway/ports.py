"""What the gateway needs of the parts around it, and what its workers give back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from console.cache.store import Store
from console.zalo.messages import StillAllowed
from console.zalo.oauth import TokenPair
from console.zalo.payloads import OaProfile, QuotaAsset, SendReceipt, UserDetail, UserList, UserQuota
from console.zalo.rows import RowPage
from console.zalo.secret import Secret

T = TypeVar("T")


class StoreCall(Protocol):
    """Runs work on the store's thread and waits for its result; in tests ``lambda work: work(store)``."""

    def __call__(self, work: Callable[[Store], T], /) -> T:
        """Return what ``work`` returns; raise what it raises."""
        ...


class ChatReads(Protocol):
    """The two reads of messages."""

    def list_recent_chat(self, offset: int = 0, count: int = 10) -> RowPage: ...

    def conversation(self, user_id: str, offset: int = 0, count: int = 10) -> RowPage: ...


class Sends(Protocol):
    """The forms of a consultation message that replies use."""

    def send_text(
        self,
        user_id: str,
        text: str,
        *,
        quote_message_id: str | None = None,
        still_allowed: StillAllowed = None,
    ) -> SendReceipt: ...

    def send_image(
        self,
        user_id: str,
        *,
        attachment_id: str | None = None,
        url: str | None = None,
        text: str = "",
        still_allowed: StillAllowed = None,
    ) -> SendReceipt: ...

    def send_gif(
        self,
        user_id: str,
        *,
        width: int,
        height: int,
        attachment_id: str | None = None,
        url: str | None = None,
        text: str = "",
        still_allowed: StillAllowed = None,
    ) -> SendReceipt: ...

    def send_file(self, user_id: str, token: str, *, still_allowed: StillAllowed = None) -> SendReceipt: ...


class FileUploads(Protocol):
    """Uploads; repeatable, unlike sends."""

    def image(self, name: str, content: bytes) -> str: ...

    def gif(self, name: str, content: bytes) -> str: ...

    def file(self, name: str, content: bytes) -> str: ...


class UserReads(Protocol):
    """Reads about users."""

    def detail(self, user_id: str) -> UserDetail: ...

    def list(
        self,
        *,
        offset: int = 0,
        count: int = 50,
        tag_name: str | None = None,
        period: str | None = None,
        is_follower: bool | None = None,
    ) -> UserList: ...


class OaReads(Protocol):
    """Reads about the OA itself."""

    def profile(self) -> OaProfile: ...

    def user_quota(self, user_id: str) -> UserQuota: ...

    def quota(
        self, *, owner: str = "OA", product_type: str | None = None, quota_type: str | None = None
    ) -> tuple[QuotaAsset, ...]: ...


class ZaloApi(Protocol):
    """The part of ``console.zalo.client.ZaloClient`` that the gateway uses. One per worker thread."""

    @property
    def chats(self) -> ChatReads: ...

    @property
    def messages(self) -> Sends: ...

    @property
    def uploads(self) -> FileUploads: ...

    @property
    def users(self) -> UserReads: ...

    @property
    def oa(self) -> OaReads: ...


class TokenShop(Protocol):
    """The part of ``console.zalo.oauth.OAuthClient`` that buys tokens."""

    def exchange_code(
        self,
        code: Secret,
        verifier: Secret | None = None,
        *,
        journal: Callable[[bytes], None] | None = None,
    ) -> TokenPair: ...

    def refresh(
        self, refresh_token: Secret, *, journal: Callable[[bytes], None] | None = None
    ) -> TokenPair: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a tick asks of its scheduler: to be called again in ``next_in_s`` seconds.

    ``worked`` says that something was done; ``trouble`` is Vietnamese text for the status bar, empty when all is well.
    """

    next_in_s: float
    worked: bool = False
    trouble: str = ""


class Worker(Protocol):
    """One duty of the gateway. A tick is bounded, never sleeps, and leaves everything durable that it claims done."""

    def tick(self) -> Outcome:
        """Do what is due now."""
        ...


class WaitError(Exception):
    """The rate limiter asks to wait before the next call."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"wait {seconds:.1f} s")
        self.seconds = seconds


class NotConnectedError(Exception):
    """There is no access token: the OA has not consented yet, or its consent has lapsed."""

    text_vi = "Chưa kết nối với Zalo OA. Vào Cài đặt để cấp quyền."
