"""A message to the web has arrived when a page fetched it; what was there before is not asked."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0016"
branch_labels = None
depends_on = None

KEPT = sa.text("fetched IS NULL AND channel = 'web' AND sent IS NOT NULL")


def upgrade() -> None:
    op.add_column("message", sa.Column("fetched", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE message SET fetched = sent WHERE channel = 'web' AND sent IS NOT NULL")
    op.create_index(
        "ix_message_unfetched", "message", ["person_id"], sqlite_where=KEPT, postgresql_where=KEPT
    )
    op.add_column("person", sa.Column("reached", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column("person", "reached")
    op.drop_index("ix_message_unfetched", "message")
    op.drop_column("message", "fetched")
