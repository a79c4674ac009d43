"""The first schema: the log, its projections, search, and what has no other home.

Written out in full on purpose: a migration never reads today's ``tables.py``, so what an old file was made of stays
visible. ``tests/cache/test_migrations.py`` holds both against each other.
"""

from textwrap import dedent

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = (
    """
    CREATE TABLE event (
        seq INTEGER NOT NULL,
        event_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        case_version INTEGER NOT NULL,
        unit TEXT NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        device TEXT NOT NULL,
        client_at INTEGER NOT NULL,
        at INTEGER NOT NULL,
        header BLOB NOT NULL,
        body_hash BLOB NOT NULL,
        prev BLOB NOT NULL,
        hash BLOB NOT NULL,
        PRIMARY KEY (seq),
        UNIQUE (case_id, case_version),
        UNIQUE (event_id)
    )
    """,
    """
    CREATE TABLE event_body (
        seq INTEGER NOT NULL,
        salt BLOB NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (seq)
    )
    """,
    """
    CREATE TABLE command (
        command_id TEXT NOT NULL,
        first_seq INTEGER NOT NULL,
        last_seq INTEGER NOT NULL,
        request_hash BLOB NOT NULL,
        PRIMARY KEY (command_id)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE register (
        year INTEGER NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (year)
    )
    """,
    """
    CREATE TABLE case_file (
        case_id TEXT NOT NULL,
        number TEXT NOT NULL,
        conversation_id TEXT NOT NULL,
        pseudonym TEXT NOT NULL,
        unit TEXT NOT NULL,
        state TEXT NOT NULL,
        category TEXT NOT NULL,
        priority_rank INTEGER NOT NULL,
        owner TEXT NOT NULL,
        unread INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        unknown_replies INTEGER NOT NULL,
        awaiting_approval INTEGER NOT NULL,
        snooze_until INTEGER NOT NULL,
        transfer_to TEXT NOT NULL,
        clock_label TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        soon_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL,
        last_inbound_at INTEGER NOT NULL,
        last_activity_at INTEGER NOT NULL,
        closed_at INTEGER NOT NULL,
        snippet TEXT NOT NULL,
        snippet_type TEXT NOT NULL,
        body TEXT NOT NULL,
        open INTEGER NOT NULL,
        PRIMARY KEY (case_id)
    )
    """,
    "CREATE INDEX case_by_conversation ON case_file (conversation_id, last_activity_at)",
    "CREATE UNIQUE INDEX case_by_number ON case_file (number)",
    "CREATE INDEX case_closed ON case_file (closed_at, case_id, state, unit, category, transfer_to, open) WHERE open = 0",
    "CREATE INDEX case_open ON case_file (case_id, priority_rank, due_at, soon_at, last_inbound_at, snooze_until, state, "
    "owner, unit, category, transfer_to, answered, awaiting_approval, open) WHERE open = 1",
    """
    CREATE TABLE case_tag (
        tag TEXT NOT NULL,
        case_id TEXT NOT NULL,
        PRIMARY KEY (tag, case_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX case_tag_by_case ON case_tag (case_id)",
    """
    CREATE TABLE message (
        rowid INTEGER NOT NULL,
        message_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        conversation_id TEXT NOT NULL,
        direction TEXT NOT NULL,
        type TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        reply_id TEXT DEFAULT '' NOT NULL,
        recalled_at INTEGER DEFAULT '0' NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (rowid),
        UNIQUE (message_id)
    )
    """,
    "CREATE INDEX message_by_case ON message (case_id, at, seq)",
    "CREATE INDEX message_by_conversation ON message (conversation_id, at)",
    "CREATE INDEX message_by_time ON message (at)",
    """
    CREATE TABLE attachment (
        message_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind TEXT NOT NULL,
        url TEXT NOT NULL,
        thumb TEXT NOT NULL,
        name TEXT NOT NULL,
        latitude FLOAT,
        longitude FLOAT,
        state TEXT NOT NULL,
        file_id TEXT DEFAULT '' NOT NULL,
        sha256 TEXT DEFAULT '' NOT NULL,
        size INTEGER DEFAULT '0' NOT NULL,
        media_type TEXT DEFAULT '' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (message_id, number)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE note (
        note_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (note_id)
    )
    """,
    "CREATE INDEX note_by_case ON note (case_id, at)",
    """
    CREATE TABLE reply (
        reply_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        conversation_id TEXT NOT NULL,
        author TEXT NOT NULL,
        text TEXT NOT NULL,
        file TEXT NOT NULL,
        quote_message_id TEXT NOT NULL,
        seen_message_id TEXT NOT NULL,
        override_reason TEXT NOT NULL,
        not_before INTEGER NOT NULL,
        state TEXT NOT NULL,
        queued_at INTEGER NOT NULL,
        permit_at INTEGER DEFAULT '0' NOT NULL,
        settled_at INTEGER DEFAULT '0' NOT NULL,
        zalo_message_id TEXT,
        code INTEGER DEFAULT '0' NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        searches INTEGER DEFAULT '0' NOT NULL,
        searched_at INTEGER DEFAULT '0' NOT NULL,
        matches INTEGER DEFAULT '0' NOT NULL,
        propose_not_sent INTEGER DEFAULT '0' NOT NULL,
        seq INTEGER NOT NULL,
        PRIMARY KEY (reply_id),
        UNIQUE (zalo_message_id)
    )
    """,
    "CREATE INDEX reply_by_case ON reply (case_id, queued_at)",
    "CREATE INDEX reply_by_state ON reply (state, not_before)",
    """
    CREATE TABLE search_source (
        docid INTEGER NOT NULL,
        case_id TEXT NOT NULL,
        kind TEXT NOT NULL,
        ref TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (docid)
    )
    """,
    "CREATE INDEX search_source_by_case ON search_source (case_id)",
    """
    CREATE TABLE suggestion (
        case_id TEXT NOT NULL,
        category TEXT NOT NULL,
        priority TEXT NOT NULL,
        district TEXT NOT NULL,
        unit TEXT NOT NULL,
        body TEXT NOT NULL,
        PRIMARY KEY (case_id)
    )
    """,
    """
    CREATE TABLE identity (
        conversation_id TEXT NOT NULL,
        zalo_user_id TEXT NOT NULL,
        pseudonym TEXT NOT NULL,
        display_name TEXT DEFAULT '' NOT NULL,
        avatar_url TEXT DEFAULT '' NOT NULL,
        phone TEXT DEFAULT '' NOT NULL,
        address TEXT DEFAULT '' NOT NULL,
        follower INTEGER,
        under_age INTEGER,
        detail_at INTEGER DEFAULT '0' NOT NULL,
        first_seen_at INTEGER NOT NULL,
        PRIMARY KEY (conversation_id),
        UNIQUE (zalo_user_id),
        UNIQUE (pseudonym)
    )
    """,
    """
    CREATE TABLE draft (
        case_id TEXT NOT NULL,
        officer TEXT NOT NULL,
        mode TEXT NOT NULL,
        text TEXT NOT NULL,
        extra TEXT DEFAULT '{}' NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (case_id, officer, mode)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE officer (
        officer_id TEXT NOT NULL,
        name TEXT NOT NULL,
        rank TEXT NOT NULL,
        unit TEXT NOT NULL,
        roles TEXT NOT NULL,
        active INTEGER NOT NULL,
        PRIMARY KEY (officer_id)
    )
    """,
    """
    CREATE TABLE covered (
        message_id TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (message_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX covered_by_time ON covered (at)",
    """
    CREATE TABLE gateway_state (
        name TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (name)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE gap (
        gap_id INTEGER NOT NULL,
        open_from INTEGER NOT NULL,
        open_to INTEGER NOT NULL,
        noticed_at INTEGER NOT NULL,
        closed_at INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (gap_id)
    )
    """,
    """
    CREATE TABLE quarantine (
        quarantine_id INTEGER NOT NULL,
        digest TEXT NOT NULL,
        source TEXT NOT NULL,
        reason TEXT NOT NULL,
        raw TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (quarantine_id),
        UNIQUE (digest)
    )
    """,
    """
    CREATE TABLE token (
        generation INTEGER NOT NULL,
        state TEXT NOT NULL,
        attempt TEXT DEFAULT '' NOT NULL,
        access_token TEXT NOT NULL,
        refresh_token TEXT NOT NULL,
        issued_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        refresh_expires_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL,
        PRIMARY KEY (generation)
    )
    """,
    """
    CREATE TABLE media_task (
        message_id TEXT NOT NULL,
        number INTEGER NOT NULL,
        case_id TEXT NOT NULL,
        url TEXT NOT NULL,
        attempts INTEGER DEFAULT '0' NOT NULL,
        next_at INTEGER NOT NULL,
        reason TEXT DEFAULT '' NOT NULL,
        PRIMARY KEY (message_id, number)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX media_task_by_time ON media_task (next_at)",
    """
    CREATE TABLE quota (
        conversation_id TEXT NOT NULL,
        remain INTEGER NOT NULL,
        total INTEGER NOT NULL,
        last_interaction_at INTEGER DEFAULT '0' NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (conversation_id)
    )
    """,
    """
    CREATE TABLE sealed_file (
        file_id TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        size INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (file_id)
    )
    """,
    "CREATE INDEX sealed_file_by_hash ON sealed_file (sha256)",
    """
    CREATE TABLE trouble (
        trouble_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL,
        cleared_at INTEGER DEFAULT '0' NOT NULL,
        PRIMARY KEY (trouble_id)
    )
    """,
    "CREATE TRIGGER event_is_append_only_update BEFORE UPDATE ON event "
    "BEGIN SELECT RAISE(ABORT, 'event is append-only'); END",
    "CREATE TRIGGER event_is_append_only_delete BEFORE DELETE ON event "
    "BEGIN SELECT RAISE(ABORT, 'event is append-only'); END",
    "CREATE TRIGGER event_body_is_not_changed BEFORE UPDATE ON event_body "
    "BEGIN SELECT RAISE(ABORT, 'event_body is erased, never changed'); END",
    "CREATE VIRTUAL TABLE search_text USING fts5(folded, content='', contentless_delete=1, "
    'tokenize="unicode61 remove_diacritics 0", detail=full)',
    # Words of deleted rows leave the index with the next 'optimize' (database.purge_traces), not only in a later merge.
    "INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1)",
)


def upgrade() -> None:
    """Create everything."""
    for statement in STATEMENTS:
        op.execute(dedent(statement).strip())
