"""The whole agreement with an employer, obeyed: every channel, manner, preselection and number."""

from __future__ import annotations

import re
from datetime import timedelta
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from bot.stage import Stage, staged
from services import agreed, matches
from services.jobseekers import openings
from services.matches import cards
from services.matching import Fit
from services.store.models import Jobseeker, Match, Person, Vacancy
from services.texts import render
from services.vacancies import looking
from tests import given

pytestmark = pytest.mark.slow

PEOPLE = 4  # who say yes, one after the other
INTERVALS = {"week": 7, "two-weeks": 14, "month": 30}
MATRIX = [
    (*agreement, interval)
    for agreement, interval in zip(
        product(("chat", "phone"), ("open", "anonymous", "coach"), ("yes", "no"), (None, 1, 2)),
        list(INTERVALS) * 12,
        strict=True,
    )
]


async def _say_yes(stage: Stage, vacancy_id: int) -> tuple[list[int], set[str]]:
    """How many cards wait after each of the yeses, and what the employer was called on them."""
    seen = []
    for score in range(70, 70 + PEOPLE):
        async with stage.work() as work:
            person = Person(name=f"Kandidaat {score}", created=work.now)
            work.tx.add(person)
            await work.tx.flush()
            work.tx.add(
                Jobseeker(
                    person_id=person.id or 0,
                    profile={"home": "2011", "wanted": ["cleaner"]},
                    team="intake-haarlem",
                    coach_id=given.number(stage, "Marloes"),
                    created=work.now,
                    updated=work.now,
                )
            )
            match = Match(
                jobseeker_id=person.id or 0,
                vacancy_id=vacancy_id,
                state="approved",
                score=score,
                reasons=Fit(score, ()).as_json(),
                created=work.now,
                since=work.now,
            )
            work.tx.add(match)
            await work.tx.flush()
            card = await cards.for_jobseeker(work, match)
            seen_name = render.render("nl", card["employer"])
            await matches.move(work, match.id or 0, "interested", actor=person.id)
        await stage.worker.drain()
        seen.append((await _introduced(stage, vacancy_id), seen_name))
    return [count for count, _ in seen], {name for _, name in seen}


async def _introduced(stage: Stage, vacancy_id: int) -> int:
    async with stage.work() as work:
        query = select(Match).where(Match.vacancy_id == vacancy_id, Match.state == "introduced")
        return len((await work.tx.exec(query)).all())


def _expected(preselection: str, candidates: int | None) -> list[int]:
    """Cards that wait after the first, second, third and fourth yes."""
    if preselection == "no":
        return [min(n, candidates or PEOPLE) for n in range(1, PEOPLE + 1)]
    most = candidates or 3
    return [most if n >= most else 0 for n in range(1, PEOPLE + 1)]


@pytest.mark.parametrize(
    ("channel", "manner", "preselection", "candidates", "interval"),
    MATRIX,
    ids=["-".join(map(str, each)) for each in MATRIX],
)
async def test_what_was_agreed_is_done(
    database_url: str,
    channel: str,
    manner: str,
    preselection: str,
    candidates: int | None,
    interval: str,
) -> None:
    said: dict[str, Any] = {"channel": channel, "manner": manner, "interval": interval}
    said |= {"preselection": preselection, "candidates": candidates}
    async with staged(database_url) as stage:
        match_id = await given.asked(stage)
        await stage.worker.drain()
        async with stage.work() as work:
            match = await work.get(Match, match_id)
            match.state, vacancy_id = "not_interested", match.vacancy_id
            row = await work.get(Vacancy, vacancy_id)
            row.agreement, row.expires = said, work.today + timedelta(days=40)
        for name in ("Hans", "Naoual"):
            await stage.hears(name)

        async with stage.work() as work:  # manner
            public = [each.id for each, _ in await openings.public(work)]
        assert (vacancy_id in public) is (manner != "coach")

        counts, names = await _say_yes(stage, vacancy_id)  # preselection and number
        own = "Bakkerij Hoekstra"
        assert names == {"een werkgever in de regio" if manner == "anonymous" else own}
        assert counts == _expected(preselection, candidates)

        hans, naoual = await stage.hears("Hans"), await stage.hears("Naoual")  # channel
        assert bool(hans) is (channel == "chat")
        assert any("wil gebeld worden" in line for line in naoual) is (channel == "phone")
        async with stage.work() as work:
            waits = await agreed.to_call(work, [vacancy_id])
        assert bool(waits) is (channel == "phone")

        await _answered(stage, vacancy_id, channel)  # the next comes, the best that is left
        left = PEOPLE - 1
        assert await _introduced(stage, vacancy_id) == min(counts[-1], left)

        await stage.hears("Hans")
        await stage.hears("Naoual")
        await stage.passes(days=INTERVALS[interval])  # how often to hear
        await given.sweep(stage)
        heard = await stage.hears("Hans" if channel == "chat" else "Naoual")
        assert any("Zo staat uw vacature" in line for line in heard)

        async with stage.work() as work:  # until when; a weekend or feast passes first
            left_days = ((await work.get(Vacancy, vacancy_id)).expires - work.today).days
        await stage.passes(days=left_days)
        for _ in range(5):
            await stage.passes(days=1)
            await given.sweep(stage)
        async with stage.work() as work:
            assert (await work.get(Vacancy, vacancy_id)).status == "expired"


