"""Around every call of the API: request log, rate limit, and the faults that were asked for."""

import asyncio
import gzip
import json
import socket
import struct
import sys
import time
import traceback
from collections.abc import Callable, Coroutine, Iterable
from email.utils import formatdate
from typing import Any
from urllib.parse import parse_qs

from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from console.simulator import chat, wire
from console.simulator.faults import Fault, Plan, spoil_rows
from console.simulator.state import State
from console.simulator.world import World

HTML = b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>"
Headers = list[tuple[bytes, bytes]]


class Gone(Exception):  # noqa: N818 - not an error
    """The connection was closed on purpose; there is nobody left to answer."""


class Gate:
    """An ASGI application in front of the API."""

    def __init__(self, app: ASGIApp, world: World, connections: Callable[[], Iterable[Any]]) -> None:
        self._app = app
        self._world = world
        self._connections = connections
        self.stopping = asyncio.Event()

    @property
    def _state(self) -> State:
        return self._world.state

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one call."""
        state, path = self._state, scope["path"]
        counted = path.startswith(("/v2.0/", "/v3.0/"))
        remain = state.count_call() if counted else state.knobs.rate_limit
        plan = state.faults.plan(path, _offset(scope), state.chance)
        state.request_count += 1
        entry: dict[str, Any] = {
            "n": state.request_count,
            "at_ms": state.now(),
            "method": scope["method"],
            "path": path,
            "data": _query(scope).get("data"),
            "generation": self._generation(scope),
            "status": None,
            "code": None,
            "faults": plan.names,
        }
        state.requests.append(entry)
        started = time.monotonic()
        try:
            if remain < 0:
                status, headers, body = _json(wire.failure(wire.ApiError(-32)))
            else:
                status, headers, body = await self._answer(plan, scope, receive, send)
            if not path.startswith("/media/") and state.knobs.rate_headers:
                headers += [
                    (b"x-ratelimit-limit", b"%d" % state.knobs.rate_limit),
                    (b"x-ratelimit-remain", b"%d" % max(remain, 0)),
                ]
            headers.append((b"date", _date(state.now())))
            entry["status"], entry["code"] = status, _code(body)
            await self._send(plan.answer, (status, headers, body), scope, receive, send)
        except (Gone, ClientDisconnect):
            pass
        except Exception:
            state.bugs.append(traceback.format_exc())
            print(state.bugs[-1], file=sys.stderr)
            entry["status"] = 500
            await _respond(
                send,
                500,
                [(b"content-type", b"application/json")],
                b'{"error":-200,"message":"simulator bug"}',
            )
        finally:
            entry["took_ms"] = round((time.monotonic() - started) * 1000)

    def _generation(self, scope: Scope) -> int | None:
        """Return which token pair a call used; the log never holds the token itself."""
        token = Request(scope).headers.get("access_token")
        return next(
            (pair.generation for pair in self._state.tokens.pairs if pair.access_token == token), None
        )

    # What the API says, or what is said instead

    async def _answer(
        self, plan: Plan, scope: Scope, receive: Receive, send: Send
    ) -> tuple[int, Headers, bytes]:
        for aside in plan.aside:
            await self._aside(aside)
        fault = plan.answer
        if fault is not None and fault.kind.phase == "instead":
            return await self._instead(fault, scope, receive, send)
        status, headers, body = await self._run(scope, receive)
        if fault is None:
            return status, headers, body
        match fault.name:
            case "truncated":
                return status, headers, body[: _kept(fault, body)]
            case "garbled":
                place = self._state.chance.randint(0, len(body))
                return status, headers, body[:place] + b'\xff\x00{"' + body[place:]
            case "blank":
                return status, headers, b""
            case "answer":
                return status, headers, fault.parameter.encode("utf-8", "surrogatepass")
            case "lost_answer":
                await self._close(scope, receive)
        if fault.kind.phase == "rows":
            body = self._spoiled(fault, scope, body)
        return status, headers, body

    async def _aside(self, fault: Fault) -> None:
        match fault.name:
            case "slow":
                await _race(asyncio.sleep(fault.delay_ms / 1000), self.stopping.wait())
            case "expire_token":
                self._state.tokens.expire_access()
            case "recall":
                for _ in range(fault.number or 1):
                    self._state.recall_some()
            case "slide":
                self._state.slide(fault.number or 1)

    async def _instead(
        self, fault: Fault, scope: Scope, receive: Receive, send: Send
    ) -> tuple[int, Headers, bytes]:
        plain: Headers = [(b"content-type", b"application/json")]
        match fault.name:
            case "rate":
                return _json(wire.failure(wire.ApiError(fault.number or -32)))
            case "http500" | "status":
                status = fault.number or 500
                if status == 429 or fault.retry_after is not None:
                    plain.append(
                        (b"retry-after", b"%d" % (1 if fault.retry_after is None else fault.retry_after))
                    )
                return status, plain, wire.encode({"error": -status, "message": "Internal error"})
            case "html":
                return fault.number or 200, [(b"content-type", b"text/html; charset=utf-8")], HTML
            case "body":
                return 200, plain, fault.parameter.encode("utf-8", "surrogatepass")
            case "redirect":
                return 302, [(b"location", fault.parameter.encode("latin-1", "replace"))], b""
            case "bomb":
                packed = gzip.compress(bytes((fault.number or 1) << 20), 1)
                return 200, [*plain, (b"content-encoding", b"gzip")], packed
            case "endless":
                await self._endless(receive, send)
            case "hang":
                await _race(_until_left(receive), self.stopping.wait())
        await self._close(scope, receive, reset=fault.name == "reset")
        raise Gone

    async def _run(self, scope: Scope, receive: Receive) -> tuple[int, Headers, bytes]:
        status, headers, parts = 500, [], []

        async def collect(message: Message) -> None:
            nonlocal status, headers
            if message["type"] == "http.response.start":
                status, headers = message["status"], list(message.get("headers", []))
            else:
                parts.append(message.get("body", b""))

        await self._app(scope, receive, collect)
        return status, [pair for pair in headers if pair[0] != b"content-length"], b"".join(parts)

    def _spoiled(self, fault: Fault, scope: Scope, body: bytes) -> bytes:
        found = json.loads(body)
        if not isinstance(found.get("data"), list):
            return body
        data = wire.query_data(_query(scope))
        per_user = scope["path"].endswith("conversation")

        def earlier() -> list[Any]:
            count, offset = int(data["count"]), int(data["offset"])
            page = self._state.inbox.page(
                str(data["user_id"]) if per_user else None, max(offset - count, 0), count
            )
            return [chat.row(self._state, message, in_conversation=per_user) for message in page]

        found["data"] = spoil_rows(fault, found["data"], self._state.chance, earlier)
        return wire.encode(found)

    # How it is sent

    async def _send(
        self,
        fault: Fault | None,
        answer: tuple[int, Headers, bytes],
        scope: Scope,
        receive: Receive,
        send: Send,
    ) -> None:
        status, headers, body = answer
        if fault is None or fault.name not in {"cut", "drip"}:
            await _respond(send, status, headers, body)
            return
        await send({"type": "http.response.start", "status": status, "headers": [*headers, _length(body)]})
        if fault.name == "cut":
            await send({"type": "http.response.body", "body": body[: _kept(fault, body)], "more_body": True})
            await self._close(scope, receive, flush=True)
        for place in range(len(body)):
            if await _race(asyncio.sleep(fault.delay_ms / 1000), self.stopping.wait()):
                await self._close(scope, receive)
            await send({"type": "http.response.body", "body": body[place : place + 1], "more_body": True})
        await send({"type": "http.response.body", "body": b""})

    async def _endless(self, receive: Receive, send: Send) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-type", b"application/json")],
            }
        )
        left = asyncio.ensure_future(_until_left(receive))
        try:
            while not left.done() and not self.stopping.is_set():
                await send({"type": "http.response.body", "body": b" " * 65536, "more_body": True})
                await asyncio.sleep(0)
        finally:
            left.cancel()

    async def _close(
        self, scope: Scope, receive: Receive, *, reset: bool = False, flush: bool = False
    ) -> None:
        """End the connection of a call without a (whole) answer."""
        for protocol in list(self._connections()):
            if protocol.client == scope["client"]:
                transport = protocol.transport
                if reset:
                    linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
                    transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                if flush:
                    transport.close()
                else:
                    transport.abort()
        await _until_left(receive)
        raise Gone


async def _until_left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _race(first: Coroutine[Any, Any, Any], second: Coroutine[Any, Any, Any]) -> bool:
    """Wait for whichever ends first, cancel the other, and return whether it was the second."""
    tasks = [asyncio.create_task(first), asyncio.create_task(second)]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        return tasks[1].done()
    finally:
        for task in tasks:
            task.cancel()


async def _respond(send: Send, status: int, headers: Headers, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [*headers, _length(body)]})
    await send({"type": "http.response.body", "body": body})


def _length(body: bytes) -> tuple[bytes, bytes]:
    return b"content-length", b"%d" % len(body)


def _date(at_ms: int) -> bytes:
    """Return the simulator's own time as a ``Date`` header: a test may set it far from this machine's."""
    return formatdate(at_ms / 1000, usegmt=True).encode("ascii")


def _json(answer: wire.Answer) -> tuple[int, Headers, bytes]:
    return answer.status_code, [(b"content-type", b"application/json")], bytes(answer.body)


def _kept(fault: Fault, body: bytes) -> int:
    return len(body) // 2 if fault.number is None else fault.number


def _code(body: bytes) -> Any:
    """Return the `error` member of an answer for the log; None when it has none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found.get("error") if isinstance(found, dict) else None


def _query(scope: Scope) -> dict[str, str]:
    query = parse_qs(scope["query_string"].decode("latin-1"), keep_blank_values=True)
    return {name: values[-1] for name, values in query.items()}


def _offset(scope: Scope) -> int:
    """Return the offset a chat read asks for; 0 for everything else."""
    try:
        return wire.whole(wire.query_data(_query(scope)), "offset", 0)
    except wire.ApiError:
        return 0
