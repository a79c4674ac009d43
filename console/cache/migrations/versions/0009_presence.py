"""Who is at which case right now: one row an officer, written over again and again, no part of the log (features F-01)."""

from textwrap import dedent

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

STATEMENT = """
    CREATE TABLE presence (
        officer TEXT NOT NULL,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (officer)
    ) WITHOUT ROWID
    """


def upgrade() -> None:
    """Make the table; nobody is anywhere yet."""
    op.execute(dedent(STATEMENT).strip())
