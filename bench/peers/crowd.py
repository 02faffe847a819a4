"""A Bot API server of tests/botapi with a crowd of people on it: `python -m bench.peers.crowd`.

Prints its address, then obeys lines of JSON on standard input and answers each with a line:
{"people": 100} lets so many newcomers make the walk, each as soon as they are answered;
{"rate": 200, "seconds": 10} lets so many turns a second begin, whoever makes them.
A turn lasts from the moment the update can be fetched until its answer, which has a keyboard, is
at the server.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import deque
from itertools import count
from typing import Any

from bench.peers.walk import SAID, WORK
from tests.botapi import BotApi
from tests.botapi.rules import Checked

Json = dict[str, Any]
PATIENCE = 30.0  # seconds without any answer: the bot is stuck
NUMBERS = count(1_000_000)


class Person:
    """Somebody with a phone."""

    def __init__(self, number: int) -> None:
        self.number, self.at, self.since = number, 0, 0.0
        self.seen: Json = {}  # the message they look at
        self.user = {"id": number, "is_bot": False, "first_name": "Amina", "language_code": "nl"}
        self.chat = {"id": number, "type": "private", "first_name": "Amina"}

    def act(self) -> Json:
        """The update of their next act."""
        said = SAID[self.at].format(work=WORK[self.number % len(WORK)])
        if not said.startswith("["):
            message: Json = {"from": self.user, "chat": self.chat, "text": said}
            if said.startswith("/"):
                message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(said)}]
            return {"message": message}
        board = self.seen.get("reply_markup", {}).get("inline_keyboard", [])
        label = said[1:-1].lower()
        data = [b["callback_data"] for row in board for b in row if b["text"].lower() == label]
        if not data:
            raise LookupError(f"no button {said} under {self.seen.get('text')!r}: {board}")
        query = {"from": self.user, "message": self.seen, "chat_instance": "1", "data": data[0]}
        return {"callback_query": query}


class Crowd:
    """Everybody, and how long they waited."""

    def __init__(self, api: BotApi) -> None:
        self.api = api
        self.people: dict[int, Person] = {}
        self.idle: deque[Person] = deque()
        self.waited: list[float] = []
        self.eager = True  # acts as soon as answered
        self.answered = asyncio.Event()
        for method in ("sendmessage", "editmessagetext"):
            api.handlers[method] = self._hearing(api.handlers[method])

    def _hearing(self, handler: Any) -> Any:
        def heard(call: Checked) -> Any:
            message = handler(call)
            if "reply_markup" in call.params:
                self._hears(self.people[call.params["chat_id"]], message)
            return message

        return heard

    def newcomer(self) -> Person:
        """One more person."""
        person = Person(next(NUMBERS))
        self.people[person.number] = person
        return person

    def acts(self, person: Person) -> None:
        """Say or press what comes next."""
        update = person.act()
        person.since = time.perf_counter()
        self.api.deliver(update)

    def _hears(self, person: Person, message: Json) -> None:
        if not person.since:
            return  # said twice
        self.waited.append(time.perf_counter() - person.since)
        person.since, person.at, person.seen = 0.0, person.at + 1, message
        self.answered.set()
        if person.at == len(SAID):
            return
        if self.eager:
            self.acts(person)
        else:
            self.idle.append(person)

    async def walk(self, people: int) -> Json:
        """So many newcomers make the whole walk at once."""
        self.eager, self.waited = True, []
        began = time.perf_counter()
        for _ in range(people):
            self.acts(self.newcomer())
        await self._until(people * len(SAID))
        return self._result(time.perf_counter() - began)

    async def flow(self, rate: float, seconds: float) -> Json:
        """So many turns a second, by whoever is not waiting for an answer."""
        self.eager, self.waited = False, []
        self.idle.clear()
        began, turns = time.perf_counter(), int(rate * seconds)
        for turn in range(turns):
            delay = began + turn / rate - time.perf_counter()
            if delay > 0 or turn % 20 == 0:
                await asyncio.sleep(max(delay, 0))
            # Newcomers keep joining, so that every step of the walk is being made.
            if self.idle and turn % len(SAID):
                self.acts(self.idle.popleft())
            else:
                self.acts(self.newcomer())
        await self._until(turns)
        return self._result(time.perf_counter() - began)

    async def _until(self, turns: int) -> None:
        while len(self.waited) < turns:
            self.answered.clear()
            try:
                await asyncio.wait_for(self.answered.wait(), PATIENCE)
            except TimeoutError:
                stuck = next(each for each in self.people.values() if each.since)
                print(f"stuck after {len(self.waited)} of {turns} turns", flush=True)
                raise SystemExit(self.api.transcript(stuck.number)) from None

    def _result(self, seconds: float) -> Json:
        waits, first = sorted(self.waited), self.waited[0]
        at = {f"p{p}": waits[min(len(waits) * p // 100, len(waits) - 1)] for p in (50, 95, 99)}
        errors = len(self.api.ledger.errors())
        self.api.ledger.clear()
        self.people = {p.number: p for p in self.people.values() if p.since}
        return {"turns": len(waits), "seconds": seconds, "errors": errors, "first": first, **at}


async def _lines() -> asyncio.StreamReader:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    return reader


async def main() -> None:
    """Serve, and do as told until standard input ends."""
    api = BotApi("1:TEST")
    crowd = Crowd(api)
    print(await api.start(), flush=True)
    orders = await _lines()
    while line := await orders.readline():
        order = json.loads(line)
        if "people" in order:
            result = await crowd.walk(order["people"])
        else:
            result = await crowd.flow(order["rate"], order["seconds"])
        print(json.dumps(result), flush=True)
    await api.stop()


if __name__ == "__main__":
    asyncio.run(main())
