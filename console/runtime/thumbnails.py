"""Ask the throw-away helper for a small picture. No Qt here: bytes in, bytes out."""

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass

from console.runtime.thumbnail_helper import BOX, MAX_BYTES, MOST_COVERS, REFUSED, UNCONFINED

DEADLINE_S = 15.0
MAX_SIDE = 2_000


class PictureRefusedError(Exception):
    """The bytes are no picture the console shows; ``str`` says why in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Picture:
    """RGB888 rows without padding."""

    width: int
    height: int
    rgb: bytes


def make_thumbnail(data: bytes, width: int, height: int) -> Picture:
    """Return ``data`` as a picture that covers ``width`` × ``height`` px.

    Raises:
        PictureRefusedError: another format, too large, damaged, or the helper ran into a limit.

    """
    if not (0 < width <= MAX_SIDE and 0 < height <= MAX_SIDE):
        raise ValueError(f"{width}×{height} px is no thumbnail")
    # Twice the most that a whole answer can be: what is longer is no answer.
    code, answer = _ask_helper(b"%d %d\n" % (width, height) + data, 2 * MOST_COVERS * width * height * 3)
    _require_decoded(code)
    head, _, rgb = answer.partition(b"\n")
    sides = head.split()
    if code != 0 or len(sides) != 2 or not all(side.isdigit() and len(side) <= 6 for side in sides):
        raise PictureRefusedError("Ảnh hỏng hoặc quá lớn nên không hiển thị; tệp gốc vẫn được giữ.")
    picture = Picture(int(sides[0]), int(sides[1]), rgb)
    if len(rgb) != picture.width * picture.height * 3:
        raise PictureRefusedError("Ảnh hỏng nên không hiển thị; tệp gốc vẫn được giữ.")
    return picture


def make_covered(data: bytes, boxes: Sequence[tuple[int, int, int, int]]) -> bytes:
    """Return the whole picture as a JPEG with parts of it blackened, and nothing beside its pixels (features I-04).

    Args:
        data: the file as it came.
        boxes: left, top, right, bottom in ten-thousandths of the picture as it is seen.

    Raises:
        PictureRefusedError: another format, too large, damaged, or the helper ran into a limit.

    """
    question = b"cover %d\n" % len(boxes) + b"".join(BOX.pack(*box) for box in boxes)
    code, answer = _ask_helper(question + data, MAX_BYTES + 1)
    _require_decoded(code)
    if code != 0 or not answer.startswith(b"\xff\xd8\xff") or len(answer) > MAX_BYTES:
        raise PictureRefusedError("Ảnh hỏng hoặc quá lớn nên không che được; tệp gốc vẫn được giữ.")
    return answer


def _require_decoded(code: int | None) -> None:
    if code is None:
        raise PictureRefusedError("Ảnh giải mã quá lâu nên không hiển thị; tệp gốc vẫn được giữ.")
    if code == REFUSED:
        raise PictureRefusedError("Không phải ảnh hiển thị được; tệp gốc vẫn được giữ.")
    if code == UNCONFINED:
        raise PictureRefusedError(
            "Máy này không cô lập được việc giải mã ảnh nên không hiển thị; tệp gốc vẫn được giữ. Báo quản trị."
        )


def _ask_helper(question: bytes, most: int) -> tuple[int | None, bytes]:
    """Return the helper's exit code (``None`` if it had to be killed) and at most ``most`` bytes of what it said."""
    process = subprocess.Popen(  # noqa: S603  # our own program, no shell, no argument from outside
        helper_command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=_bare_environment(),
    )
    late = threading.Event()

    def kill() -> None:
        late.set()
        process.kill()

    timer = threading.Timer(DEADLINE_S, kill)
    timer.start()
    try:
        with process:
            assert process.stdin is not None
            assert process.stdout is not None
            # It may end before it has read everything; what it says then is its exit code.
            with contextlib.suppress(OSError):
                process.stdin.write(question)
            with contextlib.suppress(OSError):
                process.stdin.close()
            answer = process.stdout.read(most)
            if len(answer) == most:
                process.kill()
        return (None if late.is_set() else process.returncode), answer
    finally:
        timer.cancel()


def helper_command() -> list[str]:
    """Return how the helper is started, from source and from the built program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "thumbnail-helper"]
    return [sys.executable, "-I", "-c", _FROM_SOURCE, os.fspath(_root())]


_FROM_SOURCE = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from console.runtime.thumbnail_helper import main; sys.exit(main())"
)


def _root() -> str:
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120


def _bare_environment() -> dict[str, str]:
    """Return an environment without secrets, proxies or plugins of the user."""
    kept = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH", "LANG")
    return {name: os.environ[name] for name in kept if name in os.environ} | {"QT_QPA_PLATFORM": "offscreen"}
