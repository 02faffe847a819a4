"""What no page fetched did not arrive: it is work for a person, and nobody's silence."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import Page as BrowserPage
from playwright.async_api import expect
from sqlmodel import col, select
from yarl import URL

from bot.sender import Sender
from bot.web.seats import CHAT, CONSOLE
from services import followup, matches, texts
from services.access import sessions
from services.messages import outbox
from services.store.models import Match, Message, Nudge, Vacancy
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site, Visitor
from tests.bot.web.test_phone import PHONE
from tests.browser import OpenPage


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(site: Site) -> Office:
    return await opened_office(site)


async def ready(office: Office) -> None:
    """What was said stands on the web now: the sender has done its work."""
    stage = office.site.stage
    await stage.worker.drain()
    await Sender(stage.engine, stage.clock, stage.region, {}).drain()


async def phone_of(office: Office, name: str) -> Visitor:
    """The browser in which somebody chats."""
    visitor = office.site.visitor()
    async with office.site.stage.work() as work:
        number = office.site.stage.actors[name].number
        cookie = await sessions.begin_visit(work, number, "chat")
    visitor.session.cookie_jar.update_cookies({CHAT: cookie}, URL(office.site.base))
    return visitor


async def answered_by_coach(office: Office) -> Visitor:
    """Her coach writes to her, and it stands ready on the web."""
    coach = await office.desk("own coach")
    await coach.opens(f"/console/werkzoekenden/{office.her}")
    await coach.presses(said("web-send"), words="Kun je morgen langskomen?")
    await ready(office)
    return coach


async def back(office: Office, name: str) -> Visitor:
    """A colleague logs in again, after some days."""
    visitor = office.desks[name]
    cookie = await office.site.console_cookie(name)
    visitor.session.cookie_jar.update_cookies({CONSOLE: cookie}, URL(office.site.base))
    return visitor


async def days_go_by(office: Office, days: int) -> list[str]:
    """Hour by hour; the names of what followed."""
    stage = office.site.stage
    for _ in range(days * 24):
        stage.clock.move(timedelta(hours=1))
        async with stage.work() as work:
            await followup.sweep(work)
        await ready(office)
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Nudge).order_by(col(Nudge.id)))).all()
    return [f"{row.name}-{row.step + 1}" for row in rows]


async def test_what_she_did_not_fetch_is_work_for_her_coach(office: Office) -> None:
    coach = await answered_by_coach(office)
    page = await coach.opens(f"/console/werkzoekenden/{office.her}")
    assert said("desk-delivery-ready") in page.text
    assert "Niet bereikt sinds" not in (await coach.opens("/console")).text
    await days_go_by(office, 4)
    await back(office, "own coach")
    today = await coach.opens("/console")
    assert "Niet bereikt sinds" in today.text
    assert f'href="/console/werkzoekenden/{office.her}#bereik"' in today.html
    assert "haalde berichten in de webchat niet op" in " ".join(
        await office.site.stage.hears("own coach")
    )
    page = await coach.opens(f"/console/werkzoekenden/{office.her}")
    assert 'href="tel:+31687654321"' in page.html
    assert f'href="/console/werkzoekenden/{office.her}/toegang"' in page.html
    page = await coach.presses(said("desk-reach-done.spoken"))
    assert said("desk-done-reached") in page.text
    assert said("desk-event-reached") in page.text
    assert "Niet bereikt sinds" not in (await coach.opens("/console")).text


async def test_what_she_opened_has_arrived(office: Office) -> None:
    coach = await answered_by_coach(office)
    page = await (await phone_of(office, "her")).opens("/chat")
    assert "Kun je morgen langskomen?" in page.text
    await days_go_by(office, 4)
    await back(office, "own coach")
    assert "Niet bereikt sinds" not in (await coach.opens("/console")).text
    page = await coach.opens(f"/console/werkzoekenden/{office.her}")
    assert said("desk-delivery-fetched") in page.text
    assert said("desk-delivery-ready") not in page.text


async def asked(office: Office) -> None:
    """Her coach says yes to a match, and she is asked whether she wants the work."""
    coach = await office.desk("own coach")
    await coach.opens(f"/console/matches/{office.match}")
    await coach.presses(said("review-decision.approve"))
    await ready(office)


async def test_a_question_that_did_not_arrive_is_nobodys_silence(office: Office) -> None:
    await asked(office)
    sent = await days_go_by(office, 9)
    assert "unreached-1" in sent
    assert not [name for name in sent if name.startswith("match-jobseeker")]
    await (await phone_of(office, "her")).opens("/chat")
    sent = await days_go_by(office, 1)  # from the day it arrived, not from the day it was asked
    assert not [name for name in sent if name.startswith("match-jobseeker")]
    assert "match-jobseeker-1" in await days_go_by(office, 4)


async def test_who_read_the_question_is_reminded_as_ever(office: Office) -> None:
    await asked(office)
    await (await phone_of(office, "her")).opens("/chat")
    assert "match-jobseeker-1" in await days_go_by(office, 4)


async def test_an_employer_who_got_no_card_is_not_called_silent(office: Office) -> None:
    await office.put("approved")
    async with office.site.stage.work() as work:
        (await work.get(Vacancy, office.vacancy)).agreement = {"manner": "open"}
        await matches.move(work, office.match, "interested", actor=office.her)
    await ready(office)
    sent = await days_go_by(office, 18)
    assert "unreached-employer-1" in sent
    assert not [name for name in sent if name.startswith("match-employer")]
    async with office.site.stage.work() as work:
        assert (await work.get(Match, office.match)).state == "introduced"
    manager = await back(office, "own manager")
    await manager.opens("/console")
    assert f'href="/console/werkgevers/{office.employer}#contact"' in manager.page.html
    page = await manager.opens(f"/console/werkgevers/{office.employer}")
    assert "Niet bereikt sinds" in page.text
    page = await manager.presses(said("desk-reach-done.spoken"))
    assert said("desk-done-reached") in page.text
    assert "Niet bereikt sinds" not in page.text


async def unfetched(office: Office) -> int:
    async with office.site.stage.work() as work:
        query = select(Message.id).where(
            Message.person_id == office.her, col(Message.ours), col(Message.fetched).is_(None)
        )
        return len((await work.tx.exec(query)).all())


async def shown(office: Office, page: BrowserPage, words: str) -> None:
    """Something is said to her while a page of hers is open."""
    async with office.site.stage.work() as work:
        outbox.tell(work, office.her, outbox.line("canned-hello", name=["words", words]))
    office.site.bell.ring()
    await expect(page.locator(".bubble").last).to_be_visible()


async def test_a_page_says_what_it_shows_and_only_while_it_is_seen(
    quick_site: Site, open_page: OpenPage
) -> None:
    office = await opened_office(quick_site)
    page = await open_page(**PHONE)
    async with quick_site.stage.work() as work:
        cookie = await sessions.begin_visit(work, office.her, "chat")
    await page.context.add_cookies([{"name": CHAT, "value": cookie, "url": quick_site.base}])
    await page.goto(quick_site.base + "/chat")
    hidden = "Object.defineProperty(document, 'hidden', {configurable: true, get: () => %s})"
    await page.evaluate(hidden % "true")
    bubbles = await page.locator(".bubble").count()
    await shown(office, page, "A")
    await expect(page.locator(".bubble")).to_have_count(bubbles + 1)
    await page.wait_for_timeout(1000)
    assert await unfetched(office) == 1
    await page.evaluate(hidden % "false")
    async with page.expect_response("**/chat/aangekomen"):
        await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert await unfetched(office) == 0
    async with page.expect_response("**/chat/aangekomen"):
        await shown(office, page, "B")
    assert await unfetched(office) == 0
