"""Every step after which a crash would leave another state lies between two failpoints."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

CONSOLE = Path(__file__).resolve().parents[2] / "console"
FOLDERS = ("gateway", "cache", "record")
_STATEMENTS = (ast.stmt, ast.excepthandler, ast.match_case)


class Place(NamedTuple):
    """A step and whether the statements before and after it are failpoints."""

    kind: str
    line: int
    code: str
    before: bool
    after: bool


def step_kind(call: ast.Call) -> str:
    """Return what lasting effect a call has, or ""."""
    name, owner = _name(call.func)
    if name in ("exec_driver_sql", "execute", "executescript"):
        words = call.args[0] if call.args else None
        said = words.value if isinstance(words, ast.Constant) and isinstance(words.value, str) else ""
        return "commit" if said.strip().upper().startswith(("COMMIT", "END")) else ""
    # The writer of sealed files has its own rename inside.
    if name == "commit" and owner != "writer":
        return "commit"
    if name in ("rename", "renames") or (name == "move" and owner == "shutil"):
        return "rename"
    # A path's replace takes one argument, a text's two; dataclasses.replace takes names.
    if name == "replace" and (owner == "os" or (owner and len(call.args) == 1 and not call.keywords)):
        return "rename"
    if name in ("unlink", "rmtree", "rmdir", "removedirs") or (name == "remove" and owner == "os"):
        return "unlink"
    if name in ("fsync", "fdatasync") or (name in ("link", "symlink") and owner == "os"):
        return name
    # The ways out to Zalo: a lane's call, the token service, a picture.
    if name in ("ask", "_fetch", "fetch_media", "urlopen"):
        return "http"
    return ""


def _name(function: ast.expr) -> tuple[str, str]:
    if isinstance(function, ast.Name):
        return function.id, ""
    if isinstance(function, ast.Attribute):
        return function.attr, function.value.id if isinstance(function.value, ast.Name) else "?"
    return "", ""


def places(source: str) -> Iterator[Place]:
    """Find every such call in a source, with what stands around its statement in the same block."""
    for node in ast.walk(ast.parse(source)):
        for block in (getattr(node, name, None) for name in ("body", "orelse", "finalbody")):
            if isinstance(block, list):
                yield from _in_block(block)


def _in_block(block: list[ast.stmt]) -> Iterator[Place]:
    for number, statement in enumerate(block):
        for call in _own_calls(statement):
            if kind := step_kind(call):
                before = number > 0 and _is_failpoint(block[number - 1])
                after = number + 1 < len(block) and _is_failpoint(block[number + 1])
                yield Place(kind, call.lineno, ast.unparse(call), before, after)


def _own_calls(statement: ast.stmt) -> Iterator[ast.Call]:
    """Return the calls of a statement, without those of statements inside it and of functions it only defines."""
    waiting = [statement]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call):
            yield node
        waiting += [
            child for child in ast.iter_child_nodes(node) if not isinstance(child, (*_STATEMENTS, ast.Lambda))
        ]


def _is_failpoint(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "fp"


def sources() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (CONSOLE / folder).rglob("*.py"))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(CONSOLE).as_posix())
def test_every_lasting_step_lies_between_failpoints(path):
    bare = [place for place in places(path.read_text(encoding="utf-8")) if not (place.before and place.after)]
    assert bare == []


def test_the_steps_are_seen():
    seen = {
        (path.relative_to(CONSOLE).as_posix(), place.kind)
        for path in sources()
        for place in places(path.read_text(encoding="utf-8"))
    }
    assert seen >= {
        ("cache/store.py", "commit"),
        ("cache/schema.py", "commit"),
        ("cache/rebuild.py", "commit"),
        ("cache/vault.py", "fsync"),
        ("cache/vault.py", "rename"),
        ("cache/vault.py", "unlink"),
        ("cache/sealed.py", "fsync"),
        ("cache/sealed.py", "rename"),
        ("cache/sealed.py", "unlink"),
        ("cache/place.py", "fsync"),
        ("cache/place.py", "rename"),
        ("cache/place.py", "unlink"),
        ("cache/opening.py", "rename"),
        ("cache/migrate.py", "unlink"),
        ("cache/backup.py", "rename"),
        ("cache/backup.py", "unlink"),
        ("cache/copying.py", "unlink"),
        ("cache/copying.py", "link"),
        ("cache/copying.py", "rename"),
        ("cache/restore.py", "rename"),
        ("cache/restore.py", "unlink"),
        ("gateway/lane.py", "http"),
        ("gateway/tokens.py", "http"),
        ("gateway/media.py", "http"),
    }


def test_no_step_is_hidden_from_the_count():
    """Count the words themselves, however they are called, and compare."""
    for path in sources():
        source = path.read_text(encoding="utf-8")
        seen = Counter(place.kind for place in places(source))
        assert source.count(".unlink(") + source.count(".rmdir(") == seen["unlink"], path
        assert source.count("os.fsync(") == seen["fsync"], path
        assert source.count('"COMMIT"') == seen["commit"], path
        assert source.count(".rename(") <= seen["rename"], path


def test_zalo_is_reached_through_those_calls_only():
    """What the gateway asks of Zalo's client it asks inside a function that a lane or the token keeper calls."""
    seen = 0
    for path in sorted((CONSOLE / "gateway").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {
            id(node)
            for function in ast.walk(tree)
            if isinstance(function, ast.Lambda) or _takes_api(function)
            for node in ast.walk(function)
        }
        for node in ast.walk(tree):
            closes = isinstance(node, ast.Call) and ast.unparse(node.func).endswith(".close")
            if (
                isinstance(node, ast.Call)
                and not closes
                and ast.unparse(node.func).startswith(("api.", "self._api.", "self._shop."))
            ):
                seen += 1
                assert id(node) in inside, f"{path.name}:{node.lineno}"
    assert seen > 10


def _takes_api(node: ast.AST) -> bool:
    return isinstance(node, ast.FunctionDef) and any(arg.arg == "api" for arg in node.args.args)


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("os.fsync(x)", ["fsync"]),
        ("fp('a')\nos.fsync(x)", ["fsync"]),
        ("os.fsync(x)\nfp('a')", ["fsync"]),
        ("fp('a')\nif y:\n    path.unlink()\nfp('b')", ["unlink"]),
        ("fp('a')\nfor p in ps: p.unlink(); q.replace(r)\nfp('b')", ["unlink", "rename"]),
        ("fp('a')\ntry:\n    connection.exec_driver_sql('COMMIT')\nfinally:\n    fp('b')", ["commit"]),
        ("fp('a')\npath.unlink()\nfp('b')", []),
        ("text.replace('a', 'b')\nreplace(item, a=1)\nf = lambda: ask(api)", []),
    ],
)
def test_a_bare_step_is_found(source, kinds):
    assert [place.kind for place in places(source) if not (place.before and place.after)] == kinds
