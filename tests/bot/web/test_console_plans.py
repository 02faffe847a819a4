"""The plan of a jobseeker: written together, agreed by both, looked at again, versions kept."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from services import texts
from services.jobseekers import plans
from services.store.models import Plan
from tests.bot.web.office import FULL_NAME, NAME, Office, opened_office
from tests.bot.web.site import Page, Site

GOAL = "Schoonmaker worden in een school"


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


PROPOSE = said("desk-plan-propose", name=NAME)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def plan_page(office: Office, name: str = "own coach") -> Page:
    return await (await office.desk(name)).opens(f"/console/werkzoekenden/{office.her}/plan")


async def begun(office: Office) -> Page:
    """The coach begins a draft."""
    await plan_page(office)
    return await office.desks["own coach"].presses(said("desk-plan-begin"))


async def proposed(office: Office) -> None:
    """A draft with a goal and two steps is put before her."""
    await begun(office)
    await office.desks["own coach"].presses(
        PROPOSE, **{"goal": GOAL, "step-1": "Een cv maken", "step-2": "Bellen met de school"}
    )


async def newest(office: Office) -> Plan:
    async with office.site.stage.work() as work:
        return (await plans.versions(work, office.her))[0]


async def steps(office: Office) -> list[str]:
    async with office.site.stage.work() as work:
        plan = (await plans.versions(work, office.her))[0]
        return [step.words or "" for step in await plans.steps(work, plan.id or 0)]


async def she(office: Office, *, objects: str = "") -> None:
    """She says yes to the newest version, or wants something else."""
    async with office.site.stage.work() as work:
        plan = (await plans.versions(work, office.her))[0]
        if objects:
            await plans.object_to(work, plan.id or 0, objects, actor=office.her)
        else:
            await plans.agree(work, plan.id or 0, actor=office.her)


async def test_a_plan_is_written_put_forward_and_agreed_by_both(office: Office) -> None:
    page = await (await office.desk("own coach")).opens(f"/console/werkzoekenden/{office.her}")
    assert said("desk-plan-nothing", name=NAME) in page.text
    await begun(office)
    desk = office.desks["own coach"]
    form = desk.page.form(button=PROPOSE)
    row = {"step-1": "Een cv maken", "until-1": "2026-12-24", "step-2": "School bellen"}
    filled = {**form.fields, **row, "goal": GOAL, "who-2": "coach", "tool-job-coach": "yes"}
    page = await desk.posts(form.action, {**filled, "do": "propose"})
    assert said("desk-done-proposed") in page.text
    assert said("desk-plan-waits", name=NAME) in page.text
    plan = await newest(office)
    assert (plan.state, plan.goal, plan.instruments) == ("proposed", GOAL, ["job-coach"])
    assert plan.review_on == date(2027, 2, 22)  # three months on
    await she(office)
    page = await plan_page(office)
    for words in (said("desk-plan-holds"), GOAL, "24 december 2026", "School bellen"):
        assert words in page.text


async def test_steps_are_kept_moved_and_taken_out(office: Office) -> None:
    await begun(office)
    desk = office.desks["own coach"]
    await desk.presses(said("desk-plan-keep"), **{"step-1": "Een", "step-2": "Twee"})
    await desk.presses(said("desk-plan-keep"), **{"step-3": "Drie"})
    assert await steps(office) == ["Een", "Twee", "Drie"]
    await desk.presses(f"{said('desk-plan-up')} : Drie")
    assert await steps(office) == ["Een", "Drie", "Twee"]
    await desk.presses(said("desk-plan-keep"), **{"step-1": "  "})
    assert await steps(office) == ["Drie", "Twee"]


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({}, "wrong-plan"),
        ({"goal": GOAL, "review_on": "2026-11-23"}, "wrong-future"),
        ({"goal": GOAL, "review_on": "straks"}, "wrong-day"),
        ({"goal": "x" * 301}, "wrong-long"),
        ({"step-1": "Iets", "until-1": "2026-13-01"}, "wrong-day"),
        ({"step-1": "Iets", "who-1": "buurman"}, "wrong-choice"),
        ({"goal": GOAL, "manner": "magic"}, "wrong-choice"),
        ({f"step-{n}": "Stap" for n in range(1, 14)}, "wrong-steps"),
    ],
)
async def test_what_cannot_be_is_told_and_what_was_written_stays(
    office: Office, filled: dict[str, str], told: str
) -> None:
    await begun(office)
    desk = office.desks["own coach"]
    form = desk.page.form(button=PROPOSE)
    more = {f"who-{n}": "coach" for n in range(3, 14)} | {f"until-{n}": "" for n in range(3, 14)}
    page = await desk.posts(form.action, {**more, **form.fields, **filled, "do": "propose"})
    assert page.status == 422
    assert said(told) in page.text
    again = page.form(button=PROPOSE).fields
    assert all(again[name] == words for name, words in filled.items() if name.startswith("step"))
    assert (await newest(office)).state == "draft"
    assert await steps(office) == []


async def test_what_a_colleague_wrote_meanwhile_is_not_lost(office: Office) -> None:
    await begun(office)
    form = office.desks["own coach"].page.form(button=PROPOSE)
    office.site.stage.clock.move(timedelta(minutes=1))
    await plan_page(office, "colleague")
    await office.desks["colleague"].presses(said("desk-plan-keep"), goal="Van de collega")
    page = await office.desks["own coach"].posts(
        form.action, {**form.fields, "goal": GOAL, "do": "save"}
    )
    assert page.status == 409
    assert said("refused.changed") in page.text
    assert (await newest(office)).goal == "Van de collega"


async def test_her_no_is_read_and_makes_it_a_draft_again(office: Office) -> None:
    await proposed(office)
    await she(office, objects="Ik wil liever in de zorg")
    page = await plan_page(office)
    assert "Ik wil liever in de zorg" in page.text
    assert page.form(button=PROPOSE).fields["goal"] == GOAL


async def test_a_proposal_is_taken_back_to_write_on(office: Office) -> None:
    await proposed(office)
    page = await office.desks["own coach"].presses(said("desk-plan-take-back"))
    assert said("desk-done-planback") in page.text
    assert page.form(button=PROPOSE)
    with pytest.raises(AssertionError):  # she can no longer say yes to it
        page.form(button=said("desk-plan-agree"))


async def test_what_she_proposes_the_coach_agrees_to(office: Office) -> None:
    async with office.site.stage.work() as work:
        plan = await plans.draft(work, office.her, actor=office.her)
        await plans.describe(work, plan.id or 0, actor=office.her, goal="Eigen zaak")
        await plans.propose(work, plan.id or 0, actor=office.her)
    await plan_page(office)
    page = await office.desks["own coach"].presses(said("desk-plan-agree"))
    assert said("desk-done-planyes") in page.text
    assert (await newest(office)).state == "agreed"


async def test_a_step_is_ticked_once_and_taken_back(office: Office) -> None:
    await proposed(office)
    await she(office)
    await plan_page(office)
    desk = office.desks["own coach"]
    done = f"{said('desk-plan-done')} : Een cv maken"
    form = desk.page.form(button=done)
    page = await desk.presses(done)
    assert page.form(button=f"{said('desk-plan-not-done')} : Een cv maken")
    page = await desk.posts(form.action, {**form.fields, "done": "yes"})
    assert page.status == 409
    await plan_page(office)
    await desk.presses(f"{said('desk-plan-not-done')} : Een cv maken")
    async with office.site.stage.work() as work:
        plan = (await plans.versions(work, office.her))[0]
        assert all(step.done is None for step in await plans.steps(work, plan.id or 0))


async def test_after_three_months_it_waits_on_vandaag_and_still_holds(office: Office) -> None:
    await proposed(office)
    await she(office)
    office.site.stage.clock.move(timedelta(days=92))
    office.desks.clear()
    desk = await office.desk("own coach")
    assert said("desk-plan-review", name=FULL_NAME) in desk.page.text
    page = await plan_page(office)
    assert said("desk-plan-due") in page.text
    form = next(form for form in page.forms if form.action.endswith("/besluit"))
    page = await desk.posts(form.action, {**form.fields, "to": "holds"})
    assert said("desk-done-planholds") in page.text
    assert said("desk-plan-due") not in page.text


async def test_every_version_stays_and_can_be_read(office: Office) -> None:
    await proposed(office)
    await she(office)
    await plan_page(office)
    desk = office.desks["own coach"]
    await desk.presses(said("desk-plan-new-version"))
    await desk.presses(PROPOSE, goal="Conciërge worden")
    page = await plan_page(office)
    assert GOAL in page.text  # holds until both agree
    assert "Conciërge worden" in page.text
    await she(office)
    page = await plan_page(office)
    assert said("desk-plan-before") in page.text
    assert page.text.index("Conciërge worden") < page.text.index(GOAL)


async def test_who_reads_along_changes_nothing(office: Office) -> None:
    await proposed(office)
    page = await plan_page(office, "regional manager")
    assert GOAL in page.text
    assert not [form for form in page.forms if "plan" in form.action or "stap" in form.action]
