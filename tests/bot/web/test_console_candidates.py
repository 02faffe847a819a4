"""Candidates side by side: who is shown to whom, and one decision about several people."""

from __future__ import annotations

import re

import pytest
from sqlmodel import col, select

from services import privacy, texts
from services.store.models import Dossier, Event, Jobseeker, Match, Message, Person, Vacancy
from tests.bot.web.office import NAME, PROFILE, Office, opened_office
from tests.bot.web.site import Page, Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


async def person(office: Office, name: str, team: str, **more: object) -> int:
    async with office.site.stage.work() as work:
        row = Person(name=name, created=work.now)
        work.tx.add(row)
        await work.tx.flush()
        work.tx.add(
            Jobseeker(
                person_id=row.id or 0,
                profile={**PROFILE, "times": ["morning"], **more},
                team=team,
                created=work.now,
                updated=work.now,
            )
        )
        return row.id or 0


@pytest.fixture
async def office(quick_site: Site) -> Office:
    """Zeynep's match; Bram of the same team and Cor of another, not proposed."""
    office = await opened_office(quick_site)
    await person(office, "Bram", "intake-haarlem")
    await person(office, "Cor", "intake-velsen", helps=["buddy"])
    return office


async def opens(office: Office, name: str, query: str = "") -> Page:
    here = f"/console/vacatures/{office.vacancy}/kandidaten{query}"
    return await (await office.desk(name)).opens(here)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("own coach", {NAME, "Bram"}),
        ("other coach", {"Cor"}),
        ("own manager", set()),
        ("regional manager", {NAME, "Bram", "Cor"}),
    ],
)
async def test_everybody_sees_the_names_they_may(
    office: Office, name: str, expected: set[str]
) -> None:
    page = await opens(office, name)
    assert {each for each in (NAME, "Bram", "Cor") if each in page.text} == expected


async def test_an_account_manager_sees_who_was_approved_without_a_name(office: Office) -> None:
    page = await opens(office, "own manager")
    assert said("desk-hidden", n=1) in page.text
    await office.put("introduced")
    page = await opens(office, "own manager")
    assert said("desk-candidate-n", n=1) in page.text
    assert NAME not in page.text
    assert said("helps-helps.quiet") not in page.text  # hers to tell (matching-reads)
    assert not re.search('type="checkbox"', page.html)
    await office.put("invited", agreed=True)
    assert NAME in (await opens(office, "own manager")).text


async def test_fields_and_reasons_stand_beside_each_other(office: Office) -> None:
    page = await opens(office, "own coach")
    assert page.html.count("<td") >= 2 * page.html.count('<tr><th scope="row"')
    for shown in (
        "20 tot 24 uur",  # asked
        "16 tot 24 uur",  # theirs
        said("desk-field-helps"),
        said("desk-not-proposed"),
        said("desk-state-proposed"),
        said("desk-you-decide"),
    ):
        assert shown in page.text


async def states(office: Office) -> dict[str, str]:
    async with office.site.stage.work() as work:
        query = select(Match, Person).join(Person, Person.id == Match.jobseeker_id)  # type: ignore[arg-type]
        return {person.name or "": match.state for match, person in await work.tx.exec(query)}


async def test_several_are_chosen_at_once_each_by_name(office: Office) -> None:
    desk = await office.desk("own coach")
    page = await opens(office, "own coach")
    boxes = dict(re.findall(r'type="checkbox" name="(\w+)" value="(\w+)"', page.html))
    assert sorted(boxes.values()) == ["new", "proposed"]
    form = page.form(button=said("desk-choose-do"))
    page = await desk.posts(form.action, {**form.fields, **boxes})
    assert page.status == 200
    assert said("desk-chosen", n=2) in page.text
    assert await states(office) == {NAME: "approved", "Bram": "approved"}
    await office.site.stage.worker.drain()
    coach = office.site.stage.actors["own coach"].number
    async with office.site.stage.work() as work:
        query = select(Event).where(Event.kind == "match-approved")
        assert [event.actor_id for event in (await work.tx.exec(query)).all()] == [coach, coach]
        asked = select(Message).where(Message.person_id == office.her)
        assert (await work.tx.exec(asked)).first() is not None
        made = select(Match).where(Match.jobseeker_id != office.her)
        assert (await work.tx.exec(made)).one().origin == "staff"


