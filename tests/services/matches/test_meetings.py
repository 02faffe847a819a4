"""Appointments: who may make them, who hears of them, the calendar file, and what came of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from icalendar import Calendar
from sqlmodel import select

from bot import attachments
from bot.stage import Stage, staged
from services import matches
from services.matches import meetings
from services.messages import naming
from services.refused import RefusedError
from services.store.models import Match, Meeting, Message
from services.texts import render
from tests import given


async def _told(stage: Stage, name: str) -> list[Message]:
    async with stage.work() as work:
        query = select(Message).where(Message.person_id == given.number(stage, name))
        found = list((await work.tx.exec(query.order_by(Message.id))).all())  # type: ignore[arg-type]
        await naming.read(work, found)
        return found


async def _calendar(stage: Stage, message: Message) -> Calendar:
    async with stage.work() as work:
        body = await attachments.ready(work, message)
    assert body["file_name"].endswith(".ics")
    return Calendar.from_ical(body["content"])


def _event(calendar: Calendar) -> dict[str, str]:
    (event,) = calendar.walk("VEVENT")
    return {name: str(event[name]) for name in ("UID", "SEQUENCE", "STATUS", "SUMMARY", "LOCATION")}


async def test_both_sides_hear_at_once_with_a_file_for_their_calendar(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        meeting_id = await given.meeting(stage)
        for name, with_whom in (("Fatima", "Bakkerij Hoekstra"), ("Hans", "Fatima Amrani")):
            (message,) = await _told(stage, name)
            assert message.kind == "promise"
            calendar = await _calendar(stage, message)
            assert calendar["METHOD"] == "PUBLISH"
            event = _event(calendar)
            assert event["UID"].startswith(f"meeting-{meeting_id}-")
            assert event["UID"].endswith("@werklijn.example")
            assert event["SEQUENCE"] == "0"
            assert with_whom in event["SUMMARY"]
            assert event["LOCATION"] == "Grote Markt 1, Haarlem"
        assert await _told(stage, "Marloes") == []  # she made it herself


async def test_the_file_says_when_in_utc_and_how_long(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        meeting_id = await given.meeting(stage)
        async with stage.work() as work:
            row = await work.get(Meeting, meeting_id)
            hans = given.number(stage, "Hans")
            (event,) = Calendar.from_ical(await meetings.calendar(work, row, hans)).walk("VEVENT")
            assert event["DTSTART"].dt == row.starts
            assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(minutes=60)
            assert "ATTENDEE" not in event  # nobody is asked for an answer by their calendar
            assert "invalid:" not in str(event)


async def test_a_change_and_a_cancellation_follow_the_same_appointment(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        meeting_id = await given.meeting(stage)
        await given.moved(stage)
        async with stage.work() as work:
            await meetings.cancel(work, meeting_id, actor=given.number(stage, "Fatima"))
        for name in ("Fatima", "Hans"):
            calendar = await _calendar(stage, (await _told(stage, name))[-1])
            assert calendar["METHOD"] == "CANCEL"
            event = _event(calendar)
            assert (event["SEQUENCE"], event["STATUS"]) == ("2", "CANCELLED")
        heard = [m.body["lines"][0][0] for m in await _told(stage, "Marloes") if m.body]
        assert heard == ["staff-meeting-cancelled"]
        async with stage.work() as work:
            with pytest.raises(RefusedError, match="decided"):
                await meetings.cancel(work, meeting_id, actor=given.number(stage, "Marloes"))


async def test_only_whom_it_concerns_may_plan_or_move(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        stranger = await stage.person("Joyce", "coach", team="intake-velsen")
        meeting_id = await given.meeting(stage)
        async with stage.work() as work:
            soon = work.now + timedelta(days=2)
            with pytest.raises(RefusedError, match="rights"):
                await meetings.plan(work, match_id, actor=stranger.number, starts=soon)
            with pytest.raises(RefusedError, match="rights"):
                await meetings.change(work, meeting_id, actor=stranger.number, starts=soon)
            fatima = given.number(stage, "Fatima")
            with pytest.raises(RefusedError, match="rights"):  # she asks for another time instead
                await meetings.change(work, meeting_id, actor=fatima, starts=soon)
            row = await work.get(Meeting, meeting_id)
            with pytest.raises(PermissionError):
                await meetings.calendar(work, row, stranger.number)
            hans = given.number(stage, "Hans")
            assert (await meetings.change(work, meeting_id, actor=hans, starts=soon)).starts == soon


async def test_no_appointment_before_names_were_exchanged_or_in_the_past(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        marloes = given.number(stage, "Marloes")
        async with stage.work() as work:
            with pytest.raises(RefusedError, match="time"):
                await meetings.plan(work, match_id, actor=marloes, starts=work.now)
            match = await work.get(Match, match_id)
            match.agreed = None
            await work.tx.flush()
            soon = work.now + timedelta(days=1)
            with pytest.raises(RefusedError, match="step"):
                await meetings.plan(work, match_id, actor=marloes, starts=soon)


async def test_what_is_to_come_is_listed_for_both_sides(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        meeting_id = await given.meeting(stage)
        other = await stage.person("Piet")
        async with stage.work() as work:
            for name in ("Fatima", "Hans"):
                rows = await meetings.upcoming(work, given.number(stage, name))
                assert [row.id for row in rows] == [meeting_id]
            assert await meetings.upcoming(work, other.number) == []
        stage.clock.move(timedelta(days=2))
        async with stage.work() as work:
            assert await meetings.upcoming(work, given.number(stage, "Fatima")) == []


async def test_how_it_went_reaches_the_coach_and_staff_record_the_outcome(
    database_url: str,
) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        meeting_id = await given.meeting(stage)
        stage.clock.move(timedelta(days=2))
        async with stage.work() as work:
            fatima = given.number(stage, "Fatima")
            await meetings.felt(work, meeting_id, actor=fatima, mood="no", reason="travel")
        (told,) = await _told(stage, "Marloes")
        text_id, args = (told.body or {})["lines"][0]
        said = render.line("nl", text_id, args)
        assert "Fatima A." in said
        assert "de reis" in said
        async with stage.work() as work:
            marloes = given.number(stage, "Marloes")
            with pytest.raises(RefusedError, match="reason"):
                await meetings.record(work, meeting_id, actor=marloes, outcome="not_placed")
            await meetings.record(
                work, meeting_id, actor=marloes, outcome="not_placed", reason="no_fit"
            )
        async with stage.work() as work:
            assert (await work.get(Match, match_id)).state == "not_placed"
            assert (await work.get(Meeting, meeting_id)).status == "held"
            assert (await work.get(Meeting, meeting_id)).answers["jobseeker"]["mood"] == 1


async def test_one_that_was_not_held_leaves_the_match_where_it_is(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        meeting_id = await given.meeting(stage)
        async with stage.work() as work:
            marloes = given.number(stage, "Marloes")
            await meetings.record(work, meeting_id, actor=marloes, outcome="missed")
            assert (await work.get(Match, match_id)).state == "invited"


async def test_when_a_match_ends_what_was_planned_is_off(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        meeting_id = await given.meeting(stage)
        async with stage.work() as work:
            fatima = given.number(stage, "Fatima")
            await matches.decline_invitation(work, match_id, fatima)
        await stage.worker.drain()
        async with stage.work() as work:
            assert (await work.get(Meeting, meeting_id)).status == "cancelled"
        assert "gaat niet door" in "\n".join(await stage.hears("Hans"))
