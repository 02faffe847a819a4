"""Every kind of message there is, sent for real on every channel: does all of it arrive?

The kinds are read from the code. A new kind of message, part, reference, file or sharing button
without a case here fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import delete, text
from sqlmodel import col, select
from yarl import URL

from bot import attachments
from bot.stage import Stage
from bot.telegram.speaking import CAPTION, LONGEST, SHARES, spoken
from bot.web.seats import CHAT
from services.access import sessions
from services.matches import meetings
from services.messages import naming, parked
from services.messages import outbox as post
from services.store.models import Address, Inbox, Message, Person, Remark
from services.store.sealed import ring
from services.texts import render
from tests import given
from tests.bot.web.site import Site, Visitor, opened
from tests.botapi import User
from tests.botapi.chats import Seen
from tests.botapi.faults import Fault
from tests.phones import Phones, phones

CHATS = {"Fatima": 3, "Hans": 4}
BUTTONS = [
    [["ask:words:yes", ["text", "command.coach"]]],
    [["ask:words:-skip", ["words", "een eigen woord"]]],
]
LONG = {"lines": 4 * [["said", {"words": ["words", "Dit is een lange zin over werk. " * 50]}]]}
REFS: dict[str, list[Any]] = {
    "text": ["text", "reasons-none"],
    "concept": ["concept", "occupation", "cleaner"],
    "place": ["place", "2011"],
    "words": ["words", "een eigen woord"],
    "number": ["number", 12],
    "date": ["date", "2026-12-01"],
    "month": ["month", "2026-12-01"],
    "time": ["time", "2026-12-01T09:00:00+00:00"],
    "euro": ["euro", 1650],
    "wage": ["wage", {"low": 1650, "high": 1800, "unit": "hour"}],
    "hours": ["hours", 16, 20],
    "phone": ["phone", "+31687654321"],
    "list": ["list", ["words", "een"], ["words", "twee"]],
    "lines": ["lines", ["words", "een"], ["words", "twee"]],
    "ticked": ["ticked", "words", "gekozen"],
    "name": ["name", 4],  # Hans
    "full-name": ["full-name", 4],
    "number-of": ["number-of", 4],
    "kept": ["kept", "remark", 0],  # gone
    "told": ["told", "welcome", {}],
}


def said(ref: list[Any]) -> dict[str, Any]:
    return post.line("said", words=ref).stored()


OFF = {
    "uid": "meeting-900@werklijn.example",
    "sequence": 1,
    "starts": "2026-12-01T09:00:00+00:00",
    "minutes": 60,
    "written": "2026-11-30T09:00:00+00:00",
    "title": "werk",
}
BODIES: dict[str, dict[str, Any]] = {
    "plain": said(["words", "Hallo *daar* <b>& welkom</b>"]),
    "buttons": {**said(["words", "Wil je dit?"]), "rows": BUTTONS},
    "step": {**said(["words", "Hoe heet je?"]), "rows": BUTTONS, "step": [2, 12]},
    "long": {**LONG, "rows": []},
    "long with buttons": {**LONG, "rows": BUTTONS},
    "export": {**post.line("export").stored(), "file": "export"},
    "export with buttons": {**post.line("export").stored(), "file": "export", "rows": BUTTONS},
    "export with long words": {**LONG, "rows": [], "file": "export"},
    "export after its words": {**post.line("file-now").stored(), "file": "export", "round": 1},
    "calendar of what is off": {
        **post.line("meeting-off", title=["words", "werk"], when=REFS["time"]).stored(),
        "file": "calendar",
        "subject": 900,
        "off": OFF,
    },
    **{f"asks {what}": {**said(["words", "Deel het."]), "asks": what} for what in SHARES},
    **{f"reference {kind}": said(ref) for kind, ref in REFS.items()},
}


async def _nothing() -> None:
    """On the page nothing has to be sent."""


async def sent(stage: Stage, then: Callable[[], Awaitable[None]] = _nothing) -> list[Message]:
    """Put every message there is in the outbox, and the calendar files of an appointment."""
    fatima, hans = (given.number(stage, name) for name in CHATS)
    async with stage.work() as work:
        for body in BODIES.values():
            post.tell(work, fatima, body)
        for kind in post.KINDS:
            post.tell(work, fatima, said(["words", f"soort {kind}"]), kind=kind)
    meeting_id = await given.meeting(stage)
    await then()
    await given.moved(stage)
    await then()
    async with stage.work() as work:
        await meetings.cancel(work, meeting_id, actor=hans)
        await work.tx.flush()
        query = select(Message).where(col(Message.person_id).in_((fatima, hans)))
        found = list((await work.tx.exec(query.order_by(col(Message.id)))).all())
        await naming.read(work, found)
        return found


async def has_phone(stage: Stage, name: str) -> None:
    """They wrote last from Telegram."""
    chat = str(CHATS[name])
    async with stage.work() as work:
        key = ring().lookup("telegram", chat)
        work.tx.add(
            Address(
                person_id=given.number(stage, name),
                channel="telegram",
                key=key,
                address=chat,
                used=work.now + timedelta(seconds=1),
            )
        )


def shows(stage_voice: str, message: Message) -> Iterator[str]:
    """Every word that must be readable: lines and labels."""
    body = message.body or {}
    yield from (render.line(stage_voice, text, args) for text, args in body["lines"])
    yield from (render.render(stage_voice, label) for row in body["rows"] for _, label in row)


def test_every_kind_has_a_case() -> None:
    parts = {part for body in BODIES.values() for part in body}
    files = {body["file"] for body in BODIES.values() if "file" in body}
    assert parts == post.PARTS
    assert files == set(attachments.FILES)
    assert {body["asks"] for body in BODIES.values() if "asks" in body} == set(SHARES)
    assert set(REFS) == set(render.KINDS)


def test_what_no_channel_knows_is_not_put_in_the_outbox() -> None:
    for kind, body in (("gossip", post.line("export").stored()), ("answer", {"picture": 1})):
        with pytest.raises(ValueError, match="no such message"):
            post.tell(None, 1, body, kind=kind)  # type: ignore[arg-type]


async def test_all_of_it_arrives_on_telegram(database_url: str) -> None:
    async with phones(database_url) as on:
        await given.pair(on.stage)
        users = {name: User(on.api, chat, name) for name, chat in CHATS.items()}
        for name in CHATS:
            await has_phone(on.stage, name)
        messages = await sent(on.stage, lambda: _until_sent(on))
        await _until_sent(on)
        for name, user in users.items():
            own = [m for m in messages if m.person_id == given.number(on.stage, name)]
            await _all_there(on, own, list(await user.sees()))
        assert on.api.ledger.errors() == []
        async with on.stage.work() as work:
            rows = (await work.tx.exec(select(Message.outcome))).all()
        assert set(rows) == {"ok"}


async def test_a_message_that_changes_another_arrives_in_its_place(database_url: str) -> None:
    async with phones(database_url) as on:
        await given.pair(on.stage)
        fatima, number = User(on.api, CHATS["Fatima"], "Fatima"), given.number(on.stage, "Fatima")
        await has_phone(on.stage, "Fatima")
        async with on.stage.work() as work:
            post.tell(work, number, BODIES["buttons"])
        await _until_sent(on)
        async with on.stage.work() as work:
            first = (await work.tx.exec(select(Message))).one()
            body = {**said(["words", "Veranderd."]), "rows": BUTTONS}
            post.tell(work, number, body, edits=first.number)
        await _until_sent(on)
        (seen,) = await fatima.sees()
        assert (seen.text, seen.edited) == ("Veranderd.", True)


async def _all_there(on: Phones, messages: list[Message], seen: list[Seen]) -> None:
    """Everything in order, no file without its words, no words without their file."""
    async with on.stage.work() as work:
        voice = (await work.get(Person, messages[0].person_id)).voice
    whole = "".join("".join(each.text.split()) for each in seen)
    place = 0
    for message in messages:
        words = "".join("".join(spoken(message.body or {}, voice).texts).split())
        place = whole.index(words, place) + len(words)
    labels = [label for each in seen for label in each.labels]
    for message in messages:
        for label in list(shows(voice, message))[len((message.body or {})["lines"]) :]:
            assert label in labels
    files = [each.raw["document"] for each in seen if "document" in each.raw]
    wanted = [(m.body or {})["file"] for m in messages if "file" in (m.body or {})]
    assert len(files) == len(wanted)
    methods = []
    for kind, file in zip(wanted, files, strict=True):
        content = on.api.files.by_id[file["file_id"]].content
        if kind == "export":
            assert json.loads(content)["person"]["name"] == "Fatima"
        else:
            methods.append(str(Calendar.from_ical(content)["METHOD"]))
    of_others = len([m for m in messages if "off" in (m.body or {})])
    assert methods == [*of_others * ["CANCEL"], "PUBLISH", "PUBLISH", "CANCEL"]
    assert all(len(each.raw.get("caption", "")) <= CAPTION for each in seen)
    assert all(len(each.raw.get("text", "")) <= LONGEST for each in seen)


async def test_all_of_it_stands_on_the_page(database_url: str) -> None:
    async with opened(database_url) as site:
        await given.pair(site.stage)
        messages = await sent(site.stage)
        for name in CHATS:
            visitor = await _chat_of(site, name)
            page = visitor.page
            own = [m for m in messages if m.person_id == given.number(site.stage, name)]
            async with site.stage.work() as work:
                voice = (await work.get(Person, own[0].person_id)).voice
            everything = "".join(page.text.split())
            for message in own:
                lines = list(shows(voice, message))[: len((message.body or {})["lines"])]
                for words in lines:
                    assert "".join(words.split()) in everything, (message.body, words)
            await _fetched(visitor)


async def _chat_of(site: Site, name: str) -> Visitor:
    visitor = site.visitor()
    async with site.stage.work() as work:
        cookie = await sessions.begin_visit(work, given.number(site.stage, name), "chat")
    visitor.session.cookie_jar.update_cookies({CHAT: cookie}, URL(site.base))
    assert (await visitor.opens("/chat")).status == 200
    return visitor


async def _fetched(visitor: Visitor) -> None:
    """Every file that a bubble offers can be fetched."""
    found = set(re.findall(r'href="(/chat/[^"]+\.(?:ics|json))"', visitor.page.html))
    assert any(each.endswith(".ics") for each in found)
    for address in found:
        assert (await visitor.opens(address)).status == 200


async def test_a_file_that_cannot_be_made_takes_no_words_with_it(database_url: str) -> None:
    """A sealed value that nobody can read stands in the way of a copy; later it is mended."""
    async with phones(database_url) as on:
        fatima = await _asks_for_what_cannot_be_made(on)
        seen = [each.text for each in await fatima.sees()]
        assert "Hier is een kopie" in seen[0]
        assert "komt zo snel mogelijk" in seen[0]
        assert seen[1] == "Nog iets."  # the line goes on
        assert await _waiting_files(on.stage) == 1
        async with on.stage.work() as work:
            await work.tx.exec(delete(Remark))
        await _until_sent(on, minutes=1)
        (last,) = (await fatima.sees())[2:]
        assert last.text.endswith("Hier is het bestand dat nog zou komen.")
        content = on.api.files.by_id[last.raw["document"]["file_id"]].content
        assert json.loads(content)["person"]["name"] == "Fatima"
        assert await _waiting_files(on.stage) == 0


async def test_a_file_that_stays_impossible_is_seen(database_url: str) -> None:
    async with phones(database_url) as on:
        admin = await on.stage.person("Ad", "administrator", team="intake-haarlem")
        fatima = await _asks_for_what_cannot_be_made(on)
        for _ in range(12):
            await _until_sent(on, minutes=30)
        async with on.stage.work() as work:
            (row,) = await parked.listed(work)
            assert (row.kind, row.error) == (attachments.FILE_AGAIN, "WrongKeyError")
            query = select(Message).where(Message.person_id == admin.number)
            assert (await work.tx.exec(query)).one().body == post.line("staff-parked").stored()
        assert len(await fatima.sees()) == 2  # nobody is told again and again
        assert await _waiting_files(on.stage) == 1  # a number in /metrics


async def test_a_file_that_telegram_refuses_leaves_the_words(database_url: str) -> None:
    async with phones(database_url) as on:
        await given.pair(on.stage)
        fatima = User(on.api, CHATS["Fatima"], "Fatima")
        await has_phone(on.stage, "Fatima")
        on.api.faults.add(Fault("sendDocument", error=400, words="wrong file"))
        async with on.stage.work() as work:
            body = {**post.line("export").stored(), "file": "export", "rows": BUTTONS}
            post.tell(work, given.number(on.stage, "Fatima"), body)
        await _until_sent(on)
        assert "Hier is een kopie" in (await fatima.sees())[0].text
        assert (await fatima.sees())[0].labels[1] == "een eigen woord"
        await _until_sent(on, minutes=1)
        assert (await fatima.sees())[-1].raw["document"]


async def _asks_for_what_cannot_be_made(on: Phones) -> User:
    await given.pair(on.stage)
    fatima = User(on.api, CHATS["Fatima"], "Fatima")
    await has_phone(on.stage, "Fatima")
    number = given.number(on.stage, "Fatima")
    async with on.stage.work() as work:
        work.tx.add(Remark(person_id=number, words="iets", created=work.now))
        await work.tx.flush()
        await (await work.tx.connection()).execute(
            text("UPDATE remark SET words = :wrong"), {"wrong": b"no key fits this"}
        )
    async with on.stage.work() as work:
        post.tell(work, number, {**post.line("export").stored(), "file": "export"})
        post.tell(work, number, said(["words", "Nog iets."]))
    await _until_sent(on)
    return fatima


async def _until_sent(on: Phones, minutes: int = 0) -> None:
    """Time passes, in which what falls due is done and everything is sent."""
    await on.stage.passes(minutes=minutes)
    for _ in range(20):
        await on.settled()
        on.stage.clock.move(timedelta(seconds=1))


async def _waiting_files(stage: Stage) -> int:
    async with stage.work() as work:
        query = select(Inbox).where(Inbox.kind == attachments.FILE_AGAIN, col(Inbox.done).is_(None))
        return len((await work.tx.exec(query)).all())
