"""The hash chain: ``hash = H(prev ‖ header ‖ H(salt ‖ body))``.

The header is stored as it was hashed, so verifying never depends on how this version would write it; the body is hashed
with a salt of its own, so that it can be erased by law and the chain still verifies (architecture.md, Event log).
"""

import hashlib
import json
import secrets
from dataclasses import dataclass

GENESIS = hashlib.sha256("Bàn trực".encode()).digest()
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Link:
    """What the chain stores of one event."""

    header: bytes
    salt: bytes
    body_hash: bytes
    prev: bytes
    hash: bytes


def header_of(
    seq: int,
    event_id: str,
    case_id: str,
    case_version: int,
    unit: str,
    kind: str,
    actor: str,
    device: str,
    client_at: int,
    at: int,
) -> bytes:
    """Return the canonical bytes of an event's fields: a JSON array in the order of the arguments."""
    fields = [seq, event_id, case_id, case_version, unit, kind, actor, device, client_at, at]
    return json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode()


def link(prev: bytes, header: bytes, body: str) -> Link:
    """Return the next link after ``prev`` for an event with this header and body."""
    salt = secrets.token_bytes(SALT_BYTES)
    body_hash = hash_body(salt, body)
    return Link(header, salt, body_hash, prev, hash_link(prev, header, body_hash))


def hash_body(salt: bytes, body: str) -> bytes:
    """Return the salted hash of a body's canonical JSON."""
    return hashlib.sha256(salt + body.encode()).digest()


def hash_link(prev: bytes, header: bytes, body_hash: bytes) -> bytes:
    """Return an event's place in the chain."""
    return hashlib.sha256(prev + hashlib.sha256(header).digest() + body_hash).digest()
