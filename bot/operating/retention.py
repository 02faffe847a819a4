"""What an operator does about what is kept: rounds of retention, and counts of what is gone."""

from __future__ import annotations

from bot.operating import opened
from bot.settings import Settings
from services import retention
from services.retention import frozen


async def retained(settings: Settings, *, carry_out: bool) -> list[str]:
    """What is kept too long: how many rows each line finds, or what a round removed."""
    async with opened(settings) as service:
        if carry_out:
            return (await retention.carry_out(service.entering)).lines
        async with service.entering() as work:
            return (await retention.preview(work)).lines


async def counted(settings: Settings, what: str, by: str) -> list[str]:
    """Counts of what is gone, by month; small groups do not show."""
    async with opened(settings) as service, service.entering() as work:
        found = await frozen.totals(work, what, by)
        few = f"< {work.region.report.smallest_group}"
        return [
            f"{month}  {each or '-':24} {few if n is None else n}"
            for month, counts in found.items()
            for each, n in counts.items()
        ]
