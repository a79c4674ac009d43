"""`console simulate` as a process, and the thread form leaving nothing behind."""

import errno
import gc
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from console.simulator.config import Config
from console.simulator.server import Running, Simulator

ROOT = Path(__file__).parents[2]
COMMAND = [
    sys.executable,
    "-c",
    "import sys; from console.simulator.cli import main; sys.exit(main(sys.argv[1:]))",
]


@pytest.fixture
def process():
    started = []

    def run(*arguments, **options):
        found = subprocess.Popen(
            [*COMMAND, *map(str, arguments)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )
        started.append(found)
        return found

    yield run
    for one in started:
        one.kill()
        one.communicate()


def failed(*arguments):
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, timeout=20, check=False
    )
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_the_ready_line_is_enough_to_start_a_client(process):
    one = process(
        "--port", 0, "--seed", 5, "--app-id", "123", "--secret", "s", "--oa-id", "456", "--list-cap", 3
    )
    ready = json.loads(one.stdout.readline())
    assert set(ready) == {
        *(
            "event",
            "base_url",
            "control_url",
            "app_id",
            "secret_key",
            "oa_id",
            "access_token",
            "refresh_token",
        ),
    }
    assert (ready["event"], ready["app_id"], ready["secret_key"], ready["oa_id"]) == (
        "ready",
        "123",
        "s",
        "456",
    )
    headers = {"access_token": ready["access_token"]}
    assert httpx.get(ready["base_url"] + "/v2.0/oa/getoa", headers=headers).json()["data"]["oaid"] == "456"
    assert httpx.post(ready["control_url"] + "/knobs").json()["list_cap"] == 3
    assert httpx.post(ready["control_url"] + "/health").json()["conversations"] >= 30
    one.send_signal(signal.SIGTERM)
    out, err = one.communicate(timeout=60)
    assert (one.returncode, out, err) == (0, "", "")


def test_an_interrupt_ends_it_too_even_while_a_call_hangs(process):
    one = process("--empty", "--faults", "hang=1")
    ready = json.loads(one.stdout.readline())
    with pytest.raises(httpx.ReadTimeout):
        httpx.get(ready["base_url"] + "/v2.0/oa/getoa", timeout=0.1)
    one.send_signal(signal.SIGINT)
    assert one.wait(60) == 0


def test_it_ends_with_its_parent(process):
    one = process("--empty", "--exit-with-parent", stdin=subprocess.PIPE)
    one.stdout.readline()
    one.stdin.close()
    one.stdin = None
    assert one.wait(60) == 0


def test_bad_corpus_lines_are_told_and_skipped(process, tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text('{"user": {"alias": "a"}, "messages": [{"text": "x"}]}\nnot json\n')
    one = process("--corpus", path, "--speed", "inf")
    ready = json.loads(one.stdout.readline())
    assert httpx.post(ready["control_url"] + "/clock", json={"advance_ms": 1}).status_code == 200
    assert httpx.post(ready["control_url"] + "/health").json()["played"] == 1
    one.send_signal(signal.SIGTERM)
    _, err = one.communicate(timeout=60)
    assert err == f"console simulate: bỏ qua {path}:2: không phải JSON (cột 1)\n"
    assert failed("--corpus", path, "--strict") == (
        1,
        f"console simulate: {path}:2: không phải JSON (cột 1)\n",
    )


@pytest.mark.parametrize("option", ["--port", "--control-port"])
def test_a_port_in_use_is_named(option):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, err = failed(option, port)
    assert (code, err) == (
        1,
        f"console simulate: không nghe được ở 127.0.0.1:{port}: {os.strerror(errno.EADDRINUSE)}\n",
    )


@pytest.mark.parametrize(
    ("arguments", "code", "named"),
    [
        (["--port", "99999"], 2, "'99999' không phải cổng"),
        (["--port", "²"], 2, "không phải cổng"),
        (["--speed", "0"], 2, "--speed phải lớn hơn 0"),
        (["--speed", "nan"], 2, "--speed phải lớn hơn 0"),
        (["--max-idle", "-1"], 2, "--max-idle không được âm"),
        (["--faults", "rate=2"], 2, "--faults: lỗi 'rate=2': tỉ lệ 2 không nằm giữa 0 và 1"),
        (["--knob", "list_cap"], 2, "--knob 'list_cap': cần dạng TÊN=JSON"),
        (["--knob", "x=1"], 2, "không có núm 'x'"),
        (["--list-cap", "x"], 2, "--list-cap"),
        (["--empty", "--corpus", "x"], 2, "không đi cùng --empty"),
        (["--corpus", "/absent"], 1, "/absent: No such file or directory"),
        (["--fly"], 2, "--fly"),
    ],
)
def test_bad_arguments_are_named(arguments, code, named, capsys):
    from console.simulator.cli import main

    assert main(arguments) == code
    out, err = capsys.readouterr()
    assert out == ""
    assert named in err


def test_help_explains_the_faults(capsys):
    from console.simulator.cli import main

    assert main(["--help"]) == 0
    assert "lost_answer" in capsys.readouterr().out


def test_it_imports_nothing_of_ours():
    code = "import sys, console.simulator.cli; print([m for m in sys.modules if m.startswith('console.') and not m.startswith('console.simulator')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=20, check=True
    )
    assert done.stdout == "[]\n"


def threads_and_files():
    descriptors = Path("/proc/self/fd")
    return threading.active_count(), len(list(descriptors.iterdir())) if descriptors.is_dir() else 0


def test_the_thread_form_stops_quickly_and_leaves_nothing():
    # What earlier tests left to the collector goes first, or there would be fewer afterwards.
    gc.collect()
    before = threads_and_files()
    for _ in range(3):
        with Running(Config()) as simulator, httpx.Client() as http:
            http.get(simulator.base_url + "/v2.0/oa/getoa")
            started = time.monotonic()
        assert time.monotonic() - started < 20
    gc.collect()
    assert threads_and_files() == before


def test_a_simulator_that_never_served_frees_its_ports():
    simulator = Simulator(Config())
    port = simulator.base_url.rpartition(":")[2]
    simulator.close()
    with Running(Config(port=int(port))) as again:
        assert again.base_url == simulator.base_url
