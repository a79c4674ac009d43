"""A real server that answers with any bytes: cut, reset, stalled, compressed, or not HTTP at all."""

import contextlib
import json
import queue
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from console.zalo.client import ZaloClient
from console.zalo.secret import Secret
from console.zalo.session import Limits

TOKEN = "CANARY-access-token-9f31"


@dataclass
class Seen:
    """One request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    def json(self):
        return json.loads(self.body)


@dataclass
class Answer:
    """What to send, in pieces (or to do, between pieces), and what becomes of the connection afterwards."""

    pieces: list[bytes | Callable[[], None]]
    then: str = "keep"  # keep | close | reset | stall


def reply(body=None, *, status=200, headers=None, then="keep") -> Answer:
    """Return a well-formed HTTP answer; ``body`` is bytes, or a value to be written as JSON.

    One that ends the connection says so, else the client may use it again in the moment before it is closed.
    """
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = {"content-type": "application/json", "content-length": str(len(content)), **(headers or {})}
    if then != "keep":
        head["connection"] = "close"
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return Answer([f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode() + content], then)


def ok(data=None, **members) -> Answer:
    """Return Zalo's success envelope."""
    envelope = {"error": 0, "message": "Success", **members}
    if data is not None:
        envelope["data"] = data
    return reply(envelope)


class RawServer:
    """Answers each request with the next queued ``Answer``; keeps what it saw."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self._context = context
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
        self.seen: list[Seen] = []
        self.connections = 0
        self._stop = threading.Event()
        self._threads: list[threading.Thread] = []
        self._open: set[socket.socket] = set()
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def add(self, *answers: Answer) -> None:
        for answer in answers:
            self.answers.put(answer)

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            if self._stop.is_set():
                sock.close()
                return
            self.connections += 1
            self._open.add(sock)
            thread = threading.Thread(target=self._serve, args=(sock,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, sock: socket.socket) -> None:
        sock.settimeout(60)
        try:
            if self._context is not None:
                self._open.discard(sock)
                sock = self._context.wrap_socket(sock, server_side=True)
                self._open.add(sock)
            while self._one(sock):
                pass
        except OSError:
            pass
        finally:
            self._open.discard(sock)
            sock.close()

    def _one(self, sock: socket.socket) -> bool:
        data = b""
        while b"\r\n\r\n" not in data:
            more = sock.recv(65536)
            if not more:
                return False
            data += more
        head, _, body = data.partition(b"\r\n\r\n")
        first, *rest = head.decode("latin-1").split("\r\n")
        headers = {}
        for line in rest:
            name, _, value = line.partition(":")
            headers[name.casefold()] = value.strip()
        while len(body) < int(headers.get("content-length", "0")):
            body += sock.recv(65536)
        method, target, _ = first.split(" ", 2)
        self.seen.append(Seen(method, target, headers, body))
        answer = self.answers.get(timeout=60)
        for piece in answer.pieces:
            if callable(piece):
                piece()
            else:
                sock.sendall(piece)
        if answer.then == "stall":
            self._stop.wait(10)
        if answer.then == "reset":
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return answer.then == "keep"

    def close(self) -> None:
        self._stop.set()
        socket.create_connection(("127.0.0.1", self.port)).close()
        self._accepting.join(60)
        self._listener.close()
        for sock in list(self._open):
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(60)


@dataclass
class Desk:
    """A server and a client that talks to it."""

    server: RawServer
    client: ZaloClient
    rates: list = field(default_factory=list)


@pytest.fixture
def server() -> Iterator[RawServer]:
    running = RawServer()
    yield running
    running.close()


@pytest.fixture
def make_client(server) -> Iterator[Callable[..., ZaloClient]]:
    made: list[ZaloClient] = []

    def make(**arguments) -> ZaloClient:
        arguments.setdefault("base_url", server.url)
        arguments.setdefault("limits", Limits(total_s=5, connect_s=2, idle_s=2))
        client = ZaloClient(lambda: Secret(TOKEN), **arguments)
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def desk(server, make_client) -> Desk:
    rates: list = []
    return Desk(server, make_client(on_rate=rates.append), rates)


@pytest.fixture
def answer():
    """Give tests the answer builders: ``answer.ok``, ``answer.reply``, ``answer.raw``."""

    class Build:
        ok = staticmethod(ok)
        reply = staticmethod(reply)
        raw = staticmethod(Answer)

    return Build


@pytest.fixture
def raw_server_class():
    return RawServer


class Hands:
    """Monotonic seconds that move only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now

    def forward(self, seconds: float) -> Callable[[], None]:
        def move() -> None:
            self.now += seconds

        return move


@pytest.fixture
def hands() -> Hands:
    return Hands()
