"""Messages in the order both chat reads show them."""

from bisect import insort
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True, eq=False)
class Message:
    """One message.

    Attributes:
        message_id: 20 hex digits; `conversation_id` is the name in the per-user read when a knob says they differ.
        src: 1 from the user, 0 from the OA.
        time_ms: UTC milliseconds as the row shows it.
        fields: what the row carries besides ids, names and time (`message`, `url`, `thumb`, `links`, ...).
        raw: members that replace those of the finished row; None removes one.
        order: when it was inserted, relative to all others.
        served: how often a read showed it.
        recalled: it was taken back and no longer appears, or appears without content.

    """

    message_id: str
    conversation_id: str
    user_id: str
    src: int
    time_ms: int
    type: str
    fields: dict[str, Any]
    order: int
    raw: dict[str, Any] = field(default_factory=dict)
    served: int = 0
    recalled: bool = False


def _place(message: Message) -> tuple[int, int]:
    return message.time_ms, message.order


@dataclass(slots=True)
class Inbox:
    """All messages by time, then by insertion; oldest first inside, newest first outside."""

    everything: list[Message] = field(default_factory=list)
    by_user: dict[str, list[Message]] = field(default_factory=dict)
    by_id: dict[str, Message] = field(default_factory=dict)
    waiting: list[tuple[int, Message]] = field(default_factory=list)
    recalled: list[Message] = field(default_factory=list)

    def add(self, message: Message, visible_at_ms: int | None = None) -> None:
        """Insert a message at its place; with `visible_at_ms` only once that moment has come."""
        self.by_id[message.message_id] = message
        self.by_id[message.conversation_id] = message
        if visible_at_ms is None:
            self._insert(message)
        else:
            self.waiting.append((visible_at_ms, message))

    def settle(self, now_ms: int) -> None:
        """Show the messages whose delay has passed."""
        if self.waiting:
            due = [message for at_ms, message in self.waiting if at_ms <= now_ms]
            self.waiting = [pair for pair in self.waiting if pair[0] > now_ms]
            for message in due:
                self._insert(message)

    def _insert(self, message: Message) -> None:
        insort(self.everything, message, key=_place)
        insort(self.by_user.setdefault(message.user_id, []), message, key=_place)

    def page(
        self, user_id: str | None, offset: int, count: int, *, oldest_first_ties: bool = False
    ) -> list[Message]:
        """Return up to `count` messages from `offset`, newest first, of one user or of all."""
        rows = self.everything if user_id is None else self.by_user.get(user_id, [])
        if oldest_first_ties:
            ordered = sorted(rows, key=lambda message: (-message.time_ms, message.order))
            return ordered[offset : offset + count]
        end = max(len(rows) - offset, 0)
        return rows[max(end - count, 0) : end][::-1]

    def recall(self, message: Message, *, remove: bool) -> None:
        """Take a message back: off the lists, or left there marked."""
        message.recalled = True
        self.recalled.append(message)
        if not remove:
            return
        self.waiting = [pair for pair in self.waiting if pair[1] is not message]
        for rows in (self.everything, self.by_user.get(message.user_id, [])):
            if message in rows:
                rows.remove(message)
