"""A case holds what was answered to officers' requests until they have read it; its rows are made anew from the log."""

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Change no table: the newer schema number is what has the rows made anew."""
