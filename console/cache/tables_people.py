"""Accused and victims by case: a projection of the log (domain.md §6). Read only through ``people_query``."""

from sqlalchemy import Column, Integer, Table, Text

from console.cache.metadata import metadata

person = Table(
    "case_person",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("role", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("about", Text, nullable=False),
    sqlite_with_rowid=False,
)
PEOPLE = (person,)
