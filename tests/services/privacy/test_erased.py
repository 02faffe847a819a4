"""Erased is erased: planted words are looked for wherever anything can stay behind.

Fatima's name, number, address, question, CV and remarks are unlike any other words. After she is
erased they stand nowhere: not in a table, opened or sealed, not in the file or its log, not in what
waits to be sent, in the index, or in a copy of somebody else's data.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import SQLModel, col, select

from bot.stage import Stage, staged
from dialogs.registry import FORMS
from services import events, matches, placements, privacy
from services.followup.rules import rules
from services.help import requests
from services.jobseekers import plans, profiles
from services.matches import cards, meetings, search
from services.messages import naming, outbox, subjects
from services.placements import Terms, aftercare
from services.region import load
from services.store.models import (
    CheckIn,
    Document,
    Dossier,
    Jobseeker,
    Match,
    Message,
    Person,
    SavedView,
    Survey,
    Talk,
)
from services.texts import render
from services.unit_of_work import Work
from tests import given

NAME, FULL, PHONE, MAIL = "Zwanila", "Zwanila Plantmerk", "+31683726154", "zw@merkteken.example"
WORDS = {
    what: f"merkwoord{number}{what}"
    for number, what in enumerate(
        (
            "question",
            "objection",
            "other",
            "felt",
            "checkin",
            "answer",
            "note",
            "goal",
            "step",
            "survey",
        )
    )
}
CV = "merkbestandcv" * 4
MARKS = (NAME, "Plantmerk", PHONE, "83726154", MAIL, *WORDS.values(), CV, "merkdossier", "merkwens")
OTHERS = ("Hans", "Marloes", "Naoual")


async def planted(stage: Stage) -> int:
    """Fatima as somebody else, of whom everybody around her has heard all there is."""
    await given.pair(stage)
    her, hans, marloes = (given.number(stage, each) for each in ("Fatima", "Hans", "Marloes"))
    async with stage.work() as work:
        person = await work.get(Person, her)
        person.name, person.full_name, person.phone, person.email = NAME, FULL, PHONE, MAIL
        cv = base64.b64encode(CV.encode()).decode()
        work.tx.add(Document(person_id=her, kind="cv", content=cv, created=work.now))
        work.tx.add(Dossier(person_id=her, facts={"benefit": "merkdossier"}, updated=work.now))
        (await work.get(Jobseeker, her)).said = {"wanted": "merkwens"}
        view = {"person_id": marloes, "page": "people", "name": "de mijne"}
        work.tx.add(SavedView(**view, query=f"zoek={NAME}", created=work.now))
        await events.log(work, "note", actor=marloes, about=her, words=WORDS["note"])
        await profiles.assign_coach(work, await work.get(Jobseeker, her), marloes, actor=hans)
    async with stage.work() as work:
        await requests.ask(work, await work.get(Person, her), WORDS["question"])
    await stage.says("Marloes", "[Antwoord]")
    await stage.says("Marloes", f"Dag {NAME}, {WORDS['answer']}")
    await _appointed(stage, her, hans)
    await _planned(stage, her, marloes)
    await _worked(stage, her, hans)
    return her


async def _appointed(stage: Stage, her: int, hans: int) -> None:
    match_id, number = await given.the_match(stage), await given.meeting(stage)
    async with stage.work() as work:
        match = await work.get(Match, match_id)
        body = outbox.line("meeting-names", title=["words", "werk"], **cards.contact(her))
        outbox.tell(work, hans, body, kind="promise")
        await meetings.ask_other(work, number, WORDS["other"], actor=her)
        await meetings.felt(work, number, actor=her, mood="maybe", words=WORDS["felt"])
        assert match.agreed


async def _planned(stage: Stage, her: int, marloes: int) -> None:
    async with stage.work() as work:
        row = await plans.draft(work, her, actor=marloes)
        await plans.describe(work, row.id or 0, actor=marloes, goal=WORDS["goal"])
        await plans.add_step(work, row.id or 0, WORDS["step"], actor=marloes)
        await plans.propose(work, row.id or 0, actor=marloes)
        await plans.object_to(work, row.id or 0, WORDS["objection"], actor=her)


async def _worked(stage: Stage, her: int, hans: int) -> None:
    """She begins elsewhere too, and is asked how it goes; Hans is asked what he thinks."""
    async with stage.work() as work:
        terms = Terms("trial", 8, work.today, work.today + timedelta(days=60))
        await placements.found_work(work, her, "Kroeg De Hoek", terms, actor=her, help_=True)
        await work.tx.flush()
        asked = (await work.tx.exec(select(CheckIn).where(CheckIn.person_id == her))).first()
        if asked is not None:
            await aftercare.answer(work, asked.id or 0, actor=her, mood=1, words=WORDS["checkin"])
        match_id = (await work.tx.exec(select(Match.id))).one() or 0
        survey = {"person_id": hans, "side": "employer", "kind": "introduction"}
        words = f"Aardig, {WORDS['survey']}"
        work.tx.add(Survey(**survey, subject_id=match_id, asked=work.now, words=words))
    await given.sweep(stage)


async def everything(work: Work) -> str:
    """Every value of every table, sealed ones opened."""
    found: list[str] = []
    for table in SQLModel.metadata.sorted_tables:
        rows = await (await work.tx.connection()).execute(table.select())
        for row in rows.all():
            found += [json.dumps([_plain(each) for each in row], ensure_ascii=False)]
    return "\n".join(found)


def _plain(value: Any) -> Any:
    if isinstance(value, str) and len(value) > 20:
        try:  # a file is kept as base64
            return value + base64.b64decode(value, validate=True).decode()
        except ValueError:
            return value
    return value if isinstance(value, int | str | list | dict | None | float) else str(value)


def left(where: str, marks: Iterable[str] = MARKS) -> list[str]:
    return [mark for mark in marks if mark in where]


async def erased(stage: Stage, her: int) -> None:
    async with stage.work() as work:
        await privacy.erase(work, await work.get(Person, her))
        outbox.later(work, "forget", due=work.now + timedelta(minutes=1), person=her)
    await stage.passes(minutes=5)
    assert await stage.parked() == []


async def test_nothing_of_her_stands_anywhere(database_url: str) -> None:
    async with staged(database_url) as stage:
        her = await planted(stage)
        async with stage.work() as work:
            before = await everything(work)
        assert left(before) == list(MARKS), "a mark that was never planted finds nothing"
        await erased(stage, her)
        async with stage.work() as work:
            assert left(await everything(work)) == []
            for name in OTHERS:
                copy = await privacy.export(work, given.number(stage, name))
                assert left(json.dumps(copy, ensure_ascii=False)) == []
                said = "\n".join(await stage_said(work, given.number(stage, name)))
                assert left(said) == []
            fits = await search.people_for(work, {"occupation": ["cleaner"]}, 10)
            assert [each for each in fits if each[0] == her] == []
        for raw in await raw_bytes(stage.engine, database_url):
            assert left(raw) == []


async def stage_said(work: Work, person_id: int) -> list[str]:
    """Everything somebody can read back in their chat."""
    query = select(Message).where(Message.person_id == person_id)
    rows = (await work.tx.exec(query)).all()
    await naming.read(work, rows)
    return [render.line("nl", t, a) for row in rows for t, a in (row.body or {})["lines"]]


async def raw_bytes(engine: AsyncEngine, url: str) -> list[str]:
    """The files of SQLite as they are; of PostgreSQL every table as a dump has it."""
    if url.startswith("sqlite"):
        file = Path(url.partition("///")[2])
        files = [file, *file.parent.glob(f"{file.name}-wal")]
        return [each.read_bytes().decode("latin-1") for each in files]
    async with engine.connect() as connection:
        found = []
        for table in SQLModel.metadata.sorted_tables:
            rows = await connection.execute(text(f'SELECT t::text FROM "{table.name}" t'))
            found.append("\n".join(rows.scalars().all()))
    return found


async def test_nothing_points_to_her(database_url: str) -> None:
    """No column of any table holds her number, but for the empty row itself and old messages."""
    async with staged(database_url) as stage:
        for number in range(40):  # so that her number is like no other
            await stage.person(f"Vulling {number}")
        her = await planted(stage)
        numbers = {match: await given.the_match(stage) for match in ("match",)}
        assert numbers["match"] != her
        await erased(stage, her)
        async with stage.work() as work:
            found = [
                f"{table.name}.{column.name}"
                for table in SQLModel.metadata.sorted_tables
                for column in table.columns
                if column.type.python_type is int and column.name != "id"
                for row in [
                    await (await work.tx.connection()).execute(select(column).where(column == her))
                ]
                if row.all()
            ]
        assert set(found) <= {"message.about", "change.key"}


async def test_what_waits_is_not_sent(database_url: str) -> None:
    """A message with her number, a reminder and a dialog that was still to begin: all stopped."""
    async with staged(database_url) as stage:
        await given.pair(stage)
        her, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
        match_id = await given.the_match(stage)
        async with stage.work() as work:
            body = outbox.line("meeting-names", title=["words", "werk"], **cards.contact(her))
            outbox.tell(work, hans, body, kind="promise")
            outbox.open_dialog(work, hans, "meeting", match_id)
            outbox.tell(work, hans, outbox.line("parked"))  # about nobody: this one goes
        async with stage.work() as work:
            await privacy.erase(work, await work.get(Person, her))
            await work.tx.flush()
            query = select(Message).where(Message.person_id == hans).order_by(col(Message.id))
            rows = (await work.tx.exec(query)).all()
            assert [row.outcome for row in rows] == ["withdrawn", ""]
            assert rows[0].dead == work.now
        await stage.worker.drain()
        async with stage.work() as work:
            assert (await work.tx.exec(select(Talk).where(Talk.person_id == hans))).all() == []


async def test_who_takes_back_her_yes_is_not_told_about(database_url: str) -> None:
    async with staged(database_url) as stage:
        await given.pair(stage)
        her, hans = given.number(stage, "Fatima"), given.number(stage, "Hans")
        match_id = await given.the_match(stage)
        async with stage.work() as work:
            body = outbox.line("meeting-names", title=["words", "werk"], **cards.contact(her))
            outbox.tell(work, hans, body, kind="promise")
        async with stage.work() as work:
            await matches.decline_invitation(work, match_id, her)
        async with stage.work() as work:
            query = select(Message).where(Message.person_id == hans).order_by(col(Message.id))
            rows = (await work.tx.exec(query)).all()
            said = [((row.body or {})["lines"][0][0], row.outcome) for row in rows]
        assert said == [("meeting-names", "withdrawn"), ("meeting-withdrawn", "")]


async def test_who_comes_back_is_somebody_new(database_url: str) -> None:
    """What others were told before is not about who she is now, and nothing of the new one goes."""
    async with staged(database_url) as stage:
        her = await planted(stage)
        async with stage.work() as work:
            await privacy.erase(work, await work.get(Person, her))
            outbox.later(work, "forget", due=work.now + timedelta(minutes=1), person=her)
        stage.clock.move(timedelta(seconds=20))
        await stage.says("Fatima", "/start")
        async with stage.work() as work:
            (await work.get(Person, her)).name = "Nieuwnaam"
        await stage.passes(minutes=5)
        assert await stage.hears("Fatima")
        async with stage.work() as work:
            said = "\n".join(await stage_said(work, given.number(stage, "Marloes")))
        assert "Nieuwnaam" not in said
        assert "iemand" in said


async def test_the_copy_is_complete_and_of_nobody_else(database_url: str) -> None:
    async with staged(database_url) as stage:
        her = await planted(stage)
        async with stage.work() as work:
            (await work.get(Person, her)).source = "haarlem"
            copy = await privacy.export(work, her)
            whole = json.dumps(copy, ensure_ascii=False)
            hers = [mark for mark in MARKS if mark not in (CV, WORDS["survey"])]
            assert [mark for mark in hers if mark not in whole] == []
            assert base64.b64decode(copy["documents"][0]["content"]).decode() == CV
            assert copy["person"]["source"] == "haarlem"
            assert "Hans Hoekstra" not in whole
            assert "+31612345678" not in whole
            hans = await privacy.export(work, given.number(stage, "Hans"))
        assert hans["employer"]["name"] == "Bakkerij Hoekstra"
        assert [each["title"] for each in hans["vacancies"]] == [given.TITLE]
        assert left(json.dumps(hans, ensure_ascii=False)) == [WORDS["survey"]]  # he said that


def test_every_dialog_and_rule_says_whom_it_is_about() -> None:
    assert subjects.DIALOGS.keys() | subjects.OF_ONESELF == FORMS.keys()
    assert not subjects.DIALOGS.keys() & subjects.OF_ONESELF
    names = {rule.name for rule in rules(load().follow_up)}
    assert subjects.RULES.keys() | subjects.OF_VACANCIES == names
