"""Vacancies for everybody: found by typing, near a place, and one step from the chat."""

from __future__ import annotations

from typing import Any

import pytest
from sqlmodel import select

from services.store.models import Employer, Match, Person, Talk, Vacancy
from services.unit_of_work import Work
from tests.bot.web.site import Site
from tests.browser import OpenPage, axe, no_overflow, screenshot

DEMANDS: dict[str, Any] = {
    "occupation": ["cleaner"],
    "place": "2012",
    "hours": [16, 24],
    "times": ["morning"],
    "wage": {"marker": "cao"},
    "contract": "permanent",
    "must": ["mop-floors"],
    "licences": [],
    "dutch": "little",
    "level": 2,
    "conditions": ["quiet", "buddy"],
    "open_to": ["beginner"],
}


async def _employer(work: Work, name: str, *, verified: bool = True) -> tuple[int, int]:
    boss = Person(created=work.now)
    employer = Employer(name=name, verified=work.now if verified else None, created=work.now)
    work.tx.add_all([boss, employer])
    await work.tx.flush()
    return employer.id or 0, boss.id or 0


async def vacancy(
    work: Work,
    title: str,
    company: tuple[int, int],
    *,
    manner: str = "open",
    status: str = "open",
    **demands: Any,
) -> int:
    """A vacancy as an employer reported it."""
    row = Vacancy(
        employer_id=company[0],
        contact_id=company[1],
        title=title,
        status=status,
        demands={**DEMANDS, **demands},
        agreement={"manner": manner},
        advert="Bel Hans op 0612345678",
        reported=work.now,
        updated=work.now,
    )
    work.tx.add(row)
    await work.tx.flush()
    return row.id or 0


async def filled(site: Site) -> dict[str, int]:
    """Some vacancies that are public, and one of every kind that is not."""
    async with site.stage.work() as work:
        bakery = await _employer(work, "Bakkerij Bruin")
        unknown = await _employer(work, "Niemand BV", verified=False)
        return {
            "cleaner": await vacancy(work, "Schoonmaker school", bakery),
            "cook": await vacancy(
                work, "Kok strandtent", bakery, occupation=["cook"], place="zandvoort"
            ),
            "far": await vacancy(work, "Schoonmaker ver weg", bakery, place="1811"),
            "nowhere": await vacancy(work, "Schoonmaker ergens", bakery, place=None),
            "unverified": await vacancy(work, "Ongezien", unknown),
            "anonymous": await vacancy(work, "Naamloos", bakery, manner="anonymous"),
            "coach": await vacancy(work, "Besloten", bakery, manner="coach"),
            "filled": await vacancy(work, "Vervuld", bakery, status="filled"),
            "strike": await vacancy(work, "Staking", bakery, strike=True),
        }


async def test_the_list_has_what_is_public_and_nothing_else(site: Site) -> None:
    ids = await filled(site)
    page = await site.visitor().opens("/vacatures")
    assert page.status == 200
    for shown in ("Schoonmaker school", "Kok strandtent", "Bakkerij Bruin", "5 vacatures"):
        assert shown in page.text
    for hidden in ("Ongezien", "Besloten", "Vervuld", "Staking", "0612345678"):
        assert hidden not in page.html
    for name, number in ids.items():
        open_ = name in ("cleaner", "cook", "far", "nowhere", "anonymous")
        there = await site.visitor().opens(f"/vacatures/{number}")
        assert there.status == (200 if open_ else 404), name
    absent = await site.visitor().opens("/vacatures/999999")
    hidden_page = await site.visitor().opens(f"/vacatures/{ids['coach']}")
    assert (absent.status, absent.text) == (hidden_page.status, hidden_page.text)
    assert (await site.visitor().opens("/vacatures/1234567890123")).status == 404


CLEANING = {"Schoonmaker school", "Schoonmaker ver weg", "Schoonmaker ergens"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ({"zoek": "schoonmaaken"}, CLEANING),
        ({"zoek": "strantent"}, {"Kok strandtent"}),
        ({"zoek": "schoonmaker", "plaats": "harlem", "km": "5"}, {"Schoonmaker school"}),
        ({"plaats": "2011", "km": "10"}, {"Schoonmaker school", "Kok strandtent"}),
        ({"zoek": "astronaut"}, set()),
        ({"km": "abc", "pagina": "-1", "plaats": "<b>"}, CLEANING | {"Kok strandtent"}),
    ],
)
async def test_search_by_words_with_typing_errors_and_by_distance(
    quick_site: Site, typed: dict[str, str], found: set[str]
) -> None:
    await filled(quick_site)
    visitor = quick_site.visitor()
    await visitor.opens("/vacatures")
    page = await visitor.opens("/vacatures?" + "&".join(f"{k}={v}" for k, v in typed.items()))
    assert page.status == 200
    assert {title for title in page.links if title in CLEANING | {"Kok strandtent"}} == found
    assert ("Geen vacatures gevonden" in page.text) is (not found)
    if typed.get("km") == "5":
        assert page.links["Schoonmaker school"].endswith("?plaats=haarlem")
    if typed.get("plaats") == "<b>":
        assert "“<b>” ken ik niet" in page.text
        assert "<b>" not in page.html


