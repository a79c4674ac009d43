"""Authorisation codes and token pairs: which are alive, and who killed them (API document §1)."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from console.simulator.config import Knobs
from console.simulator.wire import ApiError


@dataclass(slots=True)
class Pair:
    """One access token with the refresh token that came with it.

    Attributes:
        generation: 1 for the pair the simulator starts with.
        how: `seed`, `code`, `refresh` or `control`.
        access_alive / refresh_alive: not revoked, replaced or used; their age counts apart from that.

    """

    generation: int
    how: str
    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    at_ms: int
    access_alive: bool = True
    refresh_alive: bool = True
    expired_early: bool = False


@dataclass(slots=True)
class Code:
    """A consent that was given and not yet exchanged."""

    at_ms: int
    challenge: str


@dataclass(slots=True)
class TokenDesk:
    """Issues and checks tokens. Nothing is signed; they are opaque."""

    knobs: Knobs
    now: Callable[[], int]
    new_text: Callable[[], str]
    pairs: list[Pair] = field(default_factory=list)
    codes: dict[str, Code] = field(default_factory=dict)

    def issue(self, how: str) -> Pair:
        """Issue a pair; with the knob, older access tokens die at once."""
        if self.knobs.old_token_dies:
            for pair in self.pairs:
                pair.access_alive = False
        issued = Pair(len(self.pairs) + 1, how, self.new_text(), self.new_text(), self.now())
        self.pairs.append(issued)
        return issued

    def consent(self, challenge: str) -> str:
        """Return a new authorisation code."""
        code = self.new_text()
        self.codes[code] = Code(self.now(), challenge)
        return code

    def exchange(self, code: str, verifier: str) -> Pair | None:
        """Return a pair for a code; None when it is unknown, used, too old or not the caller's."""
        found = self.codes.pop(code, None)
        if found is None or self.now() - found.at_ms >= self.knobs.code_life_ms:
            return None
        if found.challenge and found.challenge not in self._challenges(verifier):
            return None
        return self.issue("code")

    def renew(self, refresh_token: str) -> Pair | None:
        """Return the next pair for a refresh token, which dies in the same moment; None when it was dead."""
        for pair in self.pairs:
            if pair.refresh_token == refresh_token:
                fresh = self.now() - pair.at_ms < self.knobs.refresh_life_ms
                usable, pair.refresh_alive = pair.refresh_alive and fresh, False
                return self.issue("refresh") if usable else None
        return None

    def check(self, access_token: str) -> Pair:
        """Return the pair of a living access token.

        Raises:
            ApiError: -216 for one that is unknown or revoked, -216 or -220 for one past its life (§10.2).

        """
        knobs = self.knobs
        for pair in reversed(self.pairs):
            if access_token and pair.access_token == access_token:
                if pair.expired_early or self.now() - pair.at_ms >= knobs.access_life_ms:
                    raise ApiError(
                        knobs.expired_code, "Access token has expired" if knobs.expired_code == -216 else None
                    )
                if not pair.access_alive:
                    break
                return pair
        raise ApiError(-216, "Access token is invalid")

    def expire_access(self) -> None:
        """Make every access token issued so far look as if its 25 hours were over."""
        for pair in self.pairs:
            pair.expired_early = True

    def revoke(self) -> None:
        """Kill every token, as an administrator who removes the app does."""
        for pair in self.pairs:
            pair.access_alive = pair.refresh_alive = False

    def _challenges(self, verifier: str) -> set[str]:
        digest = hashlib.sha256(verifier.encode("utf-8", "replace")).digest()
        urlsafe = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        standard = base64.b64encode(digest).rstrip(b"=").decode()
        wanted = self.knobs.challenge_alphabet
        return {urlsafe, standard} if wanted == "both" else {urlsafe if wanted == "urlsafe" else standard}
