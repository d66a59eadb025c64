"""Alembic's entry: runs the migrations on the connection that planning.core.migration hands over."""

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
connection.commit()
