"""How a worker calls Zalo: within the rate, with the token of the moment, and one refresh when it has expired."""

from collections.abc import Callable
from typing import Protocol, TypeVar

from console.failpoint import fp
from console.gateway.limiter import Limiter
from console.gateway.ports import NotConnectedError, WaitError, ZaloApi
from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, RateLimited, ZaloError

T = TypeVar("T")


class Tokens(Protocol):
    """What a lane needs of the token keeper."""

    @property
    def generation(self) -> int:
        """Return the number of the token in use; 0 when there is none."""
        ...

    def renew(self, after: int) -> bool:
        """Refresh unless a newer generation than ``after`` is there already; return whether one is."""
        ...


class Lane:
    """One worker's way to Zalo. ``first`` lanes (sends) go before the others when calls are scarce."""

    def __init__(self, api: ZaloApi, limiter: Limiter, tokens: Tokens, *, first: bool = False) -> None:
        """Take the worker's own client, the shared limiter and the token keeper."""
        self._api = api
        self._limiter = limiter
        self._tokens = tokens
        self._first = first

    def admit(self, calls: int = 1) -> int:
        """Spend calls; return the token generation they will use. Raises ``WaitError`` or ``NotConnectedError``."""
        generation = self._tokens.generation
        if not generation:
            raise NotConnectedError
        wait = self._limiter.take(calls, send=self._first)
        if wait > 0:
            raise WaitError(wait)
        return generation

    def read(self, ask: Callable[[ZaloApi], T], name: str, *, spare: int = 0) -> T:
        """Return what a repeatable call returns. ``spare`` calls are paid for at once, for what must follow without a wait.

        On -216 or -220 the token is refreshed once and the call repeated once (zalo-openapi.md §9, quirk 3). Not for sends.

        Raises:
            WaitError: the limiter wants a pause; nothing was asked.
            NotConnectedError: there is no token.
            ZaloError: the call failed.

        """
        generation = self.admit(1 + spare)
        try:
            return self.call(ask, name)
        except ApiError as error:
            if error.entry.retry is not Retry.AFTER_REFRESH or not self._tokens.renew(generation):
                raise
        self.admit()
        return self.call(ask, name)

    def call(self, ask: Callable[[ZaloApi], T], name: str) -> T:
        """Call once, already paid for; never repeated here, so this is how a reply is posted. Raises ``ZaloError``."""
        try:
            fp(f"{name}.http.before")
            answer = ask(self._api)
            fp(f"{name}.http.after")
        except RateLimited as error:
            fp(f"{name}.http.after")
            self._limiter.refused(error.retry_after_s)
            raise
        except ZaloError:
            fp(f"{name}.http.after")
            raise
        self._limiter.accepted()
        return answer
