"""Nothing that anybody wrote can come into a log, whichever way it tries."""

import json
import logging
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from console.cache.errors import DiskFullError
from console.runtime import logs
from console.runtime.hooks import last_crash
from console.runtime.logs import LibraryHandler, frames_of, open_log, plain_words
from console.runtime.profile import open_profile

NAME = "Nguyễn Thị Hoàng Yến"
TOKEN = "tokenABC123secret"


@pytest.fixture
def log(tmp_path):
    made = open_log(tmp_path, lambda: 1_790_000_000_000)
    yield made
    made.close()


def lines(folder):
    text = "".join(file.read_text(encoding="utf-8") for file in folder.glob("ban-truc.log*"))
    return [json.loads(line) for line in text.splitlines()]


def test_line_has_the_allowed_fields(log, tmp_path):
    log.event("walk.linked", pages=3, ms=120, state="linked", ok=True)
    assert lines(tmp_path) == [
        {
            "at": 1_790_000_000_000,
            "level": "info",
            "event": "walk.linked",
            "pages": 3,
            "ms": 120,
            "state": "linked",
            "ok": True,
        }
    ]


@pytest.mark.parametrize(
    "fields", [{"text": "x"}, {"name": NAME}, {"url": "x"}, {"count": 1, "citizen": "x"}]
)
def test_other_fields_are_a_mistake_of_the_program(log, fields):
    with pytest.raises(ValueError, match="not allowed"):
        log.event("walk.linked", **fields)


@pytest.mark.parametrize("event", [NAME, "Walk", "", "walk linked", "walk\nlinked"])
def test_event_names_are_constants(log, event):
    with pytest.raises(ValueError, match="not allowed"):
        log.event(event)


@pytest.mark.parametrize(
    "value", [NAME, "hai từ", "a b", "x\ny", "é", "a" * 121, "mail@example.com", "0912 345 678"]
)
def test_free_text_is_left_out_and_counted(log, tmp_path, value):
    log.event("walk.linked", state=value, count=1)
    (line,) = lines(tmp_path)
    assert "state" not in line
    assert (line["hidden"], line["count"]) == (1, 1)


def test_registered_secrets_never_pass(log, tmp_path):
    log.add_secret(TOKEN, "abc")
    log.event("token.used", state=TOKEN, kind=f"x.{TOKEN}", error="abc")
    (line,) = lines(tmp_path)
    assert (line["state"], line["kind"], line["error"]) == ("•••", "x.•••", "abc")


def test_exception_gives_type_and_places_only(log, tmp_path):
    def inner(citizen):
        raise ValueError(f"cannot read {citizen}")

    try:
        inner(NAME)
    except ValueError as error:
        log.failure("job.failed", error, duty="walk")
    (line,) = lines(tmp_path)
    assert line["error"] == "builtins.ValueError"
    assert re.fullmatch(r"test_logs\.py:\d+:inner", line["frames"][-1])
    assert NAME not in json.dumps(line, ensure_ascii=False)
    log.failure("job.failed", DiskFullError(NAME))
    assert lines(tmp_path)[-1]["error"] == "console.cache.errors.DiskFullError:disk_full"


def test_libraries_get_only_their_templates(log, tmp_path):
    logger = logging.getLogger("some.library")
    handler = LibraryHandler(log)
    logger.addHandler(handler)
    try:
        logger.warning("request of %s failed", NAME)
        logger.warning(f"cannot open 'ảnh {NAME}.jpg' at /home/x/y for 0912345678 or {NAME}")  # noqa: G004 - what careless libraries do
        try:
            raise ValueError(NAME)
        except ValueError:
            logger.exception("broken")
        logger.info("quiet")
    finally:
        logger.removeHandler(handler)
    found = lines(tmp_path)
    assert [line["template"] for line in found][::2] == ["request of %s failed", "broken"]
    assert found[1]["template"].startswith("cannot open … at … for … or")
    text = json.dumps(found, ensure_ascii=False)
    assert not any(part in text for part in ("Nguyễn", "Thị", "Hoàng", "Yến", "0912345678", "/home"))


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("QObject::startTimer: Timers cannot be started", "QObject::startTimer: Timers cannot be started"),
        ("Could not load image file:///tmp/a.png now", "Could not load image … now"),
        ('no such font "Đặc biệt"', "no such font …"),
        ("user 0912345678 (Nguyen Van A)", "user … …"),
    ],
)
def test_plain_words(text, plain):
    assert plain_words(text) == plain


