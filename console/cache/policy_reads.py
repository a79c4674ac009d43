"""The versions of clocks and holidays and the proposals to change them, read from the log (features Y-04)."""

from sqlalchemy import Connection

from console.domain.policy_history import PolicyHistory, read_history
from console.domain.subject import subject
from console.record.local import read_case

STREAM = subject("policy")


def policy_history(connection: Connection) -> PolicyHistory:
    """Return what the log tells of the rules; a handful of events in a year, so that no table stands for them."""
    return read_history(read_case(connection, STREAM))
