"""The sounds of the console, computed: no file to ship, and each volume exactly as wanted on every system."""

import io
import math
import struct
import wave
from functools import cache

RATE = 22_050
_ATTACK_S = 0.008
_RELEASE_S = 0.04
# (Hz, seconds) a note; 0 Hz is a rest. Two notes that no radio and no telephone of the duty room makes.
_MELODIES: dict[int, tuple[tuple[float, float], ...]] = {
    1: ((660.0, 0.12),),
    2: ((660.0, 0.14), (0.0, 0.06), (880.0, 0.18)),
    3: ((880.0, 0.2), (1175.0, 0.2), (0.0, 0.1)) * 3,
    4: ((880.0, 0.16), (1175.0, 0.16), (1568.0, 0.16), (0.0, 0.06)) * 4,
}
LEVELS = tuple(_MELODIES)


def seconds(level: int) -> float:
    """Return how long the sound of a level (1 to 4) is."""
    return sum(length for _, length in _MELODIES[level])


@cache
def wav(level: int, percent: int) -> bytes:
    """Return the sound of a level (1 to 4) at a volume of 0 to 100 as a mono 16-bit WAV file."""
    samples: list[int] = []
    for pitch, length in _MELODIES[level]:
        samples += _note(pitch, length, percent / 100)
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return file.getvalue()


@cache
def _note(pitch: float, length: float, loudness: float) -> tuple[int, ...]:
    """Return a note. The wave comes round again after a few hundred samples: each sample costs a microsecond of the UI thread."""
    count = round(length * RATE)
    if not pitch:
        return (0,) * count
    step = 2 * math.pi * pitch / RATE
    peak = 32_767 * 0.8 * loudness
    period = min(count, RATE // math.gcd(RATE, round(pitch)))
    once = [peak * _timbre(step * n) for n in range(period)]
    wave_form = [once[n % period] for n in range(count)] if period < count else once
    swell, fade = min(count, math.ceil(_ATTACK_S * RATE)), max(0, count - math.ceil(_RELEASE_S * RATE))
    edges = {*range(swell), *range(fade, count)}
    for n in edges:
        wave_form[n] *= _envelope(n, count)
    return tuple(map(round, wave_form))


def _timbre(phase: float) -> float:
    """Return a wave with two overtones: small loudspeakers carry it better than a pure tone."""
    return 0.7 * math.sin(phase) + 0.2 * math.sin(2 * phase) + 0.1 * math.sin(3 * phase)


def _envelope(n: int, count: int) -> float:
    return min(1.0, n / (_ATTACK_S * RATE), (count - n) / (_RELEASE_S * RATE))
