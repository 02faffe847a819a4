"""The life of a match: who may take which step, what it leads to, and what an employer may see."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.stage import Stage, staged
from services import employers, events, matches, matching, rights
from services.matches import ENDED, OPEN, REASONS, STEPS, cards
from services.refused import RefusedError
from services.store.models import (
    Contact,
    Employer,
    Event,
    Inbox,
    Jobseeker,
    Match,
    Message,
    Person,
    Remark,
    Vacancy,
)
from services.texts import render
from services.unit_of_work import Work

pytestmark = pytest.mark.slow

SECRET_NAME, SECRET_PHONE = "Fatima Amrani", "+31687654321"
PROFILE = {
    "home": "2011",
    "wanted": ["cleaner"],
    "done": ["cleaner"],
    "hours": [16, 24],
    "dutch": "little",
    "start": "2026-11-23",
    "helps": ["quiet"],
    "share_helps": "no",
    "limit": 30,
    "licences": [],
}


@dataclass
class Pair:
    """A jobseeker, an employer, their coach and account manager, and a match between them."""

    stage: Stage
    match: int
    vacancy: int
    employer: int

    def id(self, name: str) -> int:
        return self.stage.actors[name].number

    @asynccontextmanager
    async def work(self) -> AsyncIterator[Work]:
        async with self.stage.work() as work:
            yield work

    async def move(self, to: str, by: str | None, **more: str) -> Match:
        async with self.work() as work:
            reason = more.pop("reason", REASONS.get(to, ("",))[0])
            actor = self.id(by) if by else None
            return await matches.move(work, self.match, to, actor=actor, reason=reason, **more)

    async def put(self, state: str, *, agreed: bool = False) -> None:
        async with self.work() as work:
            match = await work.get(Match, self.match)
            match.state, match.agreed = state, work.now if agreed else None


@asynccontextmanager
async def pair(url: str, *, verified: bool = True) -> AsyncIterator[Pair]:
    async with staged(url) as stage:
        for name, role, team in (
            ("Marloes", "coach", "intake-haarlem"),
            ("Joyce", "coach", "intake-velsen"),
            ("Naoual", "account_manager", "employers-zuid"),
            ("Bas", "partner", "duinrand-stage"),
        ):
            await stage.person(name, role, team=team)
        fatima, hans = await stage.person("Fatima"), await stage.person("Hans")
        other = await stage.person("Piet")
        async with stage.work() as work:
            found = await _rows(stage, work, fatima.number, hans.number, verified=verified)
            work.tx.add(Contact(person_id=other.number, employer_id=found[3]))
        yield Pair(stage, *found[:3])


async def _rows(
    stage: Stage, work: Work, fatima: int, hans: int, *, verified: bool
) -> tuple[int, int, int, int]:
    person = await work.get(Person, fatima)
    person.name, person.full_name, person.phone = "Fatima", SECRET_NAME, SECRET_PHONE
    employer = Employer(name="Bakkerij", created=work.now, verified=work.now if verified else None)
    another = Employer(name="Slager", created=work.now, verified=work.now)
    work.tx.add_all([employer, another])
    work.tx.add(
        Jobseeker(
            person_id=fatima,
            profile=PROFILE,
            said={"done": ["koken voor mijn zieke moeder"]},
            team="intake-haarlem",
            coach_id=stage.actors["Marloes"].number,
            created=work.now,
            updated=work.now,
        )
    )
    await work.tx.flush()
    employer.account_manager_id = stage.actors["Naoual"].number
    work.tx.add(Contact(person_id=hans, employer_id=employer.id or 0))
    vacancy = Vacancy(
        employer_id=employer.id or 0,
        contact_id=hans,
        title="Schoonmaker",
        demands={"occupation": ["cleaner"], "place": "haarlem", "hours": [20, 20]},
        reported=work.now,
        updated=work.now,
    )
    work.tx.add(vacancy)
    await work.tx.flush()
    match = Match(
        jobseeker_id=fatima,
        vacancy_id=vacancy.id or 0,
        score=80,
        reasons=matching.fit(PROFILE, vacancy.demands).as_json(),
        created=work.now,
        since=work.now,
    )
    work.tx.add(match)
    await work.tx.flush()
    return match.id or 0, vacancy.id or 0, employer.id or 0, another.id or 0


ACTORS = ("Marloes", "Joyce", "Naoual", "Bas", "Fatima", "Hans", "Piet", None)
ALLOWED = {  # who may take a step: the side it belongs to, and nobody else
    "coach": {"Marloes"},
    "jobseeker": {"Fatima"},
    "employer": {"Hans"},
    "staff": {"Marloes", "Naoual"},
    "any": {"Marloes", "Naoual", "Fatima", None},
    "follows": {None},
}
EVERY_STEP = [(state, to, who) for state, steps in STEPS.items() for to, who in steps.items()]


@pytest.mark.parametrize(("state", "to", "who"), EVERY_STEP)
async def test_only_whom_it_concerns_may_take_a_step(
    state: str, to: str, who: str, tmp_path: object
) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db") as on:
        # Before the coach approved, the employer's side knows of nothing.
        allowed = ALLOWED[who] - ({"Naoual"} if state == "proposed" else set())
        for actor in ACTORS:
            await on.put(state, agreed=True)
            try:
                await on.move(to, actor)
            except RefusedError as refused:
                assert refused.reason == "rights"
                assert actor not in allowed
            else:
                assert actor in allowed, f"{actor} took {state} -> {to}"


@pytest.mark.parametrize("state", sorted(OPEN | ENDED))
async def test_no_other_step_is_there_to_take(state: str, tmp_path: object) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db") as on:
        for to in sorted((OPEN | ENDED) - set(STEPS.get(state, {}))):
            await on.put(state)
            with pytest.raises(RefusedError):
                await on.move(to, "Marloes")


async def test_nobody_can_press_what_only_follows_from_something_else(tmp_path: object) -> None:
    """A posted "introduced" would show a card to an employer nobody checked, and ask nobody."""
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db", verified=False) as on:
        await on.put("interested")
        for actor in ACTORS:
            with pytest.raises(RefusedError):
                await on.move("introduced", actor)
        async with on.work() as work:
            assert (await work.get(Match, on.match)).state == "interested"


async def test_nobody_met_who_did_not_confirm(tmp_path: object) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db") as on:
        await on.put("invited")
        with pytest.raises(RefusedError, match="step"):
            await on.move("met", "Marloes")


async def test_what_is_taken_back_waits_since_when_it_waited(tmp_path: object) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db") as on:
        async with on.work() as work:
            began = (await work.get(Match, on.match)).since
        on.stage.clock.move(timedelta(days=3))
        await on.move("declined", "Marloes")
        async with on.work() as work:
            match = await matches.reconsider(work, on.match, on.id("Marloes"))
            assert (match.state, match.since) == ("proposed", began)


async def test_every_step_is_logged_with_who_when_and_why(database_url: str) -> None:
    async with pair(database_url) as on:
        await on.move("declined", "Marloes", reason="travel", words="te ver fietsen")
        async with on.work() as work:
            found = await events.of_subject(work, "match", on.match)
            assert [(e.kind, e.actor_id, e.role, e.codes["reason"]) for e in found] == [
                ("match-declined", on.id("Marloes"), "coach", "travel")
            ]
            assert found[0].at == work.now
            remark = (await work.tx.exec(select(Remark))).one()
            assert remark.words == "te ver fietsen"
            assert "fietsen" not in str(found[0].codes)


async def test_a_negative_step_needs_a_reason_from_the_list(database_url: str) -> None:
    async with pair(database_url) as on:
        with pytest.raises(RefusedError, match="reason"):
            await on.move("declined", "Marloes", reason="geen zin")


async def test_a_stale_decision_is_refused_and_never_overwrites(database_url: str) -> None:
    async with pair(database_url) as on:
        await on.move("approved", "Marloes")
        with pytest.raises(RefusedError, match="decided"):
            await on.move("declined", "Marloes", expected="proposed")


async def test_her_yes_waits_until_the_employer_is_verified(database_url: str) -> None:
    async with pair(database_url, verified=False) as on:
        await on.move("approved", "Marloes")
        match = await on.move("interested", "Fatima")
        assert match.state == "interested"
        async with on.work() as work:
            await employers.verify(work, on.employer, on.id("Naoual"))
        async with on.work() as work:
            assert (await work.get(Match, on.match)).state == "introduced"


CARD_STATES = {"introduced", "invited", "rejected", "met", "placed", "not_placed"}
NAME_STATES = {"invited", "met", "placed", "not_placed"}


@pytest.mark.parametrize("state", sorted(OPEN | ENDED))
@pytest.mark.parametrize("agreed", [False, True])
@pytest.mark.parametrize("verified", [False, True])
async def test_what_an_employer_may_see_in_every_state(
    state: str, agreed: bool, verified: bool, tmp_path: object
) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db", verified=verified) as on:
        await on.put(state, agreed=agreed)
        async with on.work() as work:
            match = await work.get(Match, on.match)
            employer = await work.get(Employer, on.employer)
            shown = verified and state in CARD_STATES
            assert rights.card_visible_to_employer(match, employer) is shown
            assert rights.names_visible_to_employer(match) is (agreed and state in NAME_STATES)
            if not shown:
                with pytest.raises(PermissionError):
                    await cards.for_employer(work, match)
                return
            card = await cards.for_employer(work, match)
            words = render.render("nl", card["card"])
            for hidden in ("Fatima", "Amrani", "31687", "moeder", "rustig", "rijbewijs", "2011"):
                assert hidden.lower() not in words.lower()


async def test_what_helps_is_shown_only_when_she_ticked_that(database_url: str) -> None:
    async with pair(database_url) as on:
        await on.put("introduced")
        async with on.work() as work:
            row = await work.get(Jobseeker, on.id("Fatima"))
            row.profile = {**row.profile, "share_helps": "yes"}
            await work.tx.flush()
            card = await cards.for_employer(work, await work.get(Match, on.match))
            assert "rustige plek" in render.render("nl", card["card"])


async def test_no_message_to_the_employer_holds_her_name_before_both_agreed(
    database_url: str,
) -> None:
    async with pair(database_url) as on:
        await on.move("approved", "Marloes")
        await on.move("interested", "Fatima")
        await on.stage.worker.drain()
        await on.move("invited", "Hans")
        await on.stage.worker.drain()
        async with on.work() as work:
            query = select(Message).where(Message.person_id == on.id("Hans"))
            told = " ".join(str(row.body) for row in (await work.tx.exec(query)).all())
        assert "cleaner" in told
        assert "Fatima" not in told
        assert SECRET_PHONE not in told


async def test_withdrawing_is_the_only_thing_the_program_does_alone(database_url: str) -> None:
    async with pair(database_url) as on:
        with pytest.raises(RefusedError, match="rights"):
            await on.move("approved", None)
        assert (await on.move("withdrawn", None)).state == "withdrawn"


async def test_a_decision_closes_what_was_still_being_asked(database_url: str) -> None:
    async with pair(database_url) as on:
        async with on.work() as work:
            work.tx.add(
                Inbox(
                    channel="self",
                    event_id="r",
                    person_id=on.id("Marloes"),
                    kind="open",
                    payload={"dialog": "review", "about": on.match},
                    due=work.now,
                    created=work.now,
                )
            )
        await on.stage.worker.drain()
        said = await on.stage.hears("Marloes")
        assert any("Schoonmaker" in line for line in said)
        await on.move("approved", "Marloes")  # in the console, meanwhile
        await on.stage.says("Marloes", "[Niet passend]")
        said = " ".join(await on.stage.hears("Marloes"))
        assert "al klaar" in said
        async with on.work() as work:
            assert (await work.get(Match, on.match)).state == "approved"
            kinds = [e.kind for e in (await work.tx.exec(select(Event))).all()]
            assert "match-declined" not in kinds


ENDS = [
    (before, to, reason)
    for before in sorted(OPEN)
    for to in sorted(ENDED - {"placed", "declined", "not_interested"})
    if to in STEPS[before]
    for reason in REASONS[to]
]


@pytest.mark.parametrize(("before", "to", "reason"), ENDS)
async def test_whoever_said_yes_hears_how_it_ended_once_and_nobody_else(
    before: str, to: str, reason: str, tmp_path: object
) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db") as on:
        await on.put(before, agreed=True)
        actor = {"rejected": "Hans", "not_placed": "Marloes", "withdrawn": None}[to]
        await on.move(to, actor, reason=reason)
        async with on.work() as work:
            query = select(Message).where(Message.person_id == on.id("Fatima"))
            told = [row.body["lines"][0] for row in (await work.tx.exec(query)).all()]
        said_yes = before in ("interested", "introduced", "invited", "met")
        own = reason in ("profile", "erased", "other_work")
        assert len(told) == (said_yes and not own), (before, to, reason)
        for text_id, args in told:
            words = render.line("nl", text_id, args)
            assert "Schoonmaker" in words
            assert "Bakkerij" not in words


async def test_what_she_stopped_herself_is_not_told_to_her(tmp_path: object) -> None:
    async with pair(f"sqlite+aiosqlite:///{tmp_path}/m.db") as on:
        await on.put("invited")
        await on.move("withdrawn", "Fatima", reason="changed")
        async with on.work() as work:
            query = select(Message).where(Message.person_id == on.id("Fatima"))
            assert (await work.tx.exec(query)).all() == []
