"""The browse list: two keys, nothing but what may be told, small groups, and asking kindly."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import asdict, fields
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import select

from bot.stage import SECRET, Stage, staged
from services import matches, privacy, vacancies
from services.for_employers import candidates
from services.for_employers.candidates import FEW, Entry
from services.jobseekers import profiles as people
from services.matches import proposals
from services.refused import RefusedError
from services.store.models import (
    Contact,
    Employer,
    Event,
    Jobseeker,
    Match,
    Message,
    Person,
    Vacancy,
)
from services.store.sealed import open_ring
from services.unit_of_work import Work

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MARK = "GEHEIM"  # in every field that must never be told
OCCUPATIONS = ("cleaner", "cook", "warehouse-worker", f"={MARK}", MARK)
TOWNS = ("Haarlem", "Velsen", "Heemskerk", "")


def row(number: int, town: str = "Haarlem", **profile: Any) -> Jobseeker:
    """Somebody with both keys on."""
    told = {"wanted": ["cleaner"], "skills": ["mop-floors"], "hours": [16, 24], "level": 2}
    return Jobseeker(
        person_id=number,
        profile={**told, **profile},
        town=town,
        shown_by_self=True,
        shown_by_coach=True,
        created=NOW,
        updated=NOW,
    )


# What can stand in a profile, with what must never be told between it.
hidden = st.sampled_from([MARK, [MARK], {"own": MARK}, f"={MARK}", None, 3, [3]])
profiles = st.fixed_dictionaries(
    {"wanted": st.lists(st.sampled_from(OCCUPATIONS), max_size=3)},
    optional={
        "skills": st.one_of(
            hidden, st.lists(st.sampled_from(["mop-floors", f"={MARK}", MARK, 7]), max_size=4)
        ),
        "hours": st.one_of(st.just([8, 32]), st.just([MARK, 3]), hidden),
        "level": st.one_of(st.integers(-3, 9), hidden),
        "home": st.just(MARK),
        "done": st.just([MARK]),
        "helps": st.just([MARK]),
        "birth_year": st.just(MARK),
        "register": st.just(MARK),
        "benefit": st.just(MARK),
        "name": st.just(MARK),
    },
)
persons = st.builds(
    lambda number, told, town, mine, theirs, status: Jobseeker(
        person_id=number,
        profile=told,
        said={"wanted": [MARK]},
        confirmed={"home": {"on": MARK, "by": number}},
        town=town,
        team=MARK,
        organisation=MARK,
        support=MARK,
        status=status,
        shown_by_self=mine,
        shown_by_coach=theirs,
        created=NOW,
        updated=NOW,
    ),
    number=st.integers(70_000, 99_999),
    told=profiles,
    town=st.sampled_from(TOWNS),
    mine=st.sampled_from([True, True, True, False]),
    theirs=st.sampled_from([True, True, True, False]),
    status=st.sampled_from(["open", "open", "open", "paused", "placed"]),
)


@settings(max_examples=200)
@given(st.lists(persons, max_size=40, unique_by=lambda each: each.person_id))
def test_nothing_is_told_but_what_may_be(rows: list[Jobseeker]) -> None:
    open_ring([SECRET])
    found = candidates.entries(rows, reader=1)
    by_number = {each.person_id: each for each in rows}
    allowed = {each.person_id for each in rows if each.shown_by_self and each.shown_by_coach}
    assert found.keys() <= allowed
    assert all(by_number[number].status == "open" for number in found)
    said = " ".join(str(asdict(each)) for each in found.values())
    assert MARK not in said
    assert not any(str(number) in said for number in by_number)
    together = Counter(
        (code, by_number[number].town) for number, e in found.items() for code in e.occupations
    )
    for number, entry in found.items():
        assert entry.town in ("", by_number[number].town)
        if entry.town:
            assert all(together[code, entry.town] >= FEW for code in entry.occupations)
    assert [each.reference for each in found.values()] == sorted(
        each.reference for each in found.values()
    )


def test_an_entry_has_these_fields_and_no_others() -> None:
    assert {each.name for each in fields(Entry)} == {
        *("reference", "occupations", "skills", "level", "hours", "town")
    }


@pytest.mark.parametrize(("many", "town"), [(4, ""), (5, "Haarlem")])
def test_a_small_group_is_the_region(many: int, town: str) -> None:
    open_ring([SECRET])
    found = candidates.entries([row(n) for n in range(many)], 1)
    assert {each.town for each in found.values()} == {town}


def test_who_is_hidden_does_not_make_a_group_larger() -> None:
    open_ring([SECRET])
    unseen = [row(n) for n in range(10, 20)]
    for each in unseen:
        each.shown_by_coach = False
    found = candidates.entries([*(row(n) for n in range(4)), *unseen], 1)
    assert len(found) == 4
    assert {each.town for each in found.values()} == {""}


def test_a_second_wish_that_few_share_hides_the_gemeente() -> None:
    open_ring([SECRET])
    rows = [row(n) for n in range(6)]
    rows[0].profile = {**rows[0].profile, "wanted": ["cleaner", "cook"]}
    found = candidates.entries(rows, 1)
    assert found[0].town == ""
    assert found[1].town == "Haarlem"


def test_a_gemeente_that_is_not_told_cannot_be_asked_for() -> None:
    open_ring([SECRET])
    rows = [row(n) for n in range(6)] + [row(9, "Heemskerk")]
    found = list(candidates.entries(rows, 1).values())
    assert len(candidates.sought(found, "", "nl", town="Haarlem")) == 6
    assert candidates.sought(found, "", "nl", town="Heemskerk") == []
    assert len(candidates.sought(found, "", "nl")) == 7


@pytest.mark.parametrize(
    ("typed", "hours", "count"),
    [("schoonmaaken", 0, 2), ("kok", 0, 1), ("astronaut", 0, 0), ("", 24, 2), ("", 36, 0)],
)
def test_typed_words_and_hours(typed: str, hours: int, count: int) -> None:
    open_ring([SECRET])
    rows = [row(1), row(2, hours=[8, 16]), row(3, wanted=["cook"], hours=[32, 24])]
    rows[1].profile = {**rows[1].profile, "hours": None} if hours else rows[1].profile
    found = list(candidates.entries(rows, 1).values())
    assert len(candidates.sought(found, typed, "nl", hours=hours)) == count


def test_a_reference_says_nothing_to_another_employer() -> None:
    open_ring([SECRET])
    assert candidates.reference(1, 7) == candidates.reference(1, 7)
    assert len({candidates.reference(e, n) for e in range(5) for n in range(5)}) == 25
    assert len(candidates.reference(1, 7)) == candidates.SAME


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with staged(database_url) as running:
        yield running


async def world(stage: Stage) -> dict[str, int]:
    """A jobseeker on the list with a coach, and two verified employers with a vacancy each."""
    coach = await stage.person("Noor", "coach", team="intake-haarlem")
    her = await stage.person("Amina")
    ids = {"coach": coach.number, "her": her.number}
    async with stage.work() as work:
        (await work.get(Person, her.number)).name = "Amina"
        someone = row(her.number)
        someone.coach_id = coach.number
        someone.team = "intake-haarlem"
        work.tx.add(someone)
        for name in ("Bas", "Kees"):
            ids |= await _company(work, stage, name)
    return ids


async def _company(work: Work, stage: Stage, name: str) -> dict[str, int]:
    person = Person(name=name, formal=True, created=work.now)
    employer = Employer(name=f"Bedrijf {name}", verified=work.now, created=work.now)
    work.tx.add_all([person, employer])
    await work.tx.flush()
    work.tx.add(Contact(person_id=person.id or 0, employer_id=employer.id or 0))
    vacancy = Vacancy(
        employer_id=employer.id or 0,
        contact_id=person.id or 0,
        title=f"Schoonmaker bij {name}",
        demands={"occupation": ["cleaner"], "place": "2012", "hours": [16, 24]},
        agreement={"manner": "coach"},
        reported=work.now,
        updated=work.now,
    )
    work.tx.add(vacancy)
    await work.tx.flush()
    return {
        name: person.id or 0,
        f"employer {name}": employer.id or 0,
        f"vacancy {name}": vacancy.id or 0,
    }


async def ask(work: Work, ids: dict[str, int], name: str = "Bas", **other: int) -> None:
    contact = await work.get(Person, ids[name])
    reader = other.get("reader", ids[f"employer {name}"])
    mark = candidates.reference(reader, ids["her"])
    await candidates.ask(work, contact, mark, other.get("vacancy", ids[f"vacancy {name}"]))


async def told(work: Work, person_id: int) -> list[str]:
    """The texts somebody was sent."""
    await work.tx.flush()
    rows = await work.tx.exec(select(Message).where(Message.person_id == person_id))
    return [line[0] for each in rows.all() for line in (each.body or {})["lines"]]


async def test_asking_puts_her_before_her_coach_and_once(stage: Stage) -> None:
    ids = await world(stage)
    for _ in range(2):
        async with stage.work() as work:
            await ask(work, ids)
    async with stage.work() as work:
        match = (await work.tx.exec(select(Match))).one()
        assert (match.state, match.origin) == ("proposed", "employer")
        assert match.coach_id == ids["coach"]
        asked = (await work.tx.exec(select(Event).where(Event.kind == matches.ASKED))).all()
        assert [each.actor_id for each in asked] == [ids["Bas"]]
        assert await candidates.asked(work, ids["employer Bas"]) == {
            candidates.reference(ids["employer Bas"], ids["her"])
        }
        assert await candidates.asked(work, ids["employer Kees"]) == set()
    heard = "\n".join(await stage.hears("Noor"))
    assert heard.count("Bedrijf Bas wil graag kennismaken met Amina") == 1
    assert await stage.hears("Amina") == []


@pytest.mark.parametrize("what", ["reader", "vacancy", "unverified", "key", "closed", "strike"])
async def test_what_may_not_be_asked_is_not_there(stage: Stage, what: str) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        employer = await work.get(Employer, ids["employer Bas"])
        vacancy = await work.get(Vacancy, ids["vacancy Bas"])
        employer.verified = None if what == "unverified" else employer.verified
        vacancy.status = "filled" if what == "closed" else "open"
        vacancy.demands = {**vacancy.demands, "strike": what == "strike"}
        if what == "key":
            await people.set_visibility(work, ids["her"], shown=False, actor=ids["coach"])
    other = {"reader": ids["employer Kees"]} if what == "reader" else {}
    other |= {"vacancy": ids["vacancy Kees"]} if what == "vacancy" else {}
    async with stage.work() as work:
        with pytest.raises(LookupError):
            await ask(work, ids, **other)
        assert (await work.tx.exec(select(Match))).all() == []


@pytest.mark.parametrize("who", ["coach", "her", "paused"])
async def test_a_no_of_anybody_is_told_in_the_same_words(stage: Stage, who: str) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        await ask(work, ids)
    async with stage.work() as work:
        number = (await work.tx.exec(select(Match.id))).one() or 0
        if who == "coach":
            await matches.move(work, number, "declined", actor=ids["coach"], reason="travel")
        elif who == "her":
            await matches.move(work, number, "approved", actor=ids["coach"])
            await matches.move(work, number, "not_interested", actor=ids["her"], reason="work")
        else:
            await people.pause(work, await work.get(Person, ids["her"]))
        assert await told(work, ids["Bas"]) == ["asked-not-now"]
        if who == "coach":
            with pytest.raises(RefusedError):
                await matches.reconsider(work, number, ids["coach"])


async def test_what_was_decided_before_is_not_shown_by_the_answer(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        match = Match(
            jobseeker_id=ids["her"],
            vacancy_id=ids["vacancy Bas"],
            state="declined",
            created=work.now,
            since=work.now,
        )
        work.tx.add(match)
        await work.tx.flush()
        await ask(work, ids)
        assert await told(work, ids["Bas"]) == []
        assert match.state == "declined"
    await stage.passes(hours=23)
    async with stage.work() as work:
        assert await told(work, ids["Bas"]) == []
    await stage.passes(hours=2)
    async with stage.work() as work:
        assert await told(work, ids["Bas"]) == ["asked-not-now"]
    assert await stage.parked() == []


async def test_a_vacancy_that_is_filled_needs_no_word(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        await ask(work, ids)
        await vacancies.close(work, ids["vacancy Bas"], "filled", ids["Bas"])
        assert await told(work, ids["Bas"]) == []


async def test_a_pair_somebody_asked_for_waits_for_a_person(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        her = await work.get(Jobseeker, ids["her"])
        her.profile = {**her.profile, "hours": [2, 4], "travel": ["walk"], "limit": 5}
        await ask(work, ids)
        await proposals.for_jobseeker(work, ids["her"])
        assert [each.state for each in (await work.tx.exec(select(Match))).all()] == ["proposed"]


async def test_who_is_erased_is_gone_from_the_list_and_the_log(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        await ask(work, ids)
    async with stage.work() as work:
        await privacy.erase(work, await work.get(Person, ids["her"]))
        await work.tx.flush()
        assert await candidates.listed(work, ids["employer Bas"]) == {}
        events = (await work.tx.exec(select(Event))).all()
        assert not [each for each in events if ids["her"] in (each.person_id, each.actor_id)]


async def test_her_own_key_in_the_chat(stage: Stage) -> None:
    ids = await world(stage)
    async with stage.work() as work:
        (await work.get(Jobseeker, ids["her"])).shown_by_self = False
    for said, shown in (("zichtbaar", False), ("ja", True), ("/zichtbaar", True), ("nee", False)):
        await stage.says("Amina", said)
        async with stage.work() as work:
            assert (await work.get(Jobseeker, ids["her"])).shown_by_self is shown
    heard = "\n".join(await stage.hears("Amina"))
    assert "Nu staat dit uit." in heard
    assert "Nu staat dit aan." in heard
    async with stage.work() as work:
        kept = (await work.tx.exec(select(Event).where(Event.kind == "visibility"))).all()
        assert [each.codes["shown"] for each in kept] == [True, False]
    await stage.says("Niemand", "/zichtbaar")
    assert await stage.hears("Niemand")
    assert await stage.parked() == []
