"""Everything around the console: citizens who write, and what goes wrong, on a thread of its own."""

import random
import threading
import time
from collections import Counter
from collections.abc import Callable

import psutil

from console.app.connecting import consent_code
from console.app.desktop import Console
from console.cache import vault
from console.cache.errors import StoreError
from console.cache.store import Store
from console.cache.vault import TokenState
from console.zalo.errors import ZaloError
from tests.crash.world import Control

SEND = "/v3.0/oa/message/cs"
READ = "/v2.0/oa/"
OAUTH = "/v4/oa/access_token"
MEDIA = "/media/"
ALIVE_WITHIN_S = 60.0
"""A worker that died is back by then, or the program stopped silently (reliability.md I11)."""
_STEP_S = 0.2
_LOOK_EVERY_S = 2.0
_TEXTS = (
    "Cho em hỏi làm căn cước cần giấy tờ gì ạ {n}",
    "nha em bi mat xe may truoc cho xanh toi qua {n}",
    "Quán karaoke hát to quá 2h sáng chưa nghỉ {n}",
    "Tôi bị lừa chuyển khoản 20 triệu qua Zalo {n}",
    "cuu voi, no dang cam dao duoi danh nguoi o cho xanh {n}",
    "Cảm ơn các anh đã giúp {n}",
    "duong quoc lo 3 doan km 12 dang tac, xe tai lat {n}",
    "alo {n}",
)
_ANSWER = (
    "http500",
    "status:429",
    "html",
    "html:502",
    "truncated",
    "garbled",
    "blank",
    "cut",
    "reset",
    "lost_answer",
)
_ROWS = ("short", "empty", "dup", "shuffle", "repeat", "slide", "rate:-32", "slow@3000", "hang")


