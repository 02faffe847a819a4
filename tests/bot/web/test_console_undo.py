"""What was done by mistake is taken back; what cannot be is asked twice."""

from __future__ import annotations

import pytest

from services import texts
from services.store.models import Match, Vacancy
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def state(office: Office) -> tuple[str, str]:
    async with office.site.stage.work() as work:
        match, vacancy = (
            await work.get(Match, office.match),
            await work.get(Vacancy, office.vacancy),
        )
        return match.state, vacancy.status


async def test_a_no_is_taken_back_by_a_colleague_of_the_team(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/matches/{office.match}")
    form = desk.page.form(button=said("desk-record"))
    page = await desk.posts(
        form.action, {**form.fields, "to": "declined", "reason_declined": "travel"}
    )
    assert said("desk-done-declined") in page.text
    assert (await state(office))[0] == "declined"
    page = await desk.presses(said("desk-undo"))
    assert said("desk-done-back") in page.text
    assert (await state(office))[0] == "proposed"


async def test_later_is_taken_back(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/matches/{office.match}")
    page = await desk.presses(said("review-decision.later"))
    assert said("desk-done-later") in page.text
    await desk.presses(said("desk-undo"))
    async with office.site.stage.work() as work:
        assert (await work.get(Match, office.match)).snoozed is None


async def test_what_others_heard_of_is_not_taken_back(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/matches/{office.match}")
    page = await desk.presses(said("review-decision.approve"))
    assert said("desk-done-approved") in page.text
    assert said("desk-undo") not in page.text
    page = await office.posts("own coach", f"/console/matches/{office.match}/terug")
    assert page.status == 409
    assert (await state(office))[0] == "approved"


async def test_a_vacancy_closed_by_mistake_goes_on_with_its_matches(office: Office) -> None:
    desk = await office.desk("own manager")
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    page = await desk.presses(said("desk-close"))
    assert said("desk-done-closed") in page.text
    assert await state(office) == ("withdrawn", "closed")
    await desk.presses(said("desk-undo"))
    assert await state(office) == ("proposed", "open")


async def test_a_second_undo_is_told_kindly(office: Office) -> None:
    page = await office.posts("own manager", f"/console/vacatures/{office.vacancy}/open")
    assert page.status == 409
    assert said("refused.decided") in page.text


@pytest.mark.parametrize("odd", ["approved", "x-1", "declined-99999999999", "<b>-1", "closed-1'"])
async def test_an_address_made_up_says_nothing_and_breaks_nothing(office: Office, odd: str) -> None:
    desk = await office.desk("own coach")
    page = await desk.opens("/console?gedaan=" + odd)
    assert page.status == 200
    assert "done" not in page.html.split("<main")[1][:400]


async def test_stopping_somebodys_access_is_asked_twice(office: Office) -> None:
    await office.desk("colleague")
    desk = await office.desk("administrator")
    page = await desk.opens("/console/beheer")
    assert said("desk-stop-yes", name="colleague") not in page.text
    colleague = office.site.stage.actors["colleague"].number
    page = await desk.opens(f"/console/beheer/{colleague}")
    assert said("desk-stop-sure") in page.text
    assert said("desk-stop-yes", name="colleague") in page.text


async def test_an_absence_that_ends_before_it_begins_is_said_as_that(office: Office) -> None:
    await office.desk("colleague")
    desk = await office.desk("administrator")
    colleague = office.site.stage.actors["colleague"].number
    await desk.opens(f"/console/beheer/{colleague}")
    page = await desk.presses(said("desk-away-save"), first="2027-01-08", last="2027-01-04")
    assert said("wrong-last-day") in page.text
    assert said("wrong-day") not in page.text
