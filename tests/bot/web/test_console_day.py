"""A day at the console: what ends, what counts down, and what is refused kindly."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import col, select

from services import texts
from services.store.models import (
    Event,
    Jobseeker,
    Match,
    Message,
    Person,
    Staff,
    Vacancy,
)
from tests.bot.web.office import AGREED, DEMANDS, FULL_NAME, NAME, Office, opened_office
from tests.bot.web.site import Page, Site


def said(text_id: str, **args: object) -> str:
    """A text as staff read it."""
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(site: Site) -> Office:
    return await opened_office(site)


@pytest.fixture
async def quick_office(quick_site: Site) -> Office:
    return await opened_office(quick_site, verified=False)


async def match_of(office: Office) -> Match:
    async with office.site.stage.work() as work:
        return await work.get(Match, office.match)


def waiting(page: Page) -> list[str]:
    """The headings of Vandaag, from above."""
    return re.findall(r"<h2>(.*?)</h2>", page.html)


@pytest.mark.parametrize("reason", ["", "afkomst"])
async def test_a_reason_is_one_of_the_list(quick_office: Office, reason: str) -> None:
    path = f"/console/matches/{quick_office.match}/besluit"
    sent = {"to": "declined", "shown": "proposed", "reason_declined": reason}
    page = await quick_office.posts("own coach", path, **sent)
    assert page.status == 409
    assert said("refused.reason") in page.text
    assert (await match_of(quick_office)).state == "proposed"


async def test_later_is_only_for_what_still_waits(quick_office: Office) -> None:
    path = f"/console/matches/{quick_office.match}/besluit"
    await quick_office.put("approved")
    page = await quick_office.posts("own coach", path, to="later", shown="proposed")
    assert page.status == 409
    assert said("refused.decided") in page.text
    assert (await match_of(quick_office)).snoozed is None


async def test_a_meeting_ends_in_work_or_a_reason(office: Office) -> None:
    visitor = await office.desk("own coach")
    path = f"/console/matches/{office.match}"
    await office.put("invited", agreed=True)
    await visitor.opens(path)
    await visitor.presses(said("desk-to-met"))
    assert said("desk-state-met") in visitor.page.text
    await visitor.presses(said("desk-record"), reason_not_placed="no_fit")
    assert said("desk-why-match-not_placed.no_fit") in visitor.page.text
    await office.put("met", agreed=True)
    await visitor.opens(path)
    await visitor.presses(said("desk-place-save"), hours="24", starts="2026-11-24")
    assert (await match_of(office)).state == "placed"
    await visitor.opens(path)
    assert not [form for form in visitor.page.forms if form.action.endswith("/besluit")]


async def test_a_meeting_is_recorded_only_after_both_agreed(quick_office: Office) -> None:
    visitor = await quick_office.desk("own coach")
    await quick_office.put("invited")
    page = await visitor.opens(f"/console/matches/{quick_office.match}")
    assert not [form for form in page.forms if form.action.endswith("/besluit")]


async def test_empty_words_are_no_answer(quick_office: Office) -> None:
    await quick_office.asks("Hallo?")
    path = f"/console/werkzoekenden/{quick_office.her}/antwoord"
    page = await quick_office.posts("own coach", path, words="   ")
    assert page.status == 303
    assert (await quick_office.happened())[-1] == "asked-for-person"


async def test_the_answer_to_an_employer_counts_down_and_then_is_late(office: Office) -> None:
    page = (await office.desk("own manager")).page
    assert said("desk-left", n=72) in page.text
    late = said("desk-over", n=1)
    for hours, left, look in ((49, said("desk-left", n=23), "soon"), (24, late, "late")):
        await office.site.stage.passes(hours=hours)
        again = await office.site.staff("own manager")  # the first visit has ended by now
        page = await again.opens("/console")
        assert f"work__item--{look}" in page.html
        assert left in page.text
        assert left in (await again.opens("/console/vacatures")).text


async def test_a_vacancy_shows_the_words_it_was_read_from_and_what_was_agreed(
    quick_office: Office,
) -> None:
    visitor = await quick_office.desk("own manager")
    page = await visitor.opens(f"/console/vacatures/{quick_office.vacancy}")
    assert "20 tot 24 uur in de week" in page.text
    for name in (*DEMANDS, *AGREED):
        assert said(f"vacancy-{name}.label") in page.text


@pytest.mark.parametrize(("button", "status"), [("desk-fill", "filled"), ("desk-close", "closed")])
async def test_a_vacancy_that_ends_ends_its_matches(
    office: Office, button: str, status: str
) -> None:
    visitor = await office.desk("own manager")
    await visitor.opens(f"/console/vacatures/{office.vacancy}")
    await visitor.presses(said(button))
    assert visitor.page.path == f"/console/vacatures/{office.vacancy}"
    async with office.site.stage.work() as work:
        assert (await work.get(Vacancy, office.vacancy)).status == status
    assert (await match_of(office)).state == "withdrawn"
    assert said(button) not in [each for form in visitor.page.forms for each in form.buttons]


@pytest.mark.parametrize("typed", ["Willem", "Zeynep Jansen", "%", "' or 1=1 --", "x" * 3000])
async def test_another_name_finds_nobody(quick_office: Office, typed: str) -> None:
    visitor = await quick_office.desk("own coach")
    await visitor.opens("/console/werkzoekenden")
    page = await visitor.presses(said("desk-find"), zoek=typed)
    assert page.status == 200
    assert f"/console/werkzoekenden/{quick_office.her}" not in page.links.values()


async def test_the_list_is_narrowed_by_what_was_chosen(quick_office: Office) -> None:
    visitor = await quick_office.desk("colleague")
    hers = f"/console/werkzoekenden/{quick_office.her}"
    for chosen, there in (("mine", False), ("all", True), ("no-coach", False), ("x", False)):
        page = await visitor.opens(f"/console/werkzoekenden?toon={chosen}")
        assert (hers in page.links.values()) is there, chosen


async def test_a_gemeente_is_chosen_among_those_of_whom_one_may_see(quick_office: Office) -> None:
    async with quick_office.site.stage.work() as work:
        her = await work.get(Jobseeker, quick_office.her)
        known = {"created": her.created, "updated": her.updated}
        for name, team, town in (
            ("Bram", "intake-haarlem", "Velsen"),
            ("Cor", "intake-velsen", "Beverwijk"),
        ):
            person = Person(name=name, created=her.created)
            work.tx.add(person)
            await work.tx.flush()
            work.tx.add(Jobseeker(person_id=person.id or 0, team=team, town=town, **known))
    visitor = await quick_office.desk("colleague")
    page = await visitor.opens("/console/werkzoekenden")
    assert "Velsen" in page.html
    assert "Beverwijk" not in page.html
    for town, seen in (("Velsen", {"Bram"}), ("Haarlem", {FULL_NAME}), ("Beverwijk", set())):
        page = await visitor.presses(said("desk-find"), gemeente=town)
        assert {name for name in ("Bram", "Cor", FULL_NAME) if name in page.links} == seen


async def test_employers_who_wait_longest_stand_above(quick_office: Office) -> None:
    async with quick_office.site.stage.work() as work:
        first = await work.get(Vacancy, quick_office.vacancy)
        for title, days, answer in (("oud", 2, {}), ("beantwoord", 3, {"sent": "x"})):
            known = {"employer_id": first.employer_id, "contact_id": first.contact_id}
            then = work.now - timedelta(days=days)
            row = Vacancy(title=title, answer=answer, reported=then, updated=then, **known)
            work.tx.add(row)
    page = await (await quick_office.desk("own manager")).opens("/console/vacatures")
    shown = [said for said in page.links if said in ("oud", "beantwoord", first.title)]
    assert shown == ["oud", first.title, "beantwoord"]


async def test_a_file_shows_when_each_field_was_confirmed(quick_office: Office) -> None:
    visitor = await quick_office.desk("own coach")
    page = await visitor.opens(f"/console/werkzoekenden/{quick_office.her}")
    assert FULL_NAME in page.text
    assert page.text.count("2 november 2026") >= 6
    assert said("helps-helps.quiet") in page.text
    assert said("dialog-unknown") in page.text  # when she can start was never asked


async def test_who_is_refused_leaves_no_look(quick_office: Office) -> None:
    visitor = await quick_office.desk("other coach")
    await visitor.opens(f"/console/werkzoekenden/{quick_office.her}")
    async with quick_office.site.stage.work() as work:
        assert (await work.tx.exec(select(Event).where(Event.kind == "viewed"))).all() == []


async def test_a_new_coach_is_told_to_her(office: Office) -> None:
    visitor = await office.desk("colleague")
    await visitor.opens(f"/console/werkzoekenden/{office.her}")
    number = office.site.stage.actors["colleague"].number
    await visitor.presses(said("desk-assign"), coach=str(number))
    async with office.site.stage.work() as work:
        assert (await work.get(Jobseeker, office.her)).coach_id == number
        query = select(Message).where(Message.person_id == office.her, col(Message.ours).is_(True))
        told = [message.body for message in (await work.tx.exec(query)).all()]
        assert "jobseeker-coach-assigned" in str(told)


@pytest.mark.parametrize("coach", ["", "x", "²", "-1", "999999", "9" * 40])
async def test_what_is_no_colleague_is_no_coach(quick_office: Office, coach: str) -> None:
    path = f"/console/werkzoekenden/{quick_office.her}/coach"
    page = await quick_office.posts("own coach", path, coach=coach)
    assert page.status == 404
    async with quick_office.site.stage.work() as work:
        row = await work.get(Jobseeker, quick_office.her)
        assert row.coach_id == quick_office.site.stage.actors["own coach"].number


async def test_who_left_does_not_become_the_coach(quick_office: Office) -> None:
    await quick_office.desk("colleague")
    number = quick_office.site.stage.actors["colleague"].number
    async with quick_office.site.stage.work() as work:
        (await work.get(Staff, number)).active = False
    path = f"/console/werkzoekenden/{quick_office.her}/coach"
    assert (await quick_office.posts("own coach", path, coach=str(number))).status == 404


async def test_the_coach_turns_the_second_key_both_ways(office: Office) -> None:
    visitor = await office.desk("own coach")
    await visitor.opens(f"/console/werkzoekenden/{office.her}")
    for button, shown in (("desk-visible.on", True), ("desk-visible.off", False)):
        await visitor.presses(said(button))
        async with office.site.stage.work() as work:
            row = await work.get(Jobseeker, office.her)
            assert (row.shown_by_coach, row.shown_by_self) == (shown, False)


async def test_people_without_a_coach_wait_for_their_team(office: Office) -> None:
    async with office.site.stage.work() as work:
        (await work.get(Jobseeker, office.her)).coach_id = None
    rows = {
        name: [row for row in waiting((await office.desk(name)).page) if NAME in row]
        for name in ("colleague", "other coach")
    }
    assert said("desk-no-coach", name=FULL_NAME) in rows["colleague"]
    assert rows["other coach"] == []


PATHS = (
    "/console",
    "/console/werkzoekenden",
    "/console/werkzoekenden/{her}",
    "/console/vacatures",
    "/console/vacatures/{vacancy}",
    "/console/werkgevers/{employer}",
    "/console/matches/{match}",
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_a_page_needs_no_script_and_its_forms_cannot_be_forged(
    quick_office: Office, path: str, language: str
) -> None:
    visitor = await quick_office.desk("own coach")
    async with quick_office.site.stage.work() as work:
        number = quick_office.site.stage.actors["own coach"].number
        (await work.get(Person, number)).language = language
    page = await visitor.opens(path.format(**vars(quick_office)))
    assert page.status == 200
    scripts = re.findall("<script[^>]*>", page.html)
    assert all(tag.startswith('<script src="/static/') for tag in scripts)
    assert "style=" not in page.html
    assert f'lang="{language}"' in page.html
    assert page.html.count("<h1") == 1
    for form in page.forms:
        if form.method == "post":
            assert form.fields["form_token"], form.action
            refused = await visitor.posts(form.action, {**form.fields, "form_token": "0" * 32})
            assert refused.status == 403, form.action


async def test_logging_out_ends_the_visit(office: Office) -> None:
    visitor = await office.desk("own coach")
    cookie = visitor.cookie("werklijn_console")
    await visitor.presses(said("desk-log-out"))
    assert visitor.page.path == "/console/login"
    stolen = office.site.visitor()
    page = await stolen.opens("/console", follow=False, Cookie=f"werklijn_console={cookie}")
    assert page.status == 303
