"""One HTTP exchange with a total deadline, a size cap, and a verdict on what may have left this machine."""

import contextlib
import http.cookiejar
import ssl
import threading
import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import unquote_plus

import httpcore
import httpx

from console.zalo.bodies import EncodingError, decoded_chunks
from console.zalo.errors import BadArgument, BadBody, Cause, NotSent, OutcomeUnknown
from console.zalo.guards import default_ssl_context, hush
from console.zalo.network import Deadline, DeadlineTransport, DnsError, Resolve, TlsError, system_resolve
from console.zalo.secret import Secret

_LONGEST_WAIT_S = 3600.0
# What may go wrong between asking and the last byte of the answer.
TROUBLE = (
    httpcore.TimeoutException,
    httpcore.NetworkError,
    httpcore.ProtocolError,
    httpcore.UnsupportedProtocol,
    httpcore.ProxyError,
    httpx.HTTPError,
    httpx.StreamError,
)


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one call: seconds in all, to connect, of silence; bytes of a reply after decompression.

    A page of ten rows of a million characters must still fit: one that is refused hides the rows around it, and the
    inbox would stand still until it has slid away.
    """

    total_s: float = 30.0
    connect_s: float = 10.0
    idle_s: float = 15.0
    max_body: int = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class RateInfo:
    """``X-RateLimit-Limit`` and ``X-RateLimit-Remain``: calls per minute of the app; None where absent."""

    limit: int | None
    remain: int | None


@dataclass(frozen=True, slots=True)
class Reply:
    """A complete reply of any status. ``retry_after_s`` is in seconds, at most an hour."""

    status: int
    body: bytes = field(repr=False)
    rate: RateInfo = RateInfo(None, None)
    retry_after_s: float | None = None
    date_ms: int | None = None
    """``Date``: when the server made it (UTC ms, whole seconds); None where it is missing or no date."""


@dataclass(slots=True)
class _Departure:
    """Learns from httpcore whether the request's first byte is about to leave, and may still say no."""

    still_allowed: Callable[[], bool] | None
    begun: bool = False

    def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        # A proxy's CONNECT comes through here too; it is not the request.
        if not event.endswith("send_request_headers.started") or info["request"].method == b"CONNECT":
            return
        if self.still_allowed is not None and not self.still_allowed():
            raise _Withdrawn
        self.begun = True


class _Withdrawn(Exception):  # noqa: N818 - not an error: the caller took the permission back
    pass


class _SecretInUrl(Exception):  # noqa: N818 - becomes NotSent before anybody else sees it
    pass


class HttpSession:
    """A connection to one host for one thread; a second thread gets RuntimeError.

    No redirects, no cookies, no retries, nothing from the environment (a proxy variable or a ``.netrc`` could otherwise
    see or add credentials): a proxy is named by the settings or not used.
    """

    def __init__(
        self,
        *,
        limits: Limits,
        proxy: str | None = None,
        ssl_context: ssl.SSLContext | None = None,
        mono: Callable[[], float] = time.monotonic,
        resolve: Resolve = system_resolve,
    ) -> None:
        hush()
        self._limits = limits
        self._deadline = Deadline(mono)
        self._busy = threading.Lock()
        self._secrets: tuple[str, ...] = ()
        self._http = httpx.Client(
            transport=DeadlineTransport(
                self._deadline, ssl_context=ssl_context or default_ssl_context(), resolve=resolve, proxy=proxy
            ),
            cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=[])),
            follow_redirects=False,
            trust_env=False,
            headers={"accept": "application/json", "accept-encoding": "gzip", "user-agent": "ban-truc"},
            event_hooks={"request": [self._refuse_secret_in_url]},
        )

    def exchange(
        self,
        method: str,
        url: str,
        *,
        where: str,
        secrets: Collection[Secret] = (),
        headers: Mapping[str, str | Secret] | None = None,
        params: Mapping[str, str] | None = None,
        content: bytes | None = None,
        form: Mapping[str, str | Secret] | None = None,
        files: Mapping[str, tuple[str, bytes, str]] | None = None,
        still_allowed: Callable[[], bool] | None = None,
    ) -> Reply:
        """Do one request and return its whole reply, whatever the status.

        ``still_allowed`` is asked once the connection stands, before the first byte of the request; False withdraws it.

        Raises: NotSent (nothing left), OutcomeUnknown (something may have), BadBody (too big, broken compression).
        """
        if not self._busy.acquire(blocking=False):
            raise RuntimeError("one client serves one thread at a time")
        departure = _Departure(still_allowed)
        self._deadline.start(self._limits.total_s)
        try:
            self._secrets = tuple(secret.reveal() for secret in secrets if secret)
            request = self._http.build_request(
                method,
                url,
                params=params,
                content=content,
                data=None if form is None else {name: _plain(value, where) for name, value in form.items()},
                files=files,
                headers={name: _header(value, where) for name, value in (headers or {}).items()},
                timeout=self._timeout(),
                extensions={"trace": departure},
            )
            with contextlib.closing(self._http.send(request, stream=True)) as response:
                return self._read(response, where)
        except _Withdrawn:
            raise NotSent(where, Cause.WITHDRAWN) from None
        except _SecretInUrl:
            raise NotSent(where, Cause.SECRET_IN_URL) from None
        except (*TROUBLE, OSError) as exc:
            # `from None`: the libraries' texts may quote headers.
            raise _verdict(exc, where, begun=departure.begun, late=self._deadline.left() <= 0) from None
        finally:
            self._secrets = ()
            self._busy.release()

    def _timeout(self) -> httpx.Timeout:
        return httpx.Timeout(self._limits.idle_s, connect=self._limits.connect_s)

    def _read(self, response: httpx.Response, where: str) -> Reply:
        parts: list[bytes] = []
        size = 0
        try:
            for chunk in decoded_chunks(response):
                size += len(chunk)
                if size > self._limits.max_body:
                    raise BadBody(where, f"body over {self._limits.max_body} bytes")
                if self._deadline.left() <= 0:
                    raise httpcore.ReadTimeout("deadline")
                parts.append(chunk)
        except EncodingError as exc:
            raise BadBody(where, str(exc)) from None
        return Reply(
            response.status_code,
            b"".join(parts),
            RateInfo(_count(response, "x-ratelimit-limit"), _count(response, "x-ratelimit-remain")),
            _retry_after(response.headers),
            _date_ms(response.headers),
        )

    def _refuse_secret_in_url(self, request: httpx.Request) -> None:
        """Proxies and servers log URLs, so a secret in one is a leak (threats.md T14)."""
        url = str(request.url)
        shown = (url, unquote_plus(url))
        names = {name.casefold() for name in request.url.params}
        if names & {"access_token", "refresh_token", "secret_key", "appsecret_proof"}:
            raise _SecretInUrl
        if any(secret in text for secret in self._secrets for text in shown):
            raise _SecretInUrl

    def close(self) -> None:
        """Close the connection."""
        self._http.close()


