"""Results of surveys: in groups and by quarter, never of a person, words only for one reader."""

from __future__ import annotations

from datetime import datetime

import pytest

from services import surveys, texts
from services.surveys import Wanted
from services.unit_of_work import Work
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Page, Site

GOOD, SMALL = "Fijn geholpen", "Alleen ik zei dit"
ADDRESS = "/console/onderzoek"


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def answered(office: Office, organisation: str, scores: list[int], words: str = "") -> None:
    for place, score in enumerate(scores):
        person = await office.site.stage.person(f"{organisation}-{place}")
        async with office.site.stage.work() as work:
            wanted = Wanted(person.number, "jobseeker", "yearly", 2026, organisation)
            row = await surveys.ask(work, wanted)
            await surveys.answer(work, row.id or 0, actor=person.number, score=score, words=words)


async def opened(office: Office, who: str, query: str = "") -> Page:
    desk = await office.desk(who)
    return await desk.opens(ADDRESS + query)


async def test_a_group_shows_its_mean_and_a_small_one_shows_nothing(office: Office) -> None:
    await answered(office, "haarlem", [5, 4, 4, 3, 4, 4], GOOD)
    await answered(office, "velsen", [5, 5, 5, 5, 5])
    await answered(office, "zandvoort", [1], SMALL)
    page = await opened(office, "reader")
    assert said("desk-survey-answered", n=6, of=6) in page.text
    assert page.text.count(said("desk-survey-hidden")) == 2  # and one that would give it away
    assert said("desk-survey-answered", n=1, of=1) not in page.text
    assert (GOOD in page.text, SMALL in page.text) == (False, False)


async def test_only_the_regional_manager_reads_words_and_never_a_name(office: Office) -> None:
    await answered(office, "haarlem", [5, 4, 2, 3, 4], GOOD)
    page = await opened(office, "regional manager")
    assert GOOD in page.text
    assert said("desk-survey-words") in page.text


async def test_words_of_few_are_of_nobody(office: Office) -> None:
    await answered(office, "zandvoort", [1, 2, 1, 2], SMALL)
    page = await opened(office, "regional manager")
    assert SMALL not in page.text


async def test_a_quarter_holds_its_own_days(office: Office) -> None:
    await answered(office, "haarlem", [4] * 5)
    person = await office.site.stage.person("september")
    async with office.site.stage.work() as work:
        earlier = Work(work.tx, datetime.fromisoformat("2026-09-30T20:00:00+00:00"), work.region)
        await surveys.ask(earlier, Wanted(person.number, "jobseeker", "yearly", 2025, "velsen"))
    page = await opened(office, "regional manager", "?kwartaal=2026-4&per=month")
    assert "november 2026" in page.text
    assert "september 2026" not in page.text
    page = await opened(office, "regional manager", "?kwartaal=2026-3&per=month")
    assert "september 2026" in page.text
    page = await opened(office, "regional manager", "?kwartaal=2026-2")
    assert said("desk-survey-none") in page.text


@pytest.mark.parametrize("query", ["?kwartaal=2026-9", "?kwartaal=x&kant=y&per=z", "?kant=%00"])
async def test_an_address_that_is_none_shows_this_quarter(office: Office, query: str) -> None:
    page = await opened(office, "regional manager", query)
    assert said("desk-survey-running") in page.text
