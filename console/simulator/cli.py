"""`console simulate`: the API as a process of its own.

When it listens it prints one JSON line::

    {"event": "ready", "base_url": ..., "control_url": ..., "app_id": ..., "secret_key": ..., "oa_id": ...,
     "access_token": ..., "refresh_token": ...}

These are secrets of the simulator; they open nothing else.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from console.simulator.config import APP_ID, LOOPBACK, OA_ID, SECRET_KEY, Config
from console.simulator.corpus import CorpusError, demo_inbox
from console.simulator.faults import KINDS, FaultError
from console.simulator.server import Simulator
from console.simulator.webhooks import check_address


def _parser() -> argparse.ArgumentParser:
    kinds = "\n".join(f"  {name:13} {kind.explains}" for name, kind in KINDS.items())
    parser = argparse.ArgumentParser(
        prog="console simulate",
        description="Serve the Zalo OA OpenAPI locally, with a living inbox.",
        epilog=f"faults (NAME[PATH]=RATE:PARAMETER@MILLISECONDS, comma-separated):\n{kinds}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--host", default="127.0.0.1", help="address of the API (default: %(default)s)")
    parser.add_argument("--port", type=_port, default=0, help="port of the API; 0 takes a free one")
    parser.add_argument(
        "--control-port", type=_port, default=0, help="port of the control endpoint, on loopback"
    )
    parser.add_argument(
        "--corpus", type=Path, help="conversations to play, JSON lines (default: a built-in inbox)"
    )
    parser.add_argument(
        "--empty", action="store_true", help="play nothing; messages come through the control endpoint"
    )
    parser.add_argument("--strict", action="store_true", help="a bad corpus line is fatal instead of skipped")
    parser.add_argument(
        "--speed", type=float, default=60.0, help="corpus seconds in one real second, or inf (default: 60)"
    )
    parser.add_argument(
        "--max-idle", type=float, default=30.0, help="longest silence in real seconds (default: 30)"
    )
    parser.add_argument("--faults", default="", help="what goes wrong how often; see below")
    parser.add_argument("--seed", type=int, help="makes ids, tokens and random faults repeatable")
    parser.add_argument("--list-cap", type=int, help="listrecentchat shows only this many newest rows")
    parser.add_argument(
        "--knob",
        action="append",
        default=[],
        metavar="NAME=JSON",
        help="any knob of console.simulator.config",
    )
    parser.add_argument("--webhook", default="", metavar="URL", help="post signed events to this address")
    parser.add_argument("--app-id", default=APP_ID)
    parser.add_argument("--secret", default=SECRET_KEY, help="the app secret clients send as secret_key")
    parser.add_argument("--oa-id", default=OA_ID)
    parser.add_argument(
        "--callback", action="append", default=[], help="registered redirect address besides loopback ones"
    )
    parser.add_argument("--exit-with-parent", action="store_true", help="stop when standard input closes")
    return parser


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port (0 to 65535)")
    return int(text)


def _config(given: argparse.Namespace) -> Config:
    if given.corpus and given.empty:
        raise ValueError("--corpus and --empty exclude each other")
    check_address(given.webhook)
    config = Config(
        host=given.host,
        port=given.port,
        control_port=given.control_port,
        app_id=given.app_id,
        secret_key=given.secret,
        oa_id=given.oa_id,
        webhook=given.webhook,
        callbacks=(*LOOPBACK, *given.callback),
        seed=given.seed,
        faults=given.faults,
        corpus=None if given.empty else given.corpus or demo_inbox(),
        strict=given.strict,
        speed=given.speed,
        max_idle_s=given.max_idle,
    )
    changes: dict[str, object] = {} if given.list_cap is None else {"list_cap": given.list_cap}
    for item in given.knob:
        name, equals, text = item.partition("=")
        if not equals:
            raise ValueError(f"--knob {item!r}: expected NAME=JSON")
        try:
            changes[name] = json.loads(text)
        except ValueError:
            changes[name] = text
    config.knobs.update(changes)
    return config


def main(argv: Sequence[str] | None = None) -> int:
    """Run the simulator until SIGTERM, SIGINT or, if wanted, the end of standard input.

    Returns:
        0 after a clean stop, 1 when it cannot start, 2 for wrong arguments.

    """
    parser = _parser()
    try:
        given = parser.parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        config = _config(given)
    except ValueError as error:
        print(f"console simulate: {error}", file=sys.stderr)
        return 2
    try:
        simulator = Simulator(config, lambda: print(json.dumps(simulator.ready_line()), flush=True))
    except FaultError as error:
        print(f"console simulate: --faults: {error}", file=sys.stderr)
        return 2
    except (CorpusError, OSError) as error:
        print(f"console simulate: {error.strerror if isinstance(error, OSError) else error}", file=sys.stderr)
        return 1
    for warning in simulator.world.warnings:
        print(f"console simulate: skipped {warning}", file=sys.stderr)
    before = {
        number: signal.signal(number, lambda *_: simulator.stop())
        for number in (signal.SIGTERM, signal.SIGINT)
    }
    if given.exit_with_parent:
        threading.Thread(target=_watch_stdin, args=(simulator,), daemon=True).start()
    try:
        asyncio.run(simulator.serve())
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0


def _watch_stdin(simulator: Simulator) -> None:
    """Stop when the parent closes the pipe or dies; reads the descriptor itself, which no lock of Python's guards."""
    try:
        while os.read(0, 4096):
            pass
    except OSError:
        pass
    simulator.stop()


if __name__ == "__main__":
    sys.exit(main())
