"""What can be heard: the computed sounds, and what happens where nothing can play them."""

import io
import stat
import struct
import sys
import wave
from pathlib import Path

import pytest

from console.runtime import tones
from console.runtime.sound import Sounds, system_player

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays without a program of its own")


def loudness(data):
    with wave.open(io.BytesIO(data)) as file:
        frames = file.readframes(file.getnframes())
    return max(abs(v) for (v,) in struct.iter_unpack("<h", frames))


def player(folder, code=0):
    """A program that notes which file it was to play, how large it was, and ends with ``code``."""
    path = folder / "player"
    path.write_text(f'#!/bin/sh\nwc -c < "$1" >> "{folder}/played"\nexit {code}\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return (str(path),)


@pytest.mark.parametrize("level", tones.LEVELS)
def test_a_sound_is_as_long_and_as_loud_as_said(level):
    with wave.open(io.BytesIO(tones.wav(level, 100))) as file:
        assert (file.getnchannels(), file.getsampwidth()) == (1, 2)
        assert file.getnframes() / file.getframerate() == pytest.approx(tones.seconds(level), abs=0.01)
    assert 20_000 < loudness(tones.wav(level, 100)) < 32_768
    assert loudness(tones.wav(level, 50)) == pytest.approx(loudness(tones.wav(level, 100)) / 2, rel=0.01)
    assert loudness(tones.wav(level, 0)) == 0


def test_a_sound_is_played_by_the_systems_program(qtbot, tmp_path):
    sounds, told = Sounds(player=player(tmp_path)), []
    sounds.failed.connect(told.append)
    sounds.play(3, 0.8)
    qtbot.waitUntil(lambda: sounds._running is None)
    assert told == []
    assert (tmp_path / "played").read_text().split() == [str(len(tones.wav(3, 80)))]


@pytest.mark.parametrize("how", ["refuses", "is not there", "is none"])
def test_what_cannot_be_played_is_said(qtbot, tmp_path, how):
    command = {"refuses": player(tmp_path, 1), "is not there": ("/nowhere/player",), "is none": ()}[how]
    sounds = Sounds(player=command)
    with qtbot.waitSignal(sounds.failed) as told:
        sounds.play(1, 0.5)
    assert "âm thanh" in told.args[0]
    assert sounds._running is None


def test_a_sound_stops_when_told_and_nobody_hears_of_it(qtbot):
    sounds, told = Sounds(player=("/bin/sh", "-c", "exec sleep 60")), []
    sounds.failed.connect(told.append)
    sounds.play(4, 1.0)
    process = sounds._running
    sounds.stop()
    assert process.returncode is not None
    assert not sounds._look.isActive()
    assert told == []
    folder = Path(sounds._folder.path())
    assert [path.name for path in folder.iterdir()] == ["4-100.wav"]


def test_without_a_screen_there_is_nobody_to_hear(qapp):
    assert system_player() == ()
