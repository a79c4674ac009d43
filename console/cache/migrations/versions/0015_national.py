"""Which crime reports are still to be entered into the national software is found at once (features R-07)."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

STATEMENTS = (
    "ALTER TABLE case_file ADD COLUMN unentered INTEGER DEFAULT '0' NOT NULL",
    "ALTER TABLE case_file ADD COLUMN national_number TEXT DEFAULT '' NOT NULL",
    "CREATE INDEX case_unentered ON case_file (case_id, unit, category, priority_rank, due_at, soon_at, last_inbound_at, "
    "snooze_until, unentered) WHERE unentered = 1",
    "CREATE INDEX case_national ON case_file (national_number) WHERE national_number != ''",
)


def upgrade() -> None:
    """Make columns and indexes; the newer schema number has the rows made anew from the log."""
    for statement in STATEMENTS:
        op.execute(statement)
