"""The console: who may open what, and what pressing its buttons does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from services.help import requests
from services.store.models import (
    Dossier,
    Employer,
    Event,
    Jobseeker,
    Match,
    Message,
    Person,
    Remark,
)
from tests.bot.web.site import Site
from tests.bot.web.world import made, stored

TEAM = {"team": "employers-zuid"}


async def events(site: Site, kind: str) -> list[Event]:
    async with site.stage.work() as work:
        return list((await work.tx.exec(select(Event).where(Event.kind == kind))).all())


async def test_vandaag_says_what_waits_and_carries_the_action(site: Site) -> None:
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes")
    page = await coach.opens("/console")
    assert "Er wacht één ding op u." in page.text
    assert "Match beoordelen: Amina Haddad en Schoonmaker bakkerij bij " in page.text
    await coach.follows("Bekijk match")
    assert coach.page.path == f"/console/matches/{world.match}"


async def test_what_was_promised_stands_above_what_is_to_be_checked(quick_site: Site) -> None:
    await quick_site.staff("Naoual", "account_manager", **TEAM)
    await made(quick_site, manager="Naoual")
    quick_site.stage.clock.move(timedelta(hours=71))
    manager = await quick_site.staff("Naoual", "account_manager", **TEAM)
    page = await manager.opens("/console")
    checked, answer = page.text.index("Nieuwe werkgever"), page.text.index("wacht op antwoord")
    assert answer < checked  # one hour left, and two days late
    assert "nog 1 uur van de 72" in page.text


async def test_a_match_shows_both_sides_and_adds_up(quick_site: Site) -> None:
    coach = await quick_site.staff("Marloes")
    world = await made(quick_site, "Marloes")
    page = await coach.opens(f"/console/matches/{world.match}")
    match = await stored(quick_site, Match, world.match)
    for said in (
        "16 tot 24 uur",  # hers
        "20 tot 24 uur",  # asked
        "Geen rijbewijs",
        "kan niet",  # licence B is a hard limit
        f"Waarom {match.score}",
        "U beslist.",
        "biedt de werkgever",  # buddy
        "noemde de werkgever niet",  # quiet
    ):
        assert said in page.text
    assert "<table" in page.html


async def test_a_coach_puts_a_vacancy_before_somebody(site: Site) -> None:
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes")
    await coach.opens(f"/console/matches/{world.match}")
    await coach.presses("Voorleggen aan werkzoekende")
    assert (await stored(site, Match, world.match)).state == "approved"
    assert "ligt bij de werkzoekende" in coach.page.text
    await site.stage.worker.drain()
    async with site.stage.work() as work:
        query = select(Message).where(Message.person_id == world.jobseeker)
        said = (await work.tx.exec(query.order_by(col(Message.id)))).all()
    assert "interest-answer" in str(said[-1].body)


async def test_declining_keeps_the_reason_and_who_gave_it(site: Site) -> None:
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes")
    await coach.opens(f"/console/matches/{world.match}")
    await coach.presses("Leg vast", reason_declined="travel", words="Te ver met de fiets")
    assert (await stored(site, Match, world.match)).state == "declined"
    assert "niet passend: te ver “Te ver met de fiets” Marloes" in coach.page.text


async def test_somebody_else_decided_first(site: Site) -> None:
    coach, colleague = await site.staff("Marloes"), await site.staff("Dilan")
    world = await made(site, "Marloes")
    await coach.opens(f"/console/matches/{world.match}")
    await colleague.opens(f"/console/matches/{world.match}")
    await colleague.presses("Leg vast", reason_declined="plan")
    page = await coach.presses("Voorleggen aan werkzoekende")
    assert page.status == 409
    assert "Hier is al over beslist." in page.text
    assert (await stored(site, Match, world.match)).state == "declined"


async def test_later_takes_it_off_the_list_for_a_day(quick_site: Site) -> None:
    coach = await quick_site.staff("Marloes")
    world = await made(quick_site, "Marloes")
    await coach.opens(f"/console/matches/{world.match}")
    await coach.presses("Later")
    assert "Er wacht nu niets op u." in coach.page.text
    quick_site.stage.clock.move(timedelta(days=1, minutes=1))
    coach = await quick_site.staff("Marloes")
    assert "Match beoordelen" in (await coach.opens("/console")).text


async def test_looking_is_written_down_once_and_she_can_read_it(site: Site) -> None:
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes")
    for _ in range(3):
        page = await coach.opens(f"/console/werkzoekenden/{world.jobseeker}")
    assert len(await events(site, "viewed")) == 1
    assert page.text.endswith("Marloes · de gegevens")


async def test_old_facts_are_marked(quick_site: Site) -> None:
    coach = await quick_site.staff("Marloes")
    world = await made(quick_site, "Marloes")
    page = await coach.opens(f"/console/werkzoekenden/{world.jobseeker}")
    assert "lang geleden bevestigd: 1 januari 2025" in page.text
    assert page.text.count("lang geleden") == 1


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("amina", True),
        ("Amnia", True),  # a slip of the keys
        ("ami", True),
        ("amina hadad", True),
        ("Haddad", True),
        ("amina jansen", False),
        ("bert", False),
        ("", True),
    ],
)
async def test_people_are_found_with_typos(quick_site: Site, typed: str, found: bool) -> None:
    coach = await quick_site.staff("Marloes")
    await made(quick_site, "Marloes")
    await coach.opens("/console/werkzoekenden")
    page = await coach.presses("Zoek", zoek=typed)
    assert ("Eén persoon" in page.text) is found


async def test_a_question_is_answered_in_her_own_chat(site: Site) -> None:
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes", state="approved")
    async with site.stage.work() as work:
        await requests.ask(
            work, await work.get(Person, world.jobseeker), "Mag ik <i>morgen</i> bellen?"
        )
    await coach.opens("/console")
    assert "Amina Haddad heeft een vraag" in coach.page.text
    await coach.follows("Lees en antwoord")
    assert "Mag ik <i>morgen</i> bellen?" in coach.page.text
    await coach.presses("Stuur", words="Ja, om tien uur.")
    assert "Ja, om tien uur." in coach.page.text
    assert "Er wacht nu niets op u." in (await coach.opens("/console")).text
    async with site.stage.work() as work:
        query = select(Message).where(Message.person_id == world.jobseeker)
        said = (await work.tx.exec(query.order_by(col(Message.id)))).all()
    assert "Ja, om tien uur." in str(said[-1].body)
    assert said[-1].kind == "promise"


async def test_a_question_of_an_employer_reaches_their_account_manager(site: Site) -> None:
    manager = await site.staff("Naoual", "account_manager", **TEAM)
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes", "Naoual")
    async with site.stage.work() as work:
        await requests.ask(work, await work.get(Person, world.contact), "Wanneer hoor ik iets?")
    assert "Bas heeft een vraag" not in (await coach.opens("/console")).text
    await manager.opens("/console")
    await manager.follows("Lees en antwoord")
    assert "Bas, Bakkerij Bruin" in manager.page.text
    assert "Wanneer hoor ik iets?" in manager.page.text
    assert (await coach.opens(manager.page.path)).status == 404
    await manager.presses("Al geregeld, bijvoorbeeld gebeld")
    assert "Bas heeft een vraag" not in manager.page.text


async def test_a_coach_is_chosen_within_the_team(site: Site) -> None:
    coach = await site.staff("Marloes")
    await site.staff("Piet", team="intake-velsen")
    world = await made(site)
    assert "Amina Haddad heeft nog geen coach" in (await coach.opens("/console")).text
    await coach.opens(f"/console/werkzoekenden/{world.jobseeker}")
    await coach.presses("Maak coach", coach=str(site.stage.actors["Marloes"].number))
    assert "coach: Marloes" in coach.page.text
    page = await coach.presses("Maak coach", coach=str(site.stage.actors["Piet"].number))
    assert page.status == 404
    row = await stored(site, Jobseeker, world.jobseeker)
    assert row.coach_id == site.stage.actors["Marloes"].number


async def test_the_dossier_takes_codes_and_nothing_else(site: Site) -> None:
    coach = await site.staff("Marloes")
    world = await made(site, "Marloes")
    file = f"/console/werkzoekenden/{world.jobseeker}"
    await coach.opens(file)
    await coach.presses("Bewaar", benefit="bijstand", birth_year="1990", since="2025-01-01")
    async with site.stage.work() as work:
        facts = (await work.get(Dossier, world.jobseeker)).facts
    assert facts == {"benefit": "bijstand", "birth_year": "1990", "since": "2025-01-01"}
    await coach.opens(file)
    await coach.presses("Bewaar", since="")
    async with site.stage.work() as work:
        facts = (await work.get(Dossier, world.jobseeker)).facts
    assert facts == {"benefit": "bijstand", "birth_year": "1990"}
    await coach.opens(file)
    page = await coach.presses("Bewaar", birth_year="999999990")
    assert page.status == 400


async def test_an_employer_is_checked_and_what_waited_goes_on(site: Site) -> None:
    manager = await site.staff("Naoual", "account_manager", **TEAM)
    await site.stage.person("Marloes", "coach", team="intake-haarlem")
    world = await made(site, "Marloes", "Naoual", state="interested")
    await manager.opens("/console")
    await manager.follows("Controleer")
    assert "90001051" in manager.page.text
    await manager.presses("Ja, gecontroleerd")
    assert (await stored(site, Employer, world.employer)).verified is not None
    assert (await stored(site, Match, world.match)).state == "introduced"


async def test_a_vacancy_tells_what_its_demands_cost(quick_site: Site) -> None:
    manager = await quick_site.staff("Naoual", "account_manager", **TEAM)
    world = await made(quick_site, manager="Naoual")
    page = await manager.opens(f"/console/vacatures/{world.vacancy}")
    for said in (
        "Met deze eisen past nu niemand.",
        "Zonder “rijbewijs B” 1 1",
        "in de tekst: “20 tot 24 uur”",
        "nog 72 uur van de 72",
        "Kandidaat",
    ):
        assert said in page.text
    assert "Amina" not in page.text
    await manager.presses("Vervuld")
    assert (await stored(quick_site, Match, world.match)).state == "withdrawn"


async def test_names_are_shown_as_words(quick_site: Site) -> None:
    coach = await quick_site.staff("Marloes")
    world = await made(quick_site, "Marloes", name="<script>alert(1)</script>")
    for path in (
        "/console",
        "/console/werkzoekenden",
        f"/console/werkzoekenden/{world.jobseeker}",
        f"/console/matches/{world.match}",
        f"/console/vacatures/{world.vacancy}",
    ):
        page = await coach.opens(path)
        assert page.status == 200, path
        assert "<script>alert" not in page.html, path
        assert "&lt;script&gt;alert" in page.html, path


async def test_a_fault_of_ours_is_not_called_a_page_that_is_not_there(
    quick_site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    """A stored match that cannot be read is a 500 with a kind page, and no words of anybody."""
    coach = await quick_site.staff("Marloes")
    world = await made(quick_site, "Marloes", reasons={})
    page = await coach.opens(f"/console/matches/{world.match}")
    assert page.status == 500
    assert "Er ging iets mis bij ons" in page.text
    assert "Traceback" not in page.html
    assert "KeyError" not in page.html


async def test_remarks_go_with_the_person(quick_site: Site) -> None:
    coach = await quick_site.staff("Marloes")
    world = await made(quick_site, "Marloes")
    await coach.opens(f"/console/matches/{world.match}")
    await coach.presses("Leg vast", reason_declined="other", words="belt liever niet")
    async with quick_site.stage.work() as work:
        remark = (await work.tx.exec(select(Remark))).one()
    assert remark.person_id == world.jobseeker
    assert remark.author_id == quick_site.stage.actors["Marloes"].number
