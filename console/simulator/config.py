"""What a simulator is started with, and the knobs for everything the API document leaves open."""

import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

OA_ID = "3120036654733951760"
APP_ID = "4318123456701234567"
# A simulator secret: it opens nothing outside this process.
SECRET_KEY = "simulator-app-secret"  # noqa: S105 - see above
WEBHOOK_SECRET = "simulator-oa-secret"  # noqa: S105 - see above; differs from the app secret (§7.2)

# A browser comes back to the machine it runs on.
LOOPBACK = ("http://127.0.0.1", "http://localhost")

DAY_MS = 24 * 60 * 60 * 1000


class KnobError(ValueError):
    """A knob that does not exist, or a value it cannot take."""


# What each knob with a fixed set of values accepts.
CHOICES: dict[str, tuple[str, ...]] = {
    "count_over": ("refuse", "clip"),
    "message_ids": ("same", "conversation_differs", "send_differs"),
    "tie_order": ("newest_first", "oldest_first"),
    "recall_mode": ("remove", "mark"),
    "file_rows": ("file", "link", "absent"),
    "location_form": ("json", "lat_lng", "lng_lat", "object"),
    "links_form": ("array", "object", "text"),
    "shared_info": ("full", "absent", "empty"),
    "quote": ("check", "refuse", "ignore"),
    "text_change": ("none", "trim", "nfc", "nfd"),
    "free_rule": ("8_in_48h", "all_in_48h"),
    "after_free": ("package", "charge", "refuse"),
    "challenge_alphabet": ("both", "urlsafe", "standard"),
    "oa_id_key": ("oaid", "oa_id", "both"),
}


@dataclass(slots=True)
class Knobs:
    """Everything uncertain about the live service (API document §8.3, §9, §11), with the recommended default.

    Attributes:
        list_cap: `listrecentchat` shows only this many newest rows; None is no limit (§11.1).
        conversation_cap: the same for `conversation`.
        cap_clips: a page that straddles the cap is cut there; false: only offsets at or past the cap are empty.
        count_over: `count` > 10 is refused with -210, or clipped to 10.
        sent_time: rows carry the undocumented `sent_time` text.
        message_ids: both reads and the send reply name a message alike, or not (§9.15, §11.3).
        tie_order: which of two rows of the same millisecond comes first (§11.5).
        recall_mode: a recalled row vanishes, or stays with type `recalled` and no content.
        file_rows: how files appear in the reads: an undocumented type, a link row, or not at all (§9.16).
        location_form: inner form of `location`.
        links_form: shape of `links`.
        amp_urls: sticker URLs hold a literal `&amp;` (§9.10).
        shared_info: for every user: as stored, left out, or present with `""` and `phone: 0`.
        expired_code: code for a token past its life: -216 or -220.
        old_token_dies: a renewal kills the previous access token at once (§11.7).
        expires_in_text: `expires_in` is text; false: a number.
        access_life_ms / refresh_life_ms / code_life_ms: life of tokens and of an authorisation code.
        challenge_alphabet: Base64 alphabet accepted for `code_challenge` (§11.11).
        query_token: accept the token in the query string, as old SDKs send it.
        appsecret_proof: the app demands `appsecret_proof` (-242 otherwise).
        unknown_user_code: answer for a user id nobody knows (§11.10).
        never_interacted_code: sending to a user who never wrote: -230 or -232 (§11.10).
        quote: `quote_message_id` is checked, always refused, or taken unseen.
        quote_code: code of that refusal.
        text_change: what the service does to the text of a sent message.
        echo_delay_ms: how long a sent message takes to appear in the reads.
        send_sent_time: the send reply has `sent_time`.
        window_ms: how long after the last interaction a consultation may be sent.
        free_rule: eight free messages in 48 h, or all of them (§11.9).
        after_free: what pays once the allowance is gone.
        package_total: messages in the OA package.
        rate_limit: calls per calendar minute before -32.
        rate_headers: send `X-RateLimit-*`.
        empty_api_status: HTTP status of the "empty api" reply (§11.6).
        error_as_text: a successful envelope says `"error": "0"`.
        oa_id_key: how `getoa` names the id.
        media_life_ms: how long media can be fetched.
        upload_life_ms: how long an upload can be used before -100.
        upload_quota: uploads a month of each kind before -211.
        article_pending: how many `verify` calls answer -214 first, or that a video is being converted.
        article_quota: articles allowed before -223.
        webhook_hash_only: only texts that begin with `#` are told of (§7.1).
        received_after_ms / seen_after_ms: when a message of the OA is received and seen; negative is never.

    """

    list_cap: int | None = None
    conversation_cap: int | None = None
    cap_clips: bool = True
    count_over: str = "refuse"
    sent_time: bool = True
    message_ids: str = "same"
    tie_order: str = "newest_first"
    recall_mode: str = "remove"
    file_rows: str = "file"
    location_form: str = "json"
    links_form: str = "array"
    amp_urls: bool = False
    shared_info: str = "full"
    expired_code: int = -216
    old_token_dies: bool = True
    expires_in_text: bool = True
    access_life_ms: int = 90_000_000
    refresh_life_ms: int = 90 * DAY_MS
    code_life_ms: int = 600_000
    challenge_alphabet: str = "both"
    query_token: bool = False
    appsecret_proof: bool = False
    unknown_user_code: int = -201
    never_interacted_code: int = -230
    quote: str = "check"
    quote_code: int = -201
    text_change: str = "none"
    echo_delay_ms: int = 0
    send_sent_time: bool = True
    window_ms: int = 7 * DAY_MS
    free_rule: str = "8_in_48h"
    after_free: str = "package"
    package_total: int = 2000
    rate_limit: int = 4000
    rate_headers: bool = True
    empty_api_status: int = 404
    error_as_text: bool = False
    oa_id_key: str = "oaid"
    media_life_ms: int = 7 * DAY_MS
    upload_life_ms: int = 7 * DAY_MS
    upload_quota: int = 5000
    article_pending: int = 1
    article_quota: int = 200
    webhook_hash_only: bool = False
    received_after_ms: int = 300
    seen_after_ms: int = 60_000

    def update(self, changes: Mapping[str, Any]) -> None:
        """Set several knobs at once, all or none.

        Raises:
            KnobError: naming the knob, the value and what it accepts.

        """
        known = {item.name for item in fields(self)}
        for name, value in changes.items():
            if name not in known:
                raise KnobError(f"không có núm {name!r}; có: {', '.join(sorted(known))}")
            self._check(name, value)
        for name, value in changes.items():
            setattr(self, name, value)

    def _check(self, name: str, value: Any) -> None:
        choices = CHOICES.get(name)
        if choices is not None:
            if value not in choices:
                raise KnobError(f"núm {name!r} không nhận {value!r}; chọn: {', '.join(choices)}")
            return
        if name in {"list_cap", "conversation_cap"} and value is None:
            return
        wanted = bool if isinstance(getattr(Knobs(), name), bool) else int
        if type(value) is not wanted:
            raise KnobError(
                f"núm {name!r} không nhận {value!r}; cần {'true hoặc false' if wanted is bool else 'số nguyên'}"
            )


