"""Tables of the encrypted file beside the log.

``PROJECTIONS`` can be thrown away and made again from events (``console rebuild``). The others are the only home of what
they hold: who a citizen is, what the gateway must remember between two starts, and what an officer has not sent yet.
"""

from sqlalchemy import Column, Float, Index, Integer, Table, Text, text

from console.cache.metadata import metadata
from console.cache.tables_duty import DUTY
from console.cache.tables_incidents import INCIDENTS
from console.cache.tables_outside import OUTSIDE
from console.cache.tables_people import PEOPLE
from console.cache.tables_release import RELEASES

# --- projections of the log -----------------------------------------------------------------------------------------

case = Table(
    "case_file",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("number", Text, nullable=False),
    Column("conversation_id", Text, nullable=False),
    Column("pseudonym", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("priority_rank", Integer, nullable=False),
    Column("owner", Text, nullable=False),
    Column("unread", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("unknown_replies", Integer, nullable=False),
    Column("awaiting_approval", Integer, nullable=False),
    Column("snooze_until", Integer, nullable=False),
    Column("transfer_to", Text, nullable=False),
    Column("clock_label", Text, nullable=False),
    Column("started_at", Integer, nullable=False),
    Column("soon_at", Integer, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("last_inbound_at", Integer, nullable=False),
    Column("last_activity_at", Integer, nullable=False),
    Column("closed_at", Integer, nullable=False),
    Column("snippet", Text, nullable=False),
    Column("snippet_type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("open", Integer, nullable=False),
    Column("unentered", Integer, nullable=False, server_default="0"),
    Column("national_number", Text, nullable=False, server_default=""),
)
Index("case_by_number", case.c.number, unique=True)
Index("case_by_conversation", case.c.conversation_id, case.c.last_activity_at)
# The queue and the rail's numbers look at every open case. These indexes hold all they ask for, so that no row with its
# text and body is decrypted for it (100,000 cases: 0.09 s instead of 0.8 s).
Index(
    "case_open",
    case.c.case_id,
    case.c.priority_rank,
    case.c.due_at,
    case.c.soon_at,
    case.c.last_inbound_at,
    case.c.snooze_until,
    case.c.state,
    case.c.owner,
    case.c.unit,
    case.c.category,
    case.c.transfer_to,
    case.c.answered,
    case.c.awaiting_approval,
    case.c.open,
    sqlite_where=text("open = 1"),
)
Index(
    "case_closed",
    case.c.closed_at,
    case.c.case_id,
    case.c.state,
    case.c.unit,
    case.c.category,
    case.c.transfer_to,
    case.c.open,
    sqlite_where=text("open = 0"),
)
# Few wait for a second officer, open or (a survey) closed; all of them are found without a look at the rest.
Index("case_awaiting", case.c.case_id, sqlite_where=text("awaiting_approval > 0"))
# What is still to be entered into the national software, and by which number it is known there (features R-07).
# Years of them may wait where the software came later than the desk, so this index holds all that is asked of them, too.
Index(
    "case_unentered",
    case.c.case_id,
    case.c.unit,
    case.c.category,
    case.c.priority_rank,
    case.c.due_at,
    case.c.soon_at,
    case.c.last_inbound_at,
    case.c.snooze_until,
    case.c.unentered,
    sqlite_where=text("unentered = 1"),
)
Index("case_national", case.c.national_number, sqlite_where=text("national_number != ''"))
DIRECTED = (
    "json_extract(body, '$.instructions[0]') IS NOT NULL OR json_extract(body, '$.urgent_report') IS NOT NULL"
)
"""The condition on a case that was directed or had to be told upwards, as the index has it."""
Index("case_directed", case.c.case_id, sqlite_where=text(DIRECTED))

case_tag = Table(
    "case_tag",
    metadata,
    Column("tag", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
Index("case_tag_by_case", case_tag.c.case_id)

message = Table(
    "message",
    metadata,
    Column("rowid", Integer, primary_key=True),
    Column("message_id", Text, nullable=False, unique=True),
    Column("case_id", Text, nullable=False),
    Column("conversation_id", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("reply_id", Text, nullable=False, server_default=""),
    Column("recalled_at", Integer, nullable=False, server_default="0"),
    Column("seq", Integer, nullable=False),
)
Index("message_by_case", message.c.case_id, message.c.at, message.c.seq)
Index("message_by_conversation", message.c.conversation_id, message.c.at)
Index("message_by_time", message.c.at)

attachment = Table(
    "attachment",
    metadata,
    Column("message_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("thumb", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("state", Text, nullable=False),
    Column("file_id", Text, nullable=False, server_default=""),
    Column("sha256", Text, nullable=False, server_default=""),
    Column("size", Integer, nullable=False, server_default="0"),
    Column("media_type", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)

note = Table(
    "note",
    metadata,
    Column("note_id", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
)
Index("note_by_case", note.c.case_id, note.c.at)

reply = Table(
    "reply",
    metadata,
    Column("reply_id", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("conversation_id", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("quote_message_id", Text, nullable=False),
    Column("seen_message_id", Text, nullable=False),
    Column("override_reason", Text, nullable=False),
    Column("not_before", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("queued_at", Integer, nullable=False),
    Column("permit_at", Integer, nullable=False, server_default="0"),
    Column("settled_at", Integer, nullable=False, server_default="0"),
    Column("zalo_message_id", Text, unique=True),
    Column("code", Integer, nullable=False, server_default="0"),
    Column("reason", Text, nullable=False, server_default=""),
    Column("searches", Integer, nullable=False, server_default="0"),
    Column("searched_at", Integer, nullable=False, server_default="0"),
    Column("matches", Integer, nullable=False, server_default="0"),
    Column("propose_not_sent", Integer, nullable=False, server_default="0"),
    Column("seq", Integer, nullable=False),
)
Index("reply_by_case", reply.c.case_id, reply.c.queued_at)
Index("reply_by_state", reply.c.state, reply.c.not_before)

search_source = Table(
    "search_source",
    metadata,
    Column("docid", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("at", Integer, nullable=False),
)
Index("search_source_by_case", search_source.c.case_id)

SEARCH_DDL = (
    "CREATE VIRTUAL TABLE search_text USING fts5(folded, content='', contentless_delete=1, "
    'tokenize="unicode61 remove_diacritics 0", detail=full)'
)
"""Contentless: the index holds folded words only; texts stay in their own tables. ``rowid`` is the ``docid``."""


suggestion = Table(
    "suggestion",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("category", Text, nullable=False),
    Column("priority", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("body", Text, nullable=False),
)

# Beside the case's own unit: units that have to do with it, and who may not know of it (see ``visibility``).
case_guest = Table(
    "case_guest",
    metadata,
    Column("unit", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
Index("case_guest_by_case", case_guest.c.case_id)

case_barred = Table(
    "case_barred",
    metadata,
    Column("who", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)
Index("case_barred_by_case", case_barred.c.case_id)

knowledge = Table(
    "knowledge",
    metadata,
    Column("name", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("restores", Integer, nullable=False),
    sqlite_with_rowid=False,
)

officer = Table(
    "officer",
    metadata,
    Column("officer_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("rank", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("roles", Text, nullable=False),
    Column("active", Integer, nullable=False),
)

role_grant = Table(
    "role_grant",
    metadata,
    Column("role", Text, primary_key=True),
    Column("permission", Text, primary_key=True),
    Column("granted", Integer, nullable=False),
    sqlite_with_rowid=False,
)

PROJECTIONS = (
    case,
    case_tag,
    case_guest,
    case_barred,
    message,
    attachment,
    note,
    reply,
    search_source,
    suggestion,
    *DUTY,
    *INCIDENTS,
    *OUTSIDE,
    *PEOPLE,
    *RELEASES,
    knowledge,
    officer,
    role_grant,
)

# --- only home of what they hold ------------------------------------------------------------------------------------

identity = Table(
    "identity",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("zalo_user_id", Text, nullable=False, unique=True),
    Column("pseudonym", Text, nullable=False, unique=True),
    Column("display_name", Text, nullable=False, server_default=""),
    Column("avatar_url", Text, nullable=False, server_default=""),
    Column("phone", Text, nullable=False, server_default=""),
    Column("address", Text, nullable=False, server_default=""),
    Column("follower", Integer),
    Column("under_age", Integer),
    Column("detail_at", Integer, nullable=False, server_default="0"),
    Column("first_seen_at", Integer, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("officer", Text, primary_key=True),
    Column("mode", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("extra", Text, nullable=False, server_default="{}"),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

presence = Table(
    "presence",
    metadata,
    Column("officer", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

covered = Table(
    "covered",
    metadata,
    Column("message_id", Text, primary_key=True),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("covered_by_time", covered.c.at)

gateway_state = Table(
    "gateway_state",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    sqlite_with_rowid=False,
)

gap = Table(
    "gap",
    metadata,
    Column("gap_id", Integer, primary_key=True),
    Column("open_from", Integer, nullable=False),
    Column("open_to", Integer, nullable=False),
    Column("noticed_at", Integer, nullable=False),
    Column("closed_at", Integer, nullable=False, server_default="0"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("quarantine_id", Integer, primary_key=True),
    Column("digest", Text, nullable=False, unique=True),
    Column("source", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("raw", Text, nullable=False),
    Column("at", Integer, nullable=False),
)

token = Table(
    "token",
    metadata,
    Column("generation", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("attempt", Text, nullable=False, server_default=""),
    Column("access_token", Text, nullable=False),
    Column("refresh_token", Text, nullable=False),
    Column("issued_at", Integer, nullable=False),
    Column("expires_at", Integer, nullable=False),
    Column("refresh_expires_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
)

media_task = Table(
    "media_task",
    metadata,
    Column("message_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("next_at", Integer, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)
Index("media_task_by_time", media_task.c.next_at)

quota = Table(
    "quota",
    metadata,
    Column("conversation_id", Text, primary_key=True),
    Column("remain", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("last_interaction_at", Integer, nullable=False, server_default="0"),
    Column("at", Integer, nullable=False),
)

sealed_file = Table(
    "sealed_file",
    metadata,
    Column("file_id", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("at", Integer, nullable=False),
)
Index("sealed_file_by_hash", sealed_file.c.sha256)

trouble = Table(
    "trouble",
    metadata,
    Column("trouble_id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("cleared_at", Integer, nullable=False, server_default="0"),
)
