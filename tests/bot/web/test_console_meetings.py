"""Appointments on the page of a match: made, moved, called off, and what came of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from services import texts
from services.jobseekers import dossier
from services.matches import meetings
from services.store.models import Match, Meeting, Message
from tests.bot.web.office import NAME, Office, opened_office
from tests.bot.web.site import Page, Site

LATER = {"day": "2026-11-25", "time": "10:30"}  # it is 23 November, 10:00 in Amsterdam
SOON = {"day": "2026-11-23", "time": "10:15"}


def said(text_id: str, **args: object) -> str:
    return texts.text("nl-u", text_id, args)


@pytest.fixture
async def office(quick_site: Site) -> Office:
    """Both said yes to each other; nothing was planned yet."""
    office = await opened_office(quick_site)
    await office.put("invited", agreed=True)
    return office


async def at_the_match(office: Office, name: str = "own coach") -> Page:
    return await (await office.desk(name)).opens(f"/console/matches/{office.match}")


async def planned(office: Office, **filled: str) -> Page:
    """The coach makes an appointment."""
    await at_the_match(office)
    return await office.desks["own coach"].presses(said("desk-plan-save"), **{**LATER, **filled})


async def rows(office: Office) -> list[Meeting]:
    async with office.site.stage.work() as work:
        return list(await meetings.of_match(work, office.match))


async def files(office: Office) -> set[int]:
    """Who was sent a file for their calendar."""
    async with office.site.stage.work() as work:
        found = (await work.tx.exec(select(Message))).all()
        return {row.person_id for row in found if (row.body or {}).get("file") == "calendar"}


async def state(office: Office) -> str:
    async with office.site.stage.work() as work:
        return (await work.get(Match, office.match)).state


async def test_an_appointment_goes_to_both_with_a_file_for_the_calendar(office: Office) -> None:
    page = await planned(office, place="Grote Markt 1", words="Neem je cv mee", kind="visit")
    assert said("desk-done-planned") in page.text
    assert "woensdag 25 november 10:30" in page.text
    assert "Grote Markt 1" in page.text
    (row,) = await rows(office)
    assert row.starts.isoformat() == "2026-11-25T09:30:00+00:00"
    assert (row.minutes, row.kind) == (60, "visit")
    assert (row.place, row.words) == ("Grote Markt 1", "Neem je cv mee")
    assert await files(office) == {office.her, office.site.stage.actors["hans"].number}


async def test_the_account_manager_plans_and_has_it_in_their_own_calendar(office: Office) -> None:
    await at_the_match(office, "own manager")
    desk = office.desks["own manager"]
    await desk.presses(said("desk-plan-save"), **LATER)
    page = await desk.follows(said("desk-calendar"))
    assert page.headers["Content-Type"].startswith("text/calendar")
    assert "METHOD:PUBLISH" in page.html
    assert NAME.upper() in page.html.upper()


async def test_it_is_moved_and_called_off_and_both_hear_it(office: Office) -> None:
    await planned(office)
    desk = office.desks["own coach"]
    page = await desk.presses(said("desk-move-save"), day="2026-11-26")
    assert said("desk-done-moved") in page.text
    assert "donderdag 26 november 10:30" in page.text
    page = await desk.presses(said("desk-call-off-yes"), words="Ziek paard")
    assert said("desk-done-cancelled") in page.text
    assert said("desk-meeting-cancelled") in page.text
    assert said("desk-undo") not in page.text
    (row,) = await rows(office)
    assert (row.status, row.sequence) == ("cancelled", 2)
    assert await state(office) == "invited"


@pytest.mark.parametrize(
    ("field", "given", "told"),
    [
        ("day", "", "wrong-day"),
        ("day", "morgen", "wrong-day"),
        ("day", "2026-02-30", "wrong-day"),
        ("day", "9999-12-31", "wrong-day"),
        ("day", "2026-11-22", "refused.time"),
        ("time", "25:00", "wrong-time"),
        ("time", "10", "wrong-time"),
        ("minutes", "-5", "wrong-number"),
        ("minutes", "9999", "wrong-number"),
        ("kind", "duel", "wrong-choice"),
        ("place", "x" * 201, "wrong-long"),
    ],
)
async def test_what_cannot_be_is_told_and_what_was_typed_stays(
    office: Office, field: str, given: str, told: str
) -> None:
    typed = {"place": "Kantine", **LATER, field: given}
    page = await planned(office, **typed)
    assert page.status == 422
    assert said(told) in page.text
    if field != "place":
        assert page.form(button=said("desk-plan-save")).fields["place"] == "Kantine"
    assert await rows(office) == []


async def test_a_time_that_the_clock_skips_is_refused(office: Office) -> None:
    page = await planned(office, day="2027-03-28", time="02:30")
    assert page.status == 422
    assert said("wrong-time") in page.text


async def test_a_name_with_html_is_shown_as_it_is(office: Office) -> None:
    page = await planned(office, place="<script>alert(1)</script>")
    assert "<script>alert" not in page.html
    assert "<script>alert(1)</script>" in page.text


async def test_the_same_form_sent_twice_makes_one_appointment(office: Office) -> None:
    await at_the_match(office)
    desk = office.desks["own coach"]
    form = desk.page.form(button=said("desk-plan-save"))
    filled = {**form.fields, **LATER, "minutes": "60", "kind": "visit"}
    assert (await desk.posts(form.action, filled)).status == 200
    page = await desk.posts(form.action, filled)
    assert page.status == 409
    assert said("refused.changed") in page.text
    assert len(await rows(office)) == 1


async def test_two_colleagues_do_not_overwrite_each_other(office: Office) -> None:
    await planned(office)
    await office.desks["own coach"].presses(said("desk-move-save"), day="2026-11-27")
    (row,) = await rows(office)
    stale = {"shown": "0", **LATER, "minutes": "60", "kind": "visit", "place": "", "words": ""}
    for what in ("verzetten", "afzeggen"):
        page = await office.posts("colleague", f"/console/afspraken/{row.id}/{what}", **stale)
        assert page.status == 409, what
        assert said("refused.changed") in page.text
    (row,) = await rows(office)
    assert (row.status, row.starts.day) == ("planned", 27)


async def held(office: Office) -> Meeting:
    """The appointment lies behind us."""
    await planned(office, **SOON)
    office.site.stage.clock.move(timedelta(minutes=20))
    await at_the_match(office)
    return (await rows(office))[0]


async def test_the_outcome_is_that_they_go_on(office: Office) -> None:
    await held(office)
    page = await office.desks["own coach"].presses(said("outcome-result.go_on"))
    assert said("desk-done-recorded") in page.text
    assert await state(office) == "met"


async def test_the_outcome_is_that_it_ends_with_a_reason(office: Office) -> None:
    meeting = await held(office)
    desk = office.desks["own coach"]
    action = f"/console/afspraken/{meeting.id}/uitkomst"
    page = await office.posts("own coach", action, outcome="not_placed", reason="mood")
    assert page.status == 422
    assert said("wrong-choice") in page.text
    await at_the_match(office)
    form = next(each for each in desk.page.forms if each.fields.get("outcome") == "not_placed")
    page = await desk.posts(form.action, {**form.fields, "reason": "no_fit", "words": "Te ver weg"})
    assert said("desk-why-match-not_placed.no_fit") in page.text
    assert "Te ver weg" in page.text
    assert await state(office) == "not_placed"
    page = await office.posts("own coach", action, outcome="missed")
    assert page.status == 409


async def test_an_appointment_that_was_not_held_can_be_made_again(office: Office) -> None:
    await held(office)
    page = await office.desks["own coach"].presses(said("outcome-result.missed"))
    assert said("desk-meeting-cancelled") in page.text
    assert page.form(button=said("desk-plan-save"))
    assert await state(office) == "invited"


async def test_before_the_appointment_nothing_is_recorded_and_after_it_nothing_is_moved(
    office: Office,
) -> None:
    page = await planned(office, **SOON)
    buttons = {button for form in page.forms for button in form.buttons}
    assert said("outcome-result.go_on") not in buttons
    assert said("desk-move-save") in buttons
    office.site.stage.clock.move(timedelta(minutes=20))
    page = await at_the_match(office)
    buttons = {button for form in page.forms for button in form.buttons}
    assert said("outcome-result.go_on") in buttons
    assert said("desk-move-save") not in buttons


async def test_how_she_felt_is_for_her_coach_alone(office: Office) -> None:
    meeting = await held(office)
    async with office.site.stage.work() as work:
        for actor, mood, words in (
            (office.her, "no", "Zij was bot"),
            (office.site.stage.actors["hans"].number, "good", "Leuk mens"),
        ):
            await meetings.felt(
                work, meeting.id or 0, actor=actor, mood=mood, reason="click", words=words
            )
    page = await at_the_match(office)
    for words in (said("after-meeting-mood.no"), "Zij was bot", "Leuk mens"):
        assert words in page.text
    page = await at_the_match(office, "own manager")
    assert said("after-meeting-mood.good") in page.text
    for words in (said("after-meeting-mood.no"), "Zij was bot"):
        assert words not in page.text


async def test_what_may_help_is_a_possibility_with_its_condition(office: Office) -> None:
    page = await at_the_match(office)
    assert said("desk-may-help-what") in page.text
    assert said("instrument-decides.gemeente") in page.text
    assert said("instrument-unknown.benefit") in page.text
    assert said("desk-may-unknown-badge") in page.text


async def test_what_is_known_of_her_counts_for_her_coach_alone(office: Office) -> None:
    async with office.site.stage.work() as work:
        await dossier.save(
            work,
            office.her,
            {"benefit": "bijstand"},
            actor=office.site.stage.actors["own coach"].number,
        )
    assert said("instrument-because.benefit") in (await at_the_match(office)).text
    for name in ("colleague", "own manager"):
        page = await at_the_match(office, name)
        assert said("instrument-because.benefit") not in page.text, name
