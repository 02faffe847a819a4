"""What goes wrong at a page: nothing typed is lost unsaid, one comes back where one was going."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from icalendar import Calendar
from sqlmodel import select
from yarl import URL

from bot.web.seats import CHAT
from services import texts
from services.access import sessions
from services.store.models import Link, Meeting
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site
from tests.bot.web.test_login import at_second_step, digits

NOTE = "Zij belt morgen terug over de opleiding"


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    office = await opened_office(quick_site)
    for name in ("own coach", "administrator"):
        await office.desk(name)
    return office


async def test_a_note_typed_after_logging_out_stands_on_the_page_to_copy(office: Office) -> None:
    coach = await office.desk("own coach")
    written = await coach.opens(f"/console/werkzoekenden/{office.her}")
    await coach.opens("/console")
    await coach.presses(said("desk-log-out"))
    coach.page = written
    page = await coach.presses(said("desk-note-save"), words=NOTE)
    assert page.status == 403
    assert f">{NOTE}</textarea>" in page.html
    assert texts.text("nl", "web-signed-out") in page.text
    assert "niets verloren" not in page.text
    assert "/console/login" in page.links.values()


async def test_the_same_when_the_visit_ended_by_itself(office: Office) -> None:
    coach = await office.desk("own coach")
    await coach.opens(f"/console/werkzoekenden/{office.her}")
    office.site.stage.clock.move(timedelta(days=40))
    page = await coach.presses(said("desk-note-save"), words=NOTE)
    assert f">{NOTE}</textarea>" in page.html
    assert "/console/login" in page.links.values()


async def test_another_site_cannot_put_words_on_our_page(office: Office) -> None:
    visitor = office.site.visitor()
    page = await visitor.posts(
        "/console/werkzoekenden/1/notitie", {"words": NOTE}, **{"Sec-Fetch-Site": "cross-site"}
    )
    assert page.status == 403
    assert NOTE not in page.html


async def test_login_goes_on_where_one_was_going(quick_site: Site) -> None:
    visitor, secret = await at_second_step(quick_site, "Marloes")
    await visitor.presses("Ga verder", code=digits(quick_site, secret))
    quick_site.stage.clock.move(timedelta(days=40))
    there = "/console/werkzoekenden?toon=silent"
    assert (await visitor.opens(there)).path == "/console/login"
    from tests.bot.web.test_login import link_for

    await visitor.opens(await link_for(quick_site, "Marloes"))
    await visitor.presses("Log in")
    page = await visitor.presses("Ga verder", code=digits(quick_site, secret))
    assert str(page.address.relative()) == there
    assert (await visitor.opens("/console")).path == "/console"


async def test_login_goes_nowhere_else(quick_site: Site) -> None:
    visitor, secret = await at_second_step(quick_site, "Marloes")
    visitor.session.cookie_jar.update_cookies(
        {"werklijn_naar": "/console//evil.example"}, URL(quick_site.base)
    )
    page = await visitor.presses("Ga verder", code=digits(quick_site, secret))
    assert page.path == "/console"


async def test_who_is_in_keeps_the_menu_on_a_page_that_is_not_there(office: Office) -> None:
    page = await (await office.desk("own coach")).opens("/console/werkzoekenden/98765")
    assert page.status == 404
    assert page.links[f"{said('desk-people')} 1"] == "/console/werkzoekenden"
    visitor = office.site.visitor()
    async with office.site.stage.work() as work:
        number = office.site.stage.actors["hans"].number
        cookie = await sessions.begin_visit(work, number, "chat")
    visitor.session.cookie_jar.update_cookies({CHAT: cookie}, URL(office.site.base))
    page = await visitor.opens("/werkgever/kandidaten/niets")
    assert page.status == 404
    assert {"/chat", "/werkgever"} <= set(page.links.values())


async def test_an_invitation_sent_twice_is_one(office: Office) -> None:
    desk = await office.desk("administrator")
    form = await desk.opens("/console/beheer")
    for _ in range(2):
        desk.page = form
        page = await desk.presses(
            said("desk-make-invitation"), name="Ida", role="coach", team="intake-haarlem"
        )
    assert said("desk-invited-again") in page.text
    async with office.site.stage.work() as work:
        links = (await work.tx.exec(select(Link).where(Link.purpose == "invite"))).all()
    assert len(links) == 1
    page = await desk.presses(
        said("desk-make-invitation"), name="Ben", role="coach", team="intake-haarlem"
    )
    assert said("desk-invited-link") in page.text


async def test_a_night_in_the_weekend_is_asked_about_once(office: Office) -> None:
    await office.put("invited", agreed=True)
    coach = await office.desk("own coach")
    await coach.opens(f"/console/matches/{office.match}")
    filled = {"day": "2026-11-28", "time": "03:00"}
    page = await coach.presses(said("desk-plan-save"), **filled)
    assert said("wrong-odd") in page.text
    async with office.site.stage.work() as work:
        assert not (await work.tx.exec(select(Meeting))).all()
    sure = datetime.fromisoformat("2026-11-28T02:00:00+00:00").isoformat()
    assert f'name="sure" value="{sure}"' in page.html
    form = page.form(button=said("desk-plan-save"))
    form.fields["sure"] = sure
    page = await coach.presses(said("desk-plan-save"))
    assert said("desk-done-planned") in page.text


async def test_the_file_for_a_colleague_names_her_and_the_employer(office: Office) -> None:
    await office.meets()
    coach = await office.desk("own coach")
    page = await coach.opens(f"/console/afspraken/{office.meeting}/agenda")
    calendar = Calendar.from_ical(page.html)
    summary = str(next(iter(calendar.walk("VEVENT")))["SUMMARY"])
    assert "Zeynep" in summary
    assert "Bakkerij De Korst" in summary
    assert "nomail" not in page.html
    assert calendar["METHOD"] == "PUBLISH"


async def test_a_new_colleague_who_begins_is_asked_no_intake(office: Office) -> None:
    stage = office.site.stage
    await stage.hears("own coach")
    await stage.says("own coach", "begin")
    heard = " ".join(await stage.hears("own coach"))
    assert said("command.console") in heard
    await stage.gives("own coach", {"kind": "start", "who": "work", "token": "", "language": "nl"})
    heard = " ".join(await stage.hears("own coach"))
    assert "Hoe mag ik" not in heard
    assert said("command.console") in heard