class Outside(threading.Thread):
    """Writes ``per_minute`` messages and makes ``faults_per_minute`` things go wrong until ``calm`` is called."""

    def __init__(
        self,
        console: Console,
        control_url: str,
        rng: random.Random,
        per_minute: float,
        faults_per_minute: float,
    ) -> None:
        super().__init__(name="outside", daemon=True)
        self.faults: Counter[str] = Counter()
        self.consents = 0
        self.broken: list[str] = []
        """Promises that were broken while it ran."""
        self.errors: list[str] = []
        self._console, self._control_url, self._rng = console, control_url, rng
        self._per_s, self._faults_per_s = per_minute / 60, faults_per_minute / 60
        self._control = Control(control_url)
        self._simulator = _simulator_process()
        self._later: list[tuple[float, Callable[[], None]]] = []
        self._ended = threading.Event()
        self._calm = threading.Event()
        self._citizens = 0
        self._messages = 0
        self._dying: set[str] = set()
        self._dead: dict[str, float] = {}
        """When a lane died that has not been seen alive since, monotonic seconds."""
        self._full = False
        self._looked_at = 0.0

    def run(self) -> None:
        try:
            message_at = fault_at = time.monotonic()
            while not self._ended.wait(_STEP_S):
                now = time.monotonic()
                for item in [item for item in self._later if item[0] <= now]:
                    self._later.remove(item)
                    item[1]()
                if now >= self._looked_at + _LOOK_EVERY_S:
                    self._looked_at = now
                    self._look(now)
                if self._calm.is_set() or not self._simulator_runs():
                    continue
                if now >= message_at:
                    message_at = now + self._rng.expovariate(self._per_s)
                    self._say()
                if self._faults_per_s and now >= fault_at:
                    fault_at = now + self._rng.expovariate(self._faults_per_s)
                    self._break()
        except BaseException as error:
            self.errors.append(f"outside: {type(error).__name__}: {error}")
        finally:
            self._mend()

    def calm(self) -> None:
        """No more messages and faults; what is broken is mended. Consents are still given."""
        self._calm.set()

    @property
    def all_mended(self) -> bool:
        return self._calm.is_set() and not self._later and not self._dying

    def stop(self) -> None:
        self._ended.set()
        self.join(30)

    # --- citizens -----------------------------------------------------------------------------------------------------

    def _say(self) -> None:
        rng = self._rng
        if not self._citizens or rng.random() < 0.6:
            self._citizens += 1
            who = self._citizens
        else:
            who = rng.randint(max(1, self._citizens - 40), self._citizens)
        self._messages += 1
        dice = rng.random()
        how: dict[str, object] = {"text": rng.choice(_TEXTS).replace("{n}", f"{self._messages}.{{n}}")}
        if dice < 0.12:
            how |= {"type": rng.choice(("photo", "sticker", "voice", "gif", "file")), "name": "don.pdf"}
        elif dice < 0.16:
            how |= {"src": 0}
        elif dice < 0.18:
            how |= {"times": rng.randint(10, 40)}
        self._control.ask("inject", user=f"Công dân {who}", **how)

    # --- faults -------------------------------------------------------------------------------------------------------

    def _break(self) -> None:
        kinds = (
            (5, "read", self._spoil_read),
            (3, "send", self._spoil_send),
            (1, "media", self._spoil_media),
            (1, "token_expired", self._expire_token),
            (0.5, "refresh_answer_lost", self._lose_refresh),
            (1, "worker_death", self._kill_worker),
            (1, "disk_full", self._fill_disk),
            (1, "silence", self._silence),
            (1, "recall", self._recall),
        )
        ((_, name, run),) = self._rng.choices(kinds, [weight for weight, _, _ in kinds])
        self.faults[name] += 1
        run()

    def _queue(self, path: str, fault: str) -> None:
        given: dict[str, object] = {"retry_after": 2} if "429" in fault else {}
        self._control.ask("fault", path=path, fault=fault, times=self._rng.choice((1, 1, 2)), **given)

    def _spoil_read(self) -> None:
        self._queue(READ, self._rng.choice(_ANSWER + _ROWS))

    def _spoil_send(self) -> None:
        self._queue(SEND, self._rng.choice(_ANSWER))

    def _spoil_media(self) -> None:
        self._queue(MEDIA, self._rng.choice(("http500", "cut", "reset", "lost_answer")))

    def _expire_token(self) -> None:
        self._control.ask("token", do="expire")

    def _lose_refresh(self) -> None:
        self._control.ask("fault", path=OAUTH, fault="lost_answer")
        self._expire_token()

    def _recall(self) -> None:
        who = self._rng.randint(max(1, self._citizens - 10), max(1, self._citizens))
        try:
            self._control.ask("recall", user=f"Công dân {who}")
        except ValueError:
            return  # all of theirs are recalled already

    def _kill_worker(self) -> None:
        """Let the thread of one lane end in the middle of its work, as nothing in the program catches it."""
        name, duty = self._rng.choice(list(self._console.duties.items()))
        if name in self._dying:
            return
        step = duty._step

        def die() -> float:
            duty._step = step
            self._dead[name] = time.monotonic()
            raise SystemExit

        self._dying.add(name)
        duty._step = die
        duty.wake()

    def _fill_disk(self) -> None:
        """Let the store's file grow no more for some seconds: SQLite answers as on a full disk."""
        if self._full:
            return
        self._full = True
        self._pragma("max_page_count = 1")
        self._after(self._rng.uniform(1, 6), self._free_disk)

    def _free_disk(self) -> None:
        self._pragma("max_page_count = 1073741823")
        self._full = False

    def _pragma(self, words: str) -> None:
        def run() -> None:
            with self._console.workspace.store.engine.connect() as connection:
                connection.exec_driver_sql(f"PRAGMA {words}")

        self._console.store_runner.call(run)

    def _silence(self) -> None:
        """Let the simulated OA answer nothing for a while: connections stay open and silent."""
        self._simulator.suspend()
        self._after(self._rng.uniform(3, 25), self._simulator.resume)

    def _after(self, seconds: float, work: Callable[[], None]) -> None:
        self._later.append((time.monotonic() + seconds, work))

    def _simulator_runs(self) -> bool:
        return self._simulator.status() != psutil.STATUS_STOPPED

    def _mend(self) -> None:
        for _, work in self._later:
            work()
        self._later.clear()

    # --- what has to be looked at all the time --------------------------------------------------------------------------

    def _look(self, now: float) -> None:
        for name, since in list(self._dead.items()):
            # The thread needs a moment to end.
            back = now - since > 1 and self._console.duties[name].is_alive()
            if now - since > ALIVE_WITHIN_S:
                self.broken.append(
                    f"I11 the lane {name} died and was not started again in {ALIVE_WITHIN_S:.0f} s"
                )
            elif not back:
                continue
            del self._dead[name]
            self._dying.discard(name)
        if self._calm.is_set() and self._simulator_runs():
            self._control.ask("clear_faults")
        if self._simulator_runs() and self._grant_state() is TokenState.DEAD:
            self._consent()

    def _grant_state(self) -> TokenState | None:
        def state(store: Store) -> TokenState | None:
            with store.read() as connection:
                grant = vault.newest(connection)
            return grant.state if grant else None

        return self._console.store_runner.call(lambda: state(self._console.workspace.store))

    def _consent(self) -> None:
        """Do as the administrator does who reads the alarm."""
        assert self._console.gateway is not None
        try:
            self._console.gateway.tokens.consent(consent_code(self._control_url))
            self.consents += 1
        except (ZaloError, StoreError):
            return  # tried again at the next look


def _simulator_process() -> psutil.Process:
    (found,) = [child for child in psutil.Process().children() if "simulate" in child.cmdline()]
    return found
