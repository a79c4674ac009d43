"""The passwords of a profile: opening the key, checking a signature, giving one; each try is counted (threats T03, T04)."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from console.cache.errors import MissingKeyError, PinWaitError
from console.cache.keys import SystemKeyring
from console.cache.officer_rows import active_officers
from console.cache.pin_file import pins_of, read_pins
from console.cache.pin_tries import PinTries
from console.cache.pins import HalfKeeper, PinCost, Pins
from console.cache.signers import Signer, has_pins, keep_signers, read_signers
from console.cache.store import Store
from console.domain.clock import Clock
from console.runtime.profile import Profile

COST: PinCost = PinCost()
"""What one guess costs here."""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """Who signed in, with the store's key; a source for ``open_store``. ``wrong`` passwords were tried before.

    ``once``: his password was for one sign-in; ``new_pin`` is the one he chose instead.
    """

    officer_id: str
    key: bytes = field(repr=False)
    wrong: int
    name: str
    once: bool = False
    new_pin: str = field(default="", repr=False)

    def load(self, entry: str) -> bytes | None:
        """Return the store's key."""
        del entry
        return self.key

    def save(self, entry: str, key: bytes) -> None:
        """Refuse: a store with passwords exists already."""
        del key
        raise MissingKeyError(entry)


class PinBook:
    """The passwords and wrong tries of one profile. May be asked from any thread, one at a time; slow: not the UI thread."""

    def __init__(
        self,
        profile: Profile,
        clock: Clock,
        keyring: Callable[[], HalfKeeper] = SystemKeyring,
        cost: PinCost | None = None,
    ) -> None:
        """Take the profile and the clock. The keyring is looked for when it is needed: a server may have none."""
        self._profile, self._clock = profile, clock
        self._keyring, self._cost = keyring, cost
        self._lock = threading.Lock()
        self._kept_tries: PinTries | None = None
        self._new_key: bytes | None = None

    @property
    def in_use(self) -> bool:
        """Return whether somebody has a password, so that the profile opens by sign-in only."""
        return has_pins(self._profile.database)

    def signers(self) -> tuple[Signer, ...]:
        """Return who may sign in. Raises ``MissingKeyError`` where the file cannot be read."""
        return read_signers(self._profile.database)

    def unlock(self, officer_id: str, pin: str) -> Unlocked:
        """Return the store's key for one officer.

        Raises:
            PinWaitError: too many wrong ones; nothing was tried.
            PinError: not his password, counted.
            StoreError: the try could not be counted, or the keyring's half cannot be had; nothing was tried.

        """
        with self._lock:
            keyring = self._keyring()
            pins, tries = self._pins(keyring), self._tries()
            wait = tries.wait_ms(officer_id)
            if wait > 0:
                raise PinWaitError(wait)
            pins.require_half()
            tries.begin(officer_id)
            key = pins.unlock(officer_id, pin)
            wrong = tries.succeeded(officer_id)
            name = str(getattr(keyring, "name", "keyring"))
            return Unlocked(officer_id, key, wrong, name, officer_id in pins.once())

    def wait_ms(self, officer_id: str) -> int:
        """Return how long until this officer's next try."""
        with self._lock:
            return self._tries().wait_ms(officer_id)

    def once(self) -> frozenset[str]:
        """Return whose password is for one sign-in."""
        found = read_pins(pins_of(self._profile.database))
        return frozenset(wrap.officer for wrap in found.wraps if wrap.once) if found else frozenset()

    def keep(self, key: bytes, officer_id: str, pin: str, *, once: bool = False) -> None:
        """Give an officer a password. Raises ``StoreError``: the earlier one holds."""
        with self._lock:
            pins = self._pins(self._keyring())
            pins.new_key = self._new_key
            pins.set_pin(key, officer_id, pin, once=once)
            self._new_key = pins.new_key
            if once:
                self._tries().succeeded(officer_id)

    def remove(self, officer_id: str) -> None:
        """Destroy an officer's way to the key. Raises ``PinError`` for the last one."""
        with self._lock:
            self._pins(self._keyring()).remove(officer_id)

    def name_signers(self, store: Store) -> None:
        """Keep the names of those who may sign in as the store has them."""
        if not self.in_use:
            return
        with store.read() as connection:
            known = {
                x.officer_id: Signer(x.officer_id, x.rank, x.name, x.unit)
                for x in active_officers(connection)
            }
        keep_signers(
            self._profile.database,
            (known[one.officer_id] for one in self.signers() if one.officer_id in known),
        )

    def require_half(self) -> None:
        """Find the keyring's half of the key. Raises ``StoreError``: it cannot be had."""
        with self._lock:
            self._pins(self._keyring()).require_half()

    def _pins(self, keyring: HalfKeeper) -> Pins:
        return Pins(self._profile.database, keyring, self._cost or COST)

    def _tries(self) -> PinTries:
        if self._kept_tries is None:
            self._kept_tries = PinTries(self._profile.root / "pin_tries.json", self._clock)
        return self._kept_tries
