"""What a start reads before the first window: nothing of what only a connected profile, a report or the demo needs."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
LATER = (
    *("httpx", "httpcore", "anyio", "starlette", "uvicorn", "keyring", "alembic"),
    *("typst", "docx", "openpyxl", "xlsxwriter", "pypdf", "holidays"),
    *("console.zalo", "console.gateway", "console.reports", "console.simulator"),
)


def test_the_desktop_is_read_without_what_is_needed_later_and_no_worker_keeps_the_window_waiting():
    program = (
        "import sys; from console.cli import quicken; quicken(); import console.app.desktop; "
        "print(sys.getswitchinterval(), *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )
    turn_s, *names = done.stdout.split()
    read = set(names)
    assert "console.ui.desk.window" in read
    assert not read & set(LATER)
    assert float(turn_s) <= 0.0011