def _plain(value: str | Secret, where: str) -> str:
    text = value.reveal() if isinstance(value, Secret) else value
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadArgument(where, "a form field is not valid text") from None
    return text


def _header(value: str | Secret, where: str) -> str:
    text = value.reveal() if isinstance(value, Secret) else value
    if not (text.isascii() and text.isprintable()) or text != text.strip():
        raise BadArgument(where, "a header value has characters that headers cannot carry")
    return text


def _verdict(exc: BaseException, where: str, *, begun: bool, late: bool) -> NotSent | OutcomeUnknown:
    cause = _cause(exc, late=late)
    # Connection failures precede the request even when a proxy's CONNECT was already sent.
    before = (httpcore.ConnectError, httpcore.ConnectTimeout, httpcore.PoolTimeout, httpcore.ProxyError)
    if not begun or isinstance(exc, before):
        detail = str(exc) if isinstance(exc, (TlsError, DnsError)) else ""
        return NotSent(where, cause, detail)
    return OutcomeUnknown(where, cause)


def _cause(exc: BaseException, *, late: bool) -> Cause:
    kinds: tuple[tuple[type[BaseException], Cause], ...] = (
        (DnsError, Cause.DNS),
        (TlsError, Cause.TLS),
        (httpcore.ProxyError, Cause.PROXY),
        (httpcore.PoolTimeout, Cause.POOL),
        (httpcore.ConnectError, Cause.CONNECT),
    )
    for kind, cause in kinds:
        if isinstance(exc, kind):
            return cause
    if late:
        return Cause.DEADLINE
    if isinstance(exc, httpcore.ConnectTimeout):
        return Cause.CONNECT
    if isinstance(exc, (httpcore.TimeoutException, TimeoutError)):
        return Cause.TIMEOUT
    if isinstance(exc, (httpcore.NetworkError, OSError)):
        return Cause.RESET
    return Cause.PROTOCOL


def _count(response: httpx.Response, name: str) -> int | None:
    text = response.headers.get(name, "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 9 else None


def _date_ms(headers: httpx.Headers) -> int | None:
    try:
        return int(parsedate_to_datetime(headers.get("date", "")).timestamp() * 1000)
    except (ValueError, TypeError, OverflowError):
        return None


def _retry_after(headers: httpx.Headers) -> float | None:
    """Return ``Retry-After`` in seconds: a number, or a date measured against the server's own ``Date``."""
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text[:9]), _LONGEST_WAIT_S)
    try:
        span = parsedate_to_datetime(text) - parsedate_to_datetime(headers.get("date", ""))
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(0.0, span.total_seconds()), _LONGEST_WAIT_S)
