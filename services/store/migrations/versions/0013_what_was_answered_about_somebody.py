"""What colleagues and employers said in a dialog about somebody, before messages said whom.

So that it goes when that person is erased. Which dialog it was said in follows from when it was
open; only those about one person or one match had words in them.
"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0011"

_OPEN = """
  FROM talk {join}
  WHERE talk.dialog IN ({dialogs}) AND talk.person_id = message.person_id
    AND talk.finished IS NOT NULL
    AND message.created >= talk.started AND message.created <= talk.finished
    AND {whom} <> message.person_id
"""
_SAID = """
UPDATE message SET about = (SELECT {whom} {open} ORDER BY talk.started DESC LIMIT 1)
WHERE ours = :no AND about IS NULL
  AND person_id IN (SELECT person_id FROM talk WHERE dialog IN ({dialogs}))
  AND EXISTS (SELECT 1 {open})
"""
_MATCH = "JOIN match ON match.id = talk.about"
_KINDS = (
    ("'relay'", "talk.about", ""),
    ("'review', 'interest', 'meeting', 'confirm'", "match.jobseeker_id", _MATCH),
)


def upgrade() -> None:
    for dialogs, whom, join in _KINDS:
        opened = _OPEN.format(dialogs=dialogs, whom=whom, join=join)
        said = _SAID.format(dialogs=dialogs, whom=whom, open=opened)
        op.execute(sa.text(said).bindparams(sa.bindparam("no", False, sa.Boolean())))


def downgrade() -> None:
    """It stays known."""
