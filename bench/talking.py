"""People who talk with the real service, many at once: for measuring what is understood.

Everybody is an invented person on a temporary SQLite file; the channel takes what is said and
sends nothing. `bring` walks them to a question, `say` types, `look` shows what is stored.
"""

from __future__ import annotations

import os
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlmodel import col, select

from bot.app import Service
from bot.channel import Delivery
from bot.demo.fill import fill
from bot.settings import Settings
from bot.telegram.reading import incoming
from bot.telegram.speaking import spoken
from dialogs import talks
from dialogs.presenting import asked
from dialogs.registry import FORMS
from services.clock import Clock
from services.jobseekers import profiles
from services.store.db import reading, transaction
from services.store.models import Dossier, Jobseeker, Person, Talk
from services.texts import render

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)  # the Monday on which all of this is typed
Script = Mapping[str | None, Sequence[str]]
SEEKER: Script = {  # question -> what to say, one after the other; `#code` presses a button
    "language": ["#nl"],
    "who": ["#work"],
    "name": ["Sam"],
    "home": ["Haarlem"],
    "wanted": ["schoonmaker", "#done"],
    "done": ["keukenhulp", "#done"],
    "skills": ["#*", "#done"],
    "hours": ["24 uur"],
    "times": ["ochtend"],
    "travel": ["fiets"],
    "limit": ["30 minuten"],
    "licence": ["#none"],
    "dutch": ["#reasonable"],
    "start": ["#month"],
    None: ["#-ok"],
}
EMPLOYER: Script = {
    "language": ["#nl"],
    "who": ["#staff"],
    "company": ["Bakkerij Proef"],
    "kvk": ["#-skip"],
    "place": ["Haarlem"],
    "size": ["#s10-49"],
    "government": ["#no"],
    "name": ["Robin"],
    "phone": ["0201234567"],
    "email": ["#-skip"],
    None: ["#-ok"],
}
VACANCY: Script = {
    "source": ["#ask"],
    "title": ["Bakkersassistent"],
    "occupation": ["#*", "#done"],
    "place": ["Haarlem"],
    "hours": ["24 uur"],
    "times": ["ochtend"],
    "start": ["#month"],
    "wage": ["#cao"],
    "contract": ["#fixed"],
    "must": ["#*", "#done"],
    "nice": ["#-skip"],
    "licence": ["#none"],
    "dutch": ["#little"],
    "level": ["#n2"],
    "positions": ["#n1"],
    "conditions": ["#none"],
    "open_to": ["#none"],
    "strike": ["#no"],
    "channel": ["#chat"],
    "manner": ["#open"],
    "preselection": ["#no"],
    "expires": ["#month"],
    "interval": ["#week"],
    None: ["#-ok"],
}
_DONE = ("/start", SEEKER, (None, None))
_REGISTERED = ("/start", EMPLOYER, (None, None))
_NEW = "=::newvacancy"
Leg = tuple[str, Script, tuple[str | None, str | None]]
ROUTES: dict[str, list[Leg]] = {  # place -> legs: how to begin, answers, until (dialog, question)
    "first": [],
    **{q: [("/start", SEEKER, ("jobseeker", q))] for q in [*SEEKER][2:-1] if q},
    "review": [("/start", SEEKER, ("jobseeker", None))],
    "idle": [_DONE],
    "since": [
        _DONE,
        ("=private::-open", {"benefit": ["#-skip"], "since": []}, ("private", "since")),
    ],
    "employer-idle": [_REGISTERED, (_NEW, VACANCY, (None, None))],
    "vacancy-title": [_REGISTERED, (_NEW, VACANCY, ("vacancy", "title"))],
    "vacancy-skills": [_REGISTERED, (_NEW, VACANCY, ("vacancy", "must"))],
}


@dataclass
class Seen:
    """Where somebody is, and what is stored of them; `guess`: questions back that wait."""

    dialog: str | None = None
    question: str | None = None
    facts: dict[str, Any] = field(default_factory=dict)
    guess: dict[str, list[list[str]]] = field(default_factory=dict)


@dataclass
class Told:
    """A message somebody got."""

    text: str
    buttons: list[tuple[str, str]]
    number: int


