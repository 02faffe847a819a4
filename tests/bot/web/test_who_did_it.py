"""Who did something stands where a colleague looks for it."""

from __future__ import annotations

from services.jobseekers import plans
from services.placements import aftercare
from services.store.models import Employer
from tests.bot.web.office import opened_office
from tests.bot.web.site import Site
from tests.bot.web.test_console_day import said


async def test_who_settled_ticked_made_and_checked_is_named(quick_site: Site) -> None:
    office = await opened_office(quick_site)
    await office.works()
    await office.plans()
    manager, coach = (office.site.stage.actors[n].number for n in ("own manager", "own coach"))
    async with office.site.stage.work() as work:
        await aftercare.settle(work, office.bad, actor=coach)
        await plans.tick(work, office.step, actor=coach)
        (await work.get(Employer, office.employer)).verified_by = manager
    desk = await office.desk("own coach")
    for path, told in (
        (f"/console/plaatsingen/{office.placement}", "afgehandeld door own coach, "),
        (f"/console/werkzoekenden/{office.her}/plan", said("desk-done-by", name="own coach")),
        (f"/console/werkzoekenden/{office.her}/plan", said("desk-plan-made") + " own coach"),
        (f"/console/werkgevers/{office.employer}", "door own manager, 23 november 2026"),
    ):
        assert told in (await desk.opens(path)).text, path
