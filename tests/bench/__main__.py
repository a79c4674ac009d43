"""``./dev bench``: measure the console against the budgets of its design and against the floor, in the same run."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.bench.measure import Cost, Found, Work, table
from tests.bench.works import GROUPS, WORKS

ROOT = Path(__file__).parents[2]
TIMEOUT_S = 600


def main(argv: Sequence[str] | None = None) -> int:
    """Measure and print; return 0 when every budget is kept, 1 when one is not, 2 for wrong usage."""
    options = parsed(argv)
    found = []
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for work in chosen(options):
            found.append(_measure(work, Path(folder), 1 if options.quick else work.runs))
            if sys.stderr.isatty():
                print(f"\r{len(found)} {work.name:20}", end="", file=sys.stderr, flush=True)
    if sys.stderr.isatty():
        print("\r" + " " * 30 + "\r", end="", file=sys.stderr, flush=True)
    print(json.dumps([one.plain() for one in found], ensure_ascii=False) if options.json else table(found))
    return 0 if all(one.ok for one in found) else 1


def parsed(argv: Sequence[str] | None) -> argparse.Namespace:
    """Return what is asked for; ends the process with 2 where a row is not known."""
    names = [work.name for work in WORKS]
    parser = argparse.ArgumentParser(
        prog="./dev bench",
        description="CPU seconds of the console, of the floor (the same work with nothing around it), and the budget.",
        epilog=f"Names: {', '.join(names)}. Groups: {', '.join(GROUPS)} (what an officer waits for).",
    )
    parser.add_argument("name", nargs="*", help="which rows or groups of rows (default: all)")
    parser.add_argument(
        "--quick", action="store_true", help="one run each, without the long rows; under a minute"
    )
    parser.add_argument("--full", action="store_true", help="also the million messages, a minute more")
    parser.add_argument("--json", action="store_true", help="print for programs")
    options = parser.parse_args(argv)
    unknown = [name for name in options.name if name not in names and name not in GROUPS]
    if unknown:
        parser.error(f"no such row: {', '.join(unknown)}")
    return options


def chosen(options: argparse.Namespace) -> list[Work]:
    """Return the rows to measure, in the order of the table."""
    if options.name:
        wanted = {row for name in options.name for row in GROUPS.get(name, (name,))}
        return [work for work in WORKS if work.name in wanted]
    return [work for work in WORKS if (work.quick or not options.quick) and (options.full or not work.full)]


def _measure(work: Work, folder: Path, runs: int) -> Found:
    found = Found(work)
    try:
        if work.seed and not (folder / work.seed).exists():
            _run(work.seed, "seed", folder)
        # One of each in turn, so that both meet the same noise of the machine.
        for _ in range(runs):
            found.ours.append(_sample(work, "ours", folder))
            found.floor.append(_sample(work, "floor", folder))
    except (subprocess.SubprocessError, ValueError) as error:
        found.trouble = str(error)
    return found


def _sample(work: Work, side: str, folder: Path) -> Cost:
    value, wall = json.loads(_run(work.name, side, folder).splitlines()[-1])
    return Cost(value, wall)


def _run(name: str, side: str, folder: Path) -> str:
    command = [sys.executable, "-m", "tests.bench.sample", name, side, str(folder)]
    # An installed console has its bytecode; here it is made by the first run, beside the profiles, and goes with them.
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(folder),
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["no words"])[-1]
        raise ValueError(f"failed ({side}): {last}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
