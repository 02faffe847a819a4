"""The dossier: what stands in the way, the ladder with its history, the register with its days."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services import placements
from services.placements import Terms, aftercare
from services.store.models import Dossier, Placement
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site
from tests.bot.web.test_console_day import said, waiting


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


def dossier(office: Office) -> str:
    return f"/console/werkzoekenden/{office.her}/dossier"


async def test_the_ladder_says_what_a_step_means_and_keeps_those_before(office: Office) -> None:
    await office.posts("own coach", dossier(office), ladder="2")
    office.site.stage.clock.move(timedelta(days=40))
    office.desks["own coach"] = await office.site.staff("own coach")
    await office.posts("own coach", dossier(office), ladder="4")
    await office.posts("own coach", dossier(office), ladder="4")
    page = await (await office.desk("own coach")).opens(f"/console/werkzoekenden/{office.her}")
    history = page.text[page.text.index(said("desk-ladder-history")) :]
    assert history.index(f"4: {said('ladder-step.n4')}") < history.index("2: ")
    async with office.site.stage.work() as work:
        facts = (await work.get(Dossier, office.her)).facts or {}
    assert [each["step"] for each in facts["ladder_history"]] == ["2", "4"]


async def test_what_stands_in_the_way_is_ticked_and_stands_with_the_plan(office: Office) -> None:
    visitor = await office.desk("own coach")
    form = {"form_token": visitor.page.form(name="form_token").fields["form_token"]}
    ticked = [*form.items(), ("obstacles", ""), ("obstacles", "debts"), ("obstacles", "transport")]
    await visitor.posts(dossier(office), ticked)
    page = await visitor.opens(f"/console/werkzoekenden/{office.her}/plan")
    assert said("obstacle.debts") in page.text
    assert said("obstacle.transport") in page.text
    assert said("obstacle.childcare") not in page.text
    colleague = await office.desk("colleague")
    page = await colleague.opens(f"/console/werkzoekenden/{office.her}/plan")
    assert said("obstacle.debts") not in page.text  # for the coach alone
    await visitor.opens(f"/console/werkzoekenden/{office.her}/plan")
    await visitor.posts(dossier(office), [*form.items(), ("obstacles", "")])
    page = await visitor.opens(f"/console/werkzoekenden/{office.her}/plan")
    assert said("obstacle.debts") not in page.text


async def test_register_and_sheltered_work_have_days_and_a_source(office: Office) -> None:
    told = {"register": "yes", "register_from": "2021-03-01", "register_source": "letter"}
    told |= {"sheltered": "yes", "sheltered_from": "2025-06-15", "sheltered_source": "portal"}
    await office.posts("own coach", dossier(office), **told)
    async with office.site.stage.work() as work:
        assert (await work.get(Dossier, office.her)).facts == told
    page = await (await office.desk("own coach")).opens(f"/console/werkzoekenden/{office.her}")
    form = next(each for each in page.forms if each.action.endswith("/dossier"))
    assert {name: form.fields[name] for name in told} == told


@pytest.mark.parametrize(
    ("field", "value"),
    [("register_source", "de buurman"), ("sheltered_from", "2025-13-40"), ("ladder", "7")],
)
async def test_other_words_do_not_come_in(office: Office, field: str, value: str) -> None:
    page = await office.posts("own coach", dossier(office), **{field: value})
    assert page.status == 400


async def test_where_lks_helps_pay_the_wage_value_is_measured_by_the_regions_method(
    office: Office,
) -> None:
    """Also without a trial, and also when it is agreed after week 4."""
    await office.works(kind="regular")
    coach = office.site.stage.actors["own coach"].number
    async with office.site.stage.work() as work:
        moments = {row.moment for row in await aftercare.of_placement(work, office.placement)}
        assert aftercare.WAGE_VALUE not in moments
        row = await work.get(Placement, office.placement)
        lks = {"code": "wage-subsidy", "from": work.today.isoformat(), "to": ""}
        terms = Terms("regular", 24, row.starts, None, instruments=(lks,))
        await placements.change(work, office.placement, terms, actor=coach)
    page = (await office.desk("own coach")).page
    (task,) = [each for each in waiting(page) if said("moment-wage-value") in each]
    assert "Bakkerij De Korst" in task
    assert "landelijke uniforme loonwaardemethode" in page.text
    page = await office.desks["own coach"].opens(f"/console/plaatsingen/{office.placement}")
    assert said("desk-wage-value-record") in page.text