async def test_what_cannot_be_is_told_and_the_others_go_on(office: Office) -> None:
    desk = await office.desk("own coach")
    page = await opens(office, "own coach")
    boxes = dict(re.findall(r'type="checkbox" name="(\w+)" value="(\w+)"', page.html))
    form = page.form(button=said("desk-choose-do"))
    await office.put("declined")  # a colleague was first
    page = await desk.posts(form.action, {**form.fields, **boxes})
    assert said("desk-chosen", n=1) in page.text
    assert said("refused.decided") in page.text
    assert await states(office) == {NAME: "declined", "Bram": "approved"}


async def test_without_a_tick_nothing_happens(office: Office) -> None:
    desk = await office.desk("own coach")
    await opens(office, "own coach")
    page = await desk.presses(said("desk-choose-do"))
    assert said("desk-choose-first") in page.text
    assert await states(office) == {NAME: "proposed"}


async def test_somebody_elses_people_are_not_there(office: Office) -> None:
    cor = await person(office, "Dirk", "intake-velsen")
    path = f"/console/vacatures/{office.vacancy}/kandidaten"
    before = await states(office)
    page = await office.posts("own coach", path, **{f"p{cor}": "new"})
    assert page.status == 404
    page = await office.posts("other coach", path, **{f"m{office.match}": "proposed"})
    assert page.status == 404
    assert await states(office) == before


@pytest.mark.parametrize("closed", [{"status": "closed"}, {"demands": {"strike": True}}])
async def test_nobody_is_proposed_where_there_is_no_mediation(
    office: Office, closed: dict[str, object]
) -> None:
    async with office.site.stage.work() as work:
        vacancy = await work.get(Vacancy, office.vacancy)
        for name, value in closed.items():
            setattr(vacancy, name, value)
    page = await opens(office, "own coach")
    assert "Bram" not in page.text
    assert 'type="checkbox"' not in page.html


async def test_a_result_made_up_says_nothing(office: Office) -> None:
    desk = await office.desk("own coach")
    path = f"/console/vacatures/{office.vacancy}/kandidaten?uitkomst="
    for odd in ("m1.<b>", "x", "m99999999999.approved"):
        page = await desk.opens(path + odd)
        assert page.status == 200
        assert "<b>" not in page.html.split("<main")[1]


async def test_a_group_comes_first_only_where_the_region_and_the_vacancy_say_so(
    office: Office,
) -> None:
    """Sorting for places of the banenafspraak: seen by her coach alone, and never a score."""
    coach = office.site.stage.actors["own coach"].number
    async with office.site.stage.work() as work:
        for match in (await work.tx.exec(select(Match))).all():
            match.state = "proposed"
        vacancy = await work.get(Vacancy, office.vacancy)
        vacancy.demands = {**vacancy.demands, "open_to": ["banenafspraak"]}
        bram = (await work.tx.exec(select(Person).where(col(Person.id) != office.her))).all()
        bram = next(each for each in bram if each.name == "Bram")
        (await work.get(Jobseeker, bram.id)).coach_id = coach
        work.tx.add(Dossier(person_id=bram.id, facts={"register": "yes"}, updated=work.now))
    page = await opens(office, "own coach")
    assert said("desk-priority-on") not in page.text  # the region has switched nothing on
    region = office.site.deps.region
    groups = tuple(each.model_copy(update={"active": True}) for each in region.priority)
    office.site.deps.region = region.model_copy(update={"priority": groups})
    page = await opens(office, "own coach")
    assert page.text.index(NAME) < page.text.index("Bram")
    assert said("desk-priority-register") in page.text
    page = await opens(office, "own coach", "?volgorde=voorrang")
    assert page.text.index("Bram") < page.text.index(NAME)
    assert said("desk-priority-register") not in (await opens(office, "colleague")).text


async def test_who_was_compared_hears_it(office: Office) -> None:
    page = await opens(office, "own coach")
    async with office.site.stage.work() as work:
        bram = (await work.tx.exec(select(Jobseeker.person_id).order_by(Jobseeker.person_id))).all()  # type: ignore[arg-type]
        shown = [n for n in bram if (await work.get(Person, n)).name in ("Bram", NAME)]
        for number in shown:
            assert "compare" in {each.what for each in await privacy.viewers(work, number)}
    assert "Bram" in page.text and len(shown) == 2
