"""Alembic's entry: runs the migrations on the connection that upgrade.py hands over."""

from alembic import context
from sqlmodel import SQLModel

from services.store import models  # noqa: F401 - the tables must be known

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=True,  # SQLite has hardly any ALTER
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
