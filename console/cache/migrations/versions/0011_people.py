"""Accused and victims of a case, for the register of crime reports."""

from textwrap import dedent

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE case_person (
        case_id TEXT NOT NULL,
        role TEXT NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        about TEXT NOT NULL,
        PRIMARY KEY (case_id, role, number)
    ) WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Make the table; nobody has been named yet."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
