"""What a voice message says of itself: how long it is and, where the samples lie open, how loud it is when.

Only headers and frame lengths are walked, and the samples of plain WAV; nothing is decoded. Hostile bytes give ``None``.
"""

import struct
from array import array
from dataclasses import dataclass

LEVELS = 48
"""Bars of the drawn wave."""
LONGEST_MS = 6 * 3_600_000

_AMR = b"#!AMR\n"
_AMR_WB = b"#!AMR-WB\n"
# RFC 4867: bytes of a frame after its head, by frame type.
_AMR_SIZES = (12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0)
_AMR_WB_SIZES = (17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0)
_AMR_FRAME_MS = 20
_ADTS_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)


@dataclass(frozen=True, slots=True)
class VoiceFacts:
    """``levels`` are ``LEVELS`` loudnesses of 0.0 to 1.0, or none where that would take decoding."""

    duration_ms: int
    levels: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Pcm:
    """16-bit samples of one channel or several, interleaved."""

    rate: int
    channels: int
    samples: "array[int]"


def voice_facts(data: bytes) -> VoiceFacts | None:
    """Return what is known of a recording (WAV, AMR, AMR-WB, AAC in ADTS, MP4), or ``None`` for anything else."""
    try:
        facts = _facts(data)
    except (struct.error, IndexError, ValueError, ZeroDivisionError):
        return None
    return facts if facts is not None and 0 < facts.duration_ms <= LONGEST_MS else None


def _facts(data: bytes) -> VoiceFacts | None:
    if data.startswith(_AMR):
        return VoiceFacts(_amr_frames(data, len(_AMR), _AMR_SIZES) * _AMR_FRAME_MS)
    if data.startswith(_AMR_WB):
        return VoiceFacts(_amr_frames(data, len(_AMR_WB), _AMR_WB_SIZES) * _AMR_FRAME_MS)
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        pcm = read_wav(data)
        if pcm is None:
            return None
        frames = len(pcm.samples) // pcm.channels
        return VoiceFacts(frames * 1000 // pcm.rate, _levels(pcm))
    if data[4:8] == b"ftyp":
        return _mp4(data)
    if len(data) > 7 and data[0] == 0xFF and data[1] & 0xF6 == 0xF0:
        return VoiceFacts(_adts_ms(data))
    return None


def _amr_frames(data: bytes, at: int, sizes: tuple[int, ...]) -> int:
    frames = 0
    while at < len(data):
        at += 1 + sizes[data[at] >> 3 & 0x0F]
        frames += 1
    return frames


def _adts_ms(data: bytes) -> int:
    at = frames = 0
    rate = _ADTS_RATES[data[2] >> 2 & 0x0F]
    while at + 7 <= len(data) and data[at] == 0xFF and data[at + 1] & 0xF6 == 0xF0:
        length = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        if length < 7:
            break
        frames += 1 + (data[at + 6] & 3)
        at += length
    return frames * 1024 * 1000 // rate


def _mp4(data: bytes) -> VoiceFacts | None:
    """Read the movie header: time scale and duration (ISO 14496-12)."""
    at = data.find(b"mvhd")
    if at < 0:
        return None
    version = data[at + 4]
    if version == 1:
        scale, duration = struct.unpack_from(">IQ", data, at + 24)
    else:
        scale, duration = struct.unpack_from(">II", data, at + 16)
    return VoiceFacts(duration * 1000 // scale)


def read_wav(data: bytes) -> Pcm | None:
    """Return the samples of a plain 16-bit WAV, or ``None`` for another kind."""
    at, form = 12, None
    while at + 8 <= len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[at + 8 : at + 8 + size]
        if name == b"fmt ":
            form = struct.unpack_from("<HHIIHH", body)
        elif name == b"data" and form is not None:
            kind, channels, rate, _, _, bits = form
            if kind != 1 or bits != 16 or not channels or not rate:
                return None
            samples = array("h")
            samples.frombytes(body[: len(body) // (2 * channels) * 2 * channels])
            return Pcm(rate, channels, samples)
        at += 8 + size + size % 2
    return None


def _levels(pcm: Pcm) -> tuple[float, ...]:
    step = max(1, len(pcm.samples) // LEVELS)
    peaks = [max(map(abs, pcm.samples[at : at + step]), default=0) for at in range(0, step * LEVELS, step)]
    loudest = max(peaks, default=0)
    return tuple(round(peak / loudest, 3) for peak in peaks) if loudest else (0.0,) * LEVELS


def write_wav(pcm: Pcm) -> bytes:
    """Return samples as a WAV file."""
    body = pcm.samples.tobytes()
    width = 2 * pcm.channels
    head = struct.pack("<HHIIHH", 1, pcm.channels, pcm.rate, pcm.rate * width, width, 16)
    return (
        b"RIFF"
        + struct.pack("<I", 36 + len(body))
        + b"WAVEfmt \x10\x00\x00\x00"
        + head
        + b"data"
        + struct.pack("<I", len(body))
        + body
    )


def faster(pcm: Pcm, speed: float) -> Pcm:
    """Return the recording played ``speed`` times as fast at the same pitch: 40 ms pieces, overlapped by half."""
    channels = pcm.channels
    piece = max(2, pcm.rate // 25) // 2 * 2
    half = piece // 2
    frames = len(pcm.samples) // channels
    if speed == 1.0 or frames < piece:
        return pcm
    step = half * speed
    made = array("h", pcm.samples[: half * channels])
    number = 0
    while True:
        left, right = round(number * step) + half, round((number + 1) * step)
        if right + piece > frames or left + half > frames:
            break
        for frame in range(half):
            for channel in range(channels):
                old = pcm.samples[(left + frame) * channels + channel]
                new = pcm.samples[(right + frame) * channels + channel]
                made.append((old * (half - frame) + new * frame) // half)
        number += 1
    return Pcm(pcm.rate, channels, made)
