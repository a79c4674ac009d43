"""Reads as generators: they yield one call at a time, so that a long one can pause anywhere and go on in a later tick."""

from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from console.gateway import chain
from console.gateway.chain import Enough, Passed, Seen
from console.gateway.lane import Lane
from console.gateway.pages import Pages
from console.gateway.ports import ZaloApi
from console.zalo.errors import ZaloError
from console.zalo.payloads import UserList
from console.zalo.rows import RowPage

R = TypeVar("R")
Answer = RowPage | UserList
Ask = Callable[[ZaloApi], Answer]
Steps = Generator[Ask, Answer, R]
Source = Callable[[int], Ask]
"""Offset to the call that reads the page there."""


def whole_list(offset: int) -> Ask:
    """Return the call that reads recent messages of all users."""
    return lambda api: api.chats.list_recent_chat(offset)


def of_user(user_id: str) -> Source:
    """Return the calls that read one user's messages."""
    return lambda offset: lambda api: api.chats.conversation(user_id, offset)


def passing(
    pages: Pages,
    source: Source,
    name: str,
    enough: Enough = chain.linked,
    *,
    keep_rows: bool = False,
    link_before: int | None = None,
) -> Steps[Passed]:
    """Walk over a list, making each page durable before going on; return the chain (``console.gateway.chain``)."""
    steps = chain.walk(enough, keep_rows=keep_rows)
    offset = next(steps)
    while True:
        page = yield source(offset)
        if not isinstance(page, RowPage):
            raise TypeError("a walk is given pages of rows")
        try:
            offset = steps.send(pages.take(page, name, link_before))
        except StopIteration as stop:
            passed: Passed = stop.value
            return passed


class Task(Generic[R]):
    """A reading under way. ``done`` tells when ``result`` holds what it returned."""

    def __init__(self, steps: Steps[R], name: str) -> None:
        """Take the reading and the name its calls have for failpoints."""
        self._steps = steps
        self._name = name
        self._ask: Ask | None = None
        self.done = False
        self.result: R | None = None
        self._advance(lambda: next(steps))

    def step(self, lane: Lane) -> None:
        """Do one call and go on to the next. A call that fails leaves the reading where it was: it can be asked again.

        Raises:
            WaitError, NotConnectedError, ZaloError: see ``Lane.read``.

        """
        ask = self._ask
        if ask is None:
            return
        answer = lane.read(ask, self._name)
        self._advance(lambda: self._steps.send(answer))

    def refuse(self, error: ZaloError) -> None:
        """Tell the reading that its call failed for good; it may go on without."""
        self._advance(lambda: self._steps.throw(error))

    def _advance(self, go: Callable[[], Ask]) -> None:
        try:
            self._ask = go()
        except StopIteration as stop:
            self.done, self.result, self._ask = True, stop.value, None


__all__ = ["Seen", "Task", "of_user", "passing", "whole_list"]
