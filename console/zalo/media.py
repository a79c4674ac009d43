"""Fetch a file behind a message (threats.md T10; zalo-openapi.md §9, quirks 9 and 10).

The address comes from outside, so it decides nothing: the host must be allowed by name, its addresses must lie on the
public internet, the connection goes to the address that was checked, redirects are refused, no credential travels, and
size and time are counted here. Bytes go to a sink piece by piece; what they are is told by the first ones.
"""

import contextlib
import hashlib
import http.cookiejar
import ipaddress
import re
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass

import httpcore
import httpx

from console.zalo.bodies import EncodingError, decoded_chunks
from console.zalo.errors import (
    ForbiddenUrl,
    MediaGone,
    MediaRedirected,
    MediaStatus,
    MediaTimedOut,
    MediaTooBig,
    MediaUnreachable,
)
from console.zalo.guards import default_ssl_context, hush, is_loopback
from console.zalo.network import AddressRefused, Deadline, DeadlineTransport, Resolve, system_resolve
from console.zalo.session import TROUBLE
from console.zalo.sniff import HEAD, MediaKind, sniff

_URL_LIMIT = 4096
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class MediaPolicy:
    """Where media may come from and how much of it.

    ``hosts`` match themselves and their subdomains. A plain ``http`` address of an allowed host is asked for over https;
    with ``allow_http`` over http when https cannot be reached. ``loopback`` names exact (host, port) pairs of this machine,
    for the simulator. Times in seconds, sizes in bytes; the floor counts after ``floor_after_s``.
    """

    hosts: tuple[str, ...] = ("zdn.vn", "zadn.vn")
    allow_http: bool = False
    loopback: frozenset[tuple[str, int]] = frozenset()
    max_bytes: int = 20_000_000
    total_s: float = 30.0
    connect_s: float = 10.0
    idle_s: float = 10.0
    floor_bytes_per_s: int = 10_000
    floor_after_s: float = 5.0


@dataclass(frozen=True, slots=True)
class Fetched:
    """A whole file went into the sink. ``sha256`` in hex, ``size`` in bytes."""

    sha256: str
    size: int
    kind: MediaKind


def fetch_media(
    url: str,
    sink: Callable[[bytes], None],
    policy: MediaPolicy,
    *,
    ssl_context: ssl.SSLContext | None = None,
    mono: Callable[[], float] = time.monotonic,
    resolve: Resolve = system_resolve,
) -> Fetched:
    """Fetch ``url`` into ``sink`` and return what came.

    After an error the sink may hold a beginning, to be thrown away. Raises ForbiddenUrl, MediaGone, MediaTooBig,
    MediaTimedOut, MediaRedirected, MediaStatus, MediaUnreachable.
    """
    target, local = checked_url(url, policy)
    deadline = Deadline(mono)
    deadline.start(policy.total_s)
    hush()
    context = ssl_context or default_ssl_context()

    def once(address: httpx.URL) -> Fetched:
        transport = DeadlineTransport(
            deadline, ssl_context=context, resolve=resolve, allow=_loopback_only if local else _public_only
        )
        with contextlib.closing(transport):
            return _fetch(transport, address, sink, policy, deadline)

    if local or target.scheme == "https":
        return once(target)
    try:
        return once(target.copy_with(scheme="https"))
    except _NeverConnectedError as exc:
        if not policy.allow_http:
            raise MediaUnreachable(exc.where, exc.detail) from None
        return once(target)


class _NeverConnectedError(MediaUnreachable):
    """No connection stood, so nothing was asked and the sink is untouched."""


