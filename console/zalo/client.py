"""The OA client: one per worker thread."""

import ssl
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

from console.zalo.articles import Articles
from console.zalo.caller import Caller
from console.zalo.chats import Chats
from console.zalo.guards import check_base_url
from console.zalo.messages import Messages
from console.zalo.network import Resolve, system_resolve
from console.zalo.oa import Oa
from console.zalo.secret import Secret
from console.zalo.session import HttpSession, Limits, RateInfo
from console.zalo.tags import Tags
from console.zalo.uploads import Uploads
from console.zalo.users import Users

OPENAPI_URL = "https://openapi.zalo.me"


class ZaloClient:
    """Everything of ``openapi.zalo.me`` that the console uses.

    ``access_token`` is called before every request, so that a rotation is seen at once. ``proof_secret`` is the app secret,
    given only when the app demands ``appsecret_proof``. ``proxy`` is ``http://host:port``; environment variables are not
    read. ``on_rate`` gets the rate headers of each reply that has them,
    ``on_date`` the ``Date`` (UTC ms) of each whole answer. ``mono`` gives monotonic seconds.

    Raises ValueError for a ``base_url`` that is neither https nor this machine.
    """

    def __init__(
        self,
        access_token: Callable[[], Secret],
        *,
        base_url: str = OPENAPI_URL,
        proof_secret: Secret | None = None,
        limits: Limits = Limits(),  # noqa: B008 - frozen
        proxy: str | None = None,
        ssl_context: ssl.SSLContext | None = None,
        mono: Callable[[], float] = time.monotonic,
        resolve: Resolve = system_resolve,
        on_rate: Callable[[RateInfo], None] | None = None,
        on_date: Callable[[int], None] | None = None,
    ) -> None:
        checked = check_base_url(base_url)
        self._session = HttpSession(
            limits=limits, proxy=proxy, ssl_context=ssl_context, mono=mono, resolve=resolve
        )
        self._caller = Caller(self._session, checked, access_token, proof_secret, on_rate, on_date)
        self.chats = Chats(self._caller)
        self.messages = Messages(self._caller)
        self.uploads = Uploads(self._caller)
        self.users = Users(self._caller)
        self.oa = Oa(self._caller)
        self.tags = Tags(self._caller)
        self.articles = Articles(self._caller)

    @property
    def rate(self) -> RateInfo | None:
        """Return the rate headers of the last reply that had them."""
        return self._caller.rate

    def close(self) -> None:
        """Close the connection."""
        self._session.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, exc_type: type[BaseException] | None, exc: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()
