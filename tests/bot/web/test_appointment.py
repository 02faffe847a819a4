"""A calendar file in the web chat: a link below the message, for the people of the appointment."""

from __future__ import annotations

from icalendar import Calendar
from sqlmodel import col, select

from bot.stage import Actor
from services.store.models import Person
from tests import given
from tests.bot.web.site import Site


async def test_an_appointment_is_saved_in_ones_own_calendar(quick_site: Site) -> None:
    visitor = quick_site.visitor()
    await visitor.opens("/chat")
    await visitor.presses("Ik zoek werk")
    stage = quick_site.stage
    async with stage.work() as work:
        person = (await work.tx.exec(select(Person).order_by(col(Person.id).desc()))).all()[0]
        stage.actors["Fatima"] = Actor("Fatima", person.id or 0)
    await given.pair(stage)
    number = await given.meeting(stage)
    await visitor.opens("/chat")
    assert "Bakkerij Hoekstra" in visitor.page.text
    link = visitor.page.links["Bewaar het bestand"]
    assert link == f"/chat/afspraak-{number}.ics"
    page = await visitor.opens(link)
    assert page.headers["Content-Type"].startswith("text/calendar")
    (event,) = Calendar.from_ical(page.html).walk("VEVENT")
    assert event["LOCATION"] == "Grote Markt 1, Haarlem"
    stranger = quick_site.visitor()
    assert (await stranger.opens(link)).status == 404
    assert (await visitor.opens("/chat/afspraak-999.ics")).status == 404
