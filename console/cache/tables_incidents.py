"""Tables of incidents: projections of the log."""

from sqlalchemy import Column, Index, Integer, Table, Text

from console.cache.metadata import metadata

incident = Table(
    "incident",
    metadata,
    Column("incident_id", Text, primary_key=True),
    Column("category", Text, nullable=False),
    Column("district", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("actor", Text, nullable=False),
    sqlite_with_rowid=False,
)

incident_case = Table(
    "incident_case",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("incident_id", Text, nullable=False),
    Column("at", Integer, nullable=False),
    sqlite_with_rowid=False,
)
Index("incident_case_by_incident", incident_case.c.incident_id, incident_case.c.at)

INCIDENTS = (incident, incident_case)
