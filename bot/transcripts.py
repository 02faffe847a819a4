"""Transcripts: conversations as text files that a coach can read and write.

== Amina                          who is on stage
== Marloes (coach intake-haarlem lead)    a member of staff
< hallo                           what they type; [Ja] presses a button
> Welke taal wil je?              what they hear since they last listened
  [Nederlands] [English]
-- 2 days                         time passes
++ Marloes logt in op de console      with the second factor
++ Marloes stelt een plan voor    what colleagues did in the console
# a remark
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass, field

from bot.stage import Stage

Deeds = Mapping[str, Callable[[Stage], Awaitable[None]]]

PERSON = re.compile(r"== (\w[\w ]*?)(?: \((\w+) ([\w-]+)( lead)?\))?")
PASSES = re.compile(r"-- (\d+(?:\.\d+)?) (minute|hour|day|week)s?")
LOGS_IN = re.compile(r"\+\+ (\w+) logt in op de console")
TOKEN = re.compile(r"t=[\w-]{20,}")  # of a link, another every time


class NotUnderstoodError(ValueError):
    """A line that is none of the above."""


@dataclass
class Player:
    """Plays lines one by one and keeps what the transcript looks like when it is really played."""

    stage: Stage
    deeds: Deeds = field(default_factory=dict)  # what colleagues can do, by the words after "++"
    name: str = ""  # who is on stage
    heard: list[str] = field(default_factory=list)

    async def play(self, lines: Iterable[str]) -> list[str]:
        """All lines in order; what was heard when they were written is passed over."""
        for line in lines:
            if line.strip() and not line.startswith((">", "  [")):
                await self.act(line)
        return self.heard

    async def act(self, line: str) -> list[str]:
        """One line; returns what there is to read because of it. Raises NotUnderstoodError."""
        said = [TOKEN.sub("t=…", each) for each in await self._said(line)]
        self.heard += said
        return said

    async def _said(self, line: str) -> list[str]:
        if line.startswith("== "):
            return ["", line, *await self._enters(line)]
        if line.startswith("< "):
            await self.stage.says(self.name, line[2:].replace("\\n", "\n"))
            return [line, *await self.stage.hears(self.name)]
        if found := PASSES.fullmatch(line):
            await self.stage.passes(**{f"{found[2]}s": float(found[1])})
            return ["", line]
        if found := LOGS_IN.fullmatch(line):
            await self.stage.logs_in(found[1])
            return [line]
        if line.startswith("++ "):
            await self._happens(line[3:])
            return [line]
        if line.startswith("#"):
            return [line]
        raise NotUnderstoodError(line)

    async def _enters(self, line: str) -> list[str]:
        found = PERSON.fullmatch(line)
        if found is None:
            raise NotUnderstoodError(line)
        self.name = found[1]
        facts = {"team": found[3], "lead": bool(found[4])} if found[2] else {}
        await self.stage.person(self.name, found[2] or "", **facts)
        return await self.stage.hears(self.name)

    async def _happens(self, deed: str) -> None:
        if deed not in self.deeds:
            raise NotUnderstoodError(f"++ {deed}")
        await self.deeds[deed](self.stage)
        await self.stage.worker.drain()
