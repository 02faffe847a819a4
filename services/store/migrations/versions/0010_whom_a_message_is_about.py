"""Whom a message is about, so that it is stopped and emptied when that person is erased."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

FILLED = sa.text("about IS NOT NULL")


def upgrade() -> None:
    op.add_column("message", sa.Column("about", sa.Integer(), nullable=True))
    op.create_index(
        "ix_message_about", "message", ["about"], sqlite_where=FILLED, postgresql_where=FILLED
    )


def downgrade() -> None:
    op.drop_index("ix_message_about", "message")
    op.drop_column("message", "about")
