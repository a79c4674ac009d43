"""What a desk leaves to its lock, and takes up again when the same officer comes back: ids and states, no text of anybody."""

from collections.abc import Mapping
from dataclasses import dataclass

from console.cache.duty_views import Held
from console.domain.alarm import AlarmBoard
from console.domain.case import ReplyState
from console.domain.handover import AwakeWatch


@dataclass(frozen=True, slots=True)
class Kept:
    """What was heard and told of until the desk was left.

    ``board`` and ``known`` are what was rung for; ``returns`` and ``reminders`` those that were told of; ``replies`` the officer's own
    replies that were not settled; ``held`` what he held; ``watch`` asks «còn thức?» and is ``None`` for who is not asked, ``asked_at``
    (UTC ms) is when it last did.
    """

    board: AlarmBoard
    known: frozenset[str]
    returns: frozenset[str]
    reminders: frozenset[str]
    replies: Mapping[str, ReplyState]
    held: Mapping[str, Held]
    watch: AwakeWatch | None
    asked_at: int = 0