def wall_ms() -> int:
    """Return the wall time as UTC milliseconds since 1970."""
    return time.time_ns() // 1_000_000


@dataclass(slots=True)
class Config:
    """How to start one simulator.

    Attributes:
        host / port / control_port: where to listen; port 0 takes any free one. The control port is always on loopback.
        app_id / secret_key / oa_id / oa_name: identities a client is configured with. They are simulator secrets.
        callbacks: redirect addresses the app registered; a consent may go to one of them or below it.
        seed: makes ids, tokens and random faults repeatable; None draws a new one.
        faults: a fault specification, see `console.simulator.faults`.
        webhook / webhook_secret: where events are posted ("" for nowhere), and what signs them.
        corpus: conversations to play (JSON lines); None plays nothing.
        strict: a bad corpus line is fatal instead of skipped.
        speed: how many corpus seconds pass in one real second; `inf` delivers everything at once.
        max_idle_s: the inbox is never silent for longer than this many real seconds while conversations remain.
        burst: this many conversations begin within the first moments.
        knobs: see `Knobs`.
        wall: the clock under the simulator's own clock, UTC milliseconds.

    """

    host: str = "127.0.0.1"
    port: int = 0
    control_port: int = 0
    app_id: str = APP_ID
    secret_key: str = SECRET_KEY
    oa_id: str = OA_ID
    oa_name: str = "Công an tỉnh (giả lập)"
    callbacks: tuple[str, ...] = LOOPBACK
    seed: int | None = None
    faults: str = ""
    webhook: str = ""
    webhook_secret: str = WEBHOOK_SECRET
    corpus: Path | None = None
    strict: bool = False
    speed: float = 60.0
    max_idle_s: float = 30.0
    burst: int = 5
    knobs: Knobs = field(default_factory=Knobs)
    wall: Callable[[], int] = wall_ms

    def __post_init__(self) -> None:
        if not self.speed > 0 or math.isnan(self.speed):
            raise ValueError(f"--speed phải lớn hơn 0, không phải {self.speed}")
        if not self.max_idle_s >= 0:
            raise ValueError(f"--max-idle không được âm, không phải {self.max_idle_s}")
