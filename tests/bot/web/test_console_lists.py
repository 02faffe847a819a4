"""Lists as a coach with eighty people wants them, notes, and texts that are often sent."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from sqlmodel import select

from services import texts
from services.jobseekers import profiles
from services.store.models import Jobseeker, Message, Person, Remark, SavedView
from tests.bot.web.office import FULL_NAME, Office, opened_office
from tests.bot.web.site import Page, Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    """Zeynep, and three more people of the same coach."""
    office = await opened_office(quick_site)
    coach = quick_site.stage.actors["own coach"].number
    async with quick_site.stage.work() as work:
        for days, (name, filled) in enumerate((("Aaltje", 3), ("Çağla", 6), ("Bart", 10))):
            profile = dict(list(dict.fromkeys(profiles.CORE, "x").items())[1 : filled + 1])
            then = work.now - timedelta(days=90 * days)
            person = Person(name=name, created=work.now, seen=work.now - timedelta(days=40 * days))
            work.tx.add(person)
            await work.tx.flush()
            work.tx.add(
                Jobseeker(
                    person_id=person.id or 0,
                    profile={**profile, "wanted": ["cleaner"], "done": []},
                    confirmed={"hours": {"on": str(then.date()), "by": 1}},
                    town="Haarlem",
                    team="intake-haarlem",
                    coach_id=coach,
                    created=work.now,
                    updated=work.now - timedelta(days=days),
                )
            )
    return office


def names(page: Page) -> list[str]:
    return re.findall(r'<h2><a href="/console/werkzoekenden/\d+">(.*?)</a>', page.html)


@pytest.mark.parametrize(
    ("order", "first", "last"),
    [
        ("name", "Aaltje", FULL_NAME),
        ("complete", "Aaltje", "Bart"),
        ("silent", FULL_NAME, "Aaltje"),
    ],
)
async def test_a_list_in_the_order_that_is_wanted(
    office: Office, order: str, first: str, last: str
) -> None:
    desk = await office.desk("own coach")
    found = names(await desk.opens(f"/console/werkzoekenden?volgorde={order}"))
    assert len(found) == 4
    assert (found[0], found[-1]) == (first, last)


@pytest.mark.parametrize(
    ("only", "expected"),
    [
        ("silent", {"Bart", "Çağla"}),
        ("old", {"Çağla", "Bart"}),
        ("no-match", {"Aaltje", "Bart", "Çağla"}),
        ("unreachable", set()),
        ("incomplete", {"Aaltje", "Çağla", FULL_NAME}),
    ],
)
async def test_filters_find_who_needs_something(
    office: Office, only: str, expected: set[str]
) -> None:
    desk = await office.desk("own coach")
    found = set(names(await desk.opens(f"/console/werkzoekenden?toon={only}")))
    assert expected <= found
    assert found == expected or only == "incomplete"


@pytest.mark.parametrize("typed", ["cagla", "Caglaa", "ÇAĞLA", "çag"])
async def test_a_name_is_found_with_typing_errors(office: Office, typed: str) -> None:
    desk = await office.desk("own coach")
    assert names(await desk.opens(f"/console/werkzoekenden?zoek={typed}")) == ["Çağla"]


async def test_a_view_is_kept_opened_and_thrown_away(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens("/console/werkzoekenden?toon=no-match&volgorde=name")
    await desk.presses(said("desk-view-keep"), name="Nog niets <b>")
    page = await desk.follows("Nog niets")
    assert names(page) == ["Aaltje", "Bart", "Çağla"]
    assert "<b>" not in page.html
    other = await office.desk("colleague")
    assert "Nog niets" not in (await other.opens("/console/werkzoekenden")).text
    async with office.site.stage.work() as work:
        view = (await work.tx.exec(select(SavedView))).one()
    answer = await office.posts("colleague", f"/console/lijsten/{view.id}/weg")
    assert answer.status == 404
    await office.posts("own coach", f"/console/lijsten/{view.id}/weg")
    async with office.site.stage.work() as work:
        assert not (await work.tx.exec(select(SavedView))).all()


async def test_a_note_is_for_the_team_and_never_holds_an_illness(office: Office) -> None:
    desk = await office.desk("own coach")
    await desk.opens(f"/console/werkzoekenden/{office.her}")
    form = desk.page.form(name="words")
    await desk.posts(
        f"/console/werkzoekenden/{office.her}/notitie",
        {**form.fields, "words": "Belt liever na vieren. Heeft reuma."},
    )
    await desk.presses(texts.text("nl-u", "desk-typed-keep"))  # shown first without the illness
    colleague = await office.desk("colleague")
    page = await colleague.opens(f"/console/werkzoekenden/{office.her}")
    assert "Belt liever na vieren." in page.text
    assert "reuma" not in page.text
    async with office.site.stage.work() as work:
        remark = (await work.tx.exec(select(Remark))).one()
        assert remark.person_id == office.her  # it goes when she is erased
    refused = await office.posts(
        "other coach", f"/console/werkzoekenden/{office.her}/notitie", words="x"
    )
    assert refused.status == 404


async def test_a_ready_made_text_stands_in_the_field(office: Office) -> None:
    desk = await office.desk("own coach")
    page = await desk.opens(f"/console/werkzoekenden/{office.her}?tekst=call")
    assert texts.text("nl", "canned-call") in page.html.replace("&#39;", "'")
    page = await desk.opens(f"/console/werkzoekenden/{office.her}?tekst=../../etc")
    assert page.status == 200


async def test_the_file_says_how_far_a_message_came(office: Office) -> None:
    async with office.site.stage.work() as work:
        for sent, dead in ((work.now, None), (None, work.now), (None, None)):
            work.tx.add(
                Message(
                    person_id=office.her,
                    body={"lines": [["dialog-line", {"label": "a", "value": "b"}]], "rows": []},
                    created=work.now,
                    sent=sent,
                    dead=dead,
                )
            )
    desk = await office.desk("own coach")
    page = await desk.opens(f"/console/werkzoekenden/{office.her}")
    for state in ("sent", "dead", "waiting"):
        assert said(f"desk-delivery-{state}") in page.text
