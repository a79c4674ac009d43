"""What the log tells of beside cases: officers, the organisation, shifts, settings.

Each is a stream of the same log with versions of its own. Its id begins with ``@``, which no case's does:
``@officers``, ``@shift/2026-11-28-ngay``. Its topic is what stands before the slash.
"""

MARK = "@"


def is_case(subject_id: str) -> bool:
    """Return whether an id in the log's ``case_id`` field is a case's."""
    return not subject_id.startswith(MARK)


def topic_of(subject_id: str) -> str:
    """Return the topic of a stream that is no case's: ``shift`` for ``@shift/2026-11-28-ngay``."""
    return subject_id.removeprefix(MARK).partition("/")[0]


def subject(topic: str, key: str = "") -> str:
    """Return the id of the stream of ``topic``, or of one ``key`` within it."""
    return f"{MARK}{topic}/{key}" if key else f"{MARK}{topic}"
