"""Bring the schema of an open file to the newest version, in one transaction."""

from pathlib import Path

from sqlalchemy import Connection, Engine

from console.cache.migrations import SCHEMA_VERSION
from console.failpoint import fp

MIGRATIONS = Path(__file__).parent / "migrations"
MADE_BY = "projections.schema"
"""Name in ``gateway_state`` of the schema version whose program made the projections; a migration leaves it as it was."""


def create_schema(engine: Engine) -> None:
    """Run all migrations on a file that was just created.

    Args:
        engine: an engine of ``open_database(..., create=True)``.

    Raises:
        StoreError: the file could not be written.

    """
    with engine.connect() as connection:
        upgrade_connection(connection, new=True)


def upgrade_connection(
    connection: Connection, scripts: Path = MIGRATIONS, version: int = SCHEMA_VERSION, *, new: bool = False
) -> None:
    """Run the missing migrations on ``connection``; all of them become durable together or none does.

    Args:
        connection: an idle connection.
        scripts: the folder with ``env.py`` and ``versions/``; the shipped one but in tests.
        version: what ``PRAGMA user_version`` says afterwards.
        new: whether the file holds nothing yet: what will be in its projections is this version's own.

    """
    # Imported here: alembic takes 0.1 s to import and a start without migration does not need it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(config, "head")
        connection.exec_driver_sql(f"PRAGMA user_version = {version}")
        if new:
            connection.exec_driver_sql("INSERT INTO gateway_state VALUES (?, ?)", (MADE_BY, str(version)))
        fp("schema.commit.before")
        connection.exec_driver_sql("COMMIT")
        fp("schema.commit.after")
    except BaseException:
        if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
            connection.exec_driver_sql("ROLLBACK")
        raise


def schema_version(connection: Connection) -> int:
    """Return the file's schema version; 0 before the first migration."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
