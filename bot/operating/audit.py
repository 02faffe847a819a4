"""What an operator does after something went wrong: the audit log, and a data breach."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from bot.explaining import CannotError
from bot.operating import opened
from bot.operating.errors import stop
from bot.settings import Settings
from services import audit
from services.access import breach
from services.clock import AMSTERDAM

DUTY = (
    "# Within 72 hours of knowing: tell the Autoriteit Persoonsgegevens (AVG 33).",
    "# High risk for the people below: each is told too, by their coach or team (AVG 34).",
)


async def exported(settings: Settings, since: datetime) -> list[str]:
    """The log since a day, a JSON object a line."""
    async with opened(settings) as service, service.entering() as work:
        rows = await audit.found(work, since=_began(since))
        return [json.dumps(audit.as_json(row)) for row in rows]


def suspected(account: int, code: str, address: str, *, lock: bool) -> tuple[int, str, str]:
    """What may be in wrong hands: exactly one of the three."""
    if sum(map(bool, (account, code, address))) != 1:
        stop("give an account, or --code, or --address: one of the three")
    if lock and not account:
        stop("--lock shuts an account: give its number")
    return account, code, address


async def reached(
    settings: Settings, given: tuple[int, str, str], since: datetime, *, lock: bool
) -> list[str]:
    """Whom it reached, one a line; the account is shut first if that was asked."""
    account, code, address = given
    async with opened(settings) as service, service.entering() as work:
        if lock:
            try:
                await breach.lock(work, account, None)
            except LookupError:
                raise CannotError(f"there is no account {account}") from None
        suspect = await breach.suspect(work, account=account, code=code, ip=address)
        found = await breach.reached(work, suspect, _began(since))
        return [*DUTY, f"# {len(found)} people", *("\t".join(breach.cells(each)) for each in found)]


def _began(day: datetime) -> datetime:
    return day.replace(tzinfo=AMSTERDAM).astimezone(UTC)
