"""What in a vacancy a person looks at before anybody else does."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0020"


def upgrade() -> None:
    op.add_column("vacancy", sa.Column("doubts", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    op.drop_column("vacancy", "doubts")