def test_log_rotates_and_is_private(log, tmp_path, monkeypatch):
    folder = tmp_path / "p"
    profile = open_profile(folder)
    monkeypatch.setattr(logs, "MAX_BYTES", 2000)
    small = open_log(profile.logs, lambda: 1)
    for number in range(300):
        small.event("walk.linked", count=number)
    small.close()
    files = sorted(file.name for file in profile.logs.iterdir())
    assert files == ["ban-truc.log", *(f"ban-truc.log.{number}" for number in range(1, 5))]
    assert {line["event"] for line in lines(profile.logs)} == {"walk.linked"}
    if sys.platform != "win32":
        assert {stat.S_IMODE(file.stat().st_mode) for file in profile.logs.iterdir()} == {0o600}


def test_log_without_a_place_disturbs_nobody(tmp_path):
    log = open_log(tmp_path / "nowhere", lambda: 1)
    log.event("walk.linked")
    log.close()


def test_log_on_a_full_disk_disturbs_nobody(log, monkeypatch):
    def full(text):
        raise OSError(28, "No space left on device")

    log.event("walk.linked")
    monkeypatch.setattr(log._handler.stream, "write", full)
    log.event("walk.linked")


def test_frames_have_an_end():
    def deep(number):
        return deep(number - 1) if number else 1 // 0

    with pytest.raises(ZeroDivisionError) as caught:
        deep(100)
    assert len(frames_of(caught.value)) == 12


# --- hooks, in a process of their own: they change it for good ------------------------------------------------------

HOOKS = """
import logging, sys, threading
from pathlib import Path
from PySide6.QtCore import QObject, QTimer, qWarning
from console.runtime.hooks import install_hooks
from console.runtime.logs import open_log
name, folder, told = sys.argv[2], Path(sys.argv[1]), []
log = open_log(folder, lambda: 1)
undo = install_hooks(log, folder, told.append)
def fails(citizen): raise RuntimeError("message with " + citizen)
thread = threading.Thread(target=fails, args=(name,)); thread.start(); thread.join()
class Dies:
    def __del__(self): raise RuntimeError(name)
del_me = Dies(); del del_me
qWarning("cannot show '" + name + "' now")
logging.getLogger("lib").error("odd %s", name)
print(len(told))
if sys.platform != "win32":
    import resource
    print(resource.getrlimit(resource.RLIMIT_CORE))
if sys.platform == "linux":
    import ctypes
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
if len(sys.argv) > 3:
    import ctypes; ctypes.string_at(0)
fails(name)
"""


def run_hooks(tmp_path, *more):
    return subprocess.run(
        [sys.executable, "-c", HOOKS, str(tmp_path), NAME, *more],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(Path(logs.__file__).parents[2]), "PATH": "", "PYTHONUTF8": "1"},
    )


def test_every_uncaught_error_is_logged_without_its_text(tmp_path):
    done = run_hooks(tmp_path)
    assert done.returncode == 1
    found = lines(tmp_path)
    assert [line["event"] for line in found] == [
        *("uncaught.thread", "uncaught.unraisable", "qt", "library", "uncaught.main")
    ]
    assert all(line["frames"][-1].endswith((":fails", ":__del__")) for line in found if "frames" in line)
    everything = done.stdout + done.stderr + json.dumps(found, ensure_ascii=False)
    assert not any(part in everything for part in ("Nguyễn", "Hoàng", "message with"))
    assert done.stdout.split("\n")[0] == "1"
    if sys.platform == "linux":
        assert done.stdout.split("\n")[1:3] == ["(0, 0)", "0"]


def test_stacks_of_a_crash_are_found_at_the_next_start(tmp_path):
    done = run_hooks(tmp_path, "crash")
    assert done.returncode < 0 or sys.platform == "win32"
    text = last_crash(tmp_path)
    assert "Current thread" in text and "string_at" in text
    assert NAME not in text
    assert last_crash(tmp_path) == ""
