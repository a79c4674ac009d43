"""Attachments into the store before Zalo lets them go (features A-08, X-01; threats T10).

A message never waits for its picture: the queue is durable and this worker goes through it on its own thread.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from console.cache import media_queue
from console.cache.errors import StoreError, known_os_error
from console.cache.media_queue import MediaTask, SealedFile
from console.cache.sealed import SealedFiles
from console.cache.store import Store
from console.domain.clock import MINUTE_MS, Clock
from console.domain.events import EventBody, MediaLost, MediaStored
from console.domain.ids import derived_id
from console.domain.officer import SYSTEM
from console.failpoint import fp
from console.gateway.ports import Outcome, StoreCall
from console.zalo.errors import ForbiddenUrl, MediaError, MediaGone, MediaTooBig
from console.zalo.media import Fetched, MediaPolicy, fetch_media
from console.zalo.sniff import MediaKind

_PAUSES_MIN = (1, 2, 5, 15, 30, 60)
_TRIES = len(_PAUSES_MIN) + 7 * 24
"""About seven days, as long as Zalo promises to keep media (zalo-openapi.md §4)."""
_GONE_TRIES = 2
_LOOK_S = 2.0
_EMPTY = "Zalo trả về tệp rỗng. Tin nhắn vẫn được lưu. Máy sẽ thử tải lại."

MEDIA_TYPES: dict[MediaKind, str] = {
    MediaKind.JPEG: "image/jpeg",
    MediaKind.PNG: "image/png",
    MediaKind.GIF: "image/gif",
    MediaKind.WEBP: "image/webp",
    MediaKind.PDF: "application/pdf",
    MediaKind.ZIP: "application/zip",
    MediaKind.MP4: "video/mp4",
    MediaKind.AMR: "audio/amr",
    MediaKind.AAC: "audio/aac",
    MediaKind.MP3: "audio/mpeg",
    MediaKind.UNKNOWN: "application/octet-stream",
}

Fetch = Callable[[str, Callable[[bytes], None], MediaPolicy], Fetched]


def media_hosts(data: object) -> tuple[str, ...]:
    """Return the allowed hosts in ``zalo-hosts.json``. Raises ``ValueError`` naming what is wrong."""
    hosts = data.get("media") if isinstance(data, dict) else None
    if not isinstance(hosts, list) or not hosts:
        raise ValueError("zalo-hosts.json: media must be a list of hosts")
    for host in hosts:
        if (
            not isinstance(host, str)
            or "." not in host.strip(".")
            or not host.isascii()
            or host != host.lower()
        ):
            raise ValueError(f"zalo-hosts.json: media: {host!r} is not a host name")
    return tuple(hosts)


class _DiskError(Exception):
    """The sealed file could not be written; not the network's fault."""

    def __init__(self, error: StoreError) -> None:
        super().__init__(str(error))
        self.error = error


@dataclass(slots=True)
class _Sink:
    """Passes what is fetched on to the sealed file, and keeps the two kinds of trouble apart."""

    write: Callable[[bytes], None] = field(repr=False)

    def __call__(self, data: bytes) -> None:
        try:
            self.write(data)
        except OSError as error:
            raise _DiskError(known_os_error(error, "media")) from error


