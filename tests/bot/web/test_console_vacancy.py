"""A vacancy at the desk: the 72-hour answer, what demands cost, renewing and closing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from services import texts
from services.store.models import Jobseeker, Message, Person, Vacancy
from services.vacancies import answer_72h
from tests.bot.web.office import PROFILE, Office, opened_office
from tests.bot.web.site import Site, Visitor

CALL = "Uw contactpersoon is Werner, telefoon 06 12345670."


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    return await opened_office(quick_site)


async def at(office: Office, name: str = "own manager") -> Visitor:
    desk = await office.desk(name)
    await desk.opens(f"/console/vacatures/{office.vacancy}")
    return desk


async def row(office: Office) -> Vacancy:
    async with office.site.stage.work() as work:
        return await work.get(Vacancy, office.vacancy)


async def more_people(office: Office, count: int, **known: object) -> None:
    async with office.site.stage.work() as work:
        for _ in range(count):
            person = Person(name="Iemand", created=work.now)
            work.tx.add(person)
            await work.tx.flush()
            work.tx.add(
                Jobseeker(
                    person_id=person.id or 0,
                    profile={**PROFILE, "times": ["morning"], **known},
                    team="intake-haarlem",
                    created=work.now,
                    updated=work.now,
                )
            )


async def test_the_answer_is_edited_sent_and_kept(office: Office) -> None:
    await more_people(office, 6)
    async with office.site.stage.work() as work:
        manager = await work.get(Person, office.site.stage.actors["own manager"].number)
        manager.name, manager.phone = "Werner", "+31612345670"
    desk = await at(office)
    form = desk.page.form(button=said("desk-72-send"))
    async with office.site.stage.work() as work:
        draft = await answer_72h.draft(work, await work.get(Vacancy, office.vacancy))
    assert form.fields["term"] == ""  # what is counted or estimated stands, unless a person says
    assert draft["basis"] == "estimate"
    assert "Dit is een schatting" in desk.page.text
    assert "ongeveer 5 kandidaten" in desk.page.text  # what the employer will read
    assert CALL in desk.page.text  # the name and the number that the employer reads
    page = await desk.presses(said("desk-72-send"), term="9", words="Wij bellen u morgen.")
    assert CALL in page.text
    assert said("desk-done-replied") in page.text
    assert "Wij bellen u morgen." in page.text
    assert "verwacht een eerste kennismaking binnen 9 dagen" in page.text
    assert said("desk-72-exact", n=draft["count"]) in page.text
    sent = (await row(office)).answer
    assert (sent["term"], sent["by"], sent["words"]) == (9, "person", "Wij bellen u morgen.")
    contact = (await row(office)).contact_id
    async with office.site.stage.work() as work:
        query = select(Message).where(Message.person_id == contact)
        (message,) = (await work.tx.exec(query)).all()
    assert message.kind == "promise"
    assert "Wij bellen u morgen." in str(message.body)
    assert f"'{draft['count']}'" not in str(message.body)  # a band, never the number


async def test_of_two_answers_one_is_sent(office: Office) -> None:
    first, second = await at(office), await at(office, "regional manager")
    await first.presses(said("desk-72-send"), words="De eerste")
    page = await second.presses(said("desk-72-send"), words="De tweede")
    assert page.status == 409
    assert (await row(office)).answer["words"] == "De eerste"


async def test_another_number_is_shown_before_it_is_sent(office: Office) -> None:
    desk = await at(office)
    await more_people(office, 12)
    page = await desk.presses(said("desk-72-send"), words="Mijn woorden")
    assert page.status == 409
    assert said("desk-72-changed") in page.text
    assert "Mijn woorden" in page.html
    assert "sent" not in (await row(office)).answer
    page = await desk.presses(said("desk-72-send"), words="Mijn woorden")
    assert (await row(office)).answer["words"] == "Mijn woorden"


async def test_words_about_an_illness_are_not_sent(office: Office) -> None:
    desk = await at(office)
    page = await desk.presses(
        said("desk-72-send"), term="9", words="Belt u gerust. Zij heeft reuma."
    )
    assert said("guard-health") in page.text
    assert "sent" not in (await row(office)).answer  # read it again first
    form = page.form(button=said("desk-typed-again"))
    assert form.fields["term"] == "9"
    assert "Belt u gerust. Zij heeft …" in page.text
    await desk.presses(said("desk-typed-again"), words="Belt u gerust.")
    assert (await row(office)).answer["words"] == "Belt u gerust."


async def test_others_read_the_vacancy_without_the_draft(office: Office) -> None:
    desk = await at(office, "own coach")
    assert said("desk-72-send") not in desk.page.html
    assert said("desk-renew-do") not in desk.page.html


async def test_a_vacancy_is_renewed_from_what_was_shown(office: Office) -> None:
    first, second = await at(office), await at(office, "regional manager")
    await first.presses(said("desk-renew-do"), weeks="8")
    day = office.site.stage.clock.now().date() + timedelta(weeks=8)
    assert (await row(office)).expires == day
    page = await second.presses(said("desk-renew-do"), weeks="2")
    assert page.status == 409
    assert said("refused.changed") in page.text
    assert (await row(office)).expires == day


async def test_closed_by_one_is_not_filled_by_another(office: Office) -> None:
    first, second = await at(office), await at(office, "regional manager")
    await first.presses(said("desk-fill"))
    assert (await second.presses(said("desk-close"))).status == 409
    assert (await row(office)).status == "filled"


async def test_what_less_would_give_is_told_exactly(office: Office) -> None:
    async with office.site.stage.work() as work:
        vacancy = await work.get(Vacancy, office.vacancy)
        vacancy.demands = {**vacancy.demands, "licences": ["B"], "hours": [32, 36]}
    await more_people(office, 3)
    page = (await at(office)).page
    for shown in (said("desk-what-if"), said("desk-now", n=0)):
        assert shown in page.text


async def test_an_unusual_demand_and_tasks_for_a_colleague(office: Office) -> None:
    async with office.site.stage.work() as work:
        vacancy = await work.get(Vacancy, office.vacancy)
        asked = {"licences": ["B", "C"], "must": ["advise-customers"]}
        vacancy.demands = {**vacancy.demands, **asked}
        for each in (await work.tx.exec(select(Jobseeker))).all():
            each.profile = {**each.profile, "licences": []}
    await more_people(office, 11, licences=[])
    page = (await at(office)).page
    assert said("desk-unusual", demand="rijbewijs B", people=12, meet=0) in page.text
    assert "rijden met rijbewijs B en rijden met rijbewijs C" in page.text
    assert "Dan passen 12 mensen." in page.text


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("antwoord", {"term": "x", "shown": "0"}),
        ("antwoord", {"term": "7"}),
        ("antwoord", {"term": "0", "shown": "1"}),
        ("antwoord", {"term": "91", "shown": "1"}),
        ("verlengen", {"weeks": "400", "shown": ""}),
        ("verlengen", {"weeks": "-4", "shown": ""}),
    ],
)
async def test_what_no_form_offers_is_refused(
    office: Office, path: str, data: dict[str, str]
) -> None:
    page = await office.posts("own manager", f"/console/vacatures/{office.vacancy}/{path}", **data)
    assert page.status == 400
    assert "sent" not in (await row(office)).answer
