"""Placements in the console: begun, watched, settled, changed and ended."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from sqlmodel import col, select

from services import texts
from services.placements import aftercare
from services.store.models import CheckIn, Jobseeker, Match, Placement
from tests.bot.web.office import FULL_NAME, HER_ANSWER, HIS_ANSWER, NAME, Office, opened_office
from tests.bot.web.site import Page, Site


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    """She is five weeks into a trial of two months; the first day was bad for both sides."""
    office = await opened_office(quick_site)
    await office.works()
    return office


@pytest.fixture
async def met(quick_site: Site) -> Office:
    """They met, and nothing was recorded yet."""
    office = await opened_office(quick_site)
    await office.put("met", agreed=True)
    return office


async def file(office: Office, name: str = "own coach") -> Page:
    return await (await office.desk(name)).opens(f"/console/plaatsingen/{office.placement}")


async def row_of(office: Office) -> Placement:
    async with office.site.stage.work() as work:
        return (await work.tx.exec(select(Placement).order_by(col(Placement.id).desc()))).all()[0]


async def asked(office: Office, number: int) -> CheckIn:
    async with office.site.stage.work() as work:
        return await work.get(CheckIn, number)


async def waits(office: Office, name: str) -> list[str]:
    """The placements in the list that ask for attention."""
    page = await (await office.desk(name)).opens("/console/plaatsingen?toon=attention")
    return re.findall(r'<h2><a href="/console/plaatsingen/\d+">(.*?)</a>', page.html)


START = {"kind": "trial", "hours": "24", "starts": "2026-11-24", "ends": "2027-01-24"}


async def test_placing_records_what_was_agreed(met: Office) -> None:
    desk = await met.desk("own coach")
    await desk.opens(f"/console/matches/{met.match}")
    form = desk.page.form(button=said("desk-place-save"))
    assert form.fields["hours"] == "24"  # as the vacancy asks
    tools = {"tool-job-coach": "yes", "from-job-coach": "2026-11-24", "to-job-coach": "2027-02-24"}
    page = await desk.posts(form.action, {**form.fields, **START, "counts": "yes", **tools})
    assert said("desk-done-placed") in page.text
    row = await row_of(met)
    assert page.path == f"/console/plaatsingen/{row.id}"
    assert (row.kind, row.hours, row.counts) == ("trial", 24, True)
    assert (row.starts, row.ends) == (date(2026, 11, 24), date(2027, 1, 24))
    assert row.instruments == [{"code": "job-coach", "from": "2026-11-24", "to": "2027-02-24"}]
    for words in (said("instrument-job-coach"), said("moment-wage-value"), "24 januari 2027"):
        assert words in page.text
    page = await desk.posts(form.action, {**form.fields, **START})
    assert page.status == 409


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("hours", "0", "wrong-number"),
        ("hours", "veel", "wrong-number"),
        ("kind", "hobby", "wrong-choice"),
        ("starts", "", "wrong-day"),
        ("ends", "2026-11-24", "wrong-after"),
        ("sector", "space", "wrong-choice"),
        ("to-job-coach", "2026-11-01", "wrong-after"),
    ],
)
async def test_what_cannot_be_is_told_and_nobody_is_placed(
    met: Office, field: str, given: str, told: str
) -> None:
    desk = await met.desk("own coach")
    await desk.opens(f"/console/matches/{met.match}")
    form = desk.page.form(button=said("desk-place-save"))
    tools = {"tool-job-coach": "yes", "from-job-coach": "2026-11-24"}
    page = await desk.posts(form.action, {**form.fields, **START, **tools, field: given})
    assert page.status == 422
    assert said(told) in page.text
    assert page.form(button=said("desk-place-save")).fields["tool-job-coach"] == "yes"
    async with met.site.stage.work() as work:
        assert (await work.get(Match, met.match)).state == "met"


async def test_the_file_shows_both_sides_to_her_coach_and_one_to_the_manager(
    office: Office,
) -> None:
    page = await file(office)
    for words in (HER_ANSWER, HIS_ANSWER, said("desk-asked-bad"), "19 december 2026"):
        assert words in page.text, words
    page = await file(office, "own manager")
    assert HIS_ANSWER in page.text
    assert HER_ANSWER not in page.text
    assert said("desk-aftercare-employer") in page.text
    assert not [each for each in page.forms if "/nazorg/" in each.action]


async def test_attention_is_settled_with_what_was_done_and_can_be_taken_back(
    office: Office,
) -> None:
    assert await waits(office, "own coach") == [FULL_NAME]
    await file(office)
    desk = office.desks["own coach"]
    page = await desk.posts(
        f"/console/nazorg/{office.bad}/klaar",
        {**desk.page.form(name="form_token").fields, "words": "Met de chef gepraat"},
    )
    assert said("desk-done-settled") in page.text
    assert (await asked(office, office.bad)).settled is not None
    page = await desk.presses(said("desk-undo"))
    assert said("desk-done-unsettled") in page.text
    assert (await asked(office, office.bad)).settled is None


async def test_two_colleagues_settle_one_thing_once(office: Office) -> None:
    path = f"/console/nazorg/{office.bad}/klaar"
    assert (await office.posts("own coach", path, words="")).status == 303
    page = await office.posts("colleague", path, words="")
    assert page.status == 409
    assert said("refused.decided") in page.text
    coach = office.site.stage.actors["own coach"].number
    assert (await asked(office, office.bad)).settled_by == coach


async def test_words_about_illness_are_not_kept(office: Office) -> None:
    page = await office.posts(
        "own coach", f"/console/nazorg/{office.bad}/klaar", words="Zij heeft een depressie"
    )
    assert page.status == 422
    assert said("guard-health") in page.text
    assert (await asked(office, office.bad)).settled is None


async def test_the_loonwaarde_is_measured_in_week_four_to_six(office: Office) -> None:
    page = await file(office)
    assert "16 november 2026" in page.text  # four weeks after 19 October
    assert "30 november 2026" in page.text
    form = page.form(name="percent")
    desk = office.desks["own coach"]
    for percent, on in (("130", "2026-11-20"), ("70", "2026-11-24"), ("70", "2026-10-01")):
        page = await desk.posts(form.action, {**form.fields, "percent": percent, "on": on})
        assert page.status == 422, (percent, on)
    page = await desk.posts(form.action, {**form.fields, "percent": "70", "on": "2026-11-20"})
    assert said("desk-done-measured") in page.text
    assert "70 %" in page.text
    assert (await asked(office, office.task)).answered is not None
    for name in ("colleague", "own manager"):
        page = await file(office, name)
        assert "70 %" not in page.text, name
        assert said("desk-wage-value-done") in page.text


async def test_a_measurement_is_left_out_with_a_reason_once(office: Office) -> None:
    path = f"/console/nazorg/{office.task}/overslaan"
    assert (await office.posts("own coach", path, reason="lui")).status == 422
    assert (await office.posts("own coach", path, reason="full_wage")).status == 303
    assert said("wage-value-done.full_wage") in (await file(office)).text
    assert (await office.posts("colleague", path, reason="ends")).status == 409
    assert (
        await office.posts("own coach", f"/console/nazorg/{office.bad}/overslaan")
    ).status == 404


async def test_the_coach_says_how_it_goes_once(office: Office) -> None:
    async with office.site.stage.work() as work:
        rows = await aftercare.of_placement(work, office.placement)
        mine = next(row for row in rows if (row.side, row.moment) == ("coach", "week-2"))
    path = f"/console/nazorg/{mine.id}/antwoord"
    assert (await office.posts("colleague", path, mood="blij")).status == 422
    assert (await office.posts("colleague", path, mood="poor", words="Stil")).status == 303
    assert (await office.posts("own coach", path, mood="great")).status == 409
    row = await asked(office, mine.id or 0)
    assert (row.mood, row.attention) == (2, True)


async def test_terms_are_changed_and_what_somebody_else_changed_is_not_lost(
    office: Office,
) -> None:
    page = await file(office)
    form = page.form(button=said("desk-save"))
    office.site.stage.clock.move(timedelta(minutes=1))
    desk = office.desks["own coach"]
    page = await desk.posts(form.action, {**form.fields, "hours": "32", "ends": "2027-01-31"})
    assert said("desk-done-agreed") in page.text
    page = await desk.posts(form.action, {**form.fields, "hours": "16"})
    assert page.status == 409
    assert said("refused.changed") in page.text
    row = await row_of(office)
    assert (row.hours, row.ends) == (32, date(2027, 1, 31))


async def test_a_trial_goes_on_as_a_contract(office: Office) -> None:
    page = await file(office)
    form = page.form(button=said("desk-go-on-save"))
    desk = office.desks["own coach"]
    terms = {"kind": "regular", "starts": "2026-11-24", "ends": ""}
    page = await desk.posts(form.action, {**form.fields, **terms, "starts": "2026-10-01"})
    assert page.status == 422
    page = await desk.posts(form.action, {**form.fields, **terms})
    row = await row_of(office)
    assert page.path == f"/console/plaatsingen/{row.id}"
    assert (row.kind, row.match_id) == ("regular", None)
    page = await file(office)
    assert said("placement-end.moved_on") in page.text


@pytest.mark.parametrize(
    ("filled", "told"),
    [
        ({"on": "2026-11-24"}, "wrong-past"),
        ({"on": "2026-10-01"}, "refused.time"),
        ({"reason": "ruzie"}, "wrong-choice"),
        ({"words": "Zij heeft kanker"}, "guard-health"),
    ],
)
async def test_an_end_that_cannot_be_is_told(
    office: Office, filled: dict[str, str], told: str
) -> None:
    page = await office.posts(
        "own coach",
        f"/console/plaatsingen/{office.placement}/einde",
        **{"on": "2026-11-20", "reason": "no_fit", **filled},
    )
    assert page.status == 422
    assert said(told) in page.text
    assert (await row_of(office)).status == "running"


async def test_it_ends_with_what_went_wrong_and_she_looks_again(office: Office) -> None:
    page = await file(office)
    assert said("desk-end-sure") in page.text
    page = await office.desks["own coach"].presses(
        said("desk-end-yes"), on="2026-11-20", reason="no_fit", words="Geen uitleg gekregen"
    )
    assert said("desk-done-ended") in page.text
    assert said("placement-end.no_fit") in page.text
    assert not [form for form in page.forms if "/plaatsingen/" in form.action]
    async with office.site.stage.work() as work:
        assert (await work.get(Jobseeker, office.her)).status == "open"
    ended = await office.desks["own coach"].opens("/console/plaatsingen?toon=ended")
    assert NAME in ended.text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", True),
        ("toon=running", True),
        ("toon=attention", True),
        ("toon=ending", True),  # the trial ends in less than six weeks
        ("toon=ended", False),
        ("zoek=Zeinep", True),
        ("zoek=korst", True),
        ("zoek=Willem", False),
        ("toon=<b>&zoek=%00", True),
    ],
)
async def test_the_list_shows_what_was_asked(office: Office, query: str, shown: bool) -> None:
    page = await (await office.desk("own coach")).opens(f"/console/plaatsingen?{query}")
    assert page.status == 200
    assert (f'/console/plaatsingen/{office.placement}"' in page.html) == shown


async def test_others_see_none_of_it(office: Office) -> None:
    for name in ("other coach", "other manager"):
        for query in ("", "?toon=running", f"?zoek={NAME}"):
            page = await (await office.desk(name)).opens(f"/console/plaatsingen{query}")
            assert f"/console/plaatsingen/{office.placement}" not in page.html, name


async def test_three_months_on_it_lasts(office: Office) -> None:
    office.site.stage.clock.move(timedelta(days=65))
    office.desks.clear()
    page = await file(office)
    assert said("desk-milestone-reached", n=3) in page.text
    assert said("desk-over-due") in page.text  # the trial should have ended
