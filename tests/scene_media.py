"""Pictures and a recording for the afternoon of the scene: drawn and computed, always the same bytes."""

import math
import random
from array import array

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QRadialGradient

from console.runtime.voice import Pcm, write_wav

RATE = 8_000


def night_photo(seed: int, width: int = 960, height: int = 540) -> bytes:
    """Return a JPEG of a street at night: lamps, wet light, people as dark shapes."""
    rng = random.Random(seed)
    image = QImage(width, height, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, height)
    sky.setColorAt(0, QColor(16, 24, 46))
    sky.setColorAt(0.7, QColor(30 + 6 * seed, 40, 62))
    sky.setColorAt(1, QColor(20, 22, 30))
    painter.fillRect(image.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(11):
        x, y, radius = rng.uniform(0, width), rng.uniform(0.05, 0.5) * height, rng.uniform(30, 90)
        lamp = QRadialGradient(QPointF(x, y), radius)
        lamp.setColorAt(0, QColor(255, 214, 140, rng.randint(60, 150)))
        lamp.setColorAt(1, QColor(255, 200, 120, 0))
        painter.setBrush(lamp)
        painter.drawEllipse(QPointF(x, y), radius, radius)
    painter.setBrush(QColor(10, 12, 18))
    for _ in range(5):
        x, size = rng.uniform(0.1, 0.9) * width, rng.uniform(0.32, 0.46) * height
        foot = height * rng.uniform(0.9, 0.98)
        painter.drawEllipse(QPointF(x, foot - size), size * 0.09, size * 0.11)
        painter.drawRoundedRect(QRectF(x - size * 0.13, foot - size * 0.88, size * 0.26, size * 0.5), 12, 12)
        painter.drawRect(QRectF(x - size * 0.10, foot - size * 0.45, size * 0.08, size * 0.45))
        painter.drawRect(QRectF(x + size * 0.02, foot - size * 0.45, size * 0.08, size * 0.45))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 82)  # type: ignore[call-overload]
    return bytes(data.data())


def recording(seconds: int = 18) -> bytes:
    """Return a WAV that rises and falls like speech."""
    rng = random.Random(18)
    samples = array("h")
    loud = 0.2
    for block in range(seconds * 10):
        loud = min(1.0, max(0.05, loud + rng.uniform(-0.35, 0.35)))
        if block % 23 > 19:
            loud = 0.05
        pitch = 140 + 60 * rng.random()
        samples.extend(
            round(14_000 * loud * math.sin(2 * math.pi * pitch * n / RATE)) for n in range(RATE // 10)
        )
    return write_wav(Pcm(RATE, 1, samples))
