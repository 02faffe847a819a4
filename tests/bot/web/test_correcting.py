"""Dit klopt niet: her words become work with a term, and the answer goes to her (AVG 16)."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from services import events
from services.privacy import correcting
from services.store.models import Event
from tests.bot.web.office import Office, opened_office
from tests.bot.web.site import Site

FILE = "/console/werkzoekenden/"


@pytest.fixture
async def office(quick_site: Site) -> Office:
    office = await opened_office(quick_site)
    coach = quick_site.stage.actors["own coach"].number
    async with quick_site.stage.work() as work:
        await events.log(work, "note", actor=coach, about=office.her, words="Komt vaak te laat.")
    return office


async def asks(office: Office) -> None:
    stage = office.site.stage
    await stage.says("her", "dit klopt niet")
    await stage.says("her", "Ik kom nooit te laat.")
    assert "Je hoort het uiterlijk op 23 december 2026." in "\n".join(await stage.hears("her"))


@pytest.mark.parametrize(
    ("button", "told"),
    [
        ("Het is veranderd", "own coach heeft het veranderd. Uitleg: “Nagekeken.” Klopt"),
        ("Niet veranderd", "Autoriteit Persoonsgegevens (AP): autoriteitpersoonsgegevens.nl"),
    ],
)
async def test_it_is_work_and_she_hears_the_answer(office: Office, button: str, told: str) -> None:
    await asks(office)
    desk = await office.desk("own coach")
    page = await desk.opens("/console")
    assert "Zeynep Karagöz zegt: dit klopt niet" in page.text
    assert "antwoord uiterlijk op 23 december 2026" in page.text
    assert "Ik kom nooit te laat." in page.text
    await desk.opens(f"{FILE}{office.her}")
    page = await desk.presses(button, words="Nagekeken.")
    assert "Beantwoord. De werkzoekende hoort het." in page.text
    heard = "\n".join(await office.site.stage.hears("her"))
    assert told in heard
    assert "Nagekeken." in heard
    assert "zegt: dit klopt niet" not in (await desk.opens("/console")).text
    kinds = await office.happened()
    assert kinds[-2:] == [correcting.ASKED, correcting.ANSWERED], "both stay in the file"


async def test_a_no_needs_a_reason_and_an_answer_is_given_once(office: Office) -> None:
    await asks(office)
    desk = await office.desk("own coach")
    page = await desk.opens(f"{FILE}{office.her}")
    data = page.form(button="Niet veranderd").fields
    for outcome, words, status in (
        ("not", "", 409),
        ("perhaps", "Nee", 409),
        ("not", "Het klopt wel.", 200),
        ("changed", "Toch wel.", 409),
    ):
        sent = {**data, "outcome": outcome, "words": words}
        page = await desk.posts(f"{FILE}{office.her}/klopt-niet", sent)
        assert page.status == status, (outcome, words)
        assert ("Schrijf eerst op waarom niet." in page.text) == ((outcome, words) == ("not", ""))
    assert (await office.happened()).count(correcting.ANSWERED) == 1


@pytest.mark.parametrize("said", ["nee laat maar", "Laat maar.", "[Laat maar]", "nee"])
async def test_who_thinks_better_of_it_makes_no_work(office: Office, said: str) -> None:
    stage = office.site.stage
    await stage.says("her", "dit klopt niet")
    await stage.says("her", said)
    assert "Goed. Ik geef niets door." in "\n".join(await stage.hears("her"))
    assert correcting.ASKED not in await office.happened()


async def test_a_change_needs_no_explanation(office: Office) -> None:
    await asks(office)
    desk = await office.desk("own coach")
    await desk.opens(f"{FILE}{office.her}")
    await desk.presses("Het is veranderd")
    told = "\n".join(await office.site.stage.hears("her"))
    assert "own coach heeft het veranderd. Klopt het nog niet?" in told


async def test_who_has_no_profile_is_not_left_without_a_word(office: Office) -> None:
    stage = office.site.stage
    await stage.says("Nieuw", "dit klopt niet")
    assert await stage.hears("Nieuw") != []


async def test_the_same_words_twice_are_one_thing_to_do(office: Office) -> None:
    await asks(office)
    await asks(office)
    assert (await office.happened()).count(correcting.ASKED) == 1


async def test_a_no_inside_her_words_is_hers(office: Office) -> None:
    stage = office.site.stage
    await stage.says("her", "dit klopt niet")
    await stage.says("her", "Nee, ik kom nooit te laat")
    assert (await office.happened())[-1] == correcting.ASKED


@pytest.mark.parametrize(
    ("asked", "until"),
    [
        (datetime(2027, 1, 31, 12, tzinfo=UTC), date(2027, 2, 28)),
        (datetime(2026, 12, 5, 12, tzinfo=UTC), date(2027, 1, 5)),
        (datetime(2026, 11, 30, 12, tzinfo=UTC), date(2026, 12, 30)),
    ],
)
def test_the_term_is_a_month_of_the_calendar(asked: datetime, until: date) -> None:
    assert correcting.until(Event(at=asked, kind=correcting.ASKED)) == until
