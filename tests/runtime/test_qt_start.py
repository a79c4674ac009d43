"""Modules are imported beside Qt without their source being read."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import inspect, sys
read = []
sees = inspect.getsource
inspect.getsource = lambda module: read.append(module) or sees(module)
{first}
from console.domain import text
from PySide6.QtCore import QObject
named = [one.__name__ for one in read if one.__name__.startswith("console.domain")]
print(len(named), hasattr(QObject(), "setObjectName"), hasattr(QObject(), "set_object_name"))
"""


def _run(first: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(first=first)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_no_source_is_read_and_names_stay_as_they_are():
    assert (
        _run("from console.runtime.qt_start import skip_feature_scan; skip_feature_scan()") == "0 True False"
    )


def test_without_it_pyside_reads_them():
    """When this fails PySide6 has given the reading up, and what avoids it may go."""
    assert _run("import PySide6.QtCore") != "0 True False"
