"""Who had only a browser and lost it comes back: through her coach, with a code, in a new one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from services.access import links
from services.store.models import Audit, Event, Jobseeker, Link, Message, Person, Staff, Visit
from tests import given
from tests.bot.web.site import Site, Visitor
from tests.bot.web.test_codes import chatting

LOST = "Ik had al een gesprek"
MAKE = "De persoon zit voor mij: maak een code"
CALLED = "Ik belde het nummer uit het dossier: maak een code"
HER = "/console/werkzoekenden/{}"


async def known(site: Site) -> tuple[Visitor, int]:
    """Amina chats in a browser, and Marloes is her coach."""
    await site.staff("Marloes", lead=True)
    visitor, number = await chatting(site)
    async with site.stage.work() as work:
        person = await work.get(Person, number)
        person.name, person.phone = "Amina", "+31612345678"
        work.tx.add(
            Jobseeker(
                person_id=number,
                profile={"home": "2011"},
                team="intake-haarlem",
                organisation="haarlem",
                coach_id=given.number(site.stage, "Marloes"),
                town="Haarlem",
                created=work.now,
                updated=work.now,
            )
        )
    return visitor, number


async def code_from(coach: Visitor, number: int, press: str = MAKE) -> str:
    """The way of the coach: from the file, through the check, to the code."""
    await coach.opens(HER.format(number))
    await coach.follows("Weer toegang geven")
    form = coach.page.form(button=press)
    name, value = form.buttons[press]
    page = await coach.posts(form.action, {**form.fields, "checked": "yes", name: value})
    assert page.status == 200, page.text
    return page.html.split('class="code">')[1].split("<")[0].replace(" ", "")


async def test_she_comes_back_in_a_new_browser(site: Site) -> None:
    lost, number = await known(site)
    coach = await site.staff("Marloes")
    new = site.visitor()
    await new.opens("/chat")
    await new.follows(LOST)
    assert "Vraag het je coach" in new.page.text
    assert "Begin niet opnieuw" in new.page.text
    code = await code_from(coach, number)
    await new.follows("Ik heb een code")
    await new.presses("Ga verder", code=f"{code[:4]} {code[4:]}".lower())
    assert new.page.path == "/chat"
    assert "Amina" in new.page.text
    assert "Marloes maakte een code voor je" in new.page.text
    assert LOST in (await lost.opens("/chat")).text  # the browser of before is in no more
    assert (await site.visitor().posts("/chat/code", {"code": code})).status == 400  # once


async def test_the_check_is_asked_and_written_down(quick_site: Site) -> None:
    _, number = await known(quick_site)
    coach = await quick_site.staff("Marloes")
    page = await coach.opens(f"{HER.format(number)}/toegang")
    assert "Vraag nooit naar het BSN" in page.text
    assert "06 12345678" in page.text
    page = await coach.presses(MAKE)  # without the tick
    assert page.status == 400
    assert "Zet eerst een vinkje" in page.text
    async with quick_site.stage.work() as work:
        assert (await work.tx.exec(select(Link).where(Link.purpose == "join"))).first() is None
    await code_from(coach, number, CALLED)
    async with quick_site.stage.work() as work:
        marloes = given.number(quick_site.stage, "Marloes")
        event = (await work.tx.exec(select(Event).where(Event.kind == "way-back"))).one()
        assert (event.actor_id, event.person_id, event.codes["how"]) == (marloes, number, "called")
        row = (await work.tx.exec(select(Audit).where(Audit.kind == "way-back"))).one()
        assert (row.actor_id, row.people, row.codes["how"]) == (marloes, [number], "called")
        told = (await work.tx.exec(select(Message).where(Message.person_id == number))).all()
    assert "way-back-told" in [(each.body or {})["lines"][0][0] for each in told]


async def test_a_quarter_of_an_hour_and_only_the_newest(quick_site: Site) -> None:
    lost, number = await known(quick_site)
    coach = await quick_site.staff("Marloes")
    old = await code_from(coach, number)
    late = await code_from(coach, number)
    stranger = quick_site.visitor()
    assert (await stranger.posts("/chat/code", {"code": old})).status == 400
    quick_site.stage.clock.move(timedelta(minutes=15))
    assert (await stranger.posts("/chat/code", {"code": late})).status == 400
    assert LOST not in (await lost.opens("/chat")).text  # a code nobody used takes nothing away


@pytest.mark.parametrize("who", ["a colleague of the team", "another team", "an account manager"])
async def test_only_her_coach_makes_one(quick_site: Site, who: str) -> None:
    _, number = await known(quick_site)
    role = "account_manager" if "manager" in who else "coach"
    team = "intake-velsen" if "another" in who else "intake-haarlem"
    other = await quick_site.staff("Karim", role, team=team)
    path = f"{HER.format(number)}/toegang"
    assert (await other.opens(path)).status == 404
    assert "Weer toegang geven" not in (await other.opens(HER.format(number))).text
    coach = await quick_site.staff("Marloes")
    await coach.opens(path)
    fields = coach.page.form(button=MAKE).fields
    page = await other.posts(path, {**fields, "checked": "yes", "how": "seen"})
    assert page.status in (403, 404)
    async with quick_site.stage.work() as work:
        assert (await work.tx.exec(select(Link).where(Link.purpose == "join"))).first() is None


async def test_nobody_becomes_a_colleague_this_way(quick_site: Site) -> None:
    _, number = await known(quick_site)
    async with quick_site.stage.work() as work:
        place = {"team": "intake-haarlem", "organisation": "haarlem"}
        work.tx.add(Staff(person_id=number, role="coach", **place))
    coach = await quick_site.staff("Marloes")
    page = await coach.posts(f"{HER.format(number)}/toegang", {"checked": "yes", "how": "seen"})
    assert page.status in (403, 404)


async def test_on_a_phone_she_says_it_and_types_the_code(quick_site: Site) -> None:
    """In a new chat: what to do is said in the chat, and the code is all she types."""
    lost, number = await known(quick_site)
    stage = quick_site.stage
    await stage.says("Telefoon", "hallo")
    await stage.hears("Telefoon")
    await stage.says("Telefoon", "ik ben mijn gesprek kwijt")
    said = "\n".join(await stage.hears("Telefoon"))
    assert "Vraag het je coach" in said
    code = await code_from(await quick_site.staff("Marloes"), number)
    await stage.says("Telefoon", f"{code[:4].lower()} {code[4:]}")
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Message).where(col(Message.ours).is_(False)))).all()
        assert code not in str([row.body for row in rows]).upper()  # it is not kept as said
        visits = (await work.tx.exec(select(Visit).where(Visit.person_id == number))).all()
        assert visits == []
    assert LOST in (await lost.opens("/chat")).text
    stage.actors["Telefoon"].number = number
    assert "verder met hetzelfde gesprek" in "\n".join(await stage.hears("Telefoon"))
    assert await stage.parked() == []


async def test_a_code_that_is_wrong_is_said_in_the_chat(quick_site: Site) -> None:
    await quick_site.stage.says("Telefoon", "hallo")
    await quick_site.stage.hears("Telefoon")
    await quick_site.stage.says("Telefoon", "ABCD EF23")
    assert "werkt niet meer" in "\n".join(await quick_site.stage.hears("Telefoon"))


async def test_every_code_can_be_told_from_a_word(quick_site: Site) -> None:
    _, number = await chatting(quick_site)
    async with quick_site.stage.work() as work:
        for _ in range(200):
            _, code = await links.personal_link(work, number)
            assert any(sign.isdigit() for sign in code)
            assert any(sign.isalpha() for sign in code)
