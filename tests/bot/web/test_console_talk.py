"""The intake at a desk: the same dialog, with a colleague's name under the answers."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.async_api import expect
from sqlmodel import col, select

from bot.web.seats import CONSOLE
from services import texts
from services.store.models import Event, Jobseeker, Message, Person
from tests.bot.web.office import STAFF, Office, opened_office
from tests.bot.web.site import Site, Visitor
from tests.browser import OpenPage


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def began(office: Office) -> tuple[Visitor, int]:
    """A coach with somebody new, at the first question of the intake."""
    desk = await office.desk("own coach")
    await desk.opens("/console/werkzoekenden")
    await desk.presses(said("desk-new-person"))
    number = int(desk.page.path.rsplit("/", 1)[1])
    return desk, number


async def answered(desk: Visitor, *answers: str) -> None:
    """Type or press each answer; the page follows without a script."""
    for answer in answers:
        buttons = [each for form in desk.page.forms for each in form.buttons]
        page = await (desk.presses(answer) if answer in buttons else desk.types(answer))
        assert page.status == 200, answer


async def test_somebody_new_is_walked_through_the_intake(office: Office) -> None:
    desk, number = await began(office)
    skip = texts.text("nl", "dialog-commands.skip")
    await answered(desk, "Berhane", "Haarlem", "schoonmaker", "Klaar")
    for _ in range(12):
        buttons = [each for form in desk.page.forms for each in form.buttons]
        if skip not in buttons:
            break
        await desk.presses(skip)
    await answered(desk, texts.text("nl", "dialog-commands.ok"))
    coach = office.site.stage.actors["own coach"].number
    async with office.site.stage.work() as work:
        row = await work.get(Jobseeker, number)
        person = await work.get(Person, number)
        saved = select(Event).where(Event.kind == "profile-saved", Event.person_id == number)
        event = (await work.tx.exec(saved)).one()
    assert (person.name, row.profile["wanted"]) == ("Berhane", ["cleaner"])
    assert row.confirmed["home"]["by"] == coach
    assert (event.actor_id, event.role) == (coach, "coach")


async def test_what_is_said_at_the_desk_stays_there(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/gesprek/{office.her}")
    await desk.presses(said("desk-together-begin"))
    await desk.presses(said("desk-all-answers"))
    async with office.site.stage.work() as work:
        query = select(Message).where(Message.person_id == office.her).order_by(col(Message.id))
        told, *rows = (await work.tx.exec(query)).all()
    assert told.channel != "desk"  # that somebody fills in with her is told where she is
    assert rows
    assert {row.channel for row in rows} == {"desk"}
    assert all(row.sent for row in rows)


@pytest.mark.parametrize("name", [*STAFF, "nobody"])
async def test_only_the_team_may_answer_for_her(office: Office, name: str) -> None:
    may = name in {"own coach", "colleague"}
    visitor = await office.desk(name)
    page = await visitor.opens(f"/console/gesprek/{office.her}", follow=False)
    assert page.status == (200 if may else 303 if name == "nobody" else 404)
    for path, said_ in (
        ("chat/say", {"words": "Haarlem"}),
        ("opdracht", {"command": "mydata"}),
        ("telefoon", {}),
    ):
        answer = await office.posts(name, f"/console/gesprek/{office.her}/{path}", **said_)
        expected = {200, 303} if may else {403} if name == "nobody" else {404}
        assert answer.status in expected, (path, answer.status)


async def test_somebody_new_belongs_to_whoever_began(office: Office) -> None:
    _, number = await began(office)
    other = await office.desk("colleague")
    assert (await other.opens(f"/console/gesprek/{number}")).status == 404
    stream = await other.opens(f"/console/gesprek/{number}/chat/stream")
    assert stream.status == 404


async def test_a_command_is_one_of_the_list(office: Office) -> None:
    path = f"/console/gesprek/{office.her}/opdracht"
    assert (await office.posts("own coach", path, command="erase")).status == 400


async def test_she_goes_on_with_her_own_phone(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/gesprek/{office.her}")
    await desk.presses(said("desk-together-begin"))
    page = await desk.presses(said("desk-elsewhere"))
    code = page.html.split('<p class="code">')[1].split("<")[0]
    phone = office.site.visitor()
    await phone.opens("/chat/code")
    await phone.presses(texts.text("nl", "web-go-on"), code=code)
    assert phone.page.path == "/chat"
    assert "<svg" in page.html
    told = "\n".join(await office.site.stage.hears("her"))
    assert "own coach maakte net een code voor je" in told
    assert "Je gesprek staat nu ook in een webbrowser" in told
    again = await office.site.visitor().posts("/chat/code", {"code": code.replace(" ", "")})
    assert again.status == 400


async def test_a_code_made_at_a_desk_lasts_a_quarter_of_an_hour(office: Office) -> None:
    codes = []
    for _ in range(2):
        page = await office.posts("own coach", f"/console/gesprek/{office.her}/telefoon")
        codes.append(page.html.split('<p class="code">')[1].split("<")[0])
    async with office.site.stage.work() as work:
        made = select(Event).where(Event.kind == "code-made", Event.person_id == office.her)
        assert len((await work.tx.exec(made)).all()) == 2
    visitor = office.site.visitor()
    assert (await visitor.posts("/chat/code", {"code": codes[0]})).status == 400
    office.site.stage.clock.move(timedelta(minutes=16))
    assert (await visitor.posts("/chat/code", {"code": codes[1]})).status == 400


@pytest.mark.browser
async def test_at_a_desk_with_a_script(office: Office, open_page: OpenPage) -> None:
    await office.desk("own coach")
    page = await open_page()
    refused: list[str] = []
    page.on("response", lambda each: refused.append(each.url) if each.status >= 400 else None)
    cookie = office.desks["own coach"].cookie(CONSOLE)
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console/werkzoekenden")
    await page.get_by_role("button", name=said("desk-new-person")).click()
    await page.get_by_label(texts.text("nl", "web-your-answer")).fill("Berhane")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text(texts.text("nl", "jobseeker-home")).first).to_be_visible()
    await page.wait_for_timeout(600)  # longer than a page waits before it says what it shows
    assert not refused


@pytest.mark.browser
async def test_on_a_phone_nothing_lies_over_the_answers(
    office: Office, open_page: OpenPage
) -> None:
    desk, number = await began(office)
    page = await open_page(viewport={"width": 360, "height": 740})
    cookie = desk.cookie(CONSOLE)
    await page.context.add_cookies([{"name": CONSOLE, "value": cookie, "url": office.site.base}])
    await page.goto(f"{office.site.base}/console/gesprek/{number}")
    await page.evaluate("document.body.classList.add('is-demo')")  # there it stuck to the edge
    edges = "each => { const box = each.getBoundingClientRect(); return [box.top, box.bottom]; }"
    _, answers = await page.locator(".chat--desk").evaluate(edges)
    deeds, _ = await page.locator(".decide").evaluate(edges)
    assert deeds >= answers
