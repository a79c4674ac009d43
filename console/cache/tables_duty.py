"""Tables of reviews, surveys and shifts: projections of the log, all of them."""

from sqlalchemy import Column, Index, Integer, Table, Text

from console.cache.metadata import metadata

review = Table(
    "review",
    metadata,
    Column("review_id", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("drawn", Integer, nullable=False),
    Column("sample_limit", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("handler", Text, nullable=False),
    Column("closed_at", Integer, nullable=False),
    Column("due_at", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("verdict_id", Text, nullable=False, server_default=""),
    Column("reviewer", Text, nullable=False, server_default=""),
    Column("decided_at", Integer, nullable=False, server_default="0"),
    Column("comment", Text, nullable=False, server_default=""),
    Column("findings", Text, nullable=False, server_default=""),
    Column("failed", Text, nullable=False, server_default=""),
    Column("fix_by", Integer, nullable=False, server_default="0"),
    Column("acknowledged_at", Integer, nullable=False, server_default="0"),
    Column("acknowledged", Text, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)
Index("review_by_case", review.c.case_id)
Index("review_by_state", review.c.state, review.c.closed_at)

review_seed = Table(
    "review_seed",
    metadata,
    Column("period", Text, primary_key=True),
    Column("seed", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

survey = Table(
    "survey",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("rule", Text, nullable=False, server_default=""),
    Column("reason", Text, nullable=False, server_default=""),
    Column("decided_by", Text, nullable=False, server_default=""),
    Column("decided_at", Integer, nullable=False),
    Column("reply_id", Text, nullable=False, server_default=""),
    Column("version", Text, nullable=False, server_default=""),
    Column("score", Integer, nullable=False, server_default="0"),
    Column("answered_at", Integer, nullable=False, server_default="0"),
    Column("message_id", Text, nullable=False, server_default=""),
    Column("low", Integer, nullable=False, server_default="0"),
    Column("followed_at", Integer, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)
Index("survey_by_time", survey.c.decided_at)

shift = Table(
    "shift",
    metadata,
    Column("shift_id", Text, primary_key=True),
    Column("unit", Text, nullable=False),
    Column("officers", Text, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("opened_at", Integer, nullable=False),
    Column("planned_end", Integer, nullable=False),
    Column("checks", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("remark", Text, nullable=False, server_default=""),
    Column("equipment", Text, nullable=False, server_default="{}"),
    Column("closed_at", Integer, nullable=False, server_default="0"),
    Column("closed_by", Text, nullable=False, server_default=""),
    Column("to_officer", Text, nullable=False, server_default=""),
    Column("absent", Integer, nullable=False, server_default="0"),
    Column("head", Text, nullable=False, server_default=""),
    sqlite_with_rowid=False,
)
Index("shift_by_unit", shift.c.unit, shift.c.opened_at)

shift_note = Table(
    "shift_note",
    metadata,
    Column("line_id", Text, primary_key=True),
    Column("shift_id", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("corrects", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("shift_note_by_shift", shift_note.c.shift_id, shift_note.c.seq)

shift_step = Table(
    "shift_step",
    metadata,
    Column("shift_id", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)

shift_mark = Table(
    "shift_mark",
    metadata,
    Column("shift_id", Text, primary_key=True),
    Column("line", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""What officers said to lines of the sheet: ``accepted``, ``asked``, ``explained``."""

shift_signature = Table(
    "shift_signature",
    metadata,
    Column("shift_id", Text, primary_key=True),
    Column("part", Text, primary_key=True),
    Column("officer", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("sheet", Text, nullable=False),
    sqlite_with_rowid=False,
)

DUTY = (
    review,
    review_seed,
    survey,
    shift,
    shift_note,
    shift_step,
    shift_mark,
    shift_signature,
)
