"""Serves the API and the control endpoint: in a thread for tests (`Running`), or in a process (`cli`)."""

import asyncio
import contextlib
import json
import os
import socket
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, Self

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from console.simulator import allowance, articles, chat, oauth, send, uploads, users, videos, wire
from console.simulator.config import Config
from console.simulator.control import Control
from console.simulator.gate import Gate
from console.simulator.state import State, of
from console.simulator.world import World

# How often the inbox is played on.
TICK_S = 0.05
# How long open calls may take to end once the server stops; a hanging one ends by itself.
GRACE_S = 1

Endpoint = Callable[[Request], Awaitable[Response]]

ROUTES: tuple[tuple[str, str, Endpoint], ...] = (
    ("GET", "/v4/oa/permission", oauth.permission),
    ("POST", "/v4/oa/access_token", oauth.access_token),
    ("GET", "/v2.0/oa/listrecentchat", chat.recent),
    ("GET", "/v2.0/oa/conversation", chat.conversation),
    ("GET", "/v3.0/oa/user/detail", users.detail),
    ("GET", "/v3.0/oa/user/getlist", users.listing),
    ("POST", "/v3.0/oa/user/update", users.update),
    ("GET", "/v2.0/oa/getoa", users.profile),
    ("POST", "/v3.0/oa/message/cs", send.consult),
    ("POST", "/v2.0/oa/message", send.legacy),
    ("POST", "/v2.0/oa/upload/image", uploads.image),
    ("POST", "/v2.0/oa/upload/gif", uploads.gif),
    ("POST", "/v2.0/oa/upload/file", uploads.file),
    ("POST", "/v2.0/oa/tag/tagfollower", users.tag),
    ("POST", "/v2.0/oa/tag/rmfollowerfromtag", users.untag),
    ("POST", "/v2.0/oa/tag/rmtag", users.remove_tag),
    ("GET", "/v2.0/oa/tag/gettagsofoa", users.tags),
    ("POST", "/v3.0/oa/quota/message", allowance.quota),
    ("POST", "/v2.0/article/create", articles.create),
    ("POST", "/v2.0/article/update", articles.update),
    ("POST", "/v2.0/article/verify", articles.verify),
    ("GET", "/v2.0/article/getdetail", articles.getdetail),
    ("GET", "/v2.0/article/getslice", articles.getslice),
    ("POST", "/v2.0/article/remove", articles.remove),
    ("POST", "/v2.0/article/upload_video/preparevideo", videos.prepare),
    ("GET", "/v2.0/article/upload_video/verify", videos.verify),
)


async def _media(request: Request) -> Response:
    state = of(request)
    return state.media.serve(request.url.path, state.now(), state.knobs.media_life_ms)


async def _refused(_request: Request, error: Exception) -> Response:
    assert isinstance(error, wire.ApiError)
    return wire.failure(error)


async def _not_there(request: Request, error: Exception) -> Response:
    """Answer for unknown paths and methods, and for a multipart body that cannot be read."""
    assert isinstance(error, HTTPException)
    if error.status_code in {404, 405}:
        return wire.empty_api(request.url.path, of(request).knobs.empty_api_status)
    return wire.failure(wire.invalid("file"))


def api(world: World) -> Starlette:
    """Return the application with the paths of both hosts."""
    routes = [Route(path, endpoint, methods=[method]) for method, path, endpoint in ROUTES]
    app = Starlette(
        routes=[*routes, Route("/media/{name:path}", _media, methods=["GET"])],
        exception_handlers={wire.ApiError: _refused, HTTPException: _not_there},
    )
    app.router.redirect_slashes = False
    app.state.world = world
    return app


