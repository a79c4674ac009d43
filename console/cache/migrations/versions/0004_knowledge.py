"""The administrator's versions of what officers answer from."""

from textwrap import dedent

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; there are no versions yet."""
    op.execute(
        dedent(
            """
            CREATE TABLE knowledge (
                name TEXT NOT NULL,
                version INTEGER NOT NULL,
                entry TEXT NOT NULL,
                at INTEGER NOT NULL,
                actor TEXT NOT NULL,
                reason TEXT NOT NULL,
                restores INTEGER NOT NULL,
                PRIMARY KEY (name, version)
            ) WITHOUT ROWID
            """
        ).strip()
    )
