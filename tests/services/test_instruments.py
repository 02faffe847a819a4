"""What may help: never a promise, never ruled in by what is not known, and why."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.stage import Stage, staged
from services import caseload, instruments, placements, texts
from services.instruments import Suggestion
from services.region import load
from services.store.models import Dossier, Jobseeker, Match, Vacancy
from services.texts import render
from tests import given

PROMISE = re.compile(r"\b(recht|krijgt|zeker|altijd|entitled|guaranteed)\b", re.IGNORECASE)


async def _suggested(stage: Stage, name: str = "", match_id: int = 0) -> dict[str, Suggestion]:
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        who = await caseload.viewer_of(work, given.number(stage, name)) if name else None
        found = await instruments.suggest(work, match=match, who=who)
    return {f"{each.code} {each.decides}": each for each in found}


async def _dossier(stage: Stage, **facts: str) -> None:
    async with stage.work() as work:
        fatima = given.number(stage, "Fatima")
        work.tx.add(Dossier(person_id=fatima, facts=facts, updated=work.now))


async def test_the_coach_sees_what_fits_the_person_and_why(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        await _dossier(stage, benefit="bijstand", register="yes")
        found = await _suggested(stage, "Marloes", match_id)
        trial = found["trial-placement gemeente"]
        assert trial.verdict == "maybe"
        assert {(r.key, r.codes) for r in trial.because} == {
            ("benefit", ("bijstand",)),
            ("open_to", ("trial",)),
        }
        assert "trial-placement uwv" not in found  # another benefit
        assert found["no-risk uwv"].verdict == "maybe"
        assert found["wage-subsidy gemeente"].verdict == "unknown"  # not measured yet
        assert found["job-coach gemeente"].verdict == "maybe"


async def test_others_never_learn_of_the_person_through_it(database_url: str) -> None:
    """The same suggestions for an employer whatever the dossier holds."""
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        before = await _suggested(stage, "", match_id)
        await _dossier(stage, benefit="bijstand", register="no")
        assert await _suggested(stage, "", match_id) == before
        assert {each.verdict for each in before.values()} == {"unknown"}
        seen = await _suggested(stage, "Naoual", match_id)  # no coach of hers
        assert "no-risk uwv" in seen
        assert seen["no-risk uwv"].verdict == "unknown"


async def test_a_measured_wage_value_counts(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        number = await given.placed(stage)
        async with stage.work() as work:
            await placements.record_wage_value(
                work, number, actor=given.number(stage, "Marloes"), on=work.today, percent=60
            )
        found = await _suggested(stage, "Marloes", match_id)
        assert found["wage-subsidy gemeente"].verdict == "maybe"


@pytest.mark.parametrize(
    ("facts", "codes"),
    [  # no-risk of Ziektewet article 29b is not for the register alone
        ({"benefit": ("wia",), "registered": ("no",)}, {"no-risk", "tax-credit-declared"}),
        ({"benefit": ("bijstand",), "registered": ("yes",)}, {"no-risk", "tax-credit"}),
        ({"benefit": ("bijstand",), "registered": ("no",), "sheltered": ("yes",)}, {"no-risk"}),
        ({"benefit": ("bijstand",), "registered": ("no",), "wage_value": ("full",)}, set()),
    ],
)
def test_sickness_and_taxes_as_the_law_is_on_the_day(
    facts: dict[str, tuple[str, ...]], codes: set[str]
) -> None:
    known = {"wage_value": ("full",), "sheltered": ("no",), **facts}
    found = instruments.judge(load().instruments_on(date(2026, 11, 28)), known)
    about = ("no-risk", "tax-credit", "tax-credit-declared")
    assert {each.code for each in found if each.code in about} == codes


async def test_what_an_employer_said_no_to_is_left_out(database_url: str) -> None:
    async with staged(database_url) as stage:
        match_id = await given.pair(stage)
        async with stage.work() as work:
            match = await work.get(Match, match_id)
            vacancy = await work.get(Vacancy, match.vacancy_id)
            vacancy.demands = {**vacancy.demands, "open_to": []}
        codes = {each.split()[0] for each in await _suggested(stage, "", match_id)}
        assert codes.isdisjoint({"trial-placement", "job-carving"})


async def test_for_a_person_alone(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await _dossier(stage, benefit="ww")
        async with stage.work() as work:
            row = await work.get(Jobseeker, given.number(stage, "Fatima"))
            who = await caseload.viewer_of(work, given.number(stage, "Marloes"))
            found = await instruments.suggest(work, jobseeker=row, who=who)
        assert ("job-coach", "uwv", "maybe") in {(s.code, s.decides, s.verdict) for s in found}
        assert [s.verdict for s in found] == sorted(s.verdict for s in found)  # maybe first


@pytest.mark.parametrize("voice", ["nl", "nl-u", "en"])
def test_every_instrument_is_worded_as_a_possibility(voice: str) -> None:
    region = load()
    for suggestion in instruments.judge(region.instruments, {}):
        said = render.render(voice, instruments.line(suggestion))
        assert not PROMISE.search(said), said
        name = texts.text(voice, f"instrument-{suggestion.code}")
        assert said.startswith(name)
