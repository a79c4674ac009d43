"""Keeping a new file of our own, sealed: what an officer sends, a covered copy."""

from console.cache import media_queue
from console.cache.media_queue import SealedFile
from console.cache.sealed import SealedFiles
from console.cache.store import Store
from console.domain.ids import new_id


def seal_new(store: Store, files: SealedFiles, content: bytes, media_type: str) -> SealedFile:
    """Write a new sealed file and return it; it has its bytes, and as yet no row (``media_queue.add_file``).

    Raises:
        StoreError: the disk refused; nothing refers to what may lie there, and the next start deletes it.

    """
    file_id = new_id()
    with store.write() as tx:
        # A crash before the file has its row must not leave a copy that an erasure by law would miss.
        media_queue.announce_file(tx.connection, file_id)
    with files.writer(file_id) as writer:
        writer.write(content)
        writer.commit()
    return SealedFile(file_id, writer.sha256, writer.size, media_type)
