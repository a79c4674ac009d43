"""Two hundred picture files that mean harm, through the helper process: it may fail, the console may not (T07)."""

import hashlib
import json
import os
import subprocess
import sys
import threading
import time

import pytest
from PySide6.QtGui import QImageReader

from console.app.pictures import Pictures
from console.runtime import thumbnails
from console.runtime.bridge import Bridge
from console.runtime.jobs import SerialRunner
from console.runtime.thumbnail_helper import kind_of
from console.runtime.thumbnails import PictureRefusedError, make_thumbnail
from tests.hostile.corpus import apng, bomb, corpus, gif, jpeg, png
from tests.pace import spending

CORPUS = corpus()
RSS_KB = 512 * 1024
SLOW_S = 15.0
posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="one process a picture, from a warm one")


@posix
def test_two_hundred_hostile_pictures_end_within_their_limits():
    assert len(CORPUS) >= 200
    assert len({hashlib.sha256(data).digest() for _, data, _ in CORPUS}) > 190
    run = subprocess.run(  # our own module, no argument from outside
        [sys.executable, "-m", "tests.hostile.each_picture"],
        capture_output=True,
        text=True,
        check=True,
        timeout=150,
    )
    answers = {said["name"]: said for said in map(json.loads, run.stdout.splitlines())}
    assert len(answers) == len(CORPUS)
    wrong = [said for said in answers.values() if said["wrong"] or said["peak_kb"] >= RSS_KB]
    wrong += [
        answers[name]
        for name, _, shown in CORPUS
        if shown is not None and answers[name]["shown"] is not shown
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (png(300, 200), (148, 98)),
        (jpeg(160, 80), (160, 80)),
        (gif(40, 40, frames=2_000), (148, 148)),
        (apng(50), (148, 148)),
        (png(3_000, 2), (148, 1)),
    ],
    ids=["png", "jpeg", "gif", "apng", "strip"],
)
def test_good_pictures_come_through_the_real_helper(data, size):
    picture = make_thumbnail(data, 148, 80)
    assert (picture.width, picture.height) == size
    assert len(picture.rgb) == size[0] * size[1] * 3


@pytest.mark.parametrize(
    "data",
    [
        bomb(9_000, 7_000),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        png(2**31 - 1, 1, data=b""),
        png()[:40],
    ],
    ids=["bomb", "svg", "2^31", "cut"],
)
def test_bad_ones_are_refused_in_words_by_the_real_helper(data):
    with pytest.raises(PictureRefusedError, match="tệp gốc vẫn được giữ"):
        make_thumbnail(data, 148, 80)


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write(b'x' * 50_000_000)", "hỏng"),
        ("print('999999999999 2')", "hỏng"),
        ("print('-5 -5')", "hỏng"),
        ("import os; os.abort()", "hỏng"),
        ("import sys; sys.stdin.buffer.read(); import time; time.sleep(60)", "quá lâu"),
        ("import time; time.sleep(60)", "quá lâu"),
    ],
    ids=["endless", "lies", "negative", "crash", "hangs", "never-reads"],
)
def test_a_helper_that_was_taken_over_cannot_hurt_the_console(monkeypatch, program, words):
    """It may say too much, too little, nothing, or never end."""
    monkeypatch.setattr(thumbnails, "helper_command", lambda: [sys.executable, "-I", "-c", program])
    monkeypatch.setattr(thumbnails, "DEADLINE_S", 0.7 if words == "quá lâu" else SLOW_S)
    began = time.monotonic()
    with pytest.raises(PictureRefusedError, match=words):
        make_thumbnail(png() + bytes(300_000), 148, 80)
    assert time.monotonic() - began < 2 * SLOW_S


def test_the_window_goes_on_while_a_bomb_is_decoded(qapp):
    """The UI thread asks, goes on, and is told; it never waits for the helper."""
    bridge = Bridge()
    runner = SerialRunner("pictures", time.monotonic, bridge.post)
    pictures = Pictures(lambda file_id: {"bomb": bomb(9_000, 2_700), "good": png(200, 100)}[file_id], runner)
    ready = threading.Event()
    pictures.ready.connect(ready.set)
    with spending() as spent:
        assert pictures.thumbnail("bomb", 148, 80) is None
        assert pictures.thumbnail("good", 148, 80) is None
    assert spent.seconds < 0.1
    deadline = time.monotonic() + SLOW_S
    while pictures.thumbnail("good", 148, 80) is None and time.monotonic() < deadline:
        qapp.processEvents()
        ready.wait(0.01)
    assert pictures.thumbnail("good", 148, 80) is not None
    runner.stop(5.0)
    bridge.close()


def test_only_four_formats_are_ever_decoded():
    kinds = {kind_of(data) for _, data, _ in CORPUS} - {b""}
    assert kinds <= {b"jpeg", b"png", b"gif", b"webp"}
    assert {bytes(name.data()) for name in QImageReader.supportedImageFormats()} >= kinds
