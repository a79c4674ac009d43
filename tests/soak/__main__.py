"""``./dev soak``: the real console, an officer at its keys, a living inbox, and faults at a steady rate."""

import argparse
import json
import os
import random
import sys
import tempfile
import threading
import traceback
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QElapsedTimer, QTimer

from console.app.connecting import consent_code
from console.app.desktop import Console, make_app, open_console
from console.app.gateway import keep_app_secret, make_gateway
from console.app.maintenance import verify
from console.app.simulator_process import simulator
from console.app.workspace import Workspace, open_workspace
from console.cache.views import View
from console.runtime.settings import OaConnection
from console.zalo.secret import Secret
from tests.crash.world import Control
from tests.soak import verdict
from tests.soak.hands import Hands
from tests.soak.memory import Memory
from tests.soak.outside import Outside
from tests.soak.pulse import BareBeat, Pulse

SIZE = (1600, 900)
WARM_SHARE, WARM_MOST_S = 0.2, 300.0
CALM_MOST_S = 240.0
"""The longest pause of a lane after failures is shorter (30 s for reads, a time-out of 30 s, a look after 30 s)."""
_LOOK_MS = 1_000


def main() -> int:
    """Run and print one JSON line; return 1 if a promise was broken or an error went uncaught."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        report = _soak(options, Path(folder) / "profile")
    print(json.dumps(report, ensure_ascii=False), flush=True)
    return 1 if report["violations"] or report["errors"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=2.0, help="how long there are messages and faults")
    parser.add_argument("--faults-per-minute", type=float, default=6.0)
    parser.add_argument("--messages-per-minute", type=float, default=40.0)
    parser.add_argument(
        "--seed", type=int, default=1, help="what is written, typed and broken, in which order"
    )
    parser.add_argument(
        "--trace-memory", action="store_true", help="say which lines hold more in the end (slow)"
    )
    return parser.parse_args()


def _soak(options: argparse.Namespace, profile: Path) -> dict[str, Any]:
    app = make_app()
    if options.trace_memory:
        tracemalloc.start()
    bare = BareBeat()
    report: dict[str, Any] = {"minutes": options.minutes, "seed": options.seed}
    with _workspace(profile, options.seed) as (workspace, control_url):
        control = Control(control_url)
        with open_console(app, workspace) as console:
            console.window.resize(*SIZE)
            console.window.show()
            console.window.activateWindow()
            run = _Run(console, control, control_url, options)
            app.exec()
            run.end()
            for duty in console.duties.values():
                duty.stop(30)
            broken = run.broken + run.outside.broken + run.screen.broken
            found = console.store_runner.call(lambda: verdict.facts_of(console))
            report |= run.report()
            report["errors"] = console.troubles + run.outside.errors
        more, figures = verdict.compare(found, control, run.hands.seen)
        broken += more
        control.close()
        verified = verify(workspace)
        if not verified.ok:
            broken.append(f"I10 {verified.words()}")
    report |= figures | verdict.by_kind(broken)
    report["ui"] |= {f"machine_{name}": value for name, value in bare.stop().items()}
    return report | {"violations": broken}


class _Run:
    """The time between the first message and the last look."""

    def __init__(
        self, console: Console, control: Control, control_url: str, options: argparse.Namespace
    ) -> None:
        self.broken: list[str] = []
        self._console, self._control = console, control
        self._last_s = options.minutes * 60
        self._clock = QElapsedTimer()
        self._clock.start()
        self._calm_since_ms = 0
        self._calm_at_s = 0.0
        self.hands = Hands(make_app(), console, random.Random(f"{options.seed}: hands"))
        self.outside = Outside(
            console,
            control_url,
            random.Random(f"{options.seed}: outside"),
            options.messages_per_minute,
            options.faults_per_minute,
        )
        self._pulse = Pulse(console.controller, lambda: self.hands.act)
        self.screen = verdict.ScreenWatch(console)
        self._memory = Memory(options.trace_memory)
        self._warm_s = min(WARM_MOST_S, WARM_SHARE * self._last_s)
        self._timer = QTimer(console.controller)
        self._timer.timeout.connect(self._look)
        self._timer.start(_LOOK_MS)
        _show_uncaught()
        self.outside.start()

    @property
    def _seconds(self) -> float:
        return self._clock.elapsed() / 1000

    def _look(self) -> None:
        cases = self._console.bench.queries.counts().views[View.ALL_OPEN]
        self._memory.sample(self._seconds, cases, self._warm_s)
        true = self.screen.look()
        if self._seconds < self._last_s:
            return
        if not self._calm_at_s:
            # What follows belongs to the comparison, not to the run.
            self._calm_at_s = self._seconds
            self._pulse.stop()
            self.hands.stop()
            self.outside.calm()
            return
        if not self.outside.all_mended:
            missing = "I11 a lane that died is not back"
        else:
            self._calm_since_ms = self._calm_since_ms or self._console.workspace.clock.now_ms()
            missing = verdict.at_rest(self._console, self._calm_since_ms, self._control)
            missing = missing or ("" if true or self.screen.broken else "I4 the queue never came to rest")
        if not missing or self._seconds > self._calm_at_s + CALM_MOST_S:
            self.broken += [missing] if missing else []
            self._timer.stop()
            make_app().quit()

    def end(self) -> None:
        self.outside.stop()

    def report(self) -> dict[str, Any]:
        pulse = self._pulse
        return {
            "officer_acts": self.hands.acts,
            "faults": dict(sorted(self.outside.faults.items())),
            "consents": self.outside.consents,
            "calm_after_s": round(self._seconds - self._calm_at_s, 1),
            "memory": self._memory.report(self._warm_s, self._memory.trimmed()),
            "ui": {
                "beats": pulse.beats,
                "max_ms": pulse.worst_ms,
                "over_100ms": len(pulse.stalls),
                "worst": sorted(pulse.stalls, key=lambda stall: -stall[1])[:8],
                "stacks": pulse.stacks,
            },
        }


def _show_uncaught() -> None:
    """Print where an error came from that nobody caught; the program itself logs only what tells nothing of people."""
    main, thread = sys.excepthook, threading.excepthook

    def on_main(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        traceback.print_exception(error)
        main(kind, error, trace)

    def on_thread(args: Any) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            traceback.print_exception(args.exc_value)
        thread(args)

    sys.excepthook, threading.excepthook = on_main, on_thread


@contextmanager
def _workspace(profile: Path, seed: int) -> Iterator[tuple[Workspace, str]]:
    """Open a fresh profile connected to a simulator of its own that plays nothing by itself."""
    with (
        simulator(1.0, "--empty", "--seed", str(seed)) as ready,
        open_workspace(profile, demo=True) as workspace,
    ):
        oa = OaConnection(ready.app_id, ready.oa_id, ready.base_url, ready.base_url)
        workspace.settings = replace(workspace.settings, oa=oa)
        keep_app_secret(workspace.store, Secret(ready.secret_key))
        gateway = make_gateway(workspace, lambda work: work(workspace.store))
        gateway.tokens.consent(consent_code(ready.control_url))
        gateway.close()
        yield workspace, ready.control_url


if __name__ == "__main__":
    sys.exit(main())
