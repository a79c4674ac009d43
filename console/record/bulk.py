"""Many rows into one table with little work around each.

SQLAlchemy builds the statement once; the rows go to the driver as tuples. A third of the time of taking messages in was
spent turning dictionaries into parameters (./dev bench, intake).
"""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection, Table, insert
from sqlalchemy.dialects.sqlite import dialect

Row = tuple[object, ...]


def insert_rows(connection: Connection, table: Table, columns: tuple[str, ...], rows: Sequence[Row]) -> None:
    """Insert ``rows``, each with its values in the order of ``columns``."""
    if rows:
        connection.exec_driver_sql(_statement(table, columns), list(rows))


@cache
def _statement(table: Table, columns: tuple[str, ...]) -> str:
    compiled = insert(table).compile(dialect=dialect(paramstyle="qmark"), column_keys=list(columns))
    order = tuple(compiled.positiontup or ())
    if order != columns:
        raise ValueError(f"{table.name}: give the columns in the table's order {order}")
    return str(compiled)
