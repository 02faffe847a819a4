"""Somebody of an employer is on the phone: a colleague fills in, the employer reads it back."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.web.rate_limit import RateLimit
from services import texts
from services.store.models import Event, Match, Person, Vacancy
from tests.bot.web.office import AGREED, Office, opened_office
from tests.bot.web.site import Page, Site, Visitor
from tests.bot.web.test_console_talk import answered

ADVERT = """Afwasser gezocht in Haarlem.
Je werkt 20 tot 24 uur per week in de avond. Loon: 15,50 euro per uur. Rijbewijs B is nodig.
Wij bieden een vast contract. Je spreekt goed Nederlands."""


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    quick_site.deps.pace = RateLimit((100_000, 60.0))  # nobody types as fast as this
    found = await opened_office(quick_site)
    async with quick_site.stage.work() as work:
        (await work.get(Person, quick_site.stage.actors["hans"].number)).formal = True
        row = await work.get(Vacancy, found.vacancy)
        row.demands = {**row.demands, "positions": 2}
        row.agreement = {**AGREED, "interval": "month"}
        row.expires = work.today + timedelta(days=61)
    return found


DONE = ("Ja, meld deze vacature", "Ja, zo moet het zijn", "Ja, splits de vacature")
FIXED = ("Uitloggen", "Stuur")


async def asked(desk: Visitor) -> Page:
    """The page of the talk, once something is asked there."""
    for _ in range(50):
        page = await desk.opens(desk.page.path)
        if "data-choices" in page.html and 'value="manage.' not in page.html:
            return page
        await asyncio.sleep(0.1)
    raise AssertionError(page.text)


async def to_summary(desk: Visitor) -> None:
    """Answer what is still asked, until all of it stands there to be confirmed."""
    skip, done = said("dialog-commands.skip"), "Klaar"
    for _ in range(40):
        buttons = [each for form in desk.page.forms for each in form.buttons]
        if any(each in DONE for each in buttons):
            return
        offered = [each for each in buttons if each not in FIXED]
        press = next((each for each in (skip, done, "Nee") if each in offered), offered[0])
        await desk.presses(press)
    raise AssertionError(desk.page.text[-600:])


async def confirms(desk: Visitor) -> None:
    """Yes, all of it is right."""
    buttons = [each for form in desk.page.forms for each in form.buttons]
    await desk.presses(next(each for each in DONE if each in buttons))


async def the_vacancies(office: Office) -> list[Vacancy]:
    async with office.site.stage.work() as work:
        return list((await work.tx.exec(select(Vacancy).order_by(col(Vacancy.id)))).all())


async def the_event(office: Office, kind: str) -> Event:
    async with office.site.stage.work() as work:
        query = select(Event).where(Event.kind == kind).order_by(col(Event.id).desc())
        return (await work.tx.exec(query)).first()  # type: ignore[return-value]


async def test_an_advert_is_pasted_on_the_phone(office: Office) -> None:
    desk, stage = await office.desk("own manager"), office.site.stage
    await desk.opens(f"/console/werkgevers/{office.employer}")
    await desk.presses(f"{said('desk-enter-vacancy')} Hans")
    assert desk.page.path == f"/console/gesprek/{stage.actors['hans'].number}"
    await asked(desk)
    await answered(desk, ADVERT)
    await to_summary(desk)
    assert (
        said("indication-nobody") in desk.page.text
    )  # and what less would give, before it is sent
    await confirms(desk)
    new = (await the_vacancies(office))[-1]
    assert new.id != office.vacancy
    assert new.demands["hours"] == [20, 24]
    manager = stage.actors["own manager"].number
    event = await the_event(office, "vacancy-reported")
    assert (event.actor_id, event.role) == (manager, "account_manager")
    await stage.worker.drain()
    told = "\n".join(await stage.hears("hans"))
    assert f"own manager heeft voor u deze vacature ingevuld: {new.title}" in told
    assert "20 tot 24 uur" in told
    assert "[Bekijk of wijzig]" in told
    await stage.says("hans", "[Bekijk of wijzig]")
    assert "Wat wilt u doen?" in "\n".join(await stage.hears("hans"))


async def test_a_demand_is_changed_on_the_phone(office: Office) -> None:
    desk, stage = await office.desk("own manager"), office.site.stage
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    await desk.presses(said("manage-deed.change"))
    await asked(desk)
    assert "Dit is nu Schoonmaker in de ochtend" in desk.page.text
    assert "Nu in de regio" in desk.page.text
    await answered(desk, said("vacancy-hours.label"), "28 tot 32 uur")
    await confirms(desk)
    row = (await the_vacancies(office))[0]
    assert row.demands["hours"] == [28, 32]
    event = await the_event(office, "vacancy-changed")
    assert event.actor_id == stage.actors["own manager"].number
    await stage.worker.drain()
    told = "\n".join(await stage.hears("hans"))
    assert "own manager heeft voor u de vacature Schoonmaker in de ochtend gewijzigd" in told
    assert "28 tot 32 uur" in told


async def test_who_is_called_is_not_written_to(office: Office) -> None:
    async with office.site.stage.work() as work:
        row = await work.get(Vacancy, office.vacancy)
        row.agreement = {**row.agreement, "channel": "phone"}
    desk, stage = await office.desk("own manager"), office.site.stage
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    await desk.presses(said("manage-deed.hold"))
    await stage.worker.drain()
    assert "heeft voor u" not in "\n".join(await stage.hears("hans"))


@pytest.mark.parametrize("deed", ["split", "copy"])
async def test_split_and_copy_begin_at_the_desk(office: Office, deed: str) -> None:
    desk, stage = await office.desk("own manager"), office.site.stage
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    await desk.presses(said(f"manage-deed.{deed}"))
    await asked(desk)
    if deed == "copy":
        await to_summary(desk)
        await confirms(desk)
    else:
        await answered(desk, said("split-by.place"), "Klaar", "IJmuiden", "1")
        await to_summary(desk)
        await confirms(desk)
    old, new = await the_vacancies(office)
    assert new.title == old.title
    await stage.worker.drain()
    assert "heeft voor u" in "\n".join(await stage.hears("hans"))


async def test_a_coach_helps_no_employer(office: Office) -> None:
    hans = office.site.stage.actors["hans"].number
    for name in ("own coach", "other manager"):
        desk = await office.desk(name)
        assert (await desk.opens(f"/console/gesprek/{hans}")).status == 404


async def test_what_is_the_employers_own_is_not_done_at_the_desk(office: Office) -> None:
    """Choosing somebody, and what is theirs alone, is no dialog of this desk."""
    desk, hans = await office.desk("own manager"), office.site.stage.actors["hans"].number
    await office.put("introduced")
    await desk.opens(f"/console/gesprek/{hans}")
    await desk.presses(said("desk-together-begin"))
    path = f"/console/gesprek/{hans}/chat/say"
    for press in (f"meeting.{office.match}::-open", "::mypage", "::export", "erase::-open"):
        await office.posts("own manager", path, press=press)
        await office.site.stage.worker.drain()
        page = await desk.opens(f"/console/gesprek/{hans}")
        assert said("desk-own-only").split(".")[0] in page.text.rsplit("bubble", 1)[-1]
    async with office.site.stage.work() as work:
        assert (await work.get(Match, office.match)).state == "introduced"


async def test_every_deed_of_the_console_is_told_with_the_colleagues_name(office: Office) -> None:
    desk, stage = await office.desk("own manager"), office.site.stage
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    for button, heard in (
        (said("manage-deed.hold"), "even stilgezet"),
        (said("manage-deed.goon"), "weer opengezet"),
        (said("desk-renew-do"), "langer opengezet"),
        (said("desk-fill"), "is vervuld"),
    ):
        await desk.presses(button)
        await stage.worker.drain()
        told = "\n".join(await stage.hears("hans"))
        assert "own manager heeft voor u" in told, button
        assert heard in told
        manager = stage.actors["own manager"].number
        async with stage.work() as work:
            query = select(Event).where(Event.subject == "vacancy").order_by(col(Event.id).desc())
            last = (await work.tx.exec(query)).first()
        assert last is not None
        assert last.actor_id == manager
    assert "vervuld: met iemand van ons" in desk.page.text


async def test_closing_says_why(office: Office) -> None:
    desk = await office.desk("own manager")
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    await desk.presses(said("desk-close"), why_closed="nobody-found")
    assert (await the_event(office, "vacancy-closed")).codes == {"reason": "nobody-found"}
    path = f"/console/vacatures/{office.vacancy}/sluiten"
    assert (await office.posts("own manager", path, status="filled", why_filled="x")).status == 409
