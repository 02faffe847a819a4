"""Somebody leaves or is away: others look after theirs, and nothing goes to who is not there."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.stage import staged
from services import caseload, followup, rights
from services.help import requests
from services.messages import outbox
from services.refused import RefusedError
from services.staff import colleagues, handover
from services.store.models import (
    Absence,
    CheckIn,
    Employer,
    Jobseeker,
    Match,
    Message,
    Person,
    Placement,
    Staff,
)
from services.unit_of_work import Work
from tests import given
from tests.services.followup.region import made

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def texts_to(work: Work, person_id: int) -> Counter[str]:
    await work.tx.flush()
    rows = await work.tx.exec(select(Message).where(Message.person_id == person_id))
    return Counter(line[0] for row in rows.all() for line in (row.body or {})["lines"])


async def colleague(
    work: Work, name: str, role: str = "coach", team: str = "intake-haarlem"
) -> int:
    person = Person(name=name, formal=True, created=work.now)
    work.tx.add(person)
    await work.tx.flush()
    number = person.id or 0
    work.tx.add(Staff(person_id=number, role=role, organisation="haarlem", team=team))
    await work.tx.flush()
    return number


async def test_those_who_were_looked_after_go_to_whoever_has_fewest_and_hear_it(
    database_url: str,
) -> None:
    async with staged(database_url) as stage:
        stage.clock.at = MONDAY
        async with stage.work() as work:
            small = await made(work, people=9)
            one, two = await colleague(work, "Noor"), await colleague(work, "Sam")
            elsewhere = await colleague(work, "Joyce", team="intake-velsen")
            mine = (await work.tx.exec(select(Jobseeker))).all()
            for row in mine:
                row.coach_id, row.team = small.coach, "intake-haarlem"
            busy = mine[0]
            busy.coach_id = one  # has one already
            await work.tx.flush()
            moved = await colleagues.stop_access(work, small.coach, 0, {one, two, elsewhere})
            assert moved.jobseekers == 8
            loads = await handover.loads(work, [one, two, elsewhere, small.coach])
            assert [loads[each].jobseekers for each in (one, two, elsewhere)] == [5, 4, 0]
            assert loads[small.coach].total == 0
            for row in mine[1:]:
                assert (await texts_to(work, row.person_id))["coach-changed"] == 1
            assert (await texts_to(work, busy.person_id))["coach-changed"] == 0
            assert (await texts_to(work, two))["staff-took-over"] == 1
            ours = select(Placement.coach_id).where(col(Placement.coach_id) == small.coach)
            assert (await work.tx.exec(ours)).all() == []
            matches = select(Match.id).where(Match.coach_id == small.coach)
            assert (await work.tx.exec(matches)).all() == []
            checks = select(CheckIn.id).where(
                CheckIn.person_id == small.coach, col(CheckIn.answered).is_(None)
            )
            assert (await work.tx.exec(checks)).all() == []


@pytest.mark.parametrize("role", ["coach", "manager"])
async def test_nothing_ever_goes_to_somebody_who_left(database_url: str, role: str) -> None:
    """Everything waits, for forty days; whatever falls due goes to who is there."""
    async with staged(database_url) as stage:
        stage.clock.at = MONDAY
        async with stage.work() as work:
            small = await made(work)
            gone = getattr(small, role)
            outbox.tell(work, gone, outbox.line("staff-unreachable", name=["words", "Fatima"]))
            for row in (await work.tx.exec(select(Jobseeker))).all():
                row.coach_id, row.team = small.coach, "intake-haarlem"
            await work.tx.flush()
            await colleagues.stop_access(work, gone, 0)
        async with stage.work() as work:
            asker = await work.get(Person, small.jobseekers[0])
            await requests.ask(work, asker, "Mag ik u iets vragen?")
            caller = await work.get(Person, small.contacts[0])
            await requests.ask(work, caller, "Hoe staat het?")
        for _ in range(40 * 4):
            stage.clock.move(timedelta(hours=6))
            async with stage.work() as work:
                await followup.sweep(work)
        async with stage.work() as work:
            query = select(Message).where(Message.person_id == gone)
            rows = (await work.tx.exec(query)).all()
            assert [row for row in rows if row.dead is None] == []
            told = select(Message.person_id).where(col(Message.ours).is_(True))
            assert len(set((await work.tx.exec(told)).all())) > 5  # others did hear things


async def test_while_somebody_is_away_a_colleague_stands_in(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        marloes, fatima = given.number(stage, "Marloes"), given.number(stage, "Fatima")
        async with stage.work() as work:
            noor = await colleague(work, "Noor", team="intake-velsen")
            jobseeker = await work.get(Jobseeker, fatima)
            assert await caseload.of_person(work, fatima) == [marloes]
            day = work.today
            await handover.away(work, marloes, day, day + timedelta(days=4), noor, actor=marloes)
            await work.tx.flush()
            assert await caseload.of_person(work, fatima) == [noor]
            who = await caseload.viewer_of(work, noor)
            assert who is not None
            assert rights.may_see_dossier(who, jobseeker)
        await stage.says("Fatima", "hulp van een mens")
        await stage.says("Fatima", "Kan ik morgen langskomen?")
        async with stage.work() as work:
            assert (await texts_to(work, noor))["relay-from-client"] == 1
        stage.clock.move(timedelta(days=5))
        async with stage.work() as work:
            assert await caseload.of_person(work, fatima) == [marloes]
            who = await caseload.viewer_of(work, noor)
            assert who is not None
            assert not rights.may_see_jobseeker(who, await work.get(Jobseeker, fatima))


async def test_a_stand_in_who_is_away_too_or_left_is_nobody(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        marloes, fatima = given.number(stage, "Marloes"), given.number(stage, "Fatima")
        async with stage.work() as work:
            noor, lead = await colleague(work, "Noor"), await colleague(work, "Lead")
            (await work.get(Staff, lead)).lead = True
            week = {"starts": work.today, "ends": work.today, "created": work.now}
            work.tx.add(Absence(person_id=marloes, covered_by=noor, **week))
            work.tx.add(Absence(person_id=noor, **week))
            await work.tx.flush()
            assert await caseload.of_person(work, fatima) == [lead]
            (await work.get(Staff, lead)).active = False
            (await work.get(Staff, marloes)).active = False
            await work.tx.flush()
            assert await caseload.of_person(work, fatima) == await caseload.overseers(work)


async def test_another_role_hands_over_and_a_role_that_is_none_is_refused(
    database_url: str,
) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        marloes, fatima = given.number(stage, "Marloes"), given.number(stage, "Fatima")
        async with stage.work() as work:
            place = {"team": "employers-zuid", "lead": False, "takers": (), "actor": 0}
            with pytest.raises(RefusedError):
                await colleagues.change_place(work, marloes, role="koning", **place)
            await colleagues.change_place(work, marloes, role="account_manager", **place)
            assert (await work.get(Jobseeker, fatima)).coach_id is None
            assert (await texts_to(work, fatima))["coach-changed-team"] == 1
        assert "helpt je verder" in "\n".join(await stage.hears("Fatima"))


async def test_an_employer_hears_who_is_there_now(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        async with stage.work() as work:
            naoual = await colleague(work, "Naoual", "account_manager", "employers-zuid")
            other = await colleague(work, "Bas", "account_manager", "employers-ijmond")
            employer = (await work.tx.exec(select(Employer))).one()
            employer.account_manager_id = naoual
            await work.tx.flush()
            await colleagues.stop_access(work, naoual, 0, {other})
            assert employer.account_manager_id == other
        assert "Bas helpt u nu verder" in "\n".join(await stage.hears("Hans"))
