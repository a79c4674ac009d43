"""What a recording says of itself, how it is sped up, and that it is played by a real player or not at all."""

import itertools
import math
import struct
import sys
import time
from array import array

import pytest

from console.runtime.voice import LEVELS, Pcm, VoiceFacts, faster, read_wav, voice_facts, write_wav
from console.runtime.voice_player import NO_PLAYER, NOT_PLAYED, VoicePlayer, ending, plan

RATE = 8_000


def tone(seconds, loud=8_000):
    return Pcm(RATE, 1, array("h", (round(loud * math.sin(n / 4)) for n in range(round(RATE * seconds)))))


def test_a_wav_tells_its_length_and_its_wave():
    loud_then_quiet = Pcm(RATE, 1, tone(1).samples + tone(1, 800).samples)
    facts = voice_facts(write_wav(loud_then_quiet))
    assert facts.duration_ms == 2_000
    assert len(facts.levels) == LEVELS
    assert facts.levels[2] == pytest.approx(1.0, abs=0.05)
    assert facts.levels[-2] == pytest.approx(0.1, abs=0.05)


@pytest.mark.parametrize(
    ("data", "duration"),
    [
        (b"#!AMR\n" + (b"\x04" + bytes(12)) * 150, 3_000),
        (b"#!AMR-WB\n" + (b"\x04" + bytes(17)) * 50, 1_000),
        (
            b"\x00\x00\x00\x18ftypM4A " + bytes(20) + b"mvhd" + bytes(12) + struct.pack(">II", 1000, 4500),
            4_500,
        ),
    ],
    ids=["amr", "amr-wb", "mp4"],
)
def test_other_formats_tell_their_length_only(data, duration):
    assert voice_facts(data) == VoiceFacts(duration)


def test_aac_frames_are_counted():
    length = 100
    head = bytes(
        (0xFF, 0xF1, 0x50 | (4 << 2 & 0), 0x80 | length >> 11, length >> 3 & 0xFF, (length & 7) << 5, 0)
    )
    rate = 44_100  # index 4
    head = bytes((0xFF, 0xF1, 4 << 2)) + head[3:]
    assert voice_facts((head + bytes(length - 7)) * 43) == VoiceFacts(43 * 1024 * 1000 // rate)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF",
        b"RIFF\x00\x00\x00\x00WAVEfmt \x02",
        b"\xff\xf1\xff\xff\xff\xff\xff\xff",
        b"#!AMR\n",
        b"MZ" * 99,
    ],
    ids=["nothing", "cut", "cut head", "bad rate", "no frame", "a program"],
)
def test_what_is_no_recording_is_nothing(data):
    assert voice_facts(data) is None


@pytest.mark.parametrize("speed", [1.5, 2.0])
def test_faster_is_shorter_at_the_same_pitch(speed):
    slow = tone(2)
    fast = faster(slow, speed)
    assert len(fast.samples) == pytest.approx(len(slow.samples) / speed, rel=0.06)
    crossings = [
        sum(a < 0 <= b for a, b in itertools.pairwise(s)) / len(s) for s in (slow.samples, fast.samples)
    ]
    assert crossings[1] == pytest.approx(crossings[0], rel=0.15)


def test_a_player_that_knows_all_formats_is_told_speed_and_place():
    job = plan(b"#!AMR\nxx", 1.5, 2_500, lambda name: "/bin/mpv" if name == "mpv" else None)
    assert "--speed=1.5" in job.command
    assert "--start=2.50" in job.command
    assert job.data == b"#!AMR\nxx"


def test_a_plain_player_gets_a_wav_that_is_sped_up_and_cut_already():
    wav = write_wav(tone(2))
    job = plan(wav, 2.0, 1_000, lambda name: "/bin/aplay" if name == "aplay" else None)
    assert job.command == ("/bin/aplay", "-q")
    assert len(read_wav(job.data).samples) == pytest.approx(RATE / 2, rel=0.1)
    assert plan(b"#!AMR\nxx", 1.0, 0, lambda name: "/bin/aplay" if name == "aplay" else None) is None


