"""Who has to do with a case beside its own unit, and who may not know of it."""

from textwrap import dedent

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE case_guest (
        unit TEXT NOT NULL,
        case_id TEXT NOT NULL,
        PRIMARY KEY (unit, case_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_guest_by_case ON case_guest (case_id)",
    """
    CREATE TABLE case_barred (
        who TEXT NOT NULL,
        case_id TEXT NOT NULL,
        PRIMARY KEY (who, case_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_barred_by_case ON case_barred (case_id)",
    "INSERT INTO case_barred (who, case_id) SELECT '*', case_id FROM case_tag WHERE tag = 'lien-quan-can-bo'",
    "INSERT OR IGNORE INTO case_guest (unit, case_id) SELECT json_extract(body, '$.transfer.to_unit'), case_id "
    "FROM case_file WHERE json_extract(body, '$.transfer.to_unit') <> unit",
    "INSERT OR IGNORE INTO case_guest (unit, case_id) SELECT json_extract(body, '$.transfer.from_unit'), case_id "
    "FROM case_file WHERE json_extract(body, '$.transfer.from_unit') <> unit",
    "INSERT OR IGNORE INTO case_guest (unit, case_id) SELECT told.value, c.case_id "
    "FROM case_file c, json_each(c.body, '$.info_units') told WHERE told.value <> c.unit",
)


def upgrade() -> None:
    """Make the tables and fill them from the cases there are."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
