"""The 72-hour answer is honest: a term only with somebody, and what it rests on."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.stage import Stage, staged
from services.store.models import Match, Vacancy
from services.texts import render
from services.vacancies import answer_72h
from tests import given


async def _said(stage: Stage, number: int) -> tuple[dict[str, Any], str]:
    async with stage.work() as work:
        row = await work.get(Vacancy, number)
        record = await answer_72h.draft(work, row)
        body = await answer_72h.body(work, row, record)
    return record, "\n".join(render.line("nl-u", *each) for each in body.lines)


async def _asked(stage: Stage, **demands: Any) -> int:
    """The vacancy of Hans, with these demands instead of the usual; nobody is asked for it."""
    match_id = await given.asked(stage)
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        row = await work.get(Vacancy, match.vacancy_id)
        row.demands = {**row.demands, **demands}
        match.state = "not_interested"
    return match.vacancy_id


async def _history(stage: Stage, like: int, days: list[int]) -> None:
    """Earlier vacancies that came to a meeting after so many days."""
    async with stage.work() as work:
        row = await work.get(Vacancy, like)
        for each in days:
            old = Vacancy(
                employer_id=row.employer_id,
                contact_id=row.contact_id,
                title="eerder",
                status="filled",
                reported=work.now - timedelta(days=100),
                updated=work.now,
            )
            work.tx.add(old)
            await work.tx.flush()
            agreed = old.reported + timedelta(days=each)
            work.tx.add(
                Match(
                    jobseeker_id=given.number(stage, "Fatima"),
                    vacancy_id=old.id or 0,
                    state="met",
                    agreed=agreed,
                    created=old.reported,
                    since=agreed,
                )
            )


async def test_with_nobody_there_is_no_term_but_why_and_what_now(database_url: str) -> None:
    async with staged(database_url) as stage:
        record, said = await _said(stage, await _asked(stage, licences=["CE"]))
        assert (record["count"], record["term"]) == (0, None)
        assert "nu niemand" in said
        assert "Zonder de eis rijbewijs CE: minder dan 5" in said
        for step in ("Taken anders verdelen", "leren op het werk", "andere regio", "uitzendbureau"):
            assert step in said
        assert "dagen" not in said
        assert "binnen" not in said


async def test_during_a_strike_no_term_and_no_candidates(database_url: str) -> None:
    async with staged(database_url) as stage:
        record, said = await _said(stage, await _asked(stage, strike=True))
        assert record["term"] is None
        assert "artikel 31a" in said
        assert "dagen" not in said
        assert "kandidaten" not in said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ([3] * 9, "Dit is een schatting"),
        (
            [2, 4, 4, 5, 6, 8, 9, 20, 30, 40],
            "bij de helft was dat binnen 7 dagen, bij 8 van de 10 binnen 20 dagen",
        ),
    ],
)
async def test_terms_are_counted_once_there_is_enough(
    database_url: str, days: list[int], said: str
) -> None:
    async with staged(database_url) as stage:
        number = await _asked(stage)
        await _history(stage, number, days)
        record, heard = await _said(stage, number)
        assert said.lower() in heard.lower()
        assert record["n"] == len(days)


@pytest.mark.parametrize(
    ("open_to", "codes"),
    [
        (["trial"], ["trial-placement"]),
        (["carving"], ["job-carving"]),
        ([], []),
        (
            ["banenafspraak"],
            ["wage-subsidy", "no-risk", "tax-credit", "job-coach", "workplace-adaptation"],
        ),
    ],
)
async def test_instruments_hang_on_what_the_employer_told(
    database_url: str, open_to: list[str], codes: list[str]
) -> None:
    async with staged(database_url) as stage:
        record, said = await _said(stage, await _asked(stage, open_to=open_to))
        assert set(record["instruments"]) == set(codes)
        assert ("geen regeling nodig" in said) is not bool(codes)