class People:
    """The service, and everybody who talks with it."""

    name = "telegram"

    def __init__(self, folder: str) -> None:
        os.environ["WERKLIJN_SECRET_KEY"] = "no secret - only to measure what is understood"
        os.environ["WERKLIJN_DATABASE_URL"] = f"sqlite:///{folder}/talking.db"
        os.environ["WERKLIJN_LOG_LEVEL"] = "ERROR"
        self.service = Service.build(Settings(), clock=Clock(NOW - datetime.now(UTC)))
        self.service.sender.channels[self.name] = self
        self.count = self.updates = 0
        self.heard: dict[int, list[Told]] = defaultdict(list)
        self.last: dict[int, Told] = {}
        self.person: dict[int, int] = {}

    async def open(self) -> None:
        """Fill the place: vacancies to find, staff to ask."""
        await self.service.prepare()
        async with transaction(self.service.engine) as tx:
            await fill(self.service.work(tx))

    async def close(self) -> None:
        """Everything shut in good order."""
        await self.service.close()

    async def send(self, delivery: Delivery) -> str:
        """The channel: takes every message and sends none."""
        self.count += 1
        said = spoken(delivery.body, delivery.language)
        rows = (said.markup or {}).get("inline_keyboard", [])
        buttons = [(b["text"], b["callback_data"]) for row in rows for b in row]
        who = int(delivery.address)
        told = Told("\n".join(said.texts), buttons, self.count)
        self.heard[who].append(told)
        self.last[who], self.person[who] = told, delivery.person_id
        return str(self.count)

    async def say(self, said: Iterable[tuple[int, str]]) -> None:
        """Words, or `#code` (the button with this code), `#*` (the first), `=data`."""
        items = [incoming(self._update(who, words)) for who, words in said]
        await self.service.store([item for item in items if item])
        await self.service.worker.drain()
        await self.service.sender.drain()

    def _update(self, who: int, words: str) -> dict[str, Any]:
        self.updates += 1
        sender = {"id": who, "is_bot": False, "first_name": "Mo", "language_code": "nl"}
        message = {
            "message_id": self.updates,
            "date": 1,
            "chat": {"id": who, "type": "private", "first_name": "Mo"},
            "text": words,
        }
        if words[:1] in "#=" and len(words) > 1:
            return {"update_id": self.updates, "callback_query": self._press(sender, message)}
        if words.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(words)}]
        return {"update_id": self.updates, "message": message | {"from": sender}}

    def _press(self, sender: dict[str, Any], message: dict[str, Any]) -> dict[str, Any]:
        last, words = self.last[sender["id"]], message["text"]
        shown = [data for _, data in last.buttons]
        data = words[1:]
        if words[0] == "#":
            ends = ":" + words[1:]
            data = shown[0] if words == "#*" else next(d for d in shown if d.endswith(ends))
        message |= {"message_id": last.number, "text": "x"}
        query = {"id": str(self.updates), "from": sender, "chat_instance": "1"}
        return query | {"data": data, "message": message}

    async def look(self, who: int) -> Seen:
        """Where somebody is, and what is stored."""
        number = self.person.get(who)
        if number is None:
            return Seen()
        async with reading(self.service.engine) as tx:
            work = self.service.work(tx)
            person = await work.get(Person, number)
            seen = Seen(facts={"language": person.language})
            seeker, dossier = await tx.get(Jobseeker, number), await tx.get(Dossier, number)
            if seeker is not None:
                seen.facts |= profiles.answers_of(person, seeker)
            if dossier is not None:
                seen.facts |= dossier.facts or {}
            open_ = select(Talk).where(Talk.person_id == number, col(Talk.finished).is_(None))
            for talk in sorted((await tx.exec(open_)).all(), key=lambda each: each.touched):
                state = talks.state_of(talk)
                self._gather(state.answers, seen)
                self._gather(state.drafts, seen)
                who_is = {"jobseeker": "work", "employer": "staff"}.get(talk.dialog)
                seen.facts |= {"who": who_is} if who_is else {}
            now = await talks.current(work, number)
            if now is not None:
                seen.dialog = now.dialog
                seen.question = asked(FORMS[now.dialog], talks.state_of(now))
        return seen

    def _gather(self, source: Mapping[str, Any] | None, seen: Seen) -> None:
        """Answers and drafts, also those that are kept for a later question."""
        for name, value in (source or {}).items():
            if isinstance(value, dict) and name.startswith("_") and name != "_from":
                self._gather(value, seen)
            elif isinstance(value, dict) and "chosen" in value:
                seen.facts[name] = list(value["chosen"])
                if value.get("asked"):
                    seen.guess[name] = [list(map(str, each[1])) for each in value["asked"]]
            elif name in ("home", "place") and isinstance(value, list):
                seen.guess[name] = [list(map(str, value))]
            elif not name.startswith("_"):
                seen.facts[name] = value

    def shown(self, name: str, value: Any) -> str:
        """A value in words, as a person reads it."""
        try:
            return render("nl", profiles.shown(name, value))
        except (KeyError, TypeError, ValueError, AttributeError):
            return str(value)

    async def bring(self, places: Mapping[int, str]) -> None:
        """Walk everybody to their place together."""
        leg, queue = dict.fromkeys(places, 0), {}
        stuck: Counter[int] = Counter()
        waiting = {who for who, place in places.items() if ROUTES[place]}
        for who in waiting:
            queue[who] = [ROUTES[places[who]][0][0]]
        while waiting:
            await self.say([(who, queue[who].pop(0)) for who in sorted(waiting)])
            for who in [each for each in waiting if not queue[each]]:
                legs = ROUTES[places[who]]
                _, answers, goal = legs[leg[who]]
                now = await self.look(who)
                if (now.dialog, now.question) == goal:
                    leg[who] += 1
                    if leg[who] == len(legs):
                        waiting.discard(who)
                    else:
                        queue[who] = [legs[leg[who]][0]]
                    continue
                stuck[who] += 1
                if stuck[who] > 60 or now.dialog is None or now.question not in answers:
                    raise SystemExit(f"nobody gets to {places[who]}: {now.dialog} {now.question}")
                queue[who] = list(answers[now.question])
        for who in places:
            self.heard[who].clear()
