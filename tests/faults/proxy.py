"""A TCP proxy in front of the simulator that spoils one exchange at a time, at any byte (reliability.md §7).

It speaks just enough HTTP to know where a request ends; the answer it passes on byte for byte. Each exchange has connections
of its own, so nothing of a spoilt one reaches the next.
"""

import contextlib
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

WAIT_S = 60.0
MOST_BYTES = 64 * 1024 * 1024
_PIECE = 65_536


@dataclass(frozen=True)
class Spoil:
    """What to do with one exchange.

    ``request_cut`` is how many bytes of the request are taken before the line goes down; ``cut_after`` how many of the answer
    pass before the connection ends, with a reset if ``rst``. ``slice`` sends the answer in pieces of so many bytes,
    ``latency_s`` waits before it. ``blackhole`` answers nothing until the client leaves. ``duplicate`` sends the answer twice.
    ``instead`` is sent and nothing asked.
    """

    request_cut: int | None = None
    cut_after: int | None = None
    rst: bool = False
    slice: int = 0
    latency_s: float = 0.0
    blackhole: bool = False
    duplicate: bool = False
    instead: bytes = b""


@dataclass
class Seen:
    """How long an exchange was in bytes, by what passed whole."""

    request: int = 0
    answer: int = 0


@dataclass
class Proxy:
    """``spoil(path, what)`` holds for the next exchange whose target contains ``path``, or for all with ``always``."""

    upstream: tuple[str, int]
    port: int = 0
    seen: dict[str, Seen] = field(default_factory=dict)
    _plans: list[tuple[str, Spoil, bool]] = field(default_factory=list)
    _lines: set[socket.socket] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _closing: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def spoil(self, path: str, what: Spoil, *, always: bool = False) -> None:
        with self._lock:
            self._plans.append((path, what, always))

    def clear(self) -> None:
        with self._lock:
            self._plans.clear()

    def _plan(self, target: str) -> Spoil:
        with self._lock:
            for number, (path, what, always) in enumerate(self._plans):
                if path in target:
                    if not always:
                        del self._plans[number]
                    return what
        return Spoil()

    def serve(self, listener: socket.socket) -> None:
        threads = []
        while not self._closing.is_set():
            try:
                client, _ = listener.accept()
            except OSError:
                break
            thread = threading.Thread(target=self._guard, args=(client,), daemon=True)
            thread.start()
            threads.append(thread)
        self.hang_up()
        for thread in threads:
            thread.join(WAIT_S)

    def _guard(self, client: socket.socket) -> None:
        with client, contextlib.suppress(OSError):
            client.settimeout(WAIT_S)
            with self._until_hung_up(client):
                self._exchange(client)

    @contextlib.contextmanager
    def _until_hung_up(self, line: socket.socket) -> Iterator[None]:
        with self._lock:
            self._lines.add(line)
        try:
            yield
        finally:
            with self._lock:
                self._lines.discard(line)

    def hang_up(self) -> None:
        """End what still waits: for a client that asks nothing more, or for a server that was told not to answer."""
        self._closing.set()
        with self._lock:
            for line in self._lines:
                with contextlib.suppress(OSError):
                    line.shutdown(socket.SHUT_RDWR)

    def _exchange(self, client: socket.socket) -> None:
        target = _target(client)
        what = self._plan(target)
        if what.instead and not target:
            # No HTTP: a TLS hello has no end that could be waited for.
            client.recv(_PIECE)
            client.sendall(what.instead)
            return
        if what.request_cut is not None:
            # Closing with bytes unread resets the connection, as a line that goes down in the middle looks to the client.
            client.recv(what.request_cut)
            return
        request = _read_request(client)
        if not request and not what.instead:
            return
        if what.instead:
            client.sendall(what.instead)
            return
        if what.blackhole:
            while client.recv(_PIECE):
                pass
            return
        answer = self._ask(request)
        self.seen[urlsplit(target).path] = Seen(len(request), len(answer))
        if what.latency_s:
            self._closing.wait(what.latency_s)
        kept = answer if what.cut_after is None else answer[: what.cut_after]
        step = what.slice or len(kept) or 1
        for start in range(0, len(kept), step):
            client.sendall(kept[start : start + step])
        if what.duplicate:
            client.sendall(answer)
        if what.rst:
            _end(client, rst=True)

    def _ask(self, request: bytes) -> bytes:
        head, rest = request.split(b"\r\n", 1)
        kept = rest.replace(b"connection: keep-alive\r\n", b"").replace(b"Connection: keep-alive\r\n", b"")
        with socket.create_connection(self.upstream, WAIT_S) as server, self._until_hung_up(server):
            server.sendall(head + b"\r\nConnection: close\r\n" + kept)
            pieces: list[bytes] = []
            size = 0
            # An endless answer is passed on so far as to be too much for every caller, not kept until memory is full.
            while size < MOST_BYTES and (piece := server.recv(_PIECE)):
                pieces.append(piece)
                size += len(piece)
        return b"".join(pieces)


def page(status: bytes, body: bytes = b"", extra: bytes = b"") -> bytes:
    """Return a whole HTTP answer that somebody else than Zalo gives."""
    length = str(len(body)).encode()
    return (
        b"HTTP/1.1 " + status + b"\r\nContent-Type: text/html\r\n" + extra
        + b"Content-Length: " + length + b"\r\nConnection: close\r\n\r\n" + body
    )  # fmt: skip


def _target(client: socket.socket) -> str:
    """Return what is asked for, leaving the request where it is; empty for what is not HTTP."""
    seen = -1
    while True:
        data = client.recv(_PIECE, socket.MSG_PEEK)
        if b"\r\n" in data or len(data) == seen or not data.isascii():
            break
        seen = len(data)
    words = data.split(b"\r\n")[0].split(b" ")
    return words[1].decode("ascii", "replace") if len(words) == 3 and words[2].startswith(b"HTTP/") else ""


def _read_request(client: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = client.recv(_PIECE)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    length = 0
    for line in head.split(b"\r\n")[1:]:
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    while len(body) < length:
        piece = client.recv(_PIECE)
        if not piece:
            return b""
        body += piece
    return head + b"\r\n\r\n" + body


def _end(client: socket.socket, *, rst: bool) -> None:
    if rst:
        # Closing with a linger of zero sends RST instead of FIN.
        client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    client.close()


@contextlib.contextmanager
def proxy_to(base_url: str) -> Iterator[Proxy]:
    """Run a proxy to a server until the end of the block."""
    parts = urlsplit(base_url)
    made = Proxy((parts.hostname or "", parts.port or 0))
    with socket.create_server(("127.0.0.1", 0)) as listener:
        made.port = listener.getsockname()[1]
        thread = threading.Thread(target=made.serve, args=(listener,), daemon=True)
        thread.start()
        try:
            yield made
        finally:
            made.hang_up()
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", made.port), 1.0).close()
            listener.close()
            thread.join(WAIT_S)
