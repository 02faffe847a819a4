"""What keeps the data safe: a change of keys, copies and their return."""

from __future__ import annotations

from pathlib import Path

from bot import logs, operating
from bot.settings import Settings
from services import installation
from services.store import copying
from services.store import rekey as change
from services.store.db import connect


async def rekey(settings: Settings, tell: change.Tell) -> change.Report:
    """Bring everything to the newest key."""
    async with operating.opened(settings) as service:
        return await change.rekey(service.engine, tell)


async def backup(settings: Settings, path: Path) -> copying.Manifest:
    """Write a copy of the database to a file."""
    async with operating.opened(settings) as service:
        made = await copying.backup(service.engine, path, service.clock.now())
        async with service.entering() as work:  # for monitoring: how old the newest copy is
            await installation.write(work, installation.COPIED, work.now.isoformat())
        return made


async def restore(settings: Settings, path: Path, *, force: bool) -> copying.Manifest:
    """Put a copy in the place of the database, which may be of any form, or nothing yet."""
    logs.configure(settings.log_level)
    engine = connect(settings.database_url, settings.secrets)
    try:
        return await copying.restore(engine, path, force=force)
    finally:
        await engine.dispose()
