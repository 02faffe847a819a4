"""What keeps the data safe: a change of keys, copies and their return."""

from __future__ import annotations

from bot import operating
from bot.settings import Settings
from services.store import rekey as change


async def rekey(settings: Settings, tell: change.Tell) -> change.Report:
    """Bring everything to the newest key."""
    async with operating.opened(settings) as service:
        return await change.rekey(service.engine, tell)