def checked_url(url: str, policy: MediaPolicy) -> tuple[httpx.URL, bool]:
    """Return the address to fetch, and whether it is this machine's; ``&amp;`` is unescaped once.

    Raises ForbiddenUrl.
    """
    text = url.strip().replace("&amp;", "&")
    # A backslash, a space or a control character is read differently by different parsers; the address must not be.
    if (
        len(text) > _URL_LIMIT
        or not text.isascii()
        or not text.isprintable()
        or set(text) & set(' \\"<>^`{|}')
    ):
        raise ForbiddenUrl("media", "not a plain address")
    try:
        parsed = httpx.URL(text)
        host, port = parsed.host.casefold(), parsed.port
    except (httpx.InvalidURL, ValueError):
        raise ForbiddenUrl("media", "not an address") from None
    if parsed.scheme not in _PORTS:
        raise ForbiddenUrl("media", "neither http nor https")
    if "@" in re.split(r"[/?#]", text.partition("://")[2], maxsplit=1)[0]:
        raise ForbiddenUrl("media", "names a user")
    parsed = parsed.copy_with(fragment=None)
    if port is not None and (host, port) in policy.loopback and is_loopback(host):
        return parsed, True
    if not host or _is_ip(host):
        raise ForbiddenUrl("media", "an IP address instead of a host name")
    if port is not None and port != _PORTS[parsed.scheme]:
        raise ForbiddenUrl("media", "an unusual port")
    allowed = (name.casefold().lstrip(".") for name in policy.hosts)
    if not any(host == name or host.endswith("." + name) for name in allowed):
        raise ForbiddenUrl("media", "host not in the list")
    return parsed, False


def _is_ip(host: str) -> bool:
    with contextlib.suppress(ValueError):
        ipaddress.ip_address(host.strip("[]").partition("%")[0])
        return True
    # 0x7f.1, 2130706433, 127.1: what the C library also reads as an address ends in a number.
    last = host.rstrip(".").rpartition(".")[2]
    return last.isdigit() or last.startswith("0x")


def _public_only(_host: str, _port: int, address: str) -> bool:
    """Return whether ``address`` is on the public internet, no tunnel into a private one."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address) and (
        ip.ipv4_mapped is not None or ip.sixtofour is not None or ip.teredo is not None or ip in _NAT64
    ):
        return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _loopback_only(_host: str, _port: int, address: str) -> bool:
    return is_loopback(address)


def _fetch(
    transport: DeadlineTransport,
    url: httpx.URL,
    sink: Callable[[bytes], None],
    policy: MediaPolicy,
    deadline: Deadline,
) -> Fetched:
    where = url.host
    try:
        with (
            httpx.Client(
                transport=transport,
                cookies=http.cookiejar.CookieJar(http.cookiejar.DefaultCookiePolicy(allowed_domains=[])),
                follow_redirects=False,
                trust_env=False,
                timeout=httpx.Timeout(policy.idle_s, connect=policy.connect_s),
                headers={"accept": "*/*", "accept-encoding": "identity", "user-agent": "ban-truc"},
            ) as client,
            client.stream("GET", url) as response,
        ):
            _check_status(response.status_code, where)
            return _drain(response, sink, policy, deadline, where)
    except AddressRefused:
        raise ForbiddenUrl(where, "the name points inside a network") from None
    except (httpcore.ConnectError, httpcore.ConnectTimeout):
        if deadline.left() <= 0:
            raise MediaTimedOut(where, "no connection in time") from None
        raise _NeverConnectedError(where, "no connection") from None
    except httpcore.TimeoutException:
        raise MediaTimedOut(where, "too slow") from None
    except EncodingError as exc:
        raise MediaUnreachable(where, str(exc)) from None
    except TROUBLE:
        raise MediaUnreachable(where, "connection broke") from None


def _check_status(status: int, where: str) -> None:
    if status in {404, 410}:
        raise MediaGone(where, f"HTTP status {status}")
    if 300 <= status < 400:
        raise MediaRedirected(where, f"HTTP status {status}")
    if status != 200:
        raise MediaStatus(where, status)


def _drain(
    response: httpx.Response,
    sink: Callable[[bytes], None],
    policy: MediaPolicy,
    deadline: Deadline,
    where: str,
) -> Fetched:
    digest = hashlib.sha256()
    head = b""
    size = 0
    begun = deadline.mono()
    for chunk in decoded_chunks(response):
        size += len(chunk)
        if size > policy.max_bytes:
            raise MediaTooBig(where, f"over {policy.max_bytes} bytes")
        spent = deadline.mono() - begun
        if deadline.left() <= 0 or (spent > policy.floor_after_s and size < spent * policy.floor_bytes_per_s):
            raise MediaTimedOut(where, "too slow")
        if len(head) < HEAD:
            head += chunk[: HEAD - len(head)]
        digest.update(chunk)
        sink(chunk)
    if not size:
        raise MediaUnreachable(where, "empty file")
    return Fetched(digest.hexdigest(), size, sniff(head))
