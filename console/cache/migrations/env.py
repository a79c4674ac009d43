"""Run by alembic: apply the migrations on the connection that ``console.cache.schema`` hands over.

The caller owns the transaction, so that all migrations of one file become durable together or not at all.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transaction_per_migration=False)
with context.begin_transaction():
    context.run_migrations()