async def test_the_form_searches_without_a_script(quick_site: Site) -> None:
    await filled(quick_site)
    visitor = quick_site.visitor()
    await visitor.opens("/")
    await visitor.follows("Bekijk vacatures")
    page = await visitor.presses("Zoek", zoek="kok", plaats="Zandvoort")
    assert "Eén vacature" in page.text
    await visitor.follows("Kok strandtent")
    assert "Vanaf Zandvoort" in visitor.page.text
    assert "Fiets: ongeveer" in visitor.page.text


async def test_many_vacancies_come_in_pages(quick_site: Site) -> None:
    async with quick_site.stage.work() as work:
        company = await _employer(work, "Bakkerij Bruin")
        for n in range(45):
            await vacancy(work, f"Schoonmaker {n:02}", company)
    visitor = quick_site.visitor()
    seen: list[str] = []
    for page in ("1", "2", "3"):
        await visitor.opens(f"/vacatures?zoek=schoonmaker&pagina={page}")
        assert "45 vacatures" in visitor.page.text
        seen += [name for name in visitor.page.links if name.startswith("Schoonmaker ")]
    assert len(seen) == len(set(seen)) == 45
    assert "zoek=schoonmaker" in visitor.page.links["2"]


async def test_one_vacancy_tells_what_counts_in_two_languages(quick_site: Site) -> None:
    number = (await filled(quick_site))["cleaner"]
    visitor = quick_site.visitor()
    page = await visitor.opens(f"/vacatures/{number}")
    for said in ("Bakkerij Bruin", "16 tot 24 uur per week", "Ochtend", "Vast", "dweilen"):
        assert said in page.text
    assert "0612345678" not in page.html
    page = await visitor.opens(f"/vacatures/{number}?taal=en&plaats=1951")
    assert page.address.query_string == "plaats=1951"
    assert "I want this" in {b for f in page.forms for b in f.buttons}
    assert "From Velsen-Noord (1951)" in page.text
    assert "Vacancies" in (await visitor.opens("/vacatures")).text


async def test_i_want_this_is_kept_through_the_intake(site: Site) -> None:
    number = (await filled(site))["cleaner"]
    visitor = site.visitor()
    await visitor.opens(f"/vacatures/{number}")
    page = await visitor.presses("Ik wil dit")
    assert "Hoe mag ik je noemen?" in page.text
    async with site.stage.work() as work:
        talks = (await work.tx.exec(select(Talk))).all()
        assert ("opening", number) in {(talk.dialog, talk.about) for talk in talks}
    for words in ("Amina", "Haarlem", "schoonmaken"):
        await visitor.types(words)
    for _ in range(16):
        if "Ja, dit klopt" in {b for f in visitor.page.forms for b in f.buttons}:
            break
        for button in ("schoonmaker", "Klaar", "Weet ik niet"):
            if button in {b for f in visitor.page.forms for b in f.buttons}:
                await visitor.presses(button)
                break
    await visitor.presses("Ja, dit klopt")
    await visitor.opens("/chat")
    assert "Schoonmaker school bij Bakkerij Bruin" in visitor.page.text
    await visitor.presses("Ik wil dit")
    async with site.stage.work() as work:
        match = (await work.tx.exec(select(Match).where(Match.vacancy_id == number))).one()
        assert match.origin == "jobseeker"


@pytest.mark.parametrize("sent", ["", "0", "abc", "-1", "99999999999999", "٣"])
async def test_a_vacancy_that_is_none_begins_an_ordinary_talk(quick_site: Site, sent: str) -> None:
    await filled(quick_site)
    visitor = quick_site.visitor()
    page = await visitor.posts("/chat/begin", {"who": "work", "vacancy": sent})
    assert page.status == 200
    assert "Hoe mag ik je noemen?" in page.text
    assert await quick_site.stage.parked() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_how_it_looks(quick_site: Site, open_page: OpenPage, scheme: str) -> None:
    ids = await filled(quick_site)
    page = await open_page(color_scheme=scheme)
    for path, name in (
        ("/", "front"),
        ("/vacatures?zoek=schoonmaken&plaats=Haarlem&km=10", "public"),
        ("/vacatures?plaats=xyzzy&zoek=astronaut", "public-none"),
        (f"/vacatures/{ids['cleaner']}?plaats=1951", "opening"),
    ):
        await page.goto(quick_site.base + path)
        assert await axe(page) == [], path
        await no_overflow(page)
        await screenshot(page, f"{name}-{scheme}", 390)
        await screenshot(page, f"{name}-{scheme}", 1280)
