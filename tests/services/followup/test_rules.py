"""Single rules: what cancels a nudge, who is left alone, and what the service does by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.stage import Stage, staged
from services import followup, matches
from services.jobseekers.profiles import FIELDS
from services.region import load
from services.store.models import Jobseeker, Match, Message, Nudge, Person, Vacancy
from tests.services.followup.region import Small, made

pytestmark = pytest.mark.slow

MONDAY = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
async def stage(database_url: str) -> AsyncIterator[Stage]:
    async with staged(database_url) as running:
        running.clock.at = MONDAY
        yield running


async def filled(stage: Stage) -> Small:
    async with stage.work() as work:
        small = await made(work)
        for each in (await work.tx.exec(select(Match))).all():
            each.state = "declined"
        for row in (await work.tx.exec(select(Vacancy))).all():
            row.answer, row.agreement = {"sent": "x"}, {}
            row.expires = work.today + timedelta(days=80)
        for row in (await work.tx.exec(select(Jobseeker))).all():
            row.confirmed = {"home": {"on": str(work.today), "by": 1}}
        for person in (await work.tx.exec(select(Person))).all():
            person.seen = work.now
    return small


async def waits(stage: Stage, state: str, index: int = 12) -> int:
    """One match in this state since now."""
    async with stage.work() as work:
        match = (await work.tx.exec(select(Match).order_by(col(Match.id)).offset(index))).first()
        assert match
        match.state, match.since, match.agreed = state, work.now, None
        return match.id or 0


async def goes_on(stage: Stage, **time: float) -> list[str]:
    """Time passes in hours; the names of what went out."""
    end = stage.clock.now() + timedelta(**time)
    while stage.clock.now() < end:
        stage.clock.move(timedelta(hours=1))
        async with stage.work() as work:
            await followup.sweep(work)
    async with stage.work() as work:
        rows = (await work.tx.exec(select(Nudge).order_by(col(Nudge.id)))).all()
    return [f"{row.name}-{row.step + 1}" for row in rows]


async def test_an_answer_cancels_what_would_have_followed(stage: Stage) -> None:
    await filled(stage)
    match_id = await waits(stage, "approved")
    first = await goes_on(stage, days=3)
    assert "match-jobseeker-1" in first
    async with stage.work() as work:
        her = (await work.get(Match, match_id)).jobseeker_id
        await matches.move(work, match_id, "not_interested", actor=her, reason="other")
    assert "match-jobseeker-2" not in await goes_on(stage, days=6)


@pytest.mark.parametrize("how", ["paused", "unasked", "unreachable", "quiet"])
async def test_who_wants_peace_is_left_alone(stage: Stage, how: str) -> None:
    await filled(stage)
    match_id = await waits(stage, "approved")
    async with stage.work() as work:
        her = await work.get(Person, (await work.get(Match, match_id)).jobseeker_id)
        moment = work.now + timedelta(days=30) if how == "quiet" else work.now
        setattr(her, how, moment)
    sent = await goes_on(stage, days=6)
    assert not [name for name in sent if name in ("match-jobseeker-1", "match-jobseeker-2")]
    assert "match-jobseeker-3" in await goes_on(stage, days=4)  # the coach does hear of it


async def test_snoozed_for_three_days_by_a_press(stage: Stage) -> None:
    await filled(stage)
    actor = await stage.person("Amina")
    match_id = await waits(stage, "approved")
    async with stage.work() as work:
        (await work.get(Match, match_id)).jobseeker_id = actor.number
        work.tx.add(
            Jobseeker(
                person_id=actor.number,
                team="intake-haarlem",
                created=work.now,
                updated=work.now,
            )
        )
    await goes_on(stage, days=3)
    heard = "\n".join(await stage.hears("Amina"))
    assert "Herinner me later" in heard
    assert "Bekijk de vacature" in heard
    await stage.says("Amina", "[Herinner me later]")
    async with stage.work() as work:
        quiet = (await work.get(Person, actor.number)).quiet
        assert quiet is not None
        assert quiet > work.now + timedelta(days=2)
    await stage.says("Amina", "geen herinneringen meer")
    async with stage.work() as work:
        assert (await work.get(Person, actor.number)).unasked is not None
    await stage.says("Amina", "[Weer herinneren]")
    async with stage.work() as work:
        person = await work.get(Person, actor.number)
        assert (person.unasked, person.quiet) == (None, None)


async def test_a_silent_employer_ends_it_kindly_for_both(stage: Stage) -> None:
    await filled(stage)
    match_id = await waits(stage, "introduced")
    sent = await goes_on(stage, days=16)
    numbers = [name for name in sent if name.startswith("match-employer")]
    assert numbers == [f"match-employer-{n}" for n in (1, 2, 3, 4)]
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        assert match.state == "withdrawn"
        vacancy = await work.get(Vacancy, match.vacancy_id)
        told = select(Message.person_id).where(Message.kind == "promise")
        assert {match.jobseeker_id, vacancy.contact_id} <= set((await work.tx.exec(told)).all())


async def test_the_answer_goes_out_by_itself_before_72_hours(stage: Stage) -> None:
    small = await filled(stage)
    stage.clock.at = datetime(2026, 11, 19, 14, 0, tzinfo=UTC)  # Thursday: due on Sunday
    async with stage.work() as work:
        row = await work.get(Vacancy, small.vacancies[0])
        row.answer, row.reported = {}, work.now
    await goes_on(stage, days=3)
    async with stage.work() as work:
        row = await work.get(Vacancy, small.vacancies[0])
        sent = datetime.fromisoformat(row.answer["sent"])
        assert row.answer["by"] == "program"
        assert timedelta(hours=28) <= sent - row.reported < timedelta(hours=72)
        body = (await work.tx.exec(select(Message).where(Message.kind == "promise"))).first()
        assert body
        assert [line[0] for line in (body.body or {})["lines"]][-1] == "answer-72-program"


async def test_a_vacancy_expires_and_is_renewed_with_one_tap(stage: Stage) -> None:
    small = await filled(stage)
    boss = await stage.person("Bas")
    async with stage.work() as work:
        row = await work.get(Vacancy, small.vacancies[1])
        row.expires, row.contact_id = work.today + timedelta(days=2), boss.number
    await goes_on(stage, days=4)
    heard = "\n".join(await stage.hears("Bas"))
    assert "verlopen" in heard
    await stage.says("Bas", "[Zet weer open]")
    await stage.says("Bas", "[4 weken langer]")
    async with stage.work() as work:
        row = await work.get(Vacancy, small.vacancies[1])
        assert (row.status, row.expires) == ("open", work.today + timedelta(weeks=4))


@pytest.mark.parametrize("days", [5, 40])
async def test_what_expired_while_the_service_was_off_closes_when_it_is_found(
    stage: Stage, days: int
) -> None:
    """Longer ago than a message about it would still make sense; the contact hears it once."""
    small = await filled(stage)
    boss = await stage.person("Bas")
    async with stage.work() as work:
        row = await work.get(Vacancy, small.vacancies[1])
        row.expires, row.contact_id = work.today + timedelta(days=2), boss.number
    stage.clock.move(timedelta(days=2 + days))  # nobody swept
    await goes_on(stage, days=2)
    async with stage.work() as work:
        assert (await work.get(Vacancy, small.vacancies[1])).status == "expired"
        assert (await work.get(Vacancy, small.vacancies[0])).status == "open"
    heard = [said for said in await stage.hears("Bas") if "verlopen" in said]
    assert len(heard) == 1


async def test_it_closes_also_when_nobody_can_be_told(stage: Stage) -> None:
    small = await filled(stage)
    boss = await stage.person("Bas")
    async with stage.work() as work:
        row = await work.get(Vacancy, small.vacancies[1])
        row.expires, row.contact_id = work.today - timedelta(days=9), boss.number
        (await work.get(Person, boss.number)).erased = work.now
    await goes_on(stage, days=1)
    async with stage.work() as work:
        assert (await work.get(Vacancy, small.vacancies[1])).status == "expired"


async def test_a_field_is_confirmed_with_one_tap(stage: Stage) -> None:
    await filled(stage)
    her = await stage.person("Amina")
    async with stage.work() as work:
        long_ago = str(work.today - timedelta(days=200))
        work.tx.add(
            Jobseeker(
                person_id=her.number,
                profile={"home": "2011", "hours": [16, 24]},
                confirmed={
                    "home": {"on": str(work.today), "by": her.number},
                    "hours": {"on": long_ago, "by": her.number},
                },
                team="intake-haarlem",
                created=work.now,
                updated=work.now,
            )
        )
        about = FIELDS.index("hours") + 1
    await stage.gives("Amina", {"kind": "pick", "press": f"fresh.{about}::-open"})
    assert any("16 tot 24 uur" in line for line in await stage.hears("Amina"))
    await stage.says("Amina", "ja klopt nog")
    async with stage.work() as work:
        row = await work.get(Jobseeker, her.number)
        assert row.confirmed["hours"]["on"] == str(work.today)
    for odd in (0, 99):
        await stage.gives("Amina", {"kind": "pick", "press": f"fresh.{odd}::-open"})
    assert await stage.parked() == []


async def test_what_is_coming_is_listed_and_nothing_is_sent(stage: Stage) -> None:
    await filled(stage)
    await waits(stage, "proposed")
    async with stage.work() as work:
        coming = await followup.coming(work, work.now + timedelta(days=10))
        names = [(due.rule.name, due.number) for due in coming]
        assert {("match-coach", number) for number in (0, 1, 2)} <= set(names)
        assert [due.at for due in coming] == sorted(due.at for due in coming)
        assert not (await work.tx.exec(select(Nudge))).all()


async def test_nothing_goes_out_at_night_or_on_a_sunday(stage: Stage) -> None:
    await filled(stage)
    await waits(stage, "approved")
    stage.clock.at = MONDAY + timedelta(days=20)
    for moment in (
        datetime(2026, 12, 13, 11, 0, tzinfo=UTC),  # a Sunday
        datetime(2026, 12, 14, 3, 0, tzinfo=UTC),
        datetime(2026, 12, 25, 11, 0, tzinfo=UTC),
    ):
        stage.clock.at = moment
        async with stage.work() as work:
            await followup.sweep(work)
            assert not (await work.tx.exec(select(Nudge).where(Nudge.kind == "reminder"))).all()


def test_the_table_in_the_docs_is_the_table_in_the_code(request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / "docs" / "followup.md").read_text("utf-8")
    assert followup.as_markdown(load().follow_up) in page
