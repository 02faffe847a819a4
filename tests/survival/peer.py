"""python-telegram-bot's own persistent ConversationHandler through the same killing, to compare.

Not a test: python -m tests.survival.peer [kills] [twice]. Fifty people answer twelve questions by
typing; the process is killed at random moments and started again. Persistence is the library's
PicklePersistence with its usual minute between writes, hurried like the clock of the other runs.
"""

from __future__ import annotations

import asyncio
import json
import os
import pickle
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.botapi import BotApi, User
from tests.survival.world import deliver_twice

SPEED = 20.0
PEOPLE = 50
QUESTIONS = 12
THINKING = (1.0, 5.0)  # seconds before an answer
LIFE = (1.0, 6.0)  # seconds a process lives: twenty seconds to two minutes of the hurried clock
SILENCE = 8.0  # seconds of silence, well over a restart: then a person says it again
MOST_REPEATS = 2  # after saying it again so often in vain, a person starts over


def serve(api: str, file: str) -> None:
    """The peer itself: what its documentation shows, made persistent."""
    os.environ["PTB_TIMEDELTA"] = "true"
    from telegram import Update
    from telegram.ext import (
        Application,
        CommandHandler,
        ContextTypes,
        ConversationHandler,
        MessageHandler,
        PicklePersistence,
        filters,
    )

    async def start(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        await update.message.reply_text("Vraag 0")
        return 0

    def asks(number: int) -> Any:
        async def answer(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
            context.user_data.setdefault(number, []).append(update.message.text)
            last = number + 1 == QUESTIONS
            await update.message.reply_text("Klaar" if last else f"Vraag {number + 1}")
            return ConversationHandler.END if last else number + 1

        return MessageHandler(filters.TEXT & ~filters.COMMAND, answer)

    talk = ConversationHandler(
        [CommandHandler("start", start)],
        {number: [asks(number)] for number in range(QUESTIONS)},
        [],
        name="intake",
        persistent=True,
        allow_reentry=True,
    )
    kept = PicklePersistence(file, update_interval=60 / SPEED)
    builder = Application.builder().token("1:TEST").base_url(f"{api}/bot").persistence(kept)
    app = builder.build()
    app.add_handler(talk)
    app.run_polling()


@dataclass
class Person:
    """Answers what is asked; says it again after silence, and starts over in the end."""

    user: User
    dice: Random
    said: int = 0
    again: int = 0
    started_over: int = 0
    last: dict[int, str] = field(default_factory=dict)

    async def talk(self) -> None:
        """Until "Klaar"."""
        await self.user.command("/start")
        heard, repeats, patience = 0, 0, time.monotonic() + SILENCE
        said = "/start"
        while True:
            state = await self.user.line.wait(self.user.id, heard, 0.3)
            texts = [one.text for one in state.messages if one.outgoing and one.seq > heard]
            heard = max(heard, state.seq)
            if texts:
                if texts[-1] == "Klaar":
                    return
                said = await self._answers(int(texts[-1].split()[1]))
                repeats, patience = 0, time.monotonic() + SILENCE
            elif time.monotonic() > patience:
                repeats %= MOST_REPEATS + 1
                patience = time.monotonic() + SILENCE
                repeats += 1
                self.again += repeats <= MOST_REPEATS
                self.started_over += repeats > MOST_REPEATS
                said = said if repeats <= MOST_REPEATS else "/start"
                await self.user.says(said)

    async def _answers(self, number: int) -> str:
        await asyncio.sleep(self.dice.uniform(*THINKING))
        self.said += 1
        self.last[number] = f"{number}:{self.user.id}:{self.said}"
        await self.user.says(self.last[number])
        return self.last[number]


async def main(kills: int, *, twice: bool) -> dict[str, Any]:
    """Let them talk, kill it, and count."""
    dice = Random(1)
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder) / "peer.pickle")
        async with BotApi(speed=SPEED) as api:
            if twice:
                deliver_twice(api)
            people = [Person(User(api, 1001 + n), Random(n)) for n in range(PEOPLE)]
            talks = [asyncio.create_task(person.talk()) for person in people]
            deaths = 0
            process = await _started(api, file)
            while deaths < kills and not all(talk.done() for talk in talks):
                await asyncio.sleep(dice.uniform(*LIFE))
                process.kill()
                await process.wait()
                deaths += 1
                process = await _started(api, file)
            done, stuck = await asyncio.wait(talks, timeout=180)
            for talk in stuck:
                talk.cancel()
            process.send_signal(signal.SIGTERM)
            await process.wait()
        kept = pickle.loads(Path(file).read_bytes())["user_data"]
    return {"deaths": deaths, "finished": len(done), "never_finished": len(stuck)} | _count(
        people, kept
    )


async def _started(api: BotApi, file: str) -> asyncio.subprocess.Process:
    polls = len(api.ledger.of("getUpdates"))
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.survival.peer", "serve", api.url, file),
        stderr=asyncio.subprocess.DEVNULL,
    )
    with suppress(TimeoutError):
        async with asyncio.timeout(20):
            while len(api.ledger.of("getUpdates")) == polls:  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.02)
    return process


def _count(people: list[Person], kept: dict[int, dict[int, list[str]]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for person in people:
        answers = kept.get(person.user.id, {})
        for number in range(QUESTIONS):
            texts = answers.get(number, [])
            found["answers_missing"] += not texts
            found["in_the_wrong_step"] += sum(not t.startswith(f"{number}:") for t in texts)
            found["handled_more_than_once"] += len(texts) - len(set(texts))
        found["people_who_said_it_again"] += person.again > 0
        found["times_said_again"] += person.again
        found["people_who_started_over"] += person.started_over > 0
        found["times_started_over"] += person.started_over
    return {"questions_answered_in_the_end": PEOPLE * QUESTIONS - found["answers_missing"], **found}


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        serve(*sys.argv[2:])
    else:
        number = int(sys.argv[1]) if len(sys.argv) > 1 else 20
        counted = asyncio.run(main(number, twice="twice" in sys.argv))
        sys.stdout.write(json.dumps(counted, indent=1) + "\n")
