"""What a unit gets of the files of a sealed matter: nothing until somebody lets it through (features E-03, I-04).

A photograph shows who stood where, a voice is known by whoever hears it. Beside each file the officer who hands the matter on says
whether it goes as a covered copy, whole, or not at all; not at all is what holds while nobody has said anything.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from console.domain.message import MessageType


class How(StrEnum):
    """How a file goes to a unit."""

    WITHHELD = "withheld"
    COVERED = "covered"
    WHOLE = "whole"


TELLING = frozenset({MessageType.VOICE, MessageType.VIDEO})
"""Kinds that tell by the voice who speaks: nothing drawn over them helps."""

COVERABLE = frozenset({MessageType.PHOTO, MessageType.GIF})
"""Kinds of which a covered copy can be made; of a moving picture it is the first frame."""

Box = tuple[int, int, int, int]
"""A place on a picture as it is seen: left, top, right, bottom in ten-thousandths of its width and height."""
SCALE = 10_000
MOST_BOXES = 200


@dataclass(frozen=True, slots=True)
class FileRelease:
    """One file and how it goes; ``file_id`` is the covered copy's, ``reason`` why it goes whole."""

    message_id: str
    number: int
    how: How
    file_id: str = ""
    reason: str = field(default="", repr=False)


def box_between(x1: float, y1: float, x2: float, y2: float) -> Box | None:
    """Return the box between two corners given as shares of 0 to 1, ``None`` for one without a width or a height."""
    left, right = sorted((_on_scale(x1), _on_scale(x2)))
    top, bottom = sorted((_on_scale(y1), _on_scale(y2)))
    return (left, top, right, bottom) if right > left and bottom > top else None


def are_boxes(boxes: tuple[Box, ...]) -> bool:
    """Return whether these are some boxes, and each lies on the picture."""
    return 0 < len(boxes) <= MOST_BOXES and all(
        0 <= left < right <= SCALE and 0 <= top < bottom <= SCALE for left, top, right, bottom in boxes
    )


def _on_scale(share: float) -> int:
    return round(min(1.0, max(0.0, share)) * SCALE)
