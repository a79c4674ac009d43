"""Everything one simulator knows: users, messages, media, tags, articles, and what was asked of it."""

import hashlib
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from starlette.requests import Request

from console.simulator import pictures
from console.simulator.clock import SimClock
from console.simulator.config import Config
from console.simulator.faults import Faults, parse
from console.simulator.inbox import Inbox, Message
from console.simulator.media import MediaStore
from console.simulator.tokens import TokenDesk
from console.simulator.webhooks import Webhooks

# How many requests the log keeps; a crash run makes tens of thousands.
LOG_LENGTH = 200_000


@dataclass(slots=True)
class User:
    """One Zalo user as the OA sees them.

    `shared` is the contact data: a dict, or None to leave `shared_info` out of the reply altogether.
    """

    user_id: str
    name: str
    follower: bool = True
    alias: str | None = None
    avatar: str = ""
    external_id: str = ""
    sensitive: bool = False
    blocked: bool = False
    tags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shared: dict[str, Any] | None = field(default_factory=dict)
    last_interaction_ms: int | None = None
    free_used: int = 0


@dataclass(slots=True)
class Upload:
    """A file a client handed in, to be named in a later message."""

    kind: str
    name: str
    content: bytes
    at_ms: int


@dataclass(slots=True)
class Video:
    """A video handed in for an article; `pending` calls of its verification still answer that it is being converted."""

    name: str
    size: int
    video_id: str
    pending: int
    broken: bool


def user_id_for(name: str) -> str:
    """Return the same 19-digit user id for the same name, on every run; it exceeds 2^53 as real ids do."""
    number = int.from_bytes(hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()[:8])
    return str(10**18 + number % (8 * 10**18))


class State:
    """The simulated OA. Touch it only on the server's thread, or through `Running.control`."""

    def __init__(self, config: Config, base_url: str) -> None:
        self.config = config
        # Its own copy: a reset goes back to what was configured.
        self.knobs = replace(config.knobs)
        self.clock = SimClock(config.wall)
        self.base_url = base_url
        seed = config.seed if config.seed is not None else random.SystemRandom().getrandbits(32)
        # Ids and faults draw apart, so that one more message does not change which call fails.
        self.ids = random.Random(seed)  # noqa: S311 - simulator ids, repeatable on purpose
        self.chance = random.Random(seed + 1)  # noqa: S311 - likewise
        self.inbox = Inbox()
        self.users: dict[str, User] = {}
        self.media = MediaStore()
        self.tokens = TokenDesk(self.knobs, self.clock.now, self.token_text)
        self.uploads: dict[str, Upload] = {}
        self.upload_counts: dict[str, int] = {}
        self.tags: list[str] = []
        self.articles: dict[str, dict[str, Any]] = {}
        self.article_tokens: dict[str, tuple[str, int]] = {}
        self.videos: dict[str, Video] = {}
        self.package_used = 0
        self.promotion_sent = 0
        self.meter: tuple[int, int] = (0, 0)
        self.requests: deque[dict[str, Any]] = deque(maxlen=LOG_LENGTH)
        self.request_count = 0
        self.received: list[dict[str, Any]] = []
        self.bugs: list[str] = []
        self.faults = Faults(parse(config.faults))
        self.on_reply: Callable[[str, str], None] = lambda _user_id, _text: None
        self.webhooks = Webhooks(self)
        self.webhooks.subscribe(config.webhook)
        self._inserted = 0
        self.media.add("oa.png", lambda: pictures.png(7), self.now())
        self.tokens.issue("seed")

    # Names

    def hex_id(self) -> str:
        """Return a new 20-hex-digit id, as messages have."""
        return f"{self.ids.getrandbits(80):020x}"

    def token_text(self) -> str:
        """Return a new base64url-like token of 43 characters."""
        letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
        return "".join(self.ids.choices(letters, k=43))

    def now(self) -> int:
        """Return the simulator's time, UTC milliseconds."""
        return self.clock.now()

    # People and messages

    def user(self, user_id: str, name: str | None = None, *, follower: bool = True) -> User:
        """Return a user, making them known first if need be."""
        found = self.users.get(user_id)
        if found is None:
            found = User(user_id, name if name is not None else f"Người dùng {user_id[-4:]}", follower)
            path = self.media.add(f"avatar-{user_id}.png", _face(user_id), self.now())
            found.avatar = self.base_url + path
            self.users[user_id] = found
        elif name is not None:
            found.name = name
        return found

    def id_by_app(self, user_id: str) -> str:
        """Return what the linked app calls a user."""
        return str(int(user_id) // 7) if user_id.isdecimal() else user_id

    def interact(self, user: User, at_ms: int) -> None:
        """Note an interaction: it opens the windows and restarts the free allowance (§3.2)."""
        user.last_interaction_ms = max(at_ms, user.last_interaction_ms or at_ms)
        user.free_used = 0

    def say(
        self,
        user_id: str,
        kind: str,
        fields: dict[str, Any],
        *,
        src: int = 1,
        time_ms: int | None = None,
        message_id: str | None = None,
        raw: dict[str, Any] | None = None,
        delay_ms: int = 0,
        admin_id: str = "",
    ) -> Message:
        """Put a message into the inbox.

        Args:
            user_id: who wrote it, or whom the OA wrote to.
            kind: the row's `type`.
            fields: the row's content.
            src: 1 from the user, 0 from the OA.
            time_ms: when; now if None. An old time makes a late message.
            message_id: its id; a new one if None.
            raw: see `Message.raw`.
            delay_ms: how long until the reads show it.
            admin_id: who wrote it in Zalo's own tool, if the OA did and not through the API.

        """
        user = self.user(user_id)
        now = self.now()
        at_ms = now if time_ms is None else time_ms
        own_id = message_id or self.hex_id()
        other_id = own_id if self.knobs.message_ids == "same" else self.hex_id()
        self._inserted += 1
        message = Message(own_id, other_id, user_id, src, at_ms, kind, fields, self._inserted, raw or {})
        if kind == "file" and self.knobs.file_rows == "absent":
            self.inbox.by_id[own_id] = message
        else:
            self.inbox.add(message, now + delay_ms if delay_ms > 0 else None)
        if src == 1:
            self.interact(user, at_ms)
        self.webhooks.message(message, admin_id)
        return message

    def recall(self, message: Message) -> None:
        """Take a message back as its writer would (§9.17)."""
        if not message.recalled:
            self.inbox.recall(message, remove=self.knobs.recall_mode == "remove")

    def recall_some(self) -> None:
        """Take back one of the newest messages a user wrote, if there is one."""
        recent = [m for m in self.inbox.page(None, 0, 30) if m.src == 1 and not m.recalled]
        if recent:
            self.recall(self.chance.choice(recent))

    def slide(self, number: int = 1) -> None:
        """Let somebody write, so that all rows move down."""
        for _ in range(number):
            writer = self.chance.choice(list(self.users)) if self.users else user_id_for("sim-slide")
            self.say(writer, "text", {"message": f"tin chen {self._inserted + 1}"})

    # Rate

    def count_call(self) -> int:
        """Count one call in this calendar minute and return how many remain; negative is too many (§8.3)."""
        minute = self.now() // 60_000
        used = self.meter[1] + 1 if self.meter[0] == minute else 1
        self.meter = (minute, used)
        return self.knobs.rate_limit - used


def _face(user_id: str) -> Callable[[], bytes]:
    return lambda: pictures.png(int(user_id) if user_id.isdecimal() else len(user_id))


def of(request: Request) -> State:
    """Return the state behind a request."""
    state: State = request.app.state.world.state
    return state
