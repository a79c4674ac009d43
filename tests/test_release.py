"""What is built for release holds neither failpoints nor anything that only tests may do."""

import ast
import runpy
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