def test_windows_plays_what_zalo_sends_by_its_own_player(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    job = plan(b"\xff\xf1aac", 1.5, 2_500, lambda name: "C:/ps.exe" if name == "powershell" else None)
    assert (job.command[0], job.data, job.start_ms, job.by_name) == (
        "C:/ps.exe",
        b"\xff\xf1aac",
        2_500,
        False,
    )
    script = job.command[-1]
    assert "FromMilliseconds(2500)" in script
    assert "SpeedRatio = 1.5" in script
    assert "{{" not in script and script.count("{") == script.count("}")
    assert plan(b"\xff\xf1aac", 1.0, 0, lambda _name: None) is None


def test_macos_plays_any_kind_and_goes_on_in_a_wav(monkeypatch):
    monkeypatch.setattr(sys, "platform", "darwin")

    def which(name):
        return "/usr/bin/afplay" if name == "afplay" else None

    job = plan(b"\xff\xf1aac", 2.0, 0, which)
    assert job.command == ("/usr/bin/afplay", "-q", "1", "-r", "2")
    again = plan(b"\xff\xf1aac", 2.0, 1_000, which)
    assert again.start_ms == 0, "afplay cannot begin in the middle, and the place says so"
    rest = plan(write_wav(tone(2)), 2.0, 1_000, which)
    assert (rest.command, rest.start_ms) == (("/usr/bin/afplay",), 1_000)
    assert len(read_wav(rest.data).samples) == pytest.approx(RATE / 2, rel=0.1)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"#!AMR\nxx", ".amr"),
        (b"\x00\x00\x00\x18ftypM4A ", ".m4a"),
        (b"\xff\xf1\x50", ".aac"),
        (b"RIFFxxxxWAVE", ".wav"),
        (b"MZ", ""),
    ],
    ids=["amr", "m4a", "aac", "wav", "a program"],
)
def test_a_file_is_named_after_what_it_holds(data, name):
    assert ending(data) == name


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_a_player_can_be_told_the_file_by_the_environment(qtbot, tmp_path, monkeypatch):
    got = tmp_path / "got"
    script = tmp_path / "ps"
    script.write_text(
        f"#!{sys.executable}\nimport os, sys\nassert len(sys.argv) == 8\n"
        f"open({str(got)!r}, 'wb').write(open(os.environ['BAN_TRUC_VOICE'], 'rb').read())\n"
    )
    script.chmod(0o755)
    player = VoicePlayer(which=lambda name: str(script) if name == "powershell" else None)
    with monkeypatch.context() as patch:
        patch.setattr("console.runtime.voice_player.sys.platform", "win32")
        with qtbot.waitSignal(player.ended):
            assert player.play(b"\xff\xf1aac", 2.0, 500)
    assert got.read_bytes() == b"\xff\xf1aac"


def fake_player(folder, body):
    script = folder / "mpv"
    script.write_text(f"#!{sys.executable}\nimport sys\n{body}\n")
    script.chmod(0o755)
    return lambda name: str(script) if name == "mpv" else None


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_the_player_gets_the_bytes_and_the_end_is_told(qtbot, tmp_path):
    got = tmp_path / "got"
    which = fake_player(tmp_path, f"open({str(got)!r}, 'wb').write(open(sys.argv[-1], 'rb').read())")
    player = VoicePlayer(which=which)
    with qtbot.waitSignal(player.ended):
        assert player.play(b"#!AMR\nxx")
    assert got.read_bytes() == b"#!AMR\nxx"
    assert not player.playing


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_stopping_ends_the_player_and_keeps_the_place(qtbot, tmp_path):
    player = VoicePlayer(which=fake_player(tmp_path, "import time; time.sleep(60)"))
    ended = []
    player.ended.connect(lambda: ended.append(1))
    started = time.monotonic()
    player.play(b"#!AMR\nxx", 2.0, 3_000)
    process = player._process
    at = player.stop()
    assert process.poll() is not None
    assert ended == [1]
    assert 3_000 <= at <= 3_000 + 2_000 * (time.monotonic() - started + 1)


@pytest.mark.skipif(sys.platform == "win32", reason="a script as a program")
def test_a_player_that_fails_is_said(qtbot, tmp_path):
    player = VoicePlayer(which=fake_player(tmp_path, "sys.exit(3)"))
    with qtbot.waitSignal(player.failed) as said:
        player.play(b"#!AMR\nxx")
    assert said.args == [NOT_PLAYED]


def test_no_player_is_said_and_nothing_pretends(qtbot):
    player = VoicePlayer(which=lambda _name: None)
    said = []
    player.failed.connect(said.append)
    assert not player.play(b"#!AMR\nxx")
    assert said == [NO_PLAYER]
    assert not player.playing
