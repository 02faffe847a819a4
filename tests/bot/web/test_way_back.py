"""Who had only a browser and lost it comes back: through her coach, with a code, in a new one."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import col, select

from bot.stage import Stage
from services.access import breach, links
from services.messages.inbox import Incoming, receive
from services.store.models import (
    Address,
    Audit,
    Event,
    Jobseeker,
    Link,
    Message,
    Person,
    Staff,
    Visit,
)
from tests import given
from tests.bot.web.office import opened_office
from tests.bot.web.site import Page, Site, Visitor
from tests.bot.web.test_codes import chatting

LOST = "Ik had al een gesprek"
MAKE = "De persoon zit voor mij: maak een code"
CALLED = "Ik belde het nummer uit het dossier: maak een code"
CUT = "De persoon belde en wist de antwoorden: sluit alles"
SHUT = "Alle toegang is gesloten"
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
    return await shown_code(coach, press)


async def shown_code(colleague: Visitor, press: str = MAKE) -> str:
    """The code that the page of the check leads to."""
    page = await ticked(colleague, press)
    assert page.status == 200, page.text
    return page.html.split('class="code">')[1].split("<")[0].replace(" ", "")


async def ticked(colleague: Visitor, press: str) -> Page:
    """Press a button with the tick before it."""
    form = colleague.page.form(button=press)
    name, value = form.buttons[press]
    return await colleague.posts(form.action, {**form.fields, "checked": "yes", name: value})


async def cut_by(colleague: Visitor) -> None:
    """Everything is shut, from the page of the check."""
    page = await ticked(colleague, CUT)
    assert SHUT in page.text, page.text
    assert "Nergens. Deze persoon kan er nu niet in." in page.text


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


async def telegrams(stage: Stage, words: str) -> int:
    """Something said on the one phone with Telegram; returns whose chat it is then."""
    said = {"kind": "text", "words": words}
    item = Incoming("telegram", uuid4().hex, "reply", said, address="4711", language="nl")
    async with stage.work() as work:
        await receive(work, [item])
    await stage.worker.drain()
    async with stage.work() as work:
        phone = (await work.tx.exec(select(Address).where(Address.channel == "telegram"))).one()
        return phone.person_id


async def test_a_lost_phone_is_shut_and_she_comes_back_and_hears_it(site: Site) -> None:
    """Whoever found her phone and her open browser is out at once; she comes back by a code."""
    lost, number = await known(site)
    stage = site.stage
    async with stage.work() as work:
        _, phone = await links.personal_link(work, number)
    assert await telegrams(stage, phone) == number
    async with stage.work() as work:
        _, unused = await links.personal_link(work, number)
    coach = await site.staff("Marloes")
    await coach.opens(HER.format(number))
    page = await coach.follows("Weer toegang geven")
    assert "In een browser, het laatst op" in page.text
    assert "In Telegram, het laatst op" in page.text
    page = await coach.presses(CUT)  # without the tick
    assert page.status == 400
    await cut_by(coach)
    assert LOST in (await lost.opens("/chat")).text
    assert (await site.visitor().posts("/chat/code", {"code": unused})).status == 400
    holder = await telegrams(stage, "mijn gegevens")  # whoever has the phone is somebody new
    assert holder != number
    async with stage.work() as work:
        event = (await work.tx.exec(select(Event).where(Event.kind == "ways-cut"))).one()
        marloes = given.number(stage, "Marloes")
        assert (event.actor_id, event.person_id) == (marloes, number)
        assert event.codes["how"] == "answered"
        row = (await work.tx.exec(select(Audit).where(Audit.kind == "ways-cut"))).one()
        assert (row.actor_id, row.people) == (marloes, [number])
        told = (await work.tx.exec(select(Message).where(Message.person_id == holder))).all()
        assert "Amina" not in str([each.body for each in told])
        assert (await work.get(Person, number)).unreachable is not None
    code = await shown_code(coach)
    new = site.visitor()
    page = await new.posts("/chat/code", {"code": code})
    assert "Amina" in page.text
    assert "Marloes deed je gesprek overal dicht" in page.text
    async with stage.work() as work:
        assert (await work.get(Person, number)).unreachable is None


async def test_on_a_new_phone_she_hears_it_too_and_once(quick_site: Site) -> None:
    _, number = await known(quick_site)
    coach = await quick_site.staff("Marloes")
    await coach.opens(f"{HER.format(number)}/toegang")
    await cut_by(coach)
    code = await shown_code(coach)
    await quick_site.stage.says("Nieuw", f"{code[:4]} {code[4:]}")
    quick_site.stage.actors["Nieuw"].number = number
    assert "deed je gesprek overal dicht" in "\n".join(await quick_site.stage.hears("Nieuw"))
    code = await code_from(coach, number)
    other = quick_site.visitor()
    page = await other.posts("/chat/code", {"code": code})
    assert page.text.count("deed je gesprek overal dicht") == 1


async def test_a_contact_who_lost_the_cookie_comes_back_by_the_account_manager(site: Site) -> None:
    office = await opened_office(site)
    hans = site.stage.actors["hans"].number
    async with site.stage.work() as work:
        (await work.get(Person, hans)).seen = work.now
        _, first = await links.personal_link(work, hans)
    lost = site.visitor()
    assert (await lost.posts("/chat/code", {"code": first})).status == 200
    assert (await lost.opens("/werkgever")).status == 200
    manager = await office.desk("own manager")
    await manager.opens(f"/console/werkgevers/{office.employer}/contact/{hans}")
    page = await manager.follows("Weer toegang geven")
    assert "het algemene nummer van het bedrijf" in page.text
    assert "06 12345678" in page.text
    await cut_by(manager)
    assert (await lost.opens("/werkgever")).status == 403
    assert "Vraag uw accountmanager om een code" in lost.page.text
    code = await shown_code(manager, CALLED)
    new = site.visitor()
    await new.opens("/werkgever")
    await new.follows("Ik heb een code")
    await new.presses("Ga verder", code=code)
    assert (new.page.path, new.page.status) == ("/werkgever", 200)
    assert "deed je gesprek overal dicht" in (await new.opens("/chat")).text
    async with site.stage.work() as work:
        kinds = (
            select(Audit.kind)
            .where(col(Audit.kind).in_(("ways-cut", "way-back")))
            .order_by(col(Audit.id))
        )
        assert list((await work.tx.exec(kinds)).all()) == ["ways-cut", "way-back"]


@pytest.mark.parametrize("who", ["own coach", "other manager", "administrator"])
async def test_of_a_contact_only_who_manages_the_employer(quick_site: Site, who: str) -> None:
    office = await opened_office(quick_site)
    hans = quick_site.stage.actors["hans"].number
    path = f"/console/werkgevers/{office.employer}/contact/{hans}/toegang"
    other = await office.desk(who)
    assert (await other.opens(path)).status == 404
    for last in ("", "/dicht"):
        page = await office.posts(who, path + last, checked="yes", how="seen")
        assert page.status in (403, 404)
    her = f"/console/werkgevers/{office.employer}/contact/{office.her}/toegang"
    assert (await (await office.desk("own manager")).opens(her)).status == 404


async def test_a_colleague_of_the_team_cannot_shut_her_out(quick_site: Site) -> None:
    lost, number = await known(quick_site)
    other = await quick_site.staff("Karim", "coach", team="intake-haarlem")
    await other.opens("/console")
    token = other.page.form(name="form_token").fields["form_token"]
    sent = {"form_token": token, "checked": "yes", "how": "seen"}
    page = await other.posts(f"{HER.format(number)}/toegang/dicht", sent)
    assert page.status == 404
    assert LOST not in (await lost.opens("/chat")).text


async def test_an_account_locked_for_a_breach_is_out_on_the_phone_too(quick_site: Site) -> None:
    lost, number = await known(quick_site)
    async with quick_site.stage.work() as work:
        await breach.lock(work, number, None)
    assert LOST in (await lost.opens("/chat")).text
    async with quick_site.stage.work() as work:
        theirs = select(Address).where(Address.person_id == number)
        assert (await work.tx.exec(theirs)).all() == []
    coach = await quick_site.staff("Marloes")
    page = await quick_site.visitor().posts("/chat/code", {"code": await code_from(coach, number)})
    assert "Het werkcentrum deed je gesprek overal dicht" in page.text
    assert "Misschien kon iemand anders erin" in page.text
