"""Who looked at somebody can be found by that person, whatever page it was on."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0013"


def upgrade() -> None:
    look = op.create_table(
        "look",
        sa.Column("audit_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("audit_id", "person_id"),
        sa.ForeignKeyConstraint(["audit_id"], ["audit.id"]),
    )
    op.create_index("ix_look_person", "look", ["person_id", "audit_id"])
    found = sa.text("SELECT id, people FROM audit WHERE kind = 'viewed'")
    rows = op.get_bind().execute(found).all()
    seen = [
        {"audit_id": number, "person_id": person}
        for number, people in rows
        for person in sorted(set(json.loads(people) if isinstance(people, str) else people))
    ]
    if seen:
        op.bulk_insert(look, seen)


def downgrade() -> None:
    op.drop_table("look")
