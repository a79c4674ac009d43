"""The gateway as a whole: its workers on their lanes, for the console, for ``console gateway``, and for tests."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from console.cache.intake import Intake
from console.cache.keys import MEDIA, TOKEN_JOURNAL, subkey, wipe
from console.cache.sealed import SealedFiles
from console.cache.vault import Journal
from console.domain.clock import Clock
from console.domain.window import ZaloRules
from console.gateway.lane import Lane
from console.gateway.limiter import Limiter
from console.gateway.media import MediaWorker
from console.gateway.pages import Pages
from console.gateway.ports import Outcome, StoreCall, Worker
from console.gateway.profile import ProfileWorker
from console.gateway.restored import doubt_waiting_replies
from console.gateway.sender import Sender
from console.gateway.skew import SkewWatch
from console.gateway.tokens import TokenKeeper
from console.gateway.walk import Walker, WalkTimes
from console.zalo.client import OPENAPI_URL, ZaloClient
from console.zalo.media import MediaPolicy
from console.zalo.oauth import OAUTH_URL, OAuthClient
from console.zalo.secret import Secret
from console.zalo.session import Limits


@dataclass(frozen=True, slots=True)
class GatewayConfig:
    """How to reach the OA.

    ``profile`` is the folder of the store; ``loopback_media`` names the (host, port) of a simulator and is empty in real use;
    ``per_minute`` is how many calls the OA's package allows.
    """

    profile: Path
    app_id: str
    app_secret: Secret
    media_hosts: tuple[str, ...]
    openapi_url: str = OPENAPI_URL
    oauth_url: str = OAUTH_URL
    proxy: str | None = None
    app_proof: bool = False
    loopback_media: frozenset[tuple[str, int]] = frozenset()
    per_minute: int = 600
    times: WalkTimes = field(default_factory=WalkTimes)
    limits: Limits = field(default_factory=Limits)


class Gateway:
    """All duties that talk to Zalo.

    ``workers`` maps a lane's name to its worker. Each belongs to one thread (a ``console.runtime.duty.Duty`` whose step is
    ``lambda: worker.tick().next_in_s``); an exception out of a tick is trouble of the store or a bug, and the next tick goes
    on from what is durable. ``tokens`` also takes the consent of the wizard, on any thread.
    """

    def __init__(
        self,
        config: GatewayConfig,
        call: StoreCall,
        clock: Clock,
        intake: Intake,
        zalo: ZaloRules,
        key: bytes,
        rng: random.Random | None = None,
    ) -> None:
        """Wire the workers. ``key`` is the store's key; what is sealed outside the store uses keys derived from it.

        Raises:
            StoreError: what the last run left in the vault could not be filed.

        """
        self._clients: list[ZaloClient] = []
        self._shop = OAuthClient(
            config.app_id,
            config.app_secret,
            base_url=config.oauth_url,
            limits=config.limits,
            proxy=config.proxy,
        )
        media, journal = subkey(key, MEDIA), subkey(key, TOKEN_JOURNAL)
        self.files = SealedFiles(config.profile / "media", media)
        self._journal, self._secret = Journal(config.profile, journal), config.app_secret
        for copied in (media, journal):
            wipe(copied)
        self.tokens = TokenKeeper(call, self._shop, self._journal, clock)
        self.tokens.recover()
        call(doubt_waiting_replies)
        self.limiter = Limiter(clock.mono, per_minute=config.per_minute, rng=rng)
        self.skew = SkewWatch(clock.now_ms)
        pages = Pages(call, intake)
        policy = MediaPolicy(hosts=config.media_hosts, loopback=config.loopback_media)
        self.walker = Walker(self._lane(config), pages, call, clock, config.times, self.skew)
        self.sender = Sender(self._lane(config, first=True), pages, call, clock, self.files, zalo, self.skew)
        self.media = MediaWorker(call, clock, self.files, policy)
        self.profile = ProfileWorker(self._lane(config), call, clock)
        self.workers: Mapping[str, Worker] = {
            "tokens": self.tokens,
            "walk": self.walker,
            "sender": self.sender,
            "media": self.media,
            "profile": self.profile,
        }

    def run_once(self) -> dict[str, Outcome]:
        """Give every worker one tick, on this thread, in a fixed order; return what each asked for."""
        return {name: worker.tick() for name, worker in self.workers.items()}

    def close(self) -> None:
        """Close the connections. No tick may be running."""
        for client in self._clients:
            client.close()
        self._shop.close()

    def forget(self) -> None:
        """Overwrite what opens files and speaks as the OA, after ``close``. No thread may use any of it any more (adr-lock.md)."""
        self.files.forget()
        self._journal.forget()
        self.tokens.forget()
        self._secret.wipe()

    def _lane(self, config: GatewayConfig, *, first: bool = False) -> Lane:
        client = ZaloClient(
            self.tokens.access,
            base_url=config.openapi_url,
            proof_secret=config.app_secret if config.app_proof else None,
            limits=config.limits,
            proxy=config.proxy,
            on_rate=self.limiter.learn,
            on_date=self.skew.heard,
        )
        self._clients.append(client)
        return Lane(client, self.limiter, self.tokens, first=first)
