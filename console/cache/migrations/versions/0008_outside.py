"""Who sent the messages that did not come from this console."""

from textwrap import dedent

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE outside_message (
        message_id TEXT NOT NULL,
        who TEXT NOT NULL,
        name TEXT NOT NULL,
        answered INTEGER NOT NULL,
        officer TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (message_id)
    ) WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Make the table; nobody has recorded anything yet."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
