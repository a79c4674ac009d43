"""Small pictures for the conversation: kept in memory, made by the helper process, asked for by the painter."""

import contextlib
from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from console.actions.desk import Desk, Missing
from console.actions.files import read_file
from console.cache.releasing import cases_with_file
from console.runtime.jobs import Err, Ok, Runner
from console.runtime.thumbnails import Picture, PictureRefusedError, make_thumbnail

KEPT = 200
KEPT_BYTES = 96 * 1024 * 1024
"""Large pictures come from the viewer; a night of looking must not fill the memory."""
_Key = tuple[str, int, int]


def read_picture(desk: Desk, file_id: str) -> bytes:
    """Return the bytes of a stored file through a case that the officer may see. On the store's thread.

    The same bytes are kept once, so a file may belong to messages of many cases.

    Raises:
        FileNotFoundError: no such case has it.
        Refused: the sealed copy is damaged.

    """
    with desk.store.read() as connection:
        found = cases_with_file(connection, file_id)
    for case_id in found:
        with contextlib.suppress(Missing):
            return read_file(desk, case_id, file_id)
    raise FileNotFoundError(file_id)


class Pictures(QObject):
    """Gives pictures that are ready and orders the others once."""

    ready = Signal()

    def __init__(self, read: Callable[[str], bytes], runner: Runner, parent: QObject | None = None) -> None:
        """Take what reads a sealed file by its id (on the runner's thread), and the runner."""
        super().__init__(parent)
        self._read = read
        self._runner = runner
        self._kept: OrderedDict[_Key, QImage | None] = OrderedDict()

    def thumbnail(self, file_id: str, width: int, height: int) -> QImage | None:
        """Return the picture, or ``None`` while it is being made and for what cannot be shown."""
        key = (file_id, width, height)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        self._put(key, None)

        def deliver(result: Ok[Picture] | Err) -> None:
            if isinstance(result, Ok):
                self._put(key, _image(result.value))
                self.ready.emit()
            elif not isinstance(result.error, (PictureRefusedError, OSError, ValueError)):
                raise result.error

        self._runner.run(lambda: make_thumbnail(self._read(file_id), width, height), deliver)
        return None

    def _put(self, key: _Key, image: QImage | None) -> None:
        self._kept[key] = image
        self._kept.move_to_end(key)
        while len(self._kept) > KEPT or (len(self._kept) > 1 and self._bytes() > KEPT_BYTES):
            self._kept.popitem(last=False)

    def _bytes(self) -> int:
        return sum(image.sizeInBytes() for image in self._kept.values() if image is not None)


def _image(picture: Picture) -> QImage:
    made = QImage(picture.rgb, picture.width, picture.height, picture.width * 3, QImage.Format.Format_RGB888)
    return made.copy()
