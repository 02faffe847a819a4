"""At a desk nothing of hers is done in her name: every command and every dialog there is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlmodel import col, select

from bot.web.rate_limit import RateLimit
from bot.web.seats import CONSOLE
from dialogs import atdesk, commands
from dialogs.questions import Choice
from dialogs.registry import FORMS
from services import texts
from services.access import assisted, links, sessions
from services.store.models import (
    Address,
    CheckIn,
    Dossier,
    Event,
    Jobseeker,
    Link,
    Match,
    Meeting,
    Message,
    Person,
    Placement,
    Plan,
    PlanStep,
    Survey,
    Talk,
)
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site, Visitor

# What the law and the project say is hers alone, whatever the table of the product says.
HERS = {
    *("erase", "visible", "interest", "confirm", "opening", "plan", "plan-review", "plan-tick"),
    *("plan-wish", "ask", "appointment", "after-meeting", "checkin", "survey", "own-work", "fresh"),
}
HER_COMMANDS = {
    *("export", "erase", "visible", "viewers", "elsewhere", "pause", "resume", "coach"),
    *("own-work", "appointments", "plan", "later", "no-more", "remind", "jobs"),
}
BENEFIT = texts.text("nl", "private-benefit.bijstand")
REFUSED = texts.text("nl", "desk-own-only")
TABLES = (Dossier, Jobseeker, Match, Meeting, Placement, CheckIn, Plan, PlanStep, Survey, Link)


@pytest.fixture
async def office(quick_site: Site) -> AsyncIterator[Office]:
    quick_site.deps.pace = RateLimit((100_000, 60.0))  # nobody types as fast as this walk
    running = await opened_office(quick_site)
    await running.plans()
    await running.meets()
    await running.works()
    async with quick_site.stage.work() as work:
        facts = {"benefit": "bijstand"}
        work.tx.add(Dossier(person_id=running.her, facts=facts, updated=work.now))
        (await work.get(Match, running.match)).state = "approved"
        (await work.get(Person, running.her)).language = "nl"
    yield running


async def at_desk(office: Office, who: str) -> Visitor:
    """A colleague who began to fill in together."""
    desk = await office.desk(who)
    await desk.opens(f"/console/gesprek/{office.her}")
    await desk.presses(texts.text("nl-u", "desk-together-begin"))
    return desk


async def says(office: Office, who: str, **said: str) -> str:
    """What is answered at the desk; the last message."""
    path, desk = f"/console/gesprek/{office.her}/chat/say", office.desks[who]
    token = sessions.form_token(desk.cookie(CONSOLE))
    page = await desk.posts(path, {"form_token": token, **said}, **{"X-Werklijn": "script"})
    assert page.status == 204
    await office.site.stage.worker.drain()
    async with office.site.stage.work() as work:
        number = office.site.stage.actors[who].number
        talk = await assisted.current(work, office.her, number)
        assert talk is not None
        messages = [each for each in await assisted.said(work, talk) if each.ours]
        lines = [text for text, _ in (messages[-1].body or {})["lines"]]
    return " ".join(lines)


async def hers(office: Office) -> list[Any]:
    """All that is hers: what is kept, and what was done in her name."""
    async with office.site.stage.work() as work:
        rows: list[Any] = []
        for table in TABLES:
            rows += [each.model_dump() for each in (await work.tx.exec(select(table))).all()]
        person = await work.get(Person, office.her)
        rows += [person.paused, person.quiet, person.unasked, person.erased, person.phone]
        acts = select(Event.id, Event.kind).where(Event.actor_id == office.her)
        rows += [tuple(each) for each in (await work.tx.exec(acts)).all()]
        asked = select(Talk.dialog, Talk.about).where(Talk.person_id == office.her)
        rows += [tuple(each) for each in (await work.tx.exec(asked)).all() if each[0] in HERS]
        elsewhere = select(Message.id).where(
            Message.person_id == office.her, Message.channel != "desk"
        )
        rows += (await work.tx.exec(elsewhere)).all()
    return rows


def presses(office: Office, dialog: str) -> list[str]:
    """Every button a dialog may have here: opening it, and each choice of each question."""
    abouts = {"opening": office.vacancy, "plan": office.plan, "plan-review": office.plan}
    abouts |= {"plan-tick": office.step, "appointment": office.meeting, "checkin": office.bad}
    about = abouts.get(dialog, office.match if dialog in ("interest", "confirm", "review") else 0)
    where = f"{dialog}.{about}" if about else dialog
    found = [f"{where}::-open", f"{where}::-ok"]
    for name, question in FORMS[dialog].questions.items():
        if isinstance(question, Choice):
            found += [f"{where}:{name}:{code}" for code in question.options]
    return found


@pytest.mark.timeout(300)
@pytest.mark.parametrize("who", ["own coach", "colleague"])
async def test_every_dialog_at_a_desk(office: Office, who: str) -> None:
    await at_desk(office, who)
    for dialog in FORMS:
        declared = atdesk.DIALOGS.get(dialog, atdesk.OWN)
        assert declared == atdesk.OWN or dialog not in HERS
        if declared == atdesk.SHARED or (declared == atdesk.DOSSIER and who == "own coach"):
            assert "desk-own-only" not in await says(office, who, press=f"{dialog}::-open"), dialog
            continue
        before = await hers(office)
        for press in presses(office, dialog):
            assert await says(office, who, press=press) == "desk-own-only", press
        assert await hers(office) == before, dialog


@pytest.mark.timeout(300)
@pytest.mark.parametrize("who", ["own coach", "colleague"])
async def test_every_command_at_a_desk(office: Office, who: str) -> None:
    await at_desk(office, who)
    for name in commands.COMMANDS:
        declared = atdesk.COMMANDS.get(name, atdesk.OWN)
        assert declared == atdesk.OWN or name not in HER_COMMANDS
        refused = declared == atdesk.OWN or (declared == atdesk.DOSSIER and who != "own coach")
        before = await hers(office)
        typed = texts.text("nl", f"command.{name}-slash")
        for said in ({"press": f"::{name}"}, {"words": f"/{typed}"}, {"words": f"/{name}"}):
            answer = await says(office, who, **said)
            assert (answer == "desk-own-only") is refused, (name, said, answer)
        assert await hers(office) == before, name


@pytest.mark.parametrize("who", ["own coach", "colleague"])
async def test_share_helps_is_no_question_of_a_desk(office: Office, who: str) -> None:
    """Whether employers may know what helps is a consent: what helps is not."""
    async with office.site.stage.work() as work:
        row = await work.get(Jobseeker, office.her)
        row.profile = {**row.profile, "share_helps": "yes"}
    await at_desk(office, who)
    await says(office, who, press="helps::-open")
    await says(office, who, press="helps:helps:no-lifting")
    await says(office, who, press="helps:helps:done")
    await says(office, who, press="helps:share_helps:yes")
    async with office.site.stage.work() as work:
        row = await work.get(Jobseeker, office.her)
        number = office.site.stage.actors[who].number
        assert "no-lifting" in row.profile["helps"]
        assert "share_helps" not in row.profile  # asked anew, of her alone
        assert row.confirmed["helps"]["by"] == number


async def test_a_code_typed_at_a_desk_joins_nobody(office: Office) -> None:
    other = await office.site.stage.person("Piet")
    async with office.site.stage.work() as work:
        _, code = await links.personal_link(work, other.number)
    await at_desk(office, "own coach")
    assert await says(office, "own coach", words=f"/start {code}") == "desk-own-only"
    async with office.site.stage.work() as work:
        query = select(Address).where(Address.person_id == office.her)
        assert (await work.tx.exec(query)).first() is not None


async def test_her_own_conversation_and_benefit_are_not_on_the_desk(office: Office) -> None:
    """She told about her benefit in her own chat, and a talk about it is still open there."""
    stage = office.site.stage
    await stage.gives("her", {"kind": "pick", "press": "private::-open"})
    await stage.gives("her", {"kind": "pick", "press": "private:benefit:bijstand"})
    await stage.gives("her", {"kind": "text", "words": "Dit is mijn geheim"})
    for who in ("own coach", "colleague"):
        page = (await at_desk(office, who)).page
        assert BENEFIT not in page.text
        assert "geheim" not in page.text
        await says(office, who, words="hallo")
        await says(office, who, press="::go-on")
        desk = await office.desk(who)
        page = await desk.opens(f"/console/gesprek/{office.her}")
        assert "hallo" in page.text
        if who == "colleague":
            assert BENEFIT not in page.text
            assert "uitkering" not in page.text.lower()
    async with stage.work() as work:
        query = select(Event).where(Event.kind == assisted.BEGAN).order_by(col(Event.id))
        began = (await work.tx.exec(query)).all()
    names = [stage.actors[who].number for who in ("own coach", "colleague")]
    assert [each.actor_id for each in began] == names


async def test_one_desk_at_a_time_and_not_for_ever(office: Office) -> None:
    address = f"/console/gesprek/{office.her}"
    begin = texts.text("nl-u", "desk-together-begin")
    first = await at_desk(office, "own coach")
    await first.types("Dag")
    await at_desk(office, "colleague")
    page = await first.opens(address)
    assert "Dag" not in page.text
    assert begin in [each for form in page.forms for each in form.buttons]
    said = await office.posts("own coach", f"{address}/chat/say", words="En nu?")
    assert said.headers["Location"] == address
    second = await office.desk("colleague")
    await second.opens(address)
    assert "En nu?" not in second.page.text
    office.site.stage.clock.move(assisted.LASTS)
    office.site.stage.clock.move(assisted.LASTS)
    assert begin in [each for form in (await second.opens(address)).forms for each in form.buttons]


async def test_she_is_told_by_name_and_can_leave_it(office: Office) -> None:
    desk = await at_desk(office, "colleague")
    told = "\n".join(await office.site.stage.hears("her"))
    assert "colleague vulde samen met jou in" in told
    await desk.presses(texts.text("nl-u", "desk-together-done"))
    assert desk.page.path == f"/console/werkzoekenden/{office.her}"
    assert "begon met samen invullen" in desk.page.text
