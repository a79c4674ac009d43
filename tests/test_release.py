"""What is built for release holds neither failpoints nor anything that only tests may do."""

import ast
import gettext
import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def release(tmp_path_factory):
    spec = runpy.run_path(str(ROOT / "build_spec.spec"))
    target = tmp_path_factory.mktemp("release")
    spec["copy_release"](ROOT, target)
    return target


def test_no_failpoint_is_left(release):
    sources = sorted(release.rglob("*.py"))
    assert len(sources) > 100
    original = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "console").rglob("*.py"))
    assert original.count('fp("') > 20
    for path in sources:
        text = path.read_text(encoding="utf-8")
        assert "console.failpoint" not in text, path
        assert "BANTRUC_FAILPOINTS" not in text, path
        names = [n.id for n in ast.walk(ast.parse(text)) if isinstance(n, ast.Name)]
        assert "fp" not in names, path


class Parts:
    """Stands for PyInstaller: notes what the specification asks it to bundle."""

    pure: tuple = ()
    binaries: tuple = ()
    scripts: tuple = ()
    datas: tuple = ()

    def __init__(self, *given, **named):
        self.given, self.named = given, named
        Parts.made.append(self)


def test_only_what_was_stripped_is_bundled(tmp_path):
    """Run the whole specification and look at what it hands to PyInstaller."""
    for name in ("console", "resources"):
        (tmp_path / name).symlink_to(ROOT / name)
    Parts.made = []
    before = list(sys.path)
    names = ("Analysis", "PYZ", "EXE", "COLLECT")
    try:
        runpy.run_path(
            str(ROOT / "build_spec.spec"),
            init_globals={"SPECPATH": str(tmp_path)} | {name: type(name, (Parts,), {}) for name in names},
        )
        found = [path for path in sys.path if path not in before]
    finally:
        sys.path[:] = before
    release = tmp_path / "build" / "release"
    analysis = next(part for part in Parts.made if type(part).__name__ == "Analysis")
    assert analysis.given == ([str(release / "console" / "__main__.py")],)
    assert analysis.named["pathex"] == [str(release)] == found
    for source, place in analysis.named["datas"]:
        path = Path(source)
        own = path.is_relative_to(release) or path == tmp_path / "resources"
        assert own or place.startswith(("holidays/locale/", "docx/")), source
    programs = {
        part.named["name"]: part.named["console"] for part in Parts.made if type(part).__name__ == "EXE"
    }
    assert programs == {"ban-truc": False, "console": True}
    assert not [name for name in analysis.named["hiddenimports"] if "failpoint" in name or "tests" in name]
    bundled = "".join(path.read_text(encoding="utf-8") for path in release.rglob("*.py"))
    for word in ("BANTRUC_FAILPOINTS", "console.failpoint", "mutant", "from tests", "import tests"):
        assert word not in bundled
    assert "BANTRUC_FAILPOINTS" in (ROOT / "console" / "failpoint.py").read_text(encoding="utf-8")


def test_what_libraries_read_at_run_time_is_bundled(tmp_path):
    """The calendar of public holidays and a Word file must be readable from the bundled files alone."""
    found = runpy.run_path(str(ROOT / "build_spec.spec"))["library_data"]()
    for source, place in found:
        target = tmp_path / place / Path(source).name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(Path(source).read_bytes())
    gettext.translation("VN", localedir=tmp_path / "holidays" / "locale", languages=["en_US"])
    for part in ("default.docx", "default-header.xml", "default-footer.xml", "default-styles.xml"):
        # As python-docx itself asks for it.
        assert (tmp_path / "docx" / "parts" / ".." / "templates" / part).is_file()


def test_a_failpoint_kills_the_sources_and_not_the_release(release, tmp_path):
    """The same command with every failpoint set to kill: it dies where they are, and does its work where they are not."""
    package = tmp_path / "console"
    package.symlink_to(release / "console" if (release / "console").is_dir() else release)
    (tmp_path / "resources").symlink_to(ROOT / "resources")

    def make_key(root, name):
        return subprocess.run(
            [sys.executable, "-m", "console", "key", "new", str(tmp_path / name)],
            cwd=root,
            env=os.environ | {"BANTRUC_FAILPOINTS": "*=kill@1"},
            check=False,
            capture_output=True,
        ).returncode

    assert make_key(ROOT, "source.key") == -signal.SIGKILL
    assert make_key(tmp_path, "release.key") == 0
    assert (tmp_path / "release.key").read_text(encoding="ascii").strip()


def test_every_file_is_still_python(release):
    for path in release.rglob("*.py"):
        ast.parse(path.read_text(encoding="utf-8"), path.name)


def test_nothing_else_was_cut(release):
    for path in (ROOT / "console").rglob("*.py"):
        copy = release / path.relative_to(ROOT)
        if not copy.exists():
            assert path.name == "failpoint.py"
            continue
        before = [
            n for n in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)
        ]
        after = [
            n for n in ast.walk(ast.parse(copy.read_text(encoding="utf-8"))) if isinstance(n, ast.FunctionDef)
        ]
        assert [n.name for n in before] == [n.name for n in after]
