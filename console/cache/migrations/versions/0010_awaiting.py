"""What waits for a second officer is found at once, closed cases among it."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.execute("CREATE INDEX case_awaiting ON case_file (case_id) WHERE awaiting_approval > 0")