class _Server(uvicorn.Server):
    """uvicorn that leaves signals alone, says when it is ready, and ends calls that hang on purpose."""

    def __init__(self, config: uvicorn.Config, gate: Gate, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._gate = gate
        self._ready = ready

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._gate.stopping.set()
        await super().shutdown(sockets)


class Simulator:
    """One simulator: binds its two ports when made, serves them in `serve`."""

    def __init__(self, config: Config, ready: Callable[[], None] = lambda: None) -> None:
        """Bind the ports.

        Raises:
            OSError: a port is taken; the text names it.
            CorpusError: see `World`.
            FaultError: see `World`.

        """
        self.world = World(config)
        self.control = Control(self.world)
        self._sockets = _bind([(config.host, config.port), ("127.0.0.1", config.control_port)])
        port, self._control_port = (sock.getsockname()[1] for sock in self._sockets)
        host = f"[{config.host}]" if ":" in config.host else config.host
        self.base_url = f"http://{host}:{port}"
        self.control_url = f"http://127.0.0.1:{self._control_port}"
        self.world.base_url = self.base_url
        self.world.restart()
        self._gate = Gate(api(self.world), self.world, lambda: self._server.server_state.connections)
        settings = uvicorn.Config(
            self._dispatch,
            http="h11",
            ws="none",
            lifespan="off",
            interface="asgi3",
            log_config=None,
            log_level="critical",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            date_header=False,
            timeout_keep_alive=75,
            timeout_graceful_shutdown=GRACE_S,
        )
        self._server = _Server(settings, self._gate, ready)

    def ready_line(self) -> dict[str, Any]:
        """Return what a client needs to start: addresses, identities and the first token pair."""
        config, pair = self.world.config, self.world.state.tokens.pairs[0]
        return {
            "event": "ready",
            "base_url": self.base_url,
            "control_url": self.control_url,
            "app_id": config.app_id,
            "secret_key": config.secret_key,
            "oa_id": config.oa_id,
            "access_token": pair.access_token,
            "refresh_token": pair.refresh_token,
        }

    async def serve(self) -> None:
        """Serve until `stop`."""
        playing = asyncio.ensure_future(self._play())
        telling = asyncio.ensure_future(self._tell())
        try:
            await self._server.serve(sockets=self._sockets)
        finally:
            playing.cancel()
            telling.cancel()
            self.close()

    def stop(self) -> None:
        """Ask the server to end; from any thread, or from a signal handler."""
        self._server.should_exit = True

    def close(self) -> None:
        """Free the ports of a simulator that does not serve."""
        for sock in self._sockets:
            sock.close()

    async def _play(self) -> None:
        while True:
            self.world.player.tick()
            await asyncio.sleep(TICK_S)

    async def _tell(self) -> None:
        while True:
            await self.world.state.webhooks.deliver()
            await asyncio.sleep(TICK_S)

    async def _dispatch(self, scope: Scope, receive: Receive, send_: Send) -> None:
        if scope["server"][1] != self._control_port:
            await self._gate(scope, receive, send_)
            return
        verb = scope["path"].strip("/") or "health"
        status, answer = self.control.answer(verb, await Request(scope, receive).body())
        await wire.Answer(answer, status)(scope, receive, send_)


def _bind(addresses: Sequence[tuple[str, int]]) -> list[socket.socket]:
    bound: list[socket.socket] = []
    try:
        for host, port in addresses:
            family = socket.AF_INET6 if ":" in host else socket.AF_INET
            # Named as TCP, or asyncio would leave Nagle's delay on: 40 ms for each answer.
            sock = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
            bound.append(sock)
            if os.name == "posix":
                # Windows would let two simulators share the port.
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                sock.bind((host, port))
                # Listening now makes a second simulator on this port fail here instead of later.
                sock.listen(128)
            except OSError as error:
                raise OSError(
                    error.errno, f"không nghe được ở {host}:{port}: {error.strerror or error}"
                ) from error
    except OSError:
        for sock in bound:
            sock.close()
        raise
    return bound


class Running:
    """A simulator in a thread: ``with Running(Config()) as simulator: ...``.

    Attributes:
        base_url / control_url: where it listens.
        state: the live state; touch it from outside only while nothing is being asked, or through `control`.

    """

    def __init__(self, config: Config | None = None) -> None:
        self._ready = threading.Event()
        self._simulator = Simulator(config or Config(), self._ready.set)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="zalo-simulator", daemon=True)
        self.base_url = self._simulator.base_url
        self.control_url = self._simulator.control_url

    @property
    def state(self) -> State:
        """The live state; a reset replaces it."""
        return self._simulator.world.state

    @property
    def access_token(self) -> str:
        """The newest access token."""
        return self.state.tokens.pairs[-1].access_token

    @property
    def refresh_token(self) -> str:
        """The newest refresh token."""
        return self.state.tokens.pairs[-1].refresh_token

    def control(self, verb: str, **given: Any) -> dict[str, Any]:
        """Do a verb of the control endpoint on the server's thread and return its answer.

        Raises:
            ControlError: naming the verb or the argument.

        """

        async def ask() -> dict[str, Any]:
            return self._simulator.control.ask(verb, given)

        answer = asyncio.run_coroutine_threadsafe(ask(), self._loop).result(10)
        # The same data a client of the control port gets: nothing shared with the server's thread.
        copied: dict[str, Any] = json.loads(wire.encode(answer))
        return copied

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(10):
            raise RuntimeError("the simulator did not start")
        return self

    def __exit__(self, *_: object) -> None:
        self._simulator.stop()
        self._thread.join(10)

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._simulator.serve())
