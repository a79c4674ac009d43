"""Changes to the matrix of roles that were made at this store."""

from textwrap import dedent

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table. Officers entered before their accounts were told of in the log are told of at the next start."""
    op.execute(
        dedent(
            """
            CREATE TABLE role_grant (
                role TEXT NOT NULL,
                permission TEXT NOT NULL,
                granted INTEGER NOT NULL,
                PRIMARY KEY (role, permission)
            ) WITHOUT ROWID
            """
        ).strip()
    )
