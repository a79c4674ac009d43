"""Covered copies, and which unit gets which file of a sealed matter: projections of the log (features I-04). Read only through
``releasing``.
"""

from sqlalchemy import Column, Index, Integer, Table, Text

from console.cache.metadata import metadata

covered_file = Table(
    "covered_file",
    metadata,
    Column("file_id", Text, primary_key=True),
    Column("message_id", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("original", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("made_at", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("case_id", Text, nullable=False),
    Index("covered_file_message", "message_id", "number"),
    sqlite_with_rowid=False,
)
file_release = Table(
    "file_release",
    metadata,
    Column("message_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("unit", Text, primary_key=True),
    Column("how", Text, nullable=False),
    Column("file_id", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    sqlite_with_rowid=False,
)
RELEASES = (covered_file, file_release)
