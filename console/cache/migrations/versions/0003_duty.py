"""Reviews, second signatures, surveys, and shifts with what is written on their handover sheet."""

from textwrap import dedent

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE review (
        review_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        period TEXT NOT NULL,
        drawn INTEGER NOT NULL,
        sample_limit INTEGER NOT NULL,
        reasons TEXT NOT NULL,
        handler TEXT NOT NULL,
        closed_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        state TEXT NOT NULL,
        verdict_id TEXT DEFAULT '' NOT NULL,
        reviewer TEXT DEFAULT '' NOT NULL,
        decided_at INTEGER DEFAULT '0' NOT NULL,
        comment TEXT DEFAULT '' NOT NULL,
        findings TEXT DEFAULT '' NOT NULL,
        failed TEXT DEFAULT '' NOT NULL,
        fix_by INTEGER DEFAULT '0' NOT NULL,
        acknowledged_at INTEGER DEFAULT '0' NOT NULL,
        acknowledged TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (review_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX review_by_case ON review (case_id)
    """,
    """
    CREATE INDEX review_by_state ON review (state, closed_at)
    """,
    """
    CREATE TABLE review_seed (
        period TEXT NOT NULL,
        seed TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (period)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE survey (
        case_id TEXT NOT NULL,
        unit TEXT NOT NULL,
        category TEXT NOT NULL,
        state TEXT NOT NULL,
        rule TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        decided_by TEXT DEFAULT '' NOT NULL,
        decided_at INTEGER NOT NULL,
        reply_id TEXT DEFAULT '' NOT NULL,
        version TEXT DEFAULT '' NOT NULL,
        score INTEGER DEFAULT '0' NOT NULL,
        answered_at INTEGER DEFAULT '0' NOT NULL,
        message_id TEXT DEFAULT '' NOT NULL,
        low INTEGER DEFAULT '0' NOT NULL,
        followed_at INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (case_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX survey_by_time ON survey (decided_at)
    """,
    """
    CREATE TABLE shift (
        shift_id TEXT NOT NULL,
        unit TEXT NOT NULL,
        officers TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        planned_end INTEGER NOT NULL,
        checks TEXT NOT NULL,
        "after" TEXT NOT NULL,
        remark TEXT DEFAULT '' NOT NULL,
        equipment TEXT DEFAULT '{}' NOT NULL,
        closed_at INTEGER DEFAULT '0' NOT NULL,
        closed_by TEXT DEFAULT '' NOT NULL,
        to_officer TEXT DEFAULT '' NOT NULL,
        absent INTEGER DEFAULT '0' NOT NULL,
        head TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (shift_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX shift_by_unit ON shift (unit, opened_at)
    """,
    """
    CREATE TABLE shift_note (
        line_id TEXT NOT NULL,
        shift_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        corrects TEXT NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (line_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX shift_note_by_shift ON shift_note (shift_id, seq)
    """,
    """
    CREATE TABLE shift_step (
        shift_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (shift_id, case_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE shift_mark (
        shift_id TEXT NOT NULL,
        line TEXT NOT NULL,
        kind TEXT NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (shift_id, line, kind)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE shift_signature (
        shift_id TEXT NOT NULL,
        part TEXT NOT NULL,
        officer TEXT NOT NULL,
        at INTEGER NOT NULL,
        head TEXT NOT NULL,
        sheet TEXT NOT NULL,
        PRIMARY KEY (shift_id, part)
    )
     WITHOUT ROWID
    """,
)


def upgrade() -> None:
    """Make the tables."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
