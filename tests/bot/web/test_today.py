"""Vandaag is complete: whatever waits stands on a desk, questions first, and all of it is seen."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import select

from services import agreed
from services.matches import meetings
from services.store.models import (
    Absence,
    CheckIn,
    Employer,
    Jobseeker,
    Match,
    Person,
    Staff,
    Vacancy,
)
from tests.bot.web.office import FULL_NAME, Office, opened_office
from tests.bot.web.site import Site
from tests.bot.web.test_console_day import said, waiting
from tests.bot.web.test_console_talk import began


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def put(office: Office, table: type, key: int, **changed: object) -> None:
    """Change a row."""
    async with office.site.stage.work() as work:
        row = await work.get(table, key)
        for name, value in changed.items():
            setattr(row, name, value)


async def test_questions_come_first_with_their_words_then_who_one_meets_today(
    office: Office,
) -> None:
    await office.works()
    await office.put("invited", agreed=True)
    async with office.site.stage.work() as work:
        coach = office.site.stage.actors["own coach"].number
        starts = work.now + timedelta(hours=3)
        await meetings.plan(work, office.match, actor=coach, starts=starts)
    await office.asks("Mag ik mijn hond meenemen?")
    page = (await office.desk("own coach")).page
    rows = waiting(page)
    assert rows[0] == said("desk-question", name=FULL_NAME)
    assert "Mag ik mijn hond meenemen?" in page.text
    assert FULL_NAME in rows[1]
    assert "13:00" in rows[1]
    assert rows[2].startswith(f"{FULL_NAME} bij Bakkerij De Korst: hoe gaat het op het werk")
    assert all("Bakkerij De Korst" in row for row in rows[1:4])


async def test_an_appointment_that_was_asks_how_it_went(office: Office) -> None:
    await office.meets()
    office.site.stage.clock.move(timedelta(days=3))
    coach = await office.site.staff("own coach")
    page = await coach.opens("/console")
    (row,) = [each for each in waiting(page) if each.startswith("Hoe ging het?")]
    assert row == said("desk-met", name=FULL_NAME, company="Bakkerij De Korst")


async def test_matches_of_one_person_are_one_row(office: Office) -> None:
    async with office.site.stage.work() as work:
        first = await work.get(Vacancy, office.vacancy)
        other = Vacancy(
            employer_id=first.employer_id, contact_id=first.contact_id, title="Inpakker",
            demands=first.demands, reported=work.now, updated=work.now,
        )  # fmt: skip
        work.tx.add(other)
        await work.tx.flush()
        was = await work.get(Match, office.match)
        row = Match(
            jobseeker_id=office.her, vacancy_id=other.id or 0, score=was.score - 1,
            reasons=was.reasons, created=work.now, since=work.now,
        )  # fmt: skip
        work.tx.add(row)
    visitor = await office.desk("own coach")
    (row_,) = [each for each in waiting(visitor.page) if "beoordelen" in each]
    assert row_ == said("desk-matches-of", n=2, name=FULL_NAME)
    assert "Schoonmaker in de ochtend bij Bakkerij De Korst" in visitor.page.text
    page = await visitor.opens(f"/console/werkzoekenden/{office.her}")
    assert 'id="matches"' in page.html


async def test_who_has_no_plan_after_four_weeks_is_on_the_list(office: Office) -> None:
    async with office.site.stage.work() as work:
        long_ago = work.now - timedelta(days=30)
    await put(office, Jobseeker, office.her, created=long_ago)
    visitor = await office.desk("own coach")
    assert said("desk-no-plan", n=1) in waiting(visitor.page)
    assert FULL_NAME in visitor.page.text
    page = await visitor.opens("/console/werkzoekenden?toon=no-plan")
    assert f"/console/werkzoekenden/{office.her}" in page.links.values()
    await office.plans()
    page = await visitor.opens("/console/werkzoekenden?toon=no-plan")
    assert f"/console/werkzoekenden/{office.her}" not in page.links.values()
    assert said("desk-no-plan", n=1) not in waiting(await visitor.opens("/console"))


async def test_nobody_of_a_colleague_who_is_away_lies_unseen(office: Office) -> None:
    """Nobody stands in: the lead of the team has the work; somebody does: that colleague has it."""
    coach = office.site.stage.actors["own coach"].number
    await office.desk("colleague")
    colleague = office.site.stage.actors["colleague"].number
    await put(office, Staff, colleague, lead=True)
    assert waiting((await office.desk("colleague")).page) == []
    async with office.site.stage.work() as work:
        away = Absence(person_id=coach, starts=work.today, ends=work.today, created=work.now)
        work.tx.add(away)
    (row,) = waiting((await office.desk("colleague")).page)
    assert row.startswith(f"Match beoordelen: {FULL_NAME}")


async def test_the_regional_manager_sees_what_waits_too_long_and_with_whom(office: Office) -> None:
    visitor = await office.desk("regional manager")
    assert said("desk-today-count", n=0) in visitor.page.text
    async with office.site.stage.work() as work:
        long_ago = work.now - timedelta(days=111)
        name = (await work.get(Person, office.site.stage.actors["own manager"].number)).name
    await put(office, Employer, office.employer, verified=None, created=long_ago)
    page = (await office.desk("regional manager")).page
    assert waiting(page) == [said("desk-employer", company="Bakkerij De Korst")]
    assert said("desk-with-colleague", colleague=name, others=0) in page.text
    assert "111 dagen" in page.text


async def test_a_talk_begun_at_a_desk_is_gone_on_with_the_next_day(office: Office) -> None:
    desk, number = await began(office)
    address = f"/console/gesprek/{number}"
    office.site.stage.clock.move(timedelta(days=1))
    desk = office.desks["own coach"] = await office.site.staff("own coach")
    page = await desk.opens("/console")
    assert address in page.links.values()
    assert [row for row in waiting(page) if row.startswith("Verder samen invullen met")]
    await desk.opens(address)
    await desk.presses(said("desk-together-begin"))
    for _ in range(50):  # what was asked last is asked again, as soon as it is answered
        if "bubble--bot" in desk.page.html:
            break
        await asyncio.sleep(0.1)
        await desk.opens(address)
    assert "bubble--bot" in desk.page.html


async def test_several_moments_of_one_placement_are_one_row(office: Office) -> None:
    await office.works(kind="regular", weeks=20)
    async with office.site.stage.work() as work:
        query = select(CheckIn).where(CheckIn.side == "coach", CheckIn.due <= work.today)
        open_ = [row for row in (await work.tx.exec(query)).all() if row.moment != "wage-value"]
    assert len(open_) > 2
    page = (await office.desk("own coach")).page
    (row,) = [
        each for each in waiting(page) if each.startswith(f"{FULL_NAME} bij") and "hoe" not in each
    ]
    assert row.endswith("week 5")
    assert f"{len(open_) - 1} momenten daarvoor" in page.text


async def test_the_lists_have_whom_vandaag_counts(office: Office) -> None:
    """Somebody of a colleague, and somebody who is new, are in neither."""
    await office.desk("colleague")
    async with office.site.stage.work() as work:
        long_ago = work.now - timedelta(days=40)
        her = await work.get(Jobseeker, office.her)
        her.created = her.updated = long_ago
        (await work.get(Person, office.her)).seen = long_ago
        colleague = office.site.stage.actors["colleague"].number
        for name, coach, since in (
            ("Van een ander", colleague, long_ago),
            ("Pas nieuw", her.coach_id, work.now),
        ):
            person = Person(name=name, full_name=name, created=since, seen=since)
            work.tx.add(person)
            await work.tx.flush()
            row = Jobseeker(
                person_id=person.id or 0,
                team=her.team,
                coach_id=coach,
                created=since,
                updated=since,
            )
            work.tx.add(row)
    visitor = await office.desk("own coach")
    for kind in ("silent", "no-plan"):
        page = await visitor.opens("/console")
        assert said(f"desk-{kind}", n=1) in waiting(page)
        page = await visitor.opens(f"/console/werkzoekenden?toon={kind}")
        assert said("desk-count", n=1) in page.text
        assert FULL_NAME in page.text


async def test_without_a_coach_is_a_list(office: Office) -> None:
    await put(office, Jobseeker, office.her, coach_id=None)
    visitor = await office.desk("colleague")
    page = await visitor.opens("/console/werkzoekenden?toon=no-coach")
    assert FULL_NAME in page.text


async def test_a_call_says_about_what(office: Office) -> None:
    await put(office, Vacancy, office.vacancy, agreement={"channel": "phone", "manner": "open"})
    async with office.site.stage.work() as work:
        await agreed.ask(work, await work.get(Vacancy, office.vacancy), "meeting", office.match)
    page = (await office.desk("own manager")).page
    assert "deze werkgever wil gebeld worden: een kandidaat wacht op antwoord" in page.text


async def test_a_vacancy_begun_on_the_phone_is_gone_on_with(office: Office) -> None:
    hans = office.site.stage.actors["hans"].number
    desk = await office.desk("own manager")
    await desk.opens(f"/console/werkgevers/{office.employer}")
    await desk.presses(f"{said('desk-enter-vacancy')} Hans")
    for _ in range(50):
        if "data-choices" in (await desk.opens(f"/console/gesprek/{hans}")).html:
            break
        await asyncio.sleep(0.1)
    await desk.presses(said("desk-together-done"))
    page = await desk.opens("/console")
    assert "Verder samen invullen met Hans van Bakkerij De Korst" in waiting(page)
    assert f"/console/gesprek/{hans}" in page.links.values()
