"""Who may import whom, and the few things nobody may do (architecture.md, Dependency direction), read from the source.

A rule that saw no files would pass for ever, so the last tests prove that the scan sees the tree and catches each offence.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[1]
CONSOLE = ROOT / "console"
MOST_LINES = 500

# Package -> packages of ours it may import beside itself. ``failpoint`` is a leaf that tests use to stop the program.
OURS: dict[str, set[str]] = {
    "domain": set(),
    "zalo": {"failpoint"},
    "simulator": set(),
    "record": {"domain", "failpoint"},
    "cache": {"domain", "record", "failpoint"},
    "gateway": {"domain", "zalo", "record", "cache", "failpoint"},
    "actions": {"domain", "record", "cache", "failpoint"},
    "reports": {"domain", "record", "cache", "failpoint"},
    "runtime": {"domain", "failpoint"},
    "ui": {"domain", "actions", "runtime", "cache"},
    "failpoint": set(),
}
# Nobody below may know these: they put the program together.
TOP = {"app", "cli", "__main__"}
# Of the cache, the window knows only how to ask and what it is given.
UI_SEES_OF_CACHE = {"console.cache.queries", "console.cache.views", "console.cache.duty_views"}

THIRD_PARTY: dict[str, set[str]] = {
    "domain": set(),
    "zalo": {"httpx", "httpcore"},
    "simulator": {"starlette", "uvicorn", "python_multipart", "anyio"},
    "record": {"sqlalchemy"},
    "cache": {"sqlalchemy", "sqlcipher3", "alembic", "keyring", "cryptography", "filelock"},
    "gateway": {"sqlalchemy", "cryptography"},
    "actions": {"sqlalchemy"},
    "reports": {"sqlalchemy", "typst", "docx", "xlsxwriter"},
    "runtime": {"PySide6", "platformdirs", "holidays"},
    "ui": {"PySide6"},
    "failpoint": set(),
}
# domain decides; it neither reads nor waits.
NO_IO = {
    "io",
    "os",
    "pathlib",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "threading",
    "time",
    "urllib",
}
# Parts of runtime that ``console gateway`` needs on a machine without Qt.
QT_FREE = {
    "clock",
    "duty",
    "i18n",
    "jobs",
    "logs",
    "parts",
    "profile",
    "resources",
    "setting_kinds",
    "settings",
}
# Of the window's packages, those that any feature may use, and the one that puts features together.
UI_SHARED = {"common", "theme", "dialogs"}
UI_WHOLE = {"desk"}
# They guess at markup in what they show (threats T05); ui/common has plain ones.
GUESSING = {
    "QLabel",
    "QTextEdit",
    "QTextBrowser",
    "QMessageBox",
    "QErrorMessage",
    "QProgressDialog",
    "QInputDialog",
}
# The console's clock, and where the simulator, a program of its own, takes the hour its invented world begins at.
CLOCKS = {("runtime", "clock.py"), ("simulator", "config.py")}
MARKUP = {"setHtml", "insertHtml", "appendHtml", "setToolTip", "setWhatsThis"}
CLOCK_CALLS = {
    *("time.time", "time.time_ns", "datetime.now", "datetime.utcnow", "datetime.today", "date.today"),
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.date.today"),
}


class Source(NamedTuple):
    """One file, parsed."""

    path: Path
    tree: ast.Module
    lines: int

    @property
    def package(self) -> str:
        parts = self.path.parts
        return parts[1] if len(parts) > 2 else self.path.stem

    @property
    def below(self) -> str:
        """The package inside ``ui``, or the module inside another one."""
        return self.path.parts[2] if len(self.path.parts) > 3 else self.path.stem


def read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    return Source(path.relative_to(ROOT), ast.parse(text), len(text.splitlines()))


SOURCES = [read(path) for path in sorted(CONSOLE.rglob("*.py"))]


def imports(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source.path}:{node.lineno}: relative import"
            # ``from console import failpoint`` imports a module, ``from console.x import y`` a name.
            yield from (
                [f"console.{alias.name}" for alias in node.names]
                if node.module == "console"
                else [node.module or ""]
            )


def dotted(node: ast.expr) -> str:
    parts = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    return ".".join([node.id, *reversed(parts)]) if isinstance(node, ast.Name) else ""


def offences(source: Source) -> list[str]:
    return [*import_offences(source), *call_offences(source)]


def import_offences(source: Source) -> Iterator[str]:
    package = source.package
    if package in TOP or package == "__init__":
        return
    for name in imports(source):
        head, _, rest = name.partition(".")
        if head == "console":
            other = rest.partition(".")[0]
            if other != package and other not in OURS[package]:
                yield f"{package} imports {name}"
            if package == "ui" and other == "cache" and name not in UI_SEES_OF_CACHE:
                yield f"ui imports {name}"
            if package == "ui" and other == "ui":
                yield from ui_offences(source.below, name)
        elif head not in sys.stdlib_module_names and head not in THIRD_PARTY[package]:
            yield f"{package} imports {name}"
        elif package == "domain" and head in NO_IO:
            yield f"domain imports {name}"
        elif package == "runtime" and name == "PySide6.QtWidgets":
            yield "runtime imports widgets"
        elif package == "runtime" and head == "PySide6" and source.below in QT_FREE:
            yield f"runtime.{source.below} imports Qt"


def ui_offences(below: str, name: str) -> Iterator[str]:
    part = name.split(".")[2] if name.count(".") > 1 else ""
    allowed = {below} | (UI_SHARED if below not in UI_SHARED else {"theme", "common"})
    if below not in UI_WHOLE and part not in allowed:
        yield f"ui.{below} imports {name}"


def call_offences(source: Source) -> Iterator[str]:
    in_common = source.package == "ui" and source.below == "common"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call):
            called = dotted(node.func)
            if called in CLOCK_CALLS and source.path.parts[1:] not in CLOCKS:
                yield f"line {node.lineno}: {called}"
            if source.package == "ui" and not in_common:
                if called.rpartition(".")[2] in GUESSING:
                    yield f"line {node.lineno}: {called}"
                if (
                    isinstance(node.func, ast.Attribute)
                    and node.func.attr in MARKUP
                    and not says_a_constant(node)
                ):
                    yield f"line {node.lineno}: {node.func.attr}"
        if isinstance(node, ast.ClassDef) and source.package == "ui" and not in_common:
            for base in node.bases:
                if dotted(base).rpartition(".")[2] in GUESSING:
                    yield f"line {node.lineno}: class of {dotted(base)}"


def says_a_constant(call: ast.Call) -> bool:
    return all(isinstance(argument, ast.Constant) for argument in call.args)


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: str(source.path))
def test_rules_are_kept(source):
    assert offences(source) == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: str(source.path))
def test_file_is_short_enough_to_read(source):
    assert source.lines <= MOST_LINES


def test_every_package_is_known():
    assert {source.package for source in SOURCES} <= {*OURS, *TOP, "__init__"}


def test_the_scan_saw_the_tree():
    seen = {package: sum(source.package == package for source in SOURCES) for package in OURS}
    assert seen["domain"] >= 15 and seen["zalo"] >= 10 and seen["cache"] >= 20 and seen["ui"] >= 30
    assert seen["record"] >= 4 and seen["runtime"] >= 8 and seen["gateway"] >= 5 and seen["simulator"] >= 10
    assert len(SOURCES) >= 120
    assert sum(len(list(imports(source))) for source in SOURCES) >= 500
    known = {name.partition(".")[0] for source in SOURCES for name in imports(source)}
    assert {"console", "PySide6", "sqlalchemy", "httpx", "starlette", "keyring"} <= known


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("console/domain/x.py", "import console.cache.store"),
        ("console/domain/x.py", "import sqlalchemy"),
        ("console/domain/x.py", "from pathlib import Path"),
        ("console/domain/x.py", "from console import failpoint"),
        ("console/domain/x.py", "def f():\n    from console.record import local"),
        ("console/zalo/x.py", "from console.domain.text import fold"),
        ("console/simulator/x.py", "from console.zalo.rows import Row"),
        ("console/simulator/x.py", "import httpx"),
        ("console/zalo/x.py", "import console.simulator.chat"),
        ("console/record/x.py", "from console.cache.tables import case"),
        ("console/cache/x.py", "from console.gateway.walk import Walk"),
        ("console/cache/x.py", "from console.runtime.clock import SystemClock"),
        ("console/gateway/x.py", "import PySide6.QtCore"),
        ("console/actions/x.py", "from console.ui.common import labels"),
        ("console/runtime/x.py", "from PySide6.QtWidgets import QApplication"),
        ("console/runtime/jobs.py", "from PySide6.QtCore import QObject"),
        ("console/ui/queue/x.py", "import sqlalchemy"),
        ("console/ui/queue/x.py", "import httpx"),
        ("console/ui/queue/x.py", "import keyring"),
        ("console/ui/queue/x.py", "from console.cache.store import Store"),
        ("console/ui/queue/x.py", "from console.failpoint import fp"),
        ("console/ui/queue/x.py", "from console.ui.inspector.pane import Pane"),
        ("console/ui/common/x.py", "from console.ui.queue.model import Model"),
        ("console/ui/queue/x.py", "from console.app.workspace import Workspace"),
        ("console/ui/queue/x.py", "QLabel('x')"),
        ("console/ui/queue/x.py", "QtWidgets.QMessageBox(self)"),
        ("console/ui/queue/x.py", "class Text(QTextEdit): pass"),
        ("console/ui/queue/x.py", "self.row.setToolTip(name)"),
        ("console/gateway/x.py", "import time\ntime.time()"),
        ("console/ui/queue/x.py", "from datetime import datetime\ndatetime.now()"),
        ("console/cli.py", "import datetime\ndatetime.datetime.now()"),
    ],
)
def test_each_offence_is_seen(path, text):
    source = Source(Path(path), ast.parse(text), 1)
    assert len(offences(source)) == 1


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("console/ui/desk/window.py", "from console.ui.queue.pane import QueuePane"),
        ("console/ui/queue/x.py", "from console.cache.views import QueueRow"),
        ("console/ui/common/labels.py", "class PlainLabel(QLabel): pass"),
        ("console/ui/queue/x.py", "QTextEdit.ExtraSelection()"),
        ("console/ui/queue/x.py", "self.setToolTip('')"),
        ("console/runtime/clock.py", "import time\ntime.time_ns()"),
        ("console/cache/x.py", "from console.failpoint import fp"),
        ("console/app/x.py", "import httpx\nfrom console.ui.desk.window import Window"),
    ],
)
def test_what_is_allowed_passes(path, text):
    assert offences(Source(Path(path), ast.parse(text), 1)) == []
