"""An instruction knows what was done on it; the handover finds what was told upwards or directed without reading every case."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index; the newer schema number has the rows made anew."""
    op.execute(
        "CREATE INDEX case_directed ON case_file (case_id) "
        "WHERE json_extract(body, '$.instructions[0]') IS NOT NULL "
        "OR json_extract(body, '$.urgent_report') IS NOT NULL"
    )
