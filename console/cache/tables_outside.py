"""What officers found out about messages sent without this console: a projection of the log (features F-06)."""

from sqlalchemy import Column, Integer, Table, Text

from console.cache.metadata import metadata

outside = Table(
    "outside_message",
    metadata,
    Column("message_id", Text, primary_key=True),
    Column("who", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("officer", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
OUTSIDE = (outside,)
