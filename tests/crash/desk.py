"""One life of the program: opens the profile, recovers, lets the gateway work and an officer act, until it is killed.

Everything here is the product; what a test adds is the clock, the address of the simulator, and a log of what the officer
was told is saved.
"""

import os
import random
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import Engine

import console.cache.database
from console.app.workspace import load_rules
from console.cache import vault, walk_state
from console.cache.backup import back_up, is_due, list_backups, verify_backup
from console.cache.errors import StoreError
from console.cache.intake import Intake
from console.cache.keys import KeyFile
from console.cache.lockfile import InstanceLock
from console.cache.opening import open_store
from console.cache.projector import Projector
from console.cache.rules import CatalogRules
from console.cache.store import Store
from console.cache.vault import TokenState
from console.domain.approval import ReplyPolicy
from console.domain.thanks import ThanksRule
from console.gateway.catchup import GAP
from console.gateway.service import Gateway, GatewayConfig
from console.gateway.walk import WalkTimes
from console.runtime.resources import load_reply_policy, load_thanks
from console.simulator.config import APP_ID, SECRET_KEY
from console.zalo.errors import ZaloError
from console.zalo.guards import default_ssl_context
from console.zalo.secret import Secret
from console.zalo.session import Limits
from tests.crash.world import Control, SharedClock

RESERVE_BYTES = 4096


@dataclass(frozen=True, slots=True)
class DataFiles:
    """The rules and data the program works by."""

    rules: CatalogRules
    policy: ReplyPolicy
    thanks: ThanksRule


@cache
def data_files() -> DataFiles:
    """Read the data files, once a process."""
    return DataFiles(load_rules(), load_reply_policy(), load_thanks())


class _Compiled(dict[Any, Any]):
    """Compiled statements for the engines of all lives; SQLAlchemy keeps them apart by engine, and a life has a new one."""

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(key[1:], value)


def warm() -> None:
    """Share between lives what each would load and compile again: certificates, data files, SQL statements."""
    compiled = _Compiled()

    def create_engine(*given: Any, **named: Any) -> Engine:
        engine = sqlalchemy.create_engine(*given, **named)
        return engine.execution_options(compiled_cache=compiled)

    console.cache.database.create_engine = create_engine  # type: ignore[attr-defined]
    default_ssl_context()
    data_files()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a profile lies and where its OA is."""

    profile: Path
    key: Path
    base_url: str
    control_url: str
    clock: SharedClock

    @property
    def database(self) -> Path:
        return self.profile / "ban-truc.db"

    @property
    def backups(self) -> Path:
        return self.profile / "backups"

    @property
    def media(self) -> Path:
        return self.profile / "media"


class Desk:
    """The program of one life."""

    def __init__(
        self,
        place: Place,
        times: WalkTimes,
        tell: Callable[[str], None] = lambda _line: None,
        *,
        check: bool = False,
    ) -> None:
        files = data_files()
        self.place = place
        self.clock = place.clock
        self.tell = tell
        self.lock = InstanceLock(place.profile / "lock")
        self.lock.acquire()
        try:
            opened = open_store(
                place.database,
                KeyFile(place.key, may_create=True),
                self.clock.now_ms(),
                check=check,
                reserve_bytes=RESERVE_BYTES,
            )
        except StoreError:
            self.lock.release()
            raise
        self._key = opened.key
        self.engine = opened.engine
        self.store = Store(opened.engine, self.clock, Projector(files.rules), socket.gethostname())
        host, _, port = place.base_url.removeprefix("http://").partition(":")
        config = GatewayConfig(
            profile=place.profile,
            app_id=APP_ID,
            app_secret=Secret(SECRET_KEY),
            media_hosts=("zdn.vn",),
            openapi_url=place.base_url,
            oauth_url=place.base_url,
            loopback_media=frozenset({(host, int(port))}),
            per_minute=6000,
            times=times,
            limits=Limits(total_s=20, connect_s=5, idle_s=10),
        )
        self.gateway = Gateway(
            config,
            lambda work: work(self.store),
            self.clock,
            Intake(
                files.rules.catalog.default_desk().code,
                files.thanks.is_mere_thanks,
                is_emergency=files.rules.is_emergency,
            ),
            files.rules.zalo,
            opened.key,
            random.Random(5),
        )
        self.due: dict[str, float] = dict.fromkeys(self.gateway.workers, self.clock.mono())

    def round(self) -> dict[str, Any]:
        """Take a backup if one is due, and give a tick to every worker that is; return the workers' outcomes.

        Raises:
            AssertionError: everything is claimed to be read although nobody has looked at a gap.

        """
        self.back_up()
        outcomes = {}
        before = self._claimed()[0]
        for name, worker in self.gateway.workers.items():
            if self.clock.mono() >= self.due[name]:
                outcomes[name] = outcome = worker.tick()
                self.due[name] = self.clock.mono() + outcome.next_in_s
        linked_at, unseen = self._claimed()
        assert linked_at == before or not unseen, (
            "I11 everything is claimed as read while nobody looked at a gap"
        )
        return outcomes

    def _claimed(self) -> tuple[int, bool]:
        """Return up to when everything is claimed to be read, and whether there is a gap without a word of it."""
        with self.store.read() as connection:
            gaps = walk_state.open_gaps(connection)
            unseen = bool(gaps) and not walk_state.trouble_since(connection, GAP)
            return walk_state.poll(connection).linked_at, unseen

    def back_up(self) -> None:
        """Take a backup if one is due, and tell first: what was told until then is what it must bring back."""
        place, now = self.place, self.clock.now_ms()
        if is_due(place.backups, now, self._key):
            self.tell(f"!backup {now}")
            back_up(place.database, self._key, place.backups, place.media, now)

    def verify_backups(self) -> list[str]:
        """Return what is wrong with the backups there are, and files that belong to none."""
        wrong, known = [], {"media"}
        for number, backup in enumerate(list_backups(self.place.backups)):
            known |= {backup.path.name, backup.manifest.name}
            try:
                if number < 2:
                    verify_backup(backup, self._key)
            except StoreError as error:
                wrong.append(f"{backup.path.name}: {error!r}")
        left = sorted(path.name for path in self.place.backups.iterdir() if path.name not in known)
        return wrong + [f"{name} is left over" for name in left]

    def sleep(self, most_ms: int = 60_000) -> None:
        """Let the time pass until a worker is due, plus the moment that a round takes."""
        wait_s = min(self.due.values()) - self.clock.mono()
        self.clock.advance(min(most_ms, max(0, int(wait_s * 1000))) + 40)

    def wake(self) -> None:
        """Give every worker a tick in the next round."""
        self.due = dict.fromkeys(self.due, self.clock.mono())

    def close(self) -> None:
        """End as a program does that nobody kills."""
        self.gateway.close()
        self.engine.dispose()
        self.lock.release()

    def consent(self) -> None:
        """Do as the administrator does when there is no token, or a dead one."""
        with self.store.read() as connection:
            grant = vault.newest(connection)
        if grant is not None and grant.state is not TokenState.DEAD:
            return
        self.tell(f"!dead {grant.generation if grant else 0}")
        control = Control(self.place.control_url)
        code = control.ask("token", do="code")["code"]
        control.close()
        try:
            self.gateway.tokens.consent(Secret(code))
        except ZaloError:
            return  # the wizard shows it, and is opened again
        self.wake()


def telling(descriptor: int) -> Callable[[str], None]:
    """Return what writes a line to the life's journal, where the failpoints it passes are written too."""

    def tell(line: str) -> None:
        os.write(descriptor, line.encode() + b"\n")

    return tell
