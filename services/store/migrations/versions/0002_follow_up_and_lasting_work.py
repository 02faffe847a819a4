"""Follow-up and lasting work."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

# Indexes of the few rows in large tables that have something: name, table, column, what they have.
FEW = (
    ("ix_inbox_parked", "inbox", "parked", "parked"),
    ("ix_inbox_kept", "inbox", "created", "payload"),
    ("ix_message_dead", "message", "dead", "dead"),
)


def upgrade() -> None:
    for name, table, column, filled in FEW:
        condition = sa.text(f"{filled} IS NOT NULL")
        op.create_index(name, table, [column], sqlite_where=condition, postgresql_where=condition)

    op.create_table(
        "nudge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.create_index("ix_nudge_person", ["person_id", "at"], unique=False)
        batch_op.create_index("ix_nudge_subject", ["name", "subject_id"], unique=False)

    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("manner", sa.String(), nullable=False),
        sa.Column("goal", sa.LargeBinary(), nullable=True),
        sa.Column("instruments", sa.JSON(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("agreed_by_jobseeker", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_by_coach", sa.DateTime(timezone=True), nullable=True),
        sa.Column("made_by", sa.Integer(), nullable=True),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "version"),
    )
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_plan_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_review_on"), ["review_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_plan_state"), ["state"], unique=False)

    op.create_table(
        "savedview",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("page", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("query", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "page", "name"),
    )
    with op.batch_alter_table("savedview", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_savedview_person_id"), ["person_id"], unique=False)

    op.create_table(
        "survey",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered", sa.DateTime(timezone=True), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("person_id", "kind", "subject_id"),
    )
    with op.batch_alter_table("survey", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_survey_answered"), ["answered"], unique=False)
        batch_op.create_index(batch_op.f("ix_survey_person_id"), ["person_id"], unique=False)

    op.create_table(
        "planstep",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("who", sa.String(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("done", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["plan.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("planstep", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_planstep_plan_id"), ["plan_id"], unique=False)

    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("place", sa.LargeBinary(), nullable=True),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["match.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_meeting_match_id"), ["match_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_starts"), ["starts"], unique=False)
        batch_op.create_index(batch_op.f("ix_meeting_status"), ["status"], unique=False)

    op.create_table(
        "placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("match_id", sa.Integer(), nullable=True),
        sa.Column("jobseeker_id", sa.Integer(), nullable=False),
        sa.Column("employer_id", sa.Integer(), nullable=False),
        sa.Column("vacancy_id", sa.Integer(), nullable=True),
        sa.Column("coach_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("hours", sa.Integer(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("sector", sa.String(), nullable=False),
        sa.Column("counts", sa.Boolean(), nullable=False),
        sa.Column("instruments", sa.JSON(), nullable=False),
        sa.Column("wage_value", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("ended", sa.Date(), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=False),
        sa.Column("created", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["coach_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["employer_id"],
            ["employer.id"],
        ),
        sa.ForeignKeyConstraint(
            ["match_id"],
            ["match.id"],
        ),
        sa.ForeignKeyConstraint(
            ["vacancy_id"],
            ["vacancy.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("match_id"),
    )
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_placement_coach_id"), ["coach_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_employer_id"), ["employer_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_placement_jobseeker_id"), ["jobseeker_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_placement_starts"), ["starts"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_status"), ["status"], unique=False)
        batch_op.create_index(batch_op.f("ix_placement_vacancy_id"), ["vacancy_id"], unique=False)

    op.create_table(
        "checkin",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("placement_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("moment", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("asked", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered", sa.DateTime(timezone=True), nullable=True),
        sa.Column("mood", sa.Integer(), nullable=True),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("attention", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.DateTime(timezone=True), nullable=True),
        sa.Column("settled_by", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
        ),
        sa.ForeignKeyConstraint(
            ["placement_id"],
            ["placement.id"],
        ),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("placement_id", "side", "moment"),
    )
    with op.batch_alter_table("checkin", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_checkin_due"), ["due"], unique=False)
        batch_op.create_index(batch_op.f("ix_checkin_person_id"), ["person_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_checkin_placement_id"), ["placement_id"], unique=False)

    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.add_column(sa.Column("role", sa.String(), nullable=False, server_default="owner"))

    with op.batch_alter_table("employer", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("ambassador", sa.Boolean(), nullable=False, server_default=sa.false())
        )

    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("origin", sa.String(), nullable=False, server_default="program")
        )

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.add_column(sa.Column("quiet", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("unasked", sa.DateTime(timezone=True), nullable=True))

    op.create_table(
        "change",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.Integer(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "key"),
    )
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_change_number"), ["number"], unique=False)
    for table, key, facts in WATCHED:
        for statement in triggers(table, key, facts):
            op.execute(statement)


# What matching reads of the two tables, and how a change of it is written down: see
# services/store/models/changes. TABLE, KEY and FACTS are filled in by `triggers`.
WATCHED = (("jobseeker", "person_id", "status, profile"), ("vacancy", "id", "status, demands"))
ON_POSTGRESQL = (
    "CREATE FUNCTION TABLE_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "INSERT INTO change (kind, key, number) VALUES ('TABLE', coalesce(NEW.KEY, OLD.KEY), "
    "pg_current_xact_id()::text::bigint) "
    "ON CONFLICT (kind, key) DO UPDATE SET number = excluded.number; "
    "RETURN NULL; END $$",
    "CREATE TRIGGER TABLE_changed AFTER INSERT OR UPDATE OF FACTS OR DELETE ON TABLE "
    "FOR EACH ROW EXECUTE FUNCTION TABLE_changed()",
)
ON_SQLITE = (
    "CREATE TRIGGER TABLE_added AFTER INSERT ON TABLE BEGIN INSERT OR REPLACE INTO change "
    "SELECT 'TABLE', NEW.KEY, coalesce(max(number), 0) + 1 FROM change; END",
    "CREATE TRIGGER TABLE_changed AFTER UPDATE OF FACTS ON TABLE BEGIN INSERT OR REPLACE INTO "
    "change SELECT 'TABLE', NEW.KEY, coalesce(max(number), 0) + 1 FROM change; END",
    "CREATE TRIGGER TABLE_gone AFTER DELETE ON TABLE BEGIN INSERT OR REPLACE INTO change "
    "SELECT 'TABLE', OLD.KEY, coalesce(max(number), 0) + 1 FROM change; END",
)


def triggers(table: str, key: str, facts: str) -> list[str]:
    on_postgresql = op.get_bind().dialect.name == "postgresql"
    return [
        form.replace("TABLE", table).replace("KEY", key).replace("FACTS", facts)
        for form in (ON_POSTGRESQL if on_postgresql else ON_SQLITE)
    ]


def without_triggers(table: str) -> list[str]:
    if op.get_bind().dialect.name == "postgresql":
        return [f"DROP TRIGGER {table}_changed ON {table}", f"DROP FUNCTION {table}_changed()"]
    return [f"DROP TRIGGER {table}_{name}" for name in ("added", "changed", "gone")]


def downgrade() -> None:
    for name, table, _, _ in FEW:
        op.drop_index(name, table)

    for table, _, _ in WATCHED:
        for statement in without_triggers(table):
            op.execute(statement)
    with op.batch_alter_table("change", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_change_number"))

    op.drop_table("change")

    with op.batch_alter_table("person", schema=None) as batch_op:
        batch_op.drop_column("unasked")
        batch_op.drop_column("quiet")

    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.drop_column("origin")

    with op.batch_alter_table("employer", schema=None) as batch_op:
        batch_op.drop_column("ambassador")

    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_column("role")

    with op.batch_alter_table("checkin", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_checkin_placement_id"))
        batch_op.drop_index(batch_op.f("ix_checkin_person_id"))
        batch_op.drop_index(batch_op.f("ix_checkin_due"))

    op.drop_table("checkin")
    with op.batch_alter_table("placement", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_placement_vacancy_id"))
        batch_op.drop_index(batch_op.f("ix_placement_status"))
        batch_op.drop_index(batch_op.f("ix_placement_starts"))
        batch_op.drop_index(batch_op.f("ix_placement_jobseeker_id"))
        batch_op.drop_index(batch_op.f("ix_placement_employer_id"))
        batch_op.drop_index(batch_op.f("ix_placement_coach_id"))

    op.drop_table("placement")
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_meeting_status"))
        batch_op.drop_index(batch_op.f("ix_meeting_starts"))
        batch_op.drop_index(batch_op.f("ix_meeting_match_id"))

    op.drop_table("meeting")
    with op.batch_alter_table("planstep", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_planstep_plan_id"))

    op.drop_table("planstep")
    with op.batch_alter_table("survey", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_survey_person_id"))
        batch_op.drop_index(batch_op.f("ix_survey_answered"))

    op.drop_table("survey")
    with op.batch_alter_table("savedview", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_savedview_person_id"))

    op.drop_table("savedview")
    with op.batch_alter_table("plan", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_plan_state"))
        batch_op.drop_index(batch_op.f("ix_plan_review_on"))
        batch_op.drop_index(batch_op.f("ix_plan_person_id"))

    op.drop_table("plan")
    with op.batch_alter_table("nudge", schema=None) as batch_op:
        batch_op.drop_index("ix_nudge_subject")
        batch_op.drop_index("ix_nudge_person")

    op.drop_table("nudge")
