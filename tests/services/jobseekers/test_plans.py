"""Plans: versions that are kept, agreed by both, with steps that are ticked and a day to look."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.stage import Stage, staged
from services import caseload, privacy
from services.console.today import today
from services.jobseekers import plans
from services.refused import RefusedError
from services.store.models import Jobseeker, Person, Plan
from tests import given


async def _agreed(stage: Stage) -> int:
    await given.pair(stage)
    number = await given.plan(stage)
    async with stage.work() as work:
        await plans.agree(work, number, actor=given.number(stage, "Fatima"))
    return number


async def test_a_plan_holds_when_both_agreed(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        number = await given.plan(stage)
        async with stage.work() as work:
            plan = await work.get(Plan, number)
            assert (plan.state, plan.agreed_by_jobseeker) == ("proposed", None)
            assert plan.agreed_by_coach is not None
            assert plan.review_on == work.today + timedelta(days=91)
            await plans.agree(work, number, actor=given.number(stage, "Fatima"))
            assert plan.state == "agreed"
            with pytest.raises(RefusedError, match="decided"):
                await plans.agree(work, number, actor=given.number(stage, "Fatima"))


async def test_a_new_version_keeps_the_old_one_and_what_is_still_to_do(database_url: str) -> None:
    async with staged(database_url) as stage:
        first = await _agreed(stage)
        marloes, fatima = given.number(stage, "Marloes"), given.number(stage, "Fatima")
        async with stage.work() as work:
            step = (await plans.steps(work, first))[0]
            await plans.tick(work, step.id or 0, actor=fatima)
            draft = await plans.draft(work, fatima, actor=marloes)
            assert (draft.version, draft.goal) == (2, "werk als schoonmaker")
            assert [s.words for s in await plans.steps(work, draft.id or 0)] == ["Bel de bakkerij"]
            assert (await plans.draft(work, fatima, actor=marloes)).id == draft.id
            assert (await plans.current(work, fatima) or draft).id == first  # until both agree
            await plans.propose(work, draft.id or 0, actor=fatima)
            await plans.agree(work, draft.id or 0, actor=marloes)
        async with stage.work() as work:
            known = await plans.versions(work, fatima)
            assert [(p.version, p.state) for p in known] == [(2, "agreed"), (1, "replaced")]
            assert len(await plans.steps(work, first)) == 2


async def test_steps_are_written_in_a_draft_only(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        marloes, fatima = given.number(stage, "Marloes"), given.number(stage, "Fatima")
        async with stage.work() as work:
            plan = (await plans.draft(work, fatima, actor=marloes)).id or 0
            for words in ("een", "twee", "drie"):
                await plans.add_step(work, plan, words, actor=marloes)
            wanted = [plans.Step("drie"), plans.Step("twee", "coach")]
            await plans.write_steps(work, plan, wanted, actor=marloes)
            assert [s.words for s in await plans.steps(work, plan)] == ["drie", "twee"]
            for wrong in ("", "   "):
                with pytest.raises(RefusedError, match="step"):
                    await plans.add_step(work, plan, wrong, actor=marloes)
            with pytest.raises(RefusedError, match="step"):
                await plans.describe(work, plan, actor=marloes, instruments=["magic"])
            await plans.propose(work, plan, actor=marloes)
            with pytest.raises(RefusedError, match="decided"):
                await plans.add_step(work, plan, "vier", actor=marloes)


async def test_only_the_jobseeker_and_the_coach_side_touch_a_plan(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await _agreed(stage)
        await stage.person("Joyce", "coach", team="intake-velsen")
        async with stage.work() as work:
            for name in ("Joyce", "Naoual", "Hans"):
                who = given.number(stage, name)
                with pytest.raises(RefusedError, match="rights"):
                    await plans.reviewed(work, number, actor=who)


async def test_an_objection_makes_it_a_draft_again_and_the_coach_reads_why(
    database_url: str,
) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await given.plan(stage)
        await stage.worker.drain()
        await stage.hears("Fatima")
        for words in ("[Gelezen]", "[Ik wil iets anders]", "liever in de zorg"):
            await stage.says("Fatima", words)
        assert "liever in de zorg" in "\n".join(await stage.hears("Marloes"))
        async with stage.work() as work:
            plan = await plans.current(work, given.number(stage, "Fatima"))
            assert plan is not None
            assert (plan.state, plan.agreed_by_coach) == ("draft", None)


async def test_it_is_looked_at_every_three_months(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await _agreed(stage)
        async with stage.work() as work:
            who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
            assert await plans.due_review(work, who) == []
        stage.clock.move(timedelta(days=91))
        await stage.hears("Fatima")
        await given.sweep(stage)
        async with stage.work() as work:
            assert [plan.id for plan in await plans.due_review(work, who)] == [number]
        await stage.says("Fatima", "[Bekijk mijn plan]")
        await stage.says("Fatima", "ja")
        async with stage.work() as work:
            assert await plans.due_review(work) == []
            plan = await work.get(Plan, number)
            assert plan.review_on == work.today + timedelta(days=91)


async def test_who_has_no_plan_is_on_the_list_of_their_coach(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        async with stage.work() as work:
            who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
            assert who is not None
            assert await plans.missing(work, who) == []  # there is time for it
        stage.clock.move(timedelta(days=28))
        async with stage.work() as work:
            ((row, person),) = await plans.missing(work, who)
            assert (row.person_id, person.name) == (given.number(stage, "Fatima"), "Fatima")
        await given.plan(stage)
        async with stage.work() as work:
            assert await plans.missing(work, who) == []


async def test_a_plan_is_taken_along_and_erased(database_url: str) -> None:
    async with staged(database_url) as stage:
        number = await _agreed(stage)
        fatima = given.number(stage, "Fatima")
        async with stage.work() as work:
            copy = await privacy.export(work, fatima)
            assert copy["plans"][0]["goal"] == "werk als schoonmaker"
            assert copy["plans"][0]["steps"] == ["Oefen een gesprek", "Bel de bakkerij"]
            await privacy.erase(work, await work.get(Person, fatima))
        async with stage.work() as work:
            assert await work.tx.get(Plan, number) is None
            assert await work.tx.get(Jobseeker, fatima) is None
            assert await plans.steps(work, number) == []


async def test_a_plan_to_look_at_stands_on_the_day_of_the_coach(database_url: str) -> None:
    async with staged(database_url) as stage:
        await _agreed(stage)
        stage.clock.move(timedelta(days=91))
        async with stage.work() as work:
            who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
            assert who is not None
            kinds = [each.kind for each in await today(work, who)]
            assert kinds.count("plan-review") == 1
