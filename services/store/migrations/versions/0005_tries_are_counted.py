"""Tries are counted, digits count once, and a message may be for one address."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "tally",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_tally_since", "tally", ["since"])
    op.add_column("message", sa.Column("address_id", sa.Integer(), nullable=True))
    op.add_column("staff", sa.Column("second_step", sa.Integer(), nullable=True))


def downgrade() -> None:
    op.drop_column("staff", "second_step")
    op.drop_column("message", "address_id")
    op.drop_table("tally")
