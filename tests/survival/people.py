"""Scripted people: each answers the twelve questions of the first intake in their own way.

Some type, some press, some type everything ahead in one go, some press an old button while they
type. They go by what is on the screen, and remember everything they did.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.botapi import BotApi, Seen, User

MANNERS = ("types", "presses", "storms", "changes")
TOWNS = ("haarlem", "ijmuiden", "heemskerk", "beverwijk", "zandvoort", "velserbroek")
LICENCES = {"Geen rijbewijs": "none", "B (auto)": "b", "AM (brommer)": "am"}
DUTCH = {"Nog niet": "none", "Een beetje": "little", "Redelijk": "reasonable", "Goed": "good"}
TIMES = {"Ochtend": "morning", "Middag": "afternoon", "Avond": "evening", "Nacht": "night"}
TRAVEL = {"Lopen": "walk", "Fiets": "bike", "Auto": "car"}
LIMITS = (15, 30, 45, 60)
HOURS = {"8 tot 16 uur": (8, 16), "16 tot 24 uur": (16, 24), "24 tot 32 uur": (24, 32)}
SILENCE = 90.0  # seconds without a word before somebody asks what is going on


def name_of(number: int) -> str:
    """A name of letters only, another for every number."""
    letters = "abcdefghij"
    return "Naam" + "".join(letters[int(digit)] for digit in str(number))


@dataclass
class Someone:
    """One person with a phone and a plan."""

    api: BotApi
    number: int
    manner: str
    dice: Random
    blocks_at: str = ""  # blocks the bot when this question comes, and comes back later
    expected: dict[str, Any] = field(default_factory=dict)
    said: int = 0  # things that must stand in the log of the conversation
    updates: list[int] = field(default_factory=list)
    starts: int = 0  # how often they had to ask what is going on
    blocked: int = 0
    done: bool = False

    def __post_init__(self) -> None:
        self.user = User(self.api, self.number, name_of(self.number))
        self.acted: set[str] = set()
        dice = self.dice
        self.town = dice.choice(TOWNS)
        self.hours = 8 + self.number % 30
        self.limit = 10 + self.number % 50

    # --- doing ---

    async def types(self, words: str) -> None:
        """Type something; it must be in the log of the conversation, once."""
        self.said += 1
        self.updates.append((await self.user.says(words))["update_id"])

    async def presses(self, seen: Seen, label: str, *, tick: bool = False) -> None:
        """Press a button of this message; a tick in a list is no line in the conversation."""
        self.said += not tick
        update = await self.user.presses_old(seen.message_id, label)
        self.updates.append(update["update_id"])

    # --- the conversation ---

    async def talk(self) -> None:
        """From the first word until the profile is kept."""
        await self.types("/start")
        patience = time.monotonic() + SILENCE
        heard = 0
        while not self.done:
            state = await self.user.line.wait(self.number, heard, 0.5)
            if state.seq > heard:
                heard, patience = state.seq, time.monotonic() + SILENCE
            elif time.monotonic() > patience:
                patience = time.monotonic() + SILENCE
                self.starts += 1
                self.acted.clear()
                await self.types("/start")
                continue
            shown = [one for one in state.messages if one.outgoing and not one.deleted]
            if shown:
                await self._looks(shown)

    async def _looks(self, shown: list[Seen]) -> None:
        last = shown[-1]
        asked = question_of(last)
        if asked in self.acted:
            return
        self.acted.add(asked)
        await asyncio.sleep(self.dice.uniform(0, 0.03))
        act: Callable[[Seen], Awaitable[None]] = getattr(self, f"_{asked}", self._nothing)
        await act(last)
        if asked == self.blocks_at:
            await self._blocks()

    async def _blocks(self) -> None:
        """Leaves for a moment; what is said meanwhile gets a 403."""
        self.blocks_at, self.blocked = "", self.blocked + 1
        self.updates.append((await self.user.blocks())["update_id"])
        await asyncio.sleep(0.5)
        self.updates.append((await self.user.unblocks())["update_id"])
        await self.types("/start")

    async def _nothing(self, seen: Seen) -> None:
        """Nothing is asked here."""

    async def _language(self, seen: Seen) -> None:
        await self._either(seen, "Nederlands", "nederlands")

    async def _who(self, seen: Seen) -> None:
        await self._either(seen, "Ik zoek werk", "ik zoek werk")

    async def _either(self, seen: Seen, label: str, words: str) -> None:
        if self.manner == "presses":
            await self.presses(seen, label)
        else:
            await self.types(words)

    async def _name(self, seen: Seen) -> None:
        self.expected["name"] = name_of(self.number)
        await self._either(seen, name_of(self.number), name_of(self.number))

    async def _home(self, seen: Seen) -> None:
        self.expected["home"] = self.town
        await self.types(self.town)

    async def _wanted(self, seen: Seen) -> None:
        self.expected["wanted"] = ["cleaner"]
        await self.types("schoonmaker")

    async def _wanted_more(self, seen: Seen) -> None:
        await self._either(seen, "Klaar", "klaar")

    async def _done(self, seen: Seen) -> None:
        await self._either(seen, "Weet ik niet", "weet ik niet")

    async def _skills(self, seen: Seen) -> None:
        await self._either(seen, "Weet ik niet", "weet ik niet")

    async def _hours(self, seen: Seen) -> None:
        if self.manner == "presses":
            label = self.dice.choice(list(HOURS))
            self.expected["hours"] = list(HOURS[label])
            return await self.presses(seen, label)
        self.expected["hours"] = [self.hours, self.hours]
        if self.manner != "storms":
            return await self.types(f"{self.hours} uur")
        self.acted |= {"times", "travel", "limit", "licence", "dutch", "start"}
        self.expected |= {"times": ["morning"], "travel": ["bike"], "limit": self.limit}
        self.expected |= {"licence": "none", "dutch": "good", "start": "2026-11-23"}
        for words in (f"{self.hours} uur", "ochtend", "fiets", f"{self.limit} minuten"):
            await self.types(words)
        for words in ("geen", "goed", "per direct"):
            await self.types(words)
        return None

    async def _times(self, seen: Seen) -> None:
        await self._ticks(seen, "times", TIMES)

    async def _travel(self, seen: Seen) -> None:
        await self._ticks(seen, "travel", TRAVEL)

    async def _ticks(self, seen: Seen, question: str, choices: dict[str, str]) -> None:
        """Two ticks in a row without waiting, then "Klaar" as soon as it is there."""
        ticked = sorted(self.dice.sample(list(choices), 2), key=list(choices).index)
        self.expected[question] = [choices[label] for label in ticked]
        if self.manner != "presses":
            return await self.types(" en ".join(ticked).lower())
        for label in ticked:
            await self.presses(seen, label, tick=True)
        while True:
            state = await self.user.line.wait(self.number, 0, 0.05)
            now = next(one for one in state.messages if one.message_id == seen.message_id)
            last = [one for one in state.messages if one.outgoing][-1]
            for one in (now, last):
                if {f"✓ {label}" for label in ticked} <= set(one.labels):
                    return await self.presses(one, "Klaar")
            await asyncio.sleep(0.02)

    async def _limit(self, seen: Seen) -> None:
        if self.manner == "presses":
            self.expected["limit"] = self.dice.choice(LIMITS)
            return await self.presses(seen, f"{self.expected['limit']} minuten")
        self.expected["limit"] = self.limit
        return await self.types(f"{self.limit} minuten")

    async def _licence(self, seen: Seen) -> None:
        label = self.dice.choice(list(LICENCES))
        self.expected["licence"] = LICENCES[label]
        await self.presses(seen, label)

    async def _dutch(self, seen: Seen) -> None:
        self.asked_dutch = seen
        label = self.dice.choice(list(DUTCH))
        self.expected["dutch"] = DUTCH[label]
        await self.presses(seen, label)

    async def _start(self, seen: Seen) -> None:
        """Somebody who changes their mind presses an old button while they type."""
        self.expected["start"] = "2026-11-23"
        if self.manner != "changes":
            return await self._either(seen, "Meteen", "per direct")
        label = self.dice.choice(list(DUTCH))
        self.expected["dutch"] = DUTCH[label]
        acts = [self.presses(self.asked_dutch, label), self.types("per direct")]
        for act in acts if self.number % 2 else reversed(acts):
            await act
        return None

    async def _summary(self, seen: Seen) -> None:
        """Only what stands here is agreed to: a change that is on its way is waited for."""
        if self.expected.get("dutch") and self._shown_dutch() not in seen.text:
            self.acted.discard("summary")
            return
        await self.presses(seen, "Ja, dit klopt")

    def _shown_dutch(self) -> str:
        label = next(name for name, code in DUTCH.items() if code == self.expected["dutch"])
        return f"Nederlands spreken: {label}"

    async def _menu(self, seen: Seen) -> None:
        self.done = "summary" in self.acted


def question_of(seen: Seen) -> str:
    """What the newest message asks, by what its buttons carry."""
    board = seen.raw.get("reply_markup") or {}
    if "keyboard" in board:
        return "home"
    rows = board.get("inline_keyboard") or []
    presses = [button.get("callback_data", "") for row in rows for button in row]
    if not presses:
        return ""
    dialog, _, rest = presses[0].partition(":")
    question, _, code = rest.partition(":")
    if dialog == "welcome":
        return "language" if question == "language" else "who"
    if code == "-ok":
        return "summary"
    if question == "wanted" and any(press.endswith(":wanted:done") for press in presses):
        return "wanted_more"
    return question or "menu"
