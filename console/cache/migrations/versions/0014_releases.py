"""Covered copies of pictures, and which files of a sealed matter a unit gets."""

from textwrap import dedent

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE covered_file (
        file_id TEXT NOT NULL,
        message_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        original TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        made_by TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        case_id TEXT NOT NULL,
        PRIMARY KEY (file_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX covered_file_message ON covered_file (message_id, number)",
    """
    CREATE TABLE file_release (
        message_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        unit TEXT NOT NULL,
        how TEXT NOT NULL,
        file_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        PRIMARY KEY (message_id, number, unit)
    ) WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Make the tables; nobody has covered or let through anything yet."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
