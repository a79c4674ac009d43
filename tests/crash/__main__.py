"""``./dev crash``: kill, restart, compare, until enough kills were survived."""

import argparse
import json
import os
import sys

from tests.crash import runner


def main() -> int:
    if os.environ.get("PYTHONHASHSEED") != "0":
        # Sets of texts are in the same order then, so that a trial replays exactly.
        os.execve(
            sys.executable,
            [sys.executable, "-m", "tests.crash", *sys.argv[1:]],
            os.environ | {"PYTHONHASHSEED": "0"},
        )
    options = _options()
    if options.trial is not None:
        return runner.replay(options.trial, options.mutant)
    if options.mutants is not None:
        return runner.hunt(options.mutants, options.points, options.seed, options.workers)
    if options.exhaustive or options.pairs:
        report = runner.run_every(options.workers, pairs=options.pairs)
    else:
        report = runner.run(options.points, options.seed, options.workers)
    print(json.dumps(report, ensure_ascii=False))
    return 1 if report["violations"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev crash", description=__doc__)
    parser.add_argument(
        "--points", type=int, default=2000, help="kills to survive (with --mutants: at most, each)"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--trial", help="replay one trial by its seed, or NAME:POINTS, and say what happens")
    parser.add_argument("--mutant", default="", help="with --trial: as this mutant")
    parser.add_argument("--mutants", nargs="?", const="all", help="catch wrong variants: all, core, or names")
    parser.add_argument(
        "--exhaustive", action="store_true", help="kill at every failpoint of fixed scenarios"
    )
    parser.add_argument(
        "--pairs", action="store_true", help="kill at every pair of failpoints (tokens, replies)"
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
