"""The fault matrix of reliability.md §6 for one PC: every row has tests, and each test names its row."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS = "tests/crash/test_crash.py::test_two_thousand_kills_lose_nothing"
"""Row 1, kill -9 at every failpoint, is a runner of its own."""
WHERE = ("tests/faults", "tests/cache/test_powercut.py", "tests/crash/test_crash.py")
NAMED = re.compile(r"row(\d+)[-_]([a-z0-9-]+)")

ROWS: dict[int, tuple[str, tuple[str, ...]]] = {
    2: ("power cut", ("cuts",)),
    3: ("disk full", ("statement", "tmpfs", "journal", "migration")),
    4: ("EIO, short write, failed fsync", ("database", "log", "journal")),
    5: ("locked, second instance, file held", ("second", "locked", "short")),
    6: ("damage, log, key", ("page", "wal", "deleted", "wrong", "key", "keyring", "file", "running")),
    7: ("cut and reset at any byte", ("poll", "send", "refresh", "media")),
    8: (
        "slow, silent, endless, bomb",
        ("blackhole", "latency", "stalled", "send", "endless", "bomb", "drip"),
    ),
    9: ("refusals, portal, TLS, DNS", ("portal", "html", "http", "dns", "tls", "refused", "429")),
    10: ("malformed", ("poll", "send", "refresh", "row")),
    11: ("odd pages", ("short", "dup", "shuffle", "repeat", "empty", "slide", "recall", "five")),
    12: ("late, recalled, from elsewhere", ("late", "recall", "reply")),
    13: ("tokens", ("expired", "revoked", "rotated", "two")),
    14: ("refused between permit and POST", ("user", "window", "permission", "permit", "quota")),
    15: ("clock", ("plus", "minus", "ntp", "suspend", "reply")),
    24: ("upgrade", ("killed", "downgrade")),
    25: ("threads", ("gateway", "store", "dead", "window", "error")),
    26: ("burst", ("burst",)),
    27: ("log refuses", ("disk", "log")),
    28: ("backup", ("backup",)),
}
"""Row of §6 to what it is about and the first words that its tests must have. Rows 16 to 23 are about many desks."""


@pytest.fixture(scope="module")
def collected():
    """What pytest collects, a line a test."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *WHERE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return [line for line in done.stdout.splitlines() if "::" in line]


@pytest.fixture(scope="module")
def named(collected):
    """The first words of the tests of each row."""
    found: dict[int, set[str]] = {}
    for line in collected:
        for row, words in NAMED.findall(line.partition("::")[2].replace("_", "-")):
            found.setdefault(int(row), set()).add(words.split("-")[0])
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row}")
def test_each_row_has_its_tests(named, row):
    title, words = ROWS[row]
    assert set(words) <= named.get(row, set()), f"row {row}, {title}"


def test_row_1_is_run(collected):
    assert KILLS in collected


def test_no_test_names_a_row_that_is_not_there(named):
    assert set(named) == set(ROWS)
