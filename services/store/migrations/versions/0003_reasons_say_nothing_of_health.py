"""A reason to decline that said something of health gets a plain name, also in the log."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

EVENT = sa.table("event", sa.column("id", sa.Integer), sa.column("codes", sa.JSON))


def upgrade() -> None:
    _renamed("health", "not_suited_now")


def downgrade() -> None:
    _renamed("not_suited_now", "health")


def _renamed(old: str, new: str) -> None:
    connection = op.get_bind()
    holds = sa.cast(EVENT.c.codes, sa.String).like(f'%"{old}"%')
    for number, codes in connection.execute(sa.select(EVENT).where(holds)).all():
        told: dict[str, Any] = json.loads(codes) if isinstance(codes, str) else codes
        changed = {name: new if name == "reason" and each == old else each
                   for name, each in told.items()}  # fmt: skip
        connection.execute(sa.update(EVENT).where(EVENT.c.id == number).values(codes=changed))
