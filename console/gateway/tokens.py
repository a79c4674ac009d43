"""The one keeper of the OA's tokens (reliability.md §4.3, features W-02).

A refresh token works once, so: one rotation at a time, begun at 40 % of the access token's life, noted before the single
POST, its answer on disk before it is parsed, filed in one transaction. What a crash leaves is picked up by ``recover``.
"""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import replace

from console.cache import vault, walk_state
from console.cache.store import Store
from console.cache.vault import Entry, Grant, Journal, TokenState
from console.domain.clock import Clock
from console.domain.ids import new_id
from console.failpoint import fp
from console.gateway.ports import NotConnectedError, Outcome, StoreCall, TokenShop
from console.zalo.error_entry import Retry
from console.zalo.errors import ApiError, BadBody, ZaloError
from console.zalo.oauth import TokenPair, parse_tokens
from console.zalo.secret import Secret

DEAD = "token.dead"
"""Kind of the alarm that only a new consent clears."""
STUCK = "token.stuck"
ROTATE_AT = 0.4
_LOOK_S = 60.0
_RETRY_MAX_S = 600.0
_DEAD_TEXT = (
    "Zalo từ chối gia hạn quyền truy cập OA. Tin vẫn được nhận cho tới khi quyền hiện tại hết hạn. "
    "Quản trị cần cấp quyền lại ngay; nếu không ai cấp quyền ở nơi khác, hãy coi là có thể bị chiếm quyền."
)
_OVER_TEXT = (
    "Zalo không cho truy cập OA nữa nên không nhận và không gửi được tin; tin công dân vẫn nằm trên Zalo. "
    "Quản trị cần cấp quyền lại ngay; nếu không ai cấp quyền ở nơi khác, hãy coi là có thể bị chiếm quyền."
)


