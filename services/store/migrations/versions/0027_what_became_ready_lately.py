"""What became ready on the web lately and was not fetched is found without reading all of it."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

KEPT = sa.text("fetched IS NULL AND channel = 'web' AND sent IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_message_ready", "message", ["sent"], sqlite_where=KEPT, postgresql_where=KEPT
    )


def downgrade() -> None:
    op.drop_index("ix_message_ready", "message")
