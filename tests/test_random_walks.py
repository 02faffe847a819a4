"""Anybody may send anything at any moment: random walks through every dialog, on both channels.

After every step: nothing failed, something was said, every text is a real text, there is a way on,
and no answer that was given is lost.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import hypothesis
from hypothesis import settings
from hypothesis import strategies as st
from sqlmodel import col, select

from bot.stage import Stage, staged
from dialogs import talks
from dialogs.registry import FORMS
from dialogs.visits import VISITS
from services import surveys
from services.jobseekers import plans
from services.messages import outbox
from services.store.models import Message, Talk
from services.surveys import Wanted
from tests import given
from tests.botapi import User
from tests.phones import phones

WORDS = (
    *("ja", "nee", "weet ik niet", "terug", "klaar", "help", "stop", "menu", "taal", "nederlands"),
    *("haarlem", "2011", "ijmuiden", "schoonmaken", "winkel en zorg", "heftruk", "24 uur", "32-40"),
    *("half uur", "per direct", "1 september", "06 12345678", "jan@bakker.nl", "12345678", "b"),
    *("15 euro per uur", "€ 2.400 - € 2.900", "vaste taken", "geen", "1", "2", "99", "-1", "0"),
    *(
        "🎉🎉🎉",
        "مرحبا",
        "שלום",
        "…",
        "   .",
        "<b>hoi</b>",
        "{ naam }",
        "a:b:c",
        "/start",
        "/help",
    ),
    *("/taal", "/onzin", "/start abc", "mijn gegevens", "hulp van een mens", "bla bla bla", "ik"),
    *("mijn bsn is 123456782", "ik heb adhd", "x" * 4096, "\n\n\n", "null", "Gezocht: bakker m/v"),
    *("Wij zoeken een schoonmaker (24 uur) in Haarlem. € 15 per uur. Rijbewijs B is nodig. " * 3,),
)
ODD = ("voice", "sticker", "photo", "poll", "edited", "other", "press", "empty")
START = (
    *("jobseeker", "employer", "vacancy", "welcome", "ask", "language", "cv", "private"),
    *("own-work", "faq", "plan-wish", *VISITS),
)
PROFILED = ("cv", "private", "own-work", "plan-wish", *VISITS)


async def _felt(stage: Stage) -> int:
    number = await given.meeting(stage)
    await stage.passes(days=2)
    return number


async def _checked(stage: Stage) -> int:
    await given.placed(stage)
    return (await given.check_in(stage, "jobseeker", "week-5")).id or 0


async def _reviewed(stage: Stage) -> int:
    number = await given.plan(stage)
    async with stage.work() as work:
        await plans.agree(work, number, actor=given.number(stage, "Fatima"))
    return number


async def _surveyed(stage: Stage) -> int:
    async with stage.work() as work:
        fatima = given.number(stage, "Fatima")
        row = await surveys.ask(work, Wanted(fatima, "jobseeker", "yearly", 2026))
        return row.id or 0


# Talks about something that has to be there first; it is Fatima who walks.
ABOUT: dict[str, Callable[[Stage], Awaitable[int]]] = {
    "appointment": given.meeting,
    "after-meeting": _felt,
    "checkin": _checked,
    "plan": given.plan,
    "plan-review": _reviewed,
    "survey": _surveyed,
}


@dataclass
class Walker:
    """One person who does anything, and what is checked after each step."""

    stage: Stage
    name: str
    dice: Random
    presses: list[str] = field(default_factory=list)

    async def step(self) -> None:
        actor = self.stage.actors[self.name]
        before, newest = await self._answers(), await self._newest()
        kind = self.dice.choices(("button", "words", "old", "odd", "junk"), (8, 6, 2, 1, 1))[0]
        payload = self._payload(kind, list(actor.buttons.values()))
        await self.stage.gives(self.name, {**payload, "name": self.name})
        assert await self.stage.parked() == [], payload
        said = await self.stage.hears(self.name)
        # Not "higher": who erases themselves gives numbers free again on SQLite.
        assert said or await self._newest() != newest, f"silence after {payload}"
        self._real(said, payload)
        assert actor.buttons, f"a dead end after {payload}"
        self.presses += actor.buttons.values()
        await self._kept(before, payload)

    def _payload(self, kind: str, buttons: list[str]) -> dict[str, Any]:
        if kind == "button" and buttons:
            return {"kind": "pick", "press": self.dice.choice(buttons)}
        if kind == "old" and self.presses:
            return {"kind": "pick", "press": self.dice.choice(self.presses)}
        if kind == "odd":
            return {"kind": self.dice.choice(ODD)}
        if kind == "junk":
            return self.dice.choice(
                [
                    {"kind": "pick", "press": "jobseeker:nothing:here"},
                    {"kind": "pick", "press": "review.99:decision:approve"},
                    {"kind": "pick", "press": "zzz"},
                    {"kind": "pick", "press": "review.²:decision:approve"},
                    {"kind": "pick", "press": "jobseeker:limit:n²"},
                    {"kind": "spot", "latitude": 52.38, "longitude": 4.63},
                    {"kind": "card", "phone": "+31612345678"},
                    {
                        "kind": "file",
                        "file": "photo",
                        "reference": "data:image/png;base64,iVBORw0KGgo=",
                    },
                ]
            )
        return {"kind": "text", "words": self.dice.choice(WORDS)}

    @staticmethod
    def _real(said: list[str], payload: dict[str, Any]) -> None:
        for line in said:
            assert "{ $" not in line or "{ $" in str(payload), line
            assert "None" not in line.split(), line

    async def _newest(self) -> int:
        async with self.stage.work() as work:
            query = select(Message.id).order_by(col(Message.id).desc()).limit(1)
            return (await work.tx.exec(query)).first() or 0

    async def _answers(self) -> dict[tuple[str, int], dict[str, Any]]:
        number = self.stage.actors[self.name].number
        async with self.stage.work() as work:
            rows = await work.tx.exec(
                select(Talk).where(Talk.person_id == number, col(Talk.finished).is_(None))
            )
            return {
                (t.dialog, t.about): FORMS[t.dialog].walk(talks.state_of(t).answers)[0]
                for t in rows.all()
            }

    async def _kept(
        self, before: dict[tuple[str, int], dict[str, Any]], payload: dict[str, Any]
    ) -> None:
        """A talk that is still open holds every answer it held, but for the one just changed.

        A changed answer may take later questions off the route; they are kept, not asked.
        """
        after = await self._answers()
        for key, answers in before.items():
            if key not in after:
                continue
            changed = [n for n, v in answers.items() if n in after[key] and after[key][n] != v]
            assert len(changed) <= 1 or "fills" in str(payload), (payload, changed)
            gone = set(answers) - set(after[key])
            assert not gone or changed, (payload, gone)


async def walk(dialog: str, seed: int, steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with staged(f"sqlite+aiosqlite:///{folder}/walk.db") as stage:
            await stage.person("Marloes", "coach", team="intake-haarlem", lead=True)
            await stage.person("Naoual", "account_manager", team="employers-zuid", lead=True)
            if dialog in ABOUT:
                await _go(stage, "Fatima", dialog, await _about(stage, dialog), seed, steps)
                return
            await stage.person("Walker")
            if dialog in PROFILED:
                await _with_profile(stage)
            if dialog == "vacancy":
                await _with_employer(stage)
            await _go(stage, "Walker", dialog, 0, seed, steps)


async def _about(stage: Stage, dialog: str) -> int:
    await given.pair(stage)
    return await ABOUT[dialog](stage)


async def _go(stage: Stage, name: str, dialog: str, about: int, seed: int, steps: int) -> None:
    async with stage.work() as work:
        outbox.open_dialog(work, stage.actors[name].number, dialog, about)
    await stage.worker.drain()
    await stage.hears(name)
    walker = Walker(stage, name, Random(seed))
    for _ in range(steps):
        await walker.step()


async def _with_profile(stage: Stage) -> None:
    for words in ("/start", "[Nederlands]", "[Ik zoek werk]", "Walker", "2011", "schoonmaker"):
        await stage.says("Walker", words)
    await stage.says("Walker", "[Klaar]")
    for _ in range(9):
        await stage.says("Walker", "weet ik niet")
    await stage.says("Walker", "ja")


async def _with_employer(stage: Stage) -> None:
    for words in ("/start", "[Nederlands]", "[Ik zoek personeel]", "Bakkerij", "12345678"):
        await stage.says("Walker", words)
    for words in ("haarlem", "[1 tot 9]", "nee", "Jan Bakker", "0612345678", "weet ik niet", "ja"):
        await stage.says("Walker", words)


def _run(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(work())  # type: ignore[arg-type]


@settings(max_examples=24)
@hypothesis.given(
    dialog=st.sampled_from((*START, *ABOUT)), seed=st.integers(0, 10**6), steps=st.integers(15, 45)
)
def test_anything_at_any_moment(dialog: str, seed: int, steps: int) -> None:
    _run(lambda: walk(dialog, seed, steps))


async def phone_walk(seed: int, steps: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with phones(f"sqlite+aiosqlite:///{folder}/walk.db") as on:
            dice, user = Random(seed), User(on.api, 7)
            await user.command("/start")
            await on.settled()
            for _ in range(steps):
                await _touch(dice, user)
                await on.settled()
                assert await on.stage.parked() == []
                assert await user.hears(timeout=1, edits=True), "silence"
            assert on.api.ledger.errors() == []


async def _touch(dice: Random, user: User) -> None:
    last = next(seen for seen in reversed(await user.sees()) if seen.labels)
    acts: list[Callable[[], Awaitable[Any]]] = [
        lambda: user.presses(dice.choice(last.labels)),
        lambda: user.presses(dice.choice(last.labels)),
        lambda: user.says(dice.choice(WORDS) or "x"),
        lambda: user.says(dice.choice(WORDS)),
        user.sends_voice,
        user.sends_sticker,
        user.sends_photo,
        lambda: user.shares_location(52.38, 4.63),
        lambda: user.shares_contact("+31612345678"),
    ]
    await dice.choices(acts, (6, 6, 4, 4, 1, 1, 1, 1, 1))[0]()


@settings(max_examples=5)
@hypothesis.given(seed=st.integers(0, 10**6))
def test_anything_at_any_moment_on_telegram(seed: int) -> None:
    _run(lambda: phone_walk(seed, 25))