class MediaWorker:
    """Fetches attachments, one a tick. Belongs to one thread."""

    def __init__(
        self,
        call: StoreCall,
        clock: Clock,
        files: SealedFiles,
        policy: MediaPolicy,
        fetch: Fetch = fetch_media,
    ) -> None:
        """Take the way to the store, the sealed files and where media may come from."""
        self._call = call
        self._clock = clock
        self._files = files
        self._policy = policy
        self._fetch = fetch
        self._cleaned = False

    def tick(self) -> Outcome:
        """Fetch the attachment that has waited longest."""
        if not self._cleaned:
            self._call(lambda store: _clear_unfinished(store, self._files))
            self._cleaned = True
        task = self._call(lambda store: _next(store, self._clock.now_ms()))
        if task is None:
            return Outcome(_LOOK_S)
        try:
            file = self._bring(task)
        except MediaError as error:
            return self._failed(task, error)
        except _DiskError as error:
            self._put_off(task, str(error.error))
            return Outcome(_LOOK_S, trouble=str(error.error))
        if file is None:
            self._put_off(task, _EMPTY)
            return Outcome(0.0, worked=True)
        fp("media.settle.before")
        self._call(lambda store: _store(store, task, file, self._files))
        fp("media.settle.after")
        return Outcome(0.0, worked=True)

    def _bring(self, task: MediaTask) -> SealedFile | None:
        """Fetch into a sealed file; ``None`` for one without a byte. The same attachment always gets the same file."""
        file_id = _file_id(task)
        try:
            writer = self._files.writer(file_id)
        except StoreError as error:
            raise _DiskError(error) from error
        with writer:
            fp("media.http.before")
            fetched = self._fetch(task.url, _Sink(writer.write), self._policy)
            fp("media.http.after")
            if not fetched.size:
                return None
            try:
                writer.commit()
            except OSError as error:
                raise _DiskError(known_os_error(error, "media")) from error
        return SealedFile(file_id, fetched.sha256, fetched.size, MEDIA_TYPES[fetched.kind])

    def _failed(self, task: MediaTask, error: MediaError) -> Outcome:
        tries = task.attempts + 1
        hopeless = isinstance(error, ForbiddenUrl | MediaTooBig)
        gone = isinstance(error, MediaGone) and tries >= _GONE_TRIES
        if hopeless or gone or tries >= _TRIES:
            # A crash may have left the whole file from an earlier try, which no row knows.
            self._files.remove(_file_id(task))
            self._call(lambda store: _lose(store, task, error.text_vi))
        else:
            self._put_off(task, error.text_vi)
        return Outcome(0.0, worked=True)

    def _put_off(self, task: MediaTask, reason: str) -> None:
        minutes = _PAUSES_MIN[min(task.attempts, len(_PAUSES_MIN) - 1)]

        def later(store: Store) -> None:
            with store.write() as tx:
                media_queue.put_off(tx.connection, task, tx.now_ms + minutes * MINUTE_MS, reason)
                tx.touch_health()

        self._call(later)


def _file_id(task: MediaTask) -> str:
    return derived_id("media", task.message_id, str(task.number))


def _next(store: Store, now_ms: int) -> MediaTask | None:
    with store.read() as connection:
        return media_queue.next_due(connection, now_ms)


def _clear_unfinished(store: Store, files: SealedFiles) -> None:
    """Delete what a crash left half written, or whole but without a row. On the store's thread, where officers attach."""
    files.remove_parts()
    with store.read() as connection:
        announced = media_queue.announced_files(connection)
    for file_id in announced:
        files.remove(file_id)
        with store.write() as tx:
            media_queue.forget_announced(tx.connection, file_id)


def _store(store: Store, task: MediaTask, file: SealedFile, files: SealedFiles) -> None:
    """File the attachment and its event in one transaction."""
    with store.write() as tx:
        if not media_queue.finish(tx.connection, task):
            return
        same = media_queue.file_by_hash(tx.connection, file.sha256)
        if same is None:
            media_queue.add_file(tx.connection, file, tx.now_ms)
        elif same.file_id != file.file_id:
            # The same bytes are stored already. Before the commit: a crash in between only fetches them again,
            # while after it nobody would know of this copy, and an erasure by law would miss it.
            files.remove(file.file_id)
        kept = same or file
        body: EventBody = MediaStored(
            task.message_id, task.number, kept.file_id, kept.sha256, kept.size, kept.media_type
        )
        case = tx.case(task.case_id)
        command = derived_id("media.stored", task.message_id, str(task.number), kept.sha256)
        tx.add(task.case_id, body, actor=SYSTEM, unit=case.unit if case else "", command_id=command)
        tx.touch_health()


def _lose(store: Store, task: MediaTask, reason: str) -> None:
    fp("media.lost.before")
    with store.write() as tx:
        if media_queue.finish(tx.connection, task):
            case = tx.case(task.case_id)
            body = MediaLost(task.message_id, task.number, reason)
            # An officer may have it tried again, so it can be lost more than once.
            tx.add(task.case_id, body, actor=SYSTEM, unit=case.unit if case else "")
            tx.touch_health()
    fp("media.lost.after")
