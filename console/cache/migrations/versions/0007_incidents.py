"""Incidents: one thing that happened, told of by many cases."""

from textwrap import dedent

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE incident (
        incident_id TEXT NOT NULL,
        category TEXT NOT NULL,
        district TEXT NOT NULL,
        place TEXT NOT NULL,
        at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        PRIMARY KEY (incident_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE incident_case (
        case_id TEXT NOT NULL,
        incident_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (case_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX incident_case_by_incident ON incident_case (incident_id, at)",
)


def upgrade() -> None:
    """Make the tables; there are no incidents yet."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
