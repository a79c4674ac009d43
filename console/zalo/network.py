"""Sockets with a total deadline, under httpx.

httpx bounds each connect, read and write, never the whole call: a server that sends one byte a second holds a worker for
hours, and so does a resolver that does not answer. Here every socket operation gets at most what is left of the call's
deadline. The name is resolved once and the connection goes to the address that was checked, while TLS and ``Host`` keep
the name (threats.md T10).
"""

import ipaddress
import math
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpcore
import httpx

Resolve = Callable[[str, int], list[str]]
"""Host name and port to IP addresses in order of preference; raises OSError."""

# One TLS record: between two pieces the deadline is looked at.
_WRITE_PIECE = 16 * 1024


class Deadline:
    """The moment by which the running call must end. ``mono`` gives monotonic seconds."""

    def __init__(self, mono: Callable[[], float]) -> None:
        self.mono = mono
        self._at = math.inf

    def start(self, seconds: float) -> None:
        """Begin a call that may last ``seconds``."""
        self._at = self.mono() + seconds

    def left(self) -> float:
        """Return the seconds left; zero or less when the time is up."""
        return self._at - self.mono()


class DnsError(httpcore.ConnectError):
    """The host name has no address, or the resolver did not answer in time."""


class TlsError(httpcore.ConnectError):
    """The handshake failed: certificate, protocol version, or something that is not TLS."""


class AddressRefused(httpcore.ConnectError):
    """The name points to an address that the caller's rule forbids."""


def system_resolve(host: str, port: int) -> list[str]:
    """Return the addresses the system knows for ``host``, without duplicates."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(info[4][0]) for info in found))


def _resolve_within(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """Resolve on a thread of its own: ``getaddrinfo`` cannot be given a time limit, but it can be left behind."""
    answer: list[list[str] | OSError] = []

    def work() -> None:
        try:
            answer.append(resolve(host, port))
        except OSError as exc:
            answer.append(exc)
        except UnicodeError:  # a label too long for IDNA
            answer.append(OSError("not a host name"))

    thread = threading.Thread(target=work, name="resolve", daemon=True)
    thread.start()
    thread.join(max(0.0, seconds))
    if not answer:
        raise DnsError("no answer from the resolver in time")
    if isinstance(answer[0], OSError) or not answer[0]:
        raise DnsError("host name not found")
    return answer[0]


class _Stream(httpcore.NetworkStream):
    """A connected stream whose operations never outlast the deadline."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def _limit(self, timeout: float | None, error: type[Exception]) -> float:
        left = self._deadline.left()
        if left <= 0:
            raise error("deadline")
        return left if timeout is None else min(timeout, left)

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._limit(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        for start in range(0, len(buffer), _WRITE_PIECE):
            piece = buffer[start : start + _WRITE_PIECE]
            self._inner.write(piece, self._limit(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        limit = self._limit(timeout, httpcore.ConnectTimeout)
        try:
            return _Stream(self._inner.start_tls(ssl_context, server_hostname, limit), self._deadline)
        except httpcore.ConnectError as exc:
            self._inner.close()
            raise TlsError(_tls_reason(exc)) from exc

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


def _tls_reason(exc: BaseException) -> str:
    cause = exc.__cause__ or exc.__context__
    if isinstance(cause, ssl.SSLCertVerificationError):
        return f"certificate: {cause.verify_message}"
    return "handshake failed"


class DeadlineBackend(httpcore.NetworkBackend):
    """Connects within the deadline, to addresses that ``allow`` accepts.

    One refused address refuses the name: a mixed answer is how a name is turned towards the inside.
    """

    def __init__(
        self, deadline: Deadline, resolve: Resolve, allow: Callable[[str, int, str], bool] | None
    ) -> None:
        self._deadline = deadline
        self._resolve = resolve
        self._allow = allow
        self._plain = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = self._addresses(host, port)
        if self._allow is not None and not all(self._allow(host, port, address) for address in addresses):
            raise AddressRefused("the name points to an address inside a network")
        last: Exception = httpcore.ConnectTimeout("deadline")
        for address in addresses:
            left = self._deadline.left()
            if left <= 0:
                raise httpcore.ConnectTimeout("deadline")
            limit = left if timeout is None else min(timeout, left)
            try:
                stream = self._plain.connect_tcp(address, port, limit, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as exc:
                last = exc
                continue
            return _Stream(stream, self._deadline)
        raise last

    def _addresses(self, host: str, port: int) -> list[str]:
        try:
            return [str(ipaddress.ip_address(host))]
        except ValueError:
            return _resolve_within(self._resolve, host, port, self._deadline.left())


class _Body(httpx.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


class DeadlineTransport(httpx.BaseTransport):
    """httpx over httpcore's pool with ``DeadlineBackend``; httpcore's exceptions pass through unchanged.

    ``proxy`` is an ``http://host:port`` address; nothing is read from the environment.
    """

    def __init__(
        self,
        deadline: Deadline,
        *,
        ssl_context: ssl.SSLContext,
        resolve: Resolve = system_resolve,
        allow: Callable[[str, int, str], bool] | None = None,
        proxy: str | None = None,
        keepalive_s: float = 15.0,
    ) -> None:
        backend = DeadlineBackend(deadline, resolve, allow)
        if proxy is None:
            self._pool: httpcore.ConnectionPool = httpcore.ConnectionPool(
                ssl_context=ssl_context,
                max_connections=1,
                keepalive_expiry=keepalive_s,
                network_backend=backend,
            )
        else:
            self._pool = httpcore.HTTPProxy(
                proxy,
                ssl_context=ssl_context,
                max_connections=1,
                keepalive_expiry=keepalive_s,
                network_backend=backend,
            )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        answer = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=request.stream,
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            answer.status, headers=answer.headers, stream=_Body(answer.stream), extensions=answer.extensions
        )

    def close(self) -> None:
        self._pool.close()
