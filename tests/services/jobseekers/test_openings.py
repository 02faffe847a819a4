"""Looking round for work: search, why it fits, help, and applying."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from sqlmodel import select

from bot.stage import Stage, staged
from services import matches, texts
from services.jobseekers import openings
from services.refused import RefusedError
from services.store.models import Employer, Jobseeker, Match, Person, Vacancy
from services.unit_of_work import Work


async def world(stage: Stage) -> dict[str, int]:
    """A jobseeker with a coach, and vacancies of a verified employer and of one nobody checked."""
    coach = await stage.person("Noor", "coach", team="intake-haarlem")
    her = await stage.person("Amina")
    boss = await stage.person("Bas")
    async with stage.work() as work:
        (await work.get(Person, her.number)).name = "Amina"
        work.tx.add(
            Jobseeker(
                person_id=her.number,
                profile={
                    "home": "2011",
                    "wanted": ["cleaner"],
                    "done": ["cleaner"],
                    "skills": ["mop-floors", "clean-toilets"],
                    "hours": [16, 24],
                    "travel": ["bike", "walk"],
                    "limit": 45,
                },
                team="intake-haarlem",
                coach_id=coach.number,
                created=work.now,
                updated=work.now,
            )
        )
        found = {"coach": coach.number, "her": her.number, "boss": boss.number}
        for name, verified in (("checked", work.now), ("unchecked", None)):
            employer = Employer(name=name, verified=verified, created=work.now)
            work.tx.add(employer)
            await work.tx.flush()
            for title, occupation, manner, more in (
                ("Schoonmaker school", "cleaner", "open", {}),
                ("Kok strandtent", "cook", "open", {}),
                ("Schoonmaker stil", "cleaner", "closed", {}),
                ("Schoonmaker staking", "cleaner", "open", {"strike": True}),
            ):
                row = Vacancy(
                    employer_id=employer.id or 0,
                    contact_id=boss.number,
                    title=title,
                    demands={
                        "occupation": [occupation],
                        "place": "2012",
                        "hours": [16, 20],
                        **more,
                    },
                    agreement={"manner": manner},
                    reported=work.now,
                    updated=work.now,
                )
                work.tx.add(row)
                await work.tx.flush()
                found[f"{name}: {title}"] = row.id or 0
    return found


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with staged(database_url) as running:
        yield running


async def titles(work: Work, words: str) -> list[str]:
    return [row.title for row, _ in openings.about(await openings.public(work), words, "nl")]


async def test_only_what_may_be_public_is_found(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        assert {row.title for row, _ in await openings.public(work)} == {
            "Schoonmaker school",
            "Kok strandtent",
        }
        for hidden in ("checked: Schoonmaker stil", "unchecked: Schoonmaker school"):
            with pytest.raises(LookupError):
                await openings.one(work, ids[hidden])
            with pytest.raises(LookupError):
                await openings.apply(work, ids["her"], ids[hidden])
        with pytest.raises(LookupError):
            await openings.one(work, 987654)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("schoonmaaken", ["Schoonmaker school"]),
        ("poetsen", ["Schoonmaker school"]),
        ("strandtent", ["Kok strandtent"]),
        ("chef kok", ["Kok strandtent"]),
        ("astronaut", []),
        ("😀", ["Schoonmaker school", "Kok strandtent"]),
    ],
)
async def test_typed_words_find_the_same_work(
    stage: Stage, typed: str, expected: list[str]
) -> None:
    await world(stage)
    async with stage.work() as work:
        assert sorted(await titles(work, typed)) == sorted(expected)


async def test_near_is_near(stage: Stage) -> None:
    await world(stage)
    async with stage.work() as work:
        rows = await openings.public(work)
        assert len(openings.within(rows, "2011", 5)) == 2
        assert openings.within(rows, "1951", 5) == []
        assert len(openings.within(rows, "nergens", 5)) == 2


async def test_she_applies_the_coach_agrees_and_her_yes_stands(stage: Stage) -> None:
    ids = await world(stage)
    vacancy = ids["checked: Schoonmaker school"]
    async with stage.work() as work:
        match = await openings.apply(work, ids["her"], vacancy)
        assert (match.state, match.origin) == ("proposed", "jobseeker")
        with pytest.raises(RefusedError):
            await openings.apply(work, ids["her"], vacancy)
    heard = "\n".join(await stage.hears("Noor"))
    assert "Amina" in heard
    assert "Schoonmaker school" in heard
    async with stage.work() as work:
        await matches.move(work, match.id or 0, "approved", actor=ids["coach"])
    async with stage.work() as work:
        assert (await work.get(Match, match.id)).state == "introduced"
    assert any("goed idee" in line for line in await stage.hears("Amina"))


async def test_a_no_of_the_coach_is_told_and_cannot_be_taken_back(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        match = await openings.apply(work, ids["her"], ids["checked: Kok strandtent"])
        await matches.move(work, match.id or 0, "declined", actor=ids["coach"], reason="skills")
    assert any("past" in line for line in await stage.hears("Amina"))
    async with stage.work() as work:
        with pytest.raises(RefusedError):
            await matches.reconsider(work, match.id or 0, ids["coach"])


async def test_in_chat_from_looking_round_to_applying(stage: Stage) -> None:
    ids = await world(stage)
    await stage.says("Amina", "bekijk vacatures")
    heard = "\n".join(await stage.hears("Amina"))
    assert "Schoonmaker school" in heard
    assert "stil" not in heard
    await stage.says("Amina", "[Schoonmaker school]")
    assert any("Waarom dit past" in line for line in await stage.hears("Amina"))
    await stage.says("Amina", "[Hoe doe ik dat?]")
    helped = "\n".join(await stage.hears("Amina"))
    assert "Ik ben Amina en ik heb gewerkt als schoonmaker." in helped
    assert "Fiets: ongeveer" in helped
    await stage.says("Amina", "[Terug naar de vacature]")
    await stage.hears("Amina")
    await stage.says("Amina", "ja graag")
    assert any("Je coach kijkt" in line for line in await stage.hears("Amina"))
    async with stage.work() as work:
        match = (await work.tx.exec(select(Match))).one()
        assert (match.vacancy_id, match.origin) == (
            ids["checked: Schoonmaker school"],
            "jobseeker",
        )
    assert await stage.parked() == []


async def test_where_nothing_fits_she_sees_what_comes_near(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        vacancy = await work.get(Vacancy, ids["checked: Schoonmaker school"])
        vacancy.demands = {**vacancy.demands, "licences": ["B"]}
        her = await work.get(Jobseeker, ids["her"])
        her.profile = {**her.profile, "licences": []}
    await stage.says("Amina", "vacatures")
    heard = "\n".join(await stage.hears("Amina"))
    assert texts.text("nl", "openings-near") in heard
    assert "[Schoonmaker school]" in heard
    assert "[Kok strandtent]" not in heard  # other work does not come near
    await stage.says("Amina", "[Schoonmaker school]")
    assert "rijbewijs B" in "\n".join(await stage.hears("Amina"))


async def test_searching_in_chat_with_a_typing_error_and_with_nothing(stage: Stage) -> None:
    await world(stage)
    await stage.says("Amina", "/werk")
    await stage.says("Amina", "[Zoek zelf]")
    await stage.says("Amina", "strantent kok")
    assert any("Kok strandtent" in line for line in await stage.hears("Amina"))
    await stage.says("Amina", "[Zoek zelf]")
    await stage.says("Amina", "astronaut")
    assert any("vond ik niet" in line for line in await stage.hears("Amina"))


async def test_what_closed_in_the_meantime_is_said_kindly(stage: Stage) -> None:
    ids = await world(stage)
    await stage.says("Amina", "bekijk vacatures")
    await stage.hears("Amina")
    async with stage.work() as work:
        (await work.get(Vacancy, ids["checked: Schoonmaker school"])).status = "filled"
    await stage.says("Amina", "[Schoonmaker school]")
    heard = await stage.hears("Amina")
    assert heard
    assert await stage.parked() == []