class TokenKeeper:
    """Holds the token of the moment and renews it. Safe for many threads; every call reads the newest generation."""

    def __init__(self, call: StoreCall, shop: TokenShop, journal: Journal, clock: Clock) -> None:
        """Take the way to the store, the token service, the journal and the clock; then call ``recover`` once."""
        self._call = call
        self._shop = shop
        self._journal = journal
        self._clock = clock
        self._rotation = threading.Lock()
        self._grant: Grant | None = None
        """The newest generation without its tokens: they are nowhere but in ``_access`` and in the store."""
        self._access = Secret("")
        self._unfiled: Entry | None = None
        self._failures = 0
        self._not_before = 0.0

    # --- for the callers of Zalo ------------------------------------------------------------------------------------

    @property
    def generation(self) -> int:
        """Return the number of the tokens in use; 0 before the first consent."""
        grant = self._grant
        return grant.generation if grant else 0

    def access(self) -> Secret:
        """Return the access token of the moment. Raises ``NotConnectedError``."""
        if self._grant is None:
            raise NotConnectedError
        return self._access

    def forget(self) -> None:
        """Overwrite the token. No thread may use it any more."""
        self._access.wipe()

    def _take(self, grant: Grant | None) -> None:
        """Use a generation from now on; a lane may still be calling with the token of the one before."""
        if grant is not None:
            self._access = Secret(grant.access_token)
            grant = replace(grant, access_token="", refresh_token="")
        self._grant = grant

    @property
    def expired(self) -> bool:
        """Return whether the access token's life is over by this machine's clock."""
        grant = self._grant
        return grant is not None and self._clock.now_ms() >= grant.expires_at

    def renew(self, after: int) -> bool:
        """Refresh because Zalo refused the token of generation ``after``; return whether a newer one is there.

        Many threads may ask at once: the first one refreshes, the others find it done.
        """
        with self._rotation:
            self._file_left_over()
            if self.generation > after:
                return True
            if self._grant is None:
                return False
            if self._grant.state is not TokenState.DEAD:
                if self._clock.mono() < self._not_before:
                    return False
                if self._rotate(self._grant):
                    return True
            self._end_access(after)
            return False

    # --- duty -------------------------------------------------------------------------------------------------------

    def recover(self) -> None:
        """Pick up what the last run left: an answer that was not filed, or a rotation nobody knows the end of."""
        with self._rotation:
            self._take(self._call(_newest))
            self._unfiled = self._journal.read()
            self._file_left_over()
        # A rotation without an answer is tried once more by the next tick: the request may never have arrived.

    def tick(self) -> Outcome:
        """Rotate if it is time."""
        with self._rotation:
            self._file_left_over()
            grant = self._grant
            if grant is None:
                return Outcome(_LOOK_S, trouble=NotConnectedError.text_vi)
            if grant.state is TokenState.DEAD:
                return Outcome(_LOOK_S, trouble=_OVER_TEXT if self.expired else _DEAD_TEXT)
            waiting = self._not_before - self._clock.mono()
            if waiting > 0:
                return Outcome(min(_LOOK_S, waiting))
            if not self._due(grant):
                return Outcome(_LOOK_S)
            done = self._rotate(grant)
            return Outcome(min(_LOOK_S, max(1.0, self._not_before - self._clock.mono())), worked=done)

    def consent(self, code: Secret, verifier: Secret | None = None) -> None:
        """Buy the first tokens, or new ones after the old died, with the code of a consent. Raises ``ZaloError``."""
        with self._rotation:
            self._buy(
                lambda journal: self._shop.exchange_code(code, verifier, journal=journal), self.generation
            )

    # --- rotation, under the lock -----------------------------------------------------------------------------------

    def _due(self, grant: Grant) -> bool:
        if grant.state is TokenState.ROTATING:
            return True
        now = self._clock.now_ms()
        # Before ``issued_at`` the clock has stepped back; rotating early is harmless, late is not.
        return not grant.issued_at <= now < grant.issued_at + ROTATE_AT * (grant.expires_at - grant.issued_at)

    def _rotate(self, grant: Grant) -> bool:
        """Use the refresh token of ``grant`` once; return whether new tokens came of it."""
        attempt = new_id()
        refresh = Secret(self._call(lambda store: _refresh_token(store, grant.generation)))
        if not self._call(lambda store: _begin(store, grant.generation, attempt)):
            self._take(self._call(_newest))
            return False
        self._grant = replace(grant, state=TokenState.ROTATING, attempt=attempt)
        try:
            self._buy(
                lambda journal: self._shop.refresh(refresh, journal=journal),
                grant.generation,
                attempt,
            )
        except ZaloError as error:
            self._refused(grant, error)
            return False
        finally:
            refresh.wipe()
        return True

    def _buy(
        self,
        ask: Callable[[Callable[[bytes], None]], TokenPair],
        generation: int,
        attempt: str = "",
    ) -> None:
        """POST once, journal the answer, file it. Raises ``ZaloError``."""

        def keep(body: bytes) -> None:
            # Whatever goes wrong from here on, this answer is filed before the refresh token is used again.
            self._unfiled = Entry(generation, attempt, self._clock.now_ms(), body)
            # A full disk must not cost the tokens: they are in memory, and the store may still take them.
            with contextlib.suppress(OSError):
                self._journal.write(self._unfiled)

        try:
            fp("token.http.before")
            pair = ask(keep)
            fp("token.http.after")
        except ZaloError as error:
            self._drop(error)
            raise
        assert self._unfiled is not None
        self._file(self._unfiled, pair)

    def _file(self, entry: Entry, pair: TokenPair) -> None:
        """T2: the new pair becomes the token in use; then the journal has done its duty."""
        fp("token.file.before")
        self._call(lambda store: _file_pair(store, entry, pair))
        fp("token.file.after")
        self._unfiled = None
        self._failures, self._not_before = 0, 0.0
        self._take(self._call(_newest))
        self._journal.clear()

    def _file_left_over(self) -> None:
        """File an answer that an earlier attempt received but could not file."""
        entry = self._unfiled
        if entry is None:
            return
        try:
            pair = parse_tokens(entry.body)
        except ZaloError as error:
            self._drop(error)
            if self._grant is not None and self._grant.attempt == entry.attempt:
                self._refused(self._grant, error)
        else:
            self._file(entry, pair)

    def _drop(self, error: ZaloError) -> None:
        """Forget an answer without tokens; put one aside that cannot be read, for tokens may be in it."""
        self._unfiled = None
        if isinstance(error, BadBody):
            self._journal.keep_unread()
        else:
            self._journal.clear()

    def _end_access(self, generation: int) -> None:
        """Say that nothing works any more, where a dead grant's access token was refused before its time."""
        grant = self._grant
        if (
            grant is None
            or grant.generation != generation
            or grant.state is not TokenState.DEAD
            or self.expired
        ):
            return

        def note(store: Store) -> None:
            with store.write() as tx:
                vault.end_access(tx.connection, generation, tx.now_ms)
                walk_state.raise_trouble(tx.connection, DEAD, _OVER_TEXT, tx.now_ms)
                tx.touch_health()

        self._call(note)
        self._take(self._call(_newest))

    def _refused(self, grant: Grant, error: ZaloError) -> None:
        """Note a rotation that brought nothing: dead for good, or to be tried again with the old token."""
        self._failures += 1
        wait = min(_RETRY_MAX_S, 5.0 * 2**self._failures)
        self._not_before = self._clock.mono() + wait
        dead = isinstance(error, ApiError) and error.entry.retry is Retry.NEW_CONSENT

        def note(store: Store) -> None:
            with store.write() as tx:
                if dead:
                    vault.set_state(tx.connection, grant.generation, TokenState.DEAD, tx.now_ms)
                    walk_state.clear_trouble(tx.connection, STUCK, tx.now_ms)
                    walk_state.raise_trouble(tx.connection, DEAD, _DEAD_TEXT, tx.now_ms)
                else:
                    walk_state.raise_trouble(tx.connection, STUCK, error.text_vi, tx.now_ms)
                tx.touch_health()

        self._call(note)
        self._take(self._call(_newest))


def _newest(store: Store) -> Grant | None:
    with store.read() as connection:
        return vault.newest(connection)


def _refresh_token(store: Store, generation: int) -> str:
    with store.read() as connection:
        grant = vault.newest(connection)
    return grant.refresh_token if grant is not None and grant.generation == generation else ""


def _begin(store: Store, generation: int, attempt: str) -> bool:
    fp("token.begin.before")
    with store.write() as tx:
        begun = vault.begin(tx.connection, generation, attempt, tx.now_ms)
        tx.touch_health()
    fp("token.begin.after")
    return begun


def _file_pair(store: Store, entry: Entry, pair: TokenPair) -> None:
    with store.write() as tx:
        vault.file_pair(
            tx.connection,
            entry.generation,
            pair.access_token.reveal(),
            pair.refresh_token.reveal(),
            pair.expires_in_s * 1000,
            entry.at,
            tx.now_ms,
        )
        walk_state.clear_trouble(tx.connection, DEAD, tx.now_ms)
        walk_state.clear_trouble(tx.connection, STUCK, tx.now_ms)
        tx.touch_health()
