"""The signed head of the log, kept where the log is not (threats T18, features U-02).

A hash chain does not show a tail that was hashed anew as a whole; a checkpoint that lies elsewhere does. The file is a note
after the fashion of C2SP: origin, number of events, hash of the head, time, an empty line, and one Ed25519 signature over what
stands before it. The private key never leaves the encrypted store; the public one is printed and handed out.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from console.cache import walk_state
from console.cache.errors import known_os_error
from console.cache.place import sync_folder
from console.cache.store import Store
from console.failpoint import fp
from console.record.verify import Checkpoint

FIRST_LINE = "ban-truc-checkpoint/v1"
_KEY = "audit.signing_key"
_MARK = "— "


class CheckpointError(ValueError):
    """The file is no checkpoint, or its signature is not of the key; ``str`` says so in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Note:
    """A checkpoint as it was signed. ``at`` is UTC ms."""

    origin: str
    head: Checkpoint
    at: int

    def text(self) -> str:
        """Return the bytes that are signed, as text."""
        stamp = datetime.fromtimestamp(self.at / 1000, UTC).isoformat(timespec="milliseconds")
        return f"{FIRST_LINE}\n{self.origin}\n{self.head.seq}\n{self.head.hash}\n{stamp}\n"


def signing_key(store: Store) -> Ed25519PrivateKey:
    """Return the store's key; the first call makes it."""
    with store.write() as tx:
        kept = walk_state.state(tx.connection, _KEY)
        if not kept:
            kept = base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()
            walk_state.set_state(tx.connection, _KEY, kept)
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(kept))


def public_key(store: Store) -> str:
    """Return the public key to print and to hand to two other organs: 32 bytes in base64."""
    raw = signing_key(store).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode()


def sign(store: Store, origin: str, head: Checkpoint, at_ms: int) -> str:
    """Return the text of a checkpoint file."""
    note = Note(origin, head, at_ms).text()
    signature = base64.b64encode(signing_key(store).sign(note.encode())).decode()
    return f"{note}\n{_MARK}{origin} {signature}\n"


def write(folder: Path, day: str, text: str) -> Path:
    """Write the day's file into ``folder``, whole or not at all; one that is there stays.

    Raises:
        StoreError: the disk refused.

    """
    path = folder / f"{day}.checkpoint"
    if path.exists():
        return path
    part = path.with_suffix(".part")
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        part.write_text(text, encoding="utf-8")
        fp("checkpoint_file.rename.before")
        part.replace(path)
        fp("checkpoint_file.rename.after")
        sync_folder(folder)
    except OSError as error:
        raise known_os_error(error, str(path)) from error
    return path


def read(text: str, key: str) -> Note:
    """Return what a checkpoint file says, after checking its signature against a public key (base64).

    Raises:
        CheckpointError: it is none, or somebody else signed it.

    """
    note, _, signed = text.partition("\n\n")
    lines = note.split("\n")
    name, _, signature = signed.strip().removeprefix(_MARK).rpartition(" ")
    if len(lines) != 5 or lines[0] != FIRST_LINE or name != lines[1]:
        raise CheckpointError("Tệp này không phải điểm đối chứng của Bàn trực")
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key, validate=True)).verify(
            base64.b64decode(signature, validate=True), f"{note}\n".encode()
        )
        stamp = datetime.fromisoformat(lines[4])
        head = Checkpoint(int(lines[2]), lines[3])
    except (InvalidSignature, ValueError) as error:
        raise CheckpointError(
            "Chữ ký của điểm đối chứng không khớp khóa: tệp bị sửa hoặc của kho khác"
        ) from error
    return Note(lines[1], head, round(stamp.timestamp() * 1000))
