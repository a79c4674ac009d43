"""The control endpoint: what a test or a demo does to the simulated OA from outside.

Every verb is ``POST /<verb>`` with a JSON object (or nothing) and answers a JSON object; a mistake answers HTTP 400 with
``{"error": "<what and where>"}``. The endpoint listens on a loopback address only and asks for no token.
"""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from console.simulator import chat
from console.simulator.config import KnobError
from console.simulator.content import ContentError, compose
from console.simulator.faults import FaultError, parse, queued
from console.simulator.inbox import Message
from console.simulator.state import State, User, user_id_for
from console.simulator.webhooks import WebhookError
from console.simulator.world import World

Fields = dict[str, Any]


ADMIN_ID = "7012345678901234567"
"""Who writes in Zalo's own tool."""


class ControlError(ValueError):
    """A verb nobody knows, or an argument it cannot use."""


class Control:
    """The verbs, over the state of one simulator. Call `ask` on the server's thread."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._verbs: dict[str, Callable[[Fields], Fields]] = {
            "health": self._health,
            "inject": self._inject,
            "user": self._user,
            "interact": self._interact,
            "recall": self._recall,
            "fault": self._fault,
            "faults": self._faults,
            "clear_faults": self._clear_faults,
            "knobs": self._knobs,
            "clock": self._clock,
            "token": self._token,
            "tokens": self._tokens,
            "media": self._media,
            "messages": self._messages,
            "webhooks": self._webhooks,
            "received": self._received,
            "requests": self._requests,
            "reset": self._reset,
        }

    @property
    def state(self) -> State:
        """The state of the moment; a reset replaces it."""
        return self._world.state

    def ask(self, verb: str, given: Fields) -> Fields:
        """Do one verb.

        Raises:
            ControlError: naming the verb or the argument.

        """
        action = self._verbs.get(verb)
        if action is None:
            raise ControlError(f"unknown verb {verb!r}; there are: {', '.join(self._verbs)}")
        try:
            return action(given)
        except (ContentError, FaultError, KnobError, WebhookError) as error:
            raise ControlError(f"{verb}: {error}") from error

    def _health(self, _: Fields) -> Fields:
        """`health {}` -> counts, the clock, what the player still has, and internal errors of the simulator."""
        state = self.state
        return {
            "now_ms": state.now(),
            "users": len(state.users),
            "messages": len(state.inbox.everything),
            "recalled": len(state.inbox.recalled),
            "sent": sum(item["message_id"] is not None for item in state.received),
            "requests": state.request_count,
            "generations": len(state.tokens.pairs),
            "conversations": self._world.player.conversations,
            "played": self._world.player.played,
            "waiting": self._world.player.waiting,
            "answered": self._world.player.answered,
            "warnings": list(self._world.player.warnings),
            "bugs": list(state.bugs),
        }

    def _inject(self, given: Fields) -> Fields:
        """Put messages into the inbox.

        `inject {"user": "bất kỳ tên nào"?, "user_id"?, "name"?, "type"?: "text", "text"?, ..., "src"?: 1, "time_ms"?, "message_id"?,
        "raw"?: {}, "times"?: 1, "step_ms"?: 0}` or `{"messages": [{...}, ...]}` -> `{"messages": [{"message_id", "user_id", ...}]}`.

        `user` is any text and stands for a stable user id. With `times` the text may hold `{n}`; with `step_ms` 0 all of
        them share one millisecond. `raw` replaces members of the finished row, and null removes one.
        """
        items = given.get("messages", [given])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise ControlError("inject: messages must be a list of objects")
        return {"messages": [_shown(message) for item in items for message in self._write(item)]}

    def _write(self, item: Fields) -> list[Message]:
        user = self._person(item, "inject", default="sim-someone")
        times, step = _number(item, "times", 1, "inject"), _number(item, "step_ms", 0, "inject")
        at_ms = _number(item, "time_ms", self.state.now(), "inject")
        raw = item.get("raw", {})
        src = item.get("src", 1)
        message_id = item.get("message_id")
        if not isinstance(raw, dict) or src not in {0, 1} or not isinstance(message_id, str | None):
            raise ControlError("inject: raw must be an object, src 0 or 1, message_id text")
        written = []
        for n in range(times):
            described = (
                item if "text" not in item else item | {"text": str(item["text"]).replace("{n}", str(n + 1))}
            )
            if "text" not in described and described.get("type", "text") == "text":
                described = described | {"text": "xin chào"}
            kind, fields = compose(self.state, described)
            written.append(
                self.state.say(
                    user.user_id,
                    kind,
                    fields,
                    src=src,
                    time_ms=at_ms + n * step,
                    message_id=message_id,
                    raw=raw,
                    admin_id="" if src else ADMIN_ID,
                )
            )
        return written

    def _person(self, given: Fields, verb: str, default: str = "") -> User:
        user_id, key, name = given.get("user_id"), given.get("user", default), given.get("name")
        if isinstance(user_id, int) and not isinstance(user_id, bool):
            user_id = str(user_id)
        if (
            not isinstance(user_id, str | None)
            or not isinstance(key, str)
            or not isinstance(name, str | None)
        ):
            raise ControlError(f"{verb}: user, user_id and name must be text")
        if not user_id and not key:
            raise ControlError(f"{verb}: user or user_id is missing")
        known = self.state.users.get(user_id or user_id_for(key))
        fallback = name if name is not None or known or user_id else key
        return self.state.user(user_id or user_id_for(key), fallback)

    def _user(self, given: Fields) -> Fields:
        """Make or change a user.

        `user {"user" | "user_id", "name"?, "follower"?, "alias"?, "sensitive"?, "blocked"?, "tags"?, "notes"?, "shared"?: {} | null,
        "last_interaction_ms"?: null | ms, "free_used"?}` -> the whole user.
        """
        user = self._person(given, "user")
        kinds: dict[str, tuple[type, ...]] = {
            "follower": (bool,),
            "alias": (str, type(None)),
            "sensitive": (bool,),
            "blocked": (bool,),
            "tags": (list,),
            "notes": (list,),
            "shared": (dict, type(None)),
            "last_interaction_ms": (int, type(None)),
            "free_used": (int,),
        }
        for name, value in given.items():
            if name in kinds:
                if type(value) not in kinds[name]:
                    raise ControlError(f"user: {name} cannot be {value!r}")
                followed = user.follower
                setattr(user, name, value)
                if user.follower is not followed:
                    self.state.webhooks.follower(user)
            elif name not in {"user", "user_id", "name"}:
                raise ControlError(f"user: unknown member {name!r}")
        return asdict(user)

    def _interact(self, given: Fields) -> Fields:
        """`interact {"user" | "user_id", "at_ms"?}`: the user pressed a button, followed or called; it opens the windows."""
        user = self._person(given, "interact")
        self.state.interact(user, _number(given, "at_ms", self.state.now(), "interact"))
        return asdict(user)

    def _recall(self, given: Fields) -> Fields:
        """`recall {"message_id"}` or `{"user" | "user_id"}` (their newest message) -> `{"message_id"}`."""
        if "message_id" in given:
            message = self.state.inbox.by_id.get(str(given["message_id"]))
        else:
            page = self.state.inbox.page(self._person(given, "recall").user_id, 0, 1)
            message = page[0] if page else None
        if message is None:
            raise ControlError("recall: no such message")
        self.state.recall(message)
        return {"message_id": message.message_id}

    def _fault(self, given: Fields) -> Fields:
        """Queue a fault for the next calls that fit.

        `fault {"path"?: "/v3.0/oa/message/cs", "fault": "NAME[:PARAMETER][@MS]", "times"?: 1, "skip"?: 0, "retry_after"?: seconds}`
        or `{"faults": [{...}, ...]}`; names as in `console.simulator.faults.KINDS` -> `{"queued": n}`.
        """
        items = given.get("faults", [given])
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise ControlError("fault: faults must be a list of objects")
        self.state.faults.queue += [queued(item) for item in items]
        return {"queued": len(self.state.faults.queue)}

    def _faults(self, given: Fields) -> Fields:
        """`faults {"spec"?: "rate=0.1:-32,...", "seed"?: n}` sets the random mixture; `{}` only shows both."""
        if "spec" in given:
            if not isinstance(given["spec"], str):
                raise ControlError("faults: spec must be text")
            self.state.faults.mixture = parse(given["spec"])
        if "seed" in given:
            self.state.chance.seed(_number(given, "seed", 0, "faults"))
        faults = self.state.faults
        return {
            "mixture": [asdict(fault) for fault in faults.mixture],
            "queue": [asdict(fault) for fault in faults.queue],
        }

    def _clear_faults(self, _: Fields) -> Fields:
        """`clear_faults {}`: no random mixture and nothing queued."""
        self.state.faults.mixture, self.state.faults.queue = [], []
        return {}

    def _knobs(self, given: Fields) -> Fields:
        """`knobs {"list_cap": 10, ...}` -> all knobs; `{}` only shows them."""
        self.state.knobs.update(given)
        return asdict(self.state.knobs)

    def _clock(self, given: Fields) -> Fields:
        """`clock {"advance_ms"?, "set_ms"?, "frozen"?}` -> `{"now_ms"}`; what became due is played before it answers."""
        clock = self.state.clock
        if "frozen" in given:
            clock.freeze(bool(given["frozen"]))
        if "set_ms" in given:
            clock.set(_number(given, "set_ms", 0, "clock"))
        if "advance_ms" in given:
            clock.set(clock.now() + _number(given, "advance_ms", 0, "clock"))
        self._world.player.tick(warped=True)
        return {"now_ms": clock.now()}

    def _token(self, given: Fields) -> Fields:
        """`token {"do": "expire" | "revoke" | "issue" | "code", "challenge"?}` -> a new pair, a code, or nothing."""
        match given.get("do"):
            case "expire":
                self.state.tokens.expire_access()
                return {}
            case "revoke":
                self.state.tokens.revoke()
                return {}
            case "issue":
                pair = self.state.tokens.issue("control")
                return {
                    "generation": pair.generation,
                    "access_token": pair.access_token,
                    "refresh_token": pair.refresh_token,
                }
            case "code":
                return {
                    "code": self.state.tokens.consent(str(given.get("challenge", ""))),
                    "oa_id": self.state.config.oa_id,
                }
            case other:
                raise ControlError(f"token: do must be expire, revoke, issue or code, not {other!r}")

    def _tokens(self, _: Fields) -> Fields:
        """`tokens {}` -> every generation: how and when it was issued and whether its two tokens still live."""
        pairs = [asdict(pair) for pair in self.state.tokens.pairs]
        return {"generations": pairs}

    def _media(self, given: Fields) -> Fields:
        """`media {"expire"?: path | "all"}` -> `{"expired": n, "files": {path: times fetched}}`."""
        target = given.get("expire")
        if not isinstance(target, str | None):
            raise ControlError("media: expire must be a path or all")
        path = target.removeprefix(self.state.base_url) if target else None
        expired = 0 if target is None else self.state.media.expire(None if target == "all" else path)
        return {
            "expired": expired,
            "files": {name: file.fetched for name, file in self.state.media.files.items()},
        }

    def _messages(self, given: Fields) -> Fields:
        """`messages {"user"?, "user_id"?}` -> every message ever, oldest first: ids, row, times served, recalled or not."""
        inbox = self.state.inbox
        inbox.settle(self.state.now())
        everything = sorted(
            {id(m): m for m in inbox.by_id.values()}.values(), key=lambda m: (m.time_ms, m.order)
        )
        if "user" in given or "user_id" in given:
            user_id = self._person(given, "messages").user_id
            everything = [message for message in everything if message.user_id == user_id]
        return {"messages": [_shown(m) | {"row": chat.row(self.state, m)} for m in everything]}

    def _webhooks(self, given: Fields) -> Fields:
        """`webhooks {"url"?: address | ""}` -> `{"url", "on", "waiting": n, "posted": [{"event_name", "body", "num_retry", "status", "at_ms"}]}`."""
        hooks = self.state.webhooks
        if "url" in given:
            if not isinstance(given["url"], str):
                raise ControlError("webhooks: url must be text")
            hooks.subscribe(given["url"])
        return {"url": hooks.url, "on": hooks.on, "waiting": len(hooks.waiting), "posted": list(hooks.log)}

    def _received(self, _: Fields) -> Fields:
        """`received {}` -> `{"received": [{"at_ms", "body", "message_id", "row_id"?, "error"}]}`: every POST to `message/cs`."""
        return {"received": list(self.state.received)}

    def _requests(self, given: Fields) -> Fields:
        """`requests {"after"?: n}` -> `{"requests": [{"n", "at_ms", "method", "path", "data", "generation", "status", "code", "faults", "took_ms"}]}`.

        `status` is null while a call is open and for one whose connection was closed without an answer.
        """
        after = _number(given, "after", 0, "requests")
        return {"requests": [dict(entry) for entry in self.state.requests if entry["n"] > after]}

    def _reset(self, _: Fields) -> Fields:
        """`reset {}`: everything as at the start, also knobs, faults and clock -> the first token pair."""
        self._world.restart()
        pair = self.state.tokens.pairs[0]
        return {"access_token": pair.access_token, "refresh_token": pair.refresh_token}

    def answer(self, verb: str, raw: bytes) -> tuple[int, Fields]:
        """Return HTTP status and body for a request to the control port."""
        try:
            given = json.loads(raw) if raw.strip() else {}
            if not isinstance(given, dict):
                raise ControlError(f"{verb}: the body must be a JSON object")
            return 200, self.ask(verb, given)
        except (ValueError, RecursionError) as error:
            return 400, {"error": str(error)}


def _shown(message: Message) -> Fields:
    return {
        "message_id": message.message_id,
        "conversation_message_id": message.conversation_id,
        "user_id": message.user_id,
        "src": message.src,
        "time_ms": message.time_ms,
        "type": message.type,
        "served": message.served,
        "recalled": message.recalled,
    }


def _number(given: Fields, name: str, default: int, verb: str) -> int:
    value = given.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise ControlError(f"{verb}: {name} must be a whole number, not {value!r}")
    return value
