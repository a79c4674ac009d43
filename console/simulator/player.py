"""Plays conversations into the inbox, and lets citizens answer when they are asked.

Everything is due at a moment of the simulator's clock, so moving that clock plays what lies between.
"""

import heapq
from dataclasses import dataclass, field
from itertools import count

from console.simulator.content import ContentError, compose
from console.simulator.corpus import Conversation, answers
from console.simulator.state import State, user_id_for

# Conversations of the burst begin this many real milliseconds apart.
BURST_GAP_MS = 120
# How long a citizen takes to answer a question, in corpus seconds.
ANSWER_AFTER_S = 40.0
FASTEST_ANSWER_MS = 300


@dataclass(order=True, slots=True)
class Due:
    """One message that will be written."""

    at_ms: int
    order: int
    conversation: Conversation = field(compare=False)
    message: dict[str, object] = field(compare=False)


class Player:
    """The citizens of a corpus."""

    def __init__(self, state: State, conversations: list[Conversation]) -> None:
        self._state = state
        self._order = count()
        self._due: list[Due] = []
        self._open: dict[str, dict[str, str]] = {}
        self._latest: dict[str, Conversation] = {}
        self._wrote_ms: dict[str, int] = {}
        self.conversations = len(conversations)
        self.played = 0
        self.answered = 0
        self.warnings: list[str] = []
        self._plan(sorted(conversations, key=lambda conversation: conversation.start_s))
        state.on_reply = self.hear

    @property
    def waiting(self) -> int:
        """How many messages are still to come."""
        return len(self._due)

    def _plan(self, conversations: list[Conversation]) -> None:
        """Give every message its moment; silence is cut to `max_idle_s`, and a burst comes first."""
        config = self._state.config
        longest_ms = config.max_idle_s * 1000
        start_ms, before_s = float(self._state.now()), conversations[0].start_s if conversations else 0.0
        for place, conversation in enumerate(conversations):
            gap_ms = (conversation.start_s - before_s) * 1000 / config.speed
            start_ms += min(gap_ms, BURST_GAP_MS if place < config.burst else longest_ms)
            before_s, at_ms, t = conversation.start_s, start_ms, 0.0
            for message in conversation.messages:
                step_ms = max(float(message.get("t", 0)) - t, 0.0) * 1000 / config.speed
                at_ms += min(step_ms, longest_ms)
                t = max(t, float(message.get("t", 0)))
                self._later(int(at_ms), conversation, message)

    def _later(self, at_ms: int, conversation: Conversation, message: dict[str, object]) -> None:
        heapq.heappush(self._due, Due(at_ms, next(self._order), conversation, message))

    def tick(self, *, warped: bool = False) -> None:
        """Write everything that is due.

        Args:
            warped: the clock was just moved: messages get the moments they were due at. Otherwise they are written now, so
                that a busy machine never makes a message appear behind newer ones.

        """
        now = self._state.now()
        while self._due and self._due[0].at_ms <= now:
            due = heapq.heappop(self._due)
            conversation = due.conversation
            user_id = user_id_for(conversation.user_key)
            if user_id not in self._state.users:
                user = self._state.user(user_id, conversation.name, follower=conversation.follower)
                user.shared = conversation.shared
            try:
                kind, fields = compose(self._state, due.message)
            except ContentError as error:
                self.warnings.append(f"{conversation.key}: {error}")
                continue
            # One person's messages never share a millisecond: their order is theirs.
            at_ms = max(due.at_ms if warped else now, self._wrote_ms.get(user_id, 0) + 1)
            self._wrote_ms[user_id] = at_ms
            self._state.say(user_id, kind, fields, time_ms=at_ms)
            self.played += 1
            if due.message is conversation.messages[0] and conversation.answers:
                self._open.setdefault(user_id, {}).update(conversation.answers)
                self._latest[user_id] = conversation

    def hear(self, user_id: str, text: str) -> None:
        """A reply reached a citizen: plan an answer to what it asks, each question once."""
        known = self._open.get(user_id, {})
        config = self._state.config
        wait_ms = int(
            max(min(ANSWER_AFTER_S * 1000 / config.speed, config.max_idle_s * 1000), FASTEST_ANSWER_MS)
        )
        for place, (key, answer) in enumerate(list(answers(text, known)), start=1):
            self._later(
                self._state.now() + wait_ms * place, self._latest[user_id], {"type": "text", "text": answer}
            )
            self.answered += 1
            del known[key]
            if key in {"place", "district"}:
                # Either question got the same answer.
                known.pop("place", None)
                known.pop("district", None)
