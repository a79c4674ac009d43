"""The gateway as a whole: its workers on their lanes, for the console, for ``console gateway``, and for tests."""

import logging
import random
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from console.cache.errors import StoreError
from console.cache.intake import Intake
from console.cache.keys import subkey
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
from console.gateway.sender import Sender
from console.gateway.tokens import TokenKeeper
from console.gateway.walk import Walker, WalkTimes
from console.zalo.client import OPENAPI_URL, ZaloClient
from console.zalo.media import MediaPolicy
from console.zalo.oauth import OAUTH_URL, OAuthClient
from console.zalo.secret import Secret
from console.zalo.session import Limits

_log = logging.getLogger(__name__)
_AFTER_TROUBLE_S = 5.0


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

    ``workers`` maps a lane's name to its worker; each lane belongs to one thread, and a worker is called again after the
    seconds its last tick asked for. ``tokens`` also takes the consent of the wizard.
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
        self.files = SealedFiles(config.profile / "media", subkey(key, "media"))
        self.tokens = TokenKeeper(
            call, self._shop, Journal(config.profile, subkey(key, "vault-journal")), clock
        )
        self.tokens.recover()
        self.limiter = Limiter(clock.mono, per_minute=config.per_minute, rng=rng)
        pages = Pages(call, intake)
        policy = MediaPolicy(hosts=config.media_hosts, loopback=config.loopback_media)
        self.walker = Walker(self._lane(config), pages, call, clock, config.times)
        self.sender = Sender(self._lane(config, first=True), pages, call, clock, self.files, zalo)
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

    def _lane(self, config: GatewayConfig, *, first: bool = False) -> Lane:
        client = ZaloClient(
            self.tokens.access,
            base_url=config.openapi_url,
            proof_secret=config.app_secret if config.app_proof else None,
            limits=config.limits,
            proxy=config.proxy,
            on_rate=self.limiter.learn,
        )
        self._clients.append(client)
        return Lane(client, self.limiter, self.tokens, first=first)


def safe_tick(name: str, worker: Worker) -> Outcome:
    """Give a worker a tick that cannot end its thread: trouble of the store or a bug is logged and tried again.

    The log gets the kind of an unknown error and its place in the program, never its text, which may quote a citizen.
    """
    try:
        return worker.tick()
    except StoreError as error:
        _log.error("gateway %s: store: %s", name, error.KIND)
        return Outcome(_AFTER_TROUBLE_S, trouble=str(error))
    except Exception as error:
        _log.error("gateway %s: %s at %s", name, type(error).__name__, _place(error))
        return Outcome(
            _AFTER_TROUBLE_S, trouble="Kết nối Zalo gặp lỗi trong chương trình. Dữ liệu đã lưu không mất."
        )


def _place(error: BaseException) -> str:
    trace = error.__traceback__
    place = "?"
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{Path(code.co_filename).name}:{trace.tb_lineno} {code.co_name}"
        trace = trace.tb_next
    return place


class GatewayThreads:
    """Runs each lane on a plain thread, for ``console gateway``. ``beat`` tells when a lane last came round."""

    def __init__(
        self,
        workers: Mapping[str, Worker],
        clock: Clock,
        told: Callable[[str, Outcome], None] = lambda _name, _outcome: None,
    ) -> None:
        """Take the workers and who is told each outcome."""
        self._clock = clock
        self._told = told
        self._stop = threading.Event()
        self.beat: dict[str, float] = dict.fromkeys(workers, clock.mono())
        self._threads = [
            threading.Thread(target=self._run, args=(name, worker), name=f"gateway-{name}", daemon=True)
            for name, worker in workers.items()
        ]

    def start(self) -> None:
        """Start all lanes."""
        for thread in self._threads:
            thread.start()

    def stop(self, timeout_s: float = 35.0) -> bool:
        """Let every lane finish its tick; return whether all have ended in time."""
        self._stop.set()
        for thread in self._threads:
            thread.join(timeout_s)
        return not any(thread.is_alive() for thread in self._threads)

    def _run(self, name: str, worker: Worker) -> None:
        while not self._stop.is_set():
            outcome = safe_tick(name, worker)
            self.beat[name] = self._clock.mono()
            self._told(name, outcome)
            self._stop.wait(max(0.0, outcome.next_in_s))
