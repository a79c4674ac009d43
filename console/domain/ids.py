"""Identifiers: random ones for things we make, derived ones where a retry must meet its first try."""

import uuid

_MESSAGE_SPACE = uuid.UUID("6f1c1d2e-6c3b-5f0a-9a53-0d8f6f2a7b11")


def new_id() -> str:
    """Return a random 32-digit hex identifier. Never used for order."""
    return uuid.uuid4().hex


def derived_id(*parts: str) -> str:
    """Return the identifier that these parts always give.

    Events the gateway writes about something Zalo already named (a message, a reply's answer) use it as their
    command id, so taking the same thing in twice is a duplicate and not a second event.
    """
    return uuid.uuid5(_MESSAGE_SPACE, "\x1f".join(parts)).hex
