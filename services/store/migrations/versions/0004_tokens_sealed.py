"""Of every link and visit a sealed digest of its token, so that a new key can renew the look-up."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for table in ("link", "visit"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.add_column(sa.Column("digest", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    for table in ("link", "visit"):
        with op.batch_alter_table(table) as batch_op:
            batch_op.drop_column("digest")
