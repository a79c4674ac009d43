"""One run of one work, in a process of its own: ``python -m tests.bench.sample NAME ours|floor|seed FOLDER``."""

import json
import sys
from pathlib import Path

from console.cli import quicken


def main(name: str, side: str, folder: str) -> None:
    """Print the cost as one JSON line; with ``seed`` make the profile ``name`` instead."""
    # As the console does before it reads its modules; a timer of the UI thread collects later.
    quicken()
    from tests.bench.measure import NotYetError
    from tests.bench.works import WORKS

    if side == "seed":
        from tests.bench import seed

        seed.make(name, Path(folder))
        return
    work = next(work for work in WORKS if work.name == name)
    try:
        cost = work.sample(side)(Path(folder) / work.seed)
    except NotYetError as error:
        sys.exit(str(error))
    print(json.dumps([cost.value, cost.wall]), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