async def _answered(stage: Stage, vacancy_id: int, channel: str) -> None:
    """The employer says no to one: in the chat, or on the phone to who wrote it down."""
    hans, naoual = given.number(stage, "Hans"), given.number(stage, "Naoual")
    async with stage.work() as work:
        query = select(Match).where(Match.vacancy_id == vacancy_id, Match.state == "introduced")
        match = (await work.tx.exec(query)).first()
        assert match is not None
        who = hans if channel == "chat" else naoual
        await matches.move(work, match.id or 0, "rejected", actor=who, reason="other")
    await stage.worker.drain()


async def _phoned(stage: Stage, channel: str) -> int:
    """The agreed channel of Hans' vacancy, and nothing heard yet; the vacancy."""
    async with stage.work() as work:
        row = (await work.tx.exec(select(Vacancy))).one()
        row.agreement = {**row.agreement, "channel": channel}
    await stage.worker.drain()
    for name in ("Hans", "Naoual"):
        await stage.hears(name)
    return row.id or 0


def _by(channel: str, hans: list[str], naoual: list[str], words: str) -> None:
    """The words reach the employer in the agreed way, and in no other."""
    assert (words in "\n".join(hans)) is (channel == "chat")
    assert ("wil gebeld worden" in "\n".join(naoual)) is (channel == "phone")
    assert (words in "\n".join(naoual)) is (channel == "phone")


@pytest.mark.parametrize("channel", ["chat", "phone"])
async def test_what_a_colleague_decided_about_the_words_is_told_as_agreed(
    database_url: str, channel: str
) -> None:
    async with staged(database_url) as stage:
        await given.asked(stage)
        vacancy_id = await _phoned(stage, channel)
        async with stage.work() as work:
            row = await work.get(Vacancy, vacancy_id)
            row.status = "look"
            row.doubts = {"found": [], "allowed": []}
        async with stage.work() as work:
            naoual = given.number(stage, "Naoual")
            await looking.decide(work, vacancy_id, "allow", naoual, "Graag gedaan")
        await stage.worker.drain()
        heard = await stage.hears("Hans"), await stage.hears("Naoual")
        _by(channel, *heard, words="Graag gedaan")


@pytest.mark.parametrize("channel", ["chat", "phone"])
async def test_how_it_goes_at_work_is_asked_as_agreed(database_url: str, channel: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        await given.placed(stage)
        await _phoned(stage, channel)
        for _ in range(4):
            await stage.passes(days=1)
            await given.sweep(stage)
        heard = await stage.hears("Hans"), await stage.hears("Naoual")
        _by(channel, *heard, words="bij u op het werk")


def test_nobody_writes_to_an_employer_beside_the_agreement() -> None:
    """What is said to who speaks for a vacancy goes through `agreed`, or asks it first."""
    asks_first = {"agreed.py", "answer_72h.py", "entered.py"}
    root = Path(agreed.__file__).parent.parent
    for folder in ("services", "dialogs", "bot"):
        for file in (root / folder).rglob("*.py"):
            direct = re.search(
                r"outbox\.\w+\(\s*work, vacancy\.contact_id", file.read_text("utf-8")
            )
            assert direct is None or file.name in asks_first, file
